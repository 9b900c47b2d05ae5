//! The rows of the lists, made from what the query shows.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

use chrono::Datelike;

use crate::query::Hits;
use crate::text::{Text, fold};
use crate::timeline::{EventIx, ParticipantIx, QuoteIx, Resting, SourceIx, Timeline, ZoneIx};

pub use crate::timeline::Speaker;

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

/// A row of the list of speakers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeakerRow {
    /// The participant that the speakers below it speak for.
    Heading(Option<ParticipantIx>),
    /// A speaker.
    Speaker {
        /// Who.
        speaker: Speaker,
        /// How many of the shown quotes are theirs.
        quotes: usize,
        /// How many of those are verified.
        verified: usize,
    },
}

/// The shown events under the years they begin in.
pub fn event_rows(timeline: &Timeline, hits: &Hits) -> Vec<EventRow> {
    let mut rows = Vec::with_capacity(hits.events().len());
    let mut year = None;
    for &event in hits.events() {
        let begins = timeline[event].first_day().year();
        if year != Some(begins) {
            year = Some(begins);
            rows.push(EventRow::Year(begins));
        }
        rows.push(EventRow::Event(event));
    }
    rows
}

/// What of the shown quotes each speaker said, by date.
pub fn quotes_by_speaker(timeline: &Timeline, hits: &Hits) -> BTreeMap<Speaker, Vec<QuoteIx>> {
    let said = timeline.said();
    let mut quotes: Vec<Vec<QuoteIx>> = vec![Vec::new(); said.speakers().len()];
    for &at in hits.quotes() {
        let speaker = said.speaker(timeline.quote_number(at));
        if let Some(quotes) = speaker.and_then(|speaker| quotes.get_mut(speaker)) {
            quotes.push(at);
        }
    }
    let by_speaker = said.speakers().iter().copied().zip(quotes);
    by_speaker.filter(|(_, said)| !said.is_empty()).collect()
}

/// The speakers under the participants they speak for, in file order; under each the one with most
/// quotes first.
pub fn speaker_rows(
    timeline: &Timeline,
    said: &BTreeMap<Speaker, Vec<QuoteIx>>,
) -> Vec<SpeakerRow> {
    let is_verified = |at: &&QuoteIx| timeline.said().is_verified(timeline.quote_number(**at));
    let counts = said.iter().map(|(&speaker, quotes)| {
        let verified = quotes.iter().filter(is_verified).count();
        (speaker, (quotes.len(), verified))
    });
    let mut speakers: Vec<(Speaker, (usize, usize))> = counts.collect();
    speakers.sort_by_key(|&(speaker, (quotes, _))| {
        (
            speaker.participant.is_none(),
            speaker.participant,
            Reverse(quotes),
            speaker,
        )
    });
    let mut rows = Vec::new();
    let mut heading = None;
    for (speaker, (quotes, verified)) in speakers {
        if heading != Some(speaker.participant) {
            heading = Some(speaker.participant);
            rows.push(SpeakerRow::Heading(speaker.participant));
        }
        rows.push(SpeakerRow::Speaker {
            speaker,
            quotes,
            verified,
        });
    }
    rows
}

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

    /// The rows: every source, or under a filter (`hits` are not all) those on which something shown
    /// rests.
    pub fn get(&self, timeline: &Timeline, hits: &Hits, filtered: bool) -> &[SourceRow] {
        self.rows.get_or_init(|| {
            let shown = Shown::of(timeline, hits, filtered);
            let resting = timeline.resting().iter().enumerate();
            let rows = resting.map(|(at, resting)| shown.row(SourceIx::new(at), resting));
            let mut rows: Vec<SourceRow> =
                rows.filter(|row| !filtered || row.facts() > 0).collect();
            sort_sources(timeline, &mut rows, self.order);
            rows
        })
    }
}

fn sort_sources(timeline: &Timeline, rows: &mut [SourceRow], order: Order) {
    rows.sort_by_cached_key(|row| {
        let date = timeline[row.source].date.as_ref();
        let date = date.map(|date| (date.first(), date.last()));
        (date.is_none(), date, row.source)
    });
    match order {
        Order::Date => {}
        Order::Publisher => rows.sort_by_cached_key(|row| {
            let publisher = timeline[row.source].publisher.as_ref().map(Text::raw);
            (publisher.is_none(), publisher.map(fold))
        }),
        Order::Weight => rows.sort_by_key(|row| Reverse(row.facts())),
    }
}

/// What a filter shows, to be looked up.
struct Shown<'t> {
    timeline: &'t Timeline,
    /// By event; none where everything is shown.
    events: Option<Vec<bool>>,
    quotes: HashSet<QuoteIx>,
}

impl<'t> Shown<'t> {
    fn of(timeline: &'t Timeline, hits: &Hits, filtered: bool) -> Self {
        let mut events = filtered.then(|| vec![false; timeline.events().len()]);
        let mut quotes = HashSet::new();
        if let Some(events) = &mut events {
            for event in hits.events() {
                if let Some(is_shown) = events.get_mut(event.index()) {
                    *is_shown = true;
                }
            }
            quotes.extend(hits.quotes());
        }
        Self {
            timeline,
            events,
            quotes,
        }
    }

    fn row(&self, source: SourceIx, resting: &Resting) -> SourceRow {
        let of_shown = |(event, _): &&(EventIx, usize)| self.event(*event);
        let is_shown = |quote: &QuoteIx| self.events.is_none() || self.quotes.contains(quote);
        let quotes = resting.quotes.iter().copied();
        let verified = self.timeline.passages(source).map(|(quote, _)| quote);
        SourceRow {
            source,
            events: resting.events.iter().filter(|&&at| self.event(at)).count(),
            delegations: resting.delegations.iter().filter(of_shown).count(),
            documents: resting.documents.iter().filter(of_shown).count(),
            quotes: quotes.filter(is_shown).count(),
            verified: verified.filter(is_shown).count(),
            zones: resting.zones.iter().filter(|it| self.zone(**it)).count(),
        }
    }

    fn event(&self, at: EventIx) -> bool {
        let shown = self.events.as_ref().map(|events| events.get(at.index()));
        shown.is_none_or(|shown| shown == Some(&true))
    }

    fn zone(&self, (zone, step): (ZoneIx, Option<usize>)) -> bool {
        let status = step.and_then(|nth| self.timeline[zone].history.get(nth));
        let event = status.and_then(|status| status.event);
        self.events.is_none() || event.is_some_and(|event| self.event(event))
    }
}
