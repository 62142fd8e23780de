//! One writer for a file: a lock in our own data folder, which the system takes back when a process dies.

use crate::error::StoreError;
use std::fs::{self, File, TryLockError};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

/// Held while a document is open for writing. Let go by dropping it.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock called `name`; `None` where somebody else has it, in this process or another one.
    /// The file stays when the lock is let go: to remove it would let two processes lock two files of one name.
    pub(crate) fn take(folder: &Path, name: &str) -> Result<Option<Self>, StoreError> {
        let folder = folder.join("locks");
        fs::create_dir_all(&folder).map_err(|error| StoreError::writing(&folder, &error))?;
        let path = folder.join(format!("{name}.lock"));
        let mut file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|error| StoreError::writing(&path, &error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(StoreError::writing(&path, &error)),
        }
        // For people who look for the process; nothing reads it, so that a failure does not matter.
        let _ = file.seek(SeekFrom::Start(0)).and_then(|_| write!(file, "{:<10}", std::process::id()));
        Ok(Some(Self { _file: file }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_held_once_and_let_go() {
        let folder = tempfile::tempdir().unwrap();
        let first = Lock::take(folder.path(), "a").unwrap();
        assert!(first.is_some());
        assert!(Lock::take(folder.path(), "a").unwrap().is_none());
        assert!(Lock::take(folder.path(), "b").unwrap().is_some());
        drop(first);
        assert!(Lock::take(folder.path(), "a").unwrap().is_some());
    }
}
