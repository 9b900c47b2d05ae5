//! The axis: labels above, events below, in one row or in lanes.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::width;
use crate::timeline::EventIx;
use crate::tui::app::App;
use crate::tui::axis::{Bar, Beside, Column, Lane, Row, Scale, columns, labels, rows};
use crate::tui::document::{Ink, Line};
use crate::tui::layout::{AxisAreas, axis_areas, lane_rows};
use crate::tui::theme::Theme;

use super::paint::Paint;

/// From this width on the row of the labels says how many events are out of sight.
const COUNTS_FROM: usize = 24;

/// Draws the axis.
pub(super) fn draw(app: &App, area: Rect, paint: &mut Paint<'_>) {
    let (Some(areas), Some(window)) = (axis_areas(app, area), app.axis.window()) else {
        return;
    };
    let scale = Scale::new(window, usize::from(areas.columns.width));
    draw_labels(app, scale, areas.labels, paint);
    if let Some(names) = areas.names {
        draw_lanes(app, scale, &areas, names, paint);
        return;
    }
    let lane = Lane::all(&app.axis.index, &app.axis.shown);
    let columns = columns(&app.timeline, lane, scale, app.selected_event());
    draw_row(app, &columns, areas.columns, paint);
}

/// Draws the labels, the mark over the selected event, and how many events are out of sight.
fn draw_labels(app: &App, scale: Scale, row: Rect, paint: &mut Paint<'_>) {
    let glyphs = paint.glyphs;
    let dim = paint.theme.style(Ink::Dim);
    let selected = app.selected_event();
    let marker = selected.and_then(|event| scale.place(app.axis.index.days(event).0));
    let (before, after) = out_of_sight(app, scale);
    let all = scale.width();
    let sign = |text: String, from: usize| {
        let taken = from..from + width(&text);
        let fits = all >= COUNTS_FROM && taken.len() <= all / 4;
        Some(text).filter(|_| fits && !marker.is_some_and(|marker| taken.contains(&marker)))
    };
    let before = (before > 0).then(|| format!("{}{before}", glyphs.earlier));
    let after = (after > 0).then(|| format!("{after}{}", glyphs.later));
    let before = before.and_then(|text| sign(text, 0));
    let after = after.and_then(|text| {
        let from = all.saturating_sub(width(&text));
        sign(text, from)
    });
    let taken = |text: &Option<String>| text.as_ref().map_or(0, |text| width(text) + 1);
    let beside = Beside {
        marker,
        left: taken(&before),
        right: taken(&after),
    };
    for label in labels(scale, &beside) {
        paint.put(row, label.column, &label.text, dim);
    }
    if let Some(marker) = marker {
        paint.put(row, marker, glyphs.marker, paint.theme.style(Ink::Plain));
    }
    for (text, at) in [(before, 0), (after.clone(), all + 1 - taken(&after).max(1))] {
        if let Some(text) = text {
            paint.put(row, at, &text, dim);
        }
    }
}

/// How many shown events begin before what is in sight, and how many after it.
fn out_of_sight(app: &App, scale: Scale) -> (usize, usize) {
    let lane = Lane::all(&app.axis.index, &app.axis.shown);
    let end = i64::try_from(scale.width()).unwrap_or(i64::MAX);
    let (_, before) = lane.before(scale.first_day(0));
    let (_, until) = lane.before(scale.first_day(end));
    (before, lane.len().saturating_sub(until))
}

fn draw_lanes(app: &App, scale: Scale, areas: &AxisAreas, names: Rect, paint: &mut Paint<'_>) {
    let (index, shown) = (&app.axis.index, &app.axis.shown);
    let selected = app.selected_event();
    let rows = rows(index, shown, lane_rows(app).unwrap_or_default());
    let lines = areas.columns.rows().zip(names.rows());
    for (row, (line, name)) in rows.iter().zip(lines) {
        let columns = row.columns(&app.timeline, (index, shown), scale, selected);
        let is_selected =
            selected.is_some_and(|event| row.kinds().contains(&app.timeline[event].kind));
        draw_name(app, row, is_selected, name, paint);
        draw_row(app, &columns, line, paint);
    }
}

fn draw_name(app: &App, row: &Row, is_selected: bool, area: Rect, paint: &mut Paint<'_>) {
    let glyphs = paint.glyphs;
    let ink = if is_selected { Ink::Strong } else { Ink::Dim };
    if is_selected {
        paint.put(area, 0, glyphs.selected, paint.theme.style(ink));
    }
    let (mark, name) = match row {
        Row::Kind(kind) => {
            let kind = &app.timeline[*kind];
            let name = glyphs.set(kind.name.shown()).into_owned();
            (format!("{} ", glyphs.kind(kind)), name)
        }
        Row::Others(kinds) => (String::new(), format!("+{} kinds", kinds.len())),
    };
    paint.line(area, &Line::row(1, [vec![(mark, ink)], vec![(name, ink)]]));
}

fn draw_row(app: &App, columns: &[Column], row: Rect, paint: &mut Paint<'_>) {
    for (at, column) in columns.iter().enumerate() {
        let (text, ink) = mark(app, *column);
        paint.put(row, at, &text, style(paint.theme, ink, column.selected));
    }
}

fn style(theme: &Theme, ink: Ink, is_selected: bool) -> Style {
    let style = theme.style(ink);
    if is_selected {
        style.patch(Theme::selection())
    } else {
        style
    }
}

/// What stands in a column: events before bars, those that are shown before those that are not.
fn mark(app: &App, column: Column) -> (String, Ink) {
    let glyphs = app.settings.glyphs;
    let kind = |event: EventIx| &app.timeline[app.timeline[event].kind];
    match (column.shown, column.first, column.bar) {
        (1, Some(event), _) => {
            let kind = kind(event);
            (glyphs.kind(kind).into_owned(), Ink::Kind(kind.color))
        }
        (count @ 2..=9, ..) => (count.to_string(), Ink::Strong),
        (10.., ..) => (String::from("+"), Ink::Strong),
        _ if column.hidden > 0 => (glyphs.hidden.to_owned(), Ink::Dim),
        (.., Some(Bar { event, is_soft })) => {
            let glyph = if is_soft {
                glyphs.soft
            } else {
                glyphs.horizontal_heavy
            };
            (glyph.to_owned(), Ink::Kind(kind(event).color))
        }
        _ => (glyphs.horizontal.to_owned(), Ink::Dim),
    }
}
