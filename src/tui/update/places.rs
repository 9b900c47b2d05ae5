//! Where the reader was: going back to places and forward again.

use crate::tui::app::{App, Place, QuoteScroll, View};

/// The most places that are remembered.
const MOST: usize = 100;

/// Remembers this place before something leads away from it.
pub(super) fn remember(app: &mut App) {
    let here = here(app);
    keep(app, here);
}

/// Remembers a place that something has led away from.
pub(super) fn keep(app: &mut App, place: Place) {
    let places = &mut app.places;
    if places.before.last() != Some(&place) {
        places.before.push(place);
    }
    if places.before.len() > MOST {
        places.before.remove(0);
    }
    places.after.clear();
}

/// Goes back to the place before, with its filter, selection and scroll.
pub(super) fn back(app: &mut App) {
    let here = here(app);
    // A place that one is at already is no place to go back to.
    while app.places.before.last() == Some(&here) {
        app.places.before.pop();
    }
    match app.places.before.pop() {
        Some(place) => {
            app.places.after.push(here);
            go(app, place);
        }
        None => app.notice = Some(String::from("there is no place before this one")),
    }
}

/// Goes forward again.
pub(super) fn forward(app: &mut App) {
    let here = here(app);
    match app.places.after.pop() {
        Some(place) => {
            app.places.before.push(here);
            go(app, place);
        }
        None => app.notice = Some(String::from("there is no place after this one")),
    }
}

/// This place.
pub(super) fn here(app: &App) -> Place {
    let is_quotes = app.view == View::Quotes;
    Place {
        query: app.query.clone(),
        view: app.view,
        focus: app.focus,
        event: app.selected_event(),
        scroll: if is_quotes { 0 } else { app.events.scroll },
        quote_scroll: if is_quotes {
            app.quotes.scroll
        } else {
            QuoteScroll::default()
        },
        speaker: app.selected_speaker().filter(|_| is_quotes),
        quote: app.selected_quote().filter(|_| is_quotes),
    }
}

fn go(app: &mut App, place: Place) {
    app.set_query(place.query);
    app.view = place.view;
    app.focus = place.focus;
    app.events.chosen = place.event.or(app.events.chosen);
    match place.view {
        View::Timeline => app.events.scroll = place.scroll,
        View::Quotes => {
            app.quotes.chosen = place.speaker;
            app.quotes.quote = place.quote;
            app.quotes.scroll = place.quote_scroll;
        }
    }
}
