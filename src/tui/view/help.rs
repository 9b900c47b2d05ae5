//! The help: every action with its keys.

use ratatui::layout::Rect;

use crate::text::width;
use crate::tui::app::{App, Help};
use crate::tui::document::{Ink, Line};
use crate::tui::keymap::{Action, Context, home};
use crate::tui::layout::overlay_areas;
use crate::tui::theme::Theme;
use crate::tui::update::fitting_actions;

use super::footer::printed;
use super::paint::Paint;
use super::picker::{draw_title, first_row};

/// Columns of the keys: all of them, or where the screen is narrow the first.
const KEYS: usize = 19;
/// The same where the screen is narrow.
const FEW_KEYS: usize = 10;
/// From this width on a screen is not narrow.
const WIDE_FROM: u16 = 60;

/// Draws the actions that fit what was typed, under their groups.
pub(super) fn draw(app: &App, help: &Help, body: Rect, paint: &mut Paint<'_>) {
    let areas = overlay_areas(body, 0);
    draw_title("Keys: ", help.input.value(), "", areas.title, paint);
    let actions = fitting_actions(&app.settings.keymap, help.input.value());
    if actions.is_empty() {
        areas.rows.rows().next().inspect(|&row| {
            let text = String::from("no action fits what you typed");
            paint.line(row, &Line::new(2, text, Ink::Plain));
        });
    }
    let rows = rows(&actions);
    let selected = rows
        .iter()
        .position(|row| row.action == actions.get(help.selected).copied() && row.action.is_some());
    let first = first_row(selected.unwrap_or(0), areas.rows);
    for (area, (at, row)) in areas.rows.rows().zip(rows.iter().enumerate().skip(first)) {
        draw_row(app, row, selected == Some(at), area, paint);
    }
}

/// A row of the help: the heading of a group, or an action.
struct Row {
    heading: &'static str,
    action: Option<Action>,
}

fn rows(actions: &[Action]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut group = None;
    for &action in actions {
        let spec = action.spec();
        if group != Some(spec.group) {
            group = Some(spec.group);
            rows.push(Row {
                heading: spec.group.name(),
                action: None,
            });
        }
        rows.push(Row {
            heading: "",
            action: Some(action),
        });
    }
    rows
}

fn draw_row(app: &App, row: &Row, selected: bool, area: Rect, paint: &mut Paint<'_>) {
    let Some(action) = row.action else {
        paint.line(area, &Line::new(1, row.heading.to_owned(), Ink::Heading));
        return;
    };
    let room = if area.width < WIDE_FROM {
        FEW_KEYS
    } else {
        KEYS
    };
    let keys = keys(app, action, room);
    let gap = room.saturating_sub(width(&keys));
    let mark = if selected {
        app.settings.glyphs.selected
    } else {
        " "
    };
    let parts = [
        (format!("{mark} "), Ink::Plain),
        (format!("{keys}{:gap$} ", ""), Ink::Key),
        (action.spec().help.to_owned(), Ink::Plain),
    ];
    paint.line(area, &Line::row(0, parts.map(|part| vec![part])));
    if selected {
        paint.lay(area, Theme::selection());
    }
}

/// The keys of an action in the view, in the one it is for, or of one that is in none in the picker: each
/// once, as many as there is room for.
fn keys(app: &App, action: Action, room: usize) -> String {
    let mut keys: Vec<String> = Vec::new();
    let place = match home(action) {
        Some(Context::Matrix) => Context::Matrix,
        Some(_) => app.context_of_view(),
        None => Context::Picker,
    };
    for chord in app.settings.keymap.keys(action, place) {
        let name = printed(chord);
        if !keys.contains(&name) && width(&keys.join(" ")) + width(&name) < room {
            keys.push(name);
        }
    }
    keys.join(" ")
}
