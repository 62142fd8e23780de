//! Where the exports of each map went, so that one key repeats the last one and the folder can be shown. Kept in a small
//! file; the page never sees a path.

use super::wish::Wish;
use crate::settings::write_json;
use journey::Id;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// How many maps are remembered.
const MOST: usize = 40;

/// The last export of a map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Last {
    document: Id,
    /// What it was.
    pub wish: Wish,
    /// Where it went.
    pub path: PathBuf,
    /// Whether it went into a deck that was there.
    #[serde(default)]
    pub into: bool,
    /// What was there when it had gone there.
    seen: Seen,
}

/// What a file or a folder looks like from outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Seen {
    bytes: u64,
    /// In milliseconds since 1970 UTC.
    at: u64,
}

impl Seen {
    fn of(path: &Path) -> Self {
        if path.is_dir() {
            let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
            return entries.map(|entry| Self::of_file(&entry.path())).fold(Self::default(), |all, one| {
                Self { bytes: all.bytes + one.bytes, at: all.at.max(one.at) }
            });
        }
        Self::of_file(path)
    }

    fn of_file(path: &Path) -> Self {
        let Ok(about) = path.metadata() else { return Self::default() };
        let since = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        Self { bytes: about.len(), at: since.map_or(0, |since| since.as_millis() as u64) }
    }
}

impl Last {
    /// Whether somebody changed what was written, so that writing it once more would lose that. What is gone is free,
    /// and a deck that slides go into keeps what hands made of it.
    pub fn was_changed(&self) -> bool {
        !self.into && self.path.exists() && Seen::of(&self.path) != self.seen
    }
}

/// The last exports, newest first, with the place where they are kept.
#[derive(Debug, Default)]
pub struct LastExports {
    kept_in: Option<PathBuf>,
    list: Vec<Last>,
}

impl LastExports {
    /// Reads the list; one that is missing or broken is empty.
    pub fn read(kept_in: Option<PathBuf>) -> Self {
        let text = kept_in.as_deref().and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default();
        Self { list: serde_json::from_str(&text).unwrap_or_default(), kept_in }
    }

    /// Where the list of this computer's user lies.
    pub fn place() -> Option<PathBuf> {
        Some(dirs::data_local_dir()?.join("desire-path").join("exports.json"))
    }

    /// The last export of a document.
    pub fn of(&self, document: Id) -> Option<&Last> {
        self.list.iter().find(|last| last.document == document)
    }

    /// An export of a document has gone to a place.
    pub fn remember(&mut self, document: Id, wish: &Wish, path: &Path, into: bool) {
        self.list.retain(|last| last.document != document);
        let last = Last { document, wish: wish.clone(), path: path.to_owned(), into, seen: Seen::of(path) };
        self.list.insert(0, last);
        self.list.truncate(MOST);
        if let Some(place) = &self.kept_in {
            // Without it the next start only asks for a place again.
            let _ = write_json(place, &self.list);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LastExports, Wish};
    use journey::Id;

    #[test]
    fn the_last_export_is_remembered_and_what_was_changed_since_is_told() {
        let folder = std::env::temp_dir().join(format!("exports-{}", crate::clock::new_id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let (kept, file) = (folder.join("exports.json"), folder.join("deck.pptx"));
        std::fs::write(&file, "a deck").expect("a file");
        let id = Id::from_u128(7);
        let mut list = LastExports::read(Some(kept.clone()));
        assert!(list.of(id).is_none());
        list.remember(id, &Wish::default(), &file, false);

        let again = LastExports::read(Some(kept));
        let last = again.of(id).expect("it is remembered");
        assert_eq!((&last.path, last.was_changed()), (&file, false));
        std::fs::write(&file, "a deck with a slide more").expect("a file");
        assert!(last.was_changed());
        std::fs::remove_file(&file).expect("it goes");
        assert!(!last.was_changed(), "what is gone is free");
        std::fs::remove_dir_all(folder).expect("it goes");
    }
}
