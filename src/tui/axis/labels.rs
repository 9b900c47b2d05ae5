//! What is written above the columns: years, months, days, never touching.

use chrono::{Datelike, Months, NaiveDate};

use crate::timeline::{Date, short_month};

use super::span::{Day, Scale, day, number};

/// A text above the columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The column in which it begins.
    pub column: usize,
    /// What it says; ASCII.
    pub text: String,
}

/// How far apart labels stand in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// Every so many days of each month, and its first.
    Days(u32),
    /// Every so many months.
    Months(u32),
    /// Every so many years.
    Years(i32),
}

/// From the closest to the widest, with the columns that they need for a label such as `Sep` or
/// `2017`, a blank behind it, and what rounding takes away.
const UNITS: [(Unit, i64); 19] = [
    (Unit::Days(1), 3),
    (Unit::Days(2), 4),
    (Unit::Days(5), 5),
    (Unit::Days(10), 5),
    (Unit::Months(1), 5),
    (Unit::Months(3), 5),
    (Unit::Years(1), 6),
    (Unit::Years(2), 6),
    (Unit::Years(5), 6),
    (Unit::Years(10), 6),
    (Unit::Years(20), 6),
    (Unit::Years(50), 6),
    (Unit::Years(100), 6),
    (Unit::Years(200), 6),
    (Unit::Years(500), 6),
    (Unit::Years(1000), 6),
    (Unit::Years(2000), 6),
    (Unit::Years(5000), 6),
    (Unit::Years(10_000), 6),
];

impl Unit {
    /// At least so many days are between two of them.
    const fn days(self) -> i64 {
        match self {
            Self::Days(days) => days as i64,
            Self::Months(months) => months as i64 * 28,
            Self::Years(years) => years as i64 * 365,
        }
    }

    /// The first of them on a day or after it.
    fn from(self, from: NaiveDate) -> Option<NaiveDate> {
        let mut month = from.with_day(1)?;
        match self {
            Self::Days(step) => {
                let next = from.day().next_multiple_of(step);
                let here = (from.day() == 1).then_some(from);
                here.or_else(|| Self::day_of(month, next, step))
                    .or_else(|| month.checked_add_months(Months::new(1)))
            }
            Self::Months(step) => {
                if month < from {
                    month = month.checked_add_months(Months::new(1))?;
                }
                let over = month.month0() % step;
                month.checked_add_months(Months::new((step - over) % step))
            }
            Self::Years(step) => {
                let year = from.year() + i32::from(from.ordinal() > 1);
                let over = year.rem_euclid(step);
                NaiveDate::from_ymd_opt(year + (step - over) % step, 1, 1)
            }
        }
    }

    /// That day of a month, unless the next month begins too soon after it.
    fn day_of(month: NaiveDate, day: u32, step: u32) -> Option<NaiveDate> {
        let end = month.checked_add_months(Months::new(1))?;
        let found = month.with_day(day)?;
        let left = (end - found).num_days();
        (left >= i64::from(step)).then_some(found)
    }
}

/// What else stands in the row of the labels, and is there first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// The column of the selected event's marker.
    pub marker: Option<usize>,
    /// Columns taken at the left, by how many events begin before these columns.
    pub left: usize,
    /// The same at the right.
    pub right: usize,
}

/// The most columns that a label is moved out of the marker's way.
const MOST_MOVED: usize = 4;

/// The labels of the columns, in order.
///
/// A label begins in the column in which what it names begins. One that the marker would cover makes
/// way for it by a few columns: to its left, since what it names began before; to its right where it
/// begins at the marker or there is no room at the left. Labels that would touch are left out, those
/// that say less first. In months and days the year is said at the beginning, and by every January.
pub fn labels(scale: Scale, beside: &Beside) -> Vec<Label> {
    let fits = |(unit, columns): &&(Unit, i64)| scale.columns_of(unit.days()) >= *columns;
    let unit = UNITS
        .iter()
        .find(fits)
        .map_or(Unit::Years(10_000), |it| it.0);
    let ticks = ticks(scale, unit);
    let mut placed = Placed {
        from: beside.left,
        to: scale.width().saturating_sub(beside.right),
        marker: beside.marker,
        labels: Vec::new(),
    };
    let is_years = matches!(unit, Unit::Years(_));
    let mut says_year = !is_years && name_year(scale, unit, &ticks, &mut placed);
    // Years before months before days: those that say more have the room.
    for rank in 0..3 {
        if rank == 2 && !says_year {
            name_first_year(scale, &ticks, &mut placed);
        }
        for &(column, tick) in &ticks {
            let (its_rank, text) = name(unit, tick);
            if its_rank == rank {
                says_year |= placed.put(column, text) && rank == 0;
            }
        }
    }
    if is_years {
        name_first_year(scale, &ticks, &mut placed);
    }
    placed.labels.sort_by_key(|label| label.column);
    placed.labels
}

