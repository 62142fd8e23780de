//! Publishes the user's file in the background, and tells the page where its edits are.

use crate::here::Pane;
use crate::log;
use crate::session::{SaveState, Session};
use crate::shell::Shell;
use std::collections::HashMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};
use tauri::{AppHandle, Emitter, Manager};

/// How long to sleep where nothing waits.
const IDLE: Duration = Duration::from_secs(3600);

/// What wakes the publisher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wake {
    /// Something changed; publish when it is time.
    Changed,
    /// Publish at once what waits.
    Now,
}

/// Where to wake the publisher.
pub type Waker = Sender<Wake>;

/// Starts the publisher's thread, which lives as long as the program.
pub fn start(app: &AppHandle, woken: Receiver<Wake>) {
    let app = app.clone();
    let spawned = std::thread::Builder::new().name("publisher".into()).spawn(move || {
        let mut told = HashMap::new();
        loop {
            let panes = app.state::<Shell>().panes();
            let next = panes.iter().filter_map(|pane| pane.session().as_ref()?.next_publish()).min();
            let pause = next.map_or(IDLE, |next| next.saturating_duration_since(Instant::now()));
            let mut now = false;
            match woken.recv_timeout(pause) {
                Ok(wake) => now |= wake == Wake::Now,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            now |= woken.try_iter().any(|wake| wake == Wake::Now);
            for pane in app.state::<Shell>().panes() {
                tell(&app, &pane, &mut told);
                publish(&pane, now);
                tell(&app, &pane, &mut told);
            }
        }
    });
    if let Err(error) = spawned {
        // Without the thread the file is still published on save and on close.
        eprintln!("desire-path: no thread for publishing: {error}");
        log::failed(format!("no thread for publishing: {error}"));
    }
}

fn publish(pane: &Pane, now: bool) {
    let job = pane.session().as_mut().and_then(|open| {
        let document = open.stored();
        if now || document.publish_due(Instant::now()) { document.begin_publish() } else { None }
    });
    // Edits go on while the file is being written.
    if let Some(outcome) = job.map(store::Publishing::run)
        && let Some(open) = &mut *pane.session()
    {
        open.stored().end_publish(outcome);
        note(open);
    }
}

/// Notes in the log where a map's edits are after its file was written, or was not.
pub fn note(open: &mut Session) {
    let file = open.path().map_or_else(|| "a draft".to_owned(), log::of_file);
    match open.stored().save_state() {
        store::SaveState::Saved { .. } => log::done(format!("saved {file}")),
        store::SaveState::Saving { waiting, .. } => log::done(format!("saved {file}, {waiting} edits wait")),
        store::SaveState::Kept { why, waiting, .. } => {
            log::failed(format!("{} with {file}, {waiting} edits are kept on this computer", why.code));
        }
        store::SaveState::TwoCopies { theirs, .. } => {
            log::failed(format!("{} was changed elsewhere, ours goes on in {file}", log::of_file(&theirs)));
        }
    }
}

fn tell(app: &AppHandle, pane: &Pane, told: &mut HashMap<String, Option<SaveState>>) {
    let state = pane.session().as_ref().map(|open| open.save_state());
    if state.is_some() && told.get(&pane.label) != Some(&state) {
        // A page that is gone hears nothing.
        let _ = app.emit_to(&pane.label, "save_state", &state);
    }
    told.insert(pane.label.clone(), state);
}
