//! What the window knows: settings, the files that were open before, and the open map.

use crate::clock;
use crate::language::{self, say};
use crate::pictures::Pictures;
use crate::problem::{Problem, Told, Weight};
use crate::publisher::{Wake, Waker};
use crate::recent::RecentList;
use crate::session::{OpenMap, Session};
use crate::settings::{self, Settings};
use crate::showing::Showing;
use crate::windows;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use store::{Open, Store};
use tauri::{AppHandle, Emitter};

/// The state behind all commands. A lock is held for one question, never while a person or a disk is waited for.
pub struct Shell {
    settings: Mutex<Settings>,
    recent: Mutex<RecentList>,
    session: Mutex<Option<Session>>,
    /// Files of the command line that the page has not asked for yet.
    files: Mutex<Vec<PathBuf>>,
    /// What there was to tell before the page listened; none once it does.
    untold: Mutex<Option<Vec<Told>>>,
    pictures: Pictures,
    showing: Showing,
    publisher: Waker,
}

impl Shell {
    /// What the program begins with; the first of `files` is opened when the page asks.
    pub fn new(files: Vec<PathBuf>, publisher: Waker) -> Self {
        let settings = settings::path().map(|path| Settings::read(&path)).unwrap_or_default();
        language::follow(&settings.language);
        Self {
            settings: Mutex::new(settings),
            recent: Mutex::new(RecentList::read(RecentList::place())),
            session: Mutex::new(None),
            files: Mutex::new(files),
            untold: Mutex::new(Some(Vec::new())),
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

    /// Pictures on their way into the map.
    pub fn pictures(&self) -> &Pictures {
        &self.pictures
    }

    /// Pages and exports of the open map.
    pub fn showing(&self) -> &Showing {
        &self.showing
    }

    /// The open map.
    pub fn session(&self) -> MutexGuard<'_, Option<Session>> {
        held(&self.session)
    }

    /// The next file of the command line.
    pub fn next_file(&self) -> Option<PathBuf> {
        let mut files = held(&self.files);
        (!files.is_empty()).then(|| files.remove(0))
    }

    /// Where documents are kept.
    ///
    /// # Errors
    /// Where this computer gives no folder for them.
    pub fn store(&self) -> Result<Store, Problem> {
        Ok(Store::in_data_folder()?)
    }

    /// Asks the open map.
    ///
    /// # Errors
    /// Where none is open, and what `ask` ends in.
    pub fn with<T>(&self, ask: impl FnOnce(&mut Session) -> Result<T, Problem>) -> Result<T, Problem> {
        ask(self.session().as_mut().ok_or_else(Problem::nothing_open)?)
    }

    /// As [`Shell::with`], for what changes the map: the publisher learns of it.
    ///
    /// # Errors
    /// As [`Shell::with`].
    pub fn change<T>(&self, ask: impl FnOnce(&mut Session) -> Result<T, Problem>) -> Result<T, Problem> {
        let done = self.with(ask);
        self.wake(Wake::Changed);
        done
    }

    /// Shows what the store opened in place of what is open, which is published and closed.
    ///
    /// # Errors
    /// Where the document has no map; what was open stays.
    pub fn show(&self, app: &AppHandle, mut open: Open) -> Result<OpenMap, Problem> {
        let notices = std::mem::take(&mut open.notices);
        let session = Session::new(open)?;
        if let Some(path) = session.path() {
            self.recent().remember(path, clock::new_id().to_string(), clock::now(), session.curve());
        }
        let told = session.open_map();
        windows::check_spelling(app, session.language());
        let before = self.session().replace(session);
        if let Some(before) = before {
            self.end(before);
        }
        for notice in notices {
            let problem = Problem::new(notice.code, say(&notice.sentence), say(&notice.next_step));
            self.tell(app, Told { problem, kind: Weight::Warning });
        }
        self.wake(Wake::Changed);
        Ok(told)
    }

    /// Tells the page something that it did not ask for. What comes before the page listens waits for [`Shell::untold`].
    pub fn tell(&self, app: &AppHandle, told: Told) {
        match &mut *held(&self.untold) {
            Some(waiting) => waiting.push(told),
            None => {
                // A page that is gone hears nothing.
                let _ = app.emit("notice", told);
            }
        }
    }

    /// What there was to tell before the page listened, which it does from now on.
    pub fn untold(&self) -> Vec<Told> {
        held(&self.untold).take().unwrap_or_default()
    }

    /// Publishes what waits and closes what is open.
    pub fn close(&self) {
        let open = self.session().take();
        if let Some(open) = open {
            self.end(open);
        }
    }

    fn end(&self, session: Session) {
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
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
