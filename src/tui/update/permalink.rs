//! The command line that shows what is at hand.

use std::borrow::Cow;

use crate::query::{Query, Term};
use crate::text::{Lines, show};
use crate::timeline::EventIx;
use crate::tui::app::{App, View};
use crate::tui::subject::Subject;

/// The command line that opens the program at an event, at a document's or a quote's event, at a source, or
/// at all that has to do with something else. Nothing where no command line does: what was piped in is gone, and a
/// name that holds controls is not for pasting into a shell.
pub(super) fn command(app: &App, subject: &Subject) -> Option<String> {
    let mut words = vec![Cow::Borrowed("astana")];
    let origin = app.settings.reopened_by.as_ref()?.iter();
    words.extend(origin.map(Cow::from));
    let event = event(app, subject);
    if let Some(event) = event {
        words.push(Cow::Borrowed("--event"));
        words.push(Cow::Owned(app.timeline[event].id.to_string()));
    }
    let view = view(app, subject);
    if view != View::Timeline {
        words.push(Cow::Borrowed("--view"));
        words.push(Cow::Owned(view.name().to_lowercase()));
    }
    let query = query(app, subject, event)?;
    words.extend(filter(&query.to_string()));
    let words = words.iter().map(|word| shell_words::quote(word));
    let line = words.collect::<Vec<_>>().join(" ");
    (show(&line, Lines::One) == line).then_some(line)
}

/// The view in which one looks for such a thing.
const fn view(app: &App, subject: &Subject) -> View {
    match subject {
        Subject::Participant(_) => View::Participants,
        Subject::Quote(_) | Subject::Passage(_) => View::Quotes,
        Subject::Source(_) => View::Sources,
        Subject::Zone(_) | Subject::Zones(_) => View::Zones,
        Subject::Person(_) if matches!(app.view, View::Quotes) => View::Quotes,
        Subject::Event(_) if matches!(app.view, View::Zones) => View::Zones,
        Subject::Person(_) | Subject::Event(_) | Subject::Document(_) | Subject::Topic(_) => {
            View::Timeline
        }
    }
}

/// The event to start at: for a source, one that makes it the selected one, if any does.
fn event(app: &App, subject: &Subject) -> Option<EventIx> {
    match subject {
        Subject::Event(at) | Subject::Zones(at) => Some(*at),
        Subject::Document(at) => Some(at.event),
        Subject::Quote(at) | Subject::Passage(at) => Some(at.event),
        Subject::Source(at) => {
            let first = |event: EventIx| app.timeline[event].source_lists().flatten().next();
            let mut shown = app.hits.events().iter();
            shown.find(|&event| first(event) == Some(at))
        }
        _ => None,
    }
}

/// The filter that there is, unless it hides the event; with only what has to do with the subject, if
/// it would not be selected else.
fn query(app: &App, subject: &Subject, event: Option<EventIx>) -> Option<Query> {
    let query = match event {
        Some(event) if !app.hits.shows(event) => Query::default(),
        _ => app.query.clone(),
    };
    let is_selected = match subject {
        Subject::Quote(quote) | Subject::Passage(quote) => {
            app.hits.first_quote_of(quote.event, &app.timeline) == Some(*quote)
        }
        _ => event.is_some(),
    };
    if is_selected {
        return Some(query);
    }
    let (facet, key) = subject.facet(&app.timeline)?;
    let mut query = query;
    query.add(Term::asking_for(facet, &[key])?);
    Some(query)
}

/// The option that filters; in one word where its value would be read as another option.
fn filter(query: &str) -> Vec<Cow<'static, str>> {
    if query.is_empty() {
        Vec::new()
    } else if query.starts_with('-') {
        vec![Cow::Owned(format!("--filter={query}"))]
    } else {
        vec![Cow::Borrowed("-f"), Cow::Owned(query.to_owned())]
    }
}
