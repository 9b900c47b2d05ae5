//! The axis: days to columns, in proportion.

use chrono::{Datelike, Months, NaiveDate};

use crate::query::Hits;
use crate::timeline::{Date, EventIx, Timeline};

/// One column of the axis.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Column {
    /// How many shown events begin here.
    pub shown: usize,
    /// How many events begin here that the filter hides.
    pub hidden: usize,
    /// The first of the shown events, or else of the hidden.
    pub first: Option<EventIx>,
    /// Whether the selected event begins here.
    pub selected: bool,
}

/// Whole years drawn over a number of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis {
    first: NaiveDate,
    /// The day after the last.
    end: NaiveDate,
    width: usize,
}

impl Axis {
    /// The axis over all events of `timeline`, `width` columns wide; nothing if there is nothing to
    /// draw. Open ends do not count: they have no day to reach to.
    pub fn over(timeline: &Timeline, width: usize) -> Option<Self> {
        let days = || {
            let bounds = |event: &crate::timeline::Event| [event.first_day(), event.last_day()];
            let days = timeline.events().iter().flat_map(bounds);
            days.filter(|day| *day != Date::MIN && *day != Date::MAX)
        };
        let first = NaiveDate::from_ymd_opt(days().min()?.year(), 1, 1)?;
        let last = NaiveDate::from_ymd_opt(days().max()?.year(), 1, 1)?;
        let end = last.checked_add_months(Months::new(12))?;
        (width > 0).then_some(Self { first, end, width })
    }

    /// The column a day falls into; days beyond the axis fall into its ends.
    pub fn column(&self, day: NaiveDate) -> usize {
        let days = |from: NaiveDate, to: NaiveDate| {
            usize::try_from((to - from).num_days()).unwrap_or_default()
        };
        let at =
            days(self.first, day).saturating_mul(self.width) / days(self.first, self.end).max(1);
        at.min(self.width - 1)
    }

    /// Every column, with what begins there.
    pub fn columns(
        &self,
        timeline: &Timeline,
        hits: &Hits,
        selected: Option<EventIx>,
    ) -> Vec<Column> {
        let mut columns = vec![Column::default(); self.width];
        for event in timeline.event_handles() {
            let Some(column) = columns.get_mut(self.column(timeline[event].first_day())) else {
                continue;
            };
            if hits.shows(event) {
                if column.shown == 0 {
                    column.first = Some(event);
                }
                column.shown += 1;
            } else {
                column.first = column.first.or(Some(event));
                column.hidden += 1;
            }
            column.selected |= selected == Some(event);
        }
        columns
    }

    /// The years to write above the axis, each with its column: as many as do not touch.
    pub fn years(&self) -> Vec<(usize, i32)> {
        let (from, to) = (self.first.year(), self.end.year());
        let fits = |step: &i32| {
            let step = usize::try_from(*step).unwrap_or(1);
            let years = usize::try_from(to - from).unwrap_or(1).max(1);
            self.width * step >= 5 * years
        };
        let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
        let step = steps.into_iter().find(fits).unwrap_or(10_000);
        let first = from + (step - from.rem_euclid(step)) % step;
        // The axis begins with a year in any case; a round one too near to it is left out.
        let round = (first..to).step_by(usize::try_from(step).unwrap_or(1));
        let place =
            |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).map(|day| (self.column(day), year));
        let mut years: Vec<(usize, i32)> = place(from).into_iter().collect();
        for (column, year) in round.filter_map(place) {
            if years.last().is_none_or(|(last, _)| column >= last + 5) && column + 4 <= self.width {
                years.push((column, year));
            }
        }
        years
    }
}
