//! What the program knows: settings, the files that were open before, and its windows.

use crate::here::{Beginning, Pane};
use crate::kept::{self, KeptWindow};
use crate::language;
use crate::pictures::Pictures;
use crate::problem::Problem;
use crate::publisher::{Wake, Waker};
use crate::recent::RecentList;
use crate::session::Session;
use crate::settings::{self, Settings};
use crate::showing::Showing;
use crate::windows;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use store::Store;

/// How long after its end a window counts as one of those that close together as the program ends.
pub const MOMENT: Duration = Duration::from_secs(3);

/// The state behind all commands. A lock is held for one question, never while a person or a disk is waited for.
pub struct Shell {
    settings: Mutex<Settings>,
    recent: Mutex<RecentList>,
    /// What each window shows, the oldest first.
    panes: Mutex<Vec<Arc<Pane>>>,
    /// What windows showed that went a moment ago, and until when that counts.
    leaving: Mutex<Vec<(Instant, KeptWindow)>>,
    pictures: Pictures,
    showing: Showing,
    publisher: Waker,
}

impl Shell {
    /// What the program begins with.
    pub fn new(publisher: Waker) -> Self {
        let settings = settings::path().map(|path| Settings::read(&path)).unwrap_or_default();
        language::follow(&settings.language);
        Self {
            settings: Mutex::new(settings),
            recent: Mutex::new(RecentList::read(RecentList::place())),
            panes: Mutex::default(),
            leaving: Mutex::default(),
            pictures: Pictures::default(),
            showing: Showing::default(),
            publisher,
        }
    }

    /// The settings.
    pub fn settings(&self) -> MutexGuard<'_, Settings> {
        held(&self.settings)
    }

    /// The files that were open before.
    pub fn recent(&self) -> MutexGuard<'_, RecentList> {
        held(&self.recent)
    }

    /// Pictures on their way into a map.
    pub fn pictures(&self) -> &Pictures {
        &self.pictures
    }

    /// Pages and exports of the open maps.
    pub fn showing(&self) -> &Showing {
        &self.showing
    }

    /// What each window shows, the oldest first.
    pub fn panes(&self) -> Vec<Arc<Pane>> {
        held(&self.panes).clone()
    }

    /// What the window of a label shows; one that nobody knows yet shows Home.
    pub fn pane(&self, label: &str) -> Arc<Pane> {
        let mut panes = held(&self.panes);
        if let Some(known) = panes.iter().find(|pane| pane.label == label) {
            return known.clone();
        }
        let pane = Arc::new(Pane::new(label.to_owned(), Beginning::default()));
        panes.push(pane.clone());
        pane
    }

    /// Another window, under a label that none of them has.
    pub fn add_pane(&self, beginning: Beginning) -> Arc<Pane> {
        let mut panes = held(&self.panes);
        let label = (1..).map(windows::label).find(|label| panes.iter().all(|pane| pane.label != *label));
        let pane = Arc::new(Pane::new(label.unwrap_or_default(), beginning));
        panes.push(pane.clone());
        pane
    }

    /// Which window has a file open.
    pub fn pane_of(&self, path: &Path) -> Option<Arc<Pane>> {
        let has = |pane: &&Arc<Pane>| {
            pane.session().as_ref().is_some_and(|open| open.path() == Some(path) && !open.is_read_only())
        };
        self.panes().iter().find(has).cloned()
    }

    /// Where documents are kept.
    ///
    /// # Errors
    /// Where this computer gives no folder for them.
    pub fn store(&self) -> Result<Store, Problem> {
        Ok(Store::in_data_folder()?)
    }

    /// A window has gone: publishes what waits there and closes its map.
    pub fn close_pane(&self, label: &str) {
        let gone = {
            let mut panes = held(&self.panes);
            let at = panes.iter().position(|pane| pane.label == label);
            at.map(|at| panes.remove(at))
        };
        if let Some(pane) = gone {
            let until = Instant::now() + MOMENT;
            held(&self.leaving).extend(kept::of(&pane).map(|window| (until, window)));
            pane.close(self);
        }
    }

    /// What the windows showed that went a moment ago.
    pub fn leaving(&self) -> Vec<KeptWindow> {
        let mut leaving = held(&self.leaving);
        leaving.retain(|(until, _)| *until > Instant::now());
        leaving.iter().map(|(_, window)| window.clone()).collect()
    }

    /// Publishes what waits and closes all maps.
    pub fn close(&self) {
        let panes = std::mem::take(&mut *held(&self.panes));
        panes.iter().for_each(|pane| pane.close(self));
    }

    /// Publishes what waits in a map and closes it; Home shows its curve as it is now.
    pub fn end(&self, session: Session) {
        if let Some(path) = session.path() {
            self.recent().redraw(path, session.curve());
        }
        session.close();
    }

    /// Wakes the publisher.
    pub fn wake(&self, wake: Wake) {
        // Its thread ends with the program only.
        let _ = self.publisher.send(wake);
    }
}

/// Takes a lock. A command that panicked has left its Edit whole or undone, so its state is still good.
pub fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
