//! Random use of the window, the same for the same seed: what no person would think of, and what many people do.
//!
//! Each round begins from the file as it is, does random deeds, then takes everything back by Undo: the map must be the
//! one from which the round began.

mod deeds;

use super::{App, Desk, key};
use deeds::Dice;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

/// How many deeds make a round: what they come to is well within the 500 steps of undo that the program keeps.
const ROUND: usize = 100;

/// What a walk came to.
#[derive(Debug, Default)]
pub struct Walk {
    /// Events of keyboard, pointer and wheel.
    pub events: usize,
    /// Edits that were committed, undoing and redoing not counted.
    pub edits: usize,
    /// The labels that Undo had.
    pub labels: BTreeSet<String>,
    /// The names of the dialogs and menus that were open.
    pub opened: BTreeSet<String>,
    /// Rounds that were taken back whole.
    pub rounds: usize,
}

/// Notes what goes wrong in the page, and what is open, from now on.
const WATCH: &str = "
    window.walk = { wrong: [], opened: new Set(), labels: new Set() };
    // What an observer of sizes could not tell in one frame it tells in the next: no error, but sent as one.
    const late = 'ResizeObserver loop completed with undelivered notifications.';
    addEventListener('error', (event) => event.message === late || window.walk.wrong.push(String(event.message)));
    addEventListener('unhandledrejection', (event) => window.walk.wrong.push(JSON.stringify(event.reason) + String(event.reason)));
    const say = console.error;
    console.error = (...said) => { window.walk.wrong.push(said.map(String).join(' ')); say(...said); };
    // Each step taken back is told to those who listen.
    new MutationObserver(() => { window.walk.undone = (window.walk.undone ?? 0) + 1; })
        .observe(document.querySelector('.unseen[role=status]'), { childList: true, subtree: true, characterData: true });
    new MutationObserver(() => {
        for (const one of document.querySelectorAll('[role=dialog], [role=menu], [role=alertdialog]'))
            window.walk.opened.add(`${one.getAttribute('role')}: ${one.getAttribute('aria-label')
                ?? document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent ?? '?'}`);
    }).observe(document.body, { childList: true, subtree: true });";

/// Random use of the open map of `app`.
pub struct Wanderer<'a, 'b> {
    app: &'a App<'b>,
    desk: &'a Desk,
    file: &'a Path,
    dice: Dice,
    walk: Walk,
    /// What was done last, for whoever looks for the reason.
    last: std::collections::VecDeque<String>,
}

impl<'a, 'b> Wanderer<'a, 'b> {
    /// Ready to walk over the map of `file`, which `app` shows.
    pub fn new(app: &'a App<'b>, desk: &'a Desk, file: &'a Path, seed: u64) -> Self {
        app.run(WATCH, &[]);
        // A dialog that asks for a file is answered with a change of mind.
        desk.answer_dialogs(None);
        Self { app, desk, file, dice: Dice(seed | 1), walk: Walk::default(), last: Default::default() }
    }

    /// Walks until this many events, edits and labels were reached.
    ///
    /// # Panics
    /// Where the page or the program does something wrong.
    pub fn walk(mut self, events: usize, edits: usize) -> Walk {
        while self.walk.events < events || self.walk.edits < edits {
            self.round();
        }
        let said = std::fs::read_to_string(self.desk.said()).expect("what the program said");
        let wrong = said
            .lines()
            .filter(|line| ["panicked", "CRITICAL", "rror"].iter().any(|sign| line.contains(sign)));
        let wrong: Vec<&str> = wrong.collect();
        assert!(wrong.is_empty(), "nothing went wrong unseen: {wrong:#?}");
        self.walk
    }

    fn round(&mut self) {
        let before = self.saved();
        for deed in 0..ROUND {
            self.deed();
            self.stay();
            self.undo_label();
            if deed % 10 == 9 {
                self.check();
            }
        }
        let faults = journey::check(&self.saved());
        if !faults.is_empty() {
            self.stop(&format!("the map is not whole: {faults:?}"));
        }
        self.walk.edits += self.take_all_back();
        self.check();
        let after = self.saved();
        assert!(before == after, "round {}: undo does not lead back to where it began", self.walk.rounds + 1);
        self.walk.rounds += 1;
    }

