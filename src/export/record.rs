//! Events and quotes as records: the keys and their order are what scripts rely on.

use std::borrow::Cow;

use serde::Serialize;

use crate::text::Text;
use crate::timeline::{
    Attendance, Date, Document, Doubt, Event, EventIx, Form, Outcome, QuoteIx, SourceIx, State,
    Timeline, range_in_full,
};

/// An event: in a list with the number of its quotes, whole with the quotes themselves.
#[derive(Debug, Serialize)]
pub struct EventRecord<'a, Q = usize> {
    /// Its id.
    pub id: &'a str,
    /// The id of its kind.
    pub kind: &'a str,
    /// Its number within its kind.
    pub number: Option<u32>,
    /// What it is called in tight places.
    pub label: String,
    /// Its full name.
    pub title: &'a str,
    /// When it began, EDTF.
    pub start: Cow<'a, str>,
    /// When it ended, EDTF; none where the start says all.
    pub end: Option<Cow<'a, str>>,
    /// When it was, in words.
    pub date_text: String,
    /// The city.
    pub city: Option<&'a str>,
    /// The country.
    pub country: Option<&'a str>,
    /// Who took part.
    pub participants: Vec<PartRecord<'a>>,
    /// What it was about.
    pub topics: Vec<&'a str>,
    /// Its quotes: how many, or what they are.
    pub quotes: Q,
    /// The ids of the sources of the event as a whole.
    pub sources: Vec<&'a str>,
}

/// A participant's part in an event.
#[derive(Debug, Serialize)]
pub struct PartRecord<'a> {
    /// The participant's id.
    pub id: &'a str,
    /// The participant's name.
    pub name: &'a str,
    /// The id of the role.
    pub role: &'a str,
    /// The name of the head of the delegation.
    pub head: Option<&'a str>,
    /// The head's office then.
    pub head_title: Option<&'a str>,
    /// The ids of the sources of this part; empty where the event's stand for it.
    pub sources: Vec<&'a str>,
}

/// An event whole.
#[derive(Debug, Serialize)]
pub struct EventDetail<'a> {
    #[serde(flatten)]
    event: EventRecord<'a, Vec<QuoteRecord<'a>>>,
    venue: Option<&'a str>,
    place: Option<&'a str>,
    summary: &'a str,
    outcomes: Vec<OutcomeRecord<'a>>,
    documents: Vec<DocumentRecord<'a>>,
    doubts: Vec<DoubtRecord<'a>>,
    next: Option<&'a str>,
    related: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct OutcomeRecord<'a> {
    text: &'a str,
    sources: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct DocumentRecord<'a> {
    title: &'a str,
    kind: Option<&'a str>,
    date: Option<Cow<'a, str>>,
    symbol: Option<&'a str>,
    url: Option<&'a str>,
    points: Vec<&'a str>,
    sources: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct DoubtRecord<'a> {
    about: &'a str,
    text: &'a str,
    sources: Vec<&'a str>,
}

/// Something that was said.
#[derive(Debug, Serialize)]
pub struct QuoteRecord<'a> {
    /// The id of the event it stands under.
    pub event: &'a str,
    /// When it was said, EDTF.
    pub date: Cow<'a, str>,
    /// Who said it.
    pub speaker: SpeakerRecord<'a>,
    /// The id of the participant it was said for.
    pub participant: Option<&'a str>,
    /// The speaker's office then.
    pub title: Option<&'a str>,
    /// `direct` or `indirect`.
    pub form: &'static str,
    /// `verified`, `refuted`, `unverified` or `reported`.
    pub state: &'static str,
    /// The speaker's words, or the curator's report of them.
    pub text: &'a str,
    /// What it is about.
    pub topics: Vec<&'a str>,
    /// The ids of its sources.
    pub sources: Vec<&'a str>,
    /// The line of the source text on which a verified quote begins, from 1.
    pub line: Option<usize>,
}

/// A speaker.
#[derive(Debug, Serialize)]
pub struct SpeakerRecord<'a> {
    /// The person's id.
    pub id: &'a str,
    /// The person's name.
    pub name: &'a str,
}

impl<'a> EventRecord<'a> {
    /// The record of an event in a list.
    pub fn of(timeline: &'a Timeline, at: EventIx) -> Self {
        Self::with_quotes(timeline, at, timeline[at].quotes.len())
    }
}

