//! What can go wrong with a file. `words` has the sentence and the next step for each.

use crate::save_state::Why;
use journey::EditError;
use std::io;
use std::path::{Path, PathBuf};

/// Why the store could not do what it was asked. Files and the open document are as they were in every case.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Nothing is there.
    #[error("expected a file, found nothing at {}", path.display())]
    Missing {
        /// Where.
        path: PathBuf,
    },
    /// A folder is there.
    #[error("expected a file, found a folder at {}", path.display())]
    Folder {
        /// Where.
        path: PathBuf,
    },
    /// We may not read it.
    #[error("may not read {}", path.display())]
    NotReadable {
        /// Where.
        path: PathBuf,
    },
    /// A file without a byte.
    #[error("expected a journey file, found an empty file at {}", path.display())]
    Empty {
        /// Where.
        path: PathBuf,
    },
    /// Something else than a document of ours.
    #[error("expected a journey file, found {found} at {}", path.display())]
    NotAJourney {
        /// Where.
        path: PathBuf,
        /// What it is instead: the name of a word in `found`.
        found: &'static str,
    },
    /// A format of the future whose tables we cannot read.
    #[error("expected format {newest} or older, found format {found} at {}", path.display())]
    NewerFormat {
        /// Where.
        path: PathBuf,
        /// Its format.
        found: u32,
        /// The newest one that we know.
        newest: u32,
    },
    /// A document of ours that is not whole.
    #[error("expected a whole journey file, found {problem} at {}", path.display())]
    Damaged {
        /// Where.
        path: PathBuf,
        /// What is wrong, for the log.
        problem: String,
    },
    /// Larger than any map that we wrote.
    #[error("expected at most {most} bytes, found {found} at {}", path.display())]
    TooLarge {
        /// Where.
        path: PathBuf,
        /// Its size in bytes.
        found: u64,
        /// The limit in bytes.
        most: u64,
    },
    /// Another program is in the middle of writing it.
    #[error("expected a closed file, found a journal beside {}", path.display())]
    HalfWritten {
        /// Where.
        path: PathBuf,
    },
    /// A new file would take the place of one that is there.
    #[error("expected no file, found one at {}", path.display())]
    Exists {
        /// Where.
        path: PathBuf,
    },
    /// A folder of pictures would take the place of something else.
    #[error("expected numbered pictures and nothing else, found more at {}", path.display())]
    NotPictures {
        /// Where.
        path: PathBuf,
    },
    /// Another window or process writes to it.
    #[error("expected nobody else, found another writer of {}", path.display())]
    InUse {
        /// Where.
        path: PathBuf,
    },
    /// The open document cannot be changed.
    #[error("expected a document to write to, found one opened read-only ({})", why.code())]
    ReadOnly {
        /// Why.
        why: ReadOnly,
    },
    /// The map refuses the edit.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// There is no folder for it (any more).
    #[error("expected a folder, found nothing at {}", path.display())]
    FolderGone {
        /// The folder.
        path: PathBuf,
    },
    /// The file was there when last written, and is not there now.
    #[error("expected the file as last written, found nothing at {}", path.display())]
    FileGone {
        /// Where.
        path: PathBuf,
    },
    /// We may not write there.
    #[error("may not write to {}", path.display())]
    NotWritable {
        /// Where.
        path: PathBuf,
    },
    /// No room.
    #[error("no room left to write {}", path.display())]
    DiskFull {
        /// Where.
        path: PathBuf,
    },
    /// A name that cannot be kept.
    #[error("expected a file name in Unicode, found {}", path.display())]
    BadName {
        /// Where.
        path: PathBuf,
    },
    /// There is no working copy of that token.
    #[error("expected a working copy, found none called {token:?}")]
    NoSuchDraft {
        /// The token.
        token: String,
    },
    /// Anything else that reading or writing a file can fail with.
    #[error("{}: {problem}", path.display())]
    Io {
        /// Where.
        path: PathBuf,
        /// What the system or SQLite said.
        problem: String,
    },
    /// The file could not be replaced; the working copy has everything.
    #[error("expected the file to be replaced, found {} at {}", why.code, path.display())]
    Kept {
        /// Where.
        path: PathBuf,
        /// Why.
        why: Box<Why>,
    },
}

