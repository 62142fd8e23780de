//! The front door: creates and opens documents, and knows where their working copies lie.

use crate::document::OpenDocument;
use crate::error::{ReadOnly, StoreError};
use crate::lock::Lock;
use crate::publish::{Receipt, Temp};
use crate::schema::Gate;
use crate::snapshot::{self, Snapshot};
use crate::working_copy::{self, Standing, WorkingCopy};
use crate::{file, log, publish, words};
use journey::{Document, History, Id, Phrase};
use std::fs;
use std::path::{Path, PathBuf};

/// Creates and opens documents. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    /// Where working copies and locks lie.
    pub(crate) work: PathBuf,
}

/// Something to tell when a document is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// A stable code.
    pub code: &'static str,
    /// What to show.
    pub sentence: Phrase,
    /// What the person can do.
    pub next_step: Phrase,
}

/// A document that was opened.
pub struct Open {
    /// The document.
    pub document: OpenDocument,
    /// Why it cannot be changed, where it cannot.
    pub read_only: Option<ReadOnly>,
    /// Whether edits came back that were not in the user's file.
    pub recovered: bool,
    /// What there is to tell.
    pub notices: Vec<Notice>,
}

/// The path without links and detours. The file itself need not be there, its folder must be.
///
/// # Errors
/// [`StoreError::FolderGone`], [`StoreError::BadName`], or what the system says.
pub fn canonical(path: &Path) -> Result<PathBuf, StoreError> {
    let found = match fs::canonicalize(path) {
        Ok(found) => found,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let path = publish::absolute(path)?;
            let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
                return Err(StoreError::Folder { path });
            };
            let folder = fs::canonicalize(folder).map_err(|error| StoreError::writing(&path, &error))?;
            folder.join(name)
        }
        Err(error) => return Err(StoreError::reading(path, &error)),
    };
    if found.to_str().is_none() {
        return Err(StoreError::BadName { path: found });
    }
    Ok(found)
}

