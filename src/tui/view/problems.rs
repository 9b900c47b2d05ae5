//! The list of problems, and the selected one in its source lines.

use ratatui::layout::Rect;

use crate::diagnostic::{At, Diagnostic, Severity, render};
use crate::text::{Run, wrap};
use crate::tui::app::{App, Problems};
use crate::tui::document::{Ink, Line};
use crate::tui::layout::overlay_areas;
use crate::tui::theme::Theme;

use super::paint::Paint;
use super::picker::first_row;

/// Draws the list, and below it where there is room the selected problem with its excerpt.
pub(super) fn draw(app: &App, problems: Problems, body: Rect, paint: &mut Paint<'_>) {
    let areas = overlay_areas(body, if body.height >= 6 { 60 } else { 0 });
    let title = format!("Problems: {}", render::summary(app.counts()));
    paint.line(areas.title, &Line::new(1, title, Ink::Heading));
    let first = first_row(problems.selected, areas.rows);
    let rows = areas
        .rows
        .rows()
        .zip(app.diagnostics.iter().enumerate().skip(first));
    for (row, (at, diagnostic)) in rows {
        let selected = at == problems.selected;
        paint.line(row, &line(app, diagnostic, selected));
        if selected {
            paint.lay(row, Theme::selection());
        }
    }
    draw_excerpt(app, problems.selected, areas.more, paint);
}

/// Draws a problem with its source lines, its sentences wrapped.
fn draw_excerpt(app: &App, selected: usize, area: Rect, paint: &mut Paint<'_>) {
    let mut rows = area.rows();
    let (Some(rule), Some(diagnostic)) = (rows.next(), app.diagnostics.get(selected)) else {
        return;
    };
    paint.rule(rule, false);
    let text = render::render(diagnostic, &app.files);
    let columns = usize::from(area.width).saturating_sub(2);
    let wrapped = wrap(
        &[Run {
            text: &text,
            style: (),
        }],
        columns,
        0,
    );
    for (row, line) in rows.zip(wrapped) {
        let text: String = line.iter().map(|run| run.text).collect();
        paint.line(row, &Line::new(1, text, Ink::Verbatim));
    }
}

fn line(app: &App, diagnostic: &Diagnostic, selected: bool) -> Line {
    let mark = if selected {
        app.settings.glyphs.selected
    } else {
        " "
    };
    let ink = match diagnostic.severity() {
        Severity::Error => Ink::Bad,
        Severity::Warning => Ink::Warning,
        Severity::Note => Ink::Dim,
    };
    let name = app.files.name(diagnostic.at.file());
    let place = match diagnostic.at {
        At::File(_) => name.to_owned(),
        At::Text(span) => {
            let position = app.files.position(span.file, span.range().start);
            format!("{name}:{}", position.line)
        }
    };
    let severity = diagnostic.severity().name();
    let parts = [
        (format!("{mark} "), Ink::Plain),
        (format!("{severity:<8}"), ink),
        (format!("{} ", diagnostic.message), Ink::Plain),
        (place, Ink::Dim),
    ];
    Line::row(0, parts.map(|part| vec![part]))
}
