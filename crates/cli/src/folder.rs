//! A folder of numbered pictures, written whole or not at all.

use crate::outcome::{Outcome, Problem};
use std::fs;
use std::path::{Path, PathBuf};

/// Refuses, before any work, to replace what nobody said may go: a file, or a folder that is not one of ours.
pub(crate) fn expect_free(out: &Path, force: bool) -> Outcome {
    let Ok(found) = out.symlink_metadata() else { return Ok(()) };
    if !force {
        return Err(Problem::Usage(format!("{} is already there; --force replaces it", out.display())));
    }
    if found.is_dir() && !holds_pictures_only(out) {
        let sentence = "holds more than numbered pictures; choose another name";
        return Err(Problem::Usage(format!("{} {sentence}", out.display())));
    }
    Ok(())
}

/// Whether a folder was made here: every file in it is called like `01-overview.png`.
fn holds_pictures_only(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return false };
    entries.into_iter().all(|entry| {
        let Ok(entry) = entry else { return false };
        let name = entry.file_name().to_string_lossy().into_owned();
        let numbered = name.split_once('-').is_some_and(|(number, _)| number.parse::<u32>().is_ok());
        numbered && (name.ends_with(".png") || name.ends_with(".svg")) && entry.path().is_file()
    })
}

/// Writes the files into a folder beside OUT, which then takes its place.
pub(crate) fn write(files: &[(String, Vec<u8>)], out: &Path, force: bool) -> Outcome {
    expect_free(out, force)?;
    let failed = |error: std::io::Error| Problem::of_file(out, error);
    let name = out.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let beside = |what: &str| out.with_file_name(format!(".{name}.{what}-{}", std::process::id()));
    let made = Temporary(beside("new"));
    let old = Temporary(beside("old"));
    fs::create_dir(&made.0).map_err(failed)?;
    for (name, bytes) in files {
        fs::write(made.0.join(name), bytes).map_err(failed)?;
    }
    let replaces = out.symlink_metadata().is_ok();
    if replaces {
        fs::rename(out, &old.0).map_err(failed)?;
    }
    fs::rename(&made.0, out).map_err(|error| {
        // What stood there comes back.
        if replaces {
            let _ = fs::rename(&old.0, out);
        }
        failed(error)
    })
}

/// A folder or file that is gone when this goes.
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        if fs::remove_dir_all(&self.0).is_err() {
            let _ = fs::remove_file(&self.0);
        }
    }
}
