//! How small the text of a poster gets, and what helps.

use crate::layouter::Layouter;
use crate::paper::Paper;
use crate::poster::{PT_PER_MM, Poster, Wish, laid_at};
use journey::{Id, Phrase, words};
use serde::{Deserialize, Serialize};

/// Printers in offices take papers up to this one.
const OFFICE: Paper = Paper::A3;
/// The most tiles along one side that are proposed: more is a wall, not a poster.
const TILES_MAX: usize = 4;
/// Hundredths of a point are not seen.
const SLACK: f64 = 0.01;

/// How small the text of a poster gets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Legibility {
    /// The smallest text as printed, in points.
    pub smallest_pt: f64,
    /// What it should be at least on this paper, in points.
    pub floor_pt: f64,
    /// The paper.
    pub paper: Paper,
    /// What helps where the text is below the floor, the simplest first.
    pub remedies: Vec<Remedy>,
}

/// What makes small text larger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Remedy {
    /// A larger paper, by its name and its size.
    Paper {
        /// As people call it: `A2`.
        name: String,
        /// The paper.
        paper: Paper,
    },
    /// The same paper several times, glued together.
    Tiles {
        /// How many.
        count: usize,
        /// The poster that they make.
        poster: Paper,
    },
    /// Fewer lanes.
    HideLanes {
        /// Those that take the most room.
        #[cfg_attr(feature = "ts", ts(type = "string[]"))]
        lanes: Vec<Id>,
    },
}

impl Legibility {
    /// Measures a poster; `whole` where it is not cut into tiles yet.
    pub(crate) fn of(layouter: &Layouter, wish: &Wish<'_>, made: &Poster, whole: bool) -> Self {
        let (paper, floor_pt) = (wish.paper, wish.paper.floor());
        let units = made.scene.smallest_text();
        let smallest_pt = units.map_or(f64::INFINITY, |units| units * made.mm * PT_PER_MM);
        let mut remedies = Vec::new();
        if smallest_pt < floor_pt - SLACK {
            let grows = |to: Paper| {
                let ((w, h), (to_w, to_h)) = (paper.printed(), to.printed());
                smallest_pt * (to_w / w).min(to_h / h) >= floor_pt - SLACK
            };
            let larger = paper.larger().into_iter().find(|(_, larger)| grows(*larger));
            remedies
                .extend(larger.map(|(_, larger)| Remedy::Paper { name: larger.to_string(), paper: larger }));
            if whole && paper.w_mm.max(paper.h_mm) <= OFFICE.w_mm {
                remedies.extend((2..=TILES_MAX).find_map(|side| {
                    let poster = tiled(paper, side);
                    grows(poster).then_some(Remedy::Tiles { count: side * side, poster })
                }));
            }
            remedies.extend(fewer_lanes(layouter, wish, floor_pt, units.unwrap_or_default()));
        }
        Self { smallest_pt, floor_pt, paper, remedies }
    }

    /// Whether the text is too small for its paper.
    pub fn is_small(&self) -> bool {
        self.smallest_pt < self.floor_pt - SLACK
    }

    /// In words: `Smallest text is 6.5 pt. Choose A2, or hide 2 lanes.` None where nothing is written.
    pub fn say(&self, language: &str) -> Option<String> {
        if !self.smallest_pt.is_finite() {
            return None;
        }
        let points = (self.smallest_pt * 10.0).floor() / 10.0;
        let smallest = words::say(&Phrase::new("poster.smallest").with(points), language);
        if !self.is_small() {
            return Some(smallest);
        }
        let advice = match self.remedies.as_slice() {
            [] => {
                let floor = words::number(self.floor_pt, language);
                words::say(&Phrase::new("poster.small").with(floor).with(self.paper), language)
            }
            [only] => words::say(&one(only), language),
            [first, second, ..] => words::say(&two(first, second), language),
        };
        Some(format!("{smallest} {advice}"))
    }
}

