//! Proposed gaps: boundaries where the map itself tells that buyers can get lost. A person confirms or dismisses them.

use crate::{Card, Cause, Contact, Document, Id, LaneKind, Phrase, RecordId, Stage, Table, Touchpoint};
use std::collections::BTreeSet;

/// Waits of more than so many days make a gap in time.
const LONG_WAIT: f64 = 28.0;

/// A gap that the map suggests.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposedGap {
    /// The stage that it would follow.
    pub stage: Id,
    /// Why buyers can get lost there.
    pub cause: Cause,
    /// What is told by a [`crate::Dismissal`] about the stage: `gap.channel`, `gap.device`, `gap.silo` or `gap.time`.
    pub code: &'static str,
    /// What speaks for it.
    pub why: Phrase,
}

/// The gaps that a map suggests, left to right; not those that are there already, nor those that were dismissed.
pub fn proposed_gaps(document: &Document, map: Id) -> Vec<ProposedGap> {
    let stages = document.stages_of(map);
    let touchpoints = touchpoints(document, map, &stages);
    let mut found = Vec::new();
    for (at, pair) in stages.windows(2).enumerate() {
        let (before, after) = (pair[0], pair[1]);
        let known: Vec<Cause> =
            document.gaps_after(before.id).iter().flat_map(|gap| gap.causes.iter().copied()).collect();
        let proposals = [
            (Cause::Channel, "gap.channel", channel(&touchpoints[at], &touchpoints[at + 1])),
            (Cause::Device, "gap.device", device(&touchpoints[at], &touchpoints[at + 1])),
            (Cause::Silo, "gap.silo", silo(document, before, after)),
            (Cause::Time, "gap.time", time(document, before)),
        ];
        for (cause, code, why) in proposals {
            let about = RecordId::new(Table::Stage, before.id);
            let dismissed = document.dismissals.values().any(|own| own.code == code && own.about == about);
            if let Some(why) = why.filter(|_| !known.contains(&cause) && !dismissed) {
                found.push(ProposedGap { stage: before.id, cause, code, why });
            }
        }
    }
    found
}

/// The touchpoints of each stage, in the order of lanes and cards.
pub(super) fn touchpoints<'a>(document: &'a Document, map: Id, stages: &[&Stage]) -> Vec<Vec<&'a Card>> {
    let lanes = document.lanes_of(map);
    let lanes: Vec<Id> =
        lanes.iter().filter(|lane| lane.kind == LaneKind::Touchpoints).map(|lane| lane.id).collect();
    let column = |stage: Id| stages.iter().position(|own| own.id == stage);
    let mut found = vec![Vec::new(); stages.len()];
    for lane in lanes {
        let cards = document.cards.values().filter(|card| card.lane == lane);
        for card in crate::in_order(cards, |card| &card.order) {
            let Some(from) = column(card.stage) else { continue };
            let to = column(card.to_stage).unwrap_or(from).max(from);
            found[from..=to].iter_mut().for_each(|cell| cell.push(card));
        }
    }
    found
}

fn channel(before: &[&Card], after: &[&Card]) -> Option<Phrase> {
    let (last, first) = (before.last()?, after.first()?);
    match (Touchpoint::of(last).contact, Touchpoint::of(first).contact) {
        (Contact::Digital, Contact::Human) | (Contact::Human, Contact::Digital) => {
            Some(Phrase::new("insight.gap.channel").with(&last.text).with(&first.text))
        }
        // Who is met both ways can go on either way.
        (Contact::Human | Contact::Both, Contact::Human | Contact::Both)
        | (Contact::Digital | Contact::Both, Contact::Digital | Contact::Both) => None,
    }
}

fn device(before: &[&Card], after: &[&Card]) -> Option<Phrase> {
    let of = |card: &Card| -> Option<String> {
        let device = card.fields.get("device")?.as_str()?.trim();
        (!device.is_empty()).then(|| device.to_owned())
    };
    let (one, other) = (of(before.last()?)?, of(after.first()?)?);
    let differ = one.to_lowercase() != other.to_lowercase();
    differ.then(|| Phrase::new("insight.gap.device").with(one).with(other))
}

fn silo(document: &Document, before: &Stage, after: &Stage) -> Option<Phrase> {
    let one: BTreeSet<Id> = before.responsible.iter().copied().collect();
    let other: BTreeSet<Id> = after.responsible.iter().copied().collect();
    let names = |teams: &[Id]| {
        let names = teams.iter().filter_map(|team| document.teams.get(team).map(|team| team.name.as_str()));
        names.collect::<Vec<_>>().join(", ")
    };
    let apart = !one.is_empty() && !other.is_empty() && one.is_disjoint(&other);
    apart.then(|| {
        Phrase::new("insight.gap.silo").with(names(&before.responsible)).with(names(&after.responsible))
    })
}

fn time(document: &Document, before: &Stage) -> Option<Phrase> {
    let days = document
        .gaps_after(before.id)
        .into_iter()
        .filter_map(|gap| gap.wait.as_ref().map(|wait| wait.to * wait.unit.days()))
        .fold(0.0, f64::max);
    (days > LONG_WAIT).then(|| Phrase::new("insight.gap.time").with(days.round()))
}
