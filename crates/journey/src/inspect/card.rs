//! The fields of cards: those of every card, and those of its kind as the lane kind describes them.

use super::{Asked, Control, Spec, Want};
use crate::{Card, EvidenceLevel, FieldDef, FieldType, Id, LaneKind, Table};
use serde_json::Value;

/// The fields of a card of a kind, the most telling first.
pub(super) fn specs(asked: &Asked<'_>, kind: LaneKind) -> Vec<Spec> {
    let main = |name: &str, control| asked.main(Table::Card, name, control);
    let row = |name: &str, control| asked.spec(Table::Card, name, control);
    let card = asked.only.and_then(|record| asked.document.get::<Card>(record.id));
    let (lead, rest): (Vec<&FieldDef>, Vec<&FieldDef>) =
        kind.fields().iter().partition(|field| leads(kind, field));

    let mut specs = vec![main("text", Control::Title { most: None })];
    specs.extend(lead.into_iter().map(|field| of_kind(asked, kind, field, card)));
    specs.push(main("people", asked.pick(Table::Person, true)));
    if kind == LaneKind::PainPoints {
        // Whose pain it is has words of its own.
        if let Some(people) = specs.last_mut() {
            people.label = asked.label(Table::Card, "people.pain_points");
        }
    }
    specs.push(main("evidence", asked.one_of("evidence_level", EvidenceLevel::ALL, false)));
    specs.push(main("team", asked.pick(Table::Team, false)));
    if let Some(want) = Want::of(kind) {
        let links = asked.only.map(|record| asked.links(record)).unwrap_or_default();
        let name = if want == Want::Opportunities { "answers" } else { "problems" };
        specs.push(main(name, Control::Links { want, links }));
    }
    specs.push(main("note", Control::Note));
    specs.push(main("tags", asked.pick(Table::Tag, true)));
    specs.extend(rest.into_iter().map(|field| of_kind(asked, kind, field, card)));
    specs.push(row("votes", Control::Stepper { low: 0.0, high: None, step: 1.0 }));
    specs.push(row("stages", Control::Stages { choices: asked.stages() }));
    if let Some(card) = card {
        let steps = asked.steps(card.stage);
        if !steps.is_empty() {
            specs.push(row("step", Control::Choice { choices: steps, optional: true }));
        }
    }
    specs.push(row("color", Control::Color { list: None }));
    specs
}

/// Whether a field of a kind stands before what all cards have. Of kinds that are rated only the ratings do.
fn leads(kind: LaneKind, field: &FieldDef) -> bool {
    match kind {
        LaneKind::PainPoints | LaneKind::Opportunities => rating(field.holds).is_some(),
        _ => true,
    }
}

/// The ends of a rating, for a field that holds few steps.
fn rating(holds: FieldType) -> Option<(u8, u8)> {
    let (low, high) = match holds {
        FieldType::Whole(low, high) => (low as f64, high as f64),
        FieldType::Number(low, high) => (low, high),
        _ => return None,
    };
    (low >= 0.0 && high <= 5.0).then_some((low as u8, high as u8))
}

fn of_kind(asked: &Asked<'_>, kind: LaneKind, field: &FieldDef, card: Option<&Card>) -> Spec {
    let id = || -> Option<Id> { card?.fields.get(field.name)?.as_str()?.parse().ok() };
    let finite = |end: f64| (end.abs() < 1e15).then_some(end);
    let control = match field.holds {
        _ if kind == LaneKind::Touchpoints && field.name == "channel" => {
            Control::Channel { choices: asked.channels() }
        }
        _ if kind == LaneKind::Touchpoints && field.name == "icon" => Control::Icon,
        FieldType::Text if is_long(field.name) => Control::Words,
        FieldType::Text => Control::Line { most: None, often: often(asked, kind, field) },
        FieldType::Choice(names) => {
            Control::Choice { choices: asked.names(field.name, names), optional: true }
        }
        FieldType::Flag => Control::Flag,
        FieldType::Card => {
            let text = id().and_then(|id| asked.document.cards.get(&id)).map(|card| card.text.clone());
            Control::Card { text: text.unwrap_or_default() }
        }
        FieldType::Team => asked.pick(Table::Team, false),
        FieldType::Image => Control::image(asked.document, id()),
        FieldType::Series => Control::Series,
        FieldType::Number(low, high) => match rating(field.holds) {
            Some((low, high)) => Control::Rating { low, high },
            None => Control::Number { low: finite(low), high: finite(high), step: 1.0, optional: true },
        },
        FieldType::Whole(low, high) => match rating(field.holds) {
            Some((low, high)) => Control::Rating { low, high },
            None => {
                let [low, high] = [low as f64, high as f64].map(finite);
                Control::Number { low, high, step: 1.0, optional: true }
            }
        },
    };
    let main = matches!(
        control,
        Control::Rating { .. }
            | Control::Words
            | Control::Channel { .. }
            | Control::Image { .. }
            | Control::Series
    );
    let mut spec = asked.spec(Table::Card, &format!("fields.{}", field.name), control);
    spec.main = main;
    spec
}

/// Fields in which people write sentences.
fn is_long(name: &str) -> bool {
    matches!(name, "mitigation" | "message" | "buyer_experience" | "designed_interaction" | "proof")
}

/// What the other cards of the kind have in a field of words, and for buyer jobs their short forms.
fn often(asked: &Asked<'_>, kind: LaneKind, field: &FieldDef) -> Vec<String> {
    let document = asked.document;
    let mut found: Vec<String> = if field.name == "job" { asked.jobs() } else { Vec::new() };
    let mut own: Vec<String> = document
        .cards
        .values()
        .filter(|card| document.lanes.get(&card.lane).is_some_and(|lane| lane.kind == kind))
        .filter_map(|card| card.fields.get(field.name).and_then(Value::as_str).map(str::to_owned))
        .filter(|text| !text.trim().is_empty() && text.chars().count() <= 40 && !found.contains(text))
        .collect();
    own.sort();
    own.dedup();
    found.extend(own.into_iter().take(40));
    found
}
