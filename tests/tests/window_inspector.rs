//! The inspector in the real window: what is typed there a moment ago is never lost, pictures come in, links go out.
//! Needs the program (`cargo build -p desire-path`); `cargo xtask test` sees to that.

use journey::Table;
use pipeline_tests::window::{App, Desk, key};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::Stdio;

/// The sample map in a file of its own.
fn sample(desk: &Desk) -> PathBuf {
    let document = pipeline_tests::sample();
    let file = desk.home().join("seven-phases.journey");
    store::export_file(&document, &file, true).expect("the map's file");
    file
}

/// The key of the card that says this.
fn card(app: &App<'_>, text: &str) -> String {
    let script = "return [...document.querySelectorAll(\"[data-key^='card/']\")]
        .find((node) => node.textContent.replace(/\\s+/g, ' ').includes(args[0]))?.dataset.key ?? ''";
    app.wait_for(text, || {
        let found = app.try_run(script, &[json!(text)]).ok()?;
        found.as_str().filter(|key| !key.is_empty()).map(str::to_owned)
    })
}

/// What Rust has in a field of a record.
fn field(app: &App<'_>, key: &str, name: &str) -> Value {
    let id = key.split('/').nth(1).unwrap_or_default();
    app.call("record", &json!({ "table": Table::Card, "id": id }))[name].clone()
}

/// The notes box of the inspector; its selector.
const NOTE: &str = ".inspector textarea[placeholder^='Add a quote']";

/// Opens the map with the inspector and a card in it.
fn inspect<'a>(desk: &'a Desk, text: &str) -> (App<'a>, String) {
    let file = sample(desk);
    let app = App::start(desk, &[&file]);
    let key = card(&app, text);
    app.click(&app.find(&format!("[data-key='{key}']")), 1);
    app.chord(&[key::CONTROL], '.');
    app.find(NOTE);
    (app, key)
}

#[test]
fn typed_in_a_field_and_another_card_clicked_at_once_the_text_is_there() {
    let desk = Desk::new(1700, 1100);
    let (app, key) = inspect(&desk, "Waits too long");
    let other = card(&app, "Pricing is unclear");
    let there = app.middle(&other);
    app.click(&app.find(NOTE), 1);
    app.keys("Said by three of five buyers");
    // No pause: the last letters are not on their way yet.
    app.click_at(there, 1, 0, &[]);
    app.wait_until(
        "the other card",
        "return document.querySelector('.inspector textarea').value.startsWith('Pricing')",
        &[],
    );
    app.wait_for("the note", || (field(&app, &key, "note") == "Said by three of five buyers").then_some(()));
    assert_eq!(field(&app, &other, "note"), "");
    // The note is one step of undo, and nothing else.
    app.click(&app.find(&format!("[data-key='{other}']")), 1);
    app.chord(&[key::CONTROL], 'z');
    app.wait_for("the note to go", || (field(&app, &key, "note") == "").then_some(()));
}

#[test]
fn typed_in_a_field_and_the_window_closed_at_once_the_text_is_in_the_file() {
    let desk = Desk::new(1700, 1100);
    let (app, key) = inspect(&desk, "Waits too long");
    app.click(&app.find(NOTE), 1);
    app.keys("The last words before the bell");
    app.quit();
    let file = desk.home().join("seven-phases.journey");
    let found = store::read_file(&file).expect("the file");
    let id = key.split('/').nth(1).and_then(|id| id.parse().ok()).expect("an id");
    assert_eq!(found.cards[&id].note, "The last words before the bell");
}

#[test]
fn a_link_in_a_note_opens_outside_after_a_click_only() {
    let desk = Desk::new(1700, 1100);
    let (app, _) = inspect(&desk, "Waits too long");
    app.click(&app.find(NOTE), 1);
    app.keys("See https://example.org/a.");
    let link = app.find(".inspector li button");
    let opened = desk.home().join("opened");
    assert!(!opened.exists());
    app.click(&link, 1);
    app.wait_for("the link", || {
        std::fs::read_to_string(&opened).ok().filter(|link| link == "https://example.org/a")
    });
    let refused = app.try_call("open_link", &json!({ "link": "file:///etc/passwd" }));
    assert!(refused.is_err_and(|problem| problem.to_string().contains("window.link_refused")));
}

