//! A map drawn as a few lines of text, so that a test reads before → edit → after.
//!
//! The first line names the stages; every other line is a lane: its kind, then its cells. `pricing→C` is a card that
//! reaches to stage C, `hope@0.5=1.5` a point of a curve. The gaps after a stage stand in the stage's cell of the gaps
//! lane. A record's id is made of its name.
//!
//! ```text
//!              A | B | C
//! pain_points: p, q | r→C |
//! ```

#![allow(dead_code)]

use journey::*;

/// The id of a name of up to 16 letters.
pub fn id(name: &str) -> Id {
    assert!(!name.is_empty() && name.len() <= 16, "{name:?}");
    Id::from_u128(name.bytes().fold(0, |bits, byte| bits << 8 | u128::from(byte)))
}

/// The map of every drawing.
pub fn map() -> Id {
    id("map")
}

/// A stamp for a change; no test depends on when or who.
pub fn stamp(change: u128) -> Stamp {
    Stamp { change: Id::from_u128(change), at: 0, author: String::new() }
}

/// A record of the edit `Add`, from JSON.
pub fn add(table: Table, fields: serde_json::Value) -> Edit {
    add_at(table, fields, edit::Place::Last)
}

/// The same at a place.
pub fn add_at(table: Table, fields: serde_json::Value, place: edit::Place) -> Edit {
    let serde_json::Value::Object(fields) = fields else { panic!("fields are an object") };
    Edit::Add { table, fields, place }
}

/// The document that a drawing shows.
pub fn document(drawing: &str) -> Document {
    let mut document = Document::new(id("document"));
    let mut count = 0;
    let mut apply = |edit: Edit| {
        count += 1;
        if let Err(error) = edit.apply(&mut document, stamp(count)) {
            panic!("{edit:?}: {error}");
        }
    };
    let mut lines = drawing.lines().map(str::trim).filter(|line| !line.is_empty());
    let stages: Vec<&str> = lines.next().expect("a line of stages").split('|').map(str::trim).collect();
    apply(Edit::add(&Map { id: map(), title: "map".into(), ..Map::default() }, edit::Place::Last));
    for name in &stages {
        let stage = Stage { id: id(name), map: map(), name: (*name).into(), ..Stage::default() };
        apply(Edit::add(&stage, edit::Place::Last));
    }
    for line in lines {
        let (kind, cells) = line.split_once(':').expect("a lane is `kind: cells`");
        let lane = id(kind);
        apply(add(Table::Lane, serde_json::json!({"id": lane, "map": map(), "kind": kind, "name": kind})));
        for (stage, cell) in stages.iter().zip(cells.split('|')) {
            for item in cell.split(',').map(str::trim).filter(|item| !item.is_empty()) {
                apply(self::item(kind, lane, stage, item));
            }
        }
    }
    document
}

fn item(kind: &str, lane: Id, stage: &str, item: &str) -> Edit {
    let stage = id(stage);
    match kind {
        "emotions" => {
            let (name, place) = item.split_once('@').expect("a point is `name@position=value`");
            let (position, value) = place.split_once('=').expect("a point is `name@position=value`");
            let (position, value) = (position.parse().unwrap(), value.parse().unwrap());
            let feeling = Feeling {
                id: id(name),
                lane,
                stage,
                position,
                value,
                label: name.into(),
                ..Feeling::default()
            };
            Edit::add(&feeling, edit::Place::Last)
        }
        "gaps" => {
            Edit::add(&Gap { id: id(item), stage, title: item.into(), ..Gap::default() }, edit::Place::Last)
        }
        _ => {
            let (name, to) = item.split_once('→').map_or((item, stage), |(name, to)| (name, id(to)));
            let card = Card { id: id(name), lane, stage, to_stage: to, text: name.into(), ..Card::default() };
            Edit::add(&card, edit::Place::Last)
        }
    }
}

