//! The participants view: the attendance matrix, its headings in sight however it is scrolled.

use ratatui::layout::Rect;

use crate::text::{Run, elide, width, wrap};
use crate::timeline::RoleIx;
use crate::tui::app::App;
use crate::tui::document::{self, Ink, Inked, Line};
use crate::tui::matrix::{Column, Frame, Part, Row, frame, name, participants, shown_number};
use crate::tui::theme::Theme;

use super::empty;
use super::paint::Paint;
use super::search::marked;

/// Draws it.
pub(super) fn draw(app: &App, area: Rect, paint: &mut Paint<'_>) {
    if app.hits.events().is_empty() {
        let nothing = "this timeline has no events";
        empty::draw(app, nothing, "no event fits the filter", area, paint);
        return;
    }
    let Some(frame) = frame(app) else {
        return;
    };
    let columns = frame.columns(app, app.matrix.left);
    let matrix = Matrix {
        app,
        frame,
        columns,
    };
    matrix.draw_headings(paint);
    matrix.draw_rows(paint);
    matrix.draw_totals(paint);
    paint.rule(frame.rule, false);
    matrix.draw_cell(paint);
}

/// What is drawn: the app, where on the screen, and the columns in sight.
struct Matrix<'a> {
    app: &'a App,
    frame: Frame,
    columns: Vec<Column>,
}

