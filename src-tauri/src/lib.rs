//! The window of Desire Path: adapters between the page and the crates. Nothing here knows what a map is.

mod automation;
mod clipboard;
mod clock;
mod commands;
mod dialogs;
mod language;
mod links;
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

use shell::Shell;
use std::ffi::OsString;
use std::path::PathBuf;
use tauri::{DragDropEvent, Manager, RunEvent, WindowEvent};
use tauri_plugin_window_state::StateFlags;

/// Runs the program until its window is closed.
///
/// # Errors
/// Where the system has no window or no web view to give.
pub fn run(args: Vec<OsString>) -> tauri::Result<()> {
    windows::before_start();
    let files = args.into_iter().map(PathBuf::from).collect();
    let (waker, woken) = std::sync::mpsc::channel();
    let remembered = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN;
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, args, folder| {
            windows::focus(app);
            // The first one is the program itself; the rest is as it was typed in that folder.
            if let Some(file) = args.get(1) {
                commands::document::open_from_elsewhere(app, PathBuf::from(folder).join(file));
            }
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(remembered).build())
        .manage(Shell::new(files, waker))
        .register_uri_scheme_protocol("font", |context, request| {
            let shell = context.app_handle().state::<Shell>();
            protocols::font(shell.session().as_ref().and_then(|open| open.scene()), &request)
        })
        // A preview takes a while to make, and the window's thread is not held up.
        .register_asynchronous_uri_scheme_protocol("image", |context, request, responder| {
            let app = context.app_handle().clone();
            tauri::async_runtime::spawn_blocking(move || {
                responder.respond(protocols::image(&app.state::<Shell>(), &request));
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
            publisher::start(app.handle(), woken);
            windows::open(app.handle())?;
            windows::scale(app.handle(), app.state::<Shell>().settings().scale());
            Ok(())
        })
        .on_window_event(|window, event| match event {
            WindowEvent::Focused(false) => window.state::<Shell>().wake(publisher::Wake::Now),
            WindowEvent::CloseRequested { api, .. } => {
                api.prevent_close();
                windows::ask_to_rest(window.app_handle());
            }
            WindowEvent::DragDrop(DragDropEvent::Drop { paths, position }) => {
                // The page's px are larger than the screen's by what a person set.
                let scale = window.state::<Shell>().settings().scale();
                let scale = window.scale_factor().unwrap_or(1.0) * scale;
                let place = position.to_logical::<f64>(scale);
                commands::image::dropped(window.app_handle(), paths, place.x, place.y);
            }
            _ => {}
        })
        .build(tauri::generate_context!())?;
    app.run(|app, event| {
        // Closing asks nothing: the working copy has every edit, the file gets them now.
        if let RunEvent::Exit = event {
            app.state::<Shell>().close();
        }
    });
    Ok(())
}
