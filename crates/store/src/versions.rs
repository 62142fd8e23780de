//! Versions: states of a document that have a name. A version names the last Change that belongs to it; the state is
//! worked out from the log, so that a version costs a row and nothing more.

use crate::document::OpenDocument;
use crate::error::StoreError;
use crate::log::{self, LogRow};
use crate::rewind;
use journey::edit::Place;
use journey::{Change, Document, Edit, Id, Phrase, Stamp, Table, Version};
use serde_json::json;

/// A version as it is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedVersion {
    /// The record.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// When it was named, in milliseconds since 1970 UTC.
    pub at: i64,
    /// How many Changes to the map were made since; none where this file does not have its state.
    pub since: Option<u32>,
}

impl OpenDocument {
    /// The versions, newest first.
    ///
    /// # Errors
    /// Where the log cannot be read.
    pub fn versions(&self) -> Result<Vec<NamedVersion>, StoreError> {
        let log = self.log()?;
        let mut found: Vec<NamedVersion> = self
            .document()
            .versions
            .values()
            .map(|version| NamedVersion {
                id: version.id,
                name: version.name.clone(),
                at: version.at,
                since: after(&log, version).filter(|_| self.work.is_some()).map(|rows| {
                    u32::try_from(rows.iter().filter(|row| row.touches_map()).count()).unwrap_or(u32::MAX)
                }),
            })
            .collect();
        found.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| b.id.cmp(&a.id)));
        Ok(found)
    }

    /// Gives the document as it is now a name.
    ///
    /// # Errors
    /// As [`OpenDocument::apply`].
    pub fn name_version(&mut self, id: Id, name: &str, stamp: Stamp) -> Result<Change, StoreError> {
        let change = self.log()?.last().map(|row| row.id);
        let fields = json!({"id": id, "name": name, "at": stamp.at, "who": stamp.author, "change": change});
        let serde_json::Value::Object(fields) = fields else { unreachable!("an object was written") };
        self.apply(&Edit::Add { table: Table::Version, fields, place: Place::Last }, stamp)
    }

    /// The document as it was when a version was named, with the versions of today. None where there is no such
    /// version, or this file does not have its state.
    ///
    /// # Errors
    /// Where the log cannot be read.
    pub fn version(&self, id: Id) -> Result<Option<Document>, StoreError> {
        let log = self.log()?;
        let version = self.document().versions.get(&id).filter(|_| self.work.is_some());
        let Some(rows) = version.and_then(|version| after(&log, version)) else { return Ok(None) };
        let mut was = rewind::before(self.document(), rows).map_err(|error| self.damaged(&error))?;
        was.versions.clone_from(&self.document().versions);
        Ok(Some(was))
    }

    /// Goes back to a version, as one step of undo. What is there today becomes the version `kept` first, so that the
    /// way forward is on the list too. None as in [`OpenDocument::version`].
    ///
    /// # Errors
    /// As [`OpenDocument::apply`].
    pub fn go_back(&mut self, id: Id, kept: (Id, &str), stamp: Stamp) -> Result<Option<Change>, StoreError> {
        let Some(mut was) = self.version(id)? else { return Ok(None) };
        let name = self.document().versions.get(&id).map(|version| version.name.clone()).unwrap_or_default();
        let label = Phrase::new("edit.version.restore").with(name);
        let change = Change::between(self.document(), &was, label.clone(), stamp.clone());
        if change.is_empty() {
            return Ok(Some(change));
        }
        let today = Version {
            id: kept.0,
            name: kept.1.to_owned(),
            at: stamp.at,
            who: stamp.author.clone(),
            change: self.log()?.last().map(|row| row.id),
            ..Version::default()
        };
        was.versions.insert(today.id, today);
        let change = Change::between(self.document(), &was, label, stamp);
        self.take_in(change).map(Some)
    }

    /// The log of the working copy; empty for what is open for reading only.
    fn log(&self) -> Result<Vec<LogRow>, StoreError> {
        let rows = self.work.as_ref().map_or(Ok(Vec::new()), |work| log::all(&work.connection));
        rows.map_err(|error| self.damaged(&error))
    }

    fn damaged(&self, error: &dyn std::error::Error) -> StoreError {
        let path = self.work.as_ref().map(crate::working_copy::WorkingCopy::database).unwrap_or_default();
        StoreError::Damaged { path, problem: error.to_string() }
    }
}

/// The rows that follow a version's last Change; none where that is not in the log.
fn after<'a>(log: &'a [LogRow], version: &Version) -> Option<&'a [LogRow]> {
    match version.change {
        // From before the first change.
        None => Some(log),
        Some(id) => log.iter().rposition(|row| row.id == id).map(|at| &log[at + 1..]),
    }
}
