//! Edits of cards, stages and lanes: before → edit → after.

mod drawn;

use drawn::{add, add_at, apply, changes, document, id, map, refuses};
use journey::edit::Place;
use journey::*;
use serde_json::json;

fn move_cards(cards: &[&str], lane: &str, stage: &str, place: Place) -> Edit {
    let cards = cards.iter().map(|card| id(card)).collect();
    Edit::MoveCards { cards, lane: id(lane), stage: id(stage), place }
}

fn move_stage(stage: &str, place: Place) -> Edit {
    Edit::Reorder { table: Table::Stage, id: id(stage), place }
}

fn remove(table: Table, names: &[&str]) -> Edit {
    Edit::Remove { records: names.iter().map(|name| RecordId::new(table, id(name))).collect() }
}

const MAP: &str = "A | B | C
    actions: x, y | z |
    pain_points: | p→C |";

#[test]
fn a_card_is_added_where_it_is_wanted() {
    let card = |place| {
        let fields = json!({"id": id("new"), "lane": id("actions"), "stage": id("A"), "text": "new"});
        add_at(Table::Card, fields, place)
    };
    changes(
        MAP,
        card(Place::Last),
        "A | B | C
        actions: x, y, new | z |
        pain_points: | p→C |",
    );
    changes(
        MAP,
        card(Place::First),
        "A | B | C
        actions: new, x, y | z |
        pain_points: | p→C |",
    );
    changes(
        MAP,
        card(Place::Before(id("y"))),
        "A | B | C
        actions: x, new, y | z |
        pain_points: | p→C |",
    );
    refuses(&document(MAP), &card(Place::After(id("z"))), "edit.invalid");
    refuses(&document(MAP), &card(Place::After(id("nobody"))), "edit.invalid");
}

#[test]
fn what_cannot_be_a_card_is_refused() {
    let map = document(MAP);
    let with = |name: &str, value: serde_json::Value| {
        let mut fields = json!({"id": id("new"), "lane": id("pain_points"), "stage": id("A")});
        fields[name] = value;
        add(Table::Card, fields)
    };
    refuses(&map, &with("id", json!(id("x"))), "edit.already-there");
    refuses(&map, &with("id", json!("x")), "edit.invalid");
    refuses(&map, &with("lane", json!(id("nowhere"))), "edit.invalid");
    refuses(&map, &with("stage", json!(id("nowhere"))), "edit.invalid");
    refuses(&map, &with("people", json!([id("nobody")])), "edit.invalid");
    refuses(&map, &with("text", json!(5)), "edit.wrong-type");
    refuses(&map, &with("votes", json!(-1)), "edit.wrong-type");
    refuses(&map, &with("color", json!("red")), "edit.invalid");
    refuses(&map, &with("colour", json!("#ff0000")), "edit.no-such-field");
    refuses(&map, &with("fields", json!({"severity": 6})), "edit.wrong-type");
    refuses(&map, &with("fields", json!({"sverity": 5})), "edit.no-such-field");
    let backwards = json!({"id": id("new"), "lane": id("actions"), "stage": id("C"), "to_stage": id("A")});
    refuses(&map, &add(Table::Card, backwards), "edit.invalid");
}

#[test]
fn cards_move_together_and_keep_their_order() {
    changes(
        MAP,
        move_cards(&["y", "x"], "actions", "B", Place::First),
        "A | B | C
        actions: | y, x, z |
        pain_points: | p→C |",
    );
    changes(
        MAP,
        move_cards(&["x"], "actions", "A", Place::Last),
        "A | B | C
        actions: y, x | z |
        pain_points: | p→C |",
    );
}

#[test]
fn a_card_that_stays_where_it_is_changes_nothing() {
    let before = document(MAP);
    for place in [Place::First, Place::Before(id("y")), Place::Before(id("x"))] {
        let change = move_cards(&["x"], "actions", "A", place).apply(&mut before.clone(), drawn::stamp(1));
        assert!(change.unwrap().is_empty(), "{place:?}");
    }
}

#[test]
fn a_long_card_keeps_its_length_as_far_as_the_map_goes() {
    changes(
        MAP,
        move_cards(&["p"], "pain_points", "A", Place::Last),
        "A | B | C
        actions: x, y | z |
        pain_points: p→B | |",
    );
    changes(
        MAP,
        move_cards(&["p"], "pain_points", "C", Place::Last),
        "A | B | C
        actions: x, y | z |
        pain_points: | | p",
    );
}

