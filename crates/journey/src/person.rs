//! R2 and R3: the people of a document, and the parts that they play in its maps.

use crate::{Fields, Id, Order};
use serde::{Deserialize, Serialize};

/// A persona is a person or a company [kec].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PersonKind {
    /// One human being.
    #[default]
    Person,
    /// A company or a group.
    Organisation,
}

impl PersonKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::Person, Self::Organisation];
}

/// The part in the buying committee [Backward].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CommitteeRole {
    /// Sees the need first.
    #[default]
    Initiator,
    /// Works with what is bought.
    User,
    /// Wants it and speaks for it.
    Champion,
    /// Is asked.
    Influencer,
    /// Can say no.
    Approver,
    /// Buys.
    Procurement,
    /// Says yes.
    DecisionMaker,
}

impl CommitteeRole {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        Self::Initiator,
        Self::User,
        Self::Champion,
        Self::Influencer,
        Self::Approver,
        Self::Procurement,
        Self::DecisionMaker,
    ];
}

/// A person or an organisation, shared by the maps of a document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    /// Its name.
    pub id: Id,
    /// The name.
    pub name: String,
    /// Two letters for the disc; worked out from the name where empty.
    pub initials: String,
    /// What they are at work.
    pub role: String,
    /// Human or organisation.
    pub kind: PersonKind,
    /// The organisation they belong to.
    pub member_of: Option<Id>,
    /// The part in the buying committee.
    pub committee_role: Option<CommitteeRole>,
    /// What matters to them.
    pub priorities: String,
    /// What they may do.
    pub permissions: String,
    /// What they fear.
    pub risks: String,
    /// What they want.
    pub goals: String,
    /// What annoys them.
    pub frustrations: String,
    /// For, against, undecided, in words.
    pub stance: String,
    /// An image.
    pub portrait: Option<Id>,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}

impl Person {
    /// The letters on the disc: the initials, or the first letters of the first and the last word of the name.
    pub fn letters(&self) -> String {
        if !self.initials.trim().is_empty() {
            return self.initials.trim().to_owned();
        }
        let words: Vec<&str> = self.name.split_whitespace().collect();
        let firsts = match words.as_slice() {
            [] => return "?".into(),
            [only] => only.chars().take(2).collect::<String>(),
            [first, .., last] => first.chars().take(1).chain(last.chars().take(1)).collect(),
        };
        firsts.to_uppercase()
    }
}

/// A person's part in one map.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cast {
    /// Its name.
    pub id: Id,
    /// The map.
    pub map: Id,
    /// The person.
    pub person: Id,
    /// Its place among the cast of the map; ties go by id.
    pub order: Order,
    /// Whether the map is told from this person; one a map.
    pub primary: bool,
    /// 1–5: which colour and dash their curve has; none for no curve.
    pub curve_slot: Option<u8>,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}

#[cfg(test)]
mod tests {
    use super::Person;

    #[test]
    fn letters_come_from_the_name_where_no_initials_are_set() {
        let letters = |initials: &str, name: &str| {
            Person { initials: initials.into(), name: name.into(), ..Person::default() }.letters()
        };
        assert_eq!(letters("MC", "Marie"), "MC");
        assert_eq!(letters("", "Team lead"), "TL");
        assert_eq!(letters(" ", "procurement"), "PR");
        assert_eq!(letters("", ""), "?");
    }
}
