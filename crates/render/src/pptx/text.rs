//! Words in shapes: paragraphs with their styles, as text that people can go on writing.

use super::measure::{Measure, Place};
use super::theme::color;
use super::xml::Xml;
use layout::{Align, Family, Rect, TextPrim, TextStyle, Theme};

/// How much wider than in our own face words may get before they leave their box: faces are not embedded.
const SLACK: f64 = 0.08;
/// How much farther than here words begin that stand beside something: where words get smaller to fit, programs make their
/// indent smaller, too.
const INDENT: f64 = 1.12;
/// From this weight on a face is bold; decks know no other.
const BOLD: u16 = 600;

/// Between two lines of one paragraph.
const BREAK: char = '\u{b}';

/// What words need at hand.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) measure: Measure,
    pub(super) theme: Theme,
    /// The language of the node.
    pub(super) language: &'a str,
}

/// How words lie in their shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lie {
    /// From the upper left corner on, broken to the shape's width.
    Flow,
    /// To the lower edge, broken to the shape's width.
    Hang,
    /// On one line, however wide.
    Line,
    /// In the middle of the shape.
    Middle,
}

/// White between a shape's edges and its words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Insets {
    pub(super) left: i64,
    pub(super) top: i64,
    pub(super) right: i64,
    pub(super) bottom: i64,
}

/// The most that words in a column may get wider: the next column is near, and some white has to stay between them.
const NEAR: f64 = 6.0;
/// How much wider a line may get that grows to the left.
const FREE: f64 = 0.22;
/// What stays free at the right edge of a slide.
const EDGE: f64 = 48.0;

/// Where a block of words stands by itself, and how.
pub(super) fn place_of(text: &TextPrim, measure: Measure, slide: Rect) -> (Place, Lie) {
    let bounds = bounds(text);
    // Words that were never broken are as wide as they are; others keep the width of their column.
    let free = text.lines.len() <= 1 && text.width - bounds.w < 1.0;
    let (left, width) = if free { (bounds.x, bounds.w) } else { (text.origin.x, text.width.max(bounds.w)) };
    // What ends at its right edge is broken where it does not fit; most often there is room before it.
    let more = match (free, text.begins_right()) {
        (true, true) => slack(text, width).max(width * FREE),
        (true, false) => slack(text, width),
        (false, _) => slack(text, width).min(NEAR),
    };
    let x = match text.align {
        Align::Center => left - more / 2.0,
        Align::Start | Align::End if text.begins_right() => left - more,
        Align::Start | Align::End => left,
    };
    let x = x.max(0.0);
    let rect = Rect::new(x, bounds.y, (width + more).min((slide.w - EDGE - x).max(width)), bounds.h * 1.02);
    (measure.place_around(rect), if free && !text.begins_right() { Lie::Line } else { Lie::Flow })
}

/// How much wider a block may get. Scripts that break anywhere would fill the room, and their faces are equally wide.
pub(super) fn slack(text: &TextPrim, width: f64) -> f64 {
    let breaks_anywhere =
        text.text.chars().any(|own| ('\u{2e80}'..='\u{ffdc}').contains(&own) && !is_presentation_form(own));
    if breaks_anywhere { 0.0 } else { width * SLACK + 4.0 }
}

/// Forms of Arabic and Hebrew letters, which lie among the wide scripts.
fn is_presentation_form(own: char) -> bool {
    ('\u{fb1d}'..='\u{fdff}').contains(&own) || ('\u{fe70}'..='\u{feff}').contains(&own)
}

/// The box around the lines of a block.
pub(super) fn bounds(text: &TextPrim) -> Rect {
    let left = text.lines.iter().map(|line| line.x).fold(f64::INFINITY, f64::min);
    let right = text.lines.iter().map(|line| line.x + line.width).fold(0.0, f64::max);
    let height = text.lines.last().map_or(0.0, |line| line.y + line.height);
    let left = if left.is_finite() { left } else { 0.0 };
    Rect::new(text.origin.x + left, text.origin.y, (right - left).max(0.0), height)
}

