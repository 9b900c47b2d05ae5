//! Loading the beginning of a timeline, to have something to show while the rest is loaded.
//!
//! Nothing is said of what is wrong with it, no source text is read and no quote is verified: what leads out of
//! the beginning is as wrong as it is in a text that was cut. The whole timeline tells the truth of it.

use std::collections::HashSet;
use std::ops::Range;
use std::path::Path;

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
use super::share::{Share, Shared};
use super::tables::{Table, id, tables};

/// So many events fill a screen.
const MOST_EVENTS: usize = 36;
/// However few events they are, this much text is enough to begin with, in bytes.
const MOST_BYTES: usize = 16 * 1024;
/// How many events are shown before the one that is asked for.
const BEFORE: usize = 12;

/// Loads as much of `input` as fills a screen: its first events, or those that stand round the one with the
/// id `around`; and of the rest what the events refer to. Nothing if no event is found.
///
/// Of texts that are more than the `share`, as only embedded ones can be, no more is gone through than is needed.
pub fn first_screen(input: Input, share: Share, around: Option<&str>) -> Option<Loaded> {
    let (files, layers, readable) = texts(input);
    let found = Found::of(&files, &readable, (share, around));
    let mut raw = Raw::default();
    let mut wanted = HashSet::new();
    read(&files, &found.always, &mut raw, &mut HashSet::new());
    read(&files, found.events_round(), &mut raw, &mut wanted);
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
    /// Which of the events is asked for, if it was found.
    wanted: Option<usize>,
    /// Those without which no event can be shown, of which there are few.
    always: Vec<Job>,
    events: Vec<Job>,
    people: Vec<Job>,
    /// What events and people refer to.
    others: Vec<Job>,
}

impl Found {
    /// What stands in these files: round the event that is asked for, or in the share.
    ///
    /// A text that is more than the share and begins with an event has others behind it: they are not looked for
    /// where there are enough.
    fn of(files: &Files, readable: &[FileId], (share, around): (Share, Option<&str>)) -> Self {
        let mut found = Self {
            wanted: around.is_none().then_some(0),
            ..Self::default()
        };
        let mut shared = Shared::new(share);
        for &file in readable {
            let text = files.text(file);
            let path = Path::new(files.name(file));
            let left = shared.left(path);
            shared.take(path, text.len());
            if left == 0 && around.is_none() {
                continue;
            }
            let mut tables = tables(text).peekable();
            let is_event = |table: &Table<'_>| table.name == "event";
            let are_events = text.len() > left && tables.peek().is_some_and(is_event);
            for table in tables {
                if are_events && found.has_enough() {
                    break;
                }
                found.add(table, (file, text), around);
            }
        }
        found
    }

    fn add(
        &mut self,
        Table { name, range }: Table<'_>,
        (file, text): (FileId, &str),
        around: Option<&str>,
    ) {
        if name == "event" && self.wanted.is_none() {
            let id = text.get(range.clone()).and_then(id);
            self.wanted = (id == around).then_some(self.events.len());
        }
        let of_name = match name {
            "timeline" | "kind" | "role" => &mut self.always,
            "event" => &mut self.events,
            "person" => &mut self.people,
            // Their places are drawn on a map, their history stands in a view of its own.
            "zone" => return,
            _ => &mut self.others,
        };
        of_name.push(Job { file, range });
    }

    /// Whether there are events for a screen.
    fn has_enough(&self) -> bool {
        let events = self.wanted.and_then(|wanted| self.events.get(wanted..));
        events.is_some_and(|events| enough(events.iter().take(MOST_EVENTS)) < events.len())
    }

    /// The events to begin with; the first ones if the one that is asked for is not there.
    fn events_round(&self) -> &[Job] {
        let (before, after) = self.events.split_at(self.wanted.unwrap_or(0));
        let first = before.len() - enough(before.iter().rev().take(BEFORE));
        let end = before.len() + enough(after.iter().take(MOST_EVENTS));
        self.events.get(first..end).unwrap_or_default()
    }
}

/// How many of these events are enough for a screen, however few they are.
fn enough<'j>(events: impl Iterator<Item = &'j Job>) -> usize {
    let mut bytes = 0;
    let few = events.take_while(|job| {
        let is_too_much = bytes > MOST_BYTES;
        bytes += job.range.len();
        !is_too_much
    });
    few.count()
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
