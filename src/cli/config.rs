//! The configuration as it stands in its file.

use std::fs::symlink_metadata;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::diagnostic::{At, Counts, Diagnostic, Files, Origin, render};
use crate::load::{Loaded, read_text};
use crate::text::{Lines, show};
use crate::tui::config::{self, Config};
use crate::tui::keymap::{Action, Context};

use super::{FAULT, Failure, environment, print};

/// What the file is called where there is no room for its path.
const FILE_NAME: &str = "config.toml";

/// The longest configuration that is read, in bytes.
const MAX_BYTES: u64 = 1024 * 1024;

/// Reads the configuration, if there is one. What is wrong in it is added to what is wrong with the
/// timeline; a sentence that says so comes back with it.
pub(super) fn load(loaded: &mut Loaded) -> (Config, Option<String>) {
    let file = environment::config_file().filter(|path| is_there(path));
    let Some(path) = file else {
        return (Config::default(), None);
    };
    let (config, problems) = read(&path, &mut loaded.files);
    let notice = notice(&config, &problems, &loaded.files);
    loaded.diagnostics.extend(problems);
    (config, notice)
}

/// Whether something stands at a path, even if it cannot be read.
fn is_there(path: &Path) -> bool {
    match symlink_metadata(path) {
        Ok(_) => true,
        Err(error) => !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory),
    }
}

fn read(path: &Path, files: &mut Files) -> (Config, Vec<Diagnostic>) {
    match read_text(path, MAX_BYTES) {
        Ok(text) => {
            let file = files.add(path.to_string_lossy(), text);
            config::read(files.text(file), file)
        }
        Err(problem) => {
            let problem = problem.diagnostic(Origin::File, files);
            (Config::default(), vec![problem])
        }
    }
}

/// Says what is wrong in the user's configuration, if that is asked for; else prints one to begin with.
pub(super) fn run(is_to_check: bool) -> Result<ExitCode, Failure> {
    if is_to_check {
        return check();
    }
    print_example()
}

fn print_example() -> Result<ExitCode, Failure> {
    print::data(|out| out.write_all(config::example().as_bytes()))
}

/// The exit status says whether something is.
fn check() -> Result<ExitCode, Failure> {
    let mut files = Files::default();
    let path = environment::config_file();
    let problems = match path.as_deref().filter(|path| is_there(path)) {
        Some(path) => read(path, &mut files).1,
        None => Vec::new(),
    };
    print::data(|out| {
        for problem in &problems {
            writeln!(out, "{}", render::render(problem, &files))?;
        }
        let what = match &path {
            Some(path) if is_there(path) => render::summary(Counts::of(&problems)),
            _ => String::from("no configuration"),
        };
        let place = path.as_deref().map(|path| path.to_string_lossy());
        let place = place.unwrap_or_else(|| "no folder of configurations".into());
        writeln!(out, "{what} in {}", show(&place, Lines::One))
    })?;
    Ok(ExitCode::from(if problems.is_empty() { 0 } else { FAULT }))
}

/// Says that something is wrong, where it begins, and which key says more; nothing if nothing is.
fn notice(config: &Config, problems: &[Diagnostic], files: &Files) -> Option<String> {
    let place = match problems.first()?.at {
        At::File(_) => String::new(),
        At::Text(span) => format!(":{}", files.position(span.file, span.range().start).line),
    };
    let summary = render::summary(Counts::of(problems));
    let keys = config.keymap.keys(Action::Problems, Context::View);
    let what = keys
        .first()
        .map_or_else(String::new, |key| format!("; {key} says what"));
    Some(format!("{summary} in {FILE_NAME}{place}{what}"))
}