/// The days that may have a label, with their columns: no more than there are columns.
fn ticks(scale: Scale, unit: Unit) -> Vec<(usize, NaiveDate)> {
    let from = scale.first_day(0).max(number(Date::MIN));
    let mut next = day(from).and_then(|from| unit.from(from));
    let mut ticks = Vec::new();
    while let Some(tick) = next.filter(|tick| *tick <= Date::MAX) {
        let Some(column) = scale.place(number(tick)) else {
            break;
        };
        ticks.push((column, tick));
        next = tick.succ_opt().and_then(|day| unit.from(day));
    }
    ticks
}

/// What a tick is called, and how much it says: 0 for a year, 1 for a month, 2 for a day.
fn name(unit: Unit, tick: NaiveDate) -> (usize, String) {
    let is_first = |what: u32| what == 1;
    match unit {
        Unit::Years(_) => (0, tick.year().to_string()),
        Unit::Months(_) if is_first(tick.month()) => (0, tick.year().to_string()),
        Unit::Months(_) => (1, short_month(tick).to_owned()),
        Unit::Days(_) if is_first(tick.ordinal()) => (0, month_and_year(tick)),
        Unit::Days(_) if is_first(tick.day()) => (1, short_month(tick).to_owned()),
        Unit::Days(_) => (2, tick.day().to_string()),
    }
}

fn month_and_year(day: NaiveDate) -> String {
    format!("{} {}", short_month(day), day.year())
}

/// Says the year once at the beginning: by the month that the columns begin in, or else by the first
/// month that begins in them and has room for it. Whether it could.
fn name_year(scale: Scale, unit: Unit, ticks: &[(usize, NaiveDate)], placed: &mut Placed) -> bool {
    let from = placed.from;
    let mut months = ticks.iter().filter(|(_, tick)| tick.day() == 1);
    let next = months.clone().find(|(column, _)| *column >= from);
    let room = next.map_or_else(|| scale.width(), |(column, _)| *column);
    let behind_marker = placed.marker.map(|marker| marker + 1);
    let starts = [Some(from), behind_marker.filter(|at| *at > from)];
    for column in starts.into_iter().flatten() {
        // The month that the label stands in: it may have made way for the marker.
        let Some(text) = day_at(scale, column).map(month_and_year) else {
            continue;
        };
        let fits = column + text.len() < room && placed.is_open(column, text.len());
        if fits && placed.put(column, text) {
            return true;
        }
    }
    months.any(|(column, tick)| {
        let text = match name(unit, *tick) {
            (0, text) => text,
            _ => month_and_year(*tick),
        };
        placed.put(*column, text)
    })
}

/// Says the year that the columns begin in, as far left as there is room, before the next begins.
fn name_first_year(scale: Scale, ticks: &[(usize, NaiveDate)], placed: &mut Placed) {
    let Some(year) = day_at(scale, 0).map(|day| day.year()) else {
        return;
    };
    let next = ticks.iter().find(|(_, tick)| tick.year() > year);
    let end = next.map_or(placed.to, |(column, _)| *column);
    let text = year.to_string();
    let said = |label: &Label| label.text.split(' ').any(|word| word == text);
    if placed.labels.iter().any(said) {
        return;
    }
    let mut columns = (placed.from..end.saturating_sub(text.len())).chain([placed.from]);
    if let Some(column) = columns.find(|column| placed.is_open(*column, text.len())) {
        placed.put(column, text);
    }
}

/// The first day of a column, if dates reach there.
fn day_at(scale: Scale, column: usize) -> Option<NaiveDate> {
    let first: Day = scale.first_day(i64::try_from(column).ok()?);
    day(first.max(number(Date::MIN))).filter(|day| *day <= Date::MAX)
}

/// Labels that do not touch.
struct Placed {
    from: usize,
    /// The column behind the last.
    to: usize,
    marker: Option<usize>,
    labels: Vec<Label>,
}

impl Placed {
    /// Puts a label there or beside the marker, if there is room for it.
    fn put(&mut self, column: usize, text: String) -> bool {
        let covered = |marker: &usize| (column..column + text.len()).contains(marker);
        let places = match self.marker.filter(covered) {
            None => [Some(column), None],
            Some(marker) => {
                let before = marker.checked_sub(text.len()).filter(|_| marker > column);
                [before, Some(marker + 1)]
            }
        };
        let near = |place: &usize| place.abs_diff(column) <= MOST_MOVED;
        let free = |column: &usize| self.is_free(*column, column + text.len());
        let place = places.into_iter().flatten().filter(near).find(free);
        if let Some(column) = place {
            self.labels.push(Label { column, text });
        }
        place.is_some()
    }

    /// Whether there is room for a text just there, besides the marker.
    fn is_open(&self, column: usize, columns: usize) -> bool {
        let end = column + columns;
        let covers = self.marker.is_some_and(|it| (column..end).contains(&it));
        !covers && self.is_free(column, end)
    }

    /// Whether nothing is in those columns or touches them; the marker may touch a label.
    fn is_free(&self, start: usize, end: usize) -> bool {
        let apart = |label: &Label| end < label.column || label.column + label.text.len() < start;
        self.from <= start && end <= self.to && self.labels.iter().all(apart)
    }
}
