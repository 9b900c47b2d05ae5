//! The offices that somebody held.

use crate::timeline::{Event, QuoteIx, SourceIx, Timeline};

use super::common::rests_on;
use super::pages::Part;

/// An office, and the first and the last event at which somebody is known to have held it.
pub(super) struct Office<'t> {
    pub(super) title: &'t str,
    pub(super) first: &'t Event,
    pub(super) last: &'t Event,
    pub(super) sources: Vec<SourceIx>,
}

/// The offices in which somebody led delegations and spoke, in order of time.
pub(super) fn offices<'t>(
    timeline: &'t Timeline,
    parts: &[Part<'t>],
    said: &[QuoteIx],
) -> Vec<Office<'t>> {
    let led = parts.iter().filter_map(|(event, part)| {
        let head = &timeline[part.head?];
        let title = part.head_title.as_ref().or(head.title.as_ref())?;
        Some((*event, title, rests_on(&part.sources, &timeline[*event])))
    });
    let spoke = said.iter().filter_map(|&at| {
        let quote = &timeline[at];
        Some((at.event, timeline.quote_title(quote)?, &*quote.sources))
    });
    let mut held: Vec<_> = led.chain(spoke).collect();
    held.sort_by_key(|(event, ..)| *event);
    let mut offices: Vec<Office<'t>> = Vec::new();
    for (event, title, sources) in held {
        let (event, title) = (&timeline[event], title.shown());
        if let Some(office) = offices.iter_mut().find(|office| office.title == title) {
            office.last = event;
        } else {
            offices.push(Office {
                title,
                first: event,
                last: event,
                sources: sources.to_vec(),
            });
        }
    }
    offices
}
