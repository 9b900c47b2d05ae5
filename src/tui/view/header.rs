//! The first line, and the filter below it.

use ratatui::layout::Rect;

use crate::text::{elide, width};
use crate::tui::app::{App, View};
use crate::tui::document::{Ink, Inked, Line};

use super::paint::{Paint, runs_width};

/// Draws title, views and counts; what has no room is left out, the title first.
pub(super) fn draw(app: &App, area: Rect, paint: &mut Paint<'_>) {
    let room = usize::from(area.width);
    let counts = counts(app);
    let right = runs_width(&counts) + 1;
    let names = tabs(app, true);
    let tabs = if runs_width(&names) + right + 2 > room {
        tabs(app, false)
    } else {
        names
    };
    let title_room = room.saturating_sub(runs_width(&tabs) + right + 4);
    let mut runs = Vec::new();
    if title_room >= 8 {
        let title = paint
            .glyphs
            .set(app.timeline.meta().title.shown())
            .into_owned();
        runs.push((
            elide(&title, title_room, paint.glyphs.ellipsis).into_owned(),
            Ink::Strong,
        ));
        runs.push((String::from("  "), Ink::Plain));
    }
    runs.extend(tabs);
    paint.line(area, &Line { left: 1, runs });
    let left = room.saturating_sub(right);
    if left > 0 {
        paint.line(area, &Line { left, runs: counts });
    }
}

/// The views with their keys, the one that is shown marked.
fn tabs(app: &App, names: bool) -> Vec<Inked> {
    let mut runs = Vec::new();
    for (at, view) in View::ALL.into_iter().enumerate() {
        let current = view == app.view;
        let mark = if current {
            app.settings.glyphs.current
        } else {
            " "
        };
        let name = if names || current {
            format!(" {}", view.name())
        } else {
            String::new()
        };
        let ink = if current { Ink::Strong } else { Ink::Dim };
        runs.push((format!("{mark}{}{name} ", at + 1), ink));
    }
    runs
}

/// How much of the timeline is shown, and how much is wrong with it.
fn counts(app: &App) -> Vec<Inked> {
    let mut runs = Vec::new();
    let problems = app.counts();
    let problems = match (problems.errors, problems.warnings) {
        (0, 0) => None,
        (0, warnings) => Some((plural(warnings, "warning"), Ink::Warning)),
        (errors, _) => Some((plural(errors, "error"), Ink::Bad)),
    };
    if let Some((text, ink)) = problems {
        runs.push((format!("{text}  "), ink));
    }
    let (shown, all, what) = match app.view {
        View::Timeline => (
            app.hits.events().len(),
            app.timeline.events().len(),
            "event",
        ),
        View::Quotes => (
            app.hits.quotes().len(),
            app.timeline.quotes().count(),
            "quote",
        ),
    };
    runs.push((format!("{shown} of {}", plural(all, what)), Ink::Plain));
    runs
}

/// A count with its noun.
pub(super) fn plural(count: usize, noun: &str) -> String {
    if count == 1 {
        format!("1 {noun}")
    } else {
        format!("{count} {noun}s")
    }
}

/// Draws the filter as chips; what has no room is counted.
pub(super) fn draw_chips(app: &App, area: Rect, paint: &mut Paint<'_>) {
    let close = paint.glyphs.close;
    let mut runs = vec![(String::from("filter:"), Ink::Dim)];
    let terms = app.query.terms();
    for (at, term) in terms.iter().enumerate() {
        let chip = format!(" {} {close} ", paint.glyphs.set(&term.to_string()));
        let left_over = format!(" +{}", terms.len() - at);
        let last = at + 1 == terms.len();
        let need = runs_width(&runs) + width(&chip) + if last { 0 } else { width(&left_over) };
        if need + 1 > usize::from(area.width) && at > 0 {
            runs.push((left_over, Ink::Dim));
            break;
        }
        runs.push((chip, Ink::Strong));
    }
    paint.line(area, &Line { left: 1, runs });
}
