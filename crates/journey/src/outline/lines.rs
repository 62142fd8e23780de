//! What lies in a stage: the lines of each lane.

use super::chips::{self, Say};
use super::{OutlineCell, OutlineLine, OutlinePart};
use crate::{Cells, Document, Feeling, Id, Lane, LaneKind, Moment, Phrase, Stage};
use std::collections::HashSet;

/// What lies in some stages of a map, in the order of asking and in the language of who reads it. What is not a stage
/// of the map is left out.
pub fn parts(document: &Document, map: Id, stages: &[Id], language: &str) -> Vec<OutlinePart> {
    let say = Say { document, language };
    let cells = Cells::in_stages(document, |stage| stages.contains(&stage));
    let lanes: Vec<_> = document.lanes_of(map).into_iter().filter(|lane| !lane.hidden).collect();
    let cast = cast(document, map);
    let curves: Vec<(Id, Vec<Id>)> = lanes
        .iter()
        .filter(|lane| lane.kind.is_curve())
        .map(|lane| (lane.id, people_of_curve(document, &cast, lane.id)))
        .collect();
    let found = stages.iter().filter_map(|id| document.stages.get(id)).filter(|stage| stage.map == map);
    found
        .map(|stage| {
            let told = lanes.iter().map(|lane| OutlineCell {
                lane: lane.id,
                lines: lines(&say, &cells, lane, stage, &cast, &curves),
            });
            OutlinePart { stage: stage.id, cells: told.filter(|cell| !cell.lines.is_empty()).collect() }
        })
        .collect()
}

fn lines(
    say: &Say<'_>,
    cells: &Cells<'_>,
    lane: &Lane,
    stage: &Stage,
    cast: &[Id],
    curves: &[(Id, Vec<Id>)],
) -> Vec<OutlineLine> {
    let mut lines: Vec<OutlineLine> = match lane.kind {
        LaneKind::Teams => teams(say, stage).into_iter().collect(),
        LaneKind::Deciders => involved(say, stage),
        _ => Vec::new(),
    };
    let feelings = cells.feelings(lane.id, stage.id);
    // One person after the other, each from left to right.
    let mut by_person = feelings.to_vec();
    by_person
        .sort_by_key(|feeling| cast.iter().position(|id| Some(*id) == feeling.person).unwrap_or(cast.len()));
    lines.extend(by_person.iter().map(|feeling| point(say, feeling)));
    if let Some((_, people)) = curves.iter().find(|(own, _)| *own == lane.id) {
        lines.extend(without_point(say, people, feelings));
    }
    let cards = cells.cards(lane.id, stage.id).iter();
    lines.extend(cards.map(|card| OutlineLine::Card {
        id: card.id,
        text: card.text.clone(),
        chips: chips::of_card(say, lane.kind, card),
    }));
    lines
}

/// Who plays a part in a map, the one first that it is told from.
fn cast(document: &Document, map: Id) -> Vec<Id> {
    let mut cast = document.cast_of(map);
    cast.sort_by_key(|cast| !cast.primary);
    cast.into_iter().map(|cast| cast.person).collect()
}

/// Who has points on a curve now, as they stand in the cast.
fn people_of_curve(document: &Document, cast: &[Id], lane: Id) -> Vec<Id> {
    let own =
        document.feelings.values().filter(|feeling| feeling.lane == lane && feeling.moment == Moment::Now);
    let felt: HashSet<Id> = own.filter_map(|feeling| feeling.person).collect();
    cast.iter().copied().filter(|person| felt.contains(person)).collect()
}

fn point(say: &Say<'_>, feeling: &Feeling) -> OutlineLine {
    let person = feeling.person.and_then(|id| say.document.people.get(&id));
    let future = (feeling.moment == Moment::Future).then(|| say.words("canvas.state.future"));
    let chips = chips::evidence(say, feeling.evidence).into_iter();
    OutlineLine::Feeling {
        id: feeling.id,
        person: person.map(|person| person.name.clone()).unwrap_or_default(),
        at: say.phrase(&Phrase::new("outline.at").with(feeling.position)),
        value: feeling.value,
        label: feeling.label.clone(),
        chips: future.map(|text| super::OutlineChip::Said { text }).into_iter().chain(chips).collect(),
    }
}

/// Whose curve has no point in a stage.
fn without_point(say: &Say<'_>, people: &[Id], feelings: &[&Feeling]) -> Option<OutlineLine> {
    let silent = people.iter().filter(|person| {
        !feelings.iter().any(|feeling| feeling.person == Some(**person) && feeling.moment == Moment::Now)
    });
    let names: Vec<&str> =
        silent.filter_map(|id| say.document.people.get(id)).map(|person| &*person.name).collect();
    let text = say.phrase(&Phrase::new("outline.no_data").with(names.join(", ")));
    (!names.is_empty()).then_some(OutlineLine::Other { text })
}

/// The teams of a stage, those that are responsible first.
fn teams(say: &Say<'_>, stage: &Stage) -> Option<OutlineLine> {
    let teams = stage.responsible.iter().chain(&stage.supports);
    let names: Vec<&str> =
        teams.filter_map(|id| say.document.teams.get(id)).map(|team| &*team.name).collect();
    (!names.is_empty()).then(|| OutlineLine::Other { text: names.join(", ") })
}

/// Who takes part in the decisions of a stage.
fn involved(say: &Say<'_>, stage: &Stage) -> Vec<OutlineLine> {
    let own = say.document.involvements.values().filter(|own| own.stage == stage.id);
    own.filter_map(|own| {
        let person = say.document.people.get(&own.person)?;
        let part = say.choice("involvement_kind", &own.kind);
        Some(OutlineLine::Other { text: format!("{part}: {}", person.name) })
    })
    .collect()
}
