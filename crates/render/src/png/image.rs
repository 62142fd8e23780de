//! Pictures in pixels: read when the first band shows them, scaled once, forgotten when the last band is done.

use super::band::{Drawing, Item};
use super::shape::bezier;
use crate::geometry::rounded;
use crate::{Warning, Warnings, picture};
use layout::{ImagePrim, Scene, SceneImage};
use std::collections::HashMap;
use std::sync::Arc;
use vello_cpu::{Image, ImageSource, PixelMetadata, Pixmap, RenderContext, kurbo, peniko};

/// A picture at the size that some place needs.
struct Needed<'a> {
    image: &'a SceneImage,
    /// The last row of the Scene that shows it.
    bottom: f64,
    pixels: Option<Arc<Pixmap>>,
    /// It could not be read, and that has been told.
    broken: bool,
}

/// All pictures of a Scene.
pub(super) struct Images<'a> {
    needed: Vec<Needed<'a>>,
    /// Which of `needed` an item shows.
    of_item: HashMap<usize, usize>,
    scale: f64,
    warnings: Warnings,
}

impl<'a> Images<'a> {
    pub(super) fn new(scene: &'a Scene, items: &[Item<'_>], scale: f64) -> Self {
        let mut needed: Vec<Needed<'a>> = Vec::new();
        let mut known = HashMap::new();
        let mut of_item = HashMap::new();
        for (index, item) in items.iter().enumerate() {
            let Drawing::Image(prim) = item.drawing else { continue };
            let Ok(found) = scene.images.binary_search_by(|image| image.hash.as_str().cmp(&prim.image))
            else {
                continue;
            };
            let exact = [prim.crop.x, prim.crop.y, prim.crop.w, prim.crop.h, prim.rect.w, prim.rect.h];
            let slot = *known.entry((found, exact.map(f64::to_bits))).or_insert_with(|| {
                needed.push(Needed {
                    image: &scene.images[found],
                    bottom: item.bottom,
                    pixels: None,
                    broken: false,
                });
                needed.len() - 1
            });
            needed[slot].bottom = needed[slot].bottom.max(item.bottom);
            of_item.insert(index, slot);
        }
        Self { needed, of_item, scale, warnings: Warnings::default() }
    }

    /// Draws the picture of the item `index`; one that cannot be read leaves its place empty.
    pub(super) fn draw(&mut self, context: &mut RenderContext, index: usize, prim: &ImagePrim) {
        let Some(needed) = self.of_item.get(&index).map(|slot| &mut self.needed[*slot]) else {
            let reason = "the map does not hold it".into();
            self.warnings.add(Warning::UnreadableImage { hash: prim.image.clone(), reason });
            return;
        };
        if needed.broken {
            return;
        }
        let pixels = match &needed.pixels {
            Some(pixels) => pixels.clone(),
            None => match read(needed.image, prim, self.scale) {
                Ok(pixels) => needed.pixels.insert(Arc::new(pixels)).clone(),
                Err(reason) => {
                    needed.broken = true;
                    self.warnings.add(Warning::UnreadableImage { hash: prim.image.clone(), reason });
                    return;
                }
            },
        };
        let (w, h) = (f64::from(pixels.width()), f64::from(pixels.height()));
        context.set_paint(Image {
            image: ImageSource::Pixmap(pixels),
            sampler: peniko::ImageSampler::default().with_quality(peniko::ImageQuality::Medium),
        });
        let into_box = kurbo::Affine::translate((prim.rect.x, prim.rect.y))
            * kurbo::Affine::scale_non_uniform(prim.rect.w / w, prim.rect.h / h);
        context.set_paint_transform(into_box);
        context.fill_path(&bezier(&rounded(prim.rect, prim.radius)));
        context.reset_paint_transform();
    }

    /// Lets go of the pictures that no row from `bottom` on shows.
    pub(super) fn forget_above(&mut self, bottom: f64) {
        for needed in &mut self.needed {
            if needed.bottom <= bottom {
                needed.pixels = None;
            }
        }
    }

    pub(super) fn into_warnings(self) -> Warnings {
        self.warnings
    }
}

fn read(image: &SceneImage, prim: &ImagePrim, scale: f64) -> Result<Pixmap, String> {
    let part = picture::read(image, prim.crop, prim.rect.w * scale, prim.rect.h * scale)?;
    let (w, h) = part.dimensions();
    let metadata = PixelMetadata { may_have_transparency: true, alpha_type: peniko::ImageAlphaType::Alpha };
    Ok(Pixmap::from_parts(part.into_raw().into_boxed_slice().into_vec(), w as u16, h as u16, metadata))
}
