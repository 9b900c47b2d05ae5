//! Keeping things in sight: what is scrolled how far, after every message.

use crate::tui::app::{App, View};
use crate::tui::detail::{self, page_height as detail_page};
use crate::tui::document::{Column, Setting, Spot};
use crate::tui::layout::{areas, detail_columns};
use crate::tui::search::{Item, current};

use super::{participants, sources};

/// Scrolls so that what is selected is in sight and no pane is scrolled past its end.
pub(super) fn settle(app: &mut App) {
    match app.view {
        View::Timeline => {
            settle_events(app);
            settle_detail(app);
        }
        View::Quotes => settle_quotes(app),
        View::Participants => participants::settle(app),
        View::Sources => {
            sources::settle(app);
            settle_detail(app);
        }
        View::Zones => settle_detail(app),
    }
}

/// A page of the list: what is in sight, less one row of overlap and the heading.
pub(super) fn list_page(app: &App) -> usize {
    list_height(app).saturating_sub(2)
}

/// The selected speaker's quotes as they are set now.
pub(super) fn quote_column(app: &App) -> Column<'_> {
    Column::of(
        app,
        Setting::plain(app.settings.glyphs, detail_columns(app)),
    )
}

pub(super) fn list_height(app: &App) -> usize {
    let list = areas(app).and_then(|areas| areas.list);
    list.map_or(0, |area| usize::from(area.height))
}

/// The row of the selected event.
pub(super) fn event_row(app: &App) -> Option<usize> {
    let selected = app.selected_event()?;
    Some(app.events.rows.row_of(app.hits.events().rank(selected)))
}

fn settle_events(app: &mut App) {
    if let Some(row) = event_row(app) {
        app.events.top = top(app.events.top, row, app.events.rows.len(), list_height(app));
    }
}

fn settle_detail(app: &mut App) {
    let page = detail_page(app);
    // At its top a detail is never scrolled too far: how long it is need not be known.
    let is_at_top = detail::reading(app).is_none_or(|at| at.scroll == 0 && at.link.is_none());
    if is_at_top || page == 0 {
        return;
    }
    let sheet = detail::sheet_in_reach(app);
    if let (Some(sheet), Some(reading)) = (sheet, detail::reading_mut(app)) {
        reading.settle(&sheet, page);
    }
}

fn settle_quotes(app: &mut App) {
    let row = app
        .selected_speaker()
        .and_then(|speaker| app.speaker_row(speaker));
    if let Some(row) = row {
        app.quotes.top = top(
            app.quotes.top,
            row,
            app.speaker_rows().len(),
            list_height(app),
        );
    }
    let page = detail_page(app);
    if page == 0 {
        return;
    }
    let mut column = quote_column(app);
    let selected = column.selected();
    let start = Spot::top_of(selected);
    let tall = column.height(selected).saturating_sub(1);
    let below = column.below(start, tall);
    let whole = column.above(below, page);
    let (least, most) = if tall > page {
        // Longer than the pane: some of it in sight.
        (start, whole)
    } else if selected == 1 && column.height(0) + tall <= page {
        // Whole in sight; the first quote brings the speaker's head along.
        (Spot::default(), Spot::default())
    } else {
        (whole, start.max(whole))
    };
    let at_head = matches!(current(app).map(|hit| hit.item), Some(Item::Speaker(_)));
    let least = if at_head { Spot::default() } else { least };
    let end = column.end();
    let end = column.above(end, page);
    let top = column.top().clamp(least, most).min(end);
    app.quotes.scroll = column.scroll(top);
}

/// The first row in sight, so that `row` is in sight too and the list is not scrolled past its end.
///
/// The first line of a list always shows a heading, that of the rows below it: the row scrolled
/// there is covered, so `row` has to come after it. Row 0 is a heading itself.
pub(super) fn top(top: usize, row: usize, rows: usize, height: usize) -> usize {
    let lowest = (row + 1).saturating_sub(height);
    let highest = row.saturating_sub(usize::from(height > 1));
    let most = rows.saturating_sub(height);
    top.min(most).clamp(lowest.min(highest), highest)
}

#[cfg(test)]
mod tests {
    use super::top;

    #[test]
    fn the_selected_row_is_in_sight_below_the_heading() {
        for height in 1..12 {
            for rows in 2..30 {
                for row in 1..rows {
                    for before in 0..rows {
                        let top = top(before, row, rows, height);
                        let first = if height > 1 { top + 1 } else { top };
                        assert!(
                            first <= row && row < top + height,
                            "{before} {row} {rows} {height}"
                        );
                    }
                }
            }
        }
    }
}
