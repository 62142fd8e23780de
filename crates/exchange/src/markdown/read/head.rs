//! Lines of the head and the tail: `Goal: …`, `Person: …`, `Lane: …`, `Path: …`, `Action: …`.

use super::places::Place;
use super::{Later, Reader, choice, number, titled};
use crate::markdown::attributes::{find, parted, span_of, unescaped};
use journey::words::outline_name;
use journey::{
    Action, Date, Due, Lane, LaneKind, LineBelow, Map, MapState, MapStatus, Metric, Path, PathKind, Person,
    Perspective, Phrase, Zone,
};

impl Reader<'_> {
    pub(super) fn head_line(&mut self, line: usize, text: &str) {
        let Some((key, value)) = text.split_once(':') else {
            self.tell(line, Phrase::new("left.plain-text"));
            return;
        };
        let value = value.trim();
        let head = key.trim();
        // Words that begin small are text, with a colon in it.
        let head = if head.starts_with(char::is_uppercase) { outline_name(head) } else { "" };
        let read = match head.to_lowercase().replace(' ', "_").as_str() {
            "person" => self.person_line(line, value),
            "lane" => self.lane_line(line, value),
            "path" => self.path_line(line, value),
            "action" => self.action_line(line, value),
            "conversion" => match Place::parse(value) {
                Some(place) => {
                    self.page().later.push((line, Later::Conversion(place)));
                    true
                }
                None => false,
            },
            key => self.map_line(key, &unescaped(value)),
        };
        if !read {
            let begun: String = text.chars().take(60).collect();
            self.tell(line, Phrase::new("left.unknown-line").with(begun));
        }
    }

    fn map_line(&mut self, key: &str, value: &str) -> bool {
        let id = self.page().map;
        let Some(map) = self.fresh.document.maps.get_mut(&id) else { return false };
        let text = value.to_owned();
        let read = |map: &mut Map| -> Option<()> {
            match key {
                "state" => map.state = choice::<MapState>(value)?,
                "status" => map.status = choice::<MapStatus>(value)?,
                "perspective" => map.perspective = choice::<Perspective>(value)?,
                "reviewed" => map.reviewed_on = Some(Date::try_from(text).ok()?),
                "review_every" => map.review_every = Some(span_of(value)?),
                "scores" => {
                    let words: Vec<&str> = value.split_whitespace().collect();
                    let &[low, to, high] = words.as_slice() else { return None };
                    if outline_name(to) != "to" {
                        return None;
                    }
                    let (low, high) = (low.parse::<f64>().ok()?, high.parse::<f64>().ok()?);
                    if !(low.is_finite() && high.is_finite() && low < high) {
                        return None;
                    }
                    (map.score_low, map.score_high) = (low, high);
                }
                "sector" => map.sector = text,
                "scenario" => map.scenario = text,
                "goal" => map.goal = text,
                "headline" => map.headline = text,
                "starts_when" => map.starts_when = text,
                "ends_when" => map.ends_when = text,
                "owner" => map.owner = text,
                "version" => map.version_label = text,
                "language" => map.language = text,
                _ => return None,
            }
            Some(())
        };
        read(map).is_some()
    }

    fn person_line(&mut self, line: usize, value: &str) -> bool {
        let marked = parted(value);
        let words = &marked.words;
        let (words, parts) = match find(words, "(") {
            Some(at) if words.ends_with(')') => (words[..at].trim_end(), &words[at + 1..words.len() - 1]),
            _ => (words.as_str(), ""),
        };
        let (name, role) = match find(words, ",") {
            Some(at) => (&words[..at], words[at + 1..].trim()),
            None => (words, ""),
        };
        let id = self.fresh.person(&unescaped(name.trim()));
        let mut person = self.fresh.document.people.get(&id).cloned().unwrap_or_default();
        person.role = unescaped(role);
        let mut primary = false;
        for part in parts.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            match choice(part) {
                _ if outline_name(part) == "primary" => primary = true,
                Some(role) => person.committee_role = Some(role),
                None => self.tell(line, Phrase::new("left.no-part").with(part)),
            }
        }
        for item in &marked.items {
            let text = item.value.clone();
            match item.key.as_str() {
                "initials" => person.initials = text,
                "organisation" => person.kind = journey::PersonKind::Organisation,
                "priorities" => person.priorities = text,
                "permissions" => person.permissions = text,
                "risks" => person.risks = text,
                "goals" => person.goals = text,
                "frustrations" => person.frustrations = text,
                "stance" => person.stance = text,
                "member_of" => self.page().later.push((line, Later::MemberOf(id, text))),
                _ => self.tell_item(line, item),
            }
        }
        self.fresh.document.people.insert(id, Person { id, ..person });
        let map = self.page().map;
        self.fresh.cast(map, id);
        if primary {
            for cast in self.fresh.document.cast.values_mut().filter(|cast| cast.map == map) {
                cast.primary = cast.person == id;
            }
        }
        true
    }

    fn lane_line(&mut self, line: usize, value: &str) -> bool {
        let marked = parted(value);
        let name = unescaped(&marked.words);
        let find =
            |key: &str| marked.items.iter().find(|item| item.key == key).map(|item| item.value.as_str());
        let kind = find("kind").map_or_else(|| titled(&name), choice::<LaneKind>).unwrap_or(LaneKind::Text);
        let zone = find("zone").and_then(choice::<Zone>).unwrap_or(super::super::home_zone(kind));
        let map = self.page().map;
        let id = self.fresh.lane(map, kind, &name, zone);
        let mut lane = self.fresh.document.lanes.get(&id).cloned().unwrap_or_default();
        for item in &marked.items {
            match item.key.as_str() {
                "kind" | "zone" => {}
                "collapsed" => lane.collapsed = true,
                "hidden" => lane.hidden = true,
                "height" if number(&item.value, 0.0..=f64::MAX).is_some() => {
                    lane.height = number(&item.value, 0.0..=f64::MAX)
                }
                "line" => lane.line_below = choice::<LineBelow>(&item.value).unwrap_or_default(),
                "metric" => lane.metric = choice::<Metric>(&item.value).unwrap_or_default(),
                _ => self.tell_item(line, item),
            }
        }
        self.fresh.document.lanes.insert(id, Lane { id, ..lane });
        let page = self.page();
        page.lanes_told = true;
        page.lanes.push((name, id));
        true
    }

    fn path_line(&mut self, line: usize, value: &str) -> bool {
        let marked = parted(value);
        let mut path = Path { label: unescaped(&marked.words), ..Path::default() };
        let mut ends = Vec::new();
        for item in &marked.items {
            let text = &item.value;
            match item.key.as_str() {
                "from" | "to" if Place::parse(text).is_some() => {
                    ends.push((item.key == "from", Place::parse(text)))
                }
                "often" if number(text, 0.0..=f64::MAX).is_some() => {
                    path.often = number(text, 0.0..=f64::MAX)
                }
                "trigger" => path.trigger.clone_from(text),
                "wait" if span_of(text).is_some() => path.wait = span_of(text),
                "expectation" => path.expectation.clone_from(text),
                "met" => path.met = Some(true),
                "not_met" => path.met = Some(false),
                word => match choice::<PathKind>(word) {
                    Some(kind) => path.kind = kind,
                    None => self.tell_item(line, item),
                },
            }
        }
        let map = self.page().map;
        let id = self.fresh.path(map, path);
        for (is_from, place) in ends {
            let Some(place) = place else { continue };
            let later = if is_from { Later::PathFrom(id, place) } else { Later::PathTo(id, place) };
            self.page().later.push((line, later));
        }
        true
    }

    fn action_line(&mut self, line: usize, value: &str) -> bool {
        let marked = parted(value);
        let mut action = Action { text: unescaped(&marked.words), ..Action::default() };
        let mut opportunity = None;
        for item in &marked.items {
            let text = item.value.clone();
            match item.key.as_str() {
                "opportunity" if Place::parse(&text).is_some() => opportunity = Place::parse(&text),
                "owner" => action.owner = Some(self.fresh.person(&text)),
                "team" => action.team = Some(self.fresh.team(&text)),
                "start" if Due::try_from(text.clone()).is_ok() => action.start = Due::try_from(text).ok(),
                "due" if Due::try_from(text.clone()).is_ok() => action.due = Due::try_from(text).ok(),
                "status" if choice::<journey::ActionStatus>(&text).is_some() => {
                    action.status = choice(&text).unwrap_or_default()
                }
                "resources" => action.resources = text,
                "measure" => action.measure = text,
                "note" => action.note = text,
                _ => self.tell_item(line, item),
            }
        }
        let map = self.page().map;
        let id = self.fresh.action(map, action);
        if let Some(place) = opportunity {
            self.page().later.push((line, Later::Opportunity(id, place)));
        }
        true
    }
}
