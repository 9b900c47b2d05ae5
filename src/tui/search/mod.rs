//! Searching: what is looked for, where it is found, and which hit the reader is at.
//!
//! Hits are always a function of the timeline, of what the filter shows, and of what is looked for:
//! nothing of them is kept but how often the words occur in what cannot change.

mod bookmark;
mod found;
mod index;

use std::fmt;
use std::sync::OnceLock;

use tui_input::Input;

use crate::query::Needle;
use crate::text::Forms;
use crate::timeline::{EventIx, QuoteIx, Timeline};

use super::app::{App, Focus, View};
use super::document::{self, Setting};
use super::layout::detail_columns;
use super::rows::Speaker;

pub use bookmark::Bookmark;
pub use found::{Found, Rank};
pub use index::Index;

use index::ByQuote;

/// The state of the search prompt.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// What was typed.
    pub input: Input,
    /// Where the search began.
    pub began: Bookmark,
    /// The search that was on then.
    pub before: Option<Box<Search>>,
}

/// A search that is on.
#[derive(Debug, Clone)]
pub struct Search {
    text: String,
    forms: Forms,
    is_name: bool,
    in_events: OnceLock<Vec<usize>>,
    in_quotes: OnceLock<ByQuote<usize>>,
    /// The hit the reader went to last; see [`current`].
    pub gone_to: Option<Hit>,
}

impl Search {
    /// A search for what was typed; none for blanks. A capital in it respects case.
    pub fn typed(text: &str, timeline: &Timeline) -> Option<Self> {
        Self::of(text, false, |text| {
            Forms::typed(text, Needle::new(text, timeline).forms())
        })
    }

    /// A search for a name, however it is written, as whole words: "Round 1" is not in "Round 10".
    pub fn name(text: &str, timeline: &Timeline) -> Option<Self> {
        Self::of(text, true, |text| {
            Forms::whole_words(Needle::new(text, timeline).forms())
        })
    }

    fn of(text: &str, is_name: bool, forms: impl Fn(&str) -> Forms) -> Option<Self> {
        let forms = forms(text);
        (!forms.is_empty()).then(|| Self {
            text: text.to_owned(),
            forms,
            is_name,
            in_events: OnceLock::new(),
            in_quotes: OnceLock::new(),
            gone_to: None,
        })
    }

    /// The same search in a timeline that was read anew.
    pub fn anew(&self, timeline: &Timeline) -> Option<Self> {
        if self.is_name {
            Self::name(&self.text, timeline)
        } else {
            Self::typed(&self.text, timeline)
        }
    }

    /// What is looked for, as it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is looked for, in all its forms.
    pub const fn forms(&self) -> &Forms {
        &self.forms
    }

    fn in_events(&self, app: &App) -> &[usize] {
        self.in_events.get_or_init(|| {
            let events = app.index.events(&app.timeline, app.settings.glyphs);
            events.iter().map(|text| self.forms.count(text)).collect()
        })
    }

    fn in_quotes(&self, app: &App) -> &ByQuote<usize> {
        self.in_quotes.get_or_init(|| {
            let texts = app.index.quotes(&app.timeline, app.settings.glyphs);
            texts.map(|text| self.forms.count(text))
        })
    }
}

/// What has hits in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// An event's detail.
    Event(EventIx),
    /// What stands above a speaker's quotes.
    Speaker(Speaker),
    /// A quote in the quotes view.
    Quote(QuoteIx),
}

/// An occurrence of what is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub item: Item,
    /// How many hits in the same item come before it.
    pub nth: usize,
}

/// The hit the reader is at: the one they went to last, as long as its item is still selected.
pub fn current(app: &App) -> Option<Hit> {
    let hit = app.search.as_ref()?.gone_to?;
    let is_here = match (hit.item, app.view) {
        (Item::Event(event), View::Timeline) => {
            app.events.page.is_none() && app.selected_event() == Some(event)
        }
        (Item::Quote(quote), View::Quotes) => app.selected_quote() == Some(quote),
        (Item::Speaker(speaker), View::Quotes) => {
            let quotes = app.speaker_quotes();
            app.selected_speaker() == Some(speaker)
                && app.selected_quote() == quotes.first().copied()
        }
        _ => false,
    };
    is_here.then_some(hit)
}

/// Which of the hits of an item is the one the reader is at.
pub fn current_in(app: &App, item: Item) -> Option<usize> {
    let hit = current(app).filter(|hit| hit.item == item);
    hit.map(|hit| hit.nth)
}

/// Where the reader is: what comes behind it is searched first. With the keys in the list, it is
/// what the list's selection begins with; in the detail, the first line in sight.
pub fn here(app: &App) -> Option<(Rank, usize)> {
    match (app.view, app.focus) {
        (View::Timeline, Focus::List) => Some(((app.selected_event()?.index(), 0), 0)),
        (View::Timeline, Focus::Detail) => {
            let event = app.selected_event()?;
            let hits = document::event(&app.timeline, event, setting(app)).hits;
            let nth = hits.partition_point(|&line| line < app.events.reading.scroll);
            Some(((event.index(), 0), nth))
        }
        (View::Quotes, focus) => {
            let row = app.speaker_row(app.selected_speaker()?)?;
            let selected = app.selected_quote();
            let mut quotes = app.speaker_quotes().iter();
            let at = quotes.position(|&at| Some(at) == selected);
            let at = at.filter(|_| focus == Focus::Detail);
            Some(((row, at.map_or(0, |at| at + 1)), 0))
        }
        (View::Participants | View::Sources | View::Zones, _) => None,
    }
}

/// How the detail pane is set now: with what is looked for highlighted.
pub fn setting(app: &App) -> Setting<'_> {
    Setting {
        forms: app.search.as_ref().map(Search::forms),
        ..Setting::plain(app.settings.glyphs, detail_columns(app))
    }
}

/// How far a search is: "3/17".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Which hit the reader is at, from 1; none once they went elsewhere.
    pub number: Option<usize>,
    /// How many there are.
    pub of: usize,
}

impl Standing {
    /// That of the search that is on.
    pub fn of(app: &App) -> Self {
        let found = Found::of(app);
        let number = current(app).and_then(|hit| found.number(hit));
        Self {
            number: number.map(|number| number + 1),
            of: found.total(),
        }
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.number, self.of) {
            (_, 0) => f.write_str("no hits"),
            (Some(number), of) => write!(f, "{number}/{of}"),
            (None, 1) => f.write_str("1 hit"),
            (None, of) => write!(f, "{of} hits"),
        }
    }
}
