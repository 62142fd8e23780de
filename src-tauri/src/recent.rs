//! The files that were open before. The page knows them by a token and never sees a path.

use crate::settings::write_json;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// How many are remembered.
const MOST: usize = 20;

/// A file that was open before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recent {
    /// Stands for the path towards the page.
    pub token: String,
    /// Where the file was.
    pub path: PathBuf,
    /// When it was last open, in milliseconds since 1970 UTC.
    pub when: i64,
    /// The curve of its first map as it then was: heights −1…+1, one for each stage that has feelings.
    #[serde(default)]
    pub curve: Vec<f64>,
}

/// The list, last opened first, with the place where it is kept.
#[derive(Debug, Default)]
pub struct RecentList {
    kept_in: Option<PathBuf>,
    list: Vec<Recent>,
}

/// A file of the list as it lies on the disk now.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What is remembered of it.
    pub recent: Recent,
    /// When it was last changed, in milliseconds since 1970 UTC; when it was last open where it is gone.
    pub when: i64,
    /// Whether it is not where it was.
    pub missing: bool,
}

impl Found {
    fn of(recent: Recent) -> Self {
        let there = std::fs::metadata(&recent.path).ok().filter(std::fs::Metadata::is_file);
        let changed = there.as_ref().and_then(|file| file.modified().ok());
        let when = changed.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let when = when.and_then(|since| i64::try_from(since.as_millis()).ok()).unwrap_or(recent.when);
        Self { recent, when, missing: there.is_none() }
    }
}

/// The files as they lie on the disk, the last changed first. Asks the disk.
pub fn found(list: Vec<Recent>) -> Vec<Found> {
    let mut found: Vec<Found> = list.into_iter().map(Found::of).collect();
    found.sort_by_key(|file| std::cmp::Reverse(file.when));
    found
}

impl RecentList {
    /// Reads the list; one that is missing or broken is empty.
    pub fn read(kept_in: Option<PathBuf>) -> Self {
        let text = kept_in.as_deref().and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default();
        Self { list: serde_json::from_str(&text).unwrap_or_default(), kept_in }
    }

    /// Where the list of this computer's user lies.
    pub fn place() -> Option<PathBuf> {
        Some(dirs::data_local_dir()?.join("desire-path").join("recent.json"))
    }

    /// The files, last opened first.
    pub fn list(&self) -> &[Recent] {
        &self.list
    }

    /// The path of a token.
    pub fn path_of(&self, token: &str) -> Option<&Path> {
        self.list.iter().find(|recent| recent.token == token).map(|recent| &*recent.path)
    }

    /// Puts a file at the head of the list.
    pub fn remember(&mut self, path: &Path, token: String, when: i64, curve: Vec<f64>) {
        self.list.retain(|recent| recent.path != path);
        self.list.insert(0, Recent { token, path: path.to_owned(), when, curve });
        self.list.truncate(MOST);
        self.keep();
    }

    /// A file of the list is closed: its curve is another one now.
    pub fn redraw(&mut self, path: &Path, curve: Vec<f64>) {
        if let Some(recent) = self.list.iter_mut().find(|recent| recent.path == path) {
            recent.curve = curve;
            self.keep();
        }
    }

    /// Takes a file off the list.
    pub fn forget(&mut self, token: &str) {
        self.list.retain(|recent| recent.token != token);
        self.keep();
    }

    fn keep(&self) {
        if let Some(path) = &self.kept_in {
            // The list is a convenience: where it cannot be kept, it lasts as long as the program.
            let _ = write_json(path, &self.list);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{RecentList, found};
    use std::path::Path;
    use std::time::{Duration, UNIX_EPOCH};

    #[test]
    fn the_newest_comes_first_and_only_once() {
        let mut recent = RecentList::default();
        recent.remember(Path::new("/a"), "1".into(), 1, vec![]);
        recent.remember(Path::new("/b"), "2".into(), 2, vec![]);
        recent.remember(Path::new("/a"), "3".into(), 3, vec![0.5]);
        let paths: Vec<_> = recent.list.iter().map(|recent| recent.path.to_str().unwrap()).collect();
        assert_eq!(paths, ["/a", "/b"]);
        assert_eq!(recent.path_of("1"), None);
        assert_eq!(recent.path_of("3"), Some(Path::new("/a")));
        recent.redraw(Path::new("/b"), vec![-1.0, 1.0]);
        recent.redraw(Path::new("/c"), vec![0.0]);
        assert_eq!(
            recent.list.iter().map(|recent| &*recent.curve).collect::<Vec<_>>(),
            [&[0.5][..], &[-1.0, 1.0]]
        );
        recent.forget("3");
        assert_eq!(recent.list.len(), 1);
    }

    #[test]
    fn files_are_told_by_when_they_were_last_changed() {
        let folder = std::env::temp_dir().join(format!("desire-path-recent-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let mut recent = RecentList::default();
        for (name, opened, changed) in [("old", 9_000_000, 1_000_u64), ("new", 8_000_000, 5_000)] {
            let path = folder.join(name);
            let file = std::fs::File::create(&path).expect("a file");
            file.set_modified(UNIX_EPOCH + Duration::from_millis(changed)).expect("a time");
            recent.remember(&path, name.into(), opened, vec![]);
        }
        recent.remember(&folder.join("gone"), "gone".into(), 3_000, vec![]);
        let told = found(recent.list().to_vec());
        let told: Vec<_> = told.iter().map(|file| (&*file.recent.token, file.when, file.missing)).collect();
        assert_eq!(told, [("new", 5_000, false), ("gone", 3_000, true), ("old", 1_000, false)]);
        std::fs::remove_dir_all(&folder).expect("it can go");
    }
}
