//! What the Undo menu calls an edit.

use super::{Edit, many};
use crate::{Document, Id, Phrase, RecordId, Table};

impl Edit {
    /// What the Undo menu calls it, said of the document before it.
    pub fn label(&self, document: &Document) -> Phrase {
        let stage_name =
            |id: &Id| document.stages.get(id).map(|stage| stage.name.clone()).unwrap_or_default();
        match self {
            Self::Together { label: Some(label), .. } => label.clone(),
            Self::Together { label: None, edits } => together(edits, document),
            Self::Add { table, .. } => verb(*table, "add", 1),
            Self::AddImage { .. } => verb(Table::Image, "add", 1),
            Self::Set { table, field, .. } => set(*table, field),
            Self::Reorder { table: Table::Card, .. } => Phrase::new("edit.card.reorder").with(1),
            Self::Reorder { table, .. } => Phrase::new("edit.reorder").with(table.name()),
            Self::MoveLane { .. } => Phrase::new("edit.lane.move"),
            Self::MoveCards { cards, lane, stage, .. } => {
                let count = cards.len();
                let all = |same: &dyn Fn(&crate::Card) -> bool| {
                    cards.iter().all(|id| document.cards.get(id).is_some_and(same))
                };
                if !all(&|card| card.stage == *stage) {
                    Phrase::new("edit.card.move").with(count).with(stage_name(stage))
                } else if all(&|card| card.lane == *lane) {
                    Phrase::new("edit.card.reorder").with(count)
                } else {
                    let name = document.lanes.get(lane).map(|lane| lane.name.clone()).unwrap_or_default();
                    Phrase::new("edit.card.move").with(count).with(name)
                }
            }
            Self::SpanCard { .. } => Phrase::new("edit.card.span"),
            Self::StretchCards { cards, .. } => Phrase::new("edit.cards.span").with(cards.len()),
            Self::Rate { records, .. } => {
                match records.first().and_then(|it| many::rating_of(document, *it, 1)) {
                    Some((field, _)) => set(records[0].table, &field),
                    None => Phrase::new("edit.rate"),
                }
            }
            Self::Vote { votes, .. } if *votes < 0 => {
                Phrase::new("edit.vote.back").with(votes.unsigned_abs())
            }
            Self::Vote { votes, .. } => Phrase::new("edit.vote").with(votes),
            Self::NextEvidence { .. } => set(Table::Card, "evidence"),
            Self::MoveGap { stage, .. } => Phrase::new("edit.gap.move").with(stage_name(stage)),
            Self::MoveFeeling { .. } => Phrase::new("edit.feeling.move"),
            Self::Duplicate { table, .. } => verb(*table, "copy", 1),
            Self::Remove { records } => removal(records),
        }
    }
}

fn verb(table: Table, verb: &str, count: usize) -> Phrase {
    Phrase::new(&format!("edit.{}.{verb}", table.name())).with(count)
}

fn set(table: Table, field: &str) -> Phrase {
    match (table, field) {
        (Table::Card, "text") => Phrase::new("edit.card.text"),
        (_, "name" | "title") => Phrase::new("edit.rename").with(table.name()),
        _ => {
            let field = field.strip_prefix("fields.").unwrap_or(field);
            let field = field.strip_prefix("deal.").unwrap_or(field);
            Phrase::new("edit.set").with(table.name()).with(field)
        }
    }
}

fn removal(records: &[RecordId]) -> Phrase {
    match records.split_first() {
        Some((first, rest)) if rest.iter().all(|record| record.table == first.table) => {
            verb(first.table, "remove", records.len())
        }
        Some(_) => Phrase::new("edit.remove").with(records.len()),
        None => Phrase::new("edit.nothing"),
    }
}

/// Like the first one; with the count where all of them add, copy or remove the same.
fn together(edits: &[Edit], document: &Document) -> Phrase {
    let Some(first) = edits.first() else { return Phrase::new("edit.nothing") };
    let added = |edit: &Edit| match edit {
        Edit::Add { table, .. } => Some(*table),
        Edit::AddImage { .. } => Some(Table::Image),
        _ => None,
    };
    if let Some(table) = added(first)
        && edits.iter().all(|edit| added(edit) == Some(table))
    {
        return verb(table, "add", edits.len());
    }
    if let Edit::Duplicate { table, .. } = first
        && edits.iter().all(|edit| matches!(edit, Edit::Duplicate { table: own, .. } if own == table))
    {
        return verb(*table, "copy", edits.len());
    }
    let removed: Option<Vec<&[RecordId]>> = edits
        .iter()
        .map(|edit| match edit {
            Edit::Remove { records } => Some(records.as_slice()),
            _ => None,
        })
        .collect();
    removed.map_or_else(|| first.label(document), |records| removal(&records.concat()))
}
