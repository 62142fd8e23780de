//! Putting other words in the place of those that were found.

use super::fold::Folded;
use super::said::said;
use crate::{Document, Edit, Phrase, RecordId};

/// The Edit that puts `with` in the place of some words wherever these records say them; none where they do not. One
/// step of undo.
pub fn replacement(document: &Document, records: &[RecordId], words: &str, with: &str) -> Option<Edit> {
    let words = Folded::new(words);
    let mut edits = Vec::new();
    let mut times = 0;
    for record in records {
        for (field, text) in said(document, *record) {
            let places = Folded::new(text).find(&words);
            if places.is_empty() || words.is_blank() {
                continue;
            }
            times += places.len();
            let mut value = String::with_capacity(text.len());
            let mut rest = 0;
            for place in places {
                value.push_str(&text[rest..place.start]);
                value.push_str(with);
                rest = place.end;
            }
            value.push_str(&text[rest..]);
            edits.push(Edit::Set {
                table: record.table,
                id: record.id,
                field: field.into_owned(),
                value: value.into(),
            });
        }
    }
    let label = Some(Phrase::new("edit.replace").with(times));
    (!edits.is_empty()).then_some(Edit::Together { label, edits })
}
