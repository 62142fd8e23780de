//! What is said to people who do not see the screen once an edit is done.

use super::Edit;
use crate::{Change, Document, Phrase, RecordId, Table};

/// What to announce of a Change that an edit came to, said of the document after it. None where nothing changed, and
/// for typing, which the text box says itself.
pub fn announcement(edit: &Edit, change: &Change, document: &Document) -> Option<Phrase> {
    if change.is_empty() {
        return None;
    }
    let first = change.records.first().map(|record| RecordId::new(record.table, record.id))?;
    let name = |record| document.caption(record).unwrap_or_default();
    let stage_name = |id| name(RecordId::new(Table::Stage, id));
    Some(match edit {
        Edit::Set { field, .. } if matches!(field.as_str(), "text" | "note" | "label") => return None,
        Edit::Set { field, value, .. } => {
            let bare = field.strip_prefix("fields.").unwrap_or(field);
            match value {
                serde_json::Value::Number(number) => Phrase::new("say.number").with(bare).with(number),
                _ => Phrase::new("say.set").with(bare),
            }
        }
        Edit::Add { table: Table::Card, .. } => {
            let card = document.cards.get(&first.id)?;
            let (at, count) = place_of(document, card);
            let lane = document.lanes.get(&card.lane)?;
            Phrase::new("say.card.add").with(&lane.name).with(stage_name(card.stage)).with(at).with(count)
        }
        Edit::Add { table: Table::Stage, .. } => {
            let stages = document.stages_of(document.stages.get(&first.id)?.map);
            let at = stages.iter().position(|stage| stage.id == first.id)?;
            Phrase::new("say.stage.add").with(stage_name(first.id)).with(at + 1).with(stages.len())
        }
        Edit::MoveCards { cards, stage, .. } if cards.len() == 1 => {
            let card = document.cards.get(&cards[0])?;
            let (at, count) = place_of(document, card);
            Phrase::new("say.card.move").with(stage_name(*stage)).with(at).with(count)
        }
        Edit::MoveCards { cards, stage, .. } => {
            Phrase::new("say.cards.move").with(cards.len()).with(stage_name(*stage))
        }
        _ => change.label.clone(),
    })
}

/// The place of a card in its cell, counted from 1, and how many there are.
fn place_of(document: &Document, card: &crate::Card) -> (usize, usize) {
    let cell = document.cards_in(card.lane, card.stage);
    (cell.iter().position(|other| other.id == card.id).map_or(0, |at| at + 1), cell.len())
}
