//! `journey check`: a file's integrity and the map's invariants.

use crate::arguments::Check;
use crate::language::{language, said};
use crate::outcome::{Outcome, Problem};
use crate::source;
use journey::{Document, words};

/// Checks a file. Faults are printed, and the status is 1 where there are any.
pub(crate) fn check(arguments: &Check) -> Outcome {
    let contents = source::read(&arguments.input)?;
    let document = &contents.document;
    let faults = journey::check(document);
    if arguments.json {
        let listed: Vec<serde_json::Value> = faults
            .iter()
            .map(|fault| {
                serde_json::json!({
                    "code": fault.code,
                    "table": fault.record.table,
                    "id": fault.record.id,
                    "field": fault.field,
                    "sentence": words::say(&fault.phrase, language()),
                })
            })
            .collect();
        let text = serde_json::json!({ "faults": listed, "counts": counts(document) });
        source::print(&format!("{text:#}\n"))?;
    } else {
        for fault in &faults {
            source::print(&format!("{}\n", words::say(&fault.phrase, language())))?;
        }
        if faults.is_empty() {
            let counts = counts(document);
            let told: Vec<String> =
                counts.iter().map(|(name, count)| said(&format!("count.{name}"), &[count])).collect();
            source::print(&format!("{}\n", said("cli.whole", &[&told.join(", ")])))?;
        }
    }
    match faults.len() {
        0 => Ok(()),
        many => Err(Problem::Failed(said("cli.faults", &[&many]))),
    }
}

fn counts(document: &Document) -> Vec<(&'static str, usize)> {
    use journey::Table::{Card, Feeling, Gap, Lane, Map, Path, Stage};
    [Map, Stage, Lane, Card, Feeling, Gap, Path]
        .into_iter()
        .map(|table| (table.name(), document.count(table)))
        .collect()
}
