//! The columns of a row: from events, a stretch of time and a width.

use crate::timeline::{Event, EventIx, Timeline};

use super::index::Lane;
use super::span::{Scale, number};

/// One column of a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Column {
    /// How many shown events begin here.
    pub shown: usize,
    /// How many events begin here that the filter hides.
    pub hidden: usize,
    /// The first of the shown events.
    pub first: Option<EventIx>,
    /// Whether the selected event begins here.
    pub selected: bool,
    /// What lasts through here, where no shown event begins.
    pub bar: Option<Bar>,
}

/// An event that lasts through a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// Which.
    pub event: EventIx,
    /// Whether it only may have lasted through here: its date says no more than that.
    pub is_soft: bool,
}

/// Every column of a row. What this costs depends on how many columns there are, and by its
/// logarithm on how many events.
///
/// Of several events that last through a column the selected one is drawn, else the one that lasts
/// longest.
pub fn columns(
    timeline: &Timeline,
    lane: Lane<'_>,
    scale: Scale,
    selected: Option<EventIx>,
) -> Vec<Column> {
    let selected = selected.filter(|event| lane.shows(*event));
    let mut extents = Extents::new(timeline, lane, scale);
    let mut begun = lane.before(scale.first_day(0));
    let columns = (0..scale.width()).map(|at| {
        let column = i64::try_from(at).unwrap_or(i64::MAX);
        let next = lane.before(scale.first_day(column + 1));
        let shown = next.1.saturating_sub(begun.1);
        let lasting = [selected, lane.longest(begun.1)];
        let bar = lasting
            .into_iter()
            .flatten()
            .find_map(|event| extents.bar(event, column));
        let made = Column {
            shown,
            hidden: next.0.saturating_sub(begun.0).saturating_sub(shown),
            first: lane.nth(begun.1).filter(|_| shown > 0),
            selected: selected.is_some_and(|event| scale.column(lane.days(event).0) == column),
            bar: bar.filter(|_| shown == 0),
        };
        begun = next;
        made
    });
    let mut columns: Vec<Column> = columns.collect();
    soften(&mut columns, &mut extents);
    columns
}

/// Puts a soft column before an event that began at about that time, and after one that ended so
/// and has no bar, where nothing else is.
fn soften(columns: &mut [Column], extents: &mut Extents<'_>) {
    for at in 0..columns.len() {
        let Some(event) = columns
            .get(at)
            .filter(|column| column.shown == 1)
            .and_then(|column| column.first)
        else {
            continue;
        };
        let extent = extents.of(event);
        let bar = Bar {
            event,
            is_soft: true,
        };
        let before = at.checked_sub(1).filter(|_| extent.doubtful.0);
        let after = (extent.doubtful.1 && extent.all.0 == extent.all.1).then_some(at + 1);
        for side in [before, after].into_iter().flatten() {
            let free = |column: &&mut Column| {
                column.shown == 0 && column.hidden == 0 && column.bar.is_none()
            };
            if let Some(column) = columns.get_mut(side).filter(free) {
                column.bar = Some(bar);
            }
        }
    }
}

/// The columns of an event.
#[derive(Debug, Clone, Copy)]
struct Extent {
    event: EventIx,
    /// From the first that it may have begun in to the last that it may have ended in.
    all: (i64, i64),
    /// From the last that it may have begun in to the first that it may have ended in; not in order
    /// if it is not sure to have lasted.
    sure: (i64, i64),
    /// Whether its beginning is doubtful, and whether its end is.
    doubtful: (bool, bool),
}

/// The columns of events; the last one asked for is kept, since a bar asks for the same again and
/// again.
struct Extents<'a> {
    timeline: &'a Timeline,
    lane: Lane<'a>,
    scale: Scale,
    last: Option<Extent>,
}

impl<'a> Extents<'a> {
    const fn new(timeline: &'a Timeline, lane: Lane<'a>, scale: Scale) -> Self {
        Self {
            timeline,
            lane,
            scale,
            last: None,
        }
    }

    fn of(&mut self, event: EventIx) -> Extent {
        if let Some(kept) = self.last.filter(|kept| kept.event == event) {
            return kept;
        }
        let days = self.lane.days(event);
        let dates: &Event = &self.timeline[event];
        let (begins, ends) = (dates.begins(), dates.ends());
        let column = |day| self.scale.column(day);
        let extent = Extent {
            event,
            all: (column(days.0), column(days.1)),
            sure: (column(number(begins.latest)), column(number(ends.earliest))),
            doubtful: (begins.is_doubtful, ends.is_doubtful),
        };
        self.last = Some(extent);
        extent
    }

    /// The bar of an event in a column, if it reaches there.
    fn bar(&mut self, event: EventIx, column: i64) -> Option<Bar> {
        let (first, last) = self.lane.days(event);
        if self.scale.column(last) < column || self.scale.column(first) >= column {
            return None;
        }
        let Extent {
            all,
            sure,
            doubtful,
            ..
        } = self.of(event);
        let is_sure = sure.0 <= column && column <= sure.1 && !(doubtful.1 && column == all.1);
        Some(Bar {
            event,
            is_soft: !is_sure,
        })
    }
}

/// The event that a column of a row stands for: of those that begin there the nearest to the selected
/// one in the list, else the one that lasts through there, else the one nearest to the column,
/// of two the earlier. Only events that are shown, and begin or last in sight.
pub fn event_at(
    timeline: &Timeline,
    lane: Lane<'_>,
    scale: Scale,
    column: usize,
    selected: Option<EventIx>,
) -> Option<EventIx> {
    let columns = columns(timeline, lane, scale, selected);
    let here = columns.get(column)?;
    if here.shown > 0 {
        let begun = lane.before(scale.first_day(i64::try_from(column).ok()?)).1;
        let last = begun + here.shown - 1;
        let nearest = selected.map_or(begun, |selected| lane.rank(selected).clamp(begun, last));
        return lane.nth(nearest);
    }
    if let Some(bar) = here.bar {
        return Some(bar.event);
    }
    let (before, after) = columns.split_at(column);
    let before = before.iter().rev().position(|other| other.shown > 0);
    let after = after.iter().position(|other| other.shown > 0);
    // The column itself has none: the first one after it is as far as the first one before it.
    let nearest = match (before.map(|columns| columns + 1), after) {
        (Some(before), Some(after)) if after < before => column + after,
        (Some(before), _) => column - before,
        (None, after) => column + after?,
    };
    let begun = columns.get(nearest)?;
    if nearest < column {
        let end = lane
            .before(scale.first_day(i64::try_from(nearest + 1).ok()?))
            .1;
        return lane.nth(end.checked_sub(1)?);
    }
    begun.first
}
