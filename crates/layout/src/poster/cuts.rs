//! Where a poster is cut into tiles: at borders of stages and lanes where that costs no tile more.

use std::collections::BTreeMap;

/// The cuts along one side, the first at 0 and the last at `all`: as many at borders as can be, then as even as can be.
///
/// A tile shows from its cut on `window` units, of which the last `overlap` are shown by the next one again.
pub(super) fn cuts(all: f64, window: f64, overlap: f64, borders: &[f64]) -> Vec<f64> {
    let step = (window - overlap).max(1.0);
    let count = ((all - overlap) / step).ceil().max(1.0) as usize;
    let side = Side { all, step, overlap, even: all / count as f64, borders };
    let mut ways: Vec<Way> = vec![Way { cuts: vec![0.0], at_borders: 0, uneven: 0.0 }];
    for at in 1..count {
        // Of all ways to the same cut only the best one goes on.
        let mut best: BTreeMap<i64, Way> = BTreeMap::new();
        for way in &ways {
            for next in side.next(way, count - at) {
                let place = next.cuts[next.cuts.len() - 1] as i64;
                let known = best.entry(place).or_insert_with(|| next.clone());
                if next.is_better(known) {
                    *known = next;
                }
            }
        }
        ways = best.into_values().collect();
    }
    let best = ways.into_iter().reduce(|best, way| if way.is_better(&best) { way } else { best });
    let mut found = best.map_or_else(|| vec![0.0], |way| way.cuts);
    found.push(all);
    found
}

struct Side<'a> {
    all: f64,
    step: f64,
    overlap: f64,
    even: f64,
    borders: &'a [f64],
}

/// Some cuts from the start on.
#[derive(Clone)]
struct Way {
    cuts: Vec<f64>,
    at_borders: usize,
    uneven: f64,
}

impl Way {
    fn is_better(&self, other: &Self) -> bool {
        self.at_borders > other.at_borders
            || (self.at_borders == other.at_borders && self.uneven < other.uneven)
    }
}

impl Side<'_> {
    /// Every way to go on by one cut where so many tiles follow it.
    fn next(&self, way: &Way, left: usize) -> Vec<Way> {
        let last = way.cuts[way.cuts.len() - 1];
        // Beyond the first the tile would not reach, before the second the rest would not suffice.
        let furthest = last + self.step;
        let nearest = (self.all - self.overlap - left as f64 * self.step).max(last + 1.0);
        let fits = |border: &&f64| (nearest..=furthest).contains(*border);
        let on = |cut: f64, at_borders: usize| {
            let mut cuts = way.cuts.clone();
            cuts.push(cut);
            let off = (cut - last - self.even) / self.even;
            Way { cuts, at_borders: way.at_borders + at_borders, uneven: way.uneven + off * off }
        };
        let rest = last + (self.all - last) / (left + 1) as f64;
        let mut ways = vec![on(rest.min(furthest).max(nearest).round(), 0)];
        ways.extend(self.borders.iter().filter(fits).map(|border| on(border.round(), 1)));
        ways
    }
}

#[cfg(test)]
mod tests {
    use super::cuts;
    use proptest::prelude::*;

    #[test]
    fn what_fits_is_not_cut() {
        assert_eq!(cuts(100.0, 120.0, 10.0, &[50.0]), [0.0, 100.0]);
    }

    #[test]
    fn cuts_lie_at_borders_within_reach() {
        // Two tiles of 120 reach 230; anything from 90 to 110 is a place for the cut.
        assert_eq!(cuts(200.0, 120.0, 10.0, &[40.0, 95.0, 150.0]), [0.0, 95.0, 200.0]);
        assert_eq!(cuts(200.0, 120.0, 10.0, &[40.0, 150.0]), [0.0, 100.0, 200.0]);
    }

    proptest! {
        #[test]
        fn tiles_cover_everything_and_none_is_too_large(
            all in 100.0_f64..5000.0,
            window in 120.0_f64..900.0,
            overlap in 5.0_f64..40.0,
            borders in prop::collection::vec(0.0_f64..5000.0, 0..30),
        ) {
            let mut borders = borders;
            borders.sort_by(f64::total_cmp);
            let found = cuts(all, window, overlap, &borders);
            let count = found.len() - 1;
            prop_assert_eq!(count, ((all - overlap) / (window - overlap)).ceil().max(1.0) as usize);
            for (at, pair) in found.windows(2).enumerate() {
                let shown = if at + 1 == count { pair[1] - pair[0] } else { pair[1] - pair[0] + overlap };
                prop_assert!(pair[1] > pair[0], "{:?}", found);
                // Whole units may take half a unit more on either side.
                prop_assert!(shown <= window + 1.01, "{} of {}: {:?}", shown, window, found);
            }
        }
    }
}
