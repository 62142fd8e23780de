//! One window a file, one program for all of them: further starts, the same file once more, closing, and going on there
//! at the next start. Needs the program (`cargo build -p desire-path`); `cargo xtask test` sees to that.

use journey::{Document, Edit, Id};
use pipeline_tests::window::{App, Desk, key, program};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A desk that hears which windows have painted their map: no driver looks into those of a further start.
fn desk() -> Desk {
    let mut desk = Desk::new(1700, 1100);
    desk.watch();
    desk
}

/// The sample under some names.
fn files<const COUNT: usize>(desk: &Desk, names: [&str; COUNT]) -> [PathBuf; COUNT] {
    let mut ids = pipeline_tests::ids();
    names.map(|name| {
        let path = desk.home().join(name);
        store::export_file(&journey::sample(&mut ids), &path, false).expect("a sample");
        path
    })
}

/// A further start of the program, which hands its files on and ends.
fn start_again(desk: &Desk, files: &[&str]) {
    let program = program().expect("it is built");
    let status = desk.command(&program).args(files).status();
    assert!(status.is_ok_and(|status| status.success()), "a further start ends well");
}

/// Waits until exactly these windows are on the screen.
fn windows(desk: &Desk, expected: &[&str]) {
    let expected: Vec<String> = expected.iter().map(|name| format!("{name} – Desire Path")).collect();
    let patience = Instant::now() + Duration::from_secs(15);
    loop {
        let found = desk.titles();
        if found == expected {
            return;
        }
        assert!(Instant::now() < patience, "{found:?}, not {expected:?}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn texts(file: &Path) -> Vec<String> {
    let document: Document = store::read_file(file).expect("a map");
    document.cards.values().map(|card| card.text.clone()).collect()
}

/// Where the first and the last stage of the sample lie in a window of 1600 px.
const FIRST: &str = "276";
const LAST: &str = "1480";

/// Clicks an empty cell in the window of a file, which no driver looks into: `x` is where its stage lies.
fn go_to_cell(desk: &Desk, name: &str, x: &str) {
    let title = format!("^{name} – Desire Path$");
    desk.by_hand(&["search", "--name", &title, "windowactivate", "--sync"]);
    let patience = Instant::now() + Duration::from_secs(20);
    while !desk.painted(&format!("{name} – Desire Path")) {
        assert!(Instant::now() < patience, "the map of {name} is painted");
        std::thread::sleep(Duration::from_millis(50));
    }
    // Nobody tells when it is laid out for the size that the window manager gave the window.
    std::thread::sleep(Duration::from_millis(1000));
    // The lane of pain points has nothing in the first and in the last stage.
    desk.by_hand(&["search", "--name", &title, "mousemove", "--window", "%1", x, "720", "click", "1"]);
    std::thread::sleep(Duration::from_millis(1000));
}

/// Types a card into an empty cell of the window of a file.
fn type_in(desk: &Desk, name: &str, x: &str, words: &str) {
    go_to_cell(desk, name, x);
    desk.by_hand(&["type", "--delay", "30", words]);
    desk.by_hand(&["key", "Escape"]);
}

#[test]
fn each_file_has_a_window_of_its_own_and_a_further_start_uses_the_running_program() {
    let desk = desk();
    let [one, other] = files(&desk, ["one.journey", "other.journey"]);
    let app = App::start(&desk, &[&one]);
    app.find("[data-key^='card/']");
    windows(&desk, &["one.journey"]);
    start_again(&desk, &["other.journey"]);
    windows(&desk, &["one.journey", "other.journey"]);
    let program = program().expect("it is built");
    assert_eq!(desk.running(&program).len(), 1, "one program for all windows");
    // The same file comes to the front and is not opened twice.
    start_again(&desk, &["other.journey"]);
    start_again(&desk, &["./one.journey"]);
    std::thread::sleep(Duration::from_millis(800));
    windows(&desk, &["one.journey", "other.journey"]);

    type_in(&desk, "other.journey", FIRST, "Typed over there");
    app.wait_for("the words in their file", || {
        texts(&other).contains(&"Typed over there".to_owned()).then_some(())
    });
    let before = texts(&one).len();
    assert_eq!(app.call("records", &json!({"table": "card"})).as_array().map(Vec::len), Some(before));
    // Undo is about the map of its own window.
    assert_eq!(app.call("undo", &json!({})), Value::Null);

    // A window is closed; the other one goes on, and no word is lost.
    type_in(&desk, "other.journey", LAST, "And more");
    desk.close_window("other.journey – Desire Path");
    windows(&desk, &["one.journey"]);
    // The window goes before its last words are in the file.
    for words in ["Typed over there", "And more"] {
        app.wait_for(words, || texts(&other).contains(&words.to_owned()).then_some(()));
    }
    assert_eq!(texts(&one).len(), before);
    app.quit();
}

#[test]
fn ctrl_q_closes_every_window_with_all_words_kept_and_the_next_start_has_them_again() {
    let desk = desk();
    let [one, other] = files(&desk, ["one.journey", "other.journey"]);
    let app = App::start(&desk, &[&one, &other]);
    windows(&desk, &["one.journey", "other.journey"]);
    for (name, words) in [("one.journey", "Half written here"), ("other.journey", "Half written there")] {
        go_to_cell(&desk, name, FIRST);
        // The box stays open.
        desk.by_hand(&["type", "--delay", "30", words]);
    }
    desk.by_hand(&["key", "ctrl+q"]);
    windows(&desk, &[]);
    let program = program().expect("it is built");
    app.wait_for("the end of the program", || desk.running(&program).is_empty().then_some(()));
    for (file, words) in [(&one, "Half written here"), (&other, "Half written there")] {
        assert!(texts(file).contains(&words.to_owned()), "{words}");
    }
    drop(app);
    let again = App::start(&desk, &[]);
    windows(&desk, &["one.journey", "other.journey"]);
    again.quit();
}

#[test]
fn a_card_copied_in_one_window_is_pasted_into_the_file_of_another() {
    let desk = desk();
    let [one, other] = files(&desk, ["one.journey", "other.journey"]);
    let before: Document = store::read_file(&one).expect("a map");
    let severity = |card: &journey::Card| card.fields.get("severity").and_then(Value::as_u64);
    let worst = before.cards.values().max_by_key(|card| severity(card)).expect("a pain point");
    let app = App::start(&desk, &[&one]);
    let card = app.find(&format!("[data-key='card/{}']", worst.id));
    app.click(&card, 1);
    app.chord(&[key::CONTROL], 'c');
    start_again(&desk, &["other.journey"]);
    windows(&desk, &["one.journey", "other.journey"]);
    go_to_cell(&desk, "other.journey", FIRST);
    desk.by_hand(&["key", "ctrl+v"]);
    let alike = |document: &Document| {
        document
            .cards
            .values()
            .filter(|card| card.text == worst.text && severity(card) == severity(worst))
            .count()
    };
    app.wait_for("the card in the other file", || {
        let document = store::read_file(&other).expect("a map");
        (alike(&document) == 2 && journey::check(&document).is_empty()).then_some(())
    });
    assert_eq!(alike(&store::read_file(&one).expect("a map")), 1, "nothing came into its own file");
    app.quit();
}

#[test]
fn a_window_that_shows_home_takes_the_first_file_and_what_is_opened_from_a_map_gets_another() {
    let desk = desk();
    let [one, other] = files(&desk, ["one.journey", "other.journey"]);
    let app = App::start(&desk, &[]);
    app.find("main");
    start_again(&desk, &["one.journey"]);
    app.find("[data-key^='card/']");
    windows(&desk, &["one.journey"]);
    desk.answer_dialogs(Some(&other));
    app.chord(&[key::CONTROL], 'o');
    windows(&desk, &["one.journey", "other.journey"]);
    // Of one's own file, nothing more is to be opened.
    desk.answer_dialogs(Some(&one));
    app.chord(&[key::CONTROL], 'o');
    std::thread::sleep(Duration::from_millis(800));
    windows(&desk, &["one.journey", "other.journey"]);
    app.quit();
}

#[test]
fn the_next_start_goes_on_with_the_map_and_the_place_of_the_last() {
    let desk = desk();
    let [one] = files(&desk, ["one.journey"]);
    let mut document = store::read_file(&one).expect("a map");
    let first = document.maps_in_order()[0].id;
    let copy = Edit::Duplicate { table: journey::Table::Map, id: first, copy: Id::from_u128(7 << 90) };
    copy.apply(&mut document, journey::Stamp::default()).expect("it can be copied");
    store::export_file(&document, &one, true).expect("a file");

    let app = App::start(&desk, &[&one]);
    app.find("[role=tab]");
    app.chord(&[key::CONTROL], key::PAGE_DOWN);
    let second = "return document.querySelectorAll('[role=tab]')[1].ariaSelected === 'true'";
    app.wait_until("the second map", second, &[]);
    app.wait_until_still();
    let zoom = "return document.querySelector('.zoom button[aria-haspopup]').textContent.trim()";
    for _ in 0..3 {
        app.chord(&[key::CONTROL], '+');
    }
    app.wait_for("a larger map", || (app.run(zoom, &[]) != "Fit width").then_some(()));
    app.wait_until_still();
    let seen = app.run(zoom, &[]);
    app.quit();

    let again = App::start(&desk, &[]);
    again.find("[role=tab]");
    again.wait_until("the second map again", second, &[]);
    again.wait_for("the same zoom", || (again.run(zoom, &[]) == seen).then_some(()));
    again.quit();
}

#[test]
fn all_windows_that_closed_with_the_program_are_there_again_and_none_that_was_closed_before() {
    let desk = desk();
    let [one, other, third] = files(&desk, ["one.journey", "other.journey", "third.journey"]);
    let app = App::start(&desk, &[&one, &other, &third]);
    windows(&desk, &["one.journey", "other.journey", "third.journey"]);
    app.find("[data-key^='card/']");
    desk.close_window("third.journey – Desire Path");
    windows(&desk, &["one.journey", "other.journey"]);
    // After a moment it counts as closed for good.
    let kept = desk.home().join("../data/desire-path/windows.json");
    app.wait_for("two windows to be kept", || {
        let kept = std::fs::read_to_string(&kept).ok()?;
        (kept.contains("other.journey") && !kept.contains("third.journey")).then_some(())
    });
    app.quit();
    let again = App::start(&desk, &[]);
    windows(&desk, &["one.journey", "other.journey"]);
    again.quit();
}
