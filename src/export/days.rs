//! Dates for formats that know days, months and years, and nothing of how sure they are.

use chrono::{Datelike, Days, NaiveDate};

use crate::timeline::{Date, Event};

/// A year, and as much of a day in it as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) year: i32,
    /// 1 to 12.
    pub(super) month: Option<u32>,
    /// 1 to 31; none without a month.
    pub(super) day: Option<u32>,
}

/// How much of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Precision {
    Day,
    Month,
    Year,
    /// Some day of several, which are no month and no year.
    Range,
}

impl Precision {
    /// What the days are that a date may mean.
    pub(super) fn of(date: &Date) -> Self {
        let (first, last) = (date.first(), date.last());
        let begins_month = first.day() == 1;
        let ends_month = last
            .checked_add_days(Days::new(1))
            .is_some_and(|next| next.day() == 1);
        let in_one_year = first.year() == last.year() && begins_month && ends_month;
        if first == last {
            Self::Day
        } else if in_one_year && first.month() == last.month() {
            Self::Month
        } else if in_one_year && (first.month(), last.month()) == (1, 12) {
            Self::Year
        } else {
            Self::Range
        }
    }

    /// The same, of the coarser of an event's two dates.
    pub(super) fn of_event(event: &Event) -> Self {
        let end = event.end.as_ref().map(Self::of);
        Self::of(&event.start).max(end.unwrap_or(Self::Day))
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
            Self::Range => "range",
        }
    }
}

impl Unit {
    fn new(day: NaiveDate, precision: Precision) -> Self {
        let has_month = precision != Precision::Year;
        let has_day = matches!(precision, Precision::Day | Precision::Range);
        Self {
            year: day.year(),
            month: has_month.then(|| day.month()),
            day: has_day.then(|| day.day()),
        }
    }
}

/// From when to when, no more precise than it is known; the second is none where the first says
/// all, and where there is no end.
///
/// A date that is open towards the past begins with the last day it may mean.
pub(super) fn span(start: &Date, end: Option<&Date>) -> (Unit, Option<Unit>) {
    let precision = Precision::of(start);
    let known_first = match start.first() {
        Date::MIN => start.last(),
        first => first,
    };
    let from = Unit::new(known_first, precision);
    let to = match end.filter(|end| *end != start) {
        Some(end) => Some((end.last(), Precision::of(end))),
        None if precision == Precision::Range => Some((start.last(), precision)),
        None => None,
    };
    let to = to.filter(|(last, _)| *last != Date::MAX);
    let to = to.map(|(last, precision)| Unit::new(last, precision));
    (from, to.filter(|to| *to != from))
}

/// The first and the last day that an event may have had, none where it is open.
pub(super) fn bounds(event: &Event) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let (first, last) = (event.first_day(), event.last_day());
    (
        (first != Date::MIN).then_some(first),
        (last != Date::MAX).then_some(last),
    )
}

/// Whether the days of an event are known, both of them.
pub(super) fn are_known(event: &Event) -> bool {
    event.start.is_day() && event.end.as_ref().is_none_or(Date::is_day)
}

/// The dates of an event in EDTF: `2017-09-14/2017-09-15`, or the one there is; both, if they
/// are no dates that an interval can have.
pub(super) fn edtf(event: &Event) -> String {
    let start = event.start.edtf();
    let Some(end) = event.end.as_ref().filter(|end| **end != event.start) else {
        return start.into_owned();
    };
    let end = end.edtf();
    let is_single = |text: &str| !text.contains(['/', '[', '{']);
    let between = if is_single(&start) && is_single(&end) {
        "/"
    } else {
        "; "
    };
    format!("{start}{between}{end}")
}

#[cfg(test)]
mod tests {
    use super::{Precision, Unit, span};
    use crate::timeline::Date;

    fn words(unit: Unit) -> String {
        let more = [unit.month, unit.day].into_iter().flatten();
        more.fold(unit.year.to_string(), |text, more| format!("{text}.{more}"))
    }

    fn spanned(start: &str, end: Option<&str>) -> String {
        let end = end.map(|end| Date::parse(end).unwrap());
        let (from, to) = span(&Date::parse(start).unwrap(), end.as_ref());
        let to = to.map(|to| format!(" to {}", words(to)));
        words(from) + &to.unwrap_or_default()
    }

    #[test]
    fn a_span_is_as_precise_as_its_dates() {
        for (start, end, expected) in [
            ("2017-09-14", None, "2017.9.14"),
            ("2017-09-14", Some("2017-09-14"), "2017.9.14"),
            ("2017-09-14", Some("2017-09-15"), "2017.9.14 to 2017.9.15"),
            ("2017-10", None, "2017.10"),
            ("2017-10~", None, "2017.10"),
            ("2017-10-XX", None, "2017.10"),
            ("2017", None, "2017"),
            ("2017-XX-XX", None, "2017"),
            ("2017-09", Some("2017-11~"), "2017.9 to 2017.11"),
            ("2017-22", None, "2017.6.1 to 2017.8.31"),
            ("2017-10/..", None, "2017.10.1"),
            ("../2017-10", None, "2017.10.31"),
            ("[2017-09-14,2017-10-30]", None, "2017.9.14 to 2017.10.30"),
            ("9999-12-31", None, "9999.12.31"),
        ] {
            assert_eq!(spanned(start, end), expected, "{start} {end:?}");
        }
    }

    #[test]
    fn what_may_be_any_day_of_a_month_is_known_to_the_month() {
        for (text, precision) in [
            ("2017-02-28", Precision::Day),
            ("2017-02-28~", Precision::Day),
            ("2017-02", Precision::Month),
            ("2017-02-XX?", Precision::Month),
            ("2017", Precision::Year),
            ("2017-01/2017-02", Precision::Range),
            ("2016/2017", Precision::Range),
            ("2017/..", Precision::Range),
        ] {
            assert_eq!(
                Precision::of(&Date::parse(text).unwrap()),
                precision,
                "{text}"
            );
        }
    }
}
