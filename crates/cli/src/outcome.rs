//! How a command ends: done, failed (1) or wrongly used (2), with one sentence.

use std::fmt;
use std::path::Path;

/// What a command returns.
pub(crate) type Outcome = Result<(), Problem>;

/// Why a command was not done.
#[derive(Debug)]
pub(crate) enum Problem {
    /// Nothing could be read, or the output failed.
    Failed(String),
    /// The words of the command were wrong.
    Usage(String),
}

impl Problem {
    pub(crate) fn status(&self) -> u8 {
        match self {
            Self::Failed(_) => 1,
            Self::Usage(_) => 2,
        }
    }

    /// A failure that has to do with a file.
    pub(crate) fn of_file(path: &Path, error: impl fmt::Display) -> Self {
        Self::Failed(format!("{}: {error}", path.display()))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(sentence) | Self::Usage(sentence) => to.write_str(sentence),
        }
    }
}
