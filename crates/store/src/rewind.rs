//! Documents as they were: Changes put back the other way round.

use crate::log::LogRow;
use journey::{Change, Document, Fields};

/// Puts the before side of a Change back into a document that shows its after side.
pub(crate) fn put_back(document: &mut Document, change: &Change) {
    for record in change.records.iter().rev() {
        let (table, id) = (record.table, record.id);
        let fields = match (&record.before, &record.after) {
            (None, _) => {
                document.take(table, id);
                continue;
            }
            (Some(before), None) => before.clone(),
            (Some(before), Some(_)) => {
                let mut fields: Fields = document.fields(table, id).unwrap_or_default();
                fields.extend(before.clone());
                fields
            }
        };
        // These fields came from a record of this very table, so they fit.
        let _ = document.put_fields(table, fields);
    }
}

/// The document as it was before these rows of its log, which are its last ones, oldest first.
///
/// # Errors
/// Where a row is not that of a Change.
pub(crate) fn before(document: &Document, rows: &[LogRow]) -> serde_json::Result<Document> {
    let mut was = document.clone();
    for row in rows.iter().rev() {
        put_back(&mut was, &row.change()?);
    }
    Ok(was)
}
