//! A desk for one test: a screen, a window manager, a message bus and folders that nothing else touches.
//!
//! Without folders and a bus of its own, a second window of another test would be sent to the first one.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The program under test: `DESIRE_PATH_BIN`, or what the workspace built last. None where there is none.
pub fn program() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("DESIRE_PATH_BIN") {
        return Some(PathBuf::from(named));
    }
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target"), PathBuf::from);
    let built = ["debug", "release"].map(|profile| target.join(profile).join("desire-path"));
    let age = |path: &PathBuf| path.metadata().and_then(|found| found.modified()).ok();
    built.into_iter().filter(|path| path.is_file()).max_by_key(age).and_then(|path| path.canonicalize().ok())
}

/// See the head of this file. What it started ends with it.
pub struct Desk {
    display: String,
    bus: String,
    folders: tempfile::TempDir,
    started: Vec<Child>,
    /// Whether programs tell assistive technology what they show.
    assisted: bool,
    /// What a shell does to the disks of the program under test before it starts, seen by that program alone.
    disks: Option<String>,
    /// Whether programs say which windows have painted their map.
    watched: bool,
    /// Where programs keep their data; a desk of its own has a folder of its own.
    data: PathBuf,
}

impl Desk {
    /// A desk with a screen of `width` × `height`.
    ///
    /// # Panics
    /// Where `Xvfb`, `openbox` or `dbus-daemon` is missing or does not start.
    pub fn new(width: u32, height: u32) -> Self {
        let folders = tempfile::Builder::new().prefix("desk-").tempdir().expect("a temporary folder");
        for name in ["config", "data", "cache", "state", "runtime", "home"] {
            std::fs::create_dir(folders.path().join(name)).expect("a folder of the desk");
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let own = std::fs::Permissions::from_mode(0o700);
            std::fs::set_permissions(folders.path().join("runtime"), own).expect("the run-time folder");
        }
        // Without frames around windows the page begins where its window does.
        let manager = folders.path().join("config/openbox");
        std::fs::create_dir(&manager).expect("a folder of the desk");
        let bare = "<openbox_config xmlns=\"http://openbox.org/3.4/rc\"><theme><keepBorder>no</keepBorder></theme><applications><application class=\"*\">\
                    <decor>no</decor></application></applications></openbox_config>";
        std::fs::write(manager.join("rc.xml"), bare).expect("the window manager's settings");
        let screen = format!("{width}x{height}x24");
        let mut started = Vec::new();
        // Each writes one line when it is ready: the number of the display, the address of the bus.
        let number = ready(
            Command::new("Xvfb").args([
                "-displayfd",
                "1",
                "-noreset",
                "-nolisten",
                "tcp",
                "-screen",
                "0",
                &screen,
            ]),
            &mut started,
        );
        // What the bus starts, that of assistive technology among it, keeps to the desk's own folders.
        let bus = ready(
            Command::new("dbus-daemon")
                .args(["--session", "--nofork", "--print-address=1"])
                .env("HOME", folders.path().join("home"))
                .env("XDG_CACHE_HOME", folders.path().join("cache"))
                .env("XDG_RUNTIME_DIR", folders.path().join("runtime")),
            &mut started,
        );
        let data = folders.path().join("data");
        let display = format!(":{number}");
        let mut desk =
            Self { display, bus, folders, started, assisted: false, disks: None, watched: false, data };
        let manager = desk.command("openbox").stderr(Stdio::null()).spawn().expect("openbox starts");
        desk.started.push(manager);
        desk
    }

    /// A folder for the test's own files.
    pub fn home(&self) -> PathBuf {
        self.folders.path().join("home")
    }

