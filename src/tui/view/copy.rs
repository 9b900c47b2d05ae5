//! The menu of what can be copied.

use ratatui::layout::Rect;

use crate::export::copy::Form;
use crate::text::{Lines, Run, show, wrap};
use crate::tui::app::Copy;
use crate::tui::document::{Ink, Line};
use crate::tui::layout::overlay_areas;
use crate::tui::theme::Theme;

use super::paint::Paint;
use super::picker::first_row;

/// Of a longer text no more than this is wrapped to be shown, in bytes: it is more than a screen.
const LONGEST_SHOWN: usize = 20_000;

/// Draws the forms, each with the beginning of what it would copy; below them, where there is room, the
/// selected one as it is.
pub(super) fn draw(menu: &Copy, body: Rect, paint: &mut Paint<'_>) {
    let areas = overlay_areas(
        body,
        if body.height >= 16 {
            body.height * 2 / 5
        } else {
            0
        },
    );
    let title = format!("Copy: {}", menu.title);
    paint.line(areas.title, &Line::new(1, title, Ink::Heading));
    let first = first_row(menu.selected, areas.rows);
    let rows = areas
        .rows
        .rows()
        .zip(menu.forms.iter().enumerate().skip(first));
    for (row, (at, (form, text))) in rows {
        let selected = at == menu.selected;
        draw_form((*form, text), selected, row, paint);
    }
    if let Some((_, text)) = menu.forms.get(menu.selected) {
        draw_whole(text, areas.more, paint);
    }
}

fn draw_form((form, text): (Form, &str), selected: bool, row: Rect, paint: &mut Paint<'_>) {
    let mark = if selected { paint.glyphs.selected } else { " " };
    let beginning = crate::text::clip(text, usize::from(row.width) + 1);
    let beginning = paint.glyphs.set(beginning);
    let parts = [
        (format!("{mark} {:<9} ", form.name()), Ink::Plain),
        (show(&beginning, Lines::One).into_owned(), Ink::Dim),
    ];
    paint.line(row, &Line::row(0, parts.map(|part| vec![part])));
    if selected {
        paint.lay(row, Theme::selection());
    }
}

/// Draws what would be copied, wrapped; as much as there is room for.
fn draw_whole(text: &str, area: Rect, paint: &mut Paint<'_>) {
    let mut rows = area.rows();
    let Some(rule) = rows.next() else {
        return;
    };
    paint.rule(rule, false);
    let end = text.floor_char_boundary(LONGEST_SHOWN);
    let text = paint.glyphs.set(text.get(..end).unwrap_or(text));
    let run = Run {
        text: &text,
        style: (),
    };
    let columns = usize::from(area.width).saturating_sub(2);
    for (row, line) in rows.zip(wrap(&[run], columns, 0)) {
        let text: String = line.iter().map(|run| run.text).collect();
        paint.line(row, &Line::new(1, text, Ink::Plain));
    }
}
