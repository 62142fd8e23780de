//! The places that every slide has: title, sentence, footer, number.

use super::shape::transform;
use super::slide::Painter;
use super::text::{Lie, full_language, place_of};
use super::xml::Xml;
use layout::{Node, Rect, TextPrim};

/// Where words stand that every slide has.
#[derive(Clone, Copy)]
pub(super) enum Placeholder {
    Title,
    Subtitle,
    Footer,
    Number,
}

impl Placeholder {
    /// What a person sees in the list of shapes.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Subtitle => "Subtitle",
            Self::Footer => "Footer",
            Self::Number => "Slide number",
        }
    }

    /// What binds it to the place of the same kind in layout and master.
    pub(super) fn write(self, xml: &mut Xml) {
        xml.empty(
            "p:ph",
            match self {
                Self::Title => &[("type", "title")],
                Self::Subtitle => &[("type", "body"), ("sz", "quarter"), ("idx", "13")],
                Self::Footer => &[("type", "ftr"), ("sz", "quarter"), ("idx", "11")],
                Self::Number => &[("type", "sldNum"), ("sz", "quarter"), ("idx", "12")],
            },
        );
    }
}

/// The number of the slide, which counts by itself.
pub(super) fn number_field(xml: &mut Xml, language: &str, shown: &str) {
    let language = full_language(language);
    let id = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}";
    xml.element("a:p", &[], |xml| {
        xml.element("a:fld", &[("id", id), ("type", "slidenum")], |xml| {
            xml.empty("a:rPr", &[("lang", &language)]);
            xml.words("a:t", &[], shown);
        });
    });
}

impl Painter<'_> {
    /// A node that stands in a place that every slide has.
    pub(super) fn placeholder(
        &mut self,
        xml: &mut Xml,
        node: &Node,
        kind: Placeholder,
        text: &TextPrim,
        id: u32,
    ) {
        let (place, _) = place_of(text, self.measure, Rect::of(self.slide.scene.size));
        let words = self.words(node);
        let name = kind.name();
        xml.element("p:sp", &[], |xml| {
            xml.element("p:nvSpPr", &[], |xml| {
                self.properties(xml, id, name, &Node { alt: String::new(), ..node.clone() }, true);
                xml.element("p:cNvSpPr", &[], |xml| xml.empty("a:spLocks", &[("noGrp", "1")]));
                xml.element("p:nvPr", &[], |xml| kind.write(xml));
            });
            xml.element("p:spPr", &[], |xml| match kind {
                // These two stand where every slide has them.
                Placeholder::Footer | Placeholder::Number => {}
                Placeholder::Title | Placeholder::Subtitle => transform(xml, place, ""),
            });
            xml.element("p:txBody", &[], |xml| {
                xml.element("a:bodyPr", &[], |xml| xml.empty("a:normAutofit", &[]));
                xml.empty("a:lstStyle", &[]);
                match kind {
                    Placeholder::Number => number_field(xml, words.language, &text.text),
                    Placeholder::Title | Placeholder::Subtitle | Placeholder::Footer => {
                        words.paragraphs(xml, &[text], Lie::Flow, false);
                    }
                }
            });
        });
    }
}
