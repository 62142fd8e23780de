//! What a person should know about a picture that was made all the same.

use std::collections::BTreeSet;

/// A thing that came out differently from what was asked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// A picture could not be read; its place is empty.
    UnreadableImage {
        /// The picture's content hash.
        hash: String,
        /// What is wrong with it.
        reason: String,
    },
    /// No face has a glyph for this character, so the PDF is a plain one that claims no standard.
    PlainPdf {
        /// The character.
        character: char,
    },
    /// The map is larger than PDF readers show, so its page is smaller than the map.
    SmallerPage {
        /// How large the page is, in hundredths of the map's size.
        percent: u32,
    },
    /// Something else keeps the PDF from the standards, so it is a plain one that claims none.
    NotAccessible {
        /// What stood in the way.
        reason: String,
    },
}

impl Warning {
    /// A stable name of the case, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnreadableImage { .. } => "unreadable_image",
            Self::PlainPdf { .. } => "plain_pdf",
            Self::SmallerPage { .. } => "smaller_page",
            Self::NotAccessible { .. } => "not_accessible",
        }
    }

    /// The key of its sentence, and what goes into that: for whoever has the words of a language.
    pub fn told(&self) -> (String, Vec<String>) {
        let args = match self {
            Self::UnreadableImage { hash, reason } => {
                vec![hash.get(..8).unwrap_or(hash).to_owned(), reason.clone()]
            }
            Self::PlainPdf { character } => {
                vec![character.to_string(), format!("{:04X}", u32::from(*character))]
            }
            Self::SmallerPage { percent } => vec![percent.to_string()],
            Self::NotAccessible { reason } => vec![reason.clone()],
        };
        (format!("warning.{}", self.code()), args)
    }
}

impl std::fmt::Display for Warning {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnreadableImage { hash, reason } => {
                let short = hash.get(..8).unwrap_or(hash);
                write!(to, "the picture {short} could not be read ({reason}); its place is empty")
            }
            Self::PlainPdf { character } => write!(
                to,
                "no font has a glyph for “{character}” (U+{:04X}), so the PDF is a plain one that claims neither PDF/UA nor PDF/A",
                u32::from(*character)
            ),
            Self::SmallerPage { percent } => write!(
                to,
                "PDF readers show pages of up to 5,080 mm, so the map is shown at {percent} % of its size"
            ),
            Self::NotAccessible { reason } => {
                write!(to, "the PDF is a plain one that claims neither PDF/UA nor PDF/A: {reason}")
            }
        }
    }
}

/// Warnings, sorted, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Warnings(BTreeSet<Warning>);

impl Warnings {
    /// Adds one, if it is new.
    pub(crate) fn add(&mut self, warning: Warning) {
        self.0.insert(warning);
    }

    /// Whether all went as asked.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Each in turn.
    pub fn iter(&self) -> impl Iterator<Item = &Warning> {
        self.0.iter()
    }
}

impl IntoIterator for Warnings {
    type Item = Warning;
    type IntoIter = std::collections::btree_set::IntoIter<Warning>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
