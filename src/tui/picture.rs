//! A frame outside a terminal: its cells as lines of text, or as what a picture is drawn from.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;

use crate::export::svg::{Background, Look, Picture, Run, Way};
use crate::text::width;

use super::theme::{Palette, colour_name};

/// The lines of a frame, without blanks at their ends.
pub fn lines(frame: &Buffer) -> Vec<String> {
    let rows = frame.area.rows();
    let lines = rows.map(|row| {
        let cells = cells(frame, row.y);
        let text: String = cells.map(|(_, _, cell)| cell.symbol()).collect();
        text.trim_end().to_owned()
    });
    lines.collect()
}

/// A frame as a picture, on the background that its palette is for.
pub fn picture(frame: &Buffer, palette: Palette) -> Picture {
    let rows = frame.area.rows();
    Picture {
        columns: frame.area.width.into(),
        rows: frame.area.height.into(),
        runs: rows.flat_map(|row| runs(frame, row.y)).collect(),
        background: match palette {
            Palette::Auto | Palette::Mono => Background::Both,
            Palette::Light => Background::Light,
            Palette::Dark => Background::Dark,
        },
    }
}

/// The cells of a row that something stands in, with their column and width: a wide character has
/// two, the second of which is empty.
fn cells(frame: &Buffer, y: u16) -> impl Iterator<Item = (u16, u16, &Cell)> {
    let mut after = frame.area.left();
    let columns = frame.area.left()..frame.area.right();
    columns.filter_map(move |x| {
        let cell = frame.cell((x, y)).filter(|_| x >= after)?;
        let width = u16::try_from(width(cell.symbol())).unwrap_or(1).max(1);
        after = x.saturating_add(width);
        Some((x, width, cell))
    })
}

/// The pieces of a row. Where two blanks follow each other one ends, and where a sign stands that a font
/// may draw wider than a cell: so every column of a table stands where it should.
fn runs(frame: &Buffer, y: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (x, width, cell) in cells(frame, y) {
        let symbol = cell.symbol();
        let look = look(cell);
        if let Some(last) = runs.last_mut()
            && last.column + last.width == u32::from(x)
            && last.look == look
            && joins(&last.text, symbol)
        {
            last.text.push_str(symbol);
            last.width += u32::from(width);
        } else if symbol != " " || look.reversed {
            runs.push(Run {
                column: x.into(),
                row: y.into(),
                width: width.into(),
                text: symbol.to_owned(),
                look,
            });
        }
    }
    runs
}

/// Whether a piece goes on with a cell that looks the same.
fn joins(text: &str, symbol: &str) -> bool {
    let is_gap = text.ends_with(' ') && symbol == " ";
    let is_same = text.chars().all(|c| symbol.starts_with(c));
    is_same || !is_gap && is_prose(text) && is_prose(symbol)
}

/// Whether a monospaced font draws each character within a cell.
fn is_prose(text: &str) -> bool {
    let plain =
        |c: char| c.is_ascii() || c.is_alphabetic() && width(c.encode_utf8(&mut [0; 4])) == 1;
    text.chars().all(plain)
}

fn look(cell: &Cell) -> Look {
    let style = cell.style();
    let ways = [
        (Modifier::BOLD, Way::Bold),
        (Modifier::DIM, Way::Dim),
        (Modifier::UNDERLINED, Way::Underlined),
    ];
    let ways = ways.into_iter();
    let ways = ways.filter(|(modifier, _)| style.add_modifier.contains(*modifier));
    Look {
        colour: colour_name(style),
        ways: ways.map(|(_, way)| way).collect(),
        reversed: style.add_modifier.contains(Modifier::REVERSED),
    }
}
