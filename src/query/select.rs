//! Matching: which events and quotes a query shows.

use crate::timeline::{EventIx, Id, ParticipantIx, QuoteIx, Timeline};

use super::{Needle, Query, Term, Test};

/// What a query shows of a timeline: always the result of [`select`], never patched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    events: Vec<EventIx>,
    quotes: Vec<QuoteIx>,
}

impl Hits {
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

    /// The shown event nearest in time to `event`: itself if it is shown, the earlier of two that
    /// are equally near.
    pub fn nearest(&self, event: EventIx, timeline: &Timeline) -> Option<EventIx> {
        let after = self.events.partition_point(|&shown| shown < event);
        let later = self.events.get(after).copied();
        let earlier = after
            .checked_sub(1)
            .and_then(|at| self.events.get(at))
            .copied();
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

/// Everything in `timeline` for which every term of `query` holds.
///
/// Events are tested as wholes. A quote is tested by itself: `participant:` by whom it was said
/// for, words by its own text and its speaker's names.
pub fn select(timeline: &Timeline, query: &Query) -> Hits {
    let terms: Vec<Resolved> = query
        .terms()
        .iter()
        .map(|term| resolve(term, timeline))
        .collect();
    let events = timeline.event_handles();
    let events = events.filter(|&event| terms.iter().all(|t| t.holds_for(event, timeline)));
    let quotes = timeline.quotes();
    let quotes = quotes.filter(|&at| terms.iter().all(|t| t.holds_for_quote(at, timeline)));
    let mut hits = Hits {
        events: events.collect(),
        quotes: quotes.collect(),
    };
    hits.quotes
        .sort_by_key(|&at| (timeline[at].date.first(), timeline[at].date.last(), at));
    hits
}

/// A term made ready to test many items.
struct Resolved {
    not: bool,
    test: ResolvedTest,
}

enum ResolvedTest {
    Participant(Vec<ParticipantIx>),
    Words(Needle),
}

fn resolve(term: &Term, timeline: &Timeline) -> Resolved {
    let test = match &term.test {
        Test::Participant(ids) => ResolvedTest::Participant(handles(ids, timeline)),
        Test::Words(words) => ResolvedTest::Words(Needle::new(words, timeline)),
    };
    Resolved {
        not: term.not,
        test,
    }
}

/// The participants with these ids; an id the timeline does not have (any more) leads to none.
fn handles(ids: &[Id], timeline: &Timeline) -> Vec<ParticipantIx> {
    ids.iter()
        .filter_map(|id| timeline.participant_named(id))
        .collect()
}

impl Resolved {
    fn holds_for(&self, at: EventIx, timeline: &Timeline) -> bool {
        let holds = match &self.test {
            ResolvedTest::Participant(wanted) => timeline[at]
                .participants
                .iter()
                .any(|part| wanted.contains(&part.participant)),
            ResolvedTest::Words(needle) => event_says(timeline, at, needle),
        };
        holds != self.not
    }

    fn holds_for_quote(&self, at: QuoteIx, timeline: &Timeline) -> bool {
        let holds = match &self.test {
            ResolvedTest::Participant(wanted) => timeline
                .quote_participant(&timeline[at])
                .is_some_and(|said_for| wanted.contains(&said_for)),
            ResolvedTest::Words(needle) => quote_says(timeline, at, needle),
        };
        holds != self.not
    }
}

/// Whether the words occur in one of the event's texts or names, those of its quotes among them.
fn event_says(timeline: &Timeline, at: EventIx, needle: &Needle) -> bool {
    let text = timeline.index().events().get(at.index());
    text.is_some_and(|text| {
        needle.is_in(&text.own) || text.quotes.iter().any(|quote| needle.is_in(quote))
    })
}

fn quote_says(timeline: &Timeline, at: QuoteIx, needle: &Needle) -> bool {
    let text = timeline.index().events().get(at.event.index());
    let quote = text.and_then(|text| text.quotes.get(at.nth as usize));
    quote.is_some_and(|quote| needle.is_in(quote))
}
