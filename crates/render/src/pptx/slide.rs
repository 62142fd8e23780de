//! A Scene as a slide: each node becomes one native shape, or a group of them, in reading order.

use super::bands;
use super::image::{self, Media};
use super::items::{Item, items, moved, moved_segment, name, part_name, union};
use super::measure::Measure;
use super::placeholder::Placeholder;
use super::shape::{Pen, hull, transform};
use super::text::{Insets, Lie, Words, bounds, place_of, slack};
use super::tree::{group_transform, tree_head};
use super::xml::{A, P, R, Xml};
use crate::link::outward;
use layout::{ConnectorPrim, Node, NodeKey, PathPrim, Point, Rect, RectPrim, Role, Segment, Slide, TextPrim};
use std::collections::HashMap;

/// A slide's part, and what it refers to.
pub(super) struct Made {
    pub(super) xml: Vec<u8>,
    /// Links, in the order of their relationships, which begin at `rId3`.
    pub(super) links: Vec<String>,
    /// Pictures by hash, each with the id of its relationship.
    pub(super) pictures: Vec<(String, String)>,
}

/// The part of a slide.
pub(super) fn part(slide: &Slide, media: &Media) -> Made {
    let scene = &slide.scene;
    let measure = Measure::of(scene.size.w);
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
            });
        });
        xml.element("p:clrMapOvr", &[], |xml| xml.empty("a:masterClrMapping", &[]));
    });
    Made { xml: xml.finish(), links: painter.links, pictures: painter.pictures }
}

