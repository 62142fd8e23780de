//! Cards on slides: each one box with its own border, fill and words.

use super::metrics::Type;
use super::page::{Desk, plain};
use crate::canvas::branch::{Branch, key};
use crate::canvas::draw;
use crate::geometry::{Point, Rect, Size};
use crate::paint::{Color, Stroke};
use crate::scene::{NodeKey, Prim, Role};
use crate::text::Block;
use journey::{Card, Phrase, Table, words};
use std::sync::Arc;

/// From a card's edges to its words.
pub const PAD: (f64, f64) = (32.0, 29.0);
/// Radius of its corners, and the thickness of its border.
const BOX: (f64, f64) = (20.0, 2.0);
/// From the words to the foot.
const TO_FOOT: f64 = 8.0;
/// Width and height of a bar of severity, from bar to bar, and from the last one to the words.
const BAR: (f64, f64, f64, f64) = (26.0, 9.0, 32.0, 16.0);
/// How many bars there are.
const BARS: usize = 5;
/// How far a box that is not seen reaches above and below its words: other faces are higher.
const REACH: (f64, f64) = (8.0, 12.0);
/// The highest that the words of one card may get: a slide has no room for more.
const HIGHEST: f64 = 360.0;
/// Severity from which on a pain is called severe.
const SEVERE: f64 = 5.0;

/// A card before it has its place.
pub struct Made {
    branch: Branch,
    /// Its height.
    pub height: f64,
}

impl Made {
    /// The card with its upper left corner at a place.
    pub fn at(mut self, place: Point) -> Branch {
        self.branch.node.origin = place;
        self.branch
    }
}

/// The colours of a card.
pub struct Look {
    /// Its fill.
    pub fill: Color,
    /// Its border.
    pub edge: Color,
    /// The words of its foot.
    pub foot: Color,
}

/// A card's box around lines of words, one below the other, each with the space above it.
pub fn boxed(width: f64, look: &Look, lines: &[(f64, Arc<Block>)]) -> (Vec<Prim>, f64) {
    let mut y = PAD.1;
    let mut prims = Vec::new();
    for (space, block) in lines {
        y += space;
        prims.push(draw::text(block, Point::new(PAD.0, y)));
        y += block.size.h;
    }
    let height = y + PAD.1;
    let edge = Stroke::new(look.edge, BOX.1);
    prims.insert(0, draw::edged(Rect::new(0.0, 0.0, width, height), BOX.0, Some(look.fill), edge));
    (prims, height)
}

/// A card of the map in its box.
fn card(desk: &Desk<'_>, card: &Card, kind: &str, width: f64, look: &Look, foot: &Foot) -> Made {
    let palette = desk.cx.palette;
    let inner = width - 2.0 * PAD.0;
    let most = (HIGHEST / desk.sizes.statement.line()) as u32;
    let words = desk.fitted(&card.text, desk.sizes.statement.weighing(500, palette.ink), inner, Some(most));
    let mut lines = vec![(0.0, words)];
    let bars = foot.bars.map_or(0.0, |_| BARS as f64 * BAR.2 - (BAR.2 - BAR.0) + BAR.3);
    let style = desk.sizes.label.weighing(500, look.foot);
    let small = (!foot.words.is_empty()).then(|| desk.tight(&foot.words, style, inner - bars, None));
    let (mut prims, mut height) = boxed(width, look, &lines);
    if small.is_some() || foot.bars.is_some() {
        let below = height - PAD.1 + TO_FOOT;
        let line = desk.sizes.label.line();
        height += TO_FOOT + small.as_ref().map_or(line, |block| block.size.h);
        if let Some(block) = small {
            lines.push((TO_FOOT, block.clone()));
            prims.push(draw::text(&block, Point::new(PAD.0 + bars, below)));
        }
        if let Prim::Rect(panel) = &mut prims[0] {
            panel.rect.h = height - BOX.1;
        }
        for at in 0..foot.bars.map_or(0, |_| BARS) {
            let filled = foot.bars.is_some_and(|severity| severity.round() as usize > at);
            let x = PAD.0 + at as f64 * BAR.2;
            let bar = Rect::new(x, below + (line - BAR.1) / 2.0, BAR.0, BAR.1);
            prims.push(if filled {
                draw::fill(bar, BAR.1 / 2.0, look.foot)
            } else {
                desk.cx.soft(bar, BAR.1 / 2.0, look.edge, (look.foot, BOX.1))
            });
        }
    }
    let said: Vec<&str> = lines.iter().map(|(_, block)| block.prim.text.as_str()).collect();
    let branch = Branch::new(key("card", card.id), Role::Card, Rect::new(0.0, 0.0, width, height))
        .of(Table::Card, card.id)
        .says(plain(&said.join("\n")))
        .alt(format!("{}: {}", desk.cx.word("card_kind", kind), card.text))
        .draws(prims);
    Made { branch, height }
}

