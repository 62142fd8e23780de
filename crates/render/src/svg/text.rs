//! Runs of glyphs as uses of shared outlines, in the units of their face.

use super::defs::Defs;
use super::glyph::{self, Face};
use super::shape::color;
use super::write::{attribute, number};
use crate::RenderError;
use layout::{GlyphRun, Scene, TextPrim};
use std::collections::HashMap;

/// The faces of a Scene, and the glyphs that are already defined.
pub(super) struct Text<'a> {
    scene: &'a Scene,
    faces: HashMap<u32, Face<'a>>,
    /// The name of a glyph's definition; none for a glyph without ink.
    glyphs: HashMap<(u32, u32), Option<String>>,
}

impl<'a> Text<'a> {
    pub(super) fn new(scene: &'a Scene) -> Self {
        Self { scene, faces: HashMap::new(), glyphs: HashMap::new() }
    }

    /// Draws the runs that are asked for.
    ///
    /// # Errors
    /// [`RenderError::NoFace`].
    pub(super) fn draw(
        &mut self,
        to: &mut String,
        defs: &mut Defs,
        prim: &TextPrim,
        is_drawn: impl Fn(&GlyphRun) -> bool,
    ) -> Result<(), RenderError> {
        for run in prim.lines.iter().flat_map(|line| &line.runs).filter(|run| is_drawn(run)) {
            self.run(to, defs, prim, run)?;
        }
        Ok(())
    }

    fn run(
        &mut self,
        to: &mut String,
        defs: &mut Defs,
        prim: &TextPrim,
        run: &GlyphRun,
    ) -> Result<(), RenderError> {
        let Some(first) = run.glyphs.first() else { return Ok(()) };
        if !self.faces.contains_key(&run.font) {
            self.faces.insert(run.font, Face::open(self.scene, run.font)?);
        }
        let face = &self.faces[&run.font];
        let unit = run.size / face.units_per_em();

        let mut uses = String::new();
        for glyph in &run.glyphs {
            let name = self
                .glyphs
                .entry((run.font, glyph.id))
                .or_insert_with(|| glyph::define(face, glyph.id, defs));
            let Some(name) = name else { continue };
            uses.push_str("<use");
            attribute(&mut uses, "xlink:href", &format!("#{name}"));
            for (axis, offset) in [("x", glyph.x - first.x), ("y", glyph.y - first.y)] {
                let mut value = String::new();
                number(&mut value, offset / unit, 1);
                if value != "0" {
                    attribute(&mut uses, axis, &value);
                }
            }
            uses.push_str("/>");
        }
        if uses.is_empty() {
            return Ok(());
        }
        to.push_str("<g transform=\"");
        if run.synthetic_slant == 0.0 {
            to.push_str("translate(");
            number(to, prim.origin.x + first.x, 3);
            to.push(' ');
            number(to, prim.origin.y + first.y, 3);
            to.push_str(")scale(");
            number(to, unit, 6);
            to.push_str(")\"");
        } else {
            let lean = -unit * run.synthetic_slant.to_radians().tan();
            to.push_str("matrix(");
            for (value, end) in [(unit, " 0 "), (lean, " "), (unit, " ")] {
                number(to, value, 6);
                to.push_str(end);
            }
            number(to, prim.origin.x + first.x, 3);
            to.push(' ');
            number(to, prim.origin.y + first.y, 3);
            to.push_str(")\"");
        }
        color(to, "fill", run.color);
        if face.has_colors() {
            // Layers of colour glyphs that follow the text's colour.
            attribute(to, "color", &layout::Color { a: 255, ..run.color }.to_css());
        }
        to.push('>');
        to.push_str(&uses);
        to.push_str("</g>");
        Ok(())
    }
}
