//! Files that are replaced whole or not at all: the user's document, and what is exported.

use crate::error::StoreError;
use crate::read;
use crate::schema::Header;
use crate::snapshot;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// What may stand where a file is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expect {
    /// Nothing.
    Nothing,
    /// The file as we last wrote or read it, by its SHA-256.
    Known(String),
    /// That file, or nothing any more.
    KnownOrNothing(String),
    /// Anything: a person said that it may go.
    Anything,
}

/// What was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Receipt {
    /// SHA-256 of the file.
    pub(crate) hash: String,
    /// The document's revision in it.
    pub(crate) revision: i64,
    /// The last row of its log.
    pub(crate) seq: i64,
    /// When, in milliseconds since 1970 UTC.
    pub(crate) at: i64,
}

/// Why nothing was published. The file is as it was and nothing lies beside it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotPublished {
    /// Somebody else changed the file.
    #[error("expected the file as last written, found a changed one")]
    ChangedOutside,
    /// The document was closed before it began.
    #[error("expected an open document, found a closed one")]
    Closed,
    /// Anything else.
    #[error(transparent)]
    Failed(#[from] StoreError),
}

/// Milliseconds since 1970 UTC.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// Publishes the working copy `work` as `target`. `intend` is told what is about to take the file's place, so that
/// a process killed right after the rename knows its own file again.
pub(crate) fn document(
    work: &Path,
    target: &Path,
    expect: &Expect,
    mut intend: impl FnMut(&Receipt) -> Result<(), StoreError>,
) -> Result<Receipt, NotPublished> {
    let temp = Temp::for_document(target)?;
    check(target, expect)?;
    let (revision, seq) = copy(work, &temp.path, target)?;
    let hash = whole(&temp.path, target)?;
    let receipt = Receipt { hash, revision, seq, at: now() };
    intend(&receipt)?;
    // The last look is as close to the rename as it can be.
    check(target, expect)?;
    temp.put(target, *expect == Expect::Nothing)?;
    Ok(receipt)
}

/// Copies the working copy by the backup API; its edits may go on meanwhile. Returns revision and last log row.
fn copy(work: &Path, temp: &Path, target: &Path) -> Result<(i64, i64), StoreError> {
    let source = Connection::open_with_flags(
        work,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
    .map_err(|error| StoreError::committing(work, &error))?;
    source.busy_timeout(Duration::from_secs(10)).map_err(|error| StoreError::committing(work, &error))?;
    let failed = |error: rusqlite::Error| StoreError::committing(target, &error);
    let mut copy = Connection::open_with_flags(
        temp,
        OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX
            // The name is known beforehand: a link that somebody put there must not lead us elsewhere.
            | OpenFlags::SQLITE_OPEN_NOFOLLOW,
    )
    .map_err(failed)?;
    // Nobody else may see this file before it is whole, and it is synced once at the end: neither a shared memory
    // file nor a journal shall lie in the user's folder.
    copy.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;",
    )
    .map_err(failed)?;
    {
        let backup = Backup::new(&source, &mut copy).map_err(failed)?;
        let mut tries = 0;
        loop {
            match backup.step(-1).map_err(failed)? {
                StepResult::Done => break,
                _ if tries < 100 => {
                    tries += 1;
                    std::thread::sleep(Duration::from_millis(10));
                }
                _ => {
                    let problem = "the working copy stayed busy".into();
                    return Err(StoreError::Io { path: work.into(), problem });
                }
            }
        }
    }
    let mode: String =
        copy.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0)).map_err(failed)?;
    let check: String = copy.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(failed)?;
    if mode != "delete" || check != "ok" {
        let problem = format!("the copy is not whole: journal {mode}, check {check}");
        return Err(StoreError::Io { path: target.into(), problem });
    }
    let told = copy
        .query_row("SELECT revision, (SELECT coalesce(max(seq), 0) FROM change) FROM document", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .map_err(failed)?;
    copy.close().map_err(|(_, error)| failed(error))?;
    Ok(told)
}

/// Looks at the finished file once more as plain bytes, and returns its SHA-256.
fn whole(temp: &Path, target: &Path) -> Result<String, StoreError> {
    let bytes = fs::read(temp).map_err(|error| StoreError::writing(target, &error))?;
    match Header::read(&bytes) {
        Some(header) if header.journal == [1, 1] => Ok(read::sha256(&bytes)),
        found => {
            Err(StoreError::Io { path: target.into(), problem: format!("the copy has the header {found:?}") })
        }
    }
}

