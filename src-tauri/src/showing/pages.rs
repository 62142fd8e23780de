//! The pages of an export: laid out, with what a person should know before they leave.

use super::Snapshot;
use super::wish::{Format, View, Wish};
use crate::problem::Problem;
use layout::{Layouter, Part, Prim, Rect, Scene, Size, Slide};
use render::pdf::{Margins, Page as PdfPage};
use serde::{Deserialize, Serialize};

/// What a map lies on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// As large as the map.
    #[default]
    Map,
    /// 210 × 297 mm.
    A4,
    /// 297 × 420 mm.
    A3,
    /// 420 × 594 mm.
    A2,
    /// 594 × 841 mm.
    A1,
    /// 841 × 1189 mm.
    A0,
    /// 8.5 × 11 in.
    Letter,
    /// 11 × 17 in.
    Tabloid,
}

/// White around a map on a paper, in mm.
const MARGIN: f64 = 10.0;
/// A slide in mm: 13.333 × 7.5 in.
const SLIDE_MM: Size = Size { w: 960.0 / 72.0 * 25.4, h: 7.5 * 25.4 };
const POINTS_PER_MM: f64 = 72.0 / 25.4;
/// Points of a unit at its natural size.
const NATURAL: f64 = 0.75;

impl Paper {
    /// Lying, in mm; none where it is as large as the map.
    fn lying(self) -> Option<Size> {
        Some(match self {
            Self::Map => return None,
            Self::A4 => Size::new(297.0, 210.0),
            Self::A3 => Size::new(420.0, 297.0),
            Self::A2 => Size::new(594.0, 420.0),
            Self::A1 => Size::new(841.0, 594.0),
            Self::A0 => Size::new(1189.0, 841.0),
            Self::Letter => Size::new(279.4, 215.9),
            Self::Tabloid => Size::new(431.8, 279.4),
        })
    }

    /// In mm as it is held; none where it is as large as the map.
    pub fn size(self, upright: bool) -> Option<Size> {
        self.lying().map(|size| if upright { Size::new(size.h, size.w) } else { size })
    }

    /// The smallest text, in points, that can be read from as far as a paper of this size is looked at.
    fn floor(self) -> f64 {
        match self {
            Self::Map | Self::A4 | Self::A3 | Self::Letter | Self::Tabloid => 8.0,
            Self::A2 => 11.0,
            Self::A1 => 16.0,
            Self::A0 => 22.0,
        }
    }
}

/// What is drawn on a page.
pub enum Drawing {
    /// The whole map.
    Map(Scene),
    /// A slide of a deck.
    Slide(Slide),
}

/// A page of an export.
pub struct Page {
    /// What is drawn.
    pub drawing: Drawing,
    /// What it is called.
    pub title: String,
    /// The paper, in mm; none for a picture that has none.
    pub paper: Option<Size>,
    /// Where the drawing lies on the page, in parts of its width and height.
    pub art: Rect,
    /// Points of a unit.
    pub points: f64,
}

impl Page {
    /// The Scene of what is drawn.
    pub fn scene(&self) -> &Scene {
        match &self.drawing {
            Drawing::Map(scene) => scene,
            Drawing::Slide(slide) => &slide.scene,
        }
    }

    /// A name for a file of its own, without an extension.
    pub fn name(&self) -> &str {
        match &self.drawing {
            Drawing::Map(_) => &self.title,
            Drawing::Slide(slide) => &slide.name,
        }
    }

    /// The stage that it is about; none where it is about more.
    pub fn stage(&self) -> Option<journey::Id> {
        match &self.drawing {
            Drawing::Slide(slide) => slide.stage,
            Drawing::Map(_) => None,
        }
    }

    /// What it is about; none for what is no slide.
    pub fn part(&self) -> Option<Part> {
        match &self.drawing {
            Drawing::Map(_) => None,
            Drawing::Slide(slide) => Some(slide.part),
        }
    }
}

/// The pages that a wish asks for, all of them: `only` is for what leaves, not for what is shown.
///
/// # Errors
/// Where the map cannot be laid out.
pub fn pages(layouter: &Layouter, from: &Snapshot, wish: &Wish, strong: bool) -> Result<Vec<Page>, Problem> {
    let options = wish.options(from.map, strong);
    if wish.view == View::Slides {
        let slides = layouter.slides(&from.document, &options)?;
        let whole = Rect::new(0.0, 0.0, 1.0, 1.0);
        return Ok(slides
            .into_iter()
            .map(|slide| {
                let points = SLIDE_MM.w * POINTS_PER_MM / slide.scene.size.w;
                let title = slide.title.clone();
                Page { drawing: Drawing::Slide(slide), title, paper: Some(SLIDE_MM), art: whole, points }
            })
            .collect());
    }
    let scene = layouter.layout(&from.document, &options)?;
    Ok(vec![canvas(scene, wish, &from.title)])
}

