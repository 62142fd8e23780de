//! Posters: the whole map on a sheet of paper, with a key at the foot.
//!
//! A sheet's Scene is the whole paper, margins included, and as wide as its type asks: 1600 units between the margins
//! of the reference, whatever the paper. A larger paper shows the same Scene larger.

mod blank;
mod cuts;
mod fit;
mod key;
mod tiles;

pub(crate) use blank::emptied;
pub(crate) use fit::{Laid, PT_PER_MM, laid_at, lay_out};
pub(crate) use tiles::tiles;

use crate::canvas::Context;
use crate::canvas::branch::{Branch, key};
use crate::geometry::{Point, Rect, Size};
use crate::layouter::Layouter;
use crate::mirror::mirror;
use crate::options::Options;
use crate::paper::{MARGIN_MM, Paper};
use crate::scene::{Role, Scene};
use journey::{Document, Table};

/// Width between the margins of the reference, in units.
pub(crate) const REFERENCE: f64 = 1600.0;

/// What a poster is made of.
pub(crate) struct Wish<'a> {
    /// What it shows; lanes that are left out are hidden in it.
    pub document: &'a Document,
    /// Map, theme, language and lens; the width is the poster's own matter.
    pub options: Options,
    /// The sheet.
    pub paper: Paper,
    /// Whether there is a key at the foot.
    pub key: bool,
    /// Whether lanes grow until the sheet is full, for paper notes.
    pub fills: bool,
}

/// A finished poster, and what its tiles and its warnings need to know.
pub(crate) struct Poster {
    /// The whole paper.
    pub scene: Scene,
    /// Millimetres in a unit.
    pub mm: f64,
    /// What of it is not white.
    pub area: Rect,
    /// Where stages and lanes begin and end, in units of the Scene: good places to cut.
    pub borders: Borders,
}

/// Good places to cut, in rising order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Borders {
    /// Edges of stages, from the left.
    pub x: Vec<f64>,
    /// Edges of lanes, from the top.
    pub y: Vec<f64>,
}

/// Puts a layout on its paper.
pub(crate) fn on_paper(layouter: &Layouter, wish: &Wish<'_>, cx: &Context<'_>, laid: Laid) -> Poster {
    let mm = laid.mm_on(wish.paper);
    let size = Size::new(wish.paper.w_mm / mm, wish.paper.h_mm / mm);
    let margin = MARGIN_MM / mm;
    // A map that is narrower than its paper lies in the middle; what is left over below stays white.
    let beside = ((size.w - 2.0 * margin - laid.size.w) / 2.0).max(0.0);
    let corner = Point::new(margin + beside, margin).whole();
    let mut borders = laid.borders(corner);
    let mut area = Rect::new(corner.x, corner.y, laid.size.w.ceil(), laid.size.h.ceil());
    let images = crate::canvas::images(cx);
    let Laid { mut tree, key: foot, foot_top, .. } = laid;
    for branch in &mut tree.branches {
        branch.node.origin = branch.node.origin + corner;
    }
    let foot = foot.map(|mut foot| {
        foot.node.origin = foot.node.origin + Point::new(corner.x, corner.y + foot_top.round());
        foot
    });
    let id = cx.map.id;
    let dividers = wish.fills.then(|| blank::dividers(cx, &borders));
    let mut root = Branch::new(key("poster", id), Role::Map, Rect::of(size))
        .of(Table::Map, id)
        .says(cx.map.title.clone())
        .holds(tree.branches)
        .holds(dividers)
        .holds(foot);
    if cx.from_right {
        mirror(&mut root, size.w);
        area.x = size.w - area.right();
        borders.x = borders.x.into_iter().rev().map(|x| size.w - x).collect();
    }
    Poster { scene: layouter.scene(cx, root, size, images), mm, area, borders }
}

/// Makes a poster.
pub(crate) fn poster(layouter: &Layouter, wish: &Wish<'_>) -> Option<Poster> {
    let map = wish.document.maps.get(&wish.options.map)?;
    let blank;
    let wish = if wish.fills {
        blank = blank::filled(layouter, wish)?;
        &Wish { document: &blank, options: wish.options.clone(), ..*wish }
    } else {
        wish
    };
    let (options, laid) = lay_out(layouter, wish, map);
    let map = wish.document.maps.get(&options.map)?;
    let cx = Context::new(wish.document, map, &options, &layouter.shaper);
    Some(on_paper(layouter, wish, &cx, laid))
}
