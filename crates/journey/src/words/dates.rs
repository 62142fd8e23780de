//! Dates, months and lengths of time as people write them.

use super::{language, number, word};
use crate::{Date, Due, Duration, Span, Unit};

fn month(month: u32, tag: &str) -> String {
    word("month", &month.to_string(), tag)
}

/// A day, like `21 Nov 2026`.
pub fn date(date: &Date, tag: &str) -> String {
    let (year, number, day) = date.parts();
    (language(tag).day)(day, &month(number, tag), year)
}

/// A day or a month, like `12 Dec 2026` or `Mar 2027`.
pub fn due(due: &Due, tag: &str) -> String {
    match due.parts() {
        (year, number, Some(day)) => (language(tag).day)(day, &month(number, tag), year),
        (year, number, None) => format!("{} {year}", month(number, tag)),
    }
}

/// A day or a month without its year, the month in full: `12 December` or `March`.
pub fn due_in_full(due: &Due, tag: &str) -> String {
    due_without_year(due, tag, "month_long")
}

/// A day or a month without its year, short: `12 Dec` or `March`.
pub fn due_short(due: &Due, tag: &str) -> String {
    let months = if due.parts().2.is_some() { "month" } else { "month_long" };
    due_without_year(due, tag, months)
}

fn due_without_year(due: &Due, tag: &str, months: &str) -> String {
    let (_, month, day) = due.parts();
    let month = word(months, &month.to_string(), tag);
    match day {
        Some(day) => (language(tag).day_of_year)(day, &month),
        None => month,
    }
}

/// A length of time, like `3–6 wk` or `4 wk`.
pub fn span(span: &Span, tag: &str) -> String {
    let unit = match span.unit {
        Unit::Minute => "minute",
        Unit::Hour => "hour",
        Unit::Day => "day",
        Unit::Week => "week",
        Unit::Month => "month",
        Unit::Year => "year",
    };
    let unit = word("unit_short", unit, tag);
    let (from, to) = (number(span.from, tag), number(span.to, tag));
    if from == to { format!("{from} {unit}") } else { format!("{from}–{to} {unit}") }
}

/// How long a stage takes, like `3–6 wk` or `ongoing`.
pub fn duration(duration: &Duration, tag: &str) -> String {
    match duration {
        Duration::Ongoing => word("duration", "ongoing", tag),
        Duration::Span(length) => span(length, tag),
    }
}

/// A day or a month from its text; the text itself where it is neither.
pub(super) fn of_text(text: &str, tag: &str) -> String {
    Due::try_from(text.to_owned()).map_or_else(|_| text.to_owned(), |date| due(&date, tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_durations_read_like_the_pictures() {
        let day = Date::try_from("2026-11-21".to_owned()).unwrap();
        assert_eq!(date(&day, "en"), "21 Nov 2026");
        let parts =
            ["2027-03", "2026-12-02"].map(|text| super::due(&Due::try_from(text.to_owned()).unwrap(), "en"));
        assert_eq!(parts, ["Mar 2027", "2 Dec 2026"]);
        let due = |text: &str| Due::try_from(text.to_owned()).unwrap();
        assert_eq!(due_in_full(&due("2026-12-12"), "en"), "12 December");
        assert_eq!(["2026-12-12", "2027-03"].map(|text| due_short(&due(text), "en")), ["12 Dec", "March"]);
        let weeks = |from, to| Duration::Span(Span { from, to, unit: Unit::Week });
        let said =
            [weeks(3.0, 6.0), weeks(4.0, 4.0), Duration::Ongoing].map(|length| duration(&length, "en"));
        assert_eq!(said, ["3–6 wk", "4 wk", "ongoing"]);
    }
}
