//! Documents: what a pane says, as wrapped lines of inked text.
//!
//! `update` needs to know how long a text is and `view` draws it, so the lines are made here, once,
//! for both. Ink says what a text is; which style that gets is the theme's choice.

mod column;
mod common;
mod event;
mod page;
mod quotes;
mod references;

use crate::text::Forms;
use crate::timeline::AnsiColor;

use super::glyphs::Glyphs;
use page::Page;

pub use column::{Column, Spot};
pub use event::{event, event_beginning, event_folded, event_on_paper};
pub use page::highlighted;
pub use quotes::{quote, quote_folded, speaker, speaker_folded};

/// What a stretch of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ink {
    /// Text to read.
    #[default]
    Plain,
    /// A name or a title.
    Strong,
    /// Something beside the point.
    Dim,
    /// The heading of a section.
    Heading,
    /// What a fact rests on.
    Provenance,
    /// Proven.
    Good,
    /// Disproven, wrong.
    Bad,
    /// In doubt, unproven.
    Warning,
    /// The mark of an event's kind.
    Kind(Option<AnsiColor>),
    /// What can be done now: a key.
    Key,
    /// Where typed text goes.
    Cursor,
    /// What is searched for.
    Hit,
    /// The hit the reader went to.
    CurrentHit,
}

/// How a document is set.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The characters that are ours.
    pub glyphs: &'a Glyphs,
    /// The columns that text is wrapped to.
    pub width: usize,
    /// What is searched for, if anything is.
    pub forms: Option<&'a Forms>,
    /// Which of the document's hits is the current one.
    pub current: Option<usize>,
}

impl<'a> Setting<'a> {
    /// Without anything searched for.
    pub const fn plain(glyphs: &'a Glyphs, width: usize) -> Self {
        Self {
            glyphs,
            width,
            forms: None,
            current: None,
        }
    }
}

/// What was written: the lines, and where in them the hits are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The lines.
    pub lines: Vec<Line>,
    /// For each hit the line on which it begins.
    pub hits: Vec<usize>,
}

/// A stretch of text in one ink.
pub type Inked = (String, Ink);

/// A line that fits its pane.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Blank columns before the text.
    pub left: usize,
    /// The text.
    pub runs: Vec<Inked>,
}

impl Line {
    /// A line in one ink.
    pub fn new(left: usize, text: impl Into<String>, ink: Ink) -> Self {
        Self {
            left,
            runs: vec![(text.into(), ink)],
        }
    }

    /// The text without its inks.
    pub fn text(&self) -> String {
        self.runs.iter().map(|(text, _)| text.as_str()).collect()
    }
}
