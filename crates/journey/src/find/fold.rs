//! Words without what a person who searches does not care about: case, accents, the width of letters, line breaks.

use icu_casemap::{CaseMapper, CaseMapperBorrowed};
use icu_normalizer::{DecomposingNormalizer, DecomposingNormalizerBorrowed};
use icu_properties::props::{Diacritic, GeneralCategory};
use icu_properties::{CodePointMapData, CodePointSetData};
use std::ops::Range;

const CASE: CaseMapperBorrowed<'static> = CaseMapper::new();
const PARTS: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizer::new_nfkd();

/// A text as it is compared, and where each of its letters came from.
pub struct Folded {
    letters: Vec<char>,
    /// Of each letter the bytes of the text that it stands for; several share them where one letter became many.
    from: Vec<Range<usize>>,
}

impl Folded {
    /// Folds a text.
    pub fn new(text: &str) -> Self {
        let mut folded =
            Self { letters: Vec::with_capacity(text.len()), from: Vec::with_capacity(text.len()) };
        for (at, letter) in text.char_indices() {
            folded.push(letter, at..at + letter.len_utf8());
        }
        folded
    }

    fn push(&mut self, letter: char, from: Range<usize>) {
        if letter.is_ascii() {
            let plain = if letter.is_ascii_whitespace() { ' ' } else { letter.to_ascii_lowercase() };
            self.letters.push(plain);
            self.from.push(from);
            return;
        }
        let mut bytes = [0; 4];
        let lower = CASE.fold_string(letter.encode_utf8(&mut bytes));
        for part in PARTS.normalize_iter(lower.chars()) {
            if is_accent(part) {
                // It belongs to the letter before, so that replacing the letter takes it along.
                if let Some(last) = self.from.last_mut() {
                    last.end = last.end.max(from.end);
                }
                continue;
            }
            self.letters.push(if part.is_whitespace() { ' ' } else { part });
            self.from.push(from.clone());
        }
    }

    /// Whether there is nothing to compare.
    pub fn is_blank(&self) -> bool {
        self.letters.iter().all(|letter| *letter == ' ')
    }

    /// Where in the text some words stand, first to last and never one over the other. Half a letter is no hit: "s" is
    /// not found in "ß", "ss" is.
    pub fn find(&self, words: &Self) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let length = words.letters.len();
        if length == 0 {
            return found;
        }
        let mut at = 0;
        while at + length <= self.letters.len() {
            if self.letters[at..at + length] == words.letters[..] && self.is_whole(at, at + length) {
                found.push(self.from[at].start..self.from[at + length - 1].end);
                at += length;
            } else {
                at += 1;
            }
        }
        found
    }

    fn is_whole(&self, start: usize, end: usize) -> bool {
        let parts = |one: usize, other: usize| self.from[one].start == self.from[other].start;
        (start == 0 || !parts(start - 1, start)) && (end == self.letters.len() || !parts(end - 1, end))
    }
}

/// A mark on the letter before it: an accent, a point of Hebrew, a vowel sign of Arabic. Signs that make another word
/// of an Indian one are none.
fn is_accent(letter: char) -> bool {
    CodePointMapData::<GeneralCategory>::new().get(letter) == GeneralCategory::NonspacingMark
        && CodePointSetData::new::<Diacritic>().contains(letter)
}

#[cfg(test)]
mod tests {
    use super::Folded;

    fn places(text: &str, words: &str) -> Vec<String> {
        Folded::new(text).find(&Folded::new(words)).into_iter().map(|at| text[at].to_owned()).collect()
    }

    #[test]
    fn case_accents_width_and_breaks_do_not_matter() {
        assert_eq!(places("Café, cafe\u{301} und CAFE", "café"), ["Café", "cafe\u{301}", "CAFE"]);
        assert_eq!(places("Öffnet die Straße", "STRASSE"), ["Straße"]);
        assert_eq!(places("two\nlines", "two lines"), ["two\nlines"]);
        assert_eq!(places("ＡＢＣ ﬁx", "abc fix"), ["ＡＢＣ ﬁx"]);
        assert_eq!(places("İstanbul ΣΟΦΟΣ", "σοφος"), ["ΣΟΦΟΣ"]);
        assert_eq!(places("مُدَرِّس", "مدرس"), ["مُدَرِّس"]);
    }

    #[test]
    fn half_a_letter_is_no_hit() {
        assert!(places("Maß", "s").is_empty());
        assert!(places("ﬁx", "f").is_empty());
        assert_eq!(places("aaaa", "aa").len(), 2);
        assert!(places("कि", "कु").is_empty());
        assert!(places("anything", "").is_empty());
    }
}
