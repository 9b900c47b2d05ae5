//! Numbered references: `[1]` beside what rests on a source.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::timeline::{Event, SourceIx};

/// Sources, numbered from 1 as they are first met.
#[derive(Debug, Clone, Default)]
pub(super) struct References {
    known: Rc<RefCell<Known>>,
    /// Whether a source that is not known yet gets the next number; else it gets none.
    is_open: bool,
}

#[derive(Debug, Default)]
struct Known {
    sources: Vec<SourceIx>,
    numbers: HashMap<SourceIx, usize>,
}

impl References {
    /// Every source that something in `event`, or in `more` that belongs to it, rests on: those of the
    /// event as a whole come first.
    pub(super) fn of<'a>(event: &'a Event, more: impl Iterator<Item = &'a [SourceIx]>) -> Self {
        Self::to(event.source_lists().chain(more))
    }

    /// Every source in some lists.
    pub(super) fn to<'a>(lists: impl Iterator<Item = &'a [SourceIx]>) -> Self {
        let references = Self::open();
        for source in lists.flatten() {
            references.number(*source);
        }
        Self {
            is_open: false,
            ..references
        }
    }

    /// None as yet: they are numbered as they are marked.
    pub(super) fn open() -> Self {
        Self {
            is_open: true,
            ..Self::default()
        }
    }

    /// The sources in the order of their numbers.
    pub(super) fn sources(&self) -> Vec<SourceIx> {
        self.known.borrow().sources.clone()
    }

    /// The number of a source, from 0.
    fn number(&self, source: SourceIx) -> Option<usize> {
        let mut known = self.known.borrow_mut();
        let number = known.numbers.get(&source).copied();
        if number.is_some() || !self.is_open {
            return number;
        }
        let next = known.sources.len();
        known.sources.push(source);
        known.numbers.insert(source, next);
        Some(next)
    }

    /// The numbers of `sources` in brackets, runs of them shortened, in pieces of which the numbers
    /// have their source: ` [1–3,7]`; nothing for none.
    pub(super) fn mark(&self, sources: &[SourceIx]) -> Vec<(String, Option<SourceIx>)> {
        let numbers = sources.iter().filter_map(|source| self.number(*source));
        let mut numbers: Vec<usize> = numbers.collect();
        numbers.sort_unstable();
        numbers.dedup();
        if numbers.is_empty() {
            return Vec::new();
        }
        let known = self.known.borrow();
        let mut pieces = vec![(String::from(" ["), None)];
        for (at, (between, number)) in shortened(&numbers).into_iter().enumerate() {
            if at > 0 {
                pieces.push((between.to_owned(), None));
            }
            pieces.push(((number + 1).to_string(), known.sources.get(number).copied()));
        }
        pieces.push((String::from("]"), None));
        pieces
    }
}

/// Ascending numbers, each with what stands before it; of three or more in a row the first and the
/// last.
fn shortened(numbers: &[usize]) -> Vec<(&'static str, usize)> {
    let mut parts = Vec::new();
    for run in numbers.chunk_by(|a, b| a + 1 == *b) {
        match run {
            [first, .., last] if run.len() > 2 => parts.extend([(",", *first), ("–", *last)]),
            _ => parts.extend(run.iter().map(|number| (",", *number))),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn three_numbers_in_a_row_are_a_range() {
        let written = |numbers: &[usize]| {
            let parts = shortened(numbers).into_iter();
            let parts = parts.map(|(between, number)| format!("{between}{number}"));
            parts.collect::<String>()
        };
        assert_eq!(written(&[1]), ",1");
        assert_eq!(written(&[1, 2]), ",1,2");
        assert_eq!(written(&[1, 2, 3, 5, 7, 8, 9]), ",1–3,5,7–9");
    }
}
