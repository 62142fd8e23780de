//! A Scene as a slide: each node becomes one native shape, or a group of them, in reading order.

use super::image::{self, Media};
use super::items::{Item, items, moved, name, part_name, union};
use super::mark;
use super::measure::{Extent, Measure};
use super::package::{Kind, Relation};
use super::placeholder::Placeholder;
use super::shape::{Pen, transform};
use super::text::{Insets, Lie, Words, bounds, place_of, slack};
use super::tree::{group_transform, tree_head};
use super::xml::{A, P, R, Xml};
use crate::link::outward;
use layout::{ImagePrim, Node, NodeKey, Point, Rect, RectPrim, Role, Slide, TextPrim};
use std::collections::HashMap;

/// A slide's part, and what it refers to.
pub(super) struct Made {
    pub(super) xml: Vec<u8>,
    /// Links, in the order of their relationships, which begin at `rId3`.
    pub(super) links: Vec<String>,
    /// Pictures by hash, each with the id of its relationship.
    pub(super) pictures: Vec<(String, String)>,
}

impl Made {
    /// The relationships of links and pictures; the latter lead to where `target` says.
    pub(super) fn relations(&self, target: impl Fn(&str) -> Option<String>) -> Vec<Relation> {
        let links = self.links.iter().zip(3..);
        let links = links.map(|(link, number)| Relation {
            id: format!("rId{number}"),
            kind: Kind::Link,
            target: link.clone(),
        });
        let pictures = self.pictures.iter().filter_map(|(hash, id)| {
            Some(Relation { id: id.clone(), kind: Kind::Office("image"), target: target(hash)? })
        });
        links.chain(pictures).collect()
    }
}

/// One thing of a node while it becomes a shape.
#[derive(Clone, Copy)]
pub(super) struct Part<'n> {
    pub(super) node: &'n Node,
    /// Where the node's own corner lies.
    pub(super) at: Point,
    /// The id of the shape.
    pub(super) id: u32,
    /// Whether the shape stands for the whole node, and not for a part of its drawing.
    pub(super) whole: bool,
}

impl Part<'_> {
    /// What the shape is called.
    pub(super) fn name(self) -> String {
        if self.whole { name(self.node) } else { part_name(self.node) }
    }
}

/// The part of a slide, with a mark by which it is known again.
pub(super) fn part(slide: &Slide, extent: Extent, media: &Media) -> Made {
    let scene = &slide.scene;
    let measure = Measure::of(scene.size, extent);
    let order = scene.reading_order();
    let ids: HashMap<&NodeKey, u32> =
        order.iter().zip(2_u32..).map(|(placed, id)| (&placed.node.key, id)).collect();
    let mut painter = Painter {
        slide,
        measure,
        pen: Pen { measure, theme: slide.theme },
        next: order.len() as u32 + 2,
        ids,
        media,
        links: Vec::new(),
        pictures: Vec::new(),
    };
    let mut xml = Xml::new();
    xml.element("p:sld", &[("xmlns:a", A), ("xmlns:p", P), ("xmlns:r", R)], |xml| {
        xml.element("p:cSld", &[("name", &slide.name)], |xml| {
            xml.element("p:spTree", &[], |xml| {
                tree_head(xml);
                for placed in &order {
                    painter.node(xml, placed.node, placed.at);
                }
                mark::write(xml, painter.next);
            });
        });
        xml.element("p:clrMapOvr", &[], |xml| xml.empty("a:masterClrMapping", &[]));
    });
    let xml = mark::fill(xml.finish(), slide);
    Made { xml, links: painter.links, pictures: painter.pictures }
}

pub(super) struct Painter<'a> {
    pub(super) slide: &'a Slide,
    pub(super) measure: Measure,
    pub(super) pen: Pen,
    /// The id of each node's own shape, known beforehand for connectors.
    pub(super) ids: HashMap<&'a NodeKey, u32>,
    /// The next id of a shape inside of a group.
    next: u32,
    media: &'a Media,
    links: Vec<String>,
    pictures: Vec<(String, String)>,
}

impl<'a> Painter<'a> {
    fn node(&mut self, xml: &mut Xml, node: &'a Node, at: Point) {
        let places = &self.slide.places;
        let placeholder = match &node.key {
            key if *key == places.title => Some(Placeholder::Title),
            key if *key == places.subtitle => Some(Placeholder::Subtitle),
            key if *key == places.footer => Some(Placeholder::Footer),
            key if *key == places.number => Some(Placeholder::Number),
            _ => None,
        };
        let items = items(node);
        let part = Part { node, at, id: self.ids[&node.key], whole: true };
        if let (Some(kind), [Item::Text(text)]) = (placeholder, items.as_slice()) {
            self.placeholder(xml, node, kind, &moved(text, at), part.id);
            return;
        }
        match items.as_slice() {
            [] => {}
            [only] => self.item(xml, part, only),
            several => {
                let frame =
                    several.iter().map(|item| item.extent().moved(at)).reduce(union).unwrap_or_default();
                self.group(xml, part, frame, |own, xml| {
                    for item in several {
                        let part = own.inner(part);
                        own.item(xml, part, item);
                    }
                });
            }
        }
    }

