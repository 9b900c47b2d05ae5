//! Completing what is typed: fields, and the values of the field that the cursor is in.

use std::ops::Range;

use crate::text::fold;
use crate::timeline::{Facet, Timeline};

use super::field::Field;
use super::names::begins_a_word;
use super::write::as_value;
use super::{Part, Query, count};

/// What a stretch of a query's text could become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The bytes that it takes the place of.
    pub span: Range<usize>,
    /// What would stand there.
    pub text: String,
    /// What it is, in words.
    pub shown: String,
    /// How many events it would show with the rest of the query, where that can be said.
    pub events: Option<usize>,
}

/// The most completions that are offered.
const MOST: usize = 50;

/// What the text up to `cursor` could go on as, the likeliest first; `query` is the rest of it.
pub fn complete(text: &str, cursor: usize, query: &Query, timeline: &Timeline) -> Vec<Completion> {
    let Some(before) = text.get(..cursor) else {
        return Vec::new();
    };
    let start = term_start(before);
    let term = before.get(start..).unwrap_or_default();
    let sign = usize::from(term.starts_with(['-', '!']));
    let body = term.get(sign..).unwrap_or_default();
    match body.split_once(':') {
        None => fields(body, start + sign..cursor),
        Some((name, values)) => {
            let typed = values.rsplit(',').next().unwrap_or_default();
            let span = cursor - typed.len()..cursor;
            let Some(field) = Field::named(name) else {
                return Vec::new();
            };
            let typed = typed.trim_start_matches('"');
            let mut offered = values_of(field, typed, &span, query, timeline);
            // What stands there already need not stand there twice.
            offered.retain(|one| !values.split(',').any(|there| there == one.text));
            offered
        }
    }
}

/// Where the term begins that a text ends with: behind the last blank outside quotation marks.
fn term_start(text: &str) -> usize {
    let mut quoted = false;
    let mut start = 0;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => start = at + c.len_utf8(),
            _ => {}
        }
    }
    start
}

fn fields(typed: &str, span: Range<usize>) -> Vec<Completion> {
    let typed = typed.to_lowercase();
    let fitting = Field::ALL
        .into_iter()
        .filter(|field| field.name().starts_with(&typed));
    let completions = fitting.map(|field| Completion {
        span: span.clone(),
        text: format!("{}:", field.name()),
        shown: field.example().to_owned(),
        events: None,
    });
    completions.collect()
}

fn values_of(
    field: Field,
    typed: &str,
    span: &Range<usize>,
    query: &Query,
    timeline: &Timeline,
) -> Vec<Completion> {
    let completion = |text: String, shown: String, events| Completion {
        span: span.clone(),
        text,
        shown,
        events,
    };
    match field {
        Field::Of(facet) => {
            let (before, typed) = match typed.split_once('/') {
                Some((before, role)) if facet == Facet::Participant => (format!("{before}/"), role),
                _ => (String::new(), typed),
            };
            let facet = if before.is_empty() {
                facet
            } else {
                Facet::Role
            };
            let found = fitting(facet, typed, query, timeline);
            let found = found.into_iter().take(MOST);
            let found = found.map(|(key, shown, events)| {
                completion(format!("{before}{}", as_value(&key)), shown, Some(events))
            });
            found.collect()
        }
        Field::Has => {
            let parts = Part::ALL
                .into_iter()
                .filter(|part| part.name().starts_with(typed));
            let found = parts.map(|part| completion(part.to_string(), part.to_string(), None));
            found.collect()
        }
        Field::Date | Field::Sources => Vec::new(),
    }
}

/// The values with a name one of whose words begins as typed: key, shown, events; those that would show
/// something first.
fn fitting(
    facet: Facet,
    typed: &str,
    query: &Query,
    timeline: &Timeline,
) -> Vec<(String, String, usize)> {
    let typed = fold(typed);
    let all = timeline.values(facet).all();
    let counted = count(timeline, query, facet).into_iter();
    let found = counted.filter_map(|counted| {
        let value = all.get(counted.place)?;
        let mut names = value.names.iter();
        let fits = typed.is_empty() || names.any(|(name, _)| begins_a_word(name, &typed));
        let shown = value.shown.shown().to_owned();
        fits.then(|| (value.key.clone(), shown, counted.events))
    });
    found.collect()
}
