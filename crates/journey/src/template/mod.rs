//! The templates: stages and lanes to begin with. What they are called is in `words`.

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
    /// The key of its act, or empty.
    pub act: &'static str,
    /// The key of its buyer job, or empty.
    pub job: &'static str,
    /// The point of the Interaction model that it has a card for, as the card's field names it, or empty.
    pub point: &'static str,
}

/// A map to begin with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Template {
    /// The name under which `words` has its sentences, the same in every language.
    pub key: &'static str,
    /// The stages, left to right.
    pub stages: &'static [TemplateStage],
    /// The kinds of its lanes, top to bottom.
    pub lanes: &'static [LaneKind],
    /// Its paths: kind, and the stages counted from 1.
    pub paths: &'static [(PathKind, usize, usize)],
    /// The values of the curve in its preview, −2…+2, one a stage. Decoration: a new map has no feelings.
    pub curve: &'static [f64],
}

impl Template {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = templates::ALL;

    /// The template of a key or of a name in any language, large and small letters alike.
    pub fn find(name: &str) -> Option<&'static Self> {
        let name = name.trim().to_lowercase();
        let called = |template: &&Self| {
            let mut names = words::languages().into_iter().map(|language| template.name(language));
            template.key == name || names.any(|own| own.to_lowercase() == name)
        };
        Self::ALL.iter().find(called)
    }

    /// What it is called, by which it is chosen.
    pub fn name(&self, language: &str) -> String {
        words::word("template_title", self.key, language)
    }

    /// The names of its stages, left to right.
    pub fn stage_names(&self, language: &str) -> Vec<String> {
        let places = 1..=self.stages.len();
        places.map(|at| words::word("template_stage", &format!("{}.{at}", self.key), language)).collect()
    }

    /// Its stages in a few words, like `Awareness, research, …`.
    pub fn summary(&self, language: &str) -> String {
        words::word("template_summary", self.key, language)
    }

    /// What it is for, like `7 stages, for B2B services`.
    pub fn line(&self, language: &str) -> String {
        words::word("template_line", self.key, language)
    }

    /// A document with one map of it in a language that we speak: stages and lanes filled in, cells empty.
    pub fn document(&self, ids: &mut dyn NewIds, language: &str) -> Document {
        let named = |prefix: &str, key: &str| match key {
            "" => String::new(),
            key => words::word(prefix, key, language),
        };
        let mut builder = Builder::new(ids, &self.name(language), language);
        let map = builder.map;
        let mut stages = Vec::with_capacity(self.stages.len());
        for (stage, name) in self.stages.iter().zip(self.stage_names(language)) {
            stages.push(builder.put(|id| Stage {
                id,
                map,
                name,
                act: named("template_act", stage.act),
                job: named("buyer_job", stage.job),
                ..Stage::default()
            }));
        }
        for &kind in self.lanes {
            let lane = builder.lane(kind);
            if kind == LaneKind::InteractionModel {
                for (stage, id) in self.stages.iter().zip(&stages) {
                    builder.card(lane, *id, &named("point", stage.point), &[("point", json!(stage.point))]);
                }
            }
        }
        for &(kind, from, to) in self.paths {
            builder.path(kind, stages[from - 1], stages[to - 1], "");
        }
        builder.document
    }
}

/// A document with one map that has the starter lanes and one stage, in a language that we speak.
pub fn blank(ids: &mut dyn NewIds, language: &str) -> Document {
    let mut builder = Builder::new(ids, &words::word("template", "blank_title", language), language);
    let (map, name) = (builder.map, words::word("template", "blank_stage", language));
    builder.put(|id| Stage { id, map, name, ..Stage::default() });
    for &kind in STARTER_LANES {
        builder.lane(kind);
    }
    builder.document
}
