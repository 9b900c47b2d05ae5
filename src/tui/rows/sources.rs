//! The list of sources, with how much of what is shown rests on each.

use std::cmp::Reverse;
use std::sync::OnceLock;

use crate::query::Shown;
use crate::text::{Text, fold};
use crate::timeline::{EventIx, QuoteIx, Resting, SourceIx, Timeline, ZoneIx};

/// What sources are listed by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// Their dates, the oldest first, those without one last.
    #[default]
    Date,
    /// Their publishers, by the alphabet, those without one last; then their dates.
    Publisher,
    /// How many facts rest on them, the most first; then their dates.
    Weight,
}

impl Order {
    /// The word for it: "by date".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "by date",
            Self::Publisher => "by publisher",
            Self::Weight => "by weight",
        }
    }

    /// The one after it, round to the first.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Date => Self::Publisher,
            Self::Publisher => Self::Weight,
            Self::Weight => Self::Date,
        }
    }
}

/// A row of the list of sources, with how many shown facts of which kind rest on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceRow {
    /// The source.
    pub source: SourceIx,
    /// Shown events that rest on it as wholes, or with an outcome or a doubt.
    pub events: usize,
    /// Delegations to shown events.
    pub delegations: usize,
    /// Documents of shown events.
    pub documents: usize,
    /// Shown quotes.
    pub quotes: usize,
    /// How many of those stand in its text.
    pub verified: usize,
    /// Zones and steps of their history: under a filter, the steps that shown events brought about.
    pub zones: usize,
}

impl SourceRow {
    /// How many facts that is.
    pub const fn facts(&self) -> usize {
        self.events + self.delegations + self.documents + self.quotes + self.zones
    }
}

/// The rows of the list of sources, made when they are first asked for: most who filter look at
/// something else.
#[derive(Debug, Default)]
pub struct SourceRows {
    order: Order,
    /// All sources by their dates, and by their publishers, which no filter changes.
    by_date: OnceLock<Vec<SourceIx>>,
    by_publisher: OnceLock<Vec<SourceIx>>,
    rows: OnceLock<Vec<SourceRow>>,
}

impl SourceRows {
    /// What they are sorted by.
    pub const fn order(&self) -> Order {
        self.order
    }

    /// Sorts them by something else.
    pub fn sort(&mut self, order: Order) {
        self.order = order;
        self.forget();
    }

    /// Has them made anew: something else is shown.
    pub fn forget(&mut self) {
        self.rows = OnceLock::new();
    }

    /// Forgets everything of a timeline but what its sources are to be sorted by.
    pub fn forget_timeline(&mut self) {
        *self = Self {
            order: self.order,
            ..Self::default()
        };
    }

    /// The rows: every source, or under a filter (`shown` is not all) those on which something shown
    /// rests.
    pub fn get(&self, timeline: &Timeline, shown: &Shown, filtered: bool) -> &[SourceRow] {
        self.rows.get_or_init(|| {
            let sources = match self.order {
                Order::Publisher => self.by_publisher(timeline),
                Order::Date | Order::Weight => self.by_date(timeline),
            };
            let counting = Counting {
                timeline,
                shown,
                filtered,
            };
            let resting = timeline.resting();
            let rows = sources
                .iter()
                .filter_map(|&at| Some(counting.row(at, resting.get(at.index())?)));
            let mut rows: Vec<SourceRow> =
                rows.filter(|row| !filtered || row.facts() > 0).collect();
            if self.order == Order::Weight {
                rows.sort_by_key(|row| Reverse(row.facts()));
            }
            rows
        })
    }

    fn by_date(&self, timeline: &Timeline) -> &[SourceIx] {
        self.by_date.get_or_init(|| {
            let mut sources: Vec<SourceIx> =
                (0..timeline.sources().len()).map(SourceIx::new).collect();
            sources.sort_by_cached_key(|&source| {
                let date = timeline[source].date.as_ref();
                let date = date.map(|date| (date.first(), date.last()));
                (date.is_none(), date, source)
            });
            sources
        })
    }

    fn by_publisher(&self, timeline: &Timeline) -> &[SourceIx] {
        self.by_publisher.get_or_init(|| {
            let mut sources = self.by_date(timeline).to_vec();
            sources.sort_by_cached_key(|&source| {
                let publisher = timeline[source].publisher.as_ref().map(Text::raw);
                (publisher.is_none(), publisher.map(fold))
            });
            sources
        })
    }
}

/// Counting what of the facts that rest on a source is shown.
struct Counting<'t> {
    timeline: &'t Timeline,
    shown: &'t Shown,
    filtered: bool,
}

impl Counting<'_> {
    fn row(&self, source: SourceIx, resting: &Resting) -> SourceRow {
        let of_shown = |(event, _): &&(EventIx, usize)| self.event(*event);
        let quotes = |quotes: &[QuoteIx]| quotes.iter().filter(|at| self.quote(**at)).count();
        SourceRow {
            source,
            events: resting.events.iter().filter(|&&at| self.event(at)).count(),
            delegations: resting.delegations.iter().filter(of_shown).count(),
            documents: resting.documents.iter().filter(of_shown).count(),
            quotes: quotes(&resting.quotes),
            verified: quotes(&resting.found),
            zones: resting.zones.iter().filter(|it| self.zone(**it)).count(),
        }
    }

    fn event(&self, at: EventIx) -> bool {
        !self.filtered || self.shown.shows(at)
    }

    fn quote(&self, at: QuoteIx) -> bool {
        !self.filtered || self.shown.shows_quote(at, self.timeline)
    }

    fn zone(&self, (zone, step): (ZoneIx, Option<usize>)) -> bool {
        let status = step.and_then(|nth| self.timeline[zone].history.get(nth));
        let event = status.and_then(|status| status.event);
        !self.filtered || event.is_some_and(|event| self.shown.shows(event))
    }
}