impl<'a, Q> EventRecord<'a, Q> {
    fn with_quotes(timeline: &'a Timeline, at: EventIx, quotes: Q) -> Self {
        let event = &timeline[at];
        Self {
            id: event.id.as_str(),
            kind: timeline[event.kind].id.as_str(),
            number: event.number,
            label: timeline.label(event),
            title: event.title.raw(),
            start: event.start.edtf(),
            end: event.end.as_ref().map(Date::edtf),
            date_text: range_in_full(&event.start, event.end.as_ref()),
            city: raw(event.city.as_ref()),
            country: raw(event.country.as_ref()),
            participants: parts(timeline, event),
            topics: raws(&event.topics),
            quotes,
            sources: ids(timeline, &event.sources),
        }
    }
}

impl<'a> EventDetail<'a> {
    /// The record of all there is of an event.
    pub fn of(timeline: &'a Timeline, at: EventIx) -> Self {
        let event = &timeline[at];
        let outcome = |outcome: &'a Outcome| OutcomeRecord {
            text: outcome.text.raw(),
            sources: ids(timeline, &outcome.sources),
        };
        let document = |document: &'a Document| DocumentRecord::of(timeline, document);
        let doubt = |doubt: &'a Doubt| DoubtRecord {
            about: doubt.about.raw(),
            text: doubt.text.raw(),
            sources: ids(timeline, &doubt.sources),
        };
        let related = event.related.iter();
        let quotes = timeline.quotes_of(at);
        let quotes = quotes.map(|quote| QuoteRecord::of(timeline, quote));
        Self {
            event: EventRecord::with_quotes(timeline, at, quotes.collect()),
            venue: raw(event.venue.as_ref()),
            place: event.place.map(|place| timeline[place].id.as_str()),
            summary: event.summary.raw(),
            outcomes: event.outcomes.iter().map(outcome).collect(),
            documents: event.documents.iter().map(document).collect(),
            doubts: event.doubts.iter().map(doubt).collect(),
            next: raw(event.next.as_ref()),
            related: related.map(|&to| timeline[to].id.as_str()).collect(),
        }
    }
}

impl<'a> DocumentRecord<'a> {
    fn of(timeline: &'a Timeline, document: &'a Document) -> Self {
        Self {
            title: document.title.raw(),
            kind: raw(document.kind.as_ref()),
            date: document.date.as_ref().map(Date::edtf),
            symbol: raw(document.symbol.as_ref()),
            url: raw(document.url.as_ref()),
            points: raws(&document.points),
            sources: ids(timeline, &document.sources),
        }
    }
}

impl<'a> QuoteRecord<'a> {
    /// The record of a quote.
    pub fn of(timeline: &'a Timeline, at: QuoteIx) -> Self {
        let quote = &timeline[at];
        let speaker = &timeline[quote.speaker];
        let participant = timeline.quote_participant(quote);
        Self {
            event: timeline[at.event].id.as_str(),
            date: quote.date.edtf(),
            speaker: SpeakerRecord {
                id: speaker.id.as_str(),
                name: speaker.name.raw(),
            },
            participant: participant.map(|at| timeline[at].id.as_str()),
            title: raw(timeline.quote_title(quote)),
            form: match quote.state.form() {
                Form::Direct => "direct",
                Form::Indirect => "indirect",
            },
            state: quote.state.name(),
            text: quote.text.raw(),
            topics: raws(&quote.topics),
            sources: ids(timeline, &quote.sources),
            line: match &quote.state {
                State::Verified(passage) => Some(passage.line as usize),
                _ => None,
            },
        }
    }
}

fn parts<'a>(timeline: &'a Timeline, event: &'a Event) -> Vec<PartRecord<'a>> {
    let part = |part: &'a Attendance| {
        let participant = &timeline[part.participant];
        PartRecord {
            id: participant.id.as_str(),
            name: participant.name.raw(),
            role: timeline[part.role].id.as_str(),
            head: part.head.map(|head| timeline[head].name.raw()),
            head_title: raw(timeline.head_title(part)),
            sources: ids(timeline, &part.sources),
        }
    };
    event.participants.iter().map(part).collect()
}

pub(super) fn ids<'a>(timeline: &'a Timeline, sources: &[SourceIx]) -> Vec<&'a str> {
    sources
        .iter()
        .map(|&source| timeline[source].id.as_str())
        .collect()
}

pub(super) fn raw(text: Option<&Text>) -> Option<&str> {
    text.map(Text::raw)
}

pub(super) fn raws(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(Text::raw).collect()
}