    /// Ends whatever is open.
    fn rest(&mut self) {
        for _ in 0..3 {
            self.press(&[], key::ESCAPE);
        }
        let open = "return document.querySelector('[role=dialog]:not(.inspector), [role=menu]') !== null
            || document.activeElement?.tagName === 'SELECT'";
        for patience in 0..20 {
            if self.app.run(open, &[]) != true {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(25 * patience));
            // The list of a select is a window of the toolkit: the driver's keys do not reach it.
            let _ = self.desk.command("xdotool").args(["key", "Escape"]).status();
            self.press(&[], key::ESCAPE);
        }
        self.stop("something stays open after Escape");
    }

    /// The map in the file once everything is there.
    fn saved(&mut self) -> journey::Document {
        self.rest();
        self.app.call("save", &json!({}));
        store::read_file(self.file).expect("the file is whole")
    }

    fn undo_label(&mut self) -> Option<String> {
        let script =
            "const undo = document.querySelector('.top-bar button[aria-keyshortcuts~=\"Control+Z\"]');
            return undo && !undo.disabled && undo.ariaDisabled !== 'true' ? undo.getAttribute('aria-label') : null;";
        let label = self.app.run(script, &[]).as_str().map(str::to_owned);
        self.walk.labels.extend(label.clone());
        label
    }

    /// Undoes all there is; how many steps that were.
    fn take_all_back(&mut self) -> usize {
        self.app.run("document.querySelector(\"[data-key][tabindex='0']\")?.focus()", &[]);
        let mut steps = 0;
        while self.undo_label().is_some() {
            let told = self.app.run("return window.walk.undone ?? 0", &[]);
            self.press(&[key::CONTROL], 'z');
            let script =
                "const undo = document.querySelector('.top-bar button[aria-keyshortcuts~=\"Control+Z\"]');
                return undo.disabled || undo.ariaDisabled === 'true' || (window.walk.undone ?? 0) > args[0];";
            self.settled("a step taken back", script, &[told]);
            steps += 1;
            assert!(steps <= 500, "undo comes to an end");
        }
        steps
    }

    /// Comes back to the map where chance chose to leave it.
    fn stay(&mut self) {
        let name = self.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let here = "return document.querySelector('.top-bar .file-name')?.textContent === args[0]";
        if self.app.run(here, &[json!(name)]) == true {
            return;
        }
        self.note("comes back to the file".into());
        self.desk.answer_dialogs(Some(self.file));
        self.rest();
        self.press(&[key::CONTROL], 'o');
        self.settled("the file", here, &[json!(name)]);
        self.desk.answer_dialogs(None);
    }

    fn check(&mut self) {
        let told = self.app.run(
            "const { wrong, opened } = window.walk;
             const errors = [...document.querySelectorAll('.toast.error')].map((one) => `${one.textContent} ${window.walk.refused}`);
             return { wrong: [...wrong, ...errors], opened: [...opened] };",
            &[],
        );
        let list = |name: &str| -> Vec<String> {
            told[name].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        self.walk.opened.extend(list("opened"));
        let wrong = list("wrong");
        if !wrong.is_empty() {
            self.stop(&format!("{wrong:?}"));
        }
    }

    /// Waits until a script returns true.
    fn settled(&self, what: &str, script: &str, given: &[Value]) {
        for _ in 0..200 {
            if self.app.try_run(script, given).is_ok_and(|done| done == true) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(25));
        }
        self.stop(&format!("waited in vain for {what}"));
    }

    /// Ends the walk, with a picture of how it looks there.
    fn stop(&self, why: &str) -> ! {
        let picture = std::env::temp_dir().join("wander.png");
        self.desk.picture(&picture);
        let active = self.app.try_run("return document.activeElement?.outerHTML.slice(0, 100)", &[]);
        let said = self.app.try_run(
            "return [document.hasFocus(), document.querySelector('.unseen[role=status]')?.textContent,
                document.querySelector('.top-bar button[aria-keyshortcuts~=\"Control+Z\"]')?.getAttribute('aria-label'),
                document.querySelector('[role=dialog], [role=menu]')?.getAttribute('aria-label')]",
            &[],
        );
        panic!(
            "after {} events: {why}\nfocus: {active:?}\nhas focus, said, undo, open: {said:?}\nlast deeds: {:?}\npicture: {}",
            self.walk.events,
            self.last,
            picture.display()
        );
    }
}
