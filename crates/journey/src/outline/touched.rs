//! Which of an outline a Change made stale.

use crate::{Change, Document, Id, RecordChange, Table};
use serde::Serialize;
use std::collections::BTreeSet;

/// What is to be asked for anew after a Change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Touched {
    /// Whether the frame is stale.
    pub frame: bool,
    /// The stages whose lines are stale, rising; none for those of all stages.
    pub stages: Option<BTreeSet<Id>>,
}

impl Touched {
    /// Everything.
    pub fn everything() -> Self {
        Self { frame: true, stages: None }
    }

    fn add(&mut self, other: Self) {
        self.frame |= other.frame;
        self.stages = match (self.stages.take(), other.stages) {
            (Some(own), Some(others)) => Some(own.into_iter().chain(others).collect()),
            _ => None,
        };
    }
}

/// What a Change made stale. The document is as it is after the Change.
pub fn touched(document: &Document, change: &Change) -> Touched {
    let mut all = Touched { frame: false, stages: Some(BTreeSet::new()) };
    for record in &change.records {
        all.add(by(document, record));
    }
    all
}

fn by(document: &Document, record: &RecordChange) -> Touched {
    let came_or_went = record.before.is_none() || record.after.is_none();
    let none = || Touched { frame: false, stages: Some(BTreeSet::new()) };
    let frame = || Touched { frame: true, ..none() };
    match record.table {
        Table::Card => {
            let stages = stages(record, document.cards.get(&record.id).map(|card| card.stage));
            // The numbers of cards stand in the frame, and a way may begin at a card.
            let frame = came_or_went || has(record, "stage") || has(record, "lane");
            Touched { frame, stages: Some(stages) }
        }
        Table::Feeling => {
            let stages = stages(record, document.feelings.get(&record.id).map(|feeling| feeling.stage));
            // Another point may be the lowest one now, and another person be on the curve in every stage.
            let everywhere = came_or_went || has(record, "person") || has(record, "moment");
            Touched { frame: true, stages: Some(stages).filter(|_| !everywhere) }
        }
        Table::Involvement => {
            let now = document.involvements.get(&record.id).map(|own| own.stage);
            Touched { frame: false, stages: Some(stages(record, now)) }
        }
        // Another order gives spans another length.
        Table::Stage if came_or_went || has(record, "order") => Touched::everything(),
        Table::Stage => Touched { frame: true, stages: Some([record.id].into()) },
        Table::Lane if came_or_went || has(record, "kind") || has(record, "hidden") => Touched::everything(),
        Table::Lane if has(record, "order") || has(record, "zone") => Touched::everything(),
        Table::Lane | Table::Map | Table::Gap | Table::Path | Table::Step => frame(),
        Table::Person | Table::Cast | Table::Team => Touched::everything(),
        Table::Tag
        | Table::Answer
        | Table::Action
        | Table::Evidence
        | Table::Approval
        | Table::Image
        | Table::Comment
        | Table::Round
        | Table::Dismissal
        | Table::Version => none(),
    }
}

/// Whether a field is among those that differ.
fn has(record: &RecordChange, field: &str) -> bool {
    [&record.before, &record.after].into_iter().flatten().any(|fields| fields.contains_key(field))
}

/// The stages that a record was and is in.
fn stages(record: &RecordChange, now: Option<Id>) -> BTreeSet<Id> {
    let said = [&record.before, &record.after].into_iter().flatten();
    let named = said.filter_map(|fields| fields.get("stage")?.as_str()?.parse().ok());
    named.chain(now).collect()
}
