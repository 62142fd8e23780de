//! What an inspector is told: every field that a record has, once, with its words, its value and a way to type it.

use journey::edit::Place;
use journey::inspect::{Choice, Control, InspectedField, Inspection, Want, candidates, inspect};
use journey::*;
use serde_json::{Value, json};

fn ids() -> impl FnMut() -> Id {
    let mut count = 1_u128 << 80;
    move || {
        count += 1;
        Id::from_u128(count)
    }
}

/// The sample map, and what an inspector is told of its records.
struct Map(Document);

impl Map {
    fn new() -> Self {
        Self(journey::sample(&mut ids()))
    }

    fn map(&self) -> Id {
        self.0.maps_in_order()[0].id
    }

    fn card(&self, text: &str) -> RecordId {
        let card = self.0.cards.values().find(|card| card.text == text).expect(text);
        RecordId::new(Table::Card, card.id)
    }

    fn told(&self, records: &[RecordId]) -> Inspection {
        inspect(&self.0, self.map(), records, "en").expect("it is there")
    }

    fn set(&mut self, record: RecordId, field: &str, value: Value) -> Result<Change, EditError> {
        let edit = Edit::Set { table: record.table, id: record.id, field: field.into(), value };
        edit.apply(&mut self.0, Stamp { change: Id::from_u128(9), at: 0, author: String::new() })
    }
}

fn field<'a>(told: &'a Inspection, name: &str) -> &'a InspectedField {
    told.fields.iter().find(|field| field.name == name).unwrap_or_else(|| panic!("no field {name}"))
}

fn labels(choices: &[Choice]) -> Vec<&str> {
    choices.iter().map(|choice| &*choice.label).collect()
}

const PAIN: &str = "Waits too long for feedback on a demo request";

#[test]
fn a_pain_reads_like_the_picture() {
    let map = Map::new();
    let told = map.told(&[map.card(PAIN)]);
    assert_eq!((&*told.heading, told.kind), ("Pain point", Some(LaneKind::PainPoints)));
    assert_eq!(told.place, "Decision");
    let main: Vec<&str> = told.fields.iter().filter(|field| field.main).map(|field| &*field.label).collect();
    assert_eq!(
        main,
        [
            "Text",
            "Severity",
            "Who feels it",
            "Evidence",
            "Responsible team",
            "Opportunities that answer it",
            "Notes",
            "Tags"
        ]
    );
    assert_eq!(field(&told, "fields.severity").control, Control::Rating { low: 1, high: 5 });
    assert_eq!(field(&told, "fields.severity").value, json!(5));
    assert_eq!(field(&told, "evidence").value, json!("hypothesis"));
    let Control::Choice { choices, optional: false } = &field(&told, "evidence").control else {
        panic!("evidence is one of three")
    };
    assert_eq!(labels(choices), ["Hypothesis", "Observed", "Measured"]);
    let Control::Links { want: Want::Opportunities, links } = &field(&told, "answers").control else {
        panic!("a pain is answered by opportunities")
    };
    assert_eq!(
        links.iter().map(|link| &*link.text).collect::<Vec<_>>(),
        ["Answer demo requests within one day"]
    );
}

#[test]
fn beside_the_impact_of_an_opportunity_stands_the_suggested_one_and_why() {
    let mut map = Map::new();
    let card = map.card("Answer demo requests within one day");
    let told = map.told(&[card]);
    let hint = &field(&told, "fields.impact").hint;
    assert!(hint.starts_with("Suggested: 5. Downstream impact 45.7"), "{hint}");
    map.set(card, "fields.impact", json!(2)).expect("it is rated");
    assert_eq!(&field(&map.told(&[card]), "fields.impact").hint, hint, "one's own wins, both are shown");
    assert_eq!(field(&told, "fields.effort").hint, "");
    let alone = map.card("Referral and loyalty offers");
    let told = map.told(&[alone]);
    assert!(field(&told, "fields.impact").hint.starts_with("Link it to the pain points"));
}

