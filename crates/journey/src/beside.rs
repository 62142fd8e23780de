//! Several maps in one document: what they are called beside one another, which ones a Change is about, and how another
//! one comes in.

use crate::edit::Place;
use crate::{Change, Document, Edit, Fields, Id, MapState, Order, Phrase, RecordId, Table, words};
use serde_json::Value;

/// The maps of a document in order, as tabs and lists call them: by title; where several have the same one, by their
/// state, and numbered where that is the same too. What has no title yet stays untitled, as far as no state parts it.
pub fn map_names(document: &Document, language: &str) -> Vec<(Id, String)> {
    let maps = document.maps_in_order();
    let title = |at: usize| maps[at].title.trim();
    let named = |at: usize| {
        let same: Vec<usize> = (0..maps.len()).filter(|other| title(*other) == title(at)).collect();
        if same.len() == 1 {
            return match title(at) {
                "" => words::word("template", "blank_title", language),
                title => title.to_owned(),
            };
        }
        let state = match maps[at].state {
            MapState::Current => "current",
            MapState::Future => "future",
        };
        let before =
            same.iter().filter(|other| **other < at && maps[**other].state == maps[at].state).count();
        let alike = same.iter().all(|other| maps[*other].state == maps[at].state);
        let name = if title(at).is_empty() && alike {
            words::word("template", "blank_title", language)
        } else {
            words::word("map_state", state, language)
        };
        if before == 0 { name } else { format!("{name} {}", before + 1) }
    };
    (0..maps.len()).map(|at| (maps[at].id, named(at))).collect()
}

impl Change {
    /// The maps that it is about, each once, in the order of its records; also those of records that are gone. What
    /// maps share, like people, is about none.
    pub fn maps(&self, document: &Document) -> Vec<Id> {
        let mut found: Vec<Id> = Vec::new();
        for record in &self.records {
            let there = document.map_of(RecordId::new(record.table, record.id));
            let map = there.or_else(|| home(document, record.before.as_ref()?));
            // A map that is gone has a record of its own here, and is not found by what lay in it.
            let map = map.or((record.table == Table::Map).then_some(record.id));
            found.extend(map.filter(|map| !found.contains(map)));
        }
        found
    }

    /// The maps that it added.
    pub fn added_maps(&self) -> impl Iterator<Item = Id> + '_ {
        let added = self.records.iter().filter(|record| record.before.is_none() && record.after.is_some());
        added.filter(|record| record.table == Table::Map).map(|record| record.id)
    }
}

/// The map in which a record was that had these fields, by what it lay in.
fn home(document: &Document, fields: &Fields) -> Option<Id> {
    let id = |name: &str| fields.get(name).and_then(Value::as_str).and_then(|text| text.parse::<Id>().ok());
    let of = |table: Table, name: &str| document.map_of(RecordId::new(table, id(name)?));
    let about = || {
        let named = ["about", "problem"].iter().find_map(|name| fields.get(*name))?;
        document.map_of(serde_json::from_value(named.clone()).ok()?)
    };
    id("map")
        .filter(|map| document.maps.contains_key(map))
        .or_else(|| of(Table::Lane, "lane"))
        .or_else(|| of(Table::Stage, "stage"))
        .or_else(|| of(Table::Card, "opportunity"))
        .or_else(about)
}

/// The map that lay beside one that a Change removed: the one before, else the next.
pub fn neighbour(document: &Document, change: &Change, gone: Id) -> Option<Id> {
    let record = change.records.iter().find(|record| (record.table, record.id) == (Table::Map, gone))?;
    let place = (order(record.before.as_ref()?), gone);
    let maps = document.maps_in_order();
    let before = maps.iter().rev().find(|map| (map.order.clone(), map.id) < place);
    before.or(maps.first()).map(|map| map.id)
}

/// The Edit that puts the maps of another document behind those of this one, with all that is in them but pictures. The
/// ids must be new here.
pub fn adding(from: &Document) -> Edit {
    let mut edits = Vec::new();
    let mut ends = Vec::new();
    for &table in Table::ALL {
        let mut records: Vec<(Order, Fields)> = from
            .ids(table)
            .into_iter()
            .filter_map(|id| from.fields(table, id))
            .map(|fields| (order(&fields), fields))
            .collect();
        // Added one after the other, siblings lie as they did.
        records.sort_by(|a, b| a.0.cmp(&b.0));
        for (_, mut fields) in records {
            if table == Table::Map {
                // The stage that ends the buying comes after its map.
                let id = fields.get("id").and_then(Value::as_str).and_then(|text| text.parse().ok());
                let end = fields.shift_remove("conversion").filter(|end| !end.is_null());
                ends.extend(id.zip(end).map(|(id, end)| Edit::set(table, id, "conversion", end)));
            }
            edits.push(Edit::Add { table, fields, place: Place::Last });
        }
    }
    edits.extend(ends);
    Edit::Together { label: Some(Phrase::new("edit.map.add").with(from.maps.len())), edits }
}

fn order(fields: &Fields) -> Order {
    fields.get("order").and_then(|order| serde_json::from_value(order.clone()).ok()).unwrap_or_default()
}
