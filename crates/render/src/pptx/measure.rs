//! From units of a Scene to whole EMUs and to points.

use layout::{Point, Rect};

/// Width of a slide: 13.333 in.
pub(super) const WIDTH: i64 = 12_192_000;
/// Height of a slide: 7.5 in.
pub(super) const HEIGHT: i64 = 6_858_000;

/// How large a unit of the Scene is on the slide.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    emu: f64,
}

impl Measure {
    /// Of a Scene this wide.
    pub(super) fn of(width: f64) -> Self {
        Self { emu: WIDTH as f64 / width }
    }

    /// A length in whole EMUs.
    pub(super) fn emu(self, length: f64) -> i64 {
        (length * self.emu).round() as i64
    }

    /// A length in hundredths of a point.
    pub(super) fn centipoints(self, length: f64) -> i64 {
        (length * self.emu / 127.0).round() as i64
    }

    /// A box in whole EMUs: both edges are rounded, so that neighbours stay neighbours.
    pub(super) fn place(self, rect: Rect) -> Place {
        let (x, y) = (self.emu(rect.x), self.emu(rect.y));
        Place { x, y, w: (self.emu(rect.right()) - x).max(0), h: (self.emu(rect.bottom()) - y).max(0) }
    }

    /// A point relative to a box.
    pub(super) fn point(self, point: Point, within: Place) -> (i64, i64) {
        (self.emu(point.x) - within.x, self.emu(point.y) - within.y)
    }
}

/// A box in whole EMUs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) w: i64,
    pub(super) h: i64,
}
