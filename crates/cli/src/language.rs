//! The language of this run: the one that was asked for, or the computer's own.

use journey::{Phrase, words};
use std::fmt::Display;
use std::sync::OnceLock;

static ASKED: OnceLock<Option<String>> = OnceLock::new();

/// Takes the language that was asked for on the command line.
pub(crate) fn ask_for(language: Option<String>) {
    // Asked for once, before anything is said.
    let _ = ASKED.set(language);
}

/// The language that was asked for, for what an export adds to a map.
pub(crate) fn asked() -> Option<String> {
    ASKED.get().cloned().flatten()
}

/// The language of messages and of new maps.
pub(crate) fn language() -> &'static str {
    let own = || words::of_environment(|name| std::env::var(name).ok());
    words::spoken(&asked().unwrap_or_else(own)).unwrap_or("en")
}

/// Says a phrase.
pub(crate) fn say(phrase: &Phrase) -> String {
    words::say(phrase, language())
}

/// Says what a painter told by the key of a sentence and what goes into it.
pub(crate) fn told((key, args): (String, Vec<String>)) -> String {
    say(&Phrase { key, args })
}

/// Says a sentence of `words` with its arguments.
pub(crate) fn said(key: &str, args: &[&dyn Display]) -> String {
    let phrase = args.iter().fold(Phrase::new(key), |phrase, arg| phrase.with(arg));
    words::say(&phrase, language())
}
