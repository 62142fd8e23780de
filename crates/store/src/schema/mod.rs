//! The tables of a `.journey` file, and the gate that says which files we read.

use rusqlite::Connection;

/// "DPJ1" in the header: this SQLite database is a document of Desire Path.
pub const APPLICATION_ID: u32 = 0x4450_4A31;

/// The format that we write, kept in the header as `user_version`.
pub const FORMAT: u32 = 2;

/// The oldest format that we read. Format 1 was the first.
pub const OLDEST_READABLE: u32 = 1;

/// The newest format that we know. Files of later ones are opened read-only where their tables can be read.
pub const NEWEST_READABLE: u32 = FORMAT;

/// SQLite before this one can corrupt a database in WAL mode that two connections checkpoint
/// (<https://sqlite.org/wal.html#walresetbug>).
pub const OLDEST_SQLITE: i32 = 3_051_003;

/// The SQL that makes an empty file.
pub const SQL: &str = include_str!("v2.sql");

/// How many bytes of a file [`Header::read`] needs.
pub const HEADER_BYTES: usize = 100;

/// Makes our tables in an empty database.
pub(crate) fn create(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(SQL)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", FORMAT)
}

/// Columns that came after format 1: table, column, and how it is declared with what older records have in it.
const LATER: &[(&str, &str, &str)] = &[("map", "headline", "TEXT NOT NULL DEFAULT ''")];

/// The columns that a table of an older file lacks.
pub(crate) fn lacking(connection: &Connection, table: &str) -> rusqlite::Result<Vec<&'static str>> {
    let mut lacking = Vec::new();
    for (_, column, _) in LATER.iter().filter(|later| later.0 == table) {
        let there = "SELECT count(*) FROM pragma_table_info(?1) WHERE name = ?2";
        if connection.query_row(there, [table, column], |row| row.get::<_, i64>(0))? == 0 {
            lacking.push(*column);
        }
    }
    Ok(lacking)
}

/// Makes a working copy of an older format one of today's.
pub(crate) fn bring_up(connection: &Connection) -> rusqlite::Result<()> {
    let found: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found >= FORMAT {
        return Ok(());
    }
    let transaction = connection.unchecked_transaction()?;
    for (table, column, declared) in LATER {
        if lacking(&transaction, table)?.contains(column) {
            transaction
                .execute_batch(&format!("ALTER TABLE \"{table}\" ADD COLUMN \"{column}\" {declared}"))?;
        }
    }
    transaction.pragma_update(None, "user_version", FORMAT)?;
    transaction.commit()
}

/// What the first bytes of a file say, before SQLite sees any of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// Which program the file belongs to.
    pub application_id: u32,
    /// The format's version.
    pub user_version: u32,
    /// Bytes 18 and 19: 1 for a rollback journal, 2 for WAL. A published file always has 1.
    pub journal: [u8; 2],
    /// Size of a page in bytes.
    pub page_size: u32,
}

impl Header {
    /// Reads the header; `None` where these are not the first bytes of a SQLite database.
    /// Layout: <https://sqlite.org/fileformat.html#the_database_header>.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let header = bytes.get(..HEADER_BYTES)?;
        if !header.starts_with(b"SQLite format 3\0") {
            return None;
        }
        let word =
            |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
        let page_size = match u32::from(u16::from_be_bytes([header[16], header[17]])) {
            1 => 65_536,
            size => size,
        };
        Some(Self {
            application_id: word(68),
            user_version: word(60),
            journal: [header[18], header[19]],
            page_size,
        })
    }
}

/// Whether a format is let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// We know it.
    Known,
    /// A later program wrote it: read-only, if its tables can be read.
    Newer,
    /// No program of ours ever wrote it.
    Never,
}

/// Whether a format is let in.
pub fn gate(user_version: u32) -> Gate {
    match user_version {
        OLDEST_READABLE..=NEWEST_READABLE => Gate::Known,
        version if version > NEWEST_READABLE => Gate::Newer,
        _ => Gate::Never,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use journey::Table;

    #[test]
    fn the_bundled_sqlite_is_new_enough() {
        assert!(rusqlite::version_number() >= OLDEST_SQLITE, "found SQLite {}", rusqlite::version());
    }

    #[test]
    fn every_field_of_a_record_has_its_column_and_the_other_way_round() {
        let connection = Connection::open_in_memory().unwrap();
        create(&connection).unwrap();
        for table in Table::ALL {
            let mut columns = connection.prepare("SELECT name FROM pragma_table_info(?1)").unwrap();
            let columns: Vec<String> =
                columns.query_map([table.name()], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
            assert_eq!(columns, table.fields(), "{}", table.name());
        }
    }

    #[test]
    fn tables_are_strict_and_nothing_runs_by_itself() {
        let connection = Connection::open_in_memory().unwrap();
        create(&connection).unwrap();
        let loose: i64 = connection
            .query_row(
                "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND NOT strict",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(loose, 0);
        let own: i64 = connection
            .query_row("SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')", [], |row| {
                row.get(0)
            })
            .unwrap();
        assert_eq!(own, 0);
        assert!(!SQL.contains("CASCADE") && !SQL.contains("SET NULL"));
    }

    #[test]
    fn the_gate_lets_in_what_it_says() {
        assert_eq!(gate(0), Gate::Never);
        assert_eq!(gate(OLDEST_READABLE), Gate::Known);
        assert_eq!(gate(NEWEST_READABLE), Gate::Known);
        assert_eq!(gate(NEWEST_READABLE + 1), Gate::Newer);
        assert_eq!(gate(u32::MAX), Gate::Newer);
    }
}
