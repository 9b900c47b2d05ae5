//! What of a timeline and its filter the axis is drawn from, so that drawing costs no more than the
//! columns there are.

use std::sync::OnceLock;

use crate::query::EventSet;
use crate::timeline::{Bits, Date, EventIx, KindIx, Timeline};

use super::span::{Day, Window, number};

/// Where the events of a timeline are in time; made once.
#[derive(Debug, Default)]
pub struct Index {
    whole: Option<Window>,
    /// The first and the last day of each event. An open beginning is that of the first event of
    /// which a day is known, so that it has a column; an open end lasts to the edge.
    days: Vec<(Day, Day)>,
    /// The events of each kind, oldest first.
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

/// What a filter shows, for each row that the axis can have.
#[derive(Debug, Default)]
pub struct Shown {
    events: EventSet,
    /// Of all shown events, and of those of each kind; made when a row is first drawn.
    all: OnceLock<Reach>,
    kinds: Vec<OnceLock<(EventSet, Reach)>>,
}

/// How far shown events reach: of those before each word of their set the one that lasts longest.
#[derive(Debug, Default)]
struct Reach(Vec<Option<EventIx>>);

impl Reach {
    fn of(events: &EventSet, index: &Index) -> Self {
        let words = events.bits().words();
        let reach = words.scan(None, |longest, (start, word)| {
            let before = *longest;
            *longest = index.longest(before, start, word);
            Some(before)
        });
        Self(reach.collect())
    }

    /// Of the events up to one, itself included, the one that lasts longest.
    fn until(&self, last: EventIx, events: &EventSet, index: &Index) -> Option<EventIx> {
        let before = self.0.get(last.index() / WORD).copied().flatten();
        let here = events.since(EventIx::new(last.index() / WORD * WORD));
        let here = here.take_while(|event| *event <= last);
        here.fold(before, |longest, event| index.longer(longest, event))
    }
}

/// How many events a word of a set has.
const WORD: usize = Bits::WORD;

impl Index {
    /// The one that lasts longer; the first of two that last equally long.
    fn longer(&self, one: Option<EventIx>, other: EventIx) -> Option<EventIx> {
        let one = one.filter(|one| self.days(*one).1 >= self.days(other).1);
        one.or(Some(other))
    }

    /// The same of an event and those of a word that begins with `start`.
    fn longest(&self, one: Option<EventIx>, start: usize, word: u64) -> Option<EventIx> {
        let here = (0..WORD).filter(|at| word >> at & 1 == 1);
        let here = here.map(|at| EventIx::new(start + at));
        here.fold(one, |longest, event| self.longer(longest, event))
    }
}

impl Shown {
    /// What of some events is to be seen.
    pub fn of(index: &Index, events: &EventSet) -> Self {
        Self {
            events: events.clone(),
            all: OnceLock::new(),
            kinds: index.kinds.iter().map(|_| OnceLock::new()).collect(),
        }
    }

    fn of_kind(&self, kind: KindIx, index: &Index) -> Option<&(EventSet, Reach)> {
        let listed = self.kinds.get(kind.index())?;
        Some(listed.get_or_init(|| {
            let mut bits = Bits::none(index.days.len());
            let events = index.kinds.get(kind.index()).into_iter().flatten();
            events.for_each(|event| bits.insert(event.index()));
            bits.intersect(self.events.bits());
            let events = EventSet::from(bits);
            let reach = Reach::of(&events, index);
            (events, reach)
        }))
    }

    /// How many events of a kind are shown.
    pub fn count(&self, kind: KindIx, index: &Index) -> usize {
        let listed = self.of_kind(kind, index);
        listed.map_or(0, |(events, _)| events.len())
    }
}

/// The events of a row, all of them and those that are shown.
#[derive(Debug, Clone, Copy)]
pub struct Lane<'a> {
    index: &'a Index,
    /// Those of its kind; none for the row of all events.
    all: Option<&'a [EventIx]>,
    shown: Option<(&'a EventSet, &'a Reach)>,
}

impl<'a> Lane<'a> {
    /// The row of all events.
    pub fn all(index: &'a Index, shown: &'a Shown) -> Self {
        let reach = shown.all.get_or_init(|| Reach::of(&shown.events, index));
        Self {
            index,
            all: None,
            shown: Some((&shown.events, reach)),
        }
    }

    /// The row of a kind.
    pub fn of(kind: KindIx, index: &'a Index, shown: &'a Shown) -> Self {
        let listed = shown.of_kind(kind, index);
        Self {
            index,
            all: Some(index.kinds.get(kind.index()).map_or(&[], Vec::as_slice)),
            shown: listed.map(|(events, reach)| (events, reach)),
        }
    }

    /// The days of an event; see [`Index::days`].
    pub fn days(&self, event: EventIx) -> (Day, Day) {
        self.index.days(event)
    }

    /// How many events are shown.
    pub fn len(&self) -> usize {
        self.shown.map_or(0, |(events, _)| events.len())
    }

    /// Whether no event is shown.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether an event is shown.
    pub fn shows(&self, event: EventIx) -> bool {
        self.shown
            .is_some_and(|(events, _)| events.contains(&event))
    }

    /// How many shown events come before an event.
    pub fn rank(&self, event: EventIx) -> usize {
        self.shown.map_or(0, |(events, _)| events.rank(event))
    }

    /// How many events begin before a day, of all and of those that are shown.
    pub fn before(&self, day: Day) -> (usize, usize) {
        let begun = self.index.days.partition_point(|(first, _)| *first < day);
        let all = self.all.map_or(begun, |all| {
            all.partition_point(|event| event.index() < begun)
        });
        (all, self.rank(EventIx::new(begun)))
    }

    /// The nth of the shown events, from 0.
    pub fn nth(&self, nth: usize) -> Option<EventIx> {
        self.shown?.0.get(nth)
    }

    /// Of the first `count` shown events the one that lasts longest.
    pub fn longest(&self, count: usize) -> Option<EventIx> {
        let (events, reach) = self.shown?;
        let last = events.get(count.checked_sub(1)?)?;
        reach.until(last, events, self.index)
    }
}
