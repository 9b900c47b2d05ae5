//! Following a thread: from event to event of a kind, or from what a speaker said to what they said
//! next.

use crate::timeline::{EventIx, QuoteIx};
use crate::tui::app::{App, View};
use crate::tui::detail;
use crate::tui::keymap::Action;
use crate::tui::rows::Speaker;
use crate::tui::subject::Subject;

use super::{follow, hint, places, subject, timeline};

/// Goes to the next event of the thread, or to the one before.
pub(super) fn go(app: &mut App, forward: bool) {
    match app.view {
        View::Quotes => by_speaker(app, forward),
        View::Sources => {
            let there = hint(app, Action::ViewTimeline, "shows it");
            app.notice = Some(format!("such steps are the timeline's{there}"));
        }
        _ => by_event(app, forward),
    }
}

/// From event to event: those that share what is focused or has the row, else those of the same kind.
fn by_event(app: &mut App, forward: bool) {
    let Some(selected) = app.selected_event() else {
        return;
    };
    let kind = app.timeline[selected].kind;
    let shared = match app.view {
        View::Participants => subject::at_hand(app),
        _ => detail::focused(app),
    };
    let shared = shared.filter(Subject::is_shared);
    let is_such = |event: &EventIx| match &shared {
        Some(subject) => subject.is_part_of(*event, &app.timeline),
        None => app.timeline[*event].kind == kind,
    };
    let events = app.hits.events();
    let found = if forward {
        let mut behind = events.since(selected);
        behind.find(|event| *event > selected && is_such(event))
    } else {
        let before = events.before(selected);
        let mut before = std::iter::successors(before, |at| events.before(*at));
        before.find(is_such)
    };
    if let Some(event) = found {
        places::remember(app);
        timeline::choose(app, event);
        shared.inspect(|subject| follow::focus(app, subject));
    } else {
        let name = match shared {
            Some(subject) => format!("event with {}", subject.name(&app.timeline)),
            None => app.timeline[kind].name.shown().to_lowercase(),
        };
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
