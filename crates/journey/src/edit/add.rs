//! Adding records: what a new one needs, what it gets without being asked, and what is refused.

use super::fields::{clean, exists, require_sound, wrong_type};
use super::{Place, place, set};
use crate::{
    Cast, Draft, EditError, Family, Fields, Id, Image, LaneKind, Phrase, RecordId, Table, Zone, family, words,
};
use serde_json::Value;

/// Adds a record.
pub(super) fn add(draft: &mut Draft, table: Table, given: &Fields, place: Place) -> Result<(), EditError> {
    let id = given.get("id").and_then(Value::as_str).and_then(|text| text.parse().ok()).unwrap_or_default();
    if id == Id::default() {
        return Err(EditError::Invalid(Phrase::new("edit.no-id").with(table.name())));
    }
    if draft.document().has(table, id) {
        return Err(EditError::AlreadyThere { table, id });
    }
    if let Some(unknown) = given.keys().find(|name| !exists(table, name)) {
        return Err(EditError::NoSuchField { table, field: unknown.clone() });
    }
    let mut fields: Fields = given.iter().map(|(name, value)| (name.clone(), clean(value.clone()))).collect();
    fields.shift_remove("order");
    fill(draft, table, &mut fields);
    draft.put(table, id, fields.clone()).map_err(|error| wrong_type(table, id, &fields, error))?;
    if table == Table::Card {
        set::normalise_kind_fields(draft, id)?;
    }
    if let Some((family, _)) = family::of(draft.document(), RecordId::new(table, id)) {
        unlike_siblings(draft, family, id)?;
        if !matches!(family, Family::Answers(_) | Family::Involvements(_)) {
            place::settle(draft, family, &[id], place)?;
        }
    }
    require_sound(draft.document(), RecordId::new(table, id), None)?;
    match table {
        Table::Cast => set::only_primary(draft, id),
        Table::Answer => require_answer(draft, id),
        _ => Ok(()),
    }
}

/// Adds an image with its bytes.
pub(super) fn add_image(draft: &mut Draft, image: &Image, bytes: &[u8]) -> Result<(), EditError> {
    if image.id == Id::default() {
        return Err(EditError::Invalid(Phrase::new("edit.no-id").with(Table::Image.name())));
    }
    if bytes.len() > Image::MOST_BYTES {
        let megabytes = (bytes.len() >> 20).max((Image::MOST_BYTES >> 20) + 1);
        return Err(EditError::Invalid(
            Phrase::new("edit.image-too-big").with(megabytes).with(Image::MOST_BYTES >> 20),
        ));
    }
    draft.keep_blob(image.hash.clone(), bytes.to_vec());
    draft.insert(image.clone())?;
    require_sound(draft.document(), RecordId::new(Table::Image, image.id), None)
}

/// What a new record gets without being asked.
fn fill(draft: &mut Draft, table: Table, fields: &mut Fields) {
    let id_of = |fields: &Fields, name: &str| -> Option<Id> { fields.get(name)?.as_str()?.parse().ok() };
    match table {
        // A card made by hand has the nil id here, one from a page nothing.
        Table::Card if id_of(fields, "to_stage").unwrap_or_default() == Id::default() => {
            if let Some(stage) = fields.get("stage").cloned() {
                fields.insert("to_stage".into(), stage);
            }
        }
        Table::Lane => {
            let kind: LaneKind = fields
                .get("kind")
                .and_then(|kind| serde_json::from_value(kind.clone()).ok())
                .unwrap_or_default();
            if !fields.contains_key("zone") {
                let zone = kind.zone().unwrap_or(Zone::Experience);
                fields.insert("zone".into(), serde_json::to_value(zone).unwrap_or_default());
            }
            if !fields.contains_key("name") {
                let map = id_of(fields, "map").and_then(|map| draft.document().maps.get(&map));
                let language = map.map_or("en", |map| &map.language);
                fields.insert("name".into(), words::lane_title(kind, language).into());
            }
        }
        Table::Feeling if !fields.contains_key("person") => {
            // A curve is told from the primary person.
            let map = id_of(fields, "stage").and_then(|stage| draft.document().stages.get(&stage));
            let cast = map.map(|stage| draft.document().cast_of(stage.map)).unwrap_or_default();
            let primary = cast.iter().find(|cast| cast.primary).map(|cast| cast.person);
            fields.insert("person".into(), serde_json::to_value(primary).unwrap_or_default());
        }
        Table::Cast => {
            let Some(map) = id_of(fields, "map") else { return };
            let others: Vec<Id> = draft.members(Family::Cast(map)).iter().map(|(_, id)| *id).collect();
            let others: Vec<&Cast> = others.iter().filter_map(|id| draft.document().get(*id)).collect();
            if !fields.contains_key("primary") {
                fields.insert("primary".into(), others.is_empty().into());
            }
            if !fields.contains_key("curve_slot") {
                let free = (1..=5_u8).find(|slot| others.iter().all(|other| other.curve_slot != Some(*slot)));
                fields.insert("curve_slot".into(), free.into());
            }
        }
        _ => {}
    }
}

/// No two answers, involvements or parts in a map may say the same.
fn unlike_siblings(draft: &mut Draft, family: Family, id: Id) -> Result<(), EditError> {
    if !matches!(family, Family::Answers(_) | Family::Involvements(_) | Family::Cast(_)) {
        return Ok(());
    }
    let siblings: Vec<Id> =
        draft.members(family).iter().map(|(_, id)| *id).filter(|other| *other != id).collect();
    let document = draft.document();
    let mut siblings = siblings.into_iter();
    let twice = match family {
        Family::Answers(_) => {
            siblings.any(|other| document.answers[&other].problem == document.answers[&id].problem)
        }
        Family::Involvements(_) => siblings.any(|other| {
            let (other, own) = (&document.involvements[&other], &document.involvements[&id]);
            (other.person, other.kind) == (own.person, own.kind)
        }),
        _ => siblings.any(|other| {
            let (other, own) = (&document.cast[&other], &document.cast[&id]);
            other.person == own.person || (own.curve_slot.is_some() && other.curve_slot == own.curve_slot)
        }),
    };
    if twice {
        return Err(EditError::Invalid(Phrase::new("edit.duplicate").with(family.table().name())));
    }
    Ok(())
}

/// A new answer links an opportunity to a pain point or a gap. (Later its cards may lie elsewhere for a while: then it
/// is kept for their way back.)
fn require_answer(draft: &Draft, id: Id) -> Result<(), EditError> {
    let document = draft.document();
    let answer = &document.answers[&id];
    let kind_of = |card: &Id| Some(document.lanes.get(&document.cards.get(card)?.lane)?.kind);
    let problem =
        answer.problem.table == Table::Gap || kind_of(&answer.problem.id) == Some(LaneKind::PainPoints);
    if problem && kind_of(&answer.opportunity) == Some(LaneKind::Opportunities) {
        return Ok(());
    }
    Err(EditError::Invalid(Phrase::new("edit.answer-kinds")))
}
