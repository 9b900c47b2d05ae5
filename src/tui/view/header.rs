//! The first line, and the filter below it.

use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::document::{Line, runs_width};
use crate::tui::heading::{Heading, chips};

use super::paint::Paint;

/// Draws title, views and counts.
pub(super) fn draw(app: &App, area: Rect, paint: &mut Paint<'_>) {
    let columns = usize::from(area.width);
    let heading = Heading::of(app, columns);
    let runs = heading.runs();
    paint.line(area, &Line { left: 1, runs });
    if let Some(left) = columns.checked_sub(runs_width(&heading.counts) + 1) {
        let runs = heading.counts;
        paint.line(area, &Line { left, runs });
    }
}

/// Draws the filter.
pub(super) fn draw_chips(app: &App, area: Rect, paint: &mut Paint<'_>) {
    let chips = chips(app, usize::from(area.width));
    let runs = chips.into_iter().map(|chip| chip.inked).collect();
    paint.line(area, &Line { left: 1, runs });
}
