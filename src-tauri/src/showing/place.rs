//! Where an export goes: the dialog that asks, and the file or the folder that is put there, whole or not at all.

use super::files::Files;
use super::wish::Wish;
use crate::dialogs;
use crate::here::Here;
use crate::problem::Problem;
use std::path::{Path, PathBuf};

/// Asks for a place, for a file or for a folder of pictures; none where the person changed their mind.
pub async fn ask(
    here: &Here,
    wish: &Wish,
    title: &str,
    folder: Option<&Path>,
    pictures: bool,
) -> Option<PathBuf> {
    if pictures {
        let name = dialogs::folder_name(title);
        return dialogs::save_folder(here, "dialog.export_pictures", folder, &name).await;
    }
    let kind = wish.format.kind();
    let name = dialogs::file_name(title, kind.extension);
    dialogs::save(here, "dialog.export", folder, &name, kind).await
}

/// Puts the files there. The dialog has asked before it gave a name that is taken.
///
/// # Errors
/// Where the disk refuses; what stood there is as it was.
pub fn put(path: &Path, files: &Files) -> Result<(), Problem> {
    match files {
        Files::One(bytes) => store::write_atomically(path, bytes, true)?,
        Files::Several(files) => store::write_pictures(path, files, true)?,
    }
    Ok(())
}

/// Shows a file in the desktop's own program for files.
///
/// # Errors
/// Where it is gone, or the desktop has no such program.
pub fn reveal(path: &Path) -> Result<(), Problem> {
    if !path.exists() {
        return Err(Problem::said("export.gone", &[]));
    }
    if crate::automation::link_opened(&path.to_string_lossy()) || shown_by_file_manager(path) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(path);
    open::that_detached(folder).map_err(|error| Problem::said("export.no_file_manager", &[&error]))
}

/// Asks the desktop's program for files over the bus, which then also selects the file.
#[cfg(target_os = "linux")]
fn shown_by_file_manager(path: &Path) -> bool {
    use gtk::gio::{BusType, Cancellable, DBusCallFlags, bus_get_sync};
    use gtk::glib::{ToVariant, filename_to_uri};
    let Ok(address) = filename_to_uri(path, None) else { return false };
    let Ok(bus) = bus_get_sync(BusType::Session, Cancellable::NONE) else { return false };
    let what = (vec![address.as_str()], "").to_variant();
    let name = "org.freedesktop.FileManager1";
    let place = "/org/freedesktop/FileManager1";
    let patience_ms = 3000;
    bus.call_sync(
        Some(name),
        place,
        name,
        "ShowItems",
        Some(&what),
        None,
        DBusCallFlags::NONE,
        patience_ms,
        Cancellable::NONE,
    )
    .is_ok()
}

#[cfg(not(target_os = "linux"))]
fn shown_by_file_manager(_path: &Path) -> bool {
    false
}
