//! Styles as the codes of "select graphic rendition": ECMA-48, 8.3.117.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Style {
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
    pub(super) fn is_blank_like(self, other: Self) -> bool {
        let seen = |style: Self| style.modifier.intersects(SEEN_IN_BLANKS);
        self == other || (self.back == other.back && !seen(self) && !seen(other))
    }

    pub(super) const fn of(cell: &Cell) -> Self {
        Self {
            front: cell.fg,
            back: cell.bg,
            modifier: cell.modifier,
        }
    }

    /// The codes that make it of another style.
    pub(super) fn codes_after(self, before: Self) -> String {
        if self == PLAIN {
            return String::new();
        }
        // What ends one modifier ends others too: then all is told anew, as where that is shorter.
        let anew = format!("0;{}", codes(PLAIN, self));
        let more = codes(before, self);
        let keeps_all = self.modifier.contains(before.modifier);
        if keeps_all && more.len() <= anew.len() {
            more
        } else {
            anew
        }
    }
}

pub(super) const PLAIN: Style = Style {
    front: Color::Reset,
    back: Color::Reset,
    modifier: Modifier::empty(),
};

/// Takes from blanks what is not seen of their style, so that those that look the same are the same.
pub(super) fn settle_blanks(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let has_style = cell.fg != Color::Reset || !cell.modifier.is_empty();
        if has_style && cell.symbol() == " " && !cell.modifier.intersects(SEEN_IN_BLANKS) {
            (cell.fg, cell.modifier) = (Color::Reset, Modifier::empty());
        }
    }
}

/// Whether a cell is like one of which nothing was drawn.
pub(super) fn is_blank(cell: &Cell) -> bool {
    Style::of(cell) == PLAIN && cell.symbol() == " "
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
    use ratatui::style::Style;

    use super::settle_blanks;

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
}
