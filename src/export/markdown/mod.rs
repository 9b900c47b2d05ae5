//! Markdown (`CommonMark`, with footnotes for what facts rest on), for notes and articles.
//!
//! Texts are in the form that may be shown; what would be markup in them is escaped.

mod page;

use std::io::{self, Write};

use chrono::Datelike;
use pulldown_cmark::HeadingLevel;

use crate::timeline::{Document, Event, EventIx, QuoteIx, SourceIx, Timeline, range_in_full};

use super::Selection;
use page::{Page, Sections};

/// Writes a list of events under their years.
pub fn events(out: &mut impl Write, timeline: &Timeline, events: &[EventIx]) -> io::Result<()> {
    let mut page = Page::new(timeline);
    page.heading(HeadingLevel::H1, timeline.meta().title.shown());
    for year in events.chunk_by(|a, b| year(timeline, *a) == year(timeline, *b)) {
        if let Some(first) = year.first() {
            page.heading(HeadingLevel::H2, self::year(timeline, *first).to_string());
        }
        page.list(year, |page, &at| {
            let event = &timeline[at];
            page.strong(range_in_full(&event.start, event.end.as_ref()));
            page.text(format!(": {}", name(timeline, event)));
            if let Some(place) = event.whereabouts() {
                page.text(format!(" ({place})"));
            }
            page.cite(&event.sources);
        });
    }
    page.finish(out)
}

/// Writes an event whole.
pub fn event(out: &mut impl Write, timeline: &Timeline, at: EventIx) -> io::Result<()> {
    let event = &timeline[at];
    let mut page = Page::new(timeline);
    page.heading(HeadingLevel::H1, name(timeline, event));
    let dates = range_in_full(&event.start, event.end.as_ref());
    facts(&mut page, std::iter::once(dates).chain(place(event)));
    page.event(event, Sections::Headings);
    page.finish(out)
}

/// Writes a timeline: its events whole, under their years.
pub fn timeline(out: &mut impl Write, selection: &Selection<'_>) -> io::Result<()> {
    let timeline = selection.timeline();
    let mut page = Page::new(timeline);
    page.heading(HeadingLevel::H1, selection.title());
    if let Some(summary) = selection.summary() {
        page.paragraph(|page| page.text(summary));
    }
    page.paragraph(|page| page.text(selection.scope()));
    for (year, events) in selection.years() {
        page.heading(HeadingLevel::H2, year.to_string());
        for &at in events {
            let event = &timeline[at];
            let dates = range_in_full(&event.start, event.end.as_ref());
            let heading = format!("{dates}: {}", name(timeline, event));
            page.heading(HeadingLevel::H3, heading);
            let more = [timeline[event.kind].name.shown(), event.id.as_str()];
            facts(&mut page, place(event).chain(more.map(str::to_owned)));
            page.event(event, Sections::Strong);
        }
    }
    page.finish(out)
}

/// Writes quotes, each with its event.
pub fn quotes(out: &mut impl Write, timeline: &Timeline, quotes: &[QuoteIx]) -> io::Result<()> {
    let mut page = Page::new(timeline);
    let title = format!("{}: quotes", timeline.meta().title.shown());
    page.heading(HeadingLevel::H1, title);
    page.list(quotes, |page, &at| {
        page.quote(&timeline[at], Some(at.event));
    });
    page.finish(out)
}

/// Writes one quote, with its event.
pub(super) fn quote(out: &mut impl Write, timeline: &Timeline, at: QuoteIx) -> io::Result<()> {
    let mut page = Page::new(timeline);
    page.paragraph(|page| page.quote(&timeline[at], Some(at.event)));
    page.finish(out)
}

/// Writes one source.
pub(super) fn source(out: &mut impl Write, timeline: &Timeline, at: SourceIx) -> io::Result<()> {
    let mut page = Page::new(timeline);
    page.paragraph(|page| page.source(at));
    page.finish(out)
}

/// Writes one document, with what it provides.
pub(super) fn document(
    out: &mut impl Write,
    timeline: &Timeline,
    document: &Document,
) -> io::Result<()> {
    let mut page = Page::new(timeline);
    page.list(std::slice::from_ref(document), Page::document);
    page.finish(out)
}

fn year(timeline: &Timeline, at: EventIx) -> i32 {
    timeline[at].first_day().year()
}

/// Label and title, once if they are the same.
fn name(timeline: &Timeline, event: &Event) -> String {
    let (label, title) = (timeline.label(event), event.title.shown());
    if label == title {
        label
    } else {
        format!("{label} · {title}")
    }
}

/// Where an event was: city and country, then the house.
fn place(event: &Event) -> impl Iterator<Item = String> {
    let venue = event.venue.as_ref().map(|venue| venue.shown().to_owned());
    event.whereabouts().into_iter().chain(venue)
}

fn facts(page: &mut Page<'_>, facts: impl Iterator<Item = String>) {
    let facts: Vec<String> = facts.collect();
    page.paragraph(|page| page.text(facts.join(" · ")));
}
