//! Whether the records of a foreign file hold together well enough to be worked with.

use crate::schema;
use journey::{Document, Hold, Phrase, RecordId, Table};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The columns that our tables have as foreign keys: what is missing there could not be committed.
static KEYS: LazyLock<BTreeSet<(&'static str, String)>> = LazyLock::new(|| {
    let read = || -> rusqlite::Result<BTreeSet<(&'static str, String)>> {
        let connection = Connection::open_in_memory()?;
        schema::create(&connection)?;
        let mut keys = BTreeSet::new();
        for table in Table::ALL {
            let mut list = connection.prepare("SELECT \"from\" FROM pragma_foreign_key_list(?1)")?;
            for column in list.query_map([table.name()], |row| row.get(0))? {
                keys.insert((table.name(), column?));
            }
        }
        Ok(keys)
    };
    // In memory nothing of this fails; without the keys the working copy would still refuse such a file.
    read().unwrap_or_default()
});

/// The first record that cannot do without one that is not there.
pub(crate) fn dangling(document: &Document) -> Option<String> {
    let mut found = None;
    for &table in Table::ALL {
        for id in document.ids(table) {
            document.references_of(table, id, &mut |reference| {
                if found.is_some() || document.has(reference.to.table, reference.to.id) {
                    return;
                }
                let key = reference.hold != Hold::Mention
                    || KEYS.contains(&(table.name(), reference.field.to_owned()));
                if key {
                    let RecordId { table: to, id: missing } = reference.to;
                    found = Some(format!(
                        "{} {id}: {} is the {} {missing}, which is not there",
                        table.name(),
                        reference.field,
                        to.name()
                    ));
                }
            });
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

/// What breaks a rule of the map and can be lived with: how much, and the first of it.
pub(crate) fn faults(document: &Document) -> Option<(usize, Phrase)> {
    let faults = journey::check(document);
    Some((faults.len(), faults.first()?.phrase.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_come_from_the_schema() {
        assert!(KEYS.contains(&("card", "lane".to_owned())));
        assert!(KEYS.len() > 30, "{KEYS:?}");
    }
}
