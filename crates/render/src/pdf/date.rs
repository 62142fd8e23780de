//! Seconds since 1970 as a calendar date.

use krilla::metadata::DateTime;

const DAY: i64 = 86_400;

/// The date, if its year is one that a PDF can tell.
pub(super) fn date(seconds: i64) -> Option<DateTime> {
    let (days, rest) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
    let (year, month, day) = civil(days);
    Some(
        DateTime::new(u16::try_from(year).ok().filter(|year| *year <= 9999)?)
            .month(month)
            .day(day)
            .hour((rest / 3600) as u8)
            .minute((rest / 60 % 60) as u8)
            .second((rest % 60) as u8)
            .utc_offset_hour(0)
            .utc_offset_minute(0),
    )
}

/// Year, month and day of a count of days since 1970-01-01, by eras of 400 years that begin in March.
fn civil(days: i64) -> (i64, u8, u8) {
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
        assert_eq!((date(i64::MAX), date(i64::MIN)), (None, None));
    }
}
