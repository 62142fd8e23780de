//! Slides into a deck that is there: ours are made anew, slides that were made or changed by hand stay.

use super::Stop;
use super::pages::leaving;
use super::sets::Set;
use super::wish::{Format, View, Wish};
use crate::commands::ThemeName;
use crate::here::Here;
use crate::language::language;
use crate::problem::Problem;
use crate::session::file_name;
use journey::{Phrase, words};
use layout::{Pages, Theme};
use render::pptx::refresh::{Deck, DeckError, Refreshed};
use std::path::Path;
use std::sync::Arc;

/// Puts the slides of the open map into a deck and tells what became of those that were there, a sentence each.
///
/// # Errors
/// Where the deck cannot be read, cannot hold them, or cannot be written; it is as it was then.
pub fn refresh(
    shell: &Here,
    wish: &Wish,
    path: &Path,
    stop: &Stop,
    lay_out: impl FnOnce(&Here, &Wish) -> Result<Arc<Set>, Problem>,
) -> Result<(Arc<Set>, Vec<String>), Problem> {
    let unreadable = |error: std::io::Error| Problem::said("deck.unreadable", &[&file_name(path), &error]);
    let deck = Deck::read(std::fs::read(path).map_err(unreadable)?).map_err(|error| refused(&error))?;
    let theme = match deck.theme() {
        Theme::Light => ThemeName::Light,
        Theme::Dark => ThemeName::Dark,
    };
    // One slide alone would take all others of the map out of the deck.
    let wish = Wish { view: View::Slides, format: Format::Pptx, theme, only: None, ..wish.clone() };
    let set = lay_out(shell, &wish)?;
    let Pages::Slides(slides) = leaving(&set.pages, &wish) else { return Err(Problem::internal()) };
    let mut bytes = Vec::new();
    let done = deck.refresh(&slides, &mut bytes).map_err(|error| refused(&error))?;
    if stop.is_stopped() {
        return Err(super::cancelled());
    }
    store::write_atomically(path, &bytes, true)?;
    Ok((set, report(&done)))
}

fn report(done: &Refreshed) -> Vec<String> {
    let say = |phrase: &Phrase| words::say(phrase, language());
    let counts = [
        ("deck.refreshed.replaced", done.replaced),
        ("deck.refreshed.added", done.added),
        ("deck.refreshed.removed", done.removed),
    ];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let mut told: Vec<String> = counts.map(|(key, count)| say(&Phrase::new(key).with(count))).collect();
    told.extend(done.kept.iter().map(|kept| {
        let key = if kept.new.is_some() { "deck.refreshed.kept" } else { "deck.refreshed.kept-last" };
        let phrase = Phrase::new(key).with(kept.number).with(kept.title.as_str());
        say(&phrase.with(kept.new.unwrap_or_default()))
    }));
    told
}

fn refused(error: &DeckError) -> Problem {
    let (key, args) = error.told();
    Problem { code: error.code().to_owned(), ..Problem::about("deck.refused", &Phrase { key, args }) }
}
