//! Disagreement: where the people of a map feel very differently about the same stage.

use crate::{Document, Id, Moment, Phrase};
use std::collections::BTreeMap;

/// From this distance on it is told.
pub const TOLD_FROM: f64 = 1.5;

/// Two people who feel differently about a stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    /// The stage.
    pub stage: Id,
    /// The curve lane.
    pub lane: Id,
    /// Who feels best there.
    pub highest: Id,
    /// Who feels worst there.
    pub lowest: Id,
    /// How far they are apart.
    pub distance: f64,
    /// The sentence.
    pub why: Phrase,
}

/// Where people disagree, widest first; ties by stage.
pub fn disagreements(document: &Document, map: Id) -> Vec<Disagreement> {
    let mut found = Vec::new();
    let lanes: Vec<Id> =
        document.lanes_of(map).iter().filter(|lane| lane.kind.is_curve()).map(|lane| lane.id).collect();
    for stage in document.stages_of(map) {
        for lane in &lanes {
            let mut values: BTreeMap<Id, Vec<f64>> = BTreeMap::new();
            for feeling in document.feelings.values() {
                let here = feeling.lane == *lane && feeling.stage == stage.id;
                if let Some(person) = feeling.person.filter(|_| here && feeling.moment == Moment::Now) {
                    values.entry(person).or_default().push(feeling.value);
                }
            }
            let means: Vec<(Id, f64)> = values
                .into_iter()
                .map(|(person, values)| (person, values.iter().sum::<f64>() / values.len() as f64))
                .collect();
            let highest = means.iter().max_by(|a, b| a.1.total_cmp(&b.1));
            let lowest = means.iter().min_by(|a, b| a.1.total_cmp(&b.1));
            let (Some(highest), Some(lowest)) = (highest, lowest) else { continue };
            // Values are typed in hundredths; what adds up to less is the arithmetic's own.
            let distance = ((highest.1 - lowest.1) * 1e6).round() / 1e6;
            if distance >= TOLD_FROM {
                let name =
                    |person: Id| document.people.get(&person).map_or("", |person| person.name.as_str());
                let why = Phrase::new("insight.disagreement")
                    .with(distance)
                    .with(name(highest.0))
                    .with(name(lowest.0))
                    .with(&stage.name);
                let (highest, lowest) = (highest.0, lowest.0);
                found.push(Disagreement { stage: stage.id, lane: *lane, highest, lowest, distance, why });
            }
        }
    }
    found.sort_by(|a, b| b.distance.total_cmp(&a.distance));
    found
}
