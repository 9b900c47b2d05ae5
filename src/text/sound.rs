//! Names across scripts and spellings: what is left of a word when everything is taken off that
//! transliterations differ in.

use super::{fold, latin};

/// Fewer consonants than these are shared by too many names.
const FEWEST: usize = 3;

/// Letters that transliterations write in several ways, longer ones first.
const ALIKE: [(&str, &str); 18] = [
    ("shch", "s"),
    ("sch", "s"),
    ("dzh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("zh", "j"),
    ("sh", "s"),
    ("ch", "c"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
    ("ts", "s"),
    ("dj", "j"),
    ("ks", "x"),
    ("q", "k"),
    ("v", "f"),
    ("b", "p"),
    ("z", "s"),
];

/// How a name sounds: the consonants of its words, as alike as they are in Latin, Cyrillic, Arabic and
/// other scripts.
///
/// Arabic writes no short vowels, and its waw is a vowel or a consonant: both are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sound {
    words: Vec<[String; 2]>,
}

impl Sound {
    /// How `name` sounds, word by word.
    pub fn of(name: &str) -> Self {
        let plain = latin(&fold(name));
        let words = plain.split(|c: char| c.is_whitespace() || matches!(c, '-' | ',' | '.' | '/'));
        let words = words.map(|word| [skeleton(word, "f"), skeleton(word, "")]);
        Self {
            words: words.filter(|word| !word[0].is_empty()).collect(),
        }
    }

    /// Whether there is anything to hear in it.
    pub const fn is_something(&self) -> bool {
        !self.words.is_empty()
    }

    /// Which of its words, in a row, sound like `other` whole; the article that Arabic joins to a
    /// name may stand by itself.
    pub fn find(&self, other: &Self) -> Option<std::ops::Range<usize>> {
        if [0, 1]
            .iter()
            .all(|&form| letters(&other.words, form).count() < FEWEST)
        {
            return None;
        }
        let is_wanted = |words: &[[String; 2]]| {
            [0, 1].into_iter().any(|here| {
                let mut wanted = [0, 1].into_iter();
                wanted.any(|form| letters(words, here).eq(letters(&other.words, form)))
            })
        };
        let starts = 0..self.words.len();
        starts.into_iter().find_map(|start| {
            let ends = start + 1..=self.words.len();
            let mut ranges = ends.map(|end| start..end);
            ranges.find(|range| self.words.get(range.clone()).is_some_and(is_wanted))
        })
    }
}

/// How some words sound together, letter by letter, in one of the two forms that each has.
fn letters(words: &[[String; 2]], form: usize) -> impl Iterator<Item = u8> {
    let words = words.iter().filter_map(move |word| word.get(form));
    words.flat_map(|word| word.bytes())
}

/// The consonants of a word in plain letters, with `waw` for a w.
fn skeleton(word: &str, waw: &str) -> String {
    let mut word: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
    for (written, sound) in ALIKE {
        word = word.replace(written, sound);
    }
    word = word.replace('w', waw);
    let mut sound = String::with_capacity(word.len());
    for c in word
        .chars()
        .filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'))
    {
        if !sound.ends_with(c) {
            sound.push(c);
        }
    }
    sound
}

#[cfg(test)]
mod tests {
    use super::Sound;

    fn alike(a: &str, b: &str) -> bool {
        Sound::of(a).find(&Sound::of(b)).is_some()
    }

    #[test]
    fn a_name_is_found_in_any_script_and_transliteration() {
        for (name, typed) in [
            ("Alexander Lavrentiev", "lavrentyev"),
            ("Alexander Lavrentiev", "Лаврентьев"),
            ("Alexander Lavrentiev", "لافرينتييف"),
            ("Александр Лаврентьев", "lavrentiev"),
            ("Bashar al-Jaafari", "al jaafari"),
            ("Bashar al-Jaafari", "Ja'afari"),
            ("Bashar al-Jaafari", "jafari"),
            ("Bashar al-Jaafari", "الجعفري"),
            ("Bashar al-Jaafari", "Джафари"),
            ("Mevlut Cavusoglu", "Чавушоглу"),
            ("Mevlut Cavusoglu", "Çavuşoğlu"),
            ("Sergei Lavrov", "لاوروف"),
            ("Sergei Lavrov", "Sergey Lavrov"),
            ("Kazakhstan", "Казахстан"),
        ] {
            assert!(alike(name, typed), "{name}: {typed}");
        }
    }

    #[test]
    fn other_names_and_short_words_are_not_alike() {
        for (name, typed) in [
            ("Alexander Lavrentiev", "Lavrov"),
            ("Sergei Lavrov", "Sergei Rudskoi"),
            ("Iran", "Iraq"),
            ("Iran", "ran"),
            ("Turkey", "tor"),
            ("", "lavrov"),
            ("Lavrov", ""),
        ] {
            assert!(!alike(name, typed), "{name}: {typed}");
        }
    }
}
