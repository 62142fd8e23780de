//! XML as parts of a deck need it: written in one go, the same on every run.

use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::writer::Writer;

/// DrawingML.
pub(super) const A: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
/// PresentationML.
pub(super) const P: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";
/// Relationships, as other parts refer to them.
pub(super) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A part while it is written.
pub(super) struct Xml(Writer<Vec<u8>>);

/// Names and values of attributes.
type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// A part with its declaration.
    pub(super) fn new() -> Self {
        let mut xml = Self(Writer::new(Vec::new()));
        xml.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    /// An element around what `inside` writes.
    pub(super) fn element(&mut self, name: &str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Self)) {
        self.put(Event::Start(start(name, attributes)));
        inside(self);
        self.put(Event::End(BytesEnd::new(name)));
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.put(Event::Empty(start(name, attributes)));
    }

    /// An element around words.
    pub(super) fn words(&mut self, name: &str, attributes: Attributes<'_>, words: &str) {
        self.element(name, attributes, |xml| xml.put(Event::Text(BytesText::new(&clean(words)))));
    }

    /// The bytes of the part.
    pub(super) fn finish(self) -> Vec<u8> {
        self.0.into_inner()
    }

    fn put(&mut self, event: Event<'_>) {
        self.0.write_event(event).expect("a Vec takes all that is written");
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        // Within an attribute a line break would be read as a space anyway.
        start.push_attribute((*key, clean(value).replace(['\n', '\t'], " ").as_str()));
    }
    start
}

/// The words without what XML cannot hold.
fn clean(words: &str) -> String {
    let fits = |character: &char| !matches!(character, '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    words.chars().filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        let mut xml = Xml::new();
        xml.element("a", &[("b", "x < \"y\"\n& z")], |xml| xml.words("c", &[], "1 < 2 & \u{1}3"));
        let text = String::from_utf8(xml.finish()).unwrap();
        assert!(
            text.ends_with("<a b=\"x &lt; &quot;y&quot; &amp; z\"><c>1 &lt; 2 &amp; 3</c></a>"),
            "{text}"
        );
    }
}
