//! Writes what packages bring along for `journey` besides the program: its manual pages and its completions for bash,
//! zsh and fish, into a folder.

#[allow(dead_code, reason = "only the shape of the command line counts here")]
#[path = "../src/arguments.rs"]
mod arguments;

#[allow(dead_code, reason = "only what things are for counts here")]
#[path = "../src/language.rs"]
mod language;

use clap::CommandFactory;
use clap_complete::Shell;
use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(std::env::args_os().nth(1).expect("a folder to write to"));
    let man = folder.join("man");
    std::fs::create_dir_all(&man)?;
    // Packages are the same wherever they are made.
    language::ask_for(Some("en".into()));
    let mut command = arguments::Arguments::command();
    clap_mangen::generate_to(command.clone(), &man)?;
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish] {
        clap_complete::generate_to(shell, &mut command, "journey", &folder)?;
    }
    Ok(())
}
