//! Slides put into a deck that is there: those that we made are made anew, and all the rest stays as it is.
//!
//! Slides of ours carry a mark (`mark.rs`). One that stands as it was written is replaced in its place; one that
//! somebody changed is kept, and its new version stands behind it. Slides made by hand, the order, the theme, the masters
//! and every other part of the package stay; parts that nothing leads to any more go with the slide that led to them.

mod error;
mod head;
mod layouts;
mod parts;
mod plan;
mod tree;

pub use error::DeckError;

use super::image::Media;
use super::mark::{about, map};
use super::package::{Kind, Relation, relations_of, relations_xml, way};
use super::print::{Seen, read};
use super::{master, notes, slide};
use crate::{Warnings, check};
use head::{Entry, Head};
use layout::{Slide, Theme};
use parts::Parts;
use plan::{Place, Seat, places};
use std::collections::BTreeSet;
use std::io::Write;

/// A deck that slides are put into.
pub struct Deck {
    parts: Parts,
    head: Head,
    slides: Vec<Standing>,
    theme: Theme,
}

/// A slide of the deck as it stands.
struct Standing {
    entry: Entry,
    seen: Seen,
    is_untouched: bool,
    is_needed: bool,
}

/// What became of the deck's slides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Refreshed {
    /// How many slides of ours were made anew in their place.
    pub replaced: usize,
    /// How many slides are new.
    pub added: usize,
    /// How many slides of ours went, because the map has nothing for them any more.
    pub removed: usize,
    /// The slides of ours that were changed by hand, in the deck's order.
    pub kept: Vec<Kept>,
    /// What the deck lacks.
    pub warnings: Warnings,
}

/// A slide of ours that was changed by hand and therefore kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its number in the deck, from 1.
    pub number: usize,
    /// Its title in words.
    pub title: String,
    /// The number of its new version; none where the map has nothing for it any more.
    pub new: Option<usize>,
}

impl Deck {
    /// Reads a deck, and refuses what slides cannot be put into without harm.
    ///
    /// # Errors
    /// Every case of [`DeckError`] but the last.
    pub fn read(bytes: Vec<u8>) -> Result<Self, DeckError> {
        let mut parts = Parts::open(bytes)?;
        let head = Head::read(&mut parts)?;
        let mut slides = Vec::new();
        for entry in head.entries()? {
            let text = parts.text(&entry.part)?;
            let seen = read(&text).ok_or_else(|| DeckError::Damaged {
                part: entry.part.clone(),
                reason: "a part is not well-formed",
            })?;
            let links = parts.links(&entry.part)?;
            let of_notes =
                links.iter().find(|link| link.kind == "notesSlide").and_then(|link| link.part.clone());
            let notes = match of_notes {
                Some(part) => read(&parts.text(&part)?).unwrap_or_default(),
                None => Seen::default(),
            };
            // Remarks, sounds, charts and the like: somebody put them there.
            let is_plain = links.iter().all(|link| {
                matches!(link.kind.as_str(), "slideLayout" | "notesSlide" | "image" | "hyperlink")
            });
            let is_untouched = is_plain && seen.is_untouched(notes.notes());
            slides.push(Standing { entry, seen, is_untouched, is_needed: false });
        }
        let ours = slides.iter().find(|own: &&Standing| own.seen.mark.is_some());
        let theme = layouts::theme_of(&mut parts, &head, ours.map(|own| own.entry.part.as_str()))?;
        let mut deck = Self { parts, head, slides, theme };
        deck.find_needed()?;
        Ok(deck)
    }

    /// Whether the deck is light or dark: slides that are put into it should be laid out for it.
    pub fn theme(&self) -> Theme {
        self.theme
    }

    /// Whether any slide of the deck is one of ours.
    pub fn has_ours(&self) -> bool {
        self.slides.iter().any(|slide| slide.seen.mark.is_some())
    }

    /// Puts slides into the deck and writes it. Maps whose slides are not among these keep theirs.
    ///
    /// # Errors
    /// [`DeckError::Render`] where a slide cannot be drawn or written, [`DeckError::Damaged`] where a part that is needed
    /// now cannot be read.
    pub fn refresh(mut self, slides: &[Slide], to: impl Write) -> Result<Refreshed, DeckError> {
        for slide in slides {
            check::scene(&slide.scene)?;
        }
        let before = self.parts.reached()?;
        let media = Media::of(slides.iter().map(|slide| &slide.scene));
        let mut done = Refreshed::default();
        media.warn(slides, &mut done.warnings);
        let places = self.places(slides);
        done.removed = self.slides.len() - places.iter().filter(|own| !matches!(own, Place::New(_))).count();

        let (kinds, own) = master::layouts(slides);
        let mut layouts = Vec::new();
        for kind in &kinds {
            layouts.push(layouts::layout(&mut self.parts, &self.head, kind, self.theme)?);
        }
        let mut next = self.head.free_id();
        let mut entries = Vec::new();
        for place in &places {
            let entry = match *place {
                Place::Old(at) => self.slides[at].entry.clone(),
                Place::Anew(at, slide) => {
                    done.replaced += 1;
                    let (entry, hidden) = (self.slides[at].entry.clone(), self.slides[at].seen.is_hidden);
                    self.put(&slides[slide], &entry.part, &layouts[own[slide]], &media, hidden)?;
                    entry
                }
                Place::New(slide) => {
                    done.added += 1;
                    let part = self.parts.free("ppt/slides/slide");
                    self.put(&slides[slide], &part, &layouts[own[slide]], &media, false)?;
                    let kind = Kind::Office("slide").address();
                    let relation = self.parts.link(&self.head.part, &kind, &part)?;
                    next += 1;
                    Entry { id: (next - 1).to_string(), relation, part }
                }
            };
            entries.push(entry);
        }
        done.kept = self.kept(&places, slides);
        self.finish(&entries, &before)?;
        self.parts.write(to)?;
        Ok(done)
    }

