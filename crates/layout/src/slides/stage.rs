//! A stage's own slide: what people do there, what goes wrong, what will be done.

use super::cards::{self, Made};
use super::curve::{Drawing, Feelings, SMALL};
use super::labels::aligned;
use super::metrics::{MARGIN, RIGHT};
use super::notes;
use super::page::{Desk, Page};
use super::trail::Columns;
use crate::canvas::branch::{Branch, key};
use crate::canvas::draw;
use crate::geometry::{Point, Rect, Size};
use crate::options::Part;
use crate::paint::Stroke;
use crate::scene::{Align, Role, TextStyle};
use crate::theme::Contrast;
use journey::insight::{self, Quadrant};
use journey::{Card, Gap, Id, LaneKind, Phrase, Stage, Table, in_order};

/// Where the line above the name begins, the name, and the sentence below it.
const HEAD: (f64, f64) = (84.0, 125.0);
/// The curve: where, how wide and how high.
const CURVE: Rect = Rect::new(1236.0, 90.0, 588.0, 210.0);
/// Radius of what lights the stage on it, and the line around that where it is no fill.
const LIT: (f64, f64) = (14.0, 3.0);
/// Width of what stands beside the curve.
const BESIDE: f64 = 1060.0;
/// Left edge and width of each column.
const COLUMNS: [(f64, f64); 3] = [(MARGIN, 522.0), (658.0, 563.0), (1261.0, 563.0)];
/// Where the columns' headings begin, and what stands below them.
const TOP: (f64, f64) = (440.0, 492.0);
/// The lowest place of the columns: closer to the footer than elsewhere, for one more card.
const BOTTOM: f64 = 1000.0;
/// How many lines somebody's words may have.
const QUOTE_LINES: u32 = 4;
/// Between what somebody says and the foot of the slide, more than below a box.
const QUOTE_AIR: f64 = 16.0;
/// Between two cards.
const CARD_GAP: f64 = 18.0;
/// Between two things that people do, and before what they think.
const DOES: (f64, f64) = (20.0, 44.0);
/// What people do is broken before the edge of its column, and its box reaches beyond that towards the next one: in
/// another face it keeps its lines and its size.
const DOES_AIR: (f64, f64) = (14.0, 28.0);

/// A slide for each stage.
pub fn pages(desk: &Desk<'_>) -> Vec<Page> {
    let cx = desk.cx;
    let stages = cx.document.stages_of(cx.map.id);
    let gaps: Vec<Vec<&Gap>> = stages.iter().map(|stage| cx.document.gaps_after(stage.id)).collect();
    let columns = Columns {
        stages: &stages,
        gaps: &gaps,
        goes_on: false,
        left: CURVE.x,
        width: CURVE.w / stages.len().max(1) as f64,
    };
    let feelings = Feelings::of(desk);
    (0..stages.len()).map(|at| page(desk, &columns, at, feelings.as_ref())).collect()
}

fn page(desk: &Desk<'_>, columns: &Columns<'_>, at: usize, feelings: Option<&Feelings<'_>>) -> Page {
    let cx = desk.cx;
    let stage = columns.stages[at];
    let name = if stage.name.is_empty() {
        desk.say(&Phrase::new("slide.stage").with(at + 1).with(columns.stages.len()))
    } else {
        stage.name.clone()
    };
    let mut page = Page {
        about: format!("stage/{}", stage.id),
        name: if stage.short_name.is_empty() { name.clone() } else { stage.short_name.clone() },
        part: Part::Stages,
        stage: Some(stage.id),
        section: if stage.act.is_empty() { name.clone() } else { stage.act.clone() },
        title: name.clone(),
        notes: notes::of_stage(desk, stage),
        branches: Vec::new(),
    };
    let below_head = head(desk, columns, at, stage, &name, feelings.is_some(), &mut page);
    let mut below_curve = 0.0;
    if let Some(feelings) = feelings {
        below_curve = curve(desk, columns, at, feelings, &mut page);
    }
    let shift = (below_head.max(below_curve) + 40.0 - TOP.0).max(0.0);
    let tops = (TOP.0 + shift, TOP.1 + shift + desk.sizes.heading.line() - 34.0);
    does(desk, stage, tops, &mut page);
    let pains =
        ranked_pains(desk, stage).into_iter().map(|card| cards::pain(desk, card, COLUMNS[1].1)).collect();
    let wrong = Heading {
        id: "wrong",
        icon: "triangle-alert",
        words: desk.words("slide.wrong"),
        style: desk.sizes.heading.weighing(700, cx.palette.pain),
    };
    column(desk, 1, &wrong, pains, "slide.none.wrong", tops, &mut page);
    let will = ranked_opportunities(desk, stage).into_iter();
    let will = will.map(|card| cards::opportunity(desk, card, COLUMNS[2].1)).collect();
    let heading = Heading {
        id: "will",
        icon: "lightbulb",
        words: desk.words("slide.will"),
        style: desk.sizes.heading.weighing(700, cx.palette.opp),
    };
    column(desk, 2, &heading, will, "slide.none.will", tops, &mut page);
    page
}

