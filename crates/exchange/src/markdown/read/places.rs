//! Places that are named before or after they come: resolved when a map is whole.

use super::{Later, Page, Reader};
use journey::words::outline_name;
use journey::{Answer, Card, Feeling, Id, Map, Path, Phrase, RecordId, Table};

/// A place as it is written.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Place {
    /// `4`
    Stage(usize),
    /// `4/Pain points/2`
    Card(usize, String, usize),
    /// `gap 3/1`
    Gap(usize, usize),
}

impl Place {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((word, rest)) = text.split_once(' ')
            && outline_name(word) == "gap"
        {
            let (stage, at) = rest.split_once('/')?;
            return Some(Self::Gap(stage.parse().ok()?, at.parse().ok()?));
        }
        let Some((stage, rest)) = text.split_once('/') else {
            return Some(Self::Stage(text.parse().ok()?));
        };
        let (lane, at) = rest.rsplit_once('/')?;
        Some(Self::Card(stage.parse().ok()?, lane.to_owned(), at.parse().ok()?))
    }
}

impl Page {
    fn find(&self, place: &Place) -> Option<RecordId> {
        let stage = |number: &usize| self.stages.get(number.checked_sub(1)?).copied();
        match place {
            Place::Stage(number) => Some(RecordId::new(Table::Stage, stage(number)?)),
            Place::Card(number, lane, at) => {
                let lane = self.lanes.iter().find(|(name, _)| name == lane)?.1;
                let cards = self.cards.get(&(lane, stage(number)?))?;
                Some(RecordId::new(Table::Card, *cards.get(at.checked_sub(1)?)?))
            }
            Place::Gap(number, at) => {
                let gaps = self.gaps.get(&stage(number)?)?;
                Some(RecordId::new(Table::Gap, *gaps.get(at.checked_sub(1)?)?))
            }
        }
    }
}

impl Reader<'_> {
    /// Ends the map being read: what named a place finds it.
    pub(super) fn end_map(&mut self) {
        let Some(mut page) = self.page.take() else { return };
        for (line, later) in std::mem::take(&mut page.later) {
            if self.resolve(&page, later).is_none() {
                self.tell(line, Phrase::new("left.no-place"));
            }
        }
        let has_lanes = !page.lanes.is_empty() || page.lanes_told;
        let map = page.map;
        if !has_lanes {
            let language =
                self.fresh.document.maps.get(&map).map_or_else(String::new, |map| map.language.clone());
            self.fresh.starter_lanes(map, &language);
        }
    }

    fn resolve(&mut self, page: &Page, later: Later) -> Option<()> {
        let of = |place: &Place, table: Table| {
            page.find(place).filter(|found| found.table == table).map(|found| found.id)
        };
        match later {
            Later::Conversion(place) => {
                let stage = of(&place, Table::Stage)?;
                self.change(page.map, |map: &mut Map| map.conversion = Some(stage));
            }
            Later::SpanTo(card, place) => {
                let stage = of(&place, Table::Stage)?;
                let from = self.fresh.document.cards.get(&card)?.stage;
                let at = |id: Id| page.stages.iter().position(|stage| *stage == id);
                if at(stage)? < at(from)? {
                    return None;
                }
                self.change(card, |card: &mut Card| card.to_stage = stage);
            }
            Later::CardField(card, field, place) => {
                let other = of(&place, Table::Card)?;
                self.change(card, |card: &mut Card| {
                    card.fields.insert(field.into(), other.to_string().into());
                });
            }
            Later::FeelingFrom(feeling, place) => {
                let card = of(&place, Table::Card)?;
                self.change(feeling, |feeling: &mut Feeling| feeling.card = Some(card));
            }
            Later::Answers(opportunity, place) => {
                let problem = page.find(&place).filter(|found| found.table != Table::Stage)?;
                let id = self.fresh.id();
                self.fresh
                    .document
                    .answers
                    .insert(id, Answer { id, opportunity, problem, ..Answer::default() });
            }
            Later::PathFrom(path, place) => {
                let end = page.find(&place).filter(|found| found.table != Table::Gap)?;
                self.change(path, |path: &mut Path| path.from = Some(end));
            }
            Later::PathTo(path, place) => {
                let end = page.find(&place).filter(|found| found.table != Table::Gap)?;
                self.change(path, |path: &mut Path| path.to = Some(end));
            }
            Later::Opportunity(action, place) => {
                let card = of(&place, Table::Card)?;
                self.change(action, |action: &mut journey::Action| action.opportunity = Some(card));
            }
            Later::MemberOf(person, name) => {
                let of = self
                    .fresh
                    .document
                    .people
                    .values()
                    .find(|other| other.name == name && other.id != person)?
                    .id;
                self.change(person, |person: &mut journey::Person| person.member_of = Some(of));
            }
        }
        Some(())
    }

    fn change<T: journey::Record>(&mut self, id: Id, change: impl FnOnce(&mut T)) {
        if let Some(record) = T::of_mut(&mut self.fresh.document).get_mut(&id) {
            change(record);
        }
    }
}
