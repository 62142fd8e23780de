//! The files of the log: one that lines go to, and the two before it. Together they stay small.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// How large a file may get before the next one is begun.
const LARGEST: u64 = 256 * 1024;
/// How many files there are, with the one that lines go to.
const COUNT: usize = 3;

/// See the head of this file. A disk that refuses costs lines, nothing else.
pub struct Files {
    folder: PathBuf,
    file: Option<File>,
    size: u64,
    waiting: String,
}

impl Files {
    /// The log in a folder, which is made with the first line.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, file: None, size: 0, waiting: String::new() }
    }

    /// The file that lines go to.
    pub fn current(folder: &Path) -> PathBuf {
        numbered(folder, 0)
    }

    /// Takes a line; it is on the disk after [`Files::write`].
    pub fn add(&mut self, line: &str) {
        self.waiting.push_str(line);
        self.waiting.push('\n');
    }

    /// Writes what waits.
    pub fn write(&mut self) {
        let text = std::mem::take(&mut self.waiting);
        if text.is_empty() {
            return;
        }
        if self.file.is_none() {
            self.open();
        }
        if self.size > 0 && self.size + text.len() as u64 > LARGEST {
            self.turn();
            self.open();
        }
        let written = self.file.as_mut().is_some_and(|file| file.write_all(text.as_bytes()).is_ok());
        self.size += text.len() as u64;
        if !written {
            // The folder may be back the next time.
            self.file = None;
        }
    }

    fn open(&mut self) {
        let _ = std::fs::create_dir_all(&self.folder);
        self.file = OpenOptions::new().create(true).append(true).open(Self::current(&self.folder)).ok();
        let about = self.file.as_ref().and_then(|file| file.metadata().ok());
        self.size = about.map_or(0, |about| about.len());
    }

    /// Moves the files on by one; the oldest one goes.
    fn turn(&mut self) {
        self.file = None;
        for at in (1..COUNT).rev() {
            let _ = std::fs::rename(numbered(&self.folder, at - 1), numbered(&self.folder, at));
        }
    }
}

fn numbered(folder: &Path, at: usize) -> PathBuf {
    folder.join(if at == 0 { "desire-path.log".to_owned() } else { format!("desire-path.{at}.log") })
}

#[cfg(test)]
mod tests {
    use super::{COUNT, Files, LARGEST};
    use std::path::PathBuf;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("log-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        folder
    }

    #[test]
    fn lines_go_on_where_the_last_start_ended() {
        let folder = folder("again");
        for line in ["first", "second"] {
            let mut files = Files::new(folder.clone());
            files.add(line);
            files.write();
        }
        assert_eq!(std::fs::read_to_string(Files::current(&folder)).unwrap(), "first\nsecond\n");
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn however_much_is_written_it_stays_small_and_the_newest_stays() {
        let folder = folder("small");
        let mut files = Files::new(folder.clone());
        for at in 0..2000 {
            files.add(&format!("{at} {}", "x".repeat(1000)));
            files.write();
        }
        let names: Vec<_> = std::fs::read_dir(&folder).unwrap().flatten().collect();
        assert_eq!(names.len(), COUNT);
        for name in names {
            assert!(name.metadata().unwrap().len() <= LARGEST, "{:?}", name.file_name());
        }
        let newest = std::fs::read_to_string(Files::current(&folder)).unwrap();
        assert!(newest.lines().last().unwrap().starts_with("1999 "));
        // The next start does not begin with a file that is full.
        let mut again = Files::new(folder.clone());
        again.add(&"y".repeat(LARGEST as usize - 10));
        again.write();
        assert!(std::fs::metadata(Files::current(&folder)).unwrap().len() <= LARGEST);
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_folder_that_cannot_be_made_costs_nothing_else() {
        let mut files = Files::new(PathBuf::from("/proc/nowhere/log"));
        files.add("a line");
        files.write();
    }
}
