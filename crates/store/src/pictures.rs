//! A folder of numbered pictures, `01-overview.png` and so on, written whole or not at all.

use crate::error::StoreError;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Whether a folder holds numbered pictures and nothing else: such a one may be replaced as a whole.
pub fn holds_pictures_only(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return false };
    entries.into_iter().all(|entry| {
        let Ok(entry) = entry else { return false };
        let name = entry.file_name().to_string_lossy().into_owned();
        let numbered = name.split_once('-').is_some_and(|(number, _)| number.parse::<u32>().is_ok());
        numbered && (name.ends_with(".png") || name.ends_with(".svg")) && entry.path().is_file()
    })
}

/// Writes files, by their names, into a new folder that then takes its place. What stood there goes only where
/// `overwrite` says so, and a folder only where it is one of pictures like this one.
///
/// # Errors
/// [`StoreError::Exists`], [`StoreError::NotPictures`], or why the disk refused; what stood there is as it was then.
pub fn write_pictures(folder: &Path, files: &[(String, Vec<u8>)], overwrite: bool) -> Result<(), StoreError> {
    let failed = |error: std::io::Error| StoreError::writing(folder, &error);
    let replaces = folder.symlink_metadata().is_ok();
    if replaces && !overwrite {
        return Err(StoreError::Exists { path: folder.into() });
    }
    if folder.is_dir() && !holds_pictures_only(folder) {
        return Err(StoreError::NotPictures { path: folder.into() });
    }
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let beside = |what: &str| folder.with_file_name(format!(".{name}.{what}-{}", std::process::id()));
    let (made, old) = (Temporary(beside("new")), Temporary(beside("old")));
    fs::create_dir(&made.0).map_err(failed)?;
    for (name, bytes) in files {
        let mut file = File::create_new(made.0.join(name)).map_err(failed)?;
        file.write_all(bytes).and_then(|()| file.sync_all()).map_err(failed)?;
    }
    if replaces {
        fs::rename(folder, &old.0).map_err(failed)?;
    }
    fs::rename(&made.0, folder).map_err(|error| {
        // What stood there comes back.
        if replaces {
            let _ = fs::rename(&old.0, folder);
        }
        failed(error)
    })
}

/// A folder or file that is gone when this goes.
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        // Mostly it has got to its place, and there is nothing to remove.
        if fs::remove_dir_all(&self.0).is_err() {
            let _ = fs::remove_file(&self.0);
        }
    }
}
