//! What the system and the page need before anything can be built. Safe to repeat; says nothing when all is there.

use crate::step::{Outcome, command, root, step_with, succeeds, target};
use std::io::{BufRead, IsTerminal, Write};

/// Debian packages to build the app.
pub const BUILD: &[&str] = &["build-essential", "pkg-config", "file", "libssl-dev", "libwebkit2gtk-4.1-dev"];

/// Debian packages to test it besides: a display, a window manager, a driver, and independent readers.
pub const TEST: &[&str] = &[
    "at-spi2-core",
    "dbus",
    "dbus-x11",
    "fonts-noto-cjk",
    "gir1.2-atspi-2.0",
    "imagemagick",
    "libreoffice-impress",
    "librsvg2-bin",
    "openbox",
    "poppler-utils",
    "python3-gi",
    "python3-venv",
    "qpdf",
    "sqlite3",
    "strace",
    "util-linux",
    "webkit2gtk-driver",
    "wmctrl",
    "x11-utils",
    "x11-xkb-utils",
    "x11-xserver-utils",
    "xauth",
    "xclip",
    "xdotool",
    "xvfb",
];
/// To open drawings, and to compare speeds with.
pub const BROWSER: &[&str] = &["chromium"];

/// Installs the system packages that are missing: without asking as root or in CI, after asking otherwise. On a
/// system without Debian's package manager it says what to install.
///
/// # Errors
/// Where something is missing that cannot be installed.
pub fn packages(wanted: &[&[&str]]) -> Outcome {
    let wanted: Vec<&str> = wanted.concat();
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if !succeeds(&["dpkg-query", "--version"]) {
        println!(
            "This system has no Debian packages. If the build fails, install what these are called here:"
        );
        println!("  {}", wanted.join(" "));
        return Ok(());
    }
    let missing: Vec<&str> = wanted.into_iter().filter(|name| !is_installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    println!("── missing Debian packages: {list}");
    let is_root = succeeds(&["sh", "-c", "test \"$(id -u)\" = 0"]);
    if !is_root && std::env::var_os("CI").is_none() && !agreed()? {
        return Err(format!("not installed; run: sudo apt-get install {list}"));
    }
    let apt = |words: &[&str]| {
        let mut all = if is_root { vec![] } else { vec!["sudo"] };
        all.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y"]);
        all.extend(words);
        let mut command = command(&all);
        command.stdout(std::process::Stdio::null());
        command
    };
    step_with("update the list of packages", &mut apt(&["update"]))?;
    let mut words = vec!["install", "--no-install-recommends"];
    words.extend(&missing);
    step_with("install packages", &mut apt(&words))
}

fn is_installed(name: &str) -> bool {
    let status = command(&["dpkg-query", "-W", "-f=${db:Status-Status}", name])
        .stderr(std::process::Stdio::null())
        .output();
    status.is_ok_and(|output| output.stdout == b"installed")
}

fn agreed() -> Outcome<bool> {
    if !std::io::stdin().is_terminal() {
        return Ok(false);
    }
    print!("Install them with sudo apt-get? [y/N] ");
    std::io::stdout().flush().map_err(|error| error.to_string())?;
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer).map_err(|error| error.to_string())?;
    Ok(answer.trim().eq_ignore_ascii_case("y"))
}

/// Installs the page's npm packages where the lock file is newer than what is installed.
///
/// # Errors
/// Where Node 20 or newer is missing, or npm fails.
pub fn page() -> Outcome {
    if !succeeds(&["node", "-e", "process.exit(Number(process.versions.node.split('.')[0]) >= 20 ? 0 : 1)"]) {
        return Err("the page needs Node.js 20 or newer; install it and try again".into());
    }
    let lock = std::fs::read(root().join("ui/package-lock.json"))
        .map_err(|error| format!("ui/package-lock.json: {error}"))?;
    let stamp = root().join("ui/node_modules/.installed-from");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    step_with(
        "install the page's packages",
        &mut command(&["npm", "--prefix", "ui", "ci", "--no-audit", "--no-fund"]),
    )?;
    std::fs::write(&stamp, lock).map_err(|error| format!("{}: {error}", stamp.display()))
}

/// Microsoft's Open XML SDK as a package of npm: it knows the schemas of ISO/IEC 29500, transitional.
const VALIDATOR: &str = "@ooxml-tools/validate@0.4.6";
/// A reader of decks by somebody else.
const READER: &str = "python-pptx==1.0.2";

/// Installs the programs that read decks in tests. They are no part of the product, and nothing of them is committed.
/// Whether python-pptx is among them: it comes from Python's own registry, which not every machine reaches.
///
/// # Errors
/// Where npm fails.
pub fn readers() -> Outcome<bool> {
    let folder = target().join("deck-readers");
    let problem = |error: std::io::Error| format!("{}: {error}", folder.display());
    std::fs::create_dir_all(&folder).map_err(problem)?;
    let stamp = folder.join(".installed");
    if !std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == VALIDATOR) {
        std::fs::write(folder.join("package.json"), "{}").map_err(problem)?;
        let words = ["npm", "install", "--no-audit", "--no-fund", "--silent", VALIDATOR];
        step_with("install the validator of decks", command(&words).current_dir(&folder))?;
        std::fs::write(&stamp, VALIDATOR).map_err(problem)?;
    }
    let python = folder.join("python/bin/python").display().to_string();
    if succeeds(&[&python, "-c", "import pptx"]) {
        return Ok(true);
    }
    let venv = step_with(
        "make a place for Python",
        command(&["python3", "-m", "venv", "python"]).current_dir(&folder),
    );
    let words = [&*python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", READER];
    let there = venv.and_then(|()| step_with("install the reader of decks", &mut command(&words)));
    if let Err(why) = &there {
        println!("   {why}: the tests with python-pptx are left out");
    }
    Ok(there.is_ok())
}
