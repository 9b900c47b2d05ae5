//! Putting inked text into cells: everything that is drawn goes through here.
//!
//! Text is in the order of reading until it gets here. Where the terminal does not set it from right to
//! left, it is put here into the order in which it is seen: each part of a line by itself, and what is
//! put at a column as one.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::{Bidi, Lines, Run, clip, is_narrow, reorder, show, width};
use crate::tui::document::{Ink, Line, runs_width};
use crate::tui::glyphs::Glyphs;
use crate::tui::theme::Theme;

/// A buffer with the means to draw in it.
pub(super) struct Paint<'a> {
    /// What is drawn into.
    pub(super) buffer: &'a mut Buffer,
    /// How inks look.
    pub(super) theme: &'a Theme,
    /// The characters that are ours.
    pub(super) glyphs: &'a Glyphs,
    /// Who sets text from right to left.
    pub(super) bidi: Bidi,
}

impl Paint<'_> {
    /// Draws a line into the first row of `row`; what does not fit is cut, with a mark.
    pub(super) fn line(&mut self, row: Rect, line: &Line) {
        let columns = usize::from(row.width);
        let is_cut = line.left + runs_width(&line.runs) > columns;
        let end = columns.saturating_sub(if is_cut {
            width(self.glyphs.ellipsis)
        } else {
            0
        });
        let mut used = line.left;
        for part in line.parts() {
            let begin = used;
            let mut fitting = Vec::with_capacity(part.len() + 1);
            for (text, ink) in part {
                let text = show(text, Lines::One);
                let columns = width(&text);
                if is_cut && used + columns > end {
                    let beginning = clip(&text, end.saturating_sub(used)).trim_end();
                    fitting.push((Cow::Owned(beginning.to_owned()), *ink));
                    fitting.push((Cow::Borrowed(self.glyphs.ellipsis), *ink));
                    self.part(row, begin, &fitting);
                    return;
                }
                used += columns;
                fitting.push((text, *ink));
            }
            self.part(row, begin, &fitting);
        }
    }

    /// Draws a part of a line that is cut to what fits, in the order in which it is to be seen.
    fn part(&mut self, row: Rect, mut column: usize, part: &[(Cow<'_, str>, Ink)]) {
        let theme = self.theme;
        let runs = part.iter().map(|(text, ink)| Run {
            text: text.as_ref(),
            style: theme.style(*ink),
        });
        let runs: Vec<_> = runs.collect();
        let is_set =
            self.bidi == Bidi::Terminal || part.iter().any(|(_, ink)| *ink == Ink::Verbatim);
        for run in if is_set { runs } else { reorder(&runs) } {
            column += self.set(row, column, run);
        }
    }

    /// Draws `text` at a column of `row`, cut at its end; the columns it took.
    pub(super) fn put(&mut self, row: Rect, column: usize, text: &str, style: Style) -> usize {
        let room = usize::from(row.width).saturating_sub(column);
        let text = show(text, Lines::One);
        let run = Run {
            text: clip(&text, room),
            style,
        };
        if self.bidi == Bidi::Terminal {
            return self.set(row, column, run);
        }
        let mut end = column;
        for run in reorder(&[run]) {
            end += self.set(row, end, run);
        }
        end - column
    }

    /// The same, but nothing of the style of what was there stays.
    pub(super) fn put_over(&mut self, row: Rect, column: usize, text: &str, style: Style) -> usize {
        let columns = self.put(row, column, text, style);
        let first = usize::from(row.x).saturating_add(column);
        for x in (first..first + columns).filter_map(|x| u16::try_from(x).ok()) {
            if let Some(cell) = self.buffer.cell_mut((x, row.y)) {
                cell.set_style(Style::reset().patch(style));
            }
        }
        columns
    }

    /// Fills cells with what is shown as it is; how many.
    fn set(&mut self, row: Rect, column: usize, run: Run<'_, Style>) -> usize {
        let room = usize::from(row.width).saturating_sub(column);
        let Ok(offset) = u16::try_from(column) else {
            return 0;
        };
        if room == 0 || row.height == 0 || !self.buffer.area.contains(row.as_position()) {
            return 0;
        }
        let text = clip(run.text, room);
        let x = row.x.saturating_add(offset);
        if is_narrow(text) {
            return self.set_narrow((x, row.y), text, run.style);
        }
        let (end, _) = self.buffer.set_stringn(x, row.y, text, room, run.style);
        usize::from(end.saturating_sub(x))
    }

    /// The same with a text of which each character takes a column: it need not be looked into.
    fn set_narrow(&mut self, (x, y): (u16, u16), text: &str, style: Style) -> usize {
        let room = self.buffer.area.right().saturating_sub(x);
        if room == 0 {
            return 0;
        }
        let first = self.buffer.index_of(x, y);
        let cells = self.buffer.content.iter_mut().skip(first);
        let cells = cells.take(usize::from(room)).zip(text.chars());
        let mut columns = 0;
        for (cell, c) in cells {
            cell.set_char(c).set_style(style);
            columns += 1;
        }
        columns
    }

    /// Lays a style over a row.
    pub(super) fn lay(&mut self, row: Rect, style: Style) {
        self.buffer
            .set_style(row.intersection(self.buffer.area), style);
    }

    /// Draws the rule between two panes, heavy if the second of them has the keys.
    pub(super) fn rule(&mut self, area: Rect, heavy: bool) {
        let glyphs = self.glyphs;
        let (glyph, ink) = match (area.width == 1, heavy) {
            (true, false) => (glyphs.vertical, Ink::Dim),
            (true, true) => (glyphs.vertical_heavy, Ink::Plain),
            (false, false) => (glyphs.horizontal, Ink::Dim),
            (false, true) => (glyphs.horizontal_heavy, Ink::Plain),
        };
        let style = self.theme.style(ink);
        for row in area.rows() {
            let text = glyph.repeat(usize::from(row.width));
            self.put(row, 0, &text, style);
        }
    }
}
