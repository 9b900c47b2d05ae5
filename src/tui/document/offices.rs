//! The offices that somebody held.

use crate::timeline::{EventIx, PersonIx, QuoteIx, SourceIx, Timeline};

use super::common::rests_on;

/// An office, and the first and the last event at which somebody is known to have held it.
#[derive(Debug)]
pub(super) struct Office {
    pub(super) title: String,
    pub(super) first: EventIx,
    pub(super) last: EventIx,
    pub(super) sources: Vec<SourceIx>,
}

/// The offices in which somebody led delegations at some events and spoke, in order of time.
pub(super) fn offices(
    timeline: &Timeline,
    person: PersonIx,
    led: &[EventIx],
    said: &[QuoteIx],
) -> Vec<Office> {
    let led = led.iter().flat_map(|&at| {
        let parts = timeline[at].participants.iter();
        let parts = parts.filter(move |part| part.head == Some(person));
        parts.filter_map(move |part| {
            let title = timeline.head_title(part)?;
            Some((at, title, rests_on(&part.sources, &timeline[at])))
        })
    });
    let spoke = said.iter().filter_map(|&at| {
        let quote = &timeline[at];
        Some((at.event, timeline.quote_title(quote)?, &*quote.sources))
    });
    let mut held: Vec<_> = led.chain(spoke).collect();
    held.sort_by_key(|(event, ..)| *event);
    let mut offices: Vec<Office> = Vec::new();
    for (event, title, sources) in held {
        let title = title.shown();
        if let Some(office) = offices.iter_mut().find(|office| office.title == title) {
            office.last = event;
        } else {
            offices.push(Office {
                title: title.to_owned(),
                first: event,
                last: event,
                sources: sources.to_vec(),
            });
        }
    }
    offices
}
