//! What has hits, in the order of the list.

use crate::tui::app::{App, View};
use crate::tui::rows::SpeakerRow;

use super::{Hit, Item, Search};

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

impl<'a> Found<'a> {
    /// The hits of the search that is on.
    pub const fn of(app: &'a App) -> Self {
        Self { app }
    }

    fn spots(&self) -> impl Iterator<Item = Spot> + use<'a> {
        let app = self.app;
        let search = app.search.as_ref();
        let events = search.filter(|_| app.view == View::Timeline);
        let quotes = search.filter(|_| app.view == View::Quotes);
        let parts = search.filter(|_| app.view == View::Participants);
        let events = events.into_iter().flat_map(|search| in_events(app, search));
        let quotes = quotes.into_iter().flat_map(|search| in_quotes(app, search));
        let parts = parts.into_iter().flat_map(|search| in_parts(app, search));
        let sources = search.filter(|_| app.view == View::Sources);
        let sources = sources
            .into_iter()
            .flat_map(|search| in_sources(app, search));
        let zones = search.filter(|_| app.view == View::Zones);
        let zones = zones.and_then(|search| in_zones(app, search));
        let (lists, zones) = (events.chain(quotes).chain(parts), zones.into_iter());
        lists.chain(sources).chain(zones)
    }

    /// How many there are, once all are counted.
    pub fn total(&self) -> Option<usize> {
        self.spots().map(|spot| spot.hits).sum()
    }

    /// In what hits have not been counted yet, in the order of the list, beginning at a rank.
    pub(super) fn uncounted_from(&self, from: Rank) -> impl Iterator<Item = Item> + use<'a> {
        let behind = self.spots().skip_while(move |spot| spot.rank < from);
        let before = self.spots().take_while(move |spot| spot.rank < from);
        let uncounted = behind.chain(before).filter(|spot| spot.hits.is_none());
        uncounted.map(|spot| spot.item)
    }

    /// The first hit behind the `nth` of those at a rank, itself included.
    pub fn first_from(&self, (from, nth): (Rank, usize)) -> Reached {
        let mut behind = self.spots().skip_while(|spot| spot.rank < from);
        let reached = behind.find_map(|spot| {
            let before = if spot.rank == from { nth } else { 0 };
            match spot.hits {
                None => Some(Reached::Uncounted),
                Some(hits) => (hits > before).then_some(Reached::Hit(Hit {
                    item: spot.item,
                    nth: before,
                })),
            }
        });
        reached.unwrap_or(Reached::Nothing)
    }

    /// The last hit before the `nth` of those at a rank.
    pub fn last_before(&self, (to, nth): (Rank, usize)) -> Reached {
        let before = self.spots().take_while(|spot| spot.rank <= to);
        let mut reached = Reached::Nothing;
        for spot in before {
            let most = if spot.rank == to { nth } else { usize::MAX };
            reached = match spot.hits {
                _ if most == 0 => reached,
                None => Reached::Uncounted,
                Some(0) => reached,
                Some(hits) => Reached::Hit(Hit {
                    item: spot.item,
                    nth: hits.min(most) - 1,
                }),
            };
        }
        reached
    }

    /// The rank of what a hit is in, if the view lists it.
    pub fn rank(&self, hit: Hit) -> Option<Rank> {
        let spot = self.spots().find(|spot| spot.item == hit.item);
        spot.map(|spot| spot.rank)
    }

    /// How many come before a hit, once all of them are counted.
    pub fn number(&self, hit: Hit) -> Option<usize> {
        let before = self.spots().take_while(|spot| spot.item != hit.item);
        let before: Option<usize> = before.map(|spot| spot.hits).sum();
        Some(before? + hit.nth)
    }
}

fn in_events<'a>(app: &'a App, search: &'a Search) -> impl Iterator<Item = Spot> + 'a {
    app.hits.events().iter().map(|&event| {
        let item = Item::Event(event);
        Spot {
            rank: (event.index(), 0),
            item,
            hits: search.counts.of(&app.timeline, item),
        }
    })
}

fn in_quotes<'a>(app: &'a App, search: &'a Search) -> impl Iterator<Item = Spot> + 'a {
    let rows = app.quotes.rows.iter().enumerate();
    rows.flat_map(move |(row, speaker)| {
        let speaker = match *speaker {
            SpeakerRow::Speaker { speaker, .. } => Some(speaker),
            SpeakerRow::Heading(_) => None,
        };
        let said = speaker.and_then(|speaker| app.quotes.said.get(&speaker));
        let quotes = said.into_iter().flatten().map(|&at| Item::Quote(at));
        let items = speaker.map(Item::Speaker).into_iter().chain(quotes);
        items.enumerate().map(move |(at, item)| Spot {
            rank: (row, at),
            item,
            hits: search.counts.of(&app.timeline, item),
        })
    })
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
