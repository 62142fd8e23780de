//! `journey export --into`: slides go into a deck that is there.

use crate::arguments::Export;
use crate::language::{language, told};
use crate::outcome::{Outcome, Problem};
use crate::source;
use journey::{Phrase, words};
use layout::Slide;
use render::pptx::refresh::{Deck, Refreshed};
use std::path::Path;

/// Reads the deck that the slides go into.
pub(crate) fn open(path: &Path) -> Result<Deck, Problem> {
    let bytes = std::fs::read(path).map_err(|error| Problem::of_reading(path, &error))?;
    Deck::read(bytes).map_err(|error| Problem::of_file(path, told(error.told())))
}

/// Puts slides into the deck, writes it, and says what became of the slides that were there.
pub(crate) fn refresh(arguments: &Export, deck: Deck, slides: &[Slide]) -> Outcome {
    let mut bytes = Vec::new();
    let done = deck.refresh(slides, &mut bytes);
    let done = done.map_err(|error| Problem::of_file(&arguments.out, told(error.told())))?;
    done.warnings.iter().for_each(|warning| eprintln!("{}", told(warning.told())));
    source::write(&bytes, &arguments.out, arguments.force)?;
    report(&done, language());
    Ok(())
}

fn report(done: &Refreshed, language: &str) {
    let counts = [
        ("deck.refreshed.replaced", done.replaced),
        ("deck.refreshed.added", done.added),
        ("deck.refreshed.removed", done.removed),
    ];
    for (key, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        eprintln!("{}", words::say(&Phrase::new(key).with(count), language));
    }
    for kept in &done.kept {
        let key = if kept.new.is_some() { "deck.refreshed.kept" } else { "deck.refreshed.kept-last" };
        let phrase = Phrase::new(key).with(kept.number).with(kept.title.as_str());
        eprintln!("{}", words::say(&phrase.with(kept.new.unwrap_or_default()), language));
    }
}
