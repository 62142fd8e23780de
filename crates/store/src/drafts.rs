//! What Home offers besides files: maps that were never saved, and edits that their file does not have.

use crate::error::StoreError;
use crate::lock::Lock;
use crate::snapshot;
use crate::store::{Open, Store};
use crate::working_copy::{self, WorkingCopy};
use crate::{log, read};
use journey::{Document, Id};
use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// How long a draft that was taken off the list is kept.
pub const KEPT_ASIDE: Duration = Duration::from_secs(30 * 24 * 3600);

/// Held while somebody looks at the drafts: a look takes each one's lock, and another look would take it for open.
static LOOKING: Mutex<()> = Mutex::new(());

/// A working copy that nobody has open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// For [`Store::open_draft`] and [`Store::set_draft_aside`].
    pub token: String,
    /// The title of its first map; empty where it has none.
    pub title: String,
    /// Its file, which may be gone; none for a map that was never saved.
    pub path: Option<PathBuf>,
    /// What it is.
    pub kind: DraftKind,
    /// How many Changes are in no file.
    pub waiting: u32,
    /// When it was last changed, in milliseconds since 1970 UTC.
    pub at: i64,
}

/// What a working copy is to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftKind {
    /// A map that was never saved.
    Draft,
    /// Edits that their file does not have.
    Recovered,
}

impl Store {
    /// The working copies that nobody has open and whose edits are in no file, newest first. What cannot be read is
    /// left out and stays where it is.
    pub fn drafts(&self) -> Vec<Draft> {
        let _looking = LOOKING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut drafts: Vec<Draft> = self.tokens().iter().filter_map(|token| self.draft(token)).collect();
        drafts.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.token.cmp(&b.token)));
        drafts
    }

    fn tokens(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(&self.work) else { return Vec::new() };
        entries
            .flatten()
            .filter_map(|entry| Some(entry.file_name().to_str()?.strip_suffix(".json")?.to_owned()))
            .filter(|token| document_of(token).is_some())
            .collect()
    }

    fn draft(&self, token: &str) -> Option<Draft> {
        let standing = working_copy::standing(&self.work, token)?;
        let lock = self.lock(document_of(token)?, standing.path.as_deref()).ok()??;
        let path = standing.path.clone();
        let found =
            path.as_ref().and_then(|path| snapshot::bytes(path).ok()).map(|bytes| read::sha256(&bytes));
        let work = WorkingCopy::look(&self.work, lock, token, standing).ok()?;
        if let Some(found) = found {
            work.settle(&found).ok()?;
        }
        let waiting = work.waiting();
        if waiting == 0 {
            return None;
        }
        let title = work
            .connection
            .query_row("SELECT title FROM map ORDER BY \"order\", id LIMIT 1", [], |row| row.get(0))
            .unwrap_or_default();
        let at = log::last_at(&work.connection).unwrap_or_default();
        let kind = if path.is_some() { DraftKind::Recovered } else { DraftKind::Draft };
        Some(Draft { token: token.into(), title, path, kind, waiting, at })
    }

    /// Goes on with a draft, or with edits that their file does not have. Where that file has changed since, they go
    /// on beside it; where it is gone, they are kept and the save state says so.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDraft`] where the token is not one of [`Store::drafts`], [`StoreError::InUse`] where it is
    /// open, [`StoreError::Damaged`] where it cannot be read.
    pub fn open_draft(&self, token: &str) -> Result<Open, StoreError> {
        let (lock, standing) = self.take(token)?;
        let path = standing.path.clone();
        let found =
            path.as_ref().and_then(|path| snapshot::bytes(path).ok()).map(|bytes| read::sha256(&bytes));
        let (work, document, log): (_, Document, _) =
            WorkingCopy::recover(&self.work, lock, token, standing)?;
        if let Some(found) = &found {
            work.settle(found)?;
        }
        Ok(self.recovered(work, document, log::history(&log), path, found.as_deref(), Vec::new()))
    }

    /// Takes a draft off the list. It is kept for [`KEPT_ASIDE`], so that [`Store::bring_draft_back`] can undo that.
    ///
    /// # Errors
    /// As [`Store::open_draft`], and where its files cannot be moved.
    pub fn set_draft_aside(&self, token: &str) -> Result<(), StoreError> {
        let (lock, _) = self.take(token)?;
        let aside = self.aside();
        let failed = |error: std::io::Error| StoreError::writing(&aside, &error);
        fs::create_dir_all(&aside).map_err(failed)?;
        working_copy::remove(&aside, token);
        working_copy::carry(&self.work, &aside, token).map_err(failed)?;
        if let Some(standing) = working_copy::standing_file(&aside, token) {
            // Its time is the one of this moment, from which on it is kept; without it, that of its last edit.
            let _ = standing.set_modified(SystemTime::now());
        }
        drop(lock);
        Ok(())
    }

    /// Puts a draft back on the list from which it was taken.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDraft`] where it is not kept any more or another one has taken its place.
    pub fn bring_draft_back(&self, token: &str) -> Result<(), StoreError> {
        let missing = || StoreError::NoSuchDraft { token: token.chars().take(80).collect() };
        document_of(token).ok_or_else(missing)?;
        if working_copy::standing(&self.work, token).is_some() {
            return Err(missing());
        }
        working_copy::carry(&self.aside(), &self.work, token).map_err(|_| missing())
    }

    /// Removes what was set aside long ago.
    pub(crate) fn clear_aside(&self) {
        let aside = self.aside();
        for entry in fs::read_dir(&aside).into_iter().flatten().flatten() {
            let age =
                entry.metadata().and_then(|found| found.modified()).ok().and_then(|at| at.elapsed().ok());
            if let Some(token) = entry.file_name().to_str().and_then(|name| name.strip_suffix(".json"))
                && age.is_some_and(|age| age > KEPT_ASIDE)
            {
                working_copy::remove(&aside, token);
            }
        }
    }

    fn aside(&self) -> PathBuf {
        self.work.join("aside")
    }

    fn take(&self, token: &str) -> Result<(Lock, working_copy::Standing), StoreError> {
        let missing = || StoreError::NoSuchDraft { token: token.chars().take(80).collect() };
        // The token comes from outside: only names of the right shape may become paths.
        let document = document_of(token).ok_or_else(missing)?;
        let standing = working_copy::standing(&self.work, token).ok_or_else(missing)?;
        let lock = self.lock(document, standing.path.as_deref())?;
        let lock = lock.ok_or_else(|| StoreError::InUse {
            path: standing.path.clone().unwrap_or_else(|| self.work.clone()),
        })?;
        Ok((lock, standing))
    }
}

/// The document that a working copy's name begins with; none where it is not such a name.
fn document_of(token: &str) -> Option<Id> {
    let (id, place) = (token.get(..36)?, token.get(36..)?.strip_prefix('-')?);
    let fits = place == "draft" || (place.len() == 16 && place.bytes().all(|byte| byte.is_ascii_hexdigit()));
    if fits { id.parse().ok() } else { None }
}
