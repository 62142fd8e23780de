//! Blank for the wall: stages and lanes without cards, as tall as the paper lets them be, for paper notes.

use super::{Borders, Wish, lay_out};
use crate::canvas::branch::{Branch, key};
use crate::canvas::{Context, draw};
use crate::geometry::{Point, Rect};
use crate::layouter::Layouter;
use crate::paint::Stroke;
use crate::scene::{Layer, Role};
use journey::Document;

/// A document without what people put on its maps.
pub(crate) fn emptied(document: &Document) -> Document {
    let mut document = document.clone();
    document.cards.clear();
    document.feelings.clear();
    document.gaps.clear();
    document.involvements.clear();
    document.approvals.clear();
    for stage in document.stages.values_mut() {
        stage.responsible.clear();
        stage.supports.clear();
    }
    for lane in document.lanes.values_mut() {
        lane.collapsed = false;
        lane.height = None;
    }
    document
}

/// Lines between the stages: with nothing in them yet, cells are told by their edges alone.
pub(super) fn dividers(cx: &Context<'_>, borders: &Borders) -> Branch {
    let (top, bottom) = (borders.y.first().copied(), borders.y.last().copied());
    let mut prims = Vec::new();
    if let (Some(top), Some(bottom), [between @ .., _]) = (top, bottom, borders.x.as_slice()) {
        for x in between {
            let stroke = Stroke::new(cx.palette.line2, 1.0).dashed([2.0, 4.0]);
            prims.push(draw::line(&[Point::new(*x, top), Point::new(*x, bottom)], stroke));
        }
    }
    Branch::new(key("dividers", cx.map.id), Role::Decoration, Rect::default()).on(Layer::GapLine).draws(prims)
}

/// The same document with lanes that share what the paper leaves below them.
pub(super) fn filled(layouter: &Layouter, wish: &Wish<'_>) -> Option<Document> {
    let map = wish.document.maps.get(&wish.options.map)?;
    let (_, laid) = lay_out(layouter, wish, map);
    let lanes = laid.lanes();
    let (_, h) = wish.paper.printed();
    let room = h / laid.mm_on(wish.paper) - laid.size.h;
    let mut document = wish.document.clone();
    // A unit less than there is, so that the same width still fits.
    let each = ((room - 1.0) / lanes.len().max(1) as f64).floor();
    if each > 0.0 {
        for (lane, height) in lanes {
            document.lanes.entry(lane).and_modify(|lane| lane.height = Some(height + each));
        }
    }
    Some(document)
}
