//! Where a long word is best broken: into lines that are about equally long, and where the words meet that it is made of.

use crate::text::Block;
use hypher::Lang;

/// What German words end in where another one is joined to them.
const ENDS: [&str; 8] = ["ungs", "ions", "heits", "keits", "schafts", "täts", "tums", "lings"];
/// What German words begin with, as syllables.
const BEGINNINGS: [&str; 11] = ["ver", "vor", "aus", "ab", "an", "auf", "ein", "ent", "über", "nach", "in"];
/// What a break at any other place weighs, in parts of a line that is left empty, squared.
const ANYWHERE: f64 = 0.12;

/// A word and its syllables.
pub struct Breaks<'a> {
    word: &'a str,
    syllables: Vec<&'a str>,
    /// The width of each.
    widths: Vec<f64>,
    is_german: bool,
}

/// Where lines end, in syllables, and what is held against these places.
#[derive(Clone)]
struct Found {
    ends: Vec<usize>,
    weight: f64,
}

impl<'a> Breaks<'a> {
    /// Of a word that was set on a line.
    pub fn of(word: &'a str, language: Lang, line: &Block) -> Self {
        let syllables: Vec<&str> = hypher::hyphenate(word, language).collect();
        let glyphs = || line.prim.lines.iter().flat_map(|line| &line.runs).flat_map(|run| &run.glyphs);
        let mut start = 0;
        let widths = syllables.iter().map(|syllable| {
            let range = start..start + syllable.len();
            start = range.end;
            let own = glyphs().filter(|glyph| range.contains(&(glyph.start as usize)));
            own.map(|glyph| glyph.advance).sum()
        });
        let widths = widths.collect();
        Self { word, syllables, widths, is_german: language == Lang::German }
    }

    /// The lines of the word, as few as there can be in a width, which leaves room for a hyphen; none where a syllable is
    /// wider than that.
    pub fn within(&self, width: f64) -> Option<Vec<&'a str>> {
        let count = self.syllables.len();
        // The best way to break all up to a syllable, on one line more each time.
        let mut best: Vec<Option<Found>> = vec![None; count + 1];
        best[0] = Some(Found { ends: Vec::new(), weight: 0.0 });
        for _ in 0..count {
            let ending = |end| self.ending(&best[..end], end, width);
            let next: Vec<Option<Found>> = [None].into_iter().chain((1..=count).map(ending)).collect();
            if let Some(Some(found)) = next.last() {
                let starts = [0].into_iter().chain(found.ends.iter().copied());
                return Some(starts.zip(&found.ends).map(|(start, end)| self.text(start, *end)).collect());
            }
            best = next;
        }
        None
    }

    /// The best of the ways that go on with a line that ends at a syllable.
    fn ending(&self, before: &[Option<Found>], end: usize, width: f64) -> Option<Found> {
        let is_good = end == self.syllables.len() || self.is_joint(end);
        let ways = before.iter().enumerate().filter_map(|(start, found)| {
            let found = found.as_ref()?;
            let free = 1.0 - self.widths[start..end].iter().sum::<f64>() / width;
            let place = if is_good { 0.0 } else { ANYWHERE };
            let ends = found.ends.iter().copied().chain([end]).collect();
            (free >= 0.0).then_some(Found { ends, weight: found.weight + free * free + place })
        });
        ways.min_by(|one, other| one.weight.total_cmp(&other.weight))
    }

    /// Whether two of the words that this one is made of seem to meet before a syllable.
    fn is_joint(&self, at: usize) -> bool {
        let is_beginning = |at: usize| BEGINNINGS.contains(&self.syllables[at].to_lowercase().as_str());
        // Of two beginnings one is in the middle of its word: “Ver·an·staltung”.
        let begins = || is_beginning(at) && !is_beginning(at - 1);
        self.is_german && (ENDS.iter().any(|end| self.text(0, at).ends_with(end)) || begins())
    }

    fn text(&self, start: usize, end: usize) -> &'a str {
        let at = |syllable: usize| self.syllables[..syllable].iter().map(|own| own.len()).sum::<usize>();
        &self.word[at(start)..at(end)]
    }
}
