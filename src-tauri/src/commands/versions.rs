//! Versions: states of the map that have a name.

use crate::clock;
use crate::here::Here;
use crate::language::language;
use crate::problem::Problem;
use crate::session::{Done, OpenMap};
use journey::{Id, Phrase, words};
use serde::Serialize;

/// A version, as the page lists it.
#[derive(Serialize)]
pub struct VersionEntry {
    id: Id,
    name: String,
    when: String,
    /// How many changes were made since; none where this file does not have its state.
    since: Option<u32>,
}

/// The versions of the map, newest first.
#[tauri::command]
pub fn versions(shell: Here) -> Result<Vec<VersionEntry>, Problem> {
    let found = shell.with(|open| Ok(open.stored().versions()?))?;
    Ok(found
        .into_iter()
        .map(|version| VersionEntry {
            id: version.id,
            name: version.name,
            when: clock::rfc3339(version.at),
            since: version.since,
        })
        .collect())
}

/// Gives the map as it is now a name.
#[tauri::command]
pub fn name_version(shell: Here, name: String) -> Result<Done, Problem> {
    shell.change(|open| open.name_version(name.trim()))
}

/// Goes back to a version, as one step of undo; what was there becomes a version too.
#[tauri::command]
pub fn go_back(shell: Here, version: Id) -> Result<OpenMap, Problem> {
    shell.change(|open| {
        let name = open.document().versions.get(&version).map(|version| version.name.clone());
        let kept = words::say(&Phrase::new("version.before").with(name.unwrap_or_default()), language());
        if !open.go_back(version, &kept)? {
            return Err(not_here());
        }
        Ok(open.open_map())
    })
}

/// Opens a version as a draft of its own; the map that was open goes into its file.
#[tauri::command]
pub fn open_version(shell: Here, version: Id) -> Result<Option<OpenMap>, Problem> {
    let was = shell.with(|open| Ok(open.stored().version(version)?))?;
    let mut was = was.ok_or_else(not_here)?;
    // A document of its own: the two do not share a working copy.
    was.id = clock::new_id();
    was.versions.clear();
    shell.show(shell.store()?.create(was)?)
}

fn not_here() -> Problem {
    Problem::said("versions.not_here", &[])
}
