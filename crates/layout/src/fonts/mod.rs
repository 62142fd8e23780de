//! The faces that text is set in: those that came with the program, then, told in a notice, those of the system.
//!
//! Order is fixed: the bundled faces have the same indices in every Scene, system faces follow as text asks for
//! them. parley sees only families that are registered here, by name and in this order; its own look-up by
//! script stays empty, since it lists families in random order and would make PDFs differ from run to run.
//! Which families a text may use depends on nothing but the text and its language.

mod bundled;
mod emoji;
mod system;

pub use emoji::{is_invisible, pictographs};

use crate::scene::{Family, FontData, FontFace, Notice, TextStyle};
use parley::fontique::{
    Blob, CharmapIndex, Collection, CollectionOptions, FontInfo, FontInfoOverride, FontStyle, SourceCache,
};
use parley::{FontContext, FontFamily, FontFamilyName};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use system::{Han, System};

const EMOJI: FontFamilyName<'static> = FontFamilyName::named("Twemoji");
const INTER: FontFamilyName<'static> = FontFamilyName::named("Inter");
const DISPLAY: FontFamilyName<'static> = FontFamilyName::named("Inter Display");
const ARABIC: FontFamilyName<'static> = FontFamilyName::named("Noto Sans Arabic");
const HEBREW: FontFamilyName<'static> = FontFamilyName::named("Noto Sans Hebrew");
const SYMBOLS: FontFamilyName<'static> = FontFamilyName::named("Noto Sans Symbols 2");

