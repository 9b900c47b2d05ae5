//! The zones view: moving through the events in whose time the zones are shown.

use crate::tui::app::{App, Focus};
use crate::tui::keymap::Action;

use super::{detail, timeline};

/// Does an action in the zones view.
pub(super) fn act(app: &mut App, action: Action) {
    match (action, app.focus) {
        (Action::Open, Focus::List) => app.focus = Focus::Detail,
        (Action::NextYear | Action::PreviousYear, _) => timeline::go_by_year(app, action),
        (_, Focus::List) => timeline::go(app, action),
        (_, Focus::Detail) => detail::act(app, action),
    }
}
