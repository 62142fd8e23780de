//! What people read when something is wrong with a file: one sentence and a next step for each error, in English.

use crate::error::{ReadOnly, StoreError};
use std::path::Path;

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

impl StoreError {
    /// What happened, in one sentence.
    pub fn sentence(&self) -> String {
        match self {
            Self::Missing { path } => format!("There is no file {}.", path.display()),
            Self::Folder { path } => format!("{} is a folder.", name(path)),
            Self::NotReadable { path } => format!("You do not have permission to read {}.", name(path)),
            Self::Empty { path } => format!("{} is empty.", name(path)),
            Self::NotAJourney { path, found } => format!("{} is not a journey file but {found}.", name(path)),
            Self::NewerFormat { path, found, newest } => format!(
                "{} was written by a newer Desire Path (format {found}, this one reads up to {newest}).",
                name(path)
            ),
            Self::Damaged { path, .. } => format!("{} is damaged and cannot be read.", name(path)),
            Self::TooLarge { path, most, .. } => {
                format!("{} is larger than {} MB.", name(path), most >> 20)
            }
            Self::HalfWritten { path } => {
                format!("Another program has not finished writing {}.", name(path))
            }
            Self::Exists { path } => format!("{} is already there.", name(path)),
            Self::NotPictures { path } => format!("{} holds more than numbered pictures.", name(path)),
            Self::InUse { path } => format!("{} is open in another window.", name(path)),
            Self::ReadOnly { why } => why.sentence().into(),
            Self::Edit(error) => journey::words::say(&error.phrase(), "en"),
            Self::FolderGone { path } => format!("The folder {} is not there.", path.display()),
            Self::FileGone { path } => format!("{} is no longer in its folder.", name(path)),
            Self::NotWritable { path } => format!("You do not have permission to write {}.", name(path)),
            Self::DiskFull { path } => format!("There is no room left on the disk for {}.", name(path)),
            Self::BadName { path } => format!("The name {} is not in Unicode.", path.display()),
            Self::NoSuchDraft { .. } => "This draft is no longer there.".into(),
            Self::Io { path, problem } => {
                format!("{} could not be read or written ({}).", name(path), problem.trim_end_matches('.'))
            }
        }
    }

    /// What the person can do.
    pub fn next_step(&self) -> String {
        match self {
            Self::Missing { .. } => "Check the name, or look for where the file was moved.",
            Self::Folder { .. } => "Choose a file in it.",
            Self::NotReadable { .. } => "Ask its owner for permission, or copy it to a folder of yours.",
            Self::Empty { .. } | Self::Damaged { .. } => {
                "Open an earlier copy of it; Home lists what this computer kept."
            }
            Self::NotAJourney { .. } => "Choose a file that ends in .journey, or import this one.",
            Self::NewerFormat { .. } => "Update Desire Path to open it.",
            Self::TooLarge { .. } => "Use smaller pictures in it.",
            Self::HalfWritten { .. } => "Close it in the other program and try again.",
            Self::Exists { .. } => "Choose another name, or agree to replace it.",
            Self::NotPictures { .. } => "Choose another name.",
            Self::InUse { .. } => "Close it there, or go on in that window.",
            Self::ReadOnly { why } => why.next_step(),
            Self::Edit(_) => "Nothing was changed.",
            Self::FolderGone { .. } => "Put the stick or the folder back, or save under another name.",
            Self::FileGone { .. } => "Save to put it back, or save under another name.",
            Self::NotWritable { .. } => "Save under another name, in a folder of yours.",
            Self::DiskFull { .. } => "Make room and save again, or save somewhere else.",
            Self::BadName { .. } => "Rename the file and open it again.",
            Self::NoSuchDraft { .. } => "Look for it among the recent files.",
            Self::Io { .. } => "Try again, or save under another name.",
        }
        .into()
    }
}

impl ReadOnly {
    /// Why the document cannot be changed, in one sentence.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::NewerFormat => "A newer Desire Path wrote this file, so it is open for reading only.",
            Self::OpenElsewhere => "Another window has this file open, so it is open for reading only.",
        }
    }

    /// What the person can do.
    pub const fn next_step(self) -> &'static str {
        match self {
            Self::NewerFormat => "Update Desire Path to edit it.",
            Self::OpenElsewhere => "Go on in the other window, or close it there and open it again.",
        }
    }
}

/// A map that was never saved: sentence and next step.
pub(crate) fn no_file_yet() -> (String, String) {
    ("This map has no file yet.".into(), "Save it to give it a name and a place.".into())
}

/// Somebody else changed the file, and ours could not be put beside it: sentence and next step.
pub(crate) fn changed_outside(error: &StoreError) -> (String, String) {
    let sentence = match error.path() {
        Some(path) => format!(
            "Somebody else changed the file, and yours could not be saved as {} beside it.",
            name(path)
        ),
        None => "Somebody else changed the file, and yours could not be saved beside it.".into(),
    };
    (sentence, "Save under another name.".into())
}

/// Triggers and views that were left out.
pub(crate) fn strangers(path: &Path, names: &[String]) -> (String, String) {
    let shown: Vec<String> = names.iter().take(3).map(|name| name.chars().take(40).collect()).collect();
    let more = if names.len() > shown.len() { " and more" } else { "" };
    (
        format!(
            "{} holds database code that is not ours ({}{more}); it was left out.",
            name(path),
            shown.join(", ")
        ),
        "Nothing of it ran. Keep a copy if another program needs it.".into(),
    )
}

/// Edits that a killed process left cannot be read.
pub(crate) fn lost_working_copy(path: &Path, kept: Option<&Path>) -> (String, String) {
    let sentence = format!("Edits to {} that were not in the file yet cannot be read any more.", name(path));
    let next_step = match kept {
        Some(kept) => format!(
            "The file is as it was last saved; what is left of the edits is kept in {}.",
            kept.display()
        ),
        None => "The file is as it was last saved.".into(),
    };
    (sentence, next_step)
}

/// Records that do not fit together.
pub(crate) fn faults(path: &Path, count: usize, first: &str) -> (String, String) {
    let sentence = match count {
        1 => format!("In {} something does not fit together: {first}.", name(path)),
        _ => format!("In {} {count} things do not fit together; the first: {first}.", name(path)),
    };
    (sentence, "It can be edited all the same; look at what the map shows there.".into())
}
