//! Edits of people, gaps, points, fields and several at once; typing, and undo after something else happened.

mod drawn;

use drawn::{add, apply, changes, document, id, map, refuses, stamp};
use journey::edit::Place;
use journey::*;
use serde_json::{Value, json};

fn set(table: Table, name: &str, field: &str, value: impl Into<Value>) -> Edit {
    Edit::set(table, id(name), field, value)
}

/// A map with three people, Ann first.
fn cast() -> Document {
    let mut document = document("A | B");
    for name in ["ann", "bob", "cyd"] {
        document = apply(&document, &add(Table::Person, json!({"id": id(name), "name": name})));
        let part = json!({"id": id(&format!("{name} cast")), "map": map(), "person": id(name)});
        document = apply(&document, &add(Table::Cast, part));
    }
    document
}

/// Name, primary, curve.
fn parts(document: &Document) -> Vec<(String, bool, Option<u8>)> {
    let cast = document.cast_of(map());
    cast.iter()
        .map(|part| (document.people[&part.person].name.clone(), part.primary, part.curve_slot))
        .collect()
}

fn part(name: &str, primary: bool, slot: impl Into<Option<u8>>) -> (String, bool, Option<u8>) {
    (name.to_owned(), primary, slot.into())
}

#[test]
fn the_first_person_is_primary_and_everybody_gets_a_curve_of_their_own() {
    assert_eq!(parts(&cast()), [part("ann", true, 1), part("bob", false, 2), part("cyd", false, 3)]);
}

#[test]
fn one_person_is_primary_and_one_has_a_curve() {
    let changed = apply(&cast(), &set(Table::Cast, "bob cast", "primary", true));
    assert_eq!(parts(&changed), [part("ann", false, 1), part("bob", true, 2), part("cyd", false, 3)]);
    let changed = apply(&cast(), &set(Table::Cast, "cyd cast", "curve_slot", 1));
    assert_eq!(parts(&changed), [part("ann", true, None), part("bob", false, 2), part("cyd", false, 1)]);
    refuses(&cast(), &set(Table::Cast, "cyd cast", "curve_slot", 6), "edit.invalid");
    let again = json!({"id": id("again"), "map": map(), "person": id("ann"), "curve_slot": null});
    refuses(&cast(), &add(Table::Cast, again), "edit.invalid");
}

#[test]
fn a_removed_person_leaves_no_trace_but_what_was_said() {
    let mut full = cast();
    let lane = json!({"id": id("emotions"), "map": map(), "kind": "emotions"});
    full = apply(&full, &add(Table::Lane, lane));
    let lane = json!({"id": id("actions"), "map": map(), "kind": "actions"});
    full = apply(&full, &add(Table::Lane, lane));
    let people = json!([id("ann"), id("bob")]);
    let card = json!({"id": id("card"), "lane": id("actions"), "stage": id("A"), "people": people});
    full = apply(&full, &add(Table::Card, card));
    let point = json!({"id": id("point"), "lane": id("emotions"), "stage": id("A"), "person": id("ann")});
    full = apply(&full, &add(Table::Feeling, point));
    let leads = json!({"id": id("leads"), "person": id("ann"), "stage": id("B")});
    full = apply(&full, &add(Table::Involvement, leads));
    let approval = json!({"id": id("ok"), "about": {"table": "stage", "id": id("B")}, "approver": id("ann")});
    full = apply(&full, &add(Table::Approval, approval));
    let without = apply(&full, &Edit::remove(Table::Person, id("ann")));
    assert_eq!(parts(&without), [part("bob", false, 2), part("cyd", false, 3)]);
    assert_eq!(without.cards[&id("card")].people, [id("bob")]);
    assert_eq!(without.feelings[&id("point")].person, None);
    assert_eq!(without.approvals[&id("ok")].approver, None);
    assert!(without.involvements.is_empty());
}

#[test]
fn an_organisation_is_no_member_of_itself() {
    let document = apply(&cast(), &set(Table::Person, "ann", "member_of", id("bob").to_string()));
    let document = apply(&document, &set(Table::Person, "bob", "member_of", id("cyd").to_string()));
    refuses(&document, &set(Table::Person, "cyd", "member_of", id("ann").to_string()), "edit.invalid");
}

const CURVE: &str = "A | B | C
    emotions: low@0.5=-1.5 | high@0.25=2 |
    gaps: wait, silo | | end";

