//! Touchpoints: a symbol and a label. A person is a filled disc, a machine an outlined square, both a disc on a square.

use super::foot::Foot;
use super::{Face, field, flag};
use crate::canvas::context::Context;
use crate::canvas::draw;
use crate::canvas::metrics::{BARE_PAD_X, FOOT, FOOT_MIDDLE, TOUCHPOINT};
use crate::geometry::{Point, Rect};
use crate::paint::Stroke;
use crate::scene::Prim;
use crate::type_roles;
use journey::{Card, Contact, Touchpoint};

/// Side of the symbol inside of its disc or square.
const SYMBOL: f64 = 14.0;
/// From the symbol to the label.
const TO_LABEL: f64 = 6.0;

/// A touchpoint.
pub fn touchpoint(cx: &Context<'_>, card: &Card, width: f64) -> Face {
    let palette = cx.palette;
    let Touchpoint { icon, contact } = Touchpoint::of(card);

    let label = if card.text.is_empty() { field(card, "channel") } else { &card.text };
    let style = type_roles::CHANNEL.style(palette.ink2);
    let left = BARE_PAD_X + TOUCHPOINT + TO_LABEL;
    let truth = flag(card, "moment_of_truth");
    let right = width - BARE_PAD_X - if truth { 18.0 } else { 0.0 };
    let block = cx.block(label, style, Some((right - left).max(1.0)), cx.options.clamp_lines);
    let text_height = block.size.h.max(style.line_height);
    let row = text_height.max(TOUCHPOINT);

    let mut prims = touchpoint_symbol(cx, &icon, contact, Point::new(BARE_PAD_X, 0.0));
    // One line stands in the middle of the symbol; several begin where that line would.
    let top = ((TOUCHPOINT - style.line_height) / 2.0).min((row - text_height) / 2.0).max(0.0);
    prims.push(draw::text(&block, Point::new(left, top)));
    if truth {
        prims.extend(cx.icon("flag", Point::new(right + 5.0, 5.5), 13.0, palette.ink2, 1.3));
    }

    let foot = Foot::of(cx, card);
    foot.draw(cx, left, width - BARE_PAD_X, row + FOOT_MIDDLE - 5.0, &mut prims);
    let height = row + if foot.is_empty() { 0.0 } else { FOOT };
    let mut facts = vec![cx.word("contact", contact.name())];
    if truth {
        facts.push(cx.words("canvas.moment_of_truth"));
    }
    Face { height, prims, facts }
}

/// The symbol of a touchpoint: its icon on a disc, in a square, or on a disc in a square.
pub fn touchpoint_symbol(cx: &Context<'_>, icon: &str, contact: Contact, corner: Point) -> Vec<Prim> {
    let palette = cx.palette;
    let place = Rect::new(corner.x, corner.y, TOUCHPOINT, TOUCHPOINT);
    let center = Point::new(place.x + TOUCHPOINT / 2.0, place.y + TOUCHPOINT / 2.0);
    let mut prims = Vec::new();
    let square = || draw::edged(place, 7.0, Some(palette.sheet), Stroke::new(palette.line2, 1.0));
    let (ink, size) = match contact {
        Contact::Human => {
            prims.push(draw::disc(center, TOUCHPOINT / 2.0, palette.ink2));
            (palette.sheet, SYMBOL)
        }
        Contact::Digital => {
            prims.push(square());
            (palette.ink2, SYMBOL)
        }
        Contact::Both => {
            prims.push(square());
            prims.push(draw::disc(center, TOUCHPOINT / 2.0 - 2.5, palette.ink2));
            (palette.sheet, SYMBOL - 3.0)
        }
    };
    let corner = Point::new(center.x - size / 2.0, center.y - size / 2.0);
    prims.extend(cx.icon(icon, corner, size, ink, 1.25));
    prims
}
