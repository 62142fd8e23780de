//! Document → outline.

mod head;
mod tail;

use super::attributes::{Braces, duration_words, escaped, span_words};
use crate::{LeftOut, Written};
use journey::{
    Card, Cells, Document, EvidenceLevel, Feeling, FieldType, Gap, Id, Lane, LaneKind, Map, Moment, Phrase,
    RecordId, Stage, Table, in_order, words,
};
use serde::Serialize;
use serde_json::Value;
use std::collections::HashMap;
use std::fmt::Write;

/// Writes maps as outlines, one after the other.
pub fn write(document: &Document, maps: &[Id]) -> Written {
    let mut left_out = Vec::new();
    let parts: Vec<String> = maps
        .iter()
        .filter_map(|id| document.maps.get(id))
        .map(|map| Outline::new(document, map).write(&mut left_out))
        .collect();
    Written { text: parts.join("\n"), left_out }
}

/// A map on its way into words, with the places of what others name.
struct Outline<'a> {
    document: &'a Document,
    map: &'a Map,
    stages: Vec<&'a Stage>,
    lanes: Vec<&'a Lane>,
    cells: Cells<'a>,
    /// The places of cards, as they are named elsewhere.
    places: HashMap<Id, String>,
    /// Of the words that are not people's own.
    language: &'static str,
    out: String,
}

