//! Whether a stage tells all five parts of a journey [Bang].

use super::proposed::touchpoints;
use crate::{Document, Id, LaneKind, PathKind, Phrase, Table};

/// A part that every stage is to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Touchpoints, each with a team that answers for it.
    Touchpoints,
    /// What people do.
    Actions,
    /// What they feel.
    Emotions,
    /// What holds them up: a pain, or a way round.
    Detours,
    /// What is done about it.
    Solutions,
}

impl Part {
    /// All of them, in the order of the method.
    pub const ALL: &'static [Self] =
        &[Self::Touchpoints, Self::Actions, Self::Emotions, Self::Detours, Self::Solutions];

    /// What to enter where it is missing.
    pub fn missing(self) -> Phrase {
        Phrase::new(match self {
            Self::Touchpoints => "insight.complete.touchpoints",
            Self::Actions => "insight.complete.actions",
            Self::Emotions => "insight.complete.emotions",
            Self::Detours => "insight.complete.detours",
            Self::Solutions => "insight.complete.solutions",
        })
    }
}

/// A stage with the parts that it lacks.
#[derive(Clone, Debug, PartialEq)]
pub struct Completeness {
    /// The stage.
    pub stage: Id,
    /// What is missing; empty for a complete stage.
    pub missing: Vec<Part>,
}

/// The stages of a map, left to right, with what they lack.
pub fn completeness(document: &Document, map: Id) -> Vec<Completeness> {
    let stages = document.stages_of(map);
    let touchpoints = touchpoints(document, map, &stages);
    let column = |stage: Id| stages.iter().position(|own| own.id == stage);
    let mut has = vec![[false; Part::ALL.len()]; stages.len()];
    for card in document.cards.values() {
        let Some(lane) = document.lanes.get(&card.lane).filter(|lane| lane.map == map) else { continue };
        let part = match lane.kind {
            LaneKind::Actions => Part::Actions,
            LaneKind::PainPoints => Part::Detours,
            LaneKind::Opportunities => Part::Solutions,
            _ => continue,
        };
        let Some(from) = column(card.stage) else { continue };
        let to = column(card.to_stage).unwrap_or(from).max(from);
        has[from..=to].iter_mut().for_each(|parts| parts[part as usize] = true);
    }
    for feeling in document.feelings.values() {
        if let Some(at) = column(feeling.stage) {
            has[at][Part::Emotions as usize] = true;
        }
    }
    for path in document.paths.values().filter(|path| path.map == map && path.kind == PathKind::Detour) {
        for end in [path.from, path.to].into_iter().flatten() {
            let stage = match end.table {
                Table::Card => document.cards.get(&end.id).map(|card| card.stage),
                _ => Some(end.id),
            };
            if let Some(at) = stage.and_then(column) {
                has[at][Part::Detours as usize] = true;
            }
        }
    }
    for (at, stage) in stages.iter().enumerate() {
        let owned = |card: &&crate::Card| card.team.is_some() || !stage.responsible.is_empty();
        has[at][Part::Touchpoints as usize] =
            !touchpoints[at].is_empty() && touchpoints[at].iter().all(owned);
    }
    stages
        .iter()
        .zip(has)
        .map(|(stage, has)| Completeness {
            stage: stage.id,
            missing: Part::ALL.iter().copied().filter(|part| !has[*part as usize]).collect(),
        })
        .collect()
}
