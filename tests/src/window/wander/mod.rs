//! Random use of the window, the same for the same seed: what no person would think of, and what many people do.
//!
//! Each round begins from the file as it is, does random deeds, then takes everything back by Undo: the map must be the
//! one from which the round began.

use super::{App, Desk, key};
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

/// A small generator of numbers (xorshift64*, Vigna 2016): a seed tells the whole walk.
#[derive(Clone, Debug)]
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() >> 33) as usize % end.max(1)
    }

    fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }
}

/// What people say, in a few scripts.
const WORDS: &[&str] = &[
    "asks for a quote",
    "waits",
    "Größe prüfen",
    "compares prices",
    "ログイン",
    "calls support 📞",
    "يقارن الأسعار",
    "budget",
    "who decides?",
    "forwards the offer to procurement and three more people",
    "№ 7",
    "a",
    "– dash",
];

/// Things on the map that a pointer can take hold of.
const THINGS: &[&str] = &[
    "[data-key^='card/']",
    "[data-key^='cell/']",
    "[data-key^='stage/']",
    "[data-key^='label/']",
    "[data-key^='gap/']",
    "[data-key^='feeling/']",
    "[data-key^='path/']",
    "[data-key^='title/']",
];

/// Keys of the grid, each with what is held.
const KEYS: &[(&[char], char)] = &[
    (&[], 'g'),
    (&[], 's'),
    (&[key::SHIFT], 's'),
    (&[], 'n'),
    (&[], 'e'),
    (&[], 'v'),
    (&[key::SHIFT], 'v'),
    (&[], '1'),
    (&[], '3'),
    (&[], '5'),
    (&[], 'f'),
    (&[], 'r'),
    (&[], 'm'),
    (&[], 't'),
    (&[], 'o'),
    (&[], 'p'),
    (&[], 'l'),
    (&[], key::DELETE),
    (&[], key::ENTER),
    (&[], ' '),
    (&[], key::ESCAPE),
    (&[], key::UP),
    (&[], key::DOWN),
    (&[], key::LEFT),
    (&[], key::RIGHT),
    (&[key::SHIFT], key::RIGHT),
    (&[key::SHIFT], key::DOWN),
    (&[key::ALT], key::UP),
    (&[key::ALT], key::DOWN),
    (&[key::ALT], key::LEFT),
    (&[key::ALT], key::RIGHT),
    (&[key::ALT, key::SHIFT], key::UP),
    (&[key::ALT, key::SHIFT], key::DOWN),
    (&[key::CONTROL], key::RIGHT),
    (&[key::CONTROL], key::LEFT),
    (&[key::CONTROL], 'a'),
    (&[key::CONTROL], 'd'),
    (&[key::CONTROL], 'c'),
    (&[key::CONTROL], 'x'),
    (&[key::CONTROL], 'v'),
    (&[key::CONTROL], 'z'),
    (&[key::CONTROL], 'y'),
    (&[key::CONTROL], key::HOME),
    (&[key::CONTROL], key::END),
    (&[], key::PAGE_DOWN),
    (&[], key::PAGE_UP),
];

/// What opens a dialog, a bar or a panel, from anywhere.
const DOORS: &[(&[char], char)] = &[
    (&[key::CONTROL], 'k'),
    (&[key::CONTROL], 'f'),
    (&[], key::F1),
    (&[key::CONTROL], '.'),
    (&[], 'm'),
    (&[key::CONTROL], key::ENTER),
    (&[key::CONTROL, key::SHIFT], 'f'),
    (&[key::CONTROL], ','),
    (&[key::SHIFT], key::F10),
    (&[key::CONTROL], 'e'),
];

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

