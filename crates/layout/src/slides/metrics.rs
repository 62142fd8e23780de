//! The sizes of slides in one place, for both densities. 1920 × 1080 units, 2 units a point.

use crate::options::Density;
use crate::paint::Color;
use crate::scene::{Family, TextStyle};

/// Width and height of a slide.
pub const SLIDE: (f64, f64) = (1920.0, 1080.0);
/// White left and right.
pub const MARGIN: f64 = 96.0;
/// Between the margins.
pub const WIDTH: f64 = SLIDE.0 - 2.0 * MARGIN;
/// Right margin.
pub const RIGHT: f64 = SLIDE.0 - MARGIN;
/// Where the title begins.
pub const TITLE_TOP: f64 = 82.0;
/// The lowest place of what a slide tells; the footer follows.
pub const BOTTOM: f64 = 985.0;
/// Where the footer's words begin.
pub const FOOTER_TOP: f64 = 1011.0;

/// A use of type on slides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    size: f64,
    line: f64,
    weight: u16,
    /// Inter Display, with this tracking in parts of the size.
    display: Option<f64>,
    italic: bool,
}

impl Type {
    const fn new(size: f64, line: f64, weight: u16) -> Self {
        Self { size, line, weight, display: None, italic: false }
    }

    const fn display(size: f64, line: f64, tracking: f64) -> Self {
        Self { size, line, weight: 600, display: Some(tracking), italic: false }
    }

    const fn quote(size: f64, line: f64) -> Self {
        Self { size, line, weight: 400, display: None, italic: true }
    }

    /// The height of a line.
    pub const fn line(self) -> f64 {
        self.line
    }

    /// The style in a colour.
    pub fn style(self, color: Color) -> TextStyle {
        TextStyle {
            family: if self.display.is_some() { Family::InterDisplay } else { Family::Inter },
            weight: self.weight,
            italic: self.italic,
            size: self.size,
            line_height: self.line,
            letter_spacing: self.display.unwrap_or(0.0) * self.size,
            tabular: false,
            color,
        }
    }

    /// The style in a colour and another weight.
    pub fn weighing(self, weight: u16, color: Color) -> TextStyle {
        TextStyle { weight, ..self.style(color) }
    }
}

/// What differs between the two densities.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    /// The finding.
    pub title: Type,
    /// The name of a stage on its own slide.
    pub stage_title: Type,
    /// The sentence below a title.
    pub subtitle: Type,
    /// Names of stages on the trail.
    pub name: Type,
    /// Labels of feelings, headings of columns.
    pub heading: Type,
    /// Names of quadrants.
    pub quadrant: Type,
    /// What stands small: legend, captions, feet of cards, footer.
    pub label: Type,
    /// The worst pain of a stage on the overview.
    pub brief: Type,
    /// What people do.
    pub body: Type,
    /// The words of a card.
    pub statement: Type,
    /// What people think.
    pub quote: Type,
    /// A row of the plan.
    pub row: Type,
    /// How many stages an overview holds.
    pub stages: usize,
    /// How many actions a stage's slide tells.
    pub does: usize,
    /// How many pains, and how many opportunities.
    pub cards: usize,
    /// How many gaps their slide tells.
    pub gaps: usize,
    /// How many rows the plan has.
    pub rows: usize,
}

/// For reading on a desk.
const NORMAL: Metrics = Metrics {
    title: Type::display(60.0, 72.0, -0.022),
    stage_title: Type::display(76.0, 88.0, -0.03),
    subtitle: Type::new(28.0, 38.0, 400),
    name: Type::new(28.0, 34.0, 700),
    heading: Type::new(28.0, 34.0, 600),
    quadrant: Type::new(26.0, 32.0, 700),
    label: Type::new(24.0, 30.0, 400),
    brief: Type::new(24.0, 31.0, 400),
    body: Type::new(32.0, 42.0, 400),
    statement: Type::new(34.0, 44.0, 500),
    quote: Type::quote(39.0, 54.0),
    row: Type::new(28.0, 38.0, 400),
    stages: 7,
    does: 4,
    cards: 3,
    gaps: 5,
    rows: 5,
};

/// For a room.
const PROJECTOR: Metrics = Metrics {
    title: Type::display(64.0, 76.0, -0.022),
    stage_title: Type::display(80.0, 92.0, -0.03),
    subtitle: Type::new(36.0, 46.0, 400),
    name: Type::new(36.0, 44.0, 700),
    heading: Type::new(36.0, 44.0, 600),
    quadrant: Type::new(36.0, 44.0, 700),
    label: Type::new(36.0, 44.0, 400),
    brief: Type::new(36.0, 44.0, 400),
    body: Type::new(40.0, 52.0, 400),
    statement: Type::new(40.0, 50.0, 500),
    quote: Type::quote(44.0, 58.0),
    row: Type::new(36.0, 46.0, 400),
    stages: 4,
    does: 3,
    cards: 2,
    gaps: 3,
    rows: 4,
};

impl Metrics {
    /// The sizes of a density.
    pub const fn of(density: Density) -> &'static Self {
        match density {
            Density::Normal => &NORMAL,
            Density::Projector => &PROJECTOR,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_type_is_below_its_floor() {
        for (metrics, floor) in [(NORMAL, 24.0), (PROJECTOR, 36.0)] {
            let all = [
                metrics.title,
                metrics.stage_title,
                metrics.subtitle,
                metrics.name,
                metrics.heading,
                metrics.quadrant,
                metrics.label,
                metrics.brief,
                metrics.body,
                metrics.statement,
                metrics.quote,
                metrics.row,
            ];
            assert!(all.iter().all(|kind| kind.size >= floor && kind.line >= 1.15 * kind.size));
        }
    }
}
