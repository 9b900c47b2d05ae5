//! Words to look for, under every spelling of the names among them.

use crate::text::{Sound, fold};
use crate::timeline::Timeline;

/// Another spelling of a name that is shorter would be found inside other words.
const SHORTEST: usize = 4;

/// Words as they are looked for: folded, and if they are a name, in all its spellings that the
/// timeline has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    forms: Vec<String>,
}

impl Needle {
    /// The forms of `words`: "Лаврентьев" is looked for as "lavrentiev", too, where somebody of that
    /// name is known, and "America" as "united states" where it is an alias.
    pub fn new(words: &str, timeline: &Timeline) -> Self {
        let typed = fold(words);
        let mut forms = vec![typed.clone()];
        let sound = Sound::of(words);
        for names in timeline.names() {
            let is_whole = names.all.iter().any(|(name, _)| *name == typed);
            for (name, sounds) in &names.all {
                let same_words = sounds.find(&sound).map(|range| words_of(name, range));
                let form = same_words.or_else(|| is_whole.then(|| name.clone()));
                forms.extend(form.filter(|form| form.chars().count() >= SHORTEST));
            }
        }
        let mut seen = std::collections::HashSet::new();
        forms.retain(|form| !form.is_empty() && seen.insert(form.clone()));
        Self { forms }
    }

    /// The folded forms, as it was typed first.
    pub fn forms(&self) -> &[String] {
        &self.forms
    }
}

/// Some of a name's words, counted as [`Sound`] counts them.
fn words_of(name: &str, range: std::ops::Range<usize>) -> String {
    let is_gap = |c: char| c.is_whitespace() || matches!(c, '-' | ',' | '.' | '/');
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in name.char_indices().chain([(name.len(), ' ')]) {
        match (start, is_gap(c)) {
            (None, false) => start = Some(at),
            (Some(from), true) => {
                words.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    let sounding = |word: &std::ops::Range<usize>| {
        name.get(word.clone())
            .is_some_and(|word| Sound::of(word).is_something())
    };
    words.retain(sounding);
    let first = words.get(range.start).map(|word| word.start);
    let last = range
        .end
        .checked_sub(1)
        .and_then(|last| words.get(last))
        .map(|word| word.end);
    let text = first
        .zip(last)
        .and_then(|(first, last)| name.get(first..last));
    text.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::words_of;

    #[test]
    fn some_words_of_a_name_are_taken_as_they_stand() {
        assert_eq!(words_of("bashar al-jaafari", 1..3), "al-jaafari");
        assert_eq!(words_of("bashar al-jaafari", 2..3), "jaafari");
        assert_eq!(words_of("a. u. lavrentiev", 0..1), "lavrentiev");
    }
}
