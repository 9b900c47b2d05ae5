//! What takes longer than a key may: it goes on in steps while nothing else happens.

use crate::tui::app::{App, Overlay};
use crate::tui::detail;

use super::{picker, query_line, search};

/// How many events are gone through in a step.
pub(super) const STEP: usize = 1024;

/// Something that is left to do.
enum Work {
    /// Counting hits.
    Search,
    /// Reading the texts in which the filter that is typed looks for words.
    Texts,
    /// Counting the lines of a long document.
    Document,
    /// Counting the values that the picker offers.
    Values,
    /// Making what views and filters will ask for first.
    Gathering,
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
        Some(Work::Document) => detail::count_on(app),
        Some(Work::Values) => picker::read_on(app),
        Some(Work::Gathering) => {
            app.timeline.gather(STEP);
        }
        None => {}
    }
}

/// Whether something is to be made beforehand. Of few events everything is made as quickly as a key is
/// answered: whoever only looks at them costs nothing.
fn is_gathering(app: &App) -> bool {
    app.timeline.events().len() > STEP && !app.timeline.is_gathered()
}

/// What is to be done next: first what the reader looks at.
fn next(app: &App) -> Option<Work> {
    match app.overlays.last() {
        Some(Overlay::QueryLine(line)) if query_line::is_reading(app, line) => Some(Work::Texts),
        Some(Overlay::Picker(picker)) if picker::is_reading(picker) => Some(Work::Values),
        _ if search::is_counting(app) => Some(Work::Search),
        _ if detail::is_uncounted(app) => Some(Work::Document),
        _ => is_gathering(app).then_some(Work::Gathering),
    }
}
