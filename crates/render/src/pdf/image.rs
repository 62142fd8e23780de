//! Pictures in a PDF: a JPEG as it is, the others as pixels, each once.

use super::shape::clip_to;
use crate::{Warning, Warnings, picture};
use krilla::geom;
use krilla::image::Image;
use krilla::surface::Surface;
use layout::{ImagePrim, Point, Rect, Scene, SceneImage};
use std::collections::HashMap;

/// Pixels per inch at which vector pictures are drawn.
const VECTOR_DPI: f64 = 300.0;

/// The pictures that are already read; none for one that cannot be.
pub(super) struct Images<'a> {
    scene: &'a Scene,
    /// Points for one unit.
    scale: f64,
    read: HashMap<usize, Option<Image>>,
}

impl<'a> Images<'a> {
    pub(super) fn new(scene: &'a Scene, scale: f64) -> Self {
        Self { scene, scale, read: HashMap::new() }
    }

    pub(super) fn draw(
        &mut self,
        surface: &mut Surface<'_>,
        at: Point,
        prim: &ImagePrim,
        warnings: &mut Warnings,
    ) {
        let mut told = |reason: String| {
            warnings.add(Warning::UnreadableImage { hash: prim.image.clone(), reason });
            None
        };
        let Ok(index) = self.scene.images.binary_search_by(|image| image.hash.as_str().cmp(&prim.image))
        else {
            told("the map does not hold it".into());
            return;
        };
        let (image, dots) = (&self.scene.images[index], self.scale / 72.0 * VECTOR_DPI);
        let read =
            self.read.entry(index).or_insert_with(|| read(image, prim, dots).map_or_else(&mut told, Some));
        let Some(image) = read.clone() else { return };
        if !(prim.crop.w > 0.0 && prim.crop.h > 0.0) {
            return;
        }
        let (w, h) = (prim.rect.w / prim.crop.w, prim.rect.h / prim.crop.h);
        let Some(size) = geom::Size::from_wh(w as f32, h as f32) else { return };
        let corner = Point::new(at.x + prim.rect.x - prim.crop.x * w, at.y + prim.rect.y - prim.crop.y * h);
        clip_to(surface, at, prim.rect, prim.radius);
        surface.push_transform(&geom::Transform::from_translate(corner.x as f32, corner.y as f32));
        surface.draw_image(image, size);
        surface.pop();
        surface.pop();
    }
}

fn read(image: &SceneImage, prim: &ImagePrim, dots: f64) -> Result<Image, String> {
    if image.media_type == "image/svg+xml" {
        let whole = Rect::new(0.0, 0.0, 1.0, 1.0);
        let (w, h) = (prim.rect.w / prim.crop.w * dots, prim.rect.h / prim.crop.h * dots);
        let drawn = picture::read(image, whole, w, h)?;
        let (w, h) = drawn.dimensions();
        return Ok(Image::from_rgba8(drawn.into_raw(), w, h));
    }
    let file = picture::portable(&image.bytes)?;
    let data = file.bytes.into_owned();
    match file.media_type {
        "image/jpeg" => Image::from_jpeg(data.into(), false),
        _ => Image::from_png(data.into(), false),
    }
}
