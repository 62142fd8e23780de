//! Seconds since 1970 as the date of a PDF.

use crate::date::{DAY, civil};
use krilla::metadata::DateTime;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_that_no_pdf_can_tell_are_left_out() {
        assert_eq!((date(i64::MAX), date(i64::MIN)), (None, None));
        assert!(date(1_795_000_000).is_some());
    }
}
