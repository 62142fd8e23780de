//! Runs of glyphs as text: a browser sets the same words in the same face with the same features, so its glyphs are ours.

use super::faces::{self, Used};
use super::write::{escape, measure, number};
use base64::Engine;
use layout::{FontFace, GlyphRun, Scene, TextLine, TextPrim, TextStyle};
use std::collections::{BTreeMap, BTreeSet};

/// The words of a Scene, and what the file must bring along for them.
pub(super) struct Words {
    /// Faces whose runs are written as text, with what they are used for.
    used: BTreeMap<u32, Used>,
    /// The looks of text, each once: a class of its own, in the order in which they are met.
    looks: Vec<String>,
    families: Vec<Family>,
}

/// How a face is asked for.
struct Family {
    name: String,
    weight: u16,
    italic: bool,
    is_written: bool,
}

impl Words {
    /// None yet; the text of these faces is not written.
    pub(super) fn new(scene: &Scene, outlined: &BTreeSet<u32>) -> Self {
        let family = |(at, face): (usize, &FontFace)| Family {
            name: face.family.replace(['"', '\\', '<', '&'], ""),
            weight: face.weight,
            italic: face.italic,
            is_written: !outlined.contains(&(at as u32)) && faces::can_be_embedded(face),
        };
        let families = scene.fonts.iter().enumerate().map(family).collect();
        Self { used: BTreeMap::new(), looks: Vec::new(), families }
    }

    /// Whether a run is written as text: one with a glyph that the face lacks is a box, which only an outline shows.
    pub(super) fn can_write(&self, run: &GlyphRun) -> bool {
        self.families.get(run.font as usize).is_some_and(|family| family.is_written)
            && run.glyphs.iter().all(|glyph| glyph.id != 0)
    }

    /// Writes the runs of a block that can be written.
    pub(super) fn draw(&mut self, to: &mut String, prim: &TextPrim) {
        let mut pieces = String::new();
        for (at, line) in prim.lines.iter().enumerate() {
            let last = line.runs.iter().map(|run| run.end).max().unwrap_or_default();
            // In the order of reading: each run has its own place.
            let mut runs: Vec<&GlyphRun> = line.runs.iter().filter(|run| !run.glyphs.is_empty()).collect();
            runs.sort_by_key(|run| run.start);
            for run in runs {
                if self.can_write(run) {
                    let ends_line =
                        run.end == last && prim.lines.get(at + 1).is_some_and(|next| next.start > line.end);
                    self.run(&mut pieces, prim, line, run, ends_line);
                }
            }
        }
        if !pieces.is_empty() {
            to.push_str("<text>");
            to.push_str(&pieces);
            to.push_str("</text>");
        }
    }

    fn run(&mut self, to: &mut String, prim: &TextPrim, line: &TextLine, run: &GlyphRun, ends_line: bool) {
        let own = prim.text.get(run.start as usize..run.end as usize).unwrap_or_default();
        // A hyphen at the end of a line is not in the source.
        let words = if own.is_empty() { "-" } else { own };
        let words: String = words.chars().filter(|character| *character != '\u{ad}').collect();
        let used = self.used.entry(run.font).or_default();
        used.characters.extend(words.chars());
        used.glyphs.extend(run.glyphs.iter().map(|glyph| glyph.id));

        // Marks above and below letters are moved by the face and have no width of their own.
        let letters = || run.glyphs.iter().filter(|glyph| glyph.advance > 0.0);
        // Read from the right, a run begins where its rightmost letter ends.
        let begin = if run.rtl {
            letters().map(|glyph| glyph.x + glyph.advance).reduce(f64::max)
        } else {
            letters().map(|glyph| glyph.x).reduce(f64::min)
        };
        let x = prim.origin.x + begin.or(run.glyphs.first().map(|glyph| glyph.x)).unwrap_or_default();
        let y = prim.origin.y + line.baseline;
        let class = self.class(prim, run);
        to.push_str("<tspan class=\"");
        to.push_str(&class);
        to.push('"');
        if run.synthetic_slant != 0.0 {
            // No element of a text can be slanted: the browser's own slant comes closest.
            to.push_str(" font-style=\"oblique\"");
        }
        measure(to, "x", x);
        measure(to, "y", y);
        to.push('>');
        escape(to, &words);
        if ends_line && !line.hyphen && !words.ends_with(char::is_whitespace) {
            used_space(&mut self.used, run.font);
            to.push(' ');
        }
        to.push_str("</tspan>");
    }

    /// The class of a run's look.
    fn class(&mut self, prim: &TextPrim, run: &GlyphRun) -> String {
        let span = prim.spans.iter().rev().find(|span| span.start <= run.start).or(prim.spans.first());
        let style: Option<&TextStyle> = span.map(|span| &span.style);
        let family = &self.families[run.font as usize];
        let mut look =
            format!("font-family:f{},'{}',sans-serif;font-weight:{}", run.font, family.name, family.weight);
        if family.italic {
            look.push_str(";font-style:italic");
        }
        look.push_str(";font-size:");
        number(&mut look, run.size, 3);
        look.push_str("px;fill:");
        look.push_str(&layout::Color { a: 255, ..run.color }.to_css());
        if run.color.a < 255 {
            look.push_str(";fill-opacity:");
            number(&mut look, f64::from(run.color.a) / 255.0, 3);
        }
        let spacing = style.map_or(0.0, |style| style.letter_spacing);
        let mut features = String::from("'cv11','ss03','calt' 0");
        if spacing != 0.0 {
            look.push_str(";letter-spacing:");
            number(&mut look, spacing, 3);
            look.push_str("px");
            features.push_str(",'liga' 0,'clig' 0");
        }
        if style.is_some_and(|style| style.tabular) {
            features.push_str(",'tnum'");
        }
        look.push_str(";font-feature-settings:");
        look.push_str(&features);
        if run.rtl {
            look.push_str(";direction:rtl;unicode-bidi:embed");
        }
        let at = self.looks.iter().position(|known| *known == look).unwrap_or_else(|| {
            self.looks.push(look);
            self.looks.len() - 1
        });
        format!("t{at}")
    }

    /// The style sheet: the faces with what is used of them, and the looks. Fails with a face that cannot be brought
    /// along.
    pub(super) fn style(&self, scene: &Scene) -> Result<String, u32> {
        if self.looks.is_empty() {
            return Ok(String::new());
        }
        let mut style = String::from("<style>\n");
        for (face, used) in &self.used {
            let bytes = faces::subset(&scene.fonts[*face as usize], used).ok_or(*face)?;
            let data = base64::engine::general_purpose::STANDARD.encode(bytes);
            let family = &self.families[*face as usize];
            let slant = if family.italic { "italic" } else { "normal" };
            style.push_str(&format!(
                "@font-face{{font-family:f{face};font-weight:{};font-style:{slant};src:url(data:font/ttf;base64,{data})}}\n",
                family.weight
            ));
        }
        style.push_str("text{white-space:pre;font-kerning:normal;text-rendering:geometricPrecision}\n");
        for (at, look) in self.looks.iter().enumerate() {
            style.push_str(&format!(".t{at}{{{look}}}\n"));
        }
        style.push_str("</style>\n");
        Ok(style)
    }
}

fn used_space(used: &mut BTreeMap<u32, Used>, font: u32) {
    used.entry(font).or_default().characters.insert(' ');
}
