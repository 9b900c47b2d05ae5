//! The quotes view: moving through speakers and what they said.

use crate::timeline::{QuoteIx, State};
use crate::tui::app::{App, Focus, QuoteScroll};
use crate::tui::detail::page_height;
use crate::tui::document::{Column, Spot};
use crate::tui::keymap::Action;
use crate::tui::rows::Speaker;
use crate::tui::subject::Subject;

use super::scroll::{list_height, list_page, quote_column};
use super::{follow, moved, timeline};

/// Opens the view at the speaker of the selected event's first quote, if it has one.
pub(super) fn enter(app: &mut App) {
    let event = app.selected_event();
    let here = app
        .quotes
        .quote
        .is_some_and(|quote| Some(quote.event) == event);
    let first = event.and_then(|event| app.hits.first_quote_of(event, &app.timeline));
    if let Some(quote) = first.filter(|_| !here) {
        app.quotes.chosen = Some(Speaker::of(&app.timeline, quote));
        app.quotes.quote = Some(quote);
        app.quotes.scroll = QuoteScroll::default();
    }
}

/// Does an action in the quotes view.
pub(super) fn act(app: &mut App, action: Action) {
    match (action, app.focus) {
        (Action::Open, Focus::List) => app.focus = Focus::Detail,
        (Action::Open, Focus::Detail) => open(app),
        (Action::NextYear | Action::PreviousYear, _) => {
            app.notice = Some(String::from("years are steps of the timeline; 1 shows it"));
        }
        (_, Focus::List) => go_by_speaker(app, action),
        (_, Focus::Detail) => go_by_quote(app, action),
    }
}

/// Opens a verified quote where it stands in its source, any other at its event.
fn open(app: &mut App) {
    if let Some(quote) = app.selected_quote() {
        let to = match app.timeline[quote].state {
            State::Verified(_) => Subject::Passage(quote),
            _ => Subject::Event(quote.event),
        };
        follow::follow(app, to);
    }
}

fn go_by_speaker(app: &mut App, action: Action) {
    let speakers = app.speaker_rows().iter().filter_map(|row| row.speaker());
    let speakers: Vec<Speaker> = speakers.collect();
    let at = app
        .selected_speaker()
        .and_then(|s| speakers.iter().position(|&known| known == s));
    let to = moved(at.unwrap_or(0), speakers.len(), list_page(app), action);
    if let Some(&speaker) = to.and_then(|to| speakers.get(to)) {
        select_speaker(app, speaker);
    }
}

/// Goes to another quote; one that is longer than the pane is scrolled through first.
fn go_by_quote(app: &mut App, action: Action) {
    let mut column = quote_column(app);
    let page = page_height(app);
    let selected = column.selected();
    let top = column.top();
    let (start, end) = (Spot::top_of(selected), Spot::top_of(selected + 1));
    let (scroll, to) = match action {
        Action::Next if end > column.below(top, page + 1) => (column.below(top, 1), selected),
        Action::Previous if top > start => (column.above(top, 1), selected),
        Action::PageDown | Action::PageUp | Action::HalfPageDown | Action::HalfPageUp => {
            page_by(&mut column, page, action)
        }
        _ => {
            let quotes = column.blocks() - 1;
            let to = moved(selected - 1, quotes, 1, action).map_or(0, |to| to + 1);
            let is_first = action == Action::First;
            (if is_first { Spot::default() } else { top }, to)
        }
    };
    let quote = to.checked_sub(1);
    let quote = quote.and_then(|at| app.speaker_quotes().get(at)).copied();
    app.quotes.scroll = column.scroll(scroll);
    choose(app, quote);
}

/// The first line in sight a page or half of one further, and the first quote that begins there: at
/// the end the last one.
fn page_by(column: &mut Column<'_>, page: usize, action: Action) -> (Spot, usize) {
    let end = column.end();
    let lowest = column.above(end, page);
    let top = column.top();
    let page = page.saturating_sub(1);
    let scroll = match action {
        Action::PageDown => column.below(top, page.max(1)),
        Action::HalfPageDown => column.below(top, (page / 2).max(1)),
        Action::HalfPageUp => column.above(top, (page / 2).max(1)),
        _ => column.above(top, page.max(1)),
    };
    let last = column.blocks() - 1;
    if action == Action::PageDown && scroll >= lowest {
        return (lowest, last);
    }
    let scroll = scroll.min(lowest);
    let in_sight = scroll.block + usize::from(scroll.line > 0);
    (scroll, in_sight.max(1).min(last))
}

/// Selects the speaker in a row of the list; whether it is another, or nothing if there is none.
pub(super) fn select_row(app: &mut App, row: usize) -> Option<bool> {
    let speaker = app.speaker_rows().get(app.quotes.top + row)?.speaker()?;
    // The first row is covered by the heading of what is below it.
    if row == 0 && list_height(app) > 1 {
        return None;
    }
    let is_new = app.selected_speaker() != Some(speaker);
    select_speaker(app, speaker);
    Some(is_new)
}

fn select_speaker(app: &mut App, speaker: Speaker) {
    if app.quotes.chosen != Some(speaker) {
        app.quotes.quote = None;
        app.quotes.scroll = QuoteScroll::default();
    }
    app.quotes.chosen = Some(speaker);
}

/// Selects the quote in a line of the pane.
pub(super) fn select_line(app: &mut App, line: usize) {
    let mut column = quote_column(app);
    let top = column.top();
    let block = column.below(top, line).block;
    let quote = block.checked_sub(1);
    let quote = quote.and_then(|at| app.speaker_quotes().get(at)).copied();
    choose(app, quote);
}

/// Selects a quote, and with it its event: one selection holds in all views.
pub(super) fn choose(app: &mut App, quote: Option<QuoteIx>) {
    if let Some(quote) = quote {
        app.quotes.chosen = Some(Speaker::of(&app.timeline, quote));
        app.quotes.quote = Some(quote);
        timeline::choose(app, quote.event);
    }
}
