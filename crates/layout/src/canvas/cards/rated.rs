//! Cards that carry numbers: pains, opportunities, measures, maturity, statistics.

use super::boxed::{self, Look};
use super::foot::{Foot, Item};
use super::{Face, field, number};
use crate::canvas::context::Context;
use crate::canvas::draw;
use crate::canvas::metrics::{CARD_PAD_X, FOOT_MIDDLE_OPPORTUNITY, FOOT_OPPORTUNITY};
use crate::geometry::{Point, Rect};
use crate::paint::Stroke;
use crate::scene::TextStyle;
use crate::theme::radius;
use crate::type_roles;
use journey::insight::Quadrant;
use journey::{Card, Phrase, words};

/// A pain: bars of severity left, votes right.
pub fn pain(cx: &Context<'_>, card: &Card, width: f64) -> Face {
    let look = Look::new(cx, cx.palette.pain_soft, cx.palette.pain_line);
    let (mut foot, mut facts) = (Foot::of(cx, card), Vec::new());
    if let Some(severity) = number(card, "severity") {
        foot = foot.lead(Item::Severity(severity.clamp(0.0, 5.0) as u8));
        facts.push(cx.say(&Phrase::new("canvas.severity").with(severity)));
    }
    if card.votes > 0 {
        foot = foot.trail(Item::Votes(card.votes));
    }
    Face { facts, ..boxed::face(cx, card, width, &look, &foot) }
}

/// An opportunity: a flag for a quick win, else impact and effort once rated; the team right.
pub fn opportunity(cx: &Context<'_>, card: &Card, width: f64) -> Face {
    let palette = cx.palette;
    let look = Look {
        pad: cx.cards.pad_opportunity,
        foot: FOOT_OPPORTUNITY,
        foot_middle: FOOT_MIDDLE_OPPORTUNITY,
        ..Look::new(cx, palette.opp_soft, palette.opp_line)
    };
    let strong = TextStyle { weight: 600, ..type_roles::CHANNEL.style(palette.opp) };
    let (mut foot, mut facts) = (Foot::of(cx, card), Vec::new());
    let (impact, effort) = (number(card, "impact"), number(card, "effort"));
    let say = |key: &str, value: f64| cx.say(&Phrase::new(key).with(value));
    match (impact, effort) {
        (Some(impact), Some(effort)) if Quadrant::of(impact, effort) == Quadrant::QuickWin => {
            let quick = cx.say(&Quadrant::QuickWin.name());
            foot = foot.lead(Item::Marked("flag", quick.clone(), strong));
            facts.push(quick);
        }
        (Some(impact), Some(effort)) => {
            let both = |key: &str| cx.say(&Phrase::new(key).with(impact).with(effort));
            let whole = both("canvas.rating");
            let fits = cx.line(&whole, strong).size.w <= width - 2.0 * CARD_PAD_X;
            let shown = if fits { whole.clone() } else { both("canvas.rating_short") };
            foot = foot.lead(Item::Text(shown, strong));
            facts.push(whole);
        }
        (Some(value), None) => foot = foot.lead(Item::Text(say("canvas.impact", value), strong)),
        (None, Some(value)) => foot = foot.lead(Item::Text(say("canvas.effort", value), strong)),
        (None, None) => {}
    }
    if let Some(team) = card.team.and_then(|team| cx.document.teams.get(&team)) {
        foot = foot.trail(Item::Text(team.name.clone(), type_roles::SMALLEST_STRONG.style(palette.ink2)));
        facts.push(team.name.clone());
    }
    Face { facts, ..boxed::face(cx, card, width, &look, &foot) }
}

