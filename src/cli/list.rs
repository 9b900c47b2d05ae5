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

/// Fewer columns for an event's names say too little.
const LEAST_NAMES: usize = 30;

/// One event a line: dates in EDTF, id, names, place. A pipe gets it whole, a terminal as much as
/// fits; where that would be dates and ids, it is the beginning, the label and the id.
fn print_lines(timeline: &Timeline, events: &[EventIx]) -> Result<ExitCode, Failure> {
    let events: Vec<&Event> = events.iter().map(|&event| &timeline[event]).collect();
    let widest = |of: &dyn Fn(&Event) -> usize| events.iter().map(|it| of(it)).max().unwrap_or(0);
    let dates_width = widest(&|event| width(&dates(event)));
    let ids_width = widest(&|event| event.id.as_str().len());
    let labels_width = widest(&|event| width(&timeline.label(event)));
    let starts_width = widest(&|event| width(&event.start.edtf()));
    let columns = environment::terminal_columns();
    let is_narrow = columns.is_some_and(|all| all < dates_width + ids_width + 4 + LEAST_NAMES);
    print::data(|out| {
        for event in &events {
            let id = event.id.as_str();
            let row = if is_narrow {
                let label = padded(&timeline.label(event), labels_width);
                format!(
                    "{}  {label}  {id}",
                    padded(&event.start.edtf(), starts_width)
                )
            } else {
                let dates = padded(&dates(event), dates_width);
                format!("{dates}  {id:ids_width$}  {}", names(timeline, event))
            };
            let row = show(&row, Lines::One);
            let row = match columns {
                Some(columns) => elide(&row, columns, "…"),
                None => Cow::Borrowed(row.as_ref()),
            };
            writeln!(out, "{}", row.trim_end())?;
        }
        Ok(())
    })
}

fn padded(text: &str, columns: usize) -> String {
    let gap = columns.saturating_sub(width(text));
    format!("{text}{:gap$}", "")
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
    match event.whereabouts() {
        Some(place) => format!("{name} ({place})"),
        None => name,
    }
}
