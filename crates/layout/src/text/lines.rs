//! From parley's broken lines to the lines of a Scene.

use super::shape::Words;
use super::{Block, TextRequest};
use crate::fonts::{Fonts, is_invisible};
use crate::geometry::{Point, Size};
use crate::scene::{Align, FaceUse, Glyph, GlyphRun, StyleSpan, TextLine, TextPrim, TextStyle};
use std::collections::BTreeSet;
use std::ops::Range;

/// The glyph at the end of a line that is broken at a soft hyphen.
pub struct Hyphen {
    pub font: u32,
    pub glyph: u32,
    pub advance: f64,
}

/// Takes over lines, one below the other.
pub struct Lines<'a> {
    fonts: &'a mut Fonts,
    words: &'a Words,
    /// One a span, where the text has soft hyphens at all.
    hyphens: Vec<Option<Hyphen>>,
    clusters: Clusters,
    placed: Placed,
}

/// Lines that are not aligned yet, and what was noticed.
#[derive(Default)]
pub struct Placed {
    lines: Vec<TextLine>,
    height: f64,
    missing: BTreeSet<char>,
    faces: BTreeSet<u32>,
}

/// Glyphs that stand for the same characters.
struct Cluster {
    range: Range<usize>,
    span: usize,
    /// Where they are in [`Clusters::glyphs`], in visual order.
    glyphs: Range<usize>,
}

/// The clusters of a run, in the order of reading. Kept from run to run, for its memory.
#[derive(Default)]
struct Clusters {
    all: Vec<Cluster>,
    glyphs: Vec<parley::Glyph>,
}

/// Upper edge to baseline, and baseline to lower edge.
#[derive(Clone, Copy)]
struct Strut {
    above: f64,
    below: f64,
}

impl Strut {
    /// Of a style, as WebKitGTK 2.50 places a line of fixed height (measured for every type role): ascent and
    /// descent of the style's own face are rounded to whole units each, the line's height is cut to whole units,
    /// and what it is higher than both is halved, the odd unit going below.
    fn of(style: &TextStyle) -> Self {
        let metrics = Fonts::metrics();
        let ascent = (metrics.ascent * style.size).round();
        let descent = (metrics.descent * style.size).round();
        let above = ascent + ((style.line_height.floor() - ascent - descent) / 2.0).floor();
        Self { above, below: style.line_height - above }
    }

    fn around(self, other: Self) -> Self {
        Self { above: self.above.max(other.above), below: self.below.max(other.below) }
    }
}

impl Placed {
    /// The block that the lines make in the width of the request.
    pub fn block(mut self, words: Words, request: &TextRequest<'_>, rtl: bool) -> Block {
        let widest = self.lines.iter().map(|line| line.width).fold(0.0, f64::max);
        let width = request.width.unwrap_or(widest);
        for line in &mut self.lines {
            align(line, width, request.align, rtl);
        }
        let spans = words.spans.iter().map(|(range, style)| StyleSpan {
            start: range.start as u32,
            end: range.end as u32,
            style: *style,
        });
        Block {
            size: Size::new(widest, self.height),
            truncated: false,
            missing: self.missing.into_iter().collect(),
            faces: self.faces.into_iter().collect(),
            prim: TextPrim {
                spans: spans.collect(),
                text: words.text,
                origin: Point::default(),
                width,
                align: request.align,
                rtl,
                lines: self.lines,
            },
        }
    }
}

impl<'a> Lines<'a> {
    /// No lines yet; hyphens, one a span, where the text has soft hyphens at all.
    pub fn new(fonts: &'a mut Fonts, words: &'a Words, hyphens: Vec<Option<Hyphen>>) -> Self {
        Self { fonts, words, hyphens, clusters: Clusters::default(), placed: Placed::default() }
    }

    /// The faces, for what is to be shaped between two lines.
    pub fn fonts(&mut self) -> &mut Fonts {
        self.fonts
    }

    /// What was added.
    pub fn finish(self) -> Placed {
        self.placed
    }

