//! The line in which a search is typed, how far it is, and its hits in the lists.

use ratatui::layout::Rect;

use crate::text::{Lines, clip, clusters, elide, show, width};
use crate::tui::app::{App, Prompt};
use crate::tui::document::{Ink, Inked, Line, highlighted};
use crate::tui::search::{Search, Standing};

use super::footer;
use super::paint::{Paint, runs_width};

/// From this width on the keys leave room for what is searched for.
const NAMED_FROM: usize = 60;

/// Draws what is typed, then what there is to say or can be done, and at the right how far the
/// search is. Of a long text the end before the cursor is shown.
pub(super) fn draw_prompt(app: &App, prompt: &Prompt, area: Rect, paint: &mut Paint<'_>) {
    let standing = match &app.search {
        Some(_) => Standing::of(app).to_string(),
        None => String::new(),
    };
    let columns = usize::from(area.width);
    let right = columns.saturating_sub(width(&standing) + 1);
    let mut runs = typed(prompt, right.saturating_sub(2));
    let room = right.saturating_sub(runs_width(&runs) + 4);
    let more = match &app.notice {
        Some(notice) => vec![(clip(notice, room).to_owned(), Ink::Strong)],
        None => footer::fitting(footer::hints(app), room),
    };
    if runs_width(&more) <= room {
        runs.push((String::from("   "), Ink::Plain));
        runs.extend(more);
    }
    paint.line(area, &Line { left: 1, runs });
    paint.line(area, &Line::new(right, standing, Ink::Strong));
}

/// What was typed, with the cursor in it, in at most `columns`.
fn typed(prompt: &Prompt, columns: usize) -> Vec<Inked> {
    let text = prompt.input.value();
    let cursor = text.char_indices().nth(prompt.input.cursor());
    let (before, behind) = text.split_at(cursor.map_or(text.len(), |(at, _)| at));
    let (before, behind) = (show(before, Lines::One), show(behind, Lines::One));
    let room = columns.saturating_sub(2);
    let kept_for_behind = width(&behind).min(room / 4);
    let before = end(&before, room - kept_for_behind);
    let behind = clip(&behind, room.saturating_sub(width(before)));
    vec![
        (String::from("/"), Ink::Key),
        (before.to_owned(), Ink::Plain),
        (String::from("_"), Ink::Strong),
        (behind.to_owned(), Ink::Plain),
    ]
}

/// The longest end of a text that fits into `columns`.
fn end(text: &str, columns: usize) -> &str {
    let mut left_out = width(text).saturating_sub(columns);
    let mut start = 0;
    for (cluster, columns) in clusters(text) {
        if left_out == 0 {
            break;
        }
        left_out = left_out.saturating_sub(columns);
        start += cluster.len();
    }
    text.get(start..).unwrap_or(text)
}

/// How far the search is, and where a line of `columns` has room for it, what is searched for:
/// "/ceasefire 3/17".
pub(super) fn standing(app: &App, search: &Search, columns: usize) -> String {
    let standing = Standing::of(app).to_string();
    if columns < NAMED_FROM {
        return standing;
    }
    let text = show(search.text(), Lines::One);
    let text = elide(&text, columns / 4, app.settings.glyphs.ellipsis);
    format!("/{text} {standing}")
}

/// A text of a list in one ink, with what is searched for highlighted.
pub(super) fn marked(app: &App, text: &str, ink: Ink) -> Vec<Inked> {
    match &app.search {
        Some(search) => highlighted(text, ink, search.forms()),
        None => vec![(text.to_owned(), ink)],
    }
}
