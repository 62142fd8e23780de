//! The overview: what was found, the curve, the trail, the worst pain of each stage, and what the gaps are.

use super::curve::{DISC, Drawing, Feelings, LARGE, disc};
use super::metrics::{BOTTOM, MARGIN, RIGHT, WIDTH};
use super::page::{Desk, Page};
use super::trail::{self, Columns};
use super::{cards, notes, split};
use crate::canvas::branch::{Branch, key};
use crate::canvas::{draw, gaps};
use crate::geometry::{Point, Rect, Size};
use crate::options::Part;
use crate::scene::Role;
use crate::text::Block;
use journey::insight::{self, Friction};
use journey::{Card, Gap, Id, MapState, Phrase, Stage, Table};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// Where the trail lies while nothing needs more room.
const TRAIL: f64 = 640.0;
/// From the trail to the names, from the names to the pains' heading, from there to the pains.
const STEPS: (f64, f64, f64) = (24.0, 21.0, 6.0);
/// From the pains to the legend, and between two of its items.
const LEGEND: (f64, f64) = (56.0, 53.0);
/// The radius of an item's disc, and from there to its words.
const ITEM: (f64, f64) = (20.0, 14.0);
/// By what part of its width an item may get wider in another face.
const WIDER: f64 = 0.18;
/// How far the box of a pain reaches into the space between two columns.
const PAIN_REACH: f64 = 10.0;
/// Between two columns.
const COLUMN_GAP: f64 = 16.0;
/// From the sentence below the title to the curve, and from the curve to the trail.
const CURVE: (f64, f64) = (50.0, 48.0);

/// The overview, as many slides as the journey needs.
pub fn pages(desk: &Desk<'_>) -> Vec<Page> {
    let cx = desk.cx;
    let stages = cx.document.stages_of(cx.map.id);
    let gaps: Vec<Vec<&Gap>> = stages.iter().map(|stage| cx.document.gaps_after(stage.id)).collect();
    let loss: Vec<Option<f64>> = gaps.iter().map(|gaps| loss(gaps)).collect();
    let parts = split::parts(stages.len(), desk.sizes.stages, &loss);
    let several = parts.len() > 1;
    let feelings = Feelings::of(desk);
    parts
        .into_iter()
        .zip(1..)
        .map(|(part, number)| {
            let columns = Columns {
                stages: &stages[part.clone()],
                gaps: &gaps[part.clone()],
                goes_on: part.end < stages.len(),
                left: MARGIN,
                width: WIDTH / part.len().max(1) as f64,
            };
            let page = page(desk, &columns, &part, several.then_some(stages.len()), feelings.as_ref());
            Page { about: format!("overview/{number}"), ..page }
        })
        .collect()
}

fn loss(gaps: &[&Gap]) -> Option<f64> {
    let frictions = gaps.iter().map(|gap| Friction::of_gap(gap).value.unwrap_or(0.0));
    (!gaps.is_empty()).then(|| frictions.sum())
}

