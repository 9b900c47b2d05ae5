//! Searching: what is looked for, where it is found, and which hit the reader is at.
//!
//! Hits are always a function of the timeline, of what the filter shows, and of what is looked for:
//! nothing of them is kept but how often the words occur in what cannot change, as far as that has
//! been counted.

mod bookmark;
mod counts;
mod found;
mod index;
mod tally;

use std::collections::VecDeque;
use std::fmt;

use tui_input::Input;

use crate::query::Needle;
use crate::text::Forms;
use crate::timeline::{EventIx, QuoteIx, SourceIx, Timeline};

use super::app::{App, Focus, View};
use super::detail;
use super::document::{self, Setting};
use super::layout::detail_columns;
use super::matrix::Part;
use super::rows::Speaker;

pub use bookmark::Bookmark;
pub use counts::count_more;
pub use found::{Found, Rank, Reached};
pub use index::Index;

use counts::Counts;

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
    counts: Counts,
    is_name: bool,
    /// The hit the reader went to last; see [`current`].
    pub gone_to: Option<Hit>,
    /// Where the reader wants to go, one after the other, as long as the hits that lie between have
    /// not been counted.
    pub goals: VecDeque<Goal>,
}

/// Which hit the reader wants to go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// The first from where they are.
    First,
    /// The one behind the hit they are at.
    Next,
    /// The one before.
    Previous,
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
            counts: Counts::default(),
            is_name,
            gone_to: None,
            goals: VecDeque::new(),
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
}

/// What has hits in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Item {
    /// An event's detail.
    Event(EventIx),
    /// What stands above a speaker's quotes.
    Speaker(Speaker),
    /// A quote in the quotes view.
    Quote(QuoteIx),
    /// The name of a row of the participants view.
    Part(Part),
    /// A source's page.
    Source(SourceIx),
    /// The history of the zones, in which what an event found is marked.
    Zones(EventIx),
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
        (Item::Source(source), View::Sources) => app.selected_source() == Some(source),
        (Item::Zones(event), View::Zones) => app.selected_event() == Some(event),
        (Item::Part(part), View::Participants) => app.selected_part() == Some(part),
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
        (View::Participants, _) => {
            let row = app.grid().row_of(app.selected_part()?)?;
            Some(((row, 0), 0))
        }
        (View::Sources, focus) => {
            let row = app.source_row(app.selected_source()?)?;
            let nth = if focus == Focus::Detail {
                hits_before(app)?
            } else {
                0
            };
            Some(((row, 0), nth))
        }
        (View::Zones, _) => Some(((0, 0), hits_before(app)?)),
    }
}

/// How many hits of the document in the detail pane come before what is in sight.
fn hits_before(app: &App) -> Option<usize> {
    let scroll = detail::reading(app)?.scroll;
    Some(detail::sheet_in_reach(app)?.hits_before(scroll))
}

/// How the detail pane is set now: with what is looked for highlighted.
pub fn setting(app: &App) -> Setting<'_> {
    Setting {
        forms: app.search.as_ref().map(Search::forms),
        lengths: Some(&app.lengths),
        ..Setting::plain(app.settings.glyphs, detail_columns(app))
    }
}

/// How far a search is: "3/17".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Which hit the reader is at, from 1; none once they went elsewhere.
    pub number: Option<usize>,
    /// How many there are, once they are counted.
    pub of: Option<usize>,
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
            (_, None) => f.write_str("searching"),
            (_, Some(0)) => f.write_str("no hits"),
            (Some(number), Some(of)) => write!(f, "{number}/{of}"),
            (None, Some(1)) => f.write_str("1 hit"),
            (None, Some(of)) => write!(f, "{of} hits"),
        }
    }
}
