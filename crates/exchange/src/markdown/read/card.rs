//! Bullets: cards, and points of curves.

use super::places::Place;
use super::{Later, Reader, choice, number};
use crate::markdown::attributes::{Item, Marked, find, parted, unescaped};
use journey::{Card, EvidenceLevel, Feeling, FieldType, Id, LaneKind, Moment, Phrase, words};
use serde_json::Value;

impl Reader<'_> {
    pub(super) fn bullet(&mut self, line: usize, text: &str) {
        if self.page().stage.is_none() {
            self.ensure_lanes();
            let map = self.page().map;
            let stage = self.fresh.stage(map, journey::Stage::default());
            let page = self.page();
            page.stages.push(stage);
            page.stage = Some(stage);
        }
        let lane = match self.page().lane {
            Some(lane) => lane,
            None => {
                let title = words::lane_title(LaneKind::Actions, &self.language());
                self.lane(&title)
            }
        };
        let Some(stage) = self.page().stage else { return };
        let kind = self.fresh.document.lanes.get(&lane).map_or(LaneKind::Text, |lane| lane.kind);
        let marked = parted(text);
        if kind.is_curve() {
            self.feeling(line, lane, stage, &marked);
        } else if kind.holds_cards() {
            self.card(line, lane, stage, kind, &marked);
        } else {
            self.tell(line, Phrase::new("left.no-cards").with(kind.name()));
        }
    }

    fn card(&mut self, line: usize, lane: Id, stage: Id, kind: LaneKind, marked: &Marked) {
        let mut card = Card { text: unescaped(&marked.words), ..Card::default() };
        let mut later = Vec::new();
        for item in &marked.items {
            if !self.card_item(&mut card, kind, item, &mut later, stage) {
                self.tell_item(line, item);
            }
        }
        let id = self.fresh.card(lane, stage, card);
        let page = self.page();
        page.cards.entry((lane, stage)).or_default().push(id);
        page.later.extend(later.into_iter().map(|later| (line, later(id))));
    }

    fn card_item(
        &mut self,
        card: &mut Card,
        kind: LaneKind,
        item: &Item,
        later: &mut Vec<Box<dyn FnOnce(Id) -> Later>>,
        stage: Id,
    ) -> bool {
        let value = &item.value;
        // A field of the kind comes first: a maturity's `now` is no `person`.
        if let Some(field) = kind.fields().iter().find(|field| field.name == item.key) {
            let read: Option<Value> = match field.holds {
                FieldType::Text => Some(value.clone().into()),
                FieldType::Choice(names) => {
                    Some(words::outline_name(value)).filter(|name| names.contains(name)).map(Value::from)
                }
                FieldType::Number(low, high) => number(value, low..=high).map(Value::from),
                FieldType::Whole(low, high) => {
                    value.parse::<i64>().ok().filter(|n| (low..=high).contains(n)).map(Value::from)
                }
                FieldType::Flag => value.is_empty().then_some(Value::Bool(true)),
                FieldType::Team => Some(self.fresh.team(value).to_string().into()),
                FieldType::Series => serde_json::from_str(value).ok(),
                FieldType::Image => None,
                FieldType::Card => match Place::parse(value) {
                    Some(place) => {
                        let name = field.name;
                        later.push(Box::new(move |id| Later::CardField(id, name, place)));
                        return true;
                    }
                    None => None,
                },
            };
            return match read {
                Some(read) => {
                    card.fields.insert(field.name.into(), read);
                    true
                }
                None => false,
            };
        }
        match item.key.as_str() {
            "votes" => match value.parse() {
                Ok(votes) => card.votes = votes,
                Err(_) => return false,
            },
            "person" => card.people.push(self.fresh.person(value)),
            "team" => card.team = Some(self.fresh.team(value)),
            "tag" => card.tags.push(self.fresh.tag(value)),
            "note" => card.note.clone_from(value),
            "color" => card.color.clone_from(value),
            "step" => {
                let steps = self.fresh.document.steps.values();
                let step =
                    steps.filter(|step| step.stage == stage && step.name == *value).map(|step| step.id).min();
                match step {
                    Some(step) => card.step = Some(step),
                    None => return false,
                }
            }
            "to" | "answers" => {
                let Some(place) = Place::parse(value) else { return false };
                let is_span = item.key == "to";
                later.push(Box::new(move |id| {
                    if is_span { Later::SpanTo(id, place) } else { Later::Answers(id, place) }
                }));
            }
            word => match (choice::<EvidenceLevel>(word), value.is_empty()) {
                (Some(level), true) => card.evidence = level,
                _ => return false,
            },
        }
        true
    }

    fn feeling(&mut self, line: usize, lane: Id, stage: Id, marked: &Marked) {
        let words = &marked.words;
        let parts = find(words, "@").and_then(|at| {
            let colon = at + find(&words[at..], ":")?;
            let position = number(&words[at + 1..colon], 0.0..=1.0)?;
            let rest = words[colon + 1..].trim_start();
            let end = rest.find(' ').unwrap_or(rest.len());
            let value = number(&rest[..end].replace('−', "-"), -2.0..=2.0)?;
            Some((words[..at].trim(), position, value, rest[end..].trim_start()))
        });
        let Some((name, position, value, label)) = parts else {
            self.tell(line, Phrase::new("left.no-feeling"));
            return;
        };
        let person = (!name.is_empty()).then(|| self.fresh.person(&unescaped(name)));
        let mut feeling =
            Feeling { lane, stage, position, value, person, label: unescaped(label), ..Feeling::default() };
        let mut from = None;
        for item in &marked.items {
            let text = &item.value;
            match item.key.as_str() {
                "future" => feeling.moment = Moment::Future,
                "note" => feeling.note.clone_from(text),
                "need" => feeling.need.clone_from(text),
                "organisation" => feeling.response_organisation.clone_from(text),
                "sales" => feeling.response_sales.clone_from(text),
                "content" => feeling.response_content.clone_from(text),
                "card" if Place::parse(text).is_some() => from = Place::parse(text),
                word => match choice::<EvidenceLevel>(word) {
                    Some(level) => feeling.evidence = level,
                    None => self.tell_item(line, item),
                },
            }
        }
        if let Some(person) = person {
            let map = self.page().map;
            self.fresh.cast(map, person);
        }
        let id = self.fresh.feeling(feeling);
        if let Some(place) = from {
            self.page().later.push((line, Later::FeelingFrom(id, place)));
        }
    }
}
