//! The axis: years above, events below.

use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::axis::{Axis, Column};
use crate::tui::document::Ink;
use crate::tui::theme::Theme;

use super::paint::Paint;

/// Draws the axis, with a margin of one column at either side.
pub(super) fn draw(app: &App, area: Rect, paint: &mut Paint<'_>) {
    let inner = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    let mut rows = inner.rows();
    let (Some(labels), Some(marks)) = (rows.next(), rows.next()) else {
        return;
    };
    let Some(axis) = Axis::over(&app.timeline, usize::from(inner.width)) else {
        return;
    };
    for (column, year) in axis.years() {
        paint.put(
            labels,
            column,
            &year.to_string(),
            paint.theme.style(Ink::Dim),
        );
    }
    let columns = axis.columns(&app.timeline, &app.hits, app.selected_event());
    for (at, column) in columns.iter().enumerate() {
        let (text, ink) = mark(app, *column);
        let mut style = paint.theme.style(ink);
        if column.selected {
            style = style.patch(Theme::selection());
        }
        paint.put(marks, at, &text, style);
    }
}

fn mark(app: &App, column: Column) -> (String, Ink) {
    let glyphs = app.settings.glyphs;
    match (column.shown, column.first) {
        (0, None) => (glyphs.horizontal.to_owned(), Ink::Dim),
        (0, Some(_)) => (glyphs.hidden.to_owned(), Ink::Dim),
        (1, Some(event)) => {
            let kind = &app.timeline[app.timeline[event].kind];
            (glyphs.kind(kind).into_owned(), Ink::Kind(kind.color))
        }
        (count @ 2..=9, _) => (count.to_string(), Ink::Strong),
        _ => (String::from("+"), Ink::Strong),
    }
}
