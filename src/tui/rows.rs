//! The rows of the lists, made from what the query shows.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::Datelike;

use crate::query::Hits;
use crate::timeline::{EventIx, ParticipantIx, QuoteIx, Timeline};

pub use crate::timeline::Speaker;

/// A row of the list of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventRow {
    /// The year of the events below it.
    Year(i32),
    /// An event.
    Event(EventIx),
}

impl EventRow {
    /// The event in it.
    pub const fn event(self) -> Option<EventIx> {
        match self {
            Self::Event(event) => Some(event),
            Self::Year(_) => None,
        }
    }
}

/// A row of the list of speakers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeakerRow {
    /// The participant that the speakers below it speak for.
    Heading(Option<ParticipantIx>),
    /// A speaker.
    Speaker {
        /// Who.
        speaker: Speaker,
        /// How many of the shown quotes are theirs.
        quotes: usize,
        /// How many of those are verified.
        verified: usize,
    },
}

/// The shown events under the years they begin in.
pub fn event_rows(timeline: &Timeline, hits: &Hits) -> Vec<EventRow> {
    let mut rows = Vec::with_capacity(hits.events().len());
    let mut year = None;
    for &event in hits.events() {
        let begins = timeline[event].first_day().year();
        if year != Some(begins) {
            year = Some(begins);
            rows.push(EventRow::Year(begins));
        }
        rows.push(EventRow::Event(event));
    }
    rows
}

/// What of the shown quotes each speaker said, by date.
pub fn quotes_by_speaker(timeline: &Timeline, hits: &Hits) -> BTreeMap<Speaker, Vec<QuoteIx>> {
    let said = timeline.said();
    let mut quotes: Vec<Vec<QuoteIx>> = vec![Vec::new(); said.speakers().len()];
    for &at in hits.quotes() {
        let speaker = said.speaker(timeline.quote_number(at));
        if let Some(quotes) = speaker.and_then(|speaker| quotes.get_mut(speaker)) {
            quotes.push(at);
        }
    }
    let by_speaker = said.speakers().iter().copied().zip(quotes);
    by_speaker.filter(|(_, said)| !said.is_empty()).collect()
}

/// The speakers under the participants they speak for, in file order; under each the one with most
/// quotes first.
pub fn speaker_rows(
    timeline: &Timeline,
    said: &BTreeMap<Speaker, Vec<QuoteIx>>,
) -> Vec<SpeakerRow> {
    let is_verified = |at: &&QuoteIx| timeline.said().is_verified(timeline.quote_number(**at));
    let counts = said.iter().map(|(&speaker, quotes)| {
        let verified = quotes.iter().filter(is_verified).count();
        (speaker, (quotes.len(), verified))
    });
    let mut speakers: Vec<(Speaker, (usize, usize))> = counts.collect();
    speakers.sort_by_key(|&(speaker, (quotes, _))| {
        (
            speaker.participant.is_none(),
            speaker.participant,
            Reverse(quotes),
            speaker,
        )
    });
    let mut rows = Vec::new();
    let mut heading = None;
    for (speaker, (quotes, verified)) in speakers {
        if heading != Some(speaker.participant) {
            heading = Some(speaker.participant);
            rows.push(SpeakerRow::Heading(speaker.participant));
        }
        rows.push(SpeakerRow::Speaker {
            speaker,
            quotes,
            verified,
        });
    }
    rows
}
