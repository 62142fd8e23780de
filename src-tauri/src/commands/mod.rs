//! What the page can ask: one function a question, named as in `ui/shell/shell.ts`.
//!
//! Commands run one after the other on a thread of their own, in the order in which the page asked, so that the
//! window's thread is never held up and an edit never overtakes another. Those that wait for a person or that take
//! long are `async` and let the others pass.

mod clipboard;
pub mod document;
mod edit;
mod export;
mod find;
mod home;
pub mod image;
mod inspect;
mod maps;
mod outline;
mod scene;
mod share;
mod versions;

pub use scene::ThemeName;

use crate::automation;
use crate::log;
use crate::problem::Problem;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::channel;
use tauri::ipc::Invoke;

/// Takes the page's questions to the thread that answers them.
pub fn in_order() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
    let (to_thread, questions) = channel::<Invoke>();
    std::thread::Builder::new()
        .name("commands".into())
        .spawn(move || {
            let answer = all();
            for question in questions {
                let resolver = question.resolver.clone();
                let command = question.message.command().to_owned();
                match catch_unwind(AssertUnwindSafe(|| answer(question))) {
                    Ok(true) => {}
                    Ok(false) => resolver.reject(Problem::said("window.no_such_command", &[])),
                    // The log has where; what was acknowledged before is in the working copy.
                    Err(_) => {
                        log::failed(format!("command {command}"));
                        resolver.reject(Problem::internal());
                    }
                }
            }
        })
        .expect("the system gives a thread");
    move |question| to_thread.send(question).is_ok()
}

fn all() -> impl Fn(Invoke) -> bool {
    tauri::generate_handler![
        home::start,
        home::listening,
        home::home,
        home::set_settings,
        home::forget_recent,
        home::licences,
        home::licence_text,
        home::show_log,
        home::page_failed,
        home::set_draft_aside,
        home::bring_draft_back,
        document::new_map,
        document::new_from_list,
        document::open_sample,
        document::open_dialog,
        document::open_recent,
        document::open_draft,
        document::close_map,
        document::save,
        document::save_as,
        export::preview,
        export::weigh,
        share::save_copy,
        share::share_clean,
        share::show_file,
        share::conflict_copies,
        share::open_conflict_copy,
        versions::versions,
        versions::name_version,
        versions::go_back,
        versions::open_version,
        export::export,
        export::export_into,
        export::repeat_export,
        export::print,
        export::copy_picture,
        export::cancel_export,
        export::show_in_folder,
        maps::show_map,
        maps::add_map,
        scene::scene,
        clipboard::copy,
        clipboard::clipboard,
        clipboard::paste,
        edit::apply,
        edit::amend,
        edit::make_room,
        edit::end_typing,
        edit::undo,
        edit::redo,
        edit::record,
        edit::records,
        edit::prompt,
        inspect::inspect,
        inspect::candidates,
        inspect::channels,
        inspect::people,
        inspect::open_link,
        outline::outline,
        outline::outline_parts,
        outline::copy_outline,
        find::find,
        find::find_choices,
        find::replace,
        find::friction,
        find::common_pains,
        home::full_screen,
        home::fill_screen,
        image::choose_image,
        image::paste_image,
        image::use_image,
        document::rested,
        document::quit,
        automation::painted_for_test,
        automation::quit_for_test,
        automation::panic_for_test,
    ]
}
