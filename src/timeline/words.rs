//! Dates in words: never more precise than they are known.

use chrono::{Datelike, NaiveDate};
use edtf_core::{Bound, Date as Part, Edtf, IntervalEndpoint, Precision, SetElement, SetKind};

use super::Date;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// How much a date says: `Full` stands alone, `Short` stands under a heading with its year.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Full,
    Short,
}

impl Date {
    /// The date in words that stand alone: "14 September 2017", "about October 2017".
    pub fn in_full(&self) -> String {
        self.words(Style::Full)
    }

    fn words(&self, style: Style) -> String {
        match self.parsed() {
            None => day(self.first(), style),
            Some(Edtf::Date(date)) => part(&date, style),
            Some(Edtf::DateTime(moment)) => part(&moment.date, style),
            Some(Edtf::Interval(interval)) => span(&interval.start, &interval.end, style),
            Some(Edtf::Set(set)) => members(set.kind, &set.elements, style),
        }
    }
}

/// The days from `start` to `end` in words that stand alone: "14–15 September 2017".
pub fn range_in_full(start: &Date, end: Option<&Date>) -> String {
    range(start, end, Style::Full)
}

/// The same under a heading with the year of `start`: "14–15 Sep", "30 Dec – 2 Jan".
pub fn range_in_year(start: &Date, end: Option<&Date>) -> String {
    range(start, end, Style::Short)
}

/// A day and its month, short: "14 Sep".
pub fn day_month(day: NaiveDate) -> String {
    self::day(day, Style::Short)
}

fn range(start: &Date, end: Option<&Date>, style: Style) -> String {
    let Some(end) = end.filter(|&end| end != start) else {
        return start.words(style);
    };
    let (from, to) = (start.first(), end.first());
    if !(start.is_day() && end.is_day()) || (style == Style::Full && from.year() != to.year()) {
        return format!("{} – {}", start.words(style), end.words(style));
    }
    if (from.year(), from.month()) == (to.year(), to.month()) {
        return format!("{}–{}", from.day(), day(to, style));
    }
    format!(
        "{} – {}",
        day(from, Style::Short).replace(short_month(from), month_name(from, style)),
        day(to, style)
    )
}

/// The month of a day, short: "Sep".
pub fn short_month(day: NaiveDate) -> &'static str {
    month_name(day, Style::Short)
}

fn month_name(day: NaiveDate, style: Style) -> &'static str {
    month(day.month(), style)
}

/// The name of month 1 to 12.
fn month(number: u32, style: Style) -> &'static str {
    let index = usize::try_from(number).unwrap_or_default().wrapping_sub(1);
    let name = MONTHS.get(index).copied().unwrap_or_default();
    match style {
        Style::Full => name,
        Style::Short => name.get(..3).unwrap_or(name),
    }
}

fn day(day: NaiveDate, style: Style) -> String {
    let (number, month) = (day.day(), month_name(day, style));
    match style {
        Style::Full => format!("{number} {month} {}", day.year()),
        Style::Short => format!("{number} {month}"),
    }
}

/// A single date of an EDTF expression, with how sure it is.
fn part(date: &Part, style: Style) -> String {
    let words = if date.has_unspecified() {
        unspecified(date, style)
    } else {
        plain(date, style)
    };
    let (uncertain, approximate) = (date.is_uncertain(), date.is_approximate());
    match (style, uncertain, approximate) {
        (_, false, false) => words,
        (Style::Full, true, false) => format!("perhaps {words}"),
        (Style::Full, false, true) => format!("about {words}"),
        (Style::Full, true, true) => format!("perhaps about {words}"),
        (Style::Short, true, false) => format!("{words}?"),
        (Style::Short, false, true) => format!("~{words}"),
        (Style::Short, true, true) => format!("~{words}?"),
    }
}

fn plain(date: &Part, style: Style) -> String {
    let year = date.year.value().unwrap_or_default();
    let number = date
        .month
        .and_then(edtf_core::DateField::value)
        .unwrap_or_default();
    let in_year = |words: &str| match style {
        Style::Full => format!("{words} {year}"),
        Style::Short => words.to_owned(),
    };
    match date.precision() {
        Precision::Year => year.to_string(),
        Precision::Month => in_year(month(number.into(), style)),
        Precision::Season => in_year(season(number)),
        Precision::Day => {
            let day = date
                .day
                .and_then(edtf_core::DateField::value)
                .unwrap_or_default();
            in_year(&format!("{day} {}", month(number.into(), style)))
        }
    }
}

/// The sub-year groupings of ISO 8601-2 §4.8, in words.
const fn season(code: u8) -> &'static str {
    match code {
        21 | 25 | 29 => "spring",
        22 | 26 | 30 => "summer",
        23 | 27 | 31 => "autumn",
        24 | 28 | 32 => "winter",
        33 => "first quarter",
        34 => "second quarter",
        35 => "third quarter",
        36 => "fourth quarter",
        37 => "first third",
        38 => "second third",
        39 => "last third",
        40 => "first half",
        _ => "second half",
    }
}

/// A date with `X` in it: the unit that is open, in the one that is known.
fn unspecified(date: &Part, style: Style) -> String {
    let year = date.year.value().filter(|_| !date.year.has_unspecified());
    let known_month = date.month.and_then(edtf_core::DateField::value);
    let open_day = date.day.is_some_and(|day| day.digits == [None, None]);

    match (year, known_month, date.day) {
        (Some(year), Some(number), Some(_)) if open_day => match style {
            Style::Full => format!("some day in {} {year}", month(number.into(), style)),
            Style::Short => month(number.into(), style).to_owned(),
        },
        (Some(year), None, None) => match style {
            Style::Full => format!("some month in {year}"),
            Style::Short => year.to_string(),
        },
        (Some(year), None, Some(_)) if open_day => match style {
            Style::Full => format!("some day in {year}"),
            Style::Short => year.to_string(),
        },
        _ => between(date, style),
    }
}

