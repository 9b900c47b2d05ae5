//! Frames: from cells to the bytes that change the terminal's picture into them.

use std::io;

use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::cursor::Hide;
use ratatui::crossterm::queue;
use ratatui::crossterm::style::{Attribute, SetAttribute};
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate,
};
use ratatui::layout::{Rect, Size};

use super::pen::Pen;
use crate::text::width;
use crate::tui::layout::LARGEST;

/// To go to another column of a row takes about so many bytes.
const GOING: usize = 4;
/// To erase the end of a row takes more bytes than so many blanks.
const ERASING: usize = 12;

/// What is drawn on the terminal, as far as the program knows.
#[derive(Debug, Default)]
pub(super) struct Screen {
    area: Rect,
    shown: Buffer,
    /// Whether the terminal shows that; it cannot be relied on after a new size, or another program.
    is_shown: bool,
    /// What the next frame is drawn into: a buffer is too large to be had anew for each.
    spare: Buffer,
}

impl Screen {
    /// Draws on a terminal of this size from now on, all of it with the next frame.
    ///
    /// Answers the size that is used of it.
    pub(super) fn resize(&mut self, terminal: Size) -> Size {
        let width = terminal.width.min(LARGEST.width);
        let height = terminal.height.min(LARGEST.height);
        self.area = Rect::new(0, 0, width, height);
        self.forget();
        self.area.as_size()
    }

    /// Draws everything with the next frame, whatever the terminal shows.
    pub(super) const fn forget(&mut self) {
        self.is_shown = false;
    }

    /// What to send so that the terminal shows what `view` draws; nothing if it does already.
    ///
    /// The terminal is told to show a frame when it has all of it. Beginning and end are made
    /// together, so that no panic can leave the one without the other.
    pub(super) fn draw(&mut self, view: impl FnOnce(&mut Buffer)) -> io::Result<Vec<u8>> {
        if self.spare.area == self.area {
            self.spare.reset();
        } else {
            self.spare = Buffer::empty(self.area);
        }
        view(&mut self.spare);
        let frame = if self.is_shown {
            changes(&mut self.shown, &self.spare)?
        } else {
            everything(&self.spare)?
        };
        std::mem::swap(&mut self.shown, &mut self.spare);
        self.is_shown = true;
        Ok(frame)
    }
}

/// What turns `shown`, which is not needed afterwards, into `next`.
fn changes(shown: &mut Buffer, next: &Buffer) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if shown.diff(next).is_empty() {
        return Ok(bytes);
    }
    queue!(bytes, BeginSynchronizedUpdate)?;
    let mut pen = Pen::new(&mut bytes);
    erase_ends(shown, next, &mut pen)?;
    for (x, y, cell) in with_gaps(shown.diff(next), next) {
        pen.write((x, y), cell)?;
    }
    pen.end()?;
    queue!(bytes, EndSynchronizedUpdate)?;
    Ok(bytes)
}

/// Attributes are reset before the screen is cleared: a terminal clears to the current background.
fn everything(next: &Buffer) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let plain = SetAttribute(Attribute::Reset);
    queue!(
        bytes,
        BeginSynchronizedUpdate,
        plain,
        Hide,
        Clear(ClearType::All)
    )?;
    let mut pen = Pen::new(&mut bytes);
    let blank = Cell::default();
    for (y, row) in rows(next) {
        let mut end = 0;
        for (x, cell) in (next.area.left()..).zip(row) {
            // What lies under the second half of a wide character is not drawn.
            if x >= end && *cell != blank {
                pen.write((x, y), cell)?;
                end = x.saturating_add(u16::try_from(width(cell.symbol())).unwrap_or(1));
            }
        }
    }
    pen.end()?;
    queue!(bytes, EndSynchronizedUpdate)?;
    Ok(bytes)
}

/// The rows of a buffer, from the top.
fn rows(buffer: &Buffer) -> impl Iterator<Item = (u16, &[Cell])> {
    let columns = usize::from(buffer.area.width).max(1);
    (buffer.area.top()..).zip(buffer.content.chunks(columns))
}

