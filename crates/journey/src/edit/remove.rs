//! Removing records with what hangs on them.

use super::stage;
use crate::{Card, Draft, EditError, Hold, Id, Phrase, RecordId, Table};
use std::collections::{HashMap, HashSet};

/// Removes records, their parts, the parts of those, and every mention of any of them.
pub(super) fn remove(draft: &mut Draft, records: &[RecordId]) -> Result<(), EditError> {
    for record in records {
        if !draft.document().has(record.table, record.id) {
            return Err(EditError::NotThere { table: record.table, id: record.id });
        }
    }
    let mut gone = Gone::default();
    records.iter().for_each(|record| gone.add(*record));
    let document = draft.document();
    if !document.maps.is_empty() && document.maps.keys().all(|id| gone.has(RecordId::new(Table::Map, *id))) {
        return Err(EditError::Invalid(Phrase::new("edit.last-map")));
    }
    if gone.tables.contains(&Table::Map) {
        let stages: Vec<Id> = document
            .stages
            .values()
            .filter(|stage| gone.has(RecordId::new(Table::Map, stage.map)))
            .map(|stage| stage.id)
            .collect();
        stages.into_iter().for_each(|id| gone.add(RecordId::new(Table::Stage, id)));
    }
    let spans = if gone.tables.contains(&Table::Stage) { shorten(draft, &mut gone) } else { Vec::new() };
    gone.add_parts(draft);
    for (card, from, to) in spans {
        if !gone.has(RecordId::new(Table::Card, card)) {
            stage::stretch(draft, card, from, to)?;
        }
    }
    for record in gone.mentioning(draft) {
        draft.redirect(record.table, record.id, &mut |to| (!gone.has(to)).then_some(to));
    }
    for record in gone.in_order {
        draft.remove(record.table, record.id);
    }
    Ok(())
}

/// What is to go.
#[derive(Default)]
struct Gone {
    records: HashSet<RecordId>,
    /// The same in the order in which they were found, so that a Change is the same each time.
    in_order: Vec<RecordId>,
    /// Their tables: most references point elsewhere and are passed over without a look-up.
    tables: HashSet<Table>,
}

impl Gone {
    fn add(&mut self, record: RecordId) {
        if self.records.insert(record) {
            self.in_order.push(record);
            self.tables.insert(record.table);
        }
    }

    fn has(&self, record: RecordId) -> bool {
        self.tables.contains(&record.table) && self.records.contains(&record)
    }

    /// The tables whose records can be parts of what goes, or mention it.
    fn tables_that_can(&self, hold: Hold) -> Vec<Table> {
        let into = |table: &Table| self.tables.iter().any(|gone| table.can_refer_to(*gone, hold));
        Table::ALL.iter().copied().filter(into).collect()
    }

    /// Adds the parts of what goes, and the parts of those.
    fn add_parts(&mut self, draft: &Draft) {
        // A table's parts lie in later tables; only a comment on a comment needs another round.
        loop {
            let before = self.records.len();
            for table in self.tables_that_can(Hold::Part) {
                let mut parts = Vec::new();
                draft.document().each_reference(table, &mut |id, reference| {
                    if reference.hold == Hold::Part && self.has(reference.to) {
                        parts.push(RecordId::new(table, id));
                    }
                });
                parts.into_iter().for_each(|record| self.add(record));
            }
            if self.records.len() == before {
                return;
            }
        }
    }

    /// The records that stay and mention something that goes.
    fn mentioning(&self, draft: &Draft) -> Vec<RecordId> {
        let mut found = Vec::new();
        for table in self.tables_that_can(Hold::Mention) {
            draft.document().each_reference(table, &mut |id, reference| {
                let record = RecordId::new(table, id);
                if reference.hold == Hold::Mention
                    && self.has(reference.to)
                    && !self.has(record)
                    && found.last() != Some(&record)
                {
                    found.push(record);
                }
            });
        }
        found
    }
}

/// Where a stage at the end of a card goes, its neighbour in the card takes over; a card of which nothing remains goes
/// too. Returns the cards that get other ends.
fn shorten(draft: &mut Draft, gone: &mut Gone) -> Vec<(Id, Id, Id)> {
    let stage_goes = |gone: &Gone, id| gone.has(RecordId::new(Table::Stage, id));
    let mut cut: Vec<(Id, Id, Id)> = Vec::new();
    for card in draft.document().cards.values() {
        let Card { id, stage, to_stage, .. } = *card;
        if stage_goes(gone, stage) || stage_goes(gone, to_stage) {
            cut.push((id, stage, to_stage));
        }
    }
    let mut orders: HashMap<Id, Vec<Id>> = HashMap::new();
    let mut spans = Vec::new();
    for (card, from, to) in cut {
        let remains = if from == to {
            Vec::new()
        } else {
            let Some(map) = draft.document().stages.get(&from).map(|stage| stage.map) else { continue };
            let stages = orders.entry(map).or_insert_with(|| stage::in_order(draft, map));
            let covered = stages.iter().skip_while(|id| **id != from);
            let last = stages.iter().position(|id| *id == to).map_or(0, |at| at + 1);
            let covered =
                covered.take(last.saturating_sub(stages.iter().position(|id| *id == from).unwrap_or(0)));
            covered.copied().filter(|id| !stage_goes(gone, *id)).collect()
        };
        match (remains.first(), remains.last()) {
            (Some(&first), Some(&last)) => spans.push((card, first, last)),
            _ => gone.add(RecordId::new(Table::Card, card)),
        }
    }
    spans
}
