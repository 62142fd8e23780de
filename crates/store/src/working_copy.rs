//! The private database that every edit commits to, and what we know of the user's file beside it.
//!
//! `work/ID-PLACE.db` is the database (WAL, `synchronous=FULL`), `work/ID-PLACE.json` says how it stands to the
//! user's file. PLACE is a hash of the file's canonical path, or `draft` while there is none.

mod notebook;

pub(crate) use notebook::Notebook;

use crate::error::StoreError;
use crate::lock::Lock;
use crate::log::{self, LogRow};
use crate::publish::{self, Receipt};
use crate::write;
use crate::{read, schema, snapshot};
use journey::{Change, Document, Id};
use rusqlite::{Connection, OpenFlags};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How a working copy stands to the user's file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Standing {
    /// The file; none for a draft.
    pub(crate) path: Option<PathBuf>,
    /// What we last published or read there.
    pub(crate) published: Option<Receipt>,
    /// What we were about to publish; it is in the file if the process was killed at the wrong moment.
    pub(crate) publishing: Option<Receipt>,
}

/// The working copy of an open document.
pub(crate) struct WorkingCopy {
    folder: PathBuf,
    /// Its name without ending.
    pub(crate) token: String,
    pub(crate) connection: Connection,
    standing: Arc<Mutex<Standing>>,
    /// Held as long as this is the file's one writer.
    pub(crate) lock: Lock,
    pub(crate) revision: i64,
    pub(crate) seq: i64,
}

/// The part of a working copy's name that says where its file is.
pub(crate) fn place(path: Option<&Path>) -> String {
    match path {
        Some(path) => read::sha256(path.as_os_str().as_encoded_bytes())[..16].to_owned(),
        None => "draft".to_owned(),
    }
}

/// The name of a working copy.
pub(crate) fn token(document: Id, path: Option<&Path>) -> String {
    format!("{document}-{}", place(path))
}

/// The name of the lock of a file, or of a draft.
pub(crate) fn lock_name(document: Id, path: Option<&Path>) -> String {
    match path {
        Some(_) => place(path),
        None => token(document, None),
    }
}

fn in_folder(folder: &Path, token: &str, ending: &str) -> PathBuf {
    folder.join(format!("{token}.{ending}"))
}

/// Reads how a working copy stands.
pub(crate) fn standing(folder: &Path, token: &str) -> Option<Standing> {
    let text = fs::read(in_folder(folder, token, "json")).ok()?;
    serde_json::from_slice(&text).ok()
}

/// Writes how a working copy stands.
pub(crate) fn set_standing(folder: &Path, token: &str, standing: &Standing) -> Result<(), StoreError> {
    let path = in_folder(folder, token, "json");
    let text = serde_json::to_vec(standing)
        .map_err(|_| StoreError::BadName { path: standing.path.clone().unwrap_or_default() })?;
    publish::write_atomically(&path, &text, true)
}

/// The file of a working copy's standing, to be written to.
pub(crate) fn standing_file(folder: &Path, token: &str) -> Option<fs::File> {
    fs::OpenOptions::new().write(true).open(in_folder(folder, token, "json")).ok()
}

/// Removes all files of a working copy.
pub(crate) fn remove(folder: &Path, token: &str) {
    // The standing first: a database without it counts as rubbish, not as work to be recovered.
    for ending in ["json", "db-wal", "db-shm", "db"] {
        let _ = fs::remove_file(in_folder(folder, token, ending));
    }
}

/// Moves all files of a working copy to another folder of the same disk.
///
/// # Errors
/// Where the database or the standing cannot be moved.
pub(crate) fn carry(from: &Path, to: &Path, token: &str) -> std::io::Result<()> {
    let carry = |ending: &str| fs::rename(in_folder(from, token, ending), in_folder(to, token, ending));
    // Both are made anew where they are missing.
    for ending in ["db-wal", "db-shm"] {
        let _ = carry(ending);
    }
    carry("db")?;
    // The standing last: a database without it counts as rubbish, not as work to be recovered.
    carry("json")
}

/// Puts a working copy that cannot be read out of the way, and tells where its database is now.
pub(crate) fn set_aside(folder: &Path, token: &str) -> Option<PathBuf> {
    let broken = in_folder(folder, &format!("{token}-{}", publish::now()), "broken");
    let kept = fs::rename(in_folder(folder, token, "db"), &broken).is_ok();
    let _ = fs::rename(in_folder(folder, token, "db-wal"), broken.with_extension("broken-wal"));
    remove(folder, token);
    kept.then_some(broken)
}

