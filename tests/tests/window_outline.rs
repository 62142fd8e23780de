//! The outline in the real window: written by keys, undone, live beside the canvas, kept for the next start, and quick on
//! a large map. Needs the program (`cargo build -p desire-path`); `cargo xtask test` sees to that.

use journey::{Document, LaneKind};
use pipeline_tests::sample;
use pipeline_tests::window::{App, Desk, key};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Opens a map and shows it as a text.
fn open<'a>(desk: &'a Desk, document: &Document) -> (App<'a>, PathBuf) {
    let (app, file) = App::open(desk, document, (1600, 1000));
    app.chord(&[key::CONTROL], '2');
    app.find(".outline li[data-key^='card/']");
    (app, file)
}

/// The key of the card with these words.
fn card(document: &Document, words: &str) -> String {
    let found = document.cards.values().find(|card| card.text.starts_with(words));
    format!("card/{}", found.unwrap_or_else(|| panic!("no card {words:?}")).id)
}

/// Waits until the cell of the card with these words says this in the file: what was typed a moment ago is on its way.
fn holds(app: &App<'_>, file: &Path, like: &str, expected: &[&str]) {
    let mut said = Vec::new();
    for _ in 0..40 {
        let document = app.saved(file);
        let like = document.cards.values().find(|card| card.text.starts_with(like)).expect("a card");
        let cell = document.cards_in(like.lane, like.stage);
        said = cell.into_iter().map(|card| card.text.clone()).collect();
        if said == expected {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    panic!("{said:?} instead of {expected:?}");
}

/// Gives a line the focus.
fn go_to(app: &App<'_>, key: &str) {
    let script = "const line = document.querySelector(`.outline [data-key='${args[0]}']`);
        line?.scrollIntoView({ block: 'center' });
        line?.focus();
        return document.activeElement?.dataset.key === args[0];";
    app.wait_until(key, script, &[json!(key)]);
}

fn says(app: &App<'_>, words: &str) {
    let script = "return [...document.querySelectorAll('.outline li')].some((line) => line.innerText.includes(args[0]))";
    app.wait_until(words, script, &[json!(words)]);
}

/// What the text box holds; null while none is open.
fn writes(app: &App<'_>, words: &str) {
    let script = "return document.activeElement?.matches('.outline textarea') && document.activeElement.value === args[0]";
    app.wait_until(&format!("a box with {words:?}"), script, &[json!(words)]);
}

#[test]
fn lines_are_written_one_after_the_other_and_undone_one_by_one() {
    let desk = Desk::new(1700, 1100);
    let document = sample();
    let (app, file) = open(&desk, &document);
    go_to(&app, &card(&document, "Waits too long"));
    app.keys(&key::ENTER.to_string());
    writes(&app, "Waits too long for feedback on a demo request");
    app.keys(&format!(" today{0}Nobody calls{0}Nobody writes{1}", key::ENTER, key::ESCAPE));
    says(&app, "Nobody writes");
    let today = "Waits too long for feedback on a demo request today";
    holds(&app, &file, "Waits too long", &[today, "Nobody calls", "Nobody writes"]);
    // Backspace takes an empty line away and goes on above.
    app.keys(&key::ENTER.to_string());
    writes(&app, "Nobody writes");
    app.chord(&[key::CONTROL], 'a');
    app.keys(&format!("{0}{0}", key::BACKSPACE));
    writes(&app, "Nobody calls");
    app.keys(&key::ESCAPE.to_string());
    holds(&app, &file, "Waits too long", &[today, "Nobody calls"]);
    // Each box was one step.
    let gone = "return ![...document.querySelectorAll('.outline li')].some((line) => line.innerText.includes(args[0]))";
    app.chord(&[key::CONTROL], 'z');
    says(&app, "Nobody writes");
    app.chord(&[key::CONTROL], 'z');
    app.wait_until("the second is gone", gone, &[json!("Nobody writes")]);
    app.chord(&[key::CONTROL], 'z');
    app.wait_until("the first is gone", gone, &[json!("Nobody calls")]);
    app.chord(&[key::CONTROL], 'z');
    app.wait_until("the words are as they were", gone, &[json!("today")]);
    app.chord(&[key::CONTROL, key::SHIFT], 'z');
    says(&app, "request today");
    holds(&app, &file, "Waits too long", &[today]);
    app.quit();
}

#[test]
fn what_is_written_in_one_view_shows_in_the_other_and_the_selection_is_shared() {
    let desk = Desk::new(1700, 1100);
    let document = sample();
    let (app, _file) = open(&desk, &document);
    let pricing = card(&document, "Pricing is unclear");
    go_to(&app, &pricing);
    app.keys(&format!("{} to us{}", key::ENTER, key::ESCAPE));
    says(&app, "Pricing is unclear to us");
    app.chord(&[key::CONTROL], '1');
    let painted = "const card = document.querySelector(`.scene-world [data-key='${args[0]}']`);
        return !!card && card.classList.contains('selected') && card.textContent.replace(/\\s+/g, ' ').includes('to us');";
    app.wait_until("the canvas says it, selected", painted, &[json!(pricing)]);
    // And back: what is done on the canvas.
    app.run("document.querySelector(`[data-key='${args[0]}']`).focus(); return null", &[json!(pricing)]);
    app.keys("2");
    app.chord(&[key::CONTROL], '2');
    let rated = "return document.querySelector(`.outline [data-key='${args[0]}'] [role=img]`)?.getAttribute('aria-label') === 'Severity 2'";
    app.wait_until("its severity", rated, &[json!(pricing)]);
    let current =
        "return document.querySelector(`.outline [data-key='${args[0]}']`).getAttribute('aria-current')";
    assert_eq!(app.run(current, &[json!(pricing)]), "true");
    app.quit();
}

#[test]
fn the_next_start_shows_the_outline_again() {
    let desk = Desk::new(1700, 1100);
    let document = sample();
    let (app, _file) = open(&desk, &document);
    let all = "document.querySelector('.outline .show input[value=all]').click(); return null";
    app.run(all, &[]);
    app.find(".outline .new");
    app.quit();
    let again = App::start(&desk, &[]);
    again.find(".outline .new");
    assert_eq!(
        again.run("return document.querySelector('.views [aria-pressed=true]').textContent", &[]),
        "Outline"
    );
    again.chord(&[key::CONTROL], '1');
    again.find(".scene-world [data-key^='card/']");
    again.quit();
}

#[test]
fn no_glyph_moves_when_a_line_is_opened() {
    let desk = Desk::new(1700, 1100);
    let document = sample();
    let (app, _file) = open(&desk, &document);
    for words in ["Waits too long", "Surely someone", "Demo"] {
        let key = card(&document, words);
        go_to(&app, &key);
        let place = |of: &str| -> Value {
            let script = "const box = document.querySelector(`.outline [data-key='${args[0]}'] ${args[1]}`).getBoundingClientRect();
                return [box.left, box.top];";
            app.run(script, &[json!(key), json!(of)])
        };
        let before = place(".words");
        app.keys(&key::ENTER.to_string());
        app.wait_until(
            "the words",
            "return !!document.querySelector('.outline textarea:not(.waiting)')?.value",
            &[],
        );
        let after = place("textarea");
        app.keys(&key::ESCAPE.to_string());
        for axis in 0..2 {
            let by = before[axis].as_f64().unwrap_or(f64::NAN) - after[axis].as_f64().unwrap_or(f64::NAN);
            assert!(by.abs() <= 0.5, "{words}: {before} {after}");
        }
    }
    app.quit();
}

#[test]
fn of_a_large_map_all_headings_are_there_and_the_last_stage_is_written_in_at_once() {
    let desk = Desk::new(1700, 1100);
    let document = pipeline_tests::maps::of_size(30, 20, 9);
    let (app, file) = open(&desk, &document);
    let count = |css: &str| app.run("return document.querySelectorAll(args[0]).length", &[json!(css)]);
    assert_eq!(count(".outline h2"), 30);
    let lines = count(".outline li[data-key^='card/']").as_u64().unwrap_or_default();
    assert!(lines < document.cards.len() as u64 / 4, "{lines} lines of {}", document.cards.len());
    let map = document.maps_in_order()[0].id;
    let last = document.stages_of(map).last().expect("a stage").id;
    app.run("[...document.querySelectorAll('.outline nav button')].at(-1).click(); return null", &[]);
    let own: Vec<&journey::Card> = document
        .lanes_of(map)
        .into_iter()
        .filter(|lane| lane.kind != LaneKind::Touchpoints && lane.kind.holds_cards())
        .flat_map(|lane| document.cards_in(lane.id, last))
        .collect();
    let first = own.first().expect("a card").id;
    go_to(&app, &format!("card/{first}"));
    let text = document.cards[&first].text.clone();
    app.keys(&key::ENTER.to_string());
    writes(&app, &text);
    app.keys(&format!(" and more{}", key::ESCAPE));
    says(&app, " and more");
    app.wait_for("it in the file", || {
        app.saved(&file).cards[&first].text.ends_with("and more").then_some(())
    });
    app.quit();
}
