//! What the terminal shows, and how much of it is drawn.

use std::io;

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::frame::{changes, everything};
use super::style::settle_blanks;
use crate::tui::layout::LARGEST;

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
        settle_blanks(&mut self.spare);
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

    /// A list of words that begins with one of them, and beside it something else.
    fn list(from: usize, beside: &str) -> impl FnOnce(&mut Buffer) {
        let words = [
            "one ●",
            "twö",
            "三四",
            "fünf",
            "six ■ VI",
            "",
            "eight – 8",
            "nine",
        ];
        move |buf| {
            for (y, at) in (0..30).zip(from..) {
                let word = words.get(at % words.len()).unwrap();
                let style = [Style::new(), Style::new().bold(), Style::new().red()][at % 3];
                buf.set_string(
                    2,
                    y,
                    format!("{at:4} {word} of the rounds that were held"),
                    style,
                );
                if usize::from(y) % 4 == beside.len() % 4 {
                    buf.set_string(45, y, beside, Style::new());
                }
            }
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(32))]
        #[test]
        fn rows_that_move_are_moved_by_the_terminal(steps in proptest::collection::vec((0_usize..9, "[a-f ●三]{0,12}"), 1..12)) {
            let size = (NonZeroU16::new(30).unwrap(), NonZeroU16::new(60).unwrap());
            let mut terminal = vt100::Parser::new(size.0, size.1, 0);
            let mut screen = Screen::default();
            screen.resize(Size::new(60, 30));
            for (from, beside) in steps {
                terminal.process(&screen.draw(list(from, &beside)).unwrap());
                let mut fresh = vt100::Parser::new(size.0, size.1, 0);
                let mut whole = Screen::default();
                whole.resize(Size::new(60, 30));
                fresh.process(&whole.draw(list(from, &beside)).unwrap());
                for (row, column) in (0..30).flat_map(|row| (0..60).map(move |column| (row, column))) {
                    let cells = [&terminal, &fresh].map(|it| seen(it, row, column));
                    proptest::prop_assert_eq!(&cells[0], &cells[1], "at {} {}", row, column);
                }
            }
        }
    }

    #[test]
    fn a_list_that_scrolls_by_a_row_is_not_written_again() {
        let mut screen = Screen::default();
        screen.resize(Size::new(60, 30));
        screen.draw(list(0, "")).unwrap();
        for from in [1, 2, 1] {
            let frame = screen.draw(list(from, "")).unwrap();
            assert!(frame.len() < 200, "{}", String::from_utf8_lossy(&frame));
        }
        let frame = screen.draw(list(5, "")).unwrap();
        assert!(frame.len() > 200);
    }

    #[test]
    fn a_wide_character_at_the_end_is_not_halved_by_erasing() {
        let mut screen = Screen::default();
        screen.resize(Size::new(40, 2));
        let mut terminal =
            vt100::Parser::new(NonZeroU16::new(2).unwrap(), NonZeroU16::new(40).unwrap(), 0);
        for text in ["三四 and more than that", "三四"] {
            terminal.process(&screen.draw(word(text)).unwrap());
        }
        assert_eq!(terminal.screen().contents().trim_end(), "三四");
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
    fn words_of_the_first_frame_are_not_gone_to_one_by_one() {
        let mut screen = Screen::default();
        screen.resize(Size::new(40, 2));
        let cells: [(&str, Style); 2] =
            [("a  few   words", Style::new().bold()), ("", Style::new())];
        let frame = String::from_utf8(screen.draw(rows(&cells)).unwrap()).unwrap();
        assert!(frame.contains("a  few   words"), "{frame:?}");
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
