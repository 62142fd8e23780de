//! The whole document as JSON, lossless both ways; `docs/journey.schema.json` describes it.
//!
//! Tables are lists of records, sorted by order and then id, and keep their ids. A field that has its default is left
//! out. A field that we do not know is kept in the record and written back.

mod problem;

use self::problem::{expected, found, of_record, syntax};
use crate::{Read, ReadError, Written, text_of};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use journey::{Document, Fields, Id, Image, Phrase, Table};
use serde_json::Value;
use std::collections::BTreeMap;

/// What the `format` field says.
const FORMAT: &str = "desire-path";
/// The version of the format that is written, and the newest that is read.
const VERSION: u64 = 1;
/// The fields of the document itself.
const HEAD: [&str; 4] = ["format", "format_version", "id", "blobs"];

/// Writes the whole document.
pub fn write(document: &Document) -> Written {
    let mut head = Fields::new();
    head.insert("format".into(), FORMAT.into());
    head.insert("format_version".into(), VERSION.into());
    head.insert("id".into(), document.id.to_string().into());
    for table in Table::ALL {
        let records = records(document, *table);
        if !records.is_empty() {
            head.insert(table.name().into(), Value::Array(records));
        }
    }
    if !document.blobs.is_empty() {
        let blobs = document
            .blobs
            .iter()
            .map(|(hash, bytes)| (hash.clone(), BASE64_STANDARD.encode(bytes.as_slice()).into()));
        head.insert("blobs".into(), Value::Object(blobs.collect()));
    }
    head.extend(document.extra.clone());
    let mut text = serde_json::to_string_pretty(&Value::Object(head)).unwrap_or_default();
    text.push('\n');
    Written { text, left_out: Vec::new() }
}

fn records(document: &Document, table: Table) -> Vec<Value> {
    let defaults = Defaults::of(table);
    let mut records: Vec<Fields> =
        document.ids(table).into_iter().filter_map(|id| document.fields(table, id)).collect();
    let order = |fields: &Fields| fields.get("order").and_then(Value::as_str).unwrap_or_default().to_owned();
    records.sort_by_cached_key(order);
    records.into_iter().map(|fields| Value::Object(defaults.shorten(fields))).collect()
}

/// The fields of an empty record of a table.
struct Defaults(Fields);

impl Defaults {
    fn of(table: Table) -> Self {
        let mut empty = Document::default();
        // An empty record is made by the table itself, from no fields at all.
        let _ = empty.put_fields(table, Fields::new());
        Self(empty.fields(table, Id::default()).unwrap_or_default())
    }

    fn shorten(&self, mut fields: Fields) -> Fields {
        let extra = fields.remove("extra");
        fields.retain(|name, value| name == "id" || self.0.get(name) != Some(&*value));
        if let Some(Value::Object(extra)) = extra {
            fields.extend(extra);
        }
        fields
    }

    /// Puts what is no field of the table into `extra`.
    fn sort_out(&self, fields: Fields) -> Fields {
        let (mut known, mut extra) = (Fields::new(), Fields::new());
        for (name, value) in fields {
            let to = if self.0.contains_key(&name) && name != "extra" { &mut known } else { &mut extra };
            to.insert(name, value);
        }
        known.insert("extra".into(), Value::Object(extra));
        known
    }
}

