//! The first line, and the filter below it.

use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::document::{Line, runs_width};
use crate::tui::heading::{Chip, Heading, chips};

use super::paint::Paint;

/// Draws title, views and counts.
pub(super) fn draw(app: &App, area: Rect, paint: &mut Paint<'_>) {
    let columns = usize::from(area.width);
    let heading = Heading::of(app, columns);
    paint.line(area, &Line::row(1, heading.parts()));
    if let Some(left) = columns.checked_sub(runs_width(&heading.counts) + 1) {
        paint.line(area, &Line::of(left, heading.counts));
    }
}

/// Draws the filter.
pub(super) fn draw_chips(app: &App, area: Rect, paint: &mut Paint<'_>) {
    let chips = chips(app, usize::from(area.width));
    let parts = chips.into_iter().flat_map(Chip::parts);
    paint.line(area, &Line::row(1, parts));
}
