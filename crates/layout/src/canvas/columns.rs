//! Where the stages lie from left to right.

use super::metrics::{FIT_LABELS_WIDE_FROM, LABELS, LABELS_WIDE, SIDE, STAGE_MAX, STAGE_MIN};
use crate::options::Width;

/// The columns of a map. The sheet's left edge is at 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// Width of the lane labels.
    pub labels: f64,
    /// Left edge of each stage.
    pub lefts: Vec<f64>,
    /// Width of each stage.
    pub widths: Vec<f64>,
    /// Width of the sheets: labels and all stages.
    pub sheet: f64,
}

impl Columns {
    /// The columns for stages of these widths.
    ///
    /// At fit width the stages share what the labels leave, in proportion to their own widths, as far as each can stay
    /// within `least`–480; otherwise every stage gets `least` or 480 and the map is wider or narrower than asked.
    pub fn new(stages: &[f64], width: Width, least: f64) -> Self {
        let own: Vec<f64> = stages.iter().map(|width| width.clamp(STAGE_MIN, STAGE_MAX)).collect();
        let (labels, widths) = match width {
            Width::Natural => (LABELS, own),
            Width::Fit(fit) => {
                let labels = if fit >= FIT_LABELS_WIDE_FROM { LABELS_WIDE } else { LABELS };
                (labels, share(&own, fit - 2.0 * SIDE - labels, least))
            }
        };
        let mut lefts = Vec::with_capacity(widths.len());
        let mut left = labels;
        // Columns begin and end on whole units; what is left over is not added up.
        let widths: Vec<f64> = widths
            .iter()
            .map(|width| {
                let begin = f64::round(left);
                lefts.push(begin);
                left += width;
                left.round() - begin
            })
            .collect();
        let left = left.round();
        // A map without stages still shows its lanes' labels on a sheet as wide as one stage.
        let sheet = match (widths.is_empty(), width) {
            (false, _) => left,
            (true, Width::Fit(fit)) => (fit - 2.0 * SIDE).max(labels + STAGE_MIN),
            (true, Width::Natural) => labels + STAGE_MIN,
        };
        Self { labels, lefts, widths, sheet }
    }

    /// How many stages there are.
    pub fn len(&self) -> usize {
        self.widths.len()
    }

    /// Right edge of a stage.
    pub fn right(&self, stage: usize) -> f64 {
        self.lefts[stage] + self.widths[stage]
    }
}

/// Shares a width in proportion to the stages' own widths; a stage that would pass a bound stays at it and the others
/// share what is left.
fn share(own: &[f64], all: f64, least: f64) -> Vec<f64> {
    let count = own.len() as f64;
    if all <= least * count {
        return vec![least; own.len()];
    }
    if all >= STAGE_MAX * count {
        return vec![STAGE_MAX; own.len()];
    }
    let mut bound: Vec<Option<f64>> = vec![None; own.len()];
    loop {
        let taken: f64 = bound.iter().flatten().sum();
        let weight: f64 =
            own.iter().zip(&bound).filter(|(_, bound)| bound.is_none()).map(|(own, _)| own).sum();
        let scale = (all - taken) / weight;
        let wish = |at: usize| own[at] * scale;
        let free = (0..own.len()).filter(|at| bound[*at].is_none());
        // Settle the side that asks for more first: otherwise a bound could be wrong once the other side is settled.
        let (mut over, mut under) = (0.0, 0.0);
        for at in free.clone() {
            over += (wish(at) - STAGE_MAX).max(0.0);
            under += (least - wish(at)).max(0.0);
        }
        if over == 0.0 && under == 0.0 {
            return (0..own.len()).map(|at| bound[at].unwrap_or_else(|| wish(at))).collect();
        }
        let settled: Vec<usize> =
            free.filter(|at| if over >= under { wish(*at) > STAGE_MAX } else { wish(*at) < least }).collect();
        for at in settled {
            bound[at] = Some(if over >= under { STAGE_MAX } else { least });
        }
        if bound.iter().all(Option::is_some) {
            return bound.into_iter().flatten().collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn seven_stages_fill_a_window_of_1600() {
        let columns = Columns::new(&[240.0; 7], Width::Fit(1600.0), STAGE_MIN);
        assert_eq!(columns.labels, 150.0);
        assert_eq!(columns.sheet, 1552.0);
        assert_eq!(columns.lefts[3], (150.0_f64 + 3.0 * 1402.0 / 7.0).round());
        assert_eq!(columns.right(3), columns.lefts[4]);
    }

    #[test]
    fn wide_windows_have_wide_labels() {
        assert_eq!(Columns::new(&[240.0; 7], Width::Fit(1760.0), STAGE_MIN).labels, 184.0);
        assert_eq!(Columns::new(&[240.0; 7], Width::Natural, STAGE_MIN).labels, 150.0);
    }

    #[test]
    fn too_many_stages_are_wider_than_the_window() {
        let columns = Columns::new(&[240.0; 30], Width::Fit(1366.0), STAGE_MIN);
        assert!(columns.widths.iter().all(|width| *width == 176.0));
        assert_eq!(columns.sheet, 150.0 + 30.0 * 176.0);
    }

    #[test]
    fn a_map_without_stages_has_a_sheet() {
        assert_eq!(Columns::new(&[], Width::Natural, STAGE_MIN).sheet, 326.0);
        assert_eq!(Columns::new(&[], Width::Fit(1000.0), STAGE_MIN).sheet, 952.0);
    }

    proptest! {
        #[test]
        fn shares_add_up_and_keep_their_bounds(own in prop::collection::vec(100.0_f64..600.0, 1..20), fit in 500.0_f64..4000.0) {
            let columns = Columns::new(&own, Width::Fit(fit), STAGE_MIN);
            prop_assert!(columns.widths.iter().all(|width| (175.0..=481.0).contains(width)), "{columns:?}");
            let wished = fit - 48.0 - columns.labels;
            let count = own.len() as f64;
            if wished >= 176.0 * count && wished <= 480.0 * count {
                prop_assert!((columns.sheet - (fit - 48.0)).abs() <= 0.5, "{columns:?}");
            }
        }
    }
}
