//! Following a link to what it leads to.

use crate::timeline::{EventIx, QuoteIx, SourceIx, State};
use crate::tui::app::{App, Focus, View};
use crate::tui::detail::{page_height, reading_mut, sheet};
use crate::tui::document::Sought;
use crate::tui::reading::Reading;
use crate::tui::subject::Subject;

use super::{places, quotes, timeline};

/// Goes to what a link leads to; where the reader was is a place to go back to.
pub(super) fn follow(app: &mut App, to: Subject) {
    places::remember(app);
    match to {
        Subject::Event(event) => go_to_event(app, event),
        Subject::Quote(quote) => go_to_quote(app, quote),
        Subject::Source(source) => go_to_source(app, source, None),
        Subject::Passage(quote) => match &app.timeline[quote].state {
            State::Verified(passage) => go_to_source(app, passage.source, Some(quote)),
            _ => go_to_quote(app, quote),
        },
        Subject::Zone(_) | Subject::Zones(_) => {
            app.view = View::Zones;
            app.zones.reading = Reading::default();
            app.focus = Focus::Detail;
            focus(app, &to);
        }
        Subject::Participant(_) | Subject::Person(_) | Subject::Document(_) | Subject::Topic(_) => {
            show(app, to);
        }
    }
}

/// Focuses the first link to something, and scrolls to it.
pub(super) fn focus(app: &mut App, to: &Subject) {
    let page = page_height(app);
    // In a source, what leads to a quote stands in the text, at the end.
    let sought = match to {
        Subject::Quote(_) => Sought::End,
        _ => Sought::Line(0),
    };
    let Some(sheet) = sheet(app, sought) else {
        return;
    };
    let found = sheet
        .numbered_links()
        .find(|(_, link)| link.subject == *to)
        .map(|(at, _)| at);
    if let (Some(link), Some(reading)) = (found, reading_mut(app)) {
        reading.go_to(link, &sheet, page);
    }
}

/// Shows a page in the timeline's detail.
fn show(app: &mut App, subject: Subject) {
    app.view = View::Timeline;
    app.focus = Focus::Detail;
    app.events.page = Some(subject);
    app.events.reading = Reading::default();
}

/// Selects an event; if the filter hides it, its page is shown all the same.
fn go_to_event(app: &mut App, event: EventIx) {
    timeline::choose(app, event);
    app.view = View::Timeline;
    app.focus = Focus::Detail;
    if !app.hits.shows(event) {
        show(app, Subject::Event(event));
        let label = app.timeline.label(&app.timeline[event]);
        app.notice = Some(format!("the filter hides {label} in the list; here it is"));
    }
}

/// Selects a quote among those of its speaker; its event, if the filter hides it.
fn go_to_quote(app: &mut App, quote: QuoteIx) {
    if app.hits.shows_quote(quote, &app.timeline) {
        app.view = View::Quotes;
        app.focus = Focus::Detail;
        quotes::choose(app, Some(quote));
    } else {
        go_to_event(app, quote.event);
    }
}

/// Shows a source, or a passage in its text; a source that the filter hides as a page of its own.
fn go_to_source(app: &mut App, source: SourceIx, passage: Option<QuoteIx>) {
    if app.source_row(source).is_some() {
        app.view = View::Sources;
        app.focus = Focus::Detail;
        app.sources.chosen = Some(source);
        app.sources.reading = Reading::default();
    } else {
        show(app, Subject::Source(source));
        let hidden = "nothing that the filter shows rests on this source; here it is";
        app.notice = Some(String::from(hidden));
    }
    if let Some(quote) = passage {
        focus(app, &Subject::Quote(quote));
    }
}
