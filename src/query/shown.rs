//! What a query shows, as sets: going through all of a long timeline takes longer than a key may.

use crate::timeline::{Bits, EventIx, QuoteIx, Set, Timeline};

/// Events of a timeline, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventSet(Set);

impl EventSet {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first one.
    pub fn first(&self) -> Option<EventIx> {
        self.get(0)
    }

    /// The last one.
    pub fn last(&self) -> Option<EventIx> {
        self.before(EventIx::new(usize::MAX))
    }

    /// The nth one, from 0.
    pub fn get(&self, nth: usize) -> Option<EventIx> {
        self.0.nth(nth).map(EventIx::new)
    }

    /// Whether an event is among them.
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "it is asked as a list is asked"
    )]
    pub fn contains(&self, event: &EventIx) -> bool {
        self.0.contains(event.index())
    }

    /// How many come before an event, whether it is among them or not.
    pub fn rank(&self, event: EventIx) -> usize {
        self.0.rank(event.index())
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = EventIx> + use<'_> {
        self.0.bits().iter().map(EventIx::new)
    }

    /// Those from an event on, itself included.
    pub fn since(&self, event: EventIx) -> impl Iterator<Item = EventIx> + use<'_> {
        self.0.bits().iter_from(event.index()).map(EventIx::new)
    }

    /// The last one before an event.
    pub fn before(&self, event: EventIx) -> Option<EventIx> {
        self.0.bits().last_before(event.index()).map(EventIx::new)
    }

    /// Them as a set of places in the list of events.
    pub const fn bits(&self) -> &Bits {
        self.0.bits()
    }
}

impl From<Bits> for EventSet {
    fn from(bits: Bits) -> Self {
        Self(bits.into())
    }
}

/// What a query shows of a timeline: always the result of [`shown`](super::shown()), never patched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    events: EventSet,
    quotes: Set,
}

impl Shown {
    pub(super) fn new(events: Bits, quotes: Bits) -> Self {
        Self {
            events: events.into(),
            quotes: quotes.into(),
        }
    }

    /// The events, oldest first.
    pub const fn events(&self) -> &EventSet {
        &self.events
    }

    /// The quotes, by their numbers; see [`Timeline::quote_number`].
    pub const fn quotes(&self) -> &Set {
        &self.quotes
    }

    /// Whether an event is among them.
    pub fn shows(&self, event: EventIx) -> bool {
        self.events.contains(&event)
    }

    /// Whether a quote is among them.
    pub fn shows_quote(&self, quote: QuoteIx, timeline: &Timeline) -> bool {
        self.quotes.contains(timeline.quote_number(quote))
    }

    /// The first of an event's quotes that are shown, by date.
    pub fn first_quote_of(&self, event: EventIx, timeline: &Timeline) -> Option<QuoteIx> {
        let quotes = timeline.quotes_of(event);
        let shown = quotes.filter(|quote| self.shows_quote(*quote, timeline));
        shown.min_by_key(|&quote| {
            let date = &timeline[quote].date;
            (date.first(), date.last(), quote)
        })
    }

    /// The shown event nearest in time to `event`: itself if it is shown, the earlier of two that
    /// are equally near.
    pub fn nearest(&self, event: EventIx, timeline: &Timeline) -> Option<EventIx> {
        let later = self.events.since(event).next();
        let earlier = self.events.before(event);
        let days = |other: EventIx| {
            (timeline[other].first_day() - timeline[event].first_day())
                .num_days()
                .abs()
        };
        match (earlier, later) {
            (_, Some(later)) if later == event => Some(event),
            (Some(earlier), Some(later)) if days(later) < days(earlier) => Some(later),
            (Some(earlier), _) => Some(earlier),
            (None, later) => later,
        }
    }
}

/// The same as lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    events: Vec<EventIx>,
    quotes: Vec<QuoteIx>,
}

impl Hits {
    /// What is shown of a timeline, listed.
    pub(super) fn of(shown: &Shown, timeline: &Timeline) -> Self {
        let quotes = timeline.quotes_by_date().iter().copied();
        Self {
            events: shown.events().iter().collect(),
            quotes: quotes
                .filter(|quote| shown.shows_quote(*quote, timeline))
                .collect(),
        }
    }

    /// The events, oldest first.
    pub fn events(&self) -> &[EventIx] {
        &self.events
    }

    /// The quotes, by date and then in the order of the files.
    pub fn quotes(&self) -> &[QuoteIx] {
        &self.quotes
    }

    /// Whether an event is among them.
    pub fn shows(&self, event: EventIx) -> bool {
        self.events.binary_search(&event).is_ok()
    }
}
