//! Words that must fit a column: long ones are broken at their syllables, never made smaller.

use super::breaks::Breaks;
use super::page::Desk;
use crate::scene::TextStyle;
use crate::text::Block;
use hypher::Lang;
use std::sync::Arc;

/// How much wider than ours another face may be: a bold one with wide letters, and a usual one.
const WIDER: [f64; 2] = [1.27, 1.14];
/// How far words may reach over the edge of their column: a hyphen here, all of them in a deck.
const OVER: f64 = 6.0;
/// The soft hyphen: where a word may be broken.
const SOFT: &str = "\u{ad}";

impl Desk<'_> {
    /// Text broken to a width, with words that are wider than it broken at their syllables; at most so many lines, the
    /// last one ending in an ellipsis.
    pub fn fitted(&self, text: &str, style: TextStyle, width: f64, max_lines: Option<u32>) -> Arc<Block> {
        let set = |room: f64| {
            let broken = self.broken(text, style, room, |word, language| {
                Some(hypher::hyphenate(word, language).join(SOFT))
            })?;
            Some(self.cx.ended(&broken, style, room, max_lines))
        };
        let Some(mut block) = set(width) else { return self.cx.ended(text, style, width, max_lines) };
        if block.size.w > width + OVER {
            // The hyphens have to find room, too.
            block = set(width - self.cx.line("-", style).size.w).unwrap_or(block);
        }
        // A deck has hyphens where words were broken here: in a wider face they are broken there, too, if there is room.
        let mut early = WIDER.iter().filter_map(|wider| set(width / wider));
        let is_as_short = |early: &Arc<Block>| {
            early.prim.text == block.prim.text && early.prim.lines.len() <= block.prim.lines.len()
        };
        let early = early.find(is_as_short);
        of_width(early.unwrap_or(block), width)
    }

    /// A name in a column. A word that a wider face would break at any letter is broken where it reads best, into as many
    /// lines as each of them needs to have room in that face; at most so many lines in all, the last one ending in an
    /// ellipsis.
    pub fn name(&self, text: &str, style: TextStyle, width: f64, max_lines: Option<u32>) -> Arc<Block> {
        if !parts(text).any(|part| self.is_wide(part.trim_end(), style, (width + OVER) / WIDER[1])) {
            return self.cx.ended(text, style, width, max_lines);
        }
        let hyphen = self.cx.line("-", style).size.w;
        // Where so many lines are too many there is less room in each, and at last none at all.
        let rooms = WIDER.iter().map(|wider| width / wider).chain([width]).map(|room| room - hyphen);
        let mut tries = rooms.filter_map(|room| {
            let broken = self.broken(text, style, room, |word, language| {
                let breaks = Breaks::of(word, language, &self.cx.line(word, style));
                Some(breaks.within(room)?.join(SOFT))
            })?;
            let block = self.cx.ended(&broken, style, room, max_lines);
            (block.prim.text == broken).then_some(block)
        });
        match tries.next() {
            Some(block) => of_width(block, width),
            None => self.fitted(text, style, width, max_lines),
        }
    }

    /// Text on one line where it fits, else broken to the width: so a short line is no wider than its words.
    pub fn tight(&self, text: &str, style: TextStyle, width: f64, max_lines: Option<u32>) -> Arc<Block> {
        let line = self.cx.line(text, style);
        if line.size.w <= width && line.prim.lines.len() <= 1 {
            return line;
        }
        self.fitted(text, style, width, max_lines)
    }

    /// The text with soft hyphens in words that are wider than the width; none where every word fits, or a word cannot be
    /// broken.
    fn broken(
        &self,
        text: &str,
        style: TextStyle,
        width: f64,
        hyphenated: impl Fn(&str, Lang) -> Option<String>,
    ) -> Option<String> {
        let wide = || parts(text).filter(|part| self.is_wide(part.trim_end(), style, width));
        wide().next()?;
        let known = match *self.cx.map.language.as_bytes() {
            [first, second, ..] => Lang::from_iso([first, second]),
            _ => None,
        };
        // Where no syllables are known a break with a hyphen is better than one at any letter.
        let is_latin = |own: char| !own.is_alphabetic() || own < '\u{250}';
        let latin = || wide().all(|part| part.chars().all(is_latin)).then_some(Lang::English);
        let language = known.or_else(latin)?;
        let mut broken = String::with_capacity(text.len() + 16);
        for part in parts(text) {
            let word = part.trim_end();
            if self.is_wide(word, style, width) {
                broken.push_str(&hyphenated(word, language)?);
                broken.push_str(&part[word.len()..]);
            } else {
                broken.push_str(part);
            }
        }
        Some(broken)
    }

    /// Whether a word alone is wider than this.
    fn is_wide(&self, word: &str, style: TextStyle, width: f64) -> bool {
        // Most words are far too short to be measured.
        let least = (width / style.size) as usize;
        word.chars().count() > least && self.cx.line(word, style).size.w > width
    }
}

/// The words of a text with what follows them; at its own hyphens a word may be broken as it is.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(|own: char| own.is_whitespace() || own == '-')
}

/// A block that was broken early, in its column.
fn of_width(block: Arc<Block>, width: f64) -> Arc<Block> {
    let mut block = Arc::unwrap_or_clone(block);
    block.prim.width = width;
    Arc::new(block)
}