impl Store {
    /// Keeps its working copies in `data/work`.
    ///
    /// # Errors
    /// Where that folder cannot be made.
    pub fn new(data: &Path) -> Result<Self, StoreError> {
        let work = publish::absolute(data)?.join("work");
        fs::create_dir_all(&work).map_err(|error| StoreError::writing(&work, &error))?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // Drafts are nobody else's business; where this cannot be set, the folder around it decides.
            let _ = fs::set_permissions(&work, fs::Permissions::from_mode(0o700));
        }
        let store = Self { work };
        store.clear_aside();
        Ok(store)
    }

    /// Keeps its working copies in the user's data folder, `desire-path/work`.
    ///
    /// # Errors
    /// Where there is no such folder or it cannot be written.
    pub fn in_data_folder() -> Result<Self, StoreError> {
        let data = dirs::data_local_dir().ok_or_else(|| StoreError::FolderGone { path: "~".into() })?;
        Self::new(&data.join("desire-path"))
    }

    /// Begins a draft: a document without a file.
    ///
    /// # Errors
    /// [`StoreError::InUse`] where a draft of the same id is open, else what writing can fail with.
    pub fn create(&self, document: Document) -> Result<Open, StoreError> {
        let lock =
            self.lock(document.id, None)?.ok_or_else(|| StoreError::InUse { path: self.work.clone() })?;
        let work = WorkingCopy::create(&self.work, lock, &document, 0, &[], Standing::default())?;
        Ok(Open {
            document: OpenDocument::new(document, History::default(), work, None),
            read_only: None,
            recovered: false,
            notices: Vec::new(),
        })
    }

    /// Opens a file. Edits that a killed process left in its working copy come back; where the file has changed since,
    /// they go on beside it (see [`crate::SaveState::TwoCopies`]).
    ///
    /// # Errors
    /// Where the file is missing, not ours, too new or damaged; it is then as it was.
    pub fn open(&self, path: &Path) -> Result<Open, StoreError> {
        fs::metadata(path).map_err(|error| StoreError::reading(path, &error))?;
        let path = canonical(path)?;
        let snapshot = snapshot::take(&path)?;
        let notices = file::notices(&path, &snapshot);
        let reading = |document, why| Open {
            document: OpenDocument::reading(document, path.clone(), why),
            read_only: Some(why),
            recovered: false,
            notices: notices.clone(),
        };
        if snapshot.gate == Gate::Newer {
            return Ok(reading(snapshot.document, ReadOnly::NewerFormat));
        }
        let Some(lock) = self.lock(snapshot.document.id, Some(&path))? else {
            return Ok(reading(snapshot.document, ReadOnly::OpenElsewhere));
        };
        let token = working_copy::token(snapshot.document.id, Some(&path));
        let Some(standing) = working_copy::standing(&self.work, &token) else {
            return self.fresh(lock, snapshot, &path, notices);
        };
        let (work, ours, log) = match WorkingCopy::recover(&self.work, lock, &token, standing) {
            Ok(recovered) => recovered,
            Err(error) => {
                // A broken working copy must not keep people from a file that is whole.
                let lock = self.lock(snapshot.document.id, Some(&path))?;
                let lock = lock.ok_or_else(|| StoreError::InUse { path: path.clone() })?;
                let kept = working_copy::set_aside(&self.work, &token);
                let (sentence, next_step) = words::lost_working_copy(&path, kept.as_deref());
                let mut notices = notices;
                notices.push(Notice { code: error.code(), sentence, next_step });
                return self.fresh(lock, snapshot, &path, notices);
            }
        };
        work.settle(&snapshot.hash)?;
        if work.waiting() == 0 {
            return self.fresh(work.release(), snapshot, &path, notices);
        }
        let history = log::history(&log);
        Ok(self.recovered(work, ours, history, Some(path), Some(&snapshot.hash), notices))
    }

    /// Makes a working copy from what was read.
    fn fresh(
        &self,
        lock: Lock,
        snapshot: Snapshot,
        path: &Path,
        notices: Vec<Notice>,
    ) -> Result<Open, StoreError> {
        // What a process that was killed while publishing may have left beside the file.
        drop(Temp::for_document(path)?);
        let Snapshot { document, log, hash, revision, .. } = snapshot;
        let seq = log.last().map_or(0, |row| row.seq);
        let published = Receipt { hash, revision, seq, at: modified(path) };
        let standing = Standing { path: Some(path.into()), published: Some(published), publishing: None };
        let work = WorkingCopy::create(&self.work, lock, &document, revision, &log, standing)?;
        let history = log::history(&log);
        Ok(Open {
            document: OpenDocument::new(document, history, work, Some(path.into())),
            read_only: None,
            recovered: false,
            notices,
        })
    }

    /// Goes on with a working copy. `found` is the hash of the file as it is now, none where it is gone.
    pub(crate) fn recovered(
        &self,
        work: WorkingCopy,
        document: Document,
        history: History,
        path: Option<PathBuf>,
        found: Option<&str>,
        notices: Vec<Notice>,
    ) -> Open {
        let known = work.standing().published.as_ref().map(|receipt| receipt.hash.clone());
        let mut open = OpenDocument::new(document, history, work, path.clone());
        if let (Some(path), Some(found)) = (&path, found)
            && known.as_deref() != Some(found)
        {
            open.go_on_beside(path);
        } else {
            // Into the file at once; where that is gone, the save state says so from the start.
            open.publish();
        }
        Open { document: open, read_only: None, recovered: true, notices }
    }

    pub(crate) fn lock(&self, document: Id, path: Option<&Path>) -> Result<Option<Lock>, StoreError> {
        Lock::take(&self.work, &working_copy::lock_name(document, path))
    }
}

/// When a file was last written, in milliseconds since 1970 UTC.
fn modified(path: &Path) -> i64 {
    let since = fs::metadata(path)
        .and_then(|about| about.modified())
        .ok()
        .and_then(|time| time.duration_since(std::time::SystemTime::UNIX_EPOCH).ok())
        .unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(0)
}
