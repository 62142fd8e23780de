//! The page: as large as the map, or a paper with the map fitted into its margins.

use crate::{RenderError, check};
use krilla::geom;
use layout::{Point, Size};

/// Points of a PDF in one unit of a Scene.
const POINTS: f64 = 0.75;
/// Points in a millimetre.
const MILLIMETRE: f64 = 72.0 / 25.4;
/// The longest side of a page that PDF readers show: 14,400 points.
pub const LONGEST_MM: u32 = 5080;

/// The page of a PDF.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Page {
    /// As large as the map at its natural size.
    #[default]
    Map,
    /// A paper; the map is made as large as fits between the margins, and lies in the middle.
    Paper {
        /// Width in millimetres.
        w_mm: f64,
        /// Height in millimetres.
        h_mm: f64,
        /// What stays white around the map.
        margins: Margins,
    },
}

/// White around a map, in millimetres.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Margins {
    /// Above.
    pub top: f64,
    /// To the right.
    pub right: f64,
    /// Below.
    pub bottom: f64,
    /// To the left.
    pub left: f64,
}

impl Margins {
    /// The same on all sides.
    pub const fn all(mm: f64) -> Self {
        Self { top: mm, right: mm, bottom: mm, left: mm }
    }
}

/// Where the Scene lies on the page, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    pub width: f32,
    pub height: f32,
    /// Points for one unit.
    pub scale: f64,
    /// The Scene's upper left corner.
    pub at: Point,
    /// The Scene's own extent, in units.
    pub scene: Size,
}

impl Page {
    /// # Errors
    /// [`RenderError::PageTooLarge`], [`RenderError::NoRoomOnPaper`], [`RenderError::NotPositive`].
    pub(super) fn frame(self, scene: Size) -> Result<Frame, RenderError> {
        let frame = match self {
            Self::Map => Frame {
                width: (scene.w * POINTS) as f32,
                height: (scene.h * POINTS) as f32,
                scale: POINTS,
                at: Point::default(),
                scene,
            },
            Self::Paper { w_mm, h_mm, margins } => {
                check::positive("paper_width", w_mm)?;
                check::positive("paper_height", h_mm)?;
                let (w, h) = (w_mm - margins.left - margins.right, h_mm - margins.top - margins.bottom);
                let sides = [margins.top, margins.right, margins.bottom, margins.left];
                if !(w > 0.0 && h > 0.0 && sides.into_iter().all(|side| side >= 0.0)) {
                    return Err(RenderError::NoRoomOnPaper { w_mm: w, h_mm: h });
                }
                let (w, h) = (w * MILLIMETRE, h * MILLIMETRE);
                let scale = (w / scene.w).min(h / scene.h);
                let at = Point::new(
                    margins.left * MILLIMETRE + (w - scene.w * scale) / 2.0,
                    margins.top * MILLIMETRE + (h - scene.h * scale) / 2.0,
                );
                Frame {
                    width: (w_mm * MILLIMETRE) as f32,
                    height: (h_mm * MILLIMETRE) as f32,
                    scale,
                    at,
                    scene,
                }
            }
        };
        let (w_mm, h_mm) = (f64::from(frame.width) / MILLIMETRE, f64::from(frame.height) / MILLIMETRE);
        if w_mm.max(h_mm) > f64::from(LONGEST_MM) + 0.01 {
            return Err(RenderError::PageTooLarge { w_mm, h_mm, limit_mm: LONGEST_MM });
        }
        Ok(frame)
    }
}

impl Frame {
    /// From units of the Scene to points of the page.
    pub(super) fn transform(&self) -> geom::Transform {
        let scale = self.scale as f32;
        geom::Transform::from_row(scale, 0.0, 0.0, scale, self.at.x as f32, self.at.y as f32)
    }

    /// A place of the Scene on the page.
    pub(super) fn place(&self, at: Point) -> Point {
        Point::new(self.at.x + at.x * self.scale, self.at.y + at.y * self.scale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_is_fitted_into_the_middle_of_its_paper() {
        let page = Page::Paper { w_mm: 297.0, h_mm: 210.0, margins: Margins::all(10.0) };
        let frame = page.frame(Size::new(1000.0, 100.0)).unwrap();
        let width = 277.0 * MILLIMETRE;
        assert!((frame.scale * 1000.0 - width).abs() < 1e-9);
        assert!((frame.at.x - 10.0 * MILLIMETRE).abs() < 1e-9);
        let middle = frame.place(Point::new(500.0, 50.0));
        assert!((middle.y - 105.0 * MILLIMETRE).abs() < 1e-9);
    }

    #[test]
    fn pages_that_no_reader_shows_are_refused() {
        assert_eq!(Page::Map.frame(Size::new(19_201.0, 10.0)).unwrap_err().code(), "page_too_large");
        assert!(Page::Map.frame(Size::new(19_200.0, 10.0)).is_ok());
        let paper = |w_mm, margin| Page::Paper { w_mm, h_mm: 100.0, margins: Margins::all(margin) };
        assert_eq!(paper(100.0, 50.0).frame(Size::new(9.0, 9.0)).unwrap_err().code(), "no_room_on_paper");
        assert_eq!(paper(100.0, -1.0).frame(Size::new(9.0, 9.0)).unwrap_err().code(), "no_room_on_paper");
        assert_eq!(paper(f64::NAN, 1.0).frame(Size::new(9.0, 9.0)).unwrap_err().code(), "not_positive");
        assert_eq!(paper(6000.0, 1.0).frame(Size::new(9.0, 9.0)).unwrap_err().code(), "page_too_large");
    }
}
