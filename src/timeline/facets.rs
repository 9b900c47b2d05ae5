//! What events and quotes can be asked by: the values they have, field by field, with all the names
//! that a value goes by.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use crate::text::{Lines, Sound, Text, fold};

use super::{Date, Event, EventIx, Form, QuoteIx, SourceIx, State, Timeline};

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

/// An event that lasts longer is counted under the first of its years only so far.
const MOST_YEARS: i32 = 200;

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
    events: Vec<Vec<u32>>,
    /// The same for its quotes; nothing where a quote has what its event has.
    quotes: Option<Vec<Vec<Vec<u32>>>>,
}

impl Values {
    /// Every value, in the order of the files.
    pub fn all(&self) -> &[FacetValue] {
        &self.all
    }

    /// The places in [`Values::all`] of what an event has.
    pub fn of_event(&self, event: EventIx) -> &[u32] {
        self.events.get(event.index()).map_or(&[], Vec::as_slice)
    }

    /// The places in [`Values::all`] of what a quote has.
    pub fn of_quote(&self, quote: QuoteIx) -> &[u32] {
        let Some(quotes) = &self.quotes else {
            return self.of_event(quote.event);
        };
        let quotes = quotes.get(quote.event.index());
        let quote = quotes.and_then(|quotes| quotes.get(quote.nth as usize));
        quote.map_or(&[], Vec::as_slice)
    }

    pub(super) fn of(timeline: &Timeline, facet: Facet) -> Self {
        let mut values = Collected::of(timeline, facet);
        let (mut events, mut quotes) = (Vec::new(), Vec::new());
        for at in timeline.event_handles() {
            let mut own = values.of_event(timeline, facet, at);
            if !facet.is_of_events_only() {
                let of_quotes = timeline.quotes_of(at);
                let of_quotes: Vec<Vec<u32>> = of_quotes
                    .map(|quote| settled(values.of_quote(timeline, facet, quote)))
                    .collect();
                if facet.is_of_quotes_too() {
                    own.extend(of_quotes.iter().flatten());
                }
                quotes.push(of_quotes);
            }
            events.push(settled(own));
        }
        Self {
            all: values.all,
            events,
            quotes: (!facet.is_of_events_only()).then_some(quotes),
        }
    }
}

fn settled(mut places: Vec<u32>) -> Vec<u32> {
    places.sort_unstable();
    places.dedup();
    places
}

/// Values while they are being collected.
#[derive(Default)]
struct Collected {
    all: Vec<FacetValue>,
    /// Where a value without a handle stands, by its folded text.
    known: HashMap<String, u32>,
    /// The same by the text as it was written: most of them are written alike, and need no folding.
    written: HashMap<Box<str>, u32>,
}

impl Collected {
    /// The values that are items of the timeline, or fixed.
    fn of(timeline: &Timeline, facet: Facet) -> Self {
        let all = match facet {
            Facet::Participant => timeline
                .participants()
                .iter()
                .map(|it| {
                    let names = it.code.iter().chain(&it.aliases).map(Text::raw);
                    FacetValue::new(it.id.as_str(), &it.name, names)
                })
                .collect(),
            Facet::Role => {
                let roles = timeline.roles().iter();
                roles
                    .map(|it| FacetValue::new(it.id.as_str(), &it.name, [it.plural.raw()]))
                    .collect()
            }
            Facet::Speaker => timeline
                .people()
                .iter()
                .map(|it| {
                    FacetValue::new(it.id.as_str(), &it.name, it.aliases.iter().map(Text::raw))
                })
                .collect(),
            Facet::Kind => {
                let kinds = timeline.kinds().iter();
                kinds
                    .map(|it| FacetValue::new(it.id.as_str(), &it.name, [it.plural.raw()]))
                    .collect()
            }
            Facet::Zone => {
                let zones = timeline.zones().iter();
                zones
                    .map(|it| FacetValue::new(it.id.as_str(), &it.name, []))
                    .collect()
            }
            Facet::Form => ["direct", "indirect"].map(FacetValue::word).into(),
            Facet::State => State::NAMES.map(FacetValue::word).into(),
            Facet::Topic | Facet::Place | Facet::Year | Facet::Source => Vec::new(),
        };
        Self {
            all,
            known: HashMap::new(),
            written: HashMap::new(),
        }
    }

    /// The place of a value that is a mere text; a new one if it was not met before.
    fn text(&mut self, text: &Text) -> u32 {
        if let Some(&known) = self.written.get(text.raw()) {
            return known;
        }
        let next = place(self.all.len());
        let place = *self.known.entry(fold(text.raw())).or_insert_with(|| {
            self.all.push(FacetValue::new(text.raw(), text, []));
            next
        });
        self.written.insert(text.raw().into(), place);
        place
    }