fn one(remedy: &Remedy) -> Phrase {
    match remedy {
        Remedy::Paper { name, .. } => Phrase::new("poster.remedy.paper").with(name),
        Remedy::Tiles { count, .. } => Phrase::new("poster.remedy.tiles").with(count),
        Remedy::HideLanes { lanes } => Phrase::new("poster.remedy.lanes").with(lanes.len()),
    }
}

fn two(first: &Remedy, second: &Remedy) -> Phrase {
    match (first, second) {
        (Remedy::Paper { name, .. }, Remedy::Tiles { count, .. }) => {
            Phrase::new("poster.remedy.paper_tiles").with(count).with(name)
        }
        (Remedy::Paper { name, .. }, Remedy::HideLanes { lanes }) => {
            Phrase::new("poster.remedy.paper_lanes").with(lanes.len()).with(name)
        }
        (Remedy::Tiles { count, .. }, Remedy::HideLanes { lanes }) => {
            Phrase::new("poster.remedy.tiles_lanes").with(lanes.len()).with(count)
        }
        // Remedies are found in this order and each kind once.
        (first, _) => one(first),
    }
}

/// The poster that so many papers along each side make.
fn tiled(paper: Paper, side: usize) -> Paper {
    let (w, h) = paper.printed();
    // Each sheet but the last shows 10 mm of the next; a millimetre is left for whole units.
    let along = |printed: f64| side as f64 * (printed - 1.0) - (side as f64 - 1.0) * 10.0;
    Paper { w_mm: along(w), h_mm: along(h) }
}

/// The fewest lanes without which the text reaches the floor, where that helps at all.
fn fewer_lanes(layouter: &Layouter, wish: &Wish<'_>, floor: f64, smallest: f64) -> Option<Remedy> {
    let map = wish.document.maps.get(&wish.options.map)?;
    let (w, h) = wish.paper.printed();
    let mm = floor / PT_PER_MM / smallest;
    let (width, height) = (w / mm, h / mm);
    let laid = laid_at(layouter, wish, map, width.floor());
    if laid.size.w > width {
        return None;
    }
    let mut lanes = laid.lanes();
    lanes.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut over = laid.size.h - height;
    let mut hidden = Vec::new();
    for (lane, tall) in &lanes {
        if over <= 0.0 {
            break;
        }
        over -= tall;
        hidden.push(*lane);
    }
    // With much less on it, it would be another map.
    let helps = over <= 0.0 && !hidden.is_empty() && hidden.len() * 3 <= lanes.len();
    helps.then_some(Remedy::HideLanes { lanes: hidden })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(smallest_pt: f64, remedies: Vec<Remedy>) -> String {
        let legibility = Legibility { smallest_pt, floor_pt: 8.0, paper: Paper::A3, remedies };
        legibility.say("en").expect("something is written")
    }

    #[test]
    fn warnings_name_the_size_and_what_helps() {
        let paper = |text: &str| {
            let paper = Paper::parse(text).unwrap();
            Remedy::Paper { name: paper.to_string(), paper }
        };
        let lanes = |count: u128| Remedy::HideLanes { lanes: (0..count).map(Id::from_u128).collect() };
        let tiles = || Remedy::Tiles { count: 4, poster: Paper::A3 };
        assert_eq!(told(9.23, vec![]), "Smallest text is 9.2 pt.");
        assert_eq!(
            told(6.51, vec![paper("a2"), lanes(2)]),
            "Smallest text is 6.5 pt. Choose A2, or hide 2 lanes."
        );
        assert_eq!(
            told(6.51, vec![paper("a2"), lanes(1)]),
            "Smallest text is 6.5 pt. Choose A2, or hide 1 lane."
        );
        assert_eq!(
            told(5.69, vec![paper("a3"), tiles(), lanes(3)]),
            "Smallest text is 5.6 pt. Choose A3, or print 4 tiles."
        );
        assert_eq!(told(5.0, vec![lanes(3)]), "Smallest text is 5 pt. Hide 3 lanes.");
        assert_eq!(told(2.0, vec![]), "Smallest text is 2 pt. It should be 8 pt or more on A3.");
    }
}
