//! Counting the lines that a text is broken into, without breaking it.

use super::wrap::{Run, wrap};

/// How many lines [`wrap`] makes of a text in one style, without an indent.
///
/// Texts of plain characters, which most are, are only measured: that takes a small part of the time.
pub fn count_lines(text: &str, columns: usize) -> usize {
    if !text.chars().all(is_simple) {
        return wrap(&[Run { text, style: () }], columns, 0).len();
    }
    let mut counter = Counter {
        columns,
        lines: 1,
        used: 0,
    };
    let (mut blanks, mut word) = (0, 0);
    for c in text.chars() {
        if c == ' ' {
            counter.word(&mut blanks, &mut word);
            blanks += 1;
        } else {
            word += 1;
        }
    }
    counter.word(&mut blanks, &mut word);
    counter.lines
}

/// Characters that are a cluster of one column each, whatever stands beside them if that is one of
/// them too: ASCII, Latin and Cyrillic letters, typographic marks.
const fn is_simple(c: char) -> bool {
    matches!(c,
        ' '..='~'
        | '\u{c0}'..='\u{24f}'
        | '\u{400}'..='\u{481}'
        | '\u{48a}'..='\u{52f}'
        | '\u{2010}'..='\u{2027}')
}

/// Lines in the making, of which only their number is known.
struct Counter {
    columns: usize,
    lines: usize,
    /// The columns that are taken on the last line.
    used: usize,
}

impl Counter {
    /// Puts a word and the blanks before it on this line or the next, as `wrap` does.
    fn word(&mut self, blanks: &mut usize, word: &mut usize) {
        if *word == 0 {
            return;
        }
        if self.used > 0 && self.used + *blanks + *word > self.columns {
            self.lines += 1;
            self.used = 0;
            *blanks = 0;
        }
        for _ in 0..std::mem::take(blanks) {
            self.put(1);
        }
        self.put(std::mem::take(word));
    }

    /// Puts so many characters on this line, and what it has no room for on the next ones.
    const fn put(&mut self, length: usize) {
        let room = self.columns.saturating_sub(self.used);
        if length <= room {
            self.used += length;
        } else if self.columns > 0 {
            let behind = length - room;
            self.lines += behind.div_ceil(self.columns);
            self.used = (behind - 1) % self.columns + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{count_lines, is_simple};
    use crate::text::{Lines, Run, clusters, show, wrap};

    #[test]
    fn simple_characters_are_shown_as_they_are_in_a_column_each() {
        for c in ('\0'..=char::MAX).filter(|&c| is_simple(c)) {
            let text = format!("{c}a{c}");
            assert_eq!(show(&text, Lines::One), text);
            assert!(clusters(&text).map(|(_, width)| width).eq([1, 1, 1]), "{c}");
        }
    }

    proptest! {
        #[test]
        fn as_many_lines_are_counted_as_are_made(
            text in "([a-z]{0,9} {0,3}){0,9}|([a-zé–Ж  ]|\\PC|文|\n){0,40}",
            columns in 0_usize..12,
        ) {
            let text = show(&text, Lines::Many);
            let run = Run { text: text.as_ref(), style: () };
            prop_assert_eq!(count_lines(&text, columns), wrap(&[run], columns, 0).len());
        }
    }
}
