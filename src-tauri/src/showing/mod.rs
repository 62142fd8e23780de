//! Showing a map: what its pages are under a person's wishes, pictures of them for the screen, and files of them.
//!
//! `wish` is what a person chose, `pages` lays it out, `sets` keeps what was laid out as long as the map stays as it
//! is, `files` makes the bytes of each format, `place` puts them where the dialog said, `print` hands them to a printer,
//! `last` remembers where the last one went.

pub mod deck;
pub mod files;
pub mod last;
pub mod pages;
pub mod picture;
pub mod place;
pub mod print;
pub mod sets;
pub mod wish;

use crate::problem::Problem;
use crate::session::Session;
use journey::{Document, Id};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Whether to go on; shared between who draws and who stops them.
#[derive(Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Ends the work at the next chance.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was stopped.
    pub fn is_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Everything about showing that outlives a question.
pub struct Showing {
    /// What was laid out.
    pub sets: sets::Sets,
    running: Mutex<Option<Stop>>,
    weighing: Mutex<Stop>,
    last: Mutex<last::LastExports>,
}

impl Default for Showing {
    fn default() -> Self {
        let last = last::LastExports::read(last::LastExports::place());
        Self {
            sets: sets::Sets::default(),
            running: Mutex::default(),
            weighing: Mutex::default(),
            last: Mutex::new(last),
        }
    }
}

impl Showing {
    /// An export begins; one that is still running ends.
    pub fn begin(&self) -> Stop {
        let stop = Stop::default();
        if let Some(before) = held(&self.running).replace(stop.clone()) {
            before.stop();
        }
        stop
    }

    /// An export is made to learn its size; one that is made for that already ends.
    pub fn weigh(&self) -> Stop {
        let stop = Stop::default();
        std::mem::replace(&mut *held(&self.weighing), stop.clone()).stop();
        stop
    }

    /// Stops the export that is running.
    pub fn stop(&self) {
        if let Some(running) = held(&self.running).take() {
            running.stop();
        }
    }

    /// Where exports went.
    pub fn last(&self) -> MutexGuard<'_, last::LastExports> {
        held(&self.last)
    }
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A map as it was at one moment: edits go on while it is being drawn.
pub struct Snapshot {
    /// The document.
    pub document: Document,
    /// The map that is shown.
    pub map: Id,
    /// Its title, or what it is called without one.
    pub title: String,
    /// When it was last changed, in seconds since 1970 UTC; the only time that an export tells.
    pub changed_at: i64,
    /// Which state of which map this is.
    pub stamp: u64,
}

impl Snapshot {
    /// The open map as it is now.
    pub fn of(open: &mut Session) -> Self {
        let document = open.document().clone();
        // A map that nobody edited yet is as old as its document.
        let changed_at = open.stored().changed_at().unwrap_or(document.id.made_at()) / 1000;
        Self { changed_at, map: open.map(), title: open.title(), stamp: open.stamp(), document }
    }
}

impl Snapshot {
    /// The maps that leave under a wish, in their order.
    pub fn maps(&self, wish: &wish::Wish) -> Vec<Id> {
        if !wish.takes_all_maps() {
            return vec![self.map];
        }
        self.document.maps_in_order().iter().map(|map| map.id).collect()
    }
}

/// Somebody took an export back while it was being made; nothing was written.
pub fn cancelled() -> Problem {
    Problem::said("export.cancelled", &[])
}
