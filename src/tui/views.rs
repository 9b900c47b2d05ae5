//! The views, and the state of those that are not a list of events or quotes.

use crate::timeline::{SourceIx, Timeline};

use super::keymap::Action;
use super::matrix::Part;
use super::reading::Reading;

/// A view: a way of looking at what the filter leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Events in time.
    Timeline,
    /// Quotes by speaker.
    Quotes,
    /// Who took part in which event.
    Participants,
    /// What facts rest on.
    Sources,
    /// The zones agreed in the talks, on a map.
    Zones,
}

impl View {
    /// All views, in the order of their number keys.
    pub const ALL: [Self; 5] = [
        Self::Timeline,
        Self::Quotes,
        Self::Participants,
        Self::Sources,
        Self::Zones,
    ];

    /// The name shown for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Timeline => "Timeline",
            Self::Quotes => "Quotes",
            Self::Participants => "Participants",
            Self::Sources => "Sources",
            Self::Zones => "Zones",
        }
    }

    /// The action that shows it.
    pub const fn action(self) -> Action {
        match self {
            Self::Timeline => Action::ViewTimeline,
            Self::Quotes => Action::ViewQuotes,
            Self::Participants => Action::ViewParticipants,
            Self::Sources => Action::ViewSources,
            Self::Zones => Action::ViewZones,
        }
    }

    /// Whether a timeline has it: one without zones has nothing to draw on a map.
    pub fn is_of(self, timeline: &Timeline) -> bool {
        match self {
            Self::Zones => !timeline.zones().is_empty(),
            _ => true,
        }
    }

    /// Whether there is a detail beside its list.
    pub const fn has_detail(self) -> bool {
        !matches!(self, Self::Participants)
    }

    /// Whether it moves through events in time, so that the axis stands above it.
    pub const fn has_axis(self) -> bool {
        matches!(self, Self::Timeline | Self::Quotes | Self::Zones)
    }
}

/// Which pane has the keys; where only one fits, it is the one that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The list: events, or speakers.
    List,
    /// What the list's selection is about: the event's detail, or the speaker's quotes.
    Detail,
}

/// The state of the participants view; the event it is at is the selected one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The row the user went to last; the filter may hide it.
    pub row: Option<Part>,
    /// The first row in sight.
    pub top: usize,
    /// The first event in sight, among those that are listed.
    pub left: usize,
}

/// The state of the sources view.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sources {
    /// The source the user went to last.
    pub chosen: Option<SourceIx>,
    /// The first row in sight.
    pub top: usize,
    /// How far its page is read.
    pub reading: Reading,
}

/// The state of the zones view; the day it shows is that of the selected event.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Zones {
    /// How far the zones' history is read.
    pub reading: Reading,
}
