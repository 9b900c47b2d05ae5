//! A paragraph before it is set: stretches of text, some of which are links.

use std::borrow::Cow;

use crate::timeline::SourceIx;
use crate::tui::subject::Subject;

use super::Ink;
use super::references::References;

/// A stretch of a paragraph.
pub(super) struct Piece<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) ink: Ink,
    /// What it leads to.
    pub(super) to: Option<Subject>,
}

/// A paragraph: its first line `left` columns from the edge, its further ones `hang` columns more.
pub(super) struct Paragraph<'a> {
    pub(super) left: usize,
    pub(super) hang: usize,
    pub(super) pieces: Vec<Piece<'a>>,
}

impl<'a> Paragraph<'a> {
    pub(super) const fn new(left: usize, hang: usize) -> Self {
        Self {
            left,
            hang,
            pieces: Vec::new(),
        }
    }

    /// Adds text.
    pub(super) fn text(self, text: impl Into<Cow<'a, str>>, ink: Ink) -> Self {
        self.piece(text.into(), ink, None)
    }

    /// Adds text that leads somewhere.
    pub(super) fn link(self, text: impl Into<Cow<'a, str>>, ink: Ink, to: Subject) -> Self {
        self.piece(text.into(), ink, Some(to))
    }

    /// Adds the numbers of the sources that what was said before rests on: ` [1–3,7]`; nothing for
    /// none.
    pub(super) fn mark(mut self, references: &References, sources: &[SourceIx]) -> Self {
        for (text, source) in references.mark(sources) {
            self = self.piece(text.into(), Ink::Provenance, source.map(Subject::Source));
        }
        self
    }

    /// Adds names that lead somewhere, with commas between them.
    pub(super) fn links<T: Into<Cow<'a, str>>>(
        mut self,
        ink: Ink,
        all: impl IntoIterator<Item = (T, Subject)>,
    ) -> Self {
        for (at, (text, to)) in all.into_iter().enumerate() {
            if at > 0 {
                self = self.text(", ", ink);
            }
            self = self.link(text, ink, to);
        }
        self
    }

    fn piece(mut self, text: Cow<'a, str>, ink: Ink, to: Option<Subject>) -> Self {
        self.pieces.push(Piece { text, ink, to });
        self
    }
}
