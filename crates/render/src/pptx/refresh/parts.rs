//! The parts of a foreign deck: read where asked for, changed in few places, and all others copied as they are packed.

use super::error::DeckError;
use super::tree::Element;
use crate::RenderError;
use crate::pptx::package::{packed, relations_of, way};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};
use zip::{ZipArchive, ZipWriter};

/// The longest XML part that is read.
const LONGEST: u64 = 64 << 20;
/// The list of kinds.
const TYPES: &str = "[Content_Types].xml";
/// How the files of encrypted and of old decks begin.
const COMPOUND: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

/// A relationship of a part.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub(super) id: String,
    /// The last word of its kind: `slide`, `slideLayout`, `image`, …
    pub(super) kind: String,
    /// The part that it leads to; none for what is outside.
    pub(super) part: Option<String>,
}

/// The parts of a deck.
pub(super) struct Parts {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    /// The parts of the file, in its order.
    names: Vec<String>,
    /// New parts, and parts with other bytes; none where a part goes.
    changed: BTreeMap<String, Option<Vec<u8>>>,
    /// The kinds of new parts.
    kinds: BTreeMap<String, &'static str>,
}

impl Parts {
    /// Opens a package.
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self, DeckError> {
        if bytes.starts_with(&COMPOUND) {
            return Err(DeckError::Protected);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| DeckError::NotADeck)?;
        let names = archive.file_names().map(|name| name.map(|own| own.into_owned()));
        let names: Vec<String> = names.collect::<Result<_, _>>().map_err(|_| DeckError::NotADeck)?;
        let parts = Self { archive, names, changed: BTreeMap::new(), kinds: BTreeMap::new() };
        if parts.has(TYPES) { Ok(parts) } else { Err(DeckError::NotADeck) }
    }

    /// Whether there is a part; names know no capitals.
    pub(super) fn has(&self, name: &str) -> bool {
        match self.changed.get(name) {
            Some(bytes) => bytes.is_some(),
            None => self.names.iter().any(|own| own.eq_ignore_ascii_case(name)),
        }
    }

    /// The name as the file spells it.
    fn spelled(&self, name: String) -> String {
        if self.changed.contains_key(&name) {
            return name;
        }
        self.names.iter().find(|own| own.eq_ignore_ascii_case(&name)).cloned().unwrap_or(name)
    }

    /// The words of a part.
    pub(super) fn text(&mut self, name: &str) -> Result<String, DeckError> {
        let damaged = |reason| DeckError::Damaged { part: name.to_owned(), reason };
        let bytes = match self.changed.get(name) {
            Some(Some(bytes)) => bytes.clone(),
            Some(None) => return Err(damaged("a part is missing")),
            None => {
                if !self.has(name) {
                    return Err(damaged("a part is missing"));
                }
                let own = self.spelled(name.to_owned());
                let file = self.archive.by_name(&own).map_err(|_| damaged("a part cannot be unpacked"))?;
                let mut bytes = Vec::new();
                let read = file.take(LONGEST + 1).read_to_end(&mut bytes);
                read.map_err(|_| damaged("a part cannot be unpacked"))?;
                bytes
            }
        };
        if bytes.len() as u64 > LONGEST {
            return Err(DeckError::TooLarge { part: name.to_owned() });
        }
        decoded(bytes).ok_or_else(|| damaged("a part is not text"))
    }

    /// A part as a tree.
    pub(super) fn tree(&mut self, name: &str) -> Result<Element, DeckError> {
        let text = self.text(name)?;
        Element::parse(&text)
            .ok_or_else(|| DeckError::Damaged { part: name.to_owned(), reason: "a part is not well-formed" })
    }

    /// Gives a part other bytes.
    pub(super) fn put(&mut self, name: &str, bytes: Vec<u8>) {
        self.changed.insert(self.spelled(name.to_owned()), Some(bytes));
    }

    /// Adds a part of a kind.
    pub(super) fn add(&mut self, name: &str, kind: &'static str, bytes: Vec<u8>) {
        self.put(name, bytes);
        self.kinds.insert(name.to_owned(), kind);
    }

    /// A name that no part has: `ppt/slides/slide12.xml`.
    pub(super) fn free(&self, begin: &str) -> String {
        let taken = |name: &String| self.has(name) || self.changed.contains_key(name);
        (1..).map(|number| format!("{begin}{number}.xml")).find(|name| !taken(name)).unwrap_or_default()
    }

    /// The relationships of a part; of the package itself where the name is empty.
    pub(super) fn links(&mut self, part: &str) -> Result<Vec<Link>, DeckError> {
        let name = relations_of(part);
        if !self.has(&name) {
            return Ok(Vec::new());
        }
        let tree = self.tree(&name)?;
        let link = |own: &Element| {
            let outside = own.value("TargetMode").is_some_and(|mode| mode == "External");
            let kind = own.value("Type").unwrap_or_default();
            Link {
                id: own.value("Id").unwrap_or_default().to_owned(),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                part: own
                    .value("Target")
                    .filter(|_| !outside)
                    .map(|target| self.spelled(resolved(part, target))),
            }
        };
        Ok(tree.children().map(link).collect())
    }

