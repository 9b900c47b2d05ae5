//! What is exported: what a query shows of a timeline.

use crate::query::{Hits, Query, select};
use crate::text::{Lines, Text, show};
use crate::timeline::{EventIx, Meta, QuoteIx, SourceIx, Timeline, Zone};

use super::works::Works;

/// What is exported: events whole, and what was said by itself where a format has a table for it.
#[derive(Debug)]
pub struct Selection<'a> {
    timeline: &'a Timeline,
    hits: Hits,
    /// The query as text; empty if everything is exported.
    filter: String,
}

impl<'a> Selection<'a> {
    /// What `query` shows of `timeline`.
    pub fn of(timeline: &'a Timeline, query: &Query) -> Self {
        Self {
            timeline,
            hits: select(timeline, query),
            filter: query.to_string(),
        }
    }

    /// The timeline it is from.
    pub const fn timeline(&self) -> &'a Timeline {
        self.timeline
    }

    /// The events, oldest first.
    pub fn events(&self) -> &[EventIx] {
        self.hits.events()
    }

    /// Whether an event is in it.
    pub fn has(&self, event: EventIx) -> bool {
        self.hits.shows(event)
    }

    /// The quotes that fit the query by themselves, by date.
    pub fn quotes(&self) -> &[QuoteIx] {
        self.hits.quotes()
    }

    /// The query as text, if there is one.
    pub fn filter(&self) -> Option<&str> {
        (!self.filter.is_empty()).then_some(self.filter.as_str())
    }

    /// The events in their years.
    pub(super) fn years(&self) -> impl Iterator<Item = (i32, &[EventIx])> {
        let year = |at: EventIx| chrono::Datelike::year(&self.timeline[at].first_day());
        let years = self.events().chunk_by(move |a, b| year(*a) == year(*b));
        years.filter_map(move |events| events.first().map(|&first| (year(first), events)))
    }

    /// Every source that something in the events rests on, and that a zone does, in the order in
    /// which they are first met.
    pub(super) fn sources(&self) -> Vec<SourceIx> {
        let mut known = vec![false; self.timeline.sources().len()];
        let events = self.events().iter();
        let of_events = events.flat_map(|&at| self.timeline[at].all_sources());
        let of_zones = self.zones().flat_map(|zone| {
            let history = zone.history.iter().flat_map(|status| &status.sources);
            zone.sources.iter().chain(history).copied()
        });
        let mut is_new = |source: &SourceIx| {
            known
                .get_mut(source.index())
                .is_some_and(|known| !std::mem::replace(known, true))
        };
        let mut all: Vec<SourceIx> = of_events.chain(of_zones).collect();
        all.retain(|source| is_new(source));
        all
    }

    /// Every source, and the documents of the events.
    pub(super) fn works(&self) -> Works {
        let events = self.events().iter();
        let documents = events.flat_map(|&event| {
            let all = 0..self.timeline[event].documents.len();
            all.map(move |nth| (event, nth))
        });
        Works {
            sources: self.sources(),
            documents: documents.collect(),
        }
    }

    /// The zones: all of them, or those in whose history one of the events stands.
    pub(super) fn zones(&self) -> impl Iterator<Item = &'a Zone> {
        let belongs = |zone: &&Zone| {
            let mut events = zone.history.iter().filter_map(|status| status.event);
            self.filter.is_empty() || events.any(|event| self.has(event))
        };
        self.timeline.zones().iter().filter(belongs)
    }

    /// How much of the timeline it is, in words: "80 events", "12 of 80 events: participant:jordan".
    pub(super) fn scope(&self) -> String {
        let (some, all) = (self.events().len(), self.timeline.events().len());
        let events = if all == 1 { "event" } else { "events" };
        match self.filter() {
            None => format!("{all} {events}"),
            Some(filter) => {
                format!("{some} of {all} {events}: {}", show(filter, Lines::One))
            }
        }
    }

    /// The timeline's title, as it may be shown; never empty.
    pub(super) fn title(&self) -> &'a str {
        match self.meta().title.shown() {
            "" => "Timeline",
            title => title,
        }
    }

    /// The timeline's summary, as it may be shown.
    pub(super) fn summary(&self) -> Option<&'a str> {
        self.meta().summary.as_ref().map(Text::shown)
    }

    fn meta(&self) -> &'a Meta {
        self.timeline.meta()
    }
}