/// Where a random one of these things can be hit: a place in it at which nothing else lies above.
const AIM: &str = "
    const found = [...document.querySelectorAll(args[0])];
    for (let tries = 0; tries < 12 && found.length > 0; tries += 1) {
        const one = found[(args[1] + tries * 7) % found.length];
        const box = one.getBoundingClientRect();
        const at = [box.x + box.width * args[2], box.y + box.height * args[3]];
        const hit = document.elementFromPoint(...at);
        if (hit && (one.contains(hit) || hit.contains(one))) return at;
    }
    return null;";

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

    fn deed(&mut self) {
        match self.dice.below(100) {
            0..=24 => self.type_something(),
            25..=49 => self.press_some_key(),
            50..=64 => self.drag_something(),
            65..=76 => self.click_something(),
            77..=86 => self.choose_from_a_menu(),
            87..=91 => self.open_a_door(),
            92..=95 => self.press_a_button(),
            _ => self.turn_the_wheel(),
        }
    }

    fn aim(&mut self, css: &str) -> Option<(f64, f64)> {
        let (which, x, y) = (self.dice.below(10_000), self.dice.below(80) + 10, self.dice.below(80) + 10);
        let given = [json!(css), json!(which), json!(x as f64 / 100.0), json!(y as f64 / 100.0)];
        let at = self.app.run(AIM, &given);
        Some((at[0].as_f64()?, at[1].as_f64()?))
    }

    fn thing(&mut self) -> Option<(f64, f64)> {
        let css = self.dice.of(THINGS);
        self.aim(css)
    }

    fn note(&mut self, what: String) {
        self.last.push_back(what);
        if self.last.len() > 60 {
            self.last.pop_front();
        }
    }

    fn press(&mut self, held: &[char], pressed: char) {
        self.note(format!("{held:?} {pressed:?}"));
        self.app.chord(held, pressed);
        self.walk.events += 2 + 2 * held.len();
    }

    fn keys(&mut self, text: &str) {
        self.note(format!("types {text:?}"));
        self.app.keys(text);
        self.walk.events += 2 * text.chars().count();
    }

    fn type_something(&mut self) {
        let css = if self.dice.below(3) == 0 { "[data-key^='card/']" } else { "[data-key^='cell/']" };
        let place = self.aim(css);
        let Some(at) = place else { return };
        let times = 1 + self.dice.below(2);
        self.click(at, times, &[]);
        for _ in 0..=self.dice.below(3) {
            let words = self.dice.of(WORDS);
            self.keys(words);
            let end = [key::ENTER, key::ENTER, key::TAB, key::ESCAPE][self.dice.below(4)];
            self.press(&[], end);
        }
        self.press(&[], key::ESCAPE);
    }

    fn press_some_key(&mut self) {
        if self.dice.below(2) == 0
            && let Some(at) = self.thing()
        {
            self.click(at, 1, &[]);
        }
        for _ in 0..=self.dice.below(5) {
            let (held, pressed) = KEYS[self.dice.below(KEYS.len())];
            self.press(held, pressed);
        }
        self.press(&[], key::ESCAPE);
    }

    fn drag_something(&mut self) {
        let (Some(from), Some(to)) = (self.thing(), self.thing()) else { return };
        self.note(format!("drags {from:?} to {to:?}"));
        let held = [None, None, None, Some(key::CONTROL), Some(key::SHIFT)][self.dice.below(5)];
        let cancelled = self.dice.below(6) == 0;
        self.app.drag_with(&[from, ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0), to], held, cancelled);
        self.walk.events += 5 + 2 * usize::from(held.is_some()) + 2 * usize::from(cancelled);
    }

    fn click(&mut self, at: (f64, f64), times: usize, held: &[char]) {
        self.note(format!("clicks {at:?} {times} {held:?}"));
        self.app.click_at(at, times, 0, held);
        self.walk.events += 1 + 2 * times + 2 * held.len();
    }

    fn click_something(&mut self) {
        let Some(at) = self.thing() else { return };
        let held: &[char] = [&[][..], &[], &[key::CONTROL], &[key::SHIFT]][self.dice.below(4)];
        let times = 1 + self.dice.below(2);
        self.click(at, times, held);
        if self.dice.below(2) == 0 {
            self.press(&[], key::ESCAPE);
        }
    }

    fn choose_from_a_menu(&mut self) {
        let Some(at) = self.thing() else { return };
        self.note(format!("opens the menu at {at:?}"));
        self.app.click_at(at, 1, 2, &[]);
        self.walk.events += 3;
        if self.dice.below(5) == 0 {
            self.press(&[], key::ESCAPE);
            return;
        }
        if let Some(item) = self.aim("[role=menu] [role^=menuitem]:not([aria-disabled=true])") {
            self.click(item, 1, &[]);
            if let Some(item) = self.aim("[role=menu] [role^=menuitem]:not([aria-disabled=true])") {
                self.click(item, 1, &[]);
            }
        }
        let words = self.dice.of(WORDS);
        if self.dice.below(3) == 0 {
            self.keys(words);
            self.press(&[], key::ENTER);
        }
        self.rest();
    }

    fn open_a_door(&mut self) {
        let (held, pressed) = DOORS[self.dice.below(DOORS.len())];
        self.press(held, pressed);
        if self.dice.below(2) == 0 {
            let words = self.dice.of(WORDS);
            self.keys(words);
        }
        for _ in 0..self.dice.below(4) {
            let pressed = [key::TAB, key::DOWN, key::ENTER, ' '][self.dice.below(4)];
            self.press(&[], pressed);
        }
        self.rest();
    }

    /// Buttons of the bars, but for those that leave the map or the program.
    fn press_a_button(&mut self) {
        let Some(at) = self.aim(".top-bar button:not(.home), .bottom-bar button, .inspector button") else {
            return;
        };
        self.click(at, 1, &[]);
        self.rest();
    }

    fn turn_the_wheel(&mut self) {
        let by = [-240, -120, 120, 240][self.dice.below(4)];
        let held: &[char] = [&[][..], &[key::SHIFT], &[key::CONTROL]][self.dice.below(3)];
        let Some(at) = self.aim("[data-key^='cell/']") else { return };
        // The driver cannot hold keys while the wheel turns.
        let script = "const [at, by, held] = args;
            document.elementFromPoint(...at)?.dispatchEvent(new WheelEvent('wheel', { deltaY: by, bubbles: true,
                cancelable: true, clientX: at[0], clientY: at[1], shiftKey: held === 'shift', ctrlKey: held === 'control' }));";
        let held = match held {
            [key::SHIFT] => "shift",
            [key::CONTROL] => "control",
            _ => "",
        };
        self.app.run(script, &[json!([at.0, at.1]), json!(by), json!(held)]);
        self.walk.events += 1;
    }
}
