//! The stages' header: acts, loops, the trail, names, jobs, durations and steps.

use super::branch::{Branch, key};
use super::context::Context;
use super::draw;
use super::grid::Grid;
use super::lens::duration;
use super::metrics::{ACTS, HEADER_LOOPS, HEADER_PLAIN, LEVEL, NAME_INSET, STEPS, TRAIL_TO_EDGE};
use super::paths::Loops;
use super::trail;
use crate::geometry::{Point, Rect};
use crate::paint::Stroke;
use crate::scene::{Layer, Prim, Role, TextStyle};
use crate::type_roles;
use journey::{Gap, Id, Phrase, Stage, Step, Table, beside, in_order};
use std::ops::Range;

/// From the trail to the names.
const TRAIL_TO_NAME: f64 = 12.0;
/// The side of the chip of a stage that leads to another map.
const LINK: f64 = 24.0;
/// From a name to the line below.
const NAME_TO_FACTS: f64 = 1.6;

/// The header of a map's stages.
pub struct Header<'a> {
    stages: &'a [&'a Stage],
    loops: Loops<'a>,
    steps: Vec<Vec<&'a Step>>,
    texts: Vec<StageText>,
    has_acts: bool,
    /// Height of the whole header.
    pub height: f64,
    trail: f64,
}

struct StageText {
    prims: Vec<Prim>,
    extra: f64,
}

