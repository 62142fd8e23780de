//! Ten thousand edits as one step: the time for each must not grow with their number. Counted, not timed: the test would
//! take minutes where each edit looks at all the others.

mod drawn;

use drawn::{add, document, id, stamp};
use journey::edit::Place;
use journey::*;
use serde_json::json;

const MANY: u128 = 10_000;

fn numbered(number: u128) -> Id {
    Id::from_u128(1 << 100 | number)
}

#[test]
fn ten_thousand_cards_come_move_and_go_as_one_step_each() {
    let mut document = document(
        "A | B | C | D
        pain_points: p | | |
        opportunities: | | |
        actions: | | |",
    );
    let start = document.clone();
    let stage = |number: u128| id(["A", "B", "C", "D"][(number % 4) as usize]);
    let mut changes = Vec::new();
    let mut apply = |edit: Edit| {
        let change = edit.apply(&mut document, stamp(changes.len() as u128 + 1)).unwrap();
        changes.push(change);
    };
    let cards =
        (0..MANY).map(|number| Edit::add_card(numbered(number), id("opportunities"), stage(number), "card"));
    apply(Edit::together(cards.collect()));
    let answers = (0..MANY).map(|number| {
        let fields = json!({
            "id": numbered(MANY + number),
            "opportunity": numbered(number),
            "problem": {"table": "card", "id": id("p")},
        });
        add(Table::Answer, fields)
    });
    apply(Edit::together(answers.collect()));
    // To the front of another cell, one after the other.
    let moves = (0..MANY).map(|number| Edit::MoveCards {
        cards: vec![numbered(number)],
        lane: id("actions"),
        stage: id("A"),
        place: Place::Last,
    });
    apply(Edit::together(moves.collect()));
    apply(Edit::MoveCards {
        cards: (0..MANY).rev().map(numbered).collect(),
        lane: id("opportunities"),
        stage: id("B"),
        place: Place::First,
    });
    let texts = (0..MANY).map(|number| Edit::set_text(numbered(number), "other"));
    apply(Edit::together(texts.collect()));
    let removes = (0..MANY).map(|number| Edit::remove(Table::Card, numbered(number)));
    apply(Edit::together(removes.collect()));

    let touched: Vec<usize> = changes.iter().map(|change| change.records.len()).collect();
    let many = MANY as usize;
    assert_eq!(touched, [many, many, many, many, many, 2 * many]);
    let longest =
        changes[2].records.iter().filter_map(|record| record.after.as_ref()?.get("order")?.as_str());
    assert!(longest.map(str::len).max() <= Some(5));
    for change in changes.iter().rev() {
        let (_, left) = change.undo(&mut document, stamp(100)).unwrap();
        assert_eq!(left, []);
    }
    assert!(document == start);
}
