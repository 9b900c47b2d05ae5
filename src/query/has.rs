//! What an event can have.

use std::fmt;

/// A part that not every event has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A recorded doubt.
    Doubt,
    /// A document.
    Document,
    /// A quote.
    Quote,
    /// An outcome.
    Outcome,
    /// An announcement of the next meeting.
    Next,
    /// A source of the event as a whole.
    Source,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Doubt,
        Self::Document,
        Self::Quote,
        Self::Outcome,
        Self::Next,
        Self::Source,
    ];

    /// How it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Doubt => "doubt",
            Self::Document => "document",
            Self::Quote => "quote",
            Self::Outcome => "outcome",
            Self::Next => "next",
            Self::Source => "source",
        }
    }

    /// The part of that name, in the singular or the plural.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let one = name.strip_suffix('s').unwrap_or(&name);
        Self::ALL.into_iter().find(|part| part.name() == one)
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
