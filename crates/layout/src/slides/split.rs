//! Which stages share an overview: a long journey is split where buyers get lost most.

use std::ops::Range;

/// The stages in parts of at most `most`. `loss` tells for each boundary how much is lost there; none for no gap. A
/// boundary with a larger gap goes before one with a smaller, one nearer to the middle before one farther away.
pub fn parts(stages: usize, most: usize, loss: &[Option<f64>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    cut(0..stages, most.max(1), loss, &mut found);
    found
}

fn cut(part: Range<usize>, most: usize, loss: &[Option<f64>], found: &mut Vec<Range<usize>>) {
    if part.len() <= most {
        found.push(part);
        return;
    }
    // A stage alone on a slide tells no journey.
    let margin = if part.len() > 3 { 2 } else { 1 };
    let (from, to) = (part.start + margin, part.end - margin);
    let middle = f64::midpoint(part.start as f64, part.end as f64);
    let rank = |at: usize| {
        let lost = loss.get(at - 1).copied().flatten().unwrap_or(-1.0);
        (lost, -(at as f64 - middle).abs())
    };
    let best = (from..=to).max_by(|a, b| {
        let (a, b) = (rank(*a), rank(*b));
        a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    let at = best.unwrap_or(part.start + 1);
    cut(part.start..at, most, loss, found);
    cut(at..part.end, most, loss, found);
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_short_journey_stays_whole() {
        assert_eq!(parts(7, 7, &[None; 7]).as_slice(), std::slice::from_ref(&(0..7)));
        assert_eq!(parts(0, 7, &[]).as_slice(), std::slice::from_ref(&(0..0)));
    }

    #[test]
    fn a_long_one_is_split_at_its_largest_gap() {
        let mut loss = [None; 10];
        (loss[2], loss[5]) = (Some(4.0), Some(9.0));
        assert_eq!(parts(10, 7, &loss), [0..6, 6..10]);
        loss[8] = Some(99.0);
        assert_eq!(parts(10, 7, &loss), [0..6, 6..10], "one stage alone tells no journey");
        assert_eq!(parts(10, 7, &[None; 10]), [0..5, 5..10]);
    }

    #[test]
    fn very_long_ones_are_split_again() {
        let found = parts(23, 7, &[None; 23]);
        assert!(found.iter().all(|part| (2..=7).contains(&part.len())));
        assert_eq!(found.iter().map(ExactSizeIterator::len).sum::<usize>(), 23);
    }
}
