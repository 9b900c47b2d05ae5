//! Matching: which events and quotes a query shows.

use crate::timeline::{Event, EventIx, Facet, QuoteIx, RoleIx, Timeline};

use super::words::Words;
use super::{Counts, Days, Part, Query, Term, Test, Value};

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
/// Events are tested as wholes; terms that ask for a speaker, a form or a state must hold for one and
/// the same of its quotes. A quote is tested by itself: `participant:` by whom it was said for, `topic:`,
/// `source:` and `sources:` by its own, `date:` and `year:` by its date, words by its text and its
/// speaker's names; what only events have is asked of its event.
pub fn select(timeline: &Timeline, query: &Query) -> Hits {
    let resolved = Resolved::of(timeline, query);
    let mut events = Vec::new();
    let mut is_shown = Vec::with_capacity(timeline.quote_count());
    // An event and its quotes lie together in memory: coming back to them, as an order by date does,
    // takes longer than looking through them.
    for event in timeline.event_handles() {
        events.extend(resolved.shows_event(event, None).then_some(event));
        let quotes = timeline.quotes_of(event);
        is_shown.extend(quotes.map(|quote| resolved.shows_quote(quote)));
    }
    let is_shown = |&quote: &QuoteIx| {
        let shown = is_shown.get(timeline.quote_number(quote));
        shown.copied().unwrap_or(false)
    };
    let quotes = timeline.quotes_by_date().iter().copied();
    Hits {
        events,
        quotes: quotes.filter(is_shown).collect(),
    }
}

/// The events that `query` shows, oldest first.
pub(super) fn shown_events(timeline: &Timeline, query: &Query) -> Vec<EventIx> {
    let resolved = Resolved::of(timeline, query);
    let events = timeline.event_handles();
    events
        .filter(|&event| resolved.shows_event(event, None))
        .collect()
}

/// For each term of `query` how many events would be shown without it.
pub(super) fn shown_without_each(timeline: &Timeline, query: &Query) -> Vec<usize> {
    let resolved = Resolved::of(timeline, query);
    let mut counts = vec![0; query.terms().len()];
    for event in timeline.event_handles() {
        for (term, count) in counts.iter_mut().enumerate() {
            *count += usize::from(resolved.shows_event(event, Some(term)));
        }
    }
    counts
}

/// A query made ready to test many items.
struct Resolved<'t> {
    timeline: &'t Timeline,
    /// Terms that are asked of an event as a whole.
    of_event: Vec<Condition>,
    /// Terms that must hold together for one of its quotes.
    of_one_quote: Vec<Condition>,
}

/// A term made ready.
struct Condition {
    /// The term's place in the query.
    term: usize,
    not: bool,
    what: What,
}

enum What {
    Words(Words),
    /// Which of the field's values are wanted, by their place.
    Values(Facet, Vec<bool>),
    /// Participants that are wanted in one role only.
    Parts(Vec<(usize, Option<RoleIx>)>),
    Days(Vec<Days>),
    Sources(Vec<Counts>),
    Has(Vec<Part>),
}

impl<'t> Resolved<'t> {
    fn of(timeline: &'t Timeline, query: &Query) -> Self {
        let (mut of_event, mut of_one_quote) = (Vec::new(), Vec::new());
        for (place, term) in query.terms().iter().enumerate() {
            let asked_of_quotes = matches!(
                term.test,
                Test::Values(Facet::Speaker | Facet::Form | Facet::State, _)
            );
            let condition = Condition::of(timeline, term, place);
            if asked_of_quotes && !term.not {
                of_one_quote.push(condition);
            } else {
                of_event.push(condition);
            }
        }
        Self {
            timeline,
            of_event,
            of_one_quote,
        }
    }

    /// Whether an event is shown; with a term dropped, if one is named by its place.
    fn shows_event(&self, event: EventIx, dropped: Option<usize>) -> bool {
        let stays = |condition: &&Condition| Some(condition.term) != dropped;
        let mut of_event = self.of_event.iter().filter(stays);
        let of_one_quote = || self.of_one_quote.iter().filter(stays);
        of_event.all(|condition| condition.holds_for_event(self.timeline, event))
            && (of_one_quote().next().is_none()
                || self.timeline.quotes_of(event).any(|quote| {
                    of_one_quote().all(|condition| condition.holds_for_quote(self.timeline, quote))
                }))
    }

