//! What the user types and pastes, as messages.
//!
//! A thread of its own waits for the terminal; nothing else may read from it or ask it questions.
//! Sizes are not taken from here: the library hears of them only from its first read on, and one
//! before that would be lost; see [`super::signals`].

use std::convert::Infallible;
use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
    read as read_event,
};
use ratatui::layout::Position;
use rustix::process::{Signal, getpid, kill_process};

use super::mailbox::{Arrival, Mailbox};
use crate::tui::keymap::{Chord, Key};
use crate::tui::message::Msg;
use crate::tui::mouse::{Deed, Mouse};

/// A paste is cut after so many bytes: it is for a search, not for a document.
const LONGEST_PASTE: usize = 4096;

/// Whether the terminal is read: while another program has it, its keys are that program's.
#[derive(Clone)]
pub(super) struct Gate(Arc<Shared>);

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Keys are read.
    Open,
    /// No more are to be read.
    Closing,
    /// None are.
    Closed,
}

/// What the reader has to see that it is to stop.
const PATIENCE: Duration = Duration::from_millis(20);
/// How often it is told.
const TRIES: usize = 50;

impl Gate {
    fn new() -> Self {
        Self(Arc::new(Shared {
            state: Mutex::new(State::Open),
            changed: Condvar::new(),
        }))
    }

