//! Dropping parts of the filter and bringing them back.

use crate::query::Query;
use crate::tui::app::App;

use super::{picker, places, subject};

/// Drops the last term.
pub(super) fn drop_last(app: &mut App) {
    let mut query = app.query.clone();
    match query.drop_last() {
        Some(_) => app.set_query(query),
        None => app.notice = Some(String::from("there is no filter to drop; p makes one")),
    }
}

/// Drops every term.
pub(super) fn clear(app: &mut App) {
    if app.query.is_empty() {
        app.notice = Some(String::from("there is no filter to drop; p makes one"));
    } else {
        app.set_query(Query::default());
        app.notice = Some(String::from("filter dropped; u brings it back"));
    }
}

/// Goes back to the filter before.
pub(super) fn undo(app: &mut App) {
    if !app.undo_query() {
        app.notice = Some(String::from("there is no earlier filter"));
    }
}

/// Shows only what has something, or nothing that has it: what is selected or focused, else what is
/// chosen of the selected event.
pub(super) fn by_this(app: &mut App, not: bool) {
    let at_hand = subject::at_hand(app).and_then(|subject| subject.facet(&app.timeline));
    let Some((facet, value)) = at_hand else {
        picker::open_for_event(app, not);
        return;
    };
    let query = picker::only(&app.query, facet, &value, not);
    places::remember(app);
    app.set_query(query);
}