    fn texts<'a>(&mut self, texts: impl IntoIterator<Item = &'a Text>) -> Vec<u32> {
        texts.into_iter().map(|text| self.text(text)).collect()
    }

    fn publisher(&mut self, timeline: &Timeline, source: SourceIx) -> u32 {
        let source = &timeline[source];
        match &source.publisher {
            Some(publisher) => self.text(publisher),
            None => self.text(&Text::new(source.id.as_str(), Lines::One)),
        }
    }

    fn of_event(&mut self, timeline: &Timeline, facet: Facet, at: EventIx) -> Vec<u32> {
        let event = &timeline[at];
        let parts = event.participants.iter();
        match facet {
            Facet::Participant => parts.map(|part| place(part.participant.index())).collect(),
            Facet::Role => parts.map(|part| place(part.role.index())).collect(),
            Facet::Kind => vec![place(event.kind.index())],
            Facet::Topic => self.texts(&event.topics),
            Facet::Place => {
                let drawn = event.place.map(|place| &timeline[place].name);
                let named = [event.city.as_ref(), event.country.as_ref(), drawn];
                self.texts(named.into_iter().flatten())
            }
            Facet::Year => {
                let years = years(event.first_day(), event.last_day());
                years.map(|year| self.text(&year)).collect()
            }
            Facet::Source => {
                let all = sources(event);
                all.map(|source| self.publisher(timeline, source)).collect()
            }
            Facet::Zone => zones(timeline, at),
            Facet::Speaker | Facet::Form | Facet::State => Vec::new(),
        }
    }

    fn of_quote(&mut self, timeline: &Timeline, facet: Facet, at: QuoteIx) -> Vec<u32> {
        let quote = &timeline[at];
        let event = &timeline[at.event];
        let said_for = timeline.quote_participant(quote);
        match facet {
            Facet::Participant => said_for.map(|at| place(at.index())).into_iter().collect(),
            Facet::Role => {
                let parts = event.participants.iter();
                let parts = parts.filter(|part| Some(part.participant) == said_for);
                parts.map(|part| place(part.role.index())).collect()
            }
            Facet::Speaker => vec![place(quote.speaker.index())],
            Facet::Topic => self.texts(&quote.topics),
            Facet::Year => {
                let years = years(quote.date.first(), quote.date.last());
                years.map(|year| self.text(&year)).collect()
            }
            Facet::Source => {
                let all = quote.sources.iter();
                all.map(|&source| self.publisher(timeline, source))
                    .collect()
            }
            Facet::Form => vec![place(usize::from(quote.state.form() == Form::Indirect))],
            Facet::State => {
                let name = quote.state.name();
                let at = State::NAMES.iter().position(|known| *known == name);
                at.map(place).into_iter().collect()
            }
            Facet::Kind | Facet::Place | Facet::Zone => Vec::new(),
        }
    }
}

fn place(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// The years that days lie in; an open end has no year to reach to.
fn years(first_day: NaiveDate, last_day: NaiveDate) -> impl Iterator<Item = Text> {
    let (first, last) = match (first_day == Date::MIN, last_day == Date::MAX) {
        (true, false) => (last_day.year(), last_day.year()),
        (_, true) => (first_day.year(), first_day.year()),
        (false, false) => (first_day.year(), last_day.year()),
    };
    let years = first..=last.min(first + MOST_YEARS);
    years.map(|year| Text::new(&format!("{year:04}"), Lines::One))
}

/// Every source that something in an event but its quotes rests on.
fn sources(event: &Event) -> impl Iterator<Item = SourceIx> {
    let lists = std::iter::once(&event.sources)
        .chain(event.outcomes.iter().map(|it| &it.sources))
        .chain(event.documents.iter().map(|it| &it.sources))
        .chain(event.participants.iter().map(|it| &it.sources))
        .chain(event.doubts.iter().map(|it| &it.sources));
    lists.flatten().copied()
}

/// The zones whose history an event is part of, or in which it took place.
fn zones(timeline: &Timeline, at: EventIx) -> Vec<u32> {
    let here = timeline[at].place;
    let zones = timeline.zones().iter().enumerate();
    let concerned = zones.filter(|(_, zone)| {
        let in_history = zone.history.iter().any(|status| status.event == Some(at));
        in_history || here.is_some_and(|here| zone.places.contains(&here))
    });
    concerned.map(|(zone, _)| place(zone)).collect()
}
