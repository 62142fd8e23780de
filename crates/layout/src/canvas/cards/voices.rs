//! Cards without a box: what people think and ask, and plain text.

use super::Face;
use super::foot::Foot;
use crate::canvas::context::Context;
use crate::canvas::draw;
use crate::canvas::metrics::{BARE_PAD_X, BARE_PAD_Y, FOOT, FOOT_MIDDLE};
use crate::geometry::Point;
use crate::scene::TextStyle;
use crate::type_roles;
use journey::{Card, Phrase, words};

/// A thought: italic between curly quotes, with the person's name once several people are on the map.
pub fn thought(cx: &Context<'_>, card: &Card, width: f64) -> Face {
    let mut foot = Foot::of(cx, card);
    if let [only] = card.people.as_slice()
        && cx.members.len() > 1
        && cx.members.first().is_none_or(|primary| primary.person != *only)
        && let Some(person) = cx.document.people.get(only)
    {
        let style = type_roles::SMALLEST.style(cx.palette.ink3);
        foot = foot.lead(super::foot::Item::Text(person.name.clone(), style));
    }
    bare(cx, &quoted(&card.text, cx.language()), cx.cards.quote.style(cx.palette.thought), width, &foot)
}

/// A question: upright and quiet, ending in a question mark.
pub fn question(cx: &Context<'_>, card: &Card, width: f64) -> Face {
    let text = card.text.trim_end();
    let asked = asked(text);
    let mut foot = Foot::of(cx, card);
    let often = super::field(card, "asked");
    if !often.is_empty() {
        let style = type_roles::SMALLEST.style(cx.palette.ink3);
        foot = foot.lead(super::foot::Item::Text(often.to_owned(), style));
    }
    bare(cx, &asked, cx.cards.text.style(cx.palette.ink2), width, &foot)
}

/// The text with a question mark of its own script at the end, unless it has one.
fn asked(text: &str) -> String {
    if text.is_empty() || text.ends_with(['?', '？', '؟', ';', '՞']) {
        return text.to_owned();
    }
    let mark = match text.chars().rev().find(|character| character.is_alphabetic()) {
        Some('\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}') => '؟',
        Some('\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}') => '？',
        Some(_) | None => '?',
    };
    format!("{text}{mark}")
}

/// Plain text.
pub fn text(cx: &Context<'_>, card: &Card, width: f64) -> Face {
    bare(cx, &card.text, cx.cards.text.style(cx.palette.ink), width, &Foot::of(cx, card))
}

fn bare(cx: &Context<'_>, text: &str, style: TextStyle, width: f64, foot: &Foot) -> Face {
    // Without an edge, words may come closer to the next stage than they begin from their own.
    let (left, right) = (BARE_PAD_X, width - BARE_PAD_X / 2.0);
    let block = cx.block(text, style, Some(right - left), cx.options.clamp_lines);
    let end = BARE_PAD_Y + block.size.h.max(style.line_height);
    let mut prims = vec![draw::text(&block, Point::new(left, BARE_PAD_Y))];
    foot.draw(cx, left, right, end + FOOT_MIDDLE - 3.0, &mut prims);
    let height = cx.whole_height(end + BARE_PAD_Y + if foot.is_empty() { 0.0 } else { FOOT });
    Face { height, prims, facts: Vec::new() }
}

/// The text between the quotes of a language, unless it already stands between quotes of its own.
fn quoted(text: &str, language: &str) -> String {
    let text = text.trim();
    let has_own = text.starts_with(['“', '„', '«', '"', '‘', '「']) && text.chars().count() > 1;
    if text.is_empty() || has_own {
        text.to_owned()
    } else {
        words::say(&Phrase::new("canvas.quote").with(text), language)
    }
}

#[cfg(test)]
mod tests {
    use super::{asked, quoted};

    #[test]
    fn questions_end_in_the_mark_of_their_script() {
        assert_eq!(asked("How long"), "How long?");
        assert_eq!(asked("How long?"), "How long?");
        assert_eq!(asked("كم يستغرق ذلك"), "كم يستغرق ذلك؟");
        assert_eq!(asked("どのくらいですか"), "どのくらいですか？");
    }

    #[test]
    fn quotes_are_added_once() {
        assert_eq!(quoted("Anyone there? ", "en"), "“Anyone there?”");
        assert_eq!(quoted("Ist da jemand?", "de"), "„Ist da jemand?“");
        assert_eq!(quoted("„Ist da jemand?“", "en"), "„Ist da jemand?“");
        assert_eq!(quoted("", "en"), "");
    }
}