    /// A program that is to run at this desk.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        let folder = |name: &str| self.folders.path().join(name);
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("XDG_CONFIG_HOME", folder("config"))
            .env("XDG_DATA_HOME", &self.data)
            .env("XDG_CACHE_HOME", folder("cache"))
            .env("XDG_STATE_HOME", folder("state"))
            .env("XDG_RUNTIME_DIR", folder("runtime"))
            .env("HOME", folder("home"))
            .env("GDK_BACKEND", "x11")
            // The window speaks English unless a test says otherwise, whatever this computer speaks.
            .env("LANG", "C.UTF-8")
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env_remove("LANGUAGE")
            .env_remove("WAYLAND_DISPLAY")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("DESIRE_PATH_TEST_DIALOG", self.dialog())
            .env("DESIRE_PATH_TEST_LINK", folder("home").join("opened"))
            .current_dir(folder("home"));
        if self.watched {
            command.env("DESIRE_PATH_TEST_PAINTED", self.paintings());
        }
        command
    }

    /// The program under test: its disks may be others than those of the test.
    pub fn command_on_disks(&self, program: &str) -> Command {
        let Some(disks) = &self.disks else { return self.command(program) };
        let mut command = self.command("unshare");
        command.arg("--mount");
        if !is_root() {
            command.arg("--map-root-user");
        }
        command.args(["sh", "-ec", &format!("{disks}\nexec \"$@\""), "sh", program]);
        command
    }

    /// What a shell does to the disks before the next program starts; nobody else sees it. `$HOME` is [`Desk::home`].
    pub fn set_disks(&mut self, script: Option<&str>) {
        self.disks = script.map(str::to_owned);
    }

    /// Does something to the disks that a running program sees.
    ///
    /// # Panics
    /// Where no such program runs or the shell fails.
    pub fn on_disks(&self, program: &Path, script: &str) {
        let id = *self.running(program).first().expect("the program runs");
        let mut command = self.command("nsenter");
        command.args(["--mount", "--root", &format!("--target={id}")]);
        if !is_root() {
            command.args(["--user", "--preserve-credentials"]);
        }
        let done = command.args(["sh", "-ec", script]).status().expect("nsenter is there");
        assert!(done.success(), "on the disks of the program: {script}");
    }

    /// A second desk, whose programs keep their data in the same folder as those of this one: another session of the
    /// same person, whose programs do not hear of each other.
    pub fn beside(&self) -> Self {
        let mut desk = Self::new(1700, 1100);
        desk.data.clone_from(&self.data);
        desk
    }

    /// From now on programs tell assistive technology what they show.
    pub fn assist(&mut self) {
        self.assisted = true;
    }

    /// From now on programs say which windows have painted their map; see [`Desk::painted`].
    pub fn watch(&mut self) {
        self.watched = true;
    }

    /// Sets the look before the program starts.
    ///
    /// # Panics
    /// See [`Desk::set`].
    pub fn set_theme(&self, theme: &str) {
        self.set_up(theme, "system");
    }

    /// Sets the look and the language before the program starts.
    ///
    /// # Panics
    /// See [`Desk::set`].
    pub fn set_up(&self, theme: &str, language: &str) {
        self.set(&format!(r#"{{"theme":"{theme}","language":"{language}"}}"#));
    }

    /// Gives the program settings, as JSON, before it starts.
    ///
    /// # Panics
    /// Where the file for settings cannot be written.
    pub fn set(&self, settings: &str) {
        let folder = self.folders.path().join("config/desire-path");
        std::fs::create_dir_all(&folder).expect("the folder for settings");
        std::fs::write(folder.join("settings.json"), settings).expect("settings");
    }

    /// What the next file dialogs answer: this path, or that the person changed their mind.
    pub fn answer_dialogs(&self, path: Option<&Path>) {
        let text = path.map(|path| path.to_string_lossy().into_owned()).unwrap_or_default();
        std::fs::write(self.dialog(), text).expect("the answer of a dialog");
    }

    /// The file that keeps what the programs of this desk wrote to their error output.
    pub fn said(&self) -> PathBuf {
        self.folders.path().join("said")
    }

    /// The file that names each window whose map was painted.
    fn paintings(&self) -> PathBuf {
        self.folders.path().join("painted")
    }

    /// Whether a window of this title has painted the map that it opened with.
    pub fn painted(&self, title: &str) -> bool {
        let told = std::fs::read_to_string(self.paintings()).unwrap_or_default();
        told.lines().any(|line| line == title)
    }

    fn dialog(&self) -> PathBuf {
        self.folders.path().join("dialog")
    }

    /// The titles of all windows on the screen.
    ///
    /// # Panics
    /// Where `wmctrl` is missing.
    pub fn titles(&self) -> Vec<String> {
        let told = self.command("wmctrl").arg("-l").output().expect("wmctrl lists the windows");
        let lines = String::from_utf8_lossy(&told.stdout).into_owned();
        // Id, desktop and computer come before the title.
        let title = |line: &str| line.split_whitespace().skip(3).collect::<Vec<_>>().join(" ");
        let mut titles: Vec<String> = lines.lines().map(title).collect();
        titles.sort();
        titles
    }

    /// Closes the window of a title as its frame's button does.
    ///
    /// # Panics
    /// Where there is no such window.
    pub fn close_window(&self, title: &str) {
        let done = self.command("wmctrl").args(["-F", "-c", title]).status();
        assert!(done.is_ok_and(|status| status.success()), "{title} is closed");
    }

    /// A hand on the keys and the mouse of the screen: the words of one `xdotool` command.
    ///
    /// # Panics
    /// Where `xdotool` is missing or fails.
    pub fn by_hand(&self, words: &[&str]) {
        let done = self.command("xdotool").args(words).output().expect("xdotool is there");
        assert!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr));
    }

    /// A picture of the whole screen. (Pictures through the driver hang where there is no graphics card.)
    ///
    /// # Panics
    /// Where ImageMagick's `import` is missing or fails.
    pub fn picture(&self, to: &Path) {
        let done = self.command("import").args(["-silent", "-window", "root"]).arg(to).status();
        assert!(done.is_ok_and(|status| status.success()), "`import` takes a picture of the screen");
    }

    /// The ids of the processes that run `program` at this desk.
    pub fn running(&self, program: &Path) -> Vec<u32> {
        let mark = format!("XDG_RUNTIME_DIR={}", self.folders.path().join("runtime").display());
        let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        entries
            .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
            // By what it is: where a program has disks of its own, its path may read otherwise.
            .filter(|id| is_same(Path::new(&format!("/proc/{id}/exe")), program))
            .filter(|id| {
                let environment = std::fs::read(format!("/proc/{id}/environ")).unwrap_or_default();
                environment.split(|byte| *byte == 0).any(|one| one == mark.as_bytes())
            })
            .collect()
    }
}

/// Whether two paths lead to the same file.
fn is_same(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let file = |path: &Path| std::fs::metadata(path).ok().map(|about| (about.dev(), about.ino()));
    file(one).is_some_and(|one| Some(one) == file(other))
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n")
}

impl Drop for Desk {
    fn drop(&mut self) {
        for child in self.started.iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Starts a program and gives the first line that it writes.
fn ready(command: &mut Command, started: &mut Vec<Child>) -> String {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{name} starts: {error}"));
    let mut line = String::new();
    let output = child.stdout.take().expect("its output is a pipe");
    started.push(child);
    BufReader::new(output).read_line(&mut line).expect("it says when it is ready");
    assert!(!line.trim().is_empty(), "{name} did not get ready");
    line.trim().to_owned()
}
