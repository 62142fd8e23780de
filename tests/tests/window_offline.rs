//! Nobody is asked for anything: the system calls of the window and of exports name no address of the internet.
//! Needs `strace` and the built programs; `cargo xtask test` sees to both.

use pipeline_tests::window::{Desk, program};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How long the window may take to paint while each of its calls is watched.
const PATIENCE: Duration = Duration::from_secs(60);

fn sample(at: &Path) {
    let document = pipeline_tests::sample();
    store::export_file(&document, at, true).expect("the sample's file");
}

/// Has a command watched: each call that has to do with a network goes to a file.
fn watched(mut strace: Command, trace: &Path) -> Command {
    strace.args(["-f", "-qq", "-e", "trace=network", "-e", "signal=none", "-o"]).arg(trace);
    strace
}

/// The calls that name an address of the internet. Sockets of this computer alone (`AF_UNIX`) are how programs talk to
/// the display, to the bus and to each other; the toolkit asks the kernel for its routes (`AF_NETLINK`), whose answers
/// hold addresses too.
fn asked(trace: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(trace).expect("the trace");
    text.lines().filter(|line| line.contains("sa_family=AF_INET")).map(str::to_owned).collect()
}

#[test]
fn the_window_asks_nobody() {
    let desk = Desk::new(1280, 800);
    let [file, trace, painted] = ["map.journey", "trace", "painted"].map(|name| desk.home().join(name));
    sample(&file);
    let mut command = watched(desk.command("strace"), &trace);
    command.arg(program().expect("the window was built")).arg(&file);
    // No driver: that would be a connection, if only to this computer.
    command.env("DESIRE_PATH_TEST_PAINTED", &painted);
    let mut window = command.stderr(Stdio::null()).spawn().expect("strace starts");
    let begin = Instant::now();
    while !painted.exists() {
        assert!(begin.elapsed() < PATIENCE, "the map is painted");
        std::thread::sleep(Duration::from_millis(50));
    }
    // Writes a card, opens the list of keys and the guide with its pictures, and leaves.
    for keys in [
        &["key", "Tab", "Tab"][..],
        &["type", "n asks https://example.com"],
        &["key", "Return", "F1"],
        &["key", "Escape", "shift+F1"],
    ] {
        desk.command("xdotool").args(keys).status().expect("xdotool");
        std::thread::sleep(Duration::from_millis(400));
    }
    for id in desk.running(&program().unwrap()) {
        let _ = Command::new("kill").arg(id.to_string()).status();
    }
    let _ = window.wait();
    assert_eq!(asked(&trace), [""; 0]);
    let text = std::fs::read_to_string(&trace).unwrap();
    assert!(text.contains("AF_UNIX"), "the trace shows what the window does");
}

#[test]
fn exports_ask_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("map.journey");
    sample(&file);
    let journey = program().expect("the window was built").with_file_name("journey");
    for ending in ["png", "pdf", "svg", "pptx", "json", "md", "mmd"] {
        let (trace, out) = (folder.path().join("trace"), folder.path().join(format!("out.{ending}")));
        let mut command = watched(Command::new("strace"), &trace);
        let done = command.arg(&journey).arg("export").arg(&file).arg(&out).status().expect("strace starts");
        assert!(done.success() && out.exists(), "{ending} is made");
        assert_eq!(asked(&trace), [""; 0], "{ending}");
    }
}