fn between(date: &Part, style: Style) -> String {
    let bounds = Edtf::Date(*date).bounds();
    let (Bound::Date(first), Bound::Date(last)) = (bounds.earliest, bounds.latest) else {
        return String::from("an unknown day");
    };
    if date.month.is_none() {
        return match style {
            Style::Full => format!("some year from {} to {}", first.year, last.year),
            Style::Short => format!("{}–{}", first.year, last.year),
        };
    }
    let words = |bound: edtf_core::BoundDate| {
        let name = month(bound.month.into(), style);
        match style {
            Style::Full => format!("{} {name} {}", bound.day, bound.year),
            Style::Short => format!("{} {name}", bound.day),
        }
    };
    match style {
        Style::Full => format!("some day from {} to {}", words(first), words(last)),
        Style::Short => format!("{} – {}", words(first), words(last)),
    }
}

fn span(start: &IntervalEndpoint, end: &IntervalEndpoint, style: Style) -> String {
    match (endpoint(start, style), endpoint(end, style)) {
        (Some(from), Some(to)) => format!("{from} – {to}"),
        (Some(from), None) if *end == IntervalEndpoint::Open => format!("from {from}"),
        (Some(from), None) if style == Style::Full => format!("from {from}, end unknown"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) if *start == IntervalEndpoint::Open => format!("up to {to}"),
        (None, Some(to)) if style == Style::Full => format!("up to {to}, beginning unknown"),
        (None, Some(to)) => format!("up to {to}"),
        (None, None) => String::from("an unknown time"),
    }
}

fn endpoint(end: &IntervalEndpoint, style: Style) -> Option<String> {
    match end {
        IntervalEndpoint::Date(date) => Some(part(date, style)),
        IntervalEndpoint::OnOrBefore(date) => Some(format!("{} or before", part(date, style))),
        IntervalEndpoint::OnOrAfter(date) => Some(format!("{} or after", part(date, style))),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    }
}

fn members(kind: SetKind, elements: &[SetElement], style: Style) -> String {
    let words: Vec<String> = elements
        .iter()
        .map(|element| match element {
            SetElement::Date(date) => part(date, style),
            SetElement::OnOrBefore(date) => format!("{} or before", part(date, style)),
            SetElement::OnOrAfter(date) => format!("{} or after", part(date, style)),
            SetElement::Range(from, to) => format!("{} – {}", part(from, style), part(to, style)),
        })
        .collect();
    match (kind, style) {
        (SetKind::AllMembers, _) => words.join(" and "),
        (SetKind::OneMember, Style::Full) if words.len() > 1 => {
            format!("either {}", words.join(" or "))
        }
        (SetKind::OneMember, _) => words.join(" or "),
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, range_in_full, range_in_year};

    #[test]
    fn a_date_is_shown_as_it_is_known() {
        for (text, full, short) in [
            ("2017-09-14", "14 September 2017", "14 Sep"),
            ("2017-10", "October 2017", "Oct"),
            ("2017", "2017", "2017"),
            ("2017-10-31~", "about 31 October 2017", "~31 Oct"),
            ("2017-10?", "perhaps October 2017", "Oct?"),
            ("2017-10%", "perhaps about October 2017", "~Oct?"),
            ("2017-10-XX", "some day in October 2017", "Oct"),
            ("2017-XX", "some month in 2017", "2017"),
            ("2017-XX-XX", "some day in 2017", "2017"),
            ("201X", "some year from 2010 to 2019", "2010–2019"),
            ("2017-21", "spring 2017", "spring"),
            ("2017-10/..", "from October 2017", "from Oct"),
            ("../2017-10", "up to October 2017", "up to Oct"),
            ("2017-10/", "from October 2017, end unknown", "from Oct"),
            ("2017-05/2018-06", "May 2017 – June 2018", "May – Jun"),
            (
                "[2017-09-14,2017-09-15]",
                "either 14 September 2017 or 15 September 2017",
                "14 Sep or 15 Sep",
            ),
            (
                "{2017-09,2017-11}",
                "September 2017 and November 2017",
                "Sep and Nov",
            ),
        ] {
            let date = Date::parse(text).unwrap();
            assert_eq!(date.in_full(), full, "{text}");
            assert_eq!(range_in_year(&date, None), short, "{text}");
        }
    }

    #[test]
    fn a_range_says_what_is_common_once() {
        for (start, end, full, short) in [
            ("2017-09-14", "2017-09-14", "14 September 2017", "14 Sep"),
            (
                "2017-09-14",
                "2017-09-15",
                "14–15 September 2017",
                "14–15 Sep",
            ),
            (
                "2017-10-30",
                "2017-11-01",
                "30 October – 1 November 2017",
                "30 Oct – 1 Nov",
            ),
            (
                "2017-12-30",
                "2018-01-02",
                "30 December 2017 – 2 January 2018",
                "30 Dec – 2 Jan",
            ),
            (
                "2017-09",
                "2017-11~",
                "September 2017 – about November 2017",
                "Sep – ~Nov",
            ),
        ] {
            let (start, end) = (Date::parse(start).unwrap(), Date::parse(end).unwrap());
            assert_eq!(range_in_full(&start, Some(&end)), full);
            assert_eq!(range_in_year(&start, Some(&end)), short);
        }
    }
}