/// Which stage it is, its name, and what the buyer needs to complete. Returns the lower edge.
fn head(
    desk: &Desk<'_>,
    columns: &Columns<'_>,
    at: usize,
    stage: &Stage,
    name: &str,
    beside: bool,
    page: &mut Page,
) -> f64 {
    let palette = desk.cx.palette;
    let width = if beside { BESIDE } else { RIGHT - MARGIN };
    let id = desk.cx.map.id;
    let place = Phrase::new(if stage.job.is_empty() { "slide.stage" } else { "slide.stage.job" });
    let place = desk.say(&place.with(at + 1).with(columns.stages.len()).with(&stage.job));
    let above = desk.fitted(&place, desk.sizes.heading.style(palette.info), width, Some(1));
    let title = desk.fitted(name, desk.sizes.stage_title.style(palette.ink), width, Some(3));
    let title_at = HEAD.1 + desk.sizes.heading.line() - 34.0;
    let mut bottom = title_at + title.size.h;
    // The title comes first to whoever has the slide read out; its place above is by eye.
    page.branches
        .push(desk.text(key("title", id), &title, Point::new(MARGIN, title_at)).of(Table::Stage, stage.id));
    page.branches.push(desk.text(key("place", id), &above, Point::new(MARGIN, HEAD.0)));
    if !stage.purpose.is_empty() {
        let block = desk.fitted(&stage.purpose, desk.sizes.subtitle.style(palette.ink2), width, Some(4));
        bottom += 13.0;
        page.branches.push(desk.text(key("subtitle", id), &block, Point::new(MARGIN, bottom)));
        bottom += block.size.h;
    }
    bottom
}

/// The small curve with the stage lit, and what happens there. Returns the lower edge.
fn curve(desk: &Desk<'_>, columns: &Columns<'_>, at: usize, feelings: &Feelings<'_>, page: &mut Page) -> f64 {
    let cx = desk.cx;
    let lit = Rect::new(columns.at(at) - 4.0, CURVE.y - 6.0, columns.width + 8.0, CURVE.h + 12.0);
    let place = Branch::new(key("lit", cx.map.id), Role::Decoration, lit);
    let around = Rect::new(0.0, 0.0, lit.w, lit.h);
    // Where no fill is soft, a line says which stage it is.
    page.branches.push(place.draws([match cx.options.contrast {
        Contrast::Normal => draw::fill(around, LIT.0, cx.palette.neutral_soft),
        Contrast::Strong => draw::edged(around, LIT.0, None, Stroke::new(cx.palette.ink, LIT.1)),
    }]));
    let drawing = Drawing { desk, feelings, columns, first: 0, region: CURVE, look: &SMALL };
    page.branches.extend(drawing.branches());
    let Some(caption) = feelings.caption(at) else { return lit.bottom() };
    let block = desk.tight(&desk.say(&caption), desk.sizes.label.style(cx.palette.ink3), CURVE.w, None);
    let below = lit.x + lit.w / 2.0 - block.size.w / 2.0;
    let x = below.min(RIGHT - block.size.w).max(CURVE.x);
    // In another face it grows from where it stands.
    let side = if x < below {
        Align::End
    } else if x > below {
        Align::Start
    } else {
        Align::Center
    };
    let block = if block.prim.lines.len() == 1 { aligned(block, side, cx.from_right) } else { block };
    let top = lit.bottom() + 10.0;
    page.branches.push(desk.own(key("caption", cx.map.id), &block, Point::new(x, top)));
    top + block.size.h
}

