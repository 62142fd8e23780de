//! One step of a task: said aloud, run at the root of the project, and its failure told in a sentence.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What went wrong, as a sentence.
pub type Outcome<T = ()> = Result<T, String>;

/// The project's root folder.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// A command that will run at the root.
pub fn command(words: &[&str]) -> Command {
    let (program, rest) = words.split_first().unwrap_or((&"true", &[]));
    let mut command = Command::new(program);
    command.args(rest).current_dir(root()).stdin(Stdio::null());
    command
}

/// Says what is done, does it, and says how long it took.
///
/// # Errors
/// Where the program is not there, or ends with another status than 0.
pub fn step(what: &str, words: &[&str]) -> Outcome {
    step_with(what, &mut command(words))
}

/// Like [`step`], for a command that was made ready before.
///
/// # Errors
/// Where the program is not there, or ends with another status than 0.
pub fn step_with(what: &str, command: &mut Command) -> Outcome {
    println!("── {what}");
    let begin = Instant::now();
    let status = command.status().map_err(|error| {
        format!("{what}: cannot start {}: {error}", command.get_program().to_string_lossy())
    })?;
    if status.success() {
        println!("   done in {:.1} s", begin.elapsed().as_secs_f64());
        Ok(())
    } else {
        Err(format!("{what}: {} ended with {status}", command.get_program().to_string_lossy()))
    }
}

/// Whether a command runs and ends well, without a word.
pub fn succeeds(words: &[&str]) -> bool {
    command(words).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Builds the page and all of the Rust code. Always the whole workspace and all targets: another choice of packages or
/// targets chooses other features of what they depend on, and builds all of it once more.
///
/// # Errors
/// Where either does not build.
pub fn build() -> Outcome {
    step("build the page", &["npm", "--prefix", "ui", "run", "--silent", "build"])?;
    step("build the app and the command line", &["cargo", "build", "--workspace", "--all-targets"])
}
