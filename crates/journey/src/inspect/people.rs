//! The people of a map as a panel shows them, and those of the document that have no part in it.

use crate::{Cast, Document, Id, Person, words};
use serde::Serialize;

/// A person as a panel shows them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShownPerson {
    /// The person.
    pub person: Id,
    /// Their part in the map; none for those who have none.
    pub cast: Option<Id>,
    /// The name.
    pub name: String,
    /// The letters on the disc.
    pub letters: String,
    /// What they are at work.
    pub role: String,
    /// The part in the buying committee, in words; empty for none.
    pub part: String,
    /// What matters to them.
    pub priorities: String,
    /// What they may do.
    pub permissions: String,
    /// What they fear.
    pub risks: String,
    /// The hash of their portrait.
    pub portrait: Option<String>,
    /// Whether the map is told from them.
    pub primary: bool,
    /// 1–5: the colour of the disc; none beyond the fifth.
    pub slot: Option<u8>,
    /// Whether their curve is shown.
    pub curve: bool,
}

impl Document {
    /// The people who play a part in a map, the primary one first, each with the place of their colour among the five
    /// (from 0): that of their curve, or of their turn.
    pub fn members_of(&self, map: Id) -> Vec<(&Cast, &Person, usize)> {
        let mut cast = self.cast_of(map);
        cast.sort_by_key(|cast| !cast.primary);
        cast.into_iter()
            .enumerate()
            .filter_map(|(at, cast)| {
                let slot = cast.curve_slot.map_or(at, |slot| usize::from(slot.saturating_sub(1)));
                Some((cast, self.people.get(&cast.person)?, slot))
            })
            .collect()
    }
}

/// The people of a map in their order, the primary one first; then the others of the document.
pub fn people(document: &Document, map: Id, language: &str) -> Vec<ShownPerson> {
    let members = document.members_of(map);
    let shown = |person: &Person| ShownPerson {
        person: person.id,
        cast: None,
        name: person.name.clone(),
        letters: person.letters(),
        role: person.role.clone(),
        part: person.committee_role.map_or_else(String::new, |role| {
            let name = serde_json::to_value(role).unwrap_or_default();
            words::word("committee_role", name.as_str().unwrap_or_default(), language)
        }),
        priorities: person.priorities.clone(),
        permissions: person.permissions.clone(),
        risks: person.risks.clone(),
        portrait: person.portrait.and_then(|id| document.images.get(&id)).map(|image| image.hash.clone()),
        primary: false,
        slot: None,
        curve: false,
    };
    let in_map = members.iter().map(|(cast, person, slot)| ShownPerson {
        cast: Some(cast.id),
        primary: cast.primary,
        slot: u8::try_from(slot + 1).ok().filter(|slot| *slot <= 5),
        curve: cast.primary || cast.curve_slot.is_some(),
        ..shown(person)
    });
    let others =
        document.people.values().filter(|person| members.iter().all(|(_, member, _)| member.id != person.id));
    in_map.chain(others.map(shown)).collect()
}
