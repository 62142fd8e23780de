//! Copies that programs for synced folders make where a file was changed in two places at once. They are told by their
//! names and by holding the same document; nothing is ever merged or removed by itself.

use crate::snapshot;
use std::fs;
use std::path::{Path, PathBuf};

/// How many files of fitting names are looked into.
const MOST: usize = 20;

/// The copies that lie beside a file: the same document with another content, by name.
pub fn conflict_copies(file: &Path) -> Vec<PathBuf> {
    let (Some(folder), Some(own)) = (file.parent(), stem(file)) else { return Vec::new() };
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut beside: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            path != file && path.extension().is_some_and(|end| end.eq_ignore_ascii_case("journey"))
        })
        .filter(|path| stem(path).is_some_and(|other| is_copy_of(&other, &own) || is_copy_of(&own, &other)))
        .collect();
    if beside.is_empty() {
        return beside;
    }
    beside.sort();
    beside.truncate(MOST);
    let Ok(ours) = snapshot::take(file) else { return Vec::new() };
    beside.retain(|path| {
        snapshot::take(path)
            .is_ok_and(|theirs| theirs.document.id == ours.document.id && theirs.hash != ours.hash)
    });
    beside
}

fn stem(path: &Path) -> Option<String> {
    Some(path.file_stem()?.to_str()?.to_owned())
}

/// Whether a name is that of a copy of another one; both without their extension.
fn is_copy_of(name: &str, original: &str) -> bool {
    let Some(added) = name.strip_prefix(original) else { return false };
    let lower = added.to_lowercase();
    // Syncthing.
    lower.starts_with(".sync-conflict-")
        // ownCloud and Nextcloud of old.
        || lower.starts_with("_conflict-")
        // Dropbox, Nextcloud and others: "(Ann's conflicted copy 2026-11-22)", "(conflicted copy 2026-11-22 101010)".
        || (lower.starts_with(" (") && lower.ends_with(')') && (lower.contains("conflicted copy") || lower.contains("case conflict")))
        // Our own.
        || lower.starts_with(" (this computer, ")
        || added.strip_prefix('-').is_some_and(is_computer)
}

/// Whether OneDrive may call a computer so: up to 15 capitals, digits and hyphens.
fn is_computer(name: &str) -> bool {
    (1..=15).contains(&name.len())
        && name.chars().all(|one| one.is_ascii_uppercase() || one.is_ascii_digit() || one == '-')
        && name.chars().any(|one| one.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::export_file;
    use journey::{Document, Id, Map};

    fn document(id: u128, title: &str) -> Document {
        let mut document = Document::new(Id::from_u128(id));
        let map = Map { id: Id::from_u128(1), title: title.to_owned(), ..Map::default() };
        document.maps.insert(map.id, map);
        document
    }

    #[test]
    fn names_of_copies_are_told_from_names_that_people_give() {
        for name in [
            "map (conflicted copy 2026-11-22 101010)",
            "map (Ann's conflicted copy 2026-11-22)",
            "map.sync-conflict-20261122-101010-ABCDEFG",
            "map_conflict-20261122-101010",
            "map-PC",
            "map-DESKTOP-1A2B3C",
            "map (this computer, 2026-11-22 14.02)",
        ] {
            assert!(is_copy_of(name, "map"), "{name}");
        }
        for name in [
            "map",
            "map-final",
            "map 2",
            "map (copy)",
            "map-2026",
            "another-PC",
            "maps-PC",
            "map-TOO-LONG-TO-BE-ONE",
        ] {
            assert!(!is_copy_of(name, "map"), "{name}");
        }
    }

    #[test]
    fn only_other_contents_of_the_same_document_are_offered_from_either_side() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        export_file(&document(7, "ours"), &at("map.journey"), false).unwrap();
        assert_eq!(conflict_copies(&at("map.journey")), Vec::<PathBuf>::new());
        export_file(&document(7, "theirs"), &at("map-PC.journey"), false).unwrap();
        export_file(&document(8, "another map"), &at("map-LAPTOP.journey"), false).unwrap();
        fs::copy(at("map.journey"), at("map (conflicted copy 2026-11-22).journey")).unwrap();
        fs::write(at("map.sync-conflict-20261122-101010-ABCDEFG.journey"), "broken").unwrap();
        assert_eq!(conflict_copies(&at("map.journey")), [at("map-PC.journey")]);
        assert_eq!(conflict_copies(&at("map-PC.journey")), [at("map.journey")]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 5);
    }
}
