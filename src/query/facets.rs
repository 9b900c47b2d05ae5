//! What a query could ask for, with how much each value would show.

use crate::timeline::{ParticipantIx, Timeline};

use super::{Query, Term, select};

/// A value a query can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facet {
    /// The participant.
    pub participant: ParticipantIx,
    /// In how many of the events that the rest of the query shows it took part.
    pub events: usize,
}

/// Every participant, with its events under `query` less the terms that ask for participants;
/// most events first, then in file order.
pub fn participants(timeline: &Timeline, query: &Query) -> Vec<Facet> {
    let rest = query.without(Term::asks_for_participants);
    let mut counts = vec![0; timeline.participants().len()];
    for &event in select(timeline, &rest).events() {
        let mut seen: Vec<ParticipantIx> = Vec::new();
        for part in &timeline[event].participants {
            if !seen.contains(&part.participant) {
                seen.push(part.participant);
                counts
                    .iter_mut()
                    .skip(part.participant.index())
                    .take(1)
                    .for_each(|n| *n += 1);
            }
        }
    }
    let facets = counts.into_iter().enumerate();
    let facets = facets.map(|(at, events)| Facet {
        participant: ParticipantIx::new(at),
        events,
    });
    let mut facets: Vec<Facet> = facets.collect();
    facets.sort_by_key(|facet| std::cmp::Reverse(facet.events));
    facets
}
