//! The action plan: what brings how much for how much, and who does what by when.

use super::metrics::{BOTTOM, RIGHT};
use super::page::{Desk, Page};
use super::{matrix, notes};
use crate::canvas::branch::{Branch, key};
use crate::canvas::draw;
use crate::geometry::{Point, Rect};
use crate::options::Part;
use crate::paint::Stroke;
use crate::scene::{Prim, Role};
use crate::text::Block;
use journey::insight::{self, PlanItem, Quadrant};
use journey::{Due, Phrase, words};
use std::sync::Arc;

/// From the sentence below the title to the matrix and the table.
const TOP: f64 = 93.0;
/// Where the table begins, and its first words.
const TABLE: (f64, f64) = (890.0, 952.0);
/// Radius of the number before a row.
const NUMBER: f64 = 22.0;
/// From a line to the words of a row, and from them to the next line.
const ROW: (f64, f64) = (18.0, 17.0);
/// Between two columns of the table.
const GAP: f64 = 32.0;
/// What stays free at the right edge of the table.
const END: f64 = 12.0;

/// The slide of the action plan.
pub fn page(desk: &Desk<'_>) -> Page {
    let cx = desk.cx;
    let all = insight::plan(cx.document, cx.map.id);
    let mut items: Vec<Item> = all.iter().take(desk.sizes.rows).map(|item| Item::of(desk, item)).collect();
    let title = title(desk, &all[..items.len()]);
    let name = desk.words("slide.plan");
    let mut page = Page {
        about: "plan".into(),
        name: name.clone(),
        part: Part::Plan,
        stage: None,
        section: name,
        title: title.clone(),
        notes: String::new(),
        branches: Vec::new(),
    };
    let below = desk.words(if items.is_empty() { "slide.plan.none.fix" } else { "slide.plan.order" });
    let head = desk.head(&title, &below, &mut page);
    if items.is_empty() {
        return page;
    }
    let top = head.bottom + TOP - 38.0 + desk.sizes.subtitle.line();
    let told = table(desk, &items, all.len(), top, &mut page);
    items.truncate(told);
    let lines: Vec<String> = all
        .iter()
        .filter_map(|item| cx.document.cards.get(&item.opportunity?))
        .flat_map(|card| notes::of_card(desk, card))
        .collect();
    page.notes = lines.join("\n");
    let matrix = matrix::branches(desk, &items, top);
    // The matrix is read before the table.
    let from = page.branches.iter().position(|branch| branch.node.key.0.starts_with("table/")).unwrap_or(0);
    page.branches.splice(from..from, matrix);
    page
}

fn title(desk: &Desk<'_>, items: &[PlanItem]) -> String {
    let wins = items.iter().filter(|item| item.quadrant == Some(Quadrant::QuickWin)).count();
    let (count, phrase) = (items.len(), |key: &str| Phrase::new(key).with(items.len()));
    desk.say(&match (count, wins) {
        (0, _) => Phrase::new("slide.plan.none"),
        (_, 0) => phrase("slide.plan.title"),
        (_, 1) => phrase("slide.plan.title.one-win"),
        (count, wins) if count == wins => phrase("slide.plan.title.all-wins"),
        (_, wins) => phrase("slide.plan.title.wins").with(wins),
    })
}

/// A row of the table, and its mark on the matrix.
pub(super) struct Item {
    pub(super) text: String,
    stage: String,
    owner: String,
    due: String,
    pub(super) impact: Option<f64>,
    pub(super) effort: Option<f64>,
    pub(super) is_win: bool,
}

