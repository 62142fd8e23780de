//! The gaps: where the trail breaks, what each gap is, what plugs it and who answers for it.

use super::cards::{Look, boxed};
use super::curve::disc;
use super::metrics::{BOTTOM, MARGIN, WIDTH};
use super::notes;
use super::page::{Desk, Page, plain};
use super::trail::{self, Columns};
use crate::canvas::branch::{Branch, key};
use crate::canvas::{draw, gaps};
use crate::geometry::{Point, Rect};
use crate::options::Part;
use crate::scene::Role;
use crate::text::Block;
use journey::insight;
use journey::{Gap, Phrase, RecordId, Stage, Table};
use std::collections::HashMap;
use std::sync::Arc;

/// From the sentence below the title to the trail, and from the trail to the names of stages.
const TRAIL: (f64, f64) = (104.0, 24.0);
/// From the names to the columns, between two of them, and the widest.
const COLUMN: (f64, f64, f64) = (72.0, 32.0, 554.0);
/// Radius of the disc above a column, on the trail, and from the disc to the box.
const DISC: (f64, f64, f64) = (28.0, 19.0, 18.0);
/// How many lines title, detail, place, plug and owner may have: as many of the first as there is room for, else fewer.
const LINES: [[u32; 5]; 6] =
    [[3, 3, 2, 4, 2], [3, 2, 2, 3, 1], [3, 2, 1, 2, 1], [2, 2, 1, 2, 1], [2, 1, 1, 2, 1], [1, 1, 1, 1, 1]];
/// The narrowest stage whose name is told, in lines of it.
const NAMED: f64 = 4.7;

/// The slide of the gaps; none where there is no gap.
pub fn page(desk: &Desk<'_>) -> Option<Page> {
    let cx = desk.cx;
    let title = desk.say(&insight::gaps_headline(cx.document, cx.map.id)?);
    let stages = cx.document.stages_of(cx.map.id);
    let after: Vec<Vec<&Gap>> = stages.iter().map(|stage| cx.document.gaps_after(stage.id)).collect();
    let all: Vec<(usize, &Gap)> = after
        .iter()
        .take(stages.len().saturating_sub(1))
        .enumerate()
        .flat_map(|(at, gaps)| gaps.iter().map(move |gap| (at, *gap)))
        .collect();
    let shown = worst(desk, &all);
    let mut page = Page {
        about: "gaps".into(),
        name: desk.words("slide.gaps"),
        part: Part::Gaps,
        stage: None,
        section: desk.words("slide.gaps"),
        title: title.clone(),
        notes: notes::of_gaps(desk, &shown.iter().map(|(_, gap)| *gap).collect::<Vec<_>>()),
        branches: Vec::new(),
    };
    let head = desk.head(&title, &desk.words("slide.gaps.about"), &mut page);
    let columns = Columns {
        stages: &stages,
        gaps: &after,
        goes_on: false,
        left: MARGIN,
        width: WIDTH / stages.len() as f64,
    };
    let y = head.bottom + TRAIL.0;
    page.branches.extend(trail::branches(desk, &columns, y));
    page.branches.extend(breaks(desk, &columns, y));
    let top = y + TRAIL.1;
    let below = names(desk, &columns, top, &mut page);
    let width = ((WIDTH - COLUMN.1 * (shown.len() as f64 - 1.0)) / shown.len() as f64).min(COLUMN.2);
    // A third line of names takes its room from the white below them.
    let top = (top + 2.0 * desk.sizes.label.line()).min(below) + COLUMN.0;
    let top = top.max(below + COLUMN.0 / 3.0);
    for (at, (column, gap)) in shown.iter().enumerate() {
        let left = MARGIN + at as f64 * (width + COLUMN.1);
        let between = (stages[*column], stages[column + 1]);
        page.branches.push(card(desk, gap, between, Point::new(left, top), width));
    }
    let left_out = all.len() - shown.len();
    if left_out > 0 {
        let style = desk.sizes.label.style(cx.palette.ink3);
        let block = desk.cx.line(&desk.say(&Phrase::new("slide.more").with(left_out)), style);
        let lowest = page.branches.iter().map(|branch| branch.node.origin.y + branch.node.size.h);
        let bottom = lowest.fold(0.0, f64::max).min(BOTTOM - block.size.h);
        page.branches.push(desk.own(key("more", cx.map.id), &block, Point::new(MARGIN, bottom + 12.0)));
    }
    Some(page)
}

/// The gaps that cost most on the way ahead, as many as find room, in the order of the way.
fn worst<'a>(desk: &Desk<'_>, all: &[(usize, &'a Gap)]) -> Vec<(usize, &'a Gap)> {
    let cx = desk.cx;
    let ranks: HashMap<RecordId, usize> = insight::impacts(cx.document, cx.map.id)
        .into_iter()
        .enumerate()
        .map(|(rank, impact)| (impact.record, rank))
        .collect();
    let rank = |gap: &Gap| ranks.get(&RecordId::new(Table::Gap, gap.id)).copied().unwrap_or(usize::MAX);
    let mut found: Vec<(usize, (usize, &Gap))> = all.iter().copied().enumerate().collect();
    found.sort_by_key(|(_, (_, gap))| rank(gap));
    found.truncate(desk.sizes.gaps);
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, gap)| gap).collect()
}

