//! The participant picker.

use ratatui::layout::Rect;

use crate::text::{elide, width};
use crate::tui::app::{App, Picker};
use crate::tui::document::{Ink, Line};
use crate::tui::layout::overlay_areas;
use crate::tui::theme::Theme;
use crate::tui::update::{Entry, entries};

use super::header::plural;
use super::paint::Paint;

/// Draws the picker: what was typed, whom it leaves, how much each would show.
pub(super) fn draw(app: &App, picker: &Picker, body: Rect, paint: &mut Paint<'_>) {
    let areas = overlay_areas(body, 0);
    let how = if picker.all {
        "all of the marked"
    } else {
        "any of the marked"
    };
    let marked = picker.marked.len();
    let marked = if marked == 0 {
        String::new()
    } else {
        format!("  {marked} marked, {how}")
    };
    draw_title(
        "Participants: ",
        picker.input.value(),
        &marked,
        areas.title,
        paint,
    );
    let entries = entries(app, picker);
    if entries.is_empty() {
        let text = String::from("no participant fits what you typed");
        areas.rows.rows().next().inspect(|&row| {
            paint.line(row, &Line::new(2, text, Ink::Plain));
        });
    }
    let first = first_row(picker.selected, areas.rows);
    for (row, (at, entry)) in areas
        .rows
        .rows()
        .zip(entries.iter().enumerate().skip(first))
    {
        draw_entry(app, entry, at == picker.selected, row, paint);
        if at == picker.selected {
            paint.lay(row, Theme::selection());
        }
    }
}

fn draw_entry(app: &App, entry: &Entry, selected: bool, row: Rect, paint: &mut Paint<'_>) {
    let glyphs = app.settings.glyphs;
    let participant = &app.timeline[entry.participant];
    let cursor = if selected { glyphs.selected } else { " " };
    let mark = if entry.marked {
        glyphs.marked
    } else {
        glyphs.unmarked
    };
    let code = participant.code.as_ref().map_or("", |code| code.shown());
    let code_gap = 4_usize.saturating_sub(width(code));
    let columns = usize::from(row.width).saturating_sub(24).min(40);
    let name = glyphs.set(participant.name.shown());
    let name = elide(&name, columns, glyphs.ellipsis);
    let gap = columns.saturating_sub(width(&name));
    let runs = vec![
        (format!("{cursor} {mark} "), Ink::Plain),
        (format!("{code}{:code_gap$} ", ""), Ink::Dim),
        (format!("{name}{:gap$}", ""), Ink::Plain),
        (format!(" {:>10}", plural(entry.events, "event")), Ink::Dim),
    ];
    paint.line(row, &Line { left: 0, runs });
}

/// The first row to draw so that the selected one is in sight, in the middle where it can be.
pub(super) fn first_row(selected: usize, area: Rect) -> usize {
    let height = usize::from(area.height);
    if selected < height {
        0
    } else {
        selected + 1 - height
    }
}

/// Draws an overlay's title, what was typed with a cursor after it, and what there is to say.
pub(super) fn draw_title(title: &str, typed: &str, more: &str, row: Rect, paint: &mut Paint<'_>) {
    let runs = vec![
        (title.to_owned(), Ink::Heading),
        (typed.to_owned(), Ink::Plain),
        (String::from("_"), Ink::Strong),
        (more.to_owned(), Ink::Dim),
    ];
    paint.line(row, &Line { left: 1, runs });
}
