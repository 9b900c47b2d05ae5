//! Matching: which events and quotes a query shows.
//!
//! Each term is two sets, of the events and of the quotes for which it holds; what a query shows is
//! what they have in common.

use crate::timeline::{Bits, Days as Span, Facet, Members, RoleIx, Timeline};

use super::{Counts, Days, Hits, Part, Query, Shown, Term, Test, Value, words};

/// Everything in `timeline` for which every term of `query` holds.
///
/// Events are tested as wholes; terms that ask for a speaker, a form or a state must hold for one and
/// the same of its quotes. A quote is tested by itself: `participant:` by whom it was said for, `topic:`,
/// `source:` and `sources:` by its own, `date:` and `year:` by its date, words by its text and its
/// speaker's names; what only events have is asked of its event.
pub fn select(timeline: &Timeline, query: &Query) -> Hits {
    Hits::of(&shown(timeline, query), timeline)
}

/// The same, as sets.
pub fn shown(timeline: &Timeline, query: &Query) -> Shown {
    let conditions = conditions(timeline, query);
    let mut quotes = Bits::every(timeline.quote_count());
    for condition in &conditions {
        quotes.intersect(&condition.quotes);
    }
    Shown::new(events(timeline, conditions.iter()), quotes)
}

/// The events that `query` shows.
pub(super) fn shown_events(timeline: &Timeline, query: &Query) -> Bits {
    events(timeline, conditions(timeline, query).iter())
}

/// For each term of `query` how many events would be shown without it.
pub(super) fn shown_without_each(timeline: &Timeline, query: &Query) -> Vec<usize> {
    let conditions = conditions(timeline, query);
    let without = (0..conditions.len()).map(|dropped| {
        let others = conditions.iter().enumerate();
        let others = others.filter(|(at, _)| *at != dropped);
        events(timeline, others.map(|(_, condition)| condition)).count()
    });
    without.collect()
}

/// For what a term holds.
struct Condition {
    events: Bits,
    quotes: Bits,
    /// Whether all such terms must hold together for one of an event's quotes; then it does not matter
    /// which events have it as wholes.
    is_of_one_quote: bool,
}

fn conditions(timeline: &Timeline, query: &Query) -> Vec<Condition> {
    let terms = query.terms().iter();
    terms.map(|term| Condition::of(timeline, term)).collect()
}

/// The events for which all conditions hold.
fn events<'c>(timeline: &Timeline, conditions: impl Iterator<Item = &'c Condition>) -> Bits {
    let mut events = Bits::every(timeline.events().len());
    let mut quotes: Option<Bits> = None;
    for condition in conditions {
        if !condition.is_of_one_quote {
            events.intersect(&condition.events);
        } else if let Some(quotes) = &mut quotes {
            quotes.intersect(&condition.quotes);
        } else {
            quotes = Some(condition.quotes.clone());
        }
    }
    if let Some(quotes) = quotes {
        events.intersect(&timeline.events_of_all(&quotes));
    }
    events
}

impl Condition {
    fn of(timeline: &Timeline, term: &Term) -> Self {
        let asked_of_quotes = matches!(
            term.test,
            Test::Values(Facet::Speaker | Facet::Form | Facet::State, _)
        );
        let (mut events, mut quotes) = holding(timeline, &term.test);
        if term.not {
            events.flip();
            quotes.flip();
        }
        Self {
            events,
            quotes,
            is_of_one_quote: asked_of_quotes && !term.not,
        }
    }
}

/// The events and the quotes for which a test holds.
fn holding(timeline: &Timeline, test: &Test) -> (Bits, Bits) {
    match test {
        Test::Words(words) => {
            let found = words::find(timeline, words, usize::MAX);
            let found = found.map(|found| (found.events, found.quotes));
            found.unwrap_or_else(|| nothing(timeline))
        }
        Test::Values(Facet::Participant, values) if values.iter().any(|v| v.role.is_some()) => {
            with_parts(timeline, values)
        }
        Test::Values(facet, values) => with_values(timeline, *facet, values),
        Test::Days { ranges, .. } => {
            let digest = timeline.digest();
            (
                on_days(&digest.days, ranges),
                on_days(&digest.quote_days, ranges),
            )
        }
        Test::Sources(counts) => {
            let digest = timeline.digest();
            (
                with_counts(&digest.sources, counts),
                with_counts(&digest.quote_sources, counts),
            )
        }
        Test::Has(parts) => {
            let mut events = Bits::none(timeline.events().len());
            for part in parts {
                events.unite(&with_part(timeline, *part));
            }
            with_their_quotes(timeline, events)
        }
    }
}

