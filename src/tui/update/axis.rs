//! The axis: zooming, panning, lanes, and following the selection.

use ratatui::layout::Position;

use crate::timeline::EventIx;
use crate::tui::app::{App, View};
use crate::tui::axis::{Lane, Row, Scale, Step, Window, event_at, rows};
use crate::tui::keymap::Action;
use crate::tui::layout::{LANES_FROM, areas, axis_areas, lane_rows};

/// Does an action of the axis.
pub(super) fn act(app: &mut App, action: Action) {
    if action == Action::Lanes {
        return toggle_lanes(app);
    }
    let Some(whole) = app.axis.index.whole() else {
        return tell(app, "there are no events, so the axis is empty");
    };
    let Some(width) = width(app) else {
        return tell(app, "the screen is too low for the axis");
    };
    match action {
        Action::ZoomIn => zoom_in(app, whole, width),
        Action::ZoomOut => zoom_out(app, whole, width),
        Action::ZoomFit => fit(app),
        Action::PanLeft => pan(app, whole, false),
        Action::PanRight => pan(app, whole, true),
        _ => {}
    }
}

/// Moves the window after the selection, if another event has been selected out of its sight.
pub(super) fn settle(app: &mut App) {
    let selected = app.selected_event();
    if app.axis.sight.followed == selected {
        return;
    }
    app.axis.sight.followed = selected;
    let (Some(event), Some(window), Some(whole)) =
        (selected, app.axis.sight.window, app.axis.index.whole())
    else {
        return;
    };
    let (day, _) = app.axis.index.days(event);
    if !window.holds(day) {
        app.axis.sight.window = Some(window.centred(day).within(whole));
    }
}

/// The event that a cell of the axis stands for: see [`event_at`]; none outside the columns.
pub fn axis_event_at(app: &App, at: Position) -> Option<EventIx> {
    let areas = axis_areas(app, areas(app)?.axis)?;
    if !areas.columns.contains(at) {
        return None;
    }
    let scale = Scale::new(app.axis.window()?, usize::from(areas.columns.width));
    let column = usize::from(at.x - areas.columns.x);
    let selected = app.selected_event();
    let find = |lane| event_at(&app.timeline, lane, scale, column, selected);
    let (index, shown) = (&app.axis.index, &app.axis.shown);
    if areas.names.is_none() {
        return find(Lane::all(index, shown));
    }
    let rows = rows(index, shown, lane_rows(app)?);
    let row: &Row = rows.get(usize::from(at.y - areas.columns.y))?;
    // Of several kinds in a row, the event that is nearest to the column.
    let found = row
        .kinds()
        .iter()
        .filter_map(|kind| find(Lane::of(*kind, index, shown)));
    found.min_by_key(|event| {
        let place = scale.column(index.days(*event).0);
        (
            place.abs_diff(i64::try_from(column).unwrap_or(i64::MAX)),
            *event,
        )
    })
}

/// How many columns the axis has; none where there is no room for it.
fn width(app: &App) -> Option<usize> {
    let areas = axis_areas(app, areas(app)?.axis)?;
    Some(usize::from(areas.columns.width))
}

fn tell(app: &mut App, text: &str) {
    app.notice = Some(text.to_owned());
}

fn zoom_in(app: &mut App, whole: Window, width: usize) {
    let from = app.axis.sight.window;
    let now = from.unwrap_or(whole);
    let Some(length) = now.closer() else {
        return tell(app, "the axis goes no closer than a month");
    };
    let about = app.selected_event();
    let to = now.zoomed(length, day(app, about), width).within(whole);
    app.axis.sight.window = Some(to);
    app.axis.steps.push(Step { from, to, about });
}

fn zoom_out(app: &mut App, whole: Window, width: usize) {
    let Some(now) = app.axis.sight.window else {
        return tell(app, "the axis shows the whole span");
    };
    let about = app.selected_event();
    let step = app.axis.steps.pop();
    if let Some(step) = step.filter(|step| step.to == now && step.about == about) {
        app.axis.sight.window = step.from;
        return;
    }
    // What was before the steps has gone out of sight since.
    app.axis.steps.clear();
    let wider = now.wider(whole);
    let to = wider.map(|length| now.zoomed(length, day(app, about), width).within(whole));
    app.axis.sight.window = to.filter(|to| *to != whole);
}

fn fit(app: &mut App) {
    if app.axis.sight.window.is_none() {
        return tell(app, "the axis shows the whole span");
    }
    app.axis.sight.window = None;
    app.axis.steps.clear();
}

fn pan(app: &mut App, whole: Window, forward: bool) {
    let Some(now) = app.axis.sight.window else {
        return tell(app, "the axis shows the whole span");
    };
    let to = now.panned(forward).within(whole);
    if to == now {
        let edge = if forward { "end" } else { "beginning" };
        return tell(app, &format!("the axis is at the {edge} of the timeline"));
    }
    app.axis.sight.window = Some(to);
}

fn toggle_lanes(app: &mut App) {
    if app.view != View::Timeline {
        return tell(app, "lanes are shown in the timeline");
    }
    if app.size.width < LANES_FROM.width || app.size.height < LANES_FROM.height {
        let (width, height) = (LANES_FROM.width, LANES_FROM.height);
        return tell(
            app,
            &format!("lanes need a screen of {width}x{height} or more"),
        );
    }
    app.axis.lanes = !app.axis.lanes;
}

fn day(app: &App, event: Option<EventIx>) -> Option<crate::tui::axis::Day> {
    event.map(|event| app.axis.index.days(event).0)
}
