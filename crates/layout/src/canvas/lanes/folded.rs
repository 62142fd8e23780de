//! A folded lane: every card is a short bar in the colour of its kind.

use crate::canvas::branch::{Branch, key};
use crate::canvas::cards;
use crate::canvas::context::Context;
use crate::canvas::draw;
use crate::canvas::metrics::NAME_INSET;
use crate::geometry::Rect;
use crate::paint::Color;
use crate::scene::{Node, Role};
use journey::{Card, LaneKind, Table};

/// Width and height of a bar, and the space between two.
const BAR: (f64, f64, f64) = (28.0, 4.0, 4.0);

/// The width of each bar of a cell, and from one to the next: bars shrink until all of them fit.
pub fn bars(count: usize, stage: f64) -> (f64, f64) {
    let room = (stage - 2.0 * NAME_INSET).max(8.0);
    let count = count.max(1) as f64;
    let step = (BAR.0 + BAR.2).min((room + BAR.2) / count);
    if step >= 3.0 * BAR.2 {
        return (step - BAR.2, step);
    }
    // Narrow bars leave a third of each step free.
    let step = room / (count - 1.0 / 3.0);
    (step * 2.0 / 3.0, step)
}

/// The node of a card in a folded lane. Its origin is set when its cell is placed.
pub fn bar(cx: &Context<'_>, card: &Card, kind: LaneKind, width: f64) -> Node {
    let rect = Rect::new(0.0, 0.0, width, BAR.1);
    Branch::new(key("card", card.id), Role::Card, rect)
        .of(Table::Card, card.id)
        .says(card.text.clone())
        .alt(cards::spoken(cx, card, kind, Vec::new()))
        .draws([draw::fill(rect, BAR.1 / 2.0, color(cx, kind))])
        .node
}

/// Height of a bar.
pub const HEIGHT: f64 = BAR.1;

fn color(cx: &Context<'_>, kind: LaneKind) -> Color {
    let palette = cx.palette;
    match kind {
        LaneKind::Goals => palette.info_line,
        LaneKind::Thoughts => palette.thought_line,
        LaneKind::PainPoints | LaneKind::Risks => palette.pain_line,
        LaneKind::Opportunities | LaneKind::Motivators => palette.opp_line,
        LaneKind::Gaps => palette.gap_line,
        LaneKind::Actions
        | LaneKind::Touchpoints
        | LaneKind::Content
        | LaneKind::Emotions
        | LaneKind::Questions
        | LaneKind::InteractionModel
        | LaneKind::Deciders
        | LaneKind::Teams
        | LaneKind::Measures
        | LaneKind::Backstage
        | LaneKind::Maturity
        | LaneKind::Statistic
        | LaneKind::Text
        | LaneKind::Image => palette.line2,
    }
}

#[cfg(test)]
mod tests {
    use super::bars;

    #[test]
    fn bars_shrink_until_they_fit() {
        assert_eq!(bars(2, 200.0), (28.0, 32.0));
        let (width, step) = bars(30, 200.0);
        assert!(width > 0.0 && 29.0 * step + width <= 168.001, "{width} {step}");
    }
}
