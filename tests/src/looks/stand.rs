//! The window while looks are taken of it, and the ways of a person in it.

use super::Shown;
use crate::maps;
use crate::window::{App, Desk, Hand, key};
use journey::{Document, Id, LaneKind};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::cell::Cell;
use std::io::Write;
use std::ops::Deref;
use std::path::Path;
use std::process::Stdio;

/// How long a person rests between two things.
const PAUSE: std::time::Duration = std::time::Duration::from_millis(150);

/// The window at its desk with a map open. It is an [`App`] to whoever uses it.
pub struct Stand<'a> {
    desk: &'a Desk,
    app: App<'a>,
    /// What is in the map.
    pub document: Document,
    shown: Shown,
    language: &'static str,
    /// A button of the mouse, or a key, is held.
    held: Cell<bool>,
}

impl<'a> Deref for Stand<'a> {
    type Target = App<'a>;
    fn deref(&self) -> &App<'a> {
        &self.app
    }
}

/// A desk for looks of one map.
pub(super) fn desk(theme: &str, language: &str) -> Desk {
    let desk = Desk::new(1600, 1000);
    desk.set_up(theme, language);
    desk
}

fn document(shown: Shown, language: &str) -> Document {
    match shown {
        Shown::Home | Shown::Sample | Shown::Newer => crate::sample(),
        Shown::Spoken => journey::sample_in(&mut crate::ids(), language),
        Shown::Every => maps::every_kind(),
        Shown::Blank => journey::blank(&mut crate::ids(), language),
        Shown::Template => journey::Template::ALL[0].document(&mut crate::ids(), language),
        Shown::Long => maps::long(),
        Shown::Arabic => maps::arabic(),
    }
}

impl<'a> Stand<'a> {
    /// Starts the program with a map in a page of this size.
    pub(super) fn begin(desk: &'a Desk, language: &'static str, shown: Shown, size: (u32, u32)) -> Self {
        let document = document(shown, language);
        let file = desk.home().join("seven-phases.journey");
        store::export_file(&document, &file, true).expect("the map's file");
        if shown == Shown::Newer {
            newer(&file);
        }
        let files: &[&Path] = if shown == Shown::Home { &[] } else { &[&file] };
        let app = App::start(desk, files);
        app.size_page(size.0, size.1);
        let there = if shown == Shown::Home { "button.sample" } else { "[data-key^='stage/']" };
        app.find(there);
        let stand = Self { desk, app, document, shown, language, held: Cell::new(false) };
        stand.settle();
        std::thread::sleep(std::time::Duration::from_millis(900));
        stand
    }