pub(super) struct Painter<'a> {
    pub(super) slide: &'a Slide,
    pub(super) measure: Measure,
    pen: Pen,
    /// The id of each node's own shape, known beforehand for connectors.
    ids: HashMap<&'a NodeKey, u32>,
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
        let id = self.ids[&node.key];
        if let (Some(kind), [Item::Text(text)]) = (placeholder, items.as_slice()) {
            self.placeholder(xml, node, kind, &moved(text, at), id);
            return;
        }
        match items.as_slice() {
            [] => {}
            [only] => self.item(xml, node, at, only, id, true),
            several => {
                let frame =
                    several.iter().map(|item| self.extent(item, at)).reduce(union).unwrap_or_default();
                xml.element("p:grpSp", &[], |xml| {
                    xml.element("p:nvGrpSpPr", &[], |xml| {
                        self.properties(xml, id, &name(node), node, true);
                        xml.empty("p:cNvGrpSpPr", &[]);
                        xml.empty("p:nvPr", &[]);
                    });
                    xml.element("p:grpSpPr", &[], |xml| group_transform(xml, self.measure.place(frame)));
                    for item in several {
                        let id = self.next;
                        self.next += 1;
                        self.item(xml, node, at, item, id, false);
                    }
                });
            }
        }
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

    fn extent(&self, item: &Item<'_>, at: Point) -> Rect {
        let rect = match item {
            Item::Rect(prim, _) => prim.rect,
            Item::Path(prim) => hull(&prim.segments),
            Item::Connector(prim) => hull(&prim.segments),
            Item::Image(prim) => prim.rect,
            Item::Text(text) => bounds(text),
        };
        rect.moved(at)
    }

    fn item(&mut self, xml: &mut Xml, node: &Node, at: Point, item: &Item<'_>, id: u32, whole: bool) {
        match item {
            Item::Rect(prim, texts) => self.rect(xml, node, at, prim, texts, id, whole),
            Item::Path(prim) => self.path(xml, node, at, prim, id, whole),
            Item::Connector(prim) => self.connector(xml, node, at, prim, id, whole),
            Item::Text(text) => self.text(xml, node, &moved(text, at), id, whole),
            Item::Image(prim) => {
                let relation = self.relation(&prim.image);
                let name = name(node);
                let properties = |own: &mut Self, xml: &mut Xml| own.properties(xml, id, &name, node, whole);
                if let Some(relation) = relation {
                    let place = self.measure.place(prim.rect.moved(at));
                    xml.element("p:pic", &[], |xml| {
                        xml.element("p:nvPicPr", &[], |xml| {
                            properties(self, xml);
                            xml.empty("p:cNvPicPr", &[]);
                            xml.empty("p:nvPr", &[]);
                        });
                        image::fill(xml, &relation, prim.crop);
                        xml.element("p:spPr", &[], |xml| image::frame(xml, place, prim));
                    });
                }
            }
        }
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

    #[allow(clippy::too_many_arguments, reason = "one shape is made of all of them")]
    fn rect(
        &mut self,
        xml: &mut Xml,
        node: &Node,
        at: Point,
        prim: &RectPrim,
        texts: &[TextPrim],
        id: u32,
        whole: bool,
    ) {
        let rect = prim.rect.moved(at);
        let texts: Vec<TextPrim> = texts.iter().map(|text| moved(text, at)).collect();
        let texts: Vec<&TextPrim> = texts.iter().collect();
        // The words make the shape: inside of a group its name is still that of the node.
        let name = if whole || !texts.is_empty() { name(node) } else { part_name(node) };
        let words = self.words(node);
        let pen = self.pen;
        xml.element("p:sp", &[], |xml| {
            xml.element("p:nvSpPr", &[], |xml| {
                self.properties(xml, id, &name, node, whole);
                xml.empty("p:cNvSpPr", &[]);
                xml.empty("p:nvPr", &[]);
            });
            xml.element("p:spPr", &[], |xml| {
                pen.rect(xml, rect, prim.radius);
                pen.fill(xml, prim.fill.as_ref(), prim.rect);
                pen.stroke(xml, prim.stroke.as_ref());
            });
            let (insets, lie) = self.inside(rect, prim.radius, &texts);
            words.body(xml, &texts, insets, lie);
        });
    }

    /// How words lie in a box: where they stand on the Scene, with room to grow at the side where they end.
    fn inside(&self, rect: Rect, radius: f64, texts: &[&TextPrim]) -> (Insets, Lie) {
        let Some(first) = texts.first() else { return (Insets::default(), Lie::Flow) };
        let around = bounds(first);
        let middle = |place: Rect| Point::new(place.x + place.w / 2.0, place.y + place.h / 2.0);
        let (own, words) = (middle(rect), middle(around));
        if texts.len() == 1
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
            (texts.iter().any(|text| !text.rtl), texts.iter().any(|text| text.rtl));
        let left = if some_begin_left { left } else { room(left) };
        let right = if some_begin_right { right } else { room(right) };
        let emu = |length: f64| self.measure.emu(length.max(0.0));
        let insets = Insets { left: emu(left), top: emu(around.y - rect.y), right: emu(right), bottom: 0 };
        (insets, Lie::Flow)
    }

    fn path(&mut self, xml: &mut Xml, node: &Node, at: Point, prim: &PathPrim, id: u32, whole: bool) {
        let pen = self.pen;
        let parts = match &prim.stroke {
            Some(stroke) if prim.fill.is_none() => bands::parts(&prim.segments, stroke),
            _ => Vec::new(),
        };
        if parts.len() > 1 {
            // A group of its own, so that the line stays one thing.
            let frame = parts.iter().map(|(part, _)| hull(part)).reduce(union).unwrap_or_default().moved(at);
            xml.element("p:grpSp", &[], |xml| {
                xml.element("p:nvGrpSpPr", &[], |xml| {
                    self.properties(xml, id, &part_name(node), node, whole);
                    xml.empty("p:cNvGrpSpPr", &[]);
                    xml.empty("p:nvPr", &[]);
                });
                xml.element("p:grpSpPr", &[], |xml| group_transform(xml, self.measure.place(frame)));
                for (part, stroke) in &parts {
                    let id = self.next;
                    self.next += 1;
                    let part = PathPrim { segments: part.clone(), fill: None, stroke: Some(stroke.clone()) };
                    self.freeform(xml, node, at, &part, id, false);
                }
            });
            return;
        }
        let single = parts.into_iter().next();
        let single = single.map(|(segments, stroke)| PathPrim { segments, fill: None, stroke: Some(stroke) });
        let prim = single.as_ref().unwrap_or(prim);
        if let ([Segment::Move(from), Segment::Line(to)], None) = (prim.segments.as_slice(), &prim.fill) {
            let name = if whole { name(node) } else { part_name(node) };
            xml.element("p:cxnSp", &[], |xml| {
                xml.element("p:nvCxnSpPr", &[], |xml| {
                    self.properties(xml, id, &name, node, whole);
                    xml.empty("p:cNvCxnSpPr", &[]);
                    xml.empty("p:nvPr", &[]);
                });
                xml.element("p:spPr", &[], |xml| {
                    pen.line(xml, *from + at, *to + at);
                    pen.stroke(xml, prim.stroke.as_ref());
                });
            });
            return;
        }
        self.freeform(xml, node, at, prim, id, whole);
    }

    fn freeform(&mut self, xml: &mut Xml, node: &Node, at: Point, prim: &PathPrim, id: u32, whole: bool) {
        let pen = self.pen;
        let segments: Vec<Segment> =
            prim.segments.iter().map(|segment| moved_segment(*segment, at)).collect();
        let name = if whole { name(node) } else { part_name(node) };
        xml.element("p:sp", &[], |xml| {
            xml.element("p:nvSpPr", &[], |xml| {
                self.properties(xml, id, &name, node, whole);
                xml.empty("p:cNvSpPr", &[]);
                xml.empty("p:nvPr", &[]);
            });
            xml.element("p:spPr", &[], |xml| {
                pen.path(xml, &segments, prim.fill.is_some());
                pen.fill(xml, prim.fill.as_ref(), hull(&prim.segments));
                pen.stroke(xml, prim.stroke.as_ref());
            });
        });
    }

    fn connector(
        &mut self,
        xml: &mut Xml,
        node: &Node,
        at: Point,
        prim: &ConnectorPrim,
        id: u32,
        whole: bool,
    ) {
        let ([Segment::Move(from), .., Segment::Line(to)]
        | [Segment::Move(from), .., Segment::Cubic(_, _, to)]) = prim.segments.as_slice()
        else {
            return;
        };
        let pen = self.pen;
        // On a disc the sites run from the top against the clock, in eighths.
        let (start, end) = if to.x >= from.x { ("6", "2") } else { ("2", "6") };
        let ends = [("a:stCxn", &prim.from, start), ("a:endCxn", &prim.to, end)];
        let glued: Vec<(&str, String, &str)> = ends
            .into_iter()
            .filter_map(|(name, node, site)| Some((name, self.ids.get(node.as_ref()?)?.to_string(), site)))
            .collect();
        let name = if whole { name(node) } else { part_name(node) };
        xml.element("p:cxnSp", &[], |xml| {
            xml.element("p:nvCxnSpPr", &[], |xml| {
                self.properties(xml, id, &name, node, whole);
                xml.element("p:cNvCxnSpPr", &[], |xml| {
                    for (name, id, site) in &glued {
                        xml.empty(name, &[("id", id), ("idx", site)]);
                    }
                });
                xml.empty("p:nvPr", &[]);
            });
            xml.element("p:spPr", &[], |xml| {
                pen.line(xml, *from + at, *to + at);
                pen.stroke(xml, Some(&prim.stroke));
            });
        });
    }

    fn text(&mut self, xml: &mut Xml, node: &Node, text: &TextPrim, id: u32, whole: bool) {
        let (place, lie) = place_of(text, self.measure, Rect::of(self.slide.scene.size));
        let words = self.words(node);
        let name = name(node);
        xml.element("p:sp", &[], |xml| {
            xml.element("p:nvSpPr", &[], |xml| {
                self.properties(xml, id, &name, node, whole);
                xml.empty("p:cNvSpPr", &[("txBox", "1")]);
                xml.empty("p:nvPr", &[]);
            });
            xml.element("p:spPr", &[], |xml| {
                transform(xml, place, "");
                xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
                xml.empty("a:noFill", &[]);
            });
            words.body(xml, &[text], Insets::default(), lie);
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
