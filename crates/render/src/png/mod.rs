//! PNG: the Scene in pixels, drawn and written in bands, so that memory does not grow with the height.

mod band;
mod image;
mod shape;
mod text;

use crate::{RenderError, Warnings, check};
use band::{Drawing, Item};
use layout::{Color, Scene};
use std::io::Write;
use vello_cpu::{Pixmap, RenderContext, RenderSettings, Resources, color, kurbo};

/// The most pixels along one side.
pub const MOST_PIXELS: u32 = 32_767;
/// Rows that are drawn at once.
const BAND: u32 = 256;
/// Pixels per inch of a Scene at its natural size.
const NATURAL_DPI: f64 = 96.0;
const INCH: f64 = 0.0254;

/// How large the picture is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extent {
    /// Pixels for one unit of the Scene; 2 gives a picture twice as sharp.
    Scale(f64),
    /// This many pixels wide, and as high as the Scene's shape asks for.
    Width(u32),
}

/// How a PNG is made.
#[derive(Clone, Debug, PartialEq)]
pub struct PngOptions {
    /// How large it is. Default: one pixel a unit.
    pub extent: Extent,
    /// What lies behind everything; a colour that is not opaque gives a picture with alpha. Default: the Scene's own.
    pub background: Option<Color>,
    /// Dots per inch that the file tells. Default: those at which a print has the map's natural size.
    pub dpi: Option<f64>,
    /// How text is set. Default: as in the window.
    pub text: TextSetting,
}

/// How text is set in a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSetting {
    /// As in the window: lines stand on rows of pixels, and light text is as heavy as screens show it.
    #[default]
    Screen,
    /// Its outlines as they are and where they are, as in the other formats.
    Outlines,
}

impl Default for PngOptions {
    fn default() -> Self {
        Self { extent: Extent::Scale(1.0), background: None, dpi: None, text: TextSetting::Screen }
    }
}

/// Width and height in pixels of the picture that these options give.
///
/// # Errors
/// As [`write`], except for what needs the drawing.
pub fn pixels(scene: &Scene, options: &PngOptions) -> Result<(u32, u32), RenderError> {
    check::scene(scene)?;
    let scale = scale(scene, options)?;
    let (width, height) = ((scene.size.w * scale).round().max(1.0), (scene.size.h * scale).round().max(1.0));
    if width.max(height) > f64::from(MOST_PIXELS) {
        return Err(RenderError::TooManyPixels { width, height, limit: MOST_PIXELS });
    }
    Ok((width as u32, height as u32))
}

/// Pixels for one unit.
fn scale(scene: &Scene, options: &PngOptions) -> Result<f64, RenderError> {
    match options.extent {
        Extent::Scale(scale) => check::positive("scale", scale).map(|()| scale),
        Extent::Width(width) => {
            check::positive("width", f64::from(width)).map(|()| f64::from(width) / scene.size.w)
        }
    }
}

/// Draws the Scene and writes it as a PNG.
///
/// # Errors
/// [`RenderError::Output`], with a part of a file in `to`; or whatever else [`RenderError`] names but for pages, with
/// nothing written.
pub fn write(scene: &Scene, options: &PngOptions, to: impl Write) -> Result<Warnings, RenderError> {
    let (width, height) = pixels(scene, options)?;
    let scale = scale(scene, options)?;
    let dpi = options.dpi.unwrap_or(scale * NATURAL_DPI);
    check::positive("resolution", dpi)?;
    let background = options.background.unwrap_or(scene.background);
    let opaque = background.a == 255;

    let mut painter = Painter::new(scene, scale, width, background)?;
    painter.text = options.text;
    let mut encoder = png::Encoder::new(to, width, height);
    encoder.set_color(if opaque { png::ColorType::Rgb } else { png::ColorType::Rgba });
    encoder.set_depth(png::BitDepth::Eight);
    // As quick as the writer's own fast way for maps, and a third of its size.
    encoder.set_deflate_compression(png::DeflateCompression::Level(1));
    encoder.set_filter(png::Filter::Adaptive);
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    let per_metre = (dpi / INCH).round().clamp(1.0, f64::from(u32::MAX)) as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: png::Unit::Meter,
    }));
    let mut writer = encoder.write_header().map_err(output)?;
    let mut rows = writer.stream_writer().map_err(output)?;

    let mut bytes = Vec::new();
    let mut first = 0;
    while first < height {
        let count = BAND.min(height - first);
        let pixmap = painter.band(first, count);
        bytes.clear();
        if opaque {
            bytes.extend(pixmap.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]));
            rows.write_all(&bytes)?;
        } else {
            bytes.extend_from_slice(pixmap.data_as_u8_slice());
            straighten(&mut bytes);
            rows.write_all(&bytes)?;
        }
        first += count;
    }
    rows.finish().map_err(output)?;
    writer.finish().map_err(output)?;
    Ok(painter.images.into_warnings())
}

