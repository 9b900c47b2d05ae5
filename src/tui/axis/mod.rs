//! The axis: what is drawn above the list, as pure functions from events, a stretch of time and a
//! width. [`columns()`] makes the columns of a row, [`labels()`] what stands above them, [`rows`] the
//! rows of the lanes.

mod columns;
mod index;
mod labels;
mod lanes;
mod span;

use crate::timeline::EventIx;

pub use columns::{Bar, Column, columns, event_at};
pub use index::{Index, Lane, Shown};
pub use labels::{Beside, Label, labels};
pub use lanes::{Row, rows};
pub use span::{Day, Scale, Window, number};

/// What the axis shows.
#[derive(Debug, Default)]
pub struct Axis {
    /// Where the events are in time.
    pub index: Index,
    /// What the filter shows of them.
    pub shown: Shown,
    /// How far it is zoomed, and where it stands.
    pub sight: Sight,
    /// The steps by which it was zoomed in, the last one last.
    pub steps: Vec<Step>,
    /// Whether it is drawn as lanes, where there is room.
    pub lanes: bool,
}

/// How far the axis is zoomed, and where it stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sight {
    /// What is in sight, unless that is the whole.
    pub window: Option<Window>,
    /// The selected event that the window has followed: it moves only after another one.
    pub followed: Option<EventIx>,
}

/// A step in: what zooming out takes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What was in sight before, unless that is the whole.
    pub from: Option<Window>,
    /// What was in sight after it.
    pub to: Window,
    /// The event that was selected.
    pub about: Option<EventIx>,
}

impl Axis {
    /// What is in sight; none if there is nothing to see.
    pub fn window(&self) -> Option<Window> {
        self.sight.window.or_else(|| self.index.whole())
    }
}
