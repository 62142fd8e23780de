//! How what is edited gets into the user's file: on time, on a person's wish, under another name, and at the end.

use super::OpenDocument;
use crate::error::{ReadOnly, StoreError};
use crate::publish::{Expect, NotPublished, Receipt};
use crate::publishing::{Outcome, Publishing, Wish};
use crate::save_state::{SaveState, Why};
use crate::schedule::Schedule;
use crate::working_copy::WorkingCopy;
use std::path::Path;
use std::sync::{Arc, PoisonError};
use std::time::Instant;

impl OpenDocument {
    /// How many Changes are not in the user's file.
    pub fn waiting(&self) -> u32 {
        self.work.as_ref().map_or(0, WorkingCopy::waiting)
    }

    /// Whether it is time to publish, see [`Schedule`]. Ask a few times a second.
    pub fn publish_due(&self, now: Instant) -> bool {
        self.path.is_some() && self.schedule.due(now)
    }

    /// When it will be time to publish; none where nothing waits.
    pub fn next_publish(&self) -> Option<Instant> {
        self.path.as_ref().and(self.schedule.next())
    }

    /// Begins to publish: the returned job can run on another thread, and edits may go on. Hand its outcome to
    /// [`OpenDocument::end_publish`]. `None` where nothing waits or there is no file.
    pub fn begin_publish(&mut self) -> Option<Publishing> {
        self.begin(Wish::Scheduled)
    }

    fn begin(&mut self, wish: Wish) -> Option<Publishing> {
        let path = self.path.clone()?;
        let asked = wish == Wish::Asked && (self.why.is_some() || !path.exists());
        if self.waiting() == 0 && !asked {
            return None;
        }
        let work = self.work.as_ref()?;
        self.schedule.started();
        Some(Publishing::new(work.database(), path, wish, work.notebook(), Arc::clone(&self.turn)))
    }

    /// Takes in how publishing went.
    pub fn end_publish(&mut self, outcome: Outcome) {
        if self.path.as_deref() != Some(&outcome.target) {
            // It was saved under another name meanwhile.
            return;
        }
        match outcome.result {
            Ok(receipt) => self.saved(&receipt),
            Err(NotPublished::ChangedOutside) => self.go_on_beside(&outcome.target),
            // Another job was luckier meanwhile.
            Err(NotPublished::Failed(_)) if self.waiting() == 0 && outcome.target.exists() => {}
            Err(NotPublished::Failed(error)) => self.kept(&error),
            Err(NotPublished::Closed) => {}
        }
    }

    fn saved(&mut self, receipt: &Receipt) {
        self.why = None;
        self.saved_at = receipt.at;
        self.schedule.published();
    }

    fn kept(&mut self, error: &StoreError) {
        self.why = Some(Why::from(error));
        self.schedule.failed(Instant::now());
    }

    /// Somebody else changed the file: theirs stays, ours goes on beside it.
    pub(crate) fn go_on_beside(&mut self, theirs: &Path) {
        let result = crate::beside::free_name(theirs).and_then(|ours| self.move_to(&ours, Expect::Nothing));
        match result {
            Ok(()) => self.theirs = Some(theirs.to_path_buf()),
            Err(error) => {
                self.kept(&error);
                self.why = Some(Why::changed_outside(&error));
            }
        }
    }

    /// Publishes what waits, now and here. Nothing happens to a draft.
    pub fn publish(&mut self) -> SaveState {
        self.publish_now(Wish::Scheduled)
    }

    /// Publishes on a person's wish: also puts a file back that was removed from its folder.
    pub fn save(&mut self) -> SaveState {
        self.publish_now(Wish::Asked)
    }

    fn publish_now(&mut self, wish: Wish) -> SaveState {
        if let Some(job) = self.begin(wish) {
            self.end_publish(job.run());
        }
        self.save_state()
    }

    /// Writes the document to `path` and goes on there.
    ///
    /// # Errors
    /// [`StoreError::Exists`] where a file is there and `overwrite` is false, [`StoreError::InUse`] where somebody else
    /// has it open, else what writing can fail with. Everything is then as it was.
    pub fn save_as(&mut self, path: &Path, overwrite: bool) -> Result<(), StoreError> {
        self.writable()?;
        let path = crate::canonical(path)?;
        if self.path.as_deref() == Some(&path) {
            return match self.save() {
                SaveState::Kept { why, .. } => Err(StoreError::Kept { path, why: Box::new(why) }),
                _ => Ok(()),
            };
        }
        self.move_to(&path, if overwrite { Expect::Anything } else { Expect::Nothing })?;
        self.theirs = None;
        Ok(())
    }

    fn move_to(&mut self, path: &Path, expect: Expect) -> Result<(), StoreError> {
        let work = self.work.as_mut().ok_or(StoreError::ReadOnly { why: ReadOnly::OpenElsewhere })?;
        let turn = Arc::clone(&self.turn);
        let _turn = turn.lock().unwrap_or_else(PoisonError::into_inner);
        let lock = work.lock_for(self.document.id, path)?;
        let receipt = match crate::publish::document(&work.database(), path, &expect, |_| Ok(())) {
            Ok(receipt) => receipt,
            Err(NotPublished::Failed(error)) => return Err(error),
            Err(NotPublished::ChangedOutside | NotPublished::Closed) => {
                return Err(StoreError::Exists { path: path.into() });
            }
        };
        work.move_to(self.document.id, lock, path, receipt.clone())?;
        self.path = Some(path.to_path_buf());
        self.schedule = Schedule::default();
        self.saved(&receipt);
        Ok(())
    }

    /// Where the edits are, honestly.
    pub fn save_state(&self) -> SaveState {
        let waiting = self.waiting();
        let since = self.waiting_since;
        if self.work.is_some() && self.path.is_none() {
            return SaveState::Kept { why: Why::no_file_yet(), waiting, since };
        }
        if let Some(why) = &self.why {
            return SaveState::Kept { why: why.clone(), waiting, since };
        }
        if let (Some(theirs), Some(ours)) = (&self.theirs, &self.path) {
            return SaveState::TwoCopies { ours: ours.clone(), theirs: theirs.clone(), waiting };
        }
        if waiting > 0 {
            SaveState::Saving { waiting, since }
        } else {
            SaveState::Saved { at: self.saved_at }
        }
    }

    /// Waits for a job that runs, and lets none begin any more.
    pub(super) fn end_turns(&self) {
        *self.turn.lock().unwrap_or_else(PoisonError::into_inner) = true;
    }

    /// Closes: publishes what waits and, when everything is in the file, removes the working copy. A draft stays for
    /// Home to offer, unless nobody ever edited it.
    pub fn close(mut self) -> SaveState {
        let state = self.publish();
        let untouched_draft = self.path.is_none() && self.waiting() == 0;
        let keep = matches!(state, SaveState::Kept { .. }) || self.waiting() > 0;
        self.end_turns();
        if let Some(work) = self.work.take()
            && (untouched_draft || !keep)
        {
            work.discard();
        }
        state
    }
}
