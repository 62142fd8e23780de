//! Duplicating maps, stages, lanes, cards and gaps with what hangs on them.
//!
//! Not copied, because it was said of the original alone: its votes, comments, dismissals, actions, and the paths from
//! and to it; a map's paths lie inside of it and are copied. A card that lies over other stages too is not copied with a
//! stage: it reaches over the copy.

use super::{Place, place};
use crate::{Card, Draft, EditError, Gap, Id, Phrase, RecordId, Refers, Table, family};
use std::collections::HashMap;

/// Puts a copy of a record right after it. The copy gets the id `copy`; the ids of its parts are worked out from it.
pub(super) fn duplicate(draft: &mut Draft, table: Table, id: Id, copy: Id) -> Result<(), EditError> {
    if !draft.document().has(table, id) {
        return Err(EditError::NotThere { table, id });
    }
    if !matches!(table, Table::Map | Table::Stage | Table::Lane | Table::Card | Table::Gap) {
        return Err(EditError::Invalid(Phrase::new("edit.no-copy").with(table.name())));
    }
    if copy == Id::default() {
        return Err(EditError::Invalid(Phrase::new("edit.no-id").with(table.name())));
    }
    let whole = RecordId::new(table, id);
    let mut copies = vec![(whole, copy)];
    copies.extend(parts(draft, whole).into_iter().map(|part| (part, copy.of_copy(part.id))));
    let answers = answers(draft, &copies);
    copies.extend(answers.into_iter().map(|answer| (answer, copy.of_copy(answer.id))));

    let to: HashMap<RecordId, Id> = copies.iter().copied().collect();
    for &(original, copy) in &copies {
        let table = original.table;
        if draft.document().has(table, copy) {
            return Err(EditError::AlreadyThere { table, id: copy });
        }
        let Some(mut fields) = draft.document().fields(table, original.id) else { continue };
        fields.insert("id".into(), copy.to_string().into());
        if matches!(table, Table::Card | Table::Gap) {
            fields.insert("votes".into(), 0.into());
        }
        draft.put(table, copy, fields)?;
        draft.redirect(table, copy, &mut |target| {
            Some(to.get(&target).map_or(target, |copy| RecordId::new(target.table, *copy)))
        });
    }
    // The parts lie among the parts of the copy as the originals do among theirs; only the copy itself needs a place.
    match family::of(draft.document(), RecordId::new(table, copy)) {
        Some((family, _)) => place::settle(draft, family, &[copy], Place::After(id)),
        None => Ok(()),
    }
}

/// What is copied along with a map, besides answers and approvals.
const OF_A_MAP: &[Table] = &[
    Table::Cast,
    Table::Stage,
    Table::Step,
    Table::Lane,
    Table::Card,
    Table::Feeling,
    Table::Gap,
    Table::Path,
    Table::Involvement,
];

/// What is copied along, tables that are referred to before those that refer to them.
fn parts(draft: &Draft, whole: RecordId) -> Vec<RecordId> {
    let document = draft.document();
    let mut found = Vec::new();
    let mut add = |table: Table, ids: Vec<Id>| {
        found.extend(ids.into_iter().map(|id| RecordId::new(table, id)));
    };
    let cards_where = |wanted: &dyn Fn(&Card) -> bool| -> Vec<Id> {
        document.cards.values().filter(|card| wanted(card)).map(|card| card.id).collect()
    };
    let id = whole.id;
    match whole.table {
        Table::Map => {
            for table in OF_A_MAP {
                let ids = document.ids(*table).into_iter();
                add(
                    *table,
                    ids.filter(|of| document.map_of(RecordId::new(*table, *of)) == Some(id)).collect(),
                );
            }
        }
        Table::Stage => {
            let steps = document.steps.values().filter(|step| step.stage == id);
            add(Table::Step, steps.map(|step| step.id).collect());
            add(Table::Card, cards_where(&|card| card.stage == id && card.to_stage == id));
            let feelings = document.feelings.values().filter(|feeling| feeling.stage == id);
            add(Table::Feeling, feelings.map(|feeling| feeling.id).collect());
            let gaps = document.gaps.values().filter(|gap: &&Gap| gap.stage == id);
            add(Table::Gap, gaps.map(|gap| gap.id).collect());
            let involved = document.involvements.values().filter(|involved| involved.stage == id);
            add(Table::Involvement, involved.map(|involved| involved.id).collect());
        }
        Table::Lane => {
            add(Table::Card, cards_where(&|card| card.lane == id));
            let feelings = document.feelings.values().filter(|feeling| feeling.lane == id);
            add(Table::Feeling, feelings.map(|feeling| feeling.id).collect());
        }
        _ => {}
    }
    let copied = |record: RecordId| record == whole || found.contains(&record);
    let approvals: Vec<RecordId> = document
        .approvals
        .values()
        .filter(|approval| copied(approval.about))
        .map(|approval| RecordId::new(Table::Approval, approval.id))
        .collect();
    found.extend(approvals);
    found
}

/// The answers that name something that is copied: the copy is answered, or answers, as the original does.
fn answers(draft: &Draft, copies: &[(RecordId, Id)]) -> Vec<RecordId> {
    let copied: std::collections::HashSet<RecordId> = copies.iter().map(|(original, _)| *original).collect();
    let mut found = Vec::new();
    for answer in draft.document().answers.values() {
        let mut names = false;
        answer.references(&mut |reference| names |= copied.contains(&reference.to));
        if names {
            found.push(RecordId::new(Table::Answer, answer.id));
        }
    }
    found
}
