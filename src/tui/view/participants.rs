//! The participants view.

use ratatui::layout::Rect;

use crate::tui::app::App;

use super::paint::Paint;

/// Draws it.
pub(super) fn draw(_app: &App, _area: Rect, _paint: &mut Paint<'_>) {}
