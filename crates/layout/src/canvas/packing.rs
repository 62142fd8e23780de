//! Which level each loop over the trail gets: none crosses another on its level, the longest lie on top.

/// A loop's ends along the trail, the smaller first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Left end.
    pub from: f64,
    /// Right end.
    pub to: f64,
}

/// The level of each interval, 0 lowest. Short ones are placed first, so a loop inside another lies below it.
/// Intervals that only touch may share a level.
pub fn levels(intervals: &[Interval]) -> Vec<usize> {
    let mut by_length: Vec<usize> = (0..intervals.len()).collect();
    let length = |at: usize| intervals[at].to - intervals[at].from;
    by_length.sort_by(|a, b| length(*a).total_cmp(&length(*b)).then(a.cmp(b)));
    let mut found = vec![0; intervals.len()];
    let mut placed: Vec<usize> = Vec::new();
    for at in by_length {
        let crosses = |other: &usize| {
            intervals[*other].from < intervals[at].to && intervals[at].from < intervals[*other].to
        };
        // Above every shorter one that it crosses, not merely beside: a longer loop never dives under.
        found[at] =
            placed.iter().filter(|other| crosses(other)).map(|other| found[*other] + 1).max().unwrap_or(0);
        placed.push(at);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(ends: &[(f64, f64)]) -> Vec<Interval> {
        ends.iter().map(|(from, to)| Interval { from: *from, to: *to }).collect()
    }

    #[test]
    fn a_loop_inside_another_lies_below() {
        assert_eq!(levels(&of(&[(0.0, 6.0), (1.0, 3.0)])), [1, 0]);
        assert_eq!(levels(&of(&[(0.0, 6.0), (1.0, 3.0), (3.0, 5.0)])), [1, 0, 0]);
        assert_eq!(levels(&of(&[(0.0, 6.0), (1.0, 3.0), (2.0, 5.0)])), [2, 0, 1]);
    }

    proptest! {
        #[test]
        fn none_crosses_another_on_its_level(ends in prop::collection::vec((0_u8..20, 1_u8..10), 0..20)) {
            let intervals: Vec<Interval> = ends
                .iter()
                .map(|(from, length)| Interval { from: f64::from(*from), to: f64::from(from + length) })
                .collect();
            let found = levels(&intervals);
            for a in 0..found.len() {
                for b in 0..a {
                    let (one, two) = (intervals[a], intervals[b]);
                    if one.from < two.to && two.from < one.to {
                        prop_assert_ne!(found[a], found[b]);
                        let (long, short) = if one.to - one.from > two.to - two.from { (a, b) } else { (b, a) };
                        if (one.to - one.from) != (two.to - two.from) {
                            prop_assert!(found[long] > found[short]);
                        }
                    }
                }
            }
        }
    }
}
