//! What has hits, in the order of the list.

mod events;
mod quotes;

use crate::tui::app::{App, View};

use super::{Hit, Item, Search};
use events::InEvents;
use quotes::InQuotes;

/// A place among all that can have hits, in the order of the list.
pub type Rank = (usize, usize);

/// What can have hits in a view.
struct Spot {
    rank: Rank,
    item: Item,
    /// How many; unknown until they are counted.
    hits: Option<usize>,
}

/// The hits in what the view lists.
pub struct Found<'a> {
    app: &'a App,
}

/// Where looking for a hit leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// To a hit.
    Hit(Hit),
    /// Nowhere: there is none.
    Nothing,
    /// To something in which hits have not been counted yet.
    Uncounted,
}

impl Reached {
    /// Where looking at an item leads, of whose hits `nth` says which is meant; nowhere if none is.
    fn of(item: Item, hits: Option<usize>, nth: impl Fn(usize) -> Option<usize>) -> Option<Self> {
        let Some(hits) = hits else {
            return Some(Self::Uncounted);
        };
        nth(hits).map(|nth| Self::Hit(Hit { item, nth }))
    }
}

/// What a view lists. Events and quotes may be many: going through all of them is avoided.
enum List<'a> {
    Events(InEvents<'a>),
    Quotes(InQuotes<'a>),
    Others(Vec<Spot>),
}

impl<'a> Found<'a> {
    /// The hits of the search that is on.
    pub const fn of(app: &'a App) -> Self {
        Self { app }
    }

    fn list(&self) -> List<'a> {
        let app = self.app;
        let Some(search) = &app.search else {
            return List::Others(Vec::new());
        };
        match app.view {
            View::Timeline => List::Events(InEvents::of(app, &search.counts.events)),
            View::Quotes => List::Quotes(InQuotes::of(app, &search.counts)),
            View::Participants => List::Others(in_parts(app, search).collect()),
            View::Sources => List::Others(in_sources(app, search).collect()),
            View::Zones => List::Others(in_zones(app, search).into_iter().collect()),
        }
    }

    /// How many there are, once all are counted.
    pub fn total(&self) -> Option<usize> {
        match self.list() {
            List::Events(events) => events.total(),
            List::Quotes(quotes) => quotes.total(),
            List::Others(spots) => spots.iter().map(|spot| spot.hits).sum(),
        }
    }

    /// In what hits have not been counted yet, in the order of the list, beginning at a rank.
    pub(super) fn uncounted_from(&self, from: Rank) -> Box<dyn Iterator<Item = Item> + 'a> {
        match self.list() {
            List::Events(events) => Box::new(events.uncounted_from(from)),
            List::Quotes(quotes) => Box::new(quotes.uncounted_from(from)),
            List::Others(spots) => {
                let (behind, before): (Vec<Spot>, Vec<Spot>) =
                    spots.into_iter().partition(|spot| spot.rank >= from);
                let all = behind.into_iter().chain(before);
                Box::new(all.filter(|spot| spot.hits.is_none()).map(|spot| spot.item))
            }
        }
    }

    /// The first hit behind the `nth` of those at a rank, itself included.
    pub fn first_from(&self, (from, nth): (Rank, usize)) -> Reached {
        let spots = match self.list() {
            List::Events(events) => return events.first_from((from, nth)),
            List::Quotes(quotes) => return quotes.first_from((from, nth)),
            List::Others(spots) => spots,
        };
        let mut behind = spots.iter().skip_while(|spot| spot.rank < from);
        let reached = behind.find_map(|spot| {
            let before = if spot.rank == from { nth } else { 0 };
            Reached::of(spot.item, spot.hits, |hits| {
                (hits > before).then_some(before)
            })
        });
        reached.unwrap_or(Reached::Nothing)
    }

    /// The last hit before the `nth` of those at a rank.
    pub fn last_before(&self, (to, nth): (Rank, usize)) -> Reached {
        let spots = match self.list() {
            List::Events(events) => return events.last_before((to, nth)),
            List::Quotes(quotes) => return quotes.last_before((to, nth)),
            List::Others(spots) => spots,
        };
        let before = spots.iter().rev().filter(|spot| spot.rank <= to);
        let mut before = before.filter(|spot| spot.rank != to || nth > 0);
        let reached = before.find_map(|spot| {
            let most = if spot.rank == to { nth } else { usize::MAX };
            Reached::of(spot.item, spot.hits, |hits| hits.min(most).checked_sub(1))
        });
        reached.unwrap_or(Reached::Nothing)
    }

    /// The rank of what a hit is in, if the view lists it.
    pub fn rank(&self, hit: Hit) -> Option<Rank> {
        match self.list() {
            List::Events(events) => events.rank(hit),
            List::Quotes(quotes) => quotes.rank(hit),
            List::Others(spots) => {
                let mut spots = spots.iter();
                spots
                    .find(|spot| spot.item == hit.item)
                    .map(|spot| spot.rank)
            }
        }
    }

    /// How many come before a hit, once all of them are counted.
    pub fn number(&self, hit: Hit) -> Option<usize> {
        match self.list() {
            List::Events(events) => events.number(hit),
            List::Quotes(quotes) => quotes.number(hit),
            List::Others(spots) => {
                let before = spots.iter().take_while(|spot| spot.item != hit.item);
                let before: Option<usize> = before.map(|spot| spot.hits).sum();
                Some(before? + hit.nth)
            }
        }
    }
}

/// The rows of the participants view.
fn in_parts<'a>(app: &'a App, search: &'a Search) -> impl Iterator<Item = Spot> + 'a {
    let rows = app.grid().rows().iter().enumerate();
    let parts = rows.filter_map(|(row, it)| Some((row, it.part()?)));
    parts.map(|(row, part)| {
        let item = Item::Part(part);
        Spot {
            rank: (row, 0),
            item,
            hits: search.counts.of(&app.timeline, item),
        }
    })
}

fn in_sources<'a>(app: &'a App, search: &'a Search) -> impl Iterator<Item = Spot> + 'a {
    app.source_rows().iter().enumerate().map(|(at, row)| {
        let item = Item::Source(row.source);
        Spot {
            rank: (at, 0),
            item,
            hits: search.counts.of(&app.timeline, item),
        }
    })
}

/// The history of all zones: there is one for every event, and only that of the selected is shown.
fn in_zones(app: &App, search: &Search) -> Option<Spot> {
    let item = Item::Zones(app.selected_event()?);
    Some(Spot {
        rank: (0, 0),
        item,
        hits: search.counts.of(&app.timeline, item),
    })
}
