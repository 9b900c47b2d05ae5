//! What is made by going through all events, made once: all at once when it is asked for, or before
//! that some events at a time, since going through all of a large timeline takes longer than a key may.

use std::sync::{Mutex, OnceLock, PoisonError};

use super::{EventIx, Facet, Timeline};

/// Something in the making.
pub(super) trait Gather {
    /// What it becomes.
    type Made;

    /// Takes in the next event.
    fn event(&mut self, timeline: &Timeline, at: EventIx);

    /// What it is once it has taken in all events.
    fn end(self, timeline: &Timeline) -> Self::Made;
}

/// What is made of all events.
#[derive(Debug)]
pub(super) struct Gathered<G: Gather> {
    made: OnceLock<G::Made>,
    /// What has taken in so many events.
    making: Mutex<Option<(usize, G)>>,
}

impl<G: Gather> Default for Gathered<G> {
    fn default() -> Self {
        Self {
            made: OnceLock::new(),
            making: Mutex::new(None),
        }
    }
}

impl<G: Gather> Gathered<G> {
    /// What was made; all that is missing of it is made now.
    pub(super) fn get(&self, timeline: &Timeline, begin: impl FnOnce() -> G) -> &G::Made {
        self.made.get_or_init(|| {
            let (from, mut making) = self.begun(begin);
            for at in from..timeline.events().len() {
                making.event(timeline, EventIx::new(at));
            }
            making.end(timeline)
        })
    }

    /// Takes in some more events, at most as many as `left`; how many of those are left.
    fn go_on(&self, timeline: &Timeline, left: usize, begin: impl FnOnce() -> G) -> usize {
        if self.made.get().is_some() || left == 0 {
            return left;
        }
        let all = timeline.events().len();
        let (from, mut making) = self.begun(begin);
        let until = all.min(from.saturating_add(left));
        for at in from..until {
            making.event(timeline, EventIx::new(at));
        }
        if until < all {
            let mut kept = self.making.lock().unwrap_or_else(PoisonError::into_inner);
            *kept = Some((until, making));
            return 0;
        }
        self.made.get_or_init(|| making.end(timeline));
        left - (until - from)
    }

    fn begun(&self, begin: impl FnOnce() -> G) -> (usize, G) {
        let mut kept = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        kept.take().unwrap_or_else(|| (0, begin()))
    }

    fn is_made(&self) -> bool {
        self.made.get().is_some()
    }
}

impl Timeline {
    /// Makes the values of a field out of `events` events more; whether they are made.
    pub fn gather_values(&self, facet: Facet, events: usize) -> bool {
        self.facets.get(facet as usize).is_some_and(|values| {
            values.go_on(self, events, || self.collecting(facet));
            values.is_made()
        })
    }

    /// Makes some more of what filters and views ask for first, out of `events` events; whether all of
    /// it is made.
    pub fn gather(&self, events: usize) -> bool {
        let mut left = events;
        for facet in Facet::ALL {
            if let Some(values) = self.facets.get(facet as usize) {
                left = values.go_on(self, left, || self.collecting(facet));
            }
        }
        left = self.said.go_on(self, left, || self.saying());
        left = self.attending.go_on(self, left, Default::default);
        left = self.digest.go_on(self, left, Default::default);
        self.resting.go_on(self, left, || self.turning());
        self.is_gathered()
    }

    /// Whether all of that is made.
    pub fn is_gathered(&self) -> bool {
        self.facets.iter().all(Gathered::is_made)
            && self.said.is_made()
            && self.attending.is_made()
            && self.digest.is_made()
            && self.resting.is_made()
    }
}
