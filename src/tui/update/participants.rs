//! The participants view.

use crate::tui::app::{App, Focus, View};
use crate::tui::keymap::Action;

use super::{places, timeline};

/// Does an action in the participants view.
pub(super) fn act(app: &mut App, action: Action) {
    match action {
        Action::Open => {
            places::remember(app);
            app.view = View::Timeline;
            app.focus = Focus::Detail;
        }
        _ => timeline::go(app, action),
    }
}

/// Scrolls so that what is selected is in sight.
pub(super) fn settle(_app: &mut App) {}
