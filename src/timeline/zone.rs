//! Places, and the zones agreed in the talks.

use chrono::NaiveDate;

use super::{Date, EventIx, Id, PlaceIx, SourceIx};
use crate::diagnostic::Span;
use crate::text::Text;

/// A point on the map.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// Degrees north, -90 to 90.
    pub lat: f64,
    /// Degrees east, -180 to 180.
    pub lon: f64,
    /// Where it is defined.
    pub at: Span,
}

/// An area agreed in the talks, and what became of it.
#[derive(Debug, Clone)]
pub struct Zone {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// What it covers, in own words.
    pub area: Vec<Text>,
    /// Where it is drawn; at least one.
    pub places: Vec<PlaceIx>,
    /// What it rests on.
    pub sources: Vec<SourceIx>,
    /// Its history, oldest first.
    pub history: Vec<Status>,
    /// Where it is defined.
    pub at: Span,
}

impl Zone {
    /// What it was on a day: the latest step of its history that may have begun by then; none before
    /// the first.
    pub fn on(&self, day: NaiveDate) -> Option<&Status> {
        let mut begun = self.history.iter().rev();
        begun.find(|status| status.date.first() <= day)
    }

    /// When what it was on a day began: the first of the steps up to then that say the same.
    pub fn since(&self, day: NaiveDate) -> Option<&Status> {
        let kind = self.on(day)?.kind;
        let mut begun = self.history.iter().rev();
        let up_to_then = begun
            .by_ref()
            .skip_while(|status| status.date.first() > day);
        up_to_then.take_while(|status| status.kind == kind).last()
    }
}

/// A step in a zone's history.
#[derive(Debug, Clone)]
pub struct Status {
    /// Since when.
    pub date: Date,
    /// What it was from then on.
    pub kind: StatusKind,
    /// The event that brought it about.
    pub event: Option<EventIx>,
    /// More about it.
    pub note: Option<Text>,
    /// What it rests on.
    pub sources: Vec<SourceIx>,
}

impl Status {
    /// What it was from then on, and when that began: "in force since 13 October 2017".
    pub fn in_words(&self) -> String {
        let (words, date) = (self.kind.words(), self.date.in_full());
        let is_lasting = matches!(self.kind, StatusKind::InForce | StatusKind::Contested);
        match (self.date.is_day(), is_lasting) {
            (true, true) => format!("{words} since {date}"),
            (true, false) => format!("{words} on {date}"),
            (false, _) => format!("{words}, {date}"),
        }
    }
}

/// What a zone can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatusKind {
    /// Put forward.
    Proposed,
    /// Agreed.
    Agreed,
    /// Held to.
    InForce,
    /// Broken or disputed.
    Contested,
    /// Over.
    Ended,
}

impl StatusKind {
    /// All of them, in the order a zone goes through them.
    pub const ALL: [Self; 5] = [
        Self::Proposed,
        Self::Agreed,
        Self::InForce,
        Self::Contested,
        Self::Ended,
    ];

    /// The name in the schema.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Agreed => "agreed",
            Self::InForce => "in-force",
            Self::Contested => "contested",
            Self::Ended => "ended",
        }
    }

    /// What is said of a zone that has it: "in force".
    pub const fn words(self) -> &'static str {
        match self {
            Self::InForce => "in force",
            _ => self.name(),
        }
    }

    /// The status of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}
