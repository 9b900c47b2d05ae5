//! How well it is known when something began and ended.

use chrono::NaiveDate;
use edtf_core::{Date as Part, Edtf, IntervalEndpoint, SetElement};

use super::date::days;
use super::{Date, Event};

/// What is known of the day on which something began, or of the day on which it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// The earliest day it may have been.
    pub earliest: NaiveDate,
    /// The latest day it may have been; never before the earliest.
    pub latest: NaiveDate,
    /// Whether the source itself is unsure: `?`, `~` and `%` of EDTF, and an end that is open or
    /// not known.
    pub is_doubtful: bool,
}

impl Known {
    const fn new(earliest: NaiveDate, latest: NaiveDate, is_doubtful: bool) -> Self {
        Self {
            earliest,
            latest,
            is_doubtful,
        }
    }
}

impl Date {
    /// The day on which what has this date began.
    ///
    /// Of a month or a year it may be any day: something took place then, and when is not known.
    /// Of an interval it is one of its first end.
    pub fn begins(&self) -> Known {
        self.known(|interval, whole| match interval.start {
            IntervalEndpoint::Open | IntervalEndpoint::OnOrBefore(_) => {
                let latest = end_of(&interval.end).map_or(whole.1, |(earliest, _)| earliest);
                Known::new(whole.0, latest.max(whole.0), true)
            }
            IntervalEndpoint::Unknown => Known::new(whole.0, whole.1, true),
            ref end => known(end, whole),
        })
    }

    /// The day on which it ended; of an interval that has no end, any from its beginning on.
    pub fn ends(&self) -> Known {
        self.known(|interval, whole| match interval.end {
            IntervalEndpoint::Open | IntervalEndpoint::OnOrAfter(_) => {
                let earliest = end_of(&interval.start).map_or(whole.0, |(_, latest)| latest);
                Known::new(earliest.min(whole.1), whole.1, true)
            }
            IntervalEndpoint::Unknown => Known::new(whole.0, whole.1, true),
            ref end => known(end, whole),
        })
    }

    fn known(
        &self,
        of_interval: impl FnOnce(&edtf_core::Interval, (NaiveDate, NaiveDate)) -> Known,
    ) -> Known {
        let whole = (self.first(), self.last());
        let doubtful = |is_doubtful| Known::new(whole.0, whole.1, is_doubtful);
        match self.parsed() {
            None => doubtful(false),
            Some(Edtf::Interval(interval)) => of_interval(&interval, whole),
            Some(Edtf::Date(date)) => doubtful(is_doubtful(&date)),
            Some(Edtf::DateTime(moment)) => doubtful(is_doubtful(&moment.date)),
            Some(Edtf::Set(set)) => doubtful(set.elements.iter().any(|element| match element {
                SetElement::Date(date) => is_doubtful(date),
                SetElement::Range(from, to) => is_doubtful(from) || is_doubtful(to),
                SetElement::OnOrBefore(_) | SetElement::OnOrAfter(_) => true,
            })),
        }
    }
}

impl Event {
    /// The day on which it began.
    pub fn begins(&self) -> Known {
        self.start.begins()
    }

    /// The day on which it ended.
    pub fn ends(&self) -> Known {
        self.end.as_ref().unwrap_or(&self.start).ends()
    }
}

fn known(end: &IntervalEndpoint, whole: (NaiveDate, NaiveDate)) -> Known {
    let (earliest, latest) = end_of(end).unwrap_or(whole);
    let is_doubtful = match end {
        IntervalEndpoint::Date(date) => is_doubtful(date),
        _ => true,
    };
    Known::new(earliest, latest, is_doubtful)
}

/// The days that a dated end of an interval may mean.
fn end_of(end: &IntervalEndpoint) -> Option<(NaiveDate, NaiveDate)> {
    match end {
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => days(&Edtf::Date(*date)).ok(),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    }
}

fn is_doubtful(date: &Part) -> bool {
    date.is_uncertain() || date.is_approximate()
}

#[cfg(test)]
mod tests {
    use super::{Date, Known};

    fn written(known: Known) -> String {
        let mark = if known.is_doubtful { " ~" } else { "" };
        format!("{} {}{mark}", known.earliest, known.latest)
    }

    #[test]
    fn beginning_and_end_are_as_well_known_as_the_date_says() {
        let day = "2017-09-14 2017-09-14";
        let october = "2017-10-01 2017-10-31";
        for (text, begins, ends) in [
            ("2017-09-14", day, day),
            ("2017-10", october, october),
            ("2017-10-XX", october, october),
            (
                "2017-09-14?",
                "2017-09-14 2017-09-14 ~",
                "2017-09-14 2017-09-14 ~",
            ),
            ("2017-09-14/2017-10", day, october),
            ("2017-09-14/2017-10~", day, "2017-10-01 2017-10-31 ~"),
            ("2017-10/..", october, "2017-10-31 9999-12-31 ~"),
            ("../2017-10", "0000-01-01 2017-10-01 ~", october),
            ("2017-10/", october, "2017-10-01 2017-10-31 ~"),
            (
                "[2017-09-14,2017-09-16]",
                "2017-09-14 2017-09-16",
                "2017-09-14 2017-09-16",
            ),
            ("2017-09-14T10:00:00Z", day, day),
        ] {
            let date = Date::parse(text).unwrap();
            assert_eq!(written(date.begins()), begins, "{text} begins");
            assert_eq!(written(date.ends()), ends, "{text} ends");
        }
    }
}
