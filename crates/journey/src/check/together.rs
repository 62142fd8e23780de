//! The rules that speak of several records at once.

use super::{Fault, Faults};
use crate::{Document, Record, RecordId, Table};
use std::collections::BTreeSet;

/// Looks at the whole document.
pub(super) fn check(document: &Document) -> Vec<Fault> {
    let mut found = Vec::new();
    let mut tell = |table: Table, id, code: &'static str, field: &str, args: &[&dyn ToString]| {
        let mut faults = Faults { document, record: RecordId::new(table, id), found: Vec::new() };
        faults.tell_whole(code, field, args);
        found.extend(faults.found);
    };
    let (mut primaries, mut slots, mut parts) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for cast in document.cast.values() {
        if cast.primary && !primaries.insert(cast.map) {
            tell(Table::Cast, cast.id, "two-primaries", "primary", &[]);
        }
        if let Some(slot) = cast.curve_slot
            && !slots.insert((cast.map, slot))
        {
            tell(Table::Cast, cast.id, "same-slot", "curve_slot", &[&slot]);
        }
        if !parts.insert((cast.map, cast.person)) {
            tell(Table::Cast, cast.id, "duplicate", "person", &[]);
        }
    }
    let mut answers = BTreeSet::new();
    for answer in document.answers.values() {
        if !answers.insert((answer.opportunity, answer.problem)) {
            tell(Table::Answer, answer.id(), "duplicate", "problem", &[]);
        }
    }
    let mut involvements = BTreeSet::new();
    for own in document.involvements.values() {
        if !involvements.insert((own.stage, own.person, own.kind)) {
            tell(Table::Involvement, own.id, "duplicate", "kind", &[]);
        }
    }
    found
}
