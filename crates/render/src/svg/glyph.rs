//! The outline of a glyph, or the painted layers of a colour glyph, as one definition.

use super::defs::Defs;
use super::shape::color_stop;
use super::write::{attribute, number};
use crate::RenderError;
use base64::Engine;
use layout::{Color, Scene};
use skrifa::bitmap::{BitmapData, Origin};
use skrifa::color::{Brush, ColorPainter, ColorStop, CompositeMode, Transform};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::raw::types::BoundingBox;
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// A face with what its glyphs need.
pub(super) struct Face<'a> {
    font: FontRef<'a>,
    units_per_em: f64,
    palette: Vec<Color>,
}

impl<'a> Face<'a> {
    /// # Errors
    /// [`RenderError::NoFace`] where the Scene does not hold it, or not as a font.
    pub(super) fn open(scene: &'a Scene, index: u32) -> Result<Self, RenderError> {
        let face = scene
            .fonts
            .get(index as usize)
            .ok_or_else(|| RenderError::NoFace { name: format!("face {index}") })?;
        let font = FontRef::from_index(face.data.bytes(), face.index)
            .map_err(|_| RenderError::NoFace { name: face.name.clone() })?;
        let units_per_em = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
        let palette = font.color_palettes().get(0).map(|palette| {
            palette
                .colors()
                .iter()
                .map(|color| Color { r: color.red, g: color.green, b: color.blue, a: color.alpha })
                .collect()
        });
        Ok(Self {
            font,
            units_per_em: f64::from(units_per_em).max(1.0),
            palette: palette.unwrap_or_default(),
        })
    }

    pub(super) fn units_per_em(&self) -> f64 {
        self.units_per_em
    }

    pub(super) fn has_colors(&self) -> bool {
        !self.palette.is_empty()
    }

    /// The outline as path data, y upwards or downwards; empty where there is none.
    fn outline(&self, glyph: GlyphId, y: f64) -> String {
        let mut pen = Pen { data: String::new(), y };
        if let Some(outline) = self.font.outline_glyphs().get(glyph) {
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            if outline.draw(settings, &mut pen).is_err() {
                pen.data.clear();
            }
        }
        pen.data
    }
}

/// Defines a glyph, y downwards; none where it has no ink.
pub(super) fn define(face: &Face<'_>, id: u32, defs: &mut Defs) -> Option<String> {
    let id = GlyphId::new(id);
    if let Some(glyph) = face.font.color_glyphs().get(id) {
        let mut layers =
            Layers { face, defs, body: String::new(), brush_transforms: Vec::new(), open: Vec::new() };
        if glyph.paint(LocationRef::default(), &mut layers).is_ok() && !layers.body.is_empty() {
            let body = layers.body;
            return Some(defs.add("<g", &format!(" transform=\"scale(1 -1)\">{body}</g>")));
        }
    }
    let outline = face.outline(id, -1.0);
    if !outline.is_empty() {
        return Some(defs.add("<path", &format!(" d=\"{outline}\"/>")));
    }
    bitmap(face, id).map(|image| defs.add("<image", &image))
}

/// The picture of a face that has only pictures, in the units of the face.
fn bitmap(face: &Face<'_>, id: GlyphId) -> Option<String> {
    let glyph = face.font.bitmap_strikes().glyph_for_size(Size::unscaled(), id)?;
    let BitmapData::Png(png) = glyph.data else { return None };
    let unit = face.units_per_em / f64::from(glyph.ppem_y).max(1.0);
    let (w, h) = (f64::from(glyph.width) * unit, f64::from(glyph.height) * unit);
    let x = f64::from(glyph.inner_bearing_x) * unit + f64::from(glyph.bearing_x);
    let y = f64::from(glyph.inner_bearing_y) * unit + f64::from(glyph.bearing_y);
    let top = match glyph.placement_origin {
        Origin::TopLeft => -y,
        Origin::BottomLeft => -y - h,
    };
    let mut image = String::new();
    for (name, value) in [("x", x), ("y", top), ("width", w), ("height", h)] {
        super::write::measure(&mut image, name, value);
    }
    let data = base64::engine::general_purpose::STANDARD.encode(png);
    attribute(&mut image, "xlink:href", &format!("data:image/png;base64,{data}"));
    image.push_str("/>");
    Some(image)
}

/// Writes outlines in whole or half units, with the short form of quadratic curves.
struct Pen {
    data: String,
    y: f64,
}

impl Pen {
    fn step(&mut self, letter: char, coordinates: &[f32]) {
        self.data.push(letter);
        for (index, coordinate) in coordinates.iter().enumerate() {
            let value = f64::from(*coordinate) * if index % 2 == 1 { self.y } else { 1.0 };
            let before = self.data.len();
            number(&mut self.data, value, 1);
            if index > 0 && !self.data[before..].starts_with('-') {
                self.data.insert(before, ' ');
            }
        }
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('M', &[x, y]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.step('L', &[x, y]);
    }
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.step('Q', &[cx, cy, x, y]);
    }
    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.step('C', &[ax, ay, bx, by, x, y]);
    }
    fn close(&mut self) {
        self.data.push('Z');
    }
}

/// Paints the layers of a colour glyph, y upwards as in the face.
struct Layers<'p, 'f> {
    face: &'p Face<'f>,
    defs: &'p mut Defs,
    body: String,
    /// Transforms that came after a clip: they move the brush, not the shape.
    brush_transforms: Vec<Transform>,
    /// What each open push wrote.
    open: Vec<Push>,
}

enum Push {
    Group,
    Clip,
    Brush,
}

