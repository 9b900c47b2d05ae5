//! The tables of an exported timeline, as CSV: one a kind of record, joined by the event's id.
//!
//! Events, sources, kinds and roles stand by their ids, participants and people by their names.

use std::io::{self, Write};

use chrono::NaiveDate;

use crate::text::Text;
use crate::timeline::{Attendance, Date, Document, Event, QuoteIx, SourceIx, Timeline};

use super::csv::{Cells, Table, number};
use super::days::{self, Precision};
use super::record::{ids, raw, raws};
use super::{QuoteRecord, Selection};

/// One of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableName {
    /// A row an event.
    Events,
    /// A row a participant's part in an event.
    Participants,
    /// A row a quote that fits the filter, by date.
    Quotes,
    /// A row a document.
    Documents,
    /// A row a source that the events rest on.
    Sources,
}

/// Writes a table, its lines ending as RFC 4180 says.
pub fn write(
    out: impl Write,
    selection: &Selection<'_>,
    table: TableName,
    cells: Cells,
) -> io::Result<()> {
    let timeline = selection.timeline();
    let mut rows = Table::of_file(out, cells);
    rows.row(columns(table))?;
    let events = || selection.events().iter().map(|&at| &timeline[at]);
    match table {
        TableName::Events => {
            for event in events() {
                event_row(&mut rows, timeline, event)?;
            }
        }
        TableName::Participants => {
            for event in events() {
                for part in &event.participants {
                    participant_row(&mut rows, timeline, event, part)?;
                }
            }
        }
        TableName::Quotes => {
            for &at in selection.quotes() {
                quote_row(&mut rows, timeline, at)?;
            }
        }
        TableName::Documents => {
            for event in events() {
                for (at, document) in event.documents.iter().enumerate() {
                    document_row(&mut rows, timeline, (event, at), document)?;
                }
            }
        }
        TableName::Sources => {
            for at in selection.sources() {
                source_row(&mut rows, timeline, at)?;
            }
        }
    }
    rows.finish()
}

const fn columns(table: TableName) -> &'static [&'static str] {
    match table {
        TableName::Events => &[
            "id",
            "kind",
            "number",
            "title",
            "start",
            "end",
            "edtf",
            "precision",
            "city",
            "country",
            "venue",
            "summary",
            "outcomes",
            "topics",
            "participants",
            "next",
            "sources",
            "doubts",
        ],
        TableName::Participants => &["event_id", "who", "role", "head", "head_title", "sources"],
        TableName::Quotes => &[
            "event_id",
            "n",
            "speaker",
            "speaker_title",
            "for",
            "date",
            "text",
            "sources",
            "form",
            "state",
        ],
        TableName::Documents => &[
            "event_id", "n", "title", "date", "kind", "symbol", "points", "sources", "url",
        ],
        TableName::Sources => &[
            "id",
            "publisher",
            "title",
            "date",
            "url",
            "language",
            "accessed",
            "author",
        ],
    }
}

/// The days are those that the event may have had; `edtf` is what was written.
fn event_row<W: Write>(rows: &mut Table<W>, timeline: &Timeline, event: &Event) -> io::Result<()> {
    let (first, last) = days::bounds(event);
    let names = event.participants.iter();
    let names = names.map(|part| timeline[part.participant].name.raw());
    let doubts = event.doubts.iter();
    let doubts = doubts.map(|doubt| format!("{}: {}", doubt.about.raw(), doubt.text.raw()));
    let outcomes = event.outcomes.iter().map(|outcome| outcome.text.raw());
    rows.row(&[
        event.id.as_str(),
        timeline[event.kind].id.as_str(),
        &number(event.number),
        event.title.raw(),
        &iso(first),
        &iso(last),
        &days::edtf(event),
        Precision::of_event(event).name(),
        text(event.city.as_ref()),
        text(event.country.as_ref()),
        text(event.venue.as_ref()),
        event.summary.raw(),
        &joined(outcomes),
        &raws(&event.topics).join("; "),
        &joined(names),
        text(event.next.as_ref()),
        &ids(timeline, &event.sources).join("; "),
        &doubts.collect::<Vec<_>>().join("; "),
    ])
}

fn participant_row<W: Write>(
    rows: &mut Table<W>,
    timeline: &Timeline,
    event: &Event,
    part: &Attendance,
) -> io::Result<()> {
    let head = part.head.map(|head| &timeline[head].name);
    rows.row(&[
        event.id.as_str(),
        timeline[part.participant].name.raw(),
        timeline[part.role].id.as_str(),
        text(head),
        text(timeline.head_title(part)),
        &ids(timeline, &part.sources).join("; "),
    ])
}

fn quote_row<W: Write>(rows: &mut Table<W>, timeline: &Timeline, at: QuoteIx) -> io::Result<()> {
    let quote = QuoteRecord::of(timeline, at);
    let said_for = timeline.quote_participant(&timeline[at]);
    rows.row(&[
        quote.event,
        &(at.nth + 1).to_string(),
        quote.speaker.name,
        quote.title.unwrap_or_default(),
        text(said_for.map(|at| &timeline[at].name)),
        &quote.date,
        quote.text,
        &quote.sources.join("; "),
        quote.form,
        quote.state,
    ])
}

fn document_row<W: Write>(
    rows: &mut Table<W>,
    timeline: &Timeline,
    (event, at): (&Event, usize),
    document: &Document,
) -> io::Result<()> {
    rows.row(&[
        event.id.as_str(),
        &(at + 1).to_string(),
        document.title.raw(),
        &edtf(document.date.as_ref()),
        text(document.kind.as_ref()),
        text(document.symbol.as_ref()),
        &raws(&document.points).join("; "),
        &ids(timeline, &document.sources).join("; "),
        text(document.url.as_ref()),
    ])
}

fn source_row<W: Write>(rows: &mut Table<W>, timeline: &Timeline, at: SourceIx) -> io::Result<()> {
    let source = &timeline[at];
    rows.row(&[
        source.id.as_str(),
        text(source.publisher.as_ref()),
        source.title.raw(),
        &edtf(source.date.as_ref()),
        text(source.url.as_ref()),
        text(source.language.as_ref()),
        &edtf(source.accessed.as_ref()),
        text(source.author.as_ref()),
    ])
}

fn text(text: Option<&Text>) -> &str {
    raw(text).unwrap_or_default()
}

fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.collect::<Vec<_>>().join("; ")
}

fn iso(day: Option<NaiveDate>) -> String {
    day.map_or_else(String::new, |day| day.format("%Y-%m-%d").to_string())
}

fn edtf(date: Option<&Date>) -> String {
    date.map_or_else(String::new, |date| date.edtf().into_owned())
}
