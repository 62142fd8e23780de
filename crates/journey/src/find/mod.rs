//! Finding: which things of a map say some words and pass some filters, and other words in their place.
//!
//! A map is looked through as it is read: its head, its stages with their steps, the paths, then lane after lane.

mod choices;
mod fold;
mod replace;
mod said;

pub use choices::{FilterChoice, FilterChoices, choices};
pub use replace::replacement;

use crate::{
    Card, Cells, Document, EvidenceLevel, Feeling, Gap, Id, Lane, LaneKind, RecordId, Stage, Table, in_order,
};
use fold::Folded;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// What is looked for. Words and filters all have to hold; of one filter's choices any will do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Query {
    /// These words somewhere in what a thing says, its note included.
    pub text: String,
    /// Whose it is.
    pub people: Vec<Id>,
    /// What it is, by the kind of its lane; gaps and feelings go by theirs.
    pub kinds: Vec<LaneKind>,
    /// Who is responsible.
    pub teams: Vec<Id>,
    /// How well it is known.
    pub evidence: Vec<EvidenceLevel>,
    /// A severity of at least this.
    pub severity: Option<u8>,
    /// A pain point or a gap that no opportunity answers.
    pub unanswered: bool,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Found {
    /// In reading order.
    pub hits: Vec<RecordId>,
    /// How many of them are cards.
    pub cards: usize,
    /// How many cards were looked through.
    pub of: usize,
}

impl Query {
    /// Whether it asks for nothing, so that nothing is found and nothing left out.
    pub fn is_empty(&self) -> bool {
        Folded::new(&self.text).is_blank() && !self.filters()
    }

    fn filters(&self) -> bool {
        !(self.people.is_empty()
            && self.kinds.is_empty()
            && self.teams.is_empty()
            && self.evidence.is_empty())
            || self.severity.is_some()
            || self.unanswered
    }
}

/// Looks through a map. What lies in hidden lanes is not on the map.
pub fn find(document: &Document, map: Id, query: &Query) -> Found {
    let lanes: Vec<&Lane> = document.lanes_of(map).into_iter().filter(|lane| !lane.hidden).collect();
    let shown: HashSet<Id> = lanes.iter().map(|lane| lane.id).collect();
    let of = document.cards.values().filter(|card| shown.contains(&card.lane)).count();
    if query.is_empty() {
        return Found { of, ..Found::default() };
    }
    let look = Look { document, query, words: Folded::new(&query.text), answered: answered(document) };
    let stages = document.stages_of(map);
    let mut hits = Vec::new();
    look.head(map, &stages, &mut hits);
    // Gaps are read in their lane; without one they stand between the stages.
    let gap_lane = lanes.iter().find(|lane| lane.kind == LaneKind::Gaps).map(|lane| lane.id);
    if gap_lane.is_none() {
        stages.iter().for_each(|stage| look.gaps(stage, &mut hits));
    }
    let cells = Cells::of(document);
    for lane in lanes {
        look.plain(RecordId::new(Table::Lane, lane.id), &mut hits);
        for stage in &stages {
            if gap_lane == Some(lane.id) {
                look.gaps(stage, &mut hits);
            }
            look.feelings(cells.feelings(lane.id, stage.id), &mut hits);
            let cards = cells.cards(lane.id, stage.id).iter();
            hits.extend(cards.filter(|card| look.card(lane.kind, card)).map(|card| card_id(card)));
        }
    }
    let cards = hits.iter().filter(|hit| hit.table == Table::Card).count();
    Found { hits, cards, of }
}

fn card_id(card: &Card) -> RecordId {
    RecordId::new(Table::Card, card.id)
}

/// What opportunities answer.
fn answered(document: &Document) -> HashSet<RecordId> {
    document.answers.values().map(|answer| answer.problem).collect()
}

/// A query at work.
struct Look<'a> {
    document: &'a Document,
    query: &'a Query,
    words: Folded,
    answered: HashSet<RecordId>,
}