/// What is tried in turn where the face of the style lacks a character, for text and for pictographs.
const OF_INTER: &[FontFamilyName<'static>] = &[INTER, ARABIC, HEBREW, SYMBOLS, EMOJI];
const OF_DISPLAY: &[FontFamilyName<'static>] = &[DISPLAY, INTER, ARABIC, HEBREW, SYMBOLS, EMOJI];
const OF_EMOJI: &[FontFamilyName<'static>] = &[EMOJI, INTER, SYMBOLS];

/// Ascent and descent of a face, in parts of its size; the descent is positive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    /// From the baseline up.
    pub ascent: f64,
    /// From the baseline down.
    pub descent: f64,
}

/// A face that is at hand, whether or not text uses it.
#[derive(Clone)]
struct Known {
    face: FontFace,
    blob: Blob<u8>,
    charmap: CharmapIndex,
}

impl Known {
    fn of(family: &str, font: &FontInfo, blob: Blob<u8>, bundled: bool) -> Self {
        let (data, _) = blob.clone().into_raw_parts();
        let face = FontFace {
            name: stable_name(blob.as_ref(), font.index()),
            family: family.to_owned(),
            weight: font.weight().value() as u16,
            italic: font.style() != FontStyle::Normal,
            bundled,
            index: font.index(),
            data: FontData(Some(data)),
        };
        Self { face, blob, charmap: font.charmap_index() }
    }

    fn maps(&self, character: char) -> bool {
        let map = self.charmap.charmap(self.blob.as_ref());
        map.and_then(|map| map.map(character)).is_some_and(|glyph| glyph != 0)
    }
}

/// All faces at hand.
pub struct Fonts {
    pub(crate) context: FontContext,
    /// The faces that Scenes may name, by index.
    used: Vec<Known>,
    indices: HashMap<(u64, u32), u32>,
    /// Faces of the system that are registered; text has not used them all.
    found: Vec<Known>,
    registered: HashSet<u64>,
    system: System,
    /// Where a character beyond the bundled faces is found; none where nowhere.
    homes: HashMap<(char, Han), Option<Arc<str>>>,
    bundled: HashMap<char, bool>,
}

impl Fonts {
    /// The bundled faces, and those of the system as a last resort.
    pub fn new() -> Self {
        Self::with(System::Unread)
    }

    /// The bundled faces alone, as on a computer without any fonts.
    pub fn bundled_only() -> Self {
        Self::with(System::None)
    }

    fn with(system: System) -> Self {
        let collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let mut fonts = Self {
            context: FontContext { collection, source_cache: SourceCache::default() },
            used: Vec::new(),
            indices: HashMap::new(),
            found: Vec::new(),
            registered: HashSet::new(),
            system,
            homes: HashMap::new(),
            bundled: HashMap::new(),
        };
        for file in bundled::FILES {
            let blob = Blob::new(Arc::new(file.data));
            let name = FontInfoOverride { family_name: Some(file.family), ..FontInfoOverride::default() };
            let families = fonts.context.collection.register_fonts(blob.clone(), Some(name));
            let font =
                families.first().and_then(|(_, fonts)| fonts.first()).expect("a bundled face is sound");
            fonts.use_face(Known::of(file.family, font, blob, true));
        }
        fonts
    }

    fn use_face(&mut self, known: Known) -> u32 {
        let index = self.used.len() as u32;
        self.indices.insert((known.blob.id(), known.face.index), index);
        self.used.push(known);
        index
    }

    /// All faces that text may name, bundled ones first: a [`crate::GlyphRun`] and a [`crate::FaceUse`] hold an
    /// index into these.
    pub fn faces(&self) -> Vec<FontFace> {
        self.used.iter().map(|known| known.face.clone()).collect()
    }

    /// How many faces [`Fonts::faces`] has.
    pub(crate) fn count(&self) -> u32 {
        self.used.len() as u32
    }

    /// What to tell about a face of the system; nothing about a bundled one.
    pub fn notice(&self, face: u32) -> Option<Notice> {
        let face = &self.used.get(face as usize)?.face;
        (!face.bundled).then(|| Notice::SystemFont { family: face.family.clone() })
    }

    /// The face that a style asks for, whatever the text is.
    pub fn primary(style: &TextStyle) -> u32 {
        bundled::primary(style)
    }

    /// Ascent and descent that lines are set by: those of Inter, which Inter Display shares.
    pub fn metrics() -> Metrics {
        bundled::METRICS
    }

    /// The index of a face that parley chose.
    pub(crate) fn index_of(&mut self, font: &parley::FontData) -> u32 {
        let key = (font.data.id(), font.index);
        if let Some(&index) = self.indices.get(&key) {
            return index;
        }
        let is = |known: &&Known| (known.blob.id(), known.face.index) == key;
        let known = self.found.iter().find(is).expect("parley knows registered faces only").clone();
        self.use_face(known)
    }

    /// Whether a face has a glyph for a character.
    pub(crate) fn maps(&self, face: u32, character: char) -> bool {
        self.used[face as usize].maps(character)
    }

    /// The families that a style is set in, in order, then those of the system that the text needs.
    pub(crate) fn stack(family: Family, emoji: bool, system: &[Arc<str>]) -> FontFamily<'static> {
        let bundled = match (family, emoji) {
            (_, true) => OF_EMOJI,
            (Family::Inter, false) => OF_INTER,
            (Family::InterDisplay, false) => OF_DISPLAY,
        };
        if system.is_empty() {
            return FontFamily::List(Cow::Borrowed(bundled));
        }
        let system = system.iter().map(|name| FontFamilyName::Named(Cow::Owned(name.to_string())));
        FontFamily::List(bundled.iter().cloned().chain(system).collect())
    }

    /// The families of the system that a text needs beside the bundled ones, in the order of need.
    pub(crate) fn system_families(&mut self, text: &str, language: &str) -> Vec<Arc<str>> {
        let mut families: Vec<Arc<str>> = Vec::new();
        if text.is_ascii() {
            return families;
        }
        let mut han = None;
        for character in text.chars() {
            if character.is_ascii() || self.is_bundled(character) || is_invisible(character) {
                continue;
            }
            let han = *han.get_or_insert_with(|| Han::of(text, language));
            if let Some(name) = self.home(character, han)
                && !families.contains(&name)
            {
                families.push(name);
            }
        }
        families
    }

    fn is_bundled(&mut self, character: char) -> bool {
        let files = &self.used[..bundled::FILES.len()];
        *self.bundled.entry(character).or_insert_with(|| files.iter().any(|known| known.maps(character)))
    }

    fn home(&mut self, character: char, han: Han) -> Option<Arc<str>> {
        if let Some(home) = self.homes.get(&(character, han)) {
            return home.clone();
        }
        let found = self.system.family_for(character, han);
        let name = found.as_ref().map(|found| found.name.clone());
        for blob in found.into_iter().flat_map(|found| found.files) {
            // A collection holds many faces; all come in at once, and once only.
            if !self.registered.insert(blob.id()) {
                continue;
            }
            for (id, fonts) in self.context.collection.register_fonts(blob.clone(), None) {
                let family = self.context.collection.family_name(id).unwrap_or_default().to_owned();
                self.found.extend(fonts.iter().map(|font| Known::of(&family, font, blob.clone(), false)));
            }
        }
        self.homes.insert((character, han), name.clone());
        name
    }
}

impl Default for Fonts {
    fn default() -> Self {
        Self::new()
    }
}

fn is_bundled(family: &str) -> bool {
    bundled::FILES.iter().any(|file| file.family == family)
}

/// A face's name: FNV-1a over the file's length and its first 64 KiB, and the index of the face. The start of
/// a font holds a checksum of each of its tables, so that this tells files apart without reading 20 MB.
fn stable_name(data: &[u8], index: u32) -> String {
    let head = &data[..data.len().min(64 * 1024)];
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for &byte in (data.len() as u64).to_le_bytes().iter().chain(head) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    format!("{hash:016x}-{index}")
}
