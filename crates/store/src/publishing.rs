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
    expect: Expect,
    notebook: Notebook,
    turn: Arc<Mutex<()>>,
}

/// How publishing went.
pub struct Outcome {
    pub(crate) target: PathBuf,
    pub(crate) result: Result<Receipt, NotPublished>,
}

impl Publishing {
    pub(crate) fn new(
        work: PathBuf,
        target: PathBuf,
        expect: Expect,
        notebook: Notebook,
        turn: Arc<Mutex<()>>,
    ) -> Self {
        Self { work, target, expect, notebook, turn }
    }

    /// Replaces the user's file, or leaves it as it is.
    pub fn run(self) -> Outcome {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let result = publish::document(&self.work, &self.target, &self.expect, |receipt| {
            self.notebook.intend(receipt)
        })
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
