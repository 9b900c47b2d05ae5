//! How often what is looked for occurs, counted step by step.
//!
//! Counting all of a large timeline takes longer than a key may. So it is done in steps, each of
//! about as much work, from where the reader is: the first hit is there at once, how many there are
//! a moment later.

use std::collections::HashMap;

use crate::text::{Folded, Forms};
use crate::timeline::Timeline;
use crate::tui::app::App;
use crate::tui::document;

use super::tally::Tally;
use super::{Found, Item, here};

/// How much is counted in a step, in bytes of folded text to look through: some milliseconds.
const STEP: usize = 4_000_000;
/// What looking at a text costs besides, in the same measure.
const LOOK: usize = 1000;
/// In so many items at most hits are counted in a step.
pub(super) const MOST: usize = STEP / LOOK + 1;
/// What a hit costs.
const HIT: usize = 60;
/// How many times longer it takes to fold a text than to look through it.
const FOLD: usize = 60;

/// How often something occurs in what was counted so far. It occurs as often whatever the filter
/// shows.
#[derive(Debug, Clone, Default)]
pub(super) struct Counts {
    pub(super) events: Tally,
    /// In the order of the files.
    pub(super) quotes: Tally,
    sources: Tally,
    /// What stands besides: few and short.
    others: HashMap<Item, usize>,
}

impl Counts {
    pub(super) fn of(&self, timeline: &Timeline, item: Item) -> Option<usize> {
        match item {
            Item::Event(at) => self.events.of(at.index()),
            Item::Quote(at) => self.quotes.of(timeline.quote_number(at)),
            Item::Source(at) => self.sources.of(at.index()),
            Item::Speaker(_) | Item::Part(_) | Item::Zones(_) => self.others.get(&item).copied(),
        }
    }

    fn note(&mut self, timeline: &Timeline, item: Item, hits: usize) {
        match item {
            Item::Event(at) => {
                let events = timeline.events().len();
                self.events.note(at.index(), events, hits);
            }
            Item::Quote(at) => {
                let number = timeline.quote_number(at);
                self.quotes.note(number, timeline.quote_count(), hits);
            }
            Item::Source(at) => {
                let sources = timeline.sources().len();
                self.sources.note(at.index(), sources, hits);
            }
            Item::Speaker(_) | Item::Part(_) | Item::Zones(_) => {
                self.others.insert(item, hits);
            }
        }
    }
}

/// Counts the hits in some more of what the view lists, first in what comes behind where the reader
/// is.
pub fn count_more(app: &mut App) {
    let Some(search) = &app.search else { return };
    let found = Found::of(app);
    let from = here(app).map_or((0, 0), |(rank, _)| rank);
    let mut left = Some(STEP);
    let mut counted = Vec::new();
    for item in found.uncounted_from(from) {
        let Some(budget) = left else { break };
        let Some((hits, cost)) = count(app, search.forms(), item) else {
            break;
        };
        counted.push((item, hits));
        left = budget.checked_sub(cost);
    }
    let App {
        search, timeline, ..
    } = app;
    if let Some(search) = search {
        for (item, hits) in counted {
            search.counts.note(timeline, item, hits);
        }
    }
}

/// How many hits something has, and what it cost to count them; none if it is so long that it was not folded at once.
fn count(app: &App, forms: &Forms, item: Item) -> Option<(usize, usize)> {
    let (timeline, glyphs) = (&app.timeline, app.settings.glyphs);
    let other;
    let looked = match item {
        Item::Event(at) => app.index.event(timeline, at, glyphs),
        Item::Quote(at) => app.index.quote(timeline, at, glyphs),
        Item::Speaker(at) => {
            other = document::speaker_folded(timeline, at, glyphs);
            Some((&other, true))
        }
        Item::Source(at) => Some(app.index.source(timeline, at, glyphs)?),
        Item::Zones(at) => {
            other = document::zones_folded(timeline, at, glyphs);
            Some((&other, true))
        }
        Item::Part(at) => {
            // The name of its row, as it is in full.
            let name = timeline[at.participant].name.shown();
            other = Folded::of(&glyphs.set(name));
            Some((&other, true))
        }
    };
    let Some((text, is_new)) = looked else {
        return Some((0, LOOK));
    };
    let hits = forms.count(text);
    let read = LOOK + text.text().len();
    let folded = if is_new { read * FOLD } else { 0 };
    Some((hits, read * forms.len() + hits * HIT + folded))
}