#[test]
fn a_card_of_another_kind_remembers_its_fields_for_the_way_back() {
    let mut map = document(
        "A
        touchpoints: t
        backstage: b
        pain_points: p",
    );
    map = apply(&map, &Edit::set(Table::Card, id("t"), "fields.system", "Our own shop"));
    map = apply(&map, &Edit::set(Table::Card, id("t"), "fields.contact", "human"));
    let there = apply(&map, &move_cards(&["t"], "backstage", "A", Place::Last));
    assert!(
        !there.cards[&id("t")].fields.contains_key("system"),
        "a free text is none of the systems of the backstage"
    );
    let there = apply(&there, &Edit::set(Table::Card, id("t"), "fields.system", "crm"));
    let further = apply(&there, &move_cards(&["t"], "pain_points", "A", Place::Last));
    let back = apply(&further, &move_cards(&["t"], "touchpoints", "A", Place::Last));
    assert_eq!(back.cards[&id("t")].fields["system"], "Our own shop");
    assert_eq!(back.cards[&id("t")].fields["contact"], "human");
    let again = apply(&back, &move_cards(&["t"], "backstage", "A", Place::Last));
    assert_eq!(again.cards[&id("t")].fields["system"], "crm");
}

#[test]
fn a_card_stretches_over_stages_and_never_backwards() {
    let span = |stage: &str, to: &str| Edit::SpanCard { id: id("p"), stage: id(stage), to_stage: id(to) };
    changes(
        MAP,
        span("A", "C"),
        "A | B | C
        actions: x, y | z |
        pain_points: p→C | |",
    );
    refuses(&document(MAP), &span("C", "A"), "edit.invalid");
    refuses(&document(MAP), &span("A", "nowhere"), "edit.not-there");
}

#[test]
fn a_card_that_names_no_last_stage_lies_in_one() {
    let card =
        Card { id: id("new"), lane: id("actions"), stage: id("C"), text: "new".into(), ..Card::default() };
    changes(
        MAP,
        Edit::add(&card, Place::Last),
        "A | B | C
        actions: x, y | z | new
        pain_points: | p→C |",
    );
}

/// Two computers may give two records one and the same order key; then the ids decide.
#[test]
fn there_is_room_between_siblings_with_equal_keys() {
    let mut twins = document(
        "A
        goals: g
        actions: a, b, c, d",
    );
    let key = twins.cards[&id("b")].order.clone();
    twins.cards.get_mut(&id("c")).unwrap().order = key.clone();
    twins.cards.get_mut(&id("a")).unwrap().order = key;
    let lane = |document: &Document| drawn::draw(document).lines().last().unwrap().to_owned();
    assert_eq!(lane(&twins), "actions: a, b, c, d");
    for (place, expected) in [
        (Place::After(id("a")), "actions: a, g, b, c, d"),
        (Place::Before(id("c")), "actions: a, b, g, c, d"),
        (Place::After(id("c")), "actions: a, b, c, g, d"),
        (Place::First, "actions: g, a, b, c, d"),
    ] {
        assert_eq!(lane(&apply(&twins, &move_cards(&["g"], "actions", "A", place))), expected, "{place:?}");
    }
    let moved = apply(&twins, &move_cards(&["c"], "actions", "A", Place::Before(id("b"))));
    assert_eq!(lane(&moved), "actions: a, c, b, d");
}

const LONG: &str = "A | B | C | D | E
    actions: a | b→D | c | d→E | e";

#[test]
fn a_moved_stage_takes_its_cards_along_and_leaves_long_ones_in_shape() {
    changes(
        LONG,
        move_stage("C", Place::First),
        "C | A | B | D | E
        actions: c | a | b→D | d→E | e",
    );
    changes(
        LONG,
        move_stage("B", Place::Last),
        "A | C | D | E | B
        actions: a | c, b→D | d→E | e |",
    );
    changes(
        LONG,
        move_stage("B", Place::After(id("D"))),
        "A | C | D | B | E
        actions: a | c, b→B | d→E | | e",
    );
    changes(
        LONG,
        move_stage("D", Place::Last),
        "A | B | C | E | D
        actions: a | b→C | c | e, d→D |",
    );
}

