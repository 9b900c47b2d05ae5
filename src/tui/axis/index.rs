//! What of a timeline and its filter the axis is drawn from, so that drawing costs no more than the
//! columns there are.

use std::ops::Range;

use crate::query::Hits;
use crate::timeline::{Date, EventIx, KindIx, Timeline};

use super::span::{Day, Window, number};

/// Where the events of a timeline are in time; made once.
#[derive(Debug, Default)]
pub struct Index {
    whole: Option<Window>,
    /// The first and the last day of each event. An open beginning is that of the first event of
    /// which a day is known, so that it has a column; an open end lasts to the edge.
    days: Vec<(Day, Day)>,
    /// All events, and those of each kind, oldest first.
    all: Vec<EventIx>,
    kinds: Vec<Vec<EventIx>>,
}

impl Index {
    /// Looks up the days of every event.
    pub fn of(timeline: &Timeline) -> Self {
        let Some((first, last)) = known_days(timeline) else {
            return Self::default();
        };
        let whole = Window::around(first, last);
        let mut kinds = vec![Vec::new(); timeline.kinds().len()];
        let mut days = Vec::with_capacity(timeline.events().len());
        for (at, event) in timeline.events().iter().enumerate() {
            let from = number(event.first_day()).clamp(first, last);
            let until = number(event.last_day());
            days.push((
                from,
                if until > last {
                    whole.last_day()
                } else {
                    until.max(from)
                },
            ));
            if let Some(kind) = kinds.get_mut(event.kind.index()) {
                kind.push(EventIx::new(at));
            }
        }
        Self {
            whole: Some(whole),
            days,
            all: timeline.event_handles().collect(),
            kinds,
        }
    }

    /// All the time there is to see; none without events.
    pub const fn whole(&self) -> Option<Window> {
        self.whole
    }

    /// The first and the last day of an event, as far as they are drawn.
    pub fn days(&self, event: EventIx) -> (Day, Day) {
        self.days.get(event.index()).copied().unwrap_or_default()
    }

    /// The kinds that have events, in the order of the file.
    pub fn kinds(&self) -> impl Iterator<Item = KindIx> {
        let kinds = self.kinds.iter().enumerate();
        let used = kinds.filter(|(_, events)| !events.is_empty());
        used.map(|(at, _)| KindIx::new(at))
    }
}

/// The first and the last day that is known of any event; an open end says nothing of a day.
fn known_days(timeline: &Timeline) -> Option<(Day, Day)> {
    let all = timeline.events().iter().flat_map(|event| {
        let (start, end) = (&event.start, event.end.as_ref().unwrap_or(&event.start));
        // No sound date is open at both ends.
        let first = (start.is_day() || start.first() != Date::MIN).then(|| start.first());
        let last = (end.is_day() || end.last() != Date::MAX).then(|| end.last());
        let (first, last) = (first.or(last), last.or(first));
        [first, last].into_iter().flatten().map(number)
    });
    Some((all.clone().min()?, all.max()?))
}

/// What a filter shows, for each row that the axis can have; made when the filter changes.
#[derive(Debug, Default)]
pub struct Shown {
    all: Listed,
    kinds: Vec<Listed>,
}

/// Shown events in order, with how far they reach.
#[derive(Debug, Clone, Default)]
struct Listed {
    events: Vec<EventIx>,
    /// For each event the one that lasts longest of it and those before.
    reach: Vec<EventIx>,
}

impl Listed {
    fn push(&mut self, event: EventIx, index: &Index) {
        let before = self.reach.last().copied();
        let longest = before.filter(|before| index.days(*before).1 >= index.days(event).1);
        self.events.push(event);
        self.reach.push(longest.unwrap_or(event));
    }
}

impl Shown {
    /// Sorts out what a filter shows.
    pub fn of(timeline: &Timeline, index: &Index, hits: &Hits) -> Self {
        let mut shown = Self {
            all: Listed::default(),
            kinds: vec![Listed::default(); index.kinds.len()],
        };
        for &event in hits.events() {
            shown.all.push(event, index);
            if let Some(kind) = shown.kinds.get_mut(timeline[event].kind.index()) {
                kind.push(event, index);
            }
        }
        shown
    }

    /// How many events of a kind are shown.
    pub fn count(&self, kind: KindIx) -> usize {
        self.kinds
            .get(kind.index())
            .map_or(0, |listed| listed.events.len())
    }
}

/// The events of a row, all of them and those that are shown.
#[derive(Debug, Clone, Copy)]
pub struct Lane<'a> {
    index: &'a Index,
    all: &'a [EventIx],
    shown: &'a [EventIx],
    reach: &'a [EventIx],
}

impl<'a> Lane<'a> {
    /// The row of all events.
    pub fn all(index: &'a Index, shown: &'a Shown) -> Self {
        Self {
            index,
            all: &index.all,
            shown: &shown.all.events,
            reach: &shown.all.reach,
        }
    }

    /// The row of a kind.
    pub fn of(kind: KindIx, index: &'a Index, shown: &'a Shown) -> Self {
        let listed = shown.kinds.get(kind.index());
        Self {
            index,
            all: index.kinds.get(kind.index()).map_or(&[], Vec::as_slice),
            shown: listed.map_or(&[], |listed| &listed.events),
            reach: listed.map_or(&[], |listed| &listed.reach),
        }
    }

    /// The days of an event; see [`Index::days`].
    pub fn days(&self, event: EventIx) -> (Day, Day) {
        self.index.days(event)
    }

    /// The shown events.
    pub const fn shown(&self) -> &'a [EventIx] {
        self.shown
    }

    /// How many events begin before a day, of all and of those that are shown.
    pub fn before(&self, day: Day) -> (usize, usize) {
        let is_before = |event: &EventIx| self.days(*event).0 < day;
        (
            self.all.partition_point(is_before),
            self.shown.partition_point(is_before),
        )
    }

    /// The shown events of a range of places.
    pub fn among(&self, places: Range<usize>) -> &'a [EventIx] {
        self.shown.get(places).unwrap_or_default()
    }

    /// Of the first `count` shown events the one that lasts longest.
    pub fn longest(&self, count: usize) -> Option<EventIx> {
        self.reach.get(count.checked_sub(1)?).copied()
    }
}
