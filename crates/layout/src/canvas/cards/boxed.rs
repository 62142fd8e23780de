//! Cards with a box: text, and a foot where there is something to say in it.

use super::Face;
use super::foot::Foot;
use crate::canvas::context::Context;
use crate::canvas::draw;
use crate::canvas::metrics::{CARD_PAD_X, FOOT, FOOT_MIDDLE};
use crate::geometry::{Point, Rect};
use crate::paint::Color;
use crate::scene::TextStyle;
use crate::theme::radius;
use journey::Card;

/// The look of a box.
pub struct Look {
    /// What it is filled with.
    pub fill: Color,
    /// Its edge.
    pub edge: Color,
    /// Its text.
    pub text: TextStyle,
    /// Above and below the text.
    pub pad: f64,
    /// What a foot adds.
    pub foot: f64,
    /// From the end of the text to the middle of the foot.
    pub foot_middle: f64,
}

impl Look {
    /// An ordinary box in these colours.
    pub fn new(cx: &Context<'_>, fill: Color, edge: Color) -> Self {
        Self {
            fill,
            edge,
            text: cx.cards.text.style(cx.palette.ink),
            pad: cx.cards.pad,
            foot: FOOT,
            foot_middle: FOOT_MIDDLE,
        }
    }
}

/// A card with a box.
pub fn face(cx: &Context<'_>, card: &Card, width: f64, look: &Look, foot: &Foot) -> Face {
    let (left, right) = (CARD_PAD_X, width - CARD_PAD_X);
    let block = cx.block(&card.text, look.text, Some(right - left), cx.options.clamp_lines);
    let end = look.pad + block.size.h.max(look.text.line_height);
    let height = end + look.pad + if foot.is_empty() { 0.0 } else { look.foot };
    // A colour of the card's own tints the edge; the words keep their contrast.
    let edge = Color::from_css(&card.color).unwrap_or(look.edge);
    let mut prims = vec![draw::panel(Rect::new(0.0, 0.0, width, height), radius::CARD, look.fill, edge)];
    prims.push(draw::text(&block, Point::new(left, look.pad)));
    foot.draw(cx, left, right, end + look.foot_middle, &mut prims);
    Face { height, prims, facts: Vec::new() }
}
