//! What all commands share: reading a map file, choosing its maps, writing a file whole.

use crate::language::{language, said};
use crate::outcome::{Outcome, Problem};
use journey::{Document, Id, Map, NewIds, words};
use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use store::StoreError;

/// Fresh ids: UUIDv7 by this computer's clock and chance.
pub(crate) fn new_ids() -> impl NewIds {
    || Id::from_u128(uuid::Uuid::now_v7().as_u128())
}

/// The ending of a file's name, in small letters.
pub(crate) fn ending(path: &Path) -> String {
    path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase()
}

/// Refuses a file to make that is not called `.journey`.
pub(crate) fn expect_journey(path: &Path) -> Outcome {
    if ending(path) == "journey" {
        return Ok(());
    }
    Err(Problem::Usage(said("cli.expected-journey", &[&path.display()])))
}

/// Reads a map file; nothing is written, also not beside it.
pub(crate) fn read(path: &Path) -> Result<store::Contents, Problem> {
    let contents = store::read_contents(path).map_err(|error| of_store(&error))?;
    for notice in &contents.notices {
        eprintln!("journey: {}", words::say(&notice.sentence, language()));
    }
    Ok(contents)
}

/// The maps that a command is about: the one of a title, or all of them in order.
pub(crate) fn maps<'a>(document: &'a Document, title: Option<&str>) -> Result<Vec<&'a Map>, Problem> {
    let mut maps = document.maps_in_order();
    if let Some(title) = title {
        let known = maps.iter().map(|map| said("canvas.quote", &[&map.title])).collect::<Vec<_>>().join(", ");
        maps.retain(|map| map.title == title);
        maps.truncate(1);
        if maps.is_empty() {
            return Err(Problem::Usage(said("cli.no-such-map", &[&title, &known])));
        }
    }
    if maps.is_empty() {
        return Err(Problem::Failed(said("cli.no-map", &[])));
    }
    Ok(maps)
}

/// Writes a document as a map file, whole or not at all.
pub(crate) fn write_journey(document: &Document, path: &Path, force: bool) -> Outcome {
    store::export_file(document, path, force).map_err(|error| of_store(&error))
}

/// Writes bytes as a file, whole or not at all.
pub(crate) fn write(bytes: &[u8], path: &Path, force: bool) -> Outcome {
    store::write_atomically(path, bytes, force).map_err(|error| of_store(&error))
}

/// Refuses, before any work, to replace a file that nobody said may go.
pub(crate) fn expect_free(path: &Path, force: bool) -> Outcome {
    if !force && path.symlink_metadata().is_ok_and(|found| !found.is_dir()) {
        return Err(of_store(&StoreError::Exists { path: path.into() }));
    }
    Ok(())
}

/// A failure of the store: an existing file is a matter of usage, the rest is not.
fn of_store(error: &StoreError) -> Problem {
    match error {
        StoreError::Exists { path } => Problem::Usage(said("cli.exists", &[&path.display()])),
        error => Problem::Failed(error.sentence(language())),
    }
}

/// Prints text; a reader that went away is no failure.
pub(crate) fn print(text: &str) -> Outcome {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Problem::Failed(said("cli.cannot-print", &[&error])))
        }
        _ => Ok(()),
    }
}