impl Matrix<'_> {
    /// Columns of mark, name and count together.
    const fn beside(&self) -> usize {
        self.frame.names + self.frame.events + 3
    }

    /// Whether a column is that of the selected event.
    fn is_selected(&self, column: &Column) -> bool {
        self.app.selected_event() == Some(column.event)
    }

    /// Draws a text into a column of the matrix, at its right.
    fn put(&self, row: Rect, column: &Column, (text, ink): (&str, Ink), paint: &mut Paint<'_>) {
        let room = self.frame.column();
        let left = column.left + room.saturating_sub(width(text));
        paint.put(row, left, text, paint.theme.style(ink));
    }

    /// Lays the selection over the selected column but for its blank.
    fn lay(&self, row: Rect, column: &Column, paint: &mut Paint<'_>) {
        let end = u16::try_from(column.left + self.frame.column()).unwrap_or(u16::MAX);
        let begin = u16::try_from(column.left + 1).unwrap_or(u16::MAX);
        let cells = Rect {
            x: row.x.saturating_add(begin),
            width: end
                .saturating_sub(begin)
                .min(row.width.saturating_sub(begin)),
            ..row
        };
        paint.lay(cells, Theme::selection());
    }

    /// Years, kinds and numbers, and which of all events they are.
    fn draw_headings(&self, paint: &mut Paint<'_>) {
        let (first, last) = (
            self.app.matrix.left,
            self.app.matrix.left + self.columns.len(),
        );
        let all = self.app.hits.events().len();
        if self.columns.len() < all {
            self.draw_range(first + 1, last, all, paint);
        }
        for column in &self.columns {
            if let Some(year) = column.year {
                let style = paint.theme.style(Ink::Heading);
                paint.put(self.frame.years, column.left + 1, &year.to_string(), style);
            }
            self.draw_heading(column, paint);
        }
        if let Some(row) = self.frame.numbers.rows().next_back() {
            self.label(row, "events", paint);
        }
    }

    /// Which of all events are in sight, as shortly as there is room for.
    fn draw_range(&self, first: usize, last: usize, all: usize, paint: &mut Paint<'_>) {
        let room = self.beside().saturating_sub(1);
        let forms = [
            format!("{first}–{last} of {all}"),
            format!("{first}–{last}/{all}"),
            format!("{first}–{last}"),
        ];
        if let Some(range) = forms.iter().find(|range| width(range) <= room) {
            let range = paint.glyphs.set(range);
            paint.put(self.frame.years, 1, &range, paint.theme.style(Ink::Dim));
        }
    }

    fn draw_heading(&self, column: &Column, paint: &mut Paint<'_>) {
        let (app, frame) = (self.app, &self.frame);
        let event = &app.timeline[column.event];
        let kind = &app.timeline[event.kind];
        let mark = app.settings.glyphs.kind(kind);
        self.put(frame.kinds, column, (&mark, Ink::Kind(kind.color)), paint);
        let number = shown_number(event).unwrap_or_default();
        self.put_number(frame.numbers, column, (&number, Ink::Plain), paint);
        if self.is_selected(column) {
            if let Some(row) = frame.numbers.rows().next_back() {
                let digits = if frame.numbers.height > 1 {
                    1
                } else {
                    number.len().max(1)
                };
                let left = column.left + frame.column().saturating_sub(digits + 1);
                let style = paint.theme.style(Ink::Strong);
                paint.put(row, left, app.settings.glyphs.selected_column, style);
            }
            for row in frame.kinds.rows().chain(frame.numbers.rows()) {
                self.lay(row, column, paint);
            }
        }
    }

    /// Draws a number in one line, or a digit in each of as many lines as there are, at their bottom.
    fn put_number(
        &self,
        lines: Rect,
        column: &Column,
        (number, ink): (&str, Ink),
        paint: &mut Paint<'_>,
    ) {
        if lines.height == 1 {
            self.put(lines, column, (number, ink), paint);
            return;
        }
        for (row, digit) in lines.rows().rev().zip(number.chars().rev()) {
            self.put(row, column, (&digit.to_string(), ink), paint);
        }
    }

    /// Draws what the counts below or beside are of.
    fn label(&self, row: Rect, text: &str, paint: &mut Paint<'_>) {
        let room = self.beside();
        let text = if width(text) < room { text } else { "all" };
        let left = room.saturating_sub(width(text));
        paint.put(row, left, text, paint.theme.style(Ink::Dim));
    }

    /// The rows; the first line always says which role the rows below it are about.
    fn draw_rows(&self, paint: &mut Paint<'_>) {
        let grid = self.app.grid();
        if grid.rows().is_empty() {
            let text = "no participant is reported at the listed events";
            paint.line(self.frame.rows, &Line::new(2, text, Ink::Plain));
            return;
        }
        let lines: Vec<Rect> = self.frame.rows.rows().collect();
        let top = self.app.matrix.top;
        for (at, (row, line)) in grid.rows().iter().skip(top).zip(&lines).enumerate() {
            match *row {
                Row::Part(part, events) if at > 0 || lines.len() == 1 => {
                    self.draw_name(*line, part, events, paint);
                    for column in &self.columns {
                        let missing = (self.app.settings.glyphs.missing, Ink::Dim);
                        self.put(*line, column, missing, paint);
                    }
                }
                _ => self.draw_role(*line, row.role(), paint),
            }
        }
        for column in &self.columns {
            self.draw_marks(column, &lines, paint);
        }
    }

    /// The marks of those who were at an event.
    fn draw_marks(&self, column: &Column, lines: &[Rect], paint: &mut Paint<'_>) {
        let (app, grid) = (self.app, self.app.grid());
        let first = usize::from(lines.len() > 1);
        let in_sight = |row: usize| {
            let line = row
                .checked_sub(app.matrix.top)
                .filter(|line| *line >= first)?;
            lines.get(line).copied()
        };
        for row in grid.marks(&app.timeline[column.event]) {
            if let (Some(line), Some(row)) = (in_sight(row), grid.rows().get(row)) {
                let mark = app.settings.glyphs.role(&app.timeline[row.role()]);
                self.put(line, column, (&mark, Ink::Plain), paint);
            }
        }
        let selected = app.selected_part().and_then(|part| grid.row_of(part));
        if let (true, Some(line)) = (self.is_selected(column), selected.and_then(in_sight)) {
            self.lay(line, column, paint);
        }
    }

    fn draw_role(&self, line: Rect, role: RoleIx, paint: &mut Paint<'_>) {
        let (app, glyphs) = (self.app, self.app.settings.glyphs);
        let count = app.grid().count(role);
        let role = &app.timeline[role];
        let parts = [
            format!("{} ", glyphs.role(role)),
            glyphs.set(role.plural.shown()).into_owned(),
            format!(" ({count})"),
        ];
        let parts = parts.map(|text| vec![(text, Ink::Heading)]);
        paint.line(line, &Line::row(1, parts));
    }

    /// Mark, name and at how many of the listed events.
    fn draw_name(&self, line: Rect, part: Part, events: usize, paint: &mut Paint<'_>) {
        let (app, frame, glyphs) = (self.app, &self.frame, self.app.settings.glyphs);
        let is_selected = app.selected_part() == Some(part);
        let mark = if is_selected { glyphs.selected } else { " " };
        let name = glyphs.set(name(&app.timeline, part.participant, frame.by_code));
        let name = elide(&name, frame.names, glyphs.ellipsis);
        let gap = frame.names.saturating_sub(width(&name)) + 1;
        let count = format!("{:gap$}{events:>1$}", "", frame.events);
        let parts = [
            vec![(format!("{mark} "), Ink::Plain)],
            marked(app, &name, Ink::Plain),
            vec![(count, Ink::Dim)],
        ];
        paint.line(line, &Line::row(0, parts));
        if is_selected {
            let beside = u16::try_from(self.beside()).unwrap_or(u16::MAX);
            let cells = Rect {
                width: beside.min(line.width),
                ..line
            };
            paint.lay(cells, Theme::selection());
        }
    }

    /// How many took part in each event.
    fn draw_totals(&self, paint: &mut Paint<'_>) {
        let totals = self.frame.totals;
        for column in &self.columns {
            let count = participants(&self.app.timeline[column.event]).to_string();
            self.put_number(totals, column, (&count, Ink::Dim), paint);
        }
        if let Some(row) = totals.rows().next_back() {
            self.label(row, "participants", paint);
        }
    }

    /// What the selected cell says: wrapped if it is one line, or all of it has room so; else a row for
    /// each line of it, the less important ones joined or left out.
    fn draw_cell(&self, paint: &mut Paint<'_>) {
        let app = self.app;
        let Some(event) = app.selected_event() else {
            return;
        };
        let glyphs = app.settings.glyphs;
        let mut lines = document::cell(&app.timeline, glyphs, app.selected_part(), event);
        for (text, _) in lines.iter_mut().flatten() {
            *text = glyphs.set(text).into_owned();
        }
        let area = self.frame.cell;
        let rows = usize::from(area.height);
        let whole = wrapped(&lines, usize::from(area.width).saturating_sub(2));
        if whole.len() <= rows || lines.len() == 1 {
            lines = joined_from(whole, rows.saturating_sub(1));
        } else if let (2, [_, led, sources]) = (area.height, lines.as_mut_slice()) {
            led.push((format!(" {} ", glyphs.dot), Ink::Dim));
            led.append(sources);
        }
        for (row, runs) in area.rows().zip(lines) {
            paint.line(row, &Line::row(1, runs.into_iter().map(|run| vec![run])));
        }
    }
}

/// The lines with all from a place on in one, which is then cut where the row ends.
fn joined_from(mut lines: Vec<Vec<Inked>>, at: usize) -> Vec<Vec<Inked>> {
    let rest = lines.split_off(at.min(lines.len()));
    let space = [(String::from(" "), Ink::Plain)];
    let rest = rest.join(space.as_slice());
    lines.push(rest);
    lines
}

/// Lines broken where they are longer than that.
fn wrapped(lines: &[Vec<Inked>], columns: usize) -> Vec<Vec<Inked>> {
    let broken = lines.iter().flat_map(|line| {
        let runs = line.iter().map(|(text, ink)| Run { text, style: *ink });
        wrap(&runs.collect::<Vec<_>>(), columns, 0)
    });
    let inked = |run: Run<'_, Ink>| (run.text.to_owned(), run.style);
    let lines = broken.map(|line| line.into_iter().map(inked).collect());
    lines.collect()
}
