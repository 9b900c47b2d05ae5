//! What events and quotes can be asked by: the values they have, field by field, with all the names
//! that a value goes by.

mod collected;

use crate::text::{Lines, Sound, Text, fold};

use super::{EventIx, QuoteIx, Timeline};
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
        let all = std::iter::once(key).chain([shown.raw()]).chain(names);
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

/// The values of one field, and which of them each event and each quote has.
#[derive(Debug, Default)]
pub struct Values {
    all: Vec<FacetValue>,
    /// For each event the places of its values in `all`, ascending.
    events: Lists,
    /// The same for each quote; nothing where a quote has what its event has.
    quotes: Option<Lists>,
}

impl Values {
    /// Every value, in the order of the files.
    pub fn all(&self) -> &[FacetValue] {
        &self.all
    }

    /// The places in [`Values::all`] of what an event has.
    pub fn of_event(&self, event: EventIx) -> &[u32] {
        self.events.get(event.index())
    }

    /// The places in [`Values::all`] of what a quote has.
    pub fn of_quote(&self, timeline: &Timeline, quote: QuoteIx) -> &[u32] {
        match &self.quotes {
            Some(quotes) => quotes.get(timeline.quote_number(quote)),
            None => self.of_event(quote.event),
        }
    }

    pub(super) fn of(timeline: &Timeline, facet: Facet) -> Self {
        let mut values = Collected::of(timeline, facet);
        let (mut events, mut quotes) = (Lists::default(), Lists::default());
        let (mut own, mut of_quote) = (Vec::new(), Vec::new());
        for at in timeline.event_handles() {
            values.of_event(facet, at, &mut own);
            if !facet.is_of_events_only() {
                for quote in timeline.quotes_of(at) {
                    values.of_quote(facet, quote, &mut of_quote);
                    if facet.is_of_quotes_too() {
                        own.extend_from_slice(&of_quote);
                    }
                    quotes.add(&mut of_quote);
                }
            }
            events.add(&mut own);
        }
        Self {
            all: values.all,
            events,
            quotes: (!facet.is_of_events_only()).then_some(quotes),
        }
    }
}

/// Many short lists of places in one: one each would take longer to make than to fill.
#[derive(Debug, Default)]
struct Lists {
    places: Vec<u32>,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Lists {
    /// Adds one: the places that were collected, each once, ascending. None are left.
    fn add(&mut self, collected: &mut Vec<u32>) {
        collected.sort_unstable();
        collected.dedup();
        self.places.append(collected);
        self.ends.push(self.places.len());
    }

    fn get(&self, at: usize) -> &[u32] {
        let start = at.checked_sub(1).map_or(Some(&0), |at| self.ends.get(at));
        let range = start.zip(self.ends.get(at));
        let list = range.and_then(|(&start, &end)| self.places.get(start..end));
        list.unwrap_or_default()
    }
}
