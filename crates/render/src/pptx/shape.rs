//! Rectangles, paths and connectors as native shapes: geometry, fill and line.

use super::measure::{Measure, Place};
use super::theme::color;
use super::xml::Xml;
use crate::geometry::{dashes, inked};
use layout::{Cap, Color, Join, Paint, Point, Rect, Segment, Stop, Stroke, Theme};

/// What fills, lines and geometry need at hand.
#[derive(Clone, Copy)]
pub(super) struct Pen {
    pub(super) measure: Measure,
    pub(super) theme: Theme,
}

impl Pen {
    /// A rounded rectangle, a pill or a disc.
    pub(super) fn rect(self, xml: &mut Xml, rect: Rect, radius: f64) {
        let place = self.measure.place(rect);
        transform(xml, place, "");
        let (short, long) = (rect.w.min(rect.h), rect.w.max(rect.h));
        if radius * 2.0 >= short - 0.01 && long - short < 0.01 {
            xml.element("a:prstGeom", &[("prst", "ellipse")], |xml| xml.empty("a:avLst", &[]));
        } else if radius > 0.0 && short > 0.0 {
            let share = (radius / short * 100_000.0).round().min(50_000.0) as i64;
            let formula = format!("val {share}");
            xml.element("a:prstGeom", &[("prst", "roundRect")], |xml| {
                xml.element("a:avLst", &[], |xml| xml.empty("a:gd", &[("name", "adj"), ("fmla", &formula)]));
            });
        } else {
            xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
        }
    }

    /// A free shape in the box around its points.
    pub(super) fn path(self, xml: &mut Xml, segments: &[Segment], filled: bool) {
        let place = self.measure.place_around(hull(segments));
        transform(xml, place, "");
        xml.element("a:custGeom", &[], |xml| {
            for name in ["a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"] {
                xml.empty(name, &[]);
            }
            xml.empty("a:rect", &[("l", "0"), ("t", "0"), ("r", "r"), ("b", "b")]);
            xml.element("a:pathLst", &[], |xml| {
                let (w, h) = (place.w.to_string(), place.h.to_string());
                let mut attributes = vec![("w", w.as_str()), ("h", h.as_str())];
                if !filled {
                    attributes.push(("fill", "none"));
                }
                xml.element("a:path", &attributes, |xml| self.steps(xml, segments, place));
            });
        });
    }

    fn steps(self, xml: &mut Xml, segments: &[Segment], place: Place) {
        let point = |xml: &mut Xml, at: Point| {
            let (x, y) = self.measure.point(at, place);
            xml.empty("a:pt", &[("x", &x.to_string()), ("y", &y.to_string())]);
        };
        for segment in segments {
            match *segment {
                Segment::Move(to) => xml.element("a:moveTo", &[], |xml| point(xml, to)),
                Segment::Line(to) => xml.element("a:lnTo", &[], |xml| point(xml, to)),
                Segment::Cubic(one, two, to) => {
                    xml.element("a:cubicBezTo", &[], |xml| {
                        [one, two, to].into_iter().for_each(|at| point(xml, at))
                    });
                }
                Segment::Close => xml.empty("a:close", &[]),
            }
        }
    }

    /// A straight line from point to point.
    pub(super) fn line(self, xml: &mut Xml, from: Point, to: Point) {
        let (x, y) = (from.x.min(to.x), from.y.min(to.y));
        let place = self.measure.place(Rect::new(x, y, (from.x - to.x).abs(), (from.y - to.y).abs()));
        let flip = match (to.x < from.x, to.y < from.y) {
            (false, false) => "",
            (true, false) => "flipH",
            (false, true) => "flipV",
            (true, true) => "both",
        };
        transform(xml, place, flip);
        xml.element("a:prstGeom", &[("prst", "line")], |xml| xml.empty("a:avLst", &[]));
    }

    /// The fill of a shape whose outline lies in `bounds`.
    pub(super) fn fill(self, xml: &mut Xml, paint: Option<&Paint>, bounds: Rect) {
        match paint {
            None => xml.empty("a:noFill", &[]),
            Some(Paint::Solid(solid)) => {
                xml.element("a:solidFill", &[], |xml| color(xml, self.theme, *solid))
            }
            Some(Paint::Linear { from, to, stops }) => self.gradient(xml, *from, *to, stops, bounds),
        }
    }