/// A card of which a slide shows only the words. Its box has the colour of the ground: nobody sees it, but in a deck the
/// card is a shape like all others, whose fill and line people can change. It reaches by `room.w` beyond the end of its
/// words and is as high as `room.h`, since other faces are wider.
pub fn unboxed(
    desk: &Desk<'_>,
    key: NodeKey,
    card: &Card,
    block: &Block,
    (at, room): (Point, Size),
) -> Branch {
    let ground = desk.cx.palette.sheet;
    let before = if block.prim.rtl && !desk.cx.from_right { room.w } else { 0.0 };
    let (w, h) = (block.prim.width.max(block.size.w) + room.w, block.size.h.max(room.h) + REACH.0 + REACH.1);
    let own = draw::edged(Rect::new(0.0, 0.0, w, h), 0.0, Some(ground), Stroke::new(ground, 1.0));
    Branch::new(key, Role::Card, Rect::new(at.x - before, at.y - REACH.0, w, h))
        .of(Table::Card, card.id)
        .says(plain(&block.prim.text))
        .draws([own, draw::text(block, Point::new(before, REACH.0))])
}

/// What stands at the foot of a card.
#[derive(Default)]
struct Foot {
    words: String,
    /// The severity that the bars show.
    bars: Option<f64>,
}

/// A pain: how severe it is, and how many think so.
pub fn pain(desk: &Desk<'_>, own: &Card, width: f64) -> Made {
    let palette = desk.cx.palette;
    let severity = own.fields.get("severity").and_then(|value| value.as_f64());
    let mut facts = Vec::new();
    if severity.is_some_and(|severity| severity >= SEVERE) {
        facts.push(desk.words("slide.severe"));
    }
    if own.votes > 0 {
        facts.push(desk.say(&Phrase::new("canvas.votes").with(own.votes)));
    }
    let foot = Foot { words: facts.join(", "), bars: severity };
    let look = Look { fill: palette.pain_soft, edge: palette.pain_line, foot: palette.pain };
    card(desk, own, "pain_points", width, &look, &foot)
}

/// An opportunity: its quadrant, who does it and by when.
pub fn opportunity(desk: &Desk<'_>, own: &Card, width: f64) -> Made {
    let cx = desk.cx;
    let palette = cx.palette;
    let item = journey::insight::Quadrant::of_card(own).map(|quadrant| desk.say(&quadrant.name()));
    let mut actions: Vec<_> =
        cx.document.actions.values().filter(|action| action.opportunity == Some(own.id)).collect();
    actions.sort_by(|a, b| a.order.cmp(&b.order).then(a.id.cmp(&b.id)));
    let action = actions.first();
    let team = own.team.or(action.and_then(|action| action.team));
    let owner =
        action.and_then(|action| cx.document.people.get(&action.owner?)).map(|person| person.name.clone());
    let owner = owner.or_else(|| Some(cx.document.teams.get(&team?)?.name.clone()));
    let due = action.and_then(|action| action.due.as_ref());
    let due = due.map(|due| words::due_in_full(due, cx.language()));
    let who = match (owner, due) {
        (Some(owner), Some(due)) => Some(desk.say(&Phrase::new("slide.by").with(owner).with(due))),
        (Some(owner), None) => Some(owner),
        (None, Some(due)) => Some(desk.say(&Phrase::new("slide.by.nobody").with(due))),
        (None, None) => None,
    };
    let words: Vec<String> = item.into_iter().chain(who).collect();
    let foot = Foot { words: words.join(". "), bars: None };
    let look = Look { fill: palette.opp_soft, edge: palette.opp_line, foot: palette.opp };
    card(desk, own, "opportunities", width, &look, &foot)
}

/// As many cards as fit one below the other, and how many were left out. The rest is only counted.
pub fn stacked(cards: Vec<Made>, most: usize, room: f64, gap: f64, line: Type) -> (Vec<Made>, usize) {
    let total = cards.len();
    let mut taken: Vec<Made> = Vec::new();
    let mut y = 0.0;
    for (at, card) in cards.into_iter().enumerate() {
        let left = total - at - 1;
        let reserve = if left > 0 { line.line() } else { 0.0 };
        let fits = y + card.height + reserve <= room;
        // The first one is always told; a card that alone is higher than a slide runs on below.
        if at >= most || (at > 0 && !fits) {
            break;
        }
        y += card.height + gap;
        taken.push(card);
    }
    let left = total - taken.len();
    (taken, left)
}
