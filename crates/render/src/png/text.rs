//! Glyphs in pixels: unhinted outlines, and the layers of colour glyphs, as heavy and as high as the window sets them.

use super::TextSetting;
use super::band::{Drawing, Item};
use super::shape::color;
use crate::RenderError;
use glifo::FontEmbolden;
use layout::{Color, GlyphRun, Scene};
use skrifa::raw::TableProvider;
use vello_cpu::kurbo::{Affine, Diagonal2};
use vello_cpu::{Glyph, RenderContext, Resources, peniko};

/// A face that runs use.
struct Face {
    data: peniko::FontData,
    units_per_em: f64,
}

/// The faces that the runs use, made once.
pub(super) struct Faces(Vec<Option<Face>>);

impl Faces {
    /// # Errors
    /// [`RenderError::NoFace`] for a run whose face the Scene does not hold.
    pub(super) fn new(scene: &Scene, items: &[Item<'_>]) -> Result<Self, RenderError> {
        let mut faces: Vec<Option<Face>> = Vec::new();
        faces.resize_with(scene.fonts.len(), || None);
        for item in items {
            let Drawing::Run(run) = item.drawing else { continue };
            let index = run.font as usize;
            let face = scene.fonts.get(index).ok_or(RenderError::NoFace { name: format!("face {index}") })?;
            if faces[index].is_none() {
                let none = || RenderError::NoFace { name: face.name.clone() };
                let data = face.data.0.clone().ok_or_else(none)?;
                let units = skrifa::FontRef::from_index((*data).as_ref(), face.index)
                    .and_then(|font| font.head())
                    .map_err(|_| none())?
                    .units_per_em();
                let data = peniko::FontData::new(peniko::Blob::new(data), face.index);
                faces[index] = Some(Face { data, units_per_em: f64::from(units) });
            }
        }
        Ok(Self(faces))
    }
}

/// Draws a run. As on a screen, its baseline stands on a row of pixels and it is as heavy as there.
pub(super) fn run(
    context: &mut RenderContext,
    resources: &mut Resources,
    faces: &Faces,
    run: &GlyphRun,
    setting: TextSetting,
) {
    let Some(face) = faces.0.get(run.font as usize).and_then(Option::as_ref) else { return };
    context.set_paint(color(run.color));
    // The frame of a Scene is never turned, so that rows of pixels are rows of the Scene.
    let [_, _, _, scale, _, shift] = context.transform().as_coeffs();
    let screen = setting == TextSetting::Screen;
    let row = move |y: f64| if screen { ((y * scale + shift).round() - shift) / scale } else { y };
    let mut builder = context.glyph_run(resources, &face.data).font_size(run.size as f32).hint(false);
    if run.synthetic_slant != 0.0 {
        let slant = run.synthetic_slant.to_radians().tan();
        builder = builder.glyph_transform(Affine::skew(-slant, 0.0));
    }
    let heavier = heavier(run.color) * face.units_per_em / (run.size * scale);
    if screen && heavier > 0.0 {
        builder = builder.font_embolden(FontEmbolden::new(Diagonal2::new(heavier, heavier)));
    }
    let place = |glyph: &layout::Glyph| Glyph { id: glyph.id, x: glyph.x as f32, y: row(glyph.y) as f32 };
    let glyphs = run.glyphs.iter().map(place);
    // Spaces have no outline and are told as skipped; layout has told of glyphs that are missing.
    let _ = builder.fill_glyphs(glyphs);
}

/// How many pixels the outlines of light text grow on each side.
///
/// Screens blend text as light adds up, not as numbers do: half a pixel of white on black shows as far more than half
/// of the number. Skia, which draws the text of the window, therefore raises the coverage of light text, on the guess
/// that what lies behind is as dark as the text is light (`SkTMaskGamma_build_correcting_lut` in `SkMaskGamma.h`).
/// Coverage cannot be changed here, so the outlines grow by what makes up for it at an edge that covers half a pixel.
fn heavier(text: Color) -> f64 {
    /// Growth in pixels for each unit of coverage at such an edge, measured against the window.
    const GROWTH: f64 = 0.8;
    /// The exponent of the screen.
    const GAMMA: f64 = 2.2;
    let channel = |value: u8| (f64::from(value) / 255.0).powf(GAMMA);
    let light = 0.2126 * channel(text.r) + 0.7152 * channel(text.g) + 0.0722 * channel(text.b);
    let shown = light.powf(1.0 / GAMMA);
    let behind = 1.0 - shown;
    if shown - behind < 1.0 / 256.0 {
        return 0.0;
    }
    let half = (light / 2.0 + behind.powf(GAMMA) / 2.0).powf(1.0 / GAMMA);
    (((half - behind) / (shown - behind)) - 0.5).max(0.0) * GROWTH
}

#[cfg(test)]
mod tests {
    use super::heavier;
    use layout::Color;

    #[test]
    fn light_text_is_heavier_and_dark_text_as_it_is() {
        assert_eq!(heavier(Color::hex(0x1f1d1a)), 0.0);
        assert_eq!(heavier(Color::hex(0x57524a)), 0.0);
        let (white, quiet) = (heavier(Color::hex(0xffffff)), heavier(Color::hex(0x999286)));
        assert!(white > quiet && quiet > 0.0, "{white} {quiet}");
        assert!(white < 0.3, "{white}");
    }
}
