//! Moving stages, and keeping the cards that lie over several of them in shape.

use super::{Place, place};
use crate::{Card, Draft, EditError, Family, Id};
use std::collections::HashMap;

/// The stages of a map, left to right.
pub(super) fn in_order(draft: &mut Draft, map: Id) -> Vec<Id> {
    draft.members(Family::Stages(map)).iter().map(|(_, id)| *id).collect()
}

/// Moves a stage. A card that lies over it and others keeps it while they are still side by side; where it went away
/// from them, its neighbour in the card takes over. A card in this stage alone goes with it.
pub(super) fn reorder(draft: &mut Draft, map: Id, id: Id, place: Place) -> Result<(), EditError> {
    let before = in_order(draft, map);
    place::settle(draft, Family::Stages(map), &[id], place)?;
    let after = in_order(draft, map);
    if before == after {
        return Ok(());
    }
    let was = positions(&before);
    let is = positions(&after);
    let ends_here = |card: &&Card| card.stage != card.to_stage && (card.stage == id || card.to_stage == id);
    let mut spans = Vec::new();
    for card in draft.document().cards.values().filter(ends_here) {
        let (Some(&first), Some(&last)) = (was.get(&card.stage), was.get(&card.to_stage)) else { continue };
        // The others keep their order among themselves, so their ends are the ends of what remains.
        let rest = if card.stage == id { first + 1..=last } else { first..=last - 1 };
        let (mut low, mut high) = (is[&before[*rest.start()]], is[&before[*rest.end()]]);
        let moved = is[&id];
        if moved + 1 >= low && moved <= high + 1 {
            (low, high) = (low.min(moved), high.max(moved));
        }
        spans.push((card.id, after[low], after[high]));
    }
    for (card, stage, to_stage) in spans {
        stretch(draft, card, stage, to_stage)?;
    }
    Ok(())
}

/// Gives a card other ends where it lies. One that begins in another stage than before goes to the end of that cell.
pub(super) fn stretch(draft: &mut Draft, id: Id, stage: Id, to_stage: Id) -> Result<(), EditError> {
    let (lane, was) =
        draft.document().get(id).map_or_else(Default::default, |card: &Card| (card.lane, card.stage));
    reach(draft, id, stage, to_stage)?;
    if stage == was {
        return Ok(());
    }
    place::settle(draft, Family::Cards { lane, stage }, &[id], Place::Last)
}

/// Makes a card reach from one stage to another. A step belongs to the first stage, so a new first stage clears it.
pub(super) fn reach(draft: &mut Draft, card: Id, stage: Id, to_stage: Id) -> Result<(), EditError> {
    draft.update(card, |card: &mut Card| {
        if card.stage != stage {
            card.step = None;
        }
        (card.stage, card.to_stage) = (stage, to_stage);
        Ok(())
    })
}

/// Where each one stands.
pub(super) fn positions(ids: &[Id]) -> HashMap<Id, usize> {
    ids.iter().enumerate().map(|(at, id)| (*id, at)).collect()
}
