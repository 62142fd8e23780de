//! Printing: the PDF of an export goes to the system's own print dialog.
//!
//! GTK's dialog for printing a finished file is not among the bindings that the `gtk` crate has, though the library
//! that it links has it; the few functions are declared here. Left out on purpose: the desktop portal, which needs a
//! service that many desktops do not run, and `lp`, which asks nothing.

use super::wish::Wish;
use crate::problem::Problem;
use std::path::Path;
#[cfg(target_os = "linux")]
use tauri::Manager;

/// What became of a print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The printer has it.
    Sent,
    /// The person changed their mind.
    Cancelled,
    /// There is no printer.
    NoPrinter,
    /// The printer refused it, for this reason.
    Failed(String),
}

impl Outcome {
    /// Whether it was printed.
    ///
    /// # Errors
    /// Why it was not, unless the person did not want it.
    pub fn told(self) -> Result<bool, Problem> {
        match self {
            Self::Sent => Ok(true),
            Self::Cancelled => Ok(false),
            Self::NoPrinter => Err(Problem::said("print.no_printer", &[])),
            Self::Failed(reason) => Err(Problem::said("print.failed", &[&reason.trim_end_matches('.')])),
        }
    }
}

/// Asks how to print the PDF, and prints it. Waits until the printer has it.
#[cfg(target_os = "linux")]
pub fn print(here: &crate::here::Here, pdf: &Path, title: &str, wish: &Wish) -> Outcome {
    let (told, outcome) = std::sync::mpsc::channel();
    let (pdf, title, wish) = (pdf.to_owned(), title.to_owned(), wish.clone());
    let window = here.app().get_webview_window(here.label());
    let asked = here.app().run_on_main_thread(move || {
        // A dialog without a window to belong to lies anywhere.
        let parent = window.and_then(|window| window.gtk_window().ok());
        dialog::after_looking_for_printers(move |found| {
            if found {
                dialog::ask(parent.as_ref(), pdf, &title, &wish, told);
            } else {
                // Whoever waits may have gone.
                let _ = told.send(Outcome::NoPrinter);
            }
        });
    });
    match asked {
        // Without an answer the window has gone.
        Ok(()) => outcome.recv().unwrap_or(Outcome::Cancelled),
        Err(error) => Outcome::Failed(error.to_string()),
    }
}

/// Hands the PDF to the system's own viewer, which prints.
#[cfg(not(target_os = "linux"))]
pub fn print(_here: &crate::here::Here, pdf: &Path, _title: &str, _wish: &Wish) -> Outcome {
    match open::that_detached(pdf) {
        Ok(()) => Outcome::Sent,
        Err(error) => Outcome::Failed(error.to_string()),
    }
}

#[cfg(target_os = "linux")]
mod dialog {
    #![expect(unsafe_code, reason = "GTK's dialog for finished files has no bindings")]

    use super::Outcome;
    use crate::showing::wish::Wish;
    use gtk::glib::translate::{ToGlibPtr, from_glib_full, from_glib_none};
    use gtk::prelude::*;
    use gtk::{PageOrientation, PageSetup, PaperSize, PrintSettings, ResponseType, glib};
    use std::ffi::{CString, c_char, c_int, c_uint, c_void};
    use std::os::unix::ffi::OsStrExt;
    use std::path::PathBuf;
    use std::sync::mpsc::Sender;

    type Pointer = *mut c_void;
    type Finished = extern "C" fn(job: Pointer, data: Pointer, error: *const glib::ffi::GError);

    unsafe extern "C" {
        fn gtk_enumerate_printers(
            each: extern "C" fn(Pointer, Pointer) -> c_int,
            data: Pointer,
            done: extern "C" fn(Pointer),
            wait: c_int,
        );
        fn gtk_printer_is_virtual(printer: Pointer) -> c_int;
        fn gtk_print_unix_dialog_new(title: *const c_char, parent: Pointer) -> *mut gtk::ffi::GtkWidget;
        fn gtk_print_unix_dialog_set_manual_capabilities(dialog: Pointer, can: c_uint);
        fn gtk_print_unix_dialog_set_page_setup(dialog: Pointer, setup: Pointer);
        fn gtk_print_unix_dialog_get_selected_printer(dialog: Pointer) -> Pointer;
        fn gtk_print_unix_dialog_get_settings(dialog: Pointer) -> *mut gtk::ffi::GtkPrintSettings;
        fn gtk_print_unix_dialog_get_page_setup(dialog: Pointer) -> *mut gtk::ffi::GtkPageSetup;
        fn gtk_print_job_new(
            title: *const c_char,
            printer: Pointer,
            settings: Pointer,
            setup: Pointer,
        ) -> Pointer;
        fn gtk_print_job_set_source_file(
            job: Pointer,
            file: *const c_char,
            error: *mut *mut glib::ffi::GError,
        ) -> c_int;
        fn gtk_print_job_send(
            job: Pointer,
            done: Finished,
            data: Pointer,
            free: Option<extern "C" fn(Pointer)>,
        );
    }

    /// `GTK_PRINT_CAPABILITY_GENERATE_PDF`: what is printed is a PDF, and printers that take none are not offered.
    const OURS_IS_PDF: c_uint = 1 << 5;

    /// What a look for printers ends in.
    struct Look {
        found: bool,
        then: Option<Box<dyn FnOnce(bool)>>,
    }