/// What people do, and one thing that they think.
fn does(desk: &Desk<'_>, stage: &Stage, tops: (f64, f64), page: &mut Page) {
    let cx = desk.cx;
    let (left, width) = COLUMNS[0];
    let style = desk.sizes.heading.weighing(700, cx.palette.ink);
    let words = does_heading(desk, style, width);
    let at = Point::new(left, tops.0);
    page.branches.push(desk.heading(key("does", cx.map.id), "footprints", &words, style, at, width));
    let quotes = cards_at(desk, stage, LaneKind::Thoughts);
    let quote = quotes.iter().find(|card| !card.text.is_empty());
    let said = |card: &Card, lines: u32| {
        let words = desk.say(&Phrase::new("canvas.quote").with(&card.text));
        desk.fitted(&words, desk.sizes.quote.style(cx.palette.thought), width, Some(lines))
    };
    let quote_room = quote.map_or(0.0, |card| DOES.1 + said(card, QUOTE_LINES).size.h + QUOTE_AIR);
    let actions = cards_at(desk, stage, LaneKind::Actions);
    let body = desk.sizes.body.style(cx.palette.ink);
    let mut y = tops.1 + 10.0;
    if actions.is_empty() {
        none(desk, "slide.none.does", Point::new(left, tops.1 + 10.0), width, page);
        y += desk.sizes.label.line();
    }
    // However much is said of one thing, it stays on the slide.
    let most = ((BOTTOM - y - DOES.0 - desk.sizes.label.line()) / body.line_height).max(1.0) as u32;
    for (at, card) in actions.iter().enumerate() {
        let block = desk.fitted(&card.text, body, width - DOES_AIR.0, Some(most));
        let left_over = actions.len() - at;
        let reserve = if left_over > 1 { desk.sizes.label.line() } else { 0.0 };
        let full = y + block.size.h + reserve + quote_room > BOTTOM;
        if at >= desk.sizes.does || (at > 0 && full) {
            more(desk, "does", left_over, Point::new(left, y), width, page);
            y += desk.sizes.label.line() + DOES.0;
            break;
        }
        let (id, corner) = (key("card", card.id), Point::new(left, y));
        let own = cards::unboxed(desk, id, card, &block, (corner, Size::new(DOES_AIR.0 + DOES_AIR.1, 0.0)));
        page.branches.push(own.alt(format!("{}: {}", cx.word("card_kind", "actions"), card.text)));
        y += block.size.h + DOES.0;
    }
    let top = y + DOES.1 - DOES.0;
    let sizes = (1..=QUOTE_LINES).rev();
    // As many of its lines as there is room for below what people do; none where there is no room at all.
    let fitting = quote.and_then(|card| {
        let blocks = sizes.map(|lines| said(card, lines));
        Some((card.id, blocks.into_iter().find(|block| top + block.size.h <= BOTTOM)?))
    });
    if let Some((id, block)) = fitting {
        let branch = desk.text(key("quote", id), &block, Point::new(left, top)).of(Table::Card, id);
        page.branches.push(branch.alt(format!("{}: {}", cx.word("card_kind", "thoughts"), block.prim.text)));
    }
}

/// Whose actions these are, on one line: the name, its first word, or only that they are a buyer's.
fn does_heading(desk: &Desk<'_>, style: TextStyle, width: f64) -> String {
    let name = desk.cx.members.first().map(|member| member.name.as_str()).unwrap_or_default();
    let names = [Some(name), name.split_whitespace().next()];
    let says = |name: &str| desk.say(&Phrase::new("slide.does").with(name));
    let told = names.into_iter().flatten().filter(|name| !name.is_empty()).map(says);
    told.into_iter()
        .find(|words| desk.is_on_one_line(words, style, width))
        .unwrap_or_else(|| desk.words("slide.does.buyers"))
}

