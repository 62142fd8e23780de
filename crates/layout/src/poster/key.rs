//! The key at the foot: what the signs of this map mean; a sign that the map does not have is left out.

use crate::canvas::branch::{Branch, key};
use crate::canvas::metrics::{EDGE, SIDE, TOUCHPOINT};
use crate::canvas::{Context, Foot, Item, draw, touchpoint_symbol};
use crate::geometry::{Point, Rect};
use crate::scene::{Prim, Role};
use crate::type_roles;
use journey::{Card, Contact, EvidenceLevel, LaneKind, Phrase, Touchpoint};

/// Between two signs.
const APART: f64 = 34.0;
/// From a sign to its words.
const TO_WORDS: f64 = 8.0;
/// Height of a row.
const ROW: f64 = 28.0;
/// The dots of a gap: how many, from one to the next, and their radius.
const DOTS: (usize, f64, f64) = (6, 6.0, 1.225);
/// How many of the five bars of severity are shown full.
const SEVERITY: u8 = 4;

/// A sign with what it means.
struct Sign {
    prims: Vec<Prim>,
    width: f64,
    words: String,
}

/// The key in a box of this width, its left edge a sheet's; none where there is nothing to say.
pub(super) fn branch(cx: &Context<'_>, width: f64) -> Option<Branch> {
    let signs = signs(cx);
    let state = state(cx);
    if signs.is_empty() && state.is_empty() {
        return None;
    }
    let style = type_roles::META.style(cx.palette.ink2);
    let (left, right) = (EDGE, width - EDGE);
    let state_block = cx.line(&state, type_roles::META.style(cx.palette.ink3));
    // On the first row the state of the map stands at the right.
    let first_right = if state.is_empty() { right } else { right - state_block.size.w - APART };
    let (mut prims, mut said, mut x, mut y) = (Vec::new(), Vec::new(), left, 0.0);
    for sign in signs {
        let block = cx.line(&sign.words, style);
        let end = x + sign.width + TO_WORDS + block.size.w;
        if x > left && end > if y == 0.0 { first_right } else { right } {
            (x, y) = (left, y + ROW);
        }
        prims.extend(sign.prims.into_iter().map(|prim| moved(prim, Point::new(x, y + ROW / 2.0))));
        let words = Point::new(x + sign.width + TO_WORDS, y + (ROW - block.size.h) / 2.0);
        prims.push(draw::text(&block, words));
        x = words.x + block.size.w + APART;
        said.push(sign.words);
    }
    if !state.is_empty() {
        let corner = Point::new(right - state_block.size.w, (ROW - state_block.size.h) / 2.0);
        prims.push(draw::text(&state_block, corner));
        said.push(state);
    }
    let place = Rect::new(SIDE, 0.0, width, y + ROW);
    let own = Branch::new(key("key", cx.map.id), Role::Text, place).says(said.join(". ")).draws(prims);
    Some(own)
}

/// The signs that this map has, each around the height 0.
fn signs(cx: &Context<'_>) -> Vec<Sign> {
    let palette = cx.palette;
    let mut found = Vec::new();
    let mut add = |prims: Vec<Prim>, width: f64, key: &str| {
        found.push(Sign { prims, width, words: cx.words(key) });
    };
    let stages = cx.document.stages_of(cx.map.id);
    let breaks = stages.iter().rev().skip(1).any(|stage| !cx.document.gaps_after(stage.id).is_empty());
    if breaks {
        let dot = |at: usize| Point::new(DOTS.2 + at as f64 * DOTS.1, 0.0);
        let dots: Vec<Point> = (0..DOTS.0).map(dot).collect();
        let width = 2.0 * DOTS.2 + (DOTS.0 - 1) as f64 * DOTS.1;
        add(vec![draw::dots(&dots, DOTS.2, palette.gap)], width, "poster.key.gap");
    }
    let shown = shown(cx);
    let meets = |contact: Contact| {
        shown
            .iter()
            .any(|(kind, card)| *kind == LaneKind::Touchpoints && Touchpoint::of(card).contact == contact)
    };
    for (contact, icon, key) in [
        (Contact::Human, "phone", "poster.key.human"),
        (Contact::Digital, "globe", "poster.key.digital"),
        (Contact::Both, "video", "poster.key.both"),
    ] {
        if meets(contact) {
            let corner = Point::new(0.0, -TOUCHPOINT / 2.0);
            add(touchpoint_symbol(cx, icon, contact, corner), TOUCHPOINT, key);
        }
    }
    let item = |item: Item, width: f64| {
        let mut prims = Vec::new();
        Foot::default().lead(item).draw(cx, 0.0, width, 0.0, &mut prims);
        prims
    };
    let is_rated = |(kind, card): &(LaneKind, &Card)| {
        *kind == LaneKind::PainPoints && card.fields.get("severity").is_some_and(serde_json::Value::is_number)
    };
    if shown.iter().any(is_rated) {
        add(item(Item::Severity(SEVERITY), 80.0), 63.0, "poster.key.severity");
    }
    if shown.iter().any(|(_, card)| card.votes > 0) {
        add(vec![draw::disc(Point::new(3.5, 0.0), 3.5, palette.ink2)], 7.0, "poster.key.votes");
    }
    for (level, key) in
        [(EvidenceLevel::Observed, "poster.key.observed"), (EvidenceLevel::Measured, "poster.key.measured")]
    {
        if shown.iter().any(|(_, card)| card.evidence == level) {
            add(item(Item::Evidence(level), 80.0), 7.0, key);
        }
    }
    found
}

/// The cards that stand on the poster, with the kind of their lane.
fn shown<'a>(cx: &Context<'a>) -> Vec<(LaneKind, &'a Card)> {
    let kind = |card: &'a Card| {
        let lane = cx.document.lanes.get(&card.lane)?;
        (lane.map == cx.map.id && !lane.hidden && !lane.collapsed).then_some((lane.kind, card))
    };
    cx.document.cards.values().filter_map(kind).collect()
}

/// Which state of the map this is: its version and the day of its last review.
fn state(cx: &Context<'_>) -> String {
    let day = cx.map.reviewed_on.as_ref().map(|day| journey::words::date(day, cx.language()));
    match (cx.map.version_label.is_empty(), day) {
        (true, None) => String::new(),
        (true, Some(day)) => day,
        (false, None) => cx.say(&Phrase::new("poster.key.version").with(&cx.map.version_label)),
        (false, Some(day)) => {
            cx.say(&Phrase::new("poster.key.version_of").with(&cx.map.version_label).with(day))
        }
    }
}

/// The same thing elsewhere.
fn moved(mut prim: Prim, by: Point) -> Prim {
    match &mut prim {
        Prim::Rect(rect) => rect.rect = rect.rect.moved(by),
        Prim::Path(path) => path.segments.iter_mut().for_each(|segment| *segment = segment.moved(by)),
        Prim::Connector(line) => line.segments.iter_mut().for_each(|segment| *segment = segment.moved(by)),
        Prim::Text(text) => text.origin = text.origin + by,
        Prim::Image(image) => image.rect = image.rect.moved(by),
        Prim::ClipPush(clip) => clip.rect = clip.rect.moved(by),
        Prim::ClipPop => {}
    }
    prim
}