impl Item {
    fn of(desk: &Desk<'_>, item: &PlanItem) -> Self {
        let document = desk.cx.document;
        let card = item.opportunity.and_then(|card| document.cards.get(&card));
        let action = item.action.and_then(|action| document.actions.get(&action));
        let text = action.map(|action| action.text.clone()).filter(|text| !text.is_empty());
        let team = action.and_then(|action| action.team).or(card.and_then(|card| card.team));
        let owner = action.and_then(|action| Some(document.people.get(&action.owner?)?.name.clone()));
        let stage = card.and_then(|card| document.stages.get(&card.stage));
        let due = action.and_then(|action| action.due.as_ref());
        Self {
            text: text.or_else(|| card.map(|card| card.text.clone())).unwrap_or_default(),
            stage: stage.map(|stage| stage.name.clone()).unwrap_or_default(),
            owner: owner.or_else(|| Some(document.teams.get(&team?)?.name.clone())).unwrap_or_default(),
            due: due.map(|due| said(desk, due)).unwrap_or_default(),
            impact: item.impact,
            effort: item.effort,
            is_win: item.quadrant == Some(Quadrant::QuickWin),
        }
    }
}

/// A day or month; with its year where it lies a year or more behind the first one of the plan.
fn said(desk: &Desk<'_>, due: &Due) -> String {
    let language = desk.cx.language();
    let of_map = desk.cx.document.actions.values().filter(|own| own.map == desk.cx.map.id);
    let months = |due: &Due| due.parts().0 * 12 + due.parts().1 as i32;
    let first = of_map.filter_map(|own| own.due.as_ref()).map(months).min().unwrap_or(0);
    if months(due) - first >= 12 { words::due(due, language) } else { words::due_short(due, language) }
}

/// A number on a disc; `ring` of sheet lies around it.
pub(super) fn numbered(desk: &Desk<'_>, index: usize, is_win: bool, radius: f64, ring: f64) -> Vec<Prim> {
    let palette = desk.cx.palette;
    let center = Point::new(radius + ring, radius + ring);
    let style = desk.sizes.label.weighing(700, palette.sheet);
    let number = desk.cx.line(&(index + 1).to_string(), style);
    let color = if is_win { palette.opp } else { palette.ink2 };
    let corner = Point::new(center.x - number.size.w / 2.0, center.y - number.size.h / 2.0);
    let around = (ring > 0.0).then(|| draw::disc(center, radius + ring, palette.sheet));
    around.into_iter().chain([draw::disc(center, radius, color), draw::text(&number, corner)]).collect()
}

/// The table, row by row. Returns how many rows found room.
fn table(desk: &Desk<'_>, items: &[Item], total: usize, top: f64, page: &mut Page) -> usize {
    let cx = desk.cx;
    let palette = cx.palette;
    let columns = columns(desk, items);
    let head = desk.sizes.label.weighing(600, palette.ink3);
    for column in &columns {
        let block = desk.cx.line(&desk.words(column.title), head);
        page.branches.push(desk.own(key("table", column.title), &block, Point::new(column.left, top)));
    }
    let mut y = top + 51.0 + desk.sizes.label.line() - 30.0;
    let more = desk.sizes.label.line() + 8.0;
    page.branches.push(rule(desk, 0, y));
    for (at, item) in items.iter().enumerate() {
        let blocks: Vec<Option<Arc<Block>>> = columns
            .iter()
            .enumerate()
            .map(|(column, own)| {
                let text = (own.of)(item);
                let weight = if column == 0 { 600 } else { 400 };
                let style = desk.sizes.row.weighing(weight, palette.ink);
                (!text.is_empty()).then(|| desk.fitted(text, style, own.width, Some(3)))
            })
            .collect();
        let tallest =
            blocks.iter().flatten().map(|block| block.size.h).fold(2.0 * desk.sizes.row.line(), f64::max);
        let reserve = if total > at + 1 { more } else { 0.0 };
        if at > 0 && y + ROW.0 + tallest + ROW.1 + reserve > BOTTOM {
            self::more(desk, total - at, y, page);
            return at;
        }
        let place = Rect::new(TABLE.0, y + ROW.0, 2.0 * NUMBER, 2.0 * NUMBER);
        page.branches.push(Branch::new(key("number", at), Role::Decoration, place).draws(numbered(
            desk,
            at,
            item.is_win,
            NUMBER,
            0.0,
        )));
        for (column, block) in columns.iter().zip(blocks) {
            let Some(block) = block else { continue };
            let id = format!("row/{at}/{}", column.title);
            let at = Point::new(column.left, y + ROW.0);
            page.branches.push(desk.roomy(key("table", id), &block, at, tallest + ROW.1 / 2.0));
        }
        y += ROW.0 + tallest + ROW.1;
        page.branches.push(rule(desk, at + 1, y));
    }
    if total > items.len() {
        self::more(desk, total - items.len(), y, page);
    }
    items.len()
}

