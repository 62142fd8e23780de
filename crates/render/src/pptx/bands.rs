//! A line with a gradient as lines of one colour each: no deck can draw the former everywhere.

use super::shape::mixed;
use layout::{Cap, Paint, Point, Segment, Stroke};

/// Into how many colours the way from one stop to the next is cut.
const STEPS: usize = 4;
/// How finely a curve is looked at.
const FINE: usize = 48;

/// The parts of a path by colour; each part may have several pieces. Without a gradient the path is one part.
pub(super) fn parts(segments: &[Segment], stroke: &Stroke) -> Vec<(Vec<Segment>, Stroke)> {
    let Paint::Linear { from, to, stops } = &stroke.paint else {
        return vec![(segments.to_vec(), stroke.clone())];
    };
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = (dx * dx + dy * dy).max(1e-9);
    let share = |at: Point| ((at.x - from.x) * dx + (at.y - from.y) * dy) / length;
    // Band 0 lies before the first stop, the last one behind the last stop.
    let mut edges = Vec::new();
    for pair in stops.windows(2) {
        edges.extend(
            (0..STEPS).map(|step| pair[0].at + (pair[1].at - pair[0].at) * step as f64 / STEPS as f64),
        );
    }
    edges.extend(stops.last().map(|stop| stop.at));
    let band = |at: f64| edges.iter().filter(|edge| at >= **edge).count();
    let middle =
        |band: usize| match (band.checked_sub(1).and_then(|before| edges.get(before)), edges.get(band)) {
            (Some(before), Some(after)) => f64::midpoint(*before, *after),
            (Some(only), None) | (None, Some(only)) => *only,
            (None, None) => 0.5,
        };
    let mut found: Vec<Vec<Segment>> = vec![Vec::new(); edges.len() + 1];
    let mut last: Option<(usize, Point)> = None;
    let mut put = |band: usize, piece: [Point; 4]| {
        if last != Some((band, piece[0])) {
            found[band].push(Segment::Move(piece[0]));
        }
        found[band].push(Segment::Cubic(piece[1], piece[2], piece[3]));
        last = Some((band, piece[3]));
    };
    let (mut pen, mut begun) = (Point::default(), Point::default());
    for segment in segments {
        let curve = match *segment {
            Segment::Move(to) => {
                (pen, begun) = (to, to);
                continue;
            }
            Segment::Line(to) => straight(pen, to),
            Segment::Cubic(one, two, to) => [pen, one, two, to],
            Segment::Close => straight(pen, begun),
        };
        let mut from = 0;
        let of = |step: usize| band(share(at(curve, (step as f64 + 0.5) / FINE as f64)));
        for step in 1..=FINE {
            if step == FINE || of(step) != of(from) {
                put(of(from), cut(curve, from as f64 / FINE as f64, step as f64 / FINE as f64));
                from = step;
            }
        }
        pen = curve[3];
    }
    let parts = found.into_iter().enumerate().filter(|(_, part)| !part.is_empty());
    parts
        .map(|(band, part)| {
            let paint = Paint::Solid(mixed(stops, middle(band)));
            // Round ends close the seams between two colours.
            (part, Stroke { paint, cap: Cap::Round, ..stroke.clone() })
        })
        .collect()
}

fn straight(from: Point, to: Point) -> [Point; 4] {
    let at = |part: f64| Point::new(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
    [from, at(1.0 / 3.0), at(2.0 / 3.0), to]
}

fn at(curve: [Point; 4], t: f64) -> Point {
    split(curve, t).0[3]
}

fn cut(curve: [Point; 4], from: f64, to: f64) -> [Point; 4] {
    let first = split(curve, to).0;
    split(first, if to > 0.0 { from / to } else { 0.0 }).1
}

fn split(curve: [Point; 4], t: f64) -> ([Point; 4], [Point; 4]) {
    let mix = |a: Point, b: Point| Point::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
    let [p, q, r, s] = curve;
    let (a, b, c) = (mix(p, q), mix(q, r), mix(r, s));
    let (d, e) = (mix(a, b), mix(b, c));
    let f = mix(d, e);
    ([p, a, d, f], [f, e, c, s])
}

#[cfg(test)]
mod tests {
    use super::*;
    use layout::{Color, Stop};

    #[test]
    fn a_line_through_a_gradient_changes_its_colour_on_the_way() {
        let stops =
            vec![Stop { at: 0.4, color: Color::hex(0) }, Stop { at: 0.6, color: Color::hex(0xff_ffff) }];
        let paint = Paint::Linear { from: Point::new(0.0, 0.0), to: Point::new(0.0, 100.0), stops };
        let line = [Segment::Move(Point::new(0.0, 0.0)), Segment::Line(Point::new(0.0, 100.0))];
        let parts = parts(&line, &Stroke { paint, ..Stroke::new(Color::hex(0), 3.0) });
        assert_eq!(parts.len(), STEPS + 2);
        assert_eq!(parts[0].1.paint, Paint::Solid(Color::hex(0)));
        assert_eq!(parts.last().unwrap().1.paint, Paint::Solid(Color::hex(0xff_ffff)));
        let Some(Segment::Cubic(_, _, end)) = parts[0].0.last() else { panic!("a part is a curve") };
        assert!((end.y - 40.0).abs() < 3.0, "{end:?}");
    }
}
