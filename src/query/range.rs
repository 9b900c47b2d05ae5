//! Ranges of days and of counts, as terms have them.

use std::fmt;

use chrono::NaiveDate;

use crate::timeline::Date;

/// Days from one date to another, either of which may be open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Days {
    from: Option<Date>,
    to: Option<Date>,
}

/// Why a text is no range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BadRange {
    /// What is wrong.
    pub(super) message: String,
    /// What would be right.
    pub(super) help: String,
}

impl Days {
    /// Reads `2017-05`, `2017-05..2018-01`, `..2017` or `2018-03..`; with `years`, only years.
    pub(super) fn read(text: &str, years: bool) -> Result<Self, BadRange> {
        let (from, to) = match text.split_once("..") {
            Some(("", "")) => return Err(no_date(text, years)),
            Some((from, to)) => (bound(from, years)?, bound(to, years)?),
            None => {
                let date = bound(text, years)?.ok_or_else(|| no_date(text, years))?;
                (Some(date.clone()), Some(date))
            }
        };
        let days = Self { from, to };
        if days.first() <= days.last() {
            return Ok(days);
        }
        let (from, to) = text.split_once("..").unwrap_or_default();
        Err(BadRange {
            message: String::from("this range is empty: it ends before it begins"),
            help: format!("did you mean `{to}..{from}`?"),
        })
    }

    /// The first day of the range.
    pub fn first(&self) -> NaiveDate {
        self.from.as_ref().map_or(Date::MIN, Date::first)
    }

    /// Its last day.
    pub fn last(&self) -> NaiveDate {
        self.to.as_ref().map_or(Date::MAX, Date::last)
    }

    /// Whether days from `first` to `last` have one in common with it.
    pub(super) fn overlaps(&self, first: NaiveDate, last: NaiveDate) -> bool {
        first <= self.last() && last >= self.first()
    }
}

fn bound(text: &str, years: bool) -> Result<Option<Date>, BadRange> {
    if text.is_empty() {
        return Ok(None);
    }
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let date = Date::parse(text).ok().filter(|_| is_year || !years);
    date.map(Some).ok_or_else(|| no_date(text, years))
}

fn no_date(text: &str, years: bool) -> BadRange {
    if years {
        BadRange {
            message: format!("`{text}` is not a year"),
            help: String::from("write four digits, or two years with .. between them: 2017..2019"),
        }
    } else {
        BadRange {
            message: format!("`{text}` is not a date"),
            help: String::from(
                "write 2017, 2017-05 or 2017-05-04, or a range: 2017-05..2018-01, ..2017",
            ),
        }
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(from), Some(to)) = (&self.from, &self.to)
            && from == to
        {
            return f.write_str(&from.edtf());
        }
        let text = |bound: &Option<Date>| bound.as_ref().map(|date| date.edtf().into_owned());
        let (from, to) = (text(&self.from), text(&self.to));
        write!(
            f,
            "{}..{}",
            from.unwrap_or_default(),
            to.unwrap_or_default()
        )
    }
}

/// How many: from the least to the most, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    least: usize,
    most: usize,
}

impl Counts {
    /// Whether a count is one of them.
    pub const fn contains(self, count: usize) -> bool {
        self.least <= count && count <= self.most
    }
}

impl Counts {
    /// Reads `2`, `<2`, `<=2`, `>2`, `>=2`, `2..4`, `2..` or `..4`.
    pub(super) fn read(text: &str) -> Result<Self, BadRange> {
        let bad = || BadRange {
            message: format!("`{text}` is not a number of sources"),
            help: String::from("write a number, or a comparison: <2, >=3, 2..4"),
        };
        let number = |text: &str| text.trim().parse::<usize>().ok().ok_or_else(bad);
        let at_most = |most| Self { least: 0, most };
        let at_least = |least| Self {
            least,
            most: usize::MAX,
        };
        if let Some(rest) = text.strip_prefix("<=") {
            return number(rest).map(at_most);
        }
        if let Some(rest) = text.strip_prefix(">=") {
            return number(rest).map(at_least);
        }
        if let Some(rest) = text.strip_prefix('<') {
            let most = number(rest)?.checked_sub(1);
            return most.map(at_most).ok_or_else(|| BadRange {
                message: String::from("nothing rests on fewer than no sources"),
                help: String::from("did you mean `<1`?"),
            });
        }
        if let Some(rest) = text.strip_prefix('>') {
            return number(rest).map(|number| at_least(number.saturating_add(1)));
        }
        let Some((least, most)) = text.split_once("..") else {
            return number(text).map(|number| Self {
                least: number,
                most: number,
            });
        };
        if least.is_empty() && most.is_empty() {
            return Err(bad());
        }
        let least = if least.is_empty() { 0 } else { number(least)? };
        let most = if most.is_empty() {
            usize::MAX
        } else {
            number(most)?
        };
        if least > most {
            return Err(BadRange {
                message: String::from("this range is empty: it ends before it begins"),
                help: format!("did you mean `{most}..{least}`?"),
            });
        }
        Ok(Self { least, most })
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self { least, most } if least == most => write!(f, "{least}"),
            Self { least: 0, most } => match most.checked_add(1) {
                Some(number) => write!(f, "<{number}"),
                None => f.write_str(">=0"),
            },
            Self {
                least,
                most: usize::MAX,
            } => write!(f, ">={least}"),
            Self { least, most } => write!(f, "{least}..{most}"),
        }
    }
}
