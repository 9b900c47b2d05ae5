//! `astana quotes`: what was said, in the order of dates.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::export::{QuoteRecord, csv, json, markdown};
use crate::query::{Query, select};
use crate::timeline::{QuoteIx, Timeline};
use crate::tui::document::{self, Setting};
use crate::tui::rows::Speaker;

use super::args::{Format, Look};
use super::{Failure, environment, print};

/// Prints the quotes that fit.
pub(super) fn print(
    timeline: &Timeline,
    query: &Query,
    format: Format,
    look: &Look,
) -> Result<ExitCode, Failure> {
    let hits = select(timeline, query);
    if hits.quotes().is_empty() && !query.is_empty() {
        print::message("no quote fits the filter");
    }
    let records = hits
        .quotes()
        .iter()
        .map(|&quote| QuoteRecord::of(timeline, quote));
    print::data(|out| match format {
        Format::Text => write_text(out, timeline, hits.quotes(), look),
        Format::Json => json::write(out, &records.collect::<Vec<_>>()),
        Format::Csv => csv::quotes(out, records),
        Format::Md => markdown::quotes(out, timeline, hits.quotes()),
    })
}

/// Each quote under its speaker's name, as the detail of a quote is set, with a blank line between.
fn write_text(
    out: &mut impl Write,
    timeline: &Timeline,
    quotes: &[QuoteIx],
    look: &Look,
) -> io::Result<()> {
    let glyphs = environment::glyphs(look.ascii);
    let setting = Setting::plain(glyphs, environment::text_columns());
    for (at, &quote) in quotes.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        let speaker = Speaker::of(timeline, quote);
        let mut lines = document::speaker(timeline, speaker, setting).lines;
        lines.extend(document::quote(timeline, quote, setting).lines);
        while lines.pop_if(|line| line.runs.is_empty()).is_some() {}
        print::lines(out, &lines)?;
    }
    Ok(())
}
