//! Cells as bytes, in as few as there can be: over a slow line they are what a reader waits for.
//!
//! Style is told by "select graphic rendition", places by "cursor position", "character absolute" and "cursor
//! forward": ECMA-48, 8.3.117, 8.3.21, 8.3.9 and 8.3.20; the row below by "line feed". Blanks are erased where they
//! are many: "erase character" and "erase in line", 8.3.38 and 8.3.41.

use std::io::{self, Write};

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Style {
    front: Color,
    back: Color,
    modifier: Modifier,
}

/// What is seen of a modifier where nothing is written.
const SEEN_IN_BLANKS: Modifier = Modifier::UNDERLINED
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT);

impl Style {
    /// Whether a blank looks the same in another style.
    fn is_blank_like(self, other: Self) -> bool {
        let seen = |style: Self| style.modifier.intersects(SEEN_IN_BLANKS);
        self == other || (self.back == other.back && !seen(self) && !seen(other))
    }

    const fn of(cell: &Cell) -> Self {
        Self {
            front: cell.fg,
            back: cell.bg,
            modifier: cell.modifier,
        }
    }
}

const PLAIN: Style = Style {
    front: Color::Reset,
    back: Color::Reset,
    modifier: Modifier::empty(),
};

/// So many blanks are erased rather than written: to erase them and to go behind them takes ten bytes.
const ERASED: usize = 11;

/// With how many blanks a part of a row begins of which nothing is seen: not all terminals erase to another colour.
fn plain_blanks(row: &[(u16, u16, &Cell)]) -> usize {
    let start = row.first().map_or(0, |&(x, ..)| x);
    let is_plain = |cell: &Cell| cell.symbol() == " " && Style::of(cell).is_blank_like(PLAIN);
    (start..)
        .zip(row)
        .take_while(|(place, (x, _, cell))| place == x && is_plain(cell))
        .count()
}

/// Takes from blanks what is not seen of their style, so that those that look the same are the same.
pub(super) fn settle_blanks(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let has_style = cell.fg != Color::Reset || !cell.modifier.is_empty();
        if has_style && cell.symbol() == " " && !cell.modifier.intersects(SEEN_IN_BLANKS) {
            (cell.fg, cell.modifier) = (Color::Reset, Modifier::empty());
        }
    }
}

/// Whether the terminal's cursor is for sure in the next column after this cell: terminals do not agree on how wide
/// characters are that are none of ASCII.
pub(super) fn has_sure_width(cell: &Cell) -> bool {
    cell.symbol().len() == 1
}

/// Whose style the pen has when it has written `cell` in that of `styled`.
pub(super) fn styled<'c>(styled: &'c Cell, cell: &'c Cell) -> &'c Cell {
    if is_like(styled, cell) { styled } else { cell }
}

/// Whether a cell can be written in the style of another without a word on its own, or on the next one's place.
pub(super) fn joins(styled: &Cell, cell: &Cell) -> bool {
    is_like(styled, cell) && has_sure_width(cell)
}

