//! Documents: what a pane says, as wrapped lines of inked text.
//!
//! `update` needs to know how long a text is and `view` draws it, so the lines are made here, once,
//! for both. Ink says what a text is; which style that gets is the theme's choice.

mod common;
mod event;
mod quotes;
mod references;

use crate::text::{Run, wrap};
use crate::timeline::AnsiColor;

use super::glyphs::Glyphs;

pub use event::{event, event_beginning, event_on_paper};
pub use quotes::{QuoteBlock, height, quote, quotes, speaker};

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

/// A document in the making.
struct Page<'a> {
    glyphs: &'a Glyphs,
    width: usize,
    /// No more lines than these are asked for: what would come after them is not even wrapped.
    most: usize,
    /// Whether an address stays in one piece, however long: on paper it is copied, in a pane it
    /// must fit.
    whole_addresses: bool,
    lines: Vec<Line>,
}

impl<'a> Page<'a> {
    const fn new(glyphs: &'a Glyphs, width: usize) -> Self {
        Self::of_at_most(usize::MAX, glyphs, width)
    }

    const fn of_at_most(most: usize, glyphs: &'a Glyphs, width: usize) -> Self {
        Self {
            glyphs,
            width,
            most,
            whole_addresses: false,
            lines: Vec::new(),
        }
    }

    /// A blank line, unless there is one already.
    fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.runs.is_empty()) {
            self.lines.push(Line::default());
        }
    }

    /// The heading of a section, after a gap.
    fn heading(&mut self, text: &str) {
        self.gap();
        self.paragraph(0, 0, &[(text, Ink::Heading)]);
    }

    /// Wraps a paragraph `left` columns from the edge, its further lines `hang` columns more.
    fn paragraph(&mut self, left: usize, hang: usize, runs: &[(&str, Ink)]) {
        if self.lines.len() >= self.most {
            return;
        }
        let set: Vec<_> = runs
            .iter()
            .map(|(text, ink)| (self.glyphs.set(text), *ink))
            .collect();
        let runs: Vec<Run<'_, Ink>> = set
            .iter()
            .map(|(text, ink)| Run { text, style: *ink })
            .collect();
        let columns = self.width.saturating_sub(left);
        for (at, line) in wrap(&runs, columns, hang.min(columns / 2))
            .into_iter()
            .enumerate()
        {
            let left = if at == 0 {
                left
            } else {
                left + hang.min(columns / 2)
            };
            let runs = line
                .into_iter()
                .map(|run| (run.text.to_owned(), run.style))
                .collect();
            self.lines.push(Line { left, runs });
        }
    }

    /// An address on a line of its own, or on several if it must fit.
    fn address(&mut self, left: usize, url: &str, ink: Ink) {
        if self.whole_addresses {
            self.lines.push(Line::new(left, url, ink));
        } else {
            self.paragraph(left, 0, &[(url, ink)]);
        }
    }

    /// An item of a list: a bullet, the text, and what it rests on.
    fn item(&mut self, runs: &[(&str, Ink)]) {
        let bullet = format!("{} ", self.glyphs.bullet);
        let mut all = vec![(bullet.as_str(), Ink::Dim)];
        all.extend_from_slice(runs);
        self.paragraph(0, 2, &all);
    }
}