/// Whether `target` is what we expect to be there.
fn check(target: &Path, expect: &Expect) -> Result<(), NotPublished> {
    let folder = target.parent().unwrap_or(target);
    if !folder.is_dir() {
        return Err(StoreError::FolderGone { path: folder.into() }.into());
    }
    let there = match fs::metadata(target) {
        Ok(about) if about.is_dir() => return Err(StoreError::Folder { path: target.into() }.into()),
        Ok(_) => true,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => false,
        Err(error) => return Err(StoreError::writing(target, &error).into()),
    };
    if snapshot::unfinished(target) {
        // SQLite would take the journal for one of the new file's and roll it back into it.
        return Err(StoreError::HalfWritten { path: target.into() }.into());
    }
    match expect {
        Expect::Nothing if there => return Err(StoreError::Exists { path: target.into() }.into()),
        Expect::Known(_) if !there => return Err(StoreError::FileGone { path: target.into() }.into()),
        // Time and size can be the same by chance, so it is always the content that is compared.
        Expect::Known(hash) | Expect::KnownOrNothing(hash)
            if there && read::sha256(&snapshot::bytes(target)?) != *hash =>
        {
            return Err(NotPublished::ChangedOutside);
        }
        _ => {}
    }
    if there {
        // A rename asks only the folder for permission; a file marked read-only is to be respected all the same.
        File::options().append(true).open(target).map_err(|error| StoreError::writing(target, &error))?;
    }
    Ok(())
}

/// Writes a file whole or not at all; nothing lies beside it afterwards.
///
/// # Errors
/// [`StoreError::Exists`] where a file is there and `overwrite` is false; else what writing can fail with.
pub fn write_atomically(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), StoreError> {
    let path = &absolute(path)?;
    refuse(path, overwrite)?;
    let temp = Temp::for_export(path)?;
    let failed = |error: std::io::Error| StoreError::writing(path, &error);
    let mut file = File::options().write(true).create_new(true).open(&temp.path).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    drop(file);
    temp.put(path, !overwrite)
}

/// Refuses a folder, a missing folder, and a file that may not be replaced.
pub(crate) fn refuse(path: &Path, overwrite: bool) -> Result<(), StoreError> {
    let expect = if overwrite { Expect::Anything } else { Expect::Nothing };
    match check(path, &expect) {
        Ok(()) => Ok(()),
        Err(NotPublished::Failed(error)) => Err(error),
        Err(NotPublished::ChangedOutside | NotPublished::Closed) => {
            Err(StoreError::Exists { path: path.into() })
        }
    }
}

/// The path with a folder before it.
pub(crate) fn absolute(path: &Path) -> Result<PathBuf, StoreError> {
    std::path::absolute(path).map_err(|error| StoreError::writing(path, &error))
}

/// A file on its way to its place; gone when dropped before it got there, with the journals that SQLite makes.
pub(crate) struct Temp {
    pub(crate) path: PathBuf,
    kept: bool,
}

impl Temp {
    /// For the document at `target`: always the same name, so that what a killed process left is cleared away.
    pub(crate) fn for_document(target: &Path) -> Result<Self, StoreError> {
        let temp = Self { path: Self::beside(target, ""), kept: false };
        temp.clear();
        Ok(temp)
    }

    /// For an export to `target`, which several processes may make at once.
    pub(crate) fn for_export(target: &Path) -> Result<Self, StoreError> {
        let temp = Self { path: Self::beside(target, &format!("-{}", std::process::id())), kept: false };
        temp.clear();
        Ok(temp)
    }

    /// The name does not hold the target's, which may be as long as names can be.
    fn beside(target: &Path, suffix: &str) -> PathBuf {
        let name = read::sha256(target.as_os_str().as_encoded_bytes());
        target.with_file_name(format!(".~journey-{}{suffix}.tmp", &name[..16]))
    }

    fn clear(&self) {
        for suffix in ["", "-journal", "-wal", "-shm"] {
            let mut name = OsString::from(self.path.as_os_str());
            name.push(suffix);
            // Mostly there is nothing to remove.
            let _ = fs::remove_file(PathBuf::from(name));
        }
    }

    /// Brings it safely to the disk and then to its place.
    pub(crate) fn put(mut self, target: &Path, only_new: bool) -> Result<(), StoreError> {
        let failed = |error: std::io::Error| StoreError::writing(target, &error);
        if let Ok(about) = fs::metadata(target) {
            // Who may read the old file may read the new one.
            let _ = fs::set_permissions(&self.path, about.permissions());
        }
        File::options().write(true).open(&self.path).and_then(|file| file.sync_all()).map_err(failed)?;
        if only_new {
            // A link never replaces; a folder that knows no links (a stick) was looked at a moment ago.
            match fs::hard_link(&self.path, target) {
                Ok(()) => {
                    sync_folder(target);
                    return Ok(());
                }
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => return Err(failed(error)),
                Err(_) => {}
            }
        }
        fs::rename(&self.path, target).map_err(failed)?;
        self.kept = true;
        sync_folder(target);
        Ok(())
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        if !self.kept {
            self.clear();
        }
    }
}

/// Makes the rename last. Some file systems cannot sync a folder; the file itself is safe by then.
fn sync_folder(target: &Path) {
    #[cfg(unix)]
    if let Some(folder) = target.parent() {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    #[cfg(not(unix))]
    let _ = target;
}
