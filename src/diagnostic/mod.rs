//! What is wrong with a timeline, where, and what would be right.
//!
//! A diagnostic is data: the loader collects all of them in one pass, and `render` turns one into
//! text with an excerpt. Nothing here decides what becomes of the timeline.

mod code;
mod files;
pub mod render;

use std::ops::Range;

pub use code::{Code, Severity};
pub use files::{FileId, Files, Origin, Position};

/// A stretch of a file, in bytes of its text.
///
/// Spans always lie on character boundaries, since they come from a parser that read the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file it lies in.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The stretch `range` of `file`; files are smaller than 4 GiB, a longer range is cut.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let cut = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self {
            file,
            start: cut(range.start),
            end: cut(range.end),
        }
    }

    /// The bytes it covers.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Where a diagnostic points: into a file's text, or at a file that has no text to point into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    /// The file as a whole, for instance one that cannot be read.
    File(FileId),
    /// A stretch of its text.
    Text(Span),
}

impl At {
    /// The file it points into or at.
    pub const fn file(self) -> FileId {
        match self {
            Self::File(file) => file,
            Self::Text(span) => span.file,
        }
    }
}

impl From<Span> for At {
    fn from(span: Span) -> Self {
        Self::Text(span)
    }
}

/// One thing that is wrong, or worth a note.
///
/// Messages and helps are lower case and have no full stop. They may repeat text from the data;
/// whoever shows them passes them through [`crate::text::show`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of mistake; decides the severity.
    pub code: Code,
    /// Where.
    pub at: At,
    /// One sentence on what is wrong.
    pub message: String,
    /// What would be right, if that can be said.
    pub help: Option<String>,
    /// Other places that belong to it ("first defined here").
    pub labels: Vec<(Span, String)>,
}

impl Diagnostic {
    /// A diagnostic without help or further places.
    pub fn new(code: Code, at: impl Into<At>, message: impl Into<String>) -> Self {
        Self {
            code,
            at: at.into(),
            message: message.into(),
            help: None,
            labels: Vec::new(),
        }
    }

    /// The same with a line that says what would be right.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with another place that belongs to it.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push((span, text.into()));
        self
    }

    /// How bad it is.
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// How many diagnostics there are of each severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Things that are wrong.
    pub errors: usize,
    /// Things that are probably not meant.
    pub warnings: usize,
    /// Things to know.
    pub notes: usize,
}

impl Counts {
    /// Counts `diagnostics` by severity.
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut counts = Self::default();
        for diagnostic in diagnostics {
            match diagnostic.severity() {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Note => counts.notes += 1,
            }
        }
        counts
    }
}
