//! Cards with a box: text, and a foot where there is something to say in it.

use super::Face;
use super::foot::Foot;
use crate::canvas::context::Context;
use crate::canvas::draw;
use crate::canvas::metrics::{CARD_PAD_X, FOOT, FOOT_MIDDLE};
use crate::geometry::{Point, Rect};
use crate::paint::{Color, Stroke};
use crate::scene::TextStyle;
use crate::theme::radius;
use crate::type_roles;
use journey::{Card, Phrase};

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
    // A card over several stages says so at the end of its first line.
    let span = match cx.stages_of(card) {
        1 => None,
        stages => {
            let words = cx.say(&Phrase::new("canvas.stages").with(stages));
            Some(cx.line(&words, type_roles::SMALLEST.style(cx.palette.ink3)))
        }
    };
    let room = right - left - span.as_ref().map_or(0.0, |span| span.size.w + 10.0);
    let block = cx.block(&card.text, look.text, Some(room), cx.options.clamp_lines);
    let end = look.pad + block.size.h.max(look.text.line_height);
    let height = cx.whole_height(end + look.pad + if foot.is_empty() { 0.0 } else { look.foot });
    // A colour of the card's own tints the edge; the words keep their contrast.
    let edge = Color::from_css(&card.color).unwrap_or(look.edge);
    let edge = Stroke::new(edge, cx.options.contrast.edge());
    let face = Rect::new(0.0, 0.0, width, height.floor());
    let mut prims = vec![draw::edged(face, radius::CARD, Some(look.fill), edge)];
    prims.push(draw::text(&block, Point::new(left, look.pad)));
    if let Some(span) = span {
        let y = look.pad + (look.text.line_height - span.size.h) / 2.0;
        prims.push(draw::text(&span, Point::new(right - span.size.w, y)));
    }
    foot.draw(cx, left, right, end + look.foot_middle, &mut prims);
    Face { height, prims, facts: Vec::new() }
}
