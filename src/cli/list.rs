//! The events as text, one a line.

use std::io::Write;
use std::process::ExitCode;

use crate::load::Loaded;
use crate::query::{Query, select};
use crate::text::{Lines, show, width};
use crate::timeline::{Event, Timeline};

use super::{Failure, print, say_problems};

/// Prints the events that fit, oldest first: dates in EDTF, id, names, place.
pub(super) fn print(loaded: &Loaded, query: &Query) -> Result<ExitCode, Failure> {
    let timeline = &loaded.timeline;
    let hits = select(timeline, query);
    let events: Vec<&Event> = hits
        .events()
        .iter()
        .map(|&event| &timeline[event])
        .collect();
    let dates = events
        .iter()
        .map(|event| width(&dates(event)))
        .max()
        .unwrap_or(0);
    let ids = events
        .iter()
        .map(|event| event.id.as_str().len())
        .max()
        .unwrap_or(0);
    say_problems(loaded);
    if events.is_empty() && !query.is_empty() {
        print::message("no event fits the filter");
    }
    print::data(|out| {
        for event in events {
            let line = format!(
                "{:dates$}  {:ids$}  {}",
                self::dates(event),
                event.id.as_str(),
                names(timeline, event)
            );
            writeln!(out, "{}", show(&line, Lines::One))?;
        }
        Ok(())
    })
}

/// `2017-09-14/2017-09-15`, or the one date there is.
fn dates(event: &Event) -> String {
    match event.end.as_ref().filter(|end| **end != event.start) {
        Some(end) => format!("{}/{}", event.start.edtf(), end.edtf()),
        None => event.start.edtf().into_owned(),
    }
}

/// Label and title, and where it was.
fn names(timeline: &Timeline, event: &Event) -> String {
    let (label, title) = (timeline.label(event), event.title.shown());
    let name = if label == title {
        label
    } else {
        format!("{label}: {title}")
    };
    let place = [&event.city, &event.country]
        .into_iter()
        .flatten()
        .map(super::super::text::Text::shown);
    let place: Vec<&str> = place.collect();
    if place.is_empty() {
        name
    } else {
        format!("{name} ({})", place.join(", "))
    }
}
