//! Lines of glyphs with the characters that each stands for, so that the words can be searched, copied and read out.

use super::shape::{color, opacity};
use crate::RenderError;
use krilla::geom;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use layout::{GlyphRun, Notice, Point, Prim, Scene, TextLine, TextPrim};
use skrifa::{FontRef, MetadataProvider};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// The characters for which a box is drawn, because no face has a glyph.
pub(super) fn missing_characters(scene: &Scene) -> BTreeSet<char> {
    let mut missing = BTreeSet::new();
    let noticed: BTreeSet<char> = (scene.notices.iter())
        .filter_map(|notice| match notice {
            Notice::MissingGlyph { character } => Some(*character),
            Notice::SystemFont { .. } => None,
        })
        .collect();
    for node in scene.nodes.values() {
        for prim in &node.prims {
            let Prim::Text(prim) = prim else { continue };
            let glyphs = prim.lines.iter().flat_map(|line| &line.runs).flat_map(|run| &run.glyphs);
            for glyph in glyphs.filter(|glyph| glyph.id == 0) {
                let rest = prim.text.get(glyph.start as usize..).unwrap_or_default();
                let count = glyph.end.saturating_sub(glyph.start) as usize;
                let mut cluster =
                    rest.char_indices().take_while(|(at, _)| *at < count).map(|(_, character)| character);
                // Of several characters in one glyph, layout knows which one the face lacks.
                let first = rest.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER);
                missing.insert(cluster.find(|it| noticed.contains(it)).unwrap_or(first));
            }
        }
    }
    missing
}

/// The faces of a Scene, opened on first use.
pub(super) struct Texts<'a> {
    scene: &'a Scene,
    faces: HashMap<u32, Face>,
}

struct Face {
    font: Font,
    /// The glyph of a space, where the face has one.
    space: Option<u32>,
}

impl<'a> Texts<'a> {
    pub(super) fn new(scene: &'a Scene) -> Self {
        Self { scene, faces: HashMap::new() }
    }

    /// Draws the line `index` of a block whose frame lies at `at`.
    ///
    /// # Errors
    /// [`RenderError::NoFace`].
    pub(super) fn line(
        &mut self,
        surface: &mut Surface<'_>,
        at: Point,
        prim: &TextPrim,
        index: usize,
    ) -> Result<(), RenderError> {
        let line = &prim.lines[index];
        // The run that is read last says how the line goes on.
        let last = line.runs.iter().enumerate().max_by_key(|(_, run)| (run.end, is_added(run)));
        let last = last.map(|(index, _)| index);
        for (index_of_run, run) in line.runs.iter().enumerate() {
            let end = if Some(index_of_run) == last { end_of(prim, index) } else { End::Nothing };
            self.run(surface, at, prim, line, run, end)?;
        }
        Ok(())
    }

    fn run(
        &mut self,
        surface: &mut Surface<'_>,
        at: Point,
        prim: &TextPrim,
        line: &TextLine,
        run: &GlyphRun,
        end: End,
    ) -> Result<(), RenderError> {
        let face = self.face(run.font)?;
        let Some(words) = Words::new(prim, line, run, end, face.space) else { return Ok(()) };
        surface.set_fill(Some(Fill {
            paint: color(run.color).into(),
            opacity: opacity(run.color),
            rule: FillRule::NonZero,
        }));
        let (x, y) = ((at.x + words.x) as f32, (at.y + words.y) as f32);
        let slanted = run.synthetic_slant != 0.0;
        if slanted {
            let lean = run.synthetic_slant.to_radians().tan() as f32;
            surface.push_transform(&geom::Transform::from_row(1.0, 0.0, -lean, 1.0, lean * y, 0.0));
        }
        let font = face.font.clone();
        surface.draw_glyphs(
            geom::Point::from_xy(x, y),
            &words.glyphs,
            font,
            &words.text,
            run.size as f32,
            false,
        );
        if slanted {
            surface.pop();
        }
        Ok(())
    }

    fn face(&mut self, index: u32) -> Result<&Face, RenderError> {
        if !self.faces.contains_key(&index) {
            let face = self
                .scene
                .fonts
                .get(index as usize)
                .ok_or_else(|| RenderError::NoFace { name: format!("face {index}") })?;
            let no_face = || RenderError::NoFace { name: face.name.clone() };
            let data = face.data.0.clone().ok_or_else(no_face)?;
            let space = FontRef::from_index((*data).as_ref(), face.index)
                .ok()
                .and_then(|font| font.charmap().map(' '))
                .map(|glyph| glyph.to_u32());
            let font = Font::new(data.into(), face.index).ok_or_else(no_face)?;
            self.faces.insert(index, Face { font, space });
        }
        Ok(&self.faces[&index])
    }
}

