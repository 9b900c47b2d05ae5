//! Keeping what is selected where it stands on the screen, whatever comes before it.

use crate::tui::app::{App, View};

use super::scroll::event_row;

/// How far from the first row in sight the selected one stands, and the selected column from the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct InSight {
    row: Option<usize>,
    column: Option<usize>,
}

impl InSight {
    /// What is selected in the view.
    pub(super) fn of(app: &App) -> Self {
        let row = selected_row(app).map(|row| row.saturating_sub(*top(app)));
        let column = selected_column(app).map(|column| column.saturating_sub(app.matrix.left));
        Self { row, column }
    }

    /// Scrolls so that what is selected stands there again, as far as that can be.
    pub(super) fn keep(self, app: &mut App) {
        if let Some((row, before)) = selected_row(app).zip(self.row) {
            *top_mut(app) = row.saturating_sub(before);
        }
        if let Some((column, before)) = selected_column(app).zip(self.column) {
            app.matrix.left = column.saturating_sub(before);
        }
    }
}

fn selected_row(app: &App) -> Option<usize> {
    match app.view {
        View::Timeline | View::Zones => event_row(app),
        View::Quotes => app.selected_speaker().and_then(|at| app.speaker_row(at)),
        View::Participants => app.selected_part().and_then(|at| app.grid().row_of(at)),
        View::Sources => app.selected_source().and_then(|at| app.source_row(at)),
    }
}

/// Only the participants have columns: the events.
fn selected_column(app: &App) -> Option<usize> {
    let event = app
        .selected_event()
        .filter(|_| app.view == View::Participants)?;
    Some(app.hits.events().rank(event))
}

const fn top(app: &App) -> &usize {
    match app.view {
        View::Timeline | View::Zones => &app.events.top,
        View::Quotes => &app.quotes.top,
        View::Participants => &app.matrix.top,
        View::Sources => &app.sources.top,
    }
}

const fn top_mut(app: &mut App) -> &mut usize {
    match app.view {
        View::Timeline | View::Zones => &mut app.events.top,
        View::Quotes => &mut app.quotes.top,
        View::Participants => &mut app.matrix.top,
        View::Sources => &mut app.sources.top,
    }
}
