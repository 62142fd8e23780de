//! Small documents and edits, and a desk to work at: a data folder and a folder of the user's.
#![allow(dead_code)] // Each test file uses a part of it.

use journey::edit::Place;
use journey::{Document, Edit, Fields, Id, Image, RecordId, Stamp, Table};
use serde_json::{Value, json};
use std::path::PathBuf;
use store::Store;

/// A data folder and a folder for the user's files; both go when it is dropped.
pub struct Desk {
    pub folder: tempfile::TempDir,
    pub store: Store,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("files")).unwrap();
        let store = Store::new(&folder.path().join("data")).unwrap();
        Self { folder, store }
    }

    /// The path of one of the user's files.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().canonicalize().unwrap().join("files").join(name)
    }

    /// What lies in the user's folder, sorted.
    pub fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path().join("files")).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// How many working copies there are.
    pub fn working_copies(&self) -> usize {
        let entries = std::fs::read_dir(self.folder.path().join("data/work")).unwrap();
        entries
            .filter(|entry| entry.as_ref().unwrap().path().extension().is_some_and(|end| end == "db"))
            .count()
    }
}

pub fn id(number: u128) -> Id {
    Id::from_u128(number)
}

pub fn stamp(change: u128) -> Stamp {
    Stamp { change: id(1_000_000 + change), at: 1_700_000_000_000 + change as i64, author: "Ada".into() }
}

pub fn fields(value: Value) -> Fields {
    match value {
        Value::Object(fields) => fields,
        other => panic!("expected an object, found {other}"),
    }
}

/// A map (1) with a stage (2) and a lane of actions (3).
pub fn document() -> Document {
    let mut document = Document::new(id(7));
    let records = [
        (Table::Map, json!({"id": id(1), "order": "V", "title": "A map"})),
        (Table::Stage, json!({"id": id(2), "map": id(1), "order": "V", "name": "Awareness"})),
        (Table::Lane, json!({"id": id(3), "map": id(1), "order": "V", "kind": "actions", "name": "Actions"})),
    ];
    for (table, record) in records {
        document.put_fields(table, fields(record)).unwrap();
    }
    document
}

pub fn add_card(card: u128, text: &str) -> Edit {
    let fields =
        fields(json!({"id": id(card), "lane": id(3), "stage": id(2), "to_stage": id(2), "text": text}));
    Edit::Add { table: Table::Card, fields, place: Place::Last }
}

pub fn set_text(card: u128, text: &str) -> Edit {
    Edit::Set { table: Table::Card, id: id(card), field: "text".into(), value: text.into() }
}

pub fn remove_card(card: u128) -> Edit {
    Edit::Remove { records: vec![RecordId::new(Table::Card, id(card))] }
}

pub fn add_image(image: u128, bytes: &[u8]) -> Edit {
    let image = Image {
        id: id(image),
        hash: store::sha256(bytes),
        media_type: "image/png".into(),
        width: 1,
        height: 1,
        ..Image::default()
    };
    Edit::AddImage { image, bytes: bytes.into() }
}

pub fn text(document: &Document, card: u128) -> String {
    document.cards[&id(card)].text.clone()
}

