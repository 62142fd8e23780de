//! Sizes of paper.

use crate::outcome::Problem;
use layout::Size;
use render::pdf::{Margins, Page};
use render::png::Extent;

/// A paper, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Paper {
    w: f64,
    h: f64,
}

/// ISO 216 and ANSI sizes, lying on the long side as maps do.
const NAMED: [(&str, f64, f64); 7] = [
    ("a4", 297.0, 210.0),
    ("a3", 420.0, 297.0),
    ("a2", 594.0, 420.0),
    ("a1", 841.0, 594.0),
    ("a0", 1189.0, 841.0),
    ("letter", 279.4, 215.9),
    ("tabloid", 431.8, 279.4),
];

/// White that is left around a map on paper, in millimetres.
const MARGIN: f64 = 10.0;

const MM_PER_INCH: f64 = 25.4;

impl Paper {
    /// Reads `a4`, `300x200mm` or `11x8.5in`.
    pub(crate) fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.to_ascii_lowercase();
        if let Some((_, w, h)) = NAMED.iter().find(|(name, _, _)| *name == text) {
            return Ok(Self { w: *w, h: *h });
        }
        let parse = || {
            let (sides, unit) = match text.strip_suffix("mm") {
                Some(sides) => (sides, 1.0),
                None => (text.strip_suffix("in")?, MM_PER_INCH),
            };
            let (w, h) = sides.split_once('x')?;
            let (w, h) = (w.parse::<f64>().ok()? * unit, h.parse::<f64>().ok()? * unit);
            let fine = |side: f64| side.is_finite() && side > 2.0 * MARGIN;
            (fine(w) && fine(h)).then_some(Self { w, h })
        };
        let known =
            "a4, a3, a2, a1, a0, letter, tabloid, or a size like 300x200mm or 11x8.5in, larger than 20 mm";
        parse().ok_or_else(|| Problem::Usage(format!("there is no paper “{text}”; known are {known}")))
    }

    /// The paper as the page of a PDF.
    pub(crate) fn page(self) -> Page {
        Page::Paper { w_mm: self.w, h_mm: self.h, margins: Margins::all(MARGIN) }
    }

    /// How large the picture of a map is that fills the paper at a resolution.
    pub(crate) fn extent(self, map: Size, dpi: f64) -> Extent {
        let (w, h) = (self.w / MM_PER_INCH * dpi, self.h / MM_PER_INCH * dpi);
        Extent::Scale((w / map.w).min(h / map.h))
    }
}
