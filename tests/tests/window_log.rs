//! The log of the real window: what was done and what went wrong is in it, nothing that somebody wrote is.

use pipeline_tests::window::{App, Desk};
use serde_json::json;
use std::path::PathBuf;

/// What only somebody who maps would write; a word of each must not be in the log.
const WORDS: [&str; 4] = ["Hildegard", "waits", "Clinic", "Sued"];

fn file(desk: &Desk) -> PathBuf {
    desk.home().with_file_name("state").join("desire-path/log/desire-path.log")
}

fn log(desk: &Desk) -> String {
    std::fs::read_to_string(file(desk)).unwrap_or_default()
}

#[test]
fn the_log_tells_what_was_done_and_what_failed_and_holds_no_word_of_a_map() {
    let desk = Desk::new(1280, 800);
    let map = desk.home().join("Clinic Sued.journey");
    store::export_file(&pipeline_tests::sample(), &map, false).expect("the sample");
    let app = App::start(&desk, &[&map]);
    app.find("[data-key^='card/']");
    let card =
        "const key = document.querySelector(\"[data-key^='card/']\").dataset.key; return key.split('/')[1];";
    let card = app.run(card, &[]);
    let edit = json!({"edit": {"edit": "set", "table": "card", "id": card, "field": "text", "value": "Hildegard waits"}});
    app.call("apply", &edit);
    app.call("save", &json!({}));

    // A command that fails, one that panics with words of a map, and a mistake of the page.
    assert!(app.try_call("open_draft", &json!({"token": "Hildegard"})).is_err());
    assert!(app.try_call("panic_for_test", &json!({"words": "Hildegard waits"})).is_err());
    app.run("setTimeout(() => { throw new RangeError('Hildegard waits'); }); return null;", &[]);
    app.wait_for("the page's mistake", || log(&desk).contains("RangeError on the page").then_some(()));

    // The program goes on, and shows where the log is.
    app.call("show_log", &json!({}));
    let opened = std::fs::read_to_string(desk.home().join("opened")).expect("the log was shown");
    assert_eq!(opened, file(&desk).display().to_string());
    app.quit();

    let log = log(&desk);
    for told in [
        concat!("done   started version ", env!("CARGO_PKG_VERSION"), " on "),
        "done   opened ",
        "done   saved ",
        ".journey",
        "failed problem draft.missing",
        "failed panic on the thread commands at src-tauri/src/automation.rs",
        // The way there, read from the program's own table of names.
        "panic_for_test",
        "failed command panic_for_test",
        "failed problem window.internal",
        "failed RangeError on the page",
        "done   ended",
    ] {
        assert!(log.contains(told), "{told:?} is in the log:\n{log}");
    }
    for word in WORDS {
        assert!(!log.contains(word), "{word} is not in the log:\n{log}");
    }
}
