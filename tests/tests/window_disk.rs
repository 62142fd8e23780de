//! Exports that the disk or a person stops, in the real window: each costs one sentence, loses nothing and leaves nothing
//! behind.

use pipeline_tests::window::{App, Desk, key};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// The sample map as a file.
fn sample(desk: &Desk) -> PathBuf {
    let file = desk.home().join("seven-phases.journey");
    store::export_file(&pipeline_tests::sample(), &file, false).expect("the sample");
    file
}

/// Opens the dialog and presses its main button, with what was chosen before.
fn export_to(app: &App<'_>, desk: &Desk, path: &Path) {
    desk.answer_dialogs(Some(path));
    if app.run("return document.querySelector('.export') === null", &[]) == json!(true) {
        app.chord(&[key::CONTROL], 'e');
        app.find(".export");
    }
    let script = "const go = [...document.querySelectorAll('.export .foot button')].at(-1);
        if (!go || go.getAttribute('aria-disabled') === 'true') return false;
        go.click();
        return true;";
    app.wait_until("the button", script, &[]);
}

/// Waits for a notice with these words, and takes it away.
fn told(app: &App<'_>, words: &str) {
    let script = "const toast = [...document.querySelectorAll('.toast')].find((one) => one.textContent.includes(args[0]));
        toast?.querySelector('.close button')?.click();
        return toast !== undefined;";
    app.wait_until(words, script, &[json!(words)]);
}

fn is_open(app: &App<'_>) -> bool {
    app.run("return document.querySelector('.export') !== null", &[]) == json!(true)
}

#[test]
fn a_full_disk_and_a_locked_folder_cost_one_sentence_each() {
    let desk = Desk::new(1700, 1100);
    let file = sample(&desk);
    let (small, locked) = (desk.home().join("stick"), desk.home().join("locked"));
    for folder in [&small, &locked] {
        std::fs::create_dir(folder).expect("a folder");
    }
    std::fs::write(locked.join("map.pdf"), "theirs").expect("a file");
    let app = App::start_on_poor_disks(&desk, &[&file], &small, &locked);
    app.size_page(1600, 1000);
    app.find("[data-key^='card/']");

    export_to(&app, &desk, &small.join("map"));
    told(
        &app,
        "There is no room left on the disk for map.pdf. Make room and save again, or save somewhere else.",
    );
    assert!(is_open(&app), "what was chosen is not lost");
    assert_eq!(app.names_in(&small), [""; 0]);

    export_to(&app, &desk, &locked.join("map"));
    told(&app, "You do not have permission to write map.pdf. Save under another name, in a folder of yours.");
    assert!(is_open(&app));
    assert_eq!(app.names_in(&locked), ["map.pdf"]);
    assert_eq!(std::fs::read(locked.join("map.pdf")).expect("it is there"), b"theirs");

    // A folder of pictures finds no room either, and a deck that cannot be written stays as it was.
    let wish = |change: Value| {
        let mut wish = app.call("start", &json!({}))["settings"]["showing"].clone();
        for (name, value) in change.as_object().into_iter().flatten() {
            wish[name] = value.clone();
        }
        json!({"wish": wish})
    };
    desk.answer_dialogs(Some(&small.join("slides")));
    let refused =
        app.try_call("export", &wish(json!({"view": "slides", "format": "png"}))).expect_err("no room").0;
    assert!(refused.contains("file.disk-full"), "{refused}");
    assert_eq!(app.names_in(&small), [""; 0]);

    // Elsewhere there is room, and the map is as it was.
    let place = desk.home().join("map");
    export_to(&app, &desk, &place);
    told(&app, "Exported map.pdf to ");
    assert!(std::fs::read(place.with_extension("pdf")).is_ok_and(|bytes| bytes.starts_with(b"%PDF")));
    app.quit();
    assert_eq!(store::read_file(&file).expect("the map"), pipeline_tests::sample());
}

#[test]
fn a_file_that_is_there_is_replaced_as_a_whole_or_stays() {
    let desk = Desk::new(1700, 1100);
    let file = sample(&desk);
    let app = App::start(&desk, &[&file]);
    app.size_page(1600, 1000);
    app.find("[data-key^='card/']");
    // The system's dialog has asked before it gives a name that is taken.
    let taken = desk.home().join("taken.pdf");
    std::fs::write(&taken, "mine").expect("a file");
    desk.answer_dialogs(None);
    app.chord(&[key::CONTROL], 'e');
    app.find(".export");
    export_to(&app, &desk, &taken);
    told(&app, "Exported taken.pdf to ");
    assert!(std::fs::read(&taken).is_ok_and(|bytes| bytes.starts_with(b"%PDF") && bytes.ends_with(b"%%EOF")));
    app.quit();
}

#[test]
fn an_export_beyond_half_a_second_is_cancelled_by_escape_and_leaves_nothing() {
    let desk = Desk::new(1700, 1100);
    let file = sample(&desk);
    // As fine a picture of the largest paper as there is takes long enough on any computer.
    desk.set(r#"{"showing":{"view":"poster","format":"png","paper":"a0","dpi":300}}"#);
    let app = App::start(&desk, &[&file]);
    app.size_page(1600, 1000);
    app.find("[data-key^='card/']");
    let place = desk.home().join("huge.png");
    std::fs::write(&place, "mine").expect("a file");
    let names = || {
        let entries = std::fs::read_dir(desk.home()).expect("the folder").flatten();
        let mut names: Vec<_> = entries.map(|entry| entry.file_name()).collect();
        names.sort();
        names
    };
    let before = names();
    export_to(&app, &desk, &place);
    app.find(".export [role=progressbar]");
    app.keys(&key::ESCAPE.to_string());
    told(&app, "The export was cancelled.");
    app.wait_until("no bar", "return document.querySelector('.export [role=progressbar]') === null", &[]);
    assert!(is_open(&app), "Escape cancels before it closes");
    assert_eq!(std::fs::read(&place).expect("it is there"), b"mine");
    assert_eq!(names(), before);
    app.quit();
}
