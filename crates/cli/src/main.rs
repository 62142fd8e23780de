//! The `journey` command: maps without a window, for scripts, tests and people without a screen.
//!
//! Exit status: 0 done, 1 nothing could be read or the output failed, 2 wrong usage.

mod arguments;
mod check;
mod export;
mod folder;
mod import;
mod into;
mod language;
mod new;
mod outcome;
mod pages;
mod source;

use arguments::{Arguments, Command};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    language::ask_for(arguments.language);
    let done = match arguments.command {
        Command::Templates => new::templates(),
        Command::New(arguments) => new::new(&arguments),
        Command::Import(arguments) => import::import(&arguments),
        Command::Export(arguments) => export::export(&arguments),
        Command::Check(arguments) => check::check(&arguments),
        Command::Show(arguments) => export::show(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("journey: {problem}");
            ExitCode::from(problem.status())
        }
    }
}
