//! The guide's chapter on the command line names every command and every option, and none that is not there.

use std::collections::BTreeSet;
use std::process::Command;

/// What `journey … --help` says in a language.
fn help(words: &[&str], language: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_journey"))
        .args(words)
        .arg("--help")
        .env("LANG", format!("{language}.UTF-8"))
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env_remove("LANGUAGE")
        .output()
        .expect("journey runs");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The options in a text: `--such`.
fn options(text: &str) -> BTreeSet<String> {
    text.split(|letter: char| !(letter.is_ascii_lowercase() || letter == '-'))
        .filter(|word| word.len() > 2 && word.starts_with("--") && !word.ends_with('-'))
        .map(str::to_owned)
        .collect()
}

/// The commands, as help lists them under a title.
fn commands(language: &str, title: &str) -> BTreeSet<String> {
    let help = help(&[], language);
    let list = help.split_once(title).expect("a list of commands").1;
    let list = list.trim_start_matches(['\n', ':']);
    let names = list.lines().take_while(|line| !line.is_empty());
    names.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn the_chapters_name_every_command_and_option_and_no_other() {
    for (language, title, folder) in [("C", "\nCommands:", ""), ("de_DE", "\nBefehle:", "de/")] {
        let commands = commands(language, title);
        assert!(commands.contains("export") && commands.len() >= 6, "{commands:?}");
        let mut there = options(&help(&[], language));
        for command in &commands {
            there.extend(options(&help(&[command], language)));
        }
        let place = format!("{}/../../docs/guide/{folder}command-line.md", env!("CARGO_MANIFEST_DIR"));
        let chapter = std::fs::read_to_string(&place).expect("the chapter");
        let named: BTreeSet<String> = chapter
            .split("`journey ")
            .skip(1)
            .filter_map(|rest| rest.split(|letter: char| !letter.is_ascii_lowercase()).next())
            .map(str::to_owned)
            .collect();
        assert_eq!(named, commands, "{place}: the commands");
        let named = options(&chapter);
        let forgotten: Vec<_> = there.difference(&named).collect();
        let made_up: Vec<_> = named.difference(&there).collect();
        assert!(forgotten.is_empty() && made_up.is_empty(), "{place}: {forgotten:?} {made_up:?}");
    }
}
