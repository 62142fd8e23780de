//! How a command ends: done, failed (1) or wrongly used (2), with one sentence.

use crate::language::said;
use std::path::Path;
use std::{fmt, io};

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

    /// A file that could not be read.
    pub(crate) fn of_reading(path: &Path, error: &io::Error) -> Self {
        let why = match error.kind() {
            io::ErrorKind::NotFound => said("cli.no-such-file", &[]),
            io::ErrorKind::PermissionDenied => said("cli.not-readable", &[]),
            io::ErrorKind::IsADirectory => said("cli.is-a-folder", &[]),
            _ => error.to_string(),
        };
        Self::of_file(path, why)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(sentence) | Self::Usage(sentence) => to.write_str(sentence),
        }
    }
}