/// Why a document is open for reading only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// A newer program wrote the file.
    NewerFormat,
    /// Another process writes to it.
    OpenElsewhere,
}

impl ReadOnly {
    /// A stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NewerFormat => "read-only.newer-format",
            Self::OpenElsewhere => "read-only.open-elsewhere",
        }
    }
}

impl StoreError {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "file.missing",
            Self::Folder { .. } => "file.folder",
            Self::NotReadable { .. } => "file.not-readable",
            Self::Empty { .. } => "file.empty",
            Self::NotAJourney { .. } => "file.not-a-journey",
            Self::NewerFormat { .. } => "file.newer-format",
            Self::Damaged { .. } => "file.damaged",
            Self::TooLarge { .. } => "file.too-large",
            Self::HalfWritten { .. } => "file.half-written",
            Self::Exists { .. } => "file.exists",
            Self::NotPictures { .. } => "file.not-pictures",
            Self::InUse { .. } => "file.in-use",
            Self::ReadOnly { .. } => "file.read-only",
            Self::Edit(error) => error.code(),
            Self::FolderGone { .. } => "file.folder-gone",
            Self::FileGone { .. } => "file.gone",
            Self::NotWritable { .. } => "file.not-writable",
            Self::DiskFull { .. } => "file.disk-full",
            Self::BadName { .. } => "file.bad-name",
            Self::NoSuchDraft { .. } => "draft.missing",
            Self::Kept { why, .. } => why.code,
            Self::Io { .. } => "file.io",
        }
    }

    /// The file that it is about, where it is about one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Missing { path }
            | Self::Folder { path }
            | Self::NotReadable { path }
            | Self::Empty { path }
            | Self::NotAJourney { path, .. }
            | Self::NewerFormat { path, .. }
            | Self::Damaged { path, .. }
            | Self::TooLarge { path, .. }
            | Self::HalfWritten { path }
            | Self::Exists { path }
            | Self::NotPictures { path }
            | Self::InUse { path }
            | Self::FolderGone { path }
            | Self::FileGone { path }
            | Self::NotWritable { path }
            | Self::DiskFull { path }
            | Self::BadName { path }
            | Self::Kept { path, .. }
            | Self::Io { path, .. } => Some(path),
            Self::ReadOnly { .. } | Self::Edit(_) | Self::NoSuchDraft { .. } => None,
        }
    }

    /// What a failed read of `path` means.
    pub(crate) fn reading(path: &Path, error: &io::Error) -> Self {
        let path = path.to_path_buf();
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing { path },
            io::ErrorKind::PermissionDenied => Self::NotReadable { path },
            io::ErrorKind::IsADirectory => Self::Folder { path },
            _ => Self::Io { path, problem: error.to_string() },
        }
    }

    /// What a failed write of `path` means.
    pub(crate) fn writing(path: &Path, error: &io::Error) -> Self {
        let path = path.to_path_buf();
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
                Self::FolderGone { path: path.parent().unwrap_or(&path).to_path_buf() }
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::NotWritable { path },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::DiskFull { path }
            }
            io::ErrorKind::AlreadyExists => Self::Exists { path },
            io::ErrorKind::IsADirectory => Self::Folder { path },
            _ => Self::Io { path, problem: error.to_string() },
        }
    }

    /// What a failed read of the database at `path` means.
    pub(crate) fn querying(path: &Path, error: &rusqlite::Error) -> Self {
        Self::Damaged { path: path.to_path_buf(), problem: error.to_string() }
    }

    /// What a failed write to the database at `path` means.
    pub(crate) fn committing(path: &Path, error: &rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{CannotOpen, DiskFull, PermissionDenied, ReadOnly};
        let path = path.to_path_buf();
        match error.sqlite_error_code() {
            Some(DiskFull) => Self::DiskFull { path },
            Some(PermissionDenied | ReadOnly | CannotOpen) => Self::NotWritable { path },
            _ => Self::Io { path, problem: error.to_string() },
        }
    }
}
