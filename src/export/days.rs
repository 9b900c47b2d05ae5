//! Dates for formats that know days, months and years, and nothing of how sure they are.

use chrono::{Datelike, Days, NaiveDate};

use crate::timeline::{Date, Event};

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

/// The first and the last day that an event may have had, none where it is open.
pub(super) fn bounds(event: &Event) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let (first, last) = (event.first_day(), event.last_day());
    (
        (first != Date::MIN).then_some(first),
        (last != Date::MAX).then_some(last),
    )
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
    use super::Precision;
    use crate::timeline::Date;

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