    /// Where each slide stands in the new order.
    fn places(&self, slides: &[Slide]) -> Vec<Place> {
        let seat = |own: &Standing| Seat {
            ours: own.seen.mark.map(|mark| (mark.map, mark.about)),
            stays: !own.is_untouched,
        };
        let new: Vec<(u64, u64)> =
            slides.iter().map(|own| (map(&own.identity), about(&own.identity))).collect();
        let mut seats: Vec<Seat> = self.slides.iter().map(seat).collect();
        for (seat, slide) in seats.iter_mut().zip(&self.slides) {
            // It would go, but something leads to it.
            seat.stays |= slide.is_needed && seat.ours.is_some_and(|ours| !new.contains(&ours));
        }
        places(&seats, &new)
    }

    /// Finds the slides that other parts lead to: they cannot go.
    fn find_needed(&mut self) -> Result<(), DeckError> {
        let parts = self.parts.reached()?;
        let mut needed = BTreeSet::new();
        for part in parts.iter().filter(|part| **part != self.head.part) {
            let links = self.parts.links(part)?;
            let targets = links.into_iter().filter(|link| link.kind == "slide").filter_map(|link| link.part);
            // Notes lead back to their slide.
            needed.extend(targets.filter(|_| !part.contains("notesSlide")));
        }
        self.slides.iter_mut().for_each(|own| own.is_needed = needed.contains(&own.entry.part));
        Ok(())
    }

    /// Writes a slide as a part, with its notes and its pictures.
    fn put(
        &mut self,
        slide: &Slide,
        part: &str,
        layout: &str,
        media: &Media,
        hidden: bool,
    ) -> Result<(), DeckError> {
        let made = slide::part(slide, self.head.extent, media);
        let mut relations = vec![Relation::new(1, "slideLayout", way(part, layout))];
        if !slide.notes.is_empty() {
            let master = layouts::notes_master(&mut self.parts, &mut self.head)?;
            let own = self.parts.free("ppt/notesSlides/notesSlide");
            self.parts.add(&own, kind!("notesSlide+xml"), notes::part(slide));
            let back = [
                Relation::new(1, "notesMaster", way(&own, &master)),
                Relation::new(2, "slide", way(&own, part)),
            ];
            self.parts.put(&relations_of(&own), relations_xml(&back));
            relations.push(Relation::new(2, "notesSlide", way(part, &own)));
        }
        for (hash, _) in &made.pictures {
            if let Some((image, ending)) = media.picture(hash) {
                self.parts.put(&picture_part(hash, ending), image.bytes.to_vec());
            }
        }
        relations.extend(made.relations(|hash| {
            let (_, ending) = media.picture(hash)?;
            Some(way(part, &picture_part(hash, ending)))
        }));
        let mut xml = made.xml;
        if hidden && let Some(at) = xml.windows(6).position(|own| own == b"<p:sld") {
            xml.splice(at + 6..at + 6, b" show=\"0\"".iter().copied());
        }
        self.parts.add(part, kind!("slide+xml"), xml);
        self.parts.put(&relations_of(part), relations_xml(&relations));
        Ok(())
    }

    /// Which slides of these maps were changed by hand, and where their new versions stand.
    fn kept(&self, places: &[Place], slides: &[Slide]) -> Vec<Kept> {
        let these: Vec<(u64, u64)> =
            slides.iter().map(|own| (map(&own.identity), about(&own.identity))).collect();
        let mut found = Vec::new();
        for (place, number) in places.iter().zip(1..) {
            let Place::Old(at) = *place else { continue };
            let Some(mark) = self.slides[at].seen.mark else { continue };
            if !these.iter().any(|own| own.0 == mark.map) {
                continue;
            }
            let new = places.iter().position(|place| match *place {
                Place::Anew(_, slide) | Place::New(slide) => these[slide] == (mark.map, mark.about),
                Place::Old(_) => false,
            });
            let title = self.slides[at].seen.title.clone();
            found.push(Kept { number, title, new: new.map(|at| at + 1) });
        }
        found
    }

    /// Brings the head up to date and drops what nothing leads to any more.
    fn finish(&mut self, entries: &[Entry], before: &BTreeSet<String>) -> Result<(), DeckError> {
        let stays: BTreeSet<&str> = entries.iter().map(|own| own.relation.as_str()).collect();
        let all = self.slides.iter().map(|own| own.entry.relation.clone());
        let gone: BTreeSet<String> = all.filter(|own| !stays.contains(own.as_str())).collect();
        self.head.order(entries, &gone);
        self.parts.put(&self.head.part, self.head.tree.write());
        self.parts.unlink(&self.head.part, &gone)?;
        self.parts.sweep(before)
    }
}

/// Where a picture of ours stands: by what it is, so that it stands there once however often the deck is made anew.
fn picture_part(hash: &str, ending: &str) -> String {
    let hash: String = hash.chars().filter(char::is_ascii_alphanumeric).take(24).collect();
    format!("ppt/media/desire-path-{hash}.{ending}")
}
