//! What stands before the first stage: the map's own lines, its people, its lanes.

use super::{Outline, name_of};
use crate::markdown::attributes::{Braces, escaped, span_words};
use crate::markdown::home_zone;
use journey::{Lane, LaneKind, Person, STARTER_LANES, words};

impl Outline<'_> {
    pub(super) fn head(&mut self) {
        let map = self.map;
        let heading = format!("# {}", escaped(&map.title, &[]));
        self.line(heading.trim_end());
        let state = if map.state == journey::MapState::Future { self.word("future") } else { "" };
        let status =
            if map.status == journey::MapStatus::Draft { String::new() } else { self.choice(&map.status) };
        let backward = if map.perspective == journey::Perspective::BuyerBackward {
            self.word("buyer_backward")
        } else {
            ""
        };
        let language = if map.language == "en" { "" } else { &map.language };
        let reviewed = map.reviewed_on.as_ref().map_or("", |date| date.as_str());
        let every =
            map.review_every.as_ref().map_or_else(String::new, |span| span_words(span, self.language));
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
            self.line(&format!("{}: {}", self.head_word(key), escaped(value, &[])));
        }
        if (map.score_low, map.score_high) != (1.0, 5.0) {
            let (scores, to) = (self.head_word("Scores"), self.word("to"));
            self.line(&format!("{scores}: {} {to} {}", map.score_low, map.score_high));
        }
        for cast in self.document.cast_of(map.id) {
            if let Some(person) = self.document.people.get(&cast.person) {
                self.person(person, cast.primary);
            }
        }
        let starter = self.lanes.len() == STARTER_LANES.len()
            && self.lanes.iter().zip(STARTER_LANES).all(|(lane, kind)| {
                let plain = Lane {
                    id: lane.id,
                    map: lane.map,
                    order: lane.order.clone(),
                    ..starter_lane(*kind, self.language)
                };
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
        parts.extend(person.committee_role.iter().map(|role| self.choice(role).replace('_', " ")));
        if primary {
            parts.push(self.word("primary").to_owned());
        }
        let parts = if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) };
        let role = if person.role.is_empty() {
            String::new()
        } else {
            format!(", {}", escaped(&person.role, &['(']))
        };
        let mut braces = Braces::new(self.language);
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
            "{}: {}{role}{parts}{}",
            self.head_word("Person"),
            escaped(&person.name, &[',', '(']),
            braces.written()
        ));
    }

    fn lane_line(&mut self, lane: &Lane) {
        let mut braces = Braces::new(self.language);
        braces.choice("kind", lane.kind.name());
        if lane.zone != home_zone(lane.kind) {
            braces.choice("zone", &name_of(&lane.zone));
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
            braces.choice("line", &name_of(&lane.line_below));
        }
        if lane.metric != journey::Metric::Emotion {
            braces.choice("metric", &name_of(&lane.metric));
        }
        let lane_word = self.head_word("Lane");
        self.line(&format!("{lane_word}: {}{}", escaped(&lane.name, &[]), braces.written()));
    }
}

/// A lane of the starter set as a reader makes it.
fn starter_lane(kind: LaneKind, language: &str) -> Lane {
    Lane { kind, name: words::lane_title(kind, language), zone: home_zone(kind), ..Lane::default() }
}
