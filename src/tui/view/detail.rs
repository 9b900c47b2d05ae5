//! The detail of the selected event.

use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::document::{self, Line, Setting};
use crate::tui::layout::text_width;
use crate::tui::search::{Item, current_in, setting};

use super::paint::Paint;

/// Draws as much of the detail as is scrolled into sight.
pub(super) fn draw(app: &App, area: Rect, paint: &mut Paint<'_>) {
    let Some(event) = app.selected_event() else {
        return;
    };
    let most = app.events.scroll + usize::from(area.height);
    let setting = Setting {
        width: text_width(area),
        current: current_in(app, Item::Event(event)),
        ..setting(app)
    };
    let sheet = document::event_beginning(&app.timeline, event, most, setting);
    draw_lines(&sheet.lines, app.events.scroll, area, paint);
}

/// Draws `lines` from the line `first` on, with a margin of one column.
pub(super) fn draw_lines(lines: &[Line], first: usize, area: Rect, paint: &mut Paint<'_>) {
    let inner = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(1),
        ..area
    };
    for (row, line) in inner.rows().zip(lines.iter().skip(first)) {
        paint.line(row, line);
    }
}
