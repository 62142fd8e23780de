//! Short ways to say the edits that are made most.

use super::{Edit, Place};
use crate::{Fields, Id, Record, RecordId, Table};
use serde_json::Value;

impl Edit {
    /// Adds a record. Its `order` does not count.
    pub fn add<T: Record>(record: &T, place: Place) -> Self {
        Self::Add { table: T::TABLE, fields: record.to_fields(), place }
    }

    /// Adds a card with a text to the end of a cell.
    pub fn add_card(id: Id, lane: Id, stage: Id, text: &str) -> Self {
        let fields = [
            ("id", id.to_string()),
            ("lane", lane.to_string()),
            ("stage", stage.to_string()),
            ("text", text.to_owned()),
        ];
        let fields: Fields = fields.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        Self::Add { table: Table::Card, fields, place: Place::Last }
    }

    /// Sets a field; `null` clears it.
    pub fn set(table: Table, id: Id, field: &str, value: impl Into<Value>) -> Self {
        Self::Set { table, id, field: field.into(), value: value.into() }
    }

    /// Sets the text of a card.
    pub fn set_text(card: Id, text: &str) -> Self {
        Self::set(Table::Card, card, "text", text)
    }

    /// Removes one record with what hangs on it.
    pub fn remove(table: Table, id: Id) -> Self {
        Self::Remove { records: vec![RecordId::new(table, id)] }
    }

    /// Several as one step of undo, called like the first one.
    pub fn together(edits: Vec<Self>) -> Self {
        Self::Together { label: None, edits }
    }
}
