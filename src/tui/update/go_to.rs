//! Going to a date, a number or an id.

use chrono::NaiveDate;

use crate::text::fold;
use crate::timeline::{Date, EventIx, Id};
use crate::tui::app::{App, Focus, GoTo, Overlay, View};
use crate::tui::keymap::Action;

use super::{places, timeline};

/// Opens the line in which it is typed.
pub(super) fn open(app: &mut App) {
    app.overlays.push(Overlay::GoTo(GoTo::default()));
}

/// Does an action in the line.
pub(super) fn act(app: &mut App, action: Action) {
    let Some(Overlay::GoTo(line)) = app.overlays.last() else {
        return;
    };
    if action != Action::Open {
        return;
    }
    let typed = line.input.value().trim().to_owned();
    if typed.is_empty() {
        app.overlays.pop();
        return;
    }
    match target(app, &typed) {
        Some(event) => {
            app.overlays.pop();
            go(app, event);
        }
        None => {
            app.notice = Some(format!(
                "`{typed}` is no date, number or id: try 2018-05, 15 sep 2017, 9 or round-09"
            ));
        }
    }
}

fn go(app: &mut App, event: EventIx) {
    places::remember(app);
    if !matches!(app.view, View::Timeline | View::Participants | View::Zones) {
        app.view = View::Timeline;
        app.focus = Focus::List;
    }
    timeline::choose(app, event);
    if !app.hits.shows(event) {
        let label = app.timeline.label(&app.timeline[event]);
        app.notice = Some(format!(
            "the filter hides {label}; this is the nearest event shown"
        ));
    }
}

/// The event that what was typed leads to: of a date the first that goes on then or later, of a number
/// the one of the selected event's kind first.
pub fn target(app: &App, typed: &str) -> Option<EventIx> {
    let typed = typed.trim();
    let named = Id::new(&typed.to_lowercase()).and_then(|id| app.timeline.event_named(&id));
    named
        .or_else(|| numbered(app, typed))
        .or_else(|| dated(app, typed))
        .or_else(|| labelled(app, typed))
}

fn numbered(app: &App, typed: &str) -> Option<EventIx> {
    // Four digits are a year.
    let number: u32 = typed.parse().ok().filter(|_| typed.len() < 4)?;
    let kind = app.selected_event().map(|event| app.timeline[event].kind);
    let events = app.timeline.event_handles();
    let numbered = events.filter(|&event| app.timeline[event].number == Some(number));
    let numbered: Vec<EventIx> = numbered.collect();
    let same_kind = numbered
        .iter()
        .find(|event| Some(app.timeline[**event].kind) == kind);
    same_kind.or_else(|| numbered.first()).copied()
}

fn dated(app: &App, typed: &str) -> Option<EventIx> {
    event_on(app, day(typed)?)
}

/// The first listed event that goes on then or later, else the last one.
pub fn event_on(app: &App, day: NaiveDate) -> Option<EventIx> {
    let events = app.hits.events();
    let days = &app.timeline.digest().days;
    let lasts = |event: &EventIx| days.get(event.index()).is_some_and(|it| it.1 >= day);
    events.iter().find(lasts).or_else(|| events.last())
}

/// The first day that a date means: EDTF, or in words as "15 sep 2017" and "September 2017".
pub fn day(typed: &str) -> Option<NaiveDate> {
    let in_words = |text: &str| NaiveDate::parse_from_str(text, "%d %B %Y").ok();
    Date::parse(typed)
        .ok()
        .map(|date| date.first())
        .or_else(|| in_words(typed))
        .or_else(|| in_words(&format!("1 {typed}")))
}

/// The event whose label is, or begins, as typed.
fn labelled(app: &App, typed: &str) -> Option<EventIx> {
    let typed = fold(typed);
    if typed.trim().is_empty() {
        return None;
    }
    let label = |event: EventIx| fold(&app.timeline.label(&app.timeline[event]));
    let mut all = app.timeline.event_handles();
    let whole = all.find(|&event| label(event) == typed);
    whole.or_else(|| {
        let mut all = app.timeline.event_handles();
        all.find(|&event| label(event).starts_with(&typed))
    })
}
