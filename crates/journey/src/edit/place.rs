//! Places among siblings, and the order keys that make them.

use super::{Place, stage};
use crate::{Draft, EditError, Family, Id, Order, Phrase, RecordId, Table, family};
use std::collections::HashSet;
use std::ops::Bound;

/// Gives a record another place among its siblings.
pub(super) fn reorder(draft: &mut Draft, table: Table, id: Id, place: Place) -> Result<(), EditError> {
    if !draft.document().has(table, id) {
        return Err(EditError::NotThere { table, id });
    }
    match family::of(draft.document(), RecordId::new(table, id)) {
        None | Some((Family::Answers(_) | Family::Involvements(_), _)) => {
            Err(EditError::Invalid(Phrase::new("edit.no-order").with(table.name())))
        }
        Some((Family::Stages(map), _)) => stage::reorder(draft, map, id, place),
        Some((family, _)) => settle(draft, family, &[id], place),
    }
}

/// Puts records of a family side by side at a place, in this order. They already belong to the family; where they stand
/// in it does not count. Nothing is touched where they already lie so.
pub(super) fn settle(draft: &mut Draft, family: Family, ids: &[Id], place: Place) -> Result<(), EditError> {
    let table = family.table();
    let moving: HashSet<Id> = ids.iter().copied().collect();
    let stays = |member: &&(Order, Id)| !moving.contains(&member.1);
    let anchor = match place {
        Place::First | Place::Last => None,
        Place::Before(id) | Place::After(id) => {
            match family::of(draft.document(), RecordId::new(table, id)) {
                Some((own, order)) if own == family => Some((order, id)),
                _ => return Err(EditError::Invalid(Phrase::new("edit.no-place").with(table.name()))),
            }
        }
    };
    let members = draft.members(family);
    // The neighbours that stay. An anchor that moves itself stands for the place where it was.
    let (low, high) = match (place, anchor) {
        (Place::Before(_), Some(anchor)) => {
            (members.range(..&anchor).rev().find(stays), members.range(&anchor..).find(stays))
        }
        (Place::After(_), Some(anchor)) => (
            members.range(..=&anchor).rev().find(stays),
            members.range((Bound::Excluded(&anchor), Bound::Unbounded)).find(stays),
        ),
        (Place::First, _) => (None, members.iter().find(stays)),
        _ => (members.iter().rev().find(stays), None),
    };
    let start = low.map_or(Bound::Unbounded, Bound::Excluded);
    let there: Vec<&(Order, Id)> = members.range((start, Bound::Unbounded)).take(ids.len()).collect();
    if there.iter().map(|member| member.1).eq(ids.iter().copied())
        && there.iter().all(|member| Order::parse(member.0.as_str()).is_some())
    {
        return Ok(());
    }
    // Siblings with equal keys, which two computers can bring about, leave no room: those that follow get new ones.
    let (low, mut high) = (low.cloned(), high.cloned());
    let mut after = Vec::new();
    if let (Some(low), Some(above)) = (&low, &high)
        && low.0 >= above.0
    {
        let following: Vec<&(Order, Id)> = members.range(above..).filter(stays).collect();
        let same = following.iter().take_while(|member| member.0 <= low.0).count();
        after = following[..same].iter().map(|member| member.1).collect();
        high = following.get(same).map(|member| (*member).clone());
    }
    let (low, high) = (low.map(|member| member.0), high.map(|member| member.0));
    let keys = Order::spread(low.as_ref(), high.as_ref(), ids.len() + after.len());
    for (id, key) in ids.iter().copied().chain(after).zip(keys) {
        draft.set_order(table, id, key);
    }
    Ok(())
}
