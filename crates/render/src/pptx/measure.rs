//! From units of a Scene to whole EMUs and to points.
//!
//! Boxes lie on a grid of a quarter of a point, half a unit of the Scene. Other programs measure in other units and move
//! things by up to 720 EMUs when they save a deck; on the grid the same box is found again.

use layout::{Point, Rect, Size};

/// Width of a slide: 13.333 in.
pub(super) const WIDTH: i64 = 12_192_000;
/// Height of a slide: 7.5 in.
pub(super) const HEIGHT: i64 = 6_858_000;

/// A quarter of a point.
pub(super) const GRID: i64 = 3_175;

/// The extent of a deck's slides in EMUs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    pub(super) w: i64,
    pub(super) h: i64,
}

impl Extent {
    /// Of the decks that we make.
    pub(super) const OURS: Self = Self { w: WIDTH, h: HEIGHT };
}

/// How large a unit of the Scene is on the slide, and where its corner lies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    emu: f64,
    left: i64,
    top: i64,
}

impl Measure {
    /// Of a Scene on slides of this extent: as large as it can be, in the middle.
    pub(super) fn of(scene: Size, slide: Extent) -> Self {
        let emu = (slide.w as f64 / scene.w).min(slide.h as f64 / scene.h);
        let free =
            |whole: i64, part: f64| ((whole as f64 - part * emu) / 2.0 / GRID as f64).round() as i64 * GRID;
        Self { emu, left: free(slide.w, scene.w), top: free(slide.h, scene.h) }
    }

    /// A length in whole EMUs.
    pub(super) fn emu(self, length: f64) -> i64 {
        (length * self.emu).round() as i64
    }

    /// A length in hundredths of a point.
    pub(super) fn centipoints(self, length: f64) -> i64 {
        (length * self.emu / 127.0).round() as i64
    }

    /// A box on the grid: both edges are rounded, so that neighbours stay neighbours.
    pub(super) fn place(self, rect: Rect) -> Place {
        let on = |length: f64, corner: i64| (length * self.emu / GRID as f64).round() as i64 * GRID + corner;
        let (x, y) = (on(rect.x, self.left), on(rect.y, self.top));
        let (right, bottom) = (on(rect.right(), self.left), on(rect.bottom(), self.top));
        Place { x, y, w: (right - x).max(0), h: (bottom - y).max(0) }
    }

    /// The smallest box on the grid around another one.
    pub(super) fn place_around(self, rect: Rect) -> Place {
        let step = |length: f64| length * self.emu / GRID as f64;
        let low = |length: f64| (step(length) + 1e-6).floor() as i64 * GRID;
        let high = |length: f64| (step(length) - 1e-6).ceil() as i64 * GRID;
        let (x, y) = (low(rect.x), low(rect.y));
        let (w, h) = ((high(rect.right()) - x).max(0), (high(rect.bottom()) - y).max(0));
        Place { x: x + self.left, y: y + self.top, w, h }
    }

    /// A point relative to a box.
    pub(super) fn point(self, point: Point, within: Place) -> (i64, i64) {
        (self.emu(point.x) + self.left - within.x, self.emu(point.y) + self.top - within.y)
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
