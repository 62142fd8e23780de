//! The SQL of each table, made once from the fields of its records.

use crate::schema;
use journey::Table;
use rusqlite::Connection;
use std::borrow::Cow;
use std::sync::LazyLock;

/// The SQL of one table.
pub(crate) struct Columns {
    /// The names of its columns, `id` first, as the records have them.
    pub(crate) names: Vec<String>,
    /// Reads all records, rising by id.
    pub(crate) select: String,
    /// Adds a record; one parameter a column.
    pub(crate) insert: String,
}

/// The SQL of a table.
pub(crate) fn of(table: Table) -> &'static Columns {
    static ALL: LazyLock<Vec<Columns>> =
        LazyLock::new(|| Table::ALL.iter().map(|table| make(*table)).collect());
    // `ALL` is in the order of `Table::ALL`, which is the order of the enum.
    &ALL[table as usize]
}

fn make(table: Table) -> Columns {
    let names = table.fields();
    let listed: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    let listed = listed.join(", ");
    let places: Vec<String> = (1..=names.len()).map(|at| format!("?{at}")).collect();
    Columns {
        select: format!("SELECT {listed} FROM \"{}\" ORDER BY id", table.name()),
        insert: format!("INSERT INTO \"{}\" ({listed}) VALUES ({})", table.name(), places.join(", ")),
        names,
    }
}

/// Reads all records of a table that may be of an older format: what it lacks is empty.
pub(crate) fn select(connection: &Connection, table: Table) -> rusqlite::Result<Cow<'static, str>> {
    let lacking = schema::lacking(connection, table.name())?;
    Ok(lacking.iter().fold(Cow::Borrowed(&*of(table).select), |select, column| {
        Cow::Owned(select.replacen(&format!("\"{column}\""), &format!("'' AS \"{column}\""), 1))
    }))
}

/// Sets some columns of a record: their parameters in order, then the id.
pub(crate) fn update<'a>(table: Table, names: impl Iterator<Item = &'a String>) -> String {
    let mut sql = format!("UPDATE \"{}\" SET ", table.name());
    let mut count = 0;
    for name in names {
        count += 1;
        if count > 1 {
            sql.push_str(", ");
        }
        sql.push_str(&format!("\"{name}\" = ?{count}"));
    }
    sql.push_str(&format!(" WHERE id = ?{}", count + 1));
    sql
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_table_finds_its_own_columns() {
        for table in Table::ALL {
            assert_eq!(of(*table).names, table.fields());
        }
    }
}