/// A document with a record in each table, each field away from its default.
pub fn one_of_each() -> Document {
    let mut document = document();
    let card = |number: u128| json!({"table": "card", "id": id(number)});
    let records = [
        (Table::Team, json!({"id": id(20), "name": "Sales", "function": "sales", "extra": {"new": [1]}})),
        (Table::Tag, json!({"id": id(21), "name": "Urgent", "color": "#aa0000"})),
        (
            Table::Image,
            json!({"id": id(22), "hash": store::sha256(b"a picture"), "media_type": "image/png", "width": 3, "height": 4, "alt": "A picture"}),
        ),
        (
            Table::Person,
            json!({"id": id(23), "name": "Marie", "initials": "MC", "kind": "person", "member_of": id(24),
                "committee_role": "champion", "portrait": id(22)}),
        ),
        (Table::Person, json!({"id": id(24), "name": "ACME", "kind": "organisation"})),
        (
            Table::Map,
            json!({"id": id(1), "order": "V", "title": "A map", "language": "de", "state": "future", "headline": "It stalls", "conversion": id(2),
                "reviewed_on": "2026-11-21", "review_every": {"from": 1.0, "to": 2.5, "unit": "month"},
                "deal": {"value_from": 0.5, "value_to": null, "currency": "EUR", "stakeholders": 6,
                    "duration": null, "regulations": "", "complexity": "high"},
                "logo": id(22), "brand_colors": ["#112233"], "score_low": -2.25, "score_high": 10.0}),
        ),
        (
            Table::Cast,
            json!({"id": id(25), "map": id(1), "person": id(23), "order": "V", "primary": true, "curve_slot": 1}),
        ),
        (
            Table::Stage,
            json!({"id": id(2), "map": id(1), "order": "V", "name": "Awareness", "duration": "ongoing",
                "presence": "peers", "effort": 0.1, "responsible": [id(20)], "linked_map": id(45), "width": 176.5}),
        ),
        (
            Table::Stage,
            json!({"id": id(26), "map": id(1), "order": "k", "name": "Research",
                "duration": {"span": {"from": 3.0, "to": 5.0, "unit": "week"}}}),
        ),
        (Table::Map, json!({"id": id(45), "order": "k", "title": "In detail"})),
        (Table::Step, json!({"id": id(27), "stage": id(2), "order": "V", "name": "Searches"})),
        (
            Table::Lane,
            json!({"id": id(28), "map": id(1), "order": "k", "kind": "emotions", "name": "Emotions", "height": 120.0,
                "collapsed": true, "hidden": true, "line_below": "visibility", "metric": "trust"}),
        ),
        (
            Table::Lane,
            json!({"id": id(29), "map": id(1), "order": "V", "kind": "pain_points", "name": "Pain", "zone": "insight"}),
        ),
        (
            Table::Lane,
            json!({"id": id(30), "map": id(1), "order": "k", "kind": "opportunities", "name": "Ideas", "zone": "insight"}),
        ),
        (
            Table::Card,
            json!({"id": id(31), "lane": id(29), "stage": id(2), "to_stage": id(26), "step": id(27), "order": "V",
                "text": "Waits", "note": "long", "evidence": "measured", "people": [id(23)], "team": id(20),
                "tags": [id(21)], "votes": 8, "color": "#00ff00", "fields": {"severity": 5}}),
        ),
        (
            Table::Card,
            json!({"id": id(32), "lane": id(30), "stage": id(2), "to_stage": id(2), "order": "V", "text": "Answer"}),
        ),
        (
            Table::Evidence,
            json!({"id": id(33), "kind": "survey", "source": "40 calls", "date": "2026-02-28", "quote": "“slow”", "cards": [id(31)]}),
        ),
        (
            Table::Feeling,
            json!({"id": id(34), "lane": id(28), "stage": id(2), "position": 0.3, "person": id(23), "value": -1.5,
                "label": "Left waiting", "evidence": "observed", "moment": "future", "card": id(31)}),
        ),
        (
            Table::Gap,
            json!({"id": id(35), "stage": id(2), "order": "V", "causes": ["time", "silo"], "title": "Budget",
                "wait": {"from": 2.0, "to": 4.0, "unit": "week"}, "severity": 3, "votes": 2, "owner": id(20),
                "status": "nurtured"}),
        ),
        (
            Table::Path,
            json!({"id": id(36), "map": id(1), "order": "V", "from": {"table": "stage", "id": id(26)}, "to": card(31),
                "kind": "detour", "often": 0.25, "wait": {"from": 1.0, "to": 1.0, "unit": "day"}, "met": false}),
        ),
        (Table::Answer, json!({"id": id(37), "opportunity": id(32), "problem": card(31)})),
        (
            Table::Action,
            json!({"id": id(38), "map": id(1), "order": "V", "text": "Do it", "opportunity": id(32), "owner": id(23),
                "team": id(20), "start": "2026-12", "due": "2026-12-31", "status": "doing"}),
        ),
        (Table::Involvement, json!({"id": id(39), "person": id(23), "stage": id(2), "kind": "decides"})),
        (
            Table::Approval,
            json!({"id": id(40), "about": card(31), "order": "V", "approver": id(23), "days": 2.5}),
        ),
        (
            Table::Comment,
            json!({"id": id(41), "about": card(31), "text": "Sure?", "name": "Ada", "at": 1_700_000_000_000_i64, "resolved": true}),
        ),
        (
            Table::Round,
            json!({"id": id(42), "map": id(1), "order": "V", "kind": "vote", "started": -1, "result": {"a": 2}}),
        ),
        (
            Table::Dismissal,
            json!({"id": id(43), "code": "pain.unanswered", "about": card(31), "reason": "known"}),
        ),
        (
            Table::Version,
            json!({"id": id(44), "name": "First", "at": 5, "who": "Ada", "why": "done", "change": id(1_000_001)}),
        ),
    ];
    for (table, record) in records {
        document.put_fields(table, fields(record)).unwrap();
    }
    document.blobs.insert(store::sha256(b"a picture"), b"a picture".to_vec().into());
    document
}