impl<'a> Header<'a> {
    /// Works out how high the header must be.
    pub fn new(cx: &Context<'a>, grid: &Grid, stages: &'a [&'a Stage]) -> Self {
        let loops = Loops::new(cx, grid);
        let has_acts = stages.iter().any(|stage| !stage.act.is_empty());
        let steps: Vec<Vec<&Step>> = stages
            .iter()
            .map(|stage| {
                let of_stage = cx.document.steps.values().filter(|step| step.stage == stage.id);
                in_order(of_stage, |step| &step.order)
            })
            .collect();
        let acts = if has_acts { ACTS } else { 0.0 };
        let base = match loops.levels {
            0 => HEADER_PLAIN,
            levels => HEADER_LOOPS + LEVEL * levels as f64,
        } + acts;
        let trail = base - TRAIL_TO_EDGE;
        let texts: Vec<StageText> =
            stages.iter().enumerate().map(|(at, stage)| stage_text(cx, grid, stage, at, trail)).collect();
        let extra = texts.iter().map(|text| text.extra).fold(0.0, f64::max);
        let step_row = if steps.iter().any(|steps| !steps.is_empty()) { STEPS } else { 0.0 };
        Self { stages, loops, steps, texts, has_acts, height: base + extra + step_row, trail }
    }

    /// The header in a box of its parent's frame.
    pub fn branch(self, cx: &Context<'a>, grid: &Grid, gaps: &[Vec<&Gap>], corner: Point) -> Branch {
        let place = Rect::new(corner.x, corner.y, grid.columns.sheet, self.height);
        let mut branches = Vec::new();
        if self.has_acts {
            branches.extend(acts(cx, grid, self.stages));
        }
        branches.extend(self.loops.branches(cx, self.trail));
        if !self.stages.is_empty() {
            let size = Rect::new(0.0, 0.0, grid.columns.sheet, self.height);
            branches.push(
                Branch::new(key("trail", cx.map.id), Role::Decoration, size)
                    .draws(trail::prims(cx, grid, gaps, self.trail)),
            );
        }
        for (at, (stage, text)) in self.stages.iter().zip(self.texts).enumerate() {
            let (left, width) = (grid.columns.lefts[at], grid.columns.widths[at]);
            let mut said = vec![stage.name.clone()];
            said.extend([stage.job.clone()].into_iter().filter(|job| !job.is_empty()));
            said.extend(stage.duration.as_ref().map(|length| duration(cx, length)));
            let mut prims = text.prims;
            prims.extend(steps(cx, &self.steps[at], width, self.height - STEPS));
            said.extend(self.steps[at].iter().map(|step| step.name.clone()));
            branches.push(
                Branch::new(key("stage", stage.id), Role::Stage, Rect::new(left, 0.0, width, self.height))
                    .of(Table::Stage, stage.id)
                    .says(said.join(", "))
                    .draws(prims),
            );
            branches.extend(leads(
                cx,
                stage,
                Point::new(left + width - LINK - 6.0, self.trail + TRAIL_TO_NAME - 3.0),
            ));
        }
        let mut header = Branch::new(key("header", cx.map.id), Role::Group, place).holds(branches);
        lift(&mut header);
        header
    }
}

/// Everything of the header lies above the lanes.
fn lift(branch: &mut Branch) {
    branch.node.layer = Layer::Header;
    branch.branches.iter_mut().for_each(lift);
}

fn stage_text(cx: &Context<'_>, grid: &Grid, stage: &Stage, at: usize, trail: f64) -> StageText {
    let link = if stage.linked_map.is_some() { LINK } else { 0.0 };
    let room = grid.columns.widths[at] - NAME_INSET - 8.0 - link;
    let name = cx.block(&stage.name, type_roles::STAGE_NAME.style(cx.palette.ink), Some(room), None);
    let (mut text, mut spans) = facts(cx, stage, " · ");
    if !text.is_empty() && cx.spans(&text, &spans, None, None).size.w > room {
        // A number is not parted from its unit.
        (text, spans) = facts(cx, stage, "\n");
    }
    let top = trail + TRAIL_TO_NAME;
    let mut prims = vec![draw::text(&name, Point::new(NAME_INSET, top))];
    let name_height = name.size.h.max(type_roles::STAGE_NAME.line_height);
    let mut extra = name_height - type_roles::STAGE_NAME.line_height;
    if !text.is_empty() {
        let block = cx.spans(&text, &spans, Some(room), None);
        prims.push(draw::text(&block, Point::new(NAME_INSET, top + name_height + NAME_TO_FACTS)));
        extra += block.size.h - type_roles::META.line_height;
    }
    StageText { prims, extra }
}

/// The line below a stage's name: its job, and how long it takes, with something between them.
fn facts(cx: &Context<'_>, stage: &Stage, between: &str) -> (String, Vec<(Range<usize>, TextStyle)>) {
    let job = TextStyle { weight: 600, ..type_roles::CHANNEL.style(cx.palette.info) };
    let quiet = TextStyle { weight: 400, ..type_roles::CHANNEL.style(cx.palette.ink3) };
    let (mut text, mut spans) = (stage.job.clone(), Vec::new());
    if !text.is_empty() {
        spans.push((0..text.len(), job));
    }
    if let Some(length) = &stage.duration {
        let from = text.len();
        if from > 0 {
            text.push_str(between);
        }
        text.push_str(&duration(cx, length));
        spans.push((from..text.len(), quiet));
    }
    (text, spans)
}

/// The chip of a stage that another map tells in detail.
fn leads(cx: &Context<'_>, stage: &Stage, corner: Point) -> Option<Branch> {
    let linked = stage.linked_map?;
    let names = beside::map_names(cx.document, cx.language());
    let (_, name) = names.into_iter().find(|(map, _)| *map == linked)?;
    let symbol = cx.icon("layout-grid", Point::new(6.0, 6.0), 12.0, cx.palette.info, 1.5);
    let edge = (cx.palette.info_line, cx.options.contrast.edge());
    let chip = cx.soft(Rect::new(1.0, 1.0, LINK - 2.0, LINK - 2.0), 6.0, cx.palette.info_soft, edge);
    Some(
        Branch::new(key("link", stage.id), Role::Text, Rect::new(corner.x, corner.y, LINK, LINK))
            .of(Table::Map, linked)
            .alt(cx.say(&Phrase::new("canvas.leads").with(name)))
            .draws(std::iter::once(chip).chain(symbol)),
    )
}

/// The steps of a stage side by side, parted by hairlines.
fn steps(cx: &Context<'_>, steps: &[&Step], width: f64, top: f64) -> Vec<Prim> {
    let mut prims = Vec::new();
    let each = (width - NAME_INSET - 7.0) / steps.len().max(1) as f64;
    for (at, step) in steps.iter().enumerate() {
        let left = NAME_INSET + at as f64 * each;
        if at > 0 {
            let ends = [Point::new(left - 5.0, top + 2.0), Point::new(left - 5.0, top + STEPS - 5.0)];
            prims.push(draw::line(&ends, Stroke::new(cx.palette.line2, 1.0)));
        }
        let block =
            cx.fitted(&step.name, type_roles::SMALLEST.style(cx.palette.ink2), (each - 10.0).max(8.0));
        prims.push(draw::text(&block, Point::new(left, top)));
    }
    prims
}

/// A band for each act over the stages side by side that share it.
fn acts(cx: &Context<'_>, grid: &Grid, stages: &[&Stage]) -> Vec<Branch> {
    let mut found: Vec<(Id, Range<usize>)> = Vec::new();
    for (at, stage) in stages.iter().enumerate() {
        match found.last_mut() {
            Some((_, range)) if stages[range.start].act == stage.act => range.end = at + 1,
            _ => found.push((stage.id, at..at + 1)),
        }
    }
    found
        .into_iter()
        .filter(|(_, range)| !stages[range.start].act.is_empty())
        .map(|(first, range)| {
            let left = grid.columns.lefts[range.start] + NAME_INSET;
            let width = grid.columns.right(range.end - 1) - left - 8.0;
            let act = &stages[range.start].act;
            let block = cx.fitted(act, type_roles::SMALLEST_STRONG.style(cx.palette.ink3), width);
            let y = ACTS - 6.0;
            let line = [Point::new(0.0, y), Point::new(width, y)];
            Branch::new(key("act", first), Role::Text, Rect::new(left, 0.0, width, ACTS))
                .says(act.clone())
                .draws([
                    draw::text(&block, Point::new(0.0, 0.0)),
                    draw::line(&line, Stroke::new(cx.palette.line2, 1.0)),
                ])
        })
        .collect()
}
