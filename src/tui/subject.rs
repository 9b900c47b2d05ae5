//! What a page is about, and what a link leads to.

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
    /// A verified quote, as it stands in its source's text.
    Passage(QuoteIx),
    /// A zone.
    Zone(ZoneIx),
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
            Self::Topic(topic) => topic.clone(),
            Self::Source(at) => timeline[*at].title.shown().to_owned(),
            Self::Passage(quote) => timeline[timeline[*quote].speaker].name.shown().to_owned(),
            Self::Zone(at) => timeline[*at].name.shown().to_owned(),
        }
    }

    /// The field and the value by which a filter asks for what has to do with it, if there is one.
    pub fn facet(&self, timeline: &Timeline) -> Option<(Facet, String)> {
        match self {
            Self::Participant(at) => Some((Facet::Participant, timeline[*at].id.to_string())),
            Self::Person(at) => Some((Facet::Speaker, timeline[*at].id.to_string())),
            Self::Topic(topic) => Some((Facet::Topic, topic.clone())),
            Self::Zone(at) => Some((Facet::Zone, timeline[*at].id.to_string())),
            Self::Event(_) | Self::Document(_) | Self::Source(_) | Self::Passage(_) => None,
        }
    }
}
