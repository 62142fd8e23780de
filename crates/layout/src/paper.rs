//! Sizes of paper, and how small text may be on each.

use journey::Phrase;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Millimetres in an inch.
pub const MM_PER_INCH: f64 = 25.4;
/// White that stays around what is printed, in millimetres: what most printers cannot reach.
pub const MARGIN_MM: f64 = 10.0;
/// The smallest and the largest side, in millimetres: room between the margins, and what PDF readers show.
const SIDES_MM: (f64, f64) = (40.0, 5080.0);

/// A paper with a name.
struct Named {
    name: &'static str,
    /// Width and height in millimetres, lying on the long side as maps do.
    size: (f64, f64),
    /// The smallest text that is read from where one stands before it, in points.
    floor: f64,
}

/// ISO 216 and ANSI sizes, small to large within each family.
const NAMED: [Named; 7] = [
    Named { name: "a4", size: (297.0, 210.0), floor: 8.0 },
    Named { name: "a3", size: (420.0, 297.0), floor: 8.0 },
    Named { name: "a2", size: (594.0, 420.0), floor: 11.0 },
    Named { name: "a1", size: (841.0, 594.0), floor: 16.0 },
    Named { name: "a0", size: (1189.0, 841.0), floor: 22.0 },
    Named { name: "letter", size: (279.4, 215.9), floor: 8.0 },
    Named { name: "tabloid", size: (431.8, 279.4), floor: 8.0 },
];

/// A paper, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Paper {
    /// Width.
    pub w_mm: f64,
    /// Height.
    pub h_mm: f64,
}

/// Why a paper is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// The words name no paper.
    #[error(
        "there is no paper “{found}”; known are a4, a3, a2, a1, a0, letter, tabloid, or a size like 300x200mm or 11x8.5in"
    )]
    Unknown {
        /// What was asked for.
        found: String,
    },
    /// One side is too short or too long.
    #[error("expected a paper with sides of {least} to {most} mm, found “{found}”")]
    Size {
        /// What was asked for.
        found: String,
        /// The shortest side, in millimetres.
        least: u32,
        /// The longest side, in millimetres.
        most: u32,
    },
}

impl PaperError {
    /// A stable name of the case, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unknown { .. } => "unknown_paper",
            Self::Size { .. } => "paper_size",
        }
    }

    /// The sentence for people, to be said in their language.
    pub fn phrase(&self) -> Phrase {
        let phrase = Phrase::new(&format!("layout.{}", self.code()));
        match self {
            Self::Unknown { found } => phrase.with(found),
            Self::Size { found, least, most } => phrase.with(found).with(least).with(most),
        }
    }
}

impl Paper {
    /// A3, lying on its long side.
    pub const A3: Self = Self { w_mm: 420.0, h_mm: 297.0 };
    /// A4, lying on its long side.
    pub const A4: Self = Self { w_mm: 297.0, h_mm: 210.0 };

    /// Reads `a4`, `300x200mm` or `11x8.5in`. Named papers lie on their long side; [`Paper::upright`] turns them.
    ///
    /// # Errors
    /// [`PaperError::Unknown`] for other words, [`PaperError::Size`] for sides that nothing can be printed on.
    pub fn parse(text: &str) -> Result<Self, PaperError> {
        let lower = text.trim().to_ascii_lowercase();
        if let Some(named) = NAMED.iter().find(|named| named.name == lower) {
            return Ok(Self { w_mm: named.size.0, h_mm: named.size.1 });
        }
        let sides = || {
            let (sides, unit) = match lower.strip_suffix("mm") {
                Some(sides) => (sides, 1.0),
                None => (lower.strip_suffix("in")?, MM_PER_INCH),
            };
            let (w, h) = sides.split_once(['x', '×'])?;
            Some((w.trim().parse::<f64>().ok()? * unit, h.trim().parse::<f64>().ok()? * unit))
        };
        let (w_mm, h_mm) = sides().ok_or_else(|| PaperError::Unknown { found: text.to_owned() })?;
        Self { w_mm, h_mm }.checked().map_err(|error| match error {
            PaperError::Size { least, most, .. } => PaperError::Size { found: text.to_owned(), least, most },
            other @ PaperError::Unknown { .. } => other,
        })
    }

    /// The paper itself, if something can be printed on it.
    ///
    /// # Errors
    /// [`PaperError::Size`].
    pub fn checked(self) -> Result<Self, PaperError> {
        let fine = |side: f64| side.is_finite() && (SIDES_MM.0..=SIDES_MM.1).contains(&side);
        if fine(self.w_mm) && fine(self.h_mm) {
            return Ok(self);
        }
        let (least, most) = (SIDES_MM.0 as u32, SIDES_MM.1 as u32);
        Err(PaperError::Size { found: self.to_string(), least, most })
    }

    /// Every paper that has a name, with that name.
    pub fn named() -> impl Iterator<Item = (&'static str, Self)> {
        NAMED.iter().map(|named| (named.name, Self { w_mm: named.size.0, h_mm: named.size.1 }))
    }

