//! Keyboards of other scripts, each by its own map: what its keys produce, and what that does.
//!
//! `make.py` has written the maps, one a language: a line is a key of a US keyboard, alone and with
//! Shift, and then what the keyboard of that language produces there.

use astana::tui::keymap::{Chord, Context, Key, Keymap, Lookup, latin};

/// In the order in which they go before each other where they disagree.
const MAPS: [(&str, &str); 7] = [
    ("ru", include_str!("ru.txt")),
    ("uk", include_str!("uk.txt")),
    ("kk", include_str!("kk.txt")),
    ("el", include_str!("el.txt")),
    ("ar", include_str!("ar.txt")),
    ("fa", include_str!("fa.txt")),
    ("he", include_str!("he.txt")),
];

/// A key with what it produces in a language.
struct Typed {
    language: &'static str,
    /// On a US keyboard.
    key: char,
    produced: char,
}

/// Everything that a key produces in some language, in the order of the maps.
fn all() -> Vec<Typed> {
    let of_map = |(language, map): (&'static str, &'static str)| {
        let lines = map.lines().filter(|line| !line.starts_with("# "));
        lines.flat_map(move |line| {
            let cells: Vec<&str> = line.split(' ').collect();
            let [low, high, produced_low, produced_high] = cells.try_into().unwrap();
            let both = [(low, produced_low), (high, produced_high)];
            both.map(|(key, produced)| Typed {
                language,
                key: key.parse().unwrap(),
                produced: character(produced),
            })
        })
    };
    MAPS.into_iter().flat_map(of_map).collect()
}

/// A character as it stands, or by its number where it would not stand out.
fn character(cell: &str) -> char {
    match cell.strip_prefix("U+") {
        Some(number) => char::from_u32(u32::from_str_radix(number, 16).unwrap()).unwrap(),
        None => cell.parse().unwrap(),
    }
}

fn meaning(character: char, ctrl: bool) -> Lookup {
    let chord = Chord {
        ctrl,
        ..Chord::from(Key::Char(character))
    };
    Keymap::default().look_up(Context::View, chord)
}

#[test]
fn every_map_is_whole() {
    for (language, _) in MAPS {
        let typed = all().into_iter().filter(|typed| typed.language == language);
        assert_eq!(typed.count(), 94, "{language}");
    }
}

#[test]
fn every_character_of_another_script_leads_to_the_keys_it_is_on_and_to_no_other() {
    for Typed { produced, .. } in all() {
        let on = all().into_iter().filter(|typed| typed.produced == produced);
        let on = on.map(|typed| typed.key);
        let (letters, others): (Vec<char>, Vec<char>) = on.partition(char::is_ascii_alphabetic);
        let mut keys = Vec::new();
        for key in letters.into_iter().chain(others) {
            if !produced.is_ascii() && !keys.contains(&key) {
                keys.push(key);
            }
        }
        let mut found: Vec<char> = latin(produced).collect();
        let mut seen = Vec::new();
        found.retain(|key| {
            !seen.contains(key) && {
                seen.push(*key);
                true
            }
        });
        assert_eq!(found, keys, "{produced:?}");
    }
}

/// The letter keys that do something else on another keyboard, with the key that they are read as.
const ASTRAY: &[(&str, char, char)] = &[
    // They type ASCII, which is what it is on every keyboard.
    ("el", 'q', ';'),
    ("el", 'Q', ':'),
    ("he", 'q', '/'),
    ("ar", 'L', '/'),
    ("ar", 'C', '}'),
    ("ar", 'V', '{'),
    ("ar", 'Z', '~'),
    // Arabic and Persian have the same vowel signs and hamzas on different keys.
    ("ar", 'S', 'E'),
    ("ar", 'H', 'G'),
    ("fa", 'H', 'N'),
    ("fa", 'S', 'z'),
    // The comma of both stands on the 7 in Persian.
    ("ar", 'K', '&'),
    ("fa", 'Q', 'X'),
    ("fa", 'c', '.'),
    ("fa", 'T', 'E'),
    ("fa", 'U', 'Q'),
];

#[test]
fn every_letter_key_does_the_same_on_every_keyboard() {
    for Typed {
        language,
        key,
        produced,
    } in all()
    {
        let astray = ASTRAY.iter().find(|it| (it.0, it.1) == (language, key));
        let read_as = astray.map_or(key, |(_, _, other)| *other);
        if key.is_ascii_alphabetic() {
            let same = meaning(produced, false) == meaning(read_as, false);
            assert!(same, "{language} {key}: {}", produced.escape_unicode());
            let is_astray = meaning(produced, false) != meaning(key, false);
            assert_eq!(is_astray, astray.is_some(), "{language} {key}");
        }
    }
}

#[test]
fn every_letter_with_control_does_the_same_on_every_keyboard() {
    for typed in all() {
        if typed.key.is_ascii_lowercase() && !typed.produced.is_ascii() {
            let Typed { language, key, .. } = typed;
            let same = meaning(typed.produced, true) == meaning(key, true);
            assert!(same, "{language}: ctrl-{key}");
        }
    }
}
