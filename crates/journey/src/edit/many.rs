//! What one key does to everything that is selected: rating, votes, evidence, length over stages.
//!
//! Records that a thing does not apply to are passed over, so that a mixed selection can be worked on; where it applies
//! to none of them the edit is refused with a sentence.

use super::{set, stage};
use crate::check::definition;
use crate::{
    Card, Document, Draft, EditError, EvidenceLevel, Feeling, FieldType, Gap, Id, LaneKind, Phrase, Record,
    RecordId, Table,
};
use serde_json::{Value, json};

/// The lowest and the highest key of a rating.
const KEYS: std::ops::RangeInclusive<u8> = 1..=5;

fn none_of(records: usize, key: &str) -> EditError {
    EditError::DoesNotApply(Phrase::new(key).with(records))
}

fn there(draft: &Draft, record: RecordId) -> Result<(), EditError> {
    if draft.document().has(record.table, record.id) {
        return Ok(());
    }
    Err(EditError::NotThere { table: record.table, id: record.id })
}

/// The field that keys 1–5 set in a record, and what a key stands for in it. None where it has no rating.
pub(super) fn rating_of(document: &Document, record: RecordId, key: u8) -> Option<(String, Value)> {
    match record.table {
        Table::Card => {
            let card = document.cards.get(&record.id)?;
            let kind = document.lanes.get(&card.lane)?.kind;
            let name = kind.rating()?;
            // A scale that begins at 0 has its first step under the key 1.
            let value = match definition(kind, name)?.holds {
                FieldType::Whole(low, high) => json!((low + i64::from(key) - 1).min(high)),
                FieldType::Number(low, high) => json!((low + f64::from(key) - 1.0).min(high)),
                _ => return None,
            };
            Some((format!("fields.{name}"), value))
        }
        Table::Gap => Some(("severity".into(), json!(key))),
        Table::Feeling => Some(("value".into(), json!(f64::from(key) - 3.0))),
        _ => None,
    }
}

/// Gives everything that has a rating this one.
pub(super) fn rate(draft: &mut Draft, records: &[RecordId], rating: u8) -> Result<(), EditError> {
    if !KEYS.contains(&rating) {
        return Err(EditError::Invalid(Phrase::new("edit.no-such-rating").with(rating)));
    }
    let mut rated = false;
    for record in records {
        there(draft, *record)?;
        if let Some((field, value)) = rating_of(draft.document(), *record, rating) {
            set::set(draft, record.table, record.id, &field, &value)?;
            rated = true;
        }
    }
    if rated { Ok(()) } else { Err(none_of(records.len(), "edit.no-rating")) }
}

/// Adds votes to cards and gaps, or takes some back; nothing has fewer than none.
pub(super) fn vote(draft: &mut Draft, records: &[RecordId], votes: i32) -> Result<(), EditError> {
    let mut voted = false;
    for record in records {
        there(draft, *record)?;
        match record.table {
            Table::Card => draft.update(record.id, |card: &mut Card| {
                card.votes = card.votes.saturating_add_signed(votes);
                Ok(())
            })?,
            Table::Gap => draft.update(record.id, |gap: &mut Gap| {
                gap.votes = gap.votes.saturating_add_signed(votes);
                Ok(())
            })?,
            _ => continue,
        }
        voted = true;
    }
    if voted { Ok(()) } else { Err(none_of(records.len(), "edit.no-votes")) }
}

fn evidence_of(document: &Document, record: RecordId) -> Option<EvidenceLevel> {
    match record.table {
        Table::Card => document.cards.get(&record.id).map(|card| card.evidence),
        Table::Feeling => document.feelings.get(&record.id).map(|feeling| feeling.evidence),
        _ => None,
    }
}

/// Takes cards and feelings to the next level of evidence: all to the one that follows the first one's.
pub(super) fn next_evidence(draft: &mut Draft, records: &[RecordId]) -> Result<(), EditError> {
    for record in records {
        there(draft, *record)?;
    }
    let first = records.iter().find_map(|record| evidence_of(draft.document(), *record));
    let first = first.ok_or_else(|| none_of(records.len(), "edit.no-evidence"))?;
    let at = EvidenceLevel::ALL.iter().position(|level| *level == first).unwrap_or_default();
    let next = EvidenceLevel::ALL[(at + 1) % EvidenceLevel::ALL.len()];
    for record in records {
        match record.table {
            Table::Card => draft.update(record.id, |card: &mut Card| {
                card.evidence = next;
                Ok(())
            })?,
            Table::Feeling => draft.update(record.id, |feeling: &mut Feeling| {
                feeling.evidence = next;
                Ok(())
            })?,
            _ => {}
        }
    }
    Ok(())
}

/// Makes cards reach over so many stages more, or fewer: at least over their first one, at most to the last one.
pub(super) fn stretch_cards(draft: &mut Draft, cards: &[Id], stages: i32) -> Result<(), EditError> {
    for &id in cards {
        let card = draft.document().get::<Card>(id);
        let card = card.ok_or(EditError::NotThere { table: Table::Card, id })?;
        let (from, to) = (card.stage, card.to_stage);
        let Some(map) = draft.document().stages.get(&from).map(|stage| stage.map) else { continue };
        let order = stage::in_order(draft, map);
        let at = stage::positions(&order);
        let (Some(&first), Some(&last)) = (at.get(&from), at.get(&to)) else { continue };
        let end = last.saturating_add_signed(stages as isize).clamp(first, order.len() - 1);
        stage::reach(draft, id, from, order[end])?;
    }
    Ok(())
}

impl LaneKind {
    /// The field of its cards that the keys 1–5 set; none where they have no rating.
    pub const fn rating(self) -> Option<&'static str> {
        match self {
            Self::PainPoints => Some("severity"),
            Self::Opportunities => Some("impact"),
            Self::InteractionModel => Some("score"),
            Self::Maturity => Some("now"),
            _ => None,
        }
    }
}

/// The fields of a record that a Change left, for what is said about it.
pub(super) fn number_after(document: &Document, record: RecordId, field: &str) -> Option<f64> {
    match field.strip_prefix("fields.") {
        Some(name) => document.cards.get(&record.id)?.fields.get(name)?.as_f64(),
        None if record.table == Table::Gap => document.gaps.get(&record.id)?.to_fields().get(field)?.as_f64(),
        None => document.feelings.get(&record.id)?.to_fields().get(field)?.as_f64(),
    }
}
