//! The clipboard of the desktop. A web view takes what is copied only at once, while the map is asked in turn; so the
//! window puts it there itself.

use crate::problem::Problem;
use serde::Serialize;
use tauri::AppHandle;

/// What a clipboard holds for a map.
#[derive(Serialize)]
pub struct Copied {
    text: String,
    html: String,
}

/// How long the program that owns the clipboard may take to hand it over.
#[cfg(target_os = "linux")]
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(3);

#[cfg(target_os = "linux")]
fn unreadable() -> Problem {
    Problem::said("window.clipboard_read", &[])
}

fn refused() -> Problem {
    Problem::said("window.clipboard", &[])
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

/// What another program, or this one, put on the clipboard; empty where it holds neither.
///
/// # Errors
/// Where the desktop refuses.
#[cfg(target_os = "linux")]
pub fn take(app: &AppHandle) -> Result<Copied, Problem> {
    use gtk::gdk;
    let (told, answer) = std::sync::mpsc::channel();
    app.run_on_main_thread(move || {
        let clipboard = gtk::Clipboard::get(&gdk::SELECTION_CLIPBOARD);
        // Asked one after the other and never waited for here: the owner may be this very thread.
        clipboard.request_contents(&gdk::Atom::intern("text/html"), move |clipboard, found| {
            let html = markup(&found.data());
            clipboard.request_text(move |_, text| {
                let text = text.map(ToOwned::to_owned).unwrap_or_default();
                let _ = told.send(Copied { text, html });
            });
        });
    })
    .map_err(|_| unreadable())?;
    answer.recv_timeout(PATIENCE).map_err(|_| unreadable())
}

/// Markup as programs hand it over: UTF-8, or UTF-16 with a mark in front.
#[cfg(target_os = "linux")]
fn markup(data: &[u8]) -> String {
    match data {
        [0xff, 0xfe, rest @ ..] => {
            let units: Vec<u16> =
                rest.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        _ => String::from_utf8_lossy(data).trim_end_matches('\0').to_owned(),
    }
}

/// What another program, or this one, put on the clipboard; empty where it holds none.
///
/// # Errors
/// Never: what cannot be read counts as nothing.
#[cfg(not(target_os = "linux"))]
pub fn take(app: &AppHandle) -> Result<Copied, Problem> {
    use tauri_plugin_clipboard_manager::ClipboardExt;
    Ok(Copied { text: app.clipboard().read_text().unwrap_or_default(), html: String::new() })
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

/// Puts a PNG on the clipboard.
///
/// # Errors
/// Where the desktop refuses.
#[cfg(target_os = "linux")]
pub fn put_picture(app: &AppHandle, png: Vec<u8>) -> Result<(), Problem> {
    use gtk::{TargetEntry, TargetFlags, gdk};
    let (told, done) = std::sync::mpsc::channel();
    app.run_on_main_thread(move || {
        let kind = "image/png";
        let targets = [TargetEntry::new(kind, TargetFlags::empty(), 0)];
        let clipboard = gtk::Clipboard::get(&gdk::SELECTION_CLIPBOARD);
        let put = clipboard.set_with_data(&targets, move |_, selection, _| {
            selection.set(&gdk::Atom::intern(kind), 8, &png);
        });
        // Whoever waits may have gone.
        let _ = told.send(put);
    })
    .map_err(|_| refused())?;
    if done.recv().unwrap_or(false) { Ok(()) } else { Err(refused()) }
}

/// Puts a PNG on the clipboard.
///
/// # Errors
/// Where the desktop refuses.
#[cfg(not(target_os = "linux"))]
pub fn put_picture(app: &AppHandle, png: Vec<u8>) -> Result<(), Problem> {
    use tauri_plugin_clipboard_manager::ClipboardExt;
    let (width, height, pixels) = render::intake::pixels_of_png(&png).map_err(|_| refused())?;
    let image = tauri::image::Image::new_owned(pixels, width, height);
    app.clipboard().write_image(&image).map_err(|_| refused())
}