    /// Adds a relationship to a part and returns its id.
    pub(super) fn link(&mut self, part: &str, kind: &str, target: &str) -> Result<String, DeckError> {
        let name = relations_of(part);
        let mut tree = self.tree(&name)?;
        let taken: BTreeSet<&str> = tree.children().filter_map(|own| own.value("Id")).collect();
        let free = (1..).map(|number| format!("rId{number}")).find(|id| !taken.contains(id.as_str()));
        let id = free.unwrap_or_default();
        let target = way(part, target);
        let own = Element::beside(&tree, "Relationship", &[("Id", &id), ("Type", kind), ("Target", &target)]);
        tree.push(own);
        self.put(&name, tree.write());
        Ok(id)
    }

    /// Takes relationships away from a part.
    pub(super) fn unlink(&mut self, part: &str, ids: &BTreeSet<String>) -> Result<(), DeckError> {
        let name = relations_of(part);
        let mut tree = self.tree(&name)?;
        tree.retain(&|own| !own.value("Id").is_some_and(|id| ids.contains(id)));
        self.put(&name, tree.write());
        Ok(())
    }

    /// The kind of a part, as the list of kinds tells it.
    pub(super) fn kind(&mut self, part: &str) -> Result<String, DeckError> {
        let types = self.tree(TYPES)?;
        let name = format!("/{part}");
        let named = types.children().find(|own| {
            own.local() == "Override"
                && own.value("PartName").is_some_and(|own| own.eq_ignore_ascii_case(&name))
        });
        Ok(named.and_then(|own| own.value("ContentType")).unwrap_or_default().to_owned())
    }

    /// Every part that a way of relationships leads to.
    pub(super) fn reached(&mut self) -> Result<BTreeSet<String>, DeckError> {
        let mut found = BTreeSet::new();
        let mut ahead = vec![String::new()];
        while let Some(part) = ahead.pop() {
            for link in self.links(&part)? {
                if let Some(target) = link.part
                    && self.has(&target)
                    && found.insert(target.clone())
                {
                    ahead.push(target);
                }
            }
        }
        Ok(found)
    }

    /// Takes away the parts that were reached before and are no more.
    pub(super) fn sweep(&mut self, before: &BTreeSet<String>) -> Result<(), DeckError> {
        let now = self.reached()?;
        let gone: Vec<String> = before.difference(&now).cloned().collect();
        for part in &gone {
            self.changed.insert(part.clone(), None);
            self.changed.insert(self.spelled(relations_of(part)), None);
        }
        self.tell_kinds(&gone)
    }

    /// Brings the list of kinds up to date.
    fn tell_kinds(&mut self, gone: &[String]) -> Result<(), DeckError> {
        let mut types = self.tree(TYPES)?;
        let named = |own: &Element, part: &String| {
            own.value("PartName").is_some_and(|name| name.trim_start_matches('/').eq_ignore_ascii_case(part))
        };
        let kinds = &self.kinds;
        types.retain(&|own| !gone.iter().chain(kinds.keys()).any(|part| named(own, part)));
        for (part, kind) in kinds {
            let name = format!("/{part}");
            types.push(Element::beside(&types, "Override", &[("PartName", &name), ("ContentType", kind)]));
        }
        for (ending, kind) in [("png", "image/png"), ("jpeg", "image/jpeg"), ("gif", "image/gif")] {
            let is_used = self.changed.iter().any(|(name, bytes)| {
                bytes.is_some() && name.rsplit_once('.').is_some_and(|(_, own)| own == ending)
            });
            let is_known = types
                .children()
                .any(|own| own.value("Extension").is_some_and(|own| own.eq_ignore_ascii_case(ending)));
            if is_used && !is_known {
                let attributes = [("Extension", ending), ("ContentType", kind)];
                types.push_behind(Element::beside(&types, "Default", &attributes), &["Default"]);
            }
        }
        self.put(TYPES, types.write());
        Ok(())
    }

    /// Writes the package: what did not change as it was packed, new parts behind it.
    pub(super) fn write(mut self, mut to: impl Write) -> Result<(), DeckError> {
        let failed = |error: zip::result::ZipError| RenderError::Output(std::io::Error::other(error));
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..self.archive.len() {
            let file = self.archive.by_index_raw(at).map_err(failed)?;
            let name = file.name().map_err(failed)?.into_owned();
            match self.changed.remove(&name) {
                None => zip.raw_copy_file(file).map_err(failed)?,
                Some(None) => {}
                Some(Some(bytes)) => {
                    zip.start_file(&*name, packed()).map_err(failed)?;
                    zip.write_all(&bytes).map_err(RenderError::Output)?;
                }
            }
        }
        for (name, bytes) in &self.changed {
            if let Some(bytes) = bytes {
                zip.start_file(name.as_str(), packed()).map_err(failed)?;
                zip.write_all(bytes).map_err(RenderError::Output)?;
            }
        }
        let whole = zip.finish().map_err(failed)?;
        to.write_all(whole.get_ref()).map_err(RenderError::Output)?;
        Ok(())
    }
}

/// The words of a part in UTF-8 or UTF-16, which are the two that a package may have.
fn decoded(bytes: Vec<u8>) -> Option<String> {
    let wide = |pair: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|own| pair([own[0], own[1]])).collect();
        String::from_utf16(&units).ok()
    };
    match bytes.as_slice() {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(bytes).ok(),
    }
}

/// The name of the part that a relationship of another one leads to.
fn resolved(part: &str, target: &str) -> String {
    let target = target.split('#').next().unwrap_or_default();
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => {
                path.pop();
            }
            "." | "" => {}
            step => path.push(step),
        }
    }
    path.join("/")
}
