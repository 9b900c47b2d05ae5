//! Following a thread: from event to event of a kind, or from what a speaker said to what they said
//! next.

use crate::timeline::{EventIx, QuoteIx};
use crate::tui::app::{App, View};
use crate::tui::rows::Speaker;

use super::{places, timeline};

/// Goes to the next event of the thread, or to the one before.
pub(super) fn go(app: &mut App, forward: bool) {
    match app.view {
        View::Timeline => by_kind(app, forward),
        View::Quotes => by_speaker(app, forward),
    }
}

fn by_kind(app: &mut App, forward: bool) {
    let Some(selected) = app.selected_event() else {
        return;
    };
    let kind = app.timeline[selected].kind;
    let of_kind = |event: &&EventIx| app.timeline[**event].kind == kind;
    let events = app.hits.events().iter();
    let found = if forward {
        events.filter(of_kind).find(|event| **event > selected)
    } else {
        events
            .rev()
            .filter(of_kind)
            .find(|event| **event < selected)
    };
    if let Some(event) = found.copied() {
        places::remember(app);
        timeline::choose(app, event);
    } else {
        let name = app.timeline[kind].name.shown().to_lowercase();
        app.notice = Some(nothing(&name, forward));
    }
}

fn by_speaker(app: &mut App, forward: bool) {
    let quotes = app.speaker_quotes();
    let Some(selected) = app.selected_quote() else {
        return;
    };
    let at = quotes
        .iter()
        .position(|quote| *quote == selected)
        .unwrap_or(0);
    let elsewhere = |quote: &&QuoteIx| quote.event != selected.event;
    let found = if forward {
        quotes.iter().skip(at).find(elsewhere)
    } else {
        quotes.iter().take(at).rev().find(elsewhere)
    };
    match found.copied() {
        Some(quote) => {
            places::remember(app);
            app.quotes.chosen = Some(Speaker::of(&app.timeline, quote));
            app.quotes.quote = Some(quote);
            timeline::choose(app, quote.event);
        }
        None => app.notice = Some(nothing("statement of this speaker", forward)),
    }
}

fn nothing(what: &str, forward: bool) -> String {
    let way = if forward { "after" } else { "before" };
    format!("there is no {what} {way} this one in the list")
}
