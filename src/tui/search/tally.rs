//! How often something occurs in each item of a list, as far as it has been counted.

use crate::timeline::Bits;

/// What was counted of a list; nothing takes room before something was.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    hits: Vec<u32>,
    counted: Bits,
    found: Bits,
}

impl Tally {
    /// How many hits an item has, once they are counted.
    pub(super) fn of(&self, at: usize) -> Option<usize> {
        let hits = self.hits.get(at).map(|hits| *hits as usize);
        hits.filter(|_| self.counted.contains(at))
    }

    /// Notes how many hits an item has, of a list of so many.
    pub(super) fn note(&mut self, at: usize, places: usize, hits: usize) {
        if self.hits.len() != places {
            self.hits = vec![0; places];
            (self.counted, self.found) = (Bits::none(places), Bits::none(places));
        }
        if let Some(noted) = self.hits.get_mut(at) {
            *noted = u32::try_from(hits).unwrap_or(u32::MAX);
            self.counted.insert(at);
            if hits > 0 {
                self.found.insert(at);
            }
        }
    }

    /// Those of some items in which hits have not been counted yet.
    pub(super) fn uncounted(&self, of: &Bits) -> Bits {
        let mut left = of.clone();
        left.subtract(&self.counted);
        left
    }

    /// Those of some items that are not known to be without hits.
    pub(super) fn worth_a_look(&self, of: &Bits) -> Bits {
        let mut empty = self.counted.clone();
        empty.subtract(&self.found);
        let mut left = of.clone();
        left.subtract(&empty);
        left
    }

    /// How many hits there are in some items before a place, once all of those are counted.
    pub(super) fn before(&self, place: usize, of: &Bits) -> Option<usize> {
        let left = self.uncounted(of).iter().next();
        if left.is_some_and(|left| left < place) {
            return None;
        }
        let mut found = self.found.clone();
        found.intersect(of);
        let found = found.iter().take_while(|at| *at < place);
        Some(
            found
                .filter_map(|at| self.hits.get(at))
                .map(|hits| *hits as usize)
                .sum(),
        )
    }
}
