//! The templates: stages and lanes to begin with, their names letter by letter as in the sources.

pub(crate) mod build;
mod prompt;
mod templates;

pub use prompt::prompt;

use crate::{Document, LaneKind, NewIds, PathKind, Stage, words};
use build::Builder;
use serde_json::json;

/// The lanes that a map starts with unless its template says otherwise.
pub const STARTER_LANES: &[LaneKind] = &[
    LaneKind::Actions,
    LaneKind::Touchpoints,
    LaneKind::Emotions,
    LaneKind::Thoughts,
    LaneKind::PainPoints,
    LaneKind::Gaps,
    LaneKind::Opportunities,
    LaneKind::Teams,
];

/// A stage of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TemplateStage {
    /// The name.
    pub name: &'static str,
    /// The act, or empty.
    pub act: &'static str,
    /// The buyer job in its short form, or empty.
    pub job: &'static str,
    /// The point of the Interaction model that it has a card for, or empty.
    pub point: &'static str,
}

/// A map to begin with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Template {
    /// The name, by which it is chosen.
    pub name: &'static str,
    /// The stages, left to right.
    pub stages: &'static [TemplateStage],
    /// The kinds of its lanes, top to bottom.
    pub lanes: &'static [LaneKind],
    /// Its paths: kind, and the stages counted from 1.
    pub paths: &'static [(PathKind, usize, usize)],
    /// The values of the curve in its preview, −2…+2, one a stage. Decoration: a new map has no feelings.
    pub curve: &'static [f64],
    /// The name under which `words` has its sentences.
    key: &'static str,
}

impl Template {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = templates::ALL;

    /// The template of a name, large and small letters alike.
    pub fn find(name: &str) -> Option<&'static Self> {
        let name = name.trim().to_lowercase();
        Self::ALL.iter().find(|template| template.name.to_lowercase() == name)
    }

    /// Its stages in a few words, like `Awareness, research, …`.
    pub fn summary(&self, language: &str) -> String {
        words::word("template_summary", self.key, language)
    }

    /// What it is for, like `7 stages, for B2B services`.
    pub fn line(&self, language: &str) -> String {
        words::word("template_line", self.key, language)
    }

    /// A document with one map of it: stages and lanes filled in, cells empty.
    pub fn document(&self, ids: &mut dyn NewIds) -> Document {
        let mut builder = Builder::new(ids, self.name);
        let map = builder.map;
        let mut stages = Vec::with_capacity(self.stages.len());
        for stage in self.stages {
            stages.push(builder.put(|id| Stage {
                id,
                map,
                name: stage.name.into(),
                act: stage.act.into(),
                job: stage.job.into(),
                ..Stage::default()
            }));
        }
        for &kind in self.lanes {
            let lane = builder.lane(kind);
            if kind == LaneKind::InteractionModel {
                for (stage, id) in self.stages.iter().zip(&stages) {
                    builder.card(lane, *id, stage.point, &[("point", json!(stage.point.to_lowercase()))]);
                }
            }
        }
        for &(kind, from, to) in self.paths {
            builder.path(kind, stages[from - 1], stages[to - 1], "");
        }
        builder.document
    }
}

/// A document with one map that has the starter lanes and one stage.
pub fn blank(ids: &mut dyn NewIds) -> Document {
    let mut builder = Builder::new(ids, &words::word("template", "blank_title", "en"));
    let (map, name) = (builder.map, words::word("template", "blank_stage", "en"));
    builder.put(|id| Stage { id, map, name, ..Stage::default() });
    for &kind in STARTER_LANES {
        builder.lane(kind);
    }
    builder.document
}
