//! Parsing: texts to raw items, piece by piece, side by side.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Code, Diagnostic, FileId, Files, Severity};
use crate::timeline::Id;

use super::fields::{Fields, Located, Piece, not_a_table, unknown};
use super::items::{self, Read};
use super::progress::Progress;
use super::raw::Raw;
use super::recover;
use super::split::split;

/// The tables of the schema.
pub(super) const TABLES: [&str; 9] = [
    "timeline",
    "kind",
    "role",
    "participant",
    "person",
    "source",
    "place",
    "zone",
    "event",
];

/// A piece of a file to parse.
pub(super) struct Job {
    pub(super) file: FileId,
    pub(super) range: Range<usize>,
}

impl Job {
    /// What it says.
    pub(super) fn text<'f>(&self, files: &'f Files) -> &'f str {
        let text = files.text(self.file).get(self.range.clone());
        text.unwrap_or_default()
    }
}

/// What a piece holds.
pub(super) struct Parsed {
    pub(super) raw: Raw,
    problems: Vec<Diagnostic>,
    /// Whether it was TOML; if not, the whole file is parsed again, table by table.
    is_toml: bool,
}

/// Parses files in pieces of so many bytes, and tells how far it has come; everything that could be read, and
/// everything wrong in the rest.
pub(super) fn parse(
    files: &Files,
    readable: &[FileId],
    (piece, progress): (usize, &Progress),
    problems: &mut Vec<Diagnostic>,
) -> Raw {
    let mut jobs = Vec::new();
    for &file in readable {
        let pieces = split(files.text(file), piece);
        jobs.extend(pieces.into_iter().map(|range| Job { file, range }));
    }
    progress.begin(jobs.iter().map(|job| job.range.len()).sum());
    let parsed = all(&jobs, |job| {
        let parsed = parse_piece(files, job);
        progress.add(job.range.len());
        parsed
    });
    let mut raw = Raw::default();
    let mut parsed = jobs.iter().zip(parsed).peekable();
    while let Some((job, first)) = parsed.next() {
        let mut of_file = vec![first];
        while let Some((_, next)) = parsed.next_if(|(next, _)| next.file == job.file) {
            of_file.push(next);
        }
        if of_file.iter().any(|piece| !piece.is_toml) {
            of_file = parse_broken(files, job.file);
        }
        let mut told: HashSet<String> = HashSet::new();
        for mut piece in of_file {
            problems.append(&mut piece.problems);
            // A table that is not known is told of once a file, however often it stands there.
            let unknown = piece.raw.unknown.drain(..);
            problems.extend(unknown.filter(|table| told.insert(table.message.clone())));
            raw.append(piece.raw);
        }
    }
    raw
}

/// Does all jobs, on as many threads as there are processors; the results are in the jobs' order.
///
/// A panic in a job is a mistake of the program, not of the data: it goes on in the caller.
fn all<J: Sync, T: Send>(jobs: &[J], work: impl Fn(&J) -> T + Sync) -> Vec<T> {
    let threads = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(jobs.len());
    if threads < 2 {
        return jobs.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::with_capacity(jobs.len()));
    let take_jobs = || {
        while let Some((at, job)) = {
            let at = next.fetch_add(1, Ordering::Relaxed);
            jobs.get(at).map(|job| (at, job))
        } {
            let result = work(job);
            done.lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner)
                .push((at, result));
        }
    };
    // The scope joins its threads and panics if one of them did.
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(take_jobs);
        }
        take_jobs();
    });
    let mut done = done
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Parses a file that is not TOML, table by table.
fn parse_broken(files: &Files, file: FileId) -> Vec<Parsed> {
    let text = files.text(file);
    let parse = |range| parse_piece(files, &Job { file, range });
    let sections = recover::sections(text, &TABLES);
    let mut parsed: Vec<Parsed> = sections.into_iter().map(parse).collect();
    let metas: usize = parsed.iter().map(|part| part.raw.metas.len()).sum();
    let mut problems = parsed.iter().flat_map(|part| &part.problems);
    if metas < 2 && !problems.any(|problem| problem.severity() == Severity::Error) {
        // Every table is TOML by itself: what is wrong lies between them.
        parsed.push(Parsed {
            raw: Raw::default(),
            ..parse(0..text.len())
        });
    }
    parsed
}

