//! What is at hand: what the keys for "this" are about.

use crate::tui::app::{App, Focus, View};
use crate::tui::detail;
use crate::tui::subject::Subject;

/// What is copied and opened: what is at hand, but what a speaker said where that has the keys.
pub(super) fn selected(app: &App) -> Option<Subject> {
    let quote = match (app.view, app.focus) {
        (View::Quotes, Focus::Detail) => app.selected_quote(),
        _ => None,
    };
    quote.map(Subject::Quote).or_else(|| at_hand(app))
}

/// What is selected or focused, if it is one thing: the focused link, else what the view has selected.
pub(super) fn at_hand(app: &App) -> Option<Subject> {
    detail::focused(app).or_else(|| match app.view {
        View::Timeline if app.focus == Focus::Detail => detail::subject(app),
        View::Timeline | View::Zones => app.selected_event().map(Subject::Event),
        View::Quotes => {
            let speaker = app.selected_speaker();
            speaker.map(|speaker| Subject::Person(speaker.person))
        }
        View::Participants => {
            let part = app.selected_part();
            part.map(|part| Subject::Participant(part.participant))
        }
        View::Sources => app.selected_source().map(Subject::Source),
    })
}
