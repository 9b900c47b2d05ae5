//! `astana export`: the timeline, or what fits of it, in the formats of other programs.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::export::csv::Cells;
use crate::export::{
    Archive, Selection, TableName, bibtex, csl, html, ics, json, markdown, markwhen, timelinejs,
    write_table,
};
use crate::load::Loaded;
use crate::query::Query;

use super::args::{CsvOptions, ExportFormat, Table, Target};
use super::{Failure, USAGE, file, print};

/// A format with its options.
#[derive(Clone, Copy)]
pub(super) struct What {
    format: ExportFormat,
    /// Which table, if it is CSV.
    table: TableName,
    /// How its cells are written.
    cells: Cells,
}

impl What {
    /// Fails on options of another format: they would be without effect.
    pub(super) fn of(format: ExportFormat, csv: &CsvOptions) -> Result<Self, Failure> {
        for (given, option) in [(csv.table.is_some(), "--table"), (csv.raw, "--raw")] {
            if given && format != ExportFormat::Csv {
                return Err(Failure::new(USAGE, format!("{option} is for csv only")));
            }
        }
        let cells = if csv.raw { Cells::Raw } else { Cells::Guarded };
        Ok(Self {
            format,
            table: csv.table.map_or(TableName::Events, table),
            cells,
        })
    }
}

const fn table(table: Table) -> TableName {
    match table {
        Table::Events => TableName::Events,
        Table::Participants => TableName::Participants,
        Table::Quotes => TableName::Quotes,
        Table::Documents => TableName::Documents,
        Table::Sources => TableName::Sources,
    }
}

/// Writes what fits to the file that was asked for, else to stdout.
pub(super) fn write(
    loaded: &Loaded,
    query: &Query,
    what: What,
    target: &Target,
) -> Result<ExitCode, Failure> {
    let selection = Selection::of(&loaded.timeline, query);
    if selection.events().is_empty() && !query.is_empty() {
        print::message("no event fits the filter");
    }
    let path = target
        .output
        .as_deref()
        .filter(|path| *path != Path::new("-"));
    match path {
        None => print::data(|mut out| write_format(&mut out, &selection, what)),
        Some(path) => {
            file::keep_from_own_timeline(path, loaded)?;
            file::write(path, target.force, |out| {
                write_format(out, &selection, what)
            })?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn write_format(out: &mut impl Write, selection: &Selection<'_>, what: What) -> io::Result<()> {
    match what.format {
        ExportFormat::Html => html::write(out, selection),
        ExportFormat::Timelinejs => timelinejs::write(out, selection),
        ExportFormat::Ics => ics::write(out, selection),
        ExportFormat::Json => json::write(out, &Archive::of(selection)),
        ExportFormat::Csv => write_table(out, selection, what.table, what.cells),
        ExportFormat::Md => markdown::timeline(out, selection),
        ExportFormat::Bibtex => bibtex::write(out, selection),
        ExportFormat::CslJson => csl::write(out, selection),
        ExportFormat::Markwhen => markwhen::write(out, selection),
    }
}
