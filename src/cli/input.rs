//! The timeline and the filter that the arguments name.

use std::io::Read;

use crate::builtin;
use crate::diagnostic::{Counts, Severity, render};
use crate::load::{self, Input, Loaded};
use crate::query::{Mistake, Query, parse};

use super::args::{Choice, Source};
use super::{FAULT, Failure, USAGE, print};

/// Loads the timeline, whatever is wrong with it; fails only on arguments that make no sense.
pub(super) fn load(source: &Source) -> Result<Loaded, Failure> {
    let input = match &source.path {
        None => Input::embedded(builtin::DATA, builtin::SEEDS),
        Some(path) if path.as_os_str() == "-" => stdin(source)?,
        Some(path) => load::read(path, source.seeds.as_deref()),
    };
    Ok(load::load(input))
}

/// Loads a timeline of which something can be shown.
pub(super) fn load_to_show(source: &Source) -> Result<Loaded, Failure> {
    let loaded = load(source)?;
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

/// Loads a timeline of which something can be shown, and reads the filter.
pub(super) fn load_and_choose(
    source: &Source,
    choice: &Choice,
) -> Result<(Loaded, Query), Failure> {
    let loaded = load_to_show(source)?;
    let text = choice.filter.as_deref().unwrap_or_default();
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

/// The timeline piped in, read to the limit of a file.
fn stdin(source: &Source) -> Result<Input, Failure> {
    if source.seeds.is_some() {
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
pub(super) fn say_problems(loaded: &Loaded, source: &Source) {
    let counts = Counts::of(&loaded.diagnostics);
    if counts.errors == 0 {
        return;
    }
    let errors = Counts {
        errors: counts.errors,
        ..Counts::default()
    };
    let path = source.path.as_deref().map(|path| path.to_string_lossy());
    print::message(&format!(
        "{} in the timeline: what is broken is left out; `astana check{}` says what",
        render::summary(errors),
        path.map_or_else(String::new, |path| format!(" {path}")),
    ));
}