/// The name of a choice as serde writes it.
pub(super) fn name_of(choice: &impl Serialize) -> String {
    serde_json::to_value(choice).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

impl<'a> Outline<'a> {
    fn new(document: &'a Document, map: &'a Map) -> Self {
        let (stages, lanes) = (document.stages_of(map.id), document.lanes_of(map.id));
        let cells = Cells::of(document);
        let mut places = HashMap::new();
        for (number, stage) in stages.iter().enumerate() {
            for lane in &lanes {
                for (at, card) in cells.cards(lane.id, stage.id).iter().enumerate() {
                    places.insert(card.id, format!("{}/{}/{}", number + 1, lane.name, at + 1));
                }
            }
        }
        let language = words::spoken(&map.language).unwrap_or("en");
        Self { document, map, stages, lanes, cells, places, language, out: String::new() }
    }

    /// A word of ours, by its English name.
    fn word(&self, name: &'static str) -> &'static str {
        words::outline_word(name, self.language)
    }

    /// The name of a choice.
    fn choice(&self, choice: &impl Serialize) -> String {
        words::outline_word(&name_of(choice), self.language).to_owned()
    }

    /// What begins a line of the head, by its English words.
    fn head_word(&self, title: &str) -> String {
        let name = title.to_lowercase().replace(' ', "_");
        match words::outline_word(&name, self.language) {
            own if own == name => title.to_owned(),
            own => own.replace('_', " "),
        }
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn write(mut self, left_out: &mut Vec<LeftOut>) -> String {
        self.head();
        for stage in self.stages.clone() {
            self.stage(stage, left_out);
        }
        self.tail(left_out);
        self.out
    }

    fn stage_number(&self, id: Option<Id>) -> Option<String> {
        let at = self.stages.iter().position(|stage| Some(stage.id) == id)?;
        Some((at + 1).to_string())
    }

    fn stage(&mut self, stage: &Stage, left_out: &mut Vec<LeftOut>) {
        let mut braces = Braces::new(self.language);
        let job = format!("{}:", self.word("job"));
        braces.text(&job, &stage.job);
        if let Some(duration) = &stage.duration {
            braces.plain(duration_words(duration, self.language));
        }
        for (key, value) in [
            ("short", &stage.short_name),
            ("act", &stage.act),
            ("purpose", &stage.purpose),
            ("question", &stage.question),
            ("entry", &stage.entry),
            ("exit", &stage.exit),
        ] {
            braces.text(key, value);
        }
        if let Some(presence) = &stage.presence {
            braces.choice("presence", &name_of(presence));
        }
        if let Some(effort) = stage.effort {
            braces.pair("effort", effort);
        }
        for (key, teams) in [("team", &stage.responsible), ("supports", &stage.supports)] {
            for team in teams.iter().filter_map(|id| self.document.teams.get(id)) {
                braces.pair(key, &team.name);
            }
        }
        let steps =
            in_order(self.document.steps.values().filter(|step| step.stage == stage.id), |step| &step.order);
        for step in steps {
            braces.pair("step", &step.name);
        }
        if stage.width != 240.0 {
            braces.pair("width", stage.width);
        }
        let heading = format!("## {}{}", escaped(&stage.name, &[]), braces.written());
        self.line("");
        self.line(heading.trim_end());
        let involved =
            self.document.involvements.values().filter(|involvement| involvement.stage == stage.id);
        for involvement in involved {
            if let Some(person) = self.document.people.get(&involvement.person) {
                let line = format!("> {}: {}", self.choice(&involvement.kind), escaped(&person.name, &[]));
                self.line(&line);
            }
        }
        for lane in self.lanes.clone() {
            self.cell(lane, stage, left_out);
        }
        for gap in self.document.gaps_after(stage.id) {
            self.gap(gap);
        }
    }

    fn gap(&mut self, gap: &Gap) {
        let causes: Vec<String> = gap.causes.iter().map(|cause| self.choice(cause)).collect();
        let mut braces = Braces::new(self.language);
        if let Some(severity) = gap.severity {
            braces.pair("severity", severity);
        }
        if gap.votes > 0 {
            braces.pair("votes", gap.votes);
        }
        if let Some(wait) = &gap.wait {
            braces.pair("wait", span_words(wait, self.language));
        }
        braces.text("plug", &gap.plug);
        braces.text("system", &gap.covering_system);
        let owner = gap.owner.and_then(|id| self.document.teams.get(&id));
        braces.text("team", owner.map_or("", |team| &team.name));
        if gap.status != journey::GapStatus::Open {
            braces.choice("status", &name_of(&gap.status));
        }
        let detail =
            if gap.detail.is_empty() { String::new() } else { format!(", {}", escaped(&gap.detail, &[])) };
        let line = format!(
            "> {} {}: {}{detail}{}",
            self.word("gap"),
            causes.join(" "),
            escaped(&gap.title, &[',']),
            braces.written()
        );
        self.line(&line);
    }

    fn cell(&mut self, lane: &Lane, stage: &Stage, left_out: &mut Vec<LeftOut>) {
        let feelings = self.cells.feelings(lane.id, stage.id).to_vec();
        let cards = self.cells.cards(lane.id, stage.id).to_vec();
        if feelings.is_empty() && cards.is_empty() {
            return;
        }
        self.line(&format!("### {}", escaped(&lane.name, &[])));
        for feeling in feelings {
            self.feeling(feeling);
        }
        for card in cards {
            self.card(lane.kind, card, left_out);
        }
    }

    fn feeling(&mut self, feeling: &Feeling) {
        let person = feeling.person.and_then(|id| self.document.people.get(&id));
        let name =
            person.map_or_else(String::new, |person| format!("{} ", escaped(&person.name, &['@', ':'])));
        let mut braces = Braces::new(self.language);
        self.evidence(&mut braces, feeling.evidence);
        if feeling.moment == Moment::Future {
            braces.word("future");
        }
        for (key, value) in [
            ("note", &feeling.note),
            ("need", &feeling.need),
            ("organisation", &feeling.response_organisation),
            ("sales", &feeling.response_sales),
            ("content", &feeling.response_content),
        ] {
            braces.text(key, value);
        }
        let card = feeling.card.and_then(|id| self.places.get(&id));
        braces.text("card", card.map_or("", String::as_str));
        let label = if feeling.label.is_empty() {
            String::new()
        } else {
            format!(" {}", escaped(&feeling.label, &[]))
        };
        let line = format!("- {name}@{}: {}{label}{}", feeling.position, feeling.value, braces.written());
        self.line(&line);
    }

    fn evidence(&self, braces: &mut Braces, level: EvidenceLevel) {
        if level != EvidenceLevel::Hypothesis {
            braces.word(&name_of(&level));
        }
    }

    fn card(&mut self, kind: LaneKind, card: &Card, left_out: &mut Vec<LeftOut>) {
        let mut braces = Braces::new(self.language);
        if card.to_stage != card.stage {
            braces.text("to", &self.stage_number(Some(card.to_stage)).unwrap_or_default());
        }
        for field in kind.fields() {
            let Some(value) = card.fields.get(field.name).filter(|value| !value.is_null()) else { continue };
            match (field.holds, value) {
                (FieldType::Flag, Value::Bool(set)) => {
                    if *set {
                        braces.word(field.name);
                    }
                }
                (FieldType::Card, value) => {
                    let place = id_of(value).and_then(|id| self.places.get(&id));
                    braces.text(field.name, place.map_or("", String::as_str));
                }
                (FieldType::Team, value) => {
                    let team = id_of(value).and_then(|id| self.document.teams.get(&id));
                    braces.text(field.name, team.map_or("", |team| &team.name));
                }
                (FieldType::Image, _) => {
                    left_out.push(LeftOut::somewhere(Phrase::new("left.image").with(&card.text)));
                }
                (FieldType::Choice(_), Value::String(name)) => braces.choice(field.name, name),
                (_, Value::String(text)) => braces.text(field.name, text),
                (_, Value::Number(number)) => match number.as_f64() {
                    Some(float) if number.is_f64() => braces.pair(field.name, float),
                    _ => braces.pair(field.name, number),
                },
                (_, value) => braces.pair(field.name, value),
            }
        }
        if card.votes > 0 {
            braces.pair("votes", card.votes);
        }
        for person in card.people.iter().filter_map(|id| self.document.people.get(id)) {
            braces.pair("person", &person.name);
        }
        let team = card.team.and_then(|id| self.document.teams.get(&id));
        braces.text("team", team.map_or("", |team| &team.name));
        for tag in card.tags.iter().filter_map(|id| self.document.tags.get(id)) {
            braces.pair("tag", &tag.name);
        }
        let step = card.step.and_then(|id| self.document.steps.get(&id));
        braces.text("step", step.map_or("", |step| &step.name));
        self.evidence(&mut braces, card.evidence);
        braces.text("note", &card.note);
        braces.text("color", &card.color);
        for answer in self.document.answers.values().filter(|answer| answer.opportunity == card.id) {
            if let Some(place) = self.place_of(answer.problem) {
                braces.pair("answers", place);
            }
        }
        let _ = writeln!(self.out, "- {}{}", in_lines(&card.text), braces.written());
    }

    fn place_of(&self, record: RecordId) -> Option<String> {
        match record.table {
            Table::Stage => self.stage_number(Some(record.id)),
            Table::Card => self.places.get(&record.id).cloned(),
            Table::Gap => {
                let gap = self.document.gaps.get(&record.id)?;
                let at = self.document.gaps_after(gap.stage).iter().position(|other| other.id == gap.id)?;
                Some(format!("{} {}/{}", self.word("gap"), self.stage_number(Some(gap.stage))?, at + 1))
            }
            _ => None,
        }
    }
}

/// The text of a bullet: its lines go on indented. An empty line stands as `\n`, which no editor trims.
fn in_lines(text: &str) -> String {
    let mut pieces = text.split('\n').map(|piece| escaped(piece, &[]));
    let mut out = pieces.next().unwrap_or_default();
    for piece in pieces {
        out.push_str(if piece.is_empty() { "\\n" } else { "\n  " });
        out.push_str(&piece);
    }
    out
}

fn id_of(value: &Value) -> Option<Id> {
    value.as_str()?.parse().ok()
}
