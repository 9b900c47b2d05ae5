//! Reading a document in the detail pane: from link to link, scrolling between them.

use crate::tui::app::App;
use crate::tui::detail::{focused, page_height, reading_mut, sheet, sheet_in_reach};
use crate::tui::document::Sought;
use crate::tui::keymap::Action;

use super::{follow, hint, moved};

/// Does an action in the detail of a view that shows a document there.
pub(super) fn act(app: &mut App, action: Action) {
    if action == Action::Open {
        open(app);
        return;
    }
    let page = page_height(app);
    let sheet = match action {
        Action::Last => sheet(app, Sought::End),
        _ => sheet_in_reach(app),
    };
    let Some(sheet) = sheet else {
        return;
    };
    let Some(reading) = reading_mut(app) else {
        return;
    };
    match action {
        Action::Next => reading.next(&sheet, page),
        Action::Previous => reading.previous(&sheet, page),
        _ => {
            // The last line that can be the first in sight.
            let lines = (sheet.length() + 1).saturating_sub(page);
            if let Some(to) = moved(reading.scroll, lines, page.saturating_sub(1), action) {
                reading.scroll_to(to, &sheet, page);
            }
        }
    }
}

fn open(app: &mut App) {
    if let Some(subject) = focused(app) {
        follow::follow(app, subject);
    } else {
        let next = hint(app, Action::Next, "goes to the next");
        app.notice = Some(format!("no link is focused{next}"));
    }
}
