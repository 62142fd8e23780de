//! Document → tables, whole or Change by Change. The caller holds the transaction.

use crate::error::StoreError;
use crate::log::LogRow;
use crate::{columns, log, read, row};
use journey::{Change, Document, Fields, Id, Table};
use rusqlite::{CachedStatement, Connection, params};
use serde_json::Value;
use std::path::Path;

/// Why a write failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WriteError {
    /// SQLite refused it.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// The Change does not fit what is in the file.
    #[error("{0}")]
    Unfit(String),
}

impl WriteError {
    /// As the error of the file at `path`.
    pub(crate) fn at(self, path: &Path) -> StoreError {
        match self {
            Self::Sqlite(error) => StoreError::committing(path, &error),
            Self::Unfit(problem) => StoreError::Io { path: path.into(), problem },
        }
    }
}

/// Writes a whole document with its log into empty tables.
pub(crate) fn whole(
    connection: &Connection,
    document: &Document,
    revision: i64,
    log: &[LogRow],
) -> Result<(), WriteError> {
    connection.execute(
        "INSERT INTO document (id, revision, extra) VALUES (?1, ?2, ?3)",
        params![document.id.to_string(), revision, Value::Object(document.extra.clone()).to_string()],
    )?;
    for table in Table::ALL {
        let mut insert = connection.prepare(&columns::of(*table).insert)?;
        for id in document.ids(*table) {
            let fields = document.fields(*table, id).unwrap_or_default();
            bind_whole(&mut insert, *table, id, &fields)?;
        }
    }
    let mut wanted = log::image_hashes(log);
    wanted.extend(document.images.values().map(|image| image.hash.clone()));
    let mut insert = connection.prepare("INSERT INTO blob (hash, bytes) VALUES (?1, ?2)")?;
    for hash in wanted {
        if let Some(bytes) = document.blobs.get(&hash) {
            own_hash(&hash, bytes)?;
            insert.execute(params![hash, bytes.as_slice()])?;
        }
    }
    for row in log {
        log::insert(connection, row)?;
    }
    Ok(())
}

/// Writes what a Change did to the records, and the bytes of images that it brought.
pub(crate) fn change(
    connection: &Connection,
    document: &Document,
    change: &Change,
) -> Result<(), WriteError> {
    for record in &change.records {
        let (table, id) = (record.table, record.id);
        match (&record.before, &record.after) {
            (_, None) => {
                let sql = format!("DELETE FROM \"{}\" WHERE id = ?1", table.name());
                expect_one(connection.prepare_cached(&sql)?.execute([id.to_string()])?, table, id)?;
            }
            (None, Some(fields)) => {
                let mut insert = connection.prepare_cached(&columns::of(table).insert)?;
                bind_whole(&mut insert, table, id, fields)?;
            }
            (Some(_), Some(fields)) => {
                if fields.is_empty() {
                    continue;
                }
                known(table, id, fields)?;
                let mut update: CachedStatement<'_> =
                    connection.prepare_cached(&columns::update(table, fields.keys()))?;
                for (at, value) in fields.values().enumerate() {
                    update.raw_bind_parameter(at + 1, row::to_sql(value))?;
                }
                update.raw_bind_parameter(fields.len() + 1, id.to_string())?;
                expect_one(update.raw_execute()?, table, id)?;
            }
        }
        if table == Table::Image
            && let Some(Value::String(hash)) = record.after.as_ref().and_then(|after| after.get("hash"))
            && let Some(bytes) = document.blobs.get(hash)
            && !has_blob(connection, hash)?
        {
            own_hash(hash, bytes)?;
            connection
                .prepare_cached("INSERT INTO blob (hash, bytes) VALUES (?1, ?2)")?
                .execute(params![hash, bytes.as_slice()])?;
        }
    }
    Ok(())
}

/// Counts one more commit.
pub(crate) fn revision(connection: &Connection, revision: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("UPDATE document SET revision = ?1")?.execute([revision]).map(|_| ())
}

fn bind_whole(
    insert: &mut rusqlite::Statement<'_>,
    table: Table,
    id: Id,
    fields: &Fields,
) -> Result<(), WriteError> {
    let names = &columns::of(table).names;
    if fields.len() > names.len() {
        known(table, id, fields)?;
    }
    for (at, name) in names.iter().enumerate() {
        let value = fields
            .get(name)
            .ok_or_else(|| WriteError::Unfit(format!("{} {id}: expected the field {name}", table.name())))?;
        insert.raw_bind_parameter(at + 1, row::to_sql(value))?;
    }
    insert.raw_execute()?;
    Ok(())
}

/// Column names go into SQL, so only those of the table may pass.
fn known(table: Table, id: Id, fields: &Fields) -> Result<(), WriteError> {
    let names = &columns::of(table).names;
    match fields.keys().find(|field| !names.contains(field)) {
        Some(field) => Err(WriteError::Unfit(format!("{} {id}: there is no column {field:?}", table.name()))),
        None => Ok(()),
    }
}

fn expect_one(rows: usize, table: Table, id: Id) -> Result<(), WriteError> {
    if rows == 1 {
        return Ok(());
    }
    Err(WriteError::Unfit(format!("expected one {} {id}, found {rows}", table.name())))
}

/// A file whose bytes do not fit their hash would be called damaged when it is next opened.
fn own_hash(hash: &str, bytes: &[u8]) -> Result<(), WriteError> {
    let found = read::sha256(bytes);
    if found == *hash {
        return Ok(());
    }
    Err(WriteError::Unfit(format!("expected an image with the hash {found}, found one that says {hash}")))
}

fn has_blob(connection: &Connection, hash: &str) -> rusqlite::Result<bool> {
    connection.prepare_cached("SELECT 1 FROM blob WHERE hash = ?1")?.exists([hash])
}

/// The first record that refers to one that is not there.
pub(crate) fn dangling(connection: &Connection) -> rusqlite::Result<Option<String>> {
    let mut check = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = check.query([])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let (from, to): (String, String) = (row.get(0)?, row.get(2)?);
    Ok(Some(format!("a {from} that refers to a {to} which is not there")))
}
