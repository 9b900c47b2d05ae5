//! `astana list`: the events that fit, oldest first.

use std::borrow::Cow;
use std::io::Write;
use std::process::ExitCode;

use crate::export::{EventRecord, csv, json, markdown};
use crate::query::{Query, select};
use crate::text::{Lines, elide, show, width};
use crate::timeline::{Event, EventIx, Timeline};

use super::args::Format;
use super::{Failure, environment, print};

/// Prints the events that fit.
pub(super) fn print(
    timeline: &Timeline,
    query: &Query,
    format: Format,
) -> Result<ExitCode, Failure> {
    let hits = select(timeline, query);
    if hits.events().is_empty() && !query.is_empty() {
        print::message("no event fits the filter");
    }
    let records = hits
        .events()
        .iter()
        .map(|&event| EventRecord::of(timeline, event));
    match format {
        Format::Text => print_lines(timeline, hits.events()),
        Format::Json => print::data(|out| json::write(out, &records.collect::<Vec<_>>())),
        Format::Csv => print::data(|out| csv::events(out, records)),
        Format::Md => print::data(|out| markdown::events(out, timeline, hits.events())),
    }
}

/// One event a line: dates in EDTF, id, names, place; cut to the width of a terminal, whole in a
/// pipe.
fn print_lines(timeline: &Timeline, events: &[EventIx]) -> Result<ExitCode, Failure> {
    let events: Vec<&Event> = events.iter().map(|&event| &timeline[event]).collect();
    let date_columns = events.iter().map(|event| width(&dates(event))).max();
    let id_columns = events.iter().map(|event| event.id.as_str().len()).max();
    let (date_columns, id_columns) = (date_columns.unwrap_or(0), id_columns.unwrap_or(0));
    let columns = environment::terminal_columns();
    print::data(|out| {
        for event in events {
            let line = format!(
                "{:date_columns$}  {:id_columns$}  {}",
                dates(event),
                event.id.as_str(),
                names(timeline, event)
            );
            let line = show(&line, Lines::One);
            let line = match columns {
                Some(columns) => elide(&line, columns, "…"),
                None => Cow::Borrowed(line.as_ref()),
            };
            writeln!(out, "{line}")?;
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
    let place = [&event.city, &event.country].into_iter().flatten();
    let place: Vec<&str> = place.map(crate::text::Text::shown).collect();
    if place.is_empty() {
        name
    } else {
        format!("{name} ({})", place.join(", "))
    }
}
