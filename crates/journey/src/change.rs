//! A Change: what an Edit did, record by record and field by field.
//!
//! The same value commits to SQLite, goes on the undo stack, refreshes the screen and, kept in the log, is the history
//! and the base of a merge. Reversing it is a swap.

use crate::{Document, Fields, Id, Phrase, Table};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What happened to one record. Both sides hold only the fields that differ, except where a record came or went:
/// then the side on which it exists holds all of them, and the other is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecordChange {
    /// The record's table.
    pub table: Table,
    /// The record's id.
    pub id: Id,
    /// The fields as they were; none where the record was not there.
    pub before: Option<Fields>,
    /// The fields as they are; none where the record is gone.
    pub after: Option<Fields>,
}

/// Who does something, and when. Comes from the caller: this crate has no clock.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The id that the Change gets.
    pub change: Id,
    /// Milliseconds since 1970 UTC.
    pub at: i64,
    /// Who; empty where nobody said.
    pub author: String,
}

/// What an Edit did to a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Its name.
    pub id: Id,
    /// When, in milliseconds since 1970 UTC.
    pub at: i64,
    /// Who; empty where nobody said.
    pub author: String,
    /// What the Undo menu calls it.
    pub label: Phrase,
    /// The Change that this one takes back: an undo, or (where that one is an undo itself) a redo.
    pub undoes: Option<Id>,
    /// Each touched record once, in the order in which the Edit touched them.
    pub records: Vec<RecordChange>,
}

/// A field that was left alone by an undo, because something else changed it since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftAlone {
    /// The record's table.
    pub table: Table,
    /// The record's id.
    pub id: Id,
    /// The field; none where the whole record stayed or stayed away.
    pub field: Option<String>,
}

impl Change {
    /// Whether it did nothing.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Puts its after side into a document that is as it was before (a replay of the log).
    ///
    /// # Errors
    /// Where a record has a field of the wrong type, which a Change made by an Edit never has.
    pub fn apply(&self, document: &mut Document) -> Result<(), serde_json::Error> {
        for record in &self.records {
            match &record.after {
                None => {
                    document.take(record.table, record.id);
                }
                Some(after) => {
                    let mut fields = match record.before {
                        None => Fields::new(),
                        Some(_) => document.fields(record.table, record.id).unwrap_or_default(),
                    };
                    fields.extend(after.clone());
                    document.put_fields(record.table, fields)?;
                }
            }
        }
        Ok(())
    }

    /// Takes it back in a document that may have gone on since. A field that changed since is left alone and told.
    /// Returns the Change that the undo is, already applied; its `undoes` names this one.
    ///
    /// # Errors
    /// Where a record has a field of the wrong type, which a Change made by an Edit never has.
    pub fn undo(
        &self,
        document: &mut Document,
        stamp: Stamp,
    ) -> Result<(Change, Vec<LeftAlone>), serde_json::Error> {
        let mut left = Vec::new();
        let mut records = Vec::new();
        for record in self.records.iter().rev() {
            let (table, id) = (record.table, record.id);
            let now = document.fields(table, id);
            match (&record.before, &record.after) {
                (Some(before), Some(after)) => {
                    let Some(now) = now else {
                        left.push(LeftAlone { table, id, field: None });
                        continue;
                    };
                    let (mut from, mut to) = (Fields::new(), Fields::new());
                    for (name, value) in after {
                        if now.get(name) == Some(value) {
                            from.insert(name.clone(), value.clone());
                            to.insert(name.clone(), before.get(name).cloned().unwrap_or(Value::Null));
                        } else {
                            left.push(LeftAlone { table, id, field: Some(name.clone()) });
                        }
                    }
                    if !to.is_empty() {
                        records.push(RecordChange { table, id, before: Some(from), after: Some(to) });
                    }
                }
                // It was added: take out what is there now, so that redo brings back even what was typed since.
                (None, Some(_)) => match now {
                    Some(now) => records.push(RecordChange { table, id, before: Some(now), after: None }),
                    None => left.push(LeftAlone { table, id, field: None }),
                },
                (Some(before), None) => match now {
                    None => {
                        records.push(RecordChange { table, id, before: None, after: Some(before.clone()) })
                    }
                    Some(_) => left.push(LeftAlone { table, id, field: None }),
                },
                (None, None) => {}
            }
        }
        let undo = Change {
            id: stamp.change,
            at: stamp.at,
            author: stamp.author,
            label: self.label.clone(),
            undoes: Some(self.id),
            records,
        };
        undo.apply(document)?;
        Ok((undo, left))
    }

    /// Takes a later Change into this one, as one step: typing into a card is one Change that grows.
    pub fn absorb(&mut self, later: Change) {
        for next in later.records {
            let Some(at) = self.records.iter().position(|own| own.table == next.table && own.id == next.id)
            else {
                self.records.push(next);
                continue;
            };
            let own = &mut self.records[at];
            match (&mut own.before, &mut own.after, next.before, next.after) {
                (before @ Some(_), after @ Some(_), Some(next_before), Some(next_after)) => {
                    let (Some(before), Some(after)) = (before, after) else { continue };
                    for (name, value) in next_before {
                        if !after.contains_key(&name) {
                            before.insert(name, value);
                        }
                    }
                    after.extend(next_after);
                    let same: Vec<String> = after
                        .iter()
                        .filter(|(name, value)| before.get(*name) == Some(value))
                        .map(|(name, _)| name.clone())
                        .collect();
                    for name in same {
                        before.remove(&name);
                        after.remove(&name);
                    }
                }
                (None, Some(after), Some(_), Some(next_after)) => after.extend(next_after),
                (before @ Some(_), after, next_before, None) => {
                    // What was changed and is now gone: the whole record as it first was.
                    let mut whole = next_before.unwrap_or_default();
                    whole.extend(before.take().unwrap_or_default());
                    *before = Some(whole);
                    *after = None;
                }
                (before, after, _, next_after) => {
                    *after = next_after;
                    // What was gone and came back may be what it was: then only the fields that differ stay.
                    if let (Some(before), Some(after)) = (before, after) {
                        before.retain(|name, value| after.get(name) != Some(value));
                        let differ: Vec<String> = before.keys().cloned().collect();
                        after.retain(|name, _| differ.contains(name));
                    }
                }
            }
        }
        self.records.retain(|record| match (&record.before, &record.after) {
            (None, None) => false,
            (Some(_), Some(after)) => !after.is_empty(),
            _ => true,
        });
        self.at = later.at;
    }
}
