//! The program with its page at a desk: started by the driver, ended by its own command or killed.

use super::{Desk, Driver, program};
use journey::Document;
use serde_json::{Value, json};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// The program while it runs. It is a [`Driver`] to whoever uses it.
pub struct App<'a> {
    desk: &'a Desk,
    program: PathBuf,
    driver: Driver,
    ended: bool,
}

impl Deref for App<'_> {
    type Target = Driver;
    fn deref(&self) -> &Driver {
        &self.driver
    }
}

impl<'a> App<'a> {
    /// Starts the program with files to open and waits until its page is there.
    ///
    /// # Panics
    /// Where the program was not built or does not start.
    pub fn start(desk: &'a Desk, files: &[&Path]) -> Self {
        let program = program().expect("the window was built: `cargo build -p desire-path`");
        let args: Vec<String> = files.iter().map(|path| path.to_string_lossy().into_owned()).collect();
        let driver = Driver::start(desk, &program, &args);
        driver.wait_until("the page", "return document.querySelector('#app')?.childElementCount > 0", &[]);
        Self { desk, program, driver, ended: false }
    }

    /// Writes a map into a file and opens it in a window of this size; returns once its cards are painted.
    ///
    /// # Panics
    /// Where it does not open, or has no cards.
    pub fn open(desk: &'a Desk, document: &Document, (width, height): (u32, u32)) -> (Self, PathBuf) {
        let file = desk.home().join("map.journey");
        store::export_file(document, &file, true).expect("a file");
        let app = Self::start(desk, &[&file]);
        app.size_page(width, height);
        app.find("[data-key^='card/']");
        (app, file)
    }

    /// As [`App::start`], but to this program alone one folder is a disk of 64 kB, and another one can only be read.
    ///
    /// # Panics
    /// As there, and where the system lets nobody have disks of their own.
    pub fn start_on_poor_disks(desk: &'a Desk, files: &[&Path], small: &Path, locked: &Path) -> Self {
        let program = program().expect("the window was built: `cargo build -p desire-path`");
        let asked = |what: &str| {
            let told = Command::new("id").arg(what).output().expect("id runs").stdout;
            String::from_utf8_lossy(&told).trim().to_owned()
        };
        let (user, group) = (asked("-u"), asked("-g"));
        // Who is not root has to become it for the mounts, and then themselves again: the bus knows them by that.
        let (as_root, back) = if user == "0" {
            ("", String::new())
        } else {
            ("--map-root-user", format!("unshare --user --map-user={user} --map-group={group}"))
        };
        let mounts = "mount -t tmpfs -o size=64k none \"$1\" && mount --bind \"$2\" \"$2\" \
                      && mount -o remount,bind,ro \"$2\" && shift 2 && exec \"$@\"";
        let words = format!(
            "#!/bin/sh\nexec unshare --mount {as_root} sh -c '{mounts}' sh '{}' '{}' {back} '{}' \"$@\"\n",
            small.display(),
            locked.display(),
            program.display()
        );
        let script = desk.home().join("on-poor-disks");
        std::fs::write(&script, words).expect("a script");
        let done = Command::new("chmod").arg("755").arg(&script).status();
        assert!(done.is_ok_and(|status| status.success()), "the script can be run");
        let args: Vec<String> = files.iter().map(|path| path.to_string_lossy().into_owned()).collect();
        let driver = Driver::start(desk, &script, &args);
        driver.wait_until("the page", "return document.querySelector('#app')?.childElementCount > 0", &[]);
        Self { desk, program, driver, ended: false }
    }

    /// What the program finds in a folder, also where nobody else sees the same.
    ///
    /// # Panics
    /// Where the program does not run.
    pub fn names_in(&self, folder: &Path) -> Vec<String> {
        let id = self.desk.running(&self.program)[0];
        let seen = format!("/proc/{id}/root{}", folder.display());
        let entries = std::fs::read_dir(seen).expect("the folder").flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }

    /// Calls a command of the program as the page does.
    ///
    /// # Errors
    /// The problem that the command ended in.
    pub fn try_call(&self, command: &str, args: &Value) -> Result<Value, super::Failed> {
        self.driver.try_run(
            "return window.__TAURI_INTERNALS__.invoke(args[0], args[1])",
            &[json!(command), args.clone()],
        )
    }

    /// As [`App::try_call`].
    ///
    /// # Panics
    /// Where the command fails.
    pub fn call(&self, command: &str, args: &Value) -> Value {
        self.try_call(command, args).unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// What is in the file once everything has been saved.
    ///
    /// # Panics
    /// Where saving fails or the file is no map.
    pub fn saved(&self, file: &Path) -> Document {
        self.call("save", &json!({}));
        store::read_file(file).expect("the file is a map")
    }

    /// Waits until a toast says this.
    ///
    /// # Panics
    /// Where none does.
    pub fn toast(&self, words: &str) {
        let script = "return [...document.querySelectorAll('.toast')].some((one) => one.textContent.includes(args[0]))";
        self.wait_until(&format!("the toast {words:?}"), script, &[json!(words)]);
    }

    /// Closes the window as a person does, and waits until the program has gone.
    ///
    /// # Panics
    /// Where it stays.
    pub fn quit(mut self) {
        // The answer may not arrive: the page goes while it is under way.
        let _ = self.try_call("quit_for_test", &json!({}));
        self.ended = true;
        self.gone();
    }

    /// Ends the program as a crash or a power cut does.
    ///
    /// # Panics
    /// Where it stays.
    pub fn kill(mut self) {
        self.end();
        self.gone();
    }

    fn end(&mut self) {
        self.ended = true;
        for id in self.desk.running(&self.program) {
            let _ = Command::new("kill").args(["-9", &id.to_string()]).status();
        }
    }

    fn gone(&self) {
        let patience = Instant::now() + Duration::from_secs(10);
        while !self.desk.running(&self.program).is_empty() {
            assert!(Instant::now() < patience, "the program ends");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for App<'_> {
    fn drop(&mut self) {
        if !self.ended {
            self.end();
        }
    }
}
