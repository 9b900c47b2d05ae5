//! The app: everything the screen depends on.
//!
//! The same app at the same size with the same theme makes the same cells. Selections are handles
//! of events, speakers and quotes, never rows; what is shown as selected follows from them and from
//! the hits, so that a filter can hide a selection and give it back.

mod selected;

use std::sync::{Arc, OnceLock};

use ratatui::layout::Size;

use crate::diagnostic::{Counts, Diagnostic, Files, Origin};
use crate::load::Loaded;
use crate::query::{Query, Shown, shown};
use crate::text::Bidi;
use crate::timeline::{EventIx, Id, PersonIx, QuoteIx, Timeline};

use super::axis::{self, Axis};
use super::document::Lengths;
use super::glyphs::{Glyphs, UNICODE};
use super::keymap::{Context, Keymap};
use super::matrix::Grid;
use super::memory::{Memory, Wanted};
use super::mouse::Hand;
use super::reading::Reading;
use super::rows::{EventRows, SourceRows, Speaker, SpeakerRows};
use super::search::{self, Bookmark, Search};
use super::split::Split;
use super::subject::Subject;

pub use super::overlay::{Choice, Copy, GoTo, Help, Overlay, Picker, Problems, QueryLine};
pub use super::views::{Focus, Matrix, Sources, View, Zones};

/// What is fixed for a session.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The characters that are ours.
    pub glyphs: &'static Glyphs,
    /// Who sets text from right to left.
    pub bidi: Bidi,
    /// Which key does what.
    pub keymap: Keymap,
    /// Where the timeline is from: files, if any layer of it is.
    pub origin: Origin,
    /// The words that the program is given to open this timeline again, as the user named it; none if
    /// it cannot be opened again.
    pub reopened_by: Option<Vec<String>>,
    /// Whether there is a browser that opens an address.
    pub has_browser: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            glyphs: &UNICODE,
            bidi: Bidi::default(),
            keymap: Keymap::default(),
            origin: Origin::default(),
            reopened_by: Some(Vec::new()),
            has_browser: false,
        }
    }
}

/// Where the reader was: what going back restores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The filter.
    pub query: Query,
    /// Where in what it shows.
    pub mark: Bookmark,
}

/// The places before and after this one.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// Those before, the latest last.
    pub before: Vec<Place>,
    /// Those gone back from, the next one last.
    pub after: Vec<Place>,
}

/// Everything the screen depends on.
#[derive(Debug)]
pub struct App {
    /// The timeline; replaced whole, never edited.
    pub timeline: Arc<Timeline>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that what is wrong points into.
    pub files: Arc<Files>,
    /// The files that the timeline was made from: the same, unless a later state has errors.
    pub defined_in: Arc<Files>,
    /// Whether they had no errors.
    pub is_sound: bool,
    /// Whether the user has asked for the files to be read anew.
    pub awaits_reload: bool,
    /// Whether that is the whole timeline; at first it may be the beginning of it.
    pub is_whole: bool,
    /// How far the timeline is read, in per cent, while that takes so long that it is worth saying.
    pub loading: Option<u8>,
    /// Where the reader was the last time, to go there once the timeline is whole, unless a key is pressed before.
    pub awaited: Option<(Memory, Wanted)>,
    /// What is fixed for the session.
    pub settings: Settings,
    /// The filter.
    pub query: Query,
    /// The filters before it, the latest last.
    pub queries_before: Vec<Query>,
    /// The filters that were typed, the latest last.
    pub typed_queries: Vec<String>,
    /// Where the reader was.
    pub places: Places,
    /// What the filter shows; always `shown(&timeline, &query)`.
    pub hits: Shown,
    /// The view that is shown.
    pub view: View,
    /// The pane that has the keys.
    pub focus: Focus,
    /// The timeline view's own state.
    pub events: Events,
    /// The quotes view's own state.
    pub quotes: Quotes,
    /// The participants view's own state.
    pub matrix: Matrix,
    /// Its rows, made from the hits when they are first asked for.
    grid: OnceLock<Grid>,
    /// The sources view's own state.
    pub sources: Sources,
    /// The rows of the list of sources, and their order.
    pub source_rows: SourceRows,
    /// The zones view's own state.
    pub zones: Zones,
    /// The axis.
    pub axis: Axis,
    /// The search that is on.
    pub search: Option<Search>,
    /// The timeline's texts, as they are searched.
    pub index: search::Index,
    /// How the panes share the screen.
    pub split: Split,
    /// The mouse.
    pub mouse: Hand,
    /// How long the source's text is that was read last.
    pub lengths: Lengths,
    /// What is open over the view.
    pub overlays: Vec<Overlay>,
    /// What the last line says instead of the keys, until the next key.
    pub notice: Option<String>,
    /// The size of the screen.
    pub size: Size,
}

/// The timeline view's state.
#[derive(Debug, Default)]
pub struct Events {
    /// The list's rows, made from the hits.
    pub rows: EventRows,
    /// The event the user went to last; the filter may hide it.
    pub chosen: Option<EventIx>,
    /// The event that was selected until it was gone from the files.
    pub gone: Option<Gone>,
    /// The first row in sight.
    pub top: usize,
    /// What the detail is about, if the reader followed a link to something that is no event; else it
    /// is about the selected event.
    pub page: Option<Subject>,
    /// How far the detail is read.
    pub reading: Reading,
}

/// An event that the files do not have any more, or do not have for now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// Its id.
    pub id: Id,
    /// The id of the one that is selected in its place.
    pub instead: Id,
}

