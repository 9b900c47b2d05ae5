//! The list of events: under each year in which shown events begin, the events.

use crate::query::EventSet;
use crate::timeline::{EventIx, Timeline};

/// A row of the list of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventRow {
    /// The year of the events below it.
    Year(i32),
    /// An event.
    Event(EventIx),
}

impl EventRow {
    /// The event in it.
    pub const fn event(self) -> Option<EventIx> {
        match self {
            Self::Event(event) => Some(event),
            Self::Year(_) => None,
        }
    }
}

/// Where the years stand in the list; every other row follows from that.
#[derive(Debug, Default)]
pub struct EventRows {
    /// The years in which shown events begin, each with how many shown events begin before it: above
    /// it stand these, and the years before it.
    years: Vec<(i32, usize)>,
    events: usize,
}

impl EventRows {
    /// The rows for some events.
    pub fn of(timeline: &Timeline, events: &EventSet) -> Self {
        let starts = timeline.years().iter();
        let ranks = starts.map(|&(year, first)| (year, events.rank(first)));
        let ranks: Vec<(i32, usize)> = ranks.collect();
        let ends = ranks.iter().skip(1).map(|(_, rank)| *rank);
        let ends = ends.chain([events.len()]);
        let years = ranks.iter().zip(ends).filter(|((_, rank), end)| rank < end);
        Self {
            years: years.map(|(year, _)| *year).collect(),
            events: events.len(),
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.years.len() + self.events
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.events == 0
    }

    /// A row; `events` are those that the rows are of.
    pub fn get(&self, row: usize, events: &EventSet) -> Option<EventRow> {
        let above = partition(self.years.len(), |nth| {
            let year = self.years.get(nth);
            year.is_some_and(|(_, before)| nth + before <= row)
        });
        let nth = above.checked_sub(1)?;
        let &(year, before) = self.years.get(nth)?;
        match (row - nth - before).checked_sub(1) {
            None => Some(EventRow::Year(year)),
            Some(in_year) => events.get(before + in_year).map(EventRow::Event),
        }
    }

    /// The row of the event before which so many are shown.
    pub fn row_of(&self, rank: usize) -> usize {
        rank + self.years.partition_point(|&(_, before)| before <= rank)
    }
}

/// How many of the first numbers something is true of, if it is of none behind the first of which it is
/// not.
fn partition(numbers: usize, is_true: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, numbers);
    while low < high {
        let middle = low + (high - low) / 2;
        if is_true(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::{EventRow, EventRows};
    use crate::query::EventSet;
    use crate::timeline::{Bits, EventIx};

    #[test]
    fn every_event_stands_below_its_year() {
        let mut bits = Bits::none(9);
        for at in [0, 1, 4, 8] {
            bits.insert(at);
        }
        let events = EventSet::from(bits);
        let rows = EventRows {
            years: vec![(2016, 0), (2017, 2), (2020, 3)],
            events: 4,
        };
        let listed: Vec<EventRow> = (0..).map_while(|row| rows.get(row, &events)).collect();
        let event = |at| EventRow::Event(EventIx::new(at));
        let expected = [
            EventRow::Year(2016),
            event(0),
            event(1),
            EventRow::Year(2017),
            event(4),
            EventRow::Year(2020),
            event(8),
        ];
        assert_eq!(listed, expected);
        assert_eq!(listed.len(), rows.len());
        let found = (0..4).map(|rank| rows.row_of(rank));
        assert_eq!(found.collect::<Vec<_>>(), [1, 2, 4, 6]);
    }
}