    /// Looks for printers and says whether there is one, apart from printing into a file.
    pub fn after_looking_for_printers(then: impl FnOnce(bool) + 'static) {
        extern "C" fn each(printer: Pointer, data: Pointer) -> c_int {
            // SAFETY: `data` is the box below, and GTK's calls come one after the other on this thread.
            let look = unsafe { &mut *data.cast::<Look>() };
            // SAFETY: GTK gives a printer of its own.
            look.found |= unsafe { gtk_printer_is_virtual(printer) } == 0;
            c_int::from(look.found)
        }
        extern "C" fn done(data: Pointer) {
            // SAFETY: GTK calls this once, after the last `each`.
            let mut look = unsafe { Box::from_raw(data.cast::<Look>()) };
            if let Some(then) = look.then.take() {
                then(look.found);
            }
        }
        let look = Box::new(Look { found: false, then: Some(Box::new(then)) });
        // SAFETY: both functions match what GTK calls, and the box lives until `done`.
        unsafe { gtk_enumerate_printers(each, Box::into_raw(look).cast(), done, 0) };
    }

    /// Opens the dialog; what comes of it is told.
    pub fn ask(
        parent: Option<&gtk::ApplicationWindow>,
        pdf: PathBuf,
        title: &str,
        wish: &Wish,
        told: Sender<Outcome>,
    ) {
        let name = CString::new(title.replace('\0', "")).unwrap_or_default();
        // SAFETY: GTK is running on this thread; the new dialog is owned by GTK until it is destroyed.
        let dialog: gtk::Widget =
            unsafe { from_glib_none(gtk_print_unix_dialog_new(name.as_ptr(), std::ptr::null_mut())) };
        let Ok(dialog) = dialog.downcast::<gtk::Dialog>() else { return };
        let raw: *mut gtk::ffi::GtkDialog = dialog.to_glib_none().0;
        let raw = raw.cast::<c_void>();
        let setup = page_setup(wish);
        let setup_raw: *mut gtk::ffi::GtkPageSetup = setup.to_glib_none().0;
        // SAFETY: `raw` is a print dialog and `setup_raw` a page setup; the dialog takes a reference of its own.
        unsafe {
            gtk_print_unix_dialog_set_manual_capabilities(raw, OURS_IS_PDF);
            gtk_print_unix_dialog_set_page_setup(raw, setup_raw.cast());
        }
        dialog.set_transient_for(parent);
        dialog.set_modal(true);
        dialog.connect_response(move |dialog, response| {
            if response == ResponseType::Ok {
                send(dialog, &pdf, &name, told.clone());
            } else {
                // Whoever waits may have gone.
                let _ = told.send(Outcome::Cancelled);
            }
            // SAFETY: nobody keeps the dialog.
            unsafe { dialog.destroy() };
        });
        dialog.present();
    }

    /// The paper that the pages were made for; a deck and a map of its own size go on what the printer has.
    fn page_setup(wish: &Wish) -> PageSetup {
        let setup = PageSetup::new();
        let paper = wish.tile().ok().flatten().or(wish.paper().ok().flatten());
        let name = paper.and_then(|paper| paper.name()).map(|name| match name {
            "letter" => "na_letter".to_owned(),
            "tabloid" => "na_ledger".to_owned(),
            iso => format!("iso_{iso}"),
        });
        if name.is_some() {
            setup.set_paper_size_and_default_margins(&PaperSize::new(name.as_deref()));
        }
        let upright = paper.is_some_and(|paper| paper.h_mm > paper.w_mm);
        setup.set_orientation(if upright { PageOrientation::Portrait } else { PageOrientation::Landscape });
        setup
    }

    /// Sends the file to the printer that was chosen.
    fn send(dialog: &gtk::Dialog, pdf: &std::path::Path, name: &CString, told: Sender<Outcome>) {
        extern "C" fn finished(_job: Pointer, data: Pointer, error: *const glib::ffi::GError) {
            // SAFETY: `data` is the box below, and GTK calls this once.
            let told = unsafe { Box::from_raw(data.cast::<Sender<Outcome>>()) };
            let outcome = if error.is_null() {
                Outcome::Sent
            } else {
                // SAFETY: it is an error of GTK's own, which is copied.
                let error: glib::Error = unsafe { from_glib_none(error) };
                Outcome::Failed(error.to_string())
            };
            // Whoever waits may have gone.
            let _ = told.send(outcome);
        }
        let raw: *mut gtk::ffi::GtkDialog = dialog.to_glib_none().0;
        let raw = raw.cast::<c_void>();
        let Ok(file) = CString::new(pdf.as_os_str().as_bytes()) else { return };
        // SAFETY: `raw` is a print dialog that was answered; settings are given to us, the rest stays the dialog's.
        unsafe {
            let printer = gtk_print_unix_dialog_get_selected_printer(raw);
            if printer.is_null() {
                let _ = told.send(Outcome::Cancelled);
                return;
            }
            let settings: PrintSettings = from_glib_full(gtk_print_unix_dialog_get_settings(raw));
            let settings_raw: *mut gtk::ffi::GtkPrintSettings = settings.to_glib_none().0;
            let setup = gtk_print_unix_dialog_get_page_setup(raw);
            let job = gtk_print_job_new(name.as_ptr(), printer, settings_raw.cast(), setup.cast());
            let mut error = std::ptr::null_mut();
            if gtk_print_job_set_source_file(job, file.as_ptr(), &raw mut error) == 0 {
                let reason = if error.is_null() {
                    String::new()
                } else {
                    from_glib_full::<_, glib::Error>(error).to_string()
                };
                let _ = told.send(Outcome::Failed(reason));
            } else {
                let told = Box::into_raw(Box::new(told));
                // The job keeps itself until it has been sent; our own reference goes with it.
                gtk_print_job_send(job, finished, told.cast(), None);
            }
            glib::gobject_ffi::g_object_unref(job.cast());
        }
    }
}
