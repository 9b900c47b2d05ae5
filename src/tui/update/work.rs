//! What takes longer than a key may: it goes on in steps while nothing else happens.

use crate::tui::app::{App, Overlay};

use super::{picker, query_line, search};

/// Something that is left to do.
enum Work {
    /// Counting hits.
    Search,
    /// Reading the texts in which the filter that is typed looks for words.
    Texts,
    /// Counting the values that the picker offers.
    Values,
}

/// Whether something is left to do.
pub fn is_left(app: &App) -> bool {
    next(app).is_some()
}

/// Does some of it.
pub(super) fn go_on(app: &mut App) {
    match next(app) {
        Some(Work::Search) => search::go_on(app),
        Some(Work::Texts) => query_line::read_on(app),
        Some(Work::Values) => picker::read_on(app),
        None => {}
    }
}

/// What is to be done next: first what the reader looks at.
fn next(app: &App) -> Option<Work> {
    match app.overlays.last() {
        Some(Overlay::QueryLine(_)) if query_line::is_reading(app) => Some(Work::Texts),
        Some(Overlay::Picker(picker)) if picker::is_reading(picker) => Some(Work::Values),
        _ => search::is_counting(app).then_some(Work::Search),
    }
}
