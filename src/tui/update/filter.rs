//! Dropping parts of the filter and bringing them back.

use crate::query::Query;
use crate::tui::app::App;

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
