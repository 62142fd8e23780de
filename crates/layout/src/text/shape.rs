//! From words and styles to runs of glyphs, by parley.

use super::lines::{Hyphen, Lines};
use super::{Block, TextRequest};
use crate::fonts::{Fonts, pictographs};
use crate::scene::TextStyle;
use parley::fontique::Language;
use parley::setting::Tag;
use parley::style::{FontFeature, FontFeatures, FontStyle, FontWeight, OverflowWrap};
use parley::{BaseDirection, CHROMIUM_LINE_BREAK_OVERRIDE, Layout, LayoutContext};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// Wider than the width by this much still fits: sums of advances differ by their order.
const SLACK: f64 = 0.005;

const SOFT_HYPHEN: char = '\u{ad}';

const fn feature(tag: &[u8; 4], value: u16) -> FontFeature {
    FontFeature::new(Tag::new(tag), value)
}

/// What every text has, then what tracked text has as well, then figures of equal width.
const FEATURES: [FontFeature; 6] = [
    feature(b"cv11", 1),
    feature(b"ss03", 1),
    feature(b"calt", 0),
    feature(b"tnum", 1),
    feature(b"liga", 0),
    feature(b"clig", 0),
];
const TRACKED: [FontFeature; 5] = [FEATURES[0], FEATURES[1], FEATURES[2], FEATURES[4], FEATURES[5]];

/// Words as they are shaped: text without control characters, styles over all of it, and where to look for glyphs.
pub struct Words {
    pub text: String,
    pub spans: Vec<(Range<usize>, TextStyle)>,
    system: Vec<Arc<str>>,
    locale: Option<Language>,
}

/// What shaping needs again and again. A glyph's brush is the index of its span.
#[derive(Default)]
pub struct Shaping {
    context: LayoutContext<u16>,
    whole: Layout<u16>,
    alone: Layout<u16>,
}

impl Shaping {
    /// Sets a request.
    pub fn block(&mut self, fonts: &mut Fonts, request: &TextRequest<'_>) -> Block {
        let text = plain(request.text);
        let words = Words {
            spans: spans_over(&text, request.spans),
            system: fonts.system_families(&text, request.language),
            locale: Language::parse(request.language).ok(),
            text,
        };
        let hyphens = if words.text.contains(SOFT_HYPHEN) {
            words.spans.iter().map(|(_, style)| self.hyphen(fonts, *style, words.locale)).collect()
        } else {
            Vec::new()
        };
        let Self { context, whole, alone } = self;
        shape(context, fonts, &words, 0..words.text.len(), BaseDirection::Auto, whole);
        whole.break_all_lines(request.width.map(|width| (width + SLACK) as f32));
        let direction = if whole.is_rtl() { BaseDirection::Rtl } else { BaseDirection::Ltr };
        let limit = request.max_lines.map_or(usize::MAX, |lines| lines as usize);
        let mut lines = Lines::new(fonts, &words, hyphens);
        for line in whole.lines().take(limit) {
            let range = shown(&words.text, line.text_range());
            if !is_within_word(&words.text, &range) {
                lines.add(&line, range, 0);
                continue;
            }
            // Letters do not join or kern over the end of a line, on the page neither.
            shape(context, lines.fonts(), &words, range.clone(), direction, alone);
            alone.break_all_lines(None);
            if let Some(line) = alone.get(0) {
                let start = range.start;
                lines.add(&line, range, start);
            }
        }
        let placed = lines.finish();
        let mut block = placed.block(words, request, whole.is_rtl());
        block.truncated = whole.len() > limit;
        block
    }

    /// The glyph that stands at the end of a line broken at a soft hyphen.
    fn hyphen(&mut self, fonts: &mut Fonts, style: TextStyle, locale: Option<Language>) -> Option<Hyphen> {
        let words = Words { text: "-".to_owned(), spans: vec![(0..1, style)], system: Vec::new(), locale };
        shape(&mut self.context, fonts, &words, 0..1, BaseDirection::Ltr, &mut self.alone);
        self.alone.break_all_lines(None);
        let run = self.alone.get(0)?.runs().next()?;
        let glyph = run.clusters().next()?.glyphs().next()?;
        Some(Hyphen { font: fonts.index_of(run.font()), glyph: glyph.id, advance: f64::from(glyph.advance) })
    }
}

/// Shapes a part of the words as if there were no others.
fn shape(
    context: &mut LayoutContext<u16>,
    fonts: &mut Fonts,
    words: &Words,
    part: Range<usize>,
    direction: BaseDirection,
    into: &mut Layout<u16>,
) {
    let text = &words.text[part.clone()];
    let mut builder = context.style_run_builder(&mut fonts.context, text, 1.0, false);
    builder.set_line_break_override(Some(CHROMIUM_LINE_BREAK_OVERRIDE));
    builder.set_base_direction(direction);
    let pictographs = pictographs(text);
    for (index, (range, style)) in words.spans.iter().enumerate() {
        let clamped = |at: usize| at.clamp(part.start, part.end) - part.start;
        let range = clamped(range.start)..clamped(range.end);
        if range.is_empty() && !text.is_empty() {
            continue;
        }
        for (piece, emoji) in parts(range, &pictographs) {
            let style = builder.push_style(parley::TextStyle {
                font_family: Fonts::stack(style.family, emoji, &words.system),
                font_size: style.size as f32,
                font_style: if style.italic { FontStyle::Italic } else { FontStyle::Normal },
                font_weight: FontWeight::new(f32::from(style.weight)),
                font_features: FontFeatures::List(Cow::Borrowed(features(style))),
                locale: words.locale,
                brush: index as u16,
                letter_spacing: style.letter_spacing as f32,
                overflow_wrap: OverflowWrap::Anywhere,
                ..parley::TextStyle::default()
            });
            builder.push_style_run(style, piece);
        }
    }
    builder.build_into(into, text);
}

