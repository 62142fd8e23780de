//! What there is to choose: the names of the file format in words, and the records that a document shares.

use super::{Asked, Choice, Control};
use crate::{Channel, LaneKind, Table, Unit, words};
use serde::Serialize;
use std::collections::BTreeSet;

impl Asked<'_> {
    /// Names of the file format, in words.
    pub(super) fn names(&self, prefix: &str, names: &[&str]) -> Vec<Choice> {
        let word = |name: &str| words::capital(&words::word(prefix, name, self.language));
        names.iter().map(|name| Choice::named(*name, word(name))).collect()
    }

    /// The values of an enumeration, in words.
    pub(super) fn all<T: Serialize>(&self, prefix: &str, all: &[T]) -> Vec<Choice> {
        let names: Vec<String> = all
            .iter()
            .filter_map(|one| serde_json::to_value(one).ok()?.as_str().map(str::to_owned))
            .collect();
        self.names(prefix, &names.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// One of an enumeration.
    pub(super) fn one_of<T: Serialize>(&self, prefix: &str, all: &[T], optional: bool) -> Control {
        Control::Choice { choices: self.all(prefix, all), optional }
    }

    pub(super) fn span(&self, ongoing: bool) -> Control {
        const UNITS: &[Unit] = &[Unit::Minute, Unit::Hour, Unit::Day, Unit::Week, Unit::Month, Unit::Year];
        Control::Span { units: self.all("unit", UNITS), ongoing }
    }

    /// The people of the map in their order, then the others of the document.
    fn people(&self) -> Vec<Choice> {
        let cast = self.document.cast_of(self.map);
        let in_map: BTreeSet<_> = cast.iter().map(|cast| cast.person).collect();
        let others = self.document.people.keys().filter(|id| !in_map.contains(id)).map(|id| (*id, None));
        cast.iter()
            .map(|cast| (cast.person, cast.curve_slot))
            .chain(others)
            .filter_map(|(id, slot)| {
                let person = self.document.people.get(&id)?;
                Some(Choice {
                    initials: Some(person.letters()),
                    slot,
                    ..Choice::named(id.to_string(), &*person.name)
                })
            })
            .collect()
    }

    /// The records of a table by name.
    fn records(&self, table: Table) -> Vec<Choice> {
        let document = self.document;
        match table {
            Table::Person => self.people(),
            Table::Stage => document
                .stages_of(self.map)
                .iter()
                .map(|stage| Choice::named(stage.id.to_string(), &*stage.name))
                .collect(),
            Table::Map => crate::beside::map_names(document, self.language)
                .into_iter()
                .filter(|(map, _)| *map != self.map)
                .map(|(map, name)| Choice::named(map.to_string(), name))
                .collect(),
            Table::Tag => sorted(document.tags.values().map(|tag| Choice {
                color: (!tag.color.is_empty()).then(|| tag.color.clone()),
                ..Choice::named(tag.id.to_string(), &*tag.name)
            })),
            _ => sorted(document.teams.values().map(|team| Choice::named(team.id.to_string(), &*team.name))),
        }
    }

    pub(super) fn stages(&self) -> Vec<Choice> {
        self.records(Table::Stage)
    }

    /// Records of a table to pick from. People, teams and tags can be made by their names.
    pub(super) fn pick(&self, table: Table, many: bool) -> Control {
        let create = matches!(table, Table::Person | Table::Team | Table::Tag);
        Control::Pick { table, choices: self.records(table), many, create }
    }

    /// The built-in channels, then those of one's own that touchpoints of the document have.
    pub(super) fn channels(&self) -> Vec<Choice> {
        let mut known: BTreeSet<String> = BTreeSet::new();
        let mut found: Vec<Choice> = Channel::ALL
            .iter()
            .map(|channel| {
                let name = channel.title(self.language);
                Choice { icon: Some(channel.icon.into()), ..Choice::named(&name, &name) }
            })
            .collect();
        let document = self.document;
        let is_touchpoint =
            |lane| document.lanes.get(lane).is_some_and(|lane| lane.kind == LaneKind::Touchpoints);
        let own = document.cards.values().filter(|card| is_touchpoint(&card.lane)).filter_map(|card| {
            let name = card.fields.get("channel")?.as_str()?.trim();
            let own = !name.is_empty() && Channel::find(name).is_none();
            let fresh = own && known.insert(name.to_lowercase());
            fresh
                .then(|| Choice { icon: Some(crate::Touchpoint::of(card).icon), ..Choice::named(name, name) })
        });
        found.extend(sorted(own));
        found
    }
}

fn sorted(choices: impl Iterator<Item = Choice>) -> Vec<Choice> {
    let mut all: Vec<Choice> = choices.collect();
    all.sort_by_cached_key(|choice| crate::words::sort_key(&choice.label));
    all
}
