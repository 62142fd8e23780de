//! The name under which ours goes on when somebody else changed the file.

use crate::error::StoreError;
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// `NAME (this computer, DATE TIME).journey` beside `theirs`; with a number after the time where that is taken.
pub(crate) fn free_name(theirs: &Path) -> Result<PathBuf, StoreError> {
    // SQLite knows the local time, which the standard library does not tell.
    let time: String = Connection::open_in_memory()
        .and_then(|sqlite| {
            sqlite.query_row("SELECT strftime('%Y-%m-%d %H.%M', 'now', 'localtime')", [], |row| row.get(0))
        })
        .map_err(|error| StoreError::committing(theirs, &error))?;
    name_at(theirs, &time).ok_or_else(|| StoreError::Exists { path: theirs.into() })
}

fn name_at(theirs: &Path, time: &str) -> Option<PathBuf> {
    let stem = theirs.file_stem().unwrap_or_default().to_string_lossy();
    let stem = stem.split(" (this computer, ").next().unwrap_or_default();
    // 255 bytes are the most that file systems take.
    let mut end = stem.len().min(200);
    while !stem.is_char_boundary(end) {
        end -= 1;
    }
    let stem = &stem[..end];
    (1..1000)
        .map(|count| match count {
            1 => format!("{stem} (this computer, {time}).journey"),
            _ => format!("{stem} (this computer, {time}, {count}).journey"),
        })
        .map(|name| theirs.with_file_name(name))
        .find(|path| path.symlink_metadata().is_err())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_free_short_and_do_not_pile_up() {
        let folder = tempfile::tempdir().unwrap();
        let name = |theirs: &str| {
            let path = name_at(&folder.path().join(theirs), "2026-11-21 14.02").unwrap();
            path.file_name().unwrap().to_str().unwrap().to_owned()
        };
        assert_eq!(name("a.journey"), "a (this computer, 2026-11-21 14.02).journey");
        std::fs::write(folder.path().join("a (this computer, 2026-11-21 14.02).journey"), "").unwrap();
        assert_eq!(name("a.journey"), "a (this computer, 2026-11-21 14.02, 2).journey");
        assert_eq!(
            name("b (this computer, 2026-11-20 09.00).journey"),
            "b (this computer, 2026-11-21 14.02).journey"
        );
        assert!(name(&format!("{}.journey", "ä".repeat(120))).len() <= 255);
    }
}
