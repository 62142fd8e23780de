//! The parts of a deck in their zip file: names, kinds and relationships.

use super::xml::Xml;
use crate::RenderError;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The start of every kind of relationship.
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";

/// How parts are packed: no clock in it.
pub(super) fn packed() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
}

/// The name of the part with the relationships of another part; of the package itself where the name is empty.
pub(super) fn relations_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{name}.rels")
}

/// How a part leads to another one: the way from its own folder.
pub(super) fn way(from: &str, to: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    let shared = steps.iter().zip(to.split('/')).take_while(|(own, other)| *own == other).count();
    let back = "../".repeat(steps.len() - shared);
    let ahead: Vec<&str> = to.split('/').skip(shared).collect();
    format!("{back}{}", ahead.join("/"))
}

/// The part with relationships.
pub(super) fn relations_xml(relations: &[Relation]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("Relationships", &[("xmlns", RELATIONS)], |xml| {
        for relation in relations {
            let kind = relation.kind.address();
            let mut attributes = vec![
                ("Id", relation.id.as_str()),
                ("Type", kind.as_str()),
                ("Target", relation.target.as_str()),
            ];
            if matches!(relation.kind, Kind::Link) {
                attributes.push(("TargetMode", "External"));
            }
            xml.empty("Relationship", &attributes);
        }
    });
    xml.finish()
}

/// The parts of a deck.
#[derive(Default)]
pub(super) struct Package {
    /// Name without the leading slash, content type (none where the ending tells), bytes.
    parts: Vec<(String, Option<&'static str>, Vec<u8>)>,
}

/// A relationship: its id, its kind, and where it leads to.
pub(super) struct Relation {
    pub(super) id: String,
    pub(super) kind: Kind,
    pub(super) target: String,
}

/// What a relationship means.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// Of the same document family, by the last word of its address.
    Office(&'static str),
    /// The properties of the package.
    CoreProperties,
    /// A page or a letter outside.
    Link,
}

impl Kind {
    /// The address by which packages name it.
    pub(super) fn address(self) -> String {
        match self {
            Self::Office(kind) => format!("{KIND}{kind}"),
            Self::CoreProperties => format!("{RELATIONS}/metadata/core-properties"),
            Self::Link => format!("{KIND}hyperlink"),
        }
    }
}

impl Relation {
    /// The relationship with a number.
    pub(super) fn new(number: usize, kind: &'static str, target: impl Into<String>) -> Self {
        Self { id: format!("rId{number}"), kind: Kind::Office(kind), target: target.into() }
    }
}

impl Package {
    /// Adds a part.
    pub(super) fn add(&mut self, name: impl Into<String>, content_type: &'static str, bytes: Vec<u8>) {
        self.parts.push((name.into(), Some(content_type), bytes));
    }

    /// Adds a file whose ending tells what it is.
    pub(super) fn add_file(&mut self, name: impl Into<String>, bytes: Vec<u8>) {
        self.parts.push((name.into(), None, bytes));
    }

    /// Adds the relationships of a part; of the package itself where the name is empty.
    pub(super) fn relate(&mut self, part: &str, relations: &[Relation]) {
        self.add_file(relations_of(part), relations_xml(relations));
    }

    /// The zip file: the list of kinds first, then the parts as they were added; no clock in it.
    pub(super) fn write(self, mut to: impl Write) -> Result<(), RenderError> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let failed = |error: zip::result::ZipError| RenderError::Output(std::io::Error::other(error));
        let types = self.types();
        let all = self.parts.iter().map(|(name, _, bytes)| (name.as_str(), bytes));
        for (name, bytes) in std::iter::once(("[Content_Types].xml", &types)).chain(all) {
            zip.start_file(name, packed()).map_err(failed)?;
            zip.write_all(bytes)?;
        }
        to.write_all(zip.finish().map_err(failed)?.get_ref())?;
        Ok(())
    }

    fn types(&self) -> Vec<u8> {
        let mut xml = Xml::new();
        xml.element("Types", &[("xmlns", TYPES)], |xml| {
            for (ending, kind) in [
                ("gif", "image/gif"),
                ("jpeg", "image/jpeg"),
                ("png", "image/png"),
                ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                ("xml", "application/xml"),
            ] {
                xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
            }
            for (name, kind, _) in &self.parts {
                if let Some(kind) = kind {
                    xml.empty("Override", &[("PartName", &format!("/{name}")), ("ContentType", kind)]);
                }
            }
        });
        xml.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::way;

    #[test]
    fn ways_lead_from_folder_to_folder() {
        for (from, to, expected) in [
            ("", "ppt/presentation.xml", "ppt/presentation.xml"),
            ("ppt/presentation.xml", "ppt/slides/slide1.xml", "slides/slide1.xml"),
            ("ppt/slides/slide1.xml", "ppt/media/a.png", "../media/a.png"),
            ("ppt/slides/slide1.xml", "ppt/slides/slide2.xml", "slide2.xml"),
            ("ppt/slides/deep/slide1.xml", "other/a.xml", "../../../other/a.xml"),
        ] {
            assert_eq!(way(from, to), expected);
        }
    }
}
