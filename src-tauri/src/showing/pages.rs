//! The pages of an export: laid out, with what a person should know before they leave.

use super::Snapshot;
use super::wish::{Distance, Format, View, Wish};
use crate::language::language;
use crate::problem::Problem;
use layout::{Layouter, PageOptions, PageView, Pages, Paper, Part, Rect, Remedy, Scene};
use serde::Serialize;

/// Hundredths of a point are not seen.
const SLACK: f64 = 0.01;

/// The pages that a wish asks for, all of them.
///
/// # Errors
/// Where the map cannot be laid out, or the paper is none.
pub fn pages(layouter: &Layouter, from: &Snapshot, wish: &Wish, strong: bool) -> Result<Pages, Problem> {
    let options = PageOptions {
        layout: wish.options(from.map, strong),
        paper: wish.paper()?,
        tile: wish.tile()?,
        zones_apart: wish.zones_apart,
        include: wish.include.clone(),
    };
    Ok(layouter.pages_of(&from.document, &from.maps(wish), &options)?)
}

/// Of the pages those that leave: one alone where the wish says so, and without the speaker's words.
pub fn leaving(pages: &Pages, wish: &Wish) -> Pages {
    fn chosen<T: Clone>(all: &[T], only: Option<usize>) -> Vec<T> {
        match only {
            Some(at) => all.get(at).cloned().into_iter().collect(),
            None => all.to_vec(),
        }
    }
    match pages {
        Pages::Sheets { sheets, legibility } => {
            Pages::Sheets { sheets: chosen(sheets, wish.only), legibility: legibility.clone() }
        }
        Pages::Slides(slides) => {
            let mut slides = chosen(slides, wish.only);
            if !wish.notes {
                slides.iter_mut().for_each(|slide| slide.notes.clear());
            }
            Pages::Slides(slides)
        }
    }
}

/// What each page is about, and of which stage; none for sheets.
pub fn subjects(pages: &Pages) -> Vec<(Option<Part>, Option<journey::Id>)> {
    match pages {
        Pages::Sheets { sheets, .. } => vec![(None, None); sheets.len()],
        Pages::Slides(slides) => slides.iter().map(|slide| (Some(slide.part), slide.stage)).collect(),
    }
}

/// Where the drawing lies on its page, in parts of the page's sides. A picture is all drawing.
pub fn art(page: &PageView<'_>, format: Format) -> Rect {
    if format.is_picture() || page.margin_mm <= 0.0 {
        return Rect::new(0.0, 0.0, 1.0, 1.0);
    }
    let Paper { w_mm, h_mm } = page.paper;
    let (w, h) = (w_mm - 2.0 * page.margin_mm, h_mm - 2.0 * page.margin_mm);
    // As a PDF's page places it: as large as fits, in the middle.
    let scale = (w / page.scene.size.w).min(h / page.scene.size.h);
    let (w, h) = (page.scene.size.w * scale / w_mm, page.scene.size.h * scale / h_mm);
    Rect::new((1.0 - w) / 2.0, (1.0 - h) / 2.0, w, h)
}

/// What a person should know about the text of an export.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Legible {
    /// The smallest text, in points.
    pub smallest: f64,
    /// What it should not be below.
    pub floor: f64,
    /// Whether it is.
    pub small: bool,
    /// Of small text: what it is and what helps, in words.
    pub sentence: Option<String>,
    /// What helps, the simplest first.
    pub remedies: Vec<Remedy>,
}

/// How small the text of the pages gets; none where nobody can say, as in pictures that are shown at any size.
pub fn legible(pages: &Pages, wish: &Wish) -> Option<Legible> {
    if let Pages::Sheets { legibility: Some(found), .. } = pages {
        let small = found.is_small();
        return Some(Legible {
            smallest: found.smallest_pt,
            floor: found.floor_pt,
            small,
            sentence: found.say(language()).filter(|_| small),
            remedies: found.remedies.clone(),
        });
    }
    let smallest = pages.smallest_pt()?;
    let (floor, paper) = match wish.view {
        View::Slides if wish.distance == Distance::Projector => (18.0, None),
        View::Slides => (12.0, None),
        View::Canvas if wish.format != Format::Pdf => return None,
        View::Canvas | View::Poster => {
            let paper = pages.each().first().map(|page| page.paper)?;
            (paper.floor(), Some(paper).filter(|paper| paper.name().is_some()))
        }
    };
    let small = smallest < floor - SLACK;
    let larger = paper.filter(|_| small).and_then(|paper| {
        let (w, h) = paper.printed();
        paper.larger().into_iter().find(|(_, to)| {
            let (to_w, to_h) = to.printed();
            smallest * (to_w / w).min(to_h / h) >= to.floor() - SLACK
        })
    });
    let remedies = larger.map(|(_, paper)| Remedy::Paper { name: paper.to_string(), paper });
    Some(Legible { smallest, floor, small, sentence: None, remedies: remedies.into_iter().collect() })
}

/// The words of a page in reading order, for those who do not see it.
pub fn spoken(scene: &Scene) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for placed in scene.reading_order() {
        let node = placed.node;
        let words = if node.alt.is_empty() { &node.text } else { &node.alt };
        let inside = node.parent.as_ref().and_then(|key| scene.node(key));
        // A card says what its texts say.
        let twice =
            inside.is_some_and(|parent| !parent.alt.is_empty() && parent.alt.contains(words.as_str()));
        if !words.trim().is_empty() && !twice && said.last() != Some(words) {
            said.push(words.clone());
        }
    }
    said
}
