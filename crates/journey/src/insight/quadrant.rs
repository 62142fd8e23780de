//! Where an opportunity stands by what it brings and what it costs.

use crate::{Card, Phrase};

/// A quadrant of the matrix of impact and effort; both axes run from 0.5 to 5.5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quadrant {
    /// Much for little.
    QuickWin,
    /// Much for much.
    BigBet,
    /// Little for little.
    FillIn,
    /// Little for much.
    ThinkTwice,
}

impl Quadrant {
    /// Where the line between little and much impact lies.
    pub const IMPACT: f64 = 3.5;

    /// Where the line between little and much effort lies.
    pub const EFFORT: f64 = 3.0;

    /// The quadrant of an impact and an effort.
    pub fn of(impact: f64, effort: f64) -> Self {
        match (impact >= Self::IMPACT, effort < Self::EFFORT) {
            (true, true) => Self::QuickWin,
            (true, false) => Self::BigBet,
            (false, true) => Self::FillIn,
            (false, false) => Self::ThinkTwice,
        }
    }

    /// The quadrant of an opportunity by its typed impact and effort; none while one of them is missing.
    pub fn of_card(card: &Card) -> Option<Self> {
        let number = |field: &str| card.fields.get(field).and_then(|value| value.as_f64());
        Some(Self::of(number("impact")?, number("effort")?))
    }

    /// Its name, to be said.
    pub fn name(self) -> Phrase {
        Phrase::new(match self {
            Self::QuickWin => "insight.quick-win",
            Self::BigBet => "insight.big-bet",
            Self::FillIn => "insight.fill-in",
            Self::ThinkTwice => "insight.think-twice",
        })
    }
}
