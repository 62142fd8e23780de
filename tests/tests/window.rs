//! A person's way through the window: template, typing, dragging, undo, saving, closing, opening again, and a crash.
//! Needs the program (`cargo build -p desire-path`); `cargo xtask test` sees to that.

use pipeline_tests::window::{App, Desk, key};
use serde_json::{Value, json};
use std::path::Path;

/// A desk with a screen that is larger than the window.
fn desk() -> Desk {
    Desk::new(1700, 1100)
}

/// Opens a template from Home and waits for its map.
fn begin<'a>(desk: &'a Desk, template: &str) -> App<'a> {
    let app = App::start(desk, &[]);
    let button = app.find(&format!("button[aria-label^='{template}']"));
    app.click(&button, 1);
    app.find("[data-key^='cell/']");
    app
}

/// The key of the cell of a lane and a stage, both by what their headers say.
fn cell(app: &App<'_>, lane: &str, stage: &str) -> String {
    let script = "const of = (start, name) => [...document.querySelectorAll(`[data-key^='${start}/']`)]
            .find((node) => node.textContent.trim().startsWith(name))?.dataset.key.split('/')[1];
        return `cell/${of('label', args[0])}/${of('stage', args[1])}`;";
    app.run(script, &[json!(lane), json!(stage)]).as_str().unwrap_or_default().to_owned()
}

