//! What a query could ask for, with how much each value would show.

use crate::timeline::{Bits, Facet, Timeline};

use super::select::{shown_events, shown_without_each};
use super::{Query, Shown, Term};

/// A value a query can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Its field.
    pub facet: Facet,
    /// Its place among the field's values.
    pub place: usize,
    /// How many of the events that the rest of the query shows have it.
    pub events: usize,
}

/// Every value of a field, with its events under `query` less the terms that ask for this field; most
/// events first, then in the order of the files.
pub fn count(timeline: &Timeline, query: &Query, facet: Facet) -> Vec<Counted> {
    let rest = query.without(|term| term.asks_for(facet));
    count_among(timeline, &shown_events(timeline, &rest), facet)
}

/// The same, where it is known what the query shows.
pub fn count_in(timeline: &Timeline, query: &Query, shown: &Shown, facet: Facet) -> Vec<Counted> {
    if query.terms().iter().any(|term| term.asks_for(facet)) {
        count(timeline, query, facet)
    } else {
        count_among(timeline, shown.events().bits(), facet)
    }
}

fn count_among(timeline: &Timeline, events: &Bits, facet: Facet) -> Vec<Counted> {
    let values = timeline.values(facet).events().iter().enumerate();
    let counted = values.map(|(place, having)| Counted {
        facet,
        place,
        events: having.count_in(events),
    });
    let mut counted: Vec<Counted> = counted.collect();
    counted.sort_by_key(|counted| std::cmp::Reverse(counted.events));
    counted
}

/// Which terms empty a query that shows no event: those without any of which it would show some, with
/// how many; nothing if it takes several together.
pub fn emptying<'q>(timeline: &Timeline, query: &'q Query) -> Vec<(&'q Term, usize)> {
    let without = shown_without_each(timeline, query);
    let without = query.terms().iter().zip(without);
    without.filter(|(_, events)| *events > 0).collect()
}
