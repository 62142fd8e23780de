//! The language of this run: the one that was asked for, or the computer's own.

use journey::{Phrase, words};
use std::ffi::OsString;
use std::fmt::Display;
use std::sync::{PoisonError, RwLock};

static ASKED: RwLock<Option<String>> = RwLock::new(None);

/// Takes the language that was asked for on the command line.
pub(crate) fn ask_for(language: Option<String>) {
    *ASKED.write().unwrap_or_else(PoisonError::into_inner) = language;
}

/// The language that the words of a command ask for, before they are looked at any further: also help and what is wrong
/// with them is told in it.
pub(crate) fn wished(words: impl IntoIterator<Item = OsString>) -> Option<String> {
    let mut words =
        words.into_iter().map_while(|word| word.into_string().ok()).take_while(|word| word != "--");
    loop {
        let word = words.next()?;
        match word.strip_prefix("--language") {
            Some("") => return words.next(),
            Some(rest) if rest.starts_with('=') => return Some(rest[1..].to_owned()),
            _ => {}
        }
    }
}

/// The language that was asked for, for what an export adds to a map.
pub(crate) fn asked() -> Option<String> {
    ASKED.read().unwrap_or_else(PoisonError::into_inner).clone()
}

/// The language of messages and of new maps.
pub(crate) fn language() -> &'static str {
    let own = || words::of_environment(|name| std::env::var(name).ok());
    words::spoken(&asked().unwrap_or_else(own)).unwrap_or("en")
}

/// Says what something on the command line is for.
pub(crate) fn help(key: &str) -> String {
    said(key, &[])
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
    say(&phrase)
}