#[test]
fn below_what_nobody_chose_of_a_touchpoint_stands_what_it_is_drawn_as() {
    let mut map = Map::new();
    let card = map.card("Website");
    let mut hints = |text: &str, channel: Value, contact: Value| {
        map.set(card, "text", json!(text)).expect("it is renamed");
        map.set(card, "fields.channel", channel).expect("it has a channel");
        map.set(card, "fields.contact", contact).expect("it has a contact");
        let told = map.told(&[card]);
        ["fields.channel", "fields.contact"].map(|name| field(&told, name).hint.clone())
    };
    let none = Value::Null;
    assert_eq!(
        hints("Demo", none.clone(), none.clone()),
        ["Read from its text: Demo", "From its channel: digital and with a person"]
    );
    assert_eq!(
        hints("Phone call", none.clone(), none.clone()),
        ["Read from its text: Phone", "From its channel: with a person"]
    );
    assert_eq!(hints("A call", json!("Phone"), none.clone()), ["", "From its channel: with a person"]);
    assert_eq!(hints("Carrier pigeon", none.clone(), none.clone()), ["", "Without a choice: digital"]);
    assert_eq!(hints("Demo", json!("Demo"), json!("human")), ["", ""]);
}

#[test]
fn a_card_among_others_says_which_one_it_is() {
    let mut map = Map::new();
    let first = map.card("Requests a demo or trial");
    assert_eq!(map.told(&[first]).place, "Decision, first of two");
    let last = map.0.stages_of(map.map()).last().expect("a stage").id;
    let stage = map.0.cards[&first.id].stage;
    let span = Edit::SpanCard { id: first.id, stage, to_stage: last };
    span.apply(&mut map.0, Stamp { change: Id::from_u128(8), at: 0, author: String::new() })
        .expect("it spans");
    assert_eq!(map.told(&[first]).place, "Decision to Loyalty and advocacy, first of two");
}

/// The page keeps no table of its own: whatever a kind's cards hold is told, and what is told can be set.
#[test]
fn every_field_of_every_kind_is_told_and_can_be_set() {
    let mut map = Map::new();
    let mut fresh = {
        let mut count = 1_u128 << 90;
        move || {
            count += 1;
            Id::from_u128(count)
        }
    };
    let (own, stage) = (map.map(), map.0.stages_of(map.map())[0].id);
    let stamp = || Stamp { change: Id::from_u128(7), at: 0, author: String::new() };
    for kind in LaneKind::ALL.iter().filter(|kind| kind.holds_cards()) {
        let (lane, card) = (fresh(), fresh());
        let fields = json!({ "id": lane, "map": own, "kind": kind.name() });
        let Value::Object(fields) = fields else { unreachable!("it is an object") };
        Edit::Add { table: Table::Lane, fields, place: Place::Last }
            .apply(&mut map.0, stamp())
            .expect("a lane");
        Edit::add_card(card, lane, stage, "One").apply(&mut map.0, stamp()).expect("a card");
        let record = RecordId::new(Table::Card, card);
        let told = map.told(&[record]);
        for own in kind.fields() {
            assert!(
                told.fields.iter().any(|field| field.name == format!("fields.{}", own.name)),
                "{kind:?} {own:?}"
            );
        }
        for field in &told.fields {
            assert!(!field.label.is_empty() && !field.label.contains('_'), "{kind:?}: {field:?}");
            let value = match &field.control {
                Control::Title { .. } | Control::Line { .. } | Control::Words | Control::Note => {
                    json!("words")
                }
                Control::Rating { high, .. } => json!(high),
                Control::Choice { choices, .. } => json!(choices.first().expect("a choice").value),
                Control::Flag => json!(true),
                Control::Number { low, .. } => json!(low.map_or(2, |low| low as i64)),
                Control::Stepper { .. } => json!(3),
                Control::Series => json!([["2026-11-21", 4.5]]),
                Control::Channel { choices } => {
                    assert!(choices.len() >= 24);
                    json!("Carrier pigeon")
                }
                Control::Icon => json!("gift"),
                Control::Color { .. } => json!("#aabbcc"),
                Control::Pick { choices, many, .. } => {
                    let ids: Vec<&str> = choices.iter().take(1).map(|choice| &*choice.value).collect();
                    if *many { json!(ids) } else { json!(ids.first()) }
                }
                Control::Card { .. } => json!(map.card(PAIN).id),
                // These are changed by Edits of their own.
                Control::Stages { .. } | Control::Links { .. } | Control::Image { .. } => continue,
                other => panic!("{kind:?}: {} is typed by {other:?}", field.name),
            };
            map.set(record, &field.name, value.clone())
                .unwrap_or_else(|error| panic!("{kind:?} {}: {error}", field.name));
            let now = map.told(&[record]);
            assert_eq!(self::field(&now, &field.name).value, value, "{kind:?} {}", field.name);
        }
    }
}

