//! Parsing: texts to raw items, piece by piece, side by side.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use toml::de::DeTable;

use crate::diagnostic::{Code, Diagnostic, FileId, Files, Severity};
use crate::timeline::Id;

use super::fields::{Fields, Located, Piece, Reading, not_a_table, unknown};
use super::items::{self, Read};
use super::plain;
use super::progress::Progress;
use super::raw::Raw;
use super::recover;
use super::split::{Cut, split};
use super::tree::{Node, Row, Table, Value};

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
    let bytes = readable.iter().map(|file| files.text(*file).len()).sum();
    progress.begin(bytes);
    let jobs = readable.iter().flat_map(|&file| {
        let pieces = split(files.text(file), piece);
        pieces.map(move |Cut { range, is_instead }| (Job { file, range }, is_instead))
    });
    let mut gathered = Gathered::new(files, problems);
    in_turn(
        (jobs, threads(bytes / piece.max(1))),
        |(job, _)| {
            let parsed = parse_piece(files, job);
            progress.add(job.range.len());
            parsed
        },
        |(job, is_instead), parsed| gathered.add(job.file, parsed, is_instead),
    );
    gathered.finish()
}

/// How many threads there is work for, if there are about so many jobs.
fn threads(jobs: usize) -> usize {
    if jobs < 2 {
        return 1;
    }
    thread::available_parallelism()
        .map_or(1, usize::from)
        .min(jobs)
}

/// What was parsed so far, in the order of the files.
struct Gathered<'f> {
    files: &'f Files,
    raw: Raw,
    problems: &'f mut Vec<Diagnostic>,
    /// The file whose pieces are coming, and whether all of them were TOML.
    file: Option<(FileId, bool)>,
    of_file: Raw,
    problems_of_file: Vec<Diagnostic>,
}

impl<'f> Gathered<'f> {
    fn new(files: &'f Files, problems: &'f mut Vec<Diagnostic>) -> Self {
        Self {
            files,
            raw: Raw::default(),
            problems,
            file: None,
            of_file: Raw::default(),
            problems_of_file: Vec::new(),
        }
    }

    /// Adds the next piece of a file, or all of it instead of its pieces.
    fn add(&mut self, file: FileId, parsed: Parsed, is_instead: bool) {
        if self.file.is_none_or(|(current, _)| current != file) {
            self.end_file();
            self.file = Some((file, true));
        }
        if is_instead {
            self.forget_file();
            self.file = Some((file, true));
        }
        if let Some((_, is_toml)) = &mut self.file {
            *is_toml &= parsed.is_toml;
        }
        self.take(parsed);
    }

    fn take(&mut self, mut parsed: Parsed) {
        self.problems_of_file.append(&mut parsed.problems);
        self.of_file.append(parsed.raw);
    }

    fn forget_file(&mut self) {
        self.of_file = Raw::default();
        self.problems_of_file.clear();
    }

    fn end_file(&mut self) {
        if let Some((file, false)) = self.file {
            self.forget_file();
            for parsed in parse_broken(self.files, file) {
                self.take(parsed);
            }
        }
        self.problems.append(&mut self.problems_of_file);
        // A table that is not known is told of once a file, however often it stands there.
        let mut told: HashSet<String> = HashSet::new();
        let unknown = self.of_file.unknown.drain(..);
        let unknown = unknown.filter(|table| told.insert(table.message.clone()));
        self.problems.extend(unknown);
        self.raw.append(std::mem::take(&mut self.of_file));
    }

    fn finish(mut self) -> Raw {
        self.end_file();
        self.raw
    }
}

/// Does all jobs, on so many threads, and takes each result when its turn has come: few of them wait, and what was
/// done last is put where it is kept soon. A thread that has nothing to do finds out what there is to do next.
///
/// A panic in a job is a mistake of the program, not of the data: it goes on in the caller.
fn in_turn<J: Send, T: Send>(
    (jobs, threads): (impl Iterator<Item = J> + Send, usize),
    work: impl Fn(&J) -> T + Sync,
    mut take: impl FnMut(J, T) + Send,
) {
    if threads < 2 {
        for job in jobs {
            let result = work(&job);
            take(job, result);
        }
        return;
    }
    let jobs = Mutex::new(jobs.enumerate());
    let turns = Mutex::new(Turns {
        next: 0,
        waiting: BTreeMap::new(),
        take,
    });
    let next = || locked(&jobs).next();
    let take_jobs = || {
        while let Some((at, job)) = next() {
            let result = work(&job);
            locked(&turns).done(at, (job, result));
        }
    };
    // The scope joins its threads and panics if one of them did.
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(take_jobs);
        }
        take_jobs();
    });
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Results that are taken in the order of their jobs.
struct Turns<J, T, F> {
    next: usize,
    waiting: BTreeMap<usize, (J, T)>,
    take: F,
}