    fn shows_quote(&self, quote: QuoteIx) -> bool {
        let mut all = self.of_event.iter().chain(&self.of_one_quote);
        all.all(|condition| condition.holds_for_quote(self.timeline, quote))
    }
}

impl Condition {
    fn of(timeline: &Timeline, term: &Term, place: usize) -> Self {
        let what = match &term.test {
            Test::Words(words) => What::Words(Words::of(timeline, words)),
            Test::Values(Facet::Participant, values) if values.iter().any(|v| v.role.is_some()) => {
                What::Parts(parts(timeline, values))
            }
            Test::Values(facet, values) => What::Values(*facet, wanted(timeline, *facet, values)),
            Test::Days { ranges, .. } => What::Days(ranges.clone()),
            Test::Sources(counts) => What::Sources(counts.clone()),
            Test::Has(parts) => What::Has(parts.clone()),
        };
        Self {
            term: place,
            not: term.not,
            what,
        }
    }

    fn holds_for_event(&self, timeline: &Timeline, at: EventIx) -> bool {
        let event = &timeline[at];
        let holds = match &self.what {
            What::Words(words) => words.are_in_event(timeline, at),
            What::Values(facet, wanted) => has_one(timeline.values(*facet).of_event(at), wanted),
            What::Parts(wanted) => takes_part(event, wanted, |_| true),
            What::Days(ranges) => {
                let (first, last) = (event.first_day(), event.last_day());
                ranges.iter().any(|range| range.overlaps(first, last))
            }
            What::Sources(counts) => has_count(counts, event.sources.len()),
            What::Has(parts) => parts.iter().any(|part| part.is_in(event)),
        };
        holds != self.not
    }

    fn holds_for_quote(&self, timeline: &Timeline, at: QuoteIx) -> bool {
        let (event, quote) = (&timeline[at.event], &timeline[at]);
        let holds = match &self.what {
            What::Words(words) => words.are_in_quote(timeline, at),
            What::Values(facet, wanted) => {
                has_one(timeline.values(*facet).of_quote(timeline, at), wanted)
            }
            What::Parts(wanted) => {
                let said_for = timeline.quote_participant(quote);
                takes_part(event, wanted, |at| {
                    said_for.is_some_and(|it| it.index() == at)
                })
            }
            What::Days(ranges) => {
                let (first, last) = (quote.date.first(), quote.date.last());
                ranges.iter().any(|range| range.overlaps(first, last))
            }
            What::Sources(counts) => has_count(counts, quote.sources.len()),
            What::Has(parts) => parts.iter().any(|part| part.is_in(event)),
        };
        holds != self.not
    }
}

/// Which values of a field are wanted; a key that the timeline does not have (any more) leads to none.
fn wanted(timeline: &Timeline, facet: Facet, values: &[Value]) -> Vec<bool> {
    let all = timeline.values(facet).all().iter();
    all.map(|known| values.iter().any(|value| value.key == known.key))
        .collect()
}

fn parts(timeline: &Timeline, values: &[Value]) -> Vec<(usize, Option<RoleIx>)> {
    let all = timeline.values(Facet::Participant).all();
    let parts = values.iter().filter_map(|value| {
        let participant = all.iter().position(|known| known.key == value.key)?;
        let role = match &value.role {
            None => None,
            Some(id) => {
                let role = timeline.roles().iter().position(|role| role.id == *id)?;
                Some(RoleIx::new(role))
            }
        };
        Some((participant, role))
    });
    parts.collect()
}

fn takes_part(
    event: &Event,
    wanted: &[(usize, Option<RoleIx>)],
    counts: impl Fn(usize) -> bool,
) -> bool {
    event.participants.iter().any(|part| {
        let is_wanted = |(participant, role): &(usize, Option<RoleIx>)| {
            *participant == part.participant.index() && role.is_none_or(|role| role == part.role)
        };
        wanted.iter().any(is_wanted) && counts(part.participant.index())
    })
}

fn has_one(places: &[u32], wanted: &[bool]) -> bool {
    places
        .iter()
        .any(|&at| wanted.get(at as usize).copied().unwrap_or(false))
}

fn has_count(counts: &[Counts], count: usize) -> bool {
    counts.iter().any(|counts| counts.contains(count))
}
