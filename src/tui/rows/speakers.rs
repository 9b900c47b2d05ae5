//! The list of speakers, and what each of them said.

use std::cmp::Reverse;
use std::sync::OnceLock;

use crate::query::Shown;
use crate::timeline::{ParticipantIx, QuoteIx, Speaker, Timeline};

/// A row of the list of speakers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeakerRow {
    /// The participant that the speakers below it speak for.
    Heading(Option<ParticipantIx>),
    /// A speaker.
    Speaker {
        /// Who.
        speaker: Speaker,
        /// How many of the shown quotes are theirs.
        quotes: usize,
        /// How many of those are verified.
        verified: usize,
    },
}

impl SpeakerRow {
    /// The speaker in it.
    pub const fn speaker(self) -> Option<Speaker> {
        match self {
            Self::Speaker { speaker, .. } => Some(speaker),
            Self::Heading(_) => None,
        }
    }
}

/// The rows of the list, and what of the shown quotes each speaker said, made when they are first asked
/// for.
#[derive(Debug, Default)]
pub struct SpeakerRows {
    rows: OnceLock<Vec<SpeakerRow>>,
    /// For each of [`crate::timeline::Said::speakers`].
    said: OnceLock<Box<[OnceLock<Vec<QuoteIx>>]>>,
}

impl SpeakerRows {
    /// The speakers under the participants they speak for, in file order; under each the one with most
    /// quotes first.
    pub fn get(&self, timeline: &Timeline, shown: &Shown) -> &[SpeakerRow] {
        self.rows.get_or_init(|| rows(timeline, shown))
    }

    /// What of the shown quotes a speaker said, by date.
    pub fn said(&self, speaker: Speaker, timeline: &Timeline, shown: &Shown) -> &[QuoteIx] {
        let all = timeline.said();
        let lists = self.said.get_or_init(|| {
            let lists = all.speakers().iter().map(|_| OnceLock::new());
            lists.collect()
        });
        let place = all.place(speaker);
        let list = place.and_then(|place| Some((all.quotes(place)?, lists.get(place)?)));
        list.map_or(&[], |(quotes, list)| {
            list.get_or_init(|| {
                let quotes = quotes.iter().filter(|at| shown.quotes().contains(*at));
                timeline.in_order_of_date(quotes)
            })
        })
    }
}

fn rows(timeline: &Timeline, shown: &Shown) -> Vec<SpeakerRow> {
    let said = timeline.said();
    let mut verified = said.verified().clone();
    verified.intersect(shown.quotes().bits());
    let speakers = said.speakers().iter().enumerate();
    let speakers = speakers.filter_map(|(place, &speaker)| {
        let all = said.quotes(place)?;
        let quotes = all.count_in(shown.quotes().bits());
        (quotes > 0).then(|| (speaker, quotes, all.count_in(&verified)))
    });
    let mut speakers: Vec<(Speaker, usize, usize)> = speakers.collect();
    speakers.sort_by_key(|&(speaker, quotes, _)| {
        (
            speaker.participant.is_none(),
            speaker.participant,
            Reverse(quotes),
            speaker,
        )
    });
    let mut rows = Vec::new();
    let mut heading = None;
    for (speaker, quotes, verified) in speakers {
        if heading != Some(speaker.participant) {
            heading = Some(speaker.participant);
            rows.push(SpeakerRow::Heading(speaker.participant));
        }
        rows.push(SpeakerRow::Speaker {
            speaker,
            quotes,
            verified,
        });
    }
    rows
}
