//! Loading the beginning of a timeline, to have something to show while the rest is loaded.
//!
//! Nothing is said of what is wrong with it, no source text is read and no quote is verified: what leads out of
//! the beginning is as wrong as it is in a text that was cut. The whole timeline tells the truth of it.

use std::collections::HashSet;
use std::ops::Range;
use std::path::PathBuf;

use crate::diagnostic::{FileId, Files};
use crate::timeline::{Parts, State, Timeline};

use super::Loaded;
use super::again;
use super::input::Input;
use super::layers::Layers;
use super::parse::{Job, parse, parse_piece};
use super::progress::Progress;
use super::raw::Raw;
use super::resolve::resolve;
use super::share::Share;
use super::tables::{Table, id, tables};

/// So many events fill a screen.
const MOST_EVENTS: usize = 36;
/// However few events they are, this much text is enough to begin with, in bytes.
const MOST_BYTES: usize = 24 * 1024;
/// How many events are shown before the one that is asked for.
const BEFORE: usize = 12;

/// Loads as much of `input` as fills a screen: its first events, or those that stand round the one with the
/// id `around`; and of the rest what the events refer to. Nothing if no event is found.
pub fn first_screen(input: Input, around: Option<&str>) -> Option<Loaded> {
    let (files, layers, mut readable) = texts(input);
    if around.is_none() {
        // As of files on a disk: what holds more of the same is not gone through.
        let [share, ..] = Share::ALL;
        share.keep_first(&mut readable, |file| PathBuf::from(files.name(*file)));
    }
    let found = Found::of(&files, &readable);
    let mut raw = Raw::default();
    let mut wanted = HashSet::new();
    read(&files, &found.always, &mut raw, &mut HashSet::new());
    read(
        &files,
        found.events_round(&files, around),
        &mut raw,
        &mut wanted,
    );
    let known = raw.people.len();
    read_wanted(&files, &found.people, &wanted, &mut raw);
    let people = raw.people.iter().skip(known);
    let participants = people.filter_map(|person| person.participant.as_ref());
    wanted.extend(participants.map(|participant| participant.value.clone()));
    read_wanted(&files, &found.others, &wanted, &mut raw);
    loaded(raw, files, &layers)
}

/// Loads what of a timeline was read so far: texts that end with whole tables. Nothing if no event is found.
pub fn so_far(input: Input) -> Option<Loaded> {
    let (files, layers, readable) = texts(input);
    let raw = parse(
        &files,
        &readable,
        (super::PIECE, &Progress::default()),
        &mut Vec::new(),
    );
    loaded(raw, files, &layers)
}

fn texts(input: Input) -> (Files, Layers, Vec<FileId>) {
    let mut files = Files::default();
    let (layers, readable) = Layers::add(input, &mut files, &mut Vec::new());
    (files, layers.of_a_beginning(), readable)
}

fn loaded(raw: Raw, files: Files, layers: &Layers) -> Option<Loaded> {
    let mut parts = resolve(raw, layers, &files, &mut Vec::new());
    leave_unverified(&mut parts);
    (!parts.events.is_empty()).then(|| Loaded {
        timeline: Timeline::new(parts),
        diagnostics: Vec::new(),
        files,
        is_empty: false,
    })
}

/// No source has a text yet: nothing is known of the quotes that need one.
fn leave_unverified(parts: &mut Parts) {
    let quotes = parts.events.iter_mut().flat_map(|event| &mut event.quotes);
    let direct = quotes.filter(|quote| quote.state == State::Unverified);
    direct.for_each(|quote| quote.state = State::Pending);
}

/// Where tables stand, by when they are read.
#[derive(Default)]
struct Found {
    /// Those without which no event can be shown, of which there are few.
    always: Vec<Job>,
    events: Vec<Job>,
    people: Vec<Job>,
    /// What events and people refer to.
    others: Vec<Job>,
}

impl Found {
    fn of(files: &Files, readable: &[FileId]) -> Self {
        let mut found = Self::default();
        for &file in readable {
            for Table { name, range } in tables(files.text(file)) {
                let of_name = match name {
                    "timeline" | "kind" | "role" => &mut found.always,
                    "event" => &mut found.events,
                    "person" => &mut found.people,
                    // Their places are drawn on a map, their history stands in a view of its own.
                    "zone" => continue,
                    _ => &mut found.others,
                };
                of_name.push(Job { file, range });
            }
        }
        found
    }

    /// The events to begin with.
    fn events_round(&self, files: &Files, around: Option<&str>) -> &[Job] {
        let is_wanted = |job: &Job| around.is_some() && id(job.text(files)) == around;
        let wanted = match around {
            Some(_) => self.events.iter().position(is_wanted).unwrap_or(0),
            None => 0,
        };
        let first = wanted.saturating_sub(BEFORE);
        let events = self.events.get(first..).unwrap_or_default();
        let mut bytes = 0;
        let enough = events
            .iter()
            .take(MOST_EVENTS)
            .zip(first..)
            .take_while(|(job, at)| {
                let is_too_much = bytes > MOST_BYTES && *at > wanted;
                bytes += job.range.len();
                !is_too_much
            });
        events.get(..enough.count()).unwrap_or_default()
    }
}

/// Reads tables; those that stand one after the other at once. What their events refer to is `wanted`.
fn read(files: &Files, jobs: &[Job], raw: &mut Raw, wanted: &mut HashSet<String>) {
    let follows = |a: &Job, b: &Job| a.file == b.file && a.range.end == b.range.start;
    for run in jobs.chunk_by(follows) {
        if let [first, ..] = run
            && let [.., last] = run
        {
            let range: Range<usize> = first.range.start..last.range.end;
            let file = first.file;
            let parsed = parse_piece(files, &Job { file, range }).raw;
            let places = parsed.events.references.iter();
            wanted.extend(places.map(|place| again::string(files, file, *place).into_owned()));
            raw.append(parsed);
        }
    }
}

/// Reads those tables whose ids are wanted.
fn read_wanted(files: &Files, jobs: &[Job], wanted: &HashSet<String>, raw: &mut Raw) {
    for job in jobs {
        if id(job.text(files)).is_some_and(|id| wanted.contains(id)) {
            raw.append(parse_piece(files, job).raw);
        }
    }
}
