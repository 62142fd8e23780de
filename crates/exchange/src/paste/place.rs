//! Where what was read goes: lines below each other, columns side by side, headings as stages.

use super::{Content, Line, MOST_CARDS, PasteError};
use journey::edit::Place;
use journey::{
    Card, Document, Edit, Fields, Id, Lane, LaneKind, NewIds, Person, Phrase, RecordId, Stage, Table, Tag,
    Team, words,
};
use serde::Deserialize;
use std::collections::HashMap;

/// Where a paste goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", tag = "at")]
pub enum At {
    /// Into a cell.
    Cell {
        /// The lane.
        lane: Id,
        /// The stage.
        stage: Id,
        /// Below this card; at the end without one.
        after: Option<Id>,
    },
    /// Into the row of stages.
    Stages {
        /// After this stage; at the end without one.
        after: Option<Id>,
    },
}

/// What a paste would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// All of it, as one step.
    pub edit: Edit,
    /// How many cards it makes.
    pub cards: usize,
    /// How many stages it makes or names.
    pub stages: usize,
    /// The lane into which all cards go; none where they go into several.
    pub lane: Option<Id>,
}

/// Makes what was read into an Edit of a map.
///
/// # Errors
/// [`PasteError::NoLane`] where there are cards and no lane for them, [`PasteError::TooMuch`] where there are too many.
pub fn plan(
    document: &Document,
    map: Id,
    content: Content,
    at: At,
    ids: &mut dyn NewIds,
) -> Result<Plan, PasteError> {
    let stages = document.stages_of(map).iter().map(|stage| stage.id).collect();
    let mut paste =
        Paste { document, map, ids, stages, edits: Vec::new(), cards: 0, made: 0, lanes: Vec::new() };
    match (content, at) {
        (Content::Cards(cards), at) => paste.own(*cards, at)?,
        (Content::Table(rows), At::Cell { lane, stage, after }) => {
            let lane = paste.taking(Some(lane))?;
            paste.table(rows, lane, stage, after);
        }
        (Content::Table(mut rows), At::Stages { after }) => {
            let names = rows.remove(0);
            let stages = paste.named(names, after);
            if rows.iter().flatten().any(|cell| !cell.is_empty()) {
                let lane = paste.taking(None)?;
                paste.columns(rows, lane, &stages, None);
            }
        }
        (Content::Lines(lines), At::Stages { after }) if lines.iter().any(|line| line.heading) => {
            paste.outline(lines, None, after)?;
        }
        (Content::Lines(lines), At::Stages { after }) => {
            paste.named(lines.into_iter().map(|line| line.text).collect(), after);
        }
        // An empty map takes its stages from an outline; elsewhere a heading is a line like the others.
        (Content::Lines(lines), At::Cell { lane, .. })
            if lines.iter().any(|line| line.heading) && paste.is_empty() =>
        {
            paste.outline(lines, Some(lane), None)?;
        }
        (Content::Lines(lines), At::Cell { lane, stage, after }) => {
            let lane = paste.taking(Some(lane))?;
            paste.list(lines.into_iter().map(|line| line.text), lane, stage, after);
        }
    }
    if paste.cards > MOST_CARDS || paste.made > MOST_CARDS {
        return Err(PasteError::TooMuch);
    }
    let Paste { edits, cards, made, mut lanes, .. } = paste;
    if edits.is_empty() {
        return Err(PasteError::Nothing);
    }
    lanes.dedup();
    let key = if cards > 0 { "edit.paste" } else { "edit.paste.stages" };
    let label = Phrase::new(key).with(if cards > 0 { cards } else { made });
    let lane = if lanes.len() == 1 { lanes.first().copied() } else { None };
    Ok(Plan { edit: Edit::Together { label: Some(label), edits }, cards, stages: made, lane })
}

/// A paste being worked out.
struct Paste<'a> {
    document: &'a Document,
    map: Id,
    ids: &'a mut dyn NewIds,
    /// The stages as they will be.
    stages: Vec<Id>,
    edits: Vec<Edit>,
    cards: usize,
    made: usize,
    lanes: Vec<Id>,
}

