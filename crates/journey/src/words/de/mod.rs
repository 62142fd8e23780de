//! German.
//!
//! People are not addressed: labels and advice are infinitives, as on the desktops of GNOME and LibreOffice, so that
//! neither "Sie" nor "du" is needed; only the prompts, which a facilitator reads aloud to a group, say "ihr". Quotation
//! marks are „these“, and before an ellipsis that means "more to come" stands a space.
//!
//! | English | German | why |
//! |---|---|---|
//! | map | Map | "Karte" is a card; people who make them say "Customer Journey Map" |
//! | stage | Phase | |
//! | lane | Ebene | "Zeile" is a line of text, "Spur" is heard by nobody in this field |
//! | card | Karte | |
//! | act, step, path | Akt, Schritt, Pfad | |
//! | touchpoint | Kontaktpunkt | |
//! | pain point | Schmerzpunkt | |
//! | opportunity | Chance | it *löst* a pain point |
//! | gap | Lücke | it is *geschlossen*; a *Bruch* is one kind of friction |
//! | loop, revisit | Schleife, Rückkehr | |
//! | desire path | Trampelpfad | the word that planners use |
//! | hand-over | Übergabe | |
//! | buying committee | Buying Center | |
//! | buyer, decider | Käufer, Entscheider | |
//! | severity, impact, effort | Schwere, Wirkung, Aufwand | |
//! | evidence | Beleg | hypothesis, observed, measured: Hypothese, beobachtet, gemessen |
//! | experience, insight (sheets) | Erleben, Erkenntnis | |
//! | owner | zuständig | |
//! | action (of the plan) | Maßnahme | an action on the map is a Handlung |
//! | measure | Kennzahl | |
//! | tag | Schlagwort | |
//! | deck, slide | Präsentation, Folie | |
//! | draft | Entwurf | |

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
mod outline_words;
mod pages;
mod pains;
mod pictures;
mod prompts;
mod sample;
mod slides;
mod templates;
mod window;

use super::Language;

/// German as in Germany, Austria and Switzerland: 21. Nov. 2026 and 2,5.
pub(super) static GERMAN: Language = Language {
    tag: "de",
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
    within: str::to_owned,
    decimal: ",",
    day: |day, month, year| format!("{day}. {month} {year}"),
    day_of_year: |day, month| format!("{day}. {month}"),
    departments: insights::DEPARTMENTS,
    outline: outline_words::OUTLINE,
};
