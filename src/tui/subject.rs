//! What a page is about, and what a link leads to.

use crate::text::{Lines, show};
use crate::timeline::{
    Document, EventIx, Facet, ParticipantIx, PersonIx, QuoteIx, SourceIx, Timeline, ZoneIx,
};

/// A document: its event, and its place among the event's documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentIx {
    /// The event it was adopted or presented at.
    pub event: EventIx,
    /// Its place among that event's documents, from 0.
    pub nth: usize,
}

impl DocumentIx {
    /// The document itself, while its timeline is the one it came from.
    pub fn of(self, timeline: &Timeline) -> Option<&Document> {
        timeline[self.event].documents.get(self.nth)
    }
}

/// Something in a timeline that has a page of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// An event.
    Event(EventIx),
    /// A delegation or an organisation.
    Participant(ParticipantIx),
    /// A speaker or a head of delegation.
    Person(PersonIx),
    /// A document.
    Document(DocumentIx),
    /// What events and quotes are about, as it is written.
    Topic(String),
    /// A source.
    Source(SourceIx),
    /// A quote, among those of its speaker.
    Quote(QuoteIx),
    /// A verified quote, as it stands in its source's text.
    Passage(QuoteIx),
    /// A zone.
    Zone(ZoneIx),
    /// Every zone, as it was at an event.
    Zones(EventIx),
}

impl Subject {
    /// What it is called.
    pub fn name(&self, timeline: &Timeline) -> String {
        match self {
            Self::Event(event) => timeline.label(&timeline[*event]),
            Self::Participant(at) => timeline[*at].name.shown().to_owned(),
            Self::Person(at) => timeline[*at].name.shown().to_owned(),
            Self::Document(at) => at
                .of(timeline)
                .map_or_else(String::new, |document| document.title.shown().to_owned()),
            Self::Topic(topic) => show(topic, Lines::One).into_owned(),
            Self::Source(at) => timeline[*at].title.shown().to_owned(),
            Self::Quote(quote) | Self::Passage(quote) => {
                timeline[timeline[*quote].speaker].name.shown().to_owned()
            }
            Self::Zone(at) => timeline[*at].name.shown().to_owned(),
            Self::Zones(_) => String::from("Zones"),
        }
    }

    /// The field and the value by which a filter asks for what has to do with it, if there is one.
    pub fn facet(&self, timeline: &Timeline) -> Option<(Facet, String)> {
        match self {
            Self::Participant(at) => Some((Facet::Participant, timeline[*at].id.to_string())),
            Self::Person(at) => Some((Facet::Speaker, timeline[*at].id.to_string())),
            Self::Topic(topic) => Some((Facet::Topic, topic.clone())),
            Self::Zone(at) => Some((Facet::Zone, timeline[*at].id.to_string())),
            Self::Source(at) => {
                let source = &timeline[*at];
                let publisher = source.publisher.as_ref().map(|by| by.raw().to_owned());
                Some((
                    Facet::Source,
                    publisher.unwrap_or_else(|| source.id.to_string()),
                ))
            }
            Self::Quote(at) | Self::Passage(at) => {
                Self::Person(timeline[*at].speaker).facet(timeline)
            }
            Self::Event(_) | Self::Document(_) | Self::Zones(_) => None,
        }
    }

    /// Whether events share it: then one can go from event to event that has it.
    pub const fn is_shared(&self) -> bool {
        matches!(
            self,
            Self::Participant(_)
                | Self::Person(_)
                | Self::Topic(_)
                | Self::Source(_)
                | Self::Zone(_)
        )
    }

    /// Whether it has a part in an event: took part, led or spoke; is a topic, a source or a zone of it.
    pub fn is_part_of(&self, at: EventIx, timeline: &Timeline) -> bool {
        let event = &timeline[at];
        let mut parts = event.participants.iter();
        match self {
            Self::Participant(wanted) => parts.any(|part| part.participant == *wanted),
            Self::Person(wanted) => {
                parts.any(|part| part.head == Some(*wanted))
                    || event.quotes.iter().any(|quote| quote.speaker == *wanted)
            }
            Self::Topic(wanted) => event.topics.iter().any(|topic| topic.raw() == wanted),
            Self::Source(wanted) => event
                .source_lists()
                .flatten()
                .any(|source| source == wanted),
            Self::Zone(wanted) => timeline.zone_history(at).any(|(zone, _)| zone == *wanted),
            Self::Event(wanted) => at == *wanted,
            Self::Document(DocumentIx { event, .. }) => at == *event,
            Self::Quote(quote) | Self::Passage(quote) => at == quote.event,
            Self::Zones(_) => false,
        }
    }
}
