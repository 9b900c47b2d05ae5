//! Matching: which events and quotes a query shows.

use crate::text::{Text, fold};
use crate::timeline::{Event, EventIx, Id, ParticipantIx, Quote, QuoteIx, Timeline};

use super::{Query, Term, Test};

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
    let events = events.filter(|&event| {
        terms
            .iter()
            .all(|t| t.holds_for(&timeline[event], timeline))
    });
    let quotes = timeline.quotes();
    let quotes = quotes.filter(|&at| {
        terms
            .iter()
            .all(|t| t.holds_for_quote(&timeline[at], timeline))
    });
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
    /// Folded words.
    Words(String),
}

fn resolve(term: &Term, timeline: &Timeline) -> Resolved {
    let test = match &term.test {
        Test::Participant(ids) => ResolvedTest::Participant(handles(ids, timeline)),
        Test::Words(words) => ResolvedTest::Words(fold(words)),
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
    fn holds_for(&self, event: &Event, timeline: &Timeline) -> bool {
        let holds = match &self.test {
            ResolvedTest::Participant(wanted) => event
                .participants
                .iter()
                .any(|part| wanted.contains(&part.participant)),
            ResolvedTest::Words(words) => event_says(event, timeline, words),
        };
        holds != self.not
    }

    fn holds_for_quote(&self, quote: &Quote, timeline: &Timeline) -> bool {
        let holds = match &self.test {
            ResolvedTest::Participant(wanted) => timeline
                .quote_participant(quote)
                .is_some_and(|said_for| wanted.contains(&said_for)),
            ResolvedTest::Words(words) => quote_says(quote, timeline, words),
        };
        holds != self.not
    }
}

/// Whether the folded `words` occur in one of the event's texts or names.
fn event_says(event: &Event, timeline: &Timeline, words: &str) -> bool {
    let says = |text: &Text| fold(text.raw()).contains(words);
    let own = [
        Some(&event.title),
        Some(&event.summary),
        event.next.as_ref(),
    ];
    let place = [
        event.label.as_ref(),
        event.city.as_ref(),
        event.country.as_ref(),
        event.venue.as_ref(),
    ];
    own.into_iter().chain(place).flatten().any(says)
        || fold(&timeline.label(event)).contains(words)
        || event.outcomes.iter().any(|outcome| says(&outcome.text))
        || event.topics.iter().any(says)
        || event
            .doubts
            .iter()
            .any(|doubt| says(&doubt.about) || says(&doubt.text))
        || event
            .documents
            .iter()
            .any(|paper| says(&paper.title) || paper.points.iter().any(says))
        || event.participants.iter().any(|part| {
            super::matches_name(&timeline[part.participant], words)
                || part.head_title.iter().any(says)
                || part
                    .head
                    .is_some_and(|head| person_says(&timeline[head], words))
        })
        || event
            .quotes
            .iter()
            .any(|quote| quote_says(quote, timeline, words))
}

fn quote_says(quote: &Quote, timeline: &Timeline, words: &str) -> bool {
    fold(quote.text.raw()).contains(words)
        || quote
            .topics
            .iter()
            .any(|topic| fold(topic.raw()).contains(words))
        || person_says(&timeline[quote.speaker], words)
}

fn person_says(person: &crate::timeline::Person, words: &str) -> bool {
    std::iter::once(&person.name)
        .chain(&person.aliases)
        .any(|name| fold(name.raw()).contains(words))
}
