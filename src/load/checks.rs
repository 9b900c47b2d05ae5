//! What is wrong although every reference leads somewhere.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;

use chrono::Days;
use foldhash::fast::RandomState;

use crate::diagnostic::{At, Code, Diagnostic, FileId, Files, Span};
use crate::timeline::{Date, Event, Meta, SCHEMA};

use super::again;
use super::fields::Located;
use super::layers::Layers;
use super::raw::{RawMeta, RawParticipant, RawStatus, Unsettled};

/// A quote dated further from its event than this is worth a look.
const QUOTE_REACH: Days = Days::new(60);

/// What the timeline says of itself: there must be one such table, of a schema that is known. Each
/// layer may have one, being a timeline by itself; that of the lowest counts.
pub(super) fn meta(
    metas: Vec<Located<RawMeta>>,
    files: &Files,
    layers: &Layers,
    problems: &mut Vec<Diagnostic>,
) -> Meta {
    if metas.is_empty() {
        // It may stand in what could not be read.
        if let Some(file) = files
            .ids()
            .next()
            .filter(|_| !problems.iter().any(hides_tables))
        {
            let message = "there is no [timeline] table";
            let help = format!("begin with [timeline], schema = {SCHEMA} and a title");
            problems.push(Diagnostic::new(Code::TimelineTable, At::File(file), message).help(help));
        }
    }
    let mut of_layer: HashMap<Option<usize>, Span> = HashMap::new();
    for meta in &metas {
        let layer = layers.of(meta.span.file);
        if let Some(&first) = of_layer.get(&layer) {
            let message = "[timeline] stands twice; this one is left out";
            let diagnostic = Diagnostic::new(Code::TimelineTable, meta.span, message);
            problems.push(diagnostic.label(first, "the first one"));
        } else {
            of_layer.insert(layer, meta.span);
            schema(meta, problems);
        }
    }
    let first = metas.into_iter().next();
    first.map_or_else(Meta::default, |first| first.value.meta)
}

/// The schema's version is one that this program reads.
fn schema(meta: &Located<RawMeta>, problems: &mut Vec<Diagnostic>) {
    match &meta.value.schema {
        None => {
            let message =
                format!("[timeline] needs `schema`; this program reads schema = {SCHEMA}");
            problems.push(Diagnostic::new(Code::SchemaVersion, meta.span, message));
        }
        Some(schema) if i64::from(schema.value) != SCHEMA => {
            let message = format!("unknown schema version {}", schema.value);
            let help = format!("this program reads schema = {SCHEMA}");
            problems.push(Diagnostic::new(Code::SchemaVersion, schema.span, message).help(help));
        }
        Some(_) => {}
    }
}

/// Whether there may be tables that were not seen.
const fn hides_tables(problem: &Diagnostic) -> bool {
    matches!(
        problem.code,
        Code::Syntax | Code::Unreadable | Code::NotUtf8 | Code::TooLarge | Code::TimelineTable
    )
}

/// Codes are unique: the second loses its own.
pub(super) fn codes(participants: &mut [RawParticipant], problems: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, Span> = HashMap::new();
    for participant in participants {
        let Some(code) = &participant.code else {
            continue;
        };
        let text = code.value.raw().to_owned();
        if let Some(&before) = first.get(&text) {
            let message =
                format!("two participants have the code `{text}`; the second is shown without");
            let diagnostic = Diagnostic::new(Code::Duplicate, code.span, message);
            problems.push(diagnostic.label(before, "the first one"));
            participant.code = None;
        } else {
            first.insert(text, code.span);
        }
    }
}

/// Numbers are unique within a kind: the second loses its own.
#[derive(Default)]
pub(super) struct Numbers {
    /// Where the first of each kind and number stands.
    first: HashMap<(u32, u32), (FileId, u32), RandomState>,
}

impl Numbers {
    /// For so many events.
    pub(super) fn of(events: usize) -> Self {
        let mut numbers = Self::default();
        numbers.first.reserve(events);
        numbers
    }

