//! What was laid out, kept as long as the map stays as it is: pages for the dialog and for Present, and their pictures.

use super::Snapshot;
use super::pages;
use super::wish::{Format, View, Wish};
use crate::problem::Problem;
use layout::{Layouter, Pages};
use render::png::{Extent, PngOptions, TextSetting};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many sets of pages are kept: what is shown, what was shown a moment ago, and what is presented.
const MOST: usize = 4;
/// How many pictures of a set are kept at most.
const MOST_PICTURES: usize = 120;
/// The widest picture that a screen is given.
const WIDEST: u32 = 7680;

/// A PNG.
pub type Picture = Arc<Vec<u8>>;

/// Pages of one state of a map under one wish.
pub struct Set {
    /// Stands for it towards the page.
    pub token: u64,
    key: Key,
    /// The map as it was.
    pub from: Snapshot,
    /// The pages.
    pub pages: Pages,
    pictures: Mutex<HashMap<(usize, u32), Picture>>,
}

/// What a set depends on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    stamp: u64,
    wish: Wish,
    strong: bool,
}

/// The sets that are kept, newest last, and who lays them out.
#[derive(Default)]
pub struct Sets {
    layouter: Mutex<Option<Layouter>>,
    kept: Mutex<Vec<Arc<Set>>>,
    next: Mutex<u64>,
    /// Held while a picture is drawn: one after the other, so that typing has a processor left.
    easel: Mutex<()>,
}

impl Sets {
    /// The set of a wish where the map is still the one of `stamp`.
    pub fn known(&self, stamp: u64, wish: &Wish, strong: bool) -> Option<Arc<Set>> {
        let key = Key::new(stamp, wish, strong);
        held(&self.kept).iter().find(|set| set.key == key).cloned()
    }

    /// Lays out what a wish asks for, unless it is kept.
    ///
    /// # Errors
    /// Where the map cannot be laid out.
    pub fn set(&self, from: Snapshot, wish: &Wish, strong: bool) -> Result<Arc<Set>, Problem> {
        // One after the other: who asked for the same twice finds it the second time.
        let mut layouter = held(&self.layouter);
        if let Some(known) = self.known(from.stamp, wish, strong) {
            return Ok(known);
        }
        let layouter = layouter.get_or_insert_with(Layouter::new);
        let key = Key::new(from.stamp, wish, strong);
        let pages = pages::pages(layouter, &from, &key.wish, strong)?;
        let mut next = held(&self.next);
        *next += 1;
        let set = Arc::new(Set { token: *next, key, from, pages, pictures: Mutex::default() });
        let mut kept = held(&self.kept);
        kept.push(set.clone());
        if kept.len() > MOST {
            kept.remove(0);
        }
        Ok(set)
    }

    /// A PNG of a page, so many pixels wide; none where the set or the page is no longer there.
    ///
    /// # Errors
    /// Where it cannot be drawn.
    pub fn picture(&self, token: u64, page: usize, width: u32) -> Result<Option<Picture>, Problem> {
        let Some(set) = held(&self.kept).iter().find(|set| set.token == token).cloned() else {
            return Ok(None);
        };
        let width = width.clamp(1, WIDEST);
        let known = |set: &Set| held(&set.pictures).get(&(page, width)).cloned();
        if let Some(known) = known(&set) {
            return Ok(Some(known));
        }
        let pages = set.pages.each();
        let Some(drawn) = pages.get(page) else { return Ok(None) };
        let _turn = held(&self.easel);
        if let Some(known) = known(&set) {
            return Ok(Some(known));
        }
        let options =
            PngOptions { extent: Extent::Width(width), text: TextSetting::Outlines, ..PngOptions::default() };
        let mut bytes = Vec::new();
        render::png::write(drawn.scene, &options, &mut bytes)?;
        let bytes = Arc::new(bytes);
        let mut pictures = held(&set.pictures);
        if pictures.len() >= MOST_PICTURES {
            pictures.clear();
        }
        pictures.insert((page, width), bytes.clone());
        Ok(Some(bytes))
    }
}

impl Key {
    /// Of the wish only what changes a page; the rest changes files.
    fn new(stamp: u64, wish: &Wish, strong: bool) -> Self {
        // Slides and posters are the same in each format; a canvas lies on a paper in some.
        let format = if wish.view == View::Canvas { wish.format } else { Format::Pdf };
        let wish = Wish {
            format,
            all_maps: wish.takes_all_maps(),
            only: None,
            scale: 1,
            dpi: 300,
            slide_width: 1920,
            notes: true,
            outlines: false,
            ..wish.clone()
        };
        Self { stamp, wish, strong }
    }
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