/// Reads a document.
///
/// # Errors
/// [`ReadError::NotText`] and [`ReadError::Syntax`] where it is no JSON, [`ReadError::Shape`] where a field has the
/// wrong type or the version is newer than ours. The invariants of maps are not looked at: see [`journey::check`].
pub fn read(bytes: &[u8]) -> Result<Read, ReadError> {
    let text = text_of(bytes)?;
    let value: Value = serde_json::from_str(&text).map_err(|error| ReadError::Syntax {
        line: error.line(),
        column: error.column(),
        problem: syntax(&error),
    })?;
    let Value::Object(mut head) = value else {
        return Err(shape("format", Phrase::new("read.expected-file").with(quoted(FORMAT))));
    };
    if head.get("format").and_then(Value::as_str) != Some(FORMAT) {
        let problem = Phrase::new("read.expected-word").with(quoted(FORMAT));
        return Err(shape("format", problem.with_phrase(&found(head.get("format")))));
    }
    match head.get("format_version").and_then(Value::as_u64) {
        Some(1..=VERSION) => {}
        _ => {
            let problem = Phrase::new("read.version").with(VERSION);
            return Err(shape("format_version", problem.with_phrase(&found(head.get("format_version")))));
        }
    }
    let id = head.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
    let mut document = Document::new(id.ok_or_else(|| shape("id", expected("id", head.get("id"))))?);
    for table in Table::ALL {
        if let Some(records) = head.remove(table.name()) {
            read_table(&mut document, *table, records)?;
        }
    }
    document.blobs = blobs(head.remove("blobs"))?;
    head.retain(|name, _| !HEAD.contains(&name.as_str()));
    document.extra = head;
    Ok(Read { document, left_out: Vec::new() })
}

fn read_table(document: &mut Document, table: Table, records: Value) -> Result<(), ReadError> {
    let Value::Array(records) = records else {
        return Err(shape(table.name(), expected("list", Some(&records))));
    };
    let defaults = Defaults::of(table);
    for (at, record) in records.into_iter().enumerate() {
        let place = || format!("{} {}", table.name(), at + 1);
        let Value::Object(fields) = record else {
            return Err(shape(place(), expected("object", Some(&record))));
        };
        let id = fields.get("id").and_then(Value::as_str).and_then(|id| id.parse::<Id>().ok());
        let id = id.ok_or_else(|| shape(place(), in_field("id", &expected("id", fields.get("id")))))?;
        if document.has(table, id) {
            return Err(shape(place(), Phrase::new("read.twice").with(id)));
        }
        let fields = defaults.sort_out(fields);
        if let Err(error) = document.put_fields(table, fields.clone()) {
            let problem = match wrong_field(table, &defaults, &fields) {
                Some(name) => in_field(&name, &of_record(&error, fields.get(&name))),
                None => of_record(&error, None),
            };
            return Err(shape(place(), problem));
        }
    }
    Ok(())
}

/// The field that does not fit, found by trying each alone: serde does not name it.
fn wrong_field(table: Table, defaults: &Defaults, fields: &Fields) -> Option<String> {
    fields.iter().find_map(|(name, value)| {
        let mut one = defaults.0.clone();
        one.insert(name.clone(), value.clone());
        Document::default().put_fields(table, one).is_err().then(|| name.clone())
    })
}

fn blobs(value: Option<Value>) -> Result<BTreeMap<String, std::sync::Arc<Vec<u8>>>, ReadError> {
    let Some(value) = value else { return Ok(BTreeMap::new()) };
    let Value::Object(blobs) = value else {
        return Err(shape("blobs", expected("object", Some(&value))));
    };
    blobs
        .into_iter()
        .map(|(hash, text)| {
            let bytes = text.as_str().and_then(|text| BASE64_STANDARD.decode(text).ok());
            let bytes = bytes.ok_or_else(|| shape(format!("blob {hash}"), Phrase::new("read.base64")))?;
            if bytes.len() > Image::MOST_BYTES {
                let (found, most) = (bytes.len() >> 20, Image::MOST_BYTES >> 20);
                let problem = Phrase::new("read.too-big").with(most).with(found);
                return Err(shape(format!("blob {hash}"), problem));
            }
            Ok((hash, std::sync::Arc::new(bytes)))
        })
        .collect()
}

fn shape(at: impl Into<String>, problem: Phrase) -> ReadError {
    ReadError::Shape { at: at.into(), problem }
}

fn in_field(name: &str, problem: &Phrase) -> Phrase {
    Phrase::new("read.field").with(quoted(name)).with_phrase(problem)
}

/// A name as JSON writes it.
fn quoted(name: &str) -> String {
    format!("{name:?}")
}