    /// Returns when no key is read any more.
    ///
    /// A wait of the library for keys ends with a key or a new size, so it is told of one.
    pub(super) fn close(&self) -> io::Result<()> {
        let mut state = self.state();
        *state = State::Closing;
        for _ in 0..TRIES {
            kill_process(getpid(), Signal::WINCH)?;
            let is_closing = |state: &mut State| *state == State::Closing;
            let changed = &self.0.changed;
            let waited = changed.wait_timeout_while(state, PATIENCE, is_closing);
            let (next, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
            if !timeout.timed_out() {
                return Ok(());
            }
            state = next;
        }
        Err(io::Error::other("keys are still read"))
    }

    /// Keys are read again.
    pub(super) fn open(&self) {
        *self.state() = State::Open;
        self.0.changed.notify_all();
    }

    /// Waits while it is closed.
    fn pass(&self) {
        let mut state = self.state();
        while *state != State::Open {
            *state = State::Closed;
            self.0.changed.notify_all();
            let waited = self.0.changed.wait(state);
            state = waited.unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// It is one word, which no panic can leave half changed.
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Starts the thread that reads the terminal.
pub(super) fn read(mailbox: &Mailbox) -> io::Result<Gate> {
    let gate = Gate::new();
    let passed = gate.clone();
    mailbox.start("input", move |mailbox| report(mailbox, &passed))?;
    Ok(gate)
}

fn report(mailbox: &Mailbox, gate: &Gate) -> io::Result<Infallible> {
    loop {
        let event = read_event()?;
        if let Some(msg) = message(&event) {
            mailbox.post(Arrival::Msg(msg));
        }
        gate.pass();
    }
}

/// What `event` means to the app; nothing if it is none of its keys.
///
/// Terminals also answer questions that somebody else has asked them: what is not known is ignored.
fn message(event: &Event) -> Option<Msg> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => chord(*key).map(Msg::Key),
        Event::Mouse(event) => mouse(*event).map(Msg::Mouse),
        Event::Paste(text) => pasted(text).map(Msg::Pasted),
        _ => None,
    }
}

fn mouse(event: MouseEvent) -> Option<Mouse> {
    let deed = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Deed::Press,
        MouseEventKind::Drag(MouseButton::Left) => Deed::Drag,
        MouseEventKind::Up(MouseButton::Left) => Deed::Release,
        MouseEventKind::ScrollDown => Deed::WheelDown,
        MouseEventKind::ScrollUp => Deed::WheelUp,
        _ => return None,
    };
    let at = Position::new(event.column, event.row);
    Some(Mouse { at, deed })
}

fn chord(event: KeyEvent) -> Option<Chord> {
    let known = KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT;
    if !known.contains(event.modifiers) {
        return None;
    }
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let key = key(event.code, ctrl)?;
    let shift = event.modifiers.contains(KeyModifiers::SHIFT) || event.code == KeyCode::BackTab;
    Some(Chord {
        key,
        ctrl,
        alt: event.modifiers.contains(KeyModifiers::ALT),
        shift: shift && !matches!(key, Key::Char(_)),
    })
}

/// With Control, a letter is its small one: terminals differ in which they send.
fn key(code: KeyCode, ctrl: bool) -> Option<Key> {
    Some(match code {
        KeyCode::Char(c) if c.is_control() => return None,
        KeyCode::Char(c) if ctrl => Key::Char(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::F(number @ 1..=12) => Key::F(number),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab | KeyCode::BackTab => Key::Tab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        _ => return None,
    })
}

/// The text of a paste without what could control anything; lines and columns become blanks.
fn pasted(text: &str) -> Option<String> {
    let mut kept = String::new();
    for c in text.chars() {
        let c = match c {
            '\r' | '\n' | '\t' if kept.ends_with(' ') => continue,
            '\r' | '\n' | '\t' => ' ',
            c if c.is_control() => continue,
            c => c,
        };
        if kept.len() + c.len_utf8() > LONGEST_PASTE {
            break;
        }
        kept.push(c);
    }
    (!kept.is_empty()).then_some(kept)
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    use super::{LONGEST_PASTE, chord, message, pasted};

    const NONE: KeyModifiers = KeyModifiers::NONE;
    const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
    const CTRL: KeyModifiers = KeyModifiers::CONTROL;

    #[test]
    fn a_key_of_the_terminal_is_the_chord_of_the_manual() {
        for (code, modifiers, written) in [
            (KeyCode::Char('j'), NONE, "j"),
            (KeyCode::Char('G'), SHIFT, "G"),
            (KeyCode::Char('ж'), NONE, "ж"),
            (KeyCode::Char(' '), NONE, "space"),
            (KeyCode::Char('d'), CTRL, "ctrl-d"),
            (KeyCode::Char('D'), CTRL | SHIFT, "ctrl-d"),
            (KeyCode::Left, KeyModifiers::ALT, "alt-left"),
            (KeyCode::Up, SHIFT, "shift-up"),
            (KeyCode::BackTab, SHIFT, "shift-tab"),
            (KeyCode::BackTab, NONE, "shift-tab"),
            (KeyCode::F(12), NONE, "f12"),
            (KeyCode::PageDown, NONE, "pgdn"),
        ] {
            let chord = chord(KeyEvent::new(code, modifiers)).unwrap();
            assert_eq!(chord.to_string(), written);
            assert_eq!(written.parse(), Ok(chord));
        }
    }

    #[test]
    fn a19_what_is_no_key_of_the_program_is_ignored() {
        for (code, modifiers) in [
            (KeyCode::F(13), NONE),
            (KeyCode::Insert, NONE),
            (KeyCode::Null, NONE),
            (KeyCode::Char('\u{9b}'), NONE),
            (KeyCode::Char('j'), KeyModifiers::SUPER),
        ] {
            assert_eq!(chord(KeyEvent::new(code, modifiers)), None);
        }
        for event in [Event::FocusGained, Event::FocusLost, Event::Resize(1, 1)] {
            assert_eq!(message(&event), None);
        }
    }

    #[test]
    fn a_key_counts_when_it_is_pressed_or_held_but_not_when_it_is_released() {
        let counts = |kind| {
            let key = KeyEvent::new_with_kind(KeyCode::Char('j'), NONE, kind);
            message(&Event::Key(key)).is_some()
        };
        assert!(counts(KeyEventKind::Press));
        assert!(counts(KeyEventKind::Repeat));
        assert!(!counts(KeyEventKind::Release));
    }

    #[test]
    fn b17_a_paste_keeps_its_text_and_loses_its_controls() {
        let paste = "Lavrov\r\n\tsaid\u{1b}[31m \u{9b}no\u{7f}";
        assert_eq!(pasted(paste).unwrap(), "Lavrov said[31m no");
        assert_eq!(pasted("\u{1b}\u{7}"), None);
    }

    #[test]
    fn b17_a_paste_is_cut_between_characters() {
        let long = "я".repeat(LONGEST_PASTE);
        assert_eq!(pasted(&long).unwrap().len(), LONGEST_PASTE);
        let odd = format!("a{long}");
        assert_eq!(pasted(&odd).unwrap().len(), LONGEST_PASTE - 1);
    }
}
