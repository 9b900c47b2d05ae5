//! Quotes across events: in which order, by whom, for whom.

use std::collections::HashMap;
use std::ops::Range;

use crate::text::Text;

use super::gathered::Gather;
use super::set::{Bits, Members};
use super::{EventIx, ParticipantIx, PersonIx, Quote, QuoteIx, State, Timeline};

/// A person speaking for a participant: one who changed sides is two speakers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Speaker {
    /// For whom.
    pub participant: Option<ParticipantIx>,
    /// Who.
    pub person: PersonIx,
}

impl Speaker {
    /// Who said a quote, and for whom.
    pub fn of(timeline: &Timeline, quote: QuoteIx) -> Self {
        let quote = &timeline[quote];
        Self {
            participant: timeline.quote_participant(quote),
            person: quote.speaker,
        }
    }
}

/// Who said what, without the quotes themselves: those of a large timeline lie far apart in memory,
/// and going through all of them is felt.
#[derive(Debug, Default)]
pub struct Said {
    speakers: Vec<Speaker>,
    known: HashMap<Speaker, usize>,
    /// For each speaker their quotes, by their numbers.
    quotes: Vec<Members>,
    /// The quotes that are verified.
    verified: Bits,
}

impl Said {
    /// Everyone who said something, in the order in which they are first met.
    pub fn speakers(&self) -> &[Speaker] {
        &self.speakers
    }

    /// The place of a speaker among them.
    pub fn place(&self, speaker: Speaker) -> Option<usize> {
        self.known.get(&speaker).copied()
    }

    /// The quotes of the speaker of a place, by their numbers; see [`Timeline::quote_number`].
    pub fn quotes(&self, place: usize) -> Option<&Members> {
        self.quotes.get(place)
    }

    /// The quotes that are verified, by their numbers.
    pub const fn verified(&self) -> &Bits {
        &self.verified
    }
}

impl Gather for Said {
    type Made = Self;

    fn event(&mut self, timeline: &Timeline, at: EventIx) {
        for quote in timeline.quotes_of(at) {
            let speaker = Speaker::of(timeline, quote);
            let number = timeline.quote_number(quote);
            let place = *self.known.entry(speaker).or_insert_with(|| {
                self.speakers.push(speaker);
                self.quotes.push(Members::default());
                self.speakers.len() - 1
            });
            if let Some(quotes) = self.quotes.get_mut(place) {
                quotes.push(number, timeline.quote_count());
            }
            if matches!(timeline[quote].state, State::Verified(_)) {
                self.verified.insert(number);
            }
        }
    }

    fn end(self, _: &Timeline) -> Self {
        self
    }
}

impl Timeline {
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
    pub fn quote_count(&self) -> usize {
        self.quotes_before.last().map_or(0, |&count| count as usize)
    }

    /// How many quotes come before one in the order of the events and of the files.
    pub fn quote_number(&self, at: QuoteIx) -> usize {
        let before = self.quotes_before.get(at.event.index());
        before.map_or(0, |&before| before as usize + at.nth as usize)
    }

    /// The numbers of an event's quotes.
    pub fn quote_numbers(&self, event: EventIx) -> Range<usize> {
        let end = self.quotes_before.get(event.index() + 1).copied();
        let start = self.quotes_before.get(event.index()).copied();
        start
            .zip(end)
            .map_or(0..0, |(start, end)| start as usize..end as usize)
    }

    /// The quote of a number; of one that is too high, none that there is.
    pub fn quote_at(&self, number: usize) -> QuoteIx {
        let event = self
            .quotes_before
            .partition_point(|&before| before as usize <= number);
        let event = EventIx::new(event.saturating_sub(1));
        let nth = number.saturating_sub(self.quote_numbers(event).start);
        QuoteIx {
            event,
            nth: u32::try_from(nth).unwrap_or(u32::MAX),
        }
    }

    /// For whom a quote was said: as the quote says, else as its speaker's entry says.
    pub fn quote_participant(&self, quote: &Quote) -> Option<ParticipantIx> {
        quote.participant.or(self[quote.speaker].participant)
    }

    /// The speaker's office when a quote was said, as the quote or else the speaker's entry says.
    pub fn quote_title<'a>(&'a self, quote: &'a Quote) -> Option<&'a Text> {
        quote.title.as_ref().or(self[quote.speaker].title.as_ref())
    }

    /// Who said what, made when it is first asked for.
    pub fn said(&self) -> &Said {
        self.said.get(self, || self.saying())
    }

    pub(super) fn saying(&self) -> Said {
        Said {
            verified: Bits::none(self.quote_count()),
            ..Said::default()
        }
    }
}
