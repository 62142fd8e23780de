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
    // The names that a template gives in the map's language, or gave in the one of the window.
    let tongues = words::languages();
    let templates = tongues
        .iter()
        .flat_map(|tongue| Template::ALL.iter().map(|template| (template.key, template.stage_names(tongue))));
    let templates: Vec<(&str, Vec<String>)> = templates.collect();
    let shared =
        |(_, own): &&(&str, Vec<String>)| own.iter().filter(|own| names.contains(&own.as_str())).count();
    let known = templates
        .iter()
        .filter(|(_, own)| own.contains(&stage.name))
        // The first of several equal ones.
        .rev()
        .max_by_key(shared);
    let moment = known.and_then(|(key, own)| {
        let at = own.iter().position(|own| *own == stage.name)?;
        Some(format!("{key}.{}", at + 1))
    });
    let kind = lane.kind.name();
    let phrase = match moment {
        Some(moment) => Phrase::new(&format!("prompt.{kind}")).with(moment),
        None => Phrase::new(&format!("prompt.{kind}")).with("any"),
    };
    Some(words::say(&phrase, language))
}