#[test]
fn points_and_gaps_move() {
    let point =
        |stage: &str, position, value| Edit::MoveFeeling { id: id("low"), stage: id(stage), position, value };
    changes(
        CURVE,
        point("C", 0.0, 1.25),
        "A | B | C
        emotions: | high@0.25=2 | low@0=1.25
        gaps: wait, silo | | end",
    );
    refuses(&document(CURVE), &point("C", 1.5, 0.0), "edit.invalid");
    refuses(&document(CURVE), &point("C", 0.5, 2.5), "edit.invalid");
    refuses(&document(CURVE), &point("C", 0.5, f64::NAN), "edit.invalid");
    refuses(&document(CURVE), &point("nowhere", 0.5, 0.0), "edit.invalid");
    let gap = |place| Edit::MoveGap { id: id("end"), stage: id("A"), place };
    changes(
        CURVE,
        gap(Place::After(id("wait"))),
        "A | B | C
        emotions: low@0.5=-1.5 | high@0.25=2 |
        gaps: wait, end, silo | |",
    );
    refuses(&document(CURVE), &gap(Place::After(id("nobody"))), "edit.invalid");
}

#[test]
fn a_gap_follows_its_stage() {
    let stage = Edit::Reorder { table: Table::Stage, id: id("A"), place: Place::Last };
    changes(
        CURVE,
        stage,
        "B | C | A
        emotions: high@0.25=2 | | low@0.5=-1.5
        gaps: | end | wait, silo",
    );
}

const SMALL: &str = "A | B
    actions: x |
    pain_points: p |
    gaps: g |
    emotions: f@0.5=1 |";

#[test]
fn fields_keep_to_their_ranges() {
    let small = document(SMALL);
    let cases = [
        (Table::Card, "p", "fields.severity", json!(5), None),
        (Table::Card, "p", "fields.severity", json!(5.0), None),
        (Table::Card, "p", "fields.severity", json!(6), Some("edit.wrong-type")),
        (Table::Card, "p", "fields.severity", json!("much"), Some("edit.wrong-type")),
        (Table::Card, "p", "fields.friction", json!("waiting"), None),
        (Table::Card, "p", "fields.friction", json!("boredom"), Some("edit.wrong-type")),
        (Table::Card, "p", "fields.impact", json!(3), Some("edit.no-such-field")),
        (Table::Card, "x", "fields.severity", json!(3), Some("edit.no-such-field")),
        (Table::Card, "x", "fields", json!({}), Some("edit.no-such-field")),
        (Table::Card, "x", "stage", json!(id("B")), Some("edit.no-such-field")),
        (Table::Card, "x", "order", json!("V"), Some("edit.no-such-field")),
        (Table::Card, "x", "id", json!(id("z")), Some("edit.no-such-field")),
        (Table::Card, "x", "text", json!(null), None),
        (Table::Card, "x", "team", json!(id("nobody")), Some("edit.invalid")),
        (Table::Card, "x", "evidence", json!("measured"), None),
        (Table::Card, "x", "evidence", json!("guessed"), Some("edit.wrong-type")),
        (Table::Card, "x", "votes", json!(3), None),
        (Table::Gap, "g", "severity", json!(5), None),
        (Table::Gap, "g", "severity", json!(null), None),
        (Table::Gap, "g", "severity", json!(0), Some("edit.invalid")),
        (Table::Gap, "g", "causes", json!(["time", "silo"]), None),
        (Table::Gap, "g", "causes", json!(["time", "time"]), Some("edit.invalid")),
        (Table::Gap, "g", "wait", json!({"from": 1, "to": 2.5, "unit": "month"}), None),
        (Table::Gap, "g", "wait", json!({"from": 3, "to": 2, "unit": "month"}), Some("edit.invalid")),
        (Table::Feeling, "f", "value", json!(-2), None),
        (Table::Feeling, "f", "value", json!(-2.01), Some("edit.invalid")),
        (Table::Feeling, "f", "position", json!(1), None),
        (Table::Feeling, "f", "position", json!(-0.1), Some("edit.invalid")),
        (Table::Stage, "A", "width", json!(176), None),
        (Table::Stage, "A", "width", json!(175.9), Some("edit.invalid")),
        (Table::Stage, "A", "width", json!(481), Some("edit.invalid")),
        (Table::Stage, "A", "duration", json!("ongoing"), None),
        (Table::Stage, "A", "duration", json!({"span": {"from": 3, "to": 6, "unit": "week"}}), None),
        (Table::Stage, "A", "duration", json!("for ever"), Some("edit.wrong-type")),
        (Table::Stage, "A", "effort", json!(-1), Some("edit.invalid")),
        (Table::Stage, "A", "map", json!(map()), Some("edit.no-such-field")),
        (Table::Map, "map", "reviewed_on", json!("2026-11-21"), None),
        (Table::Map, "map", "reviewed_on", json!("2026-02-30"), Some("edit.wrong-type")),
        (Table::Map, "map", "conversion", json!(id("B")), None),
        (Table::Map, "map", "brand_colors", json!(["#2b5fd9", "red"]), Some("edit.invalid")),
        (Table::Map, "map", "score_low", json!(7), Some("edit.invalid")),
        (Table::Map, "map", "headline", json!("It stalls while they wait"), None),
        (Table::Map, "map", "headline", json!(null), None),
        (Table::Map, "map", "headline", json!(5), Some("edit.wrong-type")),
        (Table::Map, "map", "nonsense", json!(1), Some("edit.no-such-field")),
        (Table::Lane, "actions", "kind", json!("goals"), Some("edit.no-such-field")),
        (Table::Lane, "actions", "height", json!(160), None),
        (Table::Lane, "actions", "height", json!(1), Some("edit.invalid")),
        (Table::Card, "nobody", "text", json!("?"), Some("edit.not-there")),
    ];
    for (table, name, field, value, refused) in cases {
        let edit = set(table, name, field, value);
        match refused {
            None => drop(apply(&small, &edit)),
            Some(code) => refuses(&small, &edit, code),
        }
    }
}

