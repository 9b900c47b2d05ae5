//! The list of problems, and the selected one in its source lines.

use ratatui::layout::Rect;

use crate::diagnostic::{At, Diagnostic, Severity, render};
use crate::text::{Lines, Run, elide, show, width, wrap};
use crate::tui::app::{App, Problems};
use crate::tui::document::{Ink, Line};
use crate::tui::layout::overlay_areas;
use crate::tui::theme::Theme;

use super::paint::Paint;
use super::picker::first_row;

/// The columns that a message keeps beside its place; in a narrower list the place gives way.
const LEAST_MESSAGE: usize = 12;
/// The height of a body in which there is room for an excerpt.
const LEAST_HEIGHT: u16 = 6;

/// Draws the list, and below it where there is room the selected problem with its excerpt.
pub(super) fn draw(app: &App, problems: Problems, body: Rect, paint: &mut Paint<'_>) {
    let excerpt = excerpt(app, problems.selected, body.width);
    let areas = overlay_areas(body, below(body, excerpt.len()));
    let title = format!("Problems: {}", render::summary(app.counts()));
    paint.line(areas.title, &Line::new(1, title, Ink::Heading));
    let first = first_row(problems.selected, areas.rows);
    let rows = areas
        .rows
        .rows()
        .zip(app.diagnostics.iter().enumerate().skip(first));
    for (row, (at, diagnostic)) in rows {
        let selected = at == problems.selected;
        let line = line(app, diagnostic, selected, usize::from(row.width));
        paint.line(row, &line);
        if selected {
            paint.lay(row, Theme::selection());
        }
    }
    draw_excerpt(&excerpt, areas.more, paint);
}

/// The rows below the list: the larger part as a rule, so that the list stays as it is from problem to
/// problem, and more where an excerpt needs more.
fn below(body: Rect, lines: usize) -> u16 {
    if body.height < LEAST_HEIGHT {
        return 0;
    }
    let least_rows = (body.height / 6).clamp(1, 3);
    let most = body.height.saturating_sub(1 + least_rows);
    let needed = u16::try_from(lines + 1).unwrap_or(u16::MAX);
    needed.min(most).max(body.height * 3 / 5)
}

/// A problem with its source lines, its sentences wrapped.
fn excerpt(app: &App, selected: usize, columns: u16) -> Vec<String> {
    let Some(diagnostic) = app.diagnostics.get(selected) else {
        return Vec::new();
    };
    let columns = usize::from(columns).saturating_sub(2);
    let text = render::render_within(columns, diagnostic, &app.files);
    let run = Run {
        text: text.trim_end(),
        style: (),
    };
    let wrapped = wrap(&[run], columns, 0);
    let texts = wrapped.iter();
    texts
        .map(|line| line.iter().map(|run| run.text).collect())
        .collect()
}

fn draw_excerpt(lines: &[String], area: Rect, paint: &mut Paint<'_>) {
    let mut rows = area.rows();
    let Some(rule) = rows.next() else {
        return;
    };
    paint.rule(rule, false);
    let room = usize::from(area.height).saturating_sub(1);
    let is_tight = lines.len() > room;
    // Where rows are dear, none is spent on what only sets lines apart.
    let lines = lines.iter().filter(|line| !is_tight || line.trim() != "|");
    let lines: Vec<&String> = lines.collect();
    for (nth, (row, text)) in rows.zip(&lines).enumerate() {
        let goes_on = nth + 1 == room && lines.len() > room;
        let mark = if goes_on { paint.glyphs.ellipsis } else { "" };
        let text = format!("{text}{mark}");
        paint.line(row, &Line::new(1, text, Ink::Verbatim));
    }
}

/// A problem in one line. Where it is too long, its message gives way to its place: all of the message
/// stands below.
fn line(app: &App, diagnostic: &Diagnostic, selected: bool, columns: usize) -> Line {
    let glyphs = app.settings.glyphs;
    let mark = if selected { glyphs.selected } else { " " };
    let ink = match diagnostic.severity() {
        Severity::Error => Ink::Bad,
        Severity::Warning => Ink::Warning,
        Severity::Note => Ink::Dim,
    };
    let mark = format!("{mark} ");
    let severity = format!("{:<8}", diagnostic.severity().name());
    let room = columns.saturating_sub(width(&mark) + width(&severity));
    let message = show(&diagnostic.message, Lines::One);
    let whole = place(app.files.name(diagnostic.at.file()), diagnostic.at, app);
    let place = if width(&message) + 1 + width(&whole) <= room {
        whole
    } else {
        let name = app.files.name(diagnostic.at.file());
        let name = name.rsplit('/').next().unwrap_or(name);
        place(name, diagnostic.at, app)
    };
    let left = room.saturating_sub(width(&place) + 1);
    let message = elide(&message, left.max(LEAST_MESSAGE), glyphs.ellipsis);
    let parts = [
        (mark, Ink::Plain),
        (severity, ink),
        (format!("{message} "), Ink::Plain),
        (place, Ink::Dim),
    ];
    Line::row(0, parts.map(|part| vec![part]))
}

/// A file's name with the line, where there is one.
fn place(name: &str, at: At, app: &App) -> String {
    let name = show(name, Lines::One);
    match app.files.line(at) {
        None => name.into_owned(),
        Some(line) => format!("{name}:{line}"),
    }
}
