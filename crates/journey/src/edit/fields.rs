//! Fields as edits bring them: which ones there are, which ones may be set, and text made clean.

use crate::{Document, EditError, Fields, Id, RecordId, Table, check_record};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static NAMES: LazyLock<BTreeMap<Table, BTreeSet<String>>> =
    LazyLock::new(|| Table::ALL.iter().map(|table| (*table, table.fields().into_iter().collect())).collect());

static DEFAULTS: LazyLock<BTreeMap<Table, Fields>> =
    LazyLock::new(|| Table::ALL.iter().map(|table| (*table, table.defaults())).collect());

/// Whether records of a table have a field.
pub(super) fn exists(table: Table, field: &str) -> bool {
    NAMES[&table].contains(field)
}

/// The value of a field in a record about which nothing is said.
pub(super) fn default(table: Table, field: &str) -> Value {
    DEFAULTS[&table].get(field).cloned().unwrap_or(Value::Null)
}

/// Whether a field holds the map together or says what a record is: other edits change it, or none does.
pub(super) fn is_structural(table: Table, field: &str) -> bool {
    if matches!(field, "id" | "order" | "extra") {
        return true;
    }
    let fields: &[&str] = match table {
        Table::Image => &["hash", "media_type", "width", "height"],
        Table::Cast => &["map", "person"],
        Table::Stage | Table::Path | Table::Action | Table::Round => &["map"],
        Table::Lane => &["map", "kind", "zone"],
        Table::Card => &["lane", "stage", "to_stage", "fields"],
        Table::Feeling => &["lane", "stage"],
        Table::Step | Table::Gap => &["stage"],
        Table::Answer => &["opportunity", "problem"],
        Table::Involvement => &["person", "stage"],
        Table::Approval | Table::Comment => &["about"],
        Table::Dismissal => &["about", "code"],
        Table::Version => &["at", "change"],
        Table::Team | Table::Tag | Table::Person | Table::Evidence | Table::Map => &[],
    };
    fields.contains(&field)
}

/// Text with `\n` for every line break and without control characters, which no file format of ours can show.
pub(super) fn clean(value: Value) -> Value {
    match value {
        Value::String(text) => {
            // U+2028 and U+2029 are line breaks to a shaper.
            let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
            Value::String(
                text.chars().filter(|char| matches!(char, '\n' | '\t') || !char.is_control()).collect(),
            )
        }
        Value::Array(list) => Value::Array(list.into_iter().map(clean).collect()),
        Value::Object(fields) => {
            Value::Object(fields.into_iter().map(|(name, value)| (name, clean(value))).collect())
        }
        other => other,
    }
}

/// Names the field for which a record cannot be made of these fields, which `error` does not.
pub(super) fn wrong_type(table: Table, id: Id, fields: &Fields, error: EditError) -> EditError {
    for (name, value) in fields {
        let mut one = Fields::new();
        one.insert(name.clone(), value.clone());
        if let Err(error) = Document::default().put_fields(table, one) {
            return EditError::WrongType { table, id, field: Some(name.clone()), problem: error.to_string() };
        }
    }
    error
}

/// Refuses a record that breaks a rule; with a field, only where the rule is about that field.
pub(super) fn require_sound(
    document: &Document,
    record: RecordId,
    field: Option<&str>,
) -> Result<(), EditError> {
    let fault = check_record(document, record)
        .into_iter()
        .find(|fault| field.is_none_or(|field| fault.field.as_deref() == Some(field)));
    fault.map_or(Ok(()), |fault| Err(EditError::Invalid(fault.phrase)))
}