    /// The name, whichever side it lies on; none for other sizes.
    pub fn name(self) -> Option<&'static str> {
        let is = |named: &&Named| {
            let (long, short) = named.size;
            (self.long() - long).abs() < 0.5 && (self.short() - short).abs() < 0.5
        };
        NAMED.iter().find(is).map(|named| named.name)
    }

    /// Standing on its short side.
    #[must_use]
    pub fn upright(self) -> Self {
        Self { w_mm: self.short(), h_mm: self.long() }
    }

    /// Lying on its long side.
    #[must_use]
    pub fn lying(self) -> Self {
        Self { w_mm: self.long(), h_mm: self.short() }
    }

    /// Width and height between the margins, in millimetres.
    pub fn printed(self) -> (f64, f64) {
        (self.w_mm - 2.0 * MARGIN_MM, self.h_mm - 2.0 * MARGIN_MM)
    }

    /// The smallest text in points that is read from where one stands before such a paper: the larger, the further.
    /// A size without a name has the floor of the largest named one that it holds.
    pub fn floor(self) -> f64 {
        let holds = |named: &&Named| self.long() >= named.size.0 - 0.5 && self.short() >= named.size.1 - 0.5;
        NAMED.iter().filter(holds).map(|named| named.floor).fold(NAMED[0].floor, f64::max)
    }

    /// The named papers of the same family that are larger, small to large, lying or standing as this one does.
    pub fn larger(self) -> Vec<(&'static str, Self)> {
        let american = matches!(self.name(), Some("letter" | "tabloid"));
        Self::named()
            .filter(|(name, _)| matches!(*name, "letter" | "tabloid") == american)
            .filter(|(_, paper)| paper.long() > self.long() + 0.5 && paper.short() >= self.short() - 0.5)
            .map(|(name, paper)| (name, if self.h_mm > self.w_mm { paper.upright() } else { paper }))
            .collect()
    }

    fn long(self) -> f64 {
        self.w_mm.max(self.h_mm)
    }

    fn short(self) -> f64 {
        self.w_mm.min(self.h_mm)
    }
}

impl fmt::Display for Paper {
    /// As people call it: `A3`, `Letter`, `300 × 200 mm`.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => {
                let (first, rest) = name.split_at(1);
                write!(to, "{}{rest}", first.to_ascii_uppercase())
            }
            None => {
                let side = |mm: f64| (mm * 10.0).round() / 10.0;
                write!(to, "{} × {} mm", side(self.w_mm), side(self.h_mm))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_are_read_by_name_and_by_size() {
        let read = |text: &str| Paper::parse(text).map(|paper| (paper.w_mm, paper.h_mm));
        assert_eq!(read("A3"), Ok((420.0, 297.0)));
        assert_eq!(read("letter"), Ok((279.4, 215.9)));
        assert_eq!(read("300x200mm"), Ok((300.0, 200.0)));
        assert_eq!(read("36 × 24in"), Ok((914.4, 24.0 * 25.4)));
    }

    #[test]
    fn what_is_no_paper_is_told_in_one_sentence() {
        for (text, code) in [
            ("a9", "unknown_paper"),
            ("", "unknown_paper"),
            ("300x200", "unknown_paper"),
            ("xmm", "unknown_paper"),
            ("axbmm", "unknown_paper"),
            ("10x10mm", "paper_size"),
            ("-300x200mm", "paper_size"),
            ("NaNx200mm", "paper_size"),
            ("infx200mm", "paper_size"),
            ("300x6000mm", "paper_size"),
        ] {
            let error = Paper::parse(text).expect_err(text);
            assert_eq!(error.code(), code, "{text}");
            assert!(error.to_string().contains(&format!("“{text}”")), "{error}");
            assert!(!error.to_string().contains('\n'), "{error}");
        }
    }

    #[test]
    fn larger_papers_are_read_from_further_away() {
        let floors: Vec<f64> = Paper::named().map(|(_, paper)| paper.floor()).collect();
        assert_eq!(floors, [8.0, 8.0, 11.0, 16.0, 22.0, 8.0, 8.0]);
        assert_eq!(Paper { w_mm: 900.0, h_mm: 600.0 }.floor(), 16.0);
        assert_eq!(Paper { w_mm: 100.0, h_mm: 100.0 }.floor(), 8.0);
    }

    #[test]
    fn larger_papers_keep_the_family_and_the_direction() {
        let names = |paper: Paper| paper.larger().into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(names(Paper::A3), ["a2", "a1", "a0"]);
        assert_eq!(names(Paper::parse("letter").unwrap()), ["tabloid"]);
        let upright = Paper::A4.upright().larger()[0].1;
        assert_eq!((upright.w_mm, upright.h_mm), (297.0, 420.0));
    }

    #[test]
    fn papers_are_called_as_people_call_them() {
        let called = |text: &str| Paper::parse(text).unwrap().to_string();
        assert_eq!(
            ["a3", "tabloid", "300x200mm", "420x297mm"].map(called),
            ["A3", "Tabloid", "300 × 200 mm", "A3"]
        );
    }
}