/// What is shown of a line: all but the break and the spaces that hang at its end.
fn shown(text: &str, line: Range<usize>) -> Range<usize> {
    // An empty text is shaped as a space, to have a line at all.
    let line = line.start..line.end.min(text.len());
    line.start..line.start + text[line.clone()].trim_end_matches(hangs).len()
}

/// Whether a character hangs at the end of a line: takes no room there and is not painted.
fn hangs(character: char) -> bool {
    let glued = matches!(character, '\u{a0}' | '\u{2007}' | '\u{202f}');
    character.is_whitespace() && !glued
}

/// Whether a line begins or ends between characters that could join or kern.
fn is_within_word(text: &str, line: &Range<usize>) -> bool {
    let before = text[..line.start].chars().next_back();
    let after = text[line.end..].chars().next();
    !line.is_empty() && [before, after].into_iter().flatten().any(|character| !hangs(character))
}

fn features(style: &TextStyle) -> &'static [FontFeature] {
    match (style.letter_spacing != 0.0, style.tabular) {
        (false, false) => &FEATURES[..3],
        (false, true) => &FEATURES[..4],
        (true, true) => &FEATURES,
        (true, false) => &TRACKED,
    }
}

/// A range cut where pictographs begin and end; each part with whether it is one.
fn parts(range: Range<usize>, pictographs: &[Range<usize>]) -> Vec<(Range<usize>, bool)> {
    let mut parts = Vec::with_capacity(1);
    let mut at = range.start;
    for emoji in pictographs {
        let (start, end) = (emoji.start.clamp(at, range.end), emoji.end.clamp(at, range.end));
        if start < end {
            parts.extend((at < start).then_some((at..start, false)));
            parts.push((start..end, true));
            at = end;
        }
    }
    parts.extend((at < range.end || range.is_empty()).then_some((at..range.end, false)));
    parts
}

/// The text with each control character made a space of the same length in bytes: tabs and the like have no glyph,
/// and pages would give a tab a width of its own. Line feeds stay, a lone carriage return becomes one.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        plain.push(match character {
            '\n' => '\n',
            '\r' if characters.peek() != Some(&'\n') => '\n',
            '\u{80}'..='\u{9f}' => '\u{a0}',
            other if other.is_control() => ' ',
            other => other,
        });
    }
    plain
}

/// The spans of a request as parley needs them: over the whole text, none empty unless the text is.
fn spans_over(text: &str, asked: &[(Range<usize>, TextStyle)]) -> Vec<(Range<usize>, TextStyle)> {
    let mut spans: Vec<(Range<usize>, TextStyle)> = Vec::with_capacity(asked.len());
    let mut at = 0;
    for (range, style) in asked {
        let mut end = range.end.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        if at < end {
            spans.push((at..end, *style));
            at = end;
        }
    }
    match spans.last_mut() {
        Some(last) => last.0.end = text.len(),
        None => spans.extend(asked.first().map(|(_, style)| (0..text.len(), *style))),
    }
    assert!(!spans.is_empty(), "text needs a style, be it empty");
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Theme, type_roles};

    #[test]
    fn control_characters_become_spaces_of_their_length() {
        let text = "a\tb\u{0}c\r\nd\re\u{85}f";
        let made = plain(text);
        assert_eq!(made, "a b c \nd\ne\u{a0}f");
        assert_eq!(made.len(), text.len());
    }

    #[test]
    fn parts_cut_at_pictographs() {
        assert_eq!(
            parts(2..9, &[0..3, 5..6, 8..12]),
            [(2..3, true), (3..5, false), (5..6, true), (6..8, false), (8..9, true)]
        );
        assert_eq!(parts(0..0, &[]), [(0..0, false)]);
    }

    #[test]
    fn spans_cover_the_text() {
        let style = type_roles::CARD.style(Theme::Light.palette().ink);
        let ranges = |text: &str, asked: &[Range<usize>]| -> Vec<Range<usize>> {
            let asked: Vec<_> = asked.iter().map(|range| (range.clone(), style)).collect();
            spans_over(text, &asked).into_iter().map(|(range, _)| range).collect()
        };
        assert_eq!(ranges("abcdef", &[0..2, 2..4]), [0..2, 2..6]);
        assert_eq!(ranges("", &[0..0, 0..0]).len(), 1);
        assert_eq!(ranges("äöü", &[0..3, 3..9]), [0..2, 2..6]);
    }
}
