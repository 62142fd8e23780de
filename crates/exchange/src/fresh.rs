//! A document that a reader fills from top to bottom: ids and orders are given out as records arrive.

use journey::{
    Action, Card, Cast, Document, Feeling, Gap, Id, Involvement, Lane, LaneKind, Map, NewIds, Order, Path,
    Person, Record, STARTER_LANES, Stage, Step, Tag, Team, Zone, words,
};
use std::collections::HashMap;

/// A document being read in.
pub(crate) struct Fresh<'a> {
    pub(crate) document: Document,
    ids: &'a mut dyn NewIds,
    /// The last order given out among the siblings of a table under an owner.
    last: HashMap<(&'static str, Id, Id), Order>,
}

impl<'a> Fresh<'a> {
    pub(crate) fn new(ids: &'a mut dyn NewIds) -> Self {
        let id = ids.next_id();
        Self { document: Document::new(id), ids, last: HashMap::new() }
    }

    pub(crate) fn id(&mut self) -> Id {
        self.ids.next_id()
    }

    fn next_order(&mut self, siblings: &'static str, owner: Id, cell: Id) -> Order {
        let last = self.last.entry((siblings, owner, cell)).or_default();
        let low = (!last.as_str().is_empty()).then(|| last.clone());
        *last = Order::between(low.as_ref(), None);
        last.clone()
    }

    fn put<T: Record>(&mut self, record: T) -> Id {
        let id = record.id();
        T::of_mut(&mut self.document).insert(id, record);
        id
    }

    pub(crate) fn map(&mut self, map: Map) -> Id {
        let (id, order) = (self.id(), self.next_order("map", Id::default(), Id::default()));
        self.put(Map { id, order, ..map })
    }

    /// A map's lanes, named in its language: the starter set, so that what was read can be gone on with.
    pub(crate) fn starter_lanes(&mut self, map: Id, language: &str) -> HashMap<LaneKind, Id> {
        STARTER_LANES
            .iter()
            .copied()
            .map(|kind| {
                let name = words::lane_title(kind, language);
                (kind, self.lane(map, kind, &name, kind.zone().unwrap_or_default()))
            })
            .collect()
    }

    pub(crate) fn lane(&mut self, map: Id, kind: LaneKind, name: &str, zone: Zone) -> Id {
        let siblings = if zone == Zone::Experience { "lane above" } else { "lane below" };
        let (id, order) = (self.id(), self.next_order(siblings, map, Id::default()));
        self.put(Lane { id, map, order, kind, name: name.into(), zone, ..Lane::default() })
    }

    pub(crate) fn stage(&mut self, map: Id, stage: Stage) -> Id {
        let (id, order) = (self.id(), self.next_order("stage", map, Id::default()));
        self.put(Stage { id, map, order, ..stage })
    }

    pub(crate) fn card(&mut self, lane: Id, stage: Id, card: Card) -> Id {
        let (id, order) = (self.id(), self.next_order("card", lane, stage));
        self.put(Card { id, lane, stage, to_stage: stage, order, ..card })
    }

    pub(crate) fn feeling(&mut self, feeling: Feeling) -> Id {
        let id = self.id();
        self.put(Feeling { id, ..feeling })
    }

    pub(crate) fn gap(&mut self, stage: Id, gap: Gap) -> Id {
        let (id, order) = (self.id(), self.next_order("gap", stage, Id::default()));
        self.put(Gap { id, stage, order, ..gap })
    }

    pub(crate) fn path(&mut self, map: Id, path: Path) -> Id {
        let (id, order) = (self.id(), self.next_order("path", map, Id::default()));
        self.put(Path { id, map, order, ..path })
    }

    pub(crate) fn action(&mut self, map: Id, action: Action) -> Id {
        let (id, order) = (self.id(), self.next_order("action", map, Id::default()));
        self.put(Action { id, map, order, ..action })
    }

    pub(crate) fn step(&mut self, stage: Id, name: &str) -> Id {
        let (id, order) = (self.id(), self.next_order("step", stage, Id::default()));
        self.put(Step { id, stage, order, name: name.into(), ..Step::default() })
    }

    pub(crate) fn involvement(&mut self, involvement: Involvement) -> Id {
        let id = self.id();
        self.put(Involvement { id, ..involvement })
    }

    /// The tag of a name, new where there is none.
    pub(crate) fn tag(&mut self, name: &str) -> Id {
        if let Some(tag) = self.document.tags.values().find(|tag| tag.name == name) {
            return tag.id;
        }
        let id = self.id();
        self.put(Tag { id, name: name.into(), ..Tag::default() })
    }

    /// The person of a name, new where there is none.
    pub(crate) fn person(&mut self, name: &str) -> Id {
        if let Some(person) = self.document.people.values().find(|person| person.name == name) {
            return person.id;
        }
        let id = self.id();
        self.put(Person { id, name: name.into(), ..Person::default() })
    }

    /// The team of a name, new where there is none.
    pub(crate) fn team(&mut self, name: &str) -> Id {
        if let Some(team) = self.document.teams.values().find(|team| team.name == name) {
            return team.id;
        }
        let id = self.id();
        self.put(Team { id, name: name.into(), ..Team::default() })
    }

    /// Gives a person a part in a map. The first one is primary, the first five get curves.
    pub(crate) fn cast(&mut self, map: Id, person: Id) {
        let parts = self.document.cast.values().filter(|cast| cast.map == map);
        let (mut count, mut there) = (0_u8, false);
        for cast in parts {
            count = count.saturating_add(1);
            there |= cast.person == person;
        }
        if there {
            return;
        }
        let (id, order) = (self.id(), self.next_order("cast", map, Id::default()));
        let curve_slot = (count < 5).then_some(count + 1);
        self.put(Cast { id, map, person, order, primary: count == 0, curve_slot, ..Cast::default() });
    }
}
