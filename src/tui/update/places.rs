//! Where the reader was: going back to places and forward again.

use crate::tui::app::{App, Place};
use crate::tui::search::Bookmark;

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
    Place {
        query: app.query.clone(),
        mark: Bookmark::of(app),
    }
}

fn go(app: &mut App, place: Place) {
    app.set_query(place.query);
    place.mark.restore(app);
}
