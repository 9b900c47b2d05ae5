//! Stretches of time, and how days fall into the columns they are drawn in.

use chrono::{Datelike, NaiveDate};

/// A day, counted from the beginning of the common era.
pub type Day = i32;

/// Seconds of a day: a stretch may begin and end within one.
const DAY: i64 = 86_400;

/// How much time is in sight at each step of the zoom, widest first: a decade, a year, a quarter, a
/// month. The whole comes before them.
const STEPS: [i64; 4] = [3653 * DAY, 366 * DAY, 92 * DAY, 31 * DAY];

/// The least that is ever in sight.
const LEAST: i64 = 31 * DAY;

/// The number of a day.
pub fn number(day: NaiveDate) -> Day {
    day.num_days_from_ce()
}

/// The day of that number, if dates reach so far.
pub(super) fn day(number: Day) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(number)
}

/// A stretch of time, as long as a month or longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Its beginning, in seconds from that of the common era.
    start: i64,
    /// Its length in seconds.
    length: i64,
}

impl Window {
    /// All days from `first` to `last`, with small margins.
    pub fn around(first: Day, last: Day) -> Self {
        let days = i64::from(last.max(first)) - i64::from(first) + 1;
        let length = days * DAY + 2 * (days * DAY / 100).max(DAY);
        let length = length.max(LEAST);
        let middle = i64::from(first) * DAY + days * DAY / 2;
        Self {
            start: middle - length / 2,
            length,
        }
    }

    /// The last day that begins in it.
    pub fn last_day(&self) -> Day {
        let last = (self.start + self.length - 1).div_euclid(DAY);
        Day::try_from(last).unwrap_or(Day::MAX)
    }

    /// Whether the beginning of a day is in it.
    pub const fn holds(&self, day: Day) -> bool {
        let at = day as i64 * DAY - self.start;
        0 <= at && at < self.length
    }

    /// The length of the next step closer; none if there is none.
    pub fn closer(&self) -> Option<i64> {
        STEPS.into_iter().find(|step| *step < self.length)
    }

    /// The length of the next step away, at most that of `whole`; none if that is in sight.
    pub fn wider(&self, whole: Self) -> Option<i64> {
        let steps = STEPS.into_iter().rev();
        let next = steps.into_iter().find(|step| *step > self.length);
        let wider = next.unwrap_or(whole.length).min(whole.length);
        (wider > self.length).then_some(wider)
    }

    /// A stretch of another length in which `about` keeps the column it has among `width`, if it is
    /// in sight; else in which the middle stays the middle.
    #[must_use]
    pub fn zoomed(&self, length: i64, about: Option<Day>, width: usize) -> Self {
        let Some(day) = about.filter(|&day| self.holds(day)) else {
            return Self {
                start: self.start + (self.length - length) / 2,
                length,
            };
        };
        let at = i64::from(day) * DAY;
        let scale = Scale::new(*self, width);
        let wanted = Self { start: 0, length };
        // In proportion, but no column off for what rounding takes away.
        let before = ratio(at - self.start, length, self.length);
        let before = before.max(Scale::new(wanted, width).seconds(scale.column(day)));
        Self {
            start: at - before,
            length,
        }
    }

    /// Moved by half its length, into the past or the future.
    #[must_use]
    pub const fn panned(&self, forward: bool) -> Self {
        let half = self.length / 2;
        Self {
            start: if forward {
                self.start + half
            } else {
                self.start - half
            },
            length: self.length,
        }
    }

    /// Moved so that a day is in its middle.
    #[must_use]
    pub fn centred(&self, day: Day) -> Self {
        Self {
            start: i64::from(day) * DAY - self.length / 2,
            length: self.length,
        }
    }

    /// Moved as little as possible so that it is within `whole`.
    #[must_use]
    pub fn within(&self, whole: Self) -> Self {
        let length = self.length.min(whole.length);
        let last = whole.start + whole.length - length;
        Self {
            start: self.start.clamp(whole.start, last),
            length,
        }
    }
}

/// A window over a number of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    window: Window,
    width: i64,
}

impl Scale {
    /// A window over `width` columns, at least one.
    pub fn new(window: Window, width: usize) -> Self {
        Self {
            window,
            width: i64::from(u16::try_from(width.max(1)).unwrap_or(u16::MAX)),
        }
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        usize::try_from(self.width).unwrap_or_default()
    }

    /// The column in which a day begins; beyond the columns for a day that is not in sight.
    pub fn column(&self, day: Day) -> i64 {
        let at = i64::from(day) * DAY - self.window.start;
        // At most 10,000 years of seconds by 65,535 columns.
        (at * self.width).div_euclid(self.window.length)
    }

    /// The same, if it is in sight.
    pub fn place(&self, day: Day) -> Option<usize> {
        let column = usize::try_from(self.column(day)).ok()?;
        (column < self.width()).then_some(column)
    }

    /// The first day that begins in a column or in a later one.
    pub fn first_day(&self, column: i64) -> Day {
        let from = self.window.start + self.seconds(column);
        let day = from.div_euclid(DAY) + i64::from(from.rem_euclid(DAY) > 0);
        Day::try_from(day).unwrap_or(if day < 0 { Day::MIN } else { Day::MAX })
    }

    /// How many columns so many days take, rounded down.
    pub const fn columns_of(&self, days: i64) -> i64 {
        days * DAY * self.width / self.window.length
    }

    /// The seconds before the first that falls into a column.
    fn seconds(&self, column: i64) -> i64 {
        let all = column * self.window.length;
        all.div_euclid(self.width) + i64::from(all.rem_euclid(self.width) > 0)
    }
}

/// `part * new / old`, rounded down: of times as long as a timeline the product may be larger than
/// 64 bits.
fn ratio(part: i64, new: i64, old: i64) -> i64 {
    let exact = i128::from(part) * i128::from(new) / i128::from(old.max(1));
    i64::try_from(exact).unwrap_or(part)
}
