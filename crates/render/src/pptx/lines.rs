//! Paths, lines and connectors of a slide: free shapes, and straight lines that may be glued to others.

use super::bands;
use super::items::{moved_segment, union};
use super::shape::hull;
use super::slide::{Painter, Part};
use super::xml::Xml;
use layout::{ConnectorPrim, PathPrim, Point, Segment, Stroke};

impl Painter<'_> {
    /// A path: a group of parts where its colour changes on the way.
    pub(super) fn path(&mut self, xml: &mut Xml, part: Part<'_>, prim: &PathPrim) {
        let parts = match &prim.stroke {
            Some(stroke) if prim.fill.is_none() => bands::parts(&prim.segments, stroke),
            _ => Vec::new(),
        };
        if parts.len() > 1 {
            // A group of its own, so that the line stays one thing.
            let frame = parts.iter().map(|(band, _)| hull(band)).reduce(union).unwrap_or_default();
            self.group(xml, part, frame.moved(part.at), |own, xml| {
                for (segments, stroke) in parts {
                    let band = PathPrim { segments, fill: None, stroke: Some(stroke) };
                    let part = own.inner(part);
                    own.freeform(xml, part, &band);
                }
            });
            return;
        }
        let single = parts.into_iter().next();
        let single = single.map(|(segments, stroke)| PathPrim { segments, fill: None, stroke: Some(stroke) });
        let prim = single.as_ref().unwrap_or(prim);
        if let ([Segment::Move(from), Segment::Line(to)], None) = (prim.segments.as_slice(), &prim.fill) {
            self.straight(xml, part, [*from, *to], prim.stroke.as_ref(), &[]);
            return;
        }
        self.freeform(xml, part, prim);
    }

    fn freeform(&mut self, xml: &mut Xml, part: Part<'_>, prim: &PathPrim) {
        let segments: Vec<Segment> =
            prim.segments.iter().map(|segment| moved_segment(*segment, part.at)).collect();
        let look = |own: &Self, xml: &mut Xml| {
            own.pen.path(xml, &segments, prim.fill.is_some());
            own.pen.fill(xml, prim.fill.as_ref(), hull(&prim.segments));
            own.pen.stroke(xml, prim.stroke.as_ref());
        };
        self.shape(xml, part, &part.name(), look, None);
    }

    /// A straight line, glued to shapes where it begins or ends at them: names of the ends, ids and sites.
    fn straight(
        &mut self,
        xml: &mut Xml,
        part: Part<'_>,
        ends: [Point; 2],
        stroke: Option<&Stroke>,
        glued: &[(&str, String, &str)],
    ) {
        xml.element("p:cxnSp", &[], |xml| {
            xml.element("p:nvCxnSpPr", &[], |xml| {
                self.properties(xml, part.id, &part.name(), part.node, part.whole);
                xml.element("p:cNvCxnSpPr", &[], |xml| {
                    for (name, id, site) in glued {
                        xml.empty(name, &[("id", id), ("idx", site)]);
                    }
                });
                xml.empty("p:nvPr", &[]);
            });
            xml.element("p:spPr", &[], |xml| {
                self.pen.line(xml, ends[0] + part.at, ends[1] + part.at);
                self.pen.stroke(xml, stroke);
            });
        });
    }

    /// A line from shape to shape.
    pub(super) fn connector(&mut self, xml: &mut Xml, part: Part<'_>, prim: &ConnectorPrim) {
        let ([Segment::Move(from), .., Segment::Line(to)]
        | [Segment::Move(from), .., Segment::Cubic(_, _, to)]) = prim.segments.as_slice()
        else {
            return;
        };
        // On a disc the sites run from the top against the clock, in eighths.
        let (start, end) = if to.x >= from.x { ("6", "2") } else { ("2", "6") };
        let ends = [("a:stCxn", &prim.from, start), ("a:endCxn", &prim.to, end)];
        let glued: Vec<(&str, String, &str)> = ends
            .into_iter()
            .filter_map(|(name, node, site)| Some((name, self.ids.get(node.as_ref()?)?.to_string(), site)))
            .collect();
        self.straight(xml, part, [*from, *to], Some(&prim.stroke), &glued);
    }
}
