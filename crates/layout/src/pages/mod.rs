//! What leaves the program: a view of a map as pages, each a Scene with its paper and its name.
//!
//! One place for the window, the command line and the tests, so that a preview is what is exported and what is printed.

mod include;
mod legible;
mod sheets;

pub use include::Include;
pub use legible::{Legibility, Remedy};

use crate::geometry::Size;
use crate::layouter::Layouter;
use crate::options::{LayoutError, Options, View};
use crate::paper::{MM_PER_INCH, Paper};
use crate::scene::{Notice, Scene};
use crate::slides::Slide;
use journey::{Document, Id};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A slide on paper: 13.333 × 7.5 in.
pub const SLIDE_PAPER: Paper = Paper { w_mm: 40.0 / 3.0 * MM_PER_INCH, h_mm: 7.5 * MM_PER_INCH };

/// What a caller may ask of pages.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PageOptions {
    /// Map, view, theme, language, density.
    pub layout: Options,
    /// The paper of a canvas or a poster. None: a canvas is as large as its map, a poster is an A3.
    pub paper: Option<Paper>,
    /// The paper that a poster is cut to; whichever way it lies.
    pub tile: Option<Paper>,
    /// Whether a poster has a sheet for each zone instead of one for both.
    pub zones_apart: bool,
    /// What is on the pages.
    pub include: Include,
}

/// A page that is a picture of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperPage {
    /// What is drawn.
    pub scene: Scene,
    /// A name for files, with its number where there are several: `poster`, `03-tile-1-3`.
    pub name: String,
    /// What the page is called in a list of pages.
    pub title: String,
    /// The paper.
    pub paper: Paper,
    /// White around the Scene on the paper, in millimetres. 0 where the Scene has its own.
    pub margin_mm: f64,
    /// Whether somebody chose the paper; otherwise it is as large as what is drawn.
    pub is_on_paper: bool,
}

/// The pages of a view.
#[derive(Clone, Debug, PartialEq)]
pub enum Pages {
    /// Of a canvas or a poster.
    Sheets {
        /// The pages.
        sheets: Vec<PaperPage>,
        /// How small the text gets on paper, and what helps; none where nothing has a paper.
        legibility: Option<Legibility>,
    },
    /// Of a deck.
    Slides(Vec<Slide>),
}

/// A page of either kind.
#[derive(Clone, Copy, Debug)]
pub struct PageView<'a> {
    /// What is drawn.
    pub scene: &'a Scene,
    /// A name for files.
    pub name: &'a str,
    /// What the page is called in a list of pages.
    pub title: &'a str,
    /// The paper.
    pub paper: Paper,
    /// White around the Scene on the paper, in millimetres.
    pub margin_mm: f64,
    /// Whether somebody chose the paper; otherwise it is as large as what is drawn.
    pub is_on_paper: bool,
    /// Whether a unit is 1/96 inch, as on the canvas.
    pub is_natural: bool,
}

