//! Putting inked text into cells: everything that is drawn goes through here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::{Lines, clip, show, width};
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
        for (text, ink) in &line.runs {
            let text = show(text, Lines::One);
            let style = self.theme.style(*ink);
            if is_cut && used + width(&text) > end {
                let beginning = clip(&text, end.saturating_sub(used)).trim_end();
                used += self.put(row, used, beginning, style);
                self.put(row, used, self.glyphs.ellipsis, style);
                break;
            }
            used += self.put(row, used, &text, style);
        }
    }

    /// Draws `text` at a column of `row`, cut at its end; the columns it took.
    pub(super) fn put(&mut self, row: Rect, column: usize, text: &str, style: Style) -> usize {
        let room = usize::from(row.width).saturating_sub(column);
        let Ok(offset) = u16::try_from(column) else {
            return 0;
        };
        if room == 0 || row.height == 0 || !self.buffer.area.contains(row.as_position()) {
            return 0;
        }
        let text = show(text, Lines::One);
        let text = clip(&text, room);
        let x = row.x.saturating_add(offset);
        let (end, _) = self.buffer.set_stringn(x, row.y, text, room, style);
        usize::from(end.saturating_sub(x))
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