/// What the cards say, as Rust keeps them, in the order of the page.
fn cards(app: &App<'_>) -> Vec<String> {
    let script = "const keys = [...document.querySelectorAll(\"[data-key^='card/']\")].map((node) => node.dataset.key);
        const said = [];
        for (const key of keys) {
            const card = await window.__TAURI_INTERNALS__.invoke('record', { table: 'card', id: key.split('/')[1] });
            said.push(card?.text ?? `no ${key}`);
        }
        return said;";
    let said = app.run(script, &[]);
    said.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Waits until the cards say this.
fn say(app: &App<'_>, expected: &[&str]) {
    let mut found = Vec::new();
    for _ in 0..200 {
        found = cards(app);
        if found == expected {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(25));
    }
    assert_eq!(found, expected);
}

/// Types three cards over two stages, from the keyboard alone.
fn type_three(app: &App<'_>) {
    let first = cell(app, "Actions", "Awareness");
    app.click(&app.find(&format!("[data-key='{first}']")), 1);
    let (enter, tab, escape) = (key::ENTER, key::TAB, key::ESCAPE);
    app.keys(&format!("Becomes aware{enter}Discovers the brand{tab}Compares prices{escape}"));
    say(app, &["Becomes aware", "Discovers the brand", "Compares prices"]);
}

fn texts_in(file: &Path) -> Vec<String> {
    let document = store::read_file(file).expect("the file is a map");
    let mut texts: Vec<String> = document.cards.values().map(|card| card.text.clone()).collect();
    texts.sort();
    texts
}

#[test]
fn what_was_typed_dragged_and_undone_is_there_when_the_file_is_opened_again() {
    let desk = desk();
    let app = begin(&desk, "Seven phases");
    type_three(&app);

    // A drag by the pointer moves the card to another stage, and undo and redo take the same way.
    let moved =
        app.run("return [...document.querySelectorAll(\"[data-key^='card/']\")].at(-1).dataset.key", &[]);
    let card = moved.as_str().unwrap_or_default().to_owned();
    let target = cell(&app, "Actions", "Decision");
    let stage = target.rsplit('/').next().unwrap_or_default().to_owned();
    let id = card.rsplit('/').next().unwrap_or_default().to_owned();
    let stage_of = |app: &App<'_>| app.call("record", &json!({"table": "card", "id": id}))["stage"].clone();
    let before = stage_of(&app);
    let (from, to) = (app.middle(&card), app.middle(&target));
    app.drag(&[from, (from.0 + 12.0, from.1 + 3.0), ((from.0 + to.0) / 2.0, to.1), to]);
    app.wait_for("the card in its new stage", || (stage_of(&app) == json!(stage)).then_some(()));
    app.chord(&[key::CONTROL], 'z');
    app.wait_for("the card back in its stage", || (stage_of(&app) == before).then_some(()));
    app.chord(&[key::CONTROL, key::SHIFT], 'z');
    app.wait_for("the card in its new stage again", || (stage_of(&app) == json!(stage)).then_some(()));

    // The dialog's answer lacks the extension.
    desk.answer_dialogs(Some(&desk.home().join("My first map")));
    app.chord(&[key::CONTROL, key::SHIFT], 's');
    let file = desk.home().join("My first map.journey");
    app.wait_for("the file", || file.is_file().then_some(()));
    let words = ["Becomes aware", "Compares prices", "Discovers the brand"];
    assert_eq!(texts_in(&file), words);

    // What is typed after the last save is in the file when the window has closed, without a question.
    app.click(&app.find(&format!("[data-key='{target}']")), 1);
    app.keys(&format!("Signs{}", key::ESCAPE));
    app.wait_for("the last card", || cards(&app).contains(&"Signs".to_owned()).then_some(()));
    app.quit();
    assert_eq!(texts_in(&file), ["Becomes aware", "Compares prices", "Discovers the brand", "Signs"]);

    let again = App::start(&desk, &[&file]);
    again.find("[data-key^='card/']");
    let mut found = cards(&again);
    found.sort();
    assert_eq!(found, ["Becomes aware", "Compares prices", "Discovers the brand", "Signs"]);
    // Undo outlives the restart: two steps back, the last card is gone.
    again.chord(&[key::CONTROL], 'z');
    again.wait_for("the last card gone", || (!cards(&again).contains(&"Signs".to_owned())).then_some(()));
    again.quit();
}

#[test]
fn a_crash_loses_nothing_that_was_shown() {
    let desk = desk();
    let app = begin(&desk, "Four acts");
    let first = cell(&app, "Actions", "Acquaintance");
    app.click(&app.find(&format!("[data-key='{first}']")), 1);
    app.keys(&format!("Hears of us{}", key::ESCAPE));
    say(&app, &["Hears of us"]);
    app.kill();

    let app = App::start(&desk, &[]);
    let drafts = app.call("home", &json!({}))["drafts"].clone();
    assert_eq!(drafts[0]["name"], "Four acts", "{drafts}");
    let open = app.call("open_draft", &json!({"token": drafts[0]["token"]}));
    assert_eq!(open["counts"]["cards"], 1, "{open}");
    app.quit();
}

#[test]
fn a_file_that_is_no_map_leaves_the_window_on_home_with_a_sentence() {
    let desk = desk();
    let file = desk.home().join("notes.journey");
    std::fs::write(&file, "Buy milk.").expect("a file");
    let app = App::start(&desk, &[&file]);
    app.wait_until(
        "the notice",
        "return document.body.textContent.includes('notes.journey is not a journey file')",
        &[],
    );
    assert_eq!(std::fs::read(&file).expect("it is still there"), b"Buy milk.");
    app.quit();
}

#[test]
fn the_title_of_a_new_map_is_typed_whole() {
    let desk = desk();
    let app = begin(&desk, "Seven phases");
    app.find("textarea");
    for word in ["How ", "clinics ", "buy ", "scanners"] {
        app.keys(word);
        // Long enough for what was typed to come back as a new Scene.
        std::thread::sleep(std::time::Duration::from_millis(400));
    }
    app.keys(&key::ENTER.to_string());
    let script = "const id = document.querySelector(\"[data-key^='title/']\").dataset.key.split('/')[1];
        const map = await window.__TAURI_INTERNALS__.invoke('record', { table: 'map', id });
        return map.title === args[0];";
    app.wait_until("the title", script, &[json!("How clinics buy scanners")]);
    // In no file yet, so the window is called like the map.
    let called = "How clinics buy scanners – Desire Path";
    app.wait_for("the window's own title", || {
        desk.titles().iter().any(|title| title == called).then_some(())
    });
    app.quit();
}