impl Pages {
    /// Every page in order.
    pub fn each(&self) -> Vec<PageView<'_>> {
        match self {
            Self::Sheets { sheets, .. } => sheets
                .iter()
                .map(|sheet| PageView {
                    scene: &sheet.scene,
                    name: &sheet.name,
                    title: &sheet.title,
                    paper: sheet.paper,
                    margin_mm: sheet.margin_mm,
                    is_on_paper: sheet.is_on_paper,
                    is_natural: !sheet.is_on_paper,
                })
                .collect(),
            Self::Slides(slides) => slides
                .iter()
                .map(|slide| PageView {
                    scene: &slide.scene,
                    name: &slide.name,
                    title: &slide.title,
                    paper: SLIDE_PAPER,
                    margin_mm: 0.0,
                    is_on_paper: false,
                    is_natural: false,
                })
                .collect(),
        }
    }

    /// Adds pages of the same view; others stay away.
    fn append(&mut self, more: Self) {
        match (self, more) {
            (Self::Slides(all), Self::Slides(more)) => all.extend(more),
            (Self::Sheets { sheets: all, legibility }, Self::Sheets { sheets, legibility: own }) => {
                all.extend(sheets);
                // What is told of several is told of the one that needs it most.
                let smallest =
                    |of: &Option<Legibility>| of.as_ref().map_or(f64::INFINITY, |own| own.smallest_pt);
                if smallest(&own) < smallest(legibility) {
                    *legibility = own;
                }
            }
            (Self::Slides(_), Self::Sheets { .. }) | (Self::Sheets { .. }, Self::Slides(_)) => {}
        }
    }

    /// Says of which map sheets are. Slides tell it at their foot.
    fn name_after(&mut self, map: &str) {
        let Self::Sheets { sheets, .. } = self else { return };
        if map.is_empty() {
            return;
        }
        let alone = sheets.len() == 1;
        for sheet in sheets {
            sheet.title = if alone { map.to_owned() } else { format!("{map}: {}", sheet.title) };
        }
    }

    /// The smallest text on the pages as printed, in points; none where nothing is written.
    pub fn smallest_pt(&self) -> Option<f64> {
        let smallest = |page: &PageView<'_>| Some(page.scene.smallest_text()? * page.pt_per_unit());
        self.each().iter().filter_map(smallest).reduce(f64::min)
    }

    /// What a person should know of the layouts, sorted, each once.
    pub fn notices(&self) -> BTreeSet<Notice> {
        self.each().iter().flat_map(|page| page.scene.notices.iter().cloned()).collect()
    }
}

impl PageView<'_> {
    /// Points on paper in one unit of the Scene.
    pub fn pt_per_unit(&self) -> f64 {
        let Size { w, h } = self.scene.size;
        let side = |mm: f64, units: f64| (mm - 2.0 * self.margin_mm) / units;
        side(self.paper.w_mm, w).min(side(self.paper.h_mm, h)) / MM_PER_INCH * 72.0
    }
}

impl Scene {
    /// The size of the smallest text, in units; none where nothing is written.
    pub fn smallest_text(&self) -> Option<f64> {
        let texts = self.nodes.values().flat_map(|node| &node.prims).filter_map(crate::Prim::as_text);
        let runs = texts.flat_map(|text| &text.lines).flat_map(|line| &line.runs);
        runs.filter(|run| !run.glyphs.is_empty()).map(|run| run.size).reduce(f64::min)
    }
}

impl Layouter {
    /// Lays a view of these maps out as pages, one map after the other; each page of several tells whose it is.
    ///
    /// # Errors
    /// As [`Layouter::pages`]; [`LayoutError::NoMap`] where there is none at all.
    pub fn pages_of(
        &self,
        document: &Document,
        maps: &[Id],
        options: &PageOptions,
    ) -> Result<Pages, LayoutError> {
        let mut all: Option<Pages> = None;
        for map in maps {
            let layout = Options { map: *map, ..options.layout.clone() };
            let mut made = self.pages(document, &PageOptions { layout, ..options.clone() })?;
            if maps.len() > 1 {
                made.name_after(document.maps.get(map).map_or("", |map| &map.title));
            }
            match &mut all {
                Some(all) => all.append(made),
                None => all = Some(made),
            }
        }
        all.ok_or(LayoutError::NoMap(options.layout.map))
    }

    /// Lays a view of a map out as pages.
    ///
    /// # Errors
    /// [`LayoutError::NoMap`] where the document has no such map, [`LayoutError::Paper`] where a paper is none.
    pub fn pages(&self, document: &Document, options: &PageOptions) -> Result<Pages, LayoutError> {
        let map = options.layout.map;
        if !document.maps.contains_key(&map) {
            return Err(LayoutError::NoMap(map));
        }
        for paper in [options.paper, options.tile].into_iter().flatten() {
            paper.checked()?;
        }
        match options.layout.view {
            View::Canvas => sheets::canvas(self, document, options),
            View::Slides => Ok(Pages::Slides(self.slides(document, &options.layout)?)),
            View::Poster => sheets::poster(self, document, options),
        }
    }
}
