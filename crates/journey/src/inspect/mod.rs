//! What an inspector shows of records: each field once, with its label, how it is typed, and its value. A query; every
//! change goes through an Edit. The fields of a card's kind are those of [`LaneKind::fields`].

mod card;
mod choices;
mod control;
mod links;
mod people;
mod place;
mod records;

pub use control::{Choice, Control};
pub use links::{Candidate, Link, Want, candidates};
pub use people::{ShownPerson, people};

use crate::{Document, Fields, Id, LaneKind, Phrase, RecordId, Table, words};
use serde::Serialize;
use serde_json::Value;

/// What an inspector shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Inspection {
    /// The records that it is about; those that are not there were left out.
    pub records: Vec<RecordId>,
    /// The lane kind that all of them have: that of cards and lanes.
    pub kind: Option<LaneKind>,
    /// What they are: "Pain point", "3 cards".
    pub heading: String,
    /// Where it is: "Decision, second of two". Empty for several, and for what has no place.
    pub place: String,
    /// What can be changed about all of them, the most telling first.
    pub fields: Vec<InspectedField>,
}

/// A field of one record, or one that several records share.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedField {
    /// As [`crate::Edit::Set`] calls it: `note`, `fields.severity`, `deal.currency`.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// Whether it stands by itself, with its label above; the others are rows of a list.
    pub main: bool,
    /// How it is shown and typed.
    pub control: Control,
    /// What is in it; null where nothing is, and where several records differ.
    #[cfg_attr(feature = "ts", ts(type = "unknown"))]
    pub value: Value,
    /// Whether several records differ in it.
    pub several: bool,
    /// What there is to say about it: the suggested impact. Mostly empty.
    pub hint: String,
}

/// A field before its value is read.
struct Spec {
    name: String,
    label: String,
    main: bool,
    control: Control,
}

/// Where the fields of one inspection come from.
struct Asked<'a> {
    document: &'a Document,
    /// The map that is shown: stages, people and links are looked for there.
    map: Id,
    language: &'a str,
    /// The record, where it is one.
    only: Option<RecordId>,
}

impl Asked<'_> {
    fn say(&self, phrase: &Phrase) -> String {
        words::say(phrase, self.language)
    }

    /// What people call a field: a word of its own for this table, or the field's name.
    fn label(&self, table: Table, field: &str) -> String {
        let own = format!("label.{}.{field}", table.name());
        let said = self.say(&Phrase::new(&own));
        let bare = field.rsplit('.').next().unwrap_or(field);
        if said == own { words::capital(&words::word("field", bare, self.language)) } else { said }
    }

    fn spec(&self, table: Table, name: &str, control: Control) -> Spec {
        Spec { name: name.to_owned(), label: self.label(table, name), main: false, control }
    }

    fn main(&self, table: Table, name: &str, control: Control) -> Spec {
        Spec { main: true, ..self.spec(table, name, control) }
    }
}

/// The channels that a touchpoint can have: the built-in ones, then those of one's own that the document has.
pub fn channels(document: &Document, map: Id, language: &str) -> Vec<Choice> {
    Asked { document, map, language, only: None }.channels()
}

/// What an inspector shows of these records of a map; none where none of them is there.
pub fn inspect(document: &Document, map: Id, records: &[RecordId], language: &str) -> Option<Inspection> {
    let records: Vec<RecordId> =
        records.iter().copied().filter(|record| document.has(record.table, record.id)).collect();
    let (first, rest) = records.split_first()?;
    let only = rest.is_empty().then_some(*first);
    let asked = Asked { document, map, language, only };

    let sort = |record: &RecordId| (record.table, kind_of(document, *record));
    let mut sorts = vec![sort(first)];
    for record in rest {
        let one = sort(record);
        if !sorts.contains(&one) {
            sorts.push(one);
        }
    }
    let mut specs = specs(&asked, sorts[0]);
    for other in &sorts[1..] {
        let others = self::specs(&asked, *other);
        specs.retain(|spec| {
            others.iter().any(|other| other.name == spec.name && other.control.same_kind(&spec.control))
        });
    }
    if only.is_none() {
        specs.retain(|spec| spec.control.shared());
    }
    let values: Vec<Fields> =
        records.iter().filter_map(|record| document.fields(record.table, record.id)).collect();
    let fields = specs.into_iter().map(|spec| filled(&asked, spec, &values)).collect();
    let kind = (sorts.iter().all(|(_, kind)| *kind == sorts[0].1)).then_some(sorts[0].1).flatten();
    Some(Inspection {
        heading: heading(&asked, &sorts, records.len()),
        place: only.map(|record| place::of(&asked, record)).unwrap_or_default(),
        records,
        kind,
        fields,
    })
}

/// The kind of the lane that a card lies in, or that a lane is.
fn kind_of(document: &Document, record: RecordId) -> Option<LaneKind> {
    let lane = match record.table {
        Table::Card => document.cards.get(&record.id)?.lane,
        Table::Lane => record.id,
        _ => return None,
    };
    Some(document.lanes.get(&lane)?.kind)
}

fn specs(asked: &Asked<'_>, (table, kind): (Table, Option<LaneKind>)) -> Vec<Spec> {
    match table {
        Table::Card => card::specs(asked, kind.unwrap_or_default()),
        other => records::specs(asked, other, kind),
    }
}

fn heading(asked: &Asked<'_>, sorts: &[(Table, Option<LaneKind>)], count: usize) -> String {
    let (table, kind) = sorts[0];
    if count == 1 {
        let said = match (table, kind) {
            (Table::Card, Some(kind)) => words::word("card_kind", kind.name(), asked.language),
            (Table::Lane, Some(kind)) => words::lane_title(kind, asked.language),
            _ => words::word("table", table.name(), asked.language),
        };
        return words::capital(&said);
    }
    let same = sorts.iter().all(|(other, _)| *other == table);
    let key = if same { format!("inspect.several.{}", table.name()) } else { String::new() };
    let phrase = Phrase::new(&key).with(count);
    let said = asked.say(&phrase);
    if said == key { asked.say(&Phrase::new("inspect.several").with(count)) } else { said }
}

/// Reads the value of a field out of the records.
fn filled(asked: &Asked<'_>, spec: Spec, values: &[Fields]) -> InspectedField {
    let mut read = values.iter().map(|fields| value(fields, &spec.name));
    let first = read.next().unwrap_or_default();
    let several = read.any(|other| other != first);
    let hint = match asked.only {
        Some(record) if !several => place::hint(asked, record, &spec.name),
        _ => String::new(),
    };
    InspectedField {
        name: spec.name,
        label: spec.label,
        main: spec.main,
        control: spec.control,
        value: if several { Value::Null } else { first },
        several,
        hint,
    }
}

/// The value of a field by the name that an Edit gives it. A card's place among the stages is two fields at once.
fn value(fields: &Fields, name: &str) -> Value {
    if name == "stages" {
        let end = |name: &str| fields.get(name).cloned().unwrap_or_default();
        return Value::Array(vec![end("stage"), end("to_stage")]);
    }
    let found = match name.split_once('.') {
        Some((outer, inner)) => fields.get(outer).and_then(|value| value.get(inner)),
        None => fields.get(name),
    };
    found.cloned().unwrap_or_default()
}