/// Erases the ends of rows that become blank, which takes fewer bytes than blanks.
fn erase_ends(shown: &mut Buffer, next: &Buffer, pen: &mut Pen<'_>) -> io::Result<()> {
    let blank = Cell::default();
    let columns = usize::from(next.area.width).max(1);
    let before = shown.content.chunks_mut(columns);
    for (before, (y, row)) in before.zip(rows(next)) {
        let end = row.iter().rev().take_while(|cell| **cell == blank).count();
        let start = row.len() - end;
        let Some(before) = before.get_mut(start..) else {
            continue;
        };
        if before.iter().filter(|cell| **cell != blank).count() < ERASING {
            continue;
        }
        let column = u16::try_from(start).unwrap_or(u16::MAX);
        pen.erase_from((next.area.left().saturating_add(column), y))?;
        before.iter_mut().for_each(Cell::reset);
    }
    Ok(())
}

/// The same changes with short stretches between them that are the same as before: writing those again takes fewer
/// bytes than going over them.
fn with_gaps<'b>(
    changes: Vec<(u16, u16, &'b Cell)>,
    next: &'b Buffer,
) -> Vec<(u16, u16, &'b Cell)> {
    let mut all: Vec<(u16, u16, &'b Cell)> = Vec::with_capacity(changes.len());
    for (x, y, cell) in changes {
        if let Some(&(last_x, last_y, last)) = all.last()
            && last_y == y
        {
            let gap = last_x.saturating_add(1)..x;
            let cells: Option<Vec<_>> = gap
                .filter(|_| usize::from(x - last_x) <= GOING)
                .map(|x| {
                    next.cell((x, y))
                        .filter(|cell| joins(last, cell))
                        .map(|cell| (x, y, cell))
                })
                .collect();
            all.extend(cells.into_iter().flatten());
        }
        all.push((x, y, cell));
    }
    all
}

/// Whether a cell can be written behind another without a word on its style or width.
fn joins(before: &Cell, cell: &Cell) -> bool {
    let is_narrow = |cell: &Cell| width(cell.symbol()) == 1;
    cell.style() == before.style() && is_narrow(cell) && is_narrow(before)
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU16;

    use ratatui::buffer::Buffer;
    use ratatui::layout::Size;
    use ratatui::style::Style;

    use super::Screen;

    fn word(word: &str) -> impl FnOnce(&mut Buffer) {
        move |buf| {
            buf.set_string(0, 0, word, Style::new());
        }
    }

    fn terminal() -> vt100::Parser {
        vt100::Parser::new(NonZeroU16::new(2).unwrap(), NonZeroU16::new(10).unwrap(), 0)
    }

    #[test]
    fn a_frame_like_the_one_before_is_no_bytes() {
        let mut screen = Screen::default();
        screen.resize(Size::new(10, 2));
        assert!(!screen.draw(word("round")).unwrap().is_empty());
        assert!(screen.draw(word("round")).unwrap().is_empty());
    }

    #[test]
    fn a_frame_ends_what_it_begins() {
        let mut screen = Screen::default();
        screen.resize(Size::new(10, 2));
        for text in ["round", "ronde"] {
            let frame = String::from_utf8(screen.draw(word(text)).unwrap()).unwrap();
            assert!(frame.starts_with("\u{1b}[?2026h"), "{frame:?}");
            assert!(frame.ends_with("\u{1b}[?2026l"), "{frame:?}");
        }
    }

    /// Rows of words in some styles.
    fn rows(rows: &[(&'static str, Style)]) -> impl FnOnce(&mut Buffer) {
        move |buf| {
            for ((text, style), y) in rows.iter().zip(0..) {
                buf.set_string(0, y, text, *style);
            }
        }
    }

    /// What the eye sees of a cell.
    fn seen(terminal: &vt100::Parser, row: u16, column: u16) -> String {
        let cell = terminal.screen().cell(row, column).unwrap();
        let back = (cell.bgcolor(), cell.inverse());
        if cell.contents().trim().is_empty() {
            return format!("{back:?}");
        }
        let front = (cell.fgcolor(), cell.bold(), cell.dim());
        format!("{} {front:?} {back:?}", cell.contents())
    }

    #[test]
    fn the_terminal_shows_what_was_drawn_whatever_was_there_before() {
        let plain = Style::new();
        let frames: [&[(&str, Style)]; 8] = [
            &[
                ("one two three four five six seven", plain),
                ("all", plain.bold()),
            ],
            &[("one too three", plain), ("ask", plain.bold())],
            &[("ünë two 三四 five", plain.red()), ("", plain)],
            &[
                ("ünë twx 三五 fivé", plain.red()),
                ("x                                y", plain),
            ],
            &[
                ("  ë two コ四 five", plain.red()),
                ("                                   ", plain.reversed()),
            ],
            &[
                ("", plain),
                ("                              z", plain.on_red()),
            ],
            &[
                ("a b c d e f g h i j k l m n o p", plain.dim()),
                ("z", plain),
            ],
            &[
                ("a x c x e x g x i x k x m x o x", plain.dim()),
                ("z", plain),
            ],
        ];
        let size = (NonZeroU16::new(2).unwrap(), NonZeroU16::new(40).unwrap());
        let mut terminal = vt100::Parser::new(size.0, size.1, 0);
        let mut screen = Screen::default();
        screen.resize(Size::new(40, 2));
        for frame in frames
            .iter()
            .chain(frames.iter().rev())
            .chain(frames.iter().step_by(2))
        {
            terminal.process(&screen.draw(rows(frame)).unwrap());
            let mut fresh = vt100::Parser::new(size.0, size.1, 0);
            let mut whole = Screen::default();
            whole.resize(Size::new(40, 2));
            fresh.process(&whole.draw(rows(frame)).unwrap());
            for (row, column) in (0..2).flat_map(|row| (0..40).map(move |column| (row, column))) {
                let cells = [&terminal, &fresh].map(|it| seen(it, row, column));
                assert_eq!(cells[0], cells[1], "{frame:?} at {row} {column}");
            }
        }
    }

    #[test]
    fn what_becomes_blank_is_erased_and_short_gaps_are_written_through() {
        let mut screen = Screen::default();
        screen.resize(Size::new(100, 2));
        let plain = Style::new();
        screen
            .draw(rows(&[("x".repeat(90).leak(), plain)]))
            .unwrap();
        assert!(screen.draw(rows(&[("x", plain)])).unwrap().len() < 50);
        screen.draw(rows(&[("a b c d e f g h", plain)])).unwrap();
        let frame = screen.draw(rows(&[("z b z d z f z h", plain)])).unwrap();
        assert!(String::from_utf8(frame).unwrap().contains("z b z d z f z"));
    }

    #[test]
    fn a_forgotten_screen_is_drawn_over_whatever_is_there() {
        let mut screen = Screen::default();
        let mut terminal = terminal();
        screen.resize(Size::new(10, 2));
        terminal.process(&screen.draw(word("round")).unwrap());
        terminal.process(b"\x1b[1;1Hsomebody\r\nelse\x1b[41m");
        screen.forget();
        terminal.process(&screen.draw(word("round")).unwrap());
        assert_eq!(terminal.screen().contents(), "round");
        assert_eq!(
            terminal.screen().cell(1, 5).unwrap().bgcolor(),
            vt100::Color::Default
        );
    }

    #[test]
    fn b15_no_size_asks_for_more_memory_than_a_screen_can_need() {
        let mut screen = Screen::default();
        assert_eq!(
            screen.resize(Size::new(u16::MAX, u16::MAX)),
            Size::new(1000, 500)
        );
        assert_eq!(screen.resize(Size::new(u16::MAX, 1)), Size::new(1000, 1));
    }

    #[test]
    fn b14_a_terminal_without_a_size_gets_no_cells() {
        let mut screen = Screen::default();
        assert_eq!(screen.resize(Size::ZERO), Size::ZERO);
        let mut terminal = terminal();
        terminal.process(&screen.draw(|_| {}).unwrap());
        assert_eq!(terminal.screen().contents(), "");
    }
}
