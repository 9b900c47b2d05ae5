//! Keys as a terminal sends them.

use astana::tui::keymap::{Chord, Key};

/// What an xterm sends for a chord.
pub(super) fn bytes(chord: Chord) -> Vec<u8> {
    let plain = match chord.key {
        Key::Char(c) if chord.ctrl => char::from(u8::try_from(c).unwrap() & 0x1f).to_string(),
        Key::Char(c) => c.to_string(),
        Key::Tab if chord.shift => "\x1b[Z".to_owned(),
        other => named(other).to_owned(),
    };
    let alt = if chord.alt { "\x1b" } else { "" };
    format!("{alt}{plain}").into_bytes()
}

fn named(key: Key) -> &'static str {
    match key {
        Key::Enter => "\r",
        Key::Esc => "\x1b",
        Key::Tab => "\t",
        Key::Backspace => "\x7f",
        Key::Delete => "\x1b[3~",
        Key::Up => "\x1b[A",
        Key::Down => "\x1b[B",
        Key::Right => "\x1b[C",
        Key::Left => "\x1b[D",
        Key::Home => "\x1b[H",
        Key::End => "\x1b[F",
        Key::PageUp => "\x1b[5~",
        Key::PageDown => "\x1b[6~",
        Key::F(2) => "\x1bOQ",
        Key::F(_) | Key::Char(_) => panic!("no test needs {key:?} yet"),
    }
}
