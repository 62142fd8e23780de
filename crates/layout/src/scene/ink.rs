//! How far the ink of a drawn thing reaches.

use super::{ConnectorPrim, PathPrim, Prim, RectPrim, TextPrim};
use crate::geometry::{Point, Rect, Segment};
use crate::paint::Stroke;

impl Prim {
    /// A box around everything that it can ink, in the frame of its node; none for clips and what is empty.
    pub fn ink(&self) -> Option<Rect> {
        match self {
            Self::Rect(prim) => Some(prim.ink()),
            Self::Path(prim) => Some(prim.ink()),
            Self::Connector(prim) => Some(prim.ink()),
            Self::Image(prim) => Some(prim.rect),
            Self::Text(prim) => prim.ink(),
            Self::ClipPush(_) | Self::ClipPop => None,
        }
    }
}

impl RectPrim {
    /// Everything that it can ink.
    pub fn ink(&self) -> Rect {
        self.rect.grown(self.stroke.as_ref().map_or(0.0, reach))
    }
}

impl PathPrim {
    /// Everything that it can ink.
    pub fn ink(&self) -> Rect {
        hull(&self.segments).grown(self.stroke.as_ref().map_or(0.0, reach))
    }
}

impl ConnectorPrim {
    /// Everything that it can ink.
    pub fn ink(&self) -> Rect {
        hull(&self.segments).grown(reach(&self.stroke))
    }
}

impl TextPrim {
    /// Everything that it can ink: its lines, and as much around them as a slanted or stacked glyph may hang over.
    fn ink(&self) -> Option<Rect> {
        let boxes = self.lines.iter().filter(|line| !line.runs.is_empty()).map(|line| {
            let size = line.runs.iter().map(|run| run.size).fold(0.0, f64::max);
            Rect::new(self.origin.x + line.x, self.origin.y + line.y, line.width, line.height).grown(size)
        });
        boxes.reduce(|all, one| all.with(&one))
    }
}

/// How far from its line a stroke can ink: a mitre goes to four half widths, a square cap to less.
fn reach(stroke: &Stroke) -> f64 {
    stroke.width * 2.0
}

/// The box around all points of a path, control points as well.
fn hull(segments: &[Segment]) -> Rect {
    let (mut low, mut high) =
        (Point::new(f64::INFINITY, f64::INFINITY), Point::new(f64::NEG_INFINITY, f64::NEG_INFINITY));
    let mut take = |point: Point| {
        low = Point::new(low.x.min(point.x), low.y.min(point.y));
        high = Point::new(high.x.max(point.x), high.y.max(point.y));
    };
    for segment in segments {
        match *segment {
            Segment::Move(to) | Segment::Line(to) => take(to),
            Segment::Cubic(a, b, to) => [a, b, to].into_iter().for_each(&mut take),
            Segment::Close => {}
        }
    }
    if low.x > high.x { Rect::default() } else { Rect::new(low.x, low.y, high.x - low.x, high.y - low.y) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paint::Color;

    #[test]
    fn ink_reaches_beyond_the_outline_by_the_mitre() {
        let stroke = Stroke::new(Color::hex(0), 3.0);
        let prim =
            RectPrim { rect: Rect::new(0.0, 0.0, 4.0, 4.0), radius: 0.0, fill: None, stroke: Some(stroke) };
        assert_eq!(prim.ink(), Rect::new(-6.0, -6.0, 16.0, 16.0));
    }
}