/// Whether a run shows nothing of the source: the hyphen at the end of a line.
fn is_added(run: &GlyphRun) -> bool {
    run.start == run.end
}

/// How the words go on after a line.
#[derive(Clone, Copy, PartialEq)]
enum End {
    /// They do not, or without a space.
    Nothing,
    /// With a space that hangs at the line's end, or a new paragraph.
    Space,
    /// In the middle of a word, after a hyphen that is not in the source.
    Hyphen,
}

fn end_of(prim: &TextPrim, index: usize) -> End {
    let line = &prim.lines[index];
    if line.hyphen {
        return End::Hyphen;
    }
    let Some(next) = prim.lines.get(index + 1) else { return End::Nothing };
    let between = prim.text.get(line.end as usize..next.start as usize).unwrap_or_default();
    if between.contains(char::is_whitespace) { End::Space } else { End::Nothing }
}

/// A run as the PDF writer takes it: glyphs with steps instead of places, and the words that they stand for.
struct Words {
    text: String,
    glyphs: Vec<KrillaGlyph>,
    x: f64,
    y: f64,
}

impl Words {
    fn new(prim: &TextPrim, line: &TextLine, run: &GlyphRun, end: End, space: Option<u32>) -> Option<Self> {
        let first = run.glyphs.first()?;
        let mut text = prim.text.get(run.start as usize..run.end as usize).unwrap_or_default().to_owned();
        let whole = text.len();
        match end {
            End::Nothing => {}
            End::Space => text.push(' '),
            End::Hyphen => text.push('\u{ad}'),
        }
        let (size, baseline) = (run.size.max(f64::MIN_POSITIVE), line.baseline);
        let mut glyphs = Vec::with_capacity(run.glyphs.len() + 1);
        for (index, glyph) in run.glyphs.iter().enumerate() {
            let next = run.glyphs.get(index + 1);
            let step = next.map_or(glyph.advance, |next| next.x - glyph.x);
            let range = if end == End::Hyphen && glyph.start >= line.end {
                whole..text.len()
            } else {
                range(prim, run, index, whole)
            };
            glyphs.push(placed(glyph.id, range, step / size, (baseline - glyph.y) / size));
        }
        let mut x = first.x;
        if let (End::Space, Some(space)) = (end, space) {
            // It inks nothing, so its width is free; read from the right, it comes first from the left.
            let space = |step| placed(space, whole..text.len(), step, 0.0);
            if run.rtl {
                glyphs.insert(0, space(0.25));
                x -= 0.25 * size;
            } else {
                glyphs.push(space(0.25));
            }
        }
        Some(Self { text, glyphs, x, y: baseline })
    }
}

fn placed(id: u32, text_range: Range<usize>, x_advance: f64, y_offset: f64) -> KrillaGlyph {
    KrillaGlyph {
        glyph_id: GlyphId::new(id),
        text_range,
        x_advance: x_advance as f32,
        x_offset: 0.0,
        y_offset: y_offset as f32,
        y_advance: 0.0,
        location: None,
    }
}

/// The characters of a glyph, within its run. One that only goes on with a cluster has those of the cluster.
fn range(prim: &TextPrim, run: &GlyphRun, index: usize, whole: usize) -> Range<usize> {
    let of = |index: usize| {
        let glyph = &run.glyphs[index];
        (glyph.end > glyph.start).then_some((glyph.start, glyph.end))
    };
    let own = run.glyphs[index].start;
    let touches = |&(start, end): &(u32, u32)| start <= own && own <= end;
    let found = of(index)
        .or_else(|| (0..index).rev().find_map(of).filter(touches))
        .or_else(|| (index + 1..run.glyphs.len()).find_map(of).filter(touches));
    let Some((start, end)) = found else { return 0..whole };
    let (from, to) = (start.saturating_sub(run.start) as usize, end.saturating_sub(run.start) as usize);
    let fits = prim.text.get(start as usize..end as usize).is_some() && to <= whole;
    if fits { from..to } else { 0..whole }
}
