//! Collecting the values that events and quotes have, in the order in which they are met.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use crate::text::{Lines, Text, fold};
use crate::timeline::{Date, Event, EventIx, Form, PlaceIx, QuoteIx, SourceIx, State, Timeline};

use super::{Facet, FacetValue};

/// An event that lasts longer is counted under the first of its years only so far.
const MOST_YEARS: i32 = 200;

/// Values while they are being collected. What takes long is done once for each value, not for
/// each event that has it.
#[derive(Debug)]
pub(super) struct Collected {
    pub(super) all: Vec<FacetValue>,
    /// Where a value without a handle stands, by its folded text.
    known: HashMap<String, u32>,
    /// The same by the text as it was written: most of them are written alike, and need no folding.
    written: HashMap<String, u32>,
    years: HashMap<i32, u32>,
    /// Where a source's publisher stands, once it was met.
    publishers: Vec<Option<u32>>,
    zones: Zones,
}

impl Collected {
    /// The values that are items of the timeline, or fixed.
    pub(super) fn of(timeline: &Timeline, facet: Facet) -> Self {
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
            years: HashMap::new(),
            publishers: vec![None; timeline.sources().len()],
            zones: Zones::of(timeline),
        }
    }

    /// Adds what an event has itself.
    pub(super) fn of_event(
        &mut self,
        timeline: &Timeline,
        (facet, at): (Facet, EventIx),
        own: &mut Vec<u32>,
    ) {
        let event = &timeline[at];
        let parts = event.participants.iter();
        match facet {
            Facet::Participant => own.extend(parts.map(|part| place(part.participant.index()))),
            Facet::Role => own.extend(parts.map(|part| place(part.role.index()))),
            Facet::Kind => own.push(place(event.kind.index())),
            Facet::Topic => self.texts(&event.topics, own),
            Facet::Place => {
                let drawn = event.place.map(|place| &timeline[place].name);
                let named = [event.city.as_ref(), event.country.as_ref(), drawn];
                self.texts(named.into_iter().flatten(), own);
            }
            Facet::Year => self.years(event.first_day(), event.last_day(), own),
            Facet::Source => self.sources(timeline, sources(event), own),
            Facet::Zone => self.zones.concerned(at, event.place, own),
            Facet::Speaker | Facet::Form | Facet::State => {}
        }
    }

    /// Adds what a quote has.
    pub(super) fn of_quote(
        &mut self,
        timeline: &Timeline,
        (facet, at): (Facet, QuoteIx),
        own: &mut Vec<u32>,
    ) {
        let quote = &timeline[at];
        let said_for = timeline.quote_participant(quote);
        match facet {
            Facet::Participant => own.extend(said_for.map(|at| place(at.index()))),
            Facet::Role => {
                let parts = timeline[at.event].participants.iter();
                let parts = parts.filter(|part| Some(part.participant) == said_for);
                own.extend(parts.map(|part| place(part.role.index())));
            }
            Facet::Speaker => own.push(place(quote.speaker.index())),
            Facet::Topic => self.texts(&quote.topics, own),
            Facet::Year => self.years(quote.date.first(), quote.date.last(), own),
            Facet::Source => self.sources(timeline, quote.sources.iter().copied(), own),
            Facet::Form => own.push(place(usize::from(quote.state.form() == Form::Indirect))),
            Facet::State => {
                let name = quote.state.name();
                let at = State::NAMES.iter().position(|known| *known == name);
                own.extend(at.map(place));
            }
            Facet::Kind | Facet::Place | Facet::Zone => {}
        }
    }

    /// The place of a value that is a mere text; a new one if it was not met before.
    fn text(&mut self, text: &Text) -> u32 {
        let next = place(self.all.len());
        *self.known.entry(fold(text.raw())).or_insert_with(|| {
            self.all.push(FacetValue::new(text.raw(), text, []));
            next
        })
    }

    fn written(&mut self, text: &Text) -> u32 {
        if let Some(&known) = self.written.get(text.raw()) {
            return known;
        }
        let place = self.text(text);
        self.written.insert(text.raw().to_owned(), place);
        place
    }

    fn texts<'t>(&mut self, texts: impl IntoIterator<Item = &'t Text>, own: &mut Vec<u32>) {
        own.extend(texts.into_iter().map(|text| self.written(text)));
    }

    fn sources(
        &mut self,
        timeline: &Timeline,
        sources: impl Iterator<Item = SourceIx>,
        own: &mut Vec<u32>,
    ) {
        for at in sources {
            let known = self.publishers.get(at.index()).copied().flatten();
            let place = match (known, &timeline[at].publisher) {
                (Some(known), _) => known,
                (None, Some(publisher)) => self.written(publisher),
                (None, None) => self.text(&Text::new(timeline[at].id.as_str(), Lines::One)),
            };
            if let Some(publisher) = self.publishers.get_mut(at.index()) {
                *publisher = Some(place);
            }
            own.push(place);
        }
    }

    /// Adds the years that days lie in; an open end has no year to reach to.
    fn years(&mut self, first_day: NaiveDate, last_day: NaiveDate, own: &mut Vec<u32>) {
        let (first, last) = match (first_day == Date::MIN, last_day == Date::MAX) {
            (true, false) => (last_day.year(), last_day.year()),
            (_, true) => (first_day.year(), first_day.year()),
            (false, false) => (first_day.year(), last_day.year()),
        };
        for year in first..=last.min(first + MOST_YEARS) {
            if let Some(&known) = self.years.get(&year) {
                own.push(known);
                continue;
            }
            let place = self.text(&Text::new(&format!("{year:04}"), Lines::One));
            self.years.insert(year, place);
            own.push(place);
        }
    }
}

fn place(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
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

/// The zones by what makes an event concern them: that it is part of their history, or took place
/// in them.
#[derive(Debug, Default)]
struct Zones {
    by_event: HashMap<EventIx, Vec<u32>>,
    by_place: HashMap<PlaceIx, Vec<u32>>,
}

impl Zones {
    fn of(timeline: &Timeline) -> Self {
        let mut zones = Self::default();
        for (zone, at) in timeline.zones().iter().zip(0..) {
            for event in zone.history.iter().filter_map(|status| status.event) {
                zones.by_event.entry(event).or_default().push(at);
            }
            for &place in &zone.places {
                zones.by_place.entry(place).or_default().push(at);
            }
        }
        zones
    }

    fn concerned(&self, event: EventIx, here: Option<PlaceIx>, own: &mut Vec<u32>) {
        let here = here.and_then(|here| self.by_place.get(&here));
        let all = self.by_event.get(&event).into_iter().chain(here);
        own.extend(all.flatten());
    }
}
