//! Hits in the list of events.

use crate::timeline::{Bits, EventIx};
use crate::tui::app::App;
use crate::tui::search::counts::MOST;
use crate::tui::search::tally::Tally;
use crate::tui::search::{Hit, Item};

use super::{Rank, Reached};

/// The events that are listed, and what was counted of them. An event's rank is its place among all
/// events.
pub(super) struct InEvents<'a> {
    shown: &'a Bits,
    tally: &'a Tally,
}

impl<'a> InEvents<'a> {
    pub(super) const fn of(app: &'a App, tally: &'a Tally) -> Self {
        let shown = app.hits.events().bits();
        Self { shown, tally }
    }

    pub(super) fn total(&self) -> Option<usize> {
        self.tally.before(usize::MAX, self.shown)
    }

    /// What is uncounted at a rank and behind it, and then what is before it.
    pub(super) fn uncounted_from(&self, from: Rank) -> impl Iterator<Item = Item> + use<> {
        let left = self.tally.uncounted(self.shown);
        let behind: Vec<usize> = left.iter_from(from.0).take(MOST).collect();
        let before = left.iter().take_while(|at| *at < from.0).take(MOST);
        let all: Vec<usize> = behind.into_iter().chain(before).collect();
        all.into_iter().map(|at| Item::Event(EventIx::new(at)))
    }

    pub(super) fn first_from(&self, ((from, _), nth): (Rank, usize)) -> Reached {
        let worth = self.tally.worth_a_look(self.shown);
        let reached = worth.iter_from(from).find_map(|at| {
            let before = if at == from { nth } else { 0 };
            self.reached(at, |hits| (hits > before).then_some(before))
        });
        reached.unwrap_or(Reached::Nothing)
    }

    pub(super) fn last_before(&self, ((to, _), nth): (Rank, usize)) -> Reached {
        let worth = self.tally.worth_a_look(self.shown);
        let here = worth.contains(to) && nth > 0;
        let here = here.then(|| self.reached(to, |hits| hits.min(nth).checked_sub(1)));
        here.flatten().unwrap_or_else(|| {
            let last = worth.last_before(to);
            let last = last.and_then(|at| self.reached(at, |hits| hits.checked_sub(1)));
            last.unwrap_or(Reached::Nothing)
        })
    }

    fn reached(&self, at: usize, nth: impl Fn(usize) -> Option<usize>) -> Option<Reached> {
        let item = Item::Event(EventIx::new(at));
        Reached::of(item, self.tally.of(at), nth)
    }

    pub(super) fn rank(&self, hit: Hit) -> Option<Rank> {
        match hit.item {
            Item::Event(at) => self.shown.contains(at.index()).then_some((at.index(), 0)),
            _ => None,
        }
    }

    pub(super) fn number(&self, hit: Hit) -> Option<usize> {
        let at = self.rank(hit).map_or(usize::MAX, |(at, _)| at);
        Some(self.tally.before(at, self.shown)? + hit.nth)
    }
}
