//! Hits in the quotes view: in what stands above each speaker's quotes, and in these.

use crate::timeline::{Bits, QuoteIx, Speaker};
use crate::tui::app::App;
use crate::tui::search::counts::{Counts, MOST};
use crate::tui::search::{Hit, Item};

use super::{Rank, Reached};

/// The speakers that are listed with their quotes. A rank is a row, and the place in it: 0 is the head.
///
/// What a speaker said is put in order only where a hit is looked for.
pub(super) struct InQuotes<'a> {
    app: &'a App,
    counts: &'a Counts,
    shown: &'a Bits,
}

impl<'a> InQuotes<'a> {
    pub(super) const fn of(app: &'a App, counts: &'a Counts) -> Self {
        let shown = app.hits.quotes().bits();
        Self { app, counts, shown }
    }

    fn rows(&self) -> impl DoubleEndedIterator<Item = (usize, Speaker)> + use<'a> {
        let rows = self.app.speaker_rows().iter().enumerate();
        rows.filter_map(|(row, it)| Some((row, it.speaker()?)))
    }

    /// Whether one of a speaker's quotes is in a set.
    fn has_one(&self, speaker: Speaker, of: &Bits) -> bool {
        let said = self.app.timeline.said();
        let quotes = said.place(speaker).and_then(|place| said.quotes(place));
        quotes.is_some_and(|quotes| quotes.meet(of))
    }

    /// What is in a row, in order.
    fn items(&self, speaker: Speaker) -> impl DoubleEndedIterator<Item = (usize, Item)> + use<'a> {
        let quotes = self.app.said_by(speaker).iter().enumerate();
        let quotes = quotes.map(|(at, quote)| (at + 1, Item::Quote(*quote)));
        std::iter::once((0, Item::Speaker(speaker))).chain(quotes)
    }

    fn hits(&self, item: Item) -> Option<usize> {
        self.counts.of(&self.app.timeline, item)
    }

    fn is_in(&self, item: Item, of: &Bits) -> bool {
        match item {
            Item::Quote(quote) => of.contains(self.app.timeline.quote_number(quote)),
            _ => self.hits(item) != Some(0),
        }
    }

    pub(super) fn total(&self) -> Option<usize> {
        let heads: Option<usize> = self
            .rows()
            .map(|(_, it)| self.hits(Item::Speaker(it)))
            .sum();
        Some(heads? + self.counts.quotes.before(usize::MAX, self.shown)?)
    }

    /// What is uncounted at a rank and behind it, and then what is before it.
    pub(super) fn uncounted_from(self, from: Rank) -> impl Iterator<Item = Item> + use<'a> {
        let left = self.counts.quotes.uncounted(self.shown);
        let (behind, before): (Vec<_>, Vec<_>) = self.rows().partition(|(row, _)| *row >= from.0);
        let is_here = |(row, _): &&(usize, Speaker)| *row == from.0;
        // The row that is begun within comes round again with what stands before in it.
        let again = behind.first().filter(is_here).copied();
        let rows = behind.into_iter().chain(before);
        let rows = rows.map(move |(row, speaker)| {
            let first = if row == from.0 { from.1 } else { 0 };
            (speaker, first..usize::MAX)
        });
        let rows = rows.chain(again.map(|(_, speaker)| (speaker, 0..from.1)));
        rows.flat_map(move |(speaker, places)| {
            let has_some =
                self.hits(Item::Speaker(speaker)).is_none() || self.has_one(speaker, &left);
            let items = has_some.then(|| self.items(speaker)).into_iter().flatten();
            let items =
                items.filter(|(at, item)| places.contains(at) && self.hits(*item).is_none());
            items
                .map(|(_, item)| item)
                .take(MOST)
                .collect::<Vec<Item>>()
        })
    }

    pub(super) fn first_from(&self, (from, nth): (Rank, usize)) -> Reached {
        let worth = self.counts.quotes.worth_a_look(self.shown);
        let mut rows = self.rows().filter(|(row, _)| *row >= from.0);
        let reached = rows.find_map(|(row, speaker)| {
            if !self.is_worth_a_look(speaker, &worth) {
                return None;
            }
            let mut items = self.items(speaker).filter(|(at, _)| (row, *at) >= from);
            items.find_map(|(at, item)| {
                let before = if (row, at) == from { nth } else { 0 };
                Reached::of(item, self.hits(item), |hits| {
                    (hits > before).then_some(before)
                })
            })
        });
        reached.unwrap_or(Reached::Nothing)
    }

    pub(super) fn last_before(&self, (to, nth): (Rank, usize)) -> Reached {
        let worth = self.counts.quotes.worth_a_look(self.shown);
        let mut rows = self.rows().rev().filter(|(row, _)| *row <= to.0);
        let reached = rows.find_map(|(row, speaker)| {
            if !self.is_worth_a_look(speaker, &worth) {
                return None;
            }
            let items = self.items(speaker).rev();
            let mut items = items.filter(|(at, item)| {
                (row, *at) <= to && ((row, *at) != to || nth > 0) && self.is_in(*item, &worth)
            });
            items.find_map(|(at, item)| {
                let most = if (row, at) == to { nth } else { usize::MAX };
                Reached::of(item, self.hits(item), |hits| hits.min(most).checked_sub(1))
            })
        });
        reached.unwrap_or(Reached::Nothing)
    }

    fn is_worth_a_look(&self, speaker: Speaker, worth: &Bits) -> bool {
        self.hits(Item::Speaker(speaker)) != Some(0) || self.has_one(speaker, worth)
    }

    pub(super) fn rank(&self, hit: Hit) -> Option<Rank> {
        match hit.item {
            Item::Speaker(speaker) => Some((self.app.speaker_row(speaker)?, 0)),
            Item::Quote(quote) => {
                let speaker = Speaker::of(&self.app.timeline, quote);
                let place = self.place(quote, speaker)?;
                Some((self.app.speaker_row(speaker)?, place))
            }
            _ => None,
        }
    }

    fn place(&self, quote: QuoteIx, speaker: Speaker) -> Option<usize> {
        let mut quotes = self.app.said_by(speaker).iter();
        quotes.position(|at| *at == quote).map(|at| at + 1)
    }

    pub(super) fn number(&self, hit: Hit) -> Option<usize> {
        let (to, place) = self.rank(hit)?;
        let mut before = hit.nth;
        for (row, speaker) in self.rows().take_while(|(row, _)| *row <= to) {
            let items = self.items(speaker).map(|(at, item)| ((row, at), item));
            let items = items.take_while(|(rank, _)| *rank < (to, place));
            let hits: Option<usize> = items.map(|(_, item)| self.hits(item)).sum();
            before += hits?;
        }
        Some(before)
    }
}
