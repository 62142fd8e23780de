//! Finding by words and filters, in reading order, and putting other words in their place.

mod drawn;

use drawn::{add, apply, document, draw, id, map};
use journey::find::{Query, choices, find, replacement};
use journey::*;
use serde_json::json;

const MAP: &str = "
    Start | Middle | Ends
    actions: looks, reads | asks →Ends | buys
    emotions: hope@0.5=1 | doubt@0.2=-1 |
    pain_points: waits | costs, noise |
    gaps: budget | phone |
    opportunities: | cheaper |
";

fn map_with(edits: &[Edit]) -> Document {
    edits.iter().fold(document(&MAP.replace("asks →", "asks→")), |document, edit| apply(&document, edit))
}

fn set(table: Table, name: &str, field: &str, value: serde_json::Value) -> Edit {
    Edit::Set { table, id: id(name), field: field.into(), value }
}

/// The names of what was found; ids are made of them.
fn names(document: &Document, query: &Query) -> Vec<String> {
    let name = |hit: &RecordId| document.caption(*hit).unwrap_or_default();
    find(document, map(), query).hits.iter().map(name).collect()
}

fn words(text: &str) -> Query {
    Query { text: text.into(), ..Query::default() }
}

#[test]
fn an_empty_query_finds_nothing_and_counts_the_cards() {
    let document = map_with(&[]);
    let found = find(&document, map(), &words(" "));
    assert_eq!((found.hits.len(), found.cards, found.of), (0, 0, 8));
}

#[test]
fn words_are_found_in_reading_order_wherever_a_person_wrote_them() {
    let document = map_with(&[
        set(Table::Card, "looks", "text", json!("Über den Preis")),
        set(Table::Card, "reads", "note", json!("compares a PREIS")),
        set(Table::Stage, "Middle", "question", json!("Which preis?")),
        set(Table::Lane, "pain_points", "name", json!("Preise")),
        set(Table::Gap, "phone", "detail", json!("preis unknown")),
        set(Table::Feeling, "doubt", "label", json!("Preisschock")),
        set(Table::Map, "map", "goal", json!("ein guter Preis")),
    ]);
    let found = find(&document, map(), &words("preis"));
    let tables: Vec<&str> = found.hits.iter().map(|hit| hit.table.name()).collect();
    assert_eq!(tables, ["map", "stage", "card", "card", "feeling", "lane", "gap"]);
    assert_eq!((found.cards, found.of), (2, 8));
}

#[test]
fn filters_hold_together_and_each_takes_any_of_its_choices() {
    let document = map_with(&[
        add(Table::Person, json!({"id": id("marie"), "name": "Marie"})),
        add(Table::Team, json!({"id": id("sales"), "name": "Sales"})),
        set(Table::Card, "waits", "people", json!([id("marie")])),
        set(Table::Card, "waits", "fields.severity", json!(4)),
        set(Table::Card, "costs", "fields.severity", json!(2)),
        set(Table::Card, "costs", "team", json!(id("sales"))),
        set(Table::Card, "looks", "evidence", json!("observed")),
        set(Table::Gap, "budget", "severity", json!(5)),
        set(Table::Gap, "budget", "owner", json!(id("sales"))),
        add(
            Table::Answer,
            json!({"id": id("a"), "opportunity": id("cheaper"), "problem": {"table": "card", "id": id("costs")}}),
        ),
    ]);
    let of = |query: Query| names(&document, &query);
    let kinds = vec![LaneKind::PainPoints, LaneKind::Gaps];
    assert_eq!(
        of(Query { kinds: kinds.clone(), ..Query::default() }),
        ["waits", "costs", "noise", "budget", "phone"]
    );
    assert_eq!(of(Query { people: vec![id("marie")], ..Query::default() }), ["waits"]);
    assert_eq!(of(Query { teams: vec![id("sales")], ..Query::default() }), ["costs", "budget"]);
    assert_eq!(of(Query { severity: Some(4), ..Query::default() }), ["waits", "budget"]);
    assert_eq!(of(Query { unanswered: true, ..Query::default() }), ["waits", "noise", "budget", "phone"]);
    assert_eq!(of(Query { evidence: vec![EvidenceLevel::Observed], ..Query::default() }), ["looks"]);
    assert_eq!(of(Query { kinds: vec![LaneKind::Emotions], ..Query::default() }), ["hope", "doubt"]);
    let both = Query { kinds, severity: Some(1), text: "WAIT".into(), ..Query::default() };
    assert_eq!(of(both), ["waits"]);
}

#[test]
fn what_lies_in_hidden_lanes_is_not_on_the_map() {
    let hidden =
        [set(Table::Lane, "actions", "hidden", json!(true)), set(Table::Lane, "gaps", "hidden", json!(true))];
    let document = map_with(&hidden);
    assert!(names(&document, &words("looks")).is_empty());
    assert_eq!(find(&document, map(), &words("waits")).of, 4);
    // A gap still breaks the line between its stages.
    assert_eq!(names(&document, &words("phone")), ["phone"]);
    assert!(!choices(&document, map()).kinds.contains(&LaneKind::Actions));
}

#[test]
fn there_is_to_filter_by_who_has_a_name() {
    let document = map_with(&[
        add(Table::Person, json!({"id": id("marie"), "name": "Marie"})),
        add(Table::Person, json!({"id": id("nobody"), "name": ""})),
        add(Table::Cast, json!({"id": id("c1"), "map": map(), "person": id("nobody")})),
        add(Table::Cast, json!({"id": id("c2"), "map": map(), "person": id("marie")})),
        add(Table::Team, json!({"id": id("t2"), "name": "Sales"})),
        add(Table::Team, json!({"id": id("t1"), "name": "Marketing"})),
    ]);
    let found = choices(&document, map());
    let named =
        |of: &[journey::find::FilterChoice]| of.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
    assert_eq!(named(&found.people), ["Marie"]);
    assert_eq!(named(&found.teams), ["Marketing", "Sales"]);
    assert_eq!(found.kinds.len(), 5);
}

#[test]
fn replacing_all_is_one_step_that_says_how_often_and_goes_back_whole() {
    let document = map_with(&[
        set(Table::Card, "looks", "text", json!("Demo, and a démo")),
        set(Table::Card, "waits", "note", json!("for the DEMO")),
        set(Table::Stage, "Middle", "name", json!("Demo")),
    ]);
    let hits = find(&document, map(), &words("demo")).hits;
    let edit = replacement(&document, &hits, "demo", "trial").expect("there is something to replace");
    let after = apply(&document, &edit);
    assert_eq!(after.cards[&id("looks")].text, "trial, and a trial");
    assert_eq!(after.cards[&id("waits")].note, "for the trial");
    assert_eq!(after.stages[&id("Middle")].name, "trial");
    assert_eq!(words::say(&edit.label(&document), "en"), "Replace words 4 times");
    assert_eq!(replacement(&after, &hits, "demo", "trial"), None);
    assert_eq!(replacement(&after, &hits, "  ", "trial"), None);
}

#[test]
fn replacing_in_one_record_leaves_the_others() {
    let document = map_with(&[]);
    let one = [RecordId::new(Table::Card, id("noise"))];
    let edit = replacement(&document, &one, "NOISE", "din").unwrap();
    assert!(draw(&apply(&document, &edit)).contains("waits | costs, din"));
}
