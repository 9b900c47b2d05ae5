//! The document in the detail pane.

use ratatui::layout::Rect;

use crate::tui::app::{App, Focus};
use crate::tui::detail;
use crate::tui::document::{self, Line, Setting};
use crate::tui::layout::text_width;
use crate::tui::search::{Item, current_in, setting};
use crate::tui::subject::Subject;

use super::paint::Paint;

/// Draws as much of the detail as is scrolled into sight.
pub(super) fn draw(app: &App, area: Rect, paint: &mut Paint<'_>) {
    let (Some(subject), Some(reading)) = (detail::subject(app), detail::reading(app)) else {
        return;
    };
    let sight = reading.scroll..reading.scroll + usize::from(area.height);
    let current = match &subject {
        Subject::Event(event) => current_in(app, Item::Event(*event)),
        Subject::Source(source) => current_in(app, Item::Source(*source)),
        Subject::Zones(event) => current_in(app, Item::Zones(*event)),
        _ => None,
    };
    let setting = Setting {
        width: text_width(area),
        current,
        focused: reading.link.filter(|_| app.focus == Focus::Detail),
        ..setting(app)
    };
    let sheet = document::page_in_sight(&app.timeline, &subject, sight, setting);
    draw_lines(sheet.lines_from(reading.scroll), area, paint);
}

/// Draws `lines` with a margin of one column.
pub(super) fn draw_lines(lines: &[Line], area: Rect, paint: &mut Paint<'_>) {
    let inner = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(1),
        ..area
    };
    for (row, line) in inner.rows().zip(lines) {
        paint.line(row, line);
    }
}
