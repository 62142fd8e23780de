//! The only way to change a document: an [`Edit`] is a value, so it can be sent, logged, named and taken back.
//!
//! Each Edit carries the ids that it creates. Whatever an Edit is refused for, the document is as it was.

mod add;
mod announce;
mod card;
mod duplicate;
mod fields;
mod label;
mod lane;
mod make;
mod many;
mod place;
mod point;
mod remove;
mod set;
mod shortened;
mod stage;

pub use announce::{addition, announcement};
pub use card::convert;
pub use shortened::shortened;

use crate::{Change, Document, Draft, EditError, Fields, Id, Image, Phrase, RecordId, Stamp, Table, Zone};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Where among its siblings a record goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Place {
    /// Before all others.
    First,
    /// After all others.
    #[default]
    Last,
    /// Right before this one.
    Before(Id),
    /// Right after this one.
    After(Id),
}

/// A wish to change a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "edit")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Edit {
    /// Several as one step of undo. Without a label it is called like the first one.
    Together {
        /// What the Undo menu calls it.
        label: Option<Phrase>,
        /// One after the other.
        edits: Vec<Edit>,
    },
    /// Adds a record. Its `order` is worked out from the place.
    Add {
        /// The table.
        table: Table,
        /// Its fields, `id` among them; missing ones take their defaults.
        #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
        fields: Fields,
        /// Where among its siblings.
        #[serde(default)]
        place: Place,
    },
    /// Changes a field that stands for itself. What holds the map together (order, stage, lane, map, …) has Edits of
    /// its own. A field of a card's kind is named `fields.severity`, a part of a map's deal profile `deal.currency`; `null`
    /// clears it.
    Set {
        /// The table.
        table: Table,
        /// The record.
        id: Id,
        /// The field.
        field: String,
        /// Its new value.
        #[cfg_attr(feature = "ts", ts(type = "unknown"))]
        value: Value,
    },
    /// Gives a record another place among its siblings: maps, cast, stages, steps, gaps after one stage, paths,
    /// actions, approvals of one thing.
    Reorder {
        /// The table.
        table: Table,
        /// The record.
        id: Id,
        /// Where.
        place: Place,
    },
    /// Moves a lane, also to the other zone.
    MoveLane {
        /// The lane.
        id: Id,
        /// The sheet.
        zone: Zone,
        /// Where among the lanes of that zone.
        place: Place,
    },
    /// Moves cards to a cell, keeping their order among themselves. In a lane of another kind they become cards of
    /// that kind; the fields of the old kind are kept for the way back. A card over several stages keeps its length
    /// as far as the map goes.
    MoveCards {
        /// The cards, in the order in which they are to lie.
        cards: Vec<Id>,
        /// The lane.
        lane: Id,
        /// The stage in which they begin.
        stage: Id,
        /// Where among the cards of the cell.
        place: Place,
    },
    /// Makes a card lie over the stages from one to another.
    SpanCard {
        /// The card.
        id: Id,
        /// The first stage.
        stage: Id,
        /// The last stage; not before the first.
        to_stage: Id,
    },
    /// Makes cards reach over so many stages more, or fewer where it is negative, as far as the map goes.
    StretchCards {
        /// The cards.
        cards: Vec<Id>,
        /// How many stages more.
        by: i32,
    },
    /// Rates everything that has a rating: the severity of pains and gaps, the impact of opportunities, feelings from
    /// −2 to +2, and what else its kind has.
    Rate {
        /// The records; those without a rating are passed over.
        records: Vec<RecordId>,
        /// 1–5, the steps of any scale.
        rating: u8,
    },
    /// Gives votes to cards and gaps, or takes some back where it is negative.
    Vote {
        /// The records; those that take no votes are passed over.
        records: Vec<RecordId>,
        /// How many.
        votes: i32,
    },
    /// Takes cards and feelings to the level of evidence that follows the first one's.
    NextEvidence {
        /// The records; those without a level are passed over.
        records: Vec<RecordId>,
    },
    /// Moves a gap to another boundary.
    MoveGap {
        /// The gap.
        id: Id,
        /// The stage that it shall follow.
        stage: Id,
        /// Where among the gaps there.
        place: Place,
    },
    /// Moves a point of a curve.
    MoveFeeling {
        /// The feeling.
        id: Id,
        /// The stage.
        stage: Id,
        /// Where in the stage, 0–1.
        position: f64,
        /// −2…+2.
        value: f64,
    },
    /// Puts a copy of a map, a stage, a lane, a card or a gap right after it, with what hangs on it.
    Duplicate {
        /// The table.
        table: Table,
        /// The record.
        id: Id,
        /// The copy's id. Those of its parts are worked out from it.
        copy: Id,
    },
    /// Removes records with what hangs on them.
    Remove {
        /// The records.
        records: Vec<RecordId>,
    },
    /// Adds an image with its bytes.
    AddImage {
        /// The image; its hash is the SHA-256 of the bytes, worked out by the caller.
        image: Image,
        /// The file's bytes.
        bytes: Vec<u8>,
    },
}

