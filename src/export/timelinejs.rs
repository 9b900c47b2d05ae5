//! `TimelineJS` 3: the JSON that <https://timeline.knightlab.com/docs/json-format.html> describes.
//!
//! Its texts are HTML. Dates have no more parts than are known; what they cannot say stands in
//! `display_date`.

use std::io::{self, Write};

use serde::Serialize;

use crate::text::Text;
use crate::timeline::{Event, EventIx, SourceIx, Timeline, range_in_full};

use super::Selection;
use super::days::{self, Unit};
use super::link::address;
use super::markup::Markup;
use super::{json, named};

#[derive(Serialize)]
struct Document<'a> {
    title: TitleSlide,
    events: Vec<Slide<'a>>,
    scale: &'static str,
}

#[derive(Serialize)]
struct TitleSlide {
    text: Words,
    autolink: bool,
}

#[derive(Serialize)]
struct Slide<'a> {
    unique_id: &'a str,
    group: String,
    start_date: Moment,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    display_date: Option<String>,
    text: Words,
    /// Addresses are links already.
    autolink: bool,
}

#[derive(Serialize)]
struct Moment {
    year: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<u32>,
}

/// HTML, both of them.
#[derive(Serialize)]
struct Words {
    headline: String,
    text: String,
}

/// Writes the events as slides.
pub fn write(out: &mut impl Write, selection: &Selection<'_>) -> io::Result<()> {
    let timeline = selection.timeline();
    let mut about = Markup::default();
    if let Some(summary) = selection.summary() {
        about.element_of("p", &[], summary);
    }
    about.element_of("p", &[], &selection.scope());
    let events = selection.events().iter();
    let document = Document {
        title: TitleSlide {
            text: Words {
                headline: html(selection.title()),
                text: about.finish(),
            },
            autolink: false,
        },
        events: events.map(|&at| slide(timeline, at)).collect(),
        scale: "human",
    };
    json::write(out, &document)
}

fn slide(timeline: &Timeline, at: EventIx) -> Slide<'_> {
    let event = &timeline[at];
    let (from, to) = days::span(&event.start, event.end.as_ref());
    let display_date =
        (!days::are_known(event)).then(|| range_in_full(&event.start, event.end.as_ref()));
    Slide {
        unique_id: event.id.as_str(),
        group: html(timeline[event.kind].name.shown()),
        start_date: from.into(),
        end_date: to.map(Moment::from),
        display_date,
        text: Words {
            headline: html(&named(timeline, event)),
            text: text(timeline, event),
        },
        autolink: false,
    }
}

impl From<Unit> for Moment {
    fn from(unit: Unit) -> Self {
        Self {
            year: unit.year,
            month: unit.month,
            day: unit.day,
        }
    }
}

fn html(text: &str) -> String {
    let mut markup = Markup::default();
    markup.text(text);
    markup.finish()
}

fn text(timeline: &Timeline, event: &Event) -> String {
    let mut markup = Markup::default();
    let venue = event.venue.as_ref().map(|venue| venue.shown().to_owned());
    let place: Vec<String> = event.whereabouts().into_iter().chain(venue).collect();
    if !place.is_empty() {
        markup.element_of("p", &[], &place.join(" · "));
    }
    markup.element_of("p", &[], event.summary.shown());
    let outcomes = event.outcomes.iter().map(|outcome| &outcome.text);
    list(&mut markup, outcomes, |markup, text: &Text| {
        markup.text(text.shown());
    });
    if !event.doubts.is_empty() {
        markup.element_of("p", &[], "Sources disagree, or do not say:");
    }
    list(&mut markup, event.doubts.iter(), |markup, doubt| {
        markup.text(&format!("{}: {}", doubt.about.shown(), doubt.text.shown()));
    });
    let sources = event.all_sources();
    if !sources.is_empty() {
        markup.element_of("p", &[], "Sources:");
    }
    list(&mut markup, sources.into_iter(), |markup, at| {
        source(markup, timeline, at);
    });
    markup.finish()
}

/// A list, unless there is nothing to list.
fn list<T>(markup: &mut Markup, items: impl Iterator<Item = T>, write: impl Fn(&mut Markup, T)) {
    let mut items = items.peekable();
    if items.peek().is_some() {
        markup.element("ul", &[], |markup| {
            for item in items {
                markup.element("li", &[], |markup| write(markup, item));
            }
        });
    }
}

/// A source's title, as a link if it has an address, behind its publisher.
fn source(markup: &mut Markup, timeline: &Timeline, at: SourceIx) {
    let source = &timeline[at];
    if let Some(publisher) = &source.publisher {
        markup.text(&format!("{}: ", publisher.shown()));
    }
    let title = source.title.shown();
    match source.url.as_ref().and_then(address) {
        Some(url) => markup.element_of("a", &[("href", &url)], title),
        None => markup.text(title),
    }
    if let Some(date) = &source.date {
        markup.text(&format!(", {}", date.in_full()));
    }
}