/// The whole map as one page.
fn canvas(scene: Scene, wish: &Wish, title: &str) -> Page {
    let size = scene.size;
    let paper = wish.paper.size(wish.upright).filter(|_| wish.format == Format::Pdf);
    let natural = Size::new(size.w * NATURAL / POINTS_PER_MM, size.h * NATURAL / POINTS_PER_MM);
    let (art, points) = match paper {
        None => (Rect::new(0.0, 0.0, 1.0, 1.0), NATURAL),
        Some(paper) => {
            let (w, h) = (paper.w - 2.0 * MARGIN, paper.h - 2.0 * MARGIN);
            // As a PDF's page places it: as large as fits, in the middle.
            let scale = (w / size.w).min(h / size.h);
            let (w, h) = (size.w * scale / paper.w, size.h * scale / paper.h);
            (Rect::new((1.0 - w) / 2.0, (1.0 - h) / 2.0, w, h), scale * POINTS_PER_MM)
        }
    };
    let paper = paper.or((wish.format == Format::Pdf).then_some(natural));
    Page { drawing: Drawing::Map(scene), title: title.to_owned(), paper, art, points }
}

/// The page of a PDF that the wish asks for.
pub fn pdf_page(wish: &Wish) -> PdfPage {
    match wish.view {
        View::Slides => PdfPage::Paper { w_mm: SLIDE_MM.w, h_mm: SLIDE_MM.h, margins: Margins::all(0.0) },
        View::Canvas => wish.paper.size(wish.upright).map_or(PdfPage::Map, |size| PdfPage::Paper {
            w_mm: size.w,
            h_mm: size.h,
            margins: Margins::all(MARGIN),
        }),
    }
}

/// The size of the smallest text of a Scene, in its units; none where it has no text.
fn smallest(scene: &Scene) -> Option<f64> {
    let texts = scene.nodes.values().flat_map(|node| &node.prims).filter_map(|prim| match prim {
        Prim::Text(text) if !text.text.trim().is_empty() => Some(text),
        _ => None,
    });
    let sizes = texts.flat_map(|text| &text.spans).map(|span| span.style.size);
    sizes.min_by(f64::total_cmp)
}

/// What a person should know about the text of an export.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Legible {
    /// The smallest text, in points.
    pub smallest: f64,
    /// What it should not be below.
    pub floor: f64,
    /// The smallest paper on which it would not be; none where no other paper helps.
    pub better: Option<Paper>,
}

/// How small the text of the pages gets; none where nobody can say, as in pictures that are shown at any size.
pub fn legible(pages: &[Page], wish: &Wish) -> Option<Legible> {
    let smallest =
        pages.iter().filter_map(|page| Some(smallest(page.scene())? * page.points)).min_by(f64::total_cmp)?;
    match wish.view {
        View::Slides => {
            let floor = if wish.distance == super::wish::Distance::Projector { 18.0 } else { 12.0 };
            Some(Legible { smallest, floor, better: None })
        }
        View::Canvas if wish.format != Format::Pdf => None,
        View::Canvas => {
            let floor = wish.paper.floor();
            let papers = [Paper::A4, Paper::A3, Paper::A2, Paper::A1, Paper::A0, Paper::Map];
            let page = pages.first()?;
            let better = papers.into_iter().find(|paper| {
                let trial = Wish { paper: *paper, format: Format::Pdf, ..wish.clone() };
                let points = canvas_points(page.scene().size, &trial);
                *paper != wish.paper && smallest / page.points * points >= paper.floor()
            });
            Some(Legible { smallest, floor, better: better.filter(|_| smallest < floor - 0.05) })
        }
    }
}

/// Points of a unit of a map on the wish's paper.
fn canvas_points(map: Size, wish: &Wish) -> f64 {
    wish.paper.size(wish.upright).map_or(NATURAL, |paper| {
        ((paper.w - 2.0 * MARGIN) / map.w).min((paper.h - 2.0 * MARGIN) / map.h) * POINTS_PER_MM
    })
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
