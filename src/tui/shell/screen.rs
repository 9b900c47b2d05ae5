//! Frames: from cells to the bytes that change the terminal's picture into them.

use std::io;

use ratatui::backend::{Backend as _, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::crossterm::cursor::Hide;
use ratatui::crossterm::queue;
use ratatui::crossterm::style::{Attribute, SetAttribute};
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate,
};
use ratatui::layout::{Rect, Size};

use crate::tui::layout::LARGEST;

/// What is drawn on the terminal, as far as the program knows.
#[derive(Debug, Default)]
pub(super) struct Screen {
    area: Rect,
    /// Nothing when what the terminal shows cannot be relied on.
    shown: Option<Buffer>,
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
    pub(super) fn forget(&mut self) {
        self.shown = None;
    }

    /// What to send so that the terminal shows what `view` draws; nothing if it does already.
    ///
    /// The terminal is told to show a frame when it has all of it. Beginning and end are made
    /// together, so that no panic can leave the one without the other.
    pub(super) fn draw(&mut self, view: impl FnOnce(&mut Buffer)) -> io::Result<Vec<u8>> {
        let mut next = Buffer::empty(self.area);
        view(&mut next);
        let frame = match &self.shown {
            Some(shown) => changes(shown, &next)?,
            None => everything(&next)?,
        };
        self.shown = Some(next);
        Ok(frame)
    }
}

fn changes(shown: &Buffer, next: &Buffer) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let changes = shown.diff(next);
    if !changes.is_empty() {
        queue!(bytes, BeginSynchronizedUpdate)?;
        CrosstermBackend::new(&mut bytes).draw(changes.into_iter())?;
        queue!(bytes, EndSynchronizedUpdate)?;
    }
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
    let blank = Buffer::empty(next.area);
    CrosstermBackend::new(&mut bytes).draw(blank.diff(next).into_iter())?;
    queue!(bytes, EndSynchronizedUpdate)?;
    Ok(bytes)
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