fn page(
    desk: &Desk<'_>,
    columns: &Columns<'_>,
    part: &Range<usize>,
    of: Option<usize>,
    feelings: Option<&Feelings<'_>>,
) -> Page {
    let cx = desk.cx;
    let title = title(desk, columns, part);
    let mut page = Page {
        about: String::new(),
        name: desk.words("slide.overview"),
        part: Part::Overview,
        stage: None,
        section: desk.words("slide.overview"),
        title: title.clone(),
        notes: notes::of_map(desk),
        branches: Vec::new(),
    };
    let whose = whose(desk, of.unwrap_or(part.len()), of.map(|_| part));
    let head = desk.head(&title, &whose, &mut page);
    if columns.stages.is_empty() {
        let none = desk.words("insight.no-stage");
        let block = desk.fitted(&none, desk.sizes.statement.style(cx.palette.ink3), WIDTH, None);
        page.branches.push(desk.own(key("none", cx.map.id), &block, Point::new(MARGIN, 480.0)));
        return page;
    }

    let room = columns.width - COLUMN_GAP;
    let names: Vec<Arc<Block>> = columns
        .stages
        .iter()
        .map(|stage| desk.name(&stage.name, desk.sizes.name.style(cx.palette.ink), room, None))
        .collect();
    // Without a curve there is room for more words.
    let pains = worst_pains(desk, columns, room, if feelings.is_some() { 2 } else { 6 });
    let legend = legend(desk, columns);
    let tallest = |blocks: &mut dyn Iterator<Item = f64>| blocks.fold(0.0, f64::max);
    let names_height = tallest(&mut names.iter().map(|name| name.size.h)).max(2.0 * desk.sizes.name.line());
    let pains_height = tallest(&mut pains.iter().flatten().map(|(_, block)| block.size.h));
    let has_pains = pains_height > 0.0;
    let label = desk.sizes.label.line();
    let pains_block = if has_pains {
        STEPS.1 + label + STEPS.2 + pains_height.max(2.0 * desk.sizes.brief.line())
    } else {
        0.0
    };
    let legend_block = if legend.is_empty() { 0.0 } else { LEGEND.0 + 2.0 * DISC.0 };
    let below = STEPS.0 + names_height + pains_block + legend_block;

    let wished = if feelings.is_some() { TRAIL } else { head.bottom + 2.0 * CURVE.0 };
    let trail = wished.min(BOTTOM - below);
    let top = (head.bottom + CURVE.0).max(262.0);
    let region = Rect::new(MARGIN, top, WIDTH, (trail - CURVE.1 - top).max(120.0));
    if let Some(feelings) = feelings {
        let drawing = Drawing { desk, feelings, columns, first: part.start, region, look: &LARGE };
        page.branches.extend(drawing.branches());
    }
    page.branches.extend(trail::branches(desk, columns, trail));
    let mut y = trail + STEPS.0;
    for (at, (stage, name)) in columns.stages.iter().zip(&names).enumerate() {
        let at = Point::new(columns.at(at), y);
        let own = desk.roomy(key("stage", stage.id), name, at, names_height);
        page.branches.push(own.of(Table::Stage, stage.id));
    }
    y += names_height;
    if has_pains {
        y += STEPS.1;
        let style = desk.sizes.label.weighing(700, cx.palette.pain);
        let words = desk.words("slide.wrong");
        let at = Point::new(MARGIN, y);
        page.branches.push(desk.heading(key("wrong", cx.map.id), "triangle-alert", &words, style, at, WIDTH));
        y += label + STEPS.2;
        let room_below = pains_height.max(2.0 * desk.sizes.brief.line());
        // One more line in a wider face, where nothing stands below.
        let free = if legend.is_empty() { (BOTTOM - y - room_below).max(0.0) } else { LEGEND.0 - 16.0 };
        let free = free.min(desk.sizes.brief.line());
        for (at, pain) in pains.iter().enumerate() {
            let Some((card, block)) = pain else { continue };
            let at = Point::new(columns.at(at), y);
            let room = Size::new(PAIN_REACH, room_below + free);
            page.branches.push(cards::unboxed(desk, key("pain", card.id), card, block, (at, room)));
        }
        y += room_below;
    }
    let middle = y + LEGEND.0 + DISC.0;
    page.branches.extend(lay_legend(desk, legend, middle));
    page
}

/// What somebody wrote as the headline, else what was found; of a later part what it is about.
fn title(desk: &Desk<'_>, columns: &Columns<'_>, part: &Range<usize>) -> String {
    let cx = desk.cx;
    match (part.start, columns.stages.first(), columns.stages.last()) {
        (1.., Some(first), Some(last)) => {
            desk.say(&Phrase::new("slide.part").with(&first.name).with(&last.name))
        }
        _ if cx.map.headline.trim().is_empty() => {
            insight::generated_headline(cx.document, cx.map.id, cx.language())
        }
        _ => cx.map.headline.trim().to_owned(),
    }
}

/// Whose journey it is, in which state, and which part of it where it is not all of them.
pub fn whose(desk: &Desk<'_>, stages: usize, part: Option<&Range<usize>>) -> String {
    let cx = desk.cx;
    let mut sentences = Vec::new();
    if let Some(part) = part {
        let place = Phrase::new("slide.part.place").with(part.start + 1).with(part.end).with(stages);
        sentences.push(desk.say(&place));
    }
    if let Some(first) = cx.members.first() {
        let who = if first.role.is_empty() {
            first.name.clone()
        } else {
            desk.say(&Phrase::new("slide.who.role").with(&first.name).with(&first.role))
        };
        let who = match cx.members.len() {
            1 => who,
            count => desk.say(&Phrase::new("slide.who.committee").with(count).with(who)),
        };
        sentences.push(format!("{who}."));
    }
    if stages > 0 {
        let state = match cx.map.state {
            MapState::Current => "slide.state.current",
            MapState::Future => "slide.state.future",
        };
        sentences.push(desk.say(&Phrase::new(state).with(stages)));
    }
    sentences.join(" ")
}

