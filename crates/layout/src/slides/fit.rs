//! Words that must fit a column: long ones are broken at their syllables, never made smaller.

use super::page::Desk;
use crate::scene::TextStyle;
use crate::text::Block;
use hypher::Lang;
use std::sync::Arc;

/// How much wider than ours another face may be: a bold one with wide letters, and a usual one.
const WIDER: [f64; 2] = [1.27, 1.14];
/// The soft hyphen: where a word may be broken.
const SOFT: &str = "\u{ad}";

impl Desk<'_> {
    /// Text broken to a width, with words that are wider than it broken at their syllables; at most so many lines, the
    /// last one ending in an ellipsis.
    pub fn fitted(&self, text: &str, style: TextStyle, width: f64, max_lines: Option<u32>) -> Arc<Block> {
        let Some(broken) = self.syllables(text, style, width) else {
            return self.cx.ended(text, style, width, max_lines);
        };
        let block = self.cx.ended(&broken, style, width, max_lines);
        // A deck has hyphens where words were broken here: in a wider face they are broken there, too, if there is room.
        let early = WIDER.iter().map(|wider| self.cx.ended(&broken, style, width / wider, max_lines));
        let is_as_short = |early: &Arc<Block>| {
            early.prim.text == block.prim.text && early.prim.lines.len() <= block.prim.lines.len()
        };
        let Some(early) = early.into_iter().find(is_as_short) else { return block };
        let mut early = Arc::unwrap_or_clone(early);
        early.prim.width = width;
        Arc::new(early)
    }

    /// Text on one line where it fits, else broken to the width: so a short line is no wider than its words.
    pub fn tight(&self, text: &str, style: TextStyle, width: f64, max_lines: Option<u32>) -> Arc<Block> {
        let line = self.cx.line(text, style);
        if line.size.w <= width && line.prim.lines.len() <= 1 {
            return line;
        }
        self.fitted(text, style, width, max_lines)
    }

    /// The text with soft hyphens in words that are wider than the width; none where every word fits.
    fn syllables(&self, text: &str, style: TextStyle, width: f64) -> Option<String> {
        let language = self.cx.map.language.as_bytes();
        let language = Lang::from_iso([*language.first()?, *language.get(1)?])?;
        // Most words are far too short to be measured.
        let least = (width / style.size) as usize;
        let is_wide = |word: &str| word.chars().count() > least && self.cx.line(word, style).size.w > width;
        if !text.split_whitespace().any(is_wide) {
            return None;
        }
        let mut broken = String::with_capacity(text.len() + 16);
        for part in text.split_inclusive(char::is_whitespace) {
            let word = part.trim_end();
            if is_wide(word) {
                broken.push_str(&hypher::hyphenate(word, language).join(SOFT));
                broken.push_str(&part[word.len()..]);
            } else {
                broken.push_str(part);
            }
        }
        Some(broken)
    }
}
