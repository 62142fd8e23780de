//! JSON: nothing is lost either way, and what is wrong is named.

use exchange::json;
use journey::{Card, Document, Fields, Id, Lane, Map, Order, Stage};
use std::sync::Arc;

fn id(number: u128) -> Id {
    Id::from_u128(number)
}

fn document() -> Document {
    let mut document = Document::new(id(1));
    let order = Order::between(None, None);
    let map = Map {
        id: id(2),
        order: order.clone(),
        title: "A “map”\n".into(),
        headline: "It stalls".into(),
        ..Map::default()
    };
    document.maps.insert(id(2), map);
    document.stages.insert(
        id(3),
        Stage { id: id(3), map: id(2), order: order.clone(), effort: Some(0.1 + 0.2), ..Stage::default() },
    );
    document.lanes.insert(id(4), Lane { id: id(4), map: id(2), order: order.clone(), ..Lane::default() });
    let mut fields = Fields::new();
    fields.insert("severity".into(), 5.into());
    let card = Card {
        id: id(5),
        lane: id(4),
        stage: id(3),
        to_stage: id(3),
        order,
        text: "Ünïcödé 🙂".into(),
        fields,
        ..Card::default()
    };
    document.cards.insert(id(5), card);
    document.blobs.insert("00".into(), Arc::new(vec![0, 255, 7]));
    document
}

#[test]
fn what_goes_out_comes_back_the_same() {
    let document = document();
    let text = json::write(&document).text;
    let back = json::read(text.as_bytes()).expect("our own JSON").document;
    assert_eq!(back, document);
    assert_eq!(json::write(&back).text, text, "the same document, the same bytes");
}

#[test]
fn unknown_fields_are_kept() {
    let text = json::write(&document()).text;
    let mut value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    value["from_the_future"] = serde_json::json!({"a": 1});
    value["card"][0]["mood"] = "sunny".into();
    let text = value.to_string();
    let back = json::read(text.as_bytes()).expect("unknown fields are no fault").document;
    let again: serde_json::Value = serde_json::from_str(&json::write(&back).text).expect("JSON");
    assert_eq!(again["from_the_future"]["a"], 1);
    assert_eq!(again["card"][0]["mood"], "sunny");
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let text = json::write(&document()).text;
    let with = |pointer: &str, to: serde_json::Value| {
        let mut value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        *value.pointer_mut(pointer).expect(pointer) = to;
        json::read(value.to_string().as_bytes()).expect_err(pointer)
    };
    let cases = [
        (
            "/format",
            serde_json::json!("other"),
            "read.shape",
            "format: expected \"desire-path\", found \"other\"",
        ),
        (
            "/format_version",
            serde_json::json!(2),
            "read.shape",
            "format_version: expected 1 to 1, found 2; a newer Desire Path may read it",
        ),
        ("/card", serde_json::json!(3), "read.shape", "card: expected a list, found 3"),
        ("/card/0", serde_json::json!("x"), "read.shape", "card 1: expected an object, found \"x\""),
        (
            "/card/0/id",
            serde_json::json!("x"),
            "read.shape",
            "card 1: field \"id\": expected an id, found \"x\"",
        ),
        (
            "/stage/0/effort",
            serde_json::json!("much"),
            "read.shape",
            "stage 1: field \"effort\": expected a number, found \"much\"",
        ),
    ];
    for (pointer, to, code, sentence) in cases {
        let error = with(pointer, to);
        assert_eq!((error.code(), error.to_string().as_str()), (code, sentence), "{pointer}");
    }
    let error = json::read(b"{\"format\": \n nope}").expect_err("no JSON");
    assert_eq!(
        (error.code(), error.to_string().as_str()),
        ("read.syntax", "line 2, column 3: expected a value")
    );
}
