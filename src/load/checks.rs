//! What is wrong although every reference leads somewhere.

use std::collections::HashMap;

use chrono::Days;

use crate::diagnostic::{At, Code, Diagnostic, Files, Span};
use crate::timeline::{Date, Event, Meta, Parts, SCHEMA};

use super::fields::Located;
use super::layers::Layers;
use super::raw::{RawEvent, RawMeta, RawParticipant, RawStatus};

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
pub(super) fn numbers(events: &mut [RawEvent], problems: &mut Vec<Diagnostic>) {
    let mut first: HashMap<(String, u32), Span> = HashMap::new();
    for event in events {
        let Some(number) = &event.number else {
            continue;
        };
        let Some(kind) = &event.kind else { continue };
        let key = (kind.value.clone(), number.value);
        if let Some(&before) = first.get(&key) {
            let message = format!(
                "two events of the kind `{}` have the number {}; the second is shown without",
                key.0, key.1
            );
            let diagnostic = Diagnostic::new(Code::Duplicate, number.span, message);
            problems.push(diagnostic.label(before, "the first one"));
            event.number = None;
        } else {
            first.insert(key, number.span);
        }
    }
}

/// An event's end, unless it lies before the start.
pub(super) fn end(event: &RawEvent, problems: &mut Vec<Diagnostic>) -> Option<Date> {
    let end = event.end.as_ref()?;
    let start = &event.start;
    if end.value.last() >= start.value.first() {
        return Some(end.value.clone());
    }
    let message = format!("the event ends ({}) before it starts", end.value.in_full());
    let diagnostic = Diagnostic::new(Code::EndBeforeStart, end.span, message);
    problems.push(
        diagnostic
            .label(start.span, "it starts here")
            .help("it is shown without its end"),
    );
    None
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

/// Events that stand twice, or far from what was said at them.
pub(super) fn events(parts: &Parts, problems: &mut Vec<Diagnostic>) {
    let mut first: HashMap<(usize, &str, &Date), Span> = HashMap::new();
    for event in &parts.events {
        let key = (event.kind.index(), event.title.raw(), &event.start);
        if let Some(&before) = first.get(&key) {
            let message = format!(
                "`{}` has the kind, start and title of another event",
                event.id
            );
            let diagnostic = Diagnostic::new(Code::TwinEvents, event.at, message);
            problems.push(diagnostic.label(before, "the other one"));
        } else {
            first.insert(key, event.at);
        }
        quotes_within_reach(event, problems);
    }
}

fn quotes_within_reach(event: &Event, problems: &mut Vec<Diagnostic>) {
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
