//! What is on the pages, and what is left out.

use crate::poster::emptied;
use journey::{Document, Id, Zone};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What is on the pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Include {
    /// The map's header: title, people, scenario, goal.
    pub header: bool,
    /// The key at a poster's foot.
    pub key: bool,
    /// The cards. Without them, stages and lanes are left for paper notes.
    pub cards: bool,
    /// Lanes that are left out.
    #[cfg_attr(feature = "ts", ts(type = "string[]"))]
    pub without_lanes: Vec<Id>,
    /// A sheet with the gaps behind the poster.
    pub gaps: bool,
    /// A sheet with the action plan behind the poster.
    pub plan: bool,
}

impl Default for Include {
    fn default() -> Self {
        Self { header: true, key: true, cards: true, without_lanes: Vec::new(), gaps: false, plan: false }
    }
}

impl Include {
    /// The document with nothing on it that is left out.
    pub(super) fn of<'a>(&self, document: &'a Document) -> Cow<'a, Document> {
        let mut document = Cow::Borrowed(document);
        if !self.cards {
            document = Cow::Owned(emptied(&document));
        }
        if !self.without_lanes.is_empty() {
            for lane in &self.without_lanes {
                document.to_mut().lanes.entry(*lane).and_modify(|lane| lane.hidden = true);
            }
        }
        document
    }
}

/// The document with the lanes of one zone of a map.
pub(super) fn of_zone(document: &Document, map: Id, zone: Zone) -> Document {
    let mut document = document.clone();
    for lane in document.lanes.values_mut().filter(|lane| lane.map == map && lane.zone != zone) {
        lane.hidden = true;
    }
    document
}
