//! Questions about the whole open map: what says some words, what holds buyers up, what often hurts.

use crate::here::Here;
use crate::problem::Problem;
use crate::session::Done;
use journey::find::{FilterChoices, Found, Query};
use journey::{Id, RecordId, find as finding, insight, words};
use serde::Serialize;

/// A stage with what holds buyers up in it and after it.
#[derive(Serialize)]
pub struct StageFriction {
    stage: Id,
    friction: Option<f64>,
    gap: Option<f64>,
}

/// What a query finds in the open map.
#[tauri::command]
pub fn find(shell: Here, query: Query) -> Result<Found, Problem> {
    shell.with(|open| Ok(finding::find(open.document(), open.map(), &query)))
}

/// What there is to filter by in the open map.
#[tauri::command]
pub fn find_choices(shell: Here) -> Result<FilterChoices, Problem> {
    shell.with(|open| Ok(finding::choices(open.document(), open.map())))
}

/// Puts other words in the place of those that a query finds, in one record or in all of them, as one step of undo.
/// None where none of them says the words any more.
#[tauri::command]
pub fn replace(
    shell: Here,
    query: Query,
    with: String,
    only: Option<RecordId>,
) -> Result<Option<Done>, Problem> {
    shell.change(|open| {
        let document = open.document();
        let mut hits = finding::find(document, open.map(), &query).hits;
        hits.retain(|hit| only.is_none_or(|only| only == *hit));
        let edit = finding::replacement(document, &hits, &query.text, &with);
        edit.map(|edit| open.apply(&edit)).transpose()
    })
}

/// What holds buyers up, stage after stage.
#[tauri::command]
pub fn friction(shell: Here) -> Result<Vec<StageFriction>, Problem> {
    shell.with(|open| {
        let stages = insight::stage_frictions(open.document(), open.map());
        let told = |stage: insight::StageFriction| StageFriction {
            stage: stage.stage,
            friction: stage.friction.value,
            gap: stage.gap.value,
        };
        Ok(stages.into_iter().map(told).collect())
    })
}

/// Pain points that many maps have, ready to be put into this one: in its language.
#[tauri::command]
pub fn common_pains(shell: Here) -> Result<Vec<String>, Problem> {
    shell.with(|open| Ok(words::common_pains(open.language())))
}