/// The worst pain of each stage; where none is rated, its first one.
fn worst_pains<'a>(
    desk: &Desk<'a>,
    columns: &Columns<'_>,
    room: f64,
    most: u32,
) -> Vec<Option<(&'a Card, Arc<Block>)>> {
    let cx = desk.cx;
    let mut worst: HashMap<Id, Id> = HashMap::new();
    for pain in insight::pains_by_friction(cx.document, cx.map.id) {
        worst.entry(pain.stage).or_insert(pain.card);
    }
    let of_stage = |stage: &&Stage| {
        let card = cx.document.cards.get(worst.get(&stage.id)?)?;
        let style = desk.sizes.brief.style(cx.palette.ink);
        Some((card, desk.fitted(&card.text, style, room, Some(most))))
    };
    columns.stages.iter().map(of_stage).collect()
}

/// The gaps of a part in their order: the gap, its words, and how wide they are.
fn legend<'a>(desk: &Desk<'_>, columns: &Columns<'a>) -> Vec<(&'a Gap, Arc<Block>)> {
    let palette = desk.cx.palette;
    let strong = desk.sizes.label.weighing(700, palette.ink);
    let quiet = desk.sizes.label.style(palette.ink2);
    let shown = (0..columns.stages.len()).filter(|at| columns.is_broken(*at));
    let shown: Vec<&Gap> = shown.flat_map(|at| columns.gaps[at].iter()).copied().collect();
    // Each one alone fits on the line, with the number of the others behind it.
    let others = shown.len().saturating_sub(1);
    let behind = if others > 0 { more(desk, others).1 } else { 0.0 };
    let most = (WIDTH - 2.0 * ITEM.0 - ITEM.1 - behind) / if others > 0 { 1.0 + WIDER } else { 1.0 };
    shown
        .into_iter()
        .map(|gap| {
            let parts = [gap.title.as_str(), gap.detail.as_str()];
            let told: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            let (mut text, mut title) = (told.join(" "), gap.title.len());
            if text.is_empty() {
                text = desk.words("canvas.gap");
                title = text.len();
            }
            // The line alone is as wide as its words, so that also words from right to left begin where they are put.
            let set = |text: &str| {
                // Of a title that was cut nothing follows.
                let title = if text.len() > title + '…'.len_utf8() { title } else { text.len() };
                let parts = [(0..title, strong), (title..text.len(), quiet)];
                let spans: Vec<_> = parts.into_iter().filter(|(range, _)| !range.is_empty()).collect();
                desk.cx.spans(text, &spans, None, None)
            };
            let fits = |block: &Block| block.size.w <= most && block.prim.lines.len() <= 1;
            let (mut block, mut kept) = (set(&text), text.as_str());
            // Words go from the end, until the ellipsis finds its place.
            while !fits(&block) && !kept.is_empty() {
                let cut =
                    kept.rfind(char::is_whitespace).or_else(|| Some(kept.char_indices().next_back()?.0));
                kept = kept[..cut.unwrap_or(0)].trim_end();
                block = set(&format!("{kept}…"));
            }
            (gap, block)
        })
        .collect()
}

fn lay_legend(desk: &Desk<'_>, legend: Vec<(&Gap, Arc<Block>)>, middle: f64) -> Vec<Branch> {
    let cx = desk.cx;
    let mut found = Vec::new();
    let mut x = MARGIN;
    let (radius, to_words) = ITEM;
    let total = legend.len();
    for (at, (gap, block)) in legend.into_iter().enumerate() {
        let width = 2.0 * radius + to_words + block.size.w;
        let left = total - at;
        let step = width + LEGEND.1.max(block.size.w * WIDER);
        let end = if left > 1 { x + step - LEGEND.1 + more(desk, left - 1).1 } else { x + width };
        if at > 0 && end > RIGHT {
            let (block, _) = more(desk, left);
            let corner = Point::new(x, middle - block.size.h / 2.0);
            found.push(desk.own(key("more", cx.map.id), &block, corner));
            break;
        }
        let h = (2.0 * radius).max(block.size.h);
        let place = Rect::new(x, middle - h / 2.0, width, h);
        let center = Point::new(radius, h / 2.0);
        let words = Point::new(2.0 * radius + to_words, (h - block.size.h) / 2.0);
        found.push(
            Branch::new(key("gap", gap.id), Role::Gap, place)
                .of(Table::Gap, gap.id)
                .says(super::page::plain(&block.prim.text))
                .alt(gaps::spoken(cx, gap))
                .draws(disc(desk, &[gap], center, radius))
                .draws([draw::text(&block, words)]),
        );
        x += step;
    }
    found
}

/// How many gaps found no room in the legend, and how much room that takes.
fn more(desk: &Desk<'_>, count: usize) -> (Arc<Block>, f64) {
    let style = desk.sizes.label.style(desk.cx.palette.ink3);
    let block = desk.cx.line(&desk.say(&Phrase::new("slide.more").with(count)), style);
    let room = LEGEND.1 + block.size.w;
    (block, room)
}
