//! Which look each kind of lane gives to its cards. A new kind is added here and nowhere else.

use super::boxed::{self, Look};
use super::foot::{Foot, Item};
use super::{Face, field, marks, pictures, rated, voices};
use crate::canvas::context::Context;
use crate::options::Options;
use crate::paint::Color;
use crate::theme::{Palette, Theme};
use crate::type_roles;
use journey::{Card, LaneKind};

/// A card in the look of its kind.
pub fn face(cx: &Context<'_>, card: &Card, kind: LaneKind, width: f64) -> Face {
    let palette = cx.palette;
    let plain = || Look::new(cx, paper_of_actions(cx.options, palette), palette.line);
    match kind {
        LaneKind::Actions => boxed::face(cx, card, width, &plain(), &Foot::of(cx, card)),
        LaneKind::Goals => {
            let look = Look::new(cx, palette.info_soft, palette.info_line);
            let job = type_roles::FIELD_LABEL.style(palette.info);
            boxed::face(cx, card, width, &look, &named(cx, card, &[field(card, "job")], job))
        }
        LaneKind::Content => {
            let look = Look::new(cx, palette.neutral_soft, palette.line);
            let parts = [field(card, "format"), field(card, "call_to_action")];
            boxed::face(cx, card, width, &look, &named(cx, card, &parts, quiet(palette)))
        }
        LaneKind::InteractionModel => {
            let point = field(card, "point");
            let point = if point.is_empty() { String::new() } else { cx.word("point", point) };
            boxed::face(
                cx,
                card,
                width,
                &plain(),
                &named(cx, card, &[&point, team(cx, card)], quiet(palette)),
            )
        }
        LaneKind::Deciders => {
            boxed::face(cx, card, width, &plain(), &named(cx, card, &[team(cx, card)], quiet(palette)))
        }
        LaneKind::Risks => {
            let look = Look::new(cx, palette.pain_soft, palette.pain_line);
            boxed::face(
                cx,
                card,
                width,
                &look,
                &named(cx, card, &[field(card, "mitigation")], quiet(palette)),
            )
        }
        LaneKind::Motivators => motivator(cx, card, width),
        LaneKind::Backstage => backstage(cx, card, width),
        LaneKind::PainPoints => rated::pain(cx, card, width),
        LaneKind::Opportunities => rated::opportunity(cx, card, width),
        LaneKind::Measures => rated::measure(cx, card, width),
        LaneKind::Maturity => rated::maturity(cx, card, width),
        LaneKind::Statistic => rated::statistic(cx, card, width),
        LaneKind::Touchpoints => marks::touchpoint(cx, card, width),
        LaneKind::Thoughts => voices::thought(cx, card, width),
        LaneKind::Questions => voices::question(cx, card, width),
        LaneKind::Image => pictures::image(cx, card, width),
        LaneKind::Text => voices::text(cx, card, width),
        // These lanes show other records; a card that a file still holds there stays readable.
        LaneKind::Emotions | LaneKind::Gaps | LaneKind::Teams => voices::text(cx, card, width),
    }
}

/// What an action lies on: in the dark a well, since an outline alone would drown.
fn paper_of_actions(options: &Options, palette: &Palette) -> Color {
    match options.theme {
        Theme::Light => palette.sheet,
        Theme::Dark => palette.sunken,
    }
}

fn quiet(palette: &Palette) -> crate::scene::TextStyle {
    type_roles::SMALLEST.style(palette.ink3)
}

fn team<'a>(cx: &Context<'a>, card: &Card) -> &'a str {
    card.team.and_then(|team| cx.document.teams.get(&team)).map_or("", |team| &team.name)
}

/// A foot that says these words, parted by dots; those that are empty are left out.
fn named(cx: &Context<'_>, card: &Card, parts: &[&str], style: crate::scene::TextStyle) -> Foot {
    let said: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    let foot = Foot::of(cx, card);
    if said.is_empty() { foot } else { foot.lead(Item::Text(said.join(" · "), style)) }
}

fn motivator(cx: &Context<'_>, card: &Card, width: f64) -> Face {
    let palette = cx.palette;
    let barrier = field(card, "force") == "barrier";
    let (fill, edge, color, mark) = if barrier {
        (palette.pain_soft, palette.pain_line, palette.pain, "thumbs-down")
    } else {
        (palette.opp_soft, palette.opp_line, palette.opp, "thumbs-up")
    };
    let word = cx.word("force", if barrier { "barrier" } else { "motivator" });
    let mut look = Look::new(cx, fill, edge);
    look.foot_middle = crate::canvas::metrics::FOOT_MIDDLE_OPPORTUNITY;
    let foot =
        Foot::of(cx, card).lead(Item::Marked(mark, word.clone(), type_roles::SMALLEST_STRONG.style(color)));
    Face { facts: vec![word], ..boxed::face(cx, card, width, &look, &foot) }
}

fn backstage(cx: &Context<'_>, card: &Card, width: f64) -> Face {
    let palette = cx.palette;
    let look = Look::new(cx, palette.neutral_soft, palette.line);
    let (mut foot, mut facts) = (Foot::of(cx, card), Vec::new());
    let link = field(card, "data_link");
    let shown: Option<(&[f64], Color)> = match link {
        "connected" => Some((&[], palette.ink2)),
        "manual" => Some((&[4.0, 3.0], palette.ink2)),
        "missing" => Some((&[4.0, 8.0], palette.gap)),
        _ => None,
    };
    if let Some((dash, color)) = shown {
        foot = foot.trail(Item::Link(dash, color));
        facts.push(cx.word("data_link", link));
    }
    let system = field(card, "system");
    if !system.is_empty() {
        let name = cx.word("system", system);
        facts.insert(0, name.clone());
        foot = foot.lead(Item::Text(name, quiet(palette)));
    }
    Face { facts, ..boxed::face(cx, card, width, &look, &foot) }
}
