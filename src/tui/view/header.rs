//! The first line, and the filter below it.

use ratatui::layout::Rect;

use crate::text::{elide, plural, width};
use crate::tui::app::{App, View};
use crate::tui::document::{Ink, Inked, Line};

use super::paint::{Paint, runs_width};

/// Fewer columns of a title than this say nothing.
const LEAST_TITLE: usize = 8;

/// Draws title, views and counts; what has no room is shortened or left out, the title first.
pub(super) fn draw(app: &App, area: Rect, paint: &mut Paint<'_>) {
    let room = usize::from(area.width);
    let forms = [
        (Names::All, false),
        (Names::Current, false),
        (Names::Current, true),
        (Names::None, false),
        (Names::None, true),
    ];
    let drawn = forms.map(|(names, short)| (tabs(app, names), counts(app, short)));
    let fits = |(tabs, counts): &&(Vec<Inked>, Vec<Inked>)| {
        runs_width(tabs) + runs_width(counts) + 2 <= room
    };
    let [.., shortest] = &drawn;
    let (tabs, counts) = drawn.iter().find(fits).unwrap_or(shortest);
    let right = runs_width(counts) + 1;
    let mut runs = title(app, room.saturating_sub(runs_width(tabs) + right + 4));
    runs.extend_from_slice(tabs);
    paint.line(area, &Line { left: 1, runs });
    if let Some(left) = room.checked_sub(right) {
        paint.line(
            area,
            &Line {
                left,
                runs: counts.clone(),
            },
        );
    }
}

/// The timeline's title, if there is room for some of it.
fn title(app: &App, room: usize) -> Vec<Inked> {
    let glyphs = app.settings.glyphs;
    let title = glyphs.set(app.timeline.meta().title.shown()).into_owned();
    if room < LEAST_TITLE || title.is_empty() {
        return Vec::new();
    }
    let title = elide(&title, room, glyphs.ellipsis).into_owned();
    vec![(title, Ink::Strong), (String::from("  "), Ink::Plain)]
}

/// Which views are named, besides their keys.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    All,
    Current,
    None,
}

/// The views with their keys, the one that is shown marked.
fn tabs(app: &App, names: Names) -> Vec<Inked> {
    let mut runs = Vec::new();
    for (at, view) in app.views().enumerate() {
        let current = view == app.view;
        let mark = if current {
            app.settings.glyphs.current
        } else {
            " "
        };
        let has_name = names == Names::All || (names == Names::Current && current);
        let name = if has_name {
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
fn counts(app: &App, short: bool) -> Vec<Inked> {
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
        View::Timeline | View::Participants | View::Zones => (
            app.hits.events().len(),
            app.timeline.events().len(),
            "event",
        ),
        View::Quotes => (app.hits.quotes().len(), app.timeline.quote_count(), "quote"),
        View::Sources => {
            let all = app.timeline.sources().len();
            (all, all, "source")
        }
    };
    let text = if short {
        format!("{shown}/{all}")
    } else {
        format!("{shown} of {}", plural(all, what))
    };
    runs.push((text, Ink::Plain));
    runs
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
