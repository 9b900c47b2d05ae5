//! The command line: arguments in, exit status out.
//!
//! stdout carries data, stderr messages. The exit status is 0 if all went well, 1 if the data or
//! the request is at fault, 2 for a command line that cannot be read or no terminal, and 128 and
//! the signal's number if a signal ended the program.

mod args;
mod browse;
mod environment;
mod list;
mod print;

use std::ffi::OsString;
use std::io::{IsTerminal, Read, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::builtin;
use crate::diagnostic::{Counts, Severity, render};
use crate::load::{self, Input, Loaded};
use crate::query::{Mistake, Query, parse};

use args::{Args, Command, Common};

/// What ended the program early, with what is to be said about it.
struct Failure {
    status: u8,
    /// As it is said, whole.
    report: String,
}

impl Failure {
    /// A failure told in a sentence.
    fn new(status: u8, message: impl std::fmt::Display) -> Self {
        Self {
            status,
            report: format!("astana: {message}"),
        }
    }

    /// A failure told by diagnostics, each with its place.
    const fn reported(status: u8, report: String) -> Self {
        Self { status, report }
    }
}

/// The exit status for data or a request at fault.
const FAULT: u8 = 1;
/// The exit status for a command line that cannot be read, and for no terminal.
const USAGE: u8 = 2;

/// Runs the program with these arguments, the first of which is its name.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(args) {
        Ok(args) => args,
        Err(error) => return usage(&error),
    };
    match dispatch(&args) {
        Ok(code) => code,
        Err(failure) => {
            print::report(&failure.report);
            ExitCode::from(failure.status)
        }
    }
}

/// Help and version go to stdout; a mistake is said on stderr.
fn usage(error: &clap::Error) -> ExitCode {
    let text = error.render().to_string();
    if error.use_stderr() {
        print::report(&text);
        return ExitCode::from(USAGE);
    }
    print::data(|out| write!(out, "{text}")).unwrap_or(ExitCode::FAILURE)
}

fn dispatch(args: &Args) -> Result<ExitCode, Failure> {
    if let Some(Command::List(common)) = &args.command {
        let (loaded, query) = prepare(common)?;
        return list::print(&loaded, &query);
    }
    let (loaded, query) = prepare(&args.common)?;
    let start = args.event.as_deref();
    let start = start
        .map(|id| browse::event(&loaded.timeline, id))
        .transpose()?;
    if !std::io::stdout().is_terminal() {
        return list::print(&loaded, &query);
    }
    if environment::terminal_is_dumb() {
        print::message("a terminal with TERM=dumb cannot be drawn on; these are the events:");
        return list::print(&loaded, &query);
    }
    browse::run(loaded, query, start, args)
}

/// Loads the timeline and reads the filter.
fn prepare(common: &Common) -> Result<(Loaded, Query), Failure> {
    let loaded = load(common)?;
    let text = common.filter.as_deref().unwrap_or_default();
    let (query, mistakes) = parse(text, &loaded.timeline);
    if mistakes.is_empty() {
        return Ok((loaded, query));
    }
    let said: Vec<String> = mistakes.iter().map(|mistake| said(text, mistake)).collect();
    Err(Failure::reported(USAGE, said.concat()))
}

/// A mistake in the filter, with its place in it.
fn said(text: &str, mistake: &Mistake) -> String {
    let help = mistake.help.as_deref();
    render::excerpt(
        &mistake.message,
        "--filter",
        text,
        mistake.span.clone(),
        help,
    )
}

fn load(common: &Common) -> Result<Loaded, Failure> {
    let input = match &common.path {
        None => Input::embedded(builtin::DATA, builtin::SEEDS),
        Some(path) if path.as_os_str() == "-" => stdin(common)?,
        Some(path) => load::read(path, common.seeds.as_deref()),
    };
    let loaded = load::load(input);
    if loaded.is_empty() {
        let errors = loaded
            .diagnostics
            .iter()
            .filter(|d| d.severity() == Severity::Error);
        let said: Vec<String> = errors.map(|d| render::render(d, &loaded.files)).collect();
        return Err(Failure::reported(FAULT, said.join("\n")));
    }
    Ok(loaded)
}

/// The timeline piped in, read to the limit of a file.
fn stdin(common: &Common) -> Result<Input, Failure> {
    if common.seeds.is_some() {
        return Err(Failure::new(
            USAGE,
            "--seeds needs a timeline in a file or directory",
        ));
    }
    let mut bytes = Vec::new();
    let mut stdin = std::io::stdin().lock().take(load::MAX_FILE_BYTES + 1);
    stdin
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::new(FAULT, format!("stdin cannot be read: {error}")))?;
    Ok(Input::bytes("(stdin)", bytes))
}

/// Says on stderr that something is wrong with the timeline, if something is.
fn say_problems(loaded: &Loaded) {
    let counts = Counts::of(&loaded.diagnostics);
    if counts.errors > 0 {
        let found = render::summary(Counts {
            errors: counts.errors,
            ..Counts::default()
        });
        print::message(&format!(
            "{found} in the timeline: what is broken is left out"
        ));
    }
}
