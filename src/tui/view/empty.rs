//! What an empty list says: which part of the filter empties it, and which key drops that.

use ratatui::layout::Rect;

use crate::query::emptying;
use crate::text::plural;
use crate::tui::app::App;
use crate::tui::document::{Ink, Line};
use crate::tui::keymap::Action;

use super::footer::key;
use super::paint::Paint;

/// Says why nothing is listed: `nothing` for a timeline without any, `no_fit` where the filter leaves
/// none.
pub(super) fn draw(app: &App, nothing: &str, no_fit: &str, area: Rect, paint: &mut Paint<'_>) {
    let lines = if app.query.is_empty() {
        let so_far = "nothing to show here was read yet";
        vec![String::from(if app.is_whole { nothing } else { so_far })]
    } else {
        because_of_the_filter(app, no_fit)
    };
    for (row, text) in area.rows().skip(1).zip(lines) {
        let text = paint.glyphs.set(&text).into_owned();
        paint.line(row, &Line::new(2, text, Ink::Plain));
    }
}

fn because_of_the_filter(app: &App, no_fit: &str) -> Vec<String> {
    let mut lines = vec![no_fit.to_owned()];
    let without = emptying(&app.timeline, &app.query);
    if app.query.terms().len() > 1 {
        let said = without.iter().map(|(term, events)| {
            format!("without {term} there would be {}", plural(*events, "event"))
        });
        lines.extend(said);
        if without.is_empty() {
            lines.push(String::from(
                "it takes more than one of its parts to empty the list",
            ));
        }
    }
    let last = app
        .query
        .terms()
        .last()
        .map(ToString::to_string)
        .unwrap_or_default();
    lines.push(format!(
        "{} drops {last}, {} the whole filter",
        key(app, Action::FilterDropLast),
        key(app, Action::FilterClear),
    ));
    lines
}
