//! Where the reader is, to come back to.

use crate::timeline::{EventIx, QuoteIx};
use crate::tui::app::{App, Events, Focus, Quotes, View};
use crate::tui::axis::Sight;
use crate::tui::rows::Speaker;

/// Where the reader is, to come back to: all that a search moves.
#[derive(Debug, Clone, Copy)]
pub struct Bookmark {
    view: View,
    focus: Focus,
    event: (Option<EventIx>, usize, usize),
    speaker: (Option<Speaker>, usize, usize),
    quote: Option<QuoteIx>,
    axis: Sight,
}

impl Bookmark {
    /// Where the reader is.
    pub const fn of(app: &App) -> Self {
        Self {
            view: app.view,
            focus: app.focus,
            event: (app.events.chosen, app.events.top, app.events.scroll),
            speaker: (app.quotes.chosen, app.quotes.top, app.quotes.scroll),
            quote: app.quotes.quote,
            axis: app.axis.sight,
        }
    }

    /// Brings the reader back.
    pub fn restore(self, app: &mut App) {
        let Events {
            chosen,
            top,
            scroll,
            ..
        } = &mut app.events;
        (*chosen, *top, *scroll) = self.event;
        let Quotes {
            chosen,
            quote,
            top,
            scroll,
            ..
        } = &mut app.quotes;
        (*chosen, *top, *scroll) = self.speaker;
        *quote = self.quote;
        app.axis.sight = self.axis;
        (app.view, app.focus) = (self.view, self.focus);
    }
}
