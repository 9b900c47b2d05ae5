//! The sources view: moving through the sources, what rests on each, and what is quoted of it.

use crate::timeline::SourceIx;
use crate::tui::app::{App, Focus, View};
use crate::tui::detail::{page_height, reading_mut, sheet, subject};
use crate::tui::document::{Link, Sheet, Sought};
use crate::tui::keymap::Action;
use crate::tui::reading::Reading;
use crate::tui::subject::Subject;

use super::scroll::{list_height, list_page};
use super::{detail, hint, moved};

/// Opens the view at the first source of the selected event, unless it is at one of them already.
pub(super) fn enter(app: &mut App) {
    let Some(event) = app.selected_event() else {
        return;
    };
    let mut sources = app.timeline[event].source_lists().flatten();
    let is_here = sources.any(|source| app.sources.chosen == Some(*source));
    if !is_here {
        app.sources.chosen = None;
        app.sources.reading = Reading::default();
    }
}

/// Does an action in the sources view.
pub(super) fn act(app: &mut App, action: Action) {
    match (action, app.focus) {
        (Action::Open, Focus::List) if app.selected_source().is_some() => {
            app.focus = Focus::Detail;
        }
        (Action::NextYear | Action::PreviousYear, _) => {
            let there = hint(app, Action::ViewTimeline, "shows it");
            app.notice = Some(format!("years are steps of the timeline{there}"));
        }
        (_, Focus::List) => go(app, action),
        (_, Focus::Detail) => detail::act(app, action),
    }
}

fn go(app: &mut App, action: Action) {
    let row = app.selected_source().and_then(|at| app.source_row(at));
    let Some(row) = row else {
        return;
    };
    let to = moved(row, app.source_rows().len(), list_page(app), action);
    let to = to.and_then(|to| app.source_rows().get(to));
    if let Some(source) = to.map(|row| row.source) {
        choose(app, source);
    }
}

/// Selects a source and shows its page from the top.
pub(super) fn choose(app: &mut App, source: SourceIx) {
    if app.sources.chosen != Some(source) {
        app.sources.chosen = Some(source);
        app.sources.reading = Reading::default();
    }
}

/// Selects the source in a row of the list in sight; whether it was not selected before. None where the
/// row has no source.
pub(super) fn select_row(app: &mut App, row: usize) -> Option<bool> {
    let under_heading = row.checked_sub(usize::from(list_height(app) > 1))?;
    let source = app
        .source_rows()
        .get(app.sources.top + under_heading)?
        .source;
    let is_new = app.selected_source() != Some(source);
    choose(app, source);
    Some(is_new)
}

/// Lists the sources in the next order; the selected one stays selected.
pub(super) fn sort(app: &mut App) {
    if app.view != View::Sources {
        let there = hint(app, Action::ViewSources, "shows them");
        app.notice = Some(format!("only sources can be sorted{there}"));
        return;
    }
    app.sources.chosen = app.selected_source();
    let order = app.source_rows.order().next();
    app.source_rows.sort(order);
}

/// Goes to the next passage that is quoted of the source that is read, or to the one before; false
/// where the keys for that mean something else.
pub(super) fn step(app: &mut App, forward: bool) -> bool {
    let is_read = matches!(subject(app), Some(Subject::Source(_))) && app.focus == Focus::Detail;
    if !is_read || app.search.is_some() {
        return false;
    }
    let page = page_height(app);
    let Some(sheet) = sheet(app, Sought::End) else {
        return true;
    };
    let passages = passages(&sheet);
    let (Some(&first), Some(&last)) = (passages.first(), passages.last()) else {
        app.notice = Some(String::from("no quote is found in a text of this source"));
        return true;
    };
    let Some(reading) = reading_mut(app) else {
        return true;
    };
    let to = next(&passages, &sheet, *reading, forward);
    reading.go_to(
        to.unwrap_or(if forward { first } else { last }),
        &sheet,
        page,
    );
    if to.is_none() {
        let from = if forward { "top" } else { "end" };
        app.notice = Some(format!("passages: from the {from} again"));
    }
    true
}

/// The links with which the quoted passages begin.
fn passages(sheet: &Sheet) -> Vec<usize> {
    let passages = sheet
        .numbered_links()
        .filter(|(_, link)| matches!(link.subject, Subject::Quote(_)));
    passages.map(|(at, _)| at).collect()
}

/// The passage behind the focused link, or before it; where none is focused, the first line in sight is
/// where the reader is.
fn next(passages: &[usize], sheet: &Sheet, reading: Reading, forward: bool) -> Option<usize> {
    let line = |at: usize| sheet.link(at).map_or(0, Link::line);
    let behind = match reading.link {
        Some(here) => passages.partition_point(|&at| at < here + usize::from(forward)),
        None => passages.partition_point(|&at| line(at) < reading.scroll),
    };
    let to = if forward {
        behind
    } else {
        behind.checked_sub(1)?
    };
    passages.get(to).copied()
}

/// Scrolls so that the selected source is in sight below the heading.
pub(super) fn settle(app: &mut App) {
    let row = app.selected_source().and_then(|at| app.source_row(at));
    let Some(row) = row else {
        return;
    };
    let height = list_height(app);
    let height = height.saturating_sub(usize::from(height > 1));
    let lowest = (row + 1).saturating_sub(height);
    let most = app.source_rows().len().saturating_sub(height);
    app.sources.top = app.sources.top.min(most).clamp(lowest.min(row), row);
}
