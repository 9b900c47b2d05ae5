//! The quotes view: moving through speakers and what they said.

use crate::timeline::{QuoteIx, State};
use crate::tui::app::{App, Focus};
use crate::tui::detail::page_height;
use crate::tui::document::QuoteBlock;
use crate::tui::keymap::Action;
use crate::tui::rows::{Speaker, SpeakerRow};
use crate::tui::subject::Subject;

use super::scroll::{list_height, list_page, quote_blocks};
use super::{follow, moved, timeline};

/// Opens the view at the speaker of the selected event's first quote, if it has one.
pub(super) fn enter(app: &mut App) {
    let event = app.selected_event();
    let here = app
        .quotes
        .quote
        .is_some_and(|quote| Some(quote.event) == event);
    let first = app
        .hits
        .quotes()
        .iter()
        .find(|quote| Some(quote.event) == event)
        .copied();
    if let Some(quote) = first.filter(|_| !here) {
        app.quotes.chosen = Some(Speaker::of(&app.timeline, quote));
        app.quotes.quote = Some(quote);
        app.quotes.scroll = 0;
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
    let speakers = app.quotes.rows.iter().filter_map(|row| match row {
        SpeakerRow::Speaker { speaker, .. } => Some(*speaker),
        SpeakerRow::Heading(_) => None,
    });
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
    let (head, blocks) = quote_blocks(app);
    let page = page_height(app);
    let at = app
        .selected_quote()
        .and_then(|q| blocks.iter().position(|block| block.quote == q));
    let at = at.unwrap_or(0);
    let top = head + lines_before(&blocks, at);
    let end = top + blocks.get(at).map_or(0, |block| block.lines.len());
    match action {
        Action::Next if end > app.quotes.scroll + page + 1 => app.quotes.scroll += 1,
        Action::Previous if app.quotes.scroll > top => app.quotes.scroll -= 1,
        Action::PageDown | Action::PageUp | Action::HalfPageDown | Action::HalfPageUp => {
            let lines = head + lines_before(&blocks, blocks.len());
            let to = moved(app.quotes.scroll, lines, page.saturating_sub(1), action);
            app.quotes.scroll = to
                .unwrap_or(app.quotes.scroll)
                .min(lines.saturating_sub(page));
            let in_sight = first_in_sight(&blocks, head, app.quotes.scroll);
            let edge = if action == Action::PageDown && to.is_some_and(|to| to + page >= lines) {
                blocks.last()
            } else {
                blocks.get(in_sight)
            };
            choose(app, edge.map(|block| block.quote));
        }
        _ => {
            let to = moved(at, blocks.len(), 1, action).and_then(|to| blocks.get(to));
            choose(app, to.map(|block| block.quote));
            if action == Action::First {
                app.quotes.scroll = 0;
            }
        }
    }
}

/// Selects the speaker in a row of the list; whether it is another, or nothing if there is none.
pub(super) fn select_row(app: &mut App, row: usize) -> Option<bool> {
    let Some(SpeakerRow::Speaker { speaker, .. }) = app.quotes.rows.get(app.quotes.top + row)
    else {
        return None;
    };
    // The first row is covered by the heading of what is below it.
    if row == 0 && list_height(app) > 1 {
        return None;
    }
    let speaker = *speaker;
    let is_new = app.selected_speaker() != Some(speaker);
    select_speaker(app, speaker);
    Some(is_new)
}

fn select_speaker(app: &mut App, speaker: Speaker) {
    if app.quotes.chosen != Some(speaker) {
        app.quotes.quote = None;
        app.quotes.scroll = 0;
    }
    app.quotes.chosen = Some(speaker);
}

/// Selects the quote in a line of the pane.
pub(super) fn select_line(app: &mut App, line: usize) {
    let (head, blocks) = quote_blocks(app);
    let line = app.quotes.scroll + line;
    let at = (0..blocks.len()).rfind(|&at| head + lines_before(&blocks, at) <= line);
    choose(
        app,
        at.and_then(|at| blocks.get(at)).map(|block| block.quote),
    );
}

/// Selects a quote, and with it its event: one selection holds in all views.
pub(super) fn choose(app: &mut App, quote: Option<QuoteIx>) {
    if let Some(quote) = quote {
        app.quotes.chosen = Some(Speaker::of(&app.timeline, quote));
        app.quotes.quote = Some(quote);
        timeline::choose(app, quote.event);
    }
}

fn first_in_sight(blocks: &[QuoteBlock], head: usize, scroll: usize) -> usize {
    let starts = (0..blocks.len()).map(|at| head + lines_before(blocks, at));
    starts
        .take_while(|&start| start < scroll)
        .count()
        .min(blocks.len().saturating_sub(1))
}

fn lines_before(blocks: &[QuoteBlock], at: usize) -> usize {
    blocks.iter().take(at).map(|block| block.lines.len()).sum()
}