pub(super) fn parse_piece(files: &Files, job: &Job) -> Parsed {
    let text = job.text(files);
    let mut piece = Piece {
        file: job.file,
        start: job.range.start,
        problems: Vec::new(),
    };
    let (root, errors) = DeTable::parse_recoverable(text);
    let is_toml = errors.is_empty();
    recover::report(&errors, text, &mut piece);
    let mut raw = Raw::default();
    for (key, value) in root.into_inner() {
        table(&key, value, &mut raw, &mut piece);
    }
    if !is_toml {
        piece.problems.append(&mut raw.unknown);
        recover::drop_what_follows(&mut piece.problems);
    }
    Parsed {
        raw,
        problems: piece.problems,
        is_toml,
    }
}

/// Reads one top-level key: a table of the schema, or a mistake.
fn table(
    key: &Spanned<std::borrow::Cow<'_, str>>,
    value: Spanned<DeValue<'_>>,
    raw: &mut Raw,
    piece: &mut Piece,
) {
    let broken = &mut raw.broken;
    match key.get_ref().as_ref() {
        "timeline" => raw.metas.extend(meta(value, piece)),
        "kind" => raw
            .kinds
            .extend(list("a kind", value, piece, broken, items::kind)),
        "role" => raw
            .roles
            .extend(list("a role", value, piece, broken, items::role)),
        "participant" => {
            raw.participants.extend(list(
                "a participant",
                value,
                piece,
                broken,
                items::participant,
            ));
        }
        "person" => raw
            .people
            .extend(list("a person", value, piece, broken, items::person)),
        "source" => raw
            .sources
            .extend(list("a source", value, piece, broken, items::source)),
        "place" => raw
            .places
            .extend(list("a place", value, piece, broken, items::place)),
        "zone" => raw
            .zones
            .extend(list("a zone", value, piece, broken, items::zone)),
        "event" => raw
            .events
            .extend(list("an event", value, piece, broken, items::event)),
        other => {
            let message = format!("a timeline has no table `{other}`");
            raw.unknown.push(unknown(key, message, &TABLES, piece));
        }
    }
}

fn meta(value: Spanned<DeValue<'_>>, piece: &mut Piece) -> Option<Located<super::raw::RawMeta>> {
    let span = piece.span(value.span());
    match value.into_inner() {
        DeValue::Table(table) => Some(items::meta(Fields::new(table, "[timeline]", span, piece))),
        DeValue::Array(_) => {
            let message = "[timeline] stands once: write it with single brackets";
            piece.report(Code::TimelineTable, span, message);
            None
        }
        value => not_a_table(piece, &Located { value, span }),
    }
}

/// Reads the items of a list of tables; the ids of those left out go to `broken`.
fn list<T>(
    what: &'static str,
    value: Spanned<DeValue<'_>>,
    piece: &mut Piece,
    broken: &mut Vec<Id>,
    read: impl Fn(Fields<'_, '_>) -> Read<T>,
) -> Vec<T> {
    let span = piece.span(value.span());
    let name = what.split_once(' ').map_or(what, |(_, name)| name);
    let array = match value.into_inner() {
        DeValue::Array(array) => array,
        DeValue::Table(_) => {
            let diagnostic =
                Diagnostic::new(Code::NotAList, span, format!("{what} is one of a list"));
            piece
                .problems
                .push(diagnostic.help(format!("write [[{name}]] with two brackets")));
            return Vec::new();
        }
        value => {
            drop(not_a_table::<T>(piece, &Located { value, span }));
            return Vec::new();
        }
    };
    let mut items = Vec::with_capacity(array.len());
    for item in array {
        let span = piece.span(item.span());
        match item.into_inner() {
            DeValue::Table(table) => match read(Fields::new(table, what, span, piece)) {
                Ok(item) => items.push(item),
                Err(id) => broken.extend(id),
            },
            value => drop(not_a_table::<T>(piece, &Located { value, span })),
        }
    }
    items
}
