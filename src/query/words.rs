//! Whether some words occur in an event or a quote.

use memchr::memmem::Finder;

use crate::timeline::{EventIx, QuoteIx, Timeline};

use super::Needle;

/// Words that are looked for in many texts, in all their forms.
pub(super) struct Words(Vec<Finder<'static>>);

impl Words {
    pub(super) fn of(timeline: &Timeline, words: &str) -> Self {
        let needle = Needle::new(words, timeline);
        let forms = needle.forms().iter();
        Self(forms.map(|form| Finder::new(form).into_owned()).collect())
    }

    /// Whether they are in one of an event's texts or names, those of its quotes among them.
    pub(super) fn are_in_event(&self, timeline: &Timeline, at: EventIx) -> bool {
        self.are_in(timeline.text(at).whole())
    }

    /// Whether they are in what was said, on what, by whom.
    pub(super) fn are_in_quote(&self, timeline: &Timeline, at: QuoteIx) -> bool {
        self.are_in(timeline.text(at.event).quote(at.nth as usize))
    }

    fn are_in(&self, folded: &str) -> bool {
        let mut forms = self.0.iter();
        forms.any(|form| form.find(folded.as_bytes()).is_some())
    }
}
