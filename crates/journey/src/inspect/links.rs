//! Which opportunity answers which pain or gap, and what can be linked or picked by its words.

use super::Asked;
use crate::{Document, Id, LaneKind, RecordId, Table};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Want {
    /// Opportunities, which answer something.
    Opportunities,
    /// Pain points and gaps, which can be answered.
    Problems,
    /// Any card.
    Cards,
}

impl Want {
    /// What a card of a kind is linked with.
    pub(super) fn of(kind: LaneKind) -> Option<Self> {
        match kind {
            LaneKind::PainPoints => Some(Self::Opportunities),
            LaneKind::Opportunities => Some(Self::Problems),
            _ => None,
        }
    }
}

/// A link between an opportunity and what it answers, seen from one end.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Link {
    /// The link itself.
    pub answer: Id,
    /// The other end.
    pub other: RecordId,
    /// What the other end says.
    pub text: String,
    /// The stage that it is in, or that it follows.
    pub stage: String,
}

/// Something that was looked for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Candidate {
    /// The record.
    pub record: RecordId,
    /// The kind of its lane; none for a gap.
    pub kind: Option<LaneKind>,
    /// What it says.
    pub text: String,
    /// The stage that it is in, or that it follows.
    pub stage: String,
}

impl Asked<'_> {
    /// The links of a record, from left to right.
    pub(super) fn links(&self, record: RecordId) -> Vec<Link> {
        let columns = columns(self.document, self.map);
        let mut found: Vec<(usize, Link)> = self
            .document
            .answers
            .values()
            .filter_map(|answer| {
                let opportunity = RecordId::new(Table::Card, answer.opportunity);
                let other = if answer.problem == record {
                    opportunity
                } else if opportunity == record {
                    answer.problem
                } else {
                    return None;
                };
                let stage = stage_of(self.document, other);
                let text = self.document.caption(other).unwrap_or_default();
                let at = stage.and_then(|stage| columns.get(&stage)).map_or(usize::MAX, |(at, _)| *at);
                let stage = stage.and_then(|stage| columns.get(&stage)).map(|(_, name)| name.clone());
                Some((at, Link { answer: answer.id, other, text, stage: stage.unwrap_or_default() }))
            })
            .collect();
        found.sort_by_key(|(at, link)| (*at, link.answer));
        found.into_iter().map(|(_, link)| link).collect()
    }
}

/// The stages of a map by their place from the left.
fn columns(document: &Document, map: Id) -> HashMap<Id, (usize, String)> {
    let stages = document.stages_of(map);
    stages.iter().enumerate().map(|(at, stage)| (stage.id, (at, stage.name.clone()))).collect()
}

fn stage_of(document: &Document, record: RecordId) -> Option<Id> {
    match record.table {
        Table::Card => document.cards.get(&record.id).map(|card| card.stage),
        Table::Gap => document.gaps.get(&record.id).map(|gap| gap.stage),
        _ => None,
    }
}

/// What of a map can be linked and holds all words of `text`, from left to right; `most` at most.
pub fn candidates(document: &Document, map: Id, want: Want, text: &str, most: usize) -> Vec<Candidate> {
    let sought: Vec<String> = text.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let fits = |text: &str| {
        let text = text.to_lowercase();
        sought.iter().all(|word| text.contains(word.as_str()))
    };
    let columns = columns(document, map);
    let mut found: Vec<(usize, Candidate)> = Vec::new();
    let mut see = |record: RecordId, stage: Id, kind: Option<LaneKind>, text: &str| {
        if let Some((at, name)) = columns.get(&stage).filter(|_| !text.trim().is_empty() && fits(text)) {
            found.push((*at, Candidate { record, kind, text: text.to_owned(), stage: name.clone() }));
        }
    };
    for card in document.cards.values() {
        let Some(lane) = document.lanes.get(&card.lane).filter(|lane| lane.map == map) else { continue };
        let wanted = match want {
            Want::Opportunities => lane.kind == LaneKind::Opportunities,
            Want::Problems => lane.kind == LaneKind::PainPoints,
            Want::Cards => true,
        };
        if wanted {
            see(RecordId::new(Table::Card, card.id), card.stage, Some(lane.kind), &card.text);
        }
    }
    if want == Want::Problems {
        for gap in document.gaps.values() {
            see(RecordId::new(Table::Gap, gap.id), gap.stage, None, &gap.title);
        }
    }
    found.sort_by_key(|(at, candidate)| (*at, candidate.record.id));
    found.into_iter().map(|(_, candidate)| candidate).take(most).collect()
}