    /// A gradient over the shape's own box; gradients of Scenes run from top to bottom.
    fn gradient(self, xml: &mut Xml, from: Point, to: Point, stops: &[Stop], bounds: Rect) {
        let length = if (to.y - from.y).abs() > 1e-9 { to.y - from.y } else { 1.0 };
        let at = |y: f64| (y - from.y) / length;
        let (first, last) = (at(bounds.y), at(bounds.bottom()));
        let span = if (last - first).abs() > 1e-9 { last - first } else { 1.0 };
        let mut places = vec![(0.0, mixed(stops, first))];
        let inner = stops.iter().map(|stop| ((stop.at - first) / span, stop.color));
        places.extend(inner.filter(|(at, _)| *at > 0.001 && *at < 0.999));
        places.push((1.0, mixed(stops, last)));
        xml.element("a:gradFill", &[("rotWithShape", "1")], |xml| {
            xml.element("a:gsLst", &[], |xml| {
                for (at, own) in places {
                    let at = ((at * 100_000.0).round() as i64).to_string();
                    xml.element("a:gs", &[("pos", &at)], |xml| color(xml, self.theme, own));
                }
            });
            xml.empty("a:lin", &[("ang", "5400000"), ("scaled", "0")]);
        });
    }

    /// The line of a shape.
    pub(super) fn stroke(self, xml: &mut Xml, stroke: Option<&Stroke>) {
        let Some(stroke) = inked(stroke) else {
            xml.element("a:ln", &[], |xml| xml.empty("a:noFill", &[]));
            return;
        };
        let width = self.measure.emu(stroke.width).to_string();
        let cap = match stroke.cap {
            Cap::Butt => "flat",
            Cap::Round => "rnd",
            Cap::Square => "sq",
        };
        xml.element("a:ln", &[("w", &width), ("cap", cap)], |xml| {
            // Gradients along lines were cut into parts of one colour before.
            let solid = match &stroke.paint {
                Paint::Solid(solid) => *solid,
                Paint::Linear { stops, .. } => mixed(stops, 0.5),
            };
            xml.element("a:solidFill", &[], |xml| color(xml, self.theme, solid));
            let dashes = dashes(stroke);
            if !dashes.is_empty() {
                xml.element("a:custDash", &[], |xml| {
                    for pair in dashes.chunks(2) {
                        let share =
                            |length: f64| ((length / stroke.width * 100_000.0).round() as i64).to_string();
                        let space = pair.get(1).copied().unwrap_or(pair[0]);
                        xml.empty("a:ds", &[("d", &share(pair[0])), ("sp", &share(space))]);
                    }
                });
            }
            match stroke.join {
                Join::Miter => xml.empty("a:miter", &[("lim", "400000")]),
                Join::Round => xml.empty("a:round", &[]),
                Join::Bevel => xml.empty("a:bevel", &[]),
            }
        });
    }
}

/// Where a shape lies.
pub(super) fn transform(xml: &mut Xml, place: Place, flip: &str) {
    let attributes: &[(&str, &str)] = match flip {
        "flipH" => &[("flipH", "1")],
        "flipV" => &[("flipV", "1")],
        "both" => &[("flipH", "1"), ("flipV", "1")],
        _ => &[],
    };
    xml.element("a:xfrm", attributes, |xml| {
        xml.empty("a:off", &[("x", &place.x.to_string()), ("y", &place.y.to_string())]);
        xml.empty("a:ext", &[("cx", &place.w.to_string()), ("cy", &place.h.to_string())]);
    });
}

/// The box around all points of a path.
pub(super) fn hull(segments: &[Segment]) -> Rect {
    let mut low = Point::new(f64::INFINITY, f64::INFINITY);
    let mut high = Point::new(f64::NEG_INFINITY, f64::NEG_INFINITY);
    let mut take = |at: Point| {
        low = Point::new(low.x.min(at.x), low.y.min(at.y));
        high = Point::new(high.x.max(at.x), high.y.max(at.y));
    };
    for segment in segments {
        match *segment {
            Segment::Move(to) | Segment::Line(to) => take(to),
            Segment::Cubic(one, two, to) => [one, two, to].into_iter().for_each(&mut take),
            Segment::Close => {}
        }
    }
    if low.x > high.x { Rect::default() } else { Rect::new(low.x, low.y, high.x - low.x, high.y - low.y) }
}

/// The colour of a gradient at a place from 0 to 1; beyond its ends the end colours go on.
pub(super) fn mixed(stops: &[Stop], at: f64) -> Color {
    let after = stops.iter().position(|stop| stop.at >= at);
    match after {
        Some(0) => stops[0].color,
        None => stops.last().map_or(Color::hex(0), |stop| stop.color),
        Some(after) => {
            let (one, other) = (&stops[after - 1], &stops[after]);
            let part = if other.at > one.at { (at - one.at) / (other.at - one.at) } else { 1.0 };
            let mix = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * part).round() as u8;
            Color {
                r: mix(one.color.r, other.color.r),
                g: mix(one.color.g, other.color.g),
                b: mix(one.color.b, other.color.b),
                a: mix(one.color.a, other.color.a),
            }
        }
    }
}