/// The quotes view's state.
#[derive(Debug, Default)]
pub struct Quotes {
    /// The list's rows, and what of the hits each speaker said.
    pub rows: SpeakerRows,
    /// The speaker the user went to last; the filter may hide them.
    pub chosen: Option<Speaker>,
    /// The quote the user went to last.
    pub quote: Option<QuoteIx>,
    /// The first row in sight.
    pub top: usize,
    /// The first line of the quotes in sight.
    pub scroll: QuoteScroll,
}

/// A line of a speaker's quotes. It goes along with its quote, whatever the filter puts before it;
/// if it hides the quote, the first line is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct QuoteScroll {
    /// Which quote's; none for the speaker's head.
    pub quote: Option<QuoteIx>,
    /// Which of its lines.
    pub line: usize,
}

impl App {
    /// An app over a loaded timeline, showing everything, with its first event selected.
    ///
    /// It has no size until [`super::message::Msg::Resized`] says one.
    pub fn new(loaded: Loaded, settings: Settings) -> Self {
        let files = Arc::new(loaded.files);
        let mut app = Self {
            is_sound: Counts::of(&loaded.diagnostics).errors == 0,
            awaits_reload: false,
            is_whole: true,
            loading: None,
            awaited: None,
            defined_in: Arc::clone(&files),
            timeline: Arc::new(loaded.timeline),
            diagnostics: loaded.diagnostics,
            files,
            settings,
            query: Query::default(),
            queries_before: Vec::new(),
            typed_queries: Vec::new(),
            places: Places::default(),
            hits: Shown::default(),
            view: View::Timeline,
            focus: Focus::List,
            events: Events::default(),
            quotes: Quotes::default(),
            matrix: Matrix::default(),
            grid: OnceLock::new(),
            sources: Sources::default(),
            source_rows: SourceRows::default(),
            zones: Zones::default(),
            axis: Axis::default(),
            search: None,
            index: search::Index::default(),
            split: Split::default(),
            mouse: Hand::default(),
            lengths: Lengths::default(),
            overlays: Vec::new(),
            notice: None,
            size: Size::ZERO,
        };
        app.axis.index = axis::Index::of(&app.timeline);
        app.apply();
        app.events.chosen = app.hits.events().first();
        app
    }

    /// An app over the beginning of a timeline, of which the rest is being read.
    pub fn beginning(loaded: Loaded, settings: Settings) -> Self {
        Self {
            is_whole: false,
            // The next state replaces this one, whatever is wrong with it.
            is_sound: false,
            loading: Some(0),
            ..Self::new(loaded, settings)
        }
    }

    /// Replaces the filter and remembers the one before.
    pub fn set_query(&mut self, query: Query) {
        if query != self.query {
            self.queries_before
                .push(std::mem::replace(&mut self.query, query));
            self.apply();
        }
    }

    /// Replaces the filter for the time being: the one before is not remembered.
    pub fn try_query(&mut self, query: Query) {
        if query != self.query {
            self.query = query;
            self.apply();
        }
    }

    /// Keeps the filter that was tried: the one before it can be gone back to.
    pub fn keep_query(&mut self, before: Query) {
        if before != self.query {
            self.queries_before.push(before);
        }
    }

    /// Goes back to the filter before; whether there was one.
    pub fn undo_query(&mut self) -> bool {
        let Some(before) = self.queries_before.pop() else {
            return false;
        };
        self.query = before;
        self.apply();
        true
    }

    /// Puts another timeline in the place of this one; what pointed into this one must be moved along.
    pub fn replace_timeline(&mut self, timeline: Arc<Timeline>, axis: axis::Index) {
        self.timeline = timeline;
        self.axis.index = axis;
        self.lengths = Lengths::default();
        self.source_rows.forget_timeline();
        self.apply();
    }

    /// Makes everything that follows from timeline and query anew, or has it made when it is asked for.
    fn apply(&mut self) {
        self.hits = shown(&self.timeline, &self.query);
        self.grid = OnceLock::new();
        self.axis.shown = axis::Shown::of(&self.axis.index, self.hits.events());
        self.events.rows = EventRows::of(&self.timeline, self.hits.events());
        self.quotes.rows = SpeakerRows::default();
        self.source_rows.forget();
    }

    /// The views that the timeline has.
    pub fn views(&self) -> impl Iterator<Item = View> {
        View::ALL
            .into_iter()
            .filter(|view| view.is_of(&self.timeline))
    }

    /// Where the keys go.
    pub fn context(&self) -> Context {
        match self.overlays.last() {
            None => self.context_of_view(),
            Some(Overlay::Picker(_)) => Context::Picker,
            Some(Overlay::QueryLine(_)) => Context::QueryLine,
            Some(Overlay::GoTo(_)) => Context::GoTo,
            Some(Overlay::Help(_)) => Context::Help,
            Some(Overlay::Problems(_)) => Context::Problems,
            Some(Overlay::Copy(_)) => Context::Copy,
            Some(Overlay::Search(_)) => Context::Search,
        }
    }

    /// Where the keys go once nothing is open over the view.
    pub const fn context_of_view(&self) -> Context {
        match self.view {
            View::Participants => Context::Matrix,
            _ => Context::View,
        }
    }

    /// How many diagnostics there are.
    pub fn counts(&self) -> Counts {
        Counts::of(&self.diagnostics)
    }

    /// The name of a person.
    pub fn person_name(&self, person: PersonIx) -> &str {
        self.timeline[person].name.shown()
    }
}
