//! Where the edits of an open document are: the window shows this as it is.

use crate::error::StoreError;
use crate::words;
use journey::Phrase;
use std::path::PathBuf;

/// Where the edits are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is in the user's file.
    Saved {
        /// Since when, in milliseconds since 1970 UTC.
        at: i64,
    },
    /// Everything is safe on this computer and is about to go into the file.
    Saving {
        /// How many Changes are not in the file.
        waiting: u32,
        /// Since when, in milliseconds since 1970 UTC.
        since: i64,
    },
    /// Everything is safe on this computer; the file does not have it.
    Kept {
        /// Why.
        why: Why,
        /// How many Changes are not in the file.
        waiting: u32,
        /// Since when, in milliseconds since 1970 UTC.
        since: i64,
    },
    /// Somebody else changed the file. Theirs is where it was, editing goes on in ours.
    TwoCopies {
        /// The file that editing goes on in.
        ours: PathBuf,
        /// The file that somebody else changed.
        theirs: PathBuf,
        /// How many Changes are not in our file.
        waiting: u32,
    },
}

impl SaveState {
    /// A stable code: `saved`, `saving`, `kept` or `two_copies`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Saved { .. } => "saved",
            Self::Saving { .. } => "saving",
            Self::Kept { .. } => "kept",
            Self::TwoCopies { .. } => "two_copies",
        }
    }
}

/// Why the file does not have what the working copy has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// A stable code: that of the error, `draft` or `file.changed`.
    pub code: &'static str,
    /// What to show.
    pub sentence: Phrase,
    /// What the person can do.
    pub next_step: Phrase,
}

impl Why {
    pub(crate) fn no_file_yet() -> Self {
        let (sentence, next_step) = words::no_file_yet();
        Self { code: "draft", sentence, next_step }
    }

    pub(crate) fn changed_outside(error: &StoreError) -> Self {
        let (sentence, next_step) = words::changed_outside(error);
        Self { code: "file.changed", sentence, next_step }
    }
}

impl From<&StoreError> for Why {
    fn from(error: &StoreError) -> Self {
        Self { code: error.code(), sentence: error.phrase(), next_step: error.next_step() }
    }
}
