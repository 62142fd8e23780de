//! The Teams lane: who is responsible for each stage, who helps, and bands for marketing, sales and support.

use super::Furniture;
use crate::canvas::branch::{Branch, key_of_two};
use crate::canvas::context::Context;
use crate::canvas::draw;
use crate::canvas::grid::Grid;
use crate::canvas::metrics::{BARE_PAD_Y, LANE_PAD, LINE, NAME_INSET};
use crate::geometry::{Point, Rect};
use crate::scene::Role;
use crate::type_roles;
use journey::{Id, Lane, Stage, Table};

/// The teams of every stage as text, those that only help in a quieter tone.
pub fn furniture(cx: &Context<'_>, grid: &Grid, lane: &Lane, first: bool) -> Furniture {
    let mut furniture = Furniture::default();
    let top = LANE_PAD + if first { 0.0 } else { LINE } + BARE_PAD_Y;
    for (at, stage) in grid.stages.iter().enumerate() {
        let (mut branches, mut lead) = (Vec::new(), 0.0);
        if let Some(stage) = cx.document.stages.get(stage) {
            let width = grid.columns.widths[at] - 2.0 * NAME_INSET;
            if let Some((branch, height)) = names(cx, lane, stage, width, top) {
                lead = height + 2.0 * BARE_PAD_Y;
                branches.push(branch);
            }
        }
        furniture.cells.push(branches);
        furniture.leads.push(lead);
    }
    furniture
}

fn names(cx: &Context<'_>, lane: &Lane, stage: &Stage, width: f64, top: f64) -> Option<(Branch, f64)> {
    let named = |teams: &[Id]| -> Vec<&str> {
        teams.iter().filter_map(|team| cx.document.teams.get(team)).map(|team| team.name.as_str()).collect()
    };
    let (responsible, supports) = (named(&stage.responsible), named(&stage.supports));
    if responsible.is_empty() && supports.is_empty() {
        return None;
    }
    let strong = responsible.join(" · ");
    let (mut text, mut spans) = (strong.clone(), Vec::new());
    if !strong.is_empty() {
        spans.push((0..strong.len(), type_roles::META.style(cx.palette.ink2)));
    }
    if !supports.is_empty() {
        if !text.is_empty() {
            text.push_str(" · ");
        }
        text.push_str(&supports.join(" · "));
        spans.push((strong.len()..text.len(), type_roles::META.style(cx.palette.ink3)));
    }
    let block = cx.spans(&text, &spans, Some(width), None);
    let place = Rect::new(NAME_INSET, top, width, block.size.h);
    let branch = Branch::new(key_of_two("teams", lane.id, stage.id), Role::Text, place)
        .of(Table::Stage, stage.id)
        .says(text)
        .draws([draw::text(&block, Point::default())]);
    Some((branch, block.size.h))
}
