//! From a journey map to text and tables, and back.
//!
//! A reader makes a whole new [`Document`] and names, by line, what it could not read; a writer makes text and names
//! what the format has no words for. Neither touches files.

mod error;
mod fresh;
pub mod json;
pub mod markdown;
pub mod mermaid;
pub mod paste;

pub use error::{Format, LeftOut, ReadError};

use journey::Document;

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
