//! Seconds since 1970 as a calendar date.

/// Seconds of a day.
pub(crate) const DAY: i64 = 86_400;

/// The time as XML tells it, if its year has four figures: `2026-11-21T09:30:00Z`.
pub(crate) fn text(seconds: i64) -> Option<String> {
    let (days, rest) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
    let (year, month, day) = civil(days);
    let clock = format!("{:02}:{:02}:{:02}", rest / 3600, rest / 60 % 60, rest % 60);
    (0..=9999).contains(&year).then(|| format!("{year:04}-{month:02}-{day:02}T{clock}Z"))
}

/// Year, month and day of a count of days since 1970-01-01, by eras of 400 years that begin in March.
pub(crate) fn civil(days: i64) -> (i64, u8, u8) {
    let shifted = days.saturating_add(719_468);
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month as u8, day as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates() {
        for (days, expected) in [
            (0, (1970, 1, 1)),
            (-1, (1969, 12, 31)),
            (11_016, (2000, 2, 29)),
            (19_782, (2024, 2, 29)),
            (20_778, (2026, 11, 21)),
        ] {
            assert_eq!(civil(days), expected);
        }
        assert_eq!(text(20_778 * DAY + 34_201).as_deref(), Some("2026-11-21T09:30:01Z"));
        assert_eq!(text(i64::MAX), None);
    }
}
