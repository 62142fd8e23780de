//! Setting one field of a record.

use super::fields::{clean, default, exists, is_structural, require_sound};
use crate::check::{definition, normal};
use crate::{Card, Cast, Draft, EditError, Family, Id, LaneKind, Phrase, RecordId, Table, kept_field};
use serde_json::Value;

/// Sets a field; `null` gives it back its default.
pub(super) fn set(
    draft: &mut Draft,
    table: Table,
    id: Id,
    field: &str,
    value: &Value,
) -> Result<(), EditError> {
    let Some(mut fields) = draft.document().fields(table, id) else {
        return Err(EditError::NotThere { table, id });
    };
    if let (Table::Card, Some(name)) = (table, field.strip_prefix("fields.")) {
        return set_kind_field(draft, id, name, value);
    }
    if let (Table::Map, Some(part)) = (table, field.strip_prefix("deal.")) {
        return set_deal_part(draft, id, part, value);
    }
    if !exists(table, field) || is_structural(table, field) {
        return Err(EditError::NoSuchField { table, field: field.into() });
    }
    let value = if value.is_null() { default(table, field) } else { clean(value.clone()) };
    fields.insert(field.into(), value);
    draft.put(table, id, fields).map_err(|error| match error {
        EditError::WrongType { problem, .. } => {
            EditError::WrongType { table, id, field: Some(field.into()), problem }
        }
        other => other,
    })?;
    require_sound(draft.document(), RecordId::new(table, id), Some(field))?;
    match (table, field) {
        (Table::Cast, "primary") => only_primary(draft, id),
        (Table::Cast, "curve_slot") => hand_over_slot(draft, id),
        (Table::Involvement, "kind") => unlike_others(draft, id),
        _ => Ok(()),
    }
}

fn kind_of(draft: &Draft, card: Id) -> Option<LaneKind> {
    let document = draft.document();
    Some(document.lanes.get(&document.cards.get(&card)?.lane)?.kind)
}

fn set_kind_field(draft: &mut Draft, id: Id, name: &str, value: &Value) -> Result<(), EditError> {
    let no_such_field = || EditError::NoSuchField { table: Table::Card, field: format!("fields.{name}") };
    let definition = kind_of(draft, id).and_then(|kind| definition(kind, name)).ok_or_else(no_such_field)?;
    if value.is_null() {
        return draft.update(id, |card: &mut Card| {
            card.fields.shift_remove(name);
            Ok(())
        });
    }
    let value = normal(definition.holds, &clean(value.clone())).ok_or_else(|| EditError::WrongType {
        table: Table::Card,
        id,
        field: Some(name.to_string()),
        problem: format!("it cannot be {value}"),
    })?;
    draft.update(id, |card: &mut Card| {
        card.fields.insert(name.into(), value);
        Ok(())
    })?;
    require_sound(draft.document(), RecordId::new(Table::Card, id), Some(name))
}

/// Sets one part of a map's deal profile; the others stay.
fn set_deal_part(draft: &mut Draft, id: Id, part: &str, value: &Value) -> Result<(), EditError> {
    let table = Table::Map;
    let no_such_field = || EditError::NoSuchField { table, field: format!("deal.{part}") };
    let Value::Object(defaults) = default(table, "deal") else { return Err(no_such_field()) };
    let empty = defaults.get(part).ok_or_else(no_such_field)?;
    let mut fields = draft.document().fields(table, id).unwrap_or_default();
    if let Some(Value::Object(deal)) = fields.get_mut("deal") {
        deal.insert(part.into(), if value.is_null() { empty.clone() } else { clean(value.clone()) });
    }
    draft.put(table, id, fields).map_err(|error| EditError::WrongType {
        table,
        id,
        field: Some(format!("deal.{part}")),
        problem: error.to_string(),
    })?;
    require_sound(draft.document(), RecordId::new(table, id), Some("deal"))
}

/// Makes the fields of a new card's kind as they are kept; refuses names that no kind has.
pub(super) fn normalise_kind_fields(draft: &mut Draft, id: Id) -> Result<(), EditError> {
    let Some(kind) = kind_of(draft, id) else { return Ok(()) };
    let Some(card) = draft.document().get::<Card>(id).filter(|card| !card.fields.is_empty()) else {
        return Ok(());
    };
    let mut fields = card.fields.clone();
    fields.retain(|_, value| !value.is_null());
    for (name, value) in &mut fields {
        match definition(kind, name) {
            Some(field) => {
                *value = normal(field.holds, value).ok_or_else(|| EditError::WrongType {
                    table: Table::Card,
                    id,
                    field: Some(name.to_string()),
                    problem: format!("it cannot be {value}"),
                })?;
            }
            None => {
                if kept_field(name).is_none() {
                    return Err(EditError::NoSuchField {
                        table: Table::Card,
                        field: format!("fields.{name}"),
                    });
                }
            }
        }
    }
    draft.update(id, |card: &mut Card| {
        card.fields = fields;
        Ok(())
    })
}

/// Takes the first rank from everybody else in the map of a primary person.
pub(super) fn only_primary(draft: &mut Draft, id: Id) -> Result<(), EditError> {
    let Some(own) = draft.document().get::<Cast>(id).filter(|cast| cast.primary) else { return Ok(()) };
    for other in others(draft, own.map, id) {
        if draft.document().cast[&other].primary {
            draft.update(other, |cast: &mut Cast| {
                cast.primary = false;
                Ok(())
            })?;
        }
    }
    Ok(())
}

/// Leaves nobody else with the same curve.
fn hand_over_slot(draft: &mut Draft, id: Id) -> Result<(), EditError> {
    let own = draft.document().cast[&id].clone();
    for other in others(draft, own.map, id) {
        if own.curve_slot.is_some() && draft.document().cast[&other].curve_slot == own.curve_slot {
            draft.update(other, |cast: &mut Cast| {
                cast.curve_slot = None;
                Ok(())
            })?;
        }
    }
    Ok(())
}

fn others(draft: &mut Draft, map: Id, id: Id) -> Vec<Id> {
    draft.members(Family::Cast(map)).iter().map(|(_, other)| *other).filter(|other| *other != id).collect()
}

fn unlike_others(draft: &mut Draft, id: Id) -> Result<(), EditError> {
    let own = draft.document().involvements[&id].clone();
    let siblings: Vec<Id> =
        draft.members(Family::Involvements(own.stage)).iter().map(|(_, id)| *id).collect();
    let involvements = &draft.document().involvements;
    let twice = siblings
        .iter()
        .filter(|other| **other != id)
        .any(|other| (involvements[other].person, involvements[other].kind) == (own.person, own.kind));
    if twice {
        return Err(EditError::Invalid(Phrase::new("edit.duplicate").with(Table::Involvement.name())));
    }
    Ok(())
}