    /// What the window says, in its language.
    pub fn says(&self, english: &'static str, german: &'static str) -> &'static str {
        if self.language == "de" { german } else { english }
    }

    /// Writes what the screen shows.
    pub fn picture(&self, to: &Path) {
        self.desk.picture(to);
    }

    /// Waits until the page stands still and has been painted.
    pub(super) fn settle(&self) {
        let script = "await document.fonts.ready;
            const moving = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity);
            await Promise.race([Promise.allSettled(moving.map((one) => one.finished)),
                new Promise((done) => setTimeout(done, 800))]);
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));";
        self.run(script, &[]);
        std::thread::sleep(std::time::Duration::from_millis(220));
    }

    /// Ends what is open and takes back what was done, so that the next look begins from the map at rest.
    pub(super) fn rest(&self) {
        self.park();
        self.right_to_left(false);
        if self.shown == Shown::Home {
            self.press(key::ESCAPE);
            return;
        }
        let open = "return document.querySelector(
                '[role=dialog]:not(.inspector), [role=menu], [role=listbox], .find-bar, .canvas textarea') !== null";
        for _ in 0..6 {
            self.press(key::ESCAPE);
            if self.run(open, &[]) != true {
                break;
            }
        }
        self.inspector(false);
        if self.run("return document.querySelector('.outline') !== null", &[]) == true {
            self.ctrl('1');
            self.find(".scene-world [data-key]");
        }
        let zoomed =
            "return document.querySelector('.zoom button[aria-haspopup]')?.textContent.trim() !== args[0]";
        let fitted = self.says("Fit width", "Breite einpassen");
        if self.run(zoomed, &[json!(fitted)]) == true {
            self.chord(&[key::SHIFT], '1');
            // A click while the map is laid out anew would be lost.
            std::thread::sleep(std::time::Duration::from_millis(300));
            self.settle();
        }
        let script = "for (const one of document.querySelectorAll('.toast button')) one.click();
            const undo = document.querySelector('.top-bar button[aria-keyshortcuts~=\"Control+Z\"]');
            const more = undo !== null && undo.ariaDisabled !== 'true';
            if (more) undo.click();
            return more;";
        for _ in 0..20 {
            if self.run(script, &[]) != true {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(60));
        }
        self.run("document.querySelector(\".canvas [data-key][tabindex='0']\")?.focus(); return null", &[]);
        for _ in 0..3 {
            self.press(key::ESCAPE);
        }
        self.run("document.activeElement?.blur(); document.querySelector('.viewport')?.scrollTo(0, 0); return null", &[]);
    }

    /// Turns the window the way of languages that are read from right to left, or back.
    pub fn right_to_left(&self, on: bool) {
        let script = "document.documentElement.dir = args[0] ? 'rtl' : 'ltr'; return null;";
        self.run(script, &[json!(on)]);
    }

    /// Lets go of what a pose still holds.
    pub(super) fn let_go(&self) {
        if self.held.take() {
            self.press(key::ESCAPE);
            self.hand(&[Hand::Release]);
        }
    }

    /// Takes the pointer where nothing changes under it.
    pub fn park(&self) {
        // Between the name of the file and the views.
        let middle = self.run("return innerWidth * 0.3", &[]).as_f64().unwrap_or_default();
        self.hand(&[Hand::To(middle, 26.0)]);
        let _ = self.desk.command("xdotool").args(["mousemove", &middle.round().to_string(), "26"]).status();
    }

    /// Presses one key.
    pub fn press(&self, one: char) {
        self.chord(&[], one);
    }

    /// Presses a key with Control.
    pub fn ctrl(&self, one: char) {
        self.chord(&[key::CONTROL], one);
    }

    /// Presses a button and moves on with it; it stays pressed until the look has been seen.
    pub fn hold_and_move(&self, places: &[(f64, f64)]) {
        let [(x, y), rest @ ..] = places else { return };
        let mut steps = vec![Hand::To(*x, *y), Hand::Press];
        steps.extend(rest.iter().map(|(x, y)| Hand::To(*x, *y)));
        self.held.set(true);
        self.hand(&steps);
    }

    /// Shows the inspector, or hides it.
    pub fn inspector(&self, open: bool) {
        let is = self.run("return document.querySelector('.inspector') !== null", &[]) == true;
        if is != open {
            self.ctrl('.');
            let script = "return (document.querySelector('.inspector') !== null) === args[0]";
            self.wait_until("the inspector", script, &[json!(open)]);
            // The map is laid out for the room that is left once that rests.
            std::thread::sleep(std::time::Duration::from_millis(300));
            self.settle();
        }
    }

    /// The key of a card of a lane of this kind, the first with `words` in it.
    pub fn card(&self, kind: LaneKind, words: &str) -> String {
        let document = self.english();
        let found = document.cards.values().find(|card| {
            let of_kind = self.document.lanes.get(&card.lane).is_some_and(|lane| lane.kind == kind);
            of_kind && card.text.contains(words)
        });
        format!("card/{}", found.unwrap_or_else(|| panic!("a card of {kind:?} with {words:?}")).id)
    }

    /// The lane of this kind.
    pub fn lane(&self, kind: LaneKind) -> Id {
        let found = self.document.lanes.values().find(|lane| lane.kind == kind);
        found.unwrap_or_else(|| panic!("a lane of {kind:?}")).id
    }

    /// The stage at a place, from 0.
    pub fn stage(&self, at: usize) -> Id {
        let map = self.document.maps_in_order()[0].id;
        self.document.stages_of(map)[at].id
    }

    /// The key of a stage.
    pub fn stage_key(&self, at: usize) -> String {
        format!("stage/{}", self.stage(at))
    }

    /// The key of a lane's label.
    pub fn label(&self, kind: LaneKind) -> String {
        format!("label/{}", self.lane(kind))
    }

    /// The key of a cell.
    pub fn cell(&self, kind: LaneKind, stage: usize) -> String {
        format!("cell/{}/{}", self.lane(kind), self.stage(stage))
    }

    /// The map in English: the sample has the same ids in every language.
    fn english(&self) -> Cow<'_, Document> {
        if self.shown == Shown::Spoken { Cow::Owned(crate::sample()) } else { Cow::Borrowed(&self.document) }
    }

    /// The key of the point of a curve that is called so in English.
    pub fn feeling(&self, label: &str) -> String {
        let document = self.english();
        let found = document.feelings.values().find(|feeling| feeling.label == label);
        let key = format!("feeling/{}", found.unwrap_or_else(|| panic!("a feeling {label:?}")).id);
        self.reveal(&key);
        key
    }

    /// The key of the first node of the map that begins so and says these words.
    pub fn node(&self, prefix: &str, words: &str) -> String {
        let script = "const found = [...document.querySelectorAll(`[data-key^='${args[0]}']`)]
            .find((one) => `${one.textContent} ${one.ariaLabel ?? ''}`.includes(args[1]));
            if (!found) {
                // What is far away is not there yet.
                const scroller = document.querySelector('.viewport');
                const end = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
                scroller.scrollTop = end ? 0 : scroller.scrollTop + scroller.clientHeight / 2;
            }
            return found?.dataset.key ?? null;";
        self.wait_for(&format!("{prefix} {words}"), || {
            self.run(script, &[json!(prefix), json!(words)]).as_str().map(str::to_owned)
        })
    }

    /// Brings a node into view.
    pub fn reveal(&self, node: &str) {
        let script = "const scroller = document.querySelector('.viewport');
            const node = document.querySelector(`[data-key='${args[0]}']`);
            if (!node) {
                // What is far away is not there yet.
                const end = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
                scroller.scrollTop = end ? 0 : scroller.scrollTop + scroller.clientHeight / 2;
                return false;
            }
            const [box, view] = [node.getBoundingClientRect(), scroller.getBoundingClientRect()];
            if (box.top < view.top + 130 || box.bottom > view.bottom - 30)
                scroller.scrollTop += box.top - view.top - view.height / 2;
            if (box.left < view.left + 170 || box.right > view.right - 20)
                scroller.scrollLeft += box.left - view.left - view.width / 2;
            return true;";
        self.wait_until(node, script, &[json!(node)]);
        std::thread::sleep(std::time::Duration::from_millis(150));
    }

    /// Clicks a node of the map.
    pub fn choose(&self, node: &str) {
        self.reveal(node);
        let there =
            "return document.querySelector(`[data-key='${args[0]}']`).matches('.selected, .role-cell:focus')";
        self.until(there, &[json!(node)], || {
            // A person looks before they press.
            self.reveal(node);
            std::thread::sleep(PAUSE);
            self.click_at(self.middle(node), 1, 0, &[]);
        });
    }

    /// Does something, and once more where it did not come to what was expected: a click on what is painted anew in that
    /// moment goes astray, for people as well.
    ///
    /// # Panics
    /// Where it never does.
    pub fn until(&self, expected: &str, args: &[Value], act: impl Fn()) {
        for _ in 0..4 {
            act();
            for _ in 0..10 {
                std::thread::sleep(PAUSE);
                if self.try_run(expected, args).is_ok_and(|done| done == true) {
                    return;
                }
            }
        }
        let state = "return [document.body.style.cssText, document.activeElement?.outerHTML.slice(0, 120)]";
        panic!("never: {expected} {args:?}; {:?}", self.run(state, &[]));
    }

    /// Clicks what a selector finds until another one finds something.
    pub fn opens(&self, css: &str, opened: &str) {
        self.until("return document.querySelector(args[0]) !== null", &[json!(opened)], || self.push(css));
    }

    /// Gives a node of the map the focus and selects it, without the pointer.
    pub fn focus(&self, node: &str) {
        self.reveal(node);
        let script = "document.querySelector(`[data-key='${args[0]}']`).focus(); return null;";
        self.run(script, &[json!(node)]);
    }

    /// Opens a node's menu with the right button.
    pub fn menu(&self, node: &str) {
        self.reveal(node);
        self.right_click(self.middle(node));
    }

    /// Opens the menu of what lies at a place, with the mouse of the screen: where a menu opens under the driver's right
    /// button, the web view never hears that it was let go, and no pointer is heard from then on.
    pub fn right_click(&self, (x, y): (f64, f64)) {
        let (x, y) = (x.round().to_string(), y.round().to_string());
        let done = self.desk.command("xdotool").args(["mousemove", &x, &y, "click", "3"]).status();
        assert!(done.is_ok_and(|status| status.success()), "xdotool clicks");
        self.find("[role=menu]");
    }

    /// Opens a node's menu with the keyboard: for things whose middle is not theirs.
    pub fn menu_by_key(&self, node: &str) {
        self.focus(node);
        self.chord(&[key::SHIFT], key::F10);
        self.find("[role=menu]");
    }

    /// Opens the menu in a menu.
    pub fn enter(&self, entry: &str) {
        let script = "document.querySelector(`[role=menu] [data-entry='${args[0]}']`).focus(); return null;";
        self.find(&format!("[role=menu] [data-entry='{entry}']"));
        self.run(script, &[json!(entry)]);
        self.press(key::RIGHT);
        self.wait_until(
            "the menu in the menu",
            "return document.querySelectorAll('[role=menu]').length > 1",
            &[],
        );
    }

    /// Chooses an entry of an open menu.
    pub fn entry(&self, entry: &str) {
        self.push(&format!("[role=menu] [data-entry='{entry}']"));
    }

    /// Clicks what a selector finds.
    pub fn push(&self, css: &str) {
        self.click(&self.find(css), 1);
    }

    /// Clicks the button that says these words.
    pub fn button(&self, within: &str, words: &str) {
        let script = "const found = [...document.querySelectorAll(`${args[0]} :is(button, [role=option], label)`)]
            .find((one) => (one.ariaLabel ?? '').includes(args[1]) || one.textContent.trim().startsWith(args[1]));
            if (!found) return null;
            found.scrollIntoView({ block: 'nearest' });
            const box = found.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];";
        let at = self.wait_for(&format!("{within} {words}"), || {
            let at: Value = self.run(script, &[json!(within), json!(words)]);
            Some((at[0].as_f64()?, at[1].as_f64()?))
        });
        self.click_at(at, 1, 0, &[]);
    }

    /// Runs a command by its words in the list of commands.
    pub fn command(&self, words: &str) {
        self.ctrl('k');
        self.find("[role=combobox]");
        self.keys(words);
        let script = "return document.querySelector('[role=option][aria-selected=true]')?.textContent.includes(args[0])";
        self.wait_until(words, script, &[json!(words)]);
        self.press(key::ENTER);
        // What was chosen may be a question with a box of its own.
        self.wait_until("it to close", "return document.querySelector('.dialog.hanging') === null", &[]);
    }

    /// Puts a text on the clipboard, as another program does.
    pub fn copied_elsewhere(&self, text: &str) {
        let mut owner = self
            .desk
            .command("xclip")
            .args(["-selection", "clipboard", "-i"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("xclip starts");
        owner.stdin.take().expect("its input").write_all(text.as_bytes()).expect("xclip reads");
        owner.wait().expect("xclip holds the text");
    }
}

/// Makes a file look as if a newer program had written it.
fn newer(file: &Path) {
    let mut bytes = std::fs::read(file).expect("the file");
    // `user_version` is the big-endian number at byte 60 of a database's header.
    bytes[63] += 1;
    std::fs::write(file, bytes).expect("the file");
}
