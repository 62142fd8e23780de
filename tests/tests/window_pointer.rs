//! The hand on the map, in the real window: what is dragged, brushed and stretched is in the file, cancelled it is not.
//! Needs the program (`cargo build -p desire-path`); `cargo xtask test` sees to that.

use journey::{Document, Id, LaneKind};
use pipeline_tests::maps;
use pipeline_tests::window::{App, Desk, Hand, key};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A desk with a screen that is larger than the window.
fn desk() -> Desk {
    Desk::new(1700, 1100)
}

/// Writes a map into a file and opens it in a window of 1280 × 800.
fn open<'a>(desk: &'a Desk, document: &Document) -> (App<'a>, PathBuf) {
    let file = desk.home().join("map.journey");
    store::export_file(document, &file, true).expect("a file");
    let app = App::start(desk, &[&file]);
    app.size_page(1280, 800);
    app.find("[data-key^='card/']");
    (app, file)
}

/// What is in the file once everything has been saved.
fn saved(app: &App<'_>, file: &Path) -> Document {
    app.call("save", &json!({}));
    store::read_file(file).expect("the file is a map")
}

/// Waits until the name of the last step is this; empty where there is none.
fn wait_for_step(app: &App<'_>, label: &str) {
    let script = "const undo = document.querySelector(\"button[aria-label^='Undo']\");
        return (undo?.getAttribute('aria-label') ?? '').includes(args[0]);";
    app.wait_until(&format!("the step {label:?}"), script, &[json!(label)]);
}

fn lane(document: &Document, kind: LaneKind) -> Id {
    let map = document.maps_in_order()[0].id;
    document.lanes_of(map).into_iter().find(|lane| lane.kind == kind).expect("a lane of that kind").id
}

fn stages(document: &Document) -> Vec<Id> {
    let map = document.maps_in_order()[0].id;
    document.stages_of(map).iter().map(|stage| stage.id).collect()
}

/// The ids of the cards of a cell, from top to bottom.
fn cards(document: &Document, lane: Id, stage: Id) -> Vec<Id> {
    document.cards_in(lane, stage).iter().map(|card| card.id).collect()
}

/// How far the map is scrolled to the right, and how far that goes.
fn scrolled(app: &App<'_>) -> (f64, f64) {
    let script = "const view = document.querySelector('.viewport');
        return [view.scrollLeft, view.scrollWidth - view.clientWidth];";
    let found = app.run(script, &[]);
    (found[0].as_f64().unwrap_or_default(), found[1].as_f64().unwrap_or_default())
}

/// Shows the map at its natural size.
fn at_100_percent(app: &App<'_>) {
    app.chord(&[key::CONTROL], '0');
    app.wait_until("100 %", "return document.querySelector('.viewport').scrollWidth > innerWidth * 2", &[]);
}

#[test]
fn a_card_goes_from_the_first_stage_to_the_twelfth() {
    let desk = desk();
    let document = maps::of_size(12, 4, 2);
    let (app, file) = open(&desk, &document);
    at_100_percent(&app);
    let before = saved(&app, &file);
    let (lane, stages) = (lane(&before, LaneKind::Actions), stages(&before));
    let card = cards(&before, lane, stages[0])[0];
    let node = format!("card/{card}");
    let (x, y) = app.middle(&node);
    let at_edge = [Hand::To(x, y), Hand::Press, Hand::To(x + 12.0, y + 3.0), Hand::To(1276.0, y)];

    // Cancelled half-way: the document is what it was.
    app.hand(&at_edge);
    app.wait_for("the map at half its way", || (scrolled(&app).0 > 700.0).then_some(()));
    assert_eq!(app.run("return document.querySelectorAll('.drag-copy').length", &[]), json!(1));
    app.keys(&key::ESCAPE.to_string());
    app.hand(&[Hand::Release]);
    assert_eq!(app.run("return document.querySelectorAll('.drag-copy, .drop-line').length", &[]), json!(0));
    assert!(saved(&app, &file) == before, "a drag that was cancelled left something");

    // Done: the hand rests at the edge until the last stage shows.
    app.run("document.querySelector('.viewport').scrollLeft = 0", &[]);
    app.hand(&at_edge);
    app.wait_for("the last stage", || {
        let (left, most) = scrolled(&app);
        (left >= most - 1.0).then_some(())
    });
    let (x, y) = app.middle(&format!("cell/{lane}/{}", stages[11]));
    app.hand(&[Hand::To(x, y), Hand::Release]);
    wait_for_step(&app, "Move card");
    let after = saved(&app, &file);
    assert!(cards(&after, lane, stages[11]).contains(&card), "it lies in the last stage");
    let focus = app.run("return document.activeElement.dataset.key", &[]);
    assert_eq!(focus, json!(node));

    // Undone: the document is what it was.
    app.chord(&[key::CONTROL], 'z');
    app.wait_until(
        "nothing to undo",
        "return !!document.querySelector(\"button[aria-label='Nothing to undo']\")",
        &[],
    );
    assert!(saved(&app, &file) == before, "an undone drag left something");
    app.quit();
}

