//! Which parts of a text are pictographs, after UTS 51, and which characters show nothing.

use icu_properties::CodePointSetData;
use icu_properties::props::{
    DefaultIgnorableCodePoint, Emoji, EmojiModifier, EmojiPresentation, ExtendedPictographic,
};
use std::ops::Range;

const TEXT_STYLE: char = '\u{fe0e}';
const EMOJI_STYLE: char = '\u{fe0f}';
const JOINER: char = '\u{200d}';
const KEYCAP: char = '\u{20e3}';

fn is<P: icu_properties::props::BinaryProperty>(character: char) -> bool {
    CodePointSetData::new::<P>().contains(character)
}

fn is_flag_letter(character: char) -> bool {
    matches!(character, '\u{1f1e6}'..='\u{1f1ff}')
}

fn is_tag(character: char) -> bool {
    matches!(character, '\u{e0020}'..='\u{e007f}')
}

/// Whether a character shows nothing, so that no face needs a glyph for it.
pub fn is_invisible(character: char) -> bool {
    character.is_control() || character.is_whitespace() || is::<DefaultIgnorableCodePoint>(character)
}

/// The ranges, in bytes, that are shown as pictographs: what has that look by itself or by a variation selector,
/// flags, keycaps, skin tones and whatever is joined to them. Adjacent ones are one range.
pub fn pictographs(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    // Digits need a keycap to become a pictograph, so text of the first planes' lower half has none without one.
    if text.bytes().all(|byte| byte < 0xe2) && !text.contains(KEYCAP) {
        return found;
    }
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let at = |index: usize| characters.get(index).map(|&(_, character)| character);
    let mut index = 0;
    while index < characters.len() {
        let Some(length) = pictograph(&at, index) else {
            index += 1;
            continue;
        };
        let start = characters[index].0;
        index += length;
        let end = characters.get(index).map_or(text.len(), |&(byte, _)| byte);
        match found.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => found.push(start..end),
        }
    }
    found
}

/// How many characters the pictograph has that begins at `index`; none where none begins there.
fn pictograph(at: &impl Fn(usize) -> Option<char>, index: usize) -> Option<usize> {
    let first = at(index)?;
    let second = at(index + 1);
    if is_flag_letter(first) {
        return Some(if second.is_some_and(is_flag_letter) { 2 } else { 1 });
    }
    let by_second = match second {
        Some(TEXT_STYLE) => return None,
        Some(EMOJI_STYLE) => is::<Emoji>(first),
        Some(KEYCAP) => is::<Emoji>(first) && !is::<ExtendedPictographic>(first),
        Some(JOINER) => is::<ExtendedPictographic>(first) && at(index + 2).is_some_and(is::<Emoji>),
        Some(next) => is::<EmojiModifier>(next) && is::<Emoji>(first),
        None => false,
    };
    if !by_second && !is::<EmojiPresentation>(first) {
        return None;
    }
    let mut length = 1;
    while let Some(next) = at(index + length) {
        let joined = next == JOINER && at(index + length + 1).is_some_and(is::<ExtendedPictographic>);
        if joined {
            length += 2;
        } else if matches!(next, EMOJI_STYLE | KEYCAP) || is::<EmojiModifier>(next) || is_tag(next) {
            length += 1;
        } else {
            break;
        }
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        pictographs(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn pictographs_are_found_whole() {
        assert_eq!(parts("a 👩‍👩‍👧‍👦 b"), ["👩‍👩‍👧‍👦"]);
        assert_eq!(parts("ok 👍🏽, 🇫🇷 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿"), ["👍🏽", "🇫🇷", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"]);
        assert_eq!(parts("1️⃣ 2 #⃣"), ["1️⃣", "#⃣"]);
        assert_eq!(parts("❤️ ❤ ❤‍🔥"), ["❤️", "❤‍🔥"]);
    }

    #[test]
    fn text_stays_text() {
        assert!(parts("Zahlen 123, ©, → und ☎, ⌚\u{fe0e}").is_empty());
        assert!(parts("").is_empty());
        assert!(parts("漢字 🙂".trim_end_matches('🙂')).is_empty());
    }

    #[test]
    fn invisible_characters_need_no_glyph() {
        assert!(['\n', ' ', '\u{200d}', '\u{fe0f}', '\u{ad}', '\u{2066}'].into_iter().all(is_invisible));
        assert!(!['a', '漢', '\u{fffd}', '\u{e000}'].into_iter().any(is_invisible));
    }
}
