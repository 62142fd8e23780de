//! What one key does to everything that is selected: before → edit → after, and what is said about it.

mod drawn;

use drawn::{apply, changes, document, id, refuses, stamp};
use journey::*;
use serde_json::json;

const MAP: &str = "A | B | C
    actions: x, y | z |
    emotions: f@0.5=1 | |
    pain_points: p, q | r→C |
    opportunities: o | |
    gaps: g | |";

fn records(table: Table, names: &[&str]) -> Vec<RecordId> {
    names.iter().map(|name| RecordId::new(table, id(name))).collect()
}

fn said(edit: &Edit) -> String {
    let mut document = document(MAP);
    let change = edit.apply(&mut document, stamp(1)).unwrap();
    edit::announcement(edit, &change, &document).map(|phrase| words::say(&phrase, "en")).unwrap_or_default()
}

fn label(edit: &Edit) -> String {
    words::say(&edit.label(&document(MAP)), "en")
}

#[test]
fn one_key_rates_everything_that_has_a_rating() {
    let mut all = records(Table::Card, &["p", "x", "o"]);
    all.extend(records(Table::Gap, &["g"]));
    all.extend(records(Table::Feeling, &["f"]));
    let rated = apply(&document(MAP), &Edit::Rate { records: all, rating: 4 });
    assert_eq!(rated.cards[&id("p")].fields["severity"], 4);
    assert_eq!(rated.cards[&id("o")].fields["impact"], json!(4.0));
    assert!(rated.cards[&id("x")].fields.is_empty());
    assert_eq!(rated.gaps[&id("g")].severity, Some(4));
    assert_eq!(rated.feelings[&id("f")].value, 1.0);

    let one = Edit::Rate { records: records(Table::Card, &["p"]), rating: 4 };
    assert_eq!((label(&one).as_str(), said(&one).as_str()), ("Change severity", "Severity 4."));
    let two = Edit::Rate { records: records(Table::Card, &["p", "q"]), rating: 2 };
    assert_eq!(said(&two), "Severity of 2 cards set to 2.");
    let map = document(MAP);
    refuses(
        &map,
        &Edit::Rate { records: records(Table::Card, &["x", "y"]), rating: 4 },
        "edit.does-not-apply",
    );
    refuses(&map, &Edit::Rate { records: records(Table::Card, &["p"]), rating: 6 }, "edit.invalid");
    refuses(&map, &Edit::Rate { records: records(Table::Card, &["nobody"]), rating: 4 }, "edit.not-there");
}

#[test]
fn a_scale_that_begins_at_nought_has_it_under_the_first_key() {
    for kind in [LaneKind::PainPoints, LaneKind::Opportunities, LaneKind::Maturity] {
        let drawing = format!("A\n{}: c", kind.name());
        for rating in 1..=5 {
            let edit = Edit::Rate { records: records(Table::Card, &["c"]), rating };
            let rated = apply(&document(&drawing), &edit);
            let value = rated.cards[&id("c")].fields[kind.rating().unwrap()].as_f64().unwrap();
            let low = if kind == LaneKind::Maturity { 1.0 } else { 0.0 };
            assert_eq!(value, f64::from(rating) - low, "{kind:?}");
        }
    }
}

#[test]
fn votes_are_given_and_taken_back_down_to_none() {
    let vote = |votes| Edit::Vote { records: records(Table::Card, &["p"]), votes };
    assert_eq!((label(&vote(1)).as_str(), said(&vote(1)).as_str()), ("Vote", "1 vote."));
    assert_eq!(label(&vote(-1)), "Take back vote");
    let voted = apply(&apply(&document(MAP), &vote(2)), &vote(-1));
    assert_eq!(voted.cards[&id("p")].votes, 1);
    assert_eq!(apply(&voted, &vote(-5)).cards[&id("p")].votes, 0);
    refuses(
        &voted,
        &Edit::Vote { records: records(Table::Feeling, &["f"]), votes: 1 },
        "edit.does-not-apply",
    );
}

#[test]
fn evidence_goes_round_and_all_follow_the_first() {
    let next = |names: &[&str]| Edit::NextEvidence { records: records(Table::Card, names) };
    assert_eq!(said(&next(&["p"])), "Observed.");
    let one = apply(&document(MAP), &next(&["p"]));
    let both = apply(&one, &next(&["p", "q"]));
    assert_eq!(both.cards[&id("q")].evidence, EvidenceLevel::Measured);
    assert_eq!(apply(&both, &next(&["q", "p"])).cards[&id("p")].evidence, EvidenceLevel::Hypothesis);
    refuses(&both, &Edit::NextEvidence { records: records(Table::Gap, &["g"]) }, "edit.does-not-apply");
}

#[test]
fn cards_get_longer_and_shorter_as_far_as_the_map_goes() {
    let stretch =
        |names: &[&str], by| Edit::StretchCards { cards: names.iter().map(|name| id(name)).collect(), by };
    assert_eq!(said(&stretch(&["x"], 1)), "Over 2 stages, to B.");
    assert_eq!(label(&stretch(&["x", "r"], 1)), "Stretch 2 cards");
    changes(
        MAP,
        stretch(&["x", "r"], 1),
        "A | B | C
        actions: x→B, y | z |
        emotions: f@0.5=1 | |
        pain_points: p, q | r→C |
        opportunities: o | |
        gaps: g | |",
    );
    let shorter = apply(&document(MAP), &stretch(&["r", "x"], -7));
    assert_eq!(shorter.cards[&id("r")].to_stage, id("B"));
    assert_eq!(shorter.cards[&id("x")].to_stage, id("A"));
}

#[test]
fn what_was_done_to_several_cards_is_said_as_done_and_with_their_number() {
    let three = || records(Table::Card, &["p", "q", "x"]);
    let evidence = Edit::NextEvidence { records: three() };
    assert_eq!(said(&evidence), "Evidence level of 3 cards changed.");
    let in_german = |edit: &Edit| {
        let mut document = document(MAP);
        let change = edit.apply(&mut document, stamp(1)).unwrap();
        words::say(&edit::announcement(edit, &change, &document).unwrap(), "de")
    };
    assert!(in_german(&evidence).ends_with("von 3 Karten geändert."), "{}", in_german(&evidence));
    assert_eq!(said(&Edit::Vote { records: three(), votes: 1 }), "Voted for 3 cards.");
    let set = |id: &RecordId| Edit::Set {
        table: Table::Card,
        id: id.id,
        field: "evidence".to_owned(),
        value: json!("observed"),
    };
    let all = Edit::Together { label: None, edits: three().iter().map(set).collect() };
    assert_eq!(said(&all), "Evidence level of 3 cards changed.");
}