impl Paste<'_> {
    fn is_empty(&self) -> bool {
        let lanes: Vec<Id> = self.document.lanes_of(self.map).iter().map(|lane| lane.id).collect();
        !self.document.cards.values().any(|card| lanes.contains(&card.lane))
    }

    /// A lane that takes cards: the wanted one, else that of actions, else the first one.
    fn taking(&self, wanted: Option<Id>) -> Result<Id, PasteError> {
        let lanes = self.document.lanes_of(self.map);
        let takes = |lane: &&&Lane| lane.kind.holds_cards() && !lane.hidden;
        let wanted = lanes.iter().filter(takes).find(|lane| Some(lane.id) == wanted);
        let actions = || lanes.iter().filter(takes).find(|lane| lane.kind == LaneKind::Actions);
        let found = wanted.or_else(actions).or_else(|| lanes.iter().find(takes));
        found.map(|lane| lane.id).ok_or(PasteError::NoLane)
    }

    fn card(&mut self, lane: Id, stage: Id, text: String, place: Place) -> Id {
        let id = self.ids.next_id();
        let Edit::Add { table, fields, .. } = Edit::add_card(id, lane, stage, &text) else {
            return id;
        };
        self.edits.push(Edit::Add { table, fields, place });
        self.cards += 1;
        self.lanes.push(lane);
        id
    }

    /// Cards below each other.
    fn list(&mut self, texts: impl Iterator<Item = String>, lane: Id, stage: Id, mut after: Option<Id>) {
        for text in texts {
            let card = self.card(lane, stage, text, after.map_or(Place::Last, Place::After));
            after = Some(card);
        }
    }

    /// Columns over the stages from one on; those beyond the last stage bring stages of their own.
    fn table(&mut self, rows: Vec<Vec<String>>, lane: Id, stage: Id, after: Option<Id>) {
        let first = self.stages.iter().position(|id| *id == stage).unwrap_or(0);
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        while self.stages.len() < first + width {
            let name = words::word("template", "further_stage", self.language());
            let last = self.stages.last().copied();
            self.stage(name, last);
        }
        let stages = self.stages[first..first + width].to_vec();
        self.columns(rows, lane, &stages, after);
    }

    /// Columns as cards of these stages; `after` is a card of the first one.
    fn columns(&mut self, rows: Vec<Vec<String>>, lane: Id, stages: &[Id], after: Option<Id>) {
        for (column, &stage) in stages.iter().enumerate() {
            let cells =
                rows.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty()).cloned();
            let cells: Vec<String> = cells.collect();
            self.list(cells.into_iter(), lane, stage, after.filter(|_| column == 0));
        }
    }

    /// A new stage; at the end without a place.
    fn stage(&mut self, name: String, after: Option<Id>) -> Id {
        let stage = Stage { id: self.ids.next_id(), map: self.map, name, ..Stage::default() };
        let at = after.and_then(|after| self.stages.iter().position(|id| *id == after));
        self.stages.insert(at.map_or(self.stages.len(), |at| at + 1), stage.id);
        self.edits.push(Edit::add(&stage, at.map_or(Place::Last, |at| Place::After(self.stages[at]))));
        self.made += 1;
        stage.id
    }

    /// Stages of these names, after one of those that are there. One that nobody has named or used yet gets the first
    /// name.
    fn named(&mut self, names: Vec<String>, after: Option<Id>) -> Vec<Id> {
        let mut after = after.or(self.stages.last().copied());
        let mut named = Vec::new();
        for name in names.into_iter().filter(|name| !name.is_empty()) {
            // A name is one line.
            let name = name.split('\n').next().unwrap_or_default().to_owned();
            let id = match after.filter(|id| named.is_empty() && self.is_fresh(*id)) {
                Some(fresh) => {
                    self.edits.push(Edit::set(Table::Stage, fresh, "name", name));
                    self.made += 1;
                    fresh
                }
                None => self.stage(name, after),
            };
            named.push(id);
            after = Some(id);
        }
        named
    }

    /// The map's language.
    fn language(&self) -> &str {
        self.document.maps.get(&self.map).map_or("en", |map| &map.language)
    }

    /// Whether a stage is as a new map brings it, with nothing in it.
    fn is_fresh(&self, id: Id) -> bool {
        let Some(stage) = self.document.stages.get(&id) else { return false };
        let here = RecordId::new(Table::Stage, id);
        let mut used = false;
        for table in [Table::Card, Table::Feeling, Table::Gap, Table::Step, Table::Path] {
            self.document.each_reference(table, &mut |_, reference| used |= reference.to == here);
        }
        let mut fresh = words::languages().into_iter().map(|own| words::word("template", "blank_stage", own));
        !used && fresh.any(|name| stage.name == name)
    }

    /// Headings as stages with their lines as cards; what stands before the first heading goes into the first stage.
    fn outline(&mut self, lines: Vec<Line>, lane: Option<Id>, after: Option<Id>) -> Result<(), PasteError> {
        let mut parts: Vec<(Option<String>, Vec<String>)> = vec![(None, Vec::new())];
        for line in lines {
            if line.heading {
                parts.push((Some(line.text), Vec::new()));
            } else if let Some((_, texts)) = parts.last_mut() {
                texts.push(line.text);
            }
        }
        let names: Vec<String> = parts.iter().filter_map(|(name, _)| name.clone()).collect();
        let named = self.named(names, after);
        let first = named.first().copied().unwrap_or_default();
        let stages = std::iter::once(first).chain(named);
        for ((_, texts), stage) in parts.into_iter().zip(stages) {
            if !texts.is_empty() {
                let lane = self.taking(lane)?;
                self.list(texts.into_iter(), lane, stage, None);
            }
        }
        Ok(())
    }

    /// Cards of our own: with other ids, beside the people, teams and tags of the same names, and as far from each
    /// other as they lay.
    fn own(&mut self, mut from: Document, at: At) -> Result<(), PasteError> {
        let Some(map) = from.maps_in_order().first().map(|map| map.id) else {
            return Err(PasteError::Nothing);
        };
        let columns: Vec<Id> = from.stages_of(map).iter().map(|stage| stage.id).collect();
        let column = |stage: Id| columns.iter().position(|id| *id == stage).unwrap_or(0);
        let lanes = from.lanes_of(map).into_iter().cloned().collect::<Vec<_>>();
        let mut cards: Vec<Card> = Vec::new();
        for (lane, stage) in lanes.iter().flat_map(|lane| columns.iter().map(move |stage| (lane, stage))) {
            cards.extend(from.cards_in(lane.id, *stage).into_iter().cloned());
        }
        let first = cards.iter().map(|card| column(card.stage)).min().ok_or(PasteError::Nothing)?;
        let used: Vec<&Lane> =
            lanes.iter().filter(|lane| cards.iter().any(|card| card.lane == lane.id)).collect();
        let (start, wanted, mut after) = match at {
            At::Cell { lane, stage, after } => (self.column(stage), Some(lane), after),
            At::Stages { after } => (after.map_or(0, |stage| self.column(stage)), None, None),
        };
        let mut to: HashMap<Id, Id> = HashMap::new();
        for lane in &used {
            let target = if used.len() == 1 {
                self.taking(wanted.or(Some(self.like(lane)?)))?
            } else {
                self.like(lane)?
            };
            to.insert(lane.id, target);
        }
        let mentions = self.bring(&from);
        let new: HashMap<Id, Id> = cards.iter().map(|card| (card.id, self.ids.next_id())).collect();
        let ids: Vec<Id> = cards.iter().map(|card| card.id).collect();
        for id in ids {
            from.redirect(Table::Card, id, &mut |target| match target.table {
                Table::Card => new.get(&target.id).map(|id| RecordId::new(Table::Card, *id)),
                Table::Lane | Table::Stage => Some(target),
                _ => mentions.get(&target).map(|id| RecordId::new(target.table, *id)),
            });
        }
        let last = self.stages.len() - 1;
        for card in &cards {
            let (old, lane) = (&from.cards[&card.id], to[&card.lane]);
            let place = |end: Id| (start + column(end) - first).min(last);
            let (stage, to_stage) = (self.stages[place(card.stage)], self.stages[place(card.to_stage)]);
            let id = new[&card.id];
            let fields = self.converted(&from, old, lane);
            let made = Card { id, lane, stage, to_stage, step: None, votes: 0, fields, ..old.clone() };
            let here = after.filter(|_| place(card.stage) == start && Some(lane) == wanted);
            self.edits.push(Edit::add(&made, here.map_or(Place::Last, Place::After)));
            if here.is_some() {
                after = Some(id);
            }
            self.cards += 1;
            self.lanes.push(lane);
        }
        Ok(())
    }

    fn column(&self, stage: Id) -> usize {
        self.stages.iter().position(|id| *id == stage).unwrap_or(0)
    }

    /// The lane of this map that is most like one of another map: the very one, one of its kind and name, of its kind.
    fn like(&self, lane: &Lane) -> Result<Id, PasteError> {
        let own = self.document.lanes_of(self.map);
        let find = |fits: &dyn Fn(&Lane) -> bool| own.iter().find(|own| fits(own)).map(|own| own.id);
        find(&|own| own.id == lane.id)
            .or_else(|| find(&|own| own.kind == lane.kind && own.name == lane.name))
            .or_else(|| find(&|own| own.kind == lane.kind))
            .map_or_else(|| self.taking(None), Ok)
    }

    /// The fields of a card in a lane, under the names that they have in a lane of its kind.
    fn converted(&self, from: &Document, card: &Card, lane: Id) -> Fields {
        let (was, is) = (from.lanes[&card.lane].kind, self.document.lanes[&lane].kind);
        let mut fields = card.fields.clone();
        journey::edit::convert(&mut fields, was, is);
        fields
    }

    /// Brings along whom and what cards mention: by name where there is one of that name, else as a new record.
    fn bring(&mut self, from: &Document) -> HashMap<RecordId, Id> {
        let mut found = HashMap::new();
        for person in from.people.values() {
            let own =
                self.document.people.values().find(|own| own.id == person.id || own.name == person.name);
            let id = own
                .map(|own| own.id)
                .unwrap_or_else(|| self.add(Person { id: Id::default(), ..person.clone() }));
            found.insert(RecordId::new(Table::Person, person.id), id);
            let plays = self.document.cast.values().any(|cast| cast.map == self.map && cast.person == id);
            if !plays {
                let fields = [("map", self.map), ("person", id), ("id", self.ids.next_id())];
                let fields =
                    fields.into_iter().map(|(name, id)| (name.into(), id.to_string().into())).collect();
                self.edits.push(Edit::Add { table: Table::Cast, fields, place: Place::Last });
            }
        }
        for team in from.teams.values() {
            let own = self.document.teams.values().find(|own| own.id == team.id || own.name == team.name);
            let id =
                own.map(|own| own.id).unwrap_or_else(|| self.add(Team { id: Id::default(), ..team.clone() }));
            found.insert(RecordId::new(Table::Team, team.id), id);
        }
        for tag in from.tags.values() {
            let own = self.document.tags.values().find(|own| own.id == tag.id || own.name == tag.name);
            let id =
                own.map(|own| own.id).unwrap_or_else(|| self.add(Tag { id: Id::default(), ..tag.clone() }));
            found.insert(RecordId::new(Table::Tag, tag.id), id);
        }
        for image in from.images.values() {
            let own = self.document.images.values().find(|own| own.hash == image.hash).map(|own| own.id);
            let id = own.unwrap_or_else(|| {
                let id = self.ids.next_id();
                let bytes = from.blobs.get(&image.hash).map(|bytes| bytes.to_vec()).unwrap_or_default();
                self.edits.push(Edit::AddImage { image: journey::Image { id, ..image.clone() }, bytes });
                id
            });
            found.insert(RecordId::new(Table::Image, image.id), id);
        }
        found
    }

    fn add<T: journey::Record>(&mut self, record: T) -> Id {
        let id = self.ids.next_id();
        let mut fields = record.to_fields();
        fields.insert("id".into(), id.to_string().into());
        // What it refers to itself (a portrait, an organisation) stays behind.
        fields.retain(|name, _| !matches!(name.as_str(), "portrait" | "member_of"));
        self.edits.push(Edit::Add { table: T::TABLE, fields, place: Place::Last });
        id
    }
}