fn more(desk: &Desk<'_>, count: usize, y: f64, page: &mut Page) {
    let style = desk.sizes.label.style(desk.cx.palette.ink3);
    let block = desk.cx.line(&desk.say(&Phrase::new("slide.more").with(count)), style);
    page.branches.push(desk.own(key("more", desk.cx.map.id), &block, Point::new(TABLE.1, y + 8.0)));
}

fn rule(desk: &Desk<'_>, at: usize, y: f64) -> Branch {
    let place = Rect::new(TABLE.0, y + 0.5, RIGHT - TABLE.0, 0.0);
    let line = [Point::default(), Point::new(place.w, 0.0)];
    Branch::new(key("rule", at), Role::Decoration, place)
        .draws([draw::line(&line, Stroke::new(desk.cx.palette.line, 1.0))])
}

/// A column of the table.
struct Column {
    title: &'static str,
    of: fn(&Item) -> &str,
    left: f64,
    width: f64,
}

/// The columns that have something to tell. All but the first are as wide as their words, within reason; where the
/// table gets too narrow the stage goes first: the matrix and the words of the action tell enough.
fn columns(desk: &Desk<'_>, items: &[Item]) -> Vec<Column> {
    let style = desk.sizes.row.weighing(400, desk.cx.palette.ink);
    let head = desk.sizes.label.weighing(600, desk.cx.palette.ink3);
    // Larger type needs wider columns.
    let larger = desk.sizes.row.line() / 38.0;
    let needs = |title: &str, of: fn(&Item) -> &str, most: f64| {
        let words = items.iter().map(|item| desk.cx.line(of(item), style).size.w).fold(0.0, f64::max);
        let filled = items.iter().any(|item| !of(item).is_empty());
        filled.then(|| words.max(desk.cx.line(&desk.words(title), head).size.w).min(most * larger))
    };
    type Field = (&'static str, fn(&Item) -> &str, f64);
    let fields: [Field; 3] = [
        ("slide.plan.stage", |item| &item.stage, 206.0),
        ("slide.plan.owner", |item| &item.owner, 180.0),
        ("slide.plan.due", |item| &item.due, 150.0),
    ];
    let mut found: Vec<(Field, f64)> =
        fields.into_iter().filter_map(|field| Some((field, needs(field.0, field.1, field.2)?))).collect();
    let all = RIGHT - END - TABLE.1;
    let first = |found: &[(Field, f64)]| all - found.iter().map(|(_, width)| width + GAP).sum::<f64>();
    if first(&found) < 10.0 * desk.sizes.row.line() * 0.9 - 10.0 && found.len() > 1 {
        found.retain(|(field, _)| field.0 != "slide.plan.stage");
    }
    let width = first(&found);
    let mut left = TABLE.1;
    let mut columns = vec![Column { title: "slide.plan.action", of: |item| &item.text, left, width }];
    left += width + GAP;
    for ((title, of, _), width) in found {
        columns.push(Column { title, of, left, width });
        left += width + GAP;
    }
    // Nothing stands behind the last one.
    if let Some(last) = columns.last_mut() {
        last.width = RIGHT - last.left;
    }
    columns
}

/// The table stands beside the matrix.
const _: () = assert!(TABLE.0 > matrix::RIGHT_EDGE);
