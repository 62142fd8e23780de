//! The window of Desire Path: adapters between the page and the crates. Nothing here knows what a map is.

#[cfg(target_os = "linux")]
mod accents;
mod automation;
mod clipboard;
mod clock;
mod commands;
mod dialogs;
mod here;
mod kept;
mod language;
mod links;
mod log;
mod pictures;
mod problem;
mod protocols;
mod publisher;
mod recent;
mod session;
mod settings;
mod shell;
mod showing;
mod told;
mod windows;

use here::{Beginning, Here};
use shell::Shell;
use std::ffi::OsString;
use std::path::PathBuf;
use tauri::{AppHandle, DragDropEvent, Manager, RunEvent, WindowEvent};
use tauri_plugin_window_state::StateFlags;

/// Runs the program until its last window is closed.
///
/// # Errors
/// Where the system has no window or no web view to give.
pub fn run(args: Vec<OsString>) -> tauri::Result<()> {
    windows::before_start();
    log::start();
    let files: Vec<PathBuf> = args.into_iter().map(PathBuf::from).collect();
    let (waker, woken) = std::sync::mpsc::channel();
    let remembered = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN;
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, args, folder| {
            // The first one is the program itself; the rest is as it was typed in that folder.
            if args.len() < 2 {
                windows::focus_any(app);
            }
            for file in args.iter().skip(1) {
                commands::document::open_from_elsewhere(app, PathBuf::from(&folder).join(file));
            }
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(remembered).build())
        .manage(Shell::new(waker))
        .register_uri_scheme_protocol("font", |context, request| {
            let here = Here::at(context.app_handle(), context.webview_label());
            protocols::font(here.session().as_ref().and_then(|open| open.scene()), &request)
        })
        // A preview takes a while to make, and the window's thread is not held up.
        .register_asynchronous_uri_scheme_protocol("image", |context, request, responder| {
            let here = Here::at(context.app_handle(), context.webview_label());
            tauri::async_runtime::spawn_blocking(move || {
                responder.respond(protocols::image(&here, &request));
            });
        })
        .register_asynchronous_uri_scheme_protocol("page", |context, request, responder| {
            let app = context.app_handle().clone();
            tauri::async_runtime::spawn_blocking(move || {
                responder.respond(protocols::page(&app.state::<Shell>(), &request));
            });
        })
        .invoke_handler(commands::in_order())
        .setup(move |app| {
            log::done(started(files.len()));
            publisher::start(app.handle(), woken);
            #[cfg(target_os = "linux")]
            windows::unhinted_text();
            begin(app.handle(), files)
        })
        .on_window_event(|window, event| match event {
            WindowEvent::Focused(false) => window.state::<Shell>().wake(publisher::Wake::Now),
            WindowEvent::CloseRequested { api, .. } => {
                api.prevent_close();
                windows::ask_to_rest(window.app_handle(), window.label());
            }
            WindowEvent::Destroyed => windows::gone(window.app_handle(), window.label()),
            WindowEvent::DragDrop(DragDropEvent::Drop { paths, position }) => {
                // The page's px are larger than the screen's by what a person set.
                let scale = window.state::<Shell>().settings().scale();
                let scale = window.scale_factor().unwrap_or(1.0) * scale;
                let place = position.to_logical::<f64>(scale);
                commands::image::dropped(
                    &Here::at(window.app_handle(), window.label()),
                    paths,
                    place.x,
                    place.y,
                );
            }
            _ => {}
        })
        .build(tauri::generate_context!())?;
    app.run(|app, event| {
        // Closing asks nothing: the working copy has every edit, the file gets them now.
        if let RunEvent::Exit = event {
            app.state::<Shell>().close();
            log::done("ended");
            log::written();
        }
    });
    Ok(())
}

/// What the log says of a start.
fn started(files: usize) -> String {
    let [version, system, machine] =
        [env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH];
    let view = tauri::webview_version().unwrap_or_else(|_| "unknown".into());
    let desktop = std::env::var("XDG_SESSION_TYPE").unwrap_or_default();
    let speaks = language::language();
    format!(
        "started version {version} on {system} {machine} {desktop}, web view {view}, in {speaks}, {files} files named"
    )
}

/// Opens a window for each file that was named; without one for each that was open the last time; else one that shows
/// Home.
fn begin(app: &AppHandle, files: Vec<PathBuf>) -> Result<(), Box<dyn std::error::Error>> {
    let named = files.into_iter().map(|path| Beginning { file: Some(path), ..Beginning::default() });
    let mut all: Vec<Beginning> = named.collect();
    if all.is_empty() {
        all.extend(kept::read().into_iter().map(Beginning::from));
    }
    if all.is_empty() {
        all.push(Beginning::default());
    }
    for beginning in all {
        let pane = app.state::<Shell>().add_pane(beginning);
        windows::open(app, &pane.label)?;
    }
    Ok(())
}
