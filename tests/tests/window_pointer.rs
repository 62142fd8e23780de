//! The hand on the map, in the real window: what is dragged, brushed and stretched is in the file, cancelled it is not.
//! Needs the program (`cargo build -p desire-path`); `cargo xtask test` sees to that.

use journey::{Document, Id, LaneKind};
use pipeline_tests::maps;
use pipeline_tests::window::{App, Desk, Hand, key};
use serde_json::{Value, json};
use std::path::PathBuf;

/// A desk with a screen that is larger than the window.
fn desk() -> Desk {
    Desk::new(1700, 1100)
}

/// Writes a map into a file and opens it in a window of 1280 × 800.
fn open<'a>(desk: &'a Desk, document: &Document) -> (App<'a>, PathBuf) {
    App::open(desk, document, (1280, 800))
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

/// Undoes the one step that there is.
fn take_back(app: &App<'_>) {
    app.chord(&[key::CONTROL], 'z');
    let script = "return !!document.querySelector(\"button[aria-label='Nothing to undo']\")";
    app.wait_until("nothing to undo", script, &[]);
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
    let before = app.saved(&file);
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
    assert!(app.saved(&file) == before, "a drag that was cancelled left something");

    // Done: the hand rests at the edge until the last stage shows.
    app.run("document.querySelector('.viewport').scrollLeft = 0", &[]);
    // The card was far away until now.
    app.wait_for("the card where it was", || (app.middle(&node) == (x, y)).then_some(()));
    app.hand(&at_edge);
    app.wait_for("the last stage", || {
        let (left, most) = scrolled(&app);
        (left >= most - 1.0).then_some(())
    });
    let (x, y) = app.middle(&format!("cell/{lane}/{}", stages[11]));
    app.hand(&[Hand::To(x, y), Hand::Release]);
    wait_for_step(&app, "Move card");
    let after = app.saved(&file);
    assert!(cards(&after, lane, stages[11]).contains(&card), "it lies in the last stage");
    let focus = "return document.activeElement.dataset.key === args[0]";
    app.wait_until("the card in focus", focus, &[json!(node)]);

    // Undone: the document is what it was.
    take_back(&app);
    assert!(app.saved(&file) == before, "an undone drag left something");
    app.quit();
}

#[test]
fn five_cards_keep_their_order_and_copies_leave_the_originals() {
    let desk = desk();
    let document = maps::of_size(4, 2, 5);
    let (app, file) = open(&desk, &document);
    let before = app.saved(&file);
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
    let after = app.saved(&file);
    assert_eq!(cards(&after, lane, stages[2])[..5], five[..]);
    assert!(cards(&after, lane, stages[0]).is_empty());

    // They are still selected: with Ctrl they stay, and five copies lie elsewhere, in the same order.
    app.hold(key::CONTROL, true);
    drag(&app, five[0], stages[1]);
    app.hold(key::CONTROL, false);
    wait_for_step(&app, "Duplicate 5 cards");
    let copied = app.saved(&file);
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
    let document = pipeline_tests::sample();
    let (app, file) = open(&desk, &document);
    let before = app.saved(&file);
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
    assert_eq!(stages(&app.saved(&file))[..2], [row[1], row[0]]);
    take_back(&app);

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
    assert!(app.saved(&file) == before, "a point that was let go with Escape is where it was");
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
    take_back(&app);
    assert!(app.saved(&file) == before, "undo makes the stage as wide as it was");
    app.quit();
}

#[test]
fn gaps_spans_paths_lanes_and_new_points_by_hand() {
    let desk = desk();
    let document = pipeline_tests::sample();
    let (app, file) = open(&desk, &document);
    app.size_page(1680, 1080);
    let before = app.saved(&file);
    let row = stages(&before);
    let drag = |from: (f64, f64), to: (f64, f64)| {
        app.hand(&[
            Hand::To(from.0, from.1),
            Hand::Press,
            Hand::To(from.0 + 6.0, from.1 + 6.0),
            Hand::To(to.0, to.1),
            Hand::Release,
        ]);
    };

    // The first gap, to the boundary after the second stage.
    let gap = before.gaps.values().find(|gap| gap.stage == row[0]).expect("a gap").id;
    let from = app.middle(&format!("gap/{gap}"));
    let [left, _, width, _] = app.place(&format!("stage/{}", row[1]));
    drag(from, (left + width - 10.0, from.1));
    wait_for_step(&app, "Move gap");
    assert_eq!(app.saved(&file).gaps[&gap].stage, row[1]);

    // A card by the end that it shows when it is selected, over the next stage.
    let card = cards(&before, lane(&before, LaneKind::Actions), row[3])[1];
    let node = format!("card/{card}");
    app.click(&app.find(&format!("[data-key='{node}']")), 1);
    let [left, top, width, height] = app.place(&node);
    drag((left + width + 2.0, top + height / 2.0), (left + 1.9 * width, top + height));
    wait_for_step(&app, "Stretch card");
    assert_eq!(app.saved(&file).cards[&card].to_stage, row[4]);

    // From node to node: a way back from the fifth stage to the third.
    let node_of = |stage: Id| {
        let [left, top, ..] = app.place(&format!("stage/{stage}"));
        let script = "const map = document.querySelector(\"[data-key^='trail/']\").getBoundingClientRect();
            const ring = document.querySelector(\"[data-key^='trail/'] .drawing path\").getBBox();
            return [map.x + ring.x, map.y + ring.y];";
        let first = app.run(script, &[]);
        let [edge, ..] = app.place(&format!("stage/{}", row[0]));
        (left + first[0].as_f64().unwrap_or_default() - edge, first[1].as_f64().unwrap_or(top))
    };
    drag(node_of(row[4]), (node_of(row[2]).0 + 30.0, node_of(row[2]).1 + 30.0));
    wait_for_step(&app, "Add path");
    let after = app.saved(&file);
    let drawn = after.paths.values().find(|path| !before.paths.contains_key(&path.id)).expect("a path");
    let ends = [drawn.from, drawn.to].map(|end| end.map(|record| record.id));
    assert_eq!((ends, drawn.kind), ([Some(row[4]), Some(row[2])], journey::PathKind::Revisit));

    // A lane by its label, from the upper sheet to the lower one.
    let actions = lane(&before, LaneKind::Actions);
    let from = app.middle(&format!("label/{actions}"));
    let [_, top, _, height] = app.place(&format!("label/{}", lane(&before, LaneKind::PainPoints)));
    drag(from, (from.0, top + height * 0.8));
    wait_for_step(&app, "Move lane");
    assert_eq!(app.saved(&file).lanes[&actions].zone, journey::Zone::Insight);

    // The lower edge of the curve's lane.
    let emotions = lane(&before, LaneKind::Emotions);
    let [left, top, _, height] = app.place(&format!("cell/{emotions}/{}", row[0]));
    drag((left + 40.0, top + height), (left + 40.0, top + height + 50.0));
    app.wait_for("a higher lane", || {
        (app.call("record", &json!({"table": "lane", "id": emotions}))["height"].as_f64()? > 235.0)
            .then_some(())
    });
    // The lane followed the hand in steps: this is the last one.
    let cell = format!("cell/{emotions}/{}", row[5]);
    app.wait_for("a lane as high as it was drawn", || (app.place(&cell)[3] > height + 45.0).then_some(()));

    // A double click in the curve's lane: a point of the primary person.
    let [left, top, _, height] = app.place(&cell);
    let at = (left + 40.0, top + height - 30.0);
    app.hand(&[Hand::To(at.0, at.1), Hand::Press, Hand::Release, Hand::Press, Hand::Release]);
    wait_for_step(&app, "Add point");
    let after = app.saved(&file);
    let point =
        after.feelings.values().find(|point| !before.feelings.contains_key(&point.id)).expect("a point");
    let primary = before.cast.values().find(|cast| cast.primary).expect("a primary person");
    assert_eq!((point.stage, point.person), (row[5], Some(primary.person)));
    assert!(point.value <= -1.5 && (point.value * 4.0).fract() == 0.0, "{}", point.value);

    // The other person of the legend becomes the primary one.
    let other =
        before.feelings.values().find_map(|point| point.person.filter(|person| *person != primary.person));
    let other = other.expect("somebody else has a curve");
    app.click(&app.find(&format!("[data-key='legend/{emotions}/{other}']")), 1);
    app.wait_for("another primary person", || {
        let after = app.saved(&file);
        after.cast.values().any(|cast| cast.primary && cast.person == other).then_some(())
    });
    app.quit();
}

/// Where the hand meets each path: on its label and along its line, not beside. What is otherwise than it should be.
const PATHS: &str = "
    const wrong = [];
    let seen = 0;
    for (const path of document.querySelectorAll('.role-path')) {
        const box = path.getBoundingClientRect();
        const scale = box.width / path.offsetWidth;
        const meets = (what, x, y, should) => {
            const [left, top] = [box.x + x * scale, box.y + y * scale];
            if (left < 0 || left >= innerWidth) return;
            const key = document.elementFromPoint(left, top)?.closest('[data-key]')?.dataset.key;
            seen += 1;
            if ((key === path.dataset.key) !== should) wrong.push([what, x, y, key]);
        };
        for (const text of path.querySelectorAll('.text')) {
            const line = text.firstElementChild.getBoundingClientRect();
            meets('label', (line.x + line.width / 2 - box.x) / scale, (line.y + line.height / 2 - box.y) / scale, true);
        }
        for (const line of path.querySelectorAll('.drawing > path'))
            for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
                const { x, y } = line.getPointAtLength(share * line.getTotalLength());
                meets('line', x, y, true);
            }
        meets('beside', path.offsetWidth / 2, path.offsetHeight - 3, false);
    }
    return [seen, wrong];";

#[test]
fn a_path_is_taken_by_its_label_and_all_along_its_line_at_any_zoom() {
    let desk = desk();
    let (app, _file) = open(&desk, &pipeline_tests::sample());
    app.find(".role-path");
    let check = |zoom: &str| {
        app.wait_until_still();
        let found = app.run(PATHS, &[]);
        assert!(found[0].as_u64() > Some(12), "{zoom}: {found}");
        assert_eq!(found[1], json!([]), "{zoom}");
    };
    check("fit");
    let label = || {
        let script = "const path = document.querySelector(\".role-path[aria-label*='Conditions change']\");
            const { x, y, width, height } = path.querySelector('.text .line').getBoundingClientRect();
            return [path.dataset.key, x + width / 2, y + height / 2];";
        let found = app.run(script, &[]);
        let at = |index: usize| found[index].as_f64().unwrap_or_default();
        (found[0].as_str().unwrap_or_default().to_owned(), (at(1), at(2)))
    };
    let (path, at) = label();
    app.click_at(at, 1, 0, &[]);
    app.wait_until(
        "the path selected",
        "return document.activeElement.dataset.key === args[0]",
        &[json!(path)],
    );
    // Its menu, and not that of the stage below.
    app.click_at(at, 1, 2, &[]);
    app.find("[role=menu]");
    assert_eq!(
        app.run("return document.querySelectorAll('[role=menu] [data-entry=conversion]').length", &[]),
        0
    );
    app.keys(&key::ESCAPE.to_string());
    app.wait_until("no menu", "return !document.querySelector('[role=menu]')", &[]);
    app.click_at(at, 2, 0, &[]);
    app.wait_until(
        "the label in a box",
        "return document.querySelector('.write-box')?.value === 'Conditions change'",
        &[],
    );
    app.keys(&key::ESCAPE.to_string());
    app.wait_until("no box", "return !document.querySelector('.write-box')", &[]);
    app.chord(&[key::CONTROL], '0');
    app.wait_until("100 %", "return document.querySelector('.viewport').scrollWidth > innerWidth", &[]);
    check("100 %");
    for _ in 0..8 {
        app.chord(&[key::CONTROL], '-');
    }
    app.wait_until("the map from afar", "return !!document.querySelector('.detail-bars')", &[]);
    check("20 %");
    app.quit();
}
