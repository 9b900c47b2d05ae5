//! Where the reader is, to come back to.

use crate::timeline::{EventIx, QuoteIx};
use crate::tui::app::{App, Focus, Matrix, QuoteScroll, Sources, View, Zones};
use crate::tui::axis::Sight;
use crate::tui::moved::Moved;
use crate::tui::reading::Reading;
use crate::tui::rows::Speaker;
use crate::tui::subject::Subject;

/// Where the reader is, to come back to: everything that moving about changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookmark {
    view: View,
    focus: Focus,
    event: Option<EventIx>,
    event_top: usize,
    page: Option<Subject>,
    reading: Reading,
    speaker: (Option<Speaker>, Option<QuoteIx>),
    speaker_top: usize,
    quotes_scroll: QuoteScroll,
    matrix: Matrix,
    sources: Sources,
    zones: Zones,
    axis: Sight,
}

impl Bookmark {
    /// Where the reader is.
    pub fn of(app: &App) -> Self {
        Self {
            view: app.view,
            focus: app.focus,
            event: app.events.chosen,
            event_top: app.events.top,
            page: app.events.page.clone(),
            reading: app.events.reading,
            speaker: (app.quotes.chosen, app.quotes.quote),
            speaker_top: app.quotes.top,
            quotes_scroll: app.quotes.scroll,
            matrix: app.matrix,
            sources: app.sources,
            zones: app.zones,
            axis: app.axis.sight,
        }
    }

    /// The same place in a timeline that was read anew; where something is gone, as near as can be.
    #[must_use]
    pub fn moved(self, moved: &Moved<'_>) -> Self {
        let (speaker, quote) = self.speaker;
        let page = self.page.clone().and_then(|page| moved.subject(page));
        let row = self.matrix.row.and_then(|part| moved.part(part));
        Self {
            event: self.event.and_then(|event| moved.event_or_nearest(event)),
            page,
            speaker: (
                speaker.and_then(|speaker| moved.speaker(speaker)),
                quote.and_then(|quote| moved.quote(quote)),
            ),
            matrix: Matrix { row, ..self.matrix },
            sources: Sources {
                chosen: self.sources.chosen.and_then(|at| moved.source(at)),
                ..self.sources
            },
            ..self
        }
    }

    /// Brings the reader back.
    pub fn restore(self, app: &mut App) {
        app.axis.sight = self.axis;
        (app.view, app.focus) = (self.view, self.focus);
        app.events.chosen = self.event;
        app.events.top = self.event_top;
        app.events.page = self.page;
        app.events.reading = self.reading;
        (app.quotes.chosen, app.quotes.quote) = self.speaker;
        app.quotes.top = self.speaker_top;
        app.quotes.scroll = self.quotes_scroll;
        app.matrix = self.matrix;
        app.sources = self.sources;
        app.zones = self.zones;
    }
}
