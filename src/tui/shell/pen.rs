//! Cells as bytes, in as few as there can be: over a slow line they are what a reader waits for.
//!
//! Places are told by "cursor position", "character absolute" and "cursor forward": ECMA-48, 8.3.21, 8.3.9 and
//! 8.3.20; rows below by "line feed". Ends of rows are erased: "erase in line", 8.3.41. Not all terminals know "erase
//! character": that of Emacs does not.

use std::io::{self, Write};

use ratatui::buffer::Cell;

use super::style::{PLAIN, Style, has_sure_width};

/// What writes cells; it begins and ends in the plain style.
pub(super) struct Pen<'b> {
    bytes: &'b mut Vec<u8>,
    style: Style,
    /// The row in which the terminal's cursor is, if that is known for sure.
    row: Option<u16>,
    /// The same of its column.
    column: Option<u16>,
    /// How many columns there are.
    columns: u16,
}

fn digits(number: u16) -> usize {
    number.checked_ilog10().map_or(1, |log| log as usize + 1)
}

impl<'b> Pen<'b> {
    pub(super) const fn new(bytes: &'b mut Vec<u8>, columns: u16) -> Self {
        Self {
            bytes,
            style: PLAIN,
            row: None,
            column: None,
            columns,
        }
    }

    /// Writes a cell.
    pub(super) fn write(&mut self, (x, y): (u16, u16), cell: &Cell) -> io::Result<()> {
        self.go_to(x, y)?;
        let style = Style::of(cell);
        if cell.symbol() == " " {
            self.take_style_of_blank(style)?;
        } else {
            self.take_style(style)?;
        }
        self.bytes.write_all(cell.symbol().as_bytes())?;
        // Terminals do not agree on where the cursor is behind the last column.
        let is_sure = has_sure_width(cell);
        let end = x.saturating_add(if is_sure { 1 } else { 2 });
        self.column = (is_sure && end < self.columns).then_some(end);
        self.row = self.row.filter(|_| end < self.columns);
        Ok(())
    }

    /// Erases the rest of a row, from a column on. Terminals erase to the colour behind the text; of the rest of the
    /// style nothing is seen.
    pub(super) fn erase_from(&mut self, (x, y): (u16, u16)) -> io::Result<()> {
        self.go_to(x, y)?;
        self.take_style_of_blank(PLAIN)?;
        self.bytes.write_all(b"\x1b[K")
    }

    /// Ends in the plain style.
    pub(super) fn end(mut self) -> io::Result<()> {
        self.take_style(PLAIN)
    }

    /// Goes down by line feeds where that is as short as to tell the place.
    fn go_to(&mut self, x: u16, y: u16) -> io::Result<()> {
        if (self.row, self.column) == (Some(y), Some(x)) {
            return Ok(());
        }
        let below = self.row.and_then(|row| y.checked_sub(row));
        let place = 4 + digits(y + 1) + digits(x + 1);
        match below.map(usize::from) {
            Some(rows) if rows + self.way_to(x) <= place => {
                self.bytes.extend(std::iter::repeat_n(b'\n', rows));
                self.go_in_row(x)?;
            }
            _ => write!(self.bytes, "\x1b[{};{}H", y + 1, x + 1)?,
        }
        (self.row, self.column) = (Some(y), Some(x));
        Ok(())
    }

    fn go_in_row(&mut self, x: u16) -> io::Result<()> {
        match self.column {
            Some(column) if column == x => Ok(()),
            Some(column) if column < x => write!(self.bytes, "\x1b[{}C", x - column),
            _ if x == 0 => self.bytes.write_all(b"\r"),
            _ => write!(self.bytes, "\x1b[{}G", x + 1),
        }
    }

    /// How many bytes it takes to go to another column of a row.
    fn way_to(&self, x: u16) -> usize {
        match self.column {
            Some(column) if column == x => 0,
            Some(column) if column < x => 3 + digits(x - column),
            _ if x == 0 => 1,
            _ => 3 + digits(x + 1),
        }
    }

    fn take_style_of_blank(&mut self, style: Style) -> io::Result<()> {
        if style.is_blank_like(self.style) {
            return Ok(());
        }
        self.take_style(style)
    }

    fn take_style(&mut self, style: Style) -> io::Result<()> {
        if style != self.style {
            write!(self.bytes, "\x1b[{}m", style.codes_after(self.style))?;
            self.style = style;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Cell;
    use ratatui::style::{Color, Style};

    use super::Pen;

    fn written(cells: &[(u16, u16, &'static str, Style)]) -> String {
        let mut bytes = Vec::new();
        let mut pen = Pen::new(&mut bytes, 80);
        for (x, y, text, style) in cells {
            let mut cell = Cell::new(text);
            cell.set_style(*style);
            pen.write((*x, *y), &cell).unwrap();
        }
        pen.end().unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_style_is_told_once_and_where_it_changes() {
        let (plain, cyan) = (Style::new(), Style::new().fg(Color::Cyan));
        let cells = [
            (0, 0, "a", cyan),
            (1, 0, "b", cyan),
            (2, 0, "c", cyan.bold()),
            (3, 0, "d", plain.dim()),
            (4, 0, "e", plain),
        ];
        let told = "\u{1b}[1;1H\u{1b}[36mab\u{1b}[1mc\u{1b}[0;2md\u{1b}[me";
        assert_eq!(written(&cells), told);
    }

    #[test]
    fn a_blank_takes_the_style_that_is_there_where_it_looks_the_same() {
        let (plain, dim) = (Style::new(), Style::new().dim());
        let cells = [
            (0, 0, "a", dim),
            (1, 0, " ", plain),
            (2, 0, "b", dim),
            (3, 0, " ", plain.underlined()),
            (4, 0, " ", plain),
            (5, 0, " ", plain.on_red()),
        ];
        let told = "\u{1b}[1;1H\u{1b}[2ma b\u{1b}[0;4m \u{1b}[m \u{1b}[41m \u{1b}[m";
        assert_eq!(written(&cells), told);
    }

    #[test]
    fn a_place_is_told_where_the_cursor_is_not_there_for_sure() {
        let plain = Style::new();
        let cells = [
            (4, 2, "a", plain),
            (5, 2, "b", plain),
            (9, 2, "●", plain),
            (10, 2, "c", plain),
            (0, 3, "d", plain),
            (4, 4, "e", plain),
            (78, 4, "●", plain),
            (0, 5, "f", plain),
            (79, 5, "g", plain),
            (0, 6, "h", plain),
        ];
        let told = "\u{1b}[3;5Hab\u{1b}[3C●\u{1b}[11Gc\n\rd\n\u{1b}[3Ce\u{1b}[73C●\u{1b}[6;1Hf\u{1b}[78Cg\u{1b}[7;1Hh";
        assert_eq!(written(&cells), told);
    }

    #[test]
    fn colours_are_told_by_their_shortest_codes() {
        let style = Style::new().fg(Color::LightRed).bg(Color::Indexed(200));
        assert_eq!(
            written(&[(0, 0, "a", style)]),
            "\u{1b}[1;1H\u{1b}[91;48;5;200ma\u{1b}[m"
        );
        let style = Style::new().fg(Color::Rgb(1, 2, 3)).bg(Color::DarkGray);
        assert_eq!(
            written(&[(0, 0, "a", style)]),
            "\u{1b}[1;1H\u{1b}[38;2;1;2;3;100ma\u{1b}[m"
        );
    }
}
