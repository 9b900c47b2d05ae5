//! The picker: values for the filter.

use ratatui::layout::Rect;

use crate::query::Field;
use crate::text::{elide, plural, width};
use crate::timeline::Facet;
use crate::tui::app::{App, Choice, Picker};
use crate::tui::document::{Ink, Line};
use crate::tui::layout::overlay_areas;
use crate::tui::theme::Theme;
use crate::tui::update::{Entry, entries, is_reading};

use super::paint::Paint;

/// Columns of the field's name, where values of several fields are offered.
const FIELD: usize = 12;

/// Draws the picker: what was typed, what it leaves, how much each would show.
pub(super) fn draw(app: &App, picker: &Picker, body: Rect, paint: &mut Paint<'_>) {
    let areas = overlay_areas(body, 0);
    let (title, mut more) = title(app, picker);
    if is_reading(picker) {
        more.push_str("  searching");
    }
    draw_title(&title, picker.input.value(), &more, areas.title, paint);
    let entries = entries(app, picker);
    if entries.is_empty() && !is_reading(picker) {
        let text = String::from("nothing fits what you typed");
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
        draw_entry(app, picker, (entry, at == picker.selected), row, paint);
        if at == picker.selected {
            paint.lay(row, Theme::selection());
        }
    }
}

/// What is chosen here, and what has been so far.
fn title(app: &App, picker: &Picker) -> (String, String) {
    match &picker.choice {
        Choice::OfEvent { event, not } => {
            let label = app.timeline.label(&app.timeline[*event]);
            let what = if *not {
                "Nothing that has"
            } else {
                "Only what has"
            };
            (format!("{what}, of {label}: "), String::new())
        }
        Choice::Any { marked, all } => {
            let title = match picker.facets.as_slice() {
                [Facet::Participant] => "Participants: ",
                _ => "Filter by: ",
            };
            let how = if *all {
                "all of the marked"
            } else {
                "any of the marked"
            };
            let more = match marked.len() {
                0 => String::new(),
                count => format!("  {count} marked, {how}"),
            };
            (title.to_owned(), more)
        }
    }
}

fn draw_entry(
    app: &App,
    picker: &Picker,
    (entry, selected): (&Entry, bool),
    row: Rect,
    paint: &mut Paint<'_>,
) {
    let glyphs = app.settings.glyphs;
    let cursor = if selected { glyphs.selected } else { " " };
    let mark = match (&picker.choice, entry.marked) {
        (Choice::OfEvent { .. }, _) => "",
        (_, true) => glyphs.marked,
        (_, false) => glyphs.unmarked,
    };
    let (tag, tag_columns) = tag(app, picker, entry);
    let tag = glyphs.set(&tag).into_owned();
    let taken = width(mark) + tag_columns + 17;
    let columns = usize::from(row.width).saturating_sub(taken).min(44);
    let values = app.timeline.values(entry.facet).all();
    let name = values
        .get(entry.place)
        .map_or("", |value| value.shown.shown());
    let name = glyphs.set(name);
    let name = elide(&name, columns, glyphs.ellipsis);
    let (gap, tag_gap) = (
        columns.saturating_sub(width(&name)),
        tag_columns.saturating_sub(width(&tag)),
    );
    let parts = [
        (format!("{cursor} {mark} "), Ink::Plain),
        (format!("{tag}{:tag_gap$} ", ""), Ink::Dim),
        (format!("{name}{:gap$}", ""), Ink::Plain),
        (format!(" {:>10}", plural(entry.events, "event")), Ink::Dim),
    ];
    paint.line(row, &Line::row(0, parts.map(|part| vec![part])));
}

/// What stands before a name: a participant's code, or the field where there are several.
fn tag(app: &App, picker: &Picker, entry: &Entry) -> (String, usize) {
    if picker.facets.len() > 1 {
        return (Field::Of(entry.facet).name().to_owned(), FIELD);
    }
    let participant = app.timeline.participants().get(entry.place);
    let code = participant.and_then(|participant| participant.code.as_ref());
    let code = code.map_or("", |code| code.shown());
    (code.to_owned(), 4)
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
    let parts = [
        (title.to_owned(), Ink::Heading),
        (typed.to_owned(), Ink::Verbatim),
        (String::from("_"), Ink::Strong),
        (more.to_owned(), Ink::Dim),
    ];
    paint.line(row, &Line::row(1, parts.map(|part| vec![part])));
}