/// A measure: now → target, and the trend.
pub fn measure(cx: &Context<'_>, card: &Card, width: f64) -> Face {
    let palette = cx.palette;
    let look = Look::new(cx, palette.sheet, palette.line);
    let (mut foot, mut facts) = (Foot::of(cx, card), Vec::new());
    let unit = field(card, "unit");
    let said = |value: f64| {
        let number = words::number(value, cx.language());
        if unit.is_empty() { number } else { format!("{number} {unit}") }
    };
    let values = match (number(card, "now"), number(card, "target")) {
        (Some(now), Some(target)) => {
            Some(format!("{} → {}", words::number(now, cx.language()), said(target)))
        }
        (Some(now), None) => Some(said(now)),
        (None, Some(target)) => Some(format!("→ {}", said(target))),
        (None, None) => None,
    };
    let strong = type_roles::SMALLEST_STRONG.style(palette.ink2);
    if let Some(values) = values {
        foot = foot.lead(Item::Text(values.clone(), strong));
        facts.push(values);
    }
    let arrow = match field(card, "trend") {
        "up" => Some("trending-up"),
        "down" => Some("trending-down"),
        "flat" => Some("arrow-right"),
        _ => None,
    };
    if let Some(arrow) = arrow {
        let word = cx.word("trend", field(card, "trend"));
        foot = foot.trail(Item::Marked(arrow, word.clone(), type_roles::SMALLEST.style(palette.ink2)));
        facts.push(word);
    }
    Face { facts, ..boxed::face(cx, card, width, &look, &foot) }
}

/// Maturity: five dots, filled up to now, a ring at the target.
pub fn maturity(cx: &Context<'_>, card: &Card, width: f64) -> Face {
    let palette = cx.palette;
    let look = Look::new(cx, palette.sheet, palette.line);
    let (now, target) = (number(card, "now"), number(card, "target"));
    let mut foot = Foot::of(cx, card);
    if now.is_some() || target.is_some() {
        foot = foot.lead(Item::Levels(now, target));
    }
    let mut face = boxed::face(cx, card, width, &look, &foot);
    let levels = [("canvas.maturity.now", now), ("canvas.maturity.target", target)];
    face.facts =
        levels.iter().filter_map(|(key, level)| Some(cx.say(&Phrase::new(key).with((*level)?)))).collect();
    face
}

/// A statistic: its number large, its words, its source small.
pub fn statistic(cx: &Context<'_>, card: &Card, width: f64) -> Face {
    let palette = cx.palette;
    let inner = width - 2.0 * CARD_PAD_X;
    let (mut prims, mut facts, mut y) = (Vec::new(), Vec::new(), cx.cards.pad);
    let value = field(card, "value");
    if !value.is_empty() {
        let block = cx.block(value, type_roles::STATISTIC.style(palette.ink), Some(inner), None);
        prims.push(draw::text(&block, Point::new(CARD_PAD_X, y)));
        y += block.size.h + 2.0;
        facts.push(value.to_owned());
    }
    let block = cx.block(&card.text, cx.cards.text.style(palette.ink), Some(inner), cx.options.clamp_lines);
    prims.push(draw::text(&block, Point::new(CARD_PAD_X, y)));
    y += block.size.h.max(cx.cards.text.line_height);
    let year = number(card, "year").map(|year| format!("{year}")).unwrap_or_default();
    let source: Vec<&str> =
        [field(card, "source"), &year].into_iter().filter(|part| !part.is_empty()).collect();
    if !source.is_empty() {
        let source = source.join(", ");
        let block = cx.block(&source, type_roles::SMALLEST.style(palette.ink3), Some(inner), None);
        prims.push(draw::text(&block, Point::new(CARD_PAD_X, y + 3.0)));
        y += block.size.h + 3.0;
        facts.push(source);
    }
    let height = cx.whole_height(y + cx.cards.pad);
    let rect = Rect::new(0.0, 0.0, width, height.floor());
    let edge = Stroke::new(palette.line, cx.options.contrast.edge());
    prims.insert(0, draw::edged(rect, radius::CARD, Some(palette.sheet), edge));
    Face { height, prims, facts }
}
