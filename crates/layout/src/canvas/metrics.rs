//! The sizes of the canvas in one place, as the design gives them. Unit: 1/96 inch.

use crate::type_roles::{self, TypeRole};

/// Space above the map's header.
pub const TOP: f64 = 18.0;
/// Space left and right of the map.
pub const SIDE: f64 = 24.0;
/// Space below the map.
pub const BOTTOM: f64 = 24.0;

/// Height of the map's header.
pub const LENS_FULL: f64 = 65.0;
/// Height of the map's header with title and people alone.
pub const LENS_COMPACT: f64 = 44.0;
/// From the edge of header and sheet to what they hold.
pub const EDGE: f64 = 16.0;

/// The narrowest stage.
pub const STAGE_MIN: f64 = 176.0;
/// The narrowest stage of a poster.
pub const STAGE_MIN_POSTER: f64 = 132.0;
/// The widest stage.
pub const STAGE_MAX: f64 = 480.0;
/// Width of the lane labels.
pub const LABELS: f64 = 150.0;
/// Width of the lane labels in a wide window.
pub const LABELS_WIDE: f64 = 184.0;
/// From which width of the window the labels are wide.
pub const FIT_LABELS_WIDE_FROM: f64 = 1760.0;

/// Height of the stages' header without loops.
pub const HEADER_PLAIN: f64 = 72.0;
/// Height of the stages' header with loops, before their levels.
pub const HEADER_LOOPS: f64 = 68.0;
/// Height of a level of loops.
pub const LEVEL: f64 = 20.0;
/// How many levels of loops are drawn.
pub const LEVELS_MAX: usize = 3;
/// Height of the row of acts.
pub const ACTS: f64 = 22.0;
/// Height of the row of steps.
pub const STEPS: f64 = 18.0;
/// From the trail to the header's lower edge.
pub const TRAIL_TO_EDGE: f64 = 59.0;
/// From the trail up to the lowest level of loops.
pub const TRAIL_TO_LOOP: f64 = 24.0;
/// From a stage's left edge to its node on the trail.
pub const NODE_INSET: f64 = 20.0;
/// Radius of a node on the trail, to the middle of its line.
pub const NODE_RADIUS: f64 = 5.5;
/// Thickness of the trail.
pub const TRAIL: f64 = 2.25;
/// How far before a boundary with a gap the trail stops.
pub const TRAIL_STOP: f64 = 30.0;
/// From a stage's left edge to its name, and to text without a box.
pub const NAME_INSET: f64 = 16.0;

/// Space between the two sheets.
pub const SHEET_GAP: f64 = 10.0;
/// The line between two lanes.
pub const LINE: f64 = 1.0;
/// Space above and below what a lane holds.
pub const LANE_PAD: f64 = 9.0;
/// From the lane's upper edge (below its line) to its name.
pub const LANE_NAME_TOP: f64 = 13.0;
/// From the lane's left edge to its name; the icon stands before it.
pub const LANE_NAME_LEFT: f64 = 40.0;
/// Side of a lane's icon.
pub const LANE_ICON: f64 = 16.0;
/// The least height of what a lane holds.
pub const LANE_CONTENT_MIN: f64 = 21.0;
/// Height of a folded lane.
pub const LANE_COLLAPSED: f64 = 32.0;
/// Height of the band that a line of interaction or visibility takes.
pub const LINE_BELOW: f64 = 18.0;
/// Height of a curve lane where nobody set one.
pub const CURVE_LANE: f64 = 192.0;
/// The lowest curve lane.
pub const CURVE_LANE_MIN: f64 = 120.0;
/// The highest curve lane.
pub const CURVE_LANE_MAX: f64 = 320.0;
/// Space above and below a curve's scale.
pub const CURVE_PAD: f64 = 24.0;
/// How far on either side of a gap a curve is dotted.
pub const CURVE_GAP: f64 = 36.0;
/// Radius of a gap's disc on a curve.
pub const CURVE_DISC: f64 = 12.0;

/// Height of a gap's capsule.
pub const CAPSULE: f64 = 38.0;
/// Space above a capsule, below the lane's line.
pub const CAPSULE_TOP: f64 = 7.0;
/// Space below a capsule.
pub const CAPSULE_BOTTOM: f64 = 4.0;

/// From a stage's edges to its cards.
pub const CARD_INSET: f64 = 7.0;
/// Space between two cards.
pub const CARD_GAP: f64 = 6.0;
/// From a card's left and right edge to its text.
pub const CARD_PAD_X: f64 = 11.0;
/// From the left edge of a card without a box to its text.
pub const BARE_PAD_X: f64 = NAME_INSET - CARD_INSET;
/// Space above and below text without a box.
pub const BARE_PAD_Y: f64 = 2.5;
/// What a foot adds to a card.
pub const FOOT: f64 = 22.5;
/// What a foot adds to an opportunity.
pub const FOOT_OPPORTUNITY: f64 = 22.8;
/// From the end of a card's text to the middle of its foot.
pub const FOOT_MIDDLE: f64 = 14.5;
/// The same for an opportunity, whose foot is text.
pub const FOOT_MIDDLE_OPPORTUNITY: f64 = 12.5;
/// Side of a touchpoint's symbol.
pub const TOUCHPOINT: f64 = 24.0;

/// The sizes that differ between natural and fit width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CardMetrics {
    /// A card's text.
    pub text: TypeRole,
    /// A quote.
    pub quote: TypeRole,
    /// Above and below a card's text.
    pub pad: f64,
    /// The same for an opportunity.
    pub pad_opportunity: f64,
}

impl CardMetrics {
    /// At 100 %.
    pub const NATURAL: Self =
        Self { text: type_roles::CARD, quote: type_roles::QUOTE, pad: 9.0, pad_opportunity: 9.0 };
    /// At fit width.
    pub const FIT: Self =
        Self { text: type_roles::CARD_FIT, quote: type_roles::QUOTE_FIT, pad: 7.0, pad_opportunity: 8.0 };
    /// On paper: the type of 100 %, as close as at fit width.
    pub const POSTER: Self =
        Self { text: type_roles::CARD, quote: type_roles::QUOTE, pad: 7.0, pad_opportunity: 7.0 };

    /// Height of a card of one line.
    pub fn one_line(&self) -> f64 {
        self.text.line_height + 2.0 * self.pad
    }
}
