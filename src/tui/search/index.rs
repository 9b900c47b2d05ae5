//! A timeline's texts, folded once to be searched at every key.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::text::Folded;
use crate::timeline::{EventIx, QuoteIx, Timeline};
use crate::tui::app::View;
use crate::tui::document;
use crate::tui::glyphs::Glyphs;
use crate::tui::rows::Speaker;

/// The texts of a timeline as they are searched, made when a view is first searched.
#[derive(Debug, Default)]
pub struct Index {
    events: OnceLock<Vec<Folded>>,
    quotes: OnceLock<ByQuote<Folded>>,
}

/// Something for every speaker and every quote.
#[derive(Debug, Clone)]
pub(super) struct ByQuote<T> {
    pub(super) speakers: BTreeMap<Speaker, T>,
    /// By event, in the order of the files.
    quotes: Vec<Vec<T>>,
}

impl<T> ByQuote<T> {
    pub(super) fn map<U>(&self, made: impl Fn(&T) -> U) -> ByQuote<U> {
        let speakers = self.speakers.iter();
        let quotes = self.quotes.iter();
        ByQuote {
            speakers: speakers.map(|(&at, of)| (at, made(of))).collect(),
            quotes: quotes.map(|of| of.iter().map(&made).collect()).collect(),
        }
    }

    pub(super) fn quote(&self, at: QuoteIx) -> Option<&T> {
        self.quotes.get(at.event.index())?.get(at.nth as usize)
    }
}

impl Index {
    /// Makes what searching a view needs, unless it is there.
    pub fn open(&self, view: View, timeline: &Timeline, glyphs: &Glyphs) {
        match view {
            View::Timeline => {
                self.events(timeline, glyphs);
            }
            View::Quotes => {
                self.quotes(timeline, glyphs);
            }
            View::Participants | View::Sources | View::Zones => {}
        }
    }

    pub(super) fn events(&self, timeline: &Timeline, glyphs: &Glyphs) -> &[Folded] {
        self.events.get_or_init(|| {
            let events = timeline.event_handles();
            events
                .map(|at| document::event_folded(timeline, at, glyphs))
                .collect()
        })
    }

    pub(super) fn quotes(&self, timeline: &Timeline, glyphs: &Glyphs) -> &ByQuote<Folded> {
        self.quotes.get_or_init(|| {
            let mut speakers = BTreeMap::new();
            let mut of_event = |event: EventIx| -> Vec<Folded> {
                let quotes = timeline.quotes_of(event);
                let quotes = quotes.map(|at| {
                    let speaker = Speaker::of(timeline, at);
                    let head = || document::speaker_folded(timeline, speaker, glyphs);
                    speakers.entry(speaker).or_insert_with(head);
                    document::quote_folded(timeline, at, glyphs)
                });
                quotes.collect()
            };
            let quotes = timeline.event_handles().map(&mut of_event).collect();
            ByQuote { speakers, quotes }
        })
    }
}
