//! The sources view: the list of sources.

use ratatui::layout::Rect;

use crate::timeline::SourceIx;
use crate::tui::app::App;
use crate::tui::document::{Ink, Line};

use super::list::selection;
use super::paint::Paint;

/// Draws the list.
pub(super) fn draw(app: &App, area: Rect, paint: &mut Paint<'_>) {
    let sources = app.timeline.sources().iter().enumerate();
    for ((at, source), row) in sources.skip(app.sources.top).zip(area.rows()) {
        let is_selected = app.selected_source() == Some(SourceIx::new(at));
        let mark = if is_selected {
            app.settings.glyphs.selected
        } else {
            " "
        };
        let text = format!("{mark} {}", source.title.shown());
        paint.line(row, &Line::new(0, text, Ink::Plain));
        if is_selected {
            paint.lay(row, selection(app));
        }
    }
}
