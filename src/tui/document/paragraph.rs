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
    /// Whether it belongs to the last link that leads there.
    pub(super) goes_on: bool,
    /// Whether it is one text with the piece before it. Where the program sets text from right to left,
    /// pieces stand side by side else, each in its own direction.
    pub(super) is_joined: bool,
}

/// A paragraph: its first line `left` columns from the edge, its further ones `hang` columns more.
pub(super) struct Paragraph<'a> {
    pub(super) left: usize,
    pub(super) hang: usize,
    /// What stands at the edge before the first line, in ASCII; no part of the text.
    pub(super) margin: Option<String>,
    pub(super) pieces: Vec<Piece<'a>>,
}

impl<'a> Paragraph<'a> {
    pub(super) const fn new(left: usize, hang: usize) -> Self {
        Self {
            left,
            hang,
            margin: None,
            pieces: Vec::new(),
        }
    }

    /// With something before its first line, in the columns that it is away from the edge.
    pub(super) fn beside(mut self, margin: String) -> Self {
        self.margin = Some(margin);
        self
    }

    /// Adds text.
    pub(super) fn text(self, text: impl Into<Cow<'a, str>>, ink: Ink) -> Self {
        self.piece(text.into(), ink, None)
    }

    /// Adds text that leads somewhere.
    pub(super) fn link(self, text: impl Into<Cow<'a, str>>, ink: Ink, to: Subject) -> Self {
        self.piece(text.into(), ink, Some(to))
    }

    /// Adds text that belongs to the last link that leads to something, in this paragraph or before.
    pub(super) fn more(mut self, text: impl Into<Cow<'a, str>>, ink: Ink, to: Subject) -> Self {
        self.pieces.push(Piece {
            text: text.into(),
            ink,
            to: Some(to),
            goes_on: true,
            is_joined: false,
        });
        self
    }

    /// With its last piece as one text with the piece before it.
    pub(super) fn joined(mut self) -> Self {
        if let Some(piece) = self.pieces.last_mut() {
            piece.is_joined = true;
        }
        self
    }

    /// Adds the numbers of the sources that what was said before rests on: ` [1–3,7]`; nothing for
    /// none.
    pub(super) fn mark(mut self, references: &References, sources: &[SourceIx]) -> Self {
        for (text, source) in references.mark(sources) {
            let to = source.map(Subject::Source);
            self = self.piece(text.into(), Ink::Provenance, to).joined();
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
        self.pieces.push(Piece {
            text,
            ink,
            to,
            goes_on: false,
            is_joined: false,
        });
        self
    }
}
