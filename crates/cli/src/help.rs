//! What `--help` prints, and what is said of words that make no command: clap knows both in English only.

use crate::language::{help, said};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};

/// The longest line.
const WIDTH: usize = 100;

/// The command with help of ours for itself and for each of its commands.
pub(crate) fn spoken(mut command: Command) -> Command {
    command.build();
    let pages: Vec<(String, String)> =
        command.get_subcommands_mut().map(|own| (own.get_name().to_owned(), page(own))).collect();
    let own = page(&mut command);
    pages
        .into_iter()
        .fold(command, |command, (name, page)| command.mut_subcommand(name, |own| own.override_help(page)))
        .override_help(own)
}

/// The help of one command.
fn page(command: &mut Command) -> String {
    let usage = usage(command);
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let commands = command.get_subcommands().map(|own| {
        let about = own.get_about().map(ToString::to_string).unwrap_or_default();
        (own.get_name().to_owned(), vec![(0, about)])
    });
    let arguments = command.get_positionals().map(|own| (format!("<{}>", name(own)), told(own)));
    let options =
        command.get_arguments().filter(|own| !own.is_positional()).map(|own| (called(own), told(own)));
    let parts = [
        ("help.commands", commands.collect::<Vec<_>>()),
        ("help.arguments", arguments.collect()),
        ("help.options", options.collect()),
    ];
    let mut page = format!("{about}\n\n{usage}\n");
    for (title, rows) in parts.iter().filter(|(_, rows)| !rows.is_empty()) {
        page.push_str(&format!("\n{}\n", help(title)));
        let first = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default() + 4;
        for (name, lines) in rows {
            let mut before = format!("  {name}");
            for line in lines.iter().flat_map(|(hang, line)| wrapped(line, *hang, WIDTH - first)) {
                page.push_str(&format!("{before:first$}{line}\n"));
                before.clear();
            }
        }
    }
    page
}

/// How a command is used.
fn usage(command: &mut Command) -> String {
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").replace("[OPTIONS]", &help("help.any-options"));
    said("help.usage", &[&usage.replace("<COMMAND>", &help("help.any-command"))])
}

fn name(arg: &Arg) -> String {
    let names = arg.get_value_names().unwrap_or_default();
    names.first().map_or_else(|| arg.get_id().as_str().to_uppercase(), ToString::to_string)
}

/// An option as it is written: `-h, --help`, `--view <VIEW>`.
fn called(arg: &Arg) -> String {
    let short = arg.get_short().map_or_else(|| "    ".to_owned(), |short| format!("-{short}, "));
    let value = if arg.get_action().takes_values() { format!(" <{}>", name(arg)) } else { String::new() };
    format!("{short}--{}{value}", arg.get_long().unwrap_or_default())
}

/// What an argument is for, and the values that it can have; with each line, how far in it goes on where it is broken.
fn told(arg: &Arg) -> Vec<(usize, String)> {
    let about = match arg.get_id().as_str() {
        "help" => help("help.help"),
        "version" => help("help.version"),
        _ => arg.get_help().map(ToString::to_string).unwrap_or_default(),
    };
    let default = arg.get_default_values().first().filter(|_| arg.get_action().takes_values());
    let default = default.map(|value| format!(" {}", said("help.default", &[&value.to_string_lossy()])));
    let mut lines = vec![(0, about + &default.unwrap_or_default())];
    if arg.get_action().takes_values() {
        let values = arg.get_possible_values();
        let first = values.iter().map(|value| value.get_name().chars().count()).max().unwrap_or_default();
        lines.extend(values.iter().map(|value| {
            let about = value.get_help().map(ToString::to_string).unwrap_or_default();
            (first + 4, format!("  {:first$}  {about}", value.get_name()))
        }));
    }
    lines
}

/// A line broken where it is too long; what goes on stands `hang` characters in.
fn wrapped(line: &str, hang: usize, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for (at, word) in line.split(' ').enumerate() {
        let Some(last) = lines.last_mut() else { continue };
        if last.chars().count() + 1 + word.chars().count() > width && last.len() > hang {
            lines.push(" ".repeat(hang) + word);
            continue;
        }
        if at > 0 {
            last.push(' ');
        }
        last.push_str(word);
    }
    lines
}

/// What is wrong with the words of a command, and how it is used.
pub(crate) fn wrong(error: &Error, mut command: Command) -> String {
    let sentence = sentence(error, &command);
    command.build();
    let asked = std::env::args().skip(1).find(|word| command.find_subcommand(word).is_some());
    let mut own = asked.and_then(|name| command.find_subcommand(name).cloned()).unwrap_or(command);
    let called = own.get_bin_name().unwrap_or("journey").to_owned();
    format!("journey: {sentence}\n\n{}\n{}\n", usage(&mut own), said("help.more", &[&called]))
}

fn sentence(error: &Error, command: &Command) -> String {
    let of = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(one)) => one.clone(),
        Some(ContextValue::Strings(many)) => many.join(", "),
        _ => String::new(),
    };
    let (argument, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let known = of(ContextKind::ValidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => said("usage.unknown-argument", &[&argument]),
        ErrorKind::InvalidSubcommand => {
            let known: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
            said("usage.unknown-command", &[&of(ContextKind::InvalidSubcommand), &known.join(", ")])
        }
        ErrorKind::InvalidValue if value.is_empty() => said("usage.no-value", &[&argument]),
        ErrorKind::InvalidValue if !known.is_empty() => {
            said("usage.unknown-value", &[&value, &argument, &known])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            said("usage.wrong-value", &[&value, &argument])
        }
        ErrorKind::TooManyValues => said("usage.no-value-wanted", &[&argument, &value]),
        ErrorKind::ArgumentConflict => said("usage.conflict", &[&argument, &of(ContextKind::PriorArg)]),
        ErrorKind::MissingRequiredArgument => said("usage.missing", &[&argument]),
        ErrorKind::InvalidUtf8 => said("usage.not-unicode", &[]),
        _ => said("usage.wrong", &[]),
    }
}
