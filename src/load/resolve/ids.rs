//! Tables of ids.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::atomic::{AtomicBool, Ordering};

use foldhash::fast::RandomState;

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::load::fields::Located;
use crate::load::names::{as_id, nearest};
use crate::text::{Text, fold};
use crate::timeline::Id;

/// A table of ids: what they lead to, and whether anything has been led there.
pub(super) struct Ids {
    /// What one is called: "participant".
    pub(super) what: &'static str,
    /// With a hasher that is fast and still has a secret of its own: there are a dozen look-ups for each event.
    by_id: HashMap<Id, u32, RandomState>,
    /// Other names by which somebody may have meant it, folded.
    by_name: HashMap<String, Id>,
    used: Vec<AtomicBool>,
}

impl Ids {
    /// The ids of `items`; an item whose id stands before is reported and taken out.
    pub(super) fn of<T>(
        what: &'static str,
        items: &mut Vec<T>,
        id: impl Fn(&T) -> &Located<Id>,
        problems: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut ids = Self::none(what, items.len());
        let mut twins: Vec<(Located<Id>, usize)> = Vec::new();
        items.retain(|item| match ids.add(&id(item).value) {
            Ok(()) => true,
            Err(first) => {
                twins.push((id(item).clone(), first));
                false
            }
        });
        for (twin, first) in twins {
            if let Some(first) = items.get(first) {
                problems.push(ids.told_twice(&twin.value, twin.span, id(first).span));
            }
        }
        ids
    }

    /// A table that ids are to be added to.
    pub(super) fn none(what: &'static str, capacity: usize) -> Self {
        Self {
            what,
            by_id: HashMap::with_capacity_and_hasher(capacity, RandomState::default()),
            by_name: HashMap::new(),
            used: Vec::with_capacity(capacity),
        }
    }

    /// Adds the id of the next item, unless it is that of another one: that one's place.
    pub(super) fn add(&mut self, id: &Id) -> Result<(), usize> {
        match self.by_id.entry(id.clone()) {
            Entry::Occupied(first) => Err(*first.get() as usize),
            Entry::Vacant(free) => {
                free.insert(u32::try_from(self.used.len()).unwrap_or(u32::MAX));
                self.used.push(AtomicBool::new(false));
                Ok(())
            }
        }
    }

    /// What to say of an item that has the id of another one.
    pub(super) fn told_twice(&self, id: &Id, span: Span, first: Span) -> Diagnostic {
        let what = self.what;
        let message = format!("two {what}s have the id `{id}`; this one is left out");
        Diagnostic::new(Code::Duplicate, span, message).label(first, "the first one")
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).map(|&at| at as usize)
    }

    /// Adds names by which somebody may mean the item with this id.
    pub(super) fn named<'a>(&mut self, id: &Id, names: impl Iterator<Item = &'a Text>) {
        self.by_name
            .extend(names.map(|name| (fold(name.raw()), id.clone())));
    }

    /// The place of the item with this id, which counts as referred to from now on.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        let at = self.place(id)?;
        let used = self.used.get(at);
        // Threads that write where another one reads wait for each other: it is written once.
        if let Some(used) = used.filter(|used| !used.load(Ordering::Relaxed)) {
            used.store(true, Ordering::Relaxed);
        }
        Some(at)
    }

    /// Whether anything refers to each of the items, in their order.
    pub(super) fn used(&self) -> impl Iterator<Item = bool> {
        self.used.iter().map(|used| used.load(Ordering::Relaxed))
    }

    /// The id that was probably meant: by its name, by its id in another form, or the nearest.
    pub(super) fn suggestion(&self, wanted: &str) -> Option<String> {
        let by_name = self.by_name.get(&fold(wanted)).map(Id::to_string);
        let by_form = || as_id(wanted).filter(|id| self.by_id.contains_key(id));
        // A map has no order: of ids that are equally near, the first in the alphabet.
        let near = || {
            let mut ids: Vec<&str> = self.by_id.keys().map(Id::as_str).collect();
            ids.sort_unstable();
            nearest(wanted, ids.into_iter()).map(str::to_owned)
        };
        by_name
            .or_else(|| by_form().map(|id| id.to_string()))
            .or_else(near)
    }
}
