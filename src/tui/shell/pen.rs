//! Cells as bytes, in as few as there can be: over a slow line they are what a reader waits for.
//!
//! Style is told by "select graphic rendition", places by "cursor position" and "cursor forward": ECMA-48, 8.3.117,
//! 8.3.21 and 8.3.20.

use std::io::{self, Write};

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// What writes cells; it begins and ends in the plain style.
pub(super) struct Pen<'b> {
    bytes: &'b mut Vec<u8>,
    style: Style,
    /// Where the terminal's cursor is; none where that is not known for sure.
    at: Option<(u16, u16)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Style {
    front: Color,
    back: Color,
    modifier: Modifier,
}

const PLAIN: Style = Style {
    front: Color::Reset,
    back: Color::Reset,
    modifier: Modifier::empty(),
};

/// How each modifier is switched on.
const MODIFIERS: [(Modifier, u8); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

impl<'b> Pen<'b> {
    pub(super) const fn new(bytes: &'b mut Vec<u8>) -> Self {
        Self {
            bytes,
            style: PLAIN,
            at: None,
        }
    }

    /// Writes a cell.
    pub(super) fn write(&mut self, (x, y): (u16, u16), cell: &Cell) -> io::Result<()> {
        self.go_to(x, y)?;
        self.take_style(Style {
            front: cell.fg,
            back: cell.bg,
            modifier: cell.modifier,
        })?;
        self.bytes.write_all(cell.symbol().as_bytes())?;
        // Terminals do not agree on how wide other characters are.
        let is_sure = cell.symbol().len() == 1;
        self.at = is_sure.then(|| (x.saturating_add(1), y));
        Ok(())
    }

    /// Erases the rest of a row, from a column on.
    pub(super) fn erase_from(&mut self, (x, y): (u16, u16)) -> io::Result<()> {
        self.go_to(x, y)?;
        self.take_style(PLAIN)?;
        self.bytes.write_all(b"\x1b[K")
    }

    /// Ends in the plain style.
    pub(super) fn end(mut self) -> io::Result<()> {
        self.take_style(PLAIN)
    }

    fn go_to(&mut self, x: u16, y: u16) -> io::Result<()> {
        match self.at {
            Some(at) if at == (x, y) => {}
            Some((column, row)) if row == y && column < x => {
                write!(self.bytes, "\x1b[{}C", x - column)?;
            }
            _ => write!(self.bytes, "\x1b[{};{}H", y + 1, x + 1)?,
        }
        self.at = Some((x, y));
        Ok(())
    }

    fn take_style(&mut self, style: Style) -> io::Result<()> {
        if style == self.style {
            return Ok(());
        }
        if style == PLAIN {
            self.bytes.write_all(b"\x1b[m")?;
            self.style = style;
            return Ok(());
        }
        let mut codes = Vec::new();
        let mut before = self.style;
        // What ends one modifier ends others too; from plain is as short.
        if !style.modifier.contains(before.modifier) {
            codes.push(String::from("0"));
            before = PLAIN;
        }
        let added = style.modifier - before.modifier;
        let switches = MODIFIERS
            .iter()
            .filter(|(modifier, _)| added.contains(*modifier));
        codes.extend(switches.map(|(_, code)| code.to_string()));
        if style.front != before.front {
            codes.push(color(style.front, 30));
        }
        if style.back != before.back {
            codes.push(color(style.back, 40));
        }
        write!(self.bytes, "\x1b[{}m", codes.join(";"))?;
        self.style = style;
        Ok(())
    }
}

/// The code of a colour before or behind the text; `base` is that of black there.
fn color(color: Color, base: u8) -> String {
    let named = match color {
        Color::Reset => 9,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Indexed(index) => return format!("{};5;{index}", base + 8),
        Color::Rgb(red, green, blue) => return format!("{};2;{red};{green};{blue}", base + 8),
    };
    (base + named).to_string()
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Cell;
    use ratatui::style::{Color, Style};

    use super::Pen;

    fn written(cells: &[(u16, u16, &'static str, Style)]) -> String {
        let mut bytes = Vec::new();
        let mut pen = Pen::new(&mut bytes);
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
    fn a_place_is_told_where_the_cursor_is_not_there_for_sure() {
        let plain = Style::new();
        let cells = [
            (4, 2, "a", plain),
            (5, 2, "b", plain),
            (9, 2, "●", plain),
            (10, 2, "c", plain),
            (0, 3, "d", plain),
        ];
        let told = "\u{1b}[3;5Hab\u{1b}[3C●\u{1b}[3;11Hc\u{1b}[4;1Hd";
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