impl Layers<'_, '_> {
    fn color(&self, palette_index: u16, alpha: f32) -> Option<Color> {
        let color = *self.face.palette.get(usize::from(palette_index))?;
        Some(color.with_alpha(f64::from(color.a) / 255.0 * f64::from(alpha)))
    }

    /// `fill` of a brush; index 65535 is the text's own colour.
    fn paint(&mut self, to: &mut String, brush: &Brush<'_>, transform: Option<Transform>) {
        let (element, mut head, stops) = match brush {
            Brush::Solid { palette_index, alpha } => {
                match self.color(*palette_index, *alpha) {
                    Some(color) => super::shape::color(to, "fill", color),
                    None => {
                        attribute(to, "fill", "currentColor");
                        if *alpha < 1.0 {
                            to.push_str(" fill-opacity=\"");
                            number(to, f64::from(*alpha), 3);
                            to.push('"');
                        }
                    }
                }
                return;
            }
            Brush::LinearGradient { p0, p1, color_stops, .. } => (
                "linearGradient",
                axes(&[("x1", p0.x), ("y1", p0.y), ("x2", p1.x), ("y2", p1.y)]),
                *color_stops,
            ),
            Brush::RadialGradient { c0, c1, r1, color_stops, .. } => {
                let places = [("fx", c0.x), ("fy", c0.y), ("cx", c1.x), ("cy", c1.y), ("r", *r1)];
                ("radialGradient", axes(&places), *color_stops)
            }
            // SVG has no sweep; its colours from the middle outwards come closest.
            Brush::SweepGradient { c0, color_stops, .. } => {
                let r = self.face.units_per_em as f32 / 2.0;
                ("radialGradient", axes(&[("cx", c0.x), ("cy", c0.y), ("r", r)]), *color_stops)
            }
        };
        if let Some(transform) = transform {
            attribute(&mut head, "gradientTransform", &matrix(&transform));
        }
        head.push('>');
        for stop in stops {
            self.stop(&mut head, stop);
        }
        head.push_str(&format!("</{element}>"));
        let name = self.defs.share(&format!("<{element}"), head);
        attribute(to, "fill", &format!("url(#{name})"));
    }

    fn stop(&self, to: &mut String, stop: &ColorStop) {
        to.push_str("<stop offset=\"");
        number(to, f64::from(stop.offset), 4);
        to.push('"');
        color_stop(to, self.color(stop.palette_index, stop.alpha).unwrap_or(Color::hex(0)));
        to.push_str("/>");
    }
}

impl ColorPainter for Layers<'_, '_> {
    fn push_transform(&mut self, transform: Transform) {
        if matches!(self.open.last(), Some(Push::Clip | Push::Brush)) {
            self.brush_transforms.push(transform);
            self.open.push(Push::Brush);
        } else {
            self.body.push_str("<g");
            attribute(&mut self.body, "transform", &matrix(&transform));
            self.body.push('>');
            self.open.push(Push::Group);
        }
    }

    fn pop_transform(&mut self) {
        match self.open.pop() {
            Some(Push::Brush) => {
                self.brush_transforms.pop();
            }
            Some(Push::Group | Push::Clip) => self.body.push_str("</g>"),
            None => {}
        }
    }

    fn push_clip_glyph(&mut self, glyph: GlyphId) {
        let shape = format!("><path d=\"{}\"/></clipPath>", self.face.outline(glyph, 1.0));
        let name = self.defs.share("<clipPath", shape);
        self.body.push_str(&format!("<g clip-path=\"url(#{name})\">"));
        self.open.push(Push::Clip);
    }

    fn push_clip_box(&mut self, _: BoundingBox<f32>) {
        // The box only tells how large the glyph is; all layers lie within.
        self.body.push_str("<g>");
        self.open.push(Push::Group);
    }

    fn pop_clip(&mut self) {
        self.open.pop();
        self.body.push_str("</g>");
    }

    fn fill(&mut self, brush: Brush<'_>) {
        let far = self.face.units_per_em * 4.0;
        let mut shape = format!("<rect x=\"-{far}\" y=\"-{far}\" width=\"{0}\" height=\"{0}\"", far * 2.0);
        let transform = self.brush_transforms.iter().copied().reduce(|all, next| all * next);
        self.paint(&mut shape, &brush, transform);
        shape.push_str("/>");
        self.body.push_str(&shape);
    }

    fn fill_glyph(&mut self, glyph: GlyphId, transform: Option<Transform>, brush: Brush<'_>) {
        let mut shape = format!("<path d=\"{}\"", self.face.outline(glyph, 1.0));
        self.paint(&mut shape, &brush, transform);
        shape.push_str("/>");
        self.body.push_str(&shape);
    }

    fn push_layer(&mut self, _: CompositeMode) {
        // Emoji put one layer over the other; the rarer ways to mix have no SVG form without filters.
        self.body.push_str("<g>");
        self.open.push(Push::Group);
    }

    fn pop_layer(&mut self) {
        self.open.pop();
        self.body.push_str("</g>");
    }
}

fn axes(places: &[(&str, f32)]) -> String {
    let mut head = String::from(" gradientUnits=\"userSpaceOnUse\"");
    for (name, value) in places {
        super::write::measure(&mut head, name, f64::from(*value));
    }
    head
}

fn matrix(transform: &Transform) -> String {
    let mut text = String::from("matrix(");
    let parts = [transform.xx, transform.yx, transform.xy, transform.yy, transform.dx, transform.dy];
    for (index, part) in parts.into_iter().enumerate() {
        if index > 0 {
            text.push(' ');
        }
        number(&mut text, f64::from(part), 5);
    }
    text.push(')');
    text
}
