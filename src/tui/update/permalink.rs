//! The command line that shows what is at hand.

use std::borrow::Cow;

use crate::query::{Query, Term};
use crate::text::{Lines, show};
use crate::tui::app::{App, View};
use crate::tui::subject::Subject;

/// The command line that opens the program at an event, a document's or a quote's event, or at all that
/// has to do with something else. Nothing where no command line does: what was piped in is gone, and a
/// name that holds controls is not for pasting into a shell.
pub(super) fn command(app: &App, subject: &Subject) -> Option<String> {
    let mut words = vec![Cow::Borrowed("astana")];
    let origin = app.settings.reopened_by.as_ref()?.iter();
    words.extend(origin.map(Cow::from));
    let event = match subject {
        Subject::Event(at) | Subject::Zones(at) => Some(*at),
        Subject::Document(at) => Some(at.event),
        Subject::Quote(at) | Subject::Passage(at) => Some(at.event),
        _ => None,
    };
    if let Some(event) = event {
        words.push(Cow::Borrowed("--event"));
        words.push(Cow::Owned(app.timeline[event].id.to_string()));
    }
    let view = view(app, subject);
    if view != View::Timeline {
        words.push(Cow::Borrowed("--view"));
        words.push(Cow::Owned(view.name().to_lowercase()));
    }
    let query = match event {
        Some(event) if app.hits.shows(event) => app.query.clone(),
        Some(_) => Query::default(),
        None => about(app, subject)?,
    };
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

/// The filter that there is, and only what has to do with the subject.
fn about(app: &App, subject: &Subject) -> Option<Query> {
    let (facet, key) = subject.facet(&app.timeline)?;
    let mut query = app.query.clone();
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
