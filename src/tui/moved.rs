//! Where the items of a timeline went when it was read anew.
//!
//! Handles point into one timeline. What must survive a reload is looked up by its id.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::timeline::{
    EventIx, Id, ParticipantIx, PersonIx, QuoteIx, RoleIx, SourceIx, Timeline, ZoneIx,
};

use super::matrix::Part;
use super::rows::Speaker;
use super::subject::{DocumentIx, Subject};

/// The way from a timeline to the same one, read anew.
pub struct Moved<'t> {
    old: &'t Timeline,
    new: &'t Timeline,
    roles: Places<'t>,
    participants: Places<'t>,
    people: Places<'t>,
    sources: Places<'t>,
    zones: Places<'t>,
}

/// Where each id stands, found when the first is asked for: a timeline can have very many sources.
type Places<'t> = OnceCell<HashMap<&'t Id, usize>>;

/// Where an id stands among `ids`.
fn place<'t>(places: &Places<'t>, ids: impl Iterator<Item = &'t Id>, id: &Id) -> Option<usize> {
    let places = places.get_or_init(|| ids.enumerate().map(|(at, id)| (id, at)).collect());
    places.get(id).copied()
}

impl<'t> Moved<'t> {
    /// The way from `old` to `new`.
    pub fn between(old: &'t Timeline, new: &'t Timeline) -> Self {
        Self {
            old,
            new,
            roles: Places::new(),
            participants: Places::new(),
            people: Places::new(),
            sources: Places::new(),
            zones: Places::new(),
        }
    }

    /// The event with the same id.
    pub fn event(&self, at: EventIx) -> Option<EventIx> {
        self.new.event_named(&self.old[at].id)
    }

    /// The event with the same id, else the one nearest in time; none in a timeline without events.
    pub fn event_or_nearest(&self, at: EventIx) -> Option<EventIx> {
        self.event(at).or_else(|| {
            let day = self.old[at].first_day();
            let events = self.new.events();
            let later = events.partition_point(|event| event.first_day() < day);
            let distance = |at: &usize| {
                let event = events.get(*at);
                event.map(|event| (event.first_day() - day).num_days().abs())
            };
            let near = [later.checked_sub(1), Some(later)].into_iter().flatten();
            let near = near.filter(|&at| at < events.len());
            near.min_by_key(distance).map(EventIx::new)
        })
    }

    /// The same participant in the same role.
    pub fn part(&self, at: Part) -> Option<Part> {
        let ids = self.new.roles().iter().map(|it| &it.id);
        let role = place(&self.roles, ids, &self.old[at.role].id);
        Some(Part {
            role: RoleIx::new(role?),
            participant: self.participant(at.participant)?,
        })
    }

    /// The participant with the same id.
    pub fn participant(&self, at: ParticipantIx) -> Option<ParticipantIx> {
        let ids = self.new.participants().iter().map(|it| &it.id);
        place(&self.participants, ids, &self.old[at].id).map(ParticipantIx::new)
    }

    /// The person with the same id.
    pub fn person(&self, at: PersonIx) -> Option<PersonIx> {
        let ids = self.new.people().iter().map(|it| &it.id);
        place(&self.people, ids, &self.old[at].id).map(PersonIx::new)
    }

    /// The source with the same id.
    pub fn source(&self, at: SourceIx) -> Option<SourceIx> {
        let ids = self.new.sources().iter().map(|it| &it.id);
        place(&self.sources, ids, &self.old[at].id).map(SourceIx::new)
    }

    /// The zone with the same id.
    pub fn zone(&self, at: ZoneIx) -> Option<ZoneIx> {
        let ids = self.new.zones().iter().map(|it| &it.id);
        place(&self.zones, ids, &self.old[at].id).map(ZoneIx::new)
    }

    /// The quote of the same event that says the same, else the one in its place.
    pub fn quote(&self, at: QuoteIx) -> Option<QuoteIx> {
        let event = self.event(at.event)?;
        let words = self.old[at].text.raw();
        let mut quotes = self.new.quotes_of(event);
        let same = quotes.find(|quote| self.new[*quote].text.raw() == words);
        same.or_else(|| self.new.quotes_of(event).find(|quote| quote.nth == at.nth))
    }

    /// The same speaker.
    pub fn speaker(&self, at: Speaker) -> Option<Speaker> {
        let participant = match at.participant {
            Some(at) => Some(self.participant(at)?),
            None => None,
        };
        let person = self.person(at.person)?;
        Some(Speaker {
            participant,
            person,
        })
    }

    /// The document of the same event with the same title, else the one in its place.
    fn document(&self, at: DocumentIx) -> Option<DocumentIx> {
        let event = self.event(at.event)?;
        let title = at.of(self.old)?.title.raw();
        let documents = &self.new[event].documents;
        let same = documents.iter().position(|it| it.title.raw() == title);
        let nth = same.or_else(|| (at.nth < documents.len()).then_some(at.nth))?;
        Some(DocumentIx { event, nth })
    }

    /// What a page is about.
    pub fn subject(&self, subject: Subject) -> Option<Subject> {
        Some(match subject {
            Subject::Event(at) => Subject::Event(self.event(at)?),
            Subject::Participant(at) => Subject::Participant(self.participant(at)?),
            Subject::Person(at) => Subject::Person(self.person(at)?),
            Subject::Document(at) => Subject::Document(self.document(at)?),
            Subject::Topic(topic) => Subject::Topic(topic),
            Subject::Source(at) => Subject::Source(self.source(at)?),
            Subject::Quote(at) => Subject::Quote(self.quote(at)?),
            Subject::Passage(at) => Subject::Passage(self.quote(at)?),
            Subject::Zone(at) => Subject::Zone(self.zone(at)?),
            Subject::Zones(at) => Subject::Zones(self.event(at)?),
        })
    }
}