/// A disc in each break of the trail.
fn breaks(desk: &Desk<'_>, columns: &Columns<'_>, y: f64) -> Vec<Branch> {
    let radius = DISC.1.min(columns.width * 0.2);
    let broken = (0..columns.stages.len()).filter(|at| columns.is_broken(*at));
    broken
        .filter_map(|at| {
            let gaps = &columns.gaps[at];
            let x = columns.at(at + 1) - 45.0_f64.min(columns.width * 0.22);
            let place = draw::square(Point::new(x, y), radius + 4.0);
            let center = Point::new(radius + 4.0, radius + 4.0);
            let sheet = draw::disc(center, radius + 4.0, desk.cx.palette.sheet);
            let branch = Branch::new(key("break", gaps.first()?.id), Role::Decoration, place);
            Some(branch.draws([sheet]).draws(disc(desk, gaps, center, radius)))
        })
        .collect()
}

/// The names of the stages below the trail, where there is room for them. Returns the lower edge.
fn names(desk: &Desk<'_>, columns: &Columns<'_>, top: f64, page: &mut Page) -> f64 {
    if columns.width < NAMED * desk.sizes.label.line() {
        return top;
    }
    let style = desk.sizes.label.weighing(600, desk.cx.palette.ink2);
    let mut bottom = top;
    for (at, stage) in columns.stages.iter().enumerate() {
        let name = if stage.short_name.is_empty() { &stage.name } else { &stage.short_name };
        let block = desk.name(name, style, columns.width - 16.0, Some(3));
        bottom = bottom.max(top + block.size.h);
        page.branches.push(desk.text(key("stage", stage.id), &block, Point::new(columns.at(at), top)));
    }
    bottom
}

/// A gap as a column: its disc, and its words in a box.
fn card(desk: &Desk<'_>, gap: &Gap, between: (&Stage, &Stage), at: Point, width: f64) -> Branch {
    let cx = desk.cx;
    let palette = cx.palette;
    let look = Look { fill: palette.gap_soft, edge: palette.gap_line, foot: palette.gap };
    let inner = width - 2.0 * super::cards::PAD.0;
    let box_top = 2.0 * DISC.0 + DISC.2;
    let room = BOTTOM - at.y - box_top;
    let title = if gap.title.is_empty() { desk.words("canvas.gap") } else { gap.title.clone() };
    let tries = LINES.map(|most| told(desk, gap, between, (inner, &title), most));
    let height = |lines: &Lines| boxed(width, &look, lines).1;
    let fewest = tries.len() - 1;
    let chosen = tries.iter().position(|lines| height(lines) <= room).unwrap_or(fewest);
    let lines = &tries[chosen];
    let (prims, height) = boxed(width, &look, lines);
    let words: Vec<&str> = lines.iter().map(|(_, block)| block.prim.text.as_str()).collect();
    let own = Branch::new(key("gapcard", gap.id), Role::Card, Rect::new(0.0, box_top, width, height))
        .of(Table::Gap, gap.id)
        .says(plain(&words.join("\n")))
        .alt(format!("{}: {title}", cx.words("canvas.gap")))
        .draws(prims);
    let center = Point::new(DISC.0, DISC.0);
    let mark =
        Branch::new(key("gapmark", gap.id), Role::Figure, Rect::new(0.0, 0.0, 2.0 * DISC.0, 2.0 * DISC.0))
            .alt(gaps::spoken(cx, gap))
            .draws(disc(desk, &[gap], center, DISC.0));
    let place = Rect::new(at.x, at.y, width, box_top + height);
    Branch::new(key("gap", gap.id), Role::Group, place).holds([mark, own])
}

/// Lines of words, each with the space above it.
type Lines = Vec<(f64, Arc<Block>)>;

/// What is told of a gap, in so many lines at most.
fn told(
    desk: &Desk<'_>,
    gap: &Gap,
    between: (&Stage, &Stage),
    (inner, title): (f64, &str),
    most: [u32; 5],
) -> Lines {
    let (cx, sizes) = (desk.cx, desk.sizes);
    let palette = cx.palette;
    let set = |text: &str, style, most| desk.fitted(text, style, inner, Some(most));
    let mut lines: Vec<(f64, Arc<Block>)> = Vec::new();
    lines.push((0.0, set(title, sizes.statement.weighing(600, palette.ink), most[0])));
    if !gap.detail.is_empty() {
        lines.push((4.0, set(&gap.detail, sizes.subtitle.style(palette.ink2), most[1])));
    }
    let place = Phrase::new("slide.gap.after").with(&between.0.name).with(&between.1.name);
    lines.push((10.0, set(&desk.say(&place), sizes.label.style(palette.ink3), most[2])));
    let plugs = plugs(desk, gap);
    let strong = sizes.label.weighing(600, palette.ink);
    lines.push(if plugs.is_empty() {
        (18.0, set(&desk.words("slide.gap.open"), sizes.label.weighing(600, palette.gap), most[3]))
    } else {
        (18.0, set(&desk.say(&Phrase::new("slide.gap.plug").with(plugs.join(", "))), strong, most[3]))
    });
    let owner = gap.owner.and_then(|team| cx.document.teams.get(&team));
    let owner = owner.map_or_else(
        || desk.words("slide.gap.no-owner"),
        |team| desk.say(&Phrase::new("slide.gap.owner").with(&team.name)),
    );
    lines.push((6.0, set(&owner, sizes.label.style(palette.ink2), most[4])));
    lines
}

/// What plugs a gap: what it says itself, the opportunities that answer it, else the system that covers it.
fn plugs(desk: &Desk<'_>, gap: &Gap) -> Vec<String> {
    let document = desk.cx.document;
    let own = RecordId::new(Table::Gap, gap.id);
    let mut found: Vec<String> = Some(gap.plug.clone()).filter(|plug| !plug.is_empty()).into_iter().collect();
    let answers = document.answers.values().filter(|answer| answer.problem == own);
    found.extend(answers.filter_map(|answer| Some(document.cards.get(&answer.opportunity)?.text.clone())));
    if found.is_empty() && !gap.covering_system.is_empty() {
        found.push(gap.covering_system.clone());
    }
    found
}