impl WorkingCopy {
    /// Makes one from a document, in place of an older one of the same name.
    pub(crate) fn create(
        folder: &Path,
        lock: Lock,
        document: &Document,
        revision: i64,
        log: &[LogRow],
        standing: Standing,
    ) -> Result<Self, StoreError> {
        let token = token(document.id, standing.path.as_deref());
        remove(folder, &token);
        let path = in_folder(folder, &token, "db");
        let failed = |error: rusqlite::Error| StoreError::committing(&path, &error);
        let connection = connect(&path, true).map_err(failed)?;
        // All keys are looked at once, when every record is there.
        connection.pragma_update(None, "foreign_keys", false).map_err(failed)?;
        let transaction = connection.unchecked_transaction().map_err(failed)?;
        schema::create(&transaction).map_err(failed)?;
        write::whole(&transaction, document, revision, log).map_err(|error| error.at(&path))?;
        if let Some(problem) = write::dangling(&transaction).map_err(failed)? {
            drop(transaction);
            drop(connection);
            remove(folder, &token);
            let path = standing.path.clone().unwrap_or(path);
            return Err(StoreError::Damaged { path, problem });
        }
        transaction.commit().map_err(failed)?;
        connection.pragma_update(None, "foreign_keys", true).map_err(failed)?;
        set_standing(folder, &token, &standing)?;
        let seq = log.last().map_or(0, |row| row.seq);
        let standing = Arc::new(Mutex::new(standing));
        Ok(Self { folder: folder.into(), token, connection, standing, lock, revision, seq })
    }

