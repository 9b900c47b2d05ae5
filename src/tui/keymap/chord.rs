//! One key with its modifiers, in the notation of help, docs and configuration.

use std::fmt;
use std::str::FromStr;

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A key that produces a character; Shift is part of the character.
    Char(char),
    /// F1 to F12.
    F(u8),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tabulator.
    Tab,
    /// Erase to the left.
    Backspace,
    /// Erase to the right.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// To the beginning.
    Home,
    /// To the end.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
}

/// The keys without a character, by the name they have in text.
const NAMED: [(&str, Key); 14] = [
    ("space", Key::Char(' ')),
    ("enter", Key::Enter),
    ("esc", Key::Esc),
    ("tab", Key::Tab),
    ("backspace", Key::Backspace),
    ("delete", Key::Delete),
    ("up", Key::Up),
    ("down", Key::Down),
    ("left", Key::Left),
    ("right", Key::Right),
    ("home", Key::Home),
    ("end", Key::End),
    ("pgup", Key::PageUp),
    ("pgdn", Key::PageDown),
];

/// A key with its modifiers: `j`, `G`, `ctrl-d`, `shift-tab`, `f1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chord {
    /// The key.
    pub key: Key,
    /// Control was held.
    pub ctrl: bool,
    /// Alt was held.
    pub alt: bool,
    /// Shift was held; always false for a character, which says it itself.
    pub shift: bool,
}

impl From<Key> for Chord {
    fn from(key: Key) -> Self {
        Self {
            key,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }
}

impl Chord {
    /// The character it types in a text field, if it types one.
    pub const fn typed(self) -> Option<char> {
        match self.key {
            Key::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [
            (self.ctrl, "ctrl-"),
            (self.alt, "alt-"),
            (self.shift, "shift-"),
        ] {
            if held {
                f.write_str(name)?;
            }
        }
        match (NAMED.iter().find(|(_, key)| *key == self.key), self.key) {
            (Some((name, _)), _) => f.write_str(name),
            (None, Key::Char(c)) => write!(f, "{c}"),
            (None, Key::F(number)) => write!(f, "f{number}"),
            (None, _) => Ok(()),
        }
    }
}

/// A text that names no key, or one that no terminal tells from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownKey {
    text: String,
    same: Option<&'static str>,
}

impl fmt::Display for UnknownKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.text;
        match self.same {
            None => write!(f, "no key is called `{text}`"),
            Some(same) => write!(f, "a terminal does not tell `{text}` from `{same}`"),
        }
    }
}

impl FromStr for Chord {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Self, UnknownKey> {
        let mut chord = Self::from(Key::Esc);
        let mut rest = text;
        loop {
            let held = [("ctrl-", 0), ("alt-", 1), ("shift-", 2)];
            let found = held.into_iter().find_map(|(name, which)| {
                rest.strip_prefix(name)
                    .filter(|rest| !rest.is_empty())
                    .map(|rest| (rest, which))
            });
            let Some((after, which)) = found else { break };
            rest = after;
            match which {
                0 => chord.ctrl = true,
                1 => chord.alt = true,
                _ => chord.shift = true,
            }
        }
        let unknown = |same| UnknownKey {
            text: text.to_owned(),
            same,
        };
        chord.key = key(rest).ok_or_else(|| unknown(None))?;
        as_told(chord).map_err(unknown)
    }
}

/// The chord as a terminal tells it: a letter with Control is its small one, with Shift its capital.
/// An error if no terminal tells it, or none tells it from another key.
fn as_told(chord: Chord) -> Result<Chord, Option<&'static str>> {
    let Key::Char(c) = chord.key else {
        return Ok(chord);
    };
    let same = match c.to_ascii_lowercase() {
        'i' => Some("tab"),
        'm' => Some("enter"),
        '[' => Some("esc"),
        _ => None,
    };
    if chord.ctrl && same.is_some() {
        return Err(same);
    }
    if chord.shift && (chord.ctrl || !c.is_lowercase()) {
        return Err(None);
    }
    let mut capital = c.to_uppercase();
    let c = match (chord.ctrl, chord.shift, capital.next()) {
        (true, ..) => c.to_ascii_lowercase(),
        (_, true, Some(capital)) => capital,
        _ => c,
    };
    Ok(Chord {
        key: Key::Char(c),
        shift: false,
        ..chord
    })
}

fn key(name: &str) -> Option<Key> {
    if let Some((_, key)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some(*key);
    }
    let number = name
        .strip_prefix('f')
        .and_then(|digits| digits.parse().ok());
    if let Some(number) = number.filter(|number| (1..=12).contains(number)) {
        return Some(Key::F(number));
    }
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if !c.is_control() && c != ' ' => Some(Key::Char(c)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Chord;

    #[test]
    fn a_chord_reads_as_it_is_written() {
        for text in [
            "j",
            "G",
            "space",
            "ctrl-d",
            "alt-left",
            "shift-tab",
            "f1",
            "f12",
            "-",
            "/",
            "ctrl--",
        ] {
            assert_eq!(text.parse::<Chord>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_chord_is_the_one_that_a_terminal_tells() {
        for (text, told) in [
            ("shift-j", "J"),
            ("shift-ж", "Ж"),
            ("ctrl-D", "ctrl-d"),
            ("alt-shift-x", "alt-X"),
        ] {
            assert_eq!(text.parse::<Chord>().unwrap().to_string(), told);
        }
        for (text, said) in [
            ("ctrl-i", "a terminal does not tell `ctrl-i` from `tab`"),
            ("ctrl-shift-d", "no key is called `ctrl-shift-d`"),
            ("shift-1", "no key is called `shift-1`"),
            ("shift-space", "no key is called `shift-space`"),
        ] {
            assert_eq!(text.parse::<Chord>().unwrap_err().to_string(), said);
        }
    }

    #[test]
    fn what_names_no_key_is_refused() {
        for text in ["", "ctrl-", "f13", "up down", "escape", " ", "jj"] {
            assert!(text.parse::<Chord>().is_err(), "{text}");
        }
    }
}
