//! What events and quotes can be asked by: the values they have, field by field, with all the names
//! that a value goes by.

mod collected;

use crate::text::{Lines, Sound, Text, fold};

use super::gathered::Gather;
use super::set::Members;
use super::{EventIx, Timeline};
use collected::Collected;

/// A field whose values have names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Who took part; of a quote, for whom it was said.
    Participant,
    /// As what somebody took part.
    Role,
    /// Who is quoted.
    Speaker,
    /// What kind of event it is.
    Kind,
    /// What it, or what was said at it, is about.
    Topic,
    /// The city, the country, the place on the map.
    Place,
    /// The years it lasted over.
    Year,
    /// Who published what it rests on.
    Source,
    /// The zones it concerns.
    Zone,
    /// Whether words are the speaker's or the curator's.
    Form,
    /// Whether words are proven.
    State,
}

impl Facet {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 11] = [
        Self::Participant,
        Self::Role,
        Self::Speaker,
        Self::Kind,
        Self::Topic,
        Self::Place,
        Self::Year,
        Self::Source,
        Self::Zone,
        Self::Form,
        Self::State,
    ];
}

impl Facet {
    /// Whether a quote has what its event has, and nothing of its own.
    const fn is_of_events_only(self) -> bool {
        matches!(self, Self::Kind | Self::Place | Self::Zone)
    }

    /// Whether an event has what its quotes have.
    const fn is_of_quotes_too(self) -> bool {
        matches!(
            self,
            Self::Speaker | Self::Topic | Self::Source | Self::Form | Self::State
        )
    }
}

/// A value of a field.
#[derive(Debug)]
pub struct FacetValue {
    /// How it is written in a query: an id where there is one.
    pub key: String,
    /// How it is shown.
    pub shown: Text,
    /// All names it goes by, folded, and how they sound; the key among them.
    pub names: Vec<(String, Sound)>,
}

impl FacetValue {
    fn new<'a>(key: &'a str, shown: &'a Text, names: impl IntoIterator<Item = &'a str>) -> Self {
        let others = std::iter::once(shown.raw()).chain(names);
        let all = std::iter::once(key).chain(others.filter(|name| *name != key));
        Self {
            key: key.to_owned(),
            shown: shown.clone(),
            names: all.map(|name| (fold(name), Sound::of(name))).collect(),
        }
    }

    fn word(word: &str) -> Self {
        Self::new(word, &Text::new(word, Lines::One), [])
    }
}

/// The values of one field, and which events and quotes have each.
#[derive(Debug, Default)]
pub struct Values {
    all: Vec<FacetValue>,
    /// For each value the events that have it.
    events: Vec<Members>,
    /// The same for quotes, by their numbers; nothing where a quote has what its event has.
    quotes: Option<Vec<Members>>,
}

impl Values {
    /// Every value, in the order of the files.
    pub fn all(&self) -> &[FacetValue] {
        &self.all
    }

    /// For each value, by its place in [`Values::all`], the events that have it.
    pub fn events(&self) -> &[Members] {
        &self.events
    }

    /// The same for quotes, by their numbers; none if a quote has what its event has.
    pub fn quotes(&self) -> Option<&[Members]> {
        self.quotes.as_deref()
    }

    /// Whether an event has the value of that place.
    pub fn has(&self, event: EventIx, place: usize) -> bool {
        let events = self.events.get(place);
        events.is_some_and(|events| events.contains(event.index()))
    }
}

/// The values of a field in the making.
#[derive(Debug)]
pub(super) struct Collecting {
    facet: Facet,
    values: Collected,
    events: Vec<Members>,
    quotes: Vec<Members>,
    /// What the event has that is looked at, and what a quote has.
    own: Vec<u32>,
    of_quote: Vec<u32>,
}

impl Gather for Collecting {
    type Made = Values;

    fn event(&mut self, timeline: &Timeline, at: EventIx) {
        let facet = self.facet;
        self.values.of_event(timeline, (facet, at), &mut self.own);
        if !facet.is_of_events_only() {
            for quote in timeline.quotes_of(at) {
                self.values
                    .of_quote(timeline, (facet, quote), &mut self.of_quote);
                if facet.is_of_quotes_too() {
                    self.own.extend_from_slice(&self.of_quote);
                }
                let place = (timeline.quote_number(quote), timeline.quote_count());
                add(&mut self.quotes, &mut self.of_quote, place);
            }
        }
        let place = (at.index(), timeline.events().len());
        add(&mut self.events, &mut self.own, place);
    }

    fn end(self, _: &Timeline) -> Values {
        let Self {
            facet,
            values: Collected { all, .. },
            mut events,
            mut quotes,
            ..
        } = self;
        events.resize_with(all.len(), Members::default);
        quotes.resize_with(all.len(), Members::default);
        Values {
            all,
            events,
            quotes: (!facet.is_of_events_only()).then_some(quotes),
        }
    }
}

/// Adds an item of a list to those that have each of the values that were collected. None are left.
fn add(having: &mut Vec<Members>, values: &mut Vec<u32>, (at, places): (usize, usize)) {
    values.sort_unstable();
    values.dedup();
    for value in values.drain(..) {
        let value = value as usize;
        if having.len() <= value {
            having.resize_with(value + 1, Members::default);
        }
        if let Some(members) = having.get_mut(value) {
            members.push(at, places);
        }
    }
}

impl Timeline {
    /// The values of a field, made when they are first asked for.
    #[expect(clippy::indexing_slicing, reason = "there is one for each facet")]
    pub fn values(&self, facet: Facet) -> &Values {
        self.facets[facet as usize].get(self, || self.collecting(facet))
    }

    pub(super) fn collecting(&self, facet: Facet) -> Collecting {
        Collecting {
            facet,
            values: Collected::of(self, facet),
            events: Vec::new(),
            quotes: Vec::new(),
            own: Vec::new(),
            of_quote: Vec::new(),
        }
    }
}
