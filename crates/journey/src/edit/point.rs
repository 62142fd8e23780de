//! Moving gaps and the points of curves.

use super::{Place, fields::require_sound, place};
use crate::{Draft, EditError, Family, Feeling, Gap, Id, Phrase, RecordId, Table};

/// Moves a gap to another boundary of its map.
pub(super) fn move_gap(draft: &mut Draft, id: Id, stage: Id, place: Place) -> Result<(), EditError> {
    let document = draft.document();
    let gap = document.get::<Gap>(id).ok_or(EditError::NotThere { table: Table::Gap, id })?;
    let to = document.stages.get(&stage).ok_or(EditError::NotThere { table: Table::Stage, id: stage })?;
    let from = document.stages.get(&gap.stage).map(|stage| stage.map);
    if from != Some(to.map) {
        return Err(EditError::Invalid(Phrase::new("edit.other-map")));
    }
    draft.update(id, |gap: &mut Gap| {
        gap.stage = stage;
        Ok(())
    })?;
    place::settle(draft, Family::Gaps(stage), &[id], place)
}

/// Moves a point of a curve.
pub(super) fn move_feeling(
    draft: &mut Draft,
    id: Id,
    stage: Id,
    position: f64,
    value: f64,
) -> Result<(), EditError> {
    draft.update(id, |feeling: &mut Feeling| {
        (feeling.stage, feeling.position, feeling.value) = (stage, position, value);
        Ok(())
    })?;
    require_sound(draft.document(), RecordId::new(Table::Feeling, id), None)
}
