//! The `change` log: every Change in the order in which they happened, with before and after of each field.

use journey::{Change, History, Id, LogEntry, Phrase, RecordChange, Table};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;
use std::collections::BTreeSet;

/// One row of the log as it stands in the file; the records are read only when somebody wants to undo them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LogRow {
    /// 1, 2, 3 … without holes, except where typing came to nothing.
    pub(crate) seq: i64,
    pub(crate) id: Id,
    pub(crate) at: i64,
    pub(crate) author: String,
    /// JSON of a [`Phrase`].
    pub(crate) label: String,
    pub(crate) undoes: Option<Id>,
    /// JSON of `[RecordChange]`.
    pub(crate) records: String,
}

impl LogRow {
    /// A Change as the log's row `seq`.
    pub(crate) fn new(seq: i64, change: &Change) -> serde_json::Result<Self> {
        Ok(Self {
            seq,
            id: change.id,
            at: change.at,
            author: change.author.clone(),
            label: serde_json::to_string(&change.label)?,
            undoes: change.undoes,
            records: serde_json::to_string(&change.records)?,
        })
    }

    /// Whether it changed more than the list of versions.
    pub(crate) fn touches_map(&self) -> bool {
        self.records.matches(r#""table":""#).count() != self.records.matches(NAMES_A_VERSION).count()
    }

    /// The Change that it holds.
    ///
    /// # Errors
    /// Where its JSON is not that of a Change.
    pub(crate) fn change(&self) -> serde_json::Result<Change> {
        Ok(Change {
            id: self.id,
            at: self.at,
            author: self.author.clone(),
            label: serde_json::from_str::<Phrase>(&self.label)?,
            undoes: self.undoes,
            records: serde_json::from_str::<Vec<RecordChange>>(&self.records)?,
        })
    }

    /// What undo and redo need to know of it. A label that nobody can read costs only the words in the menu.
    fn entry(&self) -> LogEntry {
        let label = serde_json::from_str(&self.label).unwrap_or_default();
        LogEntry { id: self.id, undoes: self.undoes, label }
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let id = |at: usize, text: String| {
            text.parse::<Id>().map_err(|error| {
                rusqlite::Error::FromSqlConversionFailure(at, rusqlite::types::Type::Text, Box::new(error))
            })
        };
        Ok(Self {
            seq: row.get(0)?,
            id: id(1, row.get(1)?)?,
            at: row.get(2)?,
            author: row.get(3)?,
            label: row.get(4)?,
            undoes: row.get::<_, Option<String>>(5)?.map(|text| id(5, text)).transpose()?,
            records: row.get(6)?,
        })
    }
}

/// What can be undone and redone after these rows, oldest first.
pub(crate) fn history(rows: &[LogRow]) -> History {
    History::from_log(rows.iter().map(LogRow::entry))
}

/// What a row holds that named a version.
const NAMES_A_VERSION: &str = r#""table":"version""#;

/// The hashes of images that undo or going back to a version may bring back, although no record names them now.
pub(crate) fn image_hashes(rows: &[LogRow]) -> BTreeSet<String> {
    let mut hashes = BTreeSet::new();
    let undo = rows.len().saturating_sub(History::LIMIT);
    let named = rows.iter().position(|row| row.records.contains(NAMES_A_VERSION));
    for row in &rows[named.map_or(undo, |named| named.min(undo))..] {
        // Most rows have nothing to do with images, and are not worth reading.
        if !row.records.contains("\"image\"") {
            continue;
        }
        let records: Vec<RecordChange> = serde_json::from_str(&row.records).unwrap_or_default();
        for record in records.iter().filter(|record| record.table == Table::Image) {
            for side in [&record.before, &record.after].into_iter().flatten() {
                hashes.extend(side.get("hash").and_then(Value::as_str).map(str::to_owned));
            }
        }
    }
    hashes
}

const COLUMNS: &str = "SELECT seq, id, at, author, label, undoes, records FROM change";

/// The whole log, oldest first.
pub(crate) fn all(connection: &Connection) -> rusqlite::Result<Vec<LogRow>> {
    connection.prepare(&format!("{COLUMNS} ORDER BY seq"))?.query_map([], LogRow::read)?.collect()
}

/// The row of a Change.
pub(crate) fn find(connection: &Connection, id: Id) -> rusqlite::Result<Option<LogRow>> {
    connection
        .prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?
        .query_row([id.to_string()], LogRow::read)
        .optional()
}

/// Adds a row.
pub(crate) fn insert(connection: &Connection, row: &LogRow) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO change (seq, id, at, author, label, undoes, records) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            row.seq,
            row.id.to_string(),
            row.at,
            row.author,
            row.label,
            row.undoes.map(|id| id.to_string()),
            row.records
        ])
        .map(|_| ())
}

/// Writes a row anew: typing grew its Change.
pub(crate) fn rewrite(connection: &Connection, row: &LogRow) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE change SET at = ?2, records = ?3 WHERE seq = ?1")?
        .execute(params![row.seq, row.at, row.records])
        .map(|_| ())
}

/// Takes a row out: typing came to nothing.
pub(crate) fn remove(connection: &Connection, seq: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM change WHERE seq = ?1")?.execute([seq]).map(|_| ())
}

/// How many Changes follow row `seq`.
pub(crate) fn count_after(connection: &Connection, seq: i64) -> rusqlite::Result<u32> {
    connection
        .prepare_cached("SELECT count(*) FROM change WHERE seq > ?1")?
        .query_row([seq], |row| row.get(0))
}

/// When the last Change was made, 0 where there is none.
pub(crate) fn last_at(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("SELECT coalesce(max(at), 0) FROM change", [], |row| row.get(0))
}