#[test]
fn five_cards_keep_their_order_and_copies_leave_the_originals() {
    let desk = desk();
    let document = maps::of_size(4, 2, 5);
    let (app, file) = open(&desk, &document);
    let before = saved(&app, &file);
    let (lane, stages) = (lane(&before, LaneKind::Actions), stages(&before));
    let five = cards(&before, lane, stages[0]);
    assert_eq!(five.len(), 5);

    // A frame from the sheet's padding below the last card to above the first one.
    let [left, top, width, _] = app.place(&format!("card/{}", five[0]));
    let [_, last, _, height] = app.place(&format!("card/{}", five[4]));
    let from = (left + width / 2.0, last + height + 4.0);
    app.hand(&[
        Hand::To(from.0, from.1),
        Hand::Press,
        Hand::To(from.0 - 10.0, from.1 - 10.0),
        Hand::To(left + 10.0, top + 5.0),
        Hand::Release,
    ]);
    let chosen = app.run("return document.querySelectorAll('.role-card.selected').length", &[]);
    assert_eq!(chosen, json!(5));

    let drag = |app: &App<'_>, held: Id, stage: Id| {
        let (x, y) = app.middle(&format!("card/{held}"));
        let [left, top, width, _] = app.place(&format!("cell/{lane}/{stage}"));
        app.hand(&[
            Hand::To(x, y),
            Hand::Press,
            Hand::To(x + 12.0, y + 3.0),
            Hand::To(left + width / 2.0, top + 3.0),
            Hand::Release,
        ]);
    };
    drag(&app, five[2], stages[2]);
    wait_for_step(&app, "Move 5 cards");
    let after = saved(&app, &file);
    assert_eq!(cards(&after, lane, stages[2])[..5], five[..]);
    assert!(cards(&after, lane, stages[0]).is_empty());

    // They are still selected: with Ctrl they stay, and five copies lie elsewhere, in the same order.
    app.hold(key::CONTROL, true);
    drag(&app, five[0], stages[1]);
    app.hold(key::CONTROL, false);
    wait_for_step(&app, "Duplicate 5 cards");
    let copied = saved(&app, &file);
    let texts =
        |cards: &[Id]| -> Vec<String> { cards.iter().map(|id| copied.cards[id].text.clone()).collect() };
    let copies = cards(&copied, lane, stages[1]);
    assert_eq!(texts(&copies[..5]), texts(&five));
    assert_eq!(cards(&copied, lane, stages[2])[..5], five[..]);
    app.quit();
}

#[test]
fn stages_points_gaps_edges_and_paths_by_hand() {
    let desk = desk();
    let mut last = 0;
    let document = journey::sample(&mut || {
        last += 1;
        Id::from_u128(last)
    });
    let (app, file) = open(&desk, &document);
    let before = saved(&app, &file);
    let row = stages(&before);

    // A stage by its header, behind the next one.
    let (x, y) = app.middle(&format!("stage/{}", row[0]));
    let (to, _) = app.middle(&format!("stage/{}", row[1]));
    app.hand(&[
        Hand::To(x, y + 20.0),
        Hand::Press,
        Hand::To(x + 12.0, y + 20.0),
        Hand::To(to + 40.0, y + 20.0),
    ]);
    assert_eq!(app.run("return document.querySelectorAll('.drop-line.upright').length", &[]), json!(1));
    app.hand(&[Hand::Release]);
    wait_for_step(&app, "Move stage");
    assert_eq!(stages(&saved(&app, &file))[..2], [row[1], row[0]]);
    app.chord(&[key::CONTROL], 'z');
    app.wait_until(
        "nothing to undo",
        "return !!document.querySelector(\"button[aria-label='Nothing to undo']\")",
        &[],
    );

    // A point of the curve, down by more than a unit; cancelled it is back, done it is one step.
    let feeling =
        before.feelings.values().find(|feeling| feeling.label == "Relieved").expect("a feeling").clone();
    let value = |app: &App<'_>| -> Value {
        app.call("record", &json!({"table": "feeling", "id": feeling.id}))["value"].clone()
    };
    let node = format!("feeling/{}", feeling.id);
    let (x, y) = app.middle(&node);
    let down = [Hand::To(x, y), Hand::Press, Hand::To(x, y + 10.0), Hand::To(x, y + 40.0)];
    app.hand(&down);
    app.wait_for("the point to follow", || (value(&app) != json!(feeling.value)).then_some(()));
    app.keys(&key::ESCAPE.to_string());
    app.hand(&[Hand::Release]);
    app.wait_for("the point where it was", || (value(&app) == json!(feeling.value)).then_some(()));
    assert!(saved(&app, &file) == before, "a point that was let go with Escape is where it was");
    app.hand(&down);
    app.hand(&[Hand::To(x, y + 45.0), Hand::Release]);
    wait_for_step(&app, "Move point");
    app.wait_for("a value in quarters", || {
        let value = value(&app).as_f64()?;
        (value < feeling.value - 0.5 && (value * 4.0).fract() == 0.0).then_some(())
    });
    app.chord(&[key::CONTROL], 'z');
    app.wait_for("the point where it was", || (value(&app) == json!(feeling.value)).then_some(()));

    // The edge of the first column: its stage gets wider, in one step.
    let [left, top, width, _] = app.place(&format!("stage/{}", row[0]));
    let edge = (left + width, top + 100.0 + 120.0);
    app.hand(&[
        Hand::To(edge.0, edge.1),
        Hand::Press,
        Hand::To(edge.0 + 10.0, edge.1),
        Hand::To(edge.0 + 90.0, edge.1),
    ]);
    app.wait_for("a wider stage", || {
        let stage = app.call("record", &json!({"table": "stage", "id": row[0]}));
        (stage["width"].as_f64()? > 260.0).then_some(())
    });
    app.hand(&[Hand::Release]);
    app.chord(&[key::CONTROL], 'z');
    app.wait_until(
        "nothing to undo",
        "return !!document.querySelector(\"button[aria-label='Nothing to undo']\")",
        &[],
    );
    assert!(saved(&app, &file) == before, "undo makes the stage as wide as it was");
    app.quit();
}