impl Words<'_> {
    /// The body of a shape that blocks of words stand in, one below the other. Where another face needs more room than
    /// there is they get smaller.
    pub(super) fn body(self, xml: &mut Xml, texts: &[&TextPrim], insets: Insets, lie: Lie) {
        xml.element("p:txBody", &[], |xml| {
            let insets =
                [insets.left, insets.top, insets.right, insets.bottom].map(|inset| inset.to_string());
            let attributes = [
                ("wrap", if lie == Lie::Line { "none" } else { "square" }),
                ("lIns", &insets[0]),
                ("tIns", &insets[1]),
                ("rIns", &insets[2]),
                ("bIns", &insets[3]),
                ("rtlCol", "0"),
                (
                    "anchor",
                    match lie {
                        Lie::Flow | Lie::Line => "t",
                        Lie::Hang => "b",
                        Lie::Middle => "ctr",
                    },
                ),
            ];
            let fit = if matches!(lie, Lie::Flow | Lie::Hang) { "a:normAutofit" } else { "a:noAutofit" };
            xml.element("a:bodyPr", &attributes, |xml| xml.empty(fit, &[]));
            xml.empty("a:lstStyle", &[]);
            self.paragraphs(xml, texts, lie, true);
        });
    }

    /// The paragraphs; `styled` where they bring their size and colour, else those come from the place they stand in.
    pub(super) fn paragraphs(self, xml: &mut Xml, texts: &[&TextPrim], lie: Lie, styled: bool) {
        let first = texts.first().map_or((0.0, 0.0), |text| (text.origin.x, text.origin.x + text.width));
        let mut bottom: Option<f64> = None;
        for text in texts {
            let bounds = bounds(text);
            let mut space = bottom.map_or(0.0, |bottom| (bounds.y - bottom).max(0.0));
            bottom = Some(bounds.y + bounds.h);
            let words = shown(text);
            let mut start = 0;
            for paragraph in words.split('\n') {
                let look = Look {
                    text,
                    space,
                    indent: if text.begins_right() {
                        first.1 - text.origin.x - text.width
                    } else {
                        text.origin.x - first.0
                    },
                    align: if lie == Lie::Middle { Align::Center } else { text.align },
                    styled,
                };
                self.paragraph(xml, &look, &words, start..start + paragraph.len());
                start += paragraph.len() + 1;
                space = 0.0;
            }
        }
        if texts.is_empty() {
            xml.empty("a:p", &[]);
        }
    }

    fn paragraph(self, xml: &mut Xml, look: &Look<'_>, words: &str, range: std::ops::Range<usize>) {
        let Some(base) = look.text.spans.first().map(|span| span.style) else { return };
        xml.element("a:p", &[], |xml| {
            let indent = self.measure.emu(look.indent * INDENT).to_string();
            let mut attributes = Vec::new();
            if look.indent > 0.0 {
                // The margin before words from right to left is called left as well.
                let side = if look.text.begins_right() && !look.text.rtl { "marR" } else { "marL" };
                attributes.push((side, indent.as_str()));
            }
            let align = match (look.align, look.text.rtl) {
                (Align::Start, false) | (Align::End, true) => "l",
                (Align::Center, _) => "ctr",
                (Align::Start, true) | (Align::End, false) => "r",
            };
            attributes.push(("algn", align));
            // Said both ways: some programs take the direction over from the paragraph before.
            attributes.push(("rtl", if look.text.rtl { "1" } else { "0" }));
            xml.element("a:pPr", &attributes, |xml| {
                if look.styled {
                    let points = |xml: &mut Xml, name: &str, length: f64| {
                        let length = self.measure.centipoints(length).to_string();
                        xml.element(name, &[], |xml| xml.empty("a:spcPts", &[("val", &length)]));
                    };
                    points(xml, "a:lnSpc", base.line_height);
                    points(xml, "a:spcBef", look.space);
                }
            });
            for (start, end, style) in spans(look.text, words, range.clone()) {
                for (at, words) in words[start..end].split(BREAK).enumerate() {
                    if at > 0 {
                        xml.element("a:br", &[], |xml| self.run(xml, "a:rPr", style, look.styled));
                    }
                    xml.element("a:r", &[], |xml| {
                        self.run(xml, "a:rPr", style, look.styled);
                        xml.words("a:t", &[], words);
                    });
                }
            }
            if range.is_empty() {
                self.run(xml, "a:endParaRPr", base, look.styled);
            }
        });
    }

    /// The look of a run.
    fn run(self, xml: &mut Xml, name: &str, style: TextStyle, styled: bool) {
        let language = full_language(self.language);
        let size = self.measure.centipoints(style.size).to_string();
        let spacing = self.measure.centipoints(style.letter_spacing).to_string();
        let mut attributes = vec![("lang", language.as_str())];
        if styled {
            attributes.push(("sz", &size));
            if style.weight >= BOLD {
                attributes.push(("b", "1"));
            }
            if style.italic {
                attributes.push(("i", "1"));
            }
            if style.letter_spacing != 0.0 {
                attributes.push(("spc", &spacing));
            }
        }
        attributes.push(("dirty", "0"));
        xml.element(name, &attributes, |xml| {
            if !styled {
                return;
            }
            xml.element("a:solidFill", &[], |xml| color(xml, self.theme, style.color));
            let faces = match style.family {
                Family::Inter => ["+mn-lt", "+mn-ea", "+mn-cs"],
                Family::InterDisplay => ["+mj-lt", "+mj-ea", "+mj-cs"],
            };
            for (name, face) in ["a:latin", "a:ea", "a:cs"].into_iter().zip(faces) {
                xml.empty(name, &[("typeface", face)]);
            }
        });
    }
}