impl<J, T, F: FnMut(J, T)> Turns<J, T, F> {
    fn done(&mut self, at: usize, done: (J, T)) {
        self.waiting.insert(at, done);
        while let Some((job, result)) = self.waiting.remove(&self.next) {
            (self.take)(job, result);
            self.next += 1;
        }
    }
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
    let piece = Piece {
        file: job.file,
        start: job.range.start,
        problems: Vec::new(),
    };
    let mut reading = Reading::new(piece, files.whole(job.file));
    let (root, is_toml) = match plain::parse(text, &reading.piece) {
        Some(root) => (root, true),
        None => parse_any(text, &mut reading.piece),
    };
    let mut raw = Raw::default();
    for Row { key, value } in root.0 {
        if let Some(value) = value {
            table(&key, value, &mut raw, &mut reading);
        }
    }
    raw.events.references = reading.references;
    let mut problems = reading.piece.problems;
    if !is_toml {
        problems.append(&mut raw.unknown);
        recover::drop_what_follows(&mut problems);
    }
    Parsed {
        raw,
        problems,
        is_toml,
    }
}

/// Parses whatever stands in a piece, and reports where it is no TOML; whether it is.
fn parse_any<'t>(text: &'t str, piece: &mut Piece) -> (Table<'t>, bool) {
    let (root, errors) = DeTable::parse_recoverable(text);
    recover::report(&errors, text, piece);
    (Table::of(root.into_inner(), piece), errors.is_empty())
}

/// Reads one top-level key: a table of the schema, or a mistake.
fn table(
    key: &Located<std::borrow::Cow<'_, str>>,
    value: Node<'_>,
    raw: &mut Raw,
    reading: &mut Reading,
) {
    let broken = &mut raw.broken;
    match key.value.as_ref() {
        "timeline" => raw.metas.extend(meta(value, reading)),
        "kind" => raw
            .kinds
            .extend(list("a kind", value, reading, broken, items::kind)),
        "role" => raw
            .roles
            .extend(list("a role", value, reading, broken, items::role)),
        "participant" => {
            raw.participants.extend(list(
                "a participant",
                value,
                reading,
                broken,
                items::participant,
            ));
        }
        "person" => raw
            .people
            .extend(list("a person", value, reading, broken, items::person)),
        "source" => raw
            .sources
            .extend(list("a source", value, reading, broken, items::source)),
        "place" => raw
            .places
            .extend(list("a place", value, reading, broken, items::place)),
        "zone" => raw
            .zones
            .extend(list("a zone", value, reading, broken, items::zone)),
        "event" => raw
            .events
            .add(list("an event", value, reading, broken, items::event)),
        other => {
            let message = format!("a timeline has no table `{other}`");
            raw.unknown.push(unknown(key, message, &TABLES));
        }
    }
}

fn meta(
    Located { value, span }: Node<'_>,
    reading: &mut Reading,
) -> Option<Located<super::raw::RawMeta>> {
    match value {
        Value::Table(table) => Some(items::meta(Fields::new(table, "[timeline]", span, reading))),
        Value::Array(_) => {
            let message = "[timeline] stands once: write it with single brackets";
            reading.piece.report(Code::TimelineTable, span, message);
            None
        }
        value => not_a_table(reading, &Located { value, span }),
    }
}

/// Reads the items of a list of tables; the ids of those left out go to `broken`.
fn list<T>(
    what: &'static str,
    Located { value, span }: Node<'_>,
    reading: &mut Reading,
    broken: &mut Vec<Id>,
    read: impl Fn(Fields<'_, '_>) -> Read<T>,
) -> Vec<T> {
    let name = what.split_once(' ').map_or(what, |(_, name)| name);
    let array = match value {
        Value::Array(array) => array,
        Value::Table(_) => {
            let diagnostic =
                Diagnostic::new(Code::NotAList, span, format!("{what} is one of a list"));
            reading
                .piece
                .problems
                .push(diagnostic.help(format!("write [[{name}]] with two brackets")));
            return Vec::new();
        }
        value => {
            drop(not_a_table::<T>(reading, &Located { value, span }));
            return Vec::new();
        }
    };
    let mut items = Vec::with_capacity(array.len());
    for Located { value, span } in array {
        match value {
            Value::Table(table) => match read(Fields::new(table, what, span, reading)) {
                Ok(item) => items.push(item),
                Err(id) => broken.extend(id),
            },
            value => drop(not_a_table::<T>(reading, &Located { value, span })),
        }
    }
    items
}
