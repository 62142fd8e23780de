//! Document → Mermaid `journey`.

use super::entity::written;
use crate::{LeftOut, Written};
use journey::{Card, Document, Feeling, Id, LaneKind, Map, Moment, Phrase, Stage};
use std::fmt::Write;

/// Writes maps as `journey` diagrams: a single one plain, several as fenced blocks of a Markdown file.
///
/// The tasks are the cards of the lanes of actions. A feeling that came from a card gives its score; one that stands
/// for itself gives it to the nearest action of its stage. A task without one is written `name: :`.
/// What Mermaid has no words for (other lanes, gaps, paths) is named in `left_out`.
pub fn write(document: &Document, maps: &[Id]) -> Written {
    let mut left_out = Vec::new();
    let maps: Vec<&Map> = maps.iter().filter_map(|id| document.maps.get(id)).collect();
    let diagrams: Vec<String> = maps.iter().map(|map| diagram(document, map, &mut left_out)).collect();
    let text = match diagrams.as_slice() {
        [one] => one.clone(),
        several => several.iter().map(|one| format!("```mermaid\n{one}```\n")).collect::<Vec<_>>().join("\n"),
    };
    Written { text, left_out }
}

fn diagram(document: &Document, map: &Map, left_out: &mut Vec<LeftOut>) -> String {
    let mut out = String::from("journey\n");
    line(&mut out, "    title ", &map.title);
    if !map.scenario.is_empty() {
        line(&mut out, "    accDescr: ", &map.scenario);
    }
    let lanes = document.lanes_of(map.id);
    let actions: Vec<Id> =
        lanes.iter().filter(|lane| lane.kind == LaneKind::Actions).map(|lane| lane.id).collect();
    let curve = lanes.iter().find(|lane| lane.kind.is_curve()).map(|lane| lane.id);
    let cast: Vec<Id> = document.cast_of(map.id).into_iter().map(|cast| cast.person).collect();
    for stage in document.stages_of(map.id) {
        line(&mut out, "    section ", &stage.name);
        let cards: Vec<&Card> = actions.iter().flat_map(|lane| document.cards_in(*lane, stage.id)).collect();
        let feelings = feelings_of(document, curve, stage, &cast);
        for (at, card) in cards.iter().enumerate() {
            let own = feelings.iter().copied().filter(|feeling| home(feeling, &cards) == Some(at));
            let own: Vec<&Feeling> = own.collect();
            task(&mut out, document, map, card, &own, left_out);
        }
    }
    tell_what_is_left(document, map, left_out);
    out
}

/// The feelings of a stage in the order of the cast, left to right.
fn feelings_of<'a>(
    document: &'a Document,
    curve: Option<Id>,
    stage: &Stage,
    cast: &[Id],
) -> Vec<&'a Feeling> {
    let mut found: Vec<&Feeling> = document
        .feelings
        .values()
        .filter(|feeling| {
            Some(feeling.lane) == curve && feeling.stage == stage.id && feeling.moment == Moment::Now
        })
        .collect();
    let part = |feeling: &Feeling| cast.iter().position(|person| Some(*person) == feeling.person);
    found.sort_by(|a, b| part(a).cmp(&part(b)).then(a.position.total_cmp(&b.position)));
    found
}

/// Which of a stage's cards a feeling belongs to: the one that it came from, or else the one nearest to it.
fn home(feeling: &Feeling, cards: &[&Card]) -> Option<usize> {
    let own = cards.iter().position(|card| Some(card.id) == feeling.card);
    let distance = |at: usize| ((at as f64 + 0.5) / cards.len() as f64 - feeling.position).abs();
    own.or_else(|| (0..cards.len()).min_by(|a, b| distance(*a).total_cmp(&distance(*b))))
}

fn task(
    out: &mut String,
    document: &Document,
    map: &Map,
    card: &Card,
    feelings: &[&Feeling],
    left_out: &mut Vec<LeftOut>,
) {
    let first = feelings.iter().find(|feeling| feeling.card == Some(card.id)).or(feelings.first());
    let value = first.map(|feeling| feeling.value);
    let mut actors: Vec<Id> = card.people.clone();
    for feeling in feelings {
        match feeling.person {
            Some(person) if Some(feeling.value) == value && !actors.contains(&person) => actors.push(person),
            _ => {}
        }
        if Some(feeling.value) != value {
            let what = Phrase::new("left.one-score").with(&card.text).with(feeling.value);
            left_out.push(LeftOut::somewhere(what));
        }
    }
    let names: Vec<String> = actors
        .iter()
        .filter_map(|id| document.people.get(id))
        .map(|person| written(&person.name, &[',']))
        .collect();
    let score = value.map_or_else(String::new, |value| {
        number(map.score_low + (value + 2.0) / 4.0 * (map.score_high - map.score_low))
    });
    let _ = match (score.is_empty(), names.is_empty()) {
        (false, true) => writeln!(out, "      {}: {score}", written(&card.text, &[])),
        (true, true) => writeln!(out, "      {}: :", written(&card.text, &[])),
        (_, false) => writeln!(out, "      {}: {score}: {}", written(&card.text, &[]), names.join(", ")),
    };
}

/// A score to six decimals, without the noise of binary fractions.
fn number(score: f64) -> String {
    let rounded = (score * 1e6).round() / 1e6;
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

fn line(out: &mut String, before: &str, words: &str) {
    let _ = writeln!(out, "{before}{}", written(words, &['{', '}']));
}

fn tell_what_is_left(document: &Document, map: &Map, left_out: &mut Vec<LeftOut>) {
    for lane in document.lanes_of(map.id) {
        let count = document.cards.values().filter(|card| card.lane == lane.id).count();
        if lane.kind != LaneKind::Actions && count > 0 {
            left_out.push(LeftOut::somewhere(Phrase::new("left.lane").with(count).with(&lane.name)));
        }
    }
    let of_map = |stage: Id| document.stages.get(&stage).is_some_and(|stage| stage.map == map.id);
    let gaps = document.gaps.values().filter(|gap| of_map(gap.stage)).count();
    let paths = document.paths.values().filter(|path| path.map == map.id).count();
    for (count, key) in [(gaps, "left.gaps"), (paths, "left.paths")] {
        if count > 0 {
            left_out.push(LeftOut::somewhere(Phrase::new(key).with(count)));
        }
    }
}
