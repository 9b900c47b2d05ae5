//! The lines that are typed below the view: the filter, where to go, what is searched for.

use ratatui::layout::Rect;
use tui_input::Input;

use crate::query::Mistake;
use crate::text::{clip, plural, width};
use crate::timeline::range_in_full;
use crate::tui::app::{App, GoTo, QueryLine};
use crate::tui::document::{Ink, Inked, Line};
use crate::tui::search::{Prompt, Standing};
use crate::tui::update::{completions, is_waiting, mistakes, target};

use super::paint::Paint;

/// Draws the filter as it is typed, with its mistakes marked, or with what completes it.
pub(super) fn draw_query(app: &App, line: &QueryLine, area: Rect, paint: &mut Paint<'_>) {
    let mut rows = area.rows();
    let (Some(first), second, third) = (rows.next(), rows.next(), rows.next()) else {
        return;
    };
    let shown = if is_waiting(app, line) {
        String::from("searching")
    } else {
        let all = plural(app.timeline.events().len(), "event");
        format!("{} of {all}", app.hits.events().len())
    };
    let window = draw_typed("Filter: ", &line.input, &shown, first, paint);
    let mistakes = mistakes(app, line);
    let Some(second) = second else { return };
    match mistakes.first() {
        Some(mistake) => {
            mark(&mistakes, &line.input, window, second, paint);
            third.inspect(|&row| draw_mistake(mistake, row, paint));
        }
        None => draw_completions(app, line, second, third, paint),
    }
}

/// Draws where to go as it is typed, and the event that it leads to.
pub(super) fn draw_go_to(app: &App, line: &GoTo, area: Rect, paint: &mut Paint<'_>) {
    let mut rows = area.rows();
    let (Some(first), second) = (rows.next(), rows.next()) else {
        return;
    };
    draw_typed("Go to: ", &line.input, "", first, paint);
    let Some(second) = second else { return };
    let typed = line.input.value();
    let (text, ink) = match target(app, typed) {
        _ if typed.trim().is_empty() => {
            let examples = "a date, a number or an id: 2018-05, 15 sep 2017, 9, round-09";
            (examples.to_owned(), Ink::Dim)
        }
        Some(event) => {
            let event = &app.timeline[event];
            let label = app.timeline.label(event);
            let dates = range_in_full(&event.start, event.end.as_ref());
            let dates = format!(" {} {dates}", paint.glyphs.dot);
            let parts = [label, dates].map(|text| {
                let text = paint.glyphs.set(&text).into_owned();
                vec![(text, Ink::Plain)]
            });
            paint.line(second, &Line::row(1, parts));
            return;
        }
        None => (String::from("nothing of that date, number or id"), Ink::Dim),
    };
    paint.line(second, &Line::new(1, text, ink));
}

/// Draws what is searched for as it is typed, and how far the search is.
pub(super) fn draw_search(app: &App, prompt: &Prompt, area: Rect, paint: &mut Paint<'_>) {
    let standing = match &app.search {
        Some(_) => Standing::of(app).to_string(),
        None => String::new(),
    };
    if let Some(row) = area.rows().next() {
        draw_typed("Search: ", &prompt.input, &standing, row, paint);
    }
}

/// The part of a typed text that is in sight: the bytes before it, and the column it begins in.
type Window = (usize, usize);

/// Draws a title, as much of what is typed as fits round the cursor, and something at the right.
fn draw_typed(title: &str, input: &Input, right: &str, row: Rect, paint: &mut Paint<'_>) -> Window {
    let start = 1 + width(title);
    let room = usize::from(row.width).saturating_sub(start + width(right) + 3);
    let text = input.value();
    let skipped = clip(text, input.visual_scroll(room)).len();
    let cursor = text
        .char_indices()
        .nth(input.cursor())
        .map_or(text.len(), |(at, _)| at);
    let (before, behind) = text.split_at(cursor.max(skipped));
    let under = behind.chars().next().map_or(0, char::len_utf8);
    let (under, after) = behind.split_at(under);
    let under = if under.is_empty() { " " } else { under };
    let after = clip(
        after,
        room.saturating_sub(width(before.get(skipped..).unwrap_or_default())),
    );
    let runs: Vec<Inked> = vec![
        (title.to_owned(), Ink::Heading),
        (
            before.get(skipped..).unwrap_or_default().to_owned(),
            Ink::Verbatim,
        ),
        (under.to_owned(), Ink::Cursor),
        (after.to_owned(), Ink::Verbatim),
    ];
    paint.line(row, &Line::of(1, runs));
    if let Some(left) = usize::from(row.width).checked_sub(width(right) + 1) {
        paint.line(row, &Line::new(left, right, Ink::Dim));
    }
    (skipped, start)
}

/// Marks what cannot be read, under where it stands.
fn mark(mistakes: &[Mistake], input: &Input, window: Window, row: Rect, paint: &mut Paint<'_>) {
    let (skipped, start) = window;
    for mistake in mistakes {
        let text = input.value();
        let before = text
            .get(skipped..mistake.span.start.max(skipped))
            .unwrap_or_default();
        let marked = text
            .get(mistake.span.start.max(skipped)..mistake.span.end)
            .unwrap_or_default();
        let marks = "^".repeat(width(marked).max(1));
        let style = paint.theme.style(Ink::Bad);
        paint.put(row, start + width(before), &marks, style);
    }
}

fn draw_mistake(mistake: &Mistake, row: Rect, paint: &mut Paint<'_>) {
    let help = mistake.help.as_ref();
    let help = help.map_or_else(String::new, |help| format!("; {help}"));
    let text = paint
        .glyphs
        .set(&format!("{}{help}", mistake.message))
        .into_owned();
    paint.line(row, &Line::new(1, text, Ink::Plain));
}

/// Draws what completes the line, the one that was put in marked, and says what it is.
fn draw_completions(
    app: &App,
    line: &QueryLine,
    row: Rect,
    more: Option<Rect>,
    paint: &mut Paint<'_>,
) {
    let offered = completions(app, line);
    let chosen = line.completed.as_ref().map(|(_, at)| *at);
    let first = chosen.unwrap_or(0);
    let mut parts: Vec<Vec<Inked>> = Vec::new();
    let mut used = 0;
    for (at, completion) in offered.iter().enumerate().skip(first) {
        let ink = if chosen == Some(at) {
            Ink::Strong
        } else {
            Ink::Dim
        };
        let count = completion.events.map(|events| format!(" {events}"));
        let behind = format!("{}  ", count.unwrap_or_default());
        used += width(&completion.text) + width(&behind);
        parts.push(vec![(completion.text.clone(), ink)]);
        parts.push(vec![(behind, ink)]);
        if used > usize::from(row.width) {
            break;
        }
    }
    paint.line(row, &Line::row(1, parts));
    if let (Some(row), Some(completion)) = (more, offered.get(first)) {
        let text = paint.glyphs.set(&completion.shown).into_owned();
        paint.line(row, &Line::new(1, text, Ink::Dim));
    }
}
