//! The `journey` command: maps without a window, for scripts, tests and people without a screen.
//!
//! Exit status: 0 done, 1 nothing could be read or the output failed, 2 wrong usage.

mod arguments;
mod check;
mod export;
mod folder;
mod help;
mod import;
mod into;
mod language;
mod new;
mod outcome;
mod pages;
mod source;

use arguments::{Arguments, Command};
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};
use std::process::ExitCode;

/// What was asked for; or the status after help was given, or after it was told what is wrong with the words.
fn arguments() -> Result<Arguments, ExitCode> {
    let read = help::spoken(Arguments::command())
        .try_get_matches()
        .and_then(|found| Arguments::from_arg_matches(&found));
    read.map_err(|error| {
        let is_help = error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
        if is_help || !error.use_stderr() {
            // What cannot be printed was asked for by nobody who is still there.
            let _ = error.print();
        } else {
            eprint!("{}", help::wrong(&error, Arguments::command()));
        }
        ExitCode::from(if error.use_stderr() { 2 } else { 0 })
    })
}

fn main() -> ExitCode {
    language::ask_for(language::wished(std::env::args_os().skip(1)));
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(status) => return status,
    };
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
