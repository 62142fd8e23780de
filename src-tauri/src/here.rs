//! The window that asks: its open map, what is waiting to be told in it, and the program behind it.

use crate::clock;
use crate::kept::{self, KeptWindow};
use crate::language::say;
use crate::log;
use crate::problem::{Problem, Told, Weight};
use crate::publisher::Wake;
use crate::session::{OpenMap, Session};
use crate::shell::{Shell, held};
use crate::windows;
use journey::Id;
use serde::Serialize;
use serde_json::Value;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};
use store::Open;
use tauri::ipc::{CommandArg, CommandItem, InvokeError};
use tauri::{AppHandle, Emitter, Manager, Wry};

/// What one window shows. A lock is held for one question, never while a person or a disk is waited for.
pub struct Pane {
    /// The window's name.
    pub label: String,
    session: Mutex<Option<Session>>,
    /// What there was to tell before the page listened; none once it does.
    untold: Mutex<Option<Vec<Told>>>,
    /// What it is to show, until its page asks.
    beginning: Mutex<Beginning>,
}

/// What a window begins with.
#[derive(Debug, Default)]
pub struct Beginning {
    /// The file that it is to open.
    pub file: Option<PathBuf>,
    /// Whether its map was just made, so that its title waits to be typed.
    pub unnamed: bool,
    /// Which of the file's maps, and where the camera was.
    pub seen: Option<(Id, Option<Value>)>,
}

impl From<KeptWindow> for Beginning {
    fn from(kept: KeptWindow) -> Self {
        Self { file: Some(kept.path), unnamed: false, seen: Some((kept.map, kept.place)) }
    }
}

impl Pane {
    /// A window that shows Home, or what it begins with.
    pub fn new(label: String, beginning: Beginning) -> Self {
        let untold = Mutex::new(Some(Vec::new()));
        Self { label, session: Mutex::new(None), untold, beginning: Mutex::new(beginning) }
    }

    /// The open map.
    pub fn session(&self) -> MutexGuard<'_, Option<Session>> {
        held(&self.session)
    }

    /// Publishes what waits and closes what is open.
    pub fn close(&self, shell: &Shell) {
        let open = self.session().take();
        if let Some(open) = open {
            shell.end(open);
        }
    }

    /// What it is to show; asked once.
    pub fn beginning(&self) -> Beginning {
        std::mem::take(&mut *held(&self.beginning))
    }
}

/// The window that asks.
#[derive(Clone)]
pub struct Here {
    app: AppHandle,
    pane: Arc<Pane>,
}

impl Deref for Here {
    type Target = Shell;
    fn deref(&self) -> &Shell {
        self.app.state::<Shell>().inner()
    }
}

impl<'de> CommandArg<'de, Wry> for Here {
    fn from_command(command: CommandItem<'de, Wry>) -> Result<Self, InvokeError> {
        let webview = command.message.webview_ref();
        Ok(Self::at(webview.app_handle(), webview.label()))
    }
}

impl Here {
    /// The window of a label.
    pub fn at(app: &AppHandle, label: &str) -> Self {
        Self { app: app.clone(), pane: app.state::<Shell>().pane(label) }
    }

    /// The program.
    pub fn app(&self) -> &AppHandle {
        &self.app
    }

    /// The window's name.
    pub fn label(&self) -> &str {
        &self.pane.label
    }

    /// What this window shows.
    pub fn pane(&self) -> &Pane {
        &self.pane
    }

    /// The open map.
    pub fn session(&self) -> MutexGuard<'_, Option<Session>> {
        self.pane.session()
    }

    /// Asks the open map.
    ///
    /// # Errors
    /// Where none is open, and what `ask` ends in.
    pub fn with<T>(&self, ask: impl FnOnce(&mut Session) -> Result<T, Problem>) -> Result<T, Problem> {
        ask(self.session().as_mut().ok_or_else(Problem::nothing_open)?)
    }

    /// As [`Here::with`], for what changes the map: the publisher learns of it.
    ///
    /// # Errors
    /// As [`Here::with`].
    pub fn change<T>(&self, ask: impl FnOnce(&mut Session) -> Result<T, Problem>) -> Result<T, Problem> {
        let mut renamed = None;
        let done = self.with(|open| {
            let before = open.name();
            let done = ask(open);
            renamed = Some(open.name()).filter(|name| *name != before);
            done
        });
        // A map without a file is called by its title.
        if let Some(name) = renamed {
            windows::entitle(&self.app, self.label(), Some(&name));
        }
        self.wake(Wake::Changed);
        done
    }

    /// Shows what the store opened: here where nothing is open, else in a window of its own, and then none is told.
    ///
    /// # Errors
    /// Where the document has no map, or there is no window to have.
    pub fn show(&self, open: Open) -> Result<Option<OpenMap>, Problem> {
        self.show_as(open, false)
    }

    /// As [`Here::show`]; the title of a map that is `unnamed` waits to be typed.
    ///
    /// # Errors
    /// As [`Here::show`].
    pub fn show_as(&self, mut open: Open, unnamed: bool) -> Result<Option<OpenMap>, Problem> {
        let notices = std::mem::take(&mut open.notices);
        let session = Session::new(open)?;
        if let Some(path) = session.path() {
            self.recent().remember(path, clock::new_id().to_string(), clock::now(), session.curve());
        }
        let taken = self.session().is_some();
        let there = if taken {
            let beginning = Beginning { unnamed, ..Beginning::default() };
            Self { app: self.app.clone(), pane: self.add_pane(beginning) }
        } else {
            self.clone()
        };
        let told = session.open_map();
        let file = session.path().map_or_else(|| "a draft".to_owned(), log::of_file);
        let reads = if session.is_read_only() { ", read-only" } else { "" };
        log::done(format!("opened {file} in {}{reads}", there.label()));
        windows::check_spelling(&self.app, there.label(), session.language());
        *there.session() = Some(session);
        for notice in notices {
            let problem = Problem::new(notice.code, say(&notice.sentence), say(&notice.next_step));
            there.tell(Told { problem, kind: Weight::Warning });
        }
        self.wake(Wake::Changed);
        kept::write(self);
        if !taken {
            windows::entitle(&self.app, self.label(), Some(told.file_name.as_str()));
            return Ok(Some(told));
        }
        if let Err(error) = windows::open(&self.app, there.label()) {
            self.close_pane(there.label());
            return Err(Problem::said("window.none", &[&error]));
        }
        windows::entitle(&self.app, there.label(), Some(told.file_name.as_str()));
        Ok(None)
    }

    /// Tells this window's page something. A page that is gone hears nothing.
    pub fn emit(&self, event: &str, told: impl Serialize + Clone) {
        let _ = self.app.emit_to(self.label(), event, told);
    }

    /// Tells the pages of all other windows something.
    pub fn emit_to_others(&self, event: &str, told: &(impl Serialize + Clone)) {
        for pane in self.panes().iter().filter(|pane| pane.label != self.label()) {
            let _ = self.app.emit_to(&pane.label, event, told);
        }
    }

    /// Tells the page something that it did not ask for. What comes before the page listens waits for [`Here::untold`].
    pub fn tell(&self, told: Told) {
        match &mut *held(&self.pane.untold) {
            Some(waiting) => waiting.push(told),
            None => self.emit("notice", told),
        }
    }

    /// What there was to tell before the page listened, which it does from now on.
    pub fn untold(&self) -> Vec<Told> {
        held(&self.pane.untold).take().unwrap_or_default()
    }
}
