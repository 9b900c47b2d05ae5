//! The sources view: moving through the sources and what rests on each.

use crate::timeline::SourceIx;
use crate::tui::app::{App, Focus};
use crate::tui::keymap::Action;
use crate::tui::reading::Reading;

use super::scroll::{list_height, list_page};
use super::{detail, moved};

/// Does an action in the sources view.
pub(super) fn act(app: &mut App, action: Action) {
    match (action, app.focus) {
        (Action::Open, Focus::List) => app.focus = Focus::Detail,
        (_, Focus::List) => go(app, action),
        (_, Focus::Detail) => detail::act(app, action),
    }
}

fn go(app: &mut App, action: Action) {
    let Some(selected) = app.selected_source() else {
        return;
    };
    let sources = app.timeline.sources().len();
    if let Some(to) = moved(selected.index(), sources, list_page(app), action) {
        app.sources.chosen = Some(SourceIx::new(to));
        app.sources.reading = Reading::default();
    }
}

/// Scrolls so that the selected source is in sight.
pub(super) fn settle(app: &mut App) {
    let Some(selected) = app.selected_source() else {
        return;
    };
    let height = list_height(app);
    let lowest = (selected.index() + 1).saturating_sub(height);
    app.sources.top = app
        .sources
        .top
        .clamp(lowest.min(selected.index()), selected.index());
}
