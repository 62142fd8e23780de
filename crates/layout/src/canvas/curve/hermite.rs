//! The curve through a person's feelings: monotone cubic Hermite pieces that never leave the range of their neighbours.
//!
//! Tangents are the weighted harmonic mean of F. N. Fritsch and J. Butland (1984), zero at local extremes, one-sided
//! at the ends. Computed once, here; the screen and every export draw these very pieces.

use crate::geometry::{Point, Segment};

/// One cubic piece between two neighbouring points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// Where it begins.
    pub start: Point,
    /// First control point.
    pub first: Point,
    /// Second control point.
    pub second: Point,
    /// Where it ends.
    pub end: Point,
}

impl Piece {
    /// The place at `t` from 0 to 1. Control points lie at thirds, so `x` runs evenly with `t`.
    pub fn at(&self, t: f64) -> Point {
        let mix = |a: f64, b: f64, c: f64, d: f64| {
            let u = 1.0 - t;
            u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d
        };
        Point::new(
            mix(self.start.x, self.first.x, self.second.x, self.end.x),
            mix(self.start.y, self.first.y, self.second.y, self.end.y),
        )
    }

    /// The part from `from` to `to` (de Casteljau).
    pub fn part(&self, from: f64, to: f64) -> Self {
        self.split(to).0.split(if to > 0.0 { from / to } else { 0.0 }).1
    }

    fn split(&self, t: f64) -> (Self, Self) {
        let mix = |a: Point, b: Point| Point::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
        let (a, b, c) =
            (mix(self.start, self.first), mix(self.first, self.second), mix(self.second, self.end));
        let (ab, bc) = (mix(a, b), mix(b, c));
        let middle = mix(ab, bc);
        (
            Self { start: self.start, first: a, second: ab, end: middle },
            Self { start: middle, first: bc, second: c, end: self.end },
        )
    }

    /// The piece as a step of a path.
    pub fn segment(&self) -> Segment {
        Segment::Cubic(self.first, self.second, self.end)
    }
}

/// A curve from left to right, defined from its first point to its last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curve {
    /// The pieces, left to right, each beginning where the one before ends.
    pub pieces: Vec<Piece>,
}

impl Curve {
    /// The curve through points in rising order of `x`. Points at one `x` are joined by a straight line.
    pub fn through(points: &[Point]) -> Self {
        let tangents = tangents(points);
        let pieces = points
            .windows(2)
            .zip(tangents.windows(2))
            .map(|(ends, slopes)| {
                let third = (ends[1].x - ends[0].x) / 3.0;
                let y = |value: f64| {
                    // Rounding must not carry a control point past the points themselves.
                    value.clamp(ends[0].y.min(ends[1].y), ends[0].y.max(ends[1].y))
                };
                Piece {
                    start: ends[0],
                    first: Point::new(ends[0].x + third, y(ends[0].y + slopes[0] * third)),
                    second: Point::new(ends[1].x - third, y(ends[1].y - slopes[1] * third)),
                    end: ends[1],
                }
            })
            .collect();
        Self { pieces }
    }

    /// The height of the curve at `x`; none outside of it.
    pub fn y_at(&self, x: f64) -> Option<f64> {
        let piece = self.pieces.iter().find(|piece| (piece.start.x..=piece.end.x).contains(&x))?;
        let width = piece.end.x - piece.start.x;
        Some(if width > 0.0 { piece.at((x - piece.start.x) / width).y } else { piece.end.y })
    }

    /// The part of the curve between two places; empty where the curve does not reach.
    pub fn between(&self, from: f64, to: f64) -> Self {
        let mut pieces = Vec::new();
        for piece in &self.pieces {
            let width = piece.end.x - piece.start.x;
            let (low, high) = (from.max(piece.start.x), to.min(piece.end.x));
            if low < high && width > 0.0 {
                pieces.push(piece.part((low - piece.start.x) / width, (high - piece.start.x) / width));
            } else if width <= 0.0 && from <= piece.start.x && piece.start.x <= to {
                pieces.push(*piece);
            }
        }
        Self { pieces }
    }

    /// The curve as an open path; empty where there is nothing.
    pub fn segments(&self) -> Vec<Segment> {
        let Some(first) = self.pieces.first() else { return Vec::new() };
        let mut path = Vec::with_capacity(self.pieces.len() + 1);
        path.push(Segment::Move(first.start));
        path.extend(self.pieces.iter().map(Piece::segment));
        path
    }

