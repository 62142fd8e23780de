//! Every fault is found in a document that has it: the readers of foreign files lean on this.

mod drawn;

use drawn::{add, apply, document, id, map};
use journey::*;
use serde_json::json;
use std::collections::BTreeSet;

/// A document with a record in every table, and every rule kept.
fn full() -> Document {
    let mut full = document(
        "A | B
        content: c |
        touchpoints: t |
        emotions: f@0.5=1 |
        pain_points: p→B |
        opportunities: o |
        gaps: g |",
    );
    let about = |table: Table, name: &str| json!({"table": table, "id": id(name)});
    let records = [
        (Table::Team, json!({"id": id("team"), "name": "team"})),
        (Table::Tag, json!({"id": id("tag"), "name": "tag"})),
        (Table::Person, json!({"id": id("ann"), "name": "ann"})),
        (Table::Person, json!({"id": id("bob"), "name": "bob"})),
        (Table::Cast, json!({"id": id("ann cast"), "map": map(), "person": id("ann")})),
        (Table::Cast, json!({"id": id("bob cast"), "map": map(), "person": id("bob")})),
        (Table::Evidence, json!({"id": id("evidence"), "cards": [id("p")]})),
        (Table::Step, json!({"id": id("step"), "stage": id("A")})),
        (
            Table::Path,
            json!({"id": id("path"), "map": map(), "from": about(Table::Stage, "B"), "to": about(Table::Card, "p")}),
        ),
        (Table::Answer, json!({"id": id("ans"), "opportunity": id("o"), "problem": about(Table::Card, "p")})),
        (Table::Action, json!({"id": id("act"), "map": map(), "opportunity": id("o")})),
        (Table::Involvement, json!({"id": id("leads"), "person": id("ann"), "stage": id("A")})),
        (Table::Approval, json!({"id": id("ok"), "about": about(Table::Stage, "B")})),
        (Table::Comment, json!({"id": id("comment"), "about": about(Table::Gap, "g")})),
        (Table::Round, json!({"id": id("round"), "map": map()})),
        (
            Table::Dismissal,
            json!({"id": id("no"), "code": "pain-without-answer", "about": about(Table::Card, "p")}),
        ),
        (Table::Version, json!({"id": id("version"), "name": "first"})),
        // Another map, to point into.
        (Table::Map, json!({"id": id("map 2"), "title": "other"})),
        (Table::Stage, json!({"id": id("Z"), "map": id("map 2"), "name": "Z"})),
        (Table::Lane, json!({"id": id("lane 2"), "map": id("map 2"), "kind": "opportunities"})),
        (Table::Card, json!({"id": id("o 2"), "lane": id("lane 2"), "stage": id("Z")})),
    ];
    for (table, fields) in records {
        full = apply(&full, &add(table, fields));
    }
    let image = Image {
        id: id("image"),
        hash: "0a".repeat(32),
        media_type: "image/png".into(),
        width: 2,
        height: 2,
        ..Image::default()
    };
    full = apply(&full, &Edit::AddImage { image, bytes: vec![1] });
    apply(&full, &Edit::set(Table::Card, id("p"), "fields.severity", 3))
}