#[test]
fn text_comes_in_clean() {
    let changed =
        apply(&document(SMALL), &Edit::set_text(id("x"), "one\r\ntwo\rthree\u{0}\u{7}\u{2028}four\tfive"));
    assert_eq!(changed.cards[&id("x")].text, "one\ntwo\nthree\nfour\tfive");
}

#[test]
fn a_step_belongs_to_the_first_stage_of_its_card() {
    let mut document =
        apply(&document(SMALL), &add(Table::Step, json!({"id": id("step"), "stage": id("A")})));
    document = apply(&document, &set(Table::Card, "x", "step", id("step").to_string()));
    let there =
        Edit::MoveCards { cards: vec![id("x")], lane: id("actions"), stage: id("B"), place: Place::Last };
    let there = apply(&document, &there);
    assert_eq!(there.cards[&id("x")].step, None);
    refuses(&there, &set(Table::Card, "x", "step", id("step").to_string()), "edit.invalid");
}

#[test]
fn several_edits_are_one_step_or_none() {
    let x = |text: &str| Edit::set_text(id("x"), text);
    let both = Edit::together(vec![x("new"), Edit::add_card(id("y"), id("actions"), id("B"), "y")]);
    changes(
        SMALL,
        both,
        "A | B
        actions: new | y
        emotions: f@0.5=1 |
        pain_points: p |
        gaps: g |",
    );
    let broken = Edit::together(vec![x("new"), Edit::add_card(id("y"), id("actions"), id("C"), "y")]);
    refuses(&document(SMALL), &broken, "edit.invalid");
    // What one edit adds the next can use.
    let chain = Edit::together(vec![
        add(Table::Lane, json!({"id": id("o"), "map": map(), "kind": "opportunities"})),
        Edit::add_card(id("idea"), id("o"), id("A"), "idea"),
        add(
            Table::Answer,
            json!({"id": id("ans"), "opportunity": id("idea"), "problem": {"table": "card", "id": id("p")}}),
        ),
    ]);
    let answered = apply(&document(SMALL), &chain);
    assert_eq!(answered.answers.len(), 1);
    let again =
        json!({"id": id("again"), "opportunity": id("idea"), "problem": {"table": "card", "id": id("p")}});
    refuses(&answered, &add(Table::Answer, again), "edit.invalid");
    let wrong =
        json!({"id": id("again"), "opportunity": id("p"), "problem": {"table": "card", "id": id("idea")}});
    refuses(&answered, &add(Table::Answer, wrong), "edit.invalid");
}

#[test]
fn a_document_keeps_a_map_and_an_image_its_bytes() {
    refuses(&document(SMALL), &Edit::remove(Table::Map, map()), "edit.invalid");
    let image = |hash: &str| Edit::AddImage {
        image: Image {
            id: id("image"),
            hash: hash.into(),
            media_type: "image/png".into(),
            width: 2,
            height: 3,
            ..Image::default()
        },
        bytes: vec![1, 2, 3],
    };
    let with = apply(&document(SMALL), &image(&"0a".repeat(32)));
    let with = apply(&with, &set(Table::Map, "map", "logo", id("image").to_string()));
    assert_eq!(*with.blobs[&"0a".repeat(32)], [1, 2, 3]);
    assert_eq!(apply(&with, &Edit::remove(Table::Image, id("image"))).maps[&map()].logo, None);
    refuses(&document(SMALL), &image("no hash"), "edit.invalid");
}

