//! Outline → document.

mod card;
mod head;
mod lines;
mod places;

use self::lines::{Block, Kind};
use super::attributes::{Item, parted, span_of, unescaped};
use crate::fresh::Fresh;
use crate::{Format, LeftOut, Read, ReadError, text_of};
use journey::words::{self, outline_name};
use journey::{
    Cause, Gap, Id, Involvement, InvolvementKind, LaneKind, Map, NewIds, Phrase, STARTER_LANES, Stage,
};
use places::Place;
use serde::de::DeserializeOwned;
use std::collections::HashMap;

/// Reads an outline; each `#` heading begins a map.
///
/// # Errors
/// [`ReadError::NotText`], and [`ReadError::NothingReadable`] where there is neither a heading nor a bullet.
pub fn read(bytes: &[u8], ids: &mut dyn NewIds) -> Result<Read, ReadError> {
    let text = text_of(bytes)?;
    let blocks = lines::blocks(&text);
    if !blocks.iter().any(|block| matches!(block.kind, Kind::Title | Kind::Stage | Kind::Bullet)) {
        return Err(ReadError::NothingReadable(Format::Outline));
    }
    let mut reader = Reader { fresh: Fresh::new(ids), left_out: Vec::new(), page: None };
    for block in &blocks {
        reader.block(block);
    }
    reader.end_map();
    reader.left_out.sort_by_key(|left| left.line);
    Ok(Read { document: reader.fresh.document, left_out: reader.left_out })
}

struct Reader<'a> {
    fresh: Fresh<'a>,
    left_out: Vec<LeftOut>,
    page: Option<Page>,
}

/// The map being read.
struct Page {
    map: Id,
    stages: Vec<Id>,
    stage: Option<Id>,
    lane: Option<Id>,
    /// Lanes by name, in the order in which they came.
    lanes: Vec<(String, Id)>,
    /// Whether the text said which lanes there are.
    lanes_told: bool,
    cards: HashMap<(Id, Id), Vec<Id>>,
    gaps: HashMap<Id, Vec<Id>>,
    /// What names a place that may come later.
    later: Vec<(usize, Later)>,
}

impl Page {
    fn of(map: Id) -> Self {
        Self {
            map,
            stages: Vec::new(),
            stage: None,
            lane: None,
            lanes: Vec::new(),
            lanes_told: false,
            cards: HashMap::new(),
            gaps: HashMap::new(),
            later: Vec::new(),
        }
    }
}

/// Something that names another place of the map.
enum Later {
    Conversion(Place),
    SpanTo(Id, Place),
    CardField(Id, &'static str, Place),
    FeelingFrom(Id, Place),
    Answers(Id, Place),
    PathFrom(Id, Place),
    PathTo(Id, Place),
    Opportunity(Id, Place),
    MemberOf(Id, String),
}

/// A choice by the name that serde gives it, or by that of another language; blanks stand for underscores.
fn choice<T: DeserializeOwned>(name: &str) -> Option<T> {
    let name = outline_name(name.trim());
    serde_json::from_value(name.to_lowercase().replace([' ', '-'], "_").into()).ok()
}

impl Reader<'_> {
    fn tell(&mut self, line: usize, what: Phrase) {
        self.left_out.push(LeftOut::at(line, what));
    }

    fn tell_item(&mut self, line: usize, item: &Item) {
        let said = format!("{} {}", item.word, item.value);
        self.tell(line, Phrase::new("left.braces").with(said.trim()));
    }

    /// The language of the map being read, as far as it was told.
    fn language(&mut self) -> String {
        let map = self.page().map;
        self.fresh.document.maps.get(&map).map_or_else(String::new, |map| map.language.clone())
    }

    fn block(&mut self, block: &Block) {
        let line = block.line;
        match block.kind {
            Kind::Title => {
                self.end_map();
                self.begin_map(&unescaped(&block.text));
            }
            Kind::Stage => self.stage(line, &block.text),
            Kind::Lane => {
                self.lane(&unescaped(&block.text));
            }
            Kind::Bullet => self.bullet(line, &block.text),
            Kind::Quote => self.quote(line, &block.text),
            Kind::Text => self.head_line(line, &block.text),
        }
    }

    fn begin_map(&mut self, title: &str) {
        let map = self.fresh.map(Map { title: title.into(), ..Map::default() });
        self.page = Some(Page::of(map));
    }

    /// The map being read; an outline may leave the title out.
    fn page(&mut self) -> &mut Page {
        self.page.get_or_insert_with(|| Page::of(self.fresh.map(Map::default())))
    }

    /// Makes the starter lanes before the first stage, unless the text told its own.
    fn ensure_lanes(&mut self) {
        let page = self.page();
        if page.lanes_told || !page.lanes.is_empty() {
            return;
        }
        let map = page.map;
        let language = self.language();
        let made = self.fresh.starter_lanes(map, &language);
        self.page().lanes =
            STARTER_LANES.iter().map(|kind| (words::lane_title(*kind, &language), made[kind])).collect();
    }