/// What the PNG writer reports is nearly always the output's own refusal.
fn output(error: png::EncodingError) -> RenderError {
    RenderError::Output(error.into())
}

/// From colours multiplied by their alpha to straight ones.
fn straighten(bytes: &mut [u8]) {
    for pixel in bytes.chunks_exact_mut(4) {
        let alpha = u32::from(pixel[3]);
        if alpha != 0 && alpha != 255 {
            for channel in &mut pixel[..3] {
                *channel = ((u32::from(*channel) * 255 + alpha / 2) / alpha).min(255) as u8;
            }
        }
    }
}

/// Everything that lasts from band to band.
struct Painter<'a> {
    items: Vec<Item<'a>>,
    context: RenderContext,
    resources: Resources,
    pixmap: Pixmap,
    faces: text::Faces,
    images: image::Images<'a>,
    scale: f64,
    background: color::AlphaColor<color::Srgb>,
    text: TextSetting,
}

impl<'a> Painter<'a> {
    fn new(scene: &'a Scene, scale: f64, width: u32, background: Color) -> Result<Self, RenderError> {
        let items = band::items(scene);
        let settings = RenderSettings { num_threads: 0, ..RenderSettings::default() };
        // No side is above `MOST_PIXELS`, which fits.
        let width = width as u16;
        Ok(Self {
            faces: text::Faces::new(scene, &items)?,
            images: image::Images::new(scene, &items, scale),
            items,
            context: RenderContext::new_with(width, BAND as u16, settings),
            resources: Resources::new(),
            pixmap: Pixmap::new(width, BAND as u16),
            scale,
            background: shape::color(background),
            text: TextSetting::default(),
        })
    }

    /// Draws `count` rows from row `first` on.
    fn band(&mut self, first: u32, count: u32) -> &Pixmap {
        let (width, height) = (self.pixmap.width(), count as u16);
        self.context.reset_and_resize(width, height);
        self.pixmap.resize(width, height);
        let frame = kurbo::Affine::translate((0.0, -f64::from(first))) * kurbo::Affine::scale(self.scale);
        let top = f64::from(first) / self.scale;
        let bottom = f64::from(first + count) / self.scale;

        self.context.set_transform(kurbo::Affine::IDENTITY);
        self.context.set_paint(self.background);
        self.context.fill_rect(&kurbo::Rect::new(0.0, 0.0, f64::from(width), f64::from(height)));
        // Within a clip that lies outside of the band, how many clips have begun.
        let mut skipping = 0_usize;
        for (index, item) in self.items.iter().enumerate() {
            let visible = skipping == 0 && item.bottom > top && item.top < bottom;
            self.context.set_transform(frame * kurbo::Affine::translate((item.at.x, item.at.y)));
            match item.drawing {
                Drawing::Rect(prim) if visible => shape::rect(&mut self.context, prim),
                Drawing::Path(prim) if visible => shape::path(&mut self.context, prim),
                Drawing::Connector(prim) if visible => shape::connector(&mut self.context, prim),
                Drawing::Run(run) if visible => {
                    text::run(&mut self.context, &mut self.resources, &self.faces, run, self.text);
                }
                Drawing::Image(prim) if visible => self.images.draw(&mut self.context, index, prim),
                Drawing::Rect(_)
                | Drawing::Path(_)
                | Drawing::Connector(_)
                | Drawing::Run(_)
                | Drawing::Image(_) => {}
                Drawing::ClipPush(clip) if visible => shape::push_clip(&mut self.context, clip),
                Drawing::ClipPush(_) => skipping += 1,
                Drawing::ClipPop if skipping > 0 => skipping -= 1,
                Drawing::ClipPop => self.context.pop_clip(),
            }
        }
        self.context.flush();
        self.context.render(&mut self.pixmap, &mut self.resources);
        self.images.forget_above(bottom);
        &self.pixmap
    }
}
