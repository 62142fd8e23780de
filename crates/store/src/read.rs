//! Tables → Document, row by row, each one validated.

use crate::{columns, row};
use journey::{Document, Fields, Id, Record, Table};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Reads a whole document. `Err` says what is wrong with which record. `undoable` names images that no record names
/// now but that undo may bring back.
pub(crate) fn document(connection: &Connection, undoable: BTreeSet<String>) -> Result<Document, String> {
    let (id, extra): (String, String) = connection
        .query_row("SELECT id, extra FROM document", [], |row| Ok((row.get(0)?, row.get(1)?)))
        .map_err(|error| format!("document: {error}"))?;
    let mut document = Document::new(id.parse::<Id>().map_err(|error| format!("document: {error}"))?);
    document.extra =
        serde_json::from_str::<Fields>(&extra).map_err(|error| format!("document: extra: {error}"))?;
    for table in Table::ALL {
        records(connection, *table, &mut document)?;
    }
    document.blobs = blobs(connection, &document, undoable)?;
    Ok(document)
}

fn records(connection: &Connection, table: Table, document: &mut Document) -> Result<(), String> {
    use journey::{
        Action, Answer, Approval, Card, Cast, Comment, Dismissal, Evidence, Feeling, Gap, Image, Involvement,
        Lane, Map, Path, Person, Round, Stage, Step, Tag, Team, Version,
    };
    match table {
        Table::Team => rows::<Team>(connection, document),
        Table::Tag => rows::<Tag>(connection, document),
        Table::Image => rows::<Image>(connection, document),
        Table::Person => rows::<Person>(connection, document),
        Table::Evidence => rows::<Evidence>(connection, document),
        Table::Map => rows::<Map>(connection, document),
        Table::Cast => rows::<Cast>(connection, document),
        Table::Stage => rows::<Stage>(connection, document),
        Table::Step => rows::<Step>(connection, document),
        Table::Lane => rows::<Lane>(connection, document),
        Table::Card => rows::<Card>(connection, document),
        Table::Feeling => rows::<Feeling>(connection, document),
        Table::Gap => rows::<Gap>(connection, document),
        Table::Path => rows::<Path>(connection, document),
        Table::Answer => rows::<Answer>(connection, document),
        Table::Action => rows::<Action>(connection, document),
        Table::Involvement => rows::<Involvement>(connection, document),
        Table::Approval => rows::<Approval>(connection, document),
        Table::Comment => rows::<Comment>(connection, document),
        Table::Round => rows::<Round>(connection, document),
        Table::Dismissal => rows::<Dismissal>(connection, document),
        Table::Version => rows::<Version>(connection, document),
    }
}

fn rows<T: Record>(connection: &Connection, document: &mut Document) -> Result<(), String> {
    let columns = columns::of(T::TABLE);
    let name = T::TABLE.name();
    let failed = |error: rusqlite::Error| format!("{name}: {error}");
    let select = columns::select(connection, T::TABLE).map_err(failed)?;
    let mut statement = connection.prepare(&select).map_err(failed)?;
    let mut rows = statement.query([]).map_err(failed)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next().map_err(failed)? {
        let record: T = row::to_record(row, &columns.names).map_err(|error| {
            let id: String = row.get(0).unwrap_or_default();
            format!("{name} {id}: {error}")
        })?;
        found.push((record.id(), record));
    }
    let count = found.len();
    let table = T::of_mut(document);
    table.extend(found);
    if table.len() != count {
        return Err(format!("{name}: expected {count} ids, found {}", table.len()));
    }
    Ok(())
}

/// The bytes of images; what nobody needs any more stays behind.
fn blobs(
    connection: &Connection,
    document: &Document,
    mut wanted: BTreeSet<String>,
) -> Result<BTreeMap<String, Arc<Vec<u8>>>, String> {
    wanted.extend(document.images.values().map(|image| image.hash.clone()));
    let mut blobs = BTreeMap::new();
    let mut statement = connection
        .prepare("SELECT bytes FROM blob WHERE hash = ?1")
        .map_err(|error| format!("blob: {error}"))?;
    for hash in wanted {
        let failed = |error: rusqlite::Error| format!("blob {hash}: {error}");
        let mut rows = statement.query([&hash]).map_err(failed)?;
        // An image may come without its bytes, from a text format for example.
        let Some(row) = rows.next().map_err(failed)? else { continue };
        let bytes: Vec<u8> = row.get(0).map_err(failed)?;
        let found = sha256(&bytes);
        if found != hash {
            return Err(format!("blob {hash}: the bytes have the hash {found}"));
        }
        blobs.insert(hash, Arc::new(bytes));
    }
    Ok(blobs)
}

/// SHA-256 in hex, lower case.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
