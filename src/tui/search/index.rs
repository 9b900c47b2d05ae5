//! A timeline's texts, folded once to be searched at every key.

use std::sync::OnceLock;

use crate::text::Folded;
use crate::timeline::{EventIx, QuoteIx, SourceIx, Timeline};
use crate::tui::document;
use crate::tui::glyphs::Glyphs;

/// The texts of a timeline as they are searched, each folded when it is first searched: folding all
/// of them at once would be felt.
#[derive(Debug, Default)]
pub struct Index {
    events: Shelf,
    quotes: Shelf,
    sources: Shelf,
}

/// A place for the text of each event, or of each quote; there is none before the first is needed.
type Shelf = OnceLock<Box<[OnceLock<Box<Folded>>]>>;

/// A text, and whether it was folded just now.
pub(super) type Looked<'a> = (&'a Folded, bool);

impl Index {
    pub(super) fn event(
        &self,
        timeline: &Timeline,
        at: EventIx,
        glyphs: &Glyphs,
    ) -> Option<Looked<'_>> {
        let (place, count) = (at.index(), timeline.events().len());
        look(&self.events, (place, count), || {
            document::event_folded(timeline, at, glyphs)
        })
    }

    pub(super) fn source(
        &self,
        timeline: &Timeline,
        at: SourceIx,
        glyphs: &Glyphs,
    ) -> Option<Looked<'_>> {
        let (place, count) = (at.index(), timeline.sources().len());
        look(&self.sources, (place, count), || {
            document::source_folded(timeline, at, glyphs)
        })
    }

    pub(super) fn quote(
        &self,
        timeline: &Timeline,
        at: QuoteIx,
        glyphs: &Glyphs,
    ) -> Option<Looked<'_>> {
        let (place, count) = (timeline.quote_number(at), timeline.quote_count());
        look(&self.quotes, (place, count), || {
            document::quote_folded(timeline, at, glyphs)
        })
    }
}

fn look(
    shelf: &Shelf,
    (place, count): (usize, usize),
    folded: impl FnOnce() -> Folded,
) -> Option<Looked<'_>> {
    let shelf = shelf.get_or_init(|| (0..count).map(|_| OnceLock::new()).collect());
    let text = shelf.get(place)?;
    let is_new = text.get().is_none();
    Some((text.get_or_init(|| Box::new(folded())), is_new))
}
