//! Counts: how much there is of what in a timeline.

use std::collections::BTreeMap;

use chrono::Datelike;
use serde::Serialize;

use crate::query::{Query, count};
use crate::timeline::{Facet, Form, ParticipantIx, Quote, State, Timeline};

/// How much there is of what.
#[derive(Debug, Serialize)]
pub struct Stats<'a> {
    /// The timeline's title.
    pub title: &'a str,
    /// Its events.
    pub events: Events<'a>,
    /// Who took part in how many events, the busiest first.
    pub participants: Vec<Counted<'a>>,
    /// How many people are named.
    pub people: usize,
    /// What was said.
    pub quotes: Quotes,
    /// How many documents were adopted or presented.
    pub documents: usize,
    /// How many doubts are recorded.
    pub doubts: usize,
    /// What it rests on.
    pub sources: Sources,
    /// How many zones there are.
    pub zones: usize,
}

/// Counts of events.
#[derive(Debug, Serialize)]
pub struct Events<'a> {
    /// All of them.
    pub total: usize,
    /// By kind, in lane order; a kind without events too.
    pub by_kind: Vec<Counted<'a>>,
    /// By the year they began in; only years with events.
    pub by_year: Vec<YearCount>,
}

/// Something with an id that is counted.
#[derive(Debug, Serialize)]
pub struct Counted<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// In how many events.
    pub events: usize,
}

/// A year and how many events began in it.
#[derive(Debug, Serialize)]
pub struct YearCount {
    /// The year.
    pub year: i32,
    /// How many events.
    pub events: usize,
}

/// Counts of quotes.
#[derive(Debug, Default, Serialize)]
pub struct Quotes {
    /// All of them.
    pub total: usize,
    /// By form.
    pub by_form: Forms,
    /// By state.
    pub by_state: States,
}

/// Counts by form.
#[derive(Debug, Default, Serialize)]
pub struct Forms {
    /// The speakers' words.
    pub direct: usize,
    /// The curators' reports.
    pub indirect: usize,
}

/// Counts by state.
#[derive(Debug, Default, Serialize)]
pub struct States {
    /// Direct, and found in a source's text.
    pub verified: usize,
    /// Direct, and in none.
    pub refuted: usize,
    /// Direct, without a text to check against.
    pub unverified: usize,
    /// Indirect.
    pub reported: usize,
}

/// Counts of sources.
#[derive(Debug, Serialize)]
pub struct Sources {
    /// All of them.
    pub total: usize,
    /// Those with a local text, against which quotes are checked.
    pub with_text: usize,
}

impl<'a> Stats<'a> {
    /// Counts what is in `timeline`.
    pub fn of(timeline: &'a Timeline) -> Self {
        let busiest = count(timeline, &Query::default(), Facet::Participant);
        let counted = busiest.into_iter().map(|counted| {
            let participant = &timeline[ParticipantIx::new(counted.place)];
            Counted {
                id: participant.id.as_str(),
                name: participant.name.raw(),
                events: counted.events,
            }
        });
        let sum = |count: fn(&crate::timeline::Event) -> usize| {
            timeline.events().iter().map(count).sum::<usize>()
        };
        let with_text = timeline.sources().iter();
        Self {
            title: timeline.meta().title.raw(),
            events: Events::of(timeline),
            participants: counted.collect(),
            people: timeline.people().len(),
            quotes: Quotes::of(timeline),
            documents: sum(|event| event.documents.len()),
            doubts: sum(|event| event.doubts.len()),
            sources: Sources {
                total: timeline.sources().len(),
                with_text: with_text.filter(|source| source.text.is_some()).count(),
            },
            zones: timeline.zones().len(),
        }
    }
}

impl<'a> Events<'a> {
    fn of(timeline: &'a Timeline) -> Self {
        let mut kinds = vec![0; timeline.kinds().len()];
        let mut years: BTreeMap<i32, usize> = BTreeMap::new();
        for event in timeline.events() {
            if let Some(count) = kinds.get_mut(event.kind.index()) {
                *count += 1;
            }
            *years.entry(event.first_day().year()).or_default() += 1;
        }
        let by_kind = timeline.kinds().iter().zip(kinds);
        let by_kind = by_kind.map(|(kind, events)| Counted {
            id: kind.id.as_str(),
            name: kind.name.raw(),
            events,
        });
        let by_year = years.into_iter();
        Self {
            total: timeline.events().len(),
            by_kind: by_kind.collect(),
            by_year: by_year
                .map(|(year, events)| YearCount { year, events })
                .collect(),
        }
    }
}

impl Quotes {
    fn of(timeline: &Timeline) -> Self {
        let mut counts = Self::default();
        for at in timeline.quotes() {
            counts.add(&timeline[at]);
        }
        counts
    }

    const fn add(&mut self, quote: &Quote) {
        self.total += 1;
        match quote.state.form() {
            Form::Direct => self.by_form.direct += 1,
            Form::Indirect => self.by_form.indirect += 1,
        }
        match quote.state {
            State::Verified(_) => self.by_state.verified += 1,
            State::Refuted => self.by_state.refuted += 1,
            State::Unverified | State::Pending => self.by_state.unverified += 1,
            State::Reported => self.by_state.reported += 1,
        }
    }
}
