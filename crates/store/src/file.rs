//! Whole files in one go, without a working copy: for the command line.

use crate::error::{ReadOnly, StoreError};
use crate::publish::{self, Temp};
use crate::schema::{self, Gate};
use crate::snapshot::{self, Snapshot};
use crate::store::Notice;
use crate::{sound, words, write};
use journey::Document;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// What a file holds.
#[derive(Clone, Debug)]
pub struct Contents {
    /// The document.
    pub document: Document,
    /// Why it could only be opened read-only, if so.
    pub read_only: Option<ReadOnly>,
    /// What was left out.
    pub notices: Vec<Notice>,
    /// When it was last changed, in milliseconds since 1970 UTC; none where nobody ever edited it.
    pub changed_at: Option<i64>,
}

/// Reads the document in a file. Nothing is written, also not beside it.
///
/// # Errors
/// Where it is missing, not ours, too new or damaged.
pub fn read_file(path: &Path) -> Result<Document, StoreError> {
    read_contents(path).map(|contents| contents.document)
}

/// Reads a file with what there is to tell about it. Nothing is written, also not beside it.
///
/// # Errors
/// Where it is missing, not ours, too new or damaged.
pub fn read_contents(path: &Path) -> Result<Contents, StoreError> {
    let snapshot = snapshot::take(path)?;
    Ok(Contents {
        read_only: (snapshot.gate == Gate::Newer).then_some(ReadOnly::NewerFormat),
        notices: notices(path, &snapshot),
        changed_at: snapshot.log.last().map(|row| row.at),
        document: snapshot.document,
    })
}

/// What there is to tell about a file that can be opened.
pub(crate) fn notices(path: &Path, snapshot: &Snapshot) -> Vec<Notice> {
    let mut notices = Vec::new();
    if !snapshot.strangers.is_empty() {
        let (sentence, next_step) = words::strangers(path, &snapshot.strangers);
        notices.push(Notice { code: "file.strangers", sentence, next_step });
    }
    if let Some((count, first)) = sound::faults(&snapshot.document) {
        let (sentence, next_step) = words::faults(path, count, &first);
        notices.push(Notice { code: "file.faults", sentence, next_step });
    }
    notices
}

/// Writes a document as a `.journey` file without a past, whole or not at all.
///
/// # Errors
/// [`StoreError::Exists`] where a file is there and `overwrite` is false, [`StoreError::Damaged`] where a record
/// refers to one that is not there, else what writing can fail with.
pub fn export_file(document: &Document, path: &Path, overwrite: bool) -> Result<(), StoreError> {
    let path = &publish::absolute(path)?;
    publish::refuse(path, overwrite)?;
    let temp = Temp::for_export(path)?;
    let failed = |error: rusqlite::Error| StoreError::committing(path, &error);
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(&temp.path, flags).map_err(failed)?;
    // A file that is not there yet needs no journal: it is synced once, and thrown away where anything fails.
    connection
        .execute_batch(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;",
        )
        .map_err(failed)?;
    let transaction = connection.unchecked_transaction().map_err(failed)?;
    schema::create(&transaction).map_err(failed)?;
    write::whole(&transaction, document, 0, &[]).map_err(|error| error.at(path))?;
    if let Some(problem) = write::dangling(&transaction).map_err(failed)? {
        return Err(StoreError::Damaged { path: path.into(), problem });
    }
    transaction.commit().map_err(failed)?;
    connection.close().map_err(|(_, error)| failed(error))?;
    temp.put(path, !overwrite)
}
