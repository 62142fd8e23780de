//! Cycle time: how long the whole journey takes.

use crate::{Cause, Document, Duration, Id, Phrase, Span};

/// How long the journey takes, in days, and what is not in it.
#[derive(Clone, Debug, PartialEq)]
pub struct CycleTime {
    /// The least and the most; none where nothing is entered.
    pub days: Option<(f64, f64)>,
    /// Stages that have no end.
    pub ongoing: Vec<Id>,
    /// Stages without a duration.
    pub missing_stages: Vec<Id>,
    /// Gaps in time without a wait.
    pub missing_waits: Vec<Id>,
    /// How it came about, or what to enter.
    pub why: Phrase,
}

/// The cycle time of a map: durations of its stages and waits of its gaps.
pub fn cycle_time(document: &Document, map: Id) -> CycleTime {
    let stages = document.stages_of(map);
    let (mut spans, mut ongoing, mut missing_stages, mut missing_waits) =
        (Vec::<Span>::new(), Vec::new(), Vec::new(), Vec::new());
    for (at, stage) in stages.iter().enumerate() {
        match &stage.duration {
            Some(Duration::Span(span)) => spans.push(*span),
            Some(Duration::Ongoing) => ongoing.push(stage.id),
            None => missing_stages.push(stage.id),
        }
        // A gap after the last stage is kept but does not count.
        if at + 1 == stages.len() {
            break;
        }
        for gap in document.gaps_after(stage.id) {
            match gap.wait {
                Some(wait) => spans.push(wait),
                None if gap.causes.contains(&Cause::Time) => missing_waits.push(gap.id),
                None => {}
            }
        }
    }
    let sum = |end: fn(&Span) -> f64| spans.iter().map(|span| end(span) * span.unit.days()).sum::<f64>();
    let days = (!spans.is_empty()).then(|| (sum(|span| span.from), sum(|span| span.to)));
    let left = ongoing.len() + missing_stages.len() + missing_waits.len();
    let why = match days {
        Some((from, to)) => {
            Phrase::new("insight.cycle").with(spans.len()).with(from.round()).with(to.round()).with(left)
        }
        None => Phrase::new("insight.cycle.nothing"),
    };
    CycleTime { days, ongoing, missing_stages, missing_waits, why }
}