fn is_like(styled: &Cell, cell: &Cell) -> bool {
    let (style, next) = (Style::of(styled), Style::of(cell));
    style == next || (cell.symbol() == " " && style.is_blank_like(next))
}

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

    /// Writes cells of one row, from left to right.
    pub(super) fn write_row(&mut self, row: &[(u16, u16, &Cell)]) -> io::Result<()> {
        let mut rest = row;
        while let Some((&(x, y, cell), after)) = rest.split_first() {
            let blanks = plain_blanks(rest);
            if blanks >= ERASED {
                self.go_to(x, y)?;
                self.take_style_of_blank(PLAIN)?;
                write!(self.bytes, "\x1b[{blanks}X")?;
                rest = rest.get(blanks..).unwrap_or_default();
            } else {
                self.write((x, y), cell)?;
                rest = after;
            }
        }
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
        let place = format!("\x1b[{};{}H", y + 1, x + 1);
        let below = self.row.and_then(|row| y.checked_sub(row)).map(usize::from);
        let column = self.to_column(x);
        match below.filter(|rows| rows + column.len() <= place.len()) {
            Some(rows) => {
                self.bytes.extend(std::iter::repeat_n(b'\n', rows));
                self.bytes.write_all(column.as_bytes())?;
            }
            None => self.bytes.write_all(place.as_bytes())?,
        }
        (self.row, self.column) = (Some(y), Some(x));
        Ok(())
    }

    /// What goes to another column of a row.
    fn to_column(&self, x: u16) -> String {
        match self.column {
            Some(column) if column == x => String::new(),
            Some(column) if column < x => format!("\x1b[{}C", x - column),
            _ if x == 0 => "\r".to_owned(),
            _ => format!("\x1b[{}G", x + 1),
        }
    }

    fn take_style_of_blank(&mut self, style: Style) -> io::Result<()> {
        if style.is_blank_like(self.style) {
            return Ok(());
        }
        self.take_style(style)
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
        // What ends one modifier ends others too: then all is told anew, as where that is shorter.
        let anew = format!("0;{}", codes(PLAIN, style));
        let more = codes(self.style, style);
        let keeps_all = style.modifier.contains(self.style.modifier);
        let shorter = if keeps_all && more.len() <= anew.len() {
            more
        } else {
            anew
        };
        write!(self.bytes, "\x1b[{shorter}m")?;
        self.style = style;
        Ok(())
    }
}

/// What is added to a style to make another of it, none of whose modifiers it has to lose.
fn codes(before: Style, style: Style) -> String {
    let added = style.modifier - before.modifier;
    let switches = MODIFIERS
        .iter()
        .filter(|(modifier, _)| added.contains(*modifier));
    let mut codes: Vec<String> = switches.map(|(_, code)| code.to_string()).collect();
    if style.front != before.front {
        codes.push(color(style.front, 30));
    }
    if style.back != before.back {
        codes.push(color(style.back, 40));
    }
    codes.join(";")
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
    use ratatui::buffer::{Buffer, Cell};
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    use super::{Pen, settle_blanks};

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
    fn blanks_are_erased_where_that_is_shorter() {
        let (plain, red) = (Style::new(), Style::new().on_red());
        let row = |blanks: u16, style: Style| {
            let mut bytes = Vec::new();
            let mut pen = Pen::new(&mut bytes, 80);
            let mut blank = Cell::new(" ");
            blank.set_style(style);
            let (one, other) = (Cell::new("a"), Cell::new("b"));
            let blanks = (3..3 + blanks).map(|x| (x, 0, &blank));
            let mut cells = vec![(2, 0, &one)];
            cells.extend(blanks);
            cells.push((u16::try_from(cells.len()).unwrap() + 2, 0, &other));
            pen.write_row(&cells).unwrap();
            pen.end().unwrap();
            String::from_utf8(bytes).unwrap()
        };
        let blanks = " ".repeat(10);
        assert_eq!(row(10, plain), format!("\u{1b}[1;3Ha{blanks}b"));
        assert_eq!(row(11, plain), "\u{1b}[1;3Ha\u{1b}[11X\u{1b}[11Cb");
        for (style, code) in [(red, 41), (plain.underlined(), 4)] {
            let told = format!("\u{1b}[1;3Ha\u{1b}[{code}m{}\u{1b}[mb", " ".repeat(20));
            assert_eq!(row(20, style), told);
        }
    }

    #[test]
    fn what_is_not_seen_of_a_blank_is_not_told() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
        buffer.set_string(0, 0, " ", Style::new().red().bold());
        buffer.set_string(1, 0, " ", Style::new().red().underlined());
        buffer.set_string(2, 0, "a", Style::new().red());
        let told = buffer.clone();
        settle_blanks(&mut buffer);
        assert_eq!(buffer.cell((0, 0)), Some(&Cell::new(" ")));
        assert_eq!(buffer.content.get(1..), told.content.get(1..));
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
