//! What is said to people who do not see the screen once an edit is done.

use super::{Edit, many};
use crate::{Card, Change, Document, Id, Phrase, RecordId, Table};

/// What to announce of a Change that an edit came to, said of the document after it. None where nothing changed, and
/// for what is said elsewhere: typing by the text box, removing by the notice with its Undo, a slider by itself.
pub fn announcement(edit: &Edit, change: &Change, document: &Document) -> Option<Phrase> {
    if change.is_empty() {
        return None;
    }
    let first = change.records.first().map(|record| RecordId::new(record.table, record.id))?;
    if let Some(phrase) = of_cards(edit, change, document) {
        return Some(phrase);
    }
    Some(match edit {
        Edit::Set { field, .. } if matches!(field.as_str(), "text" | "note" | "label" | "name" | "title") => {
            return None;
        }
        Edit::Set { field, value, .. } => {
            let bare = field.strip_prefix("fields.").unwrap_or(field);
            match value {
                serde_json::Value::Number(number) => Phrase::new("say.number").with(bare).with(number),
                _ => Phrase::new("say.set").with(bare),
            }
        }
        Edit::Add { table, fields, .. } => {
            let id = fields.get("id").and_then(|id| id.as_str()?.parse().ok())?;
            return addition(document, RecordId::new(*table, id)).or_else(|| Some(change.label.clone()));
        }
        Edit::MoveCards { cards, stage, .. } => moved(document, cards, Some(*stage))?,
        Edit::StretchCards { cards, .. } if cards.len() == 1 => {
            let card = document.cards.get(&cards[0])?;
            let stages = document.stages_of(document.stages.get(&card.stage)?.map);
            let at = |id| stages.iter().position(|stage| stage.id == id);
            let count = at(card.to_stage)? - at(card.stage)? + 1;
            Phrase::new("say.span").with(count).with(stage_name(document, card.to_stage))
        }
        Edit::Rate { rating, .. } => {
            let (field, _) = many::rating_of(document, first, *rating)?;
            let value = many::number_after(document, first, &field)?;
            let bare = field.strip_prefix("fields.").unwrap_or(&field);
            match change.records.len() {
                1 => Phrase::new("say.number").with(bare).with(value),
                count => Phrase::new("say.numbers").with(count).with(bare).with(value),
            }
        }
        Edit::Vote { .. } if change.records.len() == 1 => Phrase::new("say.votes").with(match first.table {
            Table::Gap => document.gaps.get(&first.id)?.votes,
            _ => document.cards.get(&first.id)?.votes,
        }),
        Edit::NextEvidence { .. } => {
            let level = match first.table {
                Table::Feeling => document.feelings.get(&first.id)?.evidence,
                _ => document.cards.get(&first.id)?.evidence,
            };
            Phrase::new("say.evidence").with(serde_json::to_value(level).ok()?.as_str()?)
        }
        Edit::MoveGap { id, .. } => {
            Phrase::new("say.gap.move").with(stage_name(document, document.gaps.get(id)?.stage))
        }
        Edit::MoveFeeling { .. } | Edit::Remove { .. } => return None,
        Edit::Reorder { table: Table::Stage, id, .. } => {
            let stages = document.stages_of(document.stages.get(id)?.map);
            let at = stages.iter().position(|stage| stage.id == *id)?;
            Phrase::new("say.stage.move").with(at + 1).with(stages.len())
        }
        Edit::Together { label: None, edits } => return together(edits, change, document),
        _ => change.label.clone(),
    })
}

