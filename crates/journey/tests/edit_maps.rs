//! Several maps in one document: a copy as future state, another one beside it, order, links, and what each is called.

mod drawn;

use drawn::{apply, document, id, map, refuses, stamp};
use journey::edit::Place;
use journey::*;
use serde_json::json;
use std::collections::BTreeMap;

const MAP: &str = "A | B | C
    actions: x, y | over→C |
    emotions: hope@0.5=1.5 | |
    pain_points: p | |
    opportunities: o | |
    gaps: g | |";

/// The map of the drawing with a person in it, an answer, a path and a decider.
fn start() -> Document {
    let record = |table, name: &str| RecordId::new(table, id(name));
    let mut document = document(MAP);
    let edits = [
        drawn::add(Table::Person, json!({"id": id("ann"), "name": "Ann"})),
        drawn::add(Table::Cast, json!({"id": id("part"), "map": map(), "person": id("ann")})),
        drawn::add(
            Table::Path,
            json!({"id": id("loop"), "map": map(), "kind": "revisit",
            "from": record(Table::Stage, "C"), "to": record(Table::Card, "x")}),
        ),
        drawn::add(
            Table::Answer,
            json!({"id": id("link"), "opportunity": id("o"),
            "problem": record(Table::Card, "p")}),
        ),
        drawn::add(
            Table::Involvement,
            json!({"id": id("leads"), "person": id("ann"), "stage": id("B"),
            "kind": "leads"}),
        ),
        drawn::add(Table::Action, json!({"id": id("act"), "map": map(), "text": "Answer sooner"})),
        Edit::set(Table::Map, map(), "conversion", json!(id("B"))),
        Edit::set(Table::Card, id("p"), "votes", 8),
    ];
    for (at, edit) in edits.iter().enumerate() {
        edit.apply(&mut document, stamp(at as u128 + 500)).unwrap();
    }
    document
}

fn future(copy: &str) -> Edit {
    Edit::Together {
        label: Some(Phrase::new("edit.map.future")),
        edits: vec![
            Edit::Duplicate { table: Table::Map, id: map(), copy: id(copy) },
            Edit::set(Table::Map, id(copy), "state", "future"),
        ],
    }
}

/// How many records of each table lie in a map.
fn held(document: &Document, map: Id) -> BTreeMap<Table, usize> {
    let count = |table: Table| {
        let ids = document.ids(table).into_iter();
        ids.filter(|of| document.map_of(RecordId::new(table, *of)) == Some(map)).count()
    };
    Table::ALL.iter().map(|table| (*table, count(*table))).collect()
}

#[test]
fn a_map_is_duplicated_as_future_state_with_all_that_lies_in_it() {
    let before = start();
    let after = apply(&before, &future("next"));
    let (mut all, copied) = (held(&after, map()), held(&after, id("next")));
    assert_eq!(held(&before, map()), all, "the original is as it was");
    // What is to be done leads from the one to the other, and is not to be done twice.
    all.insert(Table::Action, 0);
    assert_eq!(copied, all);
    let of = |name: &str| id("next").of_copy(id(name));
    let map = &after.maps[&id("next")];
    assert_eq!((map.state, map.conversion), (MapState::Future, Some(of("B"))));
    let path = &after.paths[&of("loop")];
    let ends = [path.from, path.to].map(Option::unwrap);
    assert_eq!(ends.map(|end| end.id), [of("C"), of("x")], "paths lead inside of the copy");
    let answer = &after.answers[&of("link")];
    assert_eq!((answer.opportunity, answer.problem.id), (of("o"), of("p")));
    assert_eq!(after.cards[&of("p")].votes, 0, "votes were given to the original");
    let over = &after.cards[&of("over")];
    assert_eq!((over.stage, over.to_stage), (of("B"), of("C")));
    assert_eq!(after.people.len(), 1, "people are shared");
    let order: Vec<Id> = after.maps_in_order().iter().map(|map| map.id).collect();
    assert_eq!(order, [id("map"), id("next")]);
    assert_eq!(words::say(&future("next").label(&before), "en"), "Duplicate map as future state");
    refuses(&after, &future("next"), "edit.already-there");
}

