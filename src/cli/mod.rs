//! The command line: arguments in, exit status out.
//!
//! stdout carries data, stderr messages. The exit status is 0 if all went well, 1 if the data or
//! the request is at fault, 2 for a command line that cannot be read or no terminal, and 128 and
//! the signal's number if a signal ended the program.

mod args;
mod browse;
mod check;
mod config;
mod environment;
mod export;
mod file;
mod generated;
mod init;
mod input;
mod list;
mod print;
mod quotes;
mod render;
mod show;
mod state;
mod stats;

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::mem::ManuallyDrop;
use std::process::ExitCode;

use clap::CommandFactory;

use crate::load::{Loaded, Progress};
use crate::query::Query;

use args::{Choice, Cli, Command, Format, Source};
use input::{Layers, choose, load_and_choose, load_to_show, say_problems};

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
    let cli = match Cli::read(args) {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let done = match &cli.command {
        Some(command) => perform(command),
        None => open(&cli),
    };
    match done {
        Ok(code) => code,
        Err(failure) => {
            print::report(&failure.report);
            ExitCode::from(failure.status)
        }
    }
}

/// The command line as clap knows it, for what is made from it: `docs/generated`.
#[doc(hidden)]
pub fn command() -> clap::Command {
    Cli::command()
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

fn perform(command: &Command) -> Result<ExitCode, Failure> {
    match command {
        Command::List {
            source,
            choice,
            format,
            ..
        } => {
            let (loaded, query) = chosen(source, choice)?;
            list::print(&loaded.timeline, &query, *format)
        }
        Command::Show {
            id,
            source,
            format,
            look,
        } => {
            let loaded = load_to_show(source)?;
            let event = browse::event(&loaded.timeline, id)?;
            say_problems(&loaded, source);
            show::print(&loaded.timeline, event, *format, look)
        }
        Command::Quotes {
            source,
            choice,
            format,
            look,
        } => {
            let (loaded, query) = chosen(source, choice)?;
            quotes::print(&loaded.timeline, &query, *format, look)
        }
        Command::Check {
            source,
            strict,
            format,
            ..
        } => check::print(&input::load(source)?, *strict, *format),
        Command::Export {
            format,
            source,
            choice,
            target,
            csv,
        } => {
            let what = export::What::of(*format, csv)?;
            let (loaded, query) = chosen(source, choice)?;
            export::write(&loaded, &query, what, target)
        }
        Command::Init { dir, from_builtin } => init::write(dir, *from_builtin),
        Command::Render(request) => render::print(request),
        Command::Config { check } => config::run(*check),
        Command::Completions { shell } => generated::completions(*shell),
        Command::Man { command } => generated::man(command.as_deref()),
        Command::Stats { source, format, .. } => {
            let loaded = load_to_show(source)?;
            say_problems(&loaded, source);
            stats::print(&loaded.timeline, *format)
        }
    }
}

/// The timeline and the filter; that something is wrong with the timeline is said.
///
/// A command ends with them, as with [`load_to_show`].
fn chosen(source: &Source, choice: &Choice) -> Result<(ManuallyDrop<Loaded>, Query), Failure> {
    let (loaded, query) = load_and_choose(source, choice)?;
    say_problems(&loaded, source);
    Ok((ManuallyDrop::new(loaded), query))
}

/// Opens the timeline in the terminal; where there is none to draw on, prints what `list` prints.
fn open(cli: &Cli) -> Result<ExitCode, Failure> {
    let layers = Layers::of(&cli.source)?;
    let can_draw = std::io::stdout().is_terminal() && !environment::terminal_is_dumb();
    if can_draw {
        return browse::open(cli, layers);
    }
    let (loaded, query) = choose(layers.load(&Progress::default()), &cli.choice)?;
    // A list begins at the beginning, but a mistake is one.
    browse::Given::of(&cli.begin, &cli.choice, query.clone(), &loaded.timeline)?;
    if std::io::stdout().is_terminal() {
        print::message("a terminal with TERM=dumb cannot be drawn on; these are the events:");
    }
    say_problems(&loaded, &cli.source);
    list::print(&loaded.timeline, &query, Format::Text)
}
