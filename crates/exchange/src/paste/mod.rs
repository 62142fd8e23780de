//! What a clipboard holds, made into cards and stages; and cards made into what a clipboard can hold.
//!
//! [`read`] tells lines, tables and cards of our own apart, [`plan`] makes them into one Edit at a place of a map,
//! [`copy`] writes cards for other programs and for this one. None of them touches a clipboard.

mod copy;
mod html;
mod own;
mod place;
mod plain;

pub use copy::{Copied, copy, copy_text};
pub use place::{At, Plan, plan};

use journey::Document;

/// The longest text that is read, in bytes: far more than anybody reads on a map.
const MOST: usize = 4 << 20;
/// The longest markup: programs wrap a lot around a few words.
const MOST_HTML: usize = 32 << 20;
/// The most cards that one paste makes.
pub(crate) const MOST_CARDS: usize = 5000;

/// What a clipboard holds, by its form.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Lines, each a card or a heading.
    Lines(Vec<Line>),
    /// Rows of cells; all rows are of one length.
    Table(Vec<Vec<String>>),
    /// Cards that were copied from a map, with what hangs on them.
    Cards(Box<Document>),
}

/// A line of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The words, without a bullet or a mark of a heading.
    pub text: String,
    /// Whether it was marked as a heading.
    pub heading: bool,
}

/// Why nothing was pasted. The map is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasteError {
    /// There are no words in it.
    #[error("expected words, found none")]
    Nothing,
    /// It is no text.
    #[error("expected text, found other bytes")]
    NotText,
    /// It is longer than any map.
    #[error("expected at most {MOST_CARDS} cards in at most 4 MB of text, found more")]
    TooMuch,
    /// No lane of the map holds cards.
    #[error("expected a lane that holds cards, found none")]
    NoLane,
}

impl PasteError {
    /// A stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nothing => "paste.nothing",
            Self::NotText => "paste.not-text",
            Self::TooMuch => "paste.too-much",
            Self::NoLane => "paste.no-lane",
        }
    }
}

/// Reads what a clipboard holds, as text and as markup; either may be empty. With `as_one` all of it is one line.
///
/// # Errors
/// See [`PasteError`].
pub fn read(text: &str, html: &str, as_one: bool) -> Result<Content, PasteError> {
    if text.len() > MOST || html.len() > MOST_HTML {
        return Err(PasteError::TooMuch);
    }
    if plain::is_binary(text) || plain::is_binary(html) {
        return Err(PasteError::NotText);
    }
    let marked = if html.is_empty() { None } else { html::read(html) };
    let content = match marked {
        _ if as_one => plain::whole(text).or_else(|| html::whole(html)),
        // Cards of our own, tables, lists and headings say more than their text does.
        Some(html::Marked { content, rich: true }) => Some(content),
        marked => plain::read(text).or(marked.map(|marked| marked.content)),
    };
    content.filter(|content| !is_empty(content)).ok_or(PasteError::Nothing)
}

fn is_empty(content: &Content) -> bool {
    match content {
        Content::Lines(lines) => lines.is_empty(),
        Content::Table(rows) => rows.is_empty(),
        Content::Cards(document) => document.cards.is_empty(),
    }
}

/// Rows without empty ones at their ends, and without empty columns there, all of one length.
fn tidy(mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let width = rows
        .iter()
        .map(|row| row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1))
        .max()
        .unwrap_or(0);
    for row in &mut rows {
        row.resize(width, String::new());
    }
    while rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
        rows.pop();
    }
    let blank = rows.iter().take_while(|row| row.iter().all(String::is_empty)).count();
    rows.drain(..blank);
    rows
}

/// A table of one column is a list.
fn listed(rows: Vec<Vec<String>>) -> Content {
    let rows = tidy(rows);
    if rows.first().is_some_and(|row| row.len() > 1) {
        return Content::Table(rows);
    }
    let texts = rows.into_iter().flatten().filter(|text| !text.is_empty());
    Content::Lines(texts.map(|text| Line { text, heading: false }).collect())
}
