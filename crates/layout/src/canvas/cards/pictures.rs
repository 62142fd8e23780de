//! Pictures: the image, cropped to a calm shape, and its words below.

use super::{Face, field};
use crate::canvas::context::Context;
use crate::canvas::draw;
use crate::canvas::metrics::{BARE_PAD_X, BARE_PAD_Y};
use crate::geometry::{Point, Rect};
use crate::paint::Stroke;
use crate::scene::{ImagePrim, Prim};
use crate::theme::radius;
use crate::type_roles;
use journey::{Card, Id, Image};

/// The tallest picture, as a part of its width; what is taller is cropped.
const TALLEST: f64 = 1.25;
/// Height of the frame where there is no picture yet, as a part of its width.
const EMPTY: f64 = 0.5;

/// The image that a card shows.
pub fn image_of<'a>(cx: &Context<'a>, card: &Card) -> Option<&'a Image> {
    let id: Id = field(card, "image").parse().ok()?;
    let image = cx.document.images.get(&id)?;
    (image.width > 0 && image.height > 0 && cx.document.blobs.contains_key(&image.hash)).then_some(image)
}

/// A picture with its words.
pub fn image(cx: &Context<'_>, card: &Card, width: f64) -> Face {
    let palette = cx.palette;
    let mut prims = Vec::new();
    let mut facts = Vec::new();
    let mut y = match image_of(cx, card) {
        Some(image) => {
            let natural = width * f64::from(image.height) / f64::from(image.width);
            let height = natural.min(width * TALLEST).round().max(1.0);
            let shown = height / natural;
            prims.push(Prim::Image(ImagePrim {
                rect: Rect::new(0.0, 0.0, width, height),
                image: image.hash.clone(),
                crop: Rect::new(0.0, (1.0 - shown) / 2.0, 1.0, shown),
                radius: radius::CARD,
            }));
            if !image.alt.is_empty() {
                facts.push(image.alt.clone());
            }
            height
        }
        None => {
            let frame = Rect::new(0.0, 0.0, width, (width * EMPTY).round());
            let dashes = Stroke::new(palette.control, 1.0).dashed([4.0, 3.0]);
            prims.push(draw::edged(frame, radius::CARD, Some(palette.sunken), dashes));
            let corner = Point::new(width / 2.0 - 10.0, frame.h / 2.0 - 10.0);
            prims.extend(cx.icon("image", corner, 20.0, palette.ink3, 1.5));
            frame.h
        }
    };
    if !card.text.is_empty() {
        let style = type_roles::META.style(palette.ink2);
        let block = cx.block(&card.text, style, Some(width - 2.0 * BARE_PAD_X), cx.options.clamp_lines);
        prims.push(draw::text(&block, Point::new(BARE_PAD_X, y + 4.0)));
        y += 4.0 + block.size.h + BARE_PAD_Y;
    }
    Face { height: y, prims, facts }
}
