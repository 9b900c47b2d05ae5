//! Documents: what a pane says, as wrapped lines of inked text.
//!
//! `update` needs to know how long a text is and `view` draws it, so the lines are made here, once,
//! for both. Ink says what a text is; which style that gets is the theme's choice.

mod cell;
mod column;
mod common;
mod event;
mod hits;
mod lengths;
mod line;
mod lists;
mod milestones;
mod offices;
mod page;
mod pages;
mod paragraph;
mod quotes;
mod references;
mod sheet;
mod source;
mod source_text;
mod zones;

use crate::text::Forms;
use crate::timeline::AnsiColor;

use super::glyphs::Glyphs;
use page::Page;

pub use cell::cell;
pub use column::{Column, Spot};
pub use event::{event, event_folded, event_on_paper};
pub use hits::highlighted;
pub use lengths::Lengths;
pub use line::{Inked, Line, runs_width};
pub use milestones::Sought;
pub use page::Folding;
pub use pages::{is_uncounted, page, page_count_on, page_in_sight, page_outline};
pub use quotes::{quote, quote_folded, speaker, speaker_folded};
pub use sheet::{Link, Sheet};
pub use source::source_folded;
pub use zones::zones_folded;
pub use zones::{Legend, legend as zone_legend, legend_height as zone_legend_height, status_ink};

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
    /// The link that Enter follows.
    Focused,
    /// What of a source's text is quoted.
    Passage,
    /// What stays in the order in which it is written, because columns of it are pointed at: what is
    /// being typed, and lines with marks below them.
    Verbatim,
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
    /// Which of the document's links is the one that Enter follows.
    pub focused: Option<usize>,
    /// What has been counted of a long text; without it, it is counted anew.
    pub lengths: Option<&'a Lengths>,
}

impl<'a> Setting<'a> {
    /// Without anything searched for.
    pub const fn plain(glyphs: &'a Glyphs, width: usize) -> Self {
        Self {
            glyphs,
            width,
            forms: None,
            current: None,
            focused: None,
            lengths: None,
        }
    }
}
