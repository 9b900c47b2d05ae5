//! What the mouse does: a click selects or goes there, the wheel scrolls, the divider is dragged.

use ratatui::layout::{Position, Rect};

use crate::query::Query;
use crate::text::Bidi;
use crate::tui::app::{App, Focus, View};
use crate::tui::detail::{reading, reading_mut, sheet_in_reach, sheet_in_sight};
use crate::tui::heading::{Heading, term_at};
use crate::tui::keymap::Action;
use crate::tui::layout::{Areas, areas};
use crate::tui::message::Effect;
use crate::tui::mouse::{Deed, Mouse};

use super::{act, axis_event_at, follow, participants, quotes, show, sources, timeline};

/// Rows that a notch of the wheel goes.
const NOTCH: usize = 3;

/// Switches the mouse on or off.
pub(super) fn switch(app: &mut App) -> Effect {
    app.mouse.is_on = !app.mouse.is_on;
    app.mouse.holds_divider = false;
    let now = if app.mouse.is_on {
        "mouse on: click, wheel, drag the divider; the terminal's own selection is off"
    } else {
        "mouse off: the terminal's own selection works"
    };
    app.notice = Some(String::from(now));
    Effect::Mouse(app.mouse.is_on)
}

/// Does what the mouse asks for.
pub(super) fn take(app: &mut App, mouse: Mouse) -> Option<Effect> {
    let areas = areas(app)?;
    match mouse.deed {
        Deed::WheelDown => return wheel(app, &areas, mouse.at, Action::Next),
        Deed::WheelUp => return wheel(app, &areas, mouse.at, Action::Previous),
        Deed::Release => app.mouse.holds_divider = false,
        Deed::Drag if app.mouse.holds_divider => drag(app, &areas, mouse.at),
        Deed::Drag => {}
        Deed::Press => {
            app.notice = None;
            press(app, &areas, mouse.at);
        }
    }
    None
}

fn wheel(app: &mut App, areas: &Areas, at: Position, action: Action) -> Option<Effect> {
    if !app.overlays.is_empty() {
        return act(app, action);
    }
    let is_in = |area: Option<Rect>| area.is_some_and(|area| area.contains(at));
    if is_in(areas.detail) && reading(app).is_some() {
        scroll(app, areas, action);
    } else if is_in(areas.list) || is_in(areas.detail) {
        let focus = app.focus;
        app.focus = if is_in(areas.list) {
            Focus::List
        } else {
            Focus::Detail
        };
        for _ in 0..NOTCH {
            act(app, action);
        }
        app.focus = focus;
    }
    None
}

/// Scrolls the document in the detail pane.
fn scroll(app: &mut App, areas: &Areas, action: Action) {
    let page = areas.detail.map_or(0, |area| usize::from(area.height));
    let Some(sheet) = sheet_in_reach(app) else {
        return;
    };
    if let Some(reading) = reading_mut(app) {
        let to = if action == Action::Next {
            reading.scroll + NOTCH
        } else {
            reading.scroll.saturating_sub(NOTCH)
        };
        reading.scroll_to(to, &sheet, page);
    }
}

fn drag(app: &mut App, areas: &Areas, at: Position) {
    let body = areas.body;
    let is_beside = areas.rule.is_some_and(|rule| rule.width == 1);
    let list = if is_beside {
        at.x.saturating_sub(body.x)
    } else {
        at.y.saturating_sub(body.y)
    };
    app.split.drag(list, body.as_size());
}

fn press(app: &mut App, areas: &Areas, at: Position) {
    let is_in = |area: Rect| area.contains(at);
    let column = usize::from(at.x);
    if is_in(areas.header) {
        let heading = Heading::of(app, usize::from(areas.header.width));
        if let Some(view) = heading.view_at(column).filter(|_| app.overlays.is_empty()) {
            show(app, view);
        }
    } else if !app.overlays.is_empty() {
        // What is open over the view has the keys, and no rows to click at.
    } else if is_in(areas.chips) {
        drop_term(app, term_at(app, usize::from(areas.chips.width), column));
    } else if is_in(areas.axis) {
        if let Some(event) = axis_event_at(app, at) {
            timeline::choose(app, event);
            if app.view == View::Quotes {
                quotes::enter(app);
            }
        }
    } else if areas.rule.is_some_and(is_in) {
        app.mouse.holds_divider = true;
    } else if let Some(list) = areas.list.filter(|&area| is_in(area)) {
        press_in_list(app, list, at);
    } else if let Some(detail) = areas.detail.filter(|&area| is_in(area)) {
        press_in_detail(app, detail, at);
    }
}

fn drop_term(app: &mut App, term: Option<usize>) {
    let Some(term) = term else {
        return;
    };
    let mut rest = Query::default();
    let terms = app.query.terms().iter().enumerate();
    for (_, kept) in terms.filter(|(at, _)| *at != term) {
        rest.add(kept.clone());
    }
    app.set_query(rest);
}

/// Selects what is clicked at; what is selected already is opened.
fn press_in_list(app: &mut App, area: Rect, at: Position) {
    let row = usize::from(at.y - area.y);
    let had_keys = app.focus == Focus::List;
    app.focus = Focus::List;
    let is_new = match app.view {
        View::Timeline => timeline::select_row(app, row),
        View::Quotes => quotes::select_row(app, row),
        View::Participants => participants::select(app, at),
        View::Sources => sources::select_row(app, row),
        View::Zones => None,
    };
    if is_new == Some(false) && had_keys {
        act(app, Action::Open);
    }
}

/// Follows the link that is clicked at; gives the keys to the pane.
fn press_in_detail(app: &mut App, area: Rect, at: Position) {
    app.focus = Focus::Detail;
    // The text has a margin of one column.
    let column = usize::from(at.x - area.x).checked_sub(1);
    let row = usize::from(at.y - area.y);
    if app.view == View::Quotes {
        quotes::select_line(app, row);
        return;
    }
    let (Some(sheet), Some(reading), Some(column)) = (sheet_in_sight(app), reading(app), column)
    else {
        return;
    };
    let line = reading.scroll + row;
    let column = match sheet.line(line) {
        Some(line) if app.settings.bidi == Bidi::App => line.read_at(column),
        _ => column,
    };
    let clicked = sheet
        .links
        .into_iter()
        .find(|link| link.covers(line, column));
    if let Some(link) = clicked {
        follow::follow(app, link.subject);
    }
}
