//! What there is to filter by in a map.

use crate::{Document, Id, LaneKind};
use serde::{Deserialize, Serialize};

/// A person or a team to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FilterChoice {
    /// Its id.
    pub id: Id,
    /// What it is called.
    pub name: String,
}

/// What there is to filter by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FilterChoices {
    /// The people of the map in their order.
    pub people: Vec<FilterChoice>,
    /// The teams of the document by name.
    pub teams: Vec<FilterChoice>,
    /// The kinds of the lanes that show, top to bottom, each once.
    pub kinds: Vec<LaneKind>,
}

/// What there is to filter by in a map. Who has no name cannot be told from others and is left out.
pub fn choices(document: &Document, map: Id) -> FilterChoices {
    let people = document.cast_of(map).into_iter().filter_map(|cast| document.people.get(&cast.person));
    let people = people.map(|person| FilterChoice { id: person.id, name: person.name.clone() });
    let mut teams: Vec<FilterChoice> =
        document.teams.values().map(|team| FilterChoice { id: team.id, name: team.name.clone() }).collect();
    teams.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    let mut kinds = Vec::new();
    for lane in document.lanes_of(map).into_iter().filter(|lane| !lane.hidden) {
        if !kinds.contains(&lane.kind) {
            kinds.push(lane.kind);
        }
    }
    let named = |choice: &FilterChoice| !choice.name.trim().is_empty();
    FilterChoices {
        people: people.filter(named).collect(),
        teams: teams.into_iter().filter(named).collect(),
        kinds,
    }
}
