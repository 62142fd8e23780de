//! The clipboard of the desktop. A web view takes what is copied only at once, while the map is asked in turn; so the
//! window puts it there itself.

use crate::problem::Problem;
use tauri::AppHandle;

fn refused() -> Problem {
    Problem::new("window.clipboard", "The clipboard could not be written.", "Try it once more.")
}

/// Puts text and markup on the clipboard, side by side.
///
/// # Errors
/// Where the desktop refuses.
#[cfg(target_os = "linux")]
pub fn put(app: &AppHandle, text: String, html: String) -> Result<(), Problem> {
    use gtk::{TargetEntry, TargetFlags, gdk};
    let (told, done) = std::sync::mpsc::channel();
    app.run_on_main_thread(move || {
        let kinds = ["text/html", "UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "STRING"];
        let targets: Vec<TargetEntry> =
            (0..).zip(kinds).map(|(at, kind)| TargetEntry::new(kind, TargetFlags::empty(), at)).collect();
        let clipboard = gtk::Clipboard::get(&gdk::SELECTION_CLIPBOARD);
        let put = clipboard.set_with_data(&targets, move |_, selection, at| {
            if at == 0 {
                selection.set(&gdk::Atom::intern("text/html"), 8, html.as_bytes());
            } else {
                selection.set_text(&text);
            }
        });
        // Whoever waits may have gone.
        let _ = told.send(put);
    })
    .map_err(|_| refused())?;
    if done.recv().unwrap_or(false) { Ok(()) } else { Err(refused()) }
}

/// Puts text and markup on the clipboard, side by side.
///
/// # Errors
/// Where the desktop refuses.
#[cfg(not(target_os = "linux"))]
pub fn put(app: &AppHandle, text: String, html: String) -> Result<(), Problem> {
    use tauri_plugin_clipboard_manager::ClipboardExt;
    app.clipboard().write_html(html, Some(text)).map_err(|_| refused())
}
