//! What the window tests need and nobody else gets: all of it is off unless `TAURI_WEBVIEW_AUTOMATION` is `true`.

use std::io::Write;
use std::path::PathBuf;
use tauri::AppHandle;

/// Whether a driver runs this program.
pub fn on() -> bool {
    std::env::var("TAURI_WEBVIEW_AUTOMATION").as_deref() == Ok("true")
}

/// What a file dialog answers under test: the file named by `DESIRE_PATH_TEST_DIALOG` holds the path, or nothing for
/// a person who changed their mind. None where a real dialog is to open.
pub fn dialog_answer() -> Option<Option<PathBuf>> {
    let file = std::env::var_os("DESIRE_PATH_TEST_DIALOG").filter(|_| on())?;
    let text = std::fs::read_to_string(file).unwrap_or_default();
    Some((!text.is_empty()).then(|| PathBuf::from(text)))
}

/// Notes a link that was opened under test, instead of starting a browser. False where it is really to be opened.
pub fn link_opened(link: &str) -> bool {
    let Some(note) = std::env::var_os("DESIRE_PATH_TEST_LINK").filter(|_| on()) else { return false };
    // Whoever looks for the note tells by itself that it did not come.
    let _ = std::fs::write(note, link);
    true
}

/// Where the first painted map is to be noted, for measuring how long a start takes.
fn painted_note() -> Option<PathBuf> {
    std::env::var_os("DESIRE_PATH_TEST_PAINTED").filter(|_| on()).map(PathBuf::from)
}

/// The script that watches for the first painted card, where somebody measures.
pub fn watch_script() -> Option<&'static str> {
    painted_note().map(|_| {
        "(() => {
            const look = () => {
                if (!document.querySelector('[data-key^=\"card/\"]')) return requestAnimationFrame(look);
                requestAnimationFrame(() => {
                    const after = new MessageChannel();
                    after.port1.onmessage = () => window.__TAURI_INTERNALS__.invoke('painted_for_test');
                    after.port2.postMessage(null);
                });
            };
            requestAnimationFrame(look);
        })();"
    })
}

/// Notes that the map was painted: the window's title, on a line of its own.
#[tauri::command]
pub fn painted_for_test(window: tauri::WebviewWindow) {
    if let Some(note) = painted_note() {
        let note = std::fs::OpenOptions::new().create(true).append(true).open(note);
        // Whoever measures tells by itself that the note did not come.
        let _ = note.and_then(|mut note| writeln!(note, "{}", window.title().unwrap_or_default()));
    }
}

/// A mistake of the program; nobody but a driver can make it.
#[tauri::command]
pub fn panic_for_test(words: &str) {
    assert!(!on(), "a driver asked for it: {words}");
}

/// Closes all windows as a person does; does nothing for anyone but a driver.
#[tauri::command]
pub fn quit_for_test(app: AppHandle) {
    use tauri::Manager;
    if on() {
        for window in app.webview_windows().into_values() {
            let _ = window.close();
        }
    }
}
