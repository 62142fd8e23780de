//! The windows: how one is made, and what the web view inside may not do by itself.

use crate::automation;
use crate::kept;
use crate::shell::{MOMENT, Shell};
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

/// The name of the program.
const NAME: &str = "Desire Path";

/// The label of the first window, and of those that come after it.
pub fn label(count: usize) -> String {
    if count == 1 { "main".to_owned() } else { format!("map-{count}") }
}

/// What must be so before GTK starts.
///
/// Without a graphics card WebKit's shared buffers cost 50 ms a frame instead of 16.
pub fn before_start() {
    #[cfg(target_os = "linux")]
    {
        let card = std::fs::read_dir("/dev/dri").into_iter().flatten().flatten();
        let has_card =
            card.into_iter().any(|entry| entry.file_name().to_string_lossy().starts_with("renderD"));
        if !has_card && std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
            // SAFETY: called first thing in `run`, while this is the only thread.
            #[expect(unsafe_code, reason = "there is no other way to tell WebKit, and no other thread yet")]
            unsafe {
                std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
            }
        }
    }
}

/// Asks what to begin with before the page's own script is read, which then finds the answer (`ui/shell/real.ts`): the
/// file is opened meanwhile.
const ASK: &str = "window.desirePathStart = window.__TAURI_INTERNALS__.invoke('start');";

/// Makes a window.
///
/// # Errors
/// Where the system refuses a window or a web view.
pub fn open(app: &AppHandle, label: &str) -> tauri::Result<WebviewWindow> {
    let mut window = WebviewWindowBuilder::new(app, label, WebviewUrl::default())
        .title(NAME)
        .inner_size(1600.0, 1000.0)
        .min_inner_size(1024.0, 640.0)
        // Files that are dropped come to Rust, which reads them; cards are dragged by pointer events.
        .zoom_hotkeys_enabled(false)
        .on_navigation(is_own)
        .initialization_script(ASK);
    if let Some(script) = automation::watch_script() {
        window = window.initialization_script(script);
    }
    let window = window.build()?;
    #[cfg(target_os = "linux")]
    window.with_webview(|view| tame(&view.inner()))?;
    let _ = window.set_zoom(app.state::<Shell>().settings().scale());
    Ok(window)
}

/// How long a page may take to send what is being typed before its window closes without.
const PATIENCE: Duration = Duration::from_secs(2);

/// Somebody closes the window: the page first sends what was typed a moment ago, and then says `rested`. A page that
/// does not answer does not keep the window open.
pub fn ask_to_rest(app: &AppHandle, label: &str) {
    // A page that is gone hears nothing.
    let _ = app.emit_to(label, "closing", ());
    let (app, label) = (app.clone(), label.to_owned());
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        close(&app, &label);
    });
}

/// Closes a window at once.
pub fn close(app: &AppHandle, label: &str) {
    if let Some(window) = app.get_webview_window(label) {
        // A window that is gone needs no closing.
        let _ = window.destroy();
    }
}

/// A window has gone. Where the program goes on without it, so does the next start.
pub fn gone(app: &AppHandle, label: &str) {
    app.state::<Shell>().close_pane(label);
    let app = app.clone();
    std::thread::spawn(move || {
        std::thread::sleep(MOMENT + Duration::from_millis(100));
        kept::write(&app.state::<Shell>());
    });
}

/// Calls a window like the file in it.
pub fn entitle(app: &AppHandle, label: &str, file: Option<&str>) {
    if let Some(window) = app.get_webview_window(label) {
        let title = file.map_or_else(|| NAME.to_owned(), |file| format!("{file} – {NAME}"));
        // A window that is gone needs no title.
        let _ = window.set_title(&title);
    }
}

