//! All hits, in the order of the list.

use crate::text::Folded;
use crate::tui::app::{App, View};
use crate::tui::rows::SpeakerRow;

use super::{Hit, Item, Search};

/// A place among all that can have hits, in the order of the list.
pub type Rank = (usize, usize);

/// What has hits in a view.
struct Spot {
    rank: Rank,
    item: Item,
    hits: usize,
}

/// All hits in the view, in the order of the list.
pub struct Found {
    spots: Vec<Spot>,
}

impl Found {
    /// All hits in what the view lists.
    pub fn of(app: &App) -> Self {
        let mut spots = match (&app.search, app.view) {
            (Some(search), View::Timeline) => in_events(app, search),
            (Some(search), View::Quotes) => in_quotes(app, search),
            (Some(search), View::Participants) => in_parts(app, search),
            (None, _) | (Some(_), View::Sources | View::Zones) => Vec::new(),
        };
        spots.retain(|spot| spot.hits > 0);
        Self { spots }
    }

    /// How many there are.
    pub fn total(&self) -> usize {
        self.spots.iter().map(|spot| spot.hits).sum()
    }

    /// How many there are before the `nth` of those at a rank.
    pub fn before(&self, (rank, nth): (Rank, usize)) -> usize {
        let at = self.spots.partition_point(|spot| spot.rank < rank);
        let before = self
            .spots
            .iter()
            .take(at)
            .map(|spot| spot.hits)
            .sum::<usize>();
        let here = self.spots.get(at).filter(|spot| spot.rank == rank);
        before + here.map_or(0, |spot| spot.hits.min(nth))
    }

    /// The hit before which there are `number`.
    pub fn hit(&self, number: usize) -> Option<Hit> {
        let mut nth = number;
        for spot in &self.spots {
            if nth < spot.hits {
                return Some(Hit {
                    item: spot.item,
                    nth,
                });
            }
            nth -= spot.hits;
        }
        None
    }

    /// How many come before a hit, if it is one.
    pub fn number(&self, hit: Hit) -> Option<usize> {
        let spot = self.spots.iter().find(|spot| spot.item == hit.item)?;
        (hit.nth < spot.hits).then(|| self.before((spot.rank, hit.nth)))
    }
}

fn in_events(app: &App, search: &Search) -> Vec<Spot> {
    let counts = search.in_events(app);
    let events = app.hits.events().iter().map(|&event| Spot {
        rank: (event.index(), 0),
        item: Item::Event(event),
        hits: counts.get(event.index()).copied().unwrap_or(0),
    });
    events.collect()
}

/// The names of the rows of the participants view, as they are in full.
fn in_parts(app: &App, search: &Search) -> Vec<Spot> {
    let rows = app.grid().rows().iter().enumerate();
    let parts = rows.filter_map(|(row, it)| Some((row, it.part()?)));
    let spots = parts.map(|(row, part)| {
        let name = app.timeline[part.participant].name.shown();
        let name = app.settings.glyphs.set(name);
        Spot {
            rank: (row, 0),
            item: Item::Part(part),
            hits: search.forms.count(&Folded::of(&name)),
        }
    });
    spots.collect()
}

fn in_quotes(app: &App, search: &Search) -> Vec<Spot> {
    let counts = search.in_quotes(app);
    let mut spots = Vec::new();
    for (row, speaker) in app.quotes.rows.iter().enumerate() {
        let SpeakerRow::Speaker { speaker, .. } = *speaker else {
            continue;
        };
        spots.push(Spot {
            rank: (row, 0),
            item: Item::Speaker(speaker),
            hits: counts.speakers.get(&speaker).copied().unwrap_or(0),
        });
        let quotes = app.quotes.said.get(&speaker).into_iter().flatten();
        spots.extend(quotes.zip(1..).map(|(&quote, at)| Spot {
            rank: (row, at),
            item: Item::Quote(quote),
            hits: counts.quote(quote).copied().unwrap_or(0),
        }));
    }
    spots
}