impl Look<'_> {
    /// What stands above the lanes: the map's own words, stages, steps and paths.
    fn head(&self, map: Id, stages: &[&Stage], hits: &mut Vec<RecordId>) {
        self.plain(RecordId::new(Table::Map, map), hits);
        for stage in stages {
            self.plain(RecordId::new(Table::Stage, stage.id), hits);
            let steps = self.document.steps.values().filter(|step| step.stage == stage.id);
            for step in in_order(steps, |step| &step.order) {
                self.plain(RecordId::new(Table::Step, step.id), hits);
            }
        }
        let paths = self.document.paths.values().filter(|path| path.map == map);
        for path in in_order(paths, |path| &path.order) {
            self.plain(RecordId::new(Table::Path, path.id), hits);
        }
    }

    /// A thing that has words and nothing to filter by.
    fn plain(&self, record: RecordId, hits: &mut Vec<RecordId>) {
        if !self.query.filters() && self.says(record) {
            hits.push(record);
        }
    }

    fn gaps(&self, stage: &Stage, hits: &mut Vec<RecordId>) {
        let gaps = self.document.gaps_after(stage.id).into_iter().filter(|gap| self.gap(gap));
        hits.extend(gaps.map(|gap| RecordId::new(Table::Gap, gap.id)));
    }

    fn feelings(&self, feelings: &[&Feeling], hits: &mut Vec<RecordId>) {
        let found = feelings.iter().filter(|feeling| self.feeling(feeling));
        hits.extend(found.map(|feeling| RecordId::new(Table::Feeling, feeling.id)));
    }

    fn card(&self, kind: LaneKind, card: &Card) -> bool {
        let query = self.query;
        let severity = card.fields.get("severity").and_then(serde_json::Value::as_f64);
        any(&query.kinds, &[kind])
            && any(&query.people, &card.people)
            && any(&query.teams, card.team.as_slice())
            && any(&query.evidence, &[card.evidence])
            && self.severe(severity.filter(|_| kind == LaneKind::PainPoints))
            && (!query.unanswered || (kind == LaneKind::PainPoints && self.open(card_id(card))))
            && self.says(card_id(card))
    }

    fn gap(&self, gap: &Gap) -> bool {
        let (query, record) = (self.query, RecordId::new(Table::Gap, gap.id));
        any(&query.kinds, &[LaneKind::Gaps])
            && query.people.is_empty()
            && any(&query.teams, gap.owner.as_slice())
            && query.evidence.is_empty()
            && self.severe(gap.severity.map(f64::from))
            && (!query.unanswered || self.open(record))
            && self.says(record)
    }

    fn feeling(&self, feeling: &Feeling) -> bool {
        let query = self.query;
        any(&query.kinds, &[LaneKind::Emotions])
            && any(&query.people, feeling.person.as_slice())
            && query.teams.is_empty()
            && any(&query.evidence, &[feeling.evidence])
            && self.severe(None)
            && !query.unanswered
            && self.says(RecordId::new(Table::Feeling, feeling.id))
    }

    fn severe(&self, severity: Option<f64>) -> bool {
        self.query.severity.is_none_or(|least| severity.is_some_and(|severity| severity >= f64::from(least)))
    }

    fn open(&self, record: RecordId) -> bool {
        !self.answered.contains(&record)
    }

    /// Whether a record says the words; every one does where there are none.
    fn says(&self, record: RecordId) -> bool {
        self.words.is_blank()
            || said::said(self.document, record)
                .iter()
                .any(|(_, text)| !Folded::new(text).find(&self.words).is_empty())
    }
}

/// Whether one of the choices is there; true where nothing was chosen.
fn any<T: PartialEq>(chosen: &[T], own: &[T]) -> bool {
    chosen.is_empty() || own.iter().any(|one| chosen.contains(one))
}
