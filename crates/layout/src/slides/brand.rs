//! What makes a deck a company's own: its two colours along the upper edge, its logo at the foot.

use super::metrics::{FOOTER_TOP, RIGHT, SLIDE};
use crate::canvas::branch::{Branch, key};
use crate::canvas::{Context, draw, scene_image};
use crate::geometry::Rect;
use crate::paint::Color;
use crate::scene::{ImagePrim, Prim, Role, SceneImage};
use journey::Table;

/// Height of the strip, and how far the second colour reaches.
const STRIP: (f64, f64) = (10.0, 240.0);
/// The largest logo, and its distance from the right margin, where the number stands.
const LOGO: (f64, f64, f64) = (240.0, 44.0, 72.0);

/// The brand colours: a strip along the upper edge, the second one at its start.
pub fn strip(cx: &Context<'_>) -> Vec<Prim> {
    let colors = cx.map.brand_colors.iter().filter_map(|color| Color::from_css(color));
    let parts = colors.zip([SLIDE.0, STRIP.1]);
    parts.map(|(color, width)| draw::fill(Rect::new(0.0, 0.0, width, STRIP.0), 0.0, color)).collect()
}

/// The logo at the foot, before the number; none where the map has none.
pub fn logo(cx: &Context<'_>) -> Option<(Branch, SceneImage)> {
    let image = cx.document.images.get(&cx.map.logo?)?;
    let picture = scene_image(cx, image)?;
    let scale = (LOGO.0 / picture.size.w).min(LOGO.1 / picture.size.h);
    if !scale.is_finite() || scale <= 0.0 {
        return None;
    }
    let (w, h) = (picture.size.w * scale, picture.size.h * scale);
    let place = Rect::new(RIGHT - LOGO.2 - w, FOOTER_TOP + 15.0 - h / 2.0, w, h);
    let prim = ImagePrim {
        rect: Rect::new(0.0, 0.0, w, h),
        image: picture.hash.clone(),
        crop: Rect::new(0.0, 0.0, 1.0, 1.0),
        radius: 0.0,
    };
    let branch = Branch::new(key("logo", image.id), Role::Figure, place)
        .of(Table::Image, image.id)
        .alt(image.alt.clone())
        .draws([Prim::Image(prim)]);
    Some((branch, picture))
}
