//! The master and its layouts: where title, sentence, footer and number stand, and how they look.

use super::measure::{Extent, Measure, Place};
use super::placeholder::{Placeholder, number_field};
use super::shape::transform;
use super::text::{bounds, full_language};
use super::theme::{color, color_map};
use super::tree::tree_head;
use super::xml::{A, P, R, Xml};
use layout::{Family, NodeKey, Prim, Size, Slide, TextPrim, TextStyle, Theme};

/// A layout: all slides whose title has one size share it, if they are read the same way.
pub(super) struct Layout<'a> {
    /// Its name.
    pub(super) name: String,
    /// A slide that shows where everything stands.
    example: &'a Slide,
    /// The size of its title.
    size: f64,
}

/// What layouts are called.
const FINDING: &str = "Desire Path finding";
const STAGE: &str = "Desire Path stage";
/// What is added to the names of those that are read from right to left.
const FROM_RIGHT: &str = ", from right to left";

/// The layouts that a deck needs, and for each slide which one is its own.
pub(super) fn layouts(slides: &[Slide]) -> (Vec<Layout<'_>>, Vec<usize>) {
    let mut found: Vec<Layout<'_>> = Vec::new();
    let mut own = Vec::with_capacity(slides.len());
    for slide in slides {
        let size = words(slide, &slide.places.title)
            .map_or(0.0, |text| text.spans.first().map_or(0.0, |span| span.style.size));
        let at = found.iter().position(|layout| {
            (layout.size - size).abs() < 0.01 && layout.example.from_right == slide.from_right
        });
        let at = at.unwrap_or_else(|| {
            // The size is in the name: a deck may hold those of both densities.
            let points = Measure::of(slide.scene.size, Extent::OURS).centipoints(size) as f64 / 100.0;
            let name = format!(
                "{}, {points} pt{}",
                if slide.identity.about.starts_with("stage/") { STAGE } else { FINDING },
                if slide.from_right { FROM_RIGHT } else { "" }
            );
            found.push(Layout { name, example: slide, size });
            found.len() - 1
        });
        own.push(at);
    }
    (found, own)
}

/// The words of a node on a slide, in the slide's own frame.
fn words(slide: &Slide, key: &NodeKey) -> Option<TextPrim> {
    let place = slide.scene.place(key)?;
    slide.scene.node(key)?.prims.iter().find_map(|prim| match prim {
        Prim::Text(text) => {
            let origin = layout::Point::new(place.x + text.origin.x, place.y + text.origin.y);
            Some(TextPrim { origin, ..text.clone() })
        }
        _ => None,
    })
}

/// A place that slides fill, as it stands on a layout.
struct Stand {
    kind: Placeholder,
    place: Place,
    style: TextStyle,
    from_right: bool,
}

/// The places of a slide; what it lacks stands where it stands elsewhere.
fn stands(slide: &Slide, extent: Extent) -> Vec<Stand> {
    let measure = Measure::of(slide.scene.size, extent);
    let places = &slide.places;
    let kinds = [
        (Placeholder::Title, &places.title),
        (Placeholder::Subtitle, &places.subtitle),
        (Placeholder::Footer, &places.footer),
        (Placeholder::Number, &places.number),
    ];
    let all = slide.scene.size.w;
    let margin = words(slide, &places.title).map_or(96.0, |text| match slide.from_right {
        false => text.origin.x,
        true => all - text.origin.x - text.width,
    });
    let wide = all - 2.0 * margin;
    let has_logo = slide.scene.nodes.keys().any(|key| key.0.starts_with("logo/"));
    kinds
        .into_iter()
        .filter_map(|(kind, key)| {
            let text = words(slide, key)?;
            let around = bounds(&text);
            let mut rect = match kind {
                Placeholder::Title | Placeholder::Subtitle => {
                    layout::Rect::new(margin, around.y, text.width.max(around.w), around.h)
                }
                // Words from right to left end where the number, or the logo before it, leaves room.
                Placeholder::Footer if text.rtl && !slide.from_right => {
                    layout::Rect::new(margin, around.y, around.right() - margin, around.h)
                }
                // The logo stands before the number.
                Placeholder::Footer if has_logo => layout::Rect::new(margin, around.y, wide * 0.8, around.h),
                Placeholder::Footer => layout::Rect::new(margin, around.y, wide * 0.89, around.h),
                Placeholder::Number => layout::Rect::new(margin + wide * 0.9, around.y, wide * 0.1, around.h),
            };
            rect.h *= 1.05;
            if slide.from_right {
                rect.x = all - rect.right();
            }
            let style = text.spans.first()?.style;
            Some(Stand { kind, place: measure.place(rect), style, from_right: slide.from_right })
        })
        .collect()
}

