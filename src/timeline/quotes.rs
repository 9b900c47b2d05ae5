//! Quotes across events: in which order, by whom, for whom.

use std::collections::HashMap;

use crate::text::Text;

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
#[derive(Debug)]
pub struct Said {
    speakers: Vec<Speaker>,
    /// For each quote its speaker's place among them, and whether it is verified.
    quotes: Vec<(u32, bool)>,
}

impl Said {
    fn of(timeline: &Timeline) -> Self {
        let mut speakers = Vec::new();
        let mut known = HashMap::new();
        let quotes = timeline.quotes().map(|at| {
            let speaker = Speaker::of(timeline, at);
            let place = *known.entry(speaker).or_insert_with(|| {
                speakers.push(speaker);
                u32::try_from(speakers.len() - 1).unwrap_or(u32::MAX)
            });
            (place, matches!(timeline[at].state, State::Verified(_)))
        });
        Self {
            quotes: quotes.collect(),
            speakers,
        }
    }

    /// Everyone who said something.
    pub fn speakers(&self) -> &[Speaker] {
        &self.speakers
    }

    /// The place of a quote's speaker among them; quotes are numbered by [`Timeline::quote_number`].
    pub fn speaker(&self, quote: usize) -> Option<usize> {
        let quote = self.quotes.get(quote);
        quote.map(|&(speaker, _)| speaker as usize)
    }

    /// Whether a quote is verified.
    pub fn is_verified(&self, quote: usize) -> bool {
        self.quotes
            .get(quote)
            .is_some_and(|&(_, verified)| verified)
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
        self.said.get_or_init(|| Said::of(self))
    }
}