    /// A part of a drawing, with an id of its own.
    pub(super) fn inner<'n>(&mut self, of: Part<'n>) -> Part<'n> {
        self.next += 1;
        Part { id: self.next - 1, whole: false, ..of }
    }

    /// Id, name, alternative text and link. A shape inside of a group leaves the latter two to the group.
    pub(super) fn properties(&mut self, xml: &mut Xml, id: u32, name: &str, node: &Node, whole: bool) {
        let id = id.to_string();
        let mut attributes = vec![("id", id.as_str()), ("name", name)];
        let is_silent = node.role == Role::Decoration;
        if whole && !is_silent && !node.alt.is_empty() && node.alt != name {
            attributes.push(("descr", &node.alt));
        }
        let link = outward(node.link.as_deref()).filter(|_| whole).map(str::to_owned);
        xml.element("p:cNvPr", &attributes, |xml| {
            if let Some(link) = link {
                self.links.push(link);
                xml.empty("a:hlinkClick", &[("r:id", &format!("rId{}", self.links.len() + 2))]);
            }
            if is_silent || !whole {
                decorative(xml);
            }
        });
    }

    /// A group whose frame is that of what lies in it.
    pub(super) fn group(
        &mut self,
        xml: &mut Xml,
        part: Part<'_>,
        frame: Rect,
        inside: impl FnOnce(&mut Self, &mut Xml),
    ) {
        xml.element("p:grpSp", &[], |xml| {
            xml.element("p:nvGrpSpPr", &[], |xml| {
                self.properties(xml, part.id, &part.name(), part.node, part.whole);
                xml.empty("p:cNvGrpSpPr", &[]);
                xml.empty("p:nvPr", &[]);
            });
            let place = self.measure.place_around(frame);
            xml.element("p:grpSpPr", &[], |xml| group_transform(xml, place));
            inside(self, xml);
        });
    }

    /// A shape: what it is called, how it looks, and the words in it.
    pub(super) fn shape(
        &mut self,
        xml: &mut Xml,
        part: Part<'_>,
        name: &str,
        look: impl FnOnce(&Self, &mut Xml),
        words: Option<(&[&TextPrim], Insets, Lie)>,
    ) {
        xml.element("p:sp", &[], |xml| {
            xml.element("p:nvSpPr", &[], |xml| {
                self.properties(xml, part.id, name, part.node, part.whole);
                xml.empty("p:cNvSpPr", &[]);
                xml.empty("p:nvPr", &[]);
            });
            xml.element("p:spPr", &[], |xml| look(self, xml));
            if let Some((texts, insets, lie)) = words {
                self.words(part.node).body(xml, texts, insets, lie);
            }
        });
    }

    fn item(&mut self, xml: &mut Xml, part: Part<'_>, item: &Item<'_>) {
        match item {
            Item::Rect(prim, texts, lie) => self.rect(xml, part, prim, texts, *lie),
            Item::Path(prim) => self.path(xml, part, prim),
            Item::Connector(prim) => self.connector(xml, part, prim),
            Item::Text(text) => self.text(xml, part, &moved(text, part.at)),
            Item::Image(prim) => self.image(xml, part, prim),
        }
    }

    fn image(&mut self, xml: &mut Xml, part: Part<'_>, prim: &ImagePrim) {
        let Some(relation) = self.relation(&prim.image) else { return };
        let place = self.measure.place(prim.rect.moved(part.at));
        xml.element("p:pic", &[], |xml| {
            xml.element("p:nvPicPr", &[], |xml| {
                self.properties(xml, part.id, &name(part.node), part.node, part.whole);
                xml.empty("p:cNvPicPr", &[]);
                xml.empty("p:nvPr", &[]);
            });
            image::fill(xml, &relation, prim.crop);
            xml.element("p:spPr", &[], |xml| image::frame(xml, place, prim));
        });
    }

    /// The relationship of a picture; none for one that is not in the deck.
    fn relation(&mut self, hash: &str) -> Option<String> {
        if !self.media.holds(hash) {
            return None;
        }
        if let Some((_, relation)) = self.pictures.iter().find(|(own, _)| own == hash) {
            return Some(relation.clone());
        }
        let relation = format!("rIdImage{}", self.pictures.len() + 1);
        self.pictures.push((hash.to_owned(), relation.clone()));
        Some(relation)
    }

    fn rect(&mut self, xml: &mut Xml, part: Part<'_>, prim: &RectPrim, texts: &[TextPrim], lie: Lie) {
        let rect = prim.rect.moved(part.at);
        let texts: Vec<TextPrim> = texts.iter().map(|text| moved(text, part.at)).collect();
        let texts: Vec<&TextPrim> = texts.iter().collect();
        // The words make the shape: inside of a group its name is still that of the node.
        let name = if texts.is_empty() { part.name() } else { name(part.node) };
        let (insets, lie) = self.inside(part.node.role, rect, prim.radius, &texts, lie);
        let look = |own: &Self, xml: &mut Xml| {
            own.pen.rect(xml, rect, prim.radius);
            own.pen.fill(xml, prim.fill.as_ref(), prim.rect);
            own.pen.stroke(xml, prim.stroke.as_ref());
        };
        self.shape(xml, part, &name, look, Some((&texts, insets, lie)));
    }

    /// How words lie in a box: where they stand on the Scene, with room to grow at the side where they end.
    fn inside(&self, role: Role, rect: Rect, radius: f64, texts: &[&TextPrim], lie: Lie) -> (Insets, Lie) {
        let Some(first) = texts.first() else { return (Insets::default(), Lie::Flow) };
        let around = bounds(first);
        let middle = |place: Rect| Point::new(place.x + place.w / 2.0, place.y + place.h / 2.0);
        let (own, words) = (middle(rect), middle(around));
        // The words of a card only seem to lie in its middle where they fill a line.
        if role != Role::Card
            && texts.len() == 1
            && first.lines.len() == 1
            && (own.x - words.x).abs() < 1.0
            && (own.y - words.y).abs() < 3.0
        {
            return (Insets::default(), Lie::Middle);
        }
        // The words of a rounded shape begin inside of its corners.
        let rect = rect.grown(-radius * (1.0 - std::f64::consts::FRAC_1_SQRT_2));
        let width = texts.iter().map(|text| text.width).fold(0.0, f64::max);
        let (left, right) = (first.origin.x - rect.x, rect.right() - first.origin.x - width);
        let more = texts.iter().map(|text| slack(text, width)).fold(0.0, f64::max);
        let room = |space: f64| (space - more).max(4.0);
        let (some_begin_left, some_begin_right) =
            (texts.iter().any(|text| !text.begins_right()), texts.iter().any(|text| text.begins_right()));
        let left = if some_begin_left { left } else { room(left) };
        let right = if some_begin_right { right } else { room(right) };
        let emu = |length: f64| self.measure.emu(length.max(0.0));
        let (top, bottom) = match lie {
            Lie::Hang => {
                (0.0, rect.bottom() - texts.iter().map(|text| bounds(text).bottom()).fold(0.0, f64::max))
            }
            Lie::Flow | Lie::Line | Lie::Middle => (around.y - rect.y, 0.0),
        };
        (Insets { left: emu(left), top: emu(top), right: emu(right), bottom: emu(bottom) }, lie)
    }

    fn text(&mut self, xml: &mut Xml, part: Part<'_>, text: &TextPrim) {
        let (mut place, lie) = place_of(text, self.measure, Rect::of(self.slide.scene.size));
        if part.whole {
            // What the layout left free below the words is theirs where another face breaks them elsewhere.
            let below = part.at.y + part.node.size.h - text.origin.y;
            place.h = place.h.max(self.measure.emu(below));
        }
        xml.element("p:sp", &[], |xml| {
            xml.element("p:nvSpPr", &[], |xml| {
                self.properties(xml, part.id, &name(part.node), part.node, part.whole);
                xml.empty("p:cNvSpPr", &[("txBox", "1")]);
                xml.empty("p:nvPr", &[]);
            });
            xml.element("p:spPr", &[], |xml| {
                transform(xml, place, "");
                xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
                xml.empty("a:noFill", &[]);
            });
            self.words(part.node).body(xml, &[text], Insets::default(), lie);
        });
    }

    /// What the words of a node need.
    pub(super) fn words<'n>(&self, node: &'n Node) -> Words<'n>
    where
        'a: 'n,
    {
        let language = node.language.as_deref().unwrap_or(&self.slide.scene.language);
        Words { measure: self.measure, theme: self.slide.theme, language }
    }
}

/// Says to screen readers that there is nothing to read.
fn decorative(xml: &mut Xml) {
    xml.element("a:extLst", &[], |xml| {
        xml.element("a:ext", &[("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}")], |xml| {
            let space = "http://schemas.microsoft.com/office/drawing/2017/decorative";
            xml.empty("adec:decorative", &[("xmlns:adec", space), ("val", "1")]);
        });
    });
}
