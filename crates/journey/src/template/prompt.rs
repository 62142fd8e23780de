//! What to ask in a cell: the placeholder of a card that is being typed. Never on the map, never exported.

use super::Template;
use crate::{Document, Id, Phrase, words};

/// The prompt of a cell: what the template asks at this moment of the journey, or what one asks in such a lane at any
/// moment where the stage is none of a template's. None where lane or stage are not there.
///
/// A map does not remember its template: a stage is known by its name, and the template is the one that shares most
/// stage names with the map.
pub fn prompt(document: &Document, lane: Id, stage: Id, language: &str) -> Option<String> {
    let lane = document.lanes.get(&lane)?;
    let stage = document.stages.get(&stage)?;
    let names: Vec<&str> = document.stages_of(stage.map).iter().map(|stage| stage.name.as_str()).collect();
    let shared =
        |template: &&Template| template.stages.iter().filter(|own| names.contains(&own.name)).count();
    let known = Template::ALL
        .iter()
        .filter(|template| template.stages.iter().any(|own| own.name == stage.name))
        // The first of several equal ones.
        .rev()
        .max_by_key(shared);
    let moment = known.and_then(|template| {
        let at = template.stages.iter().position(|own| own.name == stage.name)?;
        Some(format!("{}.{}", template.key, at + 1))
    });
    let kind = lane.kind.name();
    let phrase = match moment {
        Some(moment) => Phrase::new(&format!("prompt.{kind}")).with(moment),
        None => Phrase::new(&format!("prompt.{kind}")).with("any"),
    };
    Some(words::say(&phrase, language))
}
