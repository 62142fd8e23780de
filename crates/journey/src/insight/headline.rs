//! The headline of a map: what it found, in one sentence.

use super::friction::stage_frictions;
use crate::{Document, Feeling, Id, Moment, Phrase, Stage, words};

/// What a map found: where buyers stall most; without rated pains how many gaps there are, or where spirits are lowest.
/// None where there is nothing to tell yet.
pub fn headline(document: &Document, map: Id) -> Option<Phrase> {
    let stages = document.stages_of(map);
    let named = |id: Id| stages.iter().find(|stage| stage.id == id).filter(|stage| !stage.name.is_empty());
    let mut worst: Option<(f64, &Stage)> = None;
    for stage in stage_frictions(document, map) {
        if let (Some(friction), Some(stage)) = (stage.friction.value, named(stage.stage))
            && worst.is_none_or(|(most, _)| friction > most)
        {
            worst = Some((friction, stage));
        }
    }
    if let Some((_, stage)) = worst {
        return Some(Phrase::new("insight.headline.friction").with(&stage.name));
    }
    if let Some(gaps) = gaps_headline(document, map) {
        return Some(gaps);
    }
    let lowest = lowest_feeling(document, map).and_then(|own| named(own.stage).filter(|_| own.value < 0.0));
    lowest.map(|stage| Phrase::new("insight.headline.lowest").with(&stage.name))
}

/// The headline as it is said while nobody has written another one: what the map found, else its title.
pub fn generated_headline(document: &Document, map: Id, language: &str) -> String {
    let title = || document.maps.get(&map).map(|map| map.title.clone()).unwrap_or_default();
    headline(document, map).map_or_else(title, |found| words::say(&found, language))
}

/// In how many places buyers get lost; none where there is no gap.
pub fn gaps_headline(document: &Document, map: Id) -> Option<Phrase> {
    let stages = document.stages_of(map);
    let before_last = &stages[..stages.len().saturating_sub(1)];
    let count: usize = before_last.iter().map(|stage| document.gaps_after(stage.id).len()).sum();
    (count > 0).then(|| Phrase::new("insight.headline.gaps").with(count))
}

/// Where the primary person (the first who has feelings) feels worst now, and how; only what was entered counts.
pub fn lowest_feeling(document: &Document, map: Id) -> Option<&Feeling> {
    let mut own = felt_first(document, map);
    own.sort_by(|(a_at, a), (b_at, b)| {
        a.value.total_cmp(&b.value).then(a_at.cmp(b_at)).then(a.position.total_cmp(&b.position))
    });
    own.first().map(|(_, feeling)| *feeling)
}

/// A map's curve in short, for a picture as large as a thumb: how the primary person (the first who has feelings) feels
/// now, one mean value (−2 to +2) for each stage that has any, in the order of stages.
pub fn curve_in_short(document: &Document, map: Id) -> Vec<f64> {
    let mut stages = std::collections::BTreeMap::<usize, Vec<f64>>::new();
    for (column, feeling) in felt_first(document, map) {
        stages.entry(column).or_default().push(feeling.value);
    }
    stages.into_values().map(|values| values.iter().sum::<f64>() / values.len() as f64).collect()
}

/// What the primary person, or the first who has any, feels now, each with the place of its stage.
fn felt_first(document: &Document, map: Id) -> Vec<(usize, &Feeling)> {
    let mut cast = document.cast_of(map);
    cast.sort_by_key(|cast| !cast.primary);
    let people = cast.iter().map(|cast| Some(cast.person)).chain([None]);
    let stages = document.stages_of(map);
    let column = |stage: Id| stages.iter().position(|own| own.id == stage);
    for person in people {
        let own: Vec<_> = document
            .feelings
            .values()
            .filter(|feeling| feeling.person == person && feeling.moment == Moment::Now)
            .filter_map(|feeling| Some((column(feeling.stage)?, feeling)))
            .collect();
        if !own.is_empty() {
            return own;
        }
    }
    Vec::new()
}
