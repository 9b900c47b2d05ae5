//! Resolving events and what stands under them.

use crate::load::checks;
use crate::load::fields::Reference;
use crate::load::raw::{RawAttendance, RawDocument, RawDoubt, RawEvent, RawOutcome, RawQuote};
use crate::load::verify::Verifier;
use crate::timeline::{
    Attendance, Date, Document, Doubt, Event, Form, Id, KindIx, Outcome, Quote, RoleIx, State,
};

use super::Resolver;

impl Resolver<'_> {
    pub(super) fn event(&mut self, raw: RawEvent, verifier: &mut Verifier<'_>) -> Event {
        let end = checks::end(&raw, self.problems);
        let when = end.clone().unwrap_or_else(|| raw.start.value.clone());
        let quotes = raw.parts.quotes.into_iter();
        let quotes = quotes
            .filter_map(|quote| self.quote(quote, &when, verifier))
            .collect();
        Event {
            kind: self.kind_handle(raw.kind.as_ref()),
            number: raw.number.map(|number| number.value),
            end,
            place: raw
                .place
                .and_then(|reference| self.place_handle(&reference)),
            outcomes: raw
                .parts
                .outcomes
                .into_iter()
                .map(|raw| self.outcome(raw))
                .collect(),
            related: raw
                .related
                .iter()
                .filter_map(|other| self.event_handle(other))
                .collect(),
            sources: self.source_handles(&raw.sources),
            participants: raw
                .parts
                .participants
                .into_iter()
                .filter_map(|part| self.attendance(part))
                .collect(),
            doubts: raw
                .parts
                .doubts
                .into_iter()
                .map(|raw| self.doubt(raw))
                .collect(),
            documents: raw
                .parts
                .documents
                .into_iter()
                .map(|paper| self.document(paper))
                .collect(),
            quotes,
            at: raw.id.span,
            id: raw.id.value,
            title: raw.title,
            label: raw.label,
            start: raw.start.value,
            city: raw.city,
            country: raw.country,
            venue: raw.venue,
            summary: raw.summary,
            topics: raw.topics,
            next: raw.next,
        }
    }

    /// The kind of an event; that there is none is told already, and such an event is not kept.
    fn kind_handle(&mut self, kind: Option<&Reference>) -> KindIx {
        let found = kind.and_then(|kind| self.kinds.find(&Id::new(&kind.value)?));
        KindIx::new(found.unwrap_or_default())
    }

    fn attendance(&mut self, raw: RawAttendance) -> Option<Attendance> {
        let participant = self.participant_handle(&raw.participant);
        let role = self
            .look_up(|all| &mut all.roles, &raw.role)
            .map(RoleIx::new);
        let head = raw
            .head
            .and_then(|reference| self.person_handle(&reference));
        let sources = self.source_handles(&raw.sources);
        let (participant, role) = (participant?, role?);
        Some(Attendance {
            participant,
            role,
            head,
            head_title: raw.head_title,
            sources,
            at: raw.at,
        })
    }

    fn outcome(&mut self, raw: RawOutcome) -> Outcome {
        let sources = self.source_handles(&raw.sources);
        Outcome {
            text: raw.text,
            sources,
        }
    }

    fn doubt(&mut self, raw: RawDoubt) -> Doubt {
        let sources = self.source_handles(&raw.sources);
        Doubt {
            about: raw.about,
            text: raw.text,
            sources,
        }
    }

    fn document(&mut self, raw: RawDocument) -> Document {
        Document {
            title: raw.title,
            kind: raw.kind,
            date: raw.date,
            symbol: raw.symbol,
            url: raw.url,
            points: raw.points,
            sources: self.source_handles(&raw.sources),
            at: raw.at,
        }
    }

    fn quote(&mut self, raw: RawQuote, when: &Date, verifier: &mut Verifier<'_>) -> Option<Quote> {
        let speaker = self.person_handle(&raw.speaker);
        let participant = raw
            .participant
            .and_then(|reference| self.participant_handle(&reference));
        let sources = self.source_handles(&raw.sources);
        if sources.is_empty() {
            return None;
        }
        let state = match raw.form {
            Form::Indirect => State::Reported,
            Form::Direct => verifier.verify(&raw.text, &sources, self.problems),
        };
        let speaker = speaker?;
        let date = raw.date.map_or_else(|| when.clone(), |date| date.value);
        let (title, topics, at) = (raw.title, raw.topics, raw.text.span);
        Some(Quote {
            speaker,
            state,
            text: raw.text.value,
            sources,
            date,
            participant,
            title,
            topics,
            at,
        })
    }
}