#[test]
fn a_picture_comes_in_by_dialog_and_by_paste_and_a_bad_one_changes_nothing() {
    let desk = Desk::new(1700, 1100);
    let (app, _) = inspect(&desk, "Waits too long");
    let images = || -> usize {
        let all = app.call("records", &json!({ "table": "image" }));
        all.as_array().map_or(0, Vec::len)
    };
    // Nothing is selected: the map's own fields, with the logo.
    app.chord(&[], key::ESCAPE);
    let words = desk.home().join("words.png");
    std::fs::write(&words, "only words").expect("a file");
    desk.answer_dialogs(Some(&words));
    let choose = "const button = [...document.querySelectorAll('.inspector button')]
        .find((one) => one.textContent.includes('Choose a picture'));
        button?.scrollIntoView(); button?.click(); return Boolean(button)";
    app.wait_until("the logo", choose, &[]);
    app.wait_until(
        "one sentence",
        "return document.body.textContent.includes('This is no picture that can be shown here.')",
        &[],
    );
    assert_eq!(images(), 0);

    let drawing = desk.home().join("logo.svg");
    let bytes = r##"<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40" fill="#0c6f5b"/></svg>"##;
    std::fs::write(&drawing, bytes).expect("a file");
    desk.answer_dialogs(Some(&drawing));
    app.wait_until("the logo", choose, &[]);
    app.wait_until(
        "the picture",
        "const image = document.querySelector('.inspector img'); return image?.naturalWidth === 80",
        &[],
    );
    assert_eq!(images(), 1);

    // On the clipboard, as another program puts it there.
    let picture = desk.home().join("shot.png");
    let made = desk.command("convert").args(["-size", "60x30", "xc:#b93b27"]).arg(&picture).status();
    assert!(made.is_ok_and(|status| status.success()), "ImageMagick makes a picture");
    let owner = desk
        .command("xclip")
        .args(["-selection", "clipboard", "-t", "image/png", "-i"])
        .arg(&picture)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    assert!(owner.is_ok_and(|status| status.success()), "xclip holds the picture");
    let stage = app.find("[data-key^='stage/']");
    app.click(&stage, 1);
    app.chord(&[key::CONTROL], 'v');
    app.wait_for("the pasted picture", || (images() == 2).then_some(()));
    app.wait_until(
        "its card in the inspector",
        "return document.querySelector('.inspector img')?.naturalWidth === 60",
        &[],
    );
}

#[test]
fn in_a_narrow_window_what_gets_the_focus_lies_beside_the_panel() {
    let desk = Desk::new(1366, 768);
    let (app, first) = inspect(&desk, "Narrows options");
    app.keys(&key::END.to_string());
    app.wait_until(
        "the last card beside the panel",
        "const at = document.activeElement;
        return at.dataset.key?.startsWith('card/') && at.dataset.key !== args[0]
            && at.getBoundingClientRect().right < document.querySelector('.inspector').getBoundingClientRect().left",
        &[json!(first)],
    );
    // By keys into the panel, then a click beside its fields: only keys show where they are by a ring.
    app.click(&app.find(NOTE), 1);
    app.keys(&key::TAB.to_string());
    let beside = "const box = document.querySelector('.inspector .kind').getBoundingClientRect();
        return [box.right - 10, box.top + box.height / 2]";
    let place = app.run(beside, &[]);
    let at = |axis: usize| place[axis].as_f64().unwrap_or_default();
    app.click_at((at(0), at(1)), 1, 0, &[]);
    app.wait_until(
        "the panel to have the focus, without a ring",
        "return document.activeElement.matches('.inspector') && getComputedStyle(document.activeElement).outlineStyle === 'none'",
        &[],
    );
}
