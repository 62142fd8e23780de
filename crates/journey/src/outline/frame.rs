//! The frame of an outline: the map's head and its stages, with what stands between them.

use super::chips::{self, Say};
use super::{Outline, OutlineFact, OutlineGap, OutlineLane, OutlinePath, OutlinePerson, OutlineStage};
use crate::{
    Document, Id, Map, MapState, MapStatus, Path, Phrase, RecordId, Stage, Table, in_order, insight, words,
};
use std::collections::{HashMap, HashSet};

/// The frame of a map's outline, in the language of who reads it. None where the map is not there.
pub fn outline(document: &Document, map: Id, language: &str) -> Option<Outline> {
    let map = document.maps.get(&map)?;
    let say = Say { document, language };
    let lanes: Vec<_> = document.lanes_of(map.id).into_iter().filter(|lane| !lane.hidden).collect();
    let shown: HashSet<Id> = lanes.iter().map(|lane| lane.id).collect();
    let mut counts = HashMap::<Id, usize>::new();
    for card in document.cards.values().filter(|card| shown.contains(&card.lane)) {
        *counts.entry(card.stage).or_default() += 1;
    }
    let stages = document.stages_of(map.id);
    let last = stages.last().map(|stage| stage.id);
    let mut paths = paths(&say, map.id);
    let stages = stages.into_iter().map(|stage| {
        // Behind the last stage a gap is kept and not shown.
        let gaps = if last == Some(stage.id) { Vec::new() } else { gaps(&say, stage) };
        let steps = document.steps.values().filter(|step| step.stage == stage.id);
        OutlineStage {
            id: stage.id,
            name: stage.name.clone(),
            job: stage.job.clone(),
            duration: stage.duration.as_ref().map(|own| words::duration(own, language)).unwrap_or_default(),
            steps: in_order(steps, |step| &step.order).into_iter().map(|step| step.name.clone()).collect(),
            cards: counts.get(&stage.id).copied().unwrap_or_default(),
            gaps,
            paths: paths.remove(&Some(stage.id)).unwrap_or_default(),
        }
    });
    let mut stages: Vec<OutlineStage> = stages.collect();
    // Ways in from outside begin before the first stage: they are read with it.
    if let (Some(first), Some(entries)) = (stages.first_mut(), paths.remove(&None)) {
        first.paths.splice(0..0, entries);
    }
    Some(Outline {
        map: map.id,
        title: map.title.clone(),
        language: map.language.clone(),
        chips: head(&say, map),
        facts: facts(&say, map),
        people: people(&say, map),
        lanes: lanes
            .into_iter()
            .map(|lane| OutlineLane {
                id: lane.id,
                name: lane.name.clone(),
                kind: lane.kind,
                icon: lane.kind.icon(),
            })
            .collect(),
        stages,
        lowest: insight::lowest_feeling(document, map.id).map(|feeling| feeling.id),
    })
}

/// State, sector, version, status and the day of the last review.
fn head(say: &Say<'_>, map: &Map) -> Vec<String> {
    let state = match map.state {
        MapState::Current => "canvas.state.current",
        MapState::Future => "canvas.state.future",
    };
    let status = match map.status {
        MapStatus::Draft => None,
        MapStatus::InReview => Some("canvas.status.in_review"),
        MapStatus::Agreed => Some("canvas.status.agreed"),
        MapStatus::Outdated => Some("canvas.status.outdated"),
    };
    let reviewed = map.reviewed_on.as_ref().map(|day| Phrase::new("canvas.reviewed").with(day.as_str()));
    let own = [&map.sector, &map.version_label].into_iter().filter(|text| !text.is_empty()).cloned();
    std::iter::once(say.words(state))
        .chain(own)
        .chain(status.map(|status| say.words(status)))
        .chain(reviewed.map(|phrase| say.phrase(&phrase)))
        .collect()
}

fn facts(say: &Say<'_>, map: &Map) -> Vec<OutlineFact> {
    [
        ("label.map.scenario", &map.scenario),
        ("label.map.goal", &map.goal),
        ("label.map.starts_when", &map.starts_when),
        ("label.map.ends_when", &map.ends_when),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(label, text)| OutlineFact { label: say.words(label), text: text.clone() })
    .collect()
}

fn people(say: &Say<'_>, map: &Map) -> Vec<OutlinePerson> {
    let cast = say.document.cast_of(map.id);
    cast.into_iter()
        .filter_map(|cast| {
            let person = say.document.people.get(&cast.person)?;
            let part = person.committee_role.map(|role| say.choice("committee_role", &role));
            let about: Vec<String> =
                std::iter::once(person.role.clone()).chain(part).filter(|text| !text.is_empty()).collect();
            Some(OutlinePerson {
                id: person.id,
                name: person.name.clone(),
                about: about.join(", "),
                primary: cast.primary,
            })
        })
        .collect()
}

fn gaps(say: &Say<'_>, stage: &Stage) -> Vec<OutlineGap> {
    let gaps = say.document.gaps_after(stage.id).into_iter();
    gaps.map(|gap| OutlineGap {
        id: gap.id,
        icon: gap.icon(),
        title: gap.title.clone(),
        detail: gap.detail.clone(),
        chips: chips::of_gap(say, gap),
    })
    .collect()
}

/// The ways other than straight on, by the stage in which they begin.
fn paths(say: &Say<'_>, map: Id) -> HashMap<Option<Id>, Vec<OutlinePath>> {
    let own = say.document.paths.values().filter(|path| path.map == map);
    let mut found = HashMap::<Option<Id>, Vec<OutlinePath>>::new();
    for path in in_order(own, |path| &path.order) {
        let from = path.from.and_then(|end| stage_of(say.document, end));
        let told = OutlinePath { id: path.id, label: path.label.clone(), way: way(say, path) };
        found.entry(from.map(|stage| stage.id)).or_default().push(told);
    }
    found
}

/// "Revisit from Decision to Research".
fn way(say: &Say<'_>, path: &Path) -> String {
    let end = |end: Option<RecordId>| {
        let stage = end.and_then(|end| stage_of(say.document, end));
        stage.map_or_else(|| say.words("canvas.outside"), |stage| stage.name.clone())
    };
    let kind = say.choice("path_kind", &path.kind);
    say.phrase(&Phrase::new("canvas.path").with(kind).with(end(path.from)).with(end(path.to)))
}

/// The stage that an end of a way lies in.
fn stage_of(document: &Document, end: RecordId) -> Option<&Stage> {
    let id = match end.table {
        Table::Card => document.cards.get(&end.id)?.stage,
        _ => end.id,
    };
    document.stages.get(&id)
}
