//! A child process with a store, and the orders that it takes.

use super::{run, sample};
use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, ChildStdout, Command, Stdio};
use store::{OpenDocument, SaveState, Store, StoreError};

/// The child, seen from the parent.
pub struct Child {
    process: std::process::Child,
    orders: ChildStdin,
    answers: BufReader<ChildStdout>,
    said: String,
    /// Keeps the copy of the program that another user may run.
    _program: Option<tempfile::TempDir>,
}

impl Child {
    /// Starts a child that works in `folder`.
    pub fn start(folder: &Path) -> Self {
        let mut command = Command::new("sh");
        // A write beyond a limit shall fail and not kill.
        command.args(["-c", "trap '' XFSZ; exec \"$@\"", "sh"]);
        command.arg(std::env::current_exe().unwrap()).arg("child").arg(folder);
        Self::spawn(command, None)
    }

    /// Starts a child that is not root, whom permissions do not stop.
    pub fn start_as_nobody(folder: &Path) -> Self {
        if !is_root() {
            return Self::start(folder);
        }
        let place = tempfile::tempdir().unwrap();
        let program = place.path().join("program");
        fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
        for open in [place.path(), &program, folder, &folder.join("files")] {
            fs::set_permissions(open, fs::Permissions::from_mode(0o777)).unwrap();
        }
        run(Command::new("chown").args(["-R", "65534:65534"]).arg(folder.join("data")));
        let file = folder.join("files/map.journey");
        run(Command::new("chown").arg("65534:65534").arg(file));
        let mut command = Command::new("setpriv");
        command
            .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
            .arg(&program)
            .arg("child")
            .arg(folder);
        Self::spawn(command, Some(place))
    }

    /// Starts a child that sees a small disk in place of `mounted`.
    pub fn start_with_small_disk(folder: &Path, mounted: &Path, size: &str) -> Self {
        let mut command = Command::new("unshare");
        command.arg("--mount");
        if !is_root() {
            command.arg("--map-root-user");
        }
        command.args([
            "sh",
            "-c",
            "mount -t tmpfs -o size=\"$1\" none \"$2\" && shift 2 && exec \"$@\"",
            "sh",
            size,
        ]);
        command.arg(mounted).arg(std::env::current_exe().unwrap()).arg("child").arg(folder);
        Self::spawn(command, None)
    }

    fn spawn(mut command: Command, program: Option<tempfile::TempDir>) -> Self {
        let mut process = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let orders = process.stdin.take().unwrap();
        let answers = BufReader::new(process.stdout.take().unwrap());
        Self { process, orders, answers, said: String::new(), _program: program }
    }

    /// Gives an order.
    pub fn order(&mut self, order: &str) {
        writeln!(self.orders, "{order}").unwrap();
    }

    /// Gives an order and waits for the answer.
    pub fn ask(&mut self, order: &str) -> String {
        self.order(order);
        let mut answer = String::new();
        self.answers.read_line(&mut answer).unwrap();
        assert!(!answer.is_empty(), "the child died of {order:?}");
        answer.trim_end().to_owned()
    }

    /// Waits until it says something; [`Child::kill`] returns that as well.
    pub fn wait(&mut self) {
        self.answers.read_line(&mut self.said).unwrap();
    }

    /// Lets no file that the child writes grow beyond some bytes.
    pub fn limit_file_size(&self, bytes: u64) {
        let pid = self.process.id().to_string();
        run(Command::new("prlimit").args(["--pid", &pid, &format!("--fsize={bytes}:")]));
    }

