//! From a journey map to text and tables, and back.
//!
//! A reader makes a whole new [`Document`] and names, by line, what it could not read; a writer makes text and names
//! what the format has no words for. Neither touches files.

mod fresh;
pub mod json;
pub mod markdown;
pub mod mermaid;
pub mod paste;

use journey::Document;
use std::fmt;

/// What a reader made of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// The document.
    pub document: Document,
    /// What could not be read; the rest was kept.
    pub left_out: Vec<LeftOut>,
}

/// What a writer made of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The text, ending in a line break.
    pub text: String,
    /// What the format has no words for.
    pub left_out: Vec<LeftOut>,
}

/// Something that did not come across.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The line of the text, from 1; none where the trouble is not in a line.
    pub line: Option<usize>,
    /// What it was and what became of it, as a sentence without full stop.
    pub what: String,
}

impl LeftOut {
    fn at(line: usize, what: impl Into<String>) -> Self {
        Self { line: Some(line), what: what.into() }
    }

    fn somewhere(what: impl Into<String>) -> Self {
        Self { line: None, what: what.into() }
    }
}

impl fmt::Display for LeftOut {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(to, "line {line}: {}", self.what),
            None => to.write_str(&self.what),
        }
    }
}

/// Why a text gave no document at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The bytes are no UTF-8 text.
    #[error("expected text in UTF-8, found other bytes at byte {0}")]
    NotText(usize),
    /// Nothing in it belongs to the format.
    #[error("found nothing that can be read as {format}: {expected}")]
    NothingReadable {
        /// What was looked for.
        format: &'static str,
        /// What would have been understood.
        expected: &'static str,
    },
    /// It is no JSON.
    #[error("line {line}, column {column}: {problem}")]
    Syntax {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What was expected and what was found.
        problem: String,
    },
    /// It is JSON, but not a document of ours.
    #[error("{at}: {problem}")]
    Shape {
        /// Where in the document, like `card 3`.
        at: String,
        /// What was expected and what was found.
        problem: String,
    },
    /// It is a document that breaks a rule of maps.
    #[error("{0}")]
    Broken(String),
}

impl ReadError {
    /// A stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotText(_) => "read.not-text",
            Self::NothingReadable { .. } => "read.nothing-readable",
            Self::Syntax { .. } => "read.syntax",
            Self::Shape { .. } => "read.shape",
            Self::Broken(_) => "read.broken",
        }
    }
}

/// The text of a file, without a byte order mark, with `\n` at the end of lines.
///
/// # Errors
/// [`ReadError::NotText`] where it is not UTF-8.
pub fn text_of(bytes: &[u8]) -> Result<String, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|error| ReadError::NotText(error.valid_up_to()))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() })
}

/// Words of at most `most` characters, for a sentence that quotes them.
fn shortened(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    words.chars().take(most - 1).chain(['…']).collect()
}
