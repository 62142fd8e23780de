//! An open document: the one in memory and the one in its working copy, which succeed or fail together.

mod saving;

use crate::error::{ReadOnly, StoreError};
use crate::log;
use crate::publishing::Turn;
use crate::rewind;
use crate::save_state::Why;
use crate::schedule::Schedule;
use crate::working_copy::WorkingCopy;
use journey::{Change, Document, Edit, History, LeftAlone, LogEntry, Phrase, Stamp};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

/// A document that is open for editing (or only for reading). `Send`, so that it can sit in a `Mutex`.
///
/// Dropped without [`OpenDocument::close`], it leaves its working copy behind, as a killed process does.
pub struct OpenDocument {
    document: Document,
    history: History,
    typing: Option<Typing>,
    /// None where it is open for reading only.
    pub(crate) work: Option<WorkingCopy>,
    path: Option<PathBuf>,
    read_only: Option<ReadOnly>,
    schedule: Schedule,
    /// What publishing last failed with.
    why: Option<Why>,
    /// When the file was last known to hold everything, in milliseconds since 1970 UTC.
    saved_at: i64,
    /// Since when edits wait, in milliseconds since 1970 UTC.
    waiting_since: i64,
    /// The file that somebody else changed, where ours went on beside it.
    theirs: Option<PathBuf>,
    /// Hashes of the images that are in the working copy.
    stored: BTreeSet<String>,
    turn: Turn,
}

/// A Change that still grows.
struct Typing {
    session: String,
    seq: i64,
    change: Change,
}

/// What an undo or a redo did.
#[derive(Clone, Debug, PartialEq)]
pub struct Undone {
    /// The Change that it is.
    pub change: Change,
    /// What it left alone, because something else changed it since.
    pub left: Vec<LeftAlone>,
}

impl OpenDocument {
    pub(crate) fn new(
        document: Document,
        history: History,
        work: WorkingCopy,
        path: Option<PathBuf>,
    ) -> Self {
        let saved_at = work.standing().published.as_ref().map_or(0, |receipt| receipt.at);
        let stored = document.blobs.keys().cloned().collect();
        let mut open = Self {
            document,
            history,
            typing: None,
            work: Some(work),
            path,
            read_only: None,
            schedule: Schedule::default(),
            why: None,
            saved_at,
            waiting_since: crate::publish::now(),
            theirs: None,
            stored,
            turn: Arc::default(),
        };
        if open.path.is_some() && open.waiting() > 0 {
            open.schedule.edited(Instant::now());
        }
        open
    }

    pub(crate) fn reading(document: Document, path: PathBuf, why: ReadOnly) -> Self {
        Self {
            document,
            history: History::default(),
            typing: None,
            work: None,
            path: Some(path),
            read_only: Some(why),
            schedule: Schedule::default(),
            why: None,
            saved_at: crate::publish::now(),
            waiting_since: 0,
            theirs: None,
            stored: BTreeSet::new(),
            turn: Arc::default(),
        }
    }

    /// The document as it is.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The user's file; none for a draft.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// When the document was last changed, in milliseconds since 1970 UTC; none where nobody ever edited it.
    pub fn changed_at(&self) -> Option<i64> {
        self.work.as_ref().and_then(|work| log::last_at(&work.connection).ok()).filter(|at| *at != 0)
    }

    /// Why it cannot be changed, where it cannot.
    pub fn read_only(&self) -> Option<ReadOnly> {
        self.read_only
    }

    /// Changes the document and commits that to the working copy. An Edit that changes nothing leaves no trace.
    ///
    /// # Errors
    /// Where the map refuses the Edit, or the working copy cannot be written. Document and working copy are then as
    /// they were.
    pub fn apply(&mut self, edit: &Edit, stamp: Stamp) -> Result<Change, StoreError> {
        self.writable()?;
        let change = edit.apply(&mut self.document, stamp)?;
        self.typing = None;
        if change.is_empty() {
            return Ok(change);
        }
        self.commit(&change, None)?;
        self.history.push(LogEntry::from(&change));
        Ok(change)
    }

