//! What filters and views ask of every event at once, without the events themselves: those of a large
//! timeline lie far apart in memory, and going through all of them is felt.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::gathered::Gather;
use super::set::{Bits, Members};
use super::{Event, EventIx, ParticipantIx, PersonIx, QuoteIx, RoleIx, Timeline};

/// The first and the last day of something.
pub type Days = (NaiveDate, NaiveDate);

/// Days, numbers and counts of every event and every quote.
#[derive(Debug, Default)]
pub struct Digest {
    /// The days of each event.
    pub days: Vec<Days>,
    /// The days of each quote.
    pub quote_days: Vec<Days>,
    /// On how many sources each event rests as a whole.
    pub sources: Vec<u32>,
    /// On how many sources each quote rests.
    pub quote_sources: Vec<u32>,
    /// Each event's number.
    pub numbers: Vec<Option<u32>>,
    /// How many took part in each event, in whatever roles.
    pub participants: Vec<u32>,
    /// The events with doubts.
    pub doubted: Members,
    /// The events with documents.
    pub documented: Members,
    /// The events with outcomes.
    pub settled: Members,
    /// The events that announce the next one.
    pub announcing: Members,
}

impl Gather for Digest {
    type Made = Self;

    fn event(&mut self, timeline: &Timeline, at: EventIx) {
        let event = &timeline[at];
        self.days.push((event.first_day(), event.last_day()));
        self.sources.push(short(event.sources.len()));
        self.numbers.push(event.number);
        self.participants.push(short(participants(event)));
        for quote in &event.quotes {
            self.quote_days
                .push((quote.date.first(), quote.date.last()));
            self.quote_sources.push(short(quote.sources.len()));
        }
        for (having, has) in [
            (&mut self.doubted, !event.doubts.is_empty()),
            (&mut self.documented, !event.documents.is_empty()),
            (&mut self.settled, !event.outcomes.is_empty()),
            (&mut self.announcing, event.next.is_some()),
        ] {
            if has {
                having.push(at.index(), timeline.events().len());
            }
        }
    }

    fn end(self, _: &Timeline) -> Self {
        self
    }
}

fn short(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// How many participants were at an event, in whatever roles.
fn participants(event: &Event) -> usize {
    let all = event.participants.iter().map(|part| part.participant);
    let mut all: Vec<ParticipantIx> = all.collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}

/// Who took part as what, and who led, at which events.
#[derive(Debug, Default)]
pub struct Attending {
    parts: BTreeMap<(RoleIx, ParticipantIx), Members>,
    heads: BTreeMap<PersonIx, Members>,
    /// How many delegations of a participant each of its heads led.
    led: BTreeMap<(ParticipantIx, PersonIx), u32>,
}

impl Attending {
    /// Everyone in every role, with the events: by role, then in the order of the files.
    pub fn iter(&self) -> impl Iterator<Item = ((RoleIx, ParticipantIx), &Members)> {
        self.parts.iter().map(|(part, events)| (*part, events))
    }

    /// The events at which a participant was in a role, if there are some.
    pub fn in_role(&self, role: RoleIx, participant: ParticipantIx) -> Option<&Members> {
        self.parts.get(&(role, participant))
    }

    /// Whose delegations were led by whom, and how many: by participant and person.
    pub fn led(&self) -> impl Iterator<Item = (ParticipantIx, PersonIx, usize)> {
        let led = self.led.iter();
        led.map(|(&(participant, head), &times)| (participant, head, times as usize))
    }

    /// The events at which somebody led a delegation, if there are some.
    pub fn led_by(&self, head: PersonIx) -> Option<&Members> {
        self.heads.get(&head)
    }
}

impl Gather for Attending {
    type Made = Self;

    fn event(&mut self, timeline: &Timeline, at: EventIx) {
        let parts = timeline[at].participants.iter();
        let mut parts: Vec<_> = parts.map(|part| (part.role, part.participant)).collect();
        // An event that names a participant twice is one event.
        parts.sort_unstable();
        parts.dedup();
        let place = (at.index(), timeline.events().len());
        for part in parts {
            let events = self.parts.entry(part).or_default();
            events.push(place.0, place.1);
        }
        let led = timeline[at].participants.iter();
        let led = led.filter_map(|part| Some((part.participant, part.head?)));
        let led: Vec<(ParticipantIx, PersonIx)> = led.collect();
        for of in &led {
            *self.led.entry(*of).or_default() += 1;
        }
        let mut heads: Vec<PersonIx> = led.into_iter().map(|(_, head)| head).collect();
        heads.sort_unstable();
        heads.dedup();
        for head in heads {
            let events = self.heads.entry(head).or_default();
            events.push(place.0, place.1);
        }
    }

    fn end(self, _: &Timeline) -> Self {
        self
    }
}

impl Timeline {
    /// Days, numbers and counts of all events, made when they are first asked for.
    pub fn digest(&self) -> &Digest {
        self.digest.get(self, Digest::default)
    }

    /// Who took part as what at which events, made when it is first asked for.
    pub fn attending(&self) -> &Attending {
        self.attending.get(self, Attending::default)
    }

    /// Quotes, given by their numbers in order, by date and then in the order of the files.
    pub fn in_order_of_date(&self, quotes: impl Iterator<Item = usize>) -> Vec<QuoteIx> {
        let days = &self.digest().quote_days;
        let mut event = EventIx::new(0);
        let quotes = quotes.map(|number| {
            // Most often it is the event of the quote before, or the next one.
            let mut numbers = self.quote_numbers(event);
            if number >= numbers.end {
                event = EventIx::new(event.index() + 1);
                numbers = self.quote_numbers(event);
            }
            if !numbers.contains(&number) {
                event = self.quote_at(number).event;
                numbers = self.quote_numbers(event);
            }
            let nth = u32::try_from(number.saturating_sub(numbers.start)).unwrap_or(u32::MAX);
            (days.get(number), QuoteIx { event, nth })
        });
        let mut quotes: Vec<_> = quotes.collect();
        quotes.sort_by_key(|(days, _)| *days);
        quotes.into_iter().map(|(_, at)| at).collect()
    }

    /// The quotes of a set of events, as a set of their numbers; see [`Timeline::quote_number`].
    pub fn quotes_of_all(&self, events: &Bits) -> Bits {
        let mut quotes = Bits::none(self.quote_count());
        for event in events.iter() {
            quotes.insert_range(self.quote_numbers(EventIx::new(event)));
        }
        quotes
    }

    /// The events of a set of quotes.
    pub fn events_of_all(&self, quotes: &Bits) -> Bits {
        let mut events = Bits::none(self.events().len());
        let mut from = 0;
        while let Some(quote) = quotes.iter_from(from).next() {
            let event = self.quote_at(quote).event;
            events.insert(event.index());
            from = self.quote_numbers(event).end.max(from + 1);
        }
        events
    }
}
