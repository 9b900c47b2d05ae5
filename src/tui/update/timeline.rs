//! The timeline view: moving through the events and their detail.

use chrono::Datelike;

use crate::timeline::EventIx;
use crate::tui::app::{App, Focus};
use crate::tui::keymap::Action;
use crate::tui::reading::Reading;

use super::scroll::{list_height, list_page};
use super::{detail, moved};

/// Does an action in the timeline view.
pub(super) fn act(app: &mut App, action: Action) {
    match (action, app.focus) {
        (Action::NextYear | Action::PreviousYear, _) => go_by_year(app, action),
        (Action::Open, Focus::List) => app.focus = Focus::Detail,
        (_, Focus::List) => go(app, action),
        (_, Focus::Detail) => detail::act(app, action),
    }
}

/// Selects an event and shows its detail from the top.
pub(super) fn choose(app: &mut App, event: EventIx) {
    if app.events.chosen != Some(event) || app.events.page.is_some() {
        app.events.chosen = Some(event);
        app.events.page = None;
        app.events.reading = Reading::default();
    }
}

/// Selects the event in a row of the pane; whether it is another, or nothing if there is none.
pub(super) fn select_row(app: &mut App, row: usize) -> Option<bool> {
    let event = app.event_row(app.events.top + row)?.event()?;
    // The first row is covered by the heading of what is below it.
    if row == 0 && list_height(app) > 1 {
        return None;
    }
    let is_new = app.selected_event() != Some(event);
    choose(app, event);
    Some(is_new)
}

pub(super) fn go(app: &mut App, action: Action) {
    let Some(selected) = app.selected_event() else {
        return;
    };
    let events = app.hits.events();
    let at = events.rank(selected);
    let to = moved(at, events.len(), list_page(app), action);
    if let Some(event) = to.and_then(|to| events.get(to)) {
        choose(app, event);
    }
}

pub(super) fn go_by_year(app: &mut App, action: Action) {
    let Some(selected) = app.selected_event() else {
        return;
    };
    let year = |event: EventIx| app.timeline[event].first_day().year();
    let events = app.hits.events();
    let starts_year = |wanted: i32| events.since(app.timeline.first_from(wanted)?).next();
    let this = year(selected);
    let to = if action == Action::NextYear {
        starts_year(this + 1)
    } else if starts_year(this) == Some(selected) {
        events.before(selected).and_then(|e| starts_year(year(e)))
    } else {
        starts_year(this)
    };
    match to {
        Some(event) => choose(app, event),
        None => app.notice = Some(String::from("there is no event in a year beyond this one")),
    }
}