#[test]
fn several_share_what_both_have_and_say_where_they_differ() {
    let mut map = Map::new();
    let (one, two) = (map.card(PAIN), map.card("Pricing is unclear"));
    map.set(two, "note", json!("Heard twice")).expect("a note");
    let told = map.told(&[one, two]);
    assert_eq!((&*told.heading, told.kind, &*told.place), ("2 cards", Some(LaneKind::PainPoints), ""));
    assert!(field(&told, "note").several);
    assert_eq!(field(&told, "note").value, Value::Null);
    assert!(!field(&told, "evidence").several);
    for alone in ["text", "answers", "stages"] {
        assert!(told.fields.iter().all(|field| field.name != alone), "{alone} is of one card");
    }
    let other = map.card("Narrows options");
    let told = map.told(&[one, other]);
    assert_eq!(told.kind, None);
    assert!(told.fields.iter().all(|field| field.name != "fields.severity"), "an action has no severity");
    let stage = RecordId::new(Table::Stage, map.0.stages_of(map.map())[0].id);
    assert_eq!(map.told(&[one, stage]).heading, "2 things");
}

/// Every table that can be selected has its fields, each with words and a value that Set takes back.
#[test]
fn every_field_of_the_other_records_can_be_set_to_what_it_is() {
    let mut map = Map::new();
    let mut records = vec![RecordId::new(Table::Map, map.map())];
    for table in
        [Table::Stage, Table::Lane, Table::Gap, Table::Feeling, Table::Path, Table::Person, Table::Team]
    {
        records.push(RecordId::new(table, map.0.ids(table)[0]));
    }
    for record in records {
        let told = map.told(&[record]);
        assert!(told.fields.len() >= 2, "{record:?}");
        for field in &told.fields {
            assert!(!field.label.is_empty() && !field.label.contains(['_', '.']), "{field:?}");
            if matches!(field.control, Control::Links { .. } | Control::Steps { .. }) {
                continue;
            }
            map.set(record, &field.name, field.value.clone())
                .unwrap_or_else(|error| panic!("{record:?} {}: {error}", field.name));
        }
    }
}

#[test]
fn a_part_of_the_deal_is_set_alone() {
    let mut map = Map::new();
    let own = RecordId::new(Table::Map, map.map());
    map.set(own, "deal.currency", json!("EUR")).expect("a currency");
    let change = map.set(own, "deal.stakeholders", json!(7)).expect("stakeholders");
    assert_eq!(words::say(&change.label, "en"), "Change stakeholders");
    let deal = &map.0.maps[&own.id].deal;
    assert_eq!((&*deal.currency, deal.stakeholders), ("EUR", Some(7)));
    map.set(own, "deal.stakeholders", Value::Null).expect("none again");
    assert_eq!(map.0.maps[&own.id].deal.stakeholders, None);
    assert!(map.set(own, "deal.colour", json!("x")).is_err());
    assert!(map.set(own, "deal.value_from", json!(-1)).is_err());
    assert_eq!(map.0.maps[&own.id].deal.currency, "EUR");
}

#[test]
fn what_can_be_linked_is_found_by_its_words() {
    let map = Map::new();
    let found = |want, text: &str| -> Vec<String> {
        candidates(&map.0, map.map(), want, text, 50).into_iter().map(|one| one.text).collect()
    };
    assert_eq!(found(Want::Opportunities, "demo day"), ["Answer demo requests within one day"]);
    assert_eq!(found(Want::Opportunities, "").len(), 7);
    let problems = found(Want::Problems, "");
    assert!(problems.contains(&PAIN.to_owned()) && problems.contains(&"Budget wait".to_owned()));
    assert_eq!(found(Want::Cards, "NARROWS"), ["Narrows options"]);
    assert_eq!(candidates(&map.0, map.map(), Want::Cards, "", 5).len(), 5);
}

#[test]
fn nothing_is_told_of_what_is_not_there() {
    let map = Map::new();
    assert_eq!(inspect(&map.0, map.map(), &[RecordId::new(Table::Card, Id::from_u128(1))], "en"), None);
    assert_eq!(inspect(&map.0, map.map(), &[], "en"), None);
}
