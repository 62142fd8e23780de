//! English: the language that stands in for every other one.

mod canvas;
mod choices;
mod command_line;
mod edits;
mod exchange;
mod faults;
mod fields;
mod files;
mod help;
mod insights;
mod inspect;
mod names;
mod outline;
mod pages;
mod pains;
mod pictures;
mod prompts;
mod sample;
mod slides;
mod templates;
mod window;

use super::Language;

/// English as in most of the world: 21 Nov 2026.
pub(super) static ENGLISH: Language = Language {
    tag: "en",
    sentences: &[
        canvas::SENTENCES,
        choices::WORDS,
        command_line::SENTENCES,
        edits::SENTENCES,
        exchange::SENTENCES,
        faults::SENTENCES,
        fields::WORDS,
        files::SENTENCES,
        help::SENTENCES,
        insights::SENTENCES,
        inspect::SENTENCES,
        names::WORDS,
        outline::SENTENCES,
        pages::SENTENCES,
        pains::SENTENCES,
        pictures::SENTENCES,
        prompts::SENTENCES,
        sample::SENTENCES,
        slides::SENTENCES,
        templates::SENTENCES,
        window::SENTENCES,
    ],
    form: |count| usize::from(count != 1),
    within: str::to_lowercase,
    decimal: ".",
    day: |day, month, year| format!("{day} {month} {year}"),
    day_of_year: |day, month| format!("{day} {month}"),
    departments: insights::DEPARTMENTS,
    // They are called in English.
    outline: &[],
};