    /// Adds a line that shows `range`; its own offsets count from `base`.
    pub fn add(&mut self, line: &parley::Line<'_, u16>, range: Range<usize>, base: usize) {
        let top = self.placed.height;
        let strut = self.strut(&range);
        let baseline = top + strut.above;
        let mut made = TextLine {
            start: range.start as u32,
            end: range.end as u32,
            hyphen: false,
            x: 0.0,
            y: top,
            width: 0.0,
            height: strut.above + strut.below,
            baseline,
            runs: Vec::new(),
            fallbacks: Vec::new(),
        };
        let mut pen = 0.0;
        for run in line.runs() {
            let font = self.fonts.index_of(run.font());
            self.clusters.read(&run, base, range.end);
            let count = self.clusters.all.len();
            for index in 0..count {
                let cluster = &self.clusters.all[if run.is_rtl() { count - 1 - index } else { index }];
                // A mark that no face has, alone after the end of a line, is given no glyph at all.
                let none = [self.glyphless(cluster)];
                let glyphs = match &self.clusters.glyphs[cluster.glyphs.clone()] {
                    [] => &none[..],
                    glyphs => glyphs,
                };
                if glyphs.iter().any(|glyph| glyph.id == 0) {
                    let text = &self.words.text[cluster.range.clone()];
                    let lacks = |it: &char| !is_invisible(*it) && !self.fonts.maps(font, *it);
                    self.placed.missing.extend(text.chars().filter(lacks));
                }
                let style = &self.words.spans[cluster.span].1;
                let run = run_for(&mut made.runs, style, font, run.is_rtl(), &cluster.range);
                push(run, glyphs, &cluster.range, &mut pen, baseline);
            }
        }
        if self.words.text[range.clone()].ends_with('\u{ad}') && range.end < self.words.text.len() {
            self.hyphenate(&mut made, &mut pen);
        }
        made.width = pen;
        made.fallbacks = fallbacks(&made.runs, &self.words.spans);
        self.placed.height += made.height;
        self.placed.faces.extend(made.runs.iter().map(|run| run.font));
        self.placed.lines.push(made);
    }

    /// What stands where a cluster has no glyph.
    fn glyphless(&self, cluster: &Cluster) -> parley::Glyph {
        let advance = self.words.spans[cluster.span].1.size as f32 / 2.0;
        parley::Glyph { id: 0, x: 0.0, y: 0.0, advance }
    }

    /// The height of a line: the largest of the styles on it, around one baseline.
    fn strut(&self, range: &Range<usize>) -> Strut {
        let on_line = |span: &&(Range<usize>, TextStyle)| {
            span.0.start < range.end.max(range.start + 1) && range.start < span.0.end
        };
        let styles = self.words.spans.iter().filter(on_line).map(|(_, style)| Strut::of(style));
        styles
            .reduce(Strut::around)
            .unwrap_or_else(|| Strut::of(&self.words.spans[self.words.spans.len() - 1].1))
    }

    /// Sets a hyphen where the line is read to its end: at the right, or, in a line read from right to left, at
    /// the left, so that everything else moves.
    fn hyphenate(&self, line: &mut TextLine, pen: &mut f64) {
        let last = self.words.spans.iter().position(|(range, _)| line.end as usize <= range.end).unwrap_or(0);
        let Some(Some(hyphen)) = self.hyphens.get(last) else { return };
        let rtl = line.runs.iter().max_by_key(|run| run.end).is_some_and(|run| run.rtl);
        let x = if rtl { 0.0 } else { *pen };
        if rtl {
            shift(line, hyphen.advance);
            line.x = 0.0;
        }
        let style = &self.words.spans[last].1;
        let run = GlyphRun {
            font: hyphen.font,
            size: style.size,
            color: style.color,
            rtl,
            synthetic_slant: 0.0,
            start: line.end,
            end: line.end,
            glyphs: vec![Glyph {
                id: hyphen.glyph,
                x,
                y: line.baseline,
                advance: hyphen.advance,
                start: line.end,
                end: line.end,
            }],
        };
        line.runs.insert(if rtl { 0 } else { line.runs.len() }, run);
        line.hyphen = true;
        *pen += hyphen.advance;
    }
}

