//! What one session leaves to the next: where the reader was.
//!
//! It names things by what stays the same when a timeline is edited: an id, a filter as it is written.

use crate::query::parse;
use crate::timeline::Id;

use super::app::{App, View};
use super::message::Msg;
use super::split::Arrangement;
use super::update::update;

/// Where a reader was in a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Memory {
    /// The view.
    pub view: View,
    /// The id of the event the reader went to last.
    pub event: Option<String>,
    /// The filter, as it is written.
    pub filter: String,
    /// The arrangement that was chosen.
    pub layout: Option<Arrangement>,
}

/// What of a memory is wanted: not what somebody has asked for otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The view.
    pub view: bool,
    /// The event.
    pub event: bool,
    /// The filter.
    pub filter: bool,
}

impl Memory {
    /// Where the reader is.
    pub fn of(app: &App) -> Self {
        let event = app.events.chosen.map(|event| &app.timeline[event].id);
        Self {
            view: app.view,
            event: event.map(|id| id.as_str().to_owned()),
            filter: app.query.to_string(),
            layout: app.split.chosen(),
        }
    }

    /// Goes where the reader was, as far as that is wanted and is still there.
    pub fn recall(&self, app: &mut App, wanted: Wanted) {
        let (query, mistakes) = parse(&self.filter, &app.timeline);
        if wanted.filter && mistakes.is_empty() {
            app.set_query(query);
            app.queries_before.clear();
        }
        let id = self.event.as_deref().and_then(Id::new);
        let event = id.and_then(|id| app.timeline.event_named(&id));
        if wanted.event {
            app.events.chosen = event.or(app.events.chosen);
        }
        if self.layout.is_some() {
            app.split.choose(self.layout);
        }
        if wanted.view && self.view.is_of(&app.timeline) {
            update(app, Msg::Do(self.view.action()));
        }
    }
}
