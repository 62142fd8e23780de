//! What a speaker says to a slide: the notes and the evidence of what it shows.

use super::page::Desk;
use journey::{Card, Evidence, Gap, Id, Phrase, Stage, in_order};

/// Of the whole map: its scenario and goal.
pub fn of_map(desk: &Desk<'_>) -> String {
    let map = desk.cx.map;
    let lines = [("slide.note.scenario", &map.scenario), ("slide.note.goal", &map.goal)];
    told(desk, &lines).join("\n")
}

/// Of a stage: what the buyer asks, when it begins and ends, and what its cards and feelings have in note and evidence.
pub fn of_stage(desk: &Desk<'_>, stage: &Stage) -> String {
    let document = desk.cx.document;
    let mut lines = told(
        desk,
        &[
            ("slide.note.question", &stage.question),
            ("slide.note.entry", &stage.entry),
            ("slide.note.exit", &stage.exit),
        ],
    );
    for lane in document.lanes_of(desk.cx.map.id) {
        let cards = document.cards.values().filter(|card| card.lane == lane.id && card.stage == stage.id);
        let cards = in_order(cards, |card| &card.order);
        cards.iter().for_each(|card| lines.extend(of_card(desk, card)));
        let feelings = document.feelings.values().filter(|own| own.lane == lane.id && own.stage == stage.id);
        for feeling in feelings {
            for words in [&feeling.note, &feeling.need].into_iter().filter(|words| !words.is_empty()) {
                lines.push(about(desk, &feeling.label, words));
            }
        }
    }
    lines.join("\n")
}

/// Of gaps: what covers them.
pub fn of_gaps(desk: &Desk<'_>, gaps: &[&Gap]) -> String {
    let covered = gaps.iter().filter(|gap| !gap.covering_system.is_empty());
    covered.map(|gap| about(desk, &gap.title, &gap.covering_system)).collect::<Vec<_>>().join("\n")
}

/// Of a card: its note, and the evidence for it.
pub fn of_card(desk: &Desk<'_>, card: &Card) -> Vec<String> {
    let mut lines = Vec::new();
    if !card.note.is_empty() {
        lines.push(about(desk, &card.text, &card.note));
    }
    lines.extend(evidence_of(desk, card.id).map(|own| about(desk, &card.text, &evidence(desk, own))));
    lines
}

fn evidence_of<'a>(desk: &Desk<'a>, card: Id) -> impl Iterator<Item = &'a Evidence> {
    desk.cx.document.evidence.values().filter(move |own| own.cards.contains(&card))
}

/// A piece of evidence in one line: what was said or counted, what it means, who said it and when.
fn evidence(desk: &Desk<'_>, own: &Evidence) -> String {
    let date = own.date.as_ref().map(|date| journey::words::date(date, desk.cx.language()));
    let parts = [own.quote.clone(), own.meaning.clone(), own.source.clone(), date.unwrap_or_default()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn about(desk: &Desk<'_>, what: &str, words: &str) -> String {
    if what.is_empty() {
        return words.to_owned();
    }
    desk.say(&Phrase::new("slide.note").with(what).with(words))
}

fn told(desk: &Desk<'_>, lines: &[(&str, &String)]) -> Vec<String> {
    let filled = lines.iter().filter(|(_, words)| !words.is_empty());
    filled.map(|(key, words)| desk.say(&Phrase::new(key).with(words))).collect()
}