impl Clusters {
    /// Takes those of a run up to an end, their offsets counted from `base`. A ligature is one cluster with all its characters; characters
    /// without glyphs of their own belong to the cluster before them.
    fn read(&mut self, run: &parley::Run<'_, u16>, base: usize, end: usize) {
        self.all.clear();
        self.glyphs.clear();
        for cluster in run.clusters() {
            let text = cluster.text_range();
            let text = base + text.start..base + text.end;
            if text.start >= end {
                break;
            }
            let first = self.glyphs.len();
            if !cluster.is_ligature_continuation() {
                self.glyphs.extend(cluster.glyphs());
            }
            match self.all.last_mut() {
                Some(last) if first == self.glyphs.len() => last.range.end = text.end,
                _ => self.all.push(Cluster {
                    range: text,
                    span: usize::from(cluster.style().brush),
                    glyphs: first..self.glyphs.len(),
                }),
            }
        }
    }
}

/// The run that the next cluster goes to: the last one where all is alike, else a new one.
fn run_for<'a>(
    runs: &'a mut Vec<GlyphRun>,
    style: &TextStyle,
    font: u32,
    rtl: bool,
    range: &Range<usize>,
) -> &'a mut GlyphRun {
    let (start, end) = (range.start as u32, range.end as u32);
    let alike = runs.last().is_some_and(|run| {
        let adjacent = if rtl { run.start == end } else { run.end == start };
        adjacent && run.font == font && run.rtl == rtl && run.size == style.size && run.color == style.color
    });
    if !alike {
        runs.push(GlyphRun {
            font,
            size: style.size,
            color: style.color,
            rtl,
            // No face is slanted that has no slanted sister: Arabic, Hebrew and Han have no italics.
            synthetic_slant: 0.0,
            start,
            end,
            glyphs: Vec::new(),
        });
    }
    runs.last_mut().expect("one was there or has just come")
}

/// Adds a cluster at the pen. The first glyph in visual order has the characters, the others only go on with it.
fn push(run: &mut GlyphRun, glyphs: &[parley::Glyph], range: &Range<usize>, pen: &mut f64, baseline: f64) {
    let (start, end) = (range.start as u32, range.end as u32);
    run.start = run.start.min(start);
    run.end = run.end.max(end);
    for (index, glyph) in glyphs.iter().enumerate() {
        run.glyphs.push(Glyph {
            id: glyph.id,
            x: *pen + f64::from(glyph.x),
            y: baseline + f64::from(glyph.y),
            advance: f64::from(glyph.advance),
            start: if index == 0 { start } else { end },
            end,
        });
        *pen += f64::from(glyph.advance);
    }
}

/// The ranges that are set in another face than their style asks for, in rising order, adjacent ones joined.
fn fallbacks(runs: &[GlyphRun], spans: &[(Range<usize>, TextStyle)]) -> Vec<FaceUse> {
    let mut uses: Vec<FaceUse> = Vec::new();
    for run in runs.iter().filter(|run| run.start < run.end) {
        for (range, style) in spans {
            let (start, end) = (run.start.max(range.start as u32), run.end.min(range.end as u32));
            if start < end && Fonts::primary(style) != run.font {
                uses.push(FaceUse { start, end, font: run.font });
            }
        }
    }
    uses.sort_by_key(|it| it.start);
    uses.dedup_by(|next, last| {
        let joins = next.font == last.font && next.start <= last.end;
        if joins {
            last.end = last.end.max(next.end);
        }
        joins
    });
    uses
}

/// Moves a line to its place in the width. One that is too wide begins where reading begins.
fn align(line: &mut TextLine, width: f64, align: Align, rtl: bool) {
    let room = width - line.width;
    let share = match align {
        Align::Start => 0.0,
        Align::Center if room > 0.0 => 0.5,
        Align::End if room > 0.0 => 1.0,
        Align::Center | Align::End => 0.0,
    };
    let from_start = room * share;
    shift(line, if rtl { room - from_start } else { from_start });
}

fn shift(line: &mut TextLine, by: f64) {
    line.x += by;
    for glyph in line.runs.iter_mut().flat_map(|run| &mut run.glyphs) {
        glyph.x += by;
    }
}
