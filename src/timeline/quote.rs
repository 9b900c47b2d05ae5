//! What was said, and whether it is proven.

use std::ops::Range;

use super::{Date, ParticipantIx, PersonIx, SourceIx};
use crate::diagnostic::Span;
use crate::text::Text;

/// Something somebody said at or about an event.
#[derive(Debug, Clone)]
pub struct Quote {
    /// Who said it.
    pub speaker: PersonIx,
    /// Whether it is proven; decides the form too.
    pub state: State,
    /// The speaker's words, or the curator's report of them.
    pub text: Text,
    /// What it rests on; never empty.
    pub sources: Box<[SourceIx]>,
    /// When it was said; the event's end where the file gives nothing.
    pub date: Date,
    /// For whom, where it is not the speaker's usual participant.
    pub participant: Option<ParticipantIx>,
    /// The speaker's office then, where it is not the one in the person's entry.
    pub title: Option<Text>,
    /// What it is about.
    pub topics: Box<[Text]>,
    /// Where it is defined.
    pub at: Span,
}

/// Whether a quote's words are the speaker's or the curator's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The speaker's words.
    Direct,
    /// Reported in the curator's words.
    Indirect,
}

/// What the source texts say of a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Direct, and found word for word in a source's text.
    Verified(Passage),
    /// Direct, and in none of the texts of its sources.
    Refuted,
    /// Direct, and no source has a text to check against.
    Unverified,
    /// Indirect: nothing to check word for word.
    Reported,
    /// Direct, and the texts of its sources were not read yet: so only while a timeline is being loaded.
    Pending,
}

impl State {
    /// The names of all states that a quote has in the end.
    pub const NAMES: [&'static str; 4] = ["verified", "refuted", "unverified", "reported"];

    /// The stable name, as queries and JSON have it.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Verified(_) => "verified",
            Self::Refuted => "refuted",
            Self::Unverified => "unverified",
            Self::Reported => "reported",
            Self::Pending => "not checked yet",
        }
    }

    /// Direct or indirect.
    pub const fn form(&self) -> Form {
        match self {
            Self::Reported => Form::Indirect,
            _ => Form::Direct,
        }
    }
}

/// Where a verified quote stands in a source's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The source whose text it stands in.
    pub source: SourceIx,
    /// The byte ranges of its parts in that text, in order; several where something was omitted.
    pub parts: Box<[Range<usize>]>,
    /// The line the first part starts in, from 1.
    pub line: u32,
}
