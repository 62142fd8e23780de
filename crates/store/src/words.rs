//! What people read when something is wrong with a file: a sentence and a next step for each error. They are in
//! `journey::words`, by the error's code.

use crate::error::{ReadOnly, StoreError};
use journey::{Phrase, words};
use std::path::Path;

/// A sentence and a next step, to be said in any language.
pub(crate) type Told = (Phrase, Phrase);

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn next(code: &str) -> Phrase {
    Phrase::new(&format!("{code}.next"))
}

impl StoreError {
    /// What happened, in one sentence.
    pub fn phrase(&self) -> Phrase {
        let phrase = Phrase::new(self.code());
        match self {
            Self::Missing { path } | Self::FolderGone { path } | Self::BadName { path } => {
                phrase.with(path.display())
            }
            Self::Folder { path }
            | Self::NotReadable { path }
            | Self::Empty { path }
            | Self::Damaged { path, .. }
            | Self::HalfWritten { path }
            | Self::Exists { path }
            | Self::NotPictures { path }
            | Self::InUse { path }
            | Self::FileGone { path }
            | Self::NotWritable { path }
            | Self::DiskFull { path } => phrase.with(name(path)),
            Self::NotAJourney { path, found } => phrase.with(name(path)).with(found),
            Self::NewerFormat { path, found, newest } => phrase.with(name(path)).with(found).with(newest),
            Self::TooLarge { path, most, .. } => phrase.with(name(path)).with(most >> 20),
            Self::ReadOnly { why } => why.phrase(),
            Self::Edit(error) => error.phrase(),
            Self::NoSuchDraft { .. } => phrase,
            Self::Kept { why, .. } => why.sentence.clone(),
            Self::Io { path, problem } => phrase.with(name(path)).with(problem.trim_end_matches('.')),
        }
    }

    /// What the person can do.
    pub fn next_step(&self) -> Phrase {
        match self {
            Self::ReadOnly { why } => why.next_step(),
            Self::Edit(_) => next("file.edit"),
            Self::Kept { why, .. } => why.next_step.clone(),
            error => next(error.code()),
        }
    }

    /// What happened, said in a language.
    pub fn sentence(&self, language: &str) -> String {
        words::say(&self.phrase(), language)
    }
}

impl ReadOnly {
    /// Why the document cannot be changed, in one sentence.
    pub fn phrase(self) -> Phrase {
        Phrase::new(self.code())
    }

    /// What the person can do.
    pub fn next_step(self) -> Phrase {
        next(self.code())
    }
}

/// A map that was never saved.
pub(crate) fn no_file_yet() -> Told {
    (Phrase::new("draft"), Phrase::new("draft.next"))
}

/// Somebody else changed the file, and ours could not be put beside it.
pub(crate) fn changed_outside(error: &StoreError) -> Told {
    let sentence = match error.path() {
        Some(path) => Phrase::new("file.changed.as").with(name(path)),
        None => Phrase::new("file.changed"),
    };
    (sentence, Phrase::new("file.changed.next"))
}

/// Triggers and views that were left out.
pub(crate) fn strangers(path: &Path, names: &[String]) -> Told {
    let shown: Vec<String> = names.iter().take(3).map(|name| name.chars().take(40).collect()).collect();
    let sentence = match names.len() > shown.len() {
        true => Phrase::new("file.strangers.more"),
        false => Phrase::new("file.strangers"),
    };
    (sentence.with(name(path)).with(shown.join(", ")), Phrase::new("file.strangers.next"))
}

/// Edits that a killed process left cannot be read.
pub(crate) fn lost_working_copy(path: &Path, kept: Option<&Path>) -> Told {
    let next_step = match kept {
        Some(kept) => Phrase::new("file.lost-edits.kept.next").with(kept.display()),
        None => Phrase::new("file.lost-edits.next"),
    };
    (Phrase::new("file.lost-edits").with(name(path)), next_step)
}

/// Records that do not fit together.
pub(crate) fn faults(path: &Path, count: usize, first: &Phrase) -> Told {
    let sentence = Phrase::new("file.faults").with(count).with(name(path)).with_phrase(first);
    (sentence, Phrase::new("file.faults.next"))
}