#[test]
fn maps_are_called_by_title_and_by_state_where_that_is_the_same() {
    let names = |document: &Document| -> Vec<String> {
        beside::map_names(document, "en").into_iter().map(|(_, name)| name).collect()
    };
    let one = start();
    assert_eq!(names(&one), ["map"]);
    let two = apply(&one, &future("next"));
    assert_eq!(names(&two), ["Current state", "Future state"]);
    let three = apply(&two, &Edit::Duplicate { table: Table::Map, id: id("next"), copy: id("third") });
    assert_eq!(names(&three), ["Current state", "Future state", "Future state 2"]);
    let named = apply(&three, &Edit::set(Table::Map, id("next"), "title", "With chat"));
    assert_eq!(names(&named), ["Current state", "With chat", "Future state"]);
    let bare = apply(&named, &Edit::set(Table::Map, id("next"), "title", " "));
    assert_eq!(names(&bare)[1], "Untitled map");
    let again = apply(&bare, &Edit::set(Table::Map, id("third"), "title", ""));
    assert_eq!(names(&again)[1..], ["Untitled map", "Untitled map 2"]);
}

#[test]
fn another_map_comes_in_with_stages_and_lanes_in_their_order() {
    let mut count = 1 << 100;
    let mut ids = || {
        count += 1;
        Id::from_u128(count)
    };
    let made = Template::find("Buyer jobs").unwrap().document(&mut ids, "en");
    let edit = beside::adding(&made);
    let after = apply(&start(), &edit);
    let new = made.maps_in_order()[0].id;
    let names = |document: &Document, map| -> Vec<String> {
        let stages = document.stages_of(map).into_iter().map(|stage| stage.name.clone());
        stages.chain(document.lanes_of(map).into_iter().map(|lane| lane.name.clone())).collect()
    };
    assert_eq!(names(&after, new), names(&made, new));
    assert_eq!(held(&after, new)[&Table::Path], 2);
    assert_eq!(after.maps_in_order()[1].id, new, "it lies behind the others");
    assert_eq!(words::say(&edit.label(&start()), "en"), "Add map");
    let twice = apply(&start(), &beside::adding(&journey::sample(&mut ids)));
    assert_eq!(check(&twice), []);
}

#[test]
fn maps_take_other_places_and_a_stage_leads_to_another_map() {
    let two = apply(&start(), &future("next"));
    let reorder = Edit::Reorder { table: Table::Map, id: id("next"), place: Place::First };
    let swapped = apply(&two, &reorder);
    assert_eq!(swapped.maps_in_order()[0].id, id("next"));
    let linked = apply(&two, &Edit::set(Table::Stage, id("A"), "linked_map", json!(id("next"))));
    refuses(&two, &Edit::set(Table::Stage, id("A"), "linked_map", json!(map())), "edit.invalid");
    let gone = apply(&linked, &Edit::remove(Table::Map, id("next")));
    assert_eq!(gone.stages[&id("A")].linked_map, None, "the link goes with its map");
    assert_eq!(held(&gone, map()), held(&start(), map()));
    refuses(&gone, &Edit::remove(Table::Map, map()), "edit.invalid");
}

#[test]
fn a_change_knows_which_maps_it_is_about() {
    let two = apply(&start(), &future("next"));
    let of = |name: &str| id("next").of_copy(id(name));
    let about = |edit: &Edit| {
        let mut document = two.clone();
        let change = edit.apply(&mut document, stamp(2000)).unwrap();
        let done = change.maps(&document);
        let (undo, _) = change.undo(&mut document, stamp(2001)).unwrap();
        (done, undo.maps(&document))
    };
    let next = vec![id("next")];
    for edit in [
        Edit::set(Table::Card, of("p"), "text", "Slow"),
        Edit::remove(Table::Card, of("p")),
        Edit::remove(Table::Lane, of("pain_points")),
        Edit::remove(Table::Gap, of("g")),
        Edit::remove(Table::Answer, of("link")),
        Edit::remove(Table::Map, id("next")),
        Edit::add_card(id("new"), of("actions"), of("A"), "New"),
        Edit::set(Table::Map, id("next"), "title", "With chat"),
    ] {
        assert_eq!(about(&edit), (next.clone(), next.clone()), "{edit:?}");
    }
    assert_eq!(about(&Edit::set(Table::Person, id("ann"), "name", "Anna")), (vec![], vec![]));

    let mut document = two.clone();
    let change = Edit::remove(Table::Map, id("next")).apply(&mut document, stamp(3000)).unwrap();
    assert_eq!(beside::neighbour(&document, &change, id("next")), Some(map()));
    assert_eq!(change.added_maps().count(), 0);
    let (undo, _) = change.undo(&mut document, stamp(3001)).unwrap();
    assert_eq!(undo.added_maps().collect::<Vec<_>>(), next);
}
