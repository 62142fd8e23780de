//! A document: its maps, and what they share.

use crate::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One or several maps plus the people, teams, tags, images and evidence that they share.
///
/// The tables are read freely; they change only through an [`Edit`] or by reversing a [`Change`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Its name, the same in every copy of its file.
    pub id: Id,
    /// R1.
    pub maps: Records<Map>,
    /// R2.
    pub people: Records<Person>,
    /// R3.
    pub cast: Records<Cast>,
    /// R4.
    pub teams: Records<Team>,
    /// R4.
    pub tags: Records<Tag>,
    /// R5.
    pub stages: Records<Stage>,
    /// R6.
    pub steps: Records<Step>,
    /// R7.
    pub lanes: Records<Lane>,
    /// R8.
    pub cards: Records<Card>,
    /// R9.
    pub feelings: Records<Feeling>,
    /// R10.
    pub gaps: Records<Gap>,
    /// R11.
    pub paths: Records<Path>,
    /// R12.
    pub answers: Records<Answer>,
    /// R13.
    pub actions: Records<Action>,
    /// R14.
    pub evidence: Records<Evidence>,
    /// R15.
    pub involvements: Records<Involvement>,
    /// R16.
    pub approvals: Records<Approval>,
    /// R17.
    pub images: Records<Image>,
    /// R18.
    pub comments: Records<Comment>,
    /// R19.
    pub rounds: Records<Round>,
    /// R20.
    pub dismissals: Records<Dismissal>,
    /// R21.
    pub versions: Records<Version>,
    /// The bytes of images by SHA-256 in hex, each stored once. Only ever added to while a document is open;
    /// what no image names any more is left out when the file is next opened.
    pub blobs: BTreeMap<String, Arc<Vec<u8>>>,
    /// Fields of the document itself that a newer program wrote; kept and written back.
    pub extra: Fields,
}

impl Document {
    /// An empty document without a map.
    pub fn new(id: Id) -> Self {
        Self { id, ..Self::default() }
    }

    /// A record by its id.
    pub fn get<T: Record>(&self, id: Id) -> Option<&T> {
        T::of(self).get(&id)
    }

    /// The maps in order.
    pub fn maps_in_order(&self) -> Vec<&Map> {
        in_order(self.maps.values(), |map| &map.order)
    }

    /// The stages of a map, left to right.
    pub fn stages_of(&self, map: Id) -> Vec<&Stage> {
        in_order(self.stages.values().filter(|stage| stage.map == map), |stage| &stage.order)
    }

    /// The lanes of a map, experience first, top to bottom.
    pub fn lanes_of(&self, map: Id) -> Vec<&Lane> {
        let mut lanes = in_order(self.lanes.values().filter(|lane| lane.map == map), |lane| &lane.order);
        lanes.sort_by_key(|lane| lane.zone);
        lanes
    }

    /// The cards that begin in a cell, top to bottom. Looks at every card; views keep an index of their own.
    pub fn cards_in(&self, lane: Id, stage: Id) -> Vec<&Card> {
        let cell = self.cards.values().filter(|card| card.lane == lane && card.stage == stage);
        in_order(cell, |card| &card.order)
    }

    /// The cast of a map in order.
    pub fn cast_of(&self, map: Id) -> Vec<&Cast> {
        in_order(self.cast.values().filter(|cast| cast.map == map), |cast| &cast.order)
    }

    /// The gaps after a stage in order.
    pub fn gaps_after(&self, stage: Id) -> Vec<&Gap> {
        in_order(self.gaps.values().filter(|gap| gap.stage == stage), |gap| &gap.order)
    }

    /// What a record is called: its name, title or text. None where it has no such thing or is not there.
    pub fn caption(&self, record: RecordId) -> Option<String> {
        let id = record.id;
        let text = match record.table {
            Table::Map => &self.maps.get(&id)?.title,
            Table::Person => &self.people.get(&id)?.name,
            Table::Cast => &self.people.get(&self.cast.get(&id)?.person)?.name,
            Table::Team => &self.teams.get(&id)?.name,
            Table::Tag => &self.tags.get(&id)?.name,
            Table::Stage => &self.stages.get(&id)?.name,
            Table::Step => &self.steps.get(&id)?.name,
            Table::Lane => &self.lanes.get(&id)?.name,
            Table::Card => &self.cards.get(&id)?.text,
            Table::Feeling => &self.feelings.get(&id)?.label,
            Table::Gap => &self.gaps.get(&id)?.title,
            Table::Path => &self.paths.get(&id)?.label,
            Table::Action => &self.actions.get(&id)?.text,
            Table::Evidence => &self.evidence.get(&id)?.quote,
            Table::Image => &self.images.get(&id)?.alt,
            Table::Comment => &self.comments.get(&id)?.text,
            Table::Version => &self.versions.get(&id)?.name,
            Table::Answer | Table::Involvement | Table::Approval | Table::Round | Table::Dismissal => {
                return None;
            }
        };
        (!text.is_empty()).then(|| text.clone())
    }

    /// The map that a record belongs to; none for what maps share, and for what is not there.
    pub fn map_of(&self, record: RecordId) -> Option<Id> {
        let of_stage = |id| self.stages.get(&id).map(|stage| stage.map);
        let of_lane = |id| self.lanes.get(&id).map(|lane| lane.map);
        let of_card = |id| self.cards.get(&id).and_then(|card| of_lane(card.lane));
        let id = record.id;
        match record.table {
            Table::Map => Some(id),
            Table::Stage => of_stage(id),
            Table::Step => of_stage(self.steps.get(&id)?.stage),
            Table::Lane => of_lane(id),
            Table::Card => of_card(id),
            Table::Feeling => of_lane(self.feelings.get(&id)?.lane),
            Table::Gap => of_stage(self.gaps.get(&id)?.stage),
            Table::Path => Some(self.paths.get(&id)?.map),
            Table::Cast => Some(self.cast.get(&id)?.map),
            Table::Answer => of_card(self.answers.get(&id)?.opportunity),
            Table::Action => Some(self.actions.get(&id)?.map),
            Table::Involvement => of_stage(self.involvements.get(&id)?.stage),
            Table::Approval => self.map_of(self.approvals.get(&id)?.about),
            Table::Comment => self.map_of(self.comments.get(&id)?.about?),
            Table::Round => Some(self.rounds.get(&id)?.map),
            Table::Dismissal => self.map_of(self.dismissals.get(&id)?.about),
            Table::Team | Table::Tag | Table::Image | Table::Person | Table::Evidence | Table::Version => {
                None
            }
        }
    }
}

/// Records sorted by their order, ties by id (the tables already are in the order of ids).
pub fn in_order<'a, T: Record>(
    records: impl Iterator<Item = &'a T>,
    order: impl Fn(&T) -> &Order,
) -> Vec<&'a T> {
    let mut found: Vec<&T> = records.collect();
    found.sort_by(|a, b| order(a).cmp(order(b)).then(a.id().cmp(&b.id())));
    found
}
