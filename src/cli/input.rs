//! The timeline and the filter that the arguments name.

use std::collections::BTreeSet;
use std::io::Read;
use std::mem::ManuallyDrop;
use std::path::PathBuf;

use crate::builtin;
use crate::diagnostic::{Counts, Severity, render};
use crate::load::{self, Input, Loaded, Progress, Reader, Share};
use crate::query::{Mistake, Query, parse};

use super::args::{Choice, Source, is_stdin};
use super::{FAULT, Failure, USAGE, print};

/// What text piped in is called.
const STDIN: &str = "(stdin)";

/// The layers that the arguments name. They can be loaded again and again: what was piped in is kept.
pub(super) struct Layers {
    source: Source,
    piped: Vec<u8>,
}

impl Layers {
    /// Takes what is piped in; fails on arguments that make no sense.
    pub(super) fn of(source: &Source) -> Result<Self, Failure> {
        let usage = |message: &str| Err(Failure::new(USAGE, message));
        if source.paths.iter().filter(|path| is_stdin(path)).count() > 1 {
            return usage("stdin can be read once: give `-` once");
        }
        if source.seeds.is_some() && source.on_disk().next().is_none() {
            return usage("--seeds needs a timeline in a file or directory");
        }
        let piped = if source.has_stdin() {
            stdin()?
        } else {
            Vec::new()
        };
        Ok(Self {
            source: source.clone(),
            piped,
        })
    }

    /// Loads them as one timeline, whatever is wrong with it, and says how far that has come.
    pub(super) fn load(&self, progress: &Progress) -> Loaded {
        load::load_reporting(whole(&self.source, self.piped.clone()), progress)
    }

    /// Loads what fills a screen: the beginning, or what is round the event with the id `around`. Nothing if no event
    /// is found soon.
    pub(super) fn first_screen(&self, around: Option<&str>) -> Option<(Loaded, bool)> {
        let [first, ..] = Share::ALL;
        [first, first.seeking_event()]
            .into_iter()
            .find_map(|share| {
                let (input, is_cut) = self.share(share);
                let loaded = load::first_screen(input, share, around)?;
                Some((loaded, is_cut))
            })
    }

    /// Loads a share of them; nothing if there is no event in it.
    pub(super) fn part(&self, share: Share) -> Option<Loaded> {
        load::so_far(self.share(share).0)
    }

    /// Reads a share of them; whether there is more.
    fn share(&self, share: Share) -> (Input, bool) {
        let mut reader = Reader::of_share(share);
        let mut is_cut = false;
        let given = self.source.paths.iter().map(|path| {
            if is_stdin(path) {
                let (input, is_piped_cut) = Input::share_of(STDIN, &self.piped, share);
                is_cut |= is_piped_cut;
                input
            } else {
                reader.read(path, None)
            }
        });
        let input = layered(&self.source, given);
        (input, is_cut || reader.is_cut())
    }
}

/// All of the layers.
fn whole(source: &Source, piped: Vec<u8>) -> Input {
    let mut reader = Reader::default();
    let mut piped = Some(piped);
    let given = source.paths.iter().map(|path| {
        if is_stdin(path) {
            Input::bytes(STDIN, piped.take().unwrap_or_default())
        } else {
            reader.read(path, source.seeds.as_deref())
        }
    });
    layered(source, given)
}

/// What is given, over the embedded timeline if that is asked for.
fn layered(source: &Source, given: impl Iterator<Item = Input>) -> Input {
    let builtin = source.has_builtin();
    let builtin = builtin.then(|| Input::embedded(builtin::DATA, builtin::SEEDS));
    Input::layered(builtin.into_iter().chain(given))
}

/// The folders in which a change can concern the timeline, each once.
pub(super) fn folders(source: &Source) -> Vec<PathBuf> {
    let paths = source.on_disk();
    let seeds = source.seeds.as_deref();
    let folders = paths.flat_map(|path| load::folders(path, seeds));
    let folders: BTreeSet<PathBuf> = folders.collect();
    folders.into_iter().collect()
}

/// Loads the timeline, whatever is wrong with it; fails only on arguments that make no sense.
pub(super) fn load(source: &Source) -> Result<Loaded, Failure> {
    let Layers { source, piped } = Layers::of(source)?;
    Ok(load::load(whole(&source, piped)))
}

/// Loads a timeline of which something can be shown.
///
/// A command ends with it: what is freed with the process need not be taken apart before.
pub(super) fn load_to_show(source: &Source) -> Result<ManuallyDrop<Loaded>, Failure> {
    to_show(load(source)?).map(ManuallyDrop::new)
}

fn to_show(loaded: Loaded) -> Result<Loaded, Failure> {
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
    choose(load(source)?, choice)
}

/// The timeline, if something of it can be shown, and the filter.
pub(super) fn choose(loaded: Loaded, choice: &Choice) -> Result<(Loaded, Query), Failure> {
    let loaded = to_show(loaded)?;
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

/// What is piped in, to the limit of a file.
fn stdin() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let mut stdin = std::io::stdin().lock().take(load::MAX_FILE_BYTES + 1);
    stdin
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::new(FAULT, format!("stdin cannot be read: {error}")))?;
    Ok(bytes)
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
    print::message(&format!(
        "{} in the timeline: what is broken is left out; `astana check{source}` says what",
        render::summary(errors),
    ));
}
