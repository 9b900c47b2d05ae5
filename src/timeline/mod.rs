//! What a timeline is: events and who took part, what was said, and on which sources it all rests.
//!
//! A [`Timeline`] is closed: its references are handles that lead to items of the same timeline,
//! its events are in order, and nothing in it changes after construction. It knows nothing of files,
//! TOML, queries or screens.

mod color;
mod date;
mod digest;
mod event;
mod extent;
mod facets;
mod finds;
mod gathered;
mod handle;
mod id;
mod index;
mod people;
mod quote;
mod quotes;
mod resting;
mod set;
mod source;
mod words;
mod years;
mod zone;

use std::ops;
use std::sync::OnceLock;
use std::sync::atomic::AtomicUsize;

use crate::diagnostic::Span;
use crate::text::Text;

use facets::Collecting;
use finds::Finds;
use gathered::Gathered;
use resting::Turned;

pub use color::AnsiColor;
pub use date::{Date, DateError};
pub use digest::{Attending, Days, Digest};
pub use event::{Attendance, Document, Doubt, Event, Outcome, each_once};
pub use extent::Known;
pub use facets::{Facet, FacetValue, Values};
pub use finds::Occurring;
pub use handle::{
    EventIx, Handle, KindIx, ParticipantIx, PersonIx, PlaceIx, QuoteIx, RoleIx, SourceIx, ZoneIx,
};
pub use id::Id;
pub use index::{EventText, Names};
pub use people::{Participant, Person};
pub use quote::{Form, Passage, Quote, State};
pub use quotes::{Said, Speaker};
pub use resting::Resting;
pub use set::{Bits, Members, Set};
pub use source::Source;
pub use words::{day_month, range_in_full, range_in_year, short_month};
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
    /// Events by their ids.
    by_id: OnceLock<Box<[EventIx]>>,
    /// For each event how many quotes come before its own, and at the end how many there are.
    quotes_before: Vec<u32>,
    names: OnceLock<Vec<Names>>,
    /// One for each event, once one is asked for.
    texts: OnceLock<Box<[OnceLock<EventText>]>>,
    /// How many of them were made.
    folded: AtomicUsize,
    facets: [Gathered<Collecting>; Facet::ALL.len()],
    quotes_by_date: OnceLock<Vec<QuoteIx>>,
    by_kind: OnceLock<Vec<Vec<EventIx>>>,
    years: OnceLock<Vec<(i32, EventIx)>>,
    finds: Finds,
    said: Gathered<Said>,
    attending: Gathered<Attending>,
    digest: Gathered<Digest>,
    resting: Gathered<Turned>,
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
        if let Some(order) = sort(&mut parts.events) {
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
        }
        let counts = parts.events.iter().map(|event| event.quotes.len());
        let quotes_before = std::iter::once(0).chain(counts.scan(0_u32, |before, count| {
            *before = before.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
            Some(*before)
        }));
        Self {
            quotes_before: quotes_before.collect(),
            names: OnceLock::new(),
            texts: OnceLock::new(),
            folded: AtomicUsize::new(0),
            parts,
            by_id: OnceLock::new(),
            facets: Default::default(),
            quotes_by_date: OnceLock::new(),
            by_kind: OnceLock::new(),
            years: OnceLock::new(),
            finds: Finds::default(),
            said: Gathered::default(),
            attending: Gathered::default(),
            digest: Gathered::default(),
            resting: Gathered::default(),
        }
    }

    /// All names of every participant and every person, made when they are first asked for.
    pub fn names(&self) -> &[Names] {
        self.names.get_or_init(|| Names::of(self))
    }

    fn names_of_participant(&self, at: ParticipantIx) -> Option<&Names> {
        self.names().get(at.index())
    }

    fn names_of_person(&self, at: PersonIx) -> Option<&Names> {
        self.names().get(self.parts.participants.len() + at.index())
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
        let by_id = self.by_id.get_or_init(|| {
            let mut by_id: Box<[EventIx]> = self.event_handles().collect();
            by_id.sort_unstable_by_key(|&at| &self[at].id);
            by_id
        });
        let found = by_id.binary_search_by_key(&id, |&at| &self[at].id).ok()?;
        by_id.get(found).copied()
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

    /// The events of a kind, oldest first.
    pub fn of_kind(&self, kind: KindIx) -> &[EventIx] {
        let by_kind = self.by_kind.get_or_init(|| {
            let mut by_kind = vec![Vec::new(); self.parts.kinds.len()];
            for event in self.event_handles() {
                if let Some(events) = by_kind.get_mut(self[event].kind.index()) {
                    events.push(event);
                }
            }
            by_kind
        });
        by_kind.get(kind.index()).map_or(&[], Vec::as_slice)
    }

    /// The events of its kind just before an event and just after it.
    pub fn neighbours(&self, event: EventIx) -> (Option<EventIx>, Option<EventIx>) {
        let of_kind = self.of_kind(self[event].kind);
        let at = of_kind.partition_point(|&other| other < event);
        let before = at.checked_sub(1).and_then(|at| of_kind.get(at));
        (before.copied(), of_kind.get(at + 1).copied())
    }

    /// What became of zones by an event.
    pub fn zone_history(&self, event: EventIx) -> impl Iterator<Item = (ZoneIx, &Status)> {
        let zones = self.zones().iter().enumerate();
        zones.flat_map(move |(at, zone)| {
            let steps = zone.history.iter();
            let steps = steps.filter(move |status| status.event == Some(event));
            steps.map(move |status| (ZoneIx::new(at), status))
        })
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

/// Sorts `events` and tells, for each place before, the place after; nothing if all are in order.
fn sort(events: &mut [Event]) -> Option<Vec<EventIx>> {
    let key = |event: &Event| (event.first_day(), event.last_day(), event.number);
    if events.is_sorted_by_key(key) {
        return None;
    }
    let mut sorted: Vec<EventIx> = (0..events.len()).map(EventIx::new).collect();
    sorted.sort_by_cached_key(|at| events.get(at.index()).map(key));
    let mut order = sorted.clone();
    for (to, from) in sorted.iter().enumerate() {
        if let Some(slot) = order.get_mut(from.index()) {
            *slot = EventIx::new(to);
        }
    }
    // Events are large: each is moved to its place, and there is no second list of them.
    let mut left = sorted;
    left.clone_from(&order);
    for at in 0..left.len() {
        while let Some(to) = left.get(at).map(|to| to.index()).filter(|&to| to != at) {
            events.swap(at, to);
            left.swap(at, to);
        }
    }
    Some(order)
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
