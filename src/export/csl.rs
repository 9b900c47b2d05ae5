//! CSL-JSON: an item a source and a document, as Zotero, pandoc and citeproc read them
//! (<https://github.com/citation-style-language/schema>, csl-data.json).

use std::io::{self, Write};

use serde::Serialize;

use crate::text::Text;
use crate::timeline::{Date, EventIx, SourceIx, Timeline};

use super::Selection;
use super::days::{self, Unit};
use super::json;
use super::link::{address, document_key};
use super::works::Works;

/// An item; what is not known has no key.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<[Name<'a>; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<When>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<When>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_date: Option<When>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    genre: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'a str>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    custom: Option<Custom<'a>>,
}

/// A name that is not taken apart.
#[derive(Serialize)]
struct Name<'a> {
    literal: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct When {
    date_parts: Vec<Vec<u32>>,
    #[serde(skip_serializing_if = "is_false")]
    circa: bool,
}

/// What the format has no key for.
#[derive(Serialize)]
struct Custom<'a> {
    /// When it was issued, in EDTF, where the parts of a date do not say it all.
    issued: std::borrow::Cow<'a, str>,
}

/// Writes the sources that the events rest on, and their documents.
pub fn write(out: &mut impl Write, selection: &Selection<'_>) -> io::Result<()> {
    works(out, selection.timeline(), &selection.works())
}

/// Writes these works.
pub(super) fn works(out: &mut impl Write, timeline: &Timeline, works: &Works) -> io::Result<()> {
    let sources = works.sources.iter().map(|&at| source(timeline, at));
    let documents = works.documents.iter();
    let documents = documents.filter_map(|&at| document(timeline, at));
    let items: Vec<Item<'_>> = sources.chain(documents).collect();
    json::write(out, &items)
}

fn source(timeline: &Timeline, at: SourceIx) -> Item<'_> {
    let source = &timeline[at];
    let publisher = shown(source.publisher.as_ref());
    let url = source.url.as_ref().and_then(address);
    Item {
        id: source.id.to_string(),
        kind: if url.is_some() { "webpage" } else { "document" },
        title: source.title.shown(),
        container_title: publisher.filter(|_| url.is_some()),
        publisher: publisher.filter(|_| url.is_none()),
        author: shown(source.author.as_ref()).map(|literal| [Name { literal }]),
        issued: source.date.as_ref().map(|date| When::of(date, None)),
        accessed: source.accessed.as_ref().map(|date| When::of(date, None)),
        event_title: None,
        event_date: None,
        event_place: None,
        genre: None,
        number: None,
        url,
        language: shown(source.language.as_ref()),
        custom: custom(source.date.as_ref()),
    }
}

fn document(timeline: &Timeline, (event, nth): (EventIx, usize)) -> Option<Item<'_>> {
    let at = &timeline[event];
    let document = at.documents.get(nth)?;
    Some(Item {
        id: document_key(timeline, event, nth),
        kind: "document",
        title: document.title.shown(),
        container_title: None,
        publisher: None,
        author: None,
        issued: document.date.as_ref().map(|date| When::of(date, None)),
        accessed: None,
        event_title: Some(at.title.shown()),
        event_date: Some(When::of(&at.start, at.end.as_ref())),
        event_place: at.whereabouts(),
        genre: shown(document.kind.as_ref()),
        number: shown(document.symbol.as_ref()),
        url: document.url.as_ref().and_then(address),
        language: None,
        custom: custom(document.date.as_ref()),
    })
}

impl When {
    /// One list of year, month and day, or two for a range.
    fn of(start: &Date, end: Option<&Date>) -> Self {
        let (from, to) = days::span(start, end);
        let parts = std::iter::once(from).chain(to).map(parts);
        Self {
            date_parts: parts.collect(),
            circa: start.is_qualified() || end.is_some_and(Date::is_qualified),
        }
    }
}

fn parts(unit: Unit) -> Vec<u32> {
    let year = u32::try_from(unit.year).unwrap_or_default();
    let more = [unit.month, unit.day].into_iter().flatten();
    std::iter::once(year).chain(more).collect()
}

fn custom(date: Option<&Date>) -> Option<Custom<'_>> {
    let date = date.filter(|date| !date.is_day())?;
    Some(Custom {
        issued: date.edtf(),
    })
}

fn shown(text: Option<&Text>) -> Option<&str> {
    text.map(Text::shown)
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the serialiser hands over a reference"
)]
const fn is_false(it: &bool) -> bool {
    !*it
}
