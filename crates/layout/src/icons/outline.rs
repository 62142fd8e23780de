//! Reads the few SVG shapes that our symbols are made of. Not a reader of foreign SVG: the files are our own.

use crate::geometry::{Point, Segment};
use kurbo::{BezPath, Circle, Ellipse, PathEl, RoundedRect, Shape};

/// How far a cubic may be off the arc that it stands for, in the icon's box.
const TOLERANCE: f64 = 1e-3;

/// The lines of one of our files. Panics on what is not there today; a test reads every file.
pub fn read(svg: &str) -> Vec<Segment> {
    let mut segments = Vec::new();
    for tag in svg.split('<').skip(1) {
        let name = tag.split([' ', '>']).next().unwrap_or_default();
        let text = |key: &str| attribute(tag, key);
        let number = |key: &str| text(key).map_or(0.0, |value| value.parse::<f64>().expect("a number"));
        match name {
            "path" => push(&mut segments, &BezPath::from_svg(text("d").expect("a path")).expect("path data")),
            "circle" => {
                let circle = Circle::new((number("cx"), number("cy")), number("r"));
                push(&mut segments, &circle.to_path(TOLERANCE));
            }
            "ellipse" => {
                let radii = (number("rx"), number("ry"));
                let ellipse = Ellipse::new((number("cx"), number("cy")), radii, 0.0);
                push(&mut segments, &ellipse.to_path(TOLERANCE));
            }
            "rect" => {
                let (x, y) = (number("x"), number("y"));
                let (right, bottom) = (x + number("width"), y + number("height"));
                let rect = RoundedRect::new(x, y, right, bottom, number("rx").max(number("ry")));
                push(&mut segments, &rect.to_path(TOLERANCE));
            }
            "line" => {
                segments.push(Segment::Move(Point::new(number("x1"), number("y1"))));
                segments.push(Segment::Line(Point::new(number("x2"), number("y2"))));
            }
            "polyline" | "polygon" => {
                let close = if name == "polygon" { "Z" } else { "" };
                let data = format!("M{}{close}", text("points").expect("points"));
                push(&mut segments, &BezPath::from_svg(&data).expect("points"));
            }
            "svg" | "/svg" => {}
            other => panic!("a symbol uses <{other}>, which nothing draws yet"),
        }
    }
    segments
}

fn attribute<'a>(tag: &'a str, key: &str) -> Option<&'a str> {
    let from = tag.find(&format!(" {key}=\""))? + key.len() + 3;
    tag[from..].split('"').next()
}

fn push(segments: &mut Vec<Segment>, path: &BezPath) {
    let put = |at: kurbo::Point| Point::new(at.x, at.y);
    let mut pen = kurbo::Point::ZERO;
    for element in path {
        segments.push(match element {
            PathEl::MoveTo(to) => Segment::Move(put(to)),
            PathEl::LineTo(to) => Segment::Line(put(to)),
            PathEl::QuadTo(control, to) => {
                let cubic = kurbo::QuadBez::new(pen, control, to).raise();
                Segment::Cubic(put(cubic.p1), put(cubic.p2), put(cubic.p3))
            }
            PathEl::CurveTo(one, two, to) => Segment::Cubic(put(one), put(two), put(to)),
            PathEl::ClosePath => Segment::Close,
        });
        pen = element.end_point().unwrap_or(pen);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_become_lines_and_curves() {
        let segments = read(
            r#"<svg viewBox="0 0 24 24"><path d="M2 3q4 0 4 4z" /><line x1="1" x2="5" y1="2" y2="6" /></svg>"#,
        );
        assert_eq!(segments[0], Segment::Move(Point::new(2.0, 3.0)));
        assert!(matches!(segments[1], Segment::Cubic(_, _, end) if end == Point::new(6.0, 7.0)));
        assert_eq!(segments[2], Segment::Close);
        assert_eq!(segments[3..], [Segment::Move(Point::new(1.0, 2.0)), Segment::Line(Point::new(5.0, 6.0))]);
    }

    #[test]
    fn circles_are_round() {
        let segments = read(r#"<circle cx="12" cy="12" r="10" />"#);
        for segment in &segments {
            if let Segment::Cubic(_, _, end) = segment {
                let radius = (end.x - 12.0).hypot(end.y - 12.0);
                assert!((radius - 10.0).abs() < 1e-9, "{radius}");
            }
        }
        assert!(segments.len() >= 5);
    }
}
