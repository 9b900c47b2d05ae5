//! What a timeline is: events and who took part, what was said, and on which sources it all rests.
//!
//! A [`Timeline`] is closed: its references are handles that lead to items of the same timeline,
//! its events are in order, and nothing in it changes after construction. It knows nothing of files,
//! TOML, queries or screens.

mod date;
mod event;
mod facets;
mod handle;
mod id;
mod index;
mod people;
mod quote;
mod source;
mod words;
mod zone;

use std::collections::HashMap;
use std::ops;
use std::sync::OnceLock;

use crate::diagnostic::Span;
use crate::text::Text;

pub use date::{Date, DateError};
pub use event::{Attendance, Document, Doubt, Event, Outcome};
pub use facets::{Facet, FacetValue, Values};
pub use handle::{
    EventIx, KindIx, ParticipantIx, PersonIx, PlaceIx, QuoteIx, RoleIx, SourceIx, ZoneIx,
};
pub use id::Id;
pub use index::{EventText, Index};
pub use people::{Participant, Person};
pub use quote::{Form, Passage, Quote, State};
pub use source::Source;
pub use words::{day_month, range_in_full, range_in_year};
pub use zone::{Place, Status, StatusKind, Zone};

/// The schema version this program reads.
pub const SCHEMA: i64 = 1;

/// What a timeline says of itself.
#[derive(Debug, Clone, Default)]
pub struct Meta {
    /// Its title.
    pub title: Text,
    /// What it is about.
    pub summary: Option<Text>,
    /// The language it is written in, BCP 47.
    pub language: Option<Text>,
    /// When it was last revised.
    pub updated: Option<Date>,
}

/// A kind of event, in lane order.
#[derive(Debug, Clone)]
pub struct Kind {
    /// Its id.
    pub id: Id,
    /// What one such event is called.
    pub name: Text,
    /// What several are called; the name and an `s` where the file says nothing.
    pub plural: Text,
    /// Its mark, one column wide.
    pub glyph: Text,
    /// The name of one of the 16 ANSI colours.
    pub color: Option<AnsiColor>,
    /// Where it is defined.
    pub at: Span,
}

/// A role that a participant plays in an event, in display order.
#[derive(Debug, Clone)]
pub struct Role {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// What several who play it are called; the name and an `s`.
    pub plural: Text,
    /// Its mark, one column wide.
    pub glyph: Text,
    /// Where it is defined.
    pub at: Span,
}

/// One of the 16 ANSI colours, by name; what it looks like is the terminal's choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnsiColor(u8);

impl AnsiColor {
    /// The names, in ANSI order.
    pub const NAMES: [&'static str; 16] = [
        "black",
        "red",
        "green",
        "yellow",
        "blue",
        "magenta",
        "cyan",
        "white",
        "bright-black",
        "bright-red",
        "bright-green",
        "bright-yellow",
        "bright-blue",
        "bright-magenta",
        "bright-cyan",
        "bright-white",
    ];

    /// The colour of that name.
    pub fn named(name: &str) -> Option<Self> {
        let at = Self::NAMES.iter().position(|&known| known == name)?;
        u8::try_from(at).ok().map(Self)
    }

    /// Its name.
    #[expect(clippy::indexing_slicing, reason = "it is the place of a name")]
    pub const fn name(self) -> &'static str {
        Self::NAMES[self.0 as usize]
    }

    /// Its number, 0 to 15.
    pub const fn number(self) -> u8 {
        self.0
    }
}

/// All items of a timeline, in file order, with handles that point into these very lists.
#[derive(Debug, Default)]
pub struct Parts {
    /// What the timeline says of itself.
    pub meta: Meta,
    /// Event kinds.
    pub kinds: Vec<Kind>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Participants.
    pub participants: Vec<Participant>,
    /// People.
    pub people: Vec<Person>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Places.
    pub places: Vec<Place>,
    /// Zones.
    pub zones: Vec<Zone>,
    /// Events.
    pub events: Vec<Event>,
}

/// A timeline: sorted, resolved, closed.
#[derive(Debug, Default)]
pub struct Timeline {
    parts: Parts,
    by_id: HashMap<Id, EventIx>,
    quote_count: usize,
    index: OnceLock<Index>,
    facets: [OnceLock<Values>; Facet::ALL.len()],
    quotes_by_date: OnceLock<Vec<QuoteIx>>,
}

impl Timeline {
    /// Closes `parts`: puts the events in order and moves the handles along.
    ///
    /// Events are in order of their earliest day, then their latest, then their number, then as
    /// they stand in the files. Summits and the round they belong to often share a day: the order
    /// of the files is the curator's order, and it decides.
    ///
    /// Handles must point into `parts`; the loader, which alone makes them, guarantees it.
    pub fn new(mut parts: Parts) -> Self {
        let order = sort(&mut parts.events);
        let moved = |ix: &mut EventIx| {
            if let Some(&to) = order.get(ix.index()) {
                *ix = to;
            }
        };
        for event in &mut parts.events {
            event.related.iter_mut().for_each(moved);
        }
        for status in parts.zones.iter_mut().flat_map(|zone| &mut zone.history) {
            status.event.iter_mut().for_each(moved);
        }
        let by_id = parts.events.iter().enumerate();
        let by_id = by_id
            .map(|(at, event)| (event.id.clone(), EventIx::new(at)))
            .collect();
        let quote_count = parts.events.iter().map(|event| event.quotes.len()).sum();
        Self {
            parts,
            by_id,
            quote_count,
            index: OnceLock::new(),
            facets: Default::default(),
            quotes_by_date: OnceLock::new(),
        }
    }

