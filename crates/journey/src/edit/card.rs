//! Moving cards and stretching them over stages.

use super::{Place, place, stage};
use crate::{Card, Draft, EditError, Family, Fields, Id, Lane, LaneKind, Phrase, Stage, Table, kept_name};
use std::collections::HashSet;

/// Moves cards to a cell of their map.
pub(super) fn move_cards(
    draft: &mut Draft,
    cards: &[Id],
    lane: Id,
    stage: Id,
    place: Place,
) -> Result<(), EditError> {
    let document = draft.document();
    let to = document.get::<Lane>(lane).ok_or(EditError::NotThere { table: Table::Lane, id: lane })?;
    let first = document.get::<Stage>(stage).ok_or(EditError::NotThere { table: Table::Stage, id: stage })?;
    if !to.kind.holds_cards() {
        return Err(EditError::Invalid(Phrase::new("edit.not-a-card-lane").with(&to.name)));
    }
    let (map, kind) = (to.map, to.kind);
    let mut seen = HashSet::new();
    for &id in cards {
        let card = document.get::<Card>(id).ok_or(EditError::NotThere { table: Table::Card, id })?;
        let from = document.lanes.get(&card.lane).map(|lane| lane.map);
        if from != Some(map) || first.map != map {
            return Err(EditError::Invalid(Phrase::new("edit.other-map")));
        }
        if !seen.insert(id) {
            return Err(EditError::Invalid(Phrase::new("edit.twice").with(Table::Card.name())));
        }
    }
    let stages = stage::in_order(draft, map);
    let at = stage::positions(&stages);
    for &id in cards {
        let document = draft.document();
        let card = &document.cards[&id];
        let from = document.lanes[&card.lane].kind;
        let place = |stage: &Id| at.get(stage).copied().unwrap_or_default();
        let length = place(&card.to_stage).saturating_sub(place(&card.stage));
        let to_stage = stages[(place(&stage) + length).min(stages.len() - 1)];
        draft.update(id, |card: &mut Card| {
            card.lane = lane;
            convert(&mut card.fields, from, kind);
            Ok(())
        })?;
        stage::reach(draft, id, stage, to_stage)?;
    }
    place::settle(draft, Family::Cards { lane, stage }, cards, place)
}

/// Makes a card lie over the stages from one to another.
pub(super) fn span_card(draft: &mut Draft, id: Id, from: Id, to: Id) -> Result<(), EditError> {
    let document = draft.document();
    let card = document.get::<Card>(id).ok_or(EditError::NotThere { table: Table::Card, id })?;
    let lane = card.lane;
    for stage in [from, to] {
        let found =
            document.get::<Stage>(stage).ok_or(EditError::NotThere { table: Table::Stage, id: stage })?;
        if document.lanes.get(&lane).map(|lane| lane.map) != Some(found.map) {
            return Err(EditError::Invalid(Phrase::new("edit.other-map")));
        }
    }
    let key = |stage: &Id| (&document.stages[stage].order, *stage);
    if key(&from) > key(&to) {
        return Err(EditError::Invalid(Phrase::new("edit.backwards")));
    }
    stage::stretch(draft, id, from, to)
}

/// Makes the fields of one kind those of another. The old ones wait as `touchpoints.system` until the card is of that
/// kind again: two kinds may have fields of one name that mean different things.
pub fn convert(fields: &mut Fields, from: LaneKind, to: LaneKind) {
    if from == to {
        return;
    }
    for field in from.fields() {
        if let Some(value) = fields.shift_remove(field.name) {
            fields.insert(kept_name(from, field.name), value);
        }
    }
    for field in to.fields() {
        if let Some(value) = fields.shift_remove(&kept_name(to, field.name)) {
            fields.insert(field.name.into(), value);
        }
    }
}
