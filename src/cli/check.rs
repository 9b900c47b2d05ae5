//! `astana check`: what is wrong with a timeline, where, and what would be right.

use std::io::{self, Write};
use std::process::ExitCode;

use serde::Serialize;

use crate::diagnostic::{At, Counts, Diagnostic, Files, Severity, render};
use crate::export::{Stats, json};
use crate::load::Loaded;

use super::args::DataFormat;
use super::{FAULT, Failure, environment, print};

/// Prints every diagnostic and what was checked; the exit status says whether it is sound.
pub(super) fn print(
    loaded: &Loaded,
    strict: bool,
    format: DataFormat,
) -> Result<ExitCode, Failure> {
    let report = Report::of(loaded, strict);
    let failed = report.errors > 0 || (strict && report.warnings > 0);
    print::data(|out| match format {
        DataFormat::Text => write_text(out, loaded, &report),
        DataFormat::Json => json::write(out, &report),
    })?;
    Ok(ExitCode::from(if failed { FAULT } else { 0 }))
}

/// What was found, with keys that scripts rely on.
#[derive(Serialize)]
struct Report<'a> {
    errors: usize,
    warnings: usize,
    notes: usize,
    diagnostics: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    severity: &'static str,
    code: &'static str,
    file: &'a str,
    /// None, as `column`, where the file as a whole is at fault.
    line: Option<usize>,
    column: Option<usize>,
    message: &'a str,
    help: Option<&'a str>,
    #[serde(skip)]
    found: (Severity, &'a Diagnostic),
}

impl<'a> Report<'a> {
    fn of(loaded: &'a Loaded, strict: bool) -> Self {
        let findings = loaded.diagnostics.iter();
        let findings = findings.map(|found| Finding::of(found, &loaded.files, strict));
        let diagnostics: Vec<Finding<'_>> = findings.collect();
        let count = |severity: Severity| {
            let same = diagnostics.iter().filter(|it| it.found.0 == severity);
            same.count()
        };
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
            diagnostics,
        }
    }
}

impl<'a> Finding<'a> {
    fn of(found: &'a Diagnostic, files: &'a Files, strict: bool) -> Self {
        let severity = match found.severity() {
            Severity::Note if strict => Severity::Warning,
            severity => severity,
        };
        let position = match found.at {
            At::File(_) => None,
            At::Text(span) => Some(files.position(span.file, span.range().start)),
        };
        Self {
            severity: severity.name(),
            code: found.code.text(),
            file: files.name(found.at.file()),
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
            message: &found.message,
            help: found.help.as_deref(),
            found: (severity, found),
        }
    }
}

fn write_text(out: &mut impl Write, loaded: &Loaded, report: &Report<'_>) -> io::Result<()> {
    let columns = environment::terminal_columns();
    for finding in &report.diagnostics {
        let (severity, diagnostic) = finding.found;
        let text = render::render_as(severity, diagnostic, &loaded.files, columns);
        writeln!(out, "{text}")?;
    }
    let summary = render::summary(Counts {
        errors: report.errors,
        warnings: report.warnings,
        notes: report.notes,
    });
    writeln!(out, "{summary} in {}", checked(loaded))
}

/// "79 events, 361 quotes, 7 of 7 direct quotes verified, 778 sources".
fn checked(loaded: &Loaded) -> String {
    let stats = Stats::of(&loaded.timeline);
    let quotes = &stats.quotes;
    let counted = |count: usize, noun: &str| {
        let ending = if count == 1 { "" } else { "s" };
        format!("{count} {noun}{ending}")
    };
    [
        counted(stats.events.total, "event"),
        counted(quotes.total, "quote"),
        format!(
            "{} of {} verified",
            quotes.by_state.verified,
            counted(quotes.by_form.direct, "direct quote")
        ),
        counted(stats.sources.total, "source"),
    ]
    .join(", ")
}
