//! The checks of a map: what is likely to be forgotten, each with a way to mend it. None of them is an error.

use super::proposed::touchpoints;
use super::suggested::opportunities;
use crate::words::department_words;
use crate::{
    Card, Contact, Date, Document, EvidenceLevel, Id, LaneKind, Map, Phrase, RecordId, Stage, Table,
};
use crate::{Touchpoint, in_order};
use std::collections::HashSet;

/// How many people decide at least [Backward].
const COMMITTEE: usize = 6;

/// Something that is likely to be forgotten.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Stable, for programs and for a [`crate::Dismissal`]: `pain.no-answer`, `stage.no-evidence`, …
    pub code: &'static str,
    /// What it is about.
    pub about: RecordId,
    /// The sentence.
    pub why: Phrase,
    /// What mends it.
    pub fix: Phrase,
}

impl Finding {
    fn new(code: &'static str, table: Table, id: Id, name: &str) -> Self {
        Self {
            code,
            about: RecordId::new(table, id),
            why: Phrase::new(&format!("insight.check.{code}")).with(name),
            fix: Phrase::new(&format!("insight.fix.{code}")).with(name),
        }
    }
}

/// Every code, in the order in which findings are told.
pub const CODES: &[&str] = &[
    "pain.no-answer",
    "opportunity.no-owner",
    "stage.no-person",
    "content.before-reason",
    "stage.department",
    "map.small-committee",
    "stage.no-evidence",
    "stage.empty-after-conversion",
    "map.review-due",
    "image.no-alt",
];

/// What a map is likely to have forgotten, by code and then from left to right; not what was dismissed. Today's date
/// comes from the caller.
pub fn checks(document: &Document, map: Id, today: &Date) -> Vec<Finding> {
    let Some(map) = document.maps.get(&map) else { return Vec::new() };
    let stages = document.stages_of(map.id);
    let mut found = Vec::new();
    answers(document, map, &mut found);
    owners(document, map, &mut found);
    people(document, map, &stages, &mut found);
    reasons(document, map, &stages, &mut found);
    names(map, &stages, &mut found);
    let committee = document.cast_of(map.id).len();
    if committee < COMMITTEE {
        let mut finding = Finding::new("map.small-committee", Table::Map, map.id, "");
        finding.why.args = vec![committee.to_string(), COMMITTEE.to_string()];
        found.push(finding);
    }
    evidence(document, map, &stages, &mut found);
    empty_end(document, map, &stages, &mut found);
    if review_is_due(map, today) {
        let mut finding = Finding::new("map.review-due", Table::Map, map.id, &map.title);
        finding.why = finding.why.with(map.reviewed_on.as_ref().map_or("", |date| date.as_str()));
        found.push(finding);
    }
    images(document, map, &mut found);
    let dismissed: HashSet<(&str, RecordId)> =
        document.dismissals.values().map(|own| (own.code.as_str(), own.about)).collect();
    found.retain(|finding| !dismissed.contains(&(finding.code, finding.about)));
    found
}

/// The cards of a kind, left to right, top to bottom.
fn cards_of<'a>(document: &'a Document, map: &Map, kind: LaneKind) -> Vec<&'a Card> {
    let stages = document.stages_of(map.id);
    let of_kind = document.cards.values().filter(|card| {
        document.lanes.get(&card.lane).is_some_and(|lane| lane.map == map.id && lane.kind == kind)
    });
    let mut cards = in_order(of_kind, |card| &card.order);
    cards.sort_by_key(|card| stages.iter().position(|stage| stage.id == card.stage));
    cards
}

fn answers(document: &Document, map: &Map, found: &mut Vec<Finding>) {
    let answered: HashSet<RecordId> = document.answers.values().map(|answer| answer.problem).collect();
    for pain in cards_of(document, map, LaneKind::PainPoints) {
        if !answered.contains(&RecordId::new(Table::Card, pain.id)) {
            found.push(Finding::new("pain.no-answer", Table::Card, pain.id, &pain.text));
        }
    }
}

fn owners(document: &Document, map: &Map, found: &mut Vec<Finding>) {
    for card in opportunities(document, map.id) {
        let mut actions = document.actions.values().filter(|own| own.opportunity == Some(card.id));
        let owned = actions.any(|own| card.team.is_some() || own.owner.is_some() || own.team.is_some());
        if !owned {
            found.push(Finding::new("opportunity.no-owner", Table::Card, card.id, &card.text));
        }
    }
}

