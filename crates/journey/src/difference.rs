//! What makes one state of a document into another one.

use crate::{Change, Document, Fields, Phrase, RecordChange, Stamp, Table};
use std::collections::BTreeSet;

impl Change {
    /// The Change that makes `from` into `to`, record by record and field by field; empty where they are alike. The
    /// bytes of pictures are no part of it.
    pub fn between(from: &Document, to: &Document, label: Phrase, stamp: Stamp) -> Self {
        let mut records = Vec::new();
        for &table in Table::ALL {
            let ids: BTreeSet<_> = from.ids(table).into_iter().chain(to.ids(table)).collect();
            for id in ids {
                let (before, after) = match (from.fields(table, id), to.fields(table, id)) {
                    (Some(before), Some(after)) => {
                        let (before, after) = unlike(before, after);
                        if after.is_empty() {
                            continue;
                        }
                        (Some(before), Some(after))
                    }
                    one_sided => one_sided,
                };
                records.push(RecordChange { table, id, before, after });
            }
        }
        Self { id: stamp.change, at: stamp.at, author: stamp.author, label, undoes: None, records }
    }
}

/// The fields of a record that differ, on both sides.
fn unlike(before: Fields, after: Fields) -> (Fields, Fields) {
    let differ = |one: &Fields, other: &Fields| -> Fields {
        one.iter()
            .filter(|(name, value)| other.get(*name) != Some(value))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    };
    (differ(&before, &after), differ(&after, &before))
}
