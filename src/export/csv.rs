//! CSV (RFC 4180): one row an event or a quote, under a header; several values in a cell are
//! separated by `; `. Lines end with a line feed alone, as in everything that the program prints.
//!
//! A table is read by people in a pager as well, so its texts are in the form that may be shown.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::Writer;

use crate::text::{Lines, show};

use super::{EventRecord, QuoteRecord};

/// The columns of events: the keys of [`EventRecord`].
const EVENT_COLUMNS: [&str; 14] = [
    "id",
    "kind",
    "number",
    "label",
    "title",
    "start",
    "end",
    "date_text",
    "city",
    "country",
    "participants",
    "topics",
    "quotes",
    "sources",
];

/// The columns of quotes: the keys of [`QuoteRecord`], the speaker's id and name apart.
const QUOTE_COLUMNS: [&str; 12] = [
    "event",
    "date",
    "speaker",
    "speaker_name",
    "participant",
    "title",
    "form",
    "state",
    "text",
    "topics",
    "sources",
    "line",
];

/// Writes events, participants by their ids.
pub fn events<'a>(
    out: impl Write,
    events: impl Iterator<Item = EventRecord<'a>>,
) -> io::Result<()> {
    let mut table = Writer::from_writer(out);
    table.write_record(EVENT_COLUMNS)?;
    for event in events {
        let participants: Vec<&str> = event.participants.iter().map(|part| part.id).collect();
        write_row(
            &mut table,
            &[
                event.id,
                event.kind,
                &number(event.number),
                &event.label,
                event.title,
                &event.start,
                event.end.as_deref().unwrap_or_default(),
                &event.date_text,
                event.city.unwrap_or_default(),
                event.country.unwrap_or_default(),
                &participants.join("; "),
                &event.topics.join("; "),
                &event.quotes.to_string(),
                &event.sources.join("; "),
            ],
        )?;
    }
    table.flush()
}

/// Writes quotes.
pub fn quotes<'a>(
    out: impl Write,
    quotes: impl Iterator<Item = QuoteRecord<'a>>,
) -> io::Result<()> {
    let mut table = Writer::from_writer(out);
    table.write_record(QUOTE_COLUMNS)?;
    for quote in quotes {
        write_row(
            &mut table,
            &[
                quote.event,
                &quote.date,
                quote.speaker.id,
                quote.speaker.name,
                quote.participant.unwrap_or_default(),
                quote.title.unwrap_or_default(),
                quote.form,
                quote.state,
                quote.text,
                &quote.topics.join("; "),
                &quote.sources.join("; "),
                &number(quote.line),
            ],
        )?;
    }
    table.flush()
}

fn write_row<W: Write>(table: &mut Writer<W>, row: &[&str]) -> io::Result<()> {
    let shown = row.iter().map(|cell| show(cell, Lines::One));
    let shown: Vec<Cow<'_, str>> = shown.collect();
    Ok(table.write_record(shown.iter().map(|cell| cell.as_bytes()))?)
}

fn number(number: Option<impl ToString>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}
