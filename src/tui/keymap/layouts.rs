//! Keyboards that are not Latin: on which key a character stands.
//!
//! A terminal tells the character that a key produces, not the key. These tables lead back from one
//! to the other, so that keys keep their place whatever the keyboard is set to. They are held to the
//! layouts' own maps by `tests/keyboards`.
//!
//! ASCII characters are in no table, though Greek has `;` on the `q` key and Hebrew `/`: they are on
//! Latin keyboards too, where they must not do what `q` does.

/// Runs of keys of a US keyboard, each with what they produce.
type Layout = &'static [(&'static str, &'static str)];

const LAYOUTS: [Layout; 7] = [RUSSIAN, UKRAINIAN, KAZAKH, GREEK, ARABIC, PERSIAN, HEBREW];

const RUSSIAN: Layout = &[
    ("`#", "ё№"),
    ("qwertyuiop[]", "йцукенгшщзхъ"),
    ("asdfghjkl;'", "фывапролджэ"),
    ("zxcvbnm,.", "ячсмитьбю"),
    ("~QWERTYUIOP{}", "ЁЙЦУКЕНГШЩЗХЪ"),
    ("ASDFGHJKL:\"", "ФЫВАПРОЛДЖЭ"),
    ("ZXCVBNM<>", "ЯЧСМИТЬБЮ"),
];

const UKRAINIAN: Layout = &[
    ("qwertyuiop[]\\", "йцукенгшщзхїґ"),
    ("asdfghjkl;'", "фівапролджє"),
    ("zxcvbnm,.", "ячсмитьбю"),
    ("~#", "ʼ№"),
    ("QWERTYUIOP{}|", "ЙЦУКЕНГШЩЗХЇҐ"),
    ("ASDFGHJKL:\"", "ФІВАПРОЛДЖЄ"),
    ("ZXCVBNM<>", "ЯЧСМИТЬБЮ"),
];

const KAZAKH: Layout = &[
    ("234589", "әіңғүұ"),
    ("0-=", "қөһ"),
    ("qwertyuiop[]", "йцукенгшщзхъ"),
    ("asdfghjkl;'", "фывапролджэ"),
    ("zxcvbnm,./", "ячсмитьбю№"),
    ("@#$%*()_+", "ӘІҢҒҮҰҚӨҺ"),
    ("QWERTYUIOP{}", "ЙЦУКЕНГШЩЗХЪ"),
    ("ASDFGHJKL:\"", "ФЫВАПРОЛДЖЭ"),
    ("ZXCVBNM<>", "ЯЧСМИТЬБЮ"),
];

const GREEK: Layout = &[
    ("wertyuiop", "ςερτυθιοπ"),
    ("asdfghjkl", "ασδφγηξκλ"),
    ("zxcvbnm", "ζχψωβνμ"),
    ("WERTYUIOP", "ΣΕΡΤΥΘΙΟΠ"),
    ("ASDFGHJKL", "ΑΣΔΦΓΗΞΚΛ"),
    ("ZXCVBNM", "ΖΧΨΩΒΝΜ"),
];

const ARABIC: Layout = &[
    ("`", "ذ"),
    ("qwertyuiop[]", "ضصثقفغعهخحجد"),
    ("asdfghjkl;'", "شسيبلاتنمكط"),
    ("zxcvbnm,./", "ئءؤرﻻىةوزظ"),
    ("~", "\u{651}"),
    ("QWERTY", "\u{64e}\u{64b}\u{64f}\u{64c}ﻹإ"),
    ("IOP|", "÷×؛…"),
    ("ASGHJK", "\u{650}\u{64d}ﻷأـ،"),
    ("XBN?", "\u{652}ﻵآ؟"),
];

const PERSIAN: Layout = &[
    ("`", "\u{200d}"),
    ("1234567890", "۱۲۳۴۵۶۷۸۹۰"),
    ("qwertyuiop[]", "ضصثقفغعهخحجچ"),
    ("asdfghjkl;'", "شسیبلاتنمکگ"),
    ("zxcvbnm,", "ظطزرذدپو"),
    ("~@#$%^&_", "÷٬٫﷼٪×،ـ"),
    ("QWER", "\u{652}\u{64c}\u{64d}\u{64b}"),
    ("TYUI", "\u{64f}\u{650}\u{64e}\u{651}"),
    ("ASDFGHJKL\"", "ؤئيإأآة»«؛"),
    ("ZXCV", "ك\u{653}ژ\u{670}"),
    ("BNM?", "\u{200c}\u{654}ء؟"),
];

const HEBREW: Layout = &[
    ("ertyuiop", "קראטוןםפ"),
    ("asdfghjkl;", "שדגכעיחלךף"),
    ("zxcvbnm,.", "זסבהנמצתץ"),
];

/// The characters of a US keyboard on whose keys `produced` stands; none if it is ASCII, or on no
/// keyboard that is known.
///
/// Where layouts disagree there are several: letters before other keys, since most actions are on
/// letters, and then in the order of the layouts. Who asks takes the first that means something.
pub fn latin(produced: char) -> impl Iterator<Item = char> {
    let letters = keys(produced).filter(char::is_ascii_alphabetic);
    letters.chain(keys(produced).filter(|key| !key.is_ascii_alphabetic()))
}

fn keys(produced: char) -> impl Iterator<Item = char> {
    let runs = LAYOUTS.into_iter().flatten();
    runs.flat_map(|(keys, characters)| keys.chars().zip(characters.chars()))
        .filter(move |(_, character)| *character == produced)
        .map(|(key, _)| key)
}

#[cfg(test)]
mod tests {
    use super::{LAYOUTS, latin};

    #[test]
    fn every_key_of_a_run_has_its_character() {
        for (keys, characters) in LAYOUTS.into_iter().flatten() {
            assert_eq!(keys.chars().count(), characters.chars().count(), "{keys}");
            assert!(keys.is_ascii(), "{keys}");
            assert!(!characters.chars().any(|c| c.is_ascii()), "{keys}");
        }
    }

    #[test]
    fn a_character_on_several_keys_is_a_letter_before_it_is_another_key() {
        // Ukrainian has it on S, Kazakh on 3.
        let keys: Vec<char> = latin('і').collect();
        assert_eq!(keys, ['s', '3']);
        assert_eq!(latin(';').next(), None);
    }
}
