//! What rests on each source: the references of events and zones, turned round.

use super::gathered::Gather;
use super::{EventIx, Passage, QuoteIx, SourceIx, State, Timeline, ZoneIx};

/// What rests on a source, each kind in the order of the timeline, nothing twice.
///
/// What names no sources of its own rests on those of its event, and is not listed beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resting {
    /// Events that as a whole, or with an outcome or a doubt, rest on it.
    pub events: Vec<EventIx>,
    /// Delegations: the event, and the place among its participants.
    pub delegations: Vec<(EventIx, usize)>,
    /// Documents: the event, and the place among its documents.
    pub documents: Vec<(EventIx, usize)>,
    /// Quotes.
    pub quotes: Vec<QuoteIx>,
    /// Those of them that are found in its text.
    pub found: Vec<QuoteIx>,
    /// Zones: as a whole, or a step of their history by its place there.
    pub zones: Vec<(ZoneIx, Option<usize>)>,
}

impl Resting {
    /// How many facts there are.
    pub const fn facts(&self) -> usize {
        self.events.len()
            + self.delegations.len()
            + self.documents.len()
            + self.quotes.len()
            + self.zones.len()
    }
}

impl Timeline {
    /// What rests on each source, in the order of the sources; made when it is first asked for.
    pub fn resting(&self) -> &[Resting] {
        self.resting.get(self, || self.turning())
    }

    pub(super) fn turning(&self) -> Turned {
        Turned(vec![Resting::default(); self.sources().len()])
    }

    /// The quotes that are found in a source's text, and where.
    pub fn passages(&self, source: SourceIx) -> impl Iterator<Item = (QuoteIx, &Passage)> {
        let resting = self.resting().get(source.index()).into_iter();
        let quotes = resting.flat_map(|resting| &resting.found);
        quotes.filter_map(move |&quote| match &self[quote].state {
            State::Verified(passage) if passage.source == source => Some((quote, passage)),
            _ => None,
        })
    }
}

/// What rests on each source, in the making.
#[derive(Debug)]
pub(super) struct Turned(Vec<Resting>);

impl Gather for Turned {
    type Made = Vec<Resting>;

    fn event(&mut self, timeline: &Timeline, at: EventIx) {
        let event = &timeline[at];
        let outcomes = event.outcomes.iter().map(|outcome| &outcome.sources);
        let doubts = event.doubts.iter().map(|doubt| &doubt.sources);
        for sources in std::iter::once(&event.sources)
            .chain(outcomes)
            .chain(doubts)
        {
            self.add(sources, |it| &mut it.events, at);
        }
        for (nth, part) in event.participants.iter().enumerate() {
            self.add(&part.sources, |it| &mut it.delegations, (at, nth));
        }
        for (nth, document) in event.documents.iter().enumerate() {
            self.add(&document.sources, |it| &mut it.documents, (at, nth));
        }
        for quote in timeline.quotes_of(at) {
            self.add(&timeline[quote].sources, |it| &mut it.quotes, quote);
            if let State::Verified(passage) = &timeline[quote].state
                && timeline[quote].sources.contains(&passage.source)
            {
                self.add(&[passage.source], |it| &mut it.found, quote);
            }
        }
    }

    fn end(mut self, timeline: &Timeline) -> Vec<Resting> {
        for (at, zone) in timeline.zones().iter().enumerate() {
            let at = ZoneIx::new(at);
            self.add(&zone.sources, |it| &mut it.zones, (at, None));
            for (nth, status) in zone.history.iter().enumerate() {
                self.add(&status.sources, |it| &mut it.zones, (at, Some(nth)));
            }
        }
        self.0
    }
}

impl Turned {
    /// Adds a fact to each of its sources, unless it was the last that was added there.
    fn add<T: Copy + PartialEq>(
        &mut self,
        sources: &[SourceIx],
        list: impl Fn(&mut Resting) -> &mut Vec<T>,
        fact: T,
    ) {
        for source in sources {
            if let Some(resting) = self.0.get_mut(source.index()) {
                let list = list(resting);
                if list.last() != Some(&fact) {
                    list.push(fact);
                }
            }
        }
    }
}
