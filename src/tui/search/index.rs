//! A timeline's texts, folded once to be searched at every key.

use std::cell::RefCell;
use std::sync::OnceLock;

use crate::text::Folded;
use crate::timeline::{EventIx, QuoteIx, SourceIx, Timeline};
use crate::tui::document::{self, Folding};
use crate::tui::glyphs::Glyphs;

/// So many bytes of a source's page are folded at once: on it may rest whatever there is.
const PART: usize = 64 * 1024;

/// The texts of a timeline as they are searched, each folded when it is first searched: folding all
/// of them at once would be felt.
#[derive(Debug, Default)]
pub struct Index {
    events: Shelf,
    quotes: Shelf,
    sources: Shelf,
    /// The source that is folded now, in parts.
    folding: RefCell<Option<(SourceIx, Folding)>>,
}

/// A place for the text of each event, or of each quote; there is none before the first is needed.
type Shelf = OnceLock<Box<[Board]>>;

/// Some of these places: to make a million of them at once would be felt.
type Board = OnceLock<Box<[Slot]>>;

type Slot = OnceLock<Box<Folded>>;

/// So many places are on a board.
const BOARD: usize = 1024;

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

    /// Folds some more of a source, if it is not folded yet; none as long as it goes on.
    pub(super) fn source(
        &self,
        timeline: &Timeline,
        at: SourceIx,
        glyphs: &Glyphs,
    ) -> Option<Looked<'_>> {
        let (place, count) = (at.index(), timeline.sources().len());
        if let Some(text) = known(&self.sources, place) {
            return Some((text, false));
        }
        let begun = self.folding.take().filter(|(of, _)| *of == at);
        let before = begun.map(|(_, folding)| folding).unwrap_or_default();
        let folding = document::source_folded(timeline, at, glyphs, (before, PART));
        if folding.is_part() {
            self.folding.replace(Some((at, folding)));
            return None;
        }
        look(&self.sources, (place, count), || folding.into_text())
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
    let boards = shelf.get_or_init(|| empty(count.div_ceil(BOARD)));
    let board = boards.get(place / BOARD)?;
    let places = BOARD.min(count.saturating_sub(place / BOARD * BOARD));
    let text = board.get_or_init(|| empty(places)).get(place % BOARD)?;
    let is_new = text.get().is_none();
    Some((text.get_or_init(|| Box::new(folded())), is_new))
}

/// A text that is folded already.
fn known(shelf: &Shelf, place: usize) -> Option<&Folded> {
    let board = shelf.get()?.get(place / BOARD)?.get()?;
    board.get(place % BOARD)?.get().map(Box::as_ref)
}

fn empty<T>(places: usize) -> Box<[OnceLock<T>]> {
    (0..places).map(|_| OnceLock::new()).collect()
}
