//! Dates as precise as they are known: days, or EDTF (ISO 8601-2) where less is known.

use std::borrow::Cow;
use std::fmt;

use chrono::NaiveDate;
use edtf_core::{Bound, BoundDate, Edtf, Interval, IntervalEndpoint};

/// A date, as precise as it is known.
///
/// It has the days it may mean, and keeps the form it was written in. Years run from 0000 to 9999.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Date {
    first: NaiveDate,
    last: NaiveDate,
    /// None for a plain day, which most are.
    written: Option<Box<Written>>,
}

/// The EDTF text of a date, which is out of the way: there are several dates in every event.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Written(Box<str>);

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// What is wrong, in words.
    pub message: &'static str,
    /// The byte of the text at which it was noticed.
    pub offset: usize,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message)
    }
}

impl Date {
    /// The earliest day a date can have; also the first day of a date with an open beginning.
    pub const MIN: NaiveDate = NaiveDate::from_ymd_opt(0, 1, 1).expect("a day of the calendar");
    /// The latest day a date can have; also the last day of a date with an open end.
    pub const MAX: NaiveDate =
        NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day of the calendar");

    /// A plain day.
    pub const fn day(day: NaiveDate) -> Self {
        Self {
            first: day,
            last: day,
            written: None,
        }
    }

    /// Reads EDTF, levels 0 to 2 of ISO 8601-2:2019 annex A.
    ///
    /// An unknown end of an interval (`2017/`) is taken as its other end. A time of day counts for
    /// its day as written, whatever its offset from UTC.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let edtf = Edtf::parse(text).map_err(|error| DateError {
            message: error.message,
            offset: error.offset,
        })?;
        let (first, last) = days(&edtf)?;
        let plain = matches!(edtf, Edtf::Date(_)) && first == last && !is_qualified(&edtf);
        let written = (!plain).then(|| Box::new(Written(text.into())));
        Ok(Self {
            first,
            last,
            written,
        })
    }

    /// The earliest day it may mean; [`Date::MIN`] if it is open towards the past.
    pub const fn first(&self) -> NaiveDate {
        self.first
    }

    /// The latest day it may mean; [`Date::MAX`] if it is open towards the future.
    pub const fn last(&self) -> NaiveDate {
        self.last
    }

    /// Whether it is one known day.
    pub const fn is_day(&self) -> bool {
        self.written.is_none()
    }

    /// Whether it, or a part of it, is marked as uncertain or approximate: EDTF's `?`, `~` and `%`.
    pub fn is_qualified(&self) -> bool {
        self.parsed()
            .is_some_and(|edtf| edtf.is_uncertain() || edtf.is_approximate())
    }

    /// Its EDTF text, as written; a plain day as `2017-09-14`.
    pub fn edtf(&self) -> Cow<'_, str> {
        match &self.written {
            Some(text) => Cow::Borrowed(&text.0),
            None => Cow::Owned(self.first.format("%Y-%m-%d").to_string()),
        }
    }

    /// The parsed EDTF, unless it is a plain day.
    pub(super) fn parsed(&self) -> Option<Edtf> {
        // It was read once by `parse`, the only way to make it.
        self.written
            .as_deref()
            .and_then(|text| Edtf::parse(&text.0).ok())
    }
}

/// The earliest and latest day of an expression; an unknown end counts as the other end.
pub(super) fn days(edtf: &Edtf) -> Result<(NaiveDate, NaiveDate), DateError> {
    let bounds = match edtf {
        Edtf::Interval(
            Interval {
                start: IntervalEndpoint::Date(known),
                end: IntervalEndpoint::Unknown,
            }
            | Interval {
                start: IntervalEndpoint::Unknown,
                end: IntervalEndpoint::Date(known),
            },
        ) => Edtf::Date(*known).bounds(),
        _ => edtf.bounds(),
    };
    let (first, last) = (calendar_day(bounds.earliest)?, calendar_day(bounds.latest)?);
    if (first, last) == (Date::MIN, Date::MAX) {
        Err(no_day())
    } else {
        Ok((first, last))
    }
}

fn is_qualified(edtf: &Edtf) -> bool {
    edtf.is_uncertain() || edtf.is_approximate() || edtf.has_unspecified()
}

const fn no_day() -> DateError {
    DateError {
        message: "this has no day, month or year in it",
        offset: 0,
    }
}

fn calendar_day(bound: Bound) -> Result<NaiveDate, DateError> {
    match bound {
        Bound::NegativeInfinity => Ok(Date::MIN),
        Bound::PositiveInfinity => Ok(Date::MAX),
        Bound::Unknown => Err(no_day()),
        Bound::Date(BoundDate { year, month, day }) => i32::try_from(year)
            .ok()
            .filter(|year| (0..=9999).contains(year))
            .and_then(|year| NaiveDate::from_ymd_opt(year, month.into(), day.into()))
            .ok_or(DateError {
                message: "years run from 0000 to 9999",
                offset: 0,
            }),
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    fn bounds(text: &str) -> String {
        let date = Date::parse(text).unwrap();
        format!("{} {}", date.first(), date.last())
    }

    #[test]
    fn a_date_spans_the_days_it_may_mean() {
        for (text, days) in [
            ("2017-09-14", "2017-09-14 2017-09-14"),
            ("2017", "2017-01-01 2017-12-31"),
            ("2017-10", "2017-10-01 2017-10-31"),
            ("2017-10-31~", "2017-10-31 2017-10-31"),
            ("2017-10-XX", "2017-10-01 2017-10-31"),
            ("201X", "2010-01-01 2019-12-31"),
            ("2017-10/..", "2017-10-01 9999-12-31"),
            ("../2017-10", "0000-01-01 2017-10-31"),
            ("2017-10/", "2017-10-01 2017-10-31"),
            ("2017-09-14/2017-09-15", "2017-09-14 2017-09-15"),
            ("[2017-09-14,2017-09-15]", "2017-09-14 2017-09-15"),
            ("0000-01-01", "0000-01-01 0000-01-01"),
            ("9999-12-31", "9999-12-31 9999-12-31"),
            ("2017-09-14T23:30:00-12:00", "2017-09-14 2017-09-14"),
        ] {
            assert_eq!(bounds(text), days, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "x",
            "2017-13",
            "2017-02-30",
            "2017/2016-99",
            "-0044",
            "Y170000002",
            "/",
            "../..",
        ] {
            assert!(Date::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_written_form_is_kept() {
        for text in [
            "2017-09-14",
            "2017-10-31~",
            "2017-10/..",
            "{2017-09-14,2017-10-30}",
            "2017",
        ] {
            assert_eq!(Date::parse(text).unwrap().edtf(), text);
        }
    }
}