impl Edit {
    /// Changes a document.
    ///
    /// # Errors
    /// See [`EditError`]; the document is then as it was.
    pub fn apply(&self, document: &mut Document, stamp: Stamp) -> Result<Change, EditError> {
        let label = self.label(document);
        let mut draft = Draft::new(document);
        self.draw(&mut draft)?;
        Ok(draft.finish(label, stamp))
    }

    /// Does it in a draft that others go on with.
    ///
    /// # Errors
    /// See [`EditError`]; the draft is then to be dropped.
    pub fn draw(&self, draft: &mut Draft) -> Result<(), EditError> {
        match self {
            Self::Together { edits, .. } => together(draft, edits),
            Self::Add { table, fields, place } => add::add(draft, *table, fields, *place),
            Self::Set { table, id, field, value } => set::set(draft, *table, *id, field, value),
            Self::Reorder { table, id, place } => place::reorder(draft, *table, *id, *place),
            Self::MoveLane { id, zone, place } => lane::move_lane(draft, *id, *zone, *place),
            Self::MoveCards { cards, lane, stage, place } => {
                card::move_cards(draft, cards, *lane, *stage, *place)
            }
            Self::SpanCard { id, stage, to_stage } => card::span_card(draft, *id, *stage, *to_stage),
            Self::StretchCards { cards, by } => many::stretch_cards(draft, cards, *by),
            Self::Rate { records, rating } => many::rate(draft, records, *rating),
            Self::Vote { records, votes } => many::vote(draft, records, *votes),
            Self::NextEvidence { records } => many::next_evidence(draft, records),
            Self::MoveGap { id, stage, place } => point::move_gap(draft, *id, *stage, *place),
            Self::MoveFeeling { id, stage, position, value } => {
                point::move_feeling(draft, *id, *stage, *position, *value)
            }
            Self::Duplicate { table, id, copy } => duplicate::duplicate(draft, *table, *id, *copy),
            Self::Remove { records } => remove::remove(draft, records),
            Self::AddImage { image, bytes } => add::add_image(draft, image, bytes),
        }
    }
}

/// One after the other. Removes that follow each other are one: each alone looks through the document for what hangs
/// on it, and ten thousand of them would look ten thousand times.
fn together(draft: &mut Draft, edits: &[Edit]) -> Result<(), EditError> {
    let mut rest = edits;
    while let Some((first, others)) = rest.split_first() {
        let Edit::Remove { records } = first else {
            first.draw(draft)?;
            rest = others;
            continue;
        };
        let mut all = records.clone();
        rest = others;
        while let Some((Edit::Remove { records }, others)) = rest.split_first() {
            all.extend(records.iter().filter(|record| draft.document().has(record.table, record.id)));
            rest = others;
        }
        remove::remove(draft, &all)?;
    }
    Ok(())
}
