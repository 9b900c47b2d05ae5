//! `astana stats`: how much there is of what.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::export::{Stats, json};
use crate::text::{Lines, show, width};
use crate::timeline::Timeline;

use super::args::DataFormat;
use super::{Failure, print};

/// Prints the counts.
pub(super) fn print(timeline: &Timeline, format: DataFormat) -> Result<ExitCode, Failure> {
    let stats = Stats::of(timeline);
    print::data(|out| match format {
        DataFormat::Text => write_text(out, &stats),
        DataFormat::Json => json::write(out, &stats),
    })
}

fn write_text(out: &mut impl Write, stats: &Stats<'_>) -> io::Result<()> {
    writeln!(out, "{}\n", show(stats.title, Lines::One))?;
    let quotes = &stats.quotes;
    let (forms, by_state) = (&quotes.by_form, &quotes.by_state);
    let all = [
        row("events", stats.events.total),
        row("participants", stats.participants.len()),
        row("people", stats.people),
        row("documents", stats.documents),
        row("quotes", quotes.total),
        row("  direct", forms.direct),
        row("    verified", by_state.verified),
        row("    refuted", by_state.refuted),
        row("    unverified", by_state.unverified),
        row("  indirect (reported)", forms.indirect),
        row("doubts", stats.doubts),
        row("zones", stats.zones),
        row("sources", stats.sources.total),
        row("  with a local text", stats.sources.with_text),
    ];
    table(out, &all)?;
    let years = stats.events.by_year.iter();
    let years = years.map(|year| row(&year.year.to_string(), year.events));
    let named =
        |counted: &crate::export::Counted<'_>| row(&show(counted.name, Lines::One), counted.events);
    for (title, rows) in [
        (
            "Events by kind",
            stats.events.by_kind.iter().map(named).collect(),
        ),
        ("Events by year", years.collect::<Vec<_>>()),
        (
            "Events by participant",
            stats.participants.iter().map(named).collect(),
        ),
    ] {
        if !rows.is_empty() {
            writeln!(out, "\n{title}\n")?;
            table(out, &rows)?;
        }
    }
    Ok(())
}

/// What is counted, and how many.
type Row = (String, usize);

fn row(what: &str, count: usize) -> Row {
    (what.to_owned(), count)
}

/// One line a row, the numbers below each other.
fn table(out: &mut impl Write, rows: &[Row]) -> io::Result<()> {
    let columns = rows.iter().map(|(what, _)| width(what)).max().unwrap_or(0);
    for (what, count) in rows {
        let gap = columns - width(what);
        writeln!(out, "  {what}{:gap$}  {count:>5}", "")?;
    }
    Ok(())
}
