//! What assistive technology is told of the real window, by AT-SPI: each card once, with all that it says and its place.
//! Needs the program (`cargo build -p desire-path`); `cargo xtask test` sees to that.

use journey::{Document, LaneKind, words};
use pipeline_tests::window::{App, Desk, key};
use serde_json::{Value, json};

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
    everything_is_named(&desk, &app);
    app.quit();
}

/// The outline is told as headings and lists, with each card once. In the same window: the bus of assistive technology
/// has one place for a user, and a second one would find the first still there.
fn outline_is_read(desk: &Desk, app: &App<'_>, document: &Document) {
    app.chord(&[key::CONTROL], '2');
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

/// What a person acts on: without a name nobody knows what it does.
const ACTS: &[&str] = &[
    "button",
    "push button",
    "toggle button",
    "check box",
    "radio button",
    "combo box",
    "entry",
    "link",
    "menu item",
    "check menu item",
    "radio menu item",
    "page tab",
    "slider",
    "spin button",
    "switch",
];

/// What is told of the window as it is; everything that acts has a name.
fn all_named(desk: &Desk, app: &App<'_>, view: &str, wanted: &str) -> usize {
    let told = dump(desk, wanted);
    assert!(told.iter().any(|one| one.name.contains(wanted)), "{view}: {wanted} is told of: {told:#?}");
    let acts: Vec<&Told> = told.iter().filter(|one| ACTS.contains(&one.role.as_str())).collect();
    let nameless: Vec<&&Told> = acts.iter().filter(|one| one.name.trim().is_empty()).collect();
    assert!(nameless.is_empty(), "{view}: {nameless:?}");
    // Tab goes on from each place it comes to: no place holds the focus for ever.
    let mut places = std::collections::BTreeSet::new();
    let here = "const at = document.activeElement;
        window.places ??= new Map();
        if (!window.places.has(at)) window.places.set(at, window.places.size);
        return window.places.get(at);";
    let mut last = app.run(here, &[]);
    for _ in 0..6 {
        app.chord(&[], key::TAB);
        let next = app.run(here, &[]);
        assert_ne!(next, last, "{view}: Tab goes on");
        places.insert(next.to_string());
        last = next;
    }
    assert!(places.len() > 1, "{view}: {places:?}");
    acts.len()
}

/// Every view and the large dialogs name what acts, and none holds the focus.
fn everything_is_named(desk: &Desk, app: &App<'_>) {
    assert!(all_named(desk, app, "Outline", "Copy as text") >= 15);
    app.chord(&[key::CONTROL], '1');
    app.find(".viewport [data-key^='card/']");
    assert!(all_named(desk, app, "Canvas", "Awareness") >= 20);
    let dialogs: [(&str, &[char], char, &str); 5] = [
        ("Keys", &[], key::F1, "Keys"),
        ("Settings", &[key::CONTROL], ',', "Settings"),
        ("Export", &[key::CONTROL], 'e', "Export and print"),
        ("Commands", &[key::CONTROL], 'k', "All commands"),
        ("Find", &[key::CONTROL], 'f', "Has no answer"),
    ];
    for (view, held, pressed, wanted) in dialogs {
        app.chord(held, pressed);
        // The list of commands is walked by arrows: its one field keeps the focus.
        if view == "Commands" {
            let told = dump(desk, wanted);
            assert!(told.iter().filter(|one| one.role == "list item").all(|one| !one.name.is_empty()));
        } else {
            assert!(all_named(desk, app, view, wanted) > 3, "{view}");
        }
        for _ in 0..3 {
            app.chord(&[], key::ESCAPE);
        }
    }
    app.call("close_map", &json!({}));
    app.run("location.reload(); return null", &[]);
    app.find("button.sample");
    assert!(all_named(desk, app, "Home", "Blank map") >= 12);
}
