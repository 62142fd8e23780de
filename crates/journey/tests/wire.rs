//! Edits as they come over the border from the page: the JSON is a contract.

use journey::edit::Place;
use journey::*;
use serde_json::json;

fn id(number: u128) -> Id {
    Id::from_u128(number)
}

#[test]
fn edits_are_read_as_the_page_writes_them() {
    let (one, two) = (id(1).to_string(), id(2).to_string());
    assert_eq!(one, "00000000-0000-0000-0000-000000000001");
    let card = |id: u128| RecordId::new(Table::Card, self::id(id));
    let cases = [
        (
            json!({"edit": "add", "table": "card", "fields": {"id": one}}),
            Edit::Add {
                table: Table::Card,
                fields: [("id".to_owned(), json!(one))].into_iter().collect(),
                place: Place::Last,
            },
        ),
        (
            json!({"edit": "set", "table": "stage", "id": one, "field": "name", "value": "Trial"}),
            Edit::set(Table::Stage, id(1), "name", "Trial"),
        ),
        (
            json!({"edit": "reorder", "table": "path", "id": one, "place": {"after": two}}),
            Edit::Reorder { table: Table::Path, id: id(1), place: Place::After(id(2)) },
        ),
        (
            json!({"edit": "move_lane", "id": one, "zone": "insight", "place": "first"}),
            Edit::MoveLane { id: id(1), zone: Zone::Insight, place: Place::First },
        ),
        (
            json!({"edit": "move_cards", "cards": [one], "lane": one, "stage": two, "place": {"before": two}}),
            Edit::MoveCards { cards: vec![id(1)], lane: id(1), stage: id(2), place: Place::Before(id(2)) },
        ),
        (
            json!({"edit": "span_card", "id": one, "stage": one, "to_stage": two}),
            Edit::SpanCard { id: id(1), stage: id(1), to_stage: id(2) },
        ),
        (
            json!({"edit": "move_gap", "id": one, "stage": two, "place": "last"}),
            Edit::MoveGap { id: id(1), stage: id(2), place: Place::Last },
        ),
        (
            json!({"edit": "move_feeling", "id": one, "stage": two, "position": 0.5, "value": -1.55}),
            Edit::MoveFeeling { id: id(1), stage: id(2), position: 0.5, value: -1.55 },
        ),
        (
            json!({"edit": "duplicate", "table": "stage", "id": one, "copy": two}),
            Edit::Duplicate { table: Table::Stage, id: id(1), copy: id(2) },
        ),
        (
            json!({"edit": "remove", "records": [{"table": "card", "id": one}]}),
            Edit::Remove { records: vec![card(1)] },
        ),
        (
            json!({"edit": "together", "label": {"key": "edit.card.add", "args": ["2"]}, "edits": []}),
            Edit::Together { label: Some(Phrase::new("edit.card.add").with(2)), edits: Vec::new() },
        ),
    ];
    for (written, edit) in cases {
        assert_eq!(serde_json::from_value::<Edit>(written.clone()).unwrap(), edit);
        let back = serde_json::to_value(&edit).unwrap();
        assert_eq!(serde_json::from_value::<Edit>(back).unwrap(), edit, "{written}");
    }
}

#[test]
fn what_is_no_edit_is_refused() {
    for written in [
        json!({}),
        json!({"edit": "explode"}),
        json!({"edit": "set", "table": "cards", "id": id(1).to_string(), "field": "text", "value": ""}),
        json!({"edit": "set", "table": "card", "id": "1", "field": "text", "value": ""}),
        json!({"edit": "add", "table": "card", "fields": []}),
    ] {
        assert!(serde_json::from_value::<Edit>(written.clone()).is_err(), "{written}");
    }
}