    /// Places along the curve, `step` apart along its length, half a step from both ends.
    pub fn dots(&self, step: f64) -> Vec<Point> {
        let mut places: Vec<(f64, Point)> = Vec::new();
        let mut length = 0.0;
        for piece in &self.pieces {
            for index in 0..=32 {
                let place = piece.at(f64::from(index) / 32.0);
                if let Some((_, last)) = places.last() {
                    length += f64::hypot(place.x - last.x, place.y - last.y);
                }
                places.push((length, place));
            }
        }
        let count = (length / step).round().max(1.0);
        let mut found = Vec::new();
        let mut from = 0;
        for index in 0..count as usize {
            let aim = (index as f64 + 0.5) * length / count;
            while from + 2 < places.len() && places[from + 1].0 < aim {
                from += 1;
            }
            let Some([(before, a), (after, b)]) =
                places.get(from..from + 2).and_then(|two| two.first_chunk())
            else {
                break;
            };
            let part = if after > before { (aim - before) / (after - before) } else { 0.0 };
            found.push(Point::new(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part));
        }
        found
    }
}

fn tangents(points: &[Point]) -> Vec<f64> {
    let spans: Vec<f64> = points.windows(2).map(|two| two[1].x - two[0].x).collect();
    let slopes: Vec<f64> = points
        .windows(2)
        .zip(&spans)
        .map(|(two, span)| if *span > 0.0 { (two[1].y - two[0].y) / span } else { 0.0 })
        .collect();
    (0..points.len())
        .map(|at| match (at.checked_sub(1).and_then(|at| slopes.get(at)), slopes.get(at)) {
            (Some(left), Some(right)) if left * right > 0.0 => {
                let (before, after) = (spans[at - 1], spans[at]);
                let (one, two) = (2.0 * after + before, after + 2.0 * before);
                (one + two) / (one / left + two / right)
            }
            (Some(_), Some(_)) | (None, None) => 0.0,
            (Some(only), None) | (None, Some(only)) => *only,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn points() -> impl Strategy<Value = Vec<Point>> {
        prop::collection::vec((0.0_f64..50.0, -2.0_f64..2.0), 2..20).prop_map(|steps| {
            let mut x = 0.0;
            steps
                .into_iter()
                .map(|(step, y)| {
                    x += step;
                    Point::new(x, y)
                })
                .collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]
        #[test]
        fn never_leaves_the_range_of_its_neighbours(points in points()) {
            let curve = Curve::through(&points);
            prop_assert_eq!(curve.pieces.len(), points.len() - 1);
            for (piece, ends) in curve.pieces.iter().zip(points.windows(2)) {
                prop_assert_eq!((piece.start, piece.end), (ends[0], ends[1]));
                let (low, high) = (ends[0].y.min(ends[1].y), ends[0].y.max(ends[1].y));
                for step in 0..=100 {
                    let y = piece.at(f64::from(step) / 100.0).y;
                    prop_assert!(y >= low - 1e-9 && y <= high + 1e-9, "{y} outside {low}–{high}");
                }
            }
        }

        #[test]
        fn a_part_lies_on_the_whole(points in points(), from in 0.0_f64..1.0, to in 0.0_f64..1.0) {
            let curve = Curve::through(&points);
            let width = points[points.len() - 1].x;
            let (from, to) = (from.min(to) * width, from.max(to) * width);
            for piece in curve.between(from, to).pieces {
                for step in 0..=10 {
                    let place = piece.at(f64::from(step) / 10.0);
                    let whole = curve.y_at(place.x.clamp(0.0, width));
                    // Two points at one place make a step, where the height is either of the two.
                    let steep = points.windows(2).any(|two| (two[0].x - place.x).abs() < 1e-3 || (two[1].x - place.x).abs() < 1e-3);
                    prop_assert!(steep || whole.is_some_and(|y| (y - place.y).abs() < 1e-6), "{place:?} {whole:?}");
                }
            }
        }
    }

    #[test]
    fn extremes_are_flat_and_ends_are_straight() {
        let points = [(0.0, 0.0), (10.0, 1.0), (20.0, -1.0), (30.0, -1.5)].map(|(x, y)| Point::new(x, y));
        let tangents = tangents(&points);
        assert_eq!(tangents[0], 0.1);
        assert_eq!(tangents[1], 0.0);
        assert!(tangents[2] < 0.0);
        assert_eq!(tangents[3], -0.05);
    }

    #[test]
    fn dots_lie_evenly_and_clear_of_the_ends() {
        let line = Curve::through(&[Point::new(0.0, 0.0), Point::new(30.0, 0.0)]);
        let dots = line.dots(6.0);
        assert_eq!(dots.len(), 5);
        assert!((dots[0].x - 3.0).abs() < 0.2 && (dots[4].x - 27.0).abs() < 0.2, "{dots:?}");
    }

    #[test]
    fn a_single_point_makes_no_curve() {
        assert!(Curve::through(&[Point::new(1.0, 1.0)]).segments().is_empty());
        assert!(Curve::through(&[]).dots(6.0).is_empty());
    }
}
