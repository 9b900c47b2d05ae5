//! The participants view: moving through the matrix, by row from participant to participant and by column
//! from event to event.

use ratatui::layout::Position;

use crate::tui::app::{App, Focus, View};
use crate::tui::keymap::Action;
use crate::tui::matrix::{Frame, Part, frame};

use super::{moved, places, scroll, timeline};

/// Does an action in the participants view.
pub(super) fn act(app: &mut App, action: Action) {
    match action {
        Action::Open => open(app),
        Action::EventNext => timeline::go(app, Action::Next),
        Action::EventPrevious => timeline::go(app, Action::Previous),
        Action::NextYear | Action::PreviousYear => timeline::go_by_year(app, action),
        _ => go_by_row(app, action),
    }
}

/// Opens the selected event.
fn open(app: &mut App) {
    if let Some(event) = app.selected_event() {
        places::remember(app);
        timeline::choose(app, event);
        app.view = View::Timeline;
        app.focus = Focus::Detail;
    }
}

fn go_by_row(app: &mut App, action: Action) {
    let parts: Vec<Part> = app.grid().parts().collect();
    let at = app.selected_part();
    let at = at.and_then(|at| parts.iter().position(|part| *part == at));
    let page = frame(app).map_or(0, |frame| usize::from(frame.rows.height));
    let to = moved(at.unwrap_or(0), parts.len(), page.saturating_sub(2), action);
    if let Some(part) = to.and_then(|to| parts.get(to)) {
        app.matrix.row = Some(*part);
    }
}

/// Selects the row and the event that stand at a place of the screen; whether that is another cell, or
/// nothing where there is none.
pub(super) fn select(app: &mut App, at: Position) -> Option<bool> {
    let frame = frame(app)?;
    let x = usize::from(at.x.saturating_sub(frame.rows.x));
    let columns = frame.columns(app, app.matrix.left);
    let is_at = |left: usize| (left..left + frame.column()).contains(&x);
    let column = columns.iter().find(|column| is_at(column.left));
    let event = column.map(|column| column.event);
    let part = part_at(app, &frame, at);
    let was = (app.selected_part(), app.selected_event());
    if let Some(part) = part {
        app.matrix.row = Some(part);
    }
    let is_heading = [frame.years, frame.kinds, frame.numbers].map(|area| area.contains(at));
    if let Some(event) = event.filter(|_| part.is_some() || is_heading.contains(&true)) {
        timeline::choose(app, event);
    }
    (part.is_some() && event.is_some()).then(|| was != (app.selected_part(), app.selected_event()))
}

/// The participant of the row at a place of the screen.
fn part_at(app: &App, frame: &Frame, at: Position) -> Option<Part> {
    if !frame.rows.contains(at) {
        return None;
    }
    let line = usize::from(at.y - frame.rows.y);
    // The first line shows the heading of what is below it.
    let is_covered = line == 0 && frame.rows.height > 1;
    let row = app.grid().rows().get(app.matrix.top + line)?;
    row.part().filter(|_| !is_covered)
}

/// Scrolls so that the selected row and the selected event are in sight.
pub(super) fn settle(app: &mut App) {
    let Some(frame) = frame(app) else {
        return;
    };
    let rows = app.grid().rows().len();
    let row = app.selected_part().and_then(|part| app.grid().row_of(part));
    let top = scroll::top(
        app.matrix.top,
        row.unwrap_or(0),
        rows,
        usize::from(frame.rows.height),
    );
    let events = app.hits.events();
    let at = app.selected_event();
    let at = at.map_or(0, |at| events.rank(at));
    let left = frame.left(app, app.matrix.left, at);
    (app.matrix.top, app.matrix.left) = (top, left);
}