    /// Its folded texts and names, made when they are first asked for.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(self))
    }

    /// The values of a field, made when they are first asked for.
    #[expect(clippy::indexing_slicing, reason = "there is one for each facet")]
    pub fn values(&self, facet: Facet) -> &Values {
        self.facets[facet as usize].get_or_init(|| Values::of(self, facet))
    }

    /// What it says of itself.
    pub fn meta(&self) -> &Meta {
        &self.parts.meta
    }

    /// Event kinds, in lane order.
    pub fn kinds(&self) -> &[Kind] {
        &self.parts.kinds
    }

    /// Roles, in display order.
    pub fn roles(&self) -> &[Role] {
        &self.parts.roles
    }

    /// Participants, in file order.
    pub fn participants(&self) -> &[Participant] {
        &self.parts.participants
    }

    /// People, in file order.
    pub fn people(&self) -> &[Person] {
        &self.parts.people
    }

    /// Sources, in file order.
    pub fn sources(&self) -> &[Source] {
        &self.parts.sources
    }

    /// Places, in file order.
    pub fn places(&self) -> &[Place] {
        &self.parts.places
    }

    /// Zones, in file order.
    pub fn zones(&self) -> &[Zone] {
        &self.parts.zones
    }

    /// Events, oldest first; see [`Timeline::new`] for what decides on one day.
    pub fn events(&self) -> &[Event] {
        &self.parts.events
    }

    /// The handles of all events, oldest first.
    pub fn event_handles(&self) -> impl DoubleEndedIterator<Item = EventIx> + use<> {
        (0..self.parts.events.len()).map(EventIx::new)
    }

    /// The event with that id.
    pub fn event_named(&self, id: &Id) -> Option<EventIx> {
        self.by_id.get(id).copied()
    }

    /// The participant with that id.
    pub fn participant_named(&self, id: &Id) -> Option<ParticipantIx> {
        let found = self
            .parts
            .participants
            .iter()
            .position(|participant| participant.id == *id);
        found.map(ParticipantIx::new)
    }

    /// Every quote, in the order of the events and of the files.
    pub fn quotes(&self) -> impl Iterator<Item = QuoteIx> {
        self.event_handles().flat_map(|event| self.quotes_of(event))
    }

    /// The quotes of an event, in the order of the files.
    pub fn quotes_of(&self, event: EventIx) -> impl Iterator<Item = QuoteIx> + use<> {
        let count = u32::try_from(self[event].quotes.len()).unwrap_or(u32::MAX);
        (0..count).map(move |nth| QuoteIx { event, nth })
    }

    /// Every quote, by date and then in the order of the files.
    pub fn quotes_by_date(&self) -> &[QuoteIx] {
        self.quotes_by_date.get_or_init(|| {
            let mut quotes: Vec<QuoteIx> = self.quotes().collect();
            quotes.sort_by_key(|&at| (self[at].date.first(), self[at].date.last(), at));
            quotes
        })
    }

    /// How many quotes there are.
    pub const fn quote_count(&self) -> usize {
        self.quote_count
    }

    /// For whom a quote was said: as the quote says, else as its speaker's entry says.
    pub fn quote_participant(&self, quote: &Quote) -> Option<ParticipantIx> {
        quote.participant.or(self[quote.speaker].participant)
    }

    /// The speaker's office when a quote was said, as the quote or else the speaker's entry says.
    pub fn quote_title<'a>(&'a self, quote: &'a Quote) -> Option<&'a Text> {
        quote.title.as_ref().or(self[quote.speaker].title.as_ref())
    }

    /// The office of the head of a delegation, as the event or else the person's entry says.
    pub fn head_title<'a>(&'a self, part: &'a Attendance) -> Option<&'a Text> {
        let usual = || part.head.and_then(|head| self[head].title.as_ref());
        part.head_title.as_ref().or_else(usual)
    }

    /// What an event is called in tight places: its label, else kind and number, else its title.
    pub fn label(&self, event: &Event) -> String {
        match (&event.label, event.number) {
            (Some(label), _) => label.shown().to_owned(),
            (None, Some(number)) => format!("{} {number}", self[event.kind].name.shown()),
            (None, None) => event.title.shown().to_owned(),
        }
    }
}

/// Sorts `events` and tells, for each place before, the place after.
fn sort(events: &mut Vec<Event>) -> Vec<EventIx> {
    let mut numbered: Vec<(usize, Event)> =
        std::mem::take(events).into_iter().enumerate().collect();
    numbered.sort_by_key(|(at, event)| (event.first_day(), event.last_day(), event.number, *at));
    let mut order = vec![EventIx::new(0); numbered.len()];
    for (to, (from, event)) in numbered.into_iter().enumerate() {
        if let Some(slot) = order.get_mut(from) {
            *slot = EventIx::new(to);
        }
        events.push(event);
    }
    order
}

/// Lets a handle of a timeline lead to its item.
macro_rules! lead {
    ($($handle:ident => $list:ident: $item:ident),* $(,)?) => {
        $(
            impl ops::Index<$handle> for Timeline {
                type Output = $item;

                #[expect(clippy::indexing_slicing, reason = "a handle points into its timeline")]
                fn index(&self, handle: $handle) -> &$item {
                    &self.parts.$list[handle.index()]
                }
            }
        )*
    };
}

lead! {
    EventIx => events: Event,
    KindIx => kinds: Kind,
    RoleIx => roles: Role,
    ParticipantIx => participants: Participant,
    PersonIx => people: Person,
    SourceIx => sources: Source,
    PlaceIx => places: Place,
    ZoneIx => zones: Zone,
}

impl ops::Index<QuoteIx> for Timeline {
    type Output = Quote;

    #[expect(clippy::indexing_slicing, reason = "a handle points into its timeline")]
    fn index(&self, at: QuoteIx) -> &Quote {
        &self[at.event].quotes[at.nth as usize]
    }
}