fn people(document: &Document, map: &Map, stages: &[&Stage], found: &mut Vec<Finding>) {
    for (stage, cards) in stages.iter().zip(touchpoints(document, map.id, stages)) {
        let contacts: Vec<Contact> = cards.iter().map(|card| Touchpoint::of(card).contact).collect();
        let digital = contacts.contains(&Contact::Digital);
        let person = contacts.iter().any(|contact| matches!(contact, Contact::Human | Contact::Both));
        if digital && !person {
            found.push(Finding::new("stage.no-person", Table::Stage, stage.id, &stage.name));
        }
    }
}

fn reasons(document: &Document, map: &Map, stages: &[&Stage], found: &mut Vec<Finding>) {
    let column = |card: &Card| stages.iter().position(|stage| stage.id == card.stage);
    for card in cards_of(document, map, LaneKind::Content) {
        let text = |field: &str| card.fields.get(field).and_then(|value| value.as_str()).unwrap_or_default();
        let reason = text("reason").parse().ok().and_then(|id: Id| document.cards.get(&id));
        let early = reason.is_some_and(|reason| match (column(card), column(reason)) {
            (Some(own), Some(reason)) => own < reason,
            (None, _) | (_, None) => false,
        });
        if early && !text("call_to_action").is_empty() {
            found.push(Finding::new("content.before-reason", Table::Card, card.id, &card.text));
        }
    }
}

/// Stages are named after what the buyer does, not after who does something to them.
fn names(map: &Map, stages: &[&Stage], found: &mut Vec<Finding>) {
    let listed = department_words(&map.language);
    for stage in stages {
        let name = stage.name.trim().to_lowercase();
        if listed.contains(&name.as_str()) {
            found.push(Finding::new("stage.department", Table::Stage, stage.id, &stage.name));
        }
    }
}

fn evidence(document: &Document, map: &Map, stages: &[&Stage], found: &mut Vec<Finding>) {
    let linked: HashSet<Id> = document.evidence.values().flat_map(|own| own.cards.iter().copied()).collect();
    let of_map = |lane: Id| document.lanes.get(&lane).is_some_and(|lane| lane.map == map.id);
    let cards = document.cards.values().filter(|card| of_map(card.lane));
    let cards = cards
        .filter(|card| card.evidence != EvidenceLevel::Hypothesis || linked.contains(&card.id))
        .map(|card| card.stage);
    let feelings = document.feelings.values().filter(|own| own.evidence != EvidenceLevel::Hypothesis);
    let known: HashSet<Id> = cards.chain(feelings.map(|own| own.stage)).collect();
    for stage in stages.iter().filter(|stage| !known.contains(&stage.id)) {
        found.push(Finding::new("stage.no-evidence", Table::Stage, stage.id, &stage.name));
    }
}

fn empty_end(document: &Document, map: &Map, stages: &[&Stage], found: &mut Vec<Finding>) {
    let Some(end) = stages.iter().position(|stage| Some(stage.id) == map.conversion) else { return };
    let column = |stage: Id| stages.iter().position(|own| own.id == stage);
    let filled = |at: usize| {
        document.cards.values().any(|card| {
            let from = column(card.stage);
            from.is_some_and(|from| (from..=column(card.to_stage).unwrap_or(from).max(from)).contains(&at))
        })
    };
    for (at, stage) in stages.iter().enumerate().skip(end + 1) {
        if !filled(at) {
            found.push(Finding::new("stage.empty-after-conversion", Table::Stage, stage.id, &stage.name));
        }
    }
}

fn review_is_due(map: &Map, today: &Date) -> bool {
    let (Some(last), Some(every)) = (&map.reviewed_on, &map.review_every) else { return false };
    day_number(today) as f64 - day_number(last) as f64 > every.to * every.unit.days()
}

/// Days since the first of March of year 0 (H. Hinnant's `days_from_civil`, without its shift to 1970).
fn day_number(date: &Date) -> i64 {
    let (year, month, day) = date.parts();
    let year = i64::from(year) - i64::from(month <= 2);
    let (era, month) = (year.div_euclid(400), i64::from(month));
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year
}

fn images(document: &Document, map: &Map, found: &mut Vec<Finding>) {
    for card in cards_of(document, map, LaneKind::Image) {
        let id = card.fields.get("image").and_then(|value| value.as_str()).and_then(|id| id.parse().ok());
        let image = id.and_then(|id: Id| document.images.get(&id));
        if let Some(image) = image.filter(|image| image.alt.trim().is_empty()) {
            found.push(Finding::new("image.no-alt", Table::Image, image.id, &card.text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_leap_years() {
        let day = |text: &str| day_number(&Date::try_from(text.to_owned()).unwrap());
        assert_eq!(day("2024-03-01") - day("2024-02-28"), 2);
        assert_eq!(day("2026-01-01") - day("2025-01-01"), 365);
        assert_eq!(day("2001-01-01") - day("2000-01-01"), 366);
    }
}
