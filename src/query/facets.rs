//! What a query could ask for, with how much each value would show.

use crate::timeline::{Facet, Timeline};

use super::select::shown_events;
use super::{Query, Term};

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
    let values = timeline.values(facet);
    let mut counts = vec![0; values.all().len()];
    for event in shown_events(timeline, &rest) {
        for &place in values.of_event(event) {
            if let Some(count) = counts.get_mut(place as usize) {
                *count += 1;
            }
        }
    }
    let counted = counts.into_iter().enumerate();
    let counted = counted.map(|(place, events)| Counted {
        facet,
        place,
        events,
    });
    let mut counted: Vec<Counted> = counted.collect();
    counted.sort_by_key(|counted| std::cmp::Reverse(counted.events));
    counted
}

/// Which terms empty a query that shows no event: those without any of which it would show some, with
/// how many; nothing if it takes several together.
pub fn emptying<'q>(timeline: &Timeline, query: &'q Query) -> Vec<(&'q Term, usize)> {
    let terms = query.terms().iter();
    let without = terms.map(|term| {
        let rest = query.without(|other| other == term);
        (term, shown_events(timeline, &rest).len())
    });
    without.filter(|(_, events)| *events > 0).collect()
}
