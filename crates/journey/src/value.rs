//! Small values that several records hold: dates, durations, references.

use crate::{Id, Table};
use serde::{Deserialize, Serialize};

/// A record of any table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordId {
    /// Its table.
    pub table: Table,
    /// Its id.
    pub id: Id,
}

impl RecordId {
    /// The record `id` of `table`.
    pub const fn new(table: Table, id: Id) -> Self {
        Self { table, id }
    }
}

impl Default for RecordId {
    fn default() -> Self {
        Self::new(Table::Card, Id::default())
    }
}

/// A unit of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Unit {
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    #[default]
    Day,
    /// Weeks of 7 days.
    Week,
    /// Months of 30.4 days.
    Month,
    /// Years of 365 days.
    Year,
}

impl Unit {
    /// How many days one of it is.
    pub fn days(self) -> f64 {
        match self {
            Self::Minute => 1.0 / 1440.0,
            Self::Hour => 1.0 / 24.0,
            Self::Day => 1.0,
            Self::Week => 7.0,
            Self::Month => 30.4,
            Self::Year => 365.0,
        }
    }
}

/// A length of time as a range; both ends equal for a single value. Never negative, `from` ≤ `to`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// The least.
    pub from: f64,
    /// The most.
    pub to: f64,
    /// The unit of both.
    pub unit: Unit,
}

/// How long a stage takes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Duration {
    /// It has no end.
    Ongoing,
    /// A range.
    Span(Span),
}

/// A calendar day, `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Date(String);

/// A calendar day or a month, `YYYY-MM-DD` or `YYYY-MM`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Due(String);

/// The text is not a day (or, where that is allowed, a month).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a date like 2026-11-21, found {0:?}")]
pub struct NotADate(pub String);

/// Year, month 1–12 and, where there is one, day 1–31.
fn date_parts(text: &str) -> Option<(i32, u32, Option<u32>)> {
    let shape = text.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    if !shape || !matches!(text.len(), 7 | 10) {
        return None;
    }
    let year: i32 = text[..4].parse().ok()?;
    let month: u32 = text[5..7].parse().ok()?;
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => return None,
    };
    let day = if text.len() == 10 { Some(text[8..].parse().ok()?) } else { None };
    day.is_none_or(|day| (1..=days).contains(&day)).then_some((year, month, day))
}

impl Date {
    /// Year, month 1–12, day 1–31.
    pub fn parts(&self) -> (i32, u32, u32) {
        let (year, month, day) = date_parts(&self.0).unwrap_or((1970, 1, None));
        (year, month, day.unwrap_or(1))
    }

    /// `YYYY-MM-DD`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Due {
    /// Year, month 1–12 and, where it is a day, day 1–31.
    pub fn parts(&self) -> (i32, u32, Option<u32>) {
        date_parts(&self.0).unwrap_or((1970, 1, None))
    }

    /// `YYYY-MM-DD` or `YYYY-MM`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Date {
    type Error = NotADate;
    fn try_from(text: String) -> Result<Self, NotADate> {
        if matches!(date_parts(&text), Some((_, _, Some(_)))) { Ok(Self(text)) } else { Err(NotADate(text)) }
    }
}

impl TryFrom<String> for Due {
    type Error = NotADate;
    fn try_from(text: String) -> Result<Self, NotADate> {
        if date_parts(&text).is_some() { Ok(Self(text)) } else { Err(NotADate(text)) }
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.0
    }
}

impl From<Due> for String {
    fn from(due: Due) -> Self {
        due.0
    }
}