#[test]
fn edits_are_called_by_what_they_do() {
    let map = document(SMALL);
    let label = |edit: Edit| words::say(&edit.label(&map), "en");
    let card = |name: &str| Edit::add_card(id(name), id("actions"), id("B"), name);
    let to = |stage: &str, lane: &str| Edit::MoveCards {
        cards: vec![id("x")],
        lane: id(lane),
        stage: id(stage),
        place: Place::Last,
    };
    assert_eq!(label(card("y")), "Add card");
    assert_eq!(label(Edit::together(vec![card("y"), card("z")])), "Add 2 cards");
    assert_eq!(label(Edit::together(vec![card("y"), Edit::set_text(id("x"), "?")])), "Add card");
    assert_eq!(label(to("B", "actions")), "Move card to B");
    assert_eq!(label(to("A", "pain_points")), "Move card to pain_points");
    assert_eq!(label(to("A", "actions")), "Move card");
    assert_eq!(label(Edit::set_text(id("x"), "new")), "Edit card");
    assert_eq!(label(set(Table::Stage, "A", "name", "new")), "Rename stage");
    assert_eq!(label(set(Table::Card, "p", "fields.severity", 4)), "Change severity");
    assert_eq!(label(Edit::remove(Table::Lane, id("actions"))), "Remove lane");
    let mixed = [RecordId::new(Table::Card, id("x")), RecordId::new(Table::Gap, id("g"))];
    assert_eq!(label(Edit::Remove { records: mixed.into() }), "Remove 2 items");
}

#[test]
fn what_was_done_is_said_aloud() {
    let said = |edit: Edit| {
        let mut document = document(SMALL);
        let change = edit.apply(&mut document, stamp(1)).unwrap();
        edit::announcement(&edit, &change, &document).map(|phrase| words::say(&phrase, "en"))
    };
    let add = Edit::add_card(id("q"), id("pain_points"), id("A"), "q");
    assert_eq!(said(add).unwrap(), "Pain point added, A, 2 of 2.");
    assert_eq!(said(set(Table::Card, "p", "fields.severity", 4)).unwrap(), "Severity 4.");
    assert_eq!(said(Edit::set_text(id("x"), "typed")), None);
    assert_eq!(said(Edit::remove(Table::Gap, id("g"))), None);
    let stage = Stage { id: id("T"), map: map(), name: "Trial".into(), ..Stage::default() };
    assert_eq!(said(Edit::add(&stage, Place::After(id("A")))).unwrap(), "Stage Trial added after A, 2 of 3.");
    let to =
        Edit::MoveCards { cards: vec![id("x")], lane: id("actions"), stage: id("B"), place: Place::Last };
    assert_eq!(said(to).unwrap(), "Moved to B, 1 of 1.");
}

#[test]
fn typing_is_one_change_that_grows() {
    let before = document(SMALL);
    let mut document = before.clone();
    let mut typed =
        Edit::add_card(id("new"), id("actions"), id("B"), "").apply(&mut document, stamp(1)).unwrap();
    for text in ["H", "He", "Hel", "Hello"] {
        typed.absorb(Edit::set_text(id("new"), text).apply(&mut document, stamp(2)).unwrap());
    }
    assert_eq!((typed.records.len(), typed.id), (1, stamp(1).change));
    assert_eq!(typed.records[0].after.as_ref().unwrap()["text"], "Hello");
    typed.undo(&mut document, stamp(3)).unwrap();
    assert!(document == before);

    let mut typed = Edit::set_text(id("x"), "y").apply(&mut document, stamp(4)).unwrap();
    typed.absorb(Edit::set_text(id("x"), "x").apply(&mut document, stamp(5)).unwrap());
    assert!(typed.is_empty(), "typed back to what it was: {typed:?}");
    typed.absorb(Edit::remove(Table::Card, id("x")).apply(&mut document, stamp(6)).unwrap());
    typed.undo(&mut document, stamp(7)).unwrap();
    assert!(document == before);
}

#[test]
fn undo_leaves_alone_what_changed_since() {
    let mut document = document(SMALL);
    let both = Edit::together(vec![Edit::set_text(id("x"), "mine"), set(Table::Card, "x", "note", "mine")]);
    let mine = both.apply(&mut document, stamp(1)).unwrap();
    Edit::set_text(id("x"), "theirs").apply(&mut document, stamp(2)).unwrap();
    let (undo, left) = mine.undo(&mut document, stamp(3)).unwrap();
    let card = &document.cards[&id("x")];
    assert_eq!((card.text.as_str(), card.note.as_str()), ("theirs", ""));
    assert_eq!(left, [LeftAlone { table: Table::Card, id: id("x"), field: Some("text".into()) }]);
    assert_eq!(undo.undoes, Some(mine.id));
    assert_eq!(check(&document), []);

    let gone = Edit::set_text(id("x"), "once more").apply(&mut document, stamp(4)).unwrap();
    Edit::remove(Table::Card, id("x")).apply(&mut document, stamp(5)).unwrap();
    let (undo, left) = gone.undo(&mut document, stamp(6)).unwrap();
    assert!(undo.is_empty());
    assert_eq!(left, [LeftAlone { table: Table::Card, id: id("x"), field: None }]);
}
