//! Suggested impact: what an opportunity brings, by what it answers.

use super::impact::impacts;
use crate::{Card, Document, Id, LaneKind, Phrase, RecordId, in_order};
use std::collections::HashMap;

/// Below so many opportunities that answer something rated, no suggestion is made.
pub const FEWEST: usize = 5;

/// What an opportunity is suggested to bring. A typed value wins; both are shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The opportunity.
    pub card: Id,
    /// The summed downstream impact of what it answers; none where it answers nothing that is rated.
    pub answered: Option<f64>,
    /// 1–5, its quintile among the others; none where there are too few.
    pub impact: Option<u8>,
    /// How it came about, or what to enter.
    pub why: Phrase,
}

/// The opportunities of a map, left to right, each with what it is suggested to bring.
pub fn suggested_impacts(document: &Document, map: Id) -> Vec<Suggestion> {
    let worth: HashMap<RecordId, f64> = impacts(document, map)
        .into_iter()
        .filter_map(|impact| Some((impact.record, impact.value?)))
        .collect();
    let sums: Vec<(Id, Option<f64>)> = opportunities(document, map)
        .into_iter()
        .map(|card| {
            let answers = document.answers.values().filter(|answer| answer.opportunity == card.id);
            let rated: Vec<f64> = answers.filter_map(|answer| worth.get(&answer.problem).copied()).collect();
            (card.id, (!rated.is_empty()).then(|| rated.iter().sum()))
        })
        .collect();
    let known: Vec<f64> = sums.iter().filter_map(|(_, sum)| *sum).collect();
    sums.iter()
        .map(|&(card, answered)| {
            let (impact, why) = match answered {
                None => (None, Phrase::new("insight.suggested.answers-nothing")),
                Some(_) if known.len() < FEWEST => {
                    (None, Phrase::new("insight.suggested.too-few").with(known.len()).with(FEWEST))
                }
                Some(sum) => {
                    let why = Phrase::new("insight.suggested").with(known.len()).with(tenth(sum));
                    (Some(quintile(sum, &known)), why)
                }
            };
            Suggestion { card, answered, impact, why }
        })
        .collect()
}

/// The opportunities of a map, left to right, top to bottom.
pub fn opportunities(document: &Document, map: Id) -> Vec<&Card> {
    let at: HashMap<Id, usize> =
        document.stages_of(map).iter().enumerate().map(|(at, stage)| (stage.id, at)).collect();
    let of_map = document.cards.values().filter(|card| {
        let lane = document.lanes.get(&card.lane);
        lane.is_some_and(|lane| lane.map == map && lane.kind == LaneKind::Opportunities)
    });
    let mut found = in_order(of_map, |card| &card.order);
    found.sort_by_key(|card| at.get(&card.stage).copied());
    found
}

/// Which fifth a value belongs to, the lowest being 1. Equal values share the middle of their ranks.
fn quintile(value: f64, all: &[f64]) -> u8 {
    let equal = |other: &&f64| (**other - value).abs() < 1e-9;
    let same = all.iter().filter(equal).count();
    let below = all.iter().filter(|other| **other < value && !equal(other)).count();
    // Twice the middle of the ranks `below + 1 ..= below + same`, so that it stays a whole number.
    let twice = 2 * below + same + 1;
    (5 * twice).div_ceil(2 * all.len()).clamp(1, 5) as u8
}

/// To one decimal, as impacts are shown.
pub(super) fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::quintile;

    #[test]
    fn ties_share_the_middle_of_their_ranks() {
        let all = [1.0, 2.0, 2.0, 3.0, 9.0];
        assert_eq!(all.map(|value| quintile(value, &all)), [1, 3, 3, 4, 5]);
        let same = [4.0; 6];
        assert_eq!(quintile(4.0, &same), 3);
        let ten: Vec<f64> = (0..10).map(f64::from).collect();
        let fifths: Vec<u8> = ten.iter().map(|value| quintile(*value, &ten)).collect();
        assert_eq!(fifths, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    }
}