fn nothing(timeline: &Timeline) -> (Bits, Bits) {
    (
        Bits::none(timeline.events().len()),
        Bits::none(timeline.quote_count()),
    )
}

/// Events, and all their quotes.
fn with_their_quotes(timeline: &Timeline, events: Bits) -> (Bits, Bits) {
    let quotes = timeline.quotes_of_all(&events);
    (events, quotes)
}

/// What has one of some values; a key that the timeline does not have (any more) leads to none.
fn with_values(timeline: &Timeline, facet: Facet, wanted: &[Value]) -> (Bits, Bits) {
    let values = timeline.values(facet);
    let is_wanted = |key: &str| wanted.iter().any(|value| value.key == key);
    let add = |having: &[Members], set: &mut Bits| {
        let having = values.all().iter().zip(having);
        let having = having.filter(|(value, _)| is_wanted(&value.key));
        for (_, members) in having {
            members.add_to(set);
        }
    };
    let (mut events, mut quotes) = nothing(timeline);
    add(values.events(), &mut events);
    let Some(having) = values.quotes() else {
        return with_their_quotes(timeline, events);
    };
    add(having, &mut quotes);
    (events, quotes)
}

/// The events in which one of some participants took part in a role, and what was said for them there.
fn with_parts(timeline: &Timeline, wanted: &[Value]) -> (Bits, Bits) {
    let participants = timeline.values(Facet::Participant);
    let (mut events, mut quotes) = nothing(timeline);
    for value in wanted {
        let known = participants.all().iter();
        let Some(at) = known.clone().position(|known| known.key == value.key) else {
            continue;
        };
        let role = value.role.as_ref().map(|id| {
            let role = timeline.roles().iter().position(|role| role.id == *id);
            role.map(RoleIx::new)
        });
        let (mut here, mut said) = nothing(timeline);
        for ((as_what, who), attended) in timeline.attending().iter() {
            if who.index() == at && role.is_none_or(|role| role == Some(as_what)) {
                attended.add_to(&mut here);
            }
        }
        let said_for = participants.quotes().and_then(|quotes| quotes.get(at));
        if let Some(quotes) = said_for {
            quotes.add_to(&mut said);
        }
        said.intersect(&timeline.quotes_of_all(&here));
        events.unite(&here);
        quotes.unite(&said);
    }
    (events, quotes)
}

/// What has days in common with one of some ranges.
fn on_days(days: &[Span], ranges: &[Days]) -> Bits {
    those(days, |&(first, last)| {
        ranges.iter().any(|range| range.overlaps(first, last))
    })
}

fn with_counts(all: &[u32], counts: &[Counts]) -> Bits {
    those(all, |&count| {
        counts.iter().any(|counts| counts.contains(count as usize))
    })
}

/// The places of those of which something is true.
fn those<T>(all: &[T], is_true: impl Fn(&T) -> bool) -> Bits {
    let mut set = Bits::none(all.len());
    for (at, it) in all.iter().enumerate() {
        if is_true(it) {
            set.insert(at);
        }
    }
    set
}

/// The events that have a part.
fn with_part(timeline: &Timeline, part: Part) -> Bits {
    let digest = timeline.digest();
    let having = match part {
        Part::Doubt => &digest.doubted,
        Part::Document => &digest.documented,
        Part::Outcome => &digest.settled,
        Part::Next => &digest.announcing,
        Part::Source => return those(&digest.sources, |&count| count > 0),
        Part::Quote => {
            let all = Bits::every(timeline.quote_count());
            return timeline.events_of_all(&all);
        }
    };
    let mut events = Bits::none(timeline.events().len());
    having.add_to(&mut events);
    events
}
