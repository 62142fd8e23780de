//! The language in which the window speaks: one for the whole program, chosen in the settings or the computer's own.

use journey::{Phrase, words};
use std::sync::{PoisonError, RwLock};

static LANGUAGE: RwLock<&str> = RwLock::new("en");

/// The language in force, one of those that `words` speaks.
pub fn language() -> &'static str {
    *LANGUAGE.read().unwrap_or_else(PoisonError::into_inner)
}

/// Says a phrase in it.
pub fn say(phrase: &Phrase) -> String {
    words::say(phrase, language())
}

/// Takes the language that was chosen; the computer's own, or else English, where that is none of ours.
pub fn follow(chosen: &str) {
    let own = words::spoken(chosen).or_else(|| words::spoken(&of_computer())).unwrap_or("en");
    *LANGUAGE.write().unwrap_or_else(PoisonError::into_inner) = own;
}

/// The language that this computer is set to, with its region (BCP 47).
pub fn of_computer() -> String {
    words::of_environment(|name| std::env::var(name).ok())
}
