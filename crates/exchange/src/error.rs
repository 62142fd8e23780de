//! What did not come across, and why a text gave no document at all. `journey::words` has the sentences.

use journey::{Phrase, words};
use std::fmt;

/// Something that did not come across.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The line of the text, from 1; none where the trouble is not in a line.
    pub line: Option<usize>,
    /// What it was and what became of it, as a sentence without full stop.
    pub what: Phrase,
}

impl LeftOut {
    pub(crate) fn at(line: usize, what: Phrase) -> Self {
        Self { line: Some(line), what }
    }

    pub(crate) fn somewhere(what: Phrase) -> Self {
        Self { line: None, what }
    }

    /// The sentence, behind the number of its line where it has one.
    pub fn phrase(&self) -> Phrase {
        match self.line {
            Some(line) => Phrase::new("left.line").with(line).with_phrase(&self.what),
            None => self.what.clone(),
        }
    }
}

impl fmt::Display for LeftOut {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&words::say(&self.phrase(), "en"))
    }
}

/// What a text was read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A Markdown outline.
    Outline,
    /// A Mermaid journey.
    Mermaid,
}

/// Why a text gave no document at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The bytes are no UTF-8 text.
    NotText(usize),
    /// Nothing in it belongs to the format.
    NothingReadable(Format),
    /// It is no JSON.
    Syntax {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What was expected and what was found.
        problem: Phrase,
    },
    /// It is JSON, but not a document of ours.
    Shape {
        /// Where in the document, as the file calls it: `card 3`.
        at: String,
        /// What was expected and what was found.
        problem: Phrase,
    },
}

impl std::error::Error for ReadError {}

impl fmt::Display for ReadError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&words::say(&self.phrase(), "en"))
    }
}

impl ReadError {
    /// A stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotText(_) => "read.not-text",
            Self::NothingReadable(_) => "read.nothing-readable",
            Self::Syntax { .. } => "read.syntax",
            Self::Shape { .. } => "read.shape",
        }
    }

    /// The sentence for people, to be said in their language. It follows the name of a file.
    pub fn phrase(&self) -> Phrase {
        let phrase = Phrase::new(self.code());
        match self {
            Self::NotText(byte) => phrase.with(byte),
            Self::NothingReadable(Format::Outline) => Phrase::new("read.nothing-readable.outline"),
            Self::NothingReadable(Format::Mermaid) => Phrase::new("read.nothing-readable.mermaid"),
            Self::Syntax { line, column, problem } => phrase.with(line).with(column).with_phrase(problem),
            Self::Shape { at, problem } => phrase.with(at).with_phrase(problem),
        }
    }
}
