//! Whether some words occur in an event or a quote.

use memchr::memmem::Finder;

use crate::timeline::{Occurring, Timeline};

use super::{Needle, Query, Test};

/// Where words occur, in one of their forms, if that is known after looking through `bytes` bytes of
/// text more.
pub(super) fn find(timeline: &Timeline, words: &str, bytes: usize) -> Option<Occurring> {
    if timeline.knows(words) {
        return timeline.find(words, 0, |_| false);
    }
    let needle = Needle::new(words, timeline);
    let forms: Vec<Finder<'_>> = needle.forms().iter().map(Finder::new).collect();
    // Several forms are looked for one after the other.
    timeline.find(words, bytes / forms.len().max(1), |text| {
        let mut forms = forms.iter();
        forms.any(|form| form.find(text.as_bytes()).is_some())
    })
}

/// Looks for the words of a query in some more texts, of so many bytes; whether it is known then where
/// they occur, so that the query can be answered at once.
pub fn look(timeline: &Timeline, query: &Query, bytes: usize) -> bool {
    is_known(timeline, query) || words_of(query).all(|words| find(timeline, words, bytes).is_some())
}

/// Whether it is known where the words of a query occur; of a query with more of them than are kept,
/// that is never so, and it is answered without waiting.
pub fn is_known(timeline: &Timeline, query: &Query) -> bool {
    words_of(query).all(|words| timeline.knows(words))
        || words_of(query).count() > Timeline::KEPT_FINDS
}

fn words_of(query: &Query) -> impl Iterator<Item = &str> {
    query.terms().iter().filter_map(|term| match &term.test {
        Test::Words(words) => Some(words.as_str()),
        _ => None,
    })
}
