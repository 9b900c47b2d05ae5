//! In which texts words occur, for the words that were looked for last.
//!
//! Looking through all texts of a large timeline takes longer than a key may, so it may be done some
//! texts at a time; and whoever goes back to a filter need not wait again.

use std::sync::{Mutex, PoisonError};

use super::set::Bits;
use super::{EventIx, Timeline};

/// What looking at a text costs besides, in bytes to look through.
const LOOK: usize = 400;
/// How many times longer it takes to fold a text than to look through it.
const FOLD: usize = 16;

/// Where words occur.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurring {
    /// The events with them in one of their texts.
    pub events: Bits,
    /// The quotes, by their numbers.
    pub quotes: Bits,
}

/// Words, and where they occur in the events that were looked at.
#[derive(Debug)]
struct Find {
    words: String,
    until: usize,
    occurring: Occurring,
}

/// What was looked for, the latest last.
#[derive(Debug, Default)]
pub(super) struct Finds(Mutex<Vec<Find>>);

impl Finds {
    fn take(&self, words: &str) -> Option<Find> {
        let mut finds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = finds.iter().position(|find| find.words == words)?;
        Some(finds.remove(at))
    }

    fn keep(&self, find: Find) {
        let mut finds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        finds.push(find);
        if finds.len() > Timeline::KEPT_FINDS {
            finds.remove(0);
        }
    }
}

impl Timeline {
    /// For so many words it is kept where they occur.
    pub const KEPT_FINDS: usize = 32;

    /// Where words occur, if that is known after looking through `bytes` bytes of text more; `are_in`
    /// says whether they are in a folded text.
    pub fn find(
        &self,
        words: &str,
        bytes: usize,
        are_in: impl Fn(&str) -> bool,
    ) -> Option<Occurring> {
        let mut find = self.finds.take(words).unwrap_or_else(|| Find {
            words: words.to_owned(),
            until: 0,
            occurring: Occurring {
                events: Bits::none(self.events().len()),
                quotes: Bits::none(self.quote_count()),
            },
        });
        let mut left = Some(bytes);
        while let Some(budget) = left.filter(|_| find.until < self.events().len()) {
            let cost = self.look_at(EventIx::new(find.until), &mut find.occurring, &are_in);
            find.until += 1;
            left = budget.checked_sub(cost);
        }
        let is_known = find.until == self.events().len();
        let found = is_known.then(|| find.occurring.clone());
        self.finds.keep(find);
        found
    }

    /// Whether it is known where words occur.
    pub fn knows(&self, words: &str) -> bool {
        let finds = self.finds.0.lock();
        let finds = finds.unwrap_or_else(PoisonError::into_inner);
        let mut finds = finds.iter();
        finds.any(|find| find.words == words && find.until == self.events().len())
    }

    /// Looks for words in an event and its quotes; what that cost.
    fn look_at(&self, at: EventIx, found: &mut Occurring, are_in: impl Fn(&str) -> bool) -> usize {
        let fold = if self.is_folded(at) { 1 } else { FOLD };
        let text = self.text(at);
        // What a quote says is part of the whole.
        if are_in(text.whole()) {
            found.events.insert(at.index());
            for quote in self.quotes_of(at) {
                if are_in(text.quote(quote.nth as usize)) {
                    found.quotes.insert(self.quote_number(quote));
                }
            }
        }
        LOOK + text.whole().len() * fold
    }
}