/// Brings a window to the front.
pub fn focus(app: &AppHandle, label: &str) {
    if let Some(window) = app.get_webview_window(label) {
        // A window that is gone or a desktop that refuses the focus is no reason to fail.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// Brings a window to the front, whichever was last.
pub fn focus_any(app: &AppHandle) {
    let panes = app.state::<Shell>().panes();
    if let Some(pane) = panes.last() {
        focus(app, &pane.label);
    }
}

/// Makes everything in the windows larger by a factor, bars and dialogs too.
pub fn scale(app: &AppHandle, factor: f64) {
    for window in app.webview_windows().into_values() {
        // A window that is gone needs no size.
        let _ = window.set_zoom(factor);
    }
}

/// Fills the screen with the window, or gives it its frame back.
///
/// # Errors
/// Where the system refuses, or the window is gone.
pub fn toggle_full_screen(app: &AppHandle, label: &str) -> tauri::Result<()> {
    match app.get_webview_window(label) {
        Some(window) => window.set_fullscreen(!window.is_fullscreen()?),
        None => Err(tauri::Error::WindowNotFound),
    }
}

/// Fills the screen with the window, or ends that; whether it filled it before.
///
/// # Errors
/// As [`toggle_full_screen`].
pub fn fill_screen(app: &AppHandle, label: &str, on: bool) -> tauri::Result<bool> {
    let window = app.get_webview_window(label).ok_or(tauri::Error::WindowNotFound)?;
    let before = window.is_fullscreen()?;
    if before != on {
        window.set_fullscreen(on)?;
    }
    Ok(before)
}

/// The page never leaves itself: a link that it did not catch leads nowhere.
fn is_own(url: &tauri::Url) -> bool {
    matches!(url.scheme(), "tauri" | "about") || url.host_str() == Some("tauri.localhost")
}

/// WebKit's widths then equal the shaper's within 0.02 px; with the desktop's hinting they are off by up to 4 %.
#[cfg(target_os = "linux")]
pub fn unhinted_text() {
    use gtk::prelude::GtkSettingsExt;
    if let Some(settings) = gtk::Settings::default() {
        settings.set_gtk_xft_antialias(1);
        settings.set_gtk_xft_hinting(1);
        settings.set_gtk_xft_hintstyle(Some("hintnone"));
    }
}

/// Takes from the web view what would leave the page, and gives back what wry took from typing.
#[cfg(target_os = "linux")]
fn tame(view: &webkit2gtk::WebView) {
    use webkit2gtk::{
        ContextMenuAction as Does, ContextMenuExt, ContextMenuItemExt, InputMethodContextExt, SettingsExt,
        WebViewExt,
    };
    if let Some(settings) = WebViewExt::settings(view) {
        settings.set_enable_back_forward_navigation_gestures(false);
        settings.set_enable_caret_browsing(false);
        // A test that fails then says what the page said.
        settings.set_enable_write_console_messages_to_stdout(automation::on());
    }
    // Composed text (Chinese, Japanese, dead keys) appears in the card while it is being composed.
    if let Some(input) = view.input_method_context() {
        input.set_enable_preedit(true);
    }
    crate::accents::tell(view);
    // What is left of the view's own menu is what helps in a text box.
    view.connect_context_menu(|_, menu, _, _| {
        for item in menu.items() {
            let keeps = matches!(
                item.stock_action(),
                Does::Copy
                    | Does::Cut
                    | Does::Paste
                    | Does::Delete
                    | Does::SelectAll
                    | Does::InputMethods
                    | Does::InsertEmoji
                    | Does::SpellingGuess
                    | Does::NoGuessesFound
                    | Does::IgnoreSpelling
                    | Does::LearnSpelling
            );
            if !keeps {
                menu.remove(&item);
            }
        }
        menu.n_items() == 0
    });
}

/// Checks the spelling of what is typed, in the language of the open map, with the dictionaries of this computer.
pub fn check_spelling(app: &AppHandle, label: &str, language: &str) {
    #[cfg(target_os = "linux")]
    if let Some(window) = app.get_webview_window(label) {
        let names = dictionaries(language, &std::env::var("LANG").unwrap_or_default());
        // A window that is going away needs no spelling.
        let _ = window.with_webview(move |view| {
            use webkit2gtk::{WebContextExt, WebViewExt};
            if let Some(context) = view.inner().context() {
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                context.set_spell_checking_languages(&names);
                context.set_spell_checking_enabled(true);
            }
        });
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (app, label, language);
}

/// The names of dictionaries for a language (BCP 47), best first; WebKit passes over those that are not there. A
/// language without a region is that of the desktop where it speaks the same one.
#[cfg(target_os = "linux")]
fn dictionaries(language: &str, desktop: &str) -> Vec<String> {
    let tag = language.replace('-', "_");
    let desktop = desktop.split(['.', '@']).next().unwrap_or_default();
    let primary = tag.split('_').next().unwrap_or_default();
    let mut names = vec![tag.clone()];
    if desktop.split('_').next() == Some(primary) {
        names.push(desktop.to_owned());
    }
    // Most dictionaries have a region in their name: de_DE, and en_US where nothing says otherwise.
    names.push(if primary == "en" {
        "en_US".into()
    } else {
        format!("{primary}_{}", primary.to_uppercase())
    });
    names.push(primary.to_owned());
    let mut seen = std::collections::HashSet::new();
    names.retain(|name| seen.insert(name.clone()));
    names
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::dictionaries;

    #[test]
    fn a_language_leads_to_the_dictionaries_that_fit_best() {
        assert_eq!(dictionaries("de-CH", "en_US.UTF-8"), ["de_CH", "de_DE", "de"]);
        assert_eq!(dictionaries("en", "en_GB.UTF-8"), ["en", "en_GB", "en_US"]);
        assert_eq!(dictionaries("fr", "C"), ["fr", "fr_FR"]);
    }
}