#[test]
fn when_the_stage_at_an_end_goes_the_neighbour_takes_over() {
    changes(
        LONG,
        remove(Table::Stage, &["B"]),
        "A | C | D | E
        actions: a | c, b→D | d→E | e",
    );
    changes(
        LONG,
        remove(Table::Stage, &["D", "E"]),
        "A | B | C
        actions: a | b→C | c",
    );
    changes(
        LONG,
        remove(Table::Stage, &["B", "C", "D"]),
        "A | E
        actions: a | e, d",
    );
}

#[test]
fn a_removed_lane_takes_its_cards_and_a_removed_card_what_hangs_on_it() {
    changes(
        MAP,
        remove(Table::Lane, &["pain_points"]),
        "A | B | C
        actions: x, y | z |",
    );
    let mut full = document(
        "A | B
        pain_points: p |
        opportunities: o |
        content: c |",
    );
    full = apply(
        &full,
        &add(
            Table::Answer,
            json!({"id": id("ans"), "opportunity": id("o"), "problem": {"table": "card", "id": id("p")}}),
        ),
    );
    full = apply(&full, &add(Table::Action, json!({"id": id("act"), "map": map(), "opportunity": id("o")})));
    full = apply(
        &full,
        &add(Table::Path, json!({"id": id("path"), "map": map(), "from": {"table": "card", "id": id("p")}})),
    );
    full = apply(
        &full,
        &add(Table::Comment, json!({"id": id("comment"), "about": {"table": "card", "id": id("p")}})),
    );
    full = apply(
        &full,
        &add(Table::Comment, json!({"id": id("reply"), "about": {"table": "comment", "id": id("comment")}})),
    );
    full = apply(&full, &Edit::set(Table::Card, id("c"), "fields.reason", id("p").to_string()));
    let without = apply(&full, &remove(Table::Card, &["p", "o"]));
    let left = |table| without.count(table);
    assert_eq!([Table::Answer, Table::Path, Table::Comment, Table::Action].map(left), [0, 0, 0, 1]);
    assert_eq!(without.actions[&id("act")].opportunity, None);
    assert!(without.cards[&id("c")].fields.is_empty());
}

#[test]
fn lanes_move_between_the_sheets() {
    let lane = Edit::MoveLane { id: id("actions"), zone: Zone::Insight, place: Place::Last };
    let after = "A | B | C
        pain_points: | p→C |
        actions: x, y | z |";
    assert_eq!(changes(MAP, lane, after).lanes[&id("actions")].zone, Zone::Insight);
}

fn duplicate(table: Table, name: &str) -> Edit {
    Edit::Duplicate { table, id: id(name), copy: id("copy") }
}

#[test]
fn a_stage_is_duplicated_with_its_cards_feelings_and_gap() {
    let mut before = document(
        "A | B | C
        actions: x | y, over→C |
        emotions: | hope@0.5=1.5 |
        opportunities: o | q |
        pain_points: | p |
        gaps: | g |",
    );
    for (name, opportunity) in [("near", "q"), ("far", "o")] {
        let problem = RecordId::new(Table::Card, id("p"));
        let answer = Answer { id: id(name), opportunity: id(opportunity), problem, ..Answer::default() };
        Edit::add(&answer, Place::Last).apply(&mut before, drawn::stamp(1)).unwrap();
    }
    Edit::set(Table::Card, id("p"), "votes", 5).apply(&mut before, drawn::stamp(2)).unwrap();
    let after = apply(&before, &duplicate(Table::Stage, "B"));
    // A card over several stages reaches over the copy and is not doubled.
    assert_eq!(
        drawn::draw(&after),
        drawn::tidy(
            "A | B | B | C
            actions: x | y, over→C | y |
            emotions: | hope@0.5=1.5 | hope@0.5=1.5 |
            opportunities: o | q | q |
            pain_points: | p | p |
            gaps: | g | g |"
        )
    );
    let copied = |name: &str| id("copy").of_copy(id(name));
    assert_eq!((after.cards[&id("p")].votes, after.cards[&copied("p")].votes), (5, 0), "votes stay");
    let mut links: Vec<(Id, Id)> =
        after.answers.values().map(|answer| (answer.opportunity, answer.problem.id)).collect();
    links.sort();
    let mut expected =
        [(id("q"), id("p")), (id("o"), id("p")), (copied("q"), copied("p")), (id("o"), copied("p"))];
    expected.sort();
    assert_eq!(links, expected, "what answered a card answers its copy, within the stage the copy does");
    let label = duplicate(Table::Stage, "B").label(&before);
    assert_eq!(words::say(&label, "en"), "Duplicate stage");
}

