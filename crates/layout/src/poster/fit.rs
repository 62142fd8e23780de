//! How wide a poster's map is laid out: at the reference where it fits its paper, wider where there is too much on it,
//! narrower where that makes small type legible.

use super::{Borders, REFERENCE, Wish, key};
use crate::canvas::metrics::{BOTTOM, SIDE, STAGE_MAX};
use crate::canvas::{Branch, Canvas, Context};
use crate::geometry::{Point, Size};
use crate::layouter::Layouter;
use crate::options::{Options, View, Width};
use crate::paper::Paper;
use crate::type_roles::SMALLEST_ON_PAPER;
use journey::{Id, Map};

/// A map with few stages is not made larger than this part of the reference makes it.
const NARROWEST: f64 = 0.8;
/// From the sheets to the key.
const TO_KEY: f64 = 20.0;
/// How often a width is tried, and how much wider each is at least: a layout of 10,000 cards takes its time.
const TRIES: usize = 2;
const STEP: f64 = 1.02;

/// Points in a millimetre.
pub(crate) const PT_PER_MM: f64 = 72.0 / 25.4;

/// A map as it is laid out for a paper, before it lies on it.
pub(crate) struct Laid {
    canvas: Canvas,
    /// The map's tree of nodes, without the key.
    pub tree: Branch,
    /// The key, its origin at the left edge of the map.
    pub key: Option<Branch>,
    /// Where the key begins.
    pub foot_top: f64,
    /// Map and key.
    pub size: Size,
    /// The width that the paper shows at least.
    least: f64,
}

impl Laid {
    fn new(cx: &Context<'_>, wants_key: bool) -> Self {
        let (canvas, tree) = Canvas::new(cx);
        let all = canvas.size();
        let foot_top = all.h - BOTTOM + TO_KEY;
        let key = wants_key.then(|| key::branch(cx, all.w - 2.0 * SIDE)).flatten();
        let height = key.as_ref().map_or(all.h - BOTTOM, |key| foot_top + key.node.size.h);
        let least = match cx.options.width {
            Width::Fit(asked) => asked.min(REFERENCE * NARROWEST),
            Width::Natural => 0.0,
        };
        Self { canvas, tree, key, foot_top, size: Size::new(all.w, height), least }
    }

    /// Millimetres in a unit, once it lies on a paper.
    pub(crate) fn mm_on(&self, paper: Paper) -> f64 {
        let (w, h) = paper.printed();
        (w / self.size.w.max(self.least)).min(h / self.size.h)
    }

    /// Whether the paper's height is what keeps it small.
    fn is_too_tall(&self, paper: Paper) -> bool {
        let (w, h) = paper.printed();
        h / self.size.h < w / self.size.w.max(self.least)
    }

    fn can_widen(&self) -> bool {
        self.canvas.grid.columns.widths.iter().any(|width| *width < STAGE_MAX)
    }

    /// The edges of stages and lanes, moved by `corner`.
    pub(crate) fn borders(&self, corner: Point) -> Borders {
        let columns = &self.canvas.grid.columns;
        let mut x: Vec<f64> = columns.lefts.iter().map(|left| corner.x + SIDE + left).collect();
        x.push(corner.x + SIDE + columns.sheet);
        let mut y = Vec::new();
        for sheet in &self.canvas.sheets {
            y.extend(sheet.rows.iter().map(|row| corner.y + sheet.y + row.y));
            y.push(corner.y + sheet.y + sheet.height);
        }
        Borders { x, y }
    }

    /// The lanes that are shown with their heights.
    pub(crate) fn lanes(&self) -> Vec<(Id, f64)> {
        let rows = self.canvas.sheets.iter().flat_map(|sheet| &sheet.rows);
        rows.map(|row| (row.lane, row.height)).collect()
    }
}

/// A map as it is laid out at one width.
pub(crate) fn laid_at(layouter: &Layouter, wish: &Wish<'_>, map: &Map, width: f64) -> Laid {
    let options = at_width(wish, width);
    Laid::new(&Context::new(wish.document, map, &options, &layouter.shaper), wish.key)
}

fn at_width(wish: &Wish<'_>, width: f64) -> Options {
    Options { view: View::Poster, width: Width::Fit(width), ..wish.options.clone() }
}

/// Lays a map out for its paper: the options that were settled on, and the layout.
pub(crate) fn lay_out(layouter: &Layouter, wish: &Wish<'_>, map: &Map) -> (Options, Laid) {
    let at = |width: f64| (at_width(wish, width), laid_at(layouter, wish, map, width));
    let paper = wish.paper;
    let (w, h) = paper.printed();
    let (mut options, mut laid) = at(REFERENCE);
    if !laid.is_too_tall(paper) {
        // The width at which the smallest type just reaches the floor of this paper.
        let legible = w * PT_PER_MM * SMALLEST_ON_PAPER / paper.floor();
        if laid.size.w > legible {
            let narrow = at(legible.floor());
            if narrow.1.size.w <= legible && !narrow.1.is_too_tall(paper) {
                return narrow;
            }
        }
        return (options, laid);
    }
    for _ in 0..TRIES {
        if !laid.is_too_tall(paper) || !laid.can_widen() {
            break;
        }
        // Type keeps its area: twice as wide is about half as tall.
        let width = laid.size.w.max(laid.least);
        let wider = (width * laid.size.h * w / h).sqrt().max(width * STEP);
        let next = at(wider.ceil());
        // A last step that gains nothing would only thin the map out.
        if next.1.mm_on(paper) <= laid.mm_on(paper) {
            break;
        }
        (options, laid) = next;
    }
    (options, laid)
}