/// What was changed of several cards, with their number: the window shows it, for not all of them may be in view.
fn of_cards(edit: &Edit, change: &Change, document: &Document) -> Option<Phrase> {
    let cards: Vec<_> = change.records.iter().filter(|record| record.table == Table::Card).collect();
    let (first, count) = (RecordId::new(Table::Card, cards.first()?.id), cards.len());
    if count < 2 {
        return None;
    }
    let bare = |field: &str| field.strip_prefix("fields.").unwrap_or(field).to_owned();
    Some(match edit {
        Edit::Rate { rating, .. } if count == change.records.len() => {
            let (field, _) = many::rating_of(document, first, *rating)?;
            let value = many::number_after(document, first, &field)?;
            Phrase::new("say.cards.number").with(count).with(bare(&field)).with(value)
        }
        Edit::Vote { votes, .. } if *votes < 0 => Phrase::new("say.cards.vote.back").with(count),
        Edit::Vote { .. } => Phrase::new("say.cards.vote").with(count),
        Edit::NextEvidence { .. } => Phrase::new("say.cards.set").with(count).with("evidence"),
        Edit::StretchCards { .. } => Phrase::new("say.cards.span").with(count),
        Edit::Together { label: None, edits } => {
            let field = |edit: &Edit| match edit {
                Edit::Set { table: Table::Card, field, .. } => Some(bare(field)),
                _ => None,
            };
            let own = field(edits.first()?)?;
            if edits.iter().any(|edit| field(edit).as_ref() != Some(&own)) {
                return None;
            }
            Phrase::new("say.cards.set").with(count).with(own)
        }
        _ => return None,
    })
}

/// Of several edits as one step: how many cards were moved, or what the first one says.
fn together(edits: &[Edit], change: &Change, document: &Document) -> Option<Phrase> {
    let mut cards = Vec::new();
    let mut stages = Vec::new();
    for edit in edits {
        let Edit::MoveCards { cards: moved, stage, .. } = edit else {
            return match edits {
                [only] => announcement(only, change, document),
                [Edit::Remove { .. }, ..] => None,
                _ => Some(change.label.clone()),
            };
        };
        cards.extend(moved);
        stages.push(*stage);
    }
    stages.dedup();
    moved(document, &cards, (stages.len() == 1).then(|| stages[0]))
}

/// Cards that went to a stage, or to several.
fn moved(document: &Document, cards: &[Id], stage: Option<Id>) -> Option<Phrase> {
    Some(match (cards, stage) {
        ([], _) => return None,
        ([one], Some(stage)) => {
            let (at, count) = place_of(document, document.cards.get(one)?);
            Phrase::new("say.card.move").with(stage_name(document, stage)).with(at).with(count)
        }
        (_, Some(stage)) => Phrase::new("say.cards.move").with(cards.len()).with(stage_name(document, stage)),
        (_, None) => Phrase::new("say.cards.step").with(cards.len()),
    })
}

/// What to announce of a record that is new, also where typing made it: "Pain point added, Decision, 2 of 2." None for
/// what has no place on the map.
pub fn addition(document: &Document, record: RecordId) -> Option<Phrase> {
    let name = |record| document.caption(record).unwrap_or_default();
    Some(match record.table {
        Table::Card => {
            let card = document.cards.get(&record.id)?;
            let (at, count) = place_of(document, card);
            let kind = document.lanes.get(&card.lane)?.kind;
            Phrase::new("say.card.add")
                .with(kind.name())
                .with(stage_name(document, card.stage))
                .with(at)
                .with(count)
        }
        Table::Stage => {
            let stages = document.stages_of(document.stages.get(&record.id)?.map);
            let at = stages.iter().position(|stage| stage.id == record.id)?;
            let named = |key| Phrase::new(key).with(name(record));
            match at.checked_sub(1).and_then(|before| stages.get(before)) {
                None => named("say.stage.first").with(at + 1).with(stages.len()),
                Some(before) => named("say.stage.add").with(&before.name).with(at + 1).with(stages.len()),
            }
        }
        Table::Gap => {
            Phrase::new("say.gap.add").with(stage_name(document, document.gaps.get(&record.id)?.stage))
        }
        Table::Feeling => Phrase::new("say.feeling.add")
            .with(stage_name(document, document.feelings.get(&record.id)?.stage)),
        Table::Path => {
            let path = document.paths.get(&record.id)?;
            let kind = serde_json::to_value(path.kind).ok()?;
            Phrase::new("say.path.add").with(kind.as_str()?).with(name(path.from?)).with(name(path.to?))
        }
        _ => return None,
    })
}

fn stage_name(document: &Document, stage: Id) -> String {
    document.caption(RecordId::new(Table::Stage, stage)).unwrap_or_default()
}

/// The place of a card in its cell, counted from 1, and how many there are.
fn place_of(document: &Document, card: &Card) -> (usize, usize) {
    let cell = document.cards_in(card.lane, card.stage);
    (cell.iter().position(|other| other.id == card.id).map_or(0, |at| at + 1), cell.len())
}
