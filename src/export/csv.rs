//! CSV (RFC 4180): one row a record, under a header; several values in a cell are separated by `; `.
//!
//! A table is read by people in a pager and in a spreadsheet as well. So its texts are in the form
//! that may be shown, and a cell that a spreadsheet would take for a formula begins with an
//! apostrophe: see [`Cells`].

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use crate::text::{Lines, show};

use super::{EventRecord, QuoteRecord};

/// How a cell's text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cells {
    /// For spreadsheets: an apostrophe before what they would compute, and before such an
    /// apostrophe, so that a reader who takes one off gets the very text.
    Guarded,
    /// For programs: nothing before anything.
    Raw,
}

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
    let mut table = Table::new(Writer::from_writer(out), Cells::Guarded);
    table.row(&EVENT_COLUMNS)?;
    for event in events {
        let participants: Vec<&str> = event.participants.iter().map(|part| part.id).collect();
        table.row(&[
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
        ])?;
    }
    table.finish()
}

/// Writes quotes.
pub fn quotes<'a>(
    out: impl Write,
    quotes: impl Iterator<Item = QuoteRecord<'a>>,
) -> io::Result<()> {
    let mut table = Table::new(Writer::from_writer(out), Cells::Guarded);
    table.row(&QUOTE_COLUMNS)?;
    for quote in quotes {
        table.row(&[
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
        ])?;
    }
    table.finish()
}

/// A table in the making.
pub(super) struct Table<W: Write> {
    writer: Writer<W>,
    cells: Cells,
}

impl<W: Write> Table<W> {
    const fn new(writer: Writer<W>, cells: Cells) -> Self {
        Self { writer, cells }
    }

    /// A table for a file: every cell in quotation marks, lines that end as RFC 4180 §2 says.
    pub(super) fn of_file(out: W, cells: Cells) -> Self {
        let mut builder = WriterBuilder::new();
        builder.quote_style(QuoteStyle::Always);
        builder.terminator(Terminator::CRLF);
        Self::new(builder.from_writer(out), cells)
    }

    pub(super) fn row(&mut self, cells: &[&str]) -> io::Result<()> {
        for cell in cells {
            let shown = show(cell, Lines::One);
            let written = match self.cells {
                Cells::Guarded => guarded(&shown),
                Cells::Raw => shown,
            };
            self.writer
                .write_field(written.as_bytes())
                .map_err(as_written)?;
        }
        let ended = self.writer.write_record(None::<&[u8]>);
        ended.map_err(as_written)
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// The error of the writer below, by which one knows that a reader has gone.
fn as_written(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// A cell that no spreadsheet computes.
///
/// What begins a formula is `=`, `+`, `-`, `@`, also in full width, a tab or a carriage return
/// (<https://owasp.org/www-community/attacks/CSV_Injection>).
fn guarded(cell: &str) -> Cow<'_, str> {
    let begins = |c: char| {
        matches!(
            c,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠'
        )
    };
    if cell.trim_start_matches('\'').starts_with(begins) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

pub(super) fn number(number: Option<impl ToString>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Cells, Table, guarded};

    /// What a program makes of a guarded cell.
    fn unguarded(cell: &str) -> &str {
        let rest = cell.strip_prefix('\'').unwrap_or(cell);
        if guarded(rest) == rest { cell } else { rest }
    }

    #[test]
    fn f15_what_would_be_a_formula_begins_with_an_apostrophe() {
        for formula in [
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x", "'=1",
        ] {
            assert_eq!(guarded(formula), format!("'{formula}"));
        }
        for text in ["", "a=b", "'Astana' talks", "2017-09-14", "“-”", "'"] {
            assert_eq!(guarded(text), text);
        }
    }

    proptest! {
        #[test]
        fn f15_one_apostrophe_off_is_the_text_that_was_guarded(text in "['=+@a＝-]{0,6}") {
            let cell = guarded(&text);
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '＝']));
            prop_assert_eq!(unguarded(&cell), text.as_str());
        }

        #[test]
        fn f15_a_parser_reads_the_cells_that_were_written(
            cells in prop::collection::vec("[ -~äЖ;,\"]{0,12}", 1..5)
        ) {
            let mut out = Vec::new();
            let mut table = Table::of_file(&mut out, Cells::Raw);
            let row: Vec<&str> = cells.iter().map(String::as_str).collect();
            table.row(&row).unwrap();
            table.finish().unwrap();
            prop_assert!(out.ends_with(b"\"\r\n"));
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&out[..]);
            let read: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            prop_assert_eq!(read.len(), 1);
            prop_assert_eq!(read[0].iter().collect::<Vec<_>>(), row);
        }
    }
}
