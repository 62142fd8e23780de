//! A file of somebody else's, read into memory whole and never trusted: what is looked at cannot change while we
//! look, no lock, journal or temporary file appears beside it, and its name is never parsed as a URI.
//!
//! Triggers and views in it do no harm: nothing is ever written to the snapshot, only tables of ours are read, and
//! the working copy gets a schema that we made. They are left behind and told.

use crate::error::StoreError;
use crate::log::{self, LogRow};
use crate::schema::{self, Gate, Header};
use crate::{read, sound};
use journey::{Document, Table};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use std::fs;
use std::path::{Path, PathBuf};

/// The largest file that we take, in bytes; it is read into memory.
pub const MOST_BYTES: u64 = 1 << 30;

/// The largest text, picture or row, in bytes.
const MOST_IN_A_ROW: i32 = 256 << 20;

/// How often, in steps of SQLite's machine, reading a foreign file may go on before it is called damaged: about a
/// minute. 10,000 cards take some millions.
const MOST_STEPS: u64 = 4_000_000_000;

/// What a file holds.
pub(crate) struct Snapshot {
    pub(crate) document: Document,
    pub(crate) log: Vec<LogRow>,
    /// SHA-256 of the file.
    pub(crate) hash: String,
    pub(crate) gate: Gate,
    /// The file's own count of commits.
    pub(crate) revision: i64,
    /// Names of triggers and views that somebody added.
    pub(crate) strangers: Vec<String>,
}

/// The bytes of a file.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, StoreError> {
    let about = fs::metadata(path).map_err(|error| StoreError::reading(path, &error))?;
    if about.is_dir() {
        return Err(StoreError::Folder { path: path.into() });
    }
    if !about.is_file() {
        return Err(StoreError::NotAJourney { path: path.into(), found: "device" });
    }
    if about.len() > MOST_BYTES {
        return Err(StoreError::TooLarge { path: path.into(), found: about.len(), most: MOST_BYTES });
    }
    fs::read(path).map_err(|error| StoreError::reading(path, &error))
}

/// Reads a file whole, as the four rules of architecture's "The file" ask.
///
/// # Errors
/// Everything that can be wrong with a foreign file, see [`StoreError`].
pub(crate) fn take(path: &Path) -> Result<Snapshot, StoreError> {
    let mut bytes = bytes(path)?;
    let header = check_header(path, &bytes)?;
    let gate = schema::gate(header.user_version);
    let hash = read::sha256(&bytes);
    if unfinished(path) {
        return Err(StoreError::HalfWritten { path: path.into() });
    }
    // A database in memory cannot be in WAL mode; what its header says about that is not part of the content.
    bytes[18] = 1;
    bytes[19] = 1;
    let connection = open(&bytes).map_err(|error| StoreError::querying(path, &error))?;
    drop(bytes);
    let read = read_all(&connection).and_then(|everything| match sound::dangling(&everything.0) {
        None => Ok(everything),
        Some(problem) => Err(problem),
    });
    match read {
        Ok((document, log, revision, strangers)) => {
            Ok(Snapshot { document, log, hash, gate, revision, strangers })
        }
        Err(_) if gate == Gate::Newer => Err(StoreError::NewerFormat {
            path: path.into(),
            found: header.user_version,
            newest: schema::NEWEST_READABLE,
        }),
        Err(problem) => Err(StoreError::Damaged { path: path.into(), problem }),
    }
}