    /// Like [`OpenDocument::apply`], for typing: the edits of one session that follow each other are one Change,
    /// which grows. Returns what this edit did, under the id of that Change.
    ///
    /// # Errors
    /// As [`OpenDocument::apply`].
    pub fn amend(&mut self, edit: &Edit, session: &str, stamp: Stamp) -> Result<Change, StoreError> {
        self.writable()?;
        let Some(open) = self.typing.take_if(|typing| typing.session == session) else {
            let change = self.apply(edit, stamp)?;
            if let (false, Some(work)) = (change.is_empty(), &self.work) {
                let (session, seq) = (session.to_owned(), work.seq);
                self.typing = Some(Typing { session, seq, change: change.clone() });
            }
            return Ok(change);
        };
        let stamp = Stamp { change: open.change.id, ..stamp };
        let change = match edit.apply(&mut self.document, stamp) {
            Ok(change) if !change.is_empty() => change,
            unchanged => {
                self.typing = Some(open);
                return Ok(unchanged?);
            }
        };
        let mut whole = open.change.clone();
        whole.absorb(change.clone());
        if let Err(error) = self.commit(&change, Some((open.seq, &whole))) {
            self.typing = Some(open);
            return Err(error);
        }
        if whole.is_empty() {
            // Its row is gone from the log; what typing had made impossible to redo stays so.
            let path = self.path.clone().unwrap_or_default();
            let rows = self.work.as_ref().map_or(Ok(Vec::new()), |work| log::all(&work.connection));
            self.history = log::history(&rows.map_err(|error| StoreError::querying(&path, &error))?);
        } else {
            self.typing = Some(Typing { change: whole, ..open });
        }
        Ok(change)
    }

    /// Ends a session of typing: its next amendment begins a new Change. Another session that has begun meanwhile goes
    /// on.
    pub fn end_typing(&mut self, session: &str) {
        self.typing.take_if(|typing| typing.session == session);
    }

    /// Takes the last Change back, also one made before a restart. `None` where there is nothing to take back.
    ///
    /// # Errors
    /// As [`OpenDocument::apply`].
    pub fn undo(&mut self, stamp: Stamp) -> Result<Option<Undone>, StoreError> {
        self.take_back(self.history.next_undo().map(|step| step.change), stamp)
    }

    /// Brings back what the last undo took. `None` where there is nothing to bring back.
    ///
    /// # Errors
    /// As [`OpenDocument::apply`].
    pub fn redo(&mut self, stamp: Stamp) -> Result<Option<Undone>, StoreError> {
        self.take_back(self.history.next_redo().map(|step| step.change), stamp)
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&Phrase> {
        self.history.next_undo().map(|step| &step.label)
    }

    /// What redo would bring back.
    pub fn redo_label(&self) -> Option<&Phrase> {
        self.history.next_redo().map(|step| &step.label)
    }

    fn take_back(&mut self, step: Option<journey::Id>, stamp: Stamp) -> Result<Option<Undone>, StoreError> {
        let work = self.writable()?;
        let (Some(id), database) = (step, work.database()) else { return Ok(None) };
        let damaged = |problem: String| StoreError::Damaged { path: database.clone(), problem };
        let row = log::find(&work.connection, id)
            .map_err(|error| damaged(error.to_string()))?
            .ok_or_else(|| damaged(format!("change {id} is not in the log")))?;
        let taken = row.change().map_err(|error| damaged(format!("change {id}: {error}")))?;
        self.typing = None;
        let (change, left) = taken
            .undo(&mut self.document, stamp)
            .map_err(|error| damaged(format!("change {id}: {error}")))?;
        self.commit(&change, None)?;
        self.history.push(LogEntry::from(&change));
        Ok(Some(Undone { change, left }))
    }

    /// Makes a Change that was worked out from the document as it is.
    pub(crate) fn take_in(&mut self, change: Change) -> Result<Change, StoreError> {
        let database = self.writable()?.database();
        change
            .apply(&mut self.document)
            .map_err(|error| StoreError::Damaged { path: database, problem: error.to_string() })?;
        self.typing = None;
        self.commit(&change, None)?;
        self.history.push(LogEntry::from(&change));
        Ok(change)
    }

    fn writable(&self) -> Result<&WorkingCopy, StoreError> {
        match (&self.work, self.read_only) {
            (Some(work), None) => Ok(work),
            (_, why) => Err(StoreError::ReadOnly { why: why.unwrap_or(ReadOnly::OpenElsewhere) }),
        }
    }

    /// Commits a Change that the document already shows; takes it out of the document again where that fails.
    fn commit(&mut self, change: &Change, grown: Option<(i64, &Change)>) -> Result<(), StoreError> {
        let Some(work) = &mut self.work else {
            return Err(StoreError::ReadOnly { why: self.read_only.unwrap_or(ReadOnly::OpenElsewhere) });
        };
        if let Err(error) = work.commit(&self.document, change, grown) {
            rewind::put_back(&mut self.document, change);
            let stored = &self.stored;
            self.document.blobs.retain(|hash, _| stored.contains(hash));
            return Err(error);
        }
        if self.document.blobs.len() != self.stored.len() {
            self.stored = self.document.blobs.keys().cloned().collect();
        }
        if self.schedule.next().is_none() {
            self.waiting_since = crate::publish::now();
        }
        self.schedule.edited(Instant::now());
        Ok(())
    }
}

impl Drop for OpenDocument {
    /// Keeps the file's lock until nobody publishes any more.
    fn drop(&mut self) {
        self.end_turns();
    }
}