#[test]
fn every_fault_is_found() {
    let full = full();
    let nobody = id("nobody");
    let about = |table: Table, name: &str| json!({"table": table, "id": id(name)});
    let span = |from: f64, to: f64| json!({"from": from, "to": to, "unit": "day"});
    // Table, record, field, wrong value, the fault's code and field.
    let cases = [
        (Table::Card, "c", "lane", json!(nobody), "missing-reference", "lane"),
        (Table::Card, "c", "people", json!([nobody]), "missing-reference", "people"),
        (Table::Card, "c", "fields", json!({"reason": nobody}), "missing-reference", "reason"),
        (Table::Card, "c", "fields", json!({"reason": id("o 2")}), "other-map", "reason"),
        (Table::Card, "p", "fields", json!({"severity": 9}), "kind-field", "severity"),
        (Table::Card, "p", "fields", json!({"severity": 3.0}), "kind-field", "severity"),
        (Table::Card, "p", "stage", json!(id("Z")), "other-map", "stage"),
        (Table::Card, "p", "to_stage", json!(id("Z")), "other-map", "to_stage"),
        (Table::Card, "c", "step", json!(nobody), "missing-reference", "step"),
        (Table::Card, "c", "order", json!(""), "order-key", "order"),
        (Table::Card, "c", "order", json!("V0"), "order-key", "order"),
        (Table::Card, "c", "tags", json!([id("tag"), id("tag")]), "listed-twice", "tags"),
        (Table::Card, "c", "color", json!("blue"), "color", "color"),
        (Table::Card, "c", "lane", json!(id("emotions")), "not-a-card-lane", "lane"),
        (Table::Feeling, "f", "lane", json!(id("content")), "not-a-curve", "lane"),
        (Table::Feeling, "f", "stage", json!(id("Z")), "other-map", "stage"),
        (Table::Feeling, "f", "value", json!(2.5), "out-of-range", "value"),
        (Table::Feeling, "f", "position", json!(-0.5), "out-of-range", "position"),
        (Table::Feeling, "f", "card", json!(id("o 2")), "other-map", "card"),
        (Table::Gap, "g", "severity", json!(9), "out-of-range", "severity"),
        (Table::Gap, "g", "wait", span(2.0, 1.0), "span-order", "wait"),
        (Table::Gap, "g", "wait", span(-2.0, 1.0), "negative", "wait"),
        (Table::Gap, "g", "causes", json!(["time", "time"]), "listed-twice", "causes"),
        (Table::Path, "path", "from", json!(id("A")), "", ""),
        (Table::Path, "path", "from", about(Table::Stage, "Z"), "other-map", "from"),
        (Table::Path, "path", "from", about(Table::Team, "team"), "wrong-table", "from"),
        (Table::Answer, "ans", "problem", about(Table::Stage, "A"), "wrong-table", "problem"),
        (Table::Answer, "ans", "opportunity", json!(id("o 2")), "other-map", "problem"),
        (Table::Action, "act", "opportunity", json!(id("o 2")), "other-map", "opportunity"),
        (Table::Approval, "ok", "about", about(Table::Gap, "g"), "wrong-table", "about"),
        (Table::Approval, "ok", "days", json!(-1), "negative", "days"),
        (Table::Comment, "comment", "about", about(Table::Gap, "nobody"), "missing-reference", "about"),
        (Table::Stage, "A", "width", json!(20), "out-of-range", "width"),
        (Table::Stage, "A", "effort", json!(-1), "negative", "effort"),
        (Table::Stage, "A", "duration", json!({"span": span(3.0, 1.0)}), "span-order", "duration"),
        (Table::Stage, "A", "responsible", json!([nobody]), "missing-reference", "responsible"),
        (Table::Stage, "A", "linked_map", json!(map()), "cycle", "linked_map"),
        (Table::Lane, "content", "height", json!(5000), "out-of-range", "height"),
        (Table::Map, "map", "language", json!(" "), "no-language", "language"),
        (Table::Map, "map", "conversion", json!(id("Z")), "other-map", "conversion"),
        (Table::Map, "map", "logo", json!(nobody), "missing-reference", "logo"),
        (
            Table::Map,
            "map",
            "brand_colors",
            json!(["#000000", "#000001", "#000002"]),
            "too-many",
            "brand_colors",
        ),
        (Table::Map, "map", "score_high", json!(0), "score-scale", "score_high"),
        (Table::Cast, "bob cast", "curve_slot", json!(0), "out-of-range", "curve_slot"),
        (Table::Cast, "bob cast", "curve_slot", json!(1), "same-slot", "curve_slot"),
        (Table::Cast, "bob cast", "primary", json!(true), "two-primaries", "primary"),
        (Table::Cast, "bob cast", "person", json!(id("ann")), "duplicate", "person"),
        (Table::Person, "ann", "member_of", json!(id("ann")), "cycle", "member_of"),
        (Table::Image, "image", "hash", json!("0b".repeat(32)), "image-bytes", "hash"),
        (Table::Image, "image", "hash", json!("short"), "image-hash", "hash"),
        (Table::Image, "image", "media_type", json!("text/html"), "media-type", "media_type"),
        (Table::Image, "image", "width", json!(0), "out-of-range", "width"),
    ];
    let mut codes = BTreeSet::new();
    for (table, name, field, value, code, at) in cases {
        let mut broken = full.clone();
        let mut fields = broken.fields(table, id(name)).unwrap();
        fields.insert(field.into(), value.clone());
        if broken.put_fields(table, fields).is_err() {
            assert_eq!(code, "", "{name}.{field} = {value} is not of its type");
            continue;
        }
        let faults = check(&broken);
        let found = faults.iter().find(|fault| fault.code == code && fault.field.as_deref() == Some(at));
        let found = found.unwrap_or_else(|| panic!("{name}.{field} = {value}: {faults:?}"));
        let said = words::say(&found.phrase, "en");
        assert!(!said.contains(['{', '}']) && !said.starts_with("fault."), "{said}");
        codes.insert(found.code);
    }
    assert!(codes.len() >= 20, "{codes:?}");
}

#[test]
fn faults_of_several_records_are_found() {
    let full = full();
    let codes =
        |document: &Document| -> Vec<&str> { check(document).iter().map(|fault| fault.code).collect() };
    let mut broken = full.clone();
    broken.stages.remove(&id("B"));
    let found = check(&broken);
    let fields: BTreeSet<&str> = found.iter().filter_map(|fault| fault.field.as_deref()).collect();
    assert_eq!(fields, BTreeSet::from(["about", "from", "to_stage"]));
    assert!(found.iter().all(|fault| fault.code == "missing-reference"));

    let mut broken = full.clone();
    let (a, b) = (broken.stages[&id("A")].order.clone(), broken.stages[&id("B")].order.clone());
    broken.stages.get_mut(&id("A")).unwrap().order = b;
    broken.stages.get_mut(&id("B")).unwrap().order = a;
    assert_eq!(codes(&broken), ["backwards"]);

    let mut broken = full.clone();
    let twin = Answer { id: id("twin"), ..broken.answers[&id("ans")].clone() };
    broken.answers.insert(twin.id, twin);
    assert_eq!(codes(&broken), ["duplicate"]);

    let mut broken = full.clone();
    let ann = broken.people[&id("ann")].clone();
    broken.people.insert(id("bob"), ann);
    assert_eq!(codes(&broken), ["wrong-id"]);

    let mut broken = full.clone();
    let path = broken.paths.get_mut(&id("path")).unwrap();
    (path.from, path.to) = (None, None);
    assert!(codes(&broken).iter().all(|code| *code == "nowhere"));

    let mut broken = full.clone();
    broken.people.get_mut(&id("ann")).unwrap().member_of = Some(id("bob"));
    broken.people.get_mut(&id("bob")).unwrap().member_of = Some(id("ann"));
    assert_eq!(codes(&broken), ["cycle", "cycle"]);

    let mut broken = full;
    broken.feelings.get_mut(&id("f")).unwrap().value = f64::NAN;
    assert_eq!(codes(&broken), ["not-finite"]);
}
