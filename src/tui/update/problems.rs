//! The list of problems.

use crate::diagnostic::{Diagnostic, Severity};
use crate::tui::app::{App, Overlay, Problems};
use crate::tui::keymap::Action;
use crate::tui::message::Effect;

use super::{edit, moved};

/// How many rows a page of the list moves.
const PAGE: usize = 10;

/// Opens the list at the first error, or says that there is nothing to list.
pub(super) fn open(app: &mut App) {
    if app.diagnostics.is_empty() {
        app.notice = Some(String::from("nothing is wrong with this timeline"));
    } else {
        let is_error = |it: &Diagnostic| it.severity() == Severity::Error;
        let selected = app.diagnostics.iter().position(is_error).unwrap_or(0);
        app.overlays.push(Overlay::Problems(Problems { selected }));
    }
}

/// Does an action in the list.
pub(super) fn act(app: &mut App, action: Action) -> Option<Effect> {
    if action == Action::Open {
        return edit::open(app);
    }
    let count = app.diagnostics.len();
    if let Some(Overlay::Problems(problems)) = app.overlays.last_mut()
        && let Some(to) = moved(problems.selected, count, PAGE, action)
    {
        problems.selected = to;
    }
    None
}