/// A paragraph of a block.
struct Look<'a> {
    text: &'a TextPrim,
    space: f64,
    indent: f64,
    align: Align,
    styled: bool,
}

/// The words of a block as a deck has them. Where a word was broken stands a hyphen, since of soft ones LibreOffice shows
/// none, and a new line, so that it is never seen in the middle of one; all others go.
fn shown(text: &TextPrim) -> String {
    const SOFT: &str = "\u{ad}";
    if !text.text.contains(SOFT) || text.lines.iter().all(|line| !line.hyphen) {
        return text.text.replace(SOFT, "");
    }
    let mut words = text.text.clone();
    for line in text.lines.iter().rev().filter(|line| line.hyphen) {
        let end = line.end as usize;
        // The soft hyphen is the last of the line's characters, or the one behind them.
        let at = if words[..end].ends_with(SOFT) { end - SOFT.len() } else { end };
        if words[at..].starts_with(SOFT) {
            words.replace_range(at..at + SOFT.len(), &format!("-{BREAK}"));
        }
    }
    words.replace(SOFT, "")
}

/// The runs of a paragraph. Blocks whose words were changed for the deck have one style.
fn spans(text: &TextPrim, words: &str, range: std::ops::Range<usize>) -> Vec<(usize, usize, TextStyle)> {
    if range.is_empty() {
        return Vec::new();
    }
    let first = text.spans[0].style;
    if text.spans.len() == 1 || words.len() != text.text.len() {
        return vec![(range.start, range.end, first)];
    }
    let cut = text
        .spans
        .iter()
        .map(|span| (range.start.max(span.start as usize), range.end.min(span.end as usize), span.style));
    cut.filter(|(start, end, _)| start < end).collect()
}

/// A language with its country, which writing programs need to find their spelling checker.
pub(super) fn full_language(tag: &str) -> String {
    const USUAL: [(&str, &str); 14] = [
        ("en", "en-US"),
        ("de", "de-DE"),
        ("fr", "fr-FR"),
        ("es", "es-ES"),
        ("it", "it-IT"),
        ("nl", "nl-NL"),
        ("pt", "pt-PT"),
        ("pl", "pl-PL"),
        ("sv", "sv-SE"),
        ("ar", "ar-SA"),
        ("he", "he-IL"),
        ("ja", "ja-JP"),
        ("ko", "ko-KR"),
        ("zh", "zh-CN"),
    ];
    let usual = USUAL.iter().find(|(short, _)| *short == tag.to_lowercase());
    match usual {
        Some((_, full)) => (*full).to_owned(),
        None if tag.is_empty() => "en-US".to_owned(),
        None => tag.to_owned(),
    }
}