/// The heading of a column of cards.
struct Heading {
    id: &'static str,
    icon: &'static str,
    words: String,
    style: TextStyle,
}

fn column(
    desk: &Desk<'_>,
    at: usize,
    heading: &Heading,
    found: Vec<Made>,
    empty: &str,
    tops: (f64, f64),
    page: &mut Page,
) {
    let (left, width) = COLUMNS[at];
    let id = key(heading.id, desk.cx.map.id);
    let corner = Point::new(left, tops.0);
    page.branches.push(desk.heading(id, heading.icon, &heading.words, heading.style, corner, width));
    if found.is_empty() {
        none(desk, empty, Point::new(left, tops.1 + 10.0), width, page);
        return;
    }
    let (taken, left_out) =
        cards::stacked(found, desk.sizes.cards, BOTTOM - tops.1, CARD_GAP, desk.sizes.label);
    let mut y = tops.1;
    for card in taken {
        let height = card.height;
        page.branches.push(card.at(Point::new(left, y)));
        y += height + CARD_GAP;
    }
    if left_out > 0 {
        more(desk, heading.id, left_out, Point::new(left, y - CARD_GAP / 2.0), width, page);
    }
}

fn more(desk: &Desk<'_>, id: &str, count: usize, at: Point, width: f64, page: &mut Page) {
    let style = desk.sizes.label.style(desk.cx.palette.ink3);
    let block = desk.tight(&desk.say(&Phrase::new("slide.more").with(count)), style, width, None);
    page.branches.push(desk.own(key("more", id), &block, at));
}

fn none(desk: &Desk<'_>, words: &str, at: Point, width: f64, page: &mut Page) {
    let block = desk.tight(&desk.words(words), desk.sizes.label.style(desk.cx.palette.ink3), width, None);
    page.branches.push(desk.own(key("none", words), &block, at));
}

/// The cards of a kind that lie over a stage, top to bottom.
fn cards_at<'a>(desk: &Desk<'a>, stage: &Stage, kind: LaneKind) -> Vec<&'a Card> {
    let cx = desk.cx;
    let stages = cx.document.stages_of(cx.map.id);
    let column = |id: Id| stages.iter().position(|own| own.id == id);
    let Some(at) = column(stage.id) else { return Vec::new() };
    let lanes = cx.document.lanes_of(cx.map.id);
    let lanes = lanes.iter().filter(|lane| lane.kind == kind && !lane.hidden);
    let covers = |card: &&Card| {
        let from = column(card.stage);
        from.is_some_and(|from| (from..=column(card.to_stage).unwrap_or(from).max(from)).contains(&at))
    };
    lanes
        .flat_map(|lane| {
            let cards = cx.document.cards.values().filter(|card| card.lane == lane.id);
            in_order(cards.filter(covers), |card| &card.order)
        })
        .collect()
}

/// The pains of a stage, worst first.
fn ranked_pains<'a>(desk: &Desk<'a>, stage: &Stage) -> Vec<&'a Card> {
    let cx = desk.cx;
    let here = cards_at(desk, stage, LaneKind::PainPoints);
    let ranks = insight::pains_by_friction(cx.document, cx.map.id);
    let ranked = ranks.iter().filter_map(|pain| here.iter().find(|card| card.id == pain.card).copied());
    ranked.collect()
}

/// The opportunities of a stage, by quadrant; those that are not rated come last.
fn ranked_opportunities<'a>(desk: &Desk<'a>, stage: &Stage) -> Vec<&'a Card> {
    let mut here = cards_at(desk, stage, LaneKind::Opportunities);
    here.sort_by_key(|card| {
        let quadrant = Quadrant::of_card(card);
        (quadrant.is_none(), quadrant)
    });
    here
}
