//! The years that events begin in.

use chrono::Datelike;

use super::{EventIx, Timeline};

impl Timeline {
    /// Each year in which events begin, with the first of them; found when they are first asked for.
    pub fn years(&self) -> &[(i32, EventIx)] {
        self.years.get_or_init(|| {
            let year = |at: usize| self.events().get(at).map(|it| it.first_day().year());
            let first = year(0).map(|year| (year, EventIx::new(0)));
            let years = std::iter::successors(first, |&(last, from)| {
                let rest = self.events().get(from.index()..)?;
                let next = rest.partition_point(|event| event.first_day().year() <= last);
                let next = from.index() + next;
                Some((year(next)?, EventIx::new(next)))
            });
            years.collect()
        })
    }

    /// The first event that begins in a year or later.
    pub fn first_from(&self, year: i32) -> Option<EventIx> {
        let years = self.years();
        let at = years.partition_point(|&(known, _)| known < year);
        years.get(at).map(|&(_, first)| first)
    }
}
