//! The mark on a slide of ours: by it the slide is known again when the deck is made anew.
//!
//! Decks go through many hands. Programs drop what they do not know (extensions, parts of our own, names of slides,
//! alternative texts of what is hidden), but the name of a hidden shape stays, and it travels with the slide into other
//! decks. So the mark is the name of a hidden shape without extent. It says which map and what of it the slide shows,
//! and what stood on it when it was made.

use super::print::{Print, hash, read};
use super::xml::Xml;
use layout::{Identity, Slide};

/// How the name of a mark begins; a later format begins otherwise.
const BEGIN: &str = "Desire Path, keep this to refresh the slide: 1 ";
/// What stands in the place of the mark until the slide is written.
const BLANK: &str = "0000000000000000 0000000000000000 0000000000000000 0000000000000000";

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The map.
    pub(super) map: u64,
    /// What of the map the slide shows.
    pub(super) about: u64,
    /// What stood on it.
    pub(super) print: Print,
}

impl Mark {
    /// The mark of a slide on which this stands.
    fn new(identity: &Identity, print: Print) -> Self {
        Self { map: map(identity), about: about(identity), print }
    }

    /// Reads the name of a shape; none for another shape.
    pub(super) fn parse(name: &str) -> Option<Self> {
        let mut numbers = name.strip_prefix(BEGIN)?.split(' ').map(|part| u64::from_str_radix(part, 16).ok());
        let mut next = || numbers.next().flatten();
        Some(Self { map: next()?, about: next()?, print: Print { exact: next()?, plain: next()? } })
    }

    fn name(self) -> String {
        let Print { exact, plain } = self.print;
        format!("{BEGIN}{:016x} {:016x} {exact:016x} {plain:016x}", self.map, self.about)
    }
}

/// A map as marks name it.
pub(super) fn map(identity: &Identity) -> u64 {
    hash(identity.map.to_string().as_bytes())
}

/// What of a map a slide shows, as marks name it.
pub(super) fn about(identity: &Identity) -> u64 {
    hash(identity.about.as_bytes())
}

/// Writes the hidden shape, with a name that is filled in once the slide is whole.
pub(super) fn write(xml: &mut Xml, id: u32) {
    xml.element("p:sp", &[], |xml| {
        xml.element("p:nvSpPr", &[], |xml| {
            let name = format!("{BEGIN}{BLANK}");
            xml.empty("p:cNvPr", &[("id", &id.to_string()), ("name", &name), ("hidden", "1")]);
            xml.empty("p:cNvSpPr", &[]);
            xml.empty("p:nvPr", &[]);
        });
        xml.element("p:spPr", &[], |xml| {
            xml.element("a:xfrm", &[], |xml| {
                xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                xml.empty("a:ext", &[("cx", "12700"), ("cy", "12700")]);
            });
            xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
            xml.empty("a:noFill", &[]);
            xml.element("a:ln", &[], |xml| xml.empty("a:noFill", &[]));
        });
    });
}

/// Fills the mark of a slide that was just written.
pub(super) fn fill(xml: Vec<u8>, slide: &Slide) -> Vec<u8> {
    let Some(text) = std::str::from_utf8(&xml).ok() else { return xml };
    let blank = format!("{BEGIN}{BLANK}");
    let Some(at) = text.rfind(&blank) else { return xml };
    let print = read(text).map(|seen| seen.print(&slide.notes)).unwrap_or_default();
    let mut filled = xml;
    let name = Mark::new(&slide.identity, print).name();
    filled[at..at + blank.len()].copy_from_slice(name.as_bytes());
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_from_the_name_it_gives() {
        let mark = Mark { map: 1, about: u64::MAX, print: Print { exact: 3, plain: 0xab } };
        assert_eq!(Mark::parse(&mark.name()), Some(mark));
        assert_eq!(mark.name().len(), BEGIN.len() + BLANK.len());
        for other in ["Title", "", BEGIN, "Desire Path, keep this to refresh the slide: 2 1 2 3 4"] {
            assert_eq!(Mark::parse(other), None, "{other}");
        }
    }
}
