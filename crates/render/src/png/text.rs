//! Glyphs in pixels: unhinted outlines, and the layers of colour glyphs.

use super::band::{Drawing, Item};
use super::shape::color;
use crate::RenderError;
use layout::{GlyphRun, Scene};
use vello_cpu::{Glyph, RenderContext, Resources, kurbo, peniko};

/// The faces that the runs use, made once.
pub(super) struct Faces(Vec<Option<peniko::FontData>>);

impl Faces {
    /// # Errors
    /// [`RenderError::NoFace`] for a run whose face the Scene does not hold.
    pub(super) fn new(scene: &Scene, items: &[Item<'_>]) -> Result<Self, RenderError> {
        let mut faces = vec![None; scene.fonts.len()];
        for item in items {
            let Drawing::Run(run) = item.drawing else { continue };
            let index = run.font as usize;
            let face = scene.fonts.get(index).ok_or(RenderError::NoFace { name: format!("face {index}") })?;
            if faces[index].is_none() {
                let data = face.data.0.clone().ok_or(RenderError::NoFace { name: face.name.clone() })?;
                faces[index] = Some(peniko::FontData::new(peniko::Blob::new(data), face.index));
            }
        }
        Ok(Self(faces))
    }
}

/// Draws a run; on whole pixels where `whole` is true.
pub(super) fn run(
    context: &mut RenderContext,
    resources: &mut Resources,
    faces: &Faces,
    run: &GlyphRun,
    whole: bool,
) {
    let Some(face) = faces.0.get(run.font as usize).and_then(Option::as_ref) else { return };
    context.set_paint(color(run.color));
    // The frame of a Scene is never turned, so that rows of pixels are rows of the Scene.
    let [_, _, _, scale, _, shift] = context.transform().as_coeffs();
    let row = move |y: f64| if whole { ((y * scale + shift).round() - shift) / scale } else { y };
    let mut builder = context.glyph_run(resources, face).font_size(run.size as f32).hint(false);
    if run.synthetic_slant != 0.0 {
        let slant = run.synthetic_slant.to_radians().tan();
        builder = builder.glyph_transform(kurbo::Affine::skew(-slant, 0.0));
    }
    let place = |glyph: &layout::Glyph| Glyph { id: glyph.id, x: glyph.x as f32, y: row(glyph.y) as f32 };
    let glyphs = run.glyphs.iter().map(place);
    // Spaces have no outline and are told as skipped; layout has told of glyphs that are missing.
    let _ = builder.fill_glyphs(glyphs);
}