    /// Opens one that a process left, without reading the document.
    pub(crate) fn look(
        folder: &Path,
        lock: Lock,
        token: &str,
        standing: Standing,
    ) -> Result<Self, StoreError> {
        let path = in_folder(folder, token, "db");
        let failed = |error: rusqlite::Error| StoreError::querying(&path, &error);
        let connection = connect(&path, false).map_err(failed)?;
        schema::bring_up(&connection).map_err(failed)?;
        let (revision, seq) = connection
            .query_row(
                "SELECT revision, (SELECT coalesce(max(seq), 0) FROM change) FROM document",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .map_err(failed)?;
        let standing = Arc::new(Mutex::new(standing));
        Ok(Self { folder: folder.into(), token: token.into(), connection, standing, lock, revision, seq })
    }

    /// Opens one that a process left, and reads it.
    pub(crate) fn recover(
        folder: &Path,
        lock: Lock,
        token: &str,
        standing: Standing,
    ) -> Result<(Self, Document, Vec<LogRow>), StoreError> {
        let copy = Self::look(folder, lock, token, standing)?;
        let (document, log, ..) = snapshot::read_all(&copy.connection)
            .map_err(|problem| StoreError::Damaged { path: copy.database(), problem })?;
        Ok((copy, document, log))
    }

    /// Takes note that the file has the hash `found`: a process may have been killed right after it published.
    pub(crate) fn settle(&self, found: &str) -> Result<(), StoreError> {
        let publishing = self.standing().publishing.clone();
        match publishing {
            Some(receipt) if receipt.hash == found => self.notebook().done(&receipt),
            _ => Ok(()),
        }
    }

    /// Lets go of everything but the lock.
    pub(crate) fn release(self) -> Lock {
        self.lock
    }

    /// Where its database is.
    pub(crate) fn database(&self) -> PathBuf {
        in_folder(&self.folder, &self.token, "db")
    }

    /// Commits a Change: the records and its row in the log, in one transaction. `grown` is the row that typing made
    /// larger instead; an empty one is taken out.
    pub(crate) fn commit(
        &mut self,
        document: &Document,
        change: &Change,
        grown: Option<(i64, &Change)>,
    ) -> Result<(), StoreError> {
        let path = self.database();
        let failed = |error: rusqlite::Error| StoreError::committing(&path, &error);
        let unfit =
            |error: serde_json::Error| StoreError::Io { path: path.clone(), problem: error.to_string() };
        let row = match grown {
            None => LogRow::new(self.seq + 1, change),
            Some((seq, whole)) => LogRow::new(seq, whole),
        }
        .map_err(unfit)?;
        let transaction = self.connection.unchecked_transaction().map_err(failed)?;
        write::change(&transaction, document, change).map_err(|error| error.at(&path))?;
        match grown {
            None => log::insert(&transaction, &row),
            Some((seq, whole)) if whole.is_empty() => log::remove(&transaction, seq),
            Some(_) => log::rewrite(&transaction, &row),
        }
        .and_then(|()| write::revision(&transaction, self.revision + 1))
        .map_err(failed)?;
        transaction.commit().map_err(failed)?;
        self.revision += 1;
        match grown {
            None => self.seq += 1,
            Some((seq, whole)) if whole.is_empty() => self.seq = seq - 1,
            Some(_) => {}
        }
        Ok(())
    }

    /// How it stands to the user's file.
    pub(crate) fn standing(&self) -> MutexGuard<'_, Standing> {
        self.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many Changes are not in the user's file.
    pub(crate) fn waiting(&self) -> u32 {
        let published = self.standing().published.clone();
        waiting(&self.connection, self.revision, published.as_ref())
    }

    /// What [`crate::Publishing`] needs to note its progress from another thread.
    pub(crate) fn notebook(&self) -> Notebook {
        Notebook {
            folder: self.folder.clone(),
            token: self.token.clone(),
            standing: Arc::clone(&self.standing),
        }
    }

    /// Takes the lock of a file that it may move to.
    ///
    /// # Errors
    /// [`StoreError::InUse`] where somebody else has it.
    pub(crate) fn lock_for(&self, document: Id, path: &Path) -> Result<Lock, StoreError> {
        Lock::take(&self.folder, &lock_name(document, Some(path)))?
            .ok_or_else(|| StoreError::InUse { path: path.into() })
    }

    /// Goes on as the working copy of another file, which was just published from it. When this fails, the work is
    /// safe under one of the two names, and edits are refused until it is opened again.
    pub(crate) fn move_to(
        &mut self,
        document: Id,
        lock: Lock,
        path: &Path,
        published: Receipt,
    ) -> Result<(), StoreError> {
        let standing = Standing { path: Some(path.into()), published: Some(published), publishing: None };
        let old = self.token.clone();
        let new = token(document, Some(path));
        let (from, to) = (in_folder(&self.folder, &old, "db"), in_folder(&self.folder, &new, "db"));
        let failed = |error: rusqlite::Error| StoreError::committing(&to, &error);
        if new != old {
            remove(&self.folder, &new);
        }
        set_standing(&self.folder, &new, &standing)?;
        if new != old {
            // Closing folds the write-ahead log into the database, so that one file is all there is to move.
            let closing =
                std::mem::replace(&mut self.connection, Connection::open_in_memory().map_err(failed)?);
            closing.close().map_err(|(_, error)| failed(error))?;
            fs::rename(&from, &to).map_err(|error| StoreError::writing(&to, &error))?;
            remove(&self.folder, &old);
            self.connection = connect(&to, false).map_err(failed)?;
        }
        self.token = new;
        self.standing = Arc::new(Mutex::new(standing));
        self.lock = lock;
        Ok(())
    }

    /// Removes it: everything is in the user's file, or nobody wants it.
    pub(crate) fn discard(self) {
        let Self { folder, token, connection, lock, .. } = self;
        drop(connection);
        remove(&folder, &token);
        drop(lock);
    }
}

/// How many Changes of a working copy are not in the file that `published` tells of.
pub(crate) fn waiting(connection: &Connection, revision: i64, published: Option<&Receipt>) -> u32 {
    let Some(published) = published else {
        return log::count_after(connection, 0).unwrap_or(0);
    };
    if published.revision == revision {
        return 0;
    }
    // Typing that went on after publishing grew a Change that the file knows in part.
    log::count_after(connection, published.seq).unwrap_or(0).max(1)
}

/// Opens a database of our own.
fn connect(path: &Path, new: bool) -> rusqlite::Result<Connection> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if new {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let connection = Connection::open_with_flags(path, flags)?;
    snapshot::guard(&connection)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(128);
    // Checkpoints follow publishing, in its thread; this many pages are only the backstop.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 4000;",
    )?;
    Ok(connection)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_working_copy_survives_power_loss_and_keeps_its_keys() {
        let folder = tempfile::tempdir().unwrap();
        let document = Document::new(Id::from_u128(7));
        let pragmas = |copy: &WorkingCopy| {
            let pragma = |name: &str| -> String {
                let read =
                    |row: &rusqlite::Row<'_>| Ok(format!("{:?}", row.get::<_, rusqlite::types::Value>(0)?));
                copy.connection.query_row(&format!("PRAGMA {name}"), [], read).unwrap()
            };
            [pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")]
        };
        let expected = ["Text(\"wal\")", "Integer(2)", "Integer(1)"];
        let lock = || Lock::take(folder.path(), "a").unwrap().unwrap();
        let copy =
            WorkingCopy::create(folder.path(), lock(), &document, 0, &[], Standing::default()).unwrap();
        assert_eq!(pragmas(&copy), expected);
        let token = copy.token.clone();
        drop(copy);
        let (copy, read, log) =
            WorkingCopy::recover(folder.path(), lock(), &token, Standing::default()).unwrap();
        assert_eq!(pragmas(&copy), expected);
        assert_eq!((read, log), (document, Vec::new()));
    }
}