fn check_header(path: &Path, bytes: &[u8]) -> Result<Header, StoreError> {
    let path = || path.to_path_buf();
    if bytes.is_empty() {
        return Err(StoreError::Empty { path: path() });
    }
    let Some(header) = Header::read(bytes) else {
        let start = &bytes[..bytes.len().min(4096)];
        let found = if bytes.starts_with(b"SQLite format 3\0") {
            return Err(StoreError::Damaged { path: path(), problem: "the beginning of a header".into() });
        } else if bytes.starts_with(b"PK\x03\x04") {
            "zip"
        } else if bytes.starts_with(b"%PDF") {
            "pdf"
        } else if !start.contains(&0) && (std::str::from_utf8(start).is_ok() || start.len() == 4096) {
            "text"
        } else {
            "data"
        };
        return Err(StoreError::NotAJourney { path: path(), found });
    };
    if header.application_id != schema::APPLICATION_ID {
        return Err(StoreError::NotAJourney { path: path(), found: "database" });
    }
    if schema::gate(header.user_version) == Gate::Never {
        return Err(StoreError::NotAJourney { path: path(), found: "formless" });
    }
    Ok(header)
}

/// Whether another program left a journal with something in it beside the file: then the file alone is not the truth.
pub(crate) fn unfinished(path: &Path) -> bool {
    ["-wal", "-journal"].iter().any(|suffix| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        fs::metadata(PathBuf::from(name)).is_ok_and(|about| about.is_file() && about.len() > 0)
    })
}

fn open(bytes: &[u8]) -> rusqlite::Result<Connection> {
    // Neither URI nor CREATE: the name of the file plays no part at all.
    let mut connection = Connection::open_in_memory_with_flags(
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.deserialize_read_exact("main", bytes, bytes.len(), true)?;
    guard(&connection)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, MOST_IN_A_ROW)?;
    connection.set_limit(Limit::SQLITE_LIMIT_COLUMN, 200)?;
    connection.set_limit(Limit::SQLITE_LIMIT_EXPR_DEPTH, 100)?;
    connection.set_limit(Limit::SQLITE_LIMIT_VDBE_OP, 100_000)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    connection.set_limit(Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1)?;
    let (every, mut left) = (1_000_000, MOST_STEPS / 1_000_000);
    connection.progress_handler(
        every,
        Some(move || {
            left = left.saturating_sub(1);
            left == 0
        }),
    )?;
    Ok(connection)
}

/// The switches for files that may hold anything.
pub(crate) fn guard(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    // A column that is missing shall be an error and not become a text of its own name.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "mmap_size", 0)
}

type Everything = (Document, Vec<LogRow>, i64, Vec<String>);

/// Reads all tables of a database, ours or not.
pub(crate) fn read_all(connection: &Connection) -> Result<Everything, String> {
    let whole: String = connection
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(|error| error.to_string())?;
    if whole != "ok" {
        return Err(whole);
    }
    let strangers = strangers(connection).map_err(|error| error.to_string())?;
    for name in Table::ALL.iter().map(|table| table.name()).chain(["document", "change", "blob"]) {
        plain_table(connection, name)?;
    }
    let log = log::all(connection).map_err(|error| format!("change: {error}"))?;
    let document = read::document(connection, log::image_hashes(&log))?;
    let revision = connection
        .query_row("SELECT revision FROM document", [], |row| row.get(0))
        .map_err(|error| format!("document: {error}"))?;
    Ok((document, log, revision, strangers))
}

fn strangers(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare("SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY name")?
        .query_map([], |row| row.get(0))?
        .collect()
}

/// A view, a virtual table or a computed column under one of our names would run somebody else's SQL.
fn plain_table(connection: &Connection, name: &str) -> Result<(), String> {
    let kind: Option<String> = connection
        .query_row(
            "SELECT type FROM pragma_table_list WHERE schema = 'main' AND name = ?1 COLLATE NOCASE",
            [name],
            |row| row.get(0),
        )
        .map_err(|error| format!("{name}: {error}"))?;
    if kind.as_deref() != Some("table") {
        return Err(format!("{name}: expected a table, found a {}", kind.unwrap_or_default()));
    }
    let computed: i64 = connection
        .query_row("SELECT count(*) FROM pragma_table_xinfo(?1) WHERE hidden <> 0", [name], |row| row.get(0))
        .map_err(|error| format!("{name}: {error}"))?;
    if computed > 0 {
        return Err(format!("{name}: expected plain columns, found computed ones"));
    }
    Ok(())
}
