//! Document → outline.

use super::attributes::{Braces, duration_words, escaped, span_words};
use super::home_zone;
use crate::{LeftOut, Written};
use journey::{
    Card, Cells, Document, EvidenceLevel, Feeling, FieldType, Gap, Id, Lane, LaneKind, Map, Moment, Person,
    Phrase, RecordId, STARTER_LANES, Stage, Table, in_order,
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
        Self { document, map, stages, lanes, cells, places, out: String::new() }
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

    fn head(&mut self) {
        let map = self.map;
        let heading = format!("# {}", escaped(&map.title, &[]));
        self.line(heading.trim_end());
        let state = if map.state == journey::MapState::Future { "future" } else { "" };
        let status =
            if map.status == journey::MapStatus::Draft { String::new() } else { name_of(&map.status) };
        let backward =
            if map.perspective == journey::Perspective::BuyerBackward { "buyer_backward" } else { "" };
        let language = if map.language == "en" { "" } else { &map.language };
        let reviewed = map.reviewed_on.as_ref().map_or("", |date| date.as_str());
        let every = map.review_every.as_ref().map_or_else(String::new, span_words);
        let conversion = self.stage_number(map.conversion).unwrap_or_default();
        let lines = [
            ("State", state),
            ("Sector", &map.sector),
            ("Scenario", &map.scenario),
            ("Goal", &map.goal),
            ("Headline", &map.headline),
            ("Starts when", &map.starts_when),
            ("Ends when", &map.ends_when),
            ("Status", &status),
            ("Owner", &map.owner),
            ("Reviewed", reviewed),
            ("Review every", &every),
            ("Version", &map.version_label),
            ("Perspective", backward),
            ("Language", language),
            ("Conversion", &conversion),
        ];
        for (key, value) in lines.into_iter().filter(|(_, value)| !value.is_empty()) {
            self.line(&format!("{key}: {}", escaped(value, &[])));
        }
        if (map.score_low, map.score_high) != (1.0, 5.0) {
            self.line(&format!("Scores: {} to {}", map.score_low, map.score_high));
        }
        for cast in self.document.cast_of(map.id) {
            if let Some(person) = self.document.people.get(&cast.person) {
                self.person(person, cast.primary);
            }
        }
        let starter = self.lanes.len() == STARTER_LANES.len()
            && self.lanes.iter().zip(STARTER_LANES).all(|(lane, kind)| {
                let plain =
                    Lane { id: lane.id, map: lane.map, order: lane.order.clone(), ..starter_lane(*kind) };
                **lane == plain
            });
        if !starter {
            for lane in self.lanes.clone() {
                self.lane_line(lane);
            }
        }
    }

    fn person(&mut self, person: &Person, primary: bool) {
        let mut parts = Vec::new();
        parts.extend(person.committee_role.iter().map(|role| name_of(role).replace('_', " ")));
        if primary {
            parts.push("primary".into());
        }
        let parts = if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) };
        let role = if person.role.is_empty() {
            String::new()
        } else {
            format!(", {}", escaped(&person.role, &['(']))
        };
        let mut braces = Braces::default();
        braces.text("initials", &person.initials);
        if person.kind == journey::PersonKind::Organisation {
            braces.word("organisation");
        }
        for (key, value) in [
            ("priorities", &person.priorities),
            ("permissions", &person.permissions),
            ("risks", &person.risks),
            ("goals", &person.goals),
            ("frustrations", &person.frustrations),
            ("stance", &person.stance),
        ] {
            braces.text(key, value);
        }
        let member = person.member_of.and_then(|id| self.document.people.get(&id));
        braces.text("member_of", member.map_or("", |person| &person.name));
        self.line(&format!(
            "Person: {}{role}{parts}{}",
            escaped(&person.name, &[',', '(']),
            braces.written()
        ));
    }

    fn lane_line(&mut self, lane: &Lane) {
        let mut braces = Braces::default();
        braces.pair("kind", lane.kind.name());
        if lane.zone != home_zone(lane.kind) {
            braces.pair("zone", name_of(&lane.zone));
        }
        if lane.collapsed {
            braces.word("collapsed");
        }
        if lane.hidden {
            braces.word("hidden");
        }
        if let Some(height) = lane.height {
            braces.pair("height", height);
        }
        if lane.line_below != journey::LineBelow::None {
            braces.pair("line", name_of(&lane.line_below));
        }
        if lane.metric != journey::Metric::Emotion {
            braces.pair("metric", name_of(&lane.metric));
        }
        self.line(&format!("Lane: {}{}", escaped(&lane.name, &[]), braces.written()));
    }

    fn stage_number(&self, id: Option<Id>) -> Option<String> {
        let at = self.stages.iter().position(|stage| Some(stage.id) == id)?;
        Some((at + 1).to_string())
    }

    fn stage(&mut self, stage: &Stage, left_out: &mut Vec<LeftOut>) {
        let mut braces = Braces::default();
        braces.text("job:", &stage.job);
        if let Some(duration) = &stage.duration {
            braces.word(&duration_words(duration));
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
            braces.pair("presence", name_of(presence));
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
                let line = format!("> {}: {}", name_of(&involvement.kind), escaped(&person.name, &[]));
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
        let causes: Vec<String> = gap.causes.iter().map(name_of).collect();
        let mut braces = Braces::default();
        if let Some(severity) = gap.severity {
            braces.pair("severity", severity);
        }
        if gap.votes > 0 {
            braces.pair("votes", gap.votes);
        }
        if let Some(wait) = &gap.wait {
            braces.pair("wait", span_words(wait));
        }
        braces.text("plug", &gap.plug);
        braces.text("system", &gap.covering_system);
        let owner = gap.owner.and_then(|id| self.document.teams.get(&id));
        braces.text("team", owner.map_or("", |team| &team.name));
        if gap.status != journey::GapStatus::Open {
            braces.pair("status", name_of(&gap.status));
        }
        let detail =
            if gap.detail.is_empty() { String::new() } else { format!(", {}", escaped(&gap.detail, &[])) };
        let line = format!(
            "> gap {}: {}{detail}{}",
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
        let mut braces = Braces::default();
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
        let mut braces = Braces::default();
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
                Some(format!("gap {}/{}", self.stage_number(Some(gap.stage))?, at + 1))
            }
            _ => None,
        }
    }

    fn tail(&mut self, left_out: &mut Vec<LeftOut>) {
        let paths =
            in_order(self.document.paths.values().filter(|path| path.map == self.map.id), |path| &path.order);
        let actions =
            in_order(self.document.actions.values().filter(|action| action.map == self.map.id), |action| {
                &action.order
            });
        if !paths.is_empty() || !actions.is_empty() {
            self.line("");
        }
        for path in paths {
            let mut braces = Braces::default();
            braces.word(&name_of(&path.kind));
            for (key, end) in [("from", path.from), ("to", path.to)] {
                braces.text(key, &end.and_then(|end| self.place_of(end)).unwrap_or_default());
            }
            if let Some(often) = path.often {
                braces.pair("often", often);
            }
            braces.text("trigger", &path.trigger);
            if let Some(wait) = &path.wait {
                braces.pair("wait", span_words(wait));
            }
            braces.text("expectation", &path.expectation);
            if let Some(met) = path.met {
                braces.word(if met { "met" } else { "not_met" });
            }
            self.line(&format!("Path: {}{}", escaped(&path.label, &[]), braces.written()));
        }
        for action in actions {
            let mut braces = Braces::default();
            let place = action.opportunity.and_then(|id| self.places.get(&id));
            braces.text("opportunity", place.map_or("", String::as_str));
            let owner = action.owner.and_then(|id| self.document.people.get(&id));
            braces.text("owner", owner.map_or("", |person| &person.name));
            let team = action.team.and_then(|id| self.document.teams.get(&id));
            braces.text("team", team.map_or("", |team| &team.name));
            braces.text("start", action.start.as_ref().map_or("", |start| start.as_str()));
            braces.text("due", action.due.as_ref().map_or("", |due| due.as_str()));
            if action.status != journey::ActionStatus::Idea {
                braces.pair("status", name_of(&action.status));
            }
            for (key, value) in
                [("resources", &action.resources), ("measure", &action.measure), ("note", &action.note)]
            {
                braces.text(key, value);
            }
            self.line(&format!("Action: {}{}", escaped(&action.text, &[]), braces.written()));
        }
        let of_map = |about: RecordId| self.document.map_of(about) == Some(self.map.id);
        let approvals = self.document.approvals.values().filter(|approval| of_map(approval.about)).count();
        if approvals > 0 {
            left_out.push(LeftOut::somewhere(Phrase::new("left.approvals").with(approvals)));
        }
    }
}

/// A lane of the starter set as a reader makes it.
fn starter_lane(kind: LaneKind) -> Lane {
    Lane { kind, name: kind.title().into(), zone: home_zone(kind), ..Lane::default() }
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
