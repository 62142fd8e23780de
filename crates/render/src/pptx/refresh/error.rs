//! Why slides were not put into a deck. The deck is never touched.

use crate::RenderError;

/// Why slides were not put into a deck.
#[derive(Debug, thiserror::Error)]
pub enum DeckError {
    /// It is no package of parts at all.
    #[error("expected a PowerPoint deck (.pptx), found another kind of file")]
    NotADeck,
    /// It is encrypted, or of the format before 2007.
    #[error(
        "expected an open .pptx deck, found one with a password or of the old .ppt format; save it as .pptx without a password"
    )]
    Protected,
    /// It is a template, a show, or a deck with macros.
    #[error(
        "expected an ordinary .pptx deck, found {found}; save it as a PowerPoint presentation (.pptx) first"
    )]
    OtherKind {
        /// What it is: `a template`, `a deck with macros`, …
        found: &'static str,
    },
    /// Somebody signed it, and a signature does not outlive a change.
    #[error("the deck is signed, and any change would break the signature; save a copy without it first")]
    Signed,
    /// A part is missing, or is not what its name says.
    #[error("the deck is damaged: {reason} ({part})")]
    Damaged {
        /// The name of the part.
        part: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A part is larger than any deck needs.
    #[error("the deck's part {part} is too large to be read")]
    TooLarge {
        /// The name of the part.
        part: String,
    },
    /// The slides could not be drawn or written.
    #[error(transparent)]
    Render(#[from] RenderError),
}

impl DeckError {
    /// A stable name of the case, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotADeck => "deck.not_a_deck",
            Self::Protected => "deck.protected",
            Self::OtherKind { .. } => "deck.other_kind",
            Self::Signed => "deck.signed",
            Self::Damaged { .. } => "deck.damaged",
            Self::TooLarge { .. } => "deck.too_large",
            Self::Render(error) => error.code(),
        }
    }

    /// The key of its sentence, and what goes into that: for whoever has the words of a language.
    pub fn told(&self) -> (String, Vec<String>) {
        let args = match self {
            Self::NotADeck | Self::Protected | Self::Signed => Vec::new(),
            Self::OtherKind { found } => vec![(*found).to_owned()],
            Self::Damaged { part, reason } => vec![(*reason).to_owned(), part.clone()],
            Self::TooLarge { part } => vec![part.clone()],
            Self::Render(error) => return error.told(),
        };
        (self.code().to_owned(), args)
    }
}