/// The part of the master.
pub(super) fn master(slides: &[Slide], layouts: &[Layout<'_>], theme: Theme) -> Vec<u8> {
    let example = layouts.first().map(|layout| layout.example).or(slides.first());
    let size = example.map_or(Size::new(1920.0, 1080.0), |slide| slide.scene.size);
    let measure = Measure::of(size, Extent::OURS);
    let stands = example.map(|slide| stands(slide, Extent::OURS)).unwrap_or_default();
    let mut xml = Xml::new();
    xml.element("p:sldMaster", &[("xmlns:a", A), ("xmlns:p", P), ("xmlns:r", R)], |xml| {
        xml.element("p:cSld", &[], |xml| {
            background(xml);
            tree(xml, &stands, measure, theme, example, false);
        });
        color_map(xml, "p:clrMap", theme);
        xml.element("p:sldLayoutIdLst", &[], |xml| {
            for at in 0..layouts.len() {
                let (id, relation) = ((2_147_483_649 + at as u64).to_string(), format!("rId{}", at + 1));
                xml.empty("p:sldLayoutId", &[("id", &id), ("r:id", &relation)]);
            }
        });
        xml.element("p:txStyles", &[], |xml| {
            let title = stands.iter().find(|stand| matches!(stand.kind, Placeholder::Title));
            let body = stands.iter().find(|stand| matches!(stand.kind, Placeholder::Subtitle)).or(title);
            for (name, stand) in [("p:titleStyle", title), ("p:bodyStyle", body), ("p:otherStyle", None)] {
                xml.element(name, &[], |xml| match stand {
                    Some(stand) => level(xml, "a:lvl1pPr", stand, measure, theme, true),
                    None => plain_level(xml),
                });
            }
        });
    });
    xml.finish()
}

/// The part of a layout.
pub(super) fn layout(layout: &Layout<'_>, extent: Extent, theme: Theme) -> Vec<u8> {
    let measure = Measure::of(layout.example.scene.size, extent);
    let stands = stands(layout.example, extent);
    let mut xml = Xml::new();
    let spaces = [("xmlns:a", A), ("xmlns:p", P), ("xmlns:r", R), ("preserve", "1"), ("userDrawn", "1")];
    xml.element("p:sldLayout", &spaces, |xml| {
        xml.element("p:cSld", &[("name", &layout.name)], |xml| {
            tree(xml, &stands, measure, theme, Some(layout.example), true);
        });
        xml.element("p:clrMapOvr", &[], |xml| xml.empty("a:masterClrMapping", &[]));
    });
    xml.finish()
}

/// The ground of a master: the theme's own.
pub(super) fn background(xml: &mut Xml) {
    xml.element("p:bg", &[], |xml| {
        xml.element("p:bgPr", &[], |xml| {
            xml.element("a:solidFill", &[], |xml| xml.empty("a:schemeClr", &[("val", "bg1")]));
            xml.empty("a:effectLst", &[]);
        });
    });
}

/// The places of a master or of a layout. Only layouts colour the foot: LibreOffice makes a lighter or darker kind of a
/// colour once more for each that says it.
fn tree(
    xml: &mut Xml,
    stands: &[Stand],
    measure: Measure,
    theme: Theme,
    example: Option<&Slide>,
    is_layout: bool,
) {
    let language = example.map_or("en", |slide| slide.scene.language.as_str());
    xml.element("p:spTree", &[], |xml| {
        tree_head(xml);
        for (stand, id) in stands.iter().zip(2_u32..) {
            let name = stand.kind.name();
            let is_foot = matches!(stand.kind, Placeholder::Footer | Placeholder::Number);
            let is_colored = is_layout || !is_foot;
            xml.element("p:sp", &[], |xml| {
                xml.element("p:nvSpPr", &[], |xml| {
                    xml.empty("p:cNvPr", &[("id", &id.to_string()), ("name", name)]);
                    xml.element("p:cNvSpPr", &[], |xml| xml.empty("a:spLocks", &[("noGrp", "1")]));
                    xml.element("p:nvPr", &[], |xml| stand.kind.write(xml));
                });
                xml.element("p:spPr", &[], |xml| {
                    transform(xml, stand.place, "");
                    xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
                });
                xml.element("p:txBody", &[], |xml| {
                    let insets =
                        [("lIns", "0"), ("tIns", "0"), ("rIns", "0"), ("bIns", "0"), ("anchor", "t")];
                    xml.element("a:bodyPr", &insets, |xml| xml.empty("a:normAutofit", &[]));
                    xml.element("a:lstStyle", &[], |xml| {
                        level(xml, "a:lvl1pPr", stand, measure, theme, is_colored)
                    });
                    match stand.kind {
                        Placeholder::Number => number_field(xml, language, "‹#›"),
                        Placeholder::Title | Placeholder::Subtitle | Placeholder::Footer => {
                            xml.element("a:p", &[], |xml| {
                                xml.element("a:r", &[], |xml| {
                                    xml.empty("a:rPr", &[("lang", &full_language(language))]);
                                    xml.words("a:t", &[], name);
                                });
                            });
                        }
                    }
                });
            });
        }
    });
}

/// The look of the first level of a place.
fn level(xml: &mut Xml, name: &str, stand: &Stand, measure: Measure, theme: Theme, is_colored: bool) {
    let style = stand.style;
    let is_at_end = matches!(stand.kind, Placeholder::Number);
    let align = if is_at_end == stand.from_right { "l" } else { "r" };
    xml.element(name, &[("marL", "0"), ("indent", "0"), ("algn", align), ("defTabSz", "914400")], |xml| {
        let line = measure.centipoints(style.line_height).to_string();
        xml.element("a:lnSpc", &[], |xml| xml.empty("a:spcPts", &[("val", &line)]));
        xml.element("a:spcBef", &[], |xml| xml.empty("a:spcPts", &[("val", "0")]));
        xml.empty("a:buNone", &[]);
        let size = measure.centipoints(style.size).to_string();
        let spacing = measure.centipoints(style.letter_spacing).to_string();
        let bold = if style.weight >= 600 { "1" } else { "0" };
        xml.element("a:defRPr", &[("sz", &size), ("b", bold), ("kern", "1200"), ("spc", &spacing)], |xml| {
            if is_colored {
                xml.element("a:solidFill", &[], |xml| color(xml, theme, style.color));
            }
            let faces = match style.family {
                Family::Inter => ["+mn-lt", "+mn-ea", "+mn-cs"],
                Family::InterDisplay => ["+mj-lt", "+mj-ea", "+mj-cs"],
            };
            for (name, face) in ["a:latin", "a:ea", "a:cs"].into_iter().zip(faces) {
                xml.empty(name, &[("typeface", face)]);
            }
        });
    });
}

/// What text boxes begin with.
pub(super) fn plain_level(xml: &mut Xml) {
    xml.element("a:lvl1pPr", &[("marL", "0"), ("algn", "l"), ("defTabSz", "914400")], |xml| {
        xml.element("a:defRPr", &[("sz", "1400"), ("kern", "1200")], |xml| {
            xml.element("a:solidFill", &[], |xml| xml.empty("a:schemeClr", &[("val", "tx1")]));
            for (name, face) in [("a:latin", "+mn-lt"), ("a:ea", "+mn-ea"), ("a:cs", "+mn-cs")] {
                xml.empty(name, &[("typeface", face)]);
            }
        });
    });
}
