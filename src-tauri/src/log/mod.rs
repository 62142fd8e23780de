//! The log: what the program did, for whoever looks into a mistake. One line each, in a few small files.
//!
//! It holds no words of a map, no names and no paths: a file is told by [`of_file`], a problem by its code. A line is
//! handed to a thread of its own; whoever writes it waits for no disk. Where there is no folder to write to, there is no
//! log, and nothing else changes.

mod files;
mod panics;

use crate::clock;
use files::Files;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

/// How long the end of the program, or a thread that panicked, waits for its last lines.
const PATIENCE: Duration = Duration::from_secs(1);

/// What the writing thread is told.
enum Told {
    Line(String),
    /// Say so once everything before it is written.
    Written(Sender<()>),
}

static WRITER: OnceLock<Sender<Told>> = OnceLock::new();

/// The folder of the log; none where this computer has no place for one.
pub fn folder() -> Option<PathBuf> {
    if cfg!(target_os = "macos") {
        Some(dirs::home_dir()?.join("Library/Logs/Desire Path"))
    } else {
        // State on Linux, the data that stays on this computer elsewhere.
        Some(dirs::state_dir().or_else(dirs::data_local_dir)?.join("desire-path").join("log"))
    }
}

/// The file that lines go to now.
pub fn file() -> Option<PathBuf> {
    Some(Files::current(&folder()?))
}

/// Begins the log and says what started. From now on a panic is in it too.
pub fn start() {
    let Some(folder) = folder() else { return };
    let (writer, lines) = channel();
    let spawned = std::thread::Builder::new().name("log".into()).spawn(move || {
        let mut files = Files::new(folder);
        while let Ok(told) = lines.recv() {
            // What came in the meantime goes to the disk with it.
            for told in std::iter::once(told).chain(lines.try_iter()) {
                match told {
                    Told::Line(line) => files.add(&line),
                    Told::Written(whom) => {
                        files.write();
                        // Whoever asked may have gone.
                        let _ = whom.send(());
                    }
                }
            }
            files.write();
        }
    });
    if spawned.is_ok() && WRITER.set(writer).is_ok() {
        panics::hook();
    }
}

/// Notes what was done.
pub fn done(what: impl Into<String>) {
    note("done", what);
}

/// Notes what went wrong.
pub fn failed(what: impl Into<String>) {
    note("failed", what);
}

fn note(kind: &str, what: impl Into<String>) {
    let Some(writer) = WRITER.get() else { return };
    let line = format!("{} {kind:<6} {}", clock::rfc3339(clock::now()), what.into());
    // Its thread ends with the program only.
    let _ = writer.send(Told::Line(line));
}

/// Waits until all lines so far are written, but not for long.
pub fn written() {
    let Some(writer) = WRITER.get() else { return };
    let (whom, answer) = channel();
    if writer.send(Told::Written(whom)).is_ok() {
        let _ = answer.recv_timeout(PATIENCE);
    }
}

/// A file without its name: eight digits that are the same each time, and its ending.
pub fn of_file(path: &Path) -> String {
    let digits: String = store::sha256(path.as_os_str().as_encoded_bytes()).chars().take(8).collect();
    let known = |ending: &&str| {
        ending.len() <= 8 && ending.chars().all(|character| character.is_ascii_alphanumeric())
    };
    match path.extension().and_then(|ending| ending.to_str()).filter(known) {
        Some(ending) => format!("{digits}.{ending}"),
        None => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::of_file;
    use std::path::Path;

    #[test]
    fn a_file_is_told_without_its_name() {
        let told = of_file(Path::new("/home/marie/Clinic Nord.journey"));
        assert_eq!(told, of_file(Path::new("/home/marie/Clinic Nord.journey")));
        assert_ne!(told, of_file(Path::new("/home/marie/Clinic Sued.journey")));
        assert!(told.ends_with(".journey") && told.len() == 16, "{told}");
        // An ending that is none may be somebody's name.
        assert_eq!(of_file(Path::new("/home/Visit to Dr. Marie Berg")).len(), 8);
        assert_eq!(of_file(Path::new("/home/marie")).len(), 8);
    }
}