    /// Kills it without warning. Returns what it said until then, whole lines only.
    pub fn kill(mut self) -> Vec<String> {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        let mut said = std::mem::take(&mut self.said);
        std::io::Read::read_to_string(&mut self.answers, &mut said).unwrap();
        let whole = said.rfind('\n').map_or("", |end| &said[..end]);
        whole.lines().map(str::to_owned).collect()
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        // It may be dead already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().unwrap();
    id.stdout == b"0\n"
}

/// The child itself: takes orders until its input ends.
pub fn serve(folder: &Path) {
    let mut serving = Serving { files: folder.join("files"), store: None, open: None, folder: folder.into() };
    for order in std::io::stdin().lines() {
        let answer = match serving.take(&order.unwrap()) {
            Ok(answer) => answer,
            Err(error) => format!("error {}", error.code()),
        };
        say(&answer);
    }
}

/// One line at once, and out of our hands when this returns.
fn say(answer: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("{answer}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

struct Serving {
    folder: PathBuf,
    files: PathBuf,
    store: Option<Store>,
    open: Option<OpenDocument>,
}

impl Serving {
    fn store(&mut self) -> Result<&Store, StoreError> {
        if self.store.is_none() {
            self.store = Some(Store::new(&self.folder.join("data"))?);
        }
        Ok(self.store.as_ref().unwrap())
    }

    fn take(&mut self, order: &str) -> Result<String, StoreError> {
        let words: Vec<&str> = order.split(' ').collect();
        let number = |at: usize| words.get(at).and_then(|word| word.parse::<u128>().ok());
        let path = || self.files.join(words[1]);
        let map = self.files.join("map.journey");
        match words[0] {
            "open" => {
                let open = self.store()?.open(&map)?;
                self.open = Some(open.document);
                Ok(format!("open {}", open.read_only.map_or("writable", |why| why.code())))
            }
            "create" => {
                self.open = Some(self.store()?.create(sample::document())?.document);
                Ok("open writable".into())
            }
            "read" => store::read_file(&map).map(|document| format!("count {}", document.cards.len())),
            "edit" => self.edit_on_and_on(&map, number(1).unwrap()),
            "export" => {
                let document = self.open.as_ref().unwrap().document();
                store::export_file(document, &path(), false).map(|()| "done".into())
            }
            "write" => {
                let bytes = vec![7; number(2).unwrap_or(10) as usize];
                store::write_atomically(&path(), &bytes, false).map(|()| "done".into())
            }
            "hash" => Ok(format!("hash {}", store::sha256(&fs::read(path()).unwrap()))),
            "names" => {
                let mut names = String::from("names");
                for entry in fs::read_dir(&self.files).unwrap() {
                    write!(names, " {}", entry.unwrap().file_name().to_str().unwrap()).unwrap();
                }
                Ok(names)
            }
            "save-as" => {
                let path = path();
                let open = self.open.as_mut().unwrap();
                open.save_as(&path, false)?;
                Ok(open.save_state().code().into())
            }
            order => {
                let open = self.open.as_mut().unwrap();
                match order {
                    "apply" => {
                        let card = number(1).unwrap();
                        let text = "x".repeat(number(2).unwrap_or(1) as usize);
                        open.apply(&sample::add_card(card, &text), sample::stamp(card))?;
                        Ok(format!("done {card}"))
                    }
                    "undo" => {
                        open.undo(sample::stamp(999))?.expect("something to undo");
                        Ok("done undo".into())
                    }
                    "publish" => Ok(match open.publish() {
                        SaveState::Kept { why, waiting, .. } => format!("kept {} {waiting}", why.code),
                        state => state.code().into(),
                    }),
                    "count" => Ok(format!("count {}", open.document().cards.len())),
                    other => panic!("what is {other:?}?"),
                }
            }
        }
    }

    /// Adds cards, types into them and publishes now and then, until somebody kills us.
    fn edit_on_and_on(&mut self, map: &Path, first: u128) -> Result<String, StoreError> {
        let mut open = self.store()?.open(map)?.document;
        for card in first.. {
            open.apply(&sample::add_card(card, "begun"), sample::stamp(2 * card))?;
            open.amend(&sample::set_text(card, "typed"), "box", sample::stamp(2 * card + 1))?;
            open.amend(&sample::set_text(card, "typed on"), "box", sample::stamp(2 * card + 1))?;
            say(&format!("done {card}"));
            if card % 5 == 3 {
                let state = open.publish();
                assert!(matches!(state, SaveState::Saved { .. }), "{state:?}");
            }
        }
        Ok("the end".into())
    }
}
