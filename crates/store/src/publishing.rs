//! Publishing as a job of its own, so that edits go on while it runs.

use crate::publish::{self, Expect, NotPublished, Receipt};
use crate::working_copy::Notebook;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// A file about to be published.
pub struct Publishing {
    work: PathBuf,
    target: PathBuf,
    wish: Wish,
    notebook: Notebook,
    turn: Turn,
}

/// Who wants a file to be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// The schedule.
    Scheduled,
    /// A person, who also wants a removed file back.
    Asked,
}

/// Held by whoever publishes a document, so that two never do at once; true once the document is closed.
pub(crate) type Turn = Arc<Mutex<bool>>;

/// How publishing went.
pub struct Outcome {
    pub(crate) target: PathBuf,
    pub(crate) result: Result<Receipt, NotPublished>,
}

impl Publishing {
    pub(crate) fn new(work: PathBuf, target: PathBuf, wish: Wish, notebook: Notebook, turn: Turn) -> Self {
        Self { work, target, wish, notebook, turn }
    }

    /// Replaces the user's file, or leaves it as it is.
    pub fn run(self) -> Outcome {
        let closed = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        if *closed {
            return Outcome { target: self.target, result: Err(NotPublished::Closed) };
        }
        // Asked only now: another job may have published while this one waited for its turn.
        let expect = match (self.notebook.published(), self.wish) {
            (Some(hash), Wish::Scheduled) => Expect::Known(hash),
            (Some(hash), Wish::Asked) => Expect::KnownOrNothing(hash),
            (None, _) => Expect::Nothing,
        };
        let result =
            publish::document(&self.work, &self.target, &expect, |receipt| self.notebook.intend(receipt))
                .and_then(|receipt| {
                    self.notebook.done(&receipt)?;
                    Ok(receipt)
                });
        if result.is_ok() {
            fold(&self.work);
        }
        Outcome { target: self.target, result }
    }
}

/// Folds the write-ahead log into the working copy, here and not in the middle of somebody's edit. It is a matter of
/// speed alone, so a failure does not matter.
fn fold(work: &Path) {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if let Ok(connection) = Connection::open_with_flags(work, flags) {
        let _ = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
    }
}
