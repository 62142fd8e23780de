//! What assistive technology is told of the real window, by AT-SPI: each card once, with all that it says and its place.
//! Needs the program (`cargo build -p desire-path`); `cargo xtask test` sees to that.

use journey::{Document, LaneKind, words};
use pipeline_tests::window::{App, Desk};
use serde_json::Value;

/// A thing as assistive technology is told of it.
#[derive(Debug)]
struct Told {
    depth: usize,
    role: String,
    name: String,
    text: String,
}

/// All that is told, in reading order, once something is named like `wanted`.
fn dump(desk: &Desk, wanted: &str) -> Vec<Told> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/window/accessible.py");
    // The system's own Python has the bindings.
    let output = desk.command("/usr/bin/python3").arg(script).arg(wanted).output().expect("python3 runs");
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    let told: Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {errors}"));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let each = told.as_array().into_iter().flatten();
    each.map(|one| Told {
        depth: one[0].as_u64().unwrap_or_default() as usize,
        role: text(&one[1]),
        name: text(&one[2]),
        text: text(&one[4]),
    })
    .collect()
}

fn sample() -> Document {
    pipeline_tests::sample()
}

/// What a card is called: "Pain point: Waits too long…, severity 5, 8 votes, hypothesis".
fn parts(document: &Document, card: &journey::Card) -> Vec<String> {
    let kind = document.lanes[&card.lane].kind;
    let mut parts = vec![format!("{}: {}", words::word("card_kind", kind.name(), "en"), card.text)];
    if let (LaneKind::PainPoints, Some(severity)) = (kind, card.fields.get("severity")) {
        parts.push(format!("severity {severity}"));
    }
    if card.votes > 0 {
        parts.push(format!("{} vote", card.votes));
    }
    let evidence = serde_json::to_value(card.evidence).unwrap_or_default();
    parts.push(evidence.as_str().unwrap_or_default().to_owned());
    parts
}

#[test]
fn each_card_is_read_once_with_kind_text_severity_votes_evidence_and_place() {
    let mut desk = Desk::new(1700, 1100);
    desk.assist();
    let file = desk.home().join("sample.journey");
    let document = sample();
    store::export_file(&document, &file, false).expect("a sample");
    let app = App::start(&desk, &[&file]);
    app.find("[data-key^='card/']");
    let first = document.cards.values().next().expect("a card");
    let told = dump(&desk, &first.text);
    assert!(told.iter().any(|one| one.role == "table" || one.role == "grid"), "a grid: {told:#?}");

    for card in document.cards.values() {
        let kind = document.lanes[&card.lane].kind;
        let begins = format!("{}: {}", words::word("card_kind", kind.name(), "en"), card.text);
        let like: Vec<usize> = (0..told.len()).filter(|at| told[*at].name.starts_with(&begins)).collect();
        let same = document
            .cards
            .values()
            .filter(|own| own.text == card.text && document.lanes[&own.lane].kind == kind);
        assert_eq!(
            like.len(),
            same.count(),
            "{begins}: {:?}",
            like.iter().map(|at| &told[*at]).collect::<Vec<_>>()
        );
        // One of them says all that this card says, in the cell of its lane and its first stage.
        let place = format!("{}, {}", document.lanes[&card.lane].name, document.stages[&card.stage].name);
        let whole = like.iter().any(|at| {
            let says = parts(&document, card).iter().all(|part| told[*at].name.contains(part));
            let cell = told[..*at].iter().rev().find(|above| above.depth < told[*at].depth);
            says && cell.is_some_and(|cell| cell.name == place)
                && matches!(told[*at].role.as_str(), "grouping" | "panel" | "section")
        });
        assert!(
            whole,
            "{:?} in {place}: {:?}",
            parts(&document, card),
            like.iter().map(|at| (&told[*at], &told[*at - 1])).collect::<Vec<_>>()
        );
    }
    // Stages head the columns, lanes the rows.
    for stage in document.stages.values() {
        assert!(
            told.iter().any(|one| one.role == "column header" && one.name.contains(&stage.name)),
            "{}",
            stage.name
        );
    }
    for lane in document.lanes.values().filter(|lane| !lane.hidden) {
        assert!(
            told.iter().any(|one| one.role == "row header" && one.name.contains(&lane.name)),
            "{}",
            lane.name
        );
    }
    outline_is_read(&desk, &app, &document);
    app.quit();
}

/// The outline is told as headings and lists, with each card once. In the same window: the bus of assistive technology
/// has one place for a user, and a second one would find the first still there.
fn outline_is_read(desk: &Desk, app: &App<'_>, document: &Document) {
    app.chord(&[pipeline_tests::window::key::CONTROL], '2');
    app.find(".outline li[data-key^='card/']");
    let told = dump(desk, "Outline");
    let named = |role: &str, name: &str| {
        let says = |one: &&Told| one.name.contains(name) || one.text.contains(name);
        told.iter().filter(|one| one.role == role).filter(says).count()
    };
    let map = document.maps_in_order()[0];
    assert_eq!(named("heading", &map.title), 1, "the title: {told:#?}");
    for stage in document.stages.values() {
        assert_eq!(named("heading", &stage.name), 1, "{}", stage.name);
    }
    for lane in document.lanes.values().filter(|lane| lane.kind.holds_cards() && !lane.hidden) {
        assert!(named("heading", &lane.name) > 0, "{}", lane.name);
    }
    let lines: Vec<&str> = told.iter().filter(|one| one.role == "list item").map(|one| &*one.text).collect();
    assert!(lines.len() >= document.cards.len(), "{lines:?}");
    for card in document.cards.values() {
        let same = document.cards.values().filter(|own| own.text == card.text).count();
        let like = named("list item", &card.text);
        assert!(like >= same, "{}: {like} of {same}: {lines:?}", card.text);
    }
}