#[test]
fn a_lane_a_card_and_a_gap_are_duplicated_right_after_themselves() {
    changes(
        MAP,
        duplicate(Table::Lane, "pain_points"),
        "A | B | C
        actions: x, y | z |
        pain_points: | p→C |
        pain_points: | p→C |",
    );
    changes(
        MAP,
        duplicate(Table::Card, "x"),
        "A | B | C
        actions: x, x, y | z |
        pain_points: | p→C |",
    );
    changes(
        "A | B
        gaps: g, h |",
        duplicate(Table::Gap, "g"),
        "A | B
        gaps: g, g, h |",
    );
    let map = document(MAP);
    refuses(&map, &duplicate(Table::Path, "nobody"), "edit.not-there");
    refuses(&map, &duplicate(Table::Card, "nobody"), "edit.not-there");
    let taken = Edit::Duplicate { table: Table::Card, id: id("x"), copy: id("y") };
    refuses(&map, &taken, "edit.already-there");
    let nameless = Edit::Duplicate { table: Table::Card, id: id("x"), copy: Id::default() };
    refuses(&map, &nameless, "edit.invalid");
    let both = ["x", "y"].map(|name| Edit::Duplicate { table: Table::Card, id: id(name), copy: id("copy") });
    assert_eq!(words::say(&Edit::together(both.to_vec()).label(&map), "en"), "Duplicate 2 cards");
}

#[test]
fn the_ids_of_copies_are_uuids_of_version_7_as_old_as_the_copy() {
    let whole: Id = "01890a5d-ac96-774b-bcce-b302099a8057".parse().unwrap();
    let parts: Vec<Id> = (1..1000).map(|number| whole.of_copy(Id::from_u128(number))).collect();
    let different: std::collections::BTreeSet<&Id> = parts.iter().collect();
    assert_eq!(different.len(), parts.len());
    for part in &parts {
        let text = part.to_string();
        assert!(text.starts_with("01890a5d-ac96-7") && "89ab".contains(&text[19..20]), "{text}");
        assert_eq!(
            *part,
            whole.of_copy(Id::from_u128(parts.iter().position(|own| own == part).unwrap() as u128 + 1))
        );
    }
}

#[test]
fn cards_that_a_stage_goes_out_of_are_counted() {
    let shorter = |edit: Edit| {
        let mut map = document(
            "A | B | C | D
            actions: x→C | z→D | | w",
        );
        let change = edit.apply(&mut map, Stamp::default()).expect("it applies");
        edit::shortened(&change, &map)
    };
    // From the inside of x; z begins there and keeps it, for they stay side by side.
    assert_eq!(shorter(move_stage("B", Place::Last)), 1);
    assert_eq!(shorter(move_stage("B", Place::After(id("C")))), 1);
    assert_eq!(shorter(move_stage("A", Place::Last)), 1);
    assert_eq!(shorter(move_stage("D", Place::First)), 1);
    assert_eq!(shorter(remove(Table::Stage, &["C"])), 2);
    assert_eq!(shorter(remove(Table::Stage, &["A", "B", "C"])), 1);
    let together = |edits| shorter(Edit::Together { label: None, edits });
    assert_eq!(together(vec![move_stage("A", Place::Last), remove(Table::Stage, &["C"])]), 2);
    // Nothing goes out of a card: it is as long as before, longer, made shorter by hand, or gone.
    assert_eq!(shorter(move_stage("A", Place::After(id("B")))), 0);
    assert_eq!(shorter(Edit::StretchCards { cards: vec![id("x")], by: -1 }), 0);
    assert_eq!(shorter(remove(Table::Card, &["x", "z"])), 0);
    assert_eq!(
        shorter(add_at(Table::Stage, json!({"id": id("new"), "map": id("map"), "name": "N"}), Place::First)),
        0
    );
}
