//! Text on the map: words and styles in, broken lines and placed glyphs out.
//!
//! One set of font features everywhere, here and on the page: `"cv11" 1, "ss03" 1, "calt" 0`; with letter-spacing
//! also `"liga" 0, "clig" 0`; `"tnum" 1` where a style asks for it.

mod cache;
mod lines;
mod shape;

use crate::fonts::Fonts;
use crate::geometry::Size;
use crate::scene::{Align, FontFace, Notice, TextPrim, TextStyle};
use cache::Cache;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// Words to be set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextRequest<'a> {
    /// The words. Line breaks are kept.
    pub text: &'a str,
    /// Styles over ranges in bytes, in rising order and without holes; one over everything is the usual case.
    pub spans: &'a [(Range<usize>, TextStyle)],
    /// Where lines are broken; none for lines as long as the text makes them.
    pub width: Option<f64>,
    /// How lines lie in the width, or, without one, in the widest line.
    pub align: Align,
    /// The language (BCP 47), for forms of letters and for faces.
    pub language: &'a str,
    /// How many lines are kept at most.
    pub max_lines: Option<u32>,
}

/// Words that are set.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// The lines with their glyphs; the origin is 0, 0. Its text differs from the request's in tabs and other
    /// control characters, which are spaces of the same length in bytes.
    pub prim: TextPrim,
    /// The width of the widest line, and the sum of the lines' heights.
    pub size: Size,
    /// Whether lines were left out.
    pub truncated: bool,
    /// Characters that no face has a glyph for, sorted.
    pub missing: Vec<char>,
    /// The faces used, sorted: indices into [`Shaper::fonts`].
    pub faces: Vec<u32>,
}

impl Block {
    /// The same lines as a prim at a place.
    pub fn at(&self, x: f64, y: f64) -> TextPrim {
        TextPrim { origin: crate::Point::new(x, y), ..self.prim.clone() }
    }
}

/// Sets words, and remembers what it has set.
pub struct Shaper {
    /// A cell, since setting text changes only what is remembered.
    inner: RefCell<Inner>,
}

struct Inner {
    fonts: Fonts,
    shaping: shape::Shaping,
    cache: Cache,
    missing: BTreeSet<char>,
}

impl Shaper {
    /// A shaper with these faces.
    pub fn new(fonts: Fonts) -> Self {
        Self {
            inner: RefCell::new(Inner {
                fonts,
                shaping: shape::Shaping::default(),
                cache: Cache::default(),
                missing: BTreeSet::new(),
            }),
        }
    }

    /// Breaks and places the words of a request. The same request gives the same block, most often the very same.
    pub fn block(&self, request: &TextRequest<'_>) -> Arc<Block> {
        let mut inner = self.inner.borrow_mut();
        let Inner { fonts, shaping, cache, missing } = &mut *inner;
        if let Some(known) = cache.get(request) {
            return known;
        }
        let block = Arc::new(shaping.block(fonts, request));
        missing.extend(&block.missing);
        cache.put(request, block.clone());
        block
    }

    /// A block in one style on as few lines as the words have.
    pub fn line(&self, text: &str, style: TextStyle, language: &str) -> Arc<Block> {
        self.paragraph(text, style, None, language)
    }

    /// A block in one style, broken at a width.
    pub fn paragraph(&self, text: &str, style: TextStyle, width: Option<f64>, language: &str) -> Arc<Block> {
        let spans = [(0..text.len(), style)];
        self.block(&TextRequest {
            text,
            spans: &spans,
            width,
            align: Align::Start,
            language,
            max_lines: None,
        })
    }

    /// Every face that text may name by index: the bundled ones, then those of the system in the order of use.
    pub fn fonts(&self) -> Vec<FontFace> {
        self.inner.borrow().fonts.faces()
    }

    /// How many faces text may name by index; grows with each face that the system lends.
    pub fn face_count(&self) -> usize {
        self.inner.borrow().fonts.count() as usize
    }

    /// All that was noticed since the shaper was made, sorted.
    pub fn notices(&self) -> Vec<Notice> {
        let inner = self.inner.borrow();
        let faces = 0..inner.fonts.count();
        notices(&inner, inner.missing.iter().copied(), faces)
    }

    /// What is to be noticed about a face: that it is one of this computer.
    pub fn notice_of_face(&self, face: u32) -> Option<Notice> {
        self.inner.borrow().fonts.notice(face)
    }

    /// What is to be noticed about these blocks, each thing once, sorted.
    pub fn notices_of<'a>(&self, blocks: impl IntoIterator<Item = &'a Block>) -> Vec<Notice> {
        let (mut missing, mut faces) = (BTreeSet::new(), BTreeSet::new());
        for block in blocks {
            missing.extend(&block.missing);
            faces.extend(&block.faces);
        }
        notices(&self.inner.borrow(), missing, faces)
    }
}

impl Default for Shaper {
    fn default() -> Self {
        Self::new(Fonts::new())
    }
}

fn notices(
    inner: &Inner,
    missing: impl IntoIterator<Item = char>,
    faces: impl IntoIterator<Item = u32>,
) -> Vec<Notice> {
    let boxes = missing.into_iter().map(|character| Notice::MissingGlyph { character });
    let system = faces.into_iter().filter_map(|face| inner.fonts.notice(face));
    let all: BTreeSet<Notice> = boxes.chain(system).collect();
    all.into_iter().collect()
}
