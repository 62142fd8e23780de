//! What an Edit can be refused for. The document is as it was in every case.

use crate::{Id, Phrase, Table, words};

/// Why an Edit was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// It speaks of a record that is not there.
    #[error("there is no {} {id}", table.name())]
    NotThere {
        /// The table.
        table: Table,
        /// The id.
        id: Id,
    },
    /// It adds a record whose id is taken.
    #[error("there is already a {} {id}", table.name())]
    AlreadyThere {
        /// The table.
        table: Table,
        /// The id.
        id: Id,
    },
    /// A field cannot hold the value.
    #[error("{} {id}: {}: {problem}", table.name(), field.as_deref().unwrap_or("a field"))]
    WrongType {
        /// The table.
        table: Table,
        /// The id.
        id: Id,
        /// Which field, where that is known.
        field: Option<String>,
        /// What was expected and what was found, for those who write programs.
        problem: String,
    },
    /// The field does not exist, or other Edits than `Set` change it.
    #[error("{} has no field {field:?} that can be set", table.name())]
    NoSuchField {
        /// The table.
        table: Table,
        /// The name that was given.
        field: String,
    },
    /// Nothing of what it speaks of has what it would change: a stage has no rating.
    #[error("{}", words::say(.0, "en"))]
    DoesNotApply(Phrase),
    /// The Edit would break a rule of the map.
    #[error("{}", words::say(.0, "en"))]
    Invalid(Phrase),
}

impl EditError {
    /// A stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotThere { .. } => "edit.not-there",
            Self::AlreadyThere { .. } => "edit.already-there",
            Self::WrongType { .. } => "edit.wrong-type",
            Self::NoSuchField { .. } => "edit.no-such-field",
            Self::DoesNotApply(_) => "edit.does-not-apply",
            Self::Invalid(_) => "edit.invalid",
        }
    }

    /// The sentence for people, to be said in their language.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::NotThere { table, .. } | Self::AlreadyThere { table, .. } => {
                Phrase::new(self.code()).with(table.name())
            }
            Self::WrongType { table, field: Some(field), .. } => {
                Phrase::new("edit.wrong-type.field").with(table.name()).with(field)
            }
            Self::WrongType { table, field: None, .. } => Phrase::new(self.code()).with(table.name()),
            Self::NoSuchField { table, field } => Phrase::new(self.code()).with(table.name()).with(field),
            Self::DoesNotApply(phrase) | Self::Invalid(phrase) => phrase.clone(),
        }
    }
}