/// The drawing of a document.
pub fn draw(document: &Document) -> String {
    let stages = document.stages_of(map());
    let join = |cells: Vec<String>| cells.join(" | ").trim_end().to_owned();
    let mut lines = vec![join(stages.iter().map(|stage| stage.name.clone()).collect())];
    for lane in document.lanes_of(map()) {
        let cell = |stage: &&Stage| match lane.kind {
            LaneKind::Emotions => points(document, lane.id, stage.id),
            LaneKind::Gaps => document
                .gaps_after(stage.id)
                .iter()
                .map(|gap| gap.title.clone())
                .collect::<Vec<_>>()
                .join(", "),
            _ => cards(document, lane.id, stage.id),
        };
        lines.push(
            format!("{}: {}", lane.name, join(stages.iter().map(cell).collect())).trim_end().to_owned(),
        );
    }
    tidy(&lines.join("\n"))
}

fn cards(document: &Document, lane: Id, stage: Id) -> String {
    let cards = document.cards_in(lane, stage).into_iter().map(|card| {
        if card.to_stage == card.stage {
            card.text.clone()
        } else {
            format!("{}→{}", card.text, document.stages[&card.to_stage].name)
        }
    });
    cards.collect::<Vec<_>>().join(", ")
}

fn points(document: &Document, lane: Id, stage: Id) -> String {
    let own = document.feelings.values().filter(|feeling| feeling.lane == lane && feeling.stage == stage);
    let own = own.map(|feeling| format!("{}@{}={}", feeling.label, feeling.position, feeling.value));
    own.collect::<Vec<_>>().join(", ")
}

/// A drawing with its spaces as `draw` writes them.
pub fn tidy(drawing: &str) -> String {
    let row = |cells: &str| cells.split('|').map(str::trim).collect::<Vec<_>>().join(" | ");
    let line = |line: &str| match line.split_once(':') {
        Some((lane, cells)) => format!("{}: {}", lane.trim(), row(cells)).trim_end().to_owned(),
        None => row(line).trim_end().to_owned(),
    };
    drawing.lines().filter(|line| !line.trim().is_empty()).map(line).collect::<Vec<_>>().join("\n")
}

/// Applies an edit, looks at the drawing after it, and sweeps what holds for every edit: no rule is broken, undo gives
/// back the very document, redo the one after.
#[track_caller]
pub fn changes(before: &str, edit: Edit, after: &str) -> Document {
    let document = document(before);
    let changed = apply(&document, &edit);
    assert_eq!(draw(&changed), tidy(after), "after {edit:?}");
    changed
}

/// Applies an edit to a copy and sweeps what holds for every edit.
#[track_caller]
pub fn apply(document: &Document, edit: &Edit) -> Document {
    let mut changed = document.clone();
    let change = match edit.apply(&mut changed, stamp(1000)) {
        Ok(change) => change,
        Err(error) => panic!("{edit:?} was refused: {error}"),
    };
    assert_eq!(check(&changed), [], "after {edit:?}");
    let mut undone = changed.clone();
    let (undo, left) = change.undo(&mut undone, stamp(1001)).unwrap();
    assert_eq!(left, [], "undo of {edit:?}");
    undone.blobs = document.blobs.clone();
    assert!(undone == *document, "undo of {edit:?} gave\n{}\nnot\n{}", draw(&undone), draw(document));
    let (_, left) = undo.undo(&mut undone, stamp(1002)).unwrap();
    assert_eq!(left, [], "redo of {edit:?}");
    undone.blobs = changed.blobs.clone();
    assert!(undone == changed, "redo of {edit:?}");
    changed
}

/// Tries an edit that must be refused: with this code, and with the document as it was.
#[track_caller]
pub fn refuses(document: &Document, edit: &Edit, code: &str) {
    let mut tried = document.clone();
    match edit.apply(&mut tried, stamp(1000)) {
        Ok(_) => panic!("{edit:?} was not refused"),
        Err(error) => assert_eq!(error.code(), code, "{edit:?}: {error}"),
    }
    assert!(tried == *document, "the refused {edit:?} left a trace");
}