    fn stage(&mut self, line: usize, text: &str) {
        self.ensure_lanes();
        let marked = parted(text);
        let mut stage = Stage { name: unescaped(&marked.words), ..Stage::default() };
        let mut steps = Vec::new();
        for item in &marked.items {
            let value = &item.value;
            match item.key.as_str() {
                "" => match span_of(value) {
                    Some(span) => stage.duration = Some(journey::Duration::Span(span)),
                    None => self.tell_item(line, item),
                },
                "ongoing" => stage.duration = Some(journey::Duration::Ongoing),
                "job" => stage.job.clone_from(value),
                "short" => stage.short_name.clone_from(value),
                "act" => stage.act.clone_from(value),
                "purpose" => stage.purpose.clone_from(value),
                "question" => stage.question.clone_from(value),
                "entry" => stage.entry.clone_from(value),
                "exit" => stage.exit.clone_from(value),
                "team" => stage.responsible.push(self.fresh.team(value)),
                "supports" => stage.supports.push(self.fresh.team(value)),
                "step" => steps.push(value.clone()),
                "presence" if choice::<journey::Presence>(value).is_some() => stage.presence = choice(value),
                "effort" if number(value, 0.0..=f64::MAX).is_some() => {
                    stage.effort = number(value, 0.0..=f64::MAX)
                }
                "width" if number(value, 176.0..=480.0).is_some() => {
                    stage.width = number(value, 176.0..=480.0).unwrap_or(stage.width);
                }
                _ => self.tell_item(line, item),
            }
        }
        let map = self.page().map;
        let id = self.fresh.stage(map, stage);
        for step in steps {
            self.fresh.step(id, &step);
        }
        let page = self.page();
        page.stages.push(id);
        page.stage = Some(id);
        page.lane = None;
    }

    /// The lane of a name; new at the end, of the kind that is called so, where there is none.
    fn lane(&mut self, name: &str) -> Id {
        self.ensure_lanes();
        let known = self.page().lanes.iter().find(|(other, _)| other == name).map(|(_, id)| *id);
        // A heading may be the name of a kind in another language than the map's.
        let kind = titled(name).filter(|_| !self.page().lanes_told);
        let known = known.or_else(|| {
            let own = words::lane_title(kind?, &self.language());
            let id = self.page().lanes.iter().find(|(other, _)| *other == own)?.1;
            // Places are named by this name, too.
            self.page().lanes.push((name.to_owned(), id));
            Some(id)
        });
        let id = known.unwrap_or_else(|| {
            let kind = titled(name).unwrap_or(LaneKind::Text);
            let map = self.page().map;
            let id = self.fresh.lane(map, kind, name, super::home_zone(kind));
            self.page().lanes.push((name.to_owned(), id));
            id
        });
        self.page().lane = Some(id);
        id
    }

    fn quote(&mut self, line: usize, text: &str) {
        let Some(stage) = self.page().stage else {
            self.tell(line, Phrase::new("left.no-stage-yet"));
            return;
        };
        let said = text.trim();
        let word = said.split([' ', ':']).next().unwrap_or_default();
        if outline_name(word) == "gap" {
            let rest = &said[word.len()..];
            let marked = parted(rest);
            let (causes, words) = marked.words.split_once(':').unwrap_or(("", &marked.words));
            let (title, detail) = match super::attributes::find(words, ",") {
                Some(at) => (&words[..at], &words[at + 1..]),
                None => (words, ""),
            };
            let mut gap =
                Gap { title: unescaped(title.trim()), detail: unescaped(detail.trim()), ..Gap::default() };
            for cause in causes.split([' ', ',']).filter(|cause| !cause.is_empty()) {
                match choice::<Cause>(cause) {
                    Some(cause) => gap.causes.push(cause),
                    None => self.tell(line, Phrase::new("left.no-cause").with(cause)),
                }
            }
            for item in &marked.items {
                let value = &item.value;
                match item.key.as_str() {
                    "severity" if number(value, 1.0..=5.0).is_some() => gap.severity = value.parse().ok(),
                    "votes" if value.parse::<u32>().is_ok() => gap.votes = value.parse().unwrap_or_default(),
                    "wait" if span_of(value).is_some() => gap.wait = span_of(value),
                    "plug" => gap.plug.clone_from(value),
                    "system" => gap.covering_system.clone_from(value),
                    "team" => gap.owner = Some(self.fresh.team(value)),
                    "status" if choice::<journey::GapStatus>(value).is_some() => {
                        gap.status = choice(value).unwrap_or_default()
                    }
                    _ => self.tell_item(line, item),
                }
            }
            let id = self.fresh.gap(stage, gap);
            self.page().gaps.entry(stage).or_default().push(id);
            return;
        }
        let involved =
            said.split_once(':').and_then(|(kind, name)| Some((choice::<InvolvementKind>(kind)?, name)));
        match involved {
            Some((kind, name)) => {
                let person = self.fresh.person(&unescaped(name.trim()));
                self.fresh.involvement(Involvement { person, stage, kind, ..Involvement::default() });
            }
            None => self.tell(line, Phrase::new("left.no-quote").with(said)),
        }
    }
}

/// The kind of lane of a title, in whichever language.
fn titled(name: &str) -> Option<LaneKind> {
    let is = |kind: &&LaneKind| words::languages().iter().any(|own| words::lane_title(**kind, own) == name);
    LaneKind::ALL.iter().find(is).copied()
}

/// A number within a range.
fn number(text: &str, range: std::ops::RangeInclusive<f64>) -> Option<f64> {
    text.trim().parse::<f64>().ok().filter(|number| range.contains(number))
}