    /// Takes the number of the next event, whose kind is known and is written at a byte of its file.
    pub(super) fn take(
        &mut self,
        event: &mut Event,
        (unsettled, kind_at): (&Unsettled, u32),
        files: &Files,
        problems: &mut Vec<Diagnostic>,
    ) {
        let Some(number) = event.number else {
            return;
        };
        let file = event.at.file;
        let kind = u32::try_from(event.kind.index()).unwrap_or(u32::MAX);
        let first = match self.first.entry((kind, number)) {
            Entry::Occupied(first) => *first.get(),
            Entry::Vacant(free) => {
                free.insert((file, unsettled.number_at));
                return;
            }
        };
        let kind = again::string(files, file, kind_at);
        let message = format!(
            "two events of the kind `{kind}` have the number {number}; the second is shown without"
        );
        let span = again::span(files, file, unsettled.number_at);
        let diagnostic = Diagnostic::new(Code::Duplicate, span, message);
        let (file, at) = first;
        problems.push(diagnostic.label(again::span(files, file, at), "the first one"));
        event.number = None;
    }
}

/// An event's end, unless it lies before the start, is its end.
pub(super) fn end(
    event: &mut Event,
    unsettled: &Unsettled,
    files: &Files,
    problems: &mut Vec<Diagnostic>,
) {
    if event.end.is_none() || event.sound_end().is_some() {
        return;
    }
    let Some(end) = event.end.take() else { return };
    let message = format!("the event ends ({}) before it starts", end.in_full());
    let span = |at| again::span(files, event.at.file, at);
    let diagnostic = Diagnostic::new(Code::EndBeforeStart, span(unsettled.end_at), message);
    problems.push(
        diagnostic
            .label(span(unsettled.start_at), "it starts here")
            .help("it is shown without its end"),
    );
}

/// A zone's history goes forward.
pub(super) fn status_order(history: &[RawStatus], problems: &mut Vec<Diagnostic>) {
    for pair in history.windows(2) {
        let [before, after] = pair else { continue };
        if after.date.value.last() < before.date.value.first() {
            let message = "this status is dated before the one above it";
            let diagnostic = Diagnostic::new(Code::StatusOrder, after.date.span, message);
            problems.push(diagnostic.label(before.date.span, "the one above"));
        }
    }
}

/// What shows which events may stand twice: a number for what two events have in common that are one.
#[derive(Clone, Default)]
pub(super) struct Likeness(RandomState);

impl Likeness {
    /// That of an event whose kind is known.
    pub(super) fn of(&self, event: &Event) -> u64 {
        self.0.hash_one(looks(event))
    }
}

/// Events that stand twice, by the likeness of all of them.
pub(super) fn twins(
    events: &[Event],
    (likeness, alike): (&Likeness, Vec<u64>),
    problems: &mut Vec<Diagnostic>,
) {
    let twins = told_twice(alike);
    if twins.is_empty() {
        return;
    }
    let mut first: HashMap<Looks<'_>, Span> = HashMap::new();
    for event in events {
        if !twins.contains(&likeness.of(event)) {
            continue;
        }
        if let Some(&before) = first.get(&looks(event)) {
            let message = format!(
                "`{}` has the kind, start and title of another event",
                event.id
            );
            let diagnostic = Diagnostic::new(Code::TwinEvents, event.at, message);
            problems.push(diagnostic.label(before, "the other one"));
        } else {
            first.insert(looks(event), event.at);
        }
    }
}

/// What two events have in common that are one.
type Looks<'e> = (usize, &'e str, &'e Date);

fn looks(event: &Event) -> Looks<'_> {
    (event.kind.index(), event.title.raw(), &event.start)
}

/// Those that stand there more than once. Most stand once, and nothing more is kept of them.
fn told_twice(mut all: Vec<u64>) -> HashSet<u64> {
    all.sort_unstable();
    let pairs = all.windows(2);
    pairs
        .filter_map(|pair| match pair {
            [one, other] if one == other => Some(*one),
            _ => None,
        })
        .collect()
}

/// Quotes are not dated far from what they were said at.
pub(super) fn quotes_within_reach(event: &Event, problems: &mut Vec<Diagnostic>) {
    let earliest = event
        .first_day()
        .checked_sub_days(QUOTE_REACH)
        .unwrap_or(Date::MIN);
    let latest = event
        .last_day()
        .checked_add_days(QUOTE_REACH)
        .unwrap_or(Date::MAX);
    for quote in &event.quotes {
        if quote.date.last() < earliest || quote.date.first() > latest {
            let message = format!(
                "this quote is dated {}, more than 60 days from its event",
                quote.date.in_full()
            );
            problems.push(Diagnostic::new(Code::QuoteFarFromEvent, quote.at, message));
        }
    }
}
