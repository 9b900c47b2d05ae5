//! Text from right to left, for terminals that paint their cells from left to right.
//!
//! Everywhere else text is in the order in which it is read: it is searched, wrapped, copied and written
//! so. Only what is drawn is put into the order in which it is seen, by the Unicode Bidirectional
//! Algorithm (UAX 9), and only where the terminal does not do that itself.

use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

use super::width::clusters;
use super::wrap::Run;

/// Who puts text from right to left into the order in which it is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Bidi {
    /// The terminal: it is sent what is read, in the order of reading.
    #[default]
    Terminal,
    /// The program, for a terminal that paints its cells from left to right.
    App,
}

/// The first byte that U+0590, with which the scripts from right to left begin, and all that follows
/// may have in UTF-8.
const FIRST_BYTE: u8 = 0xd6;

/// Signs that look the other way in text from right to left.
const MIRRORED: [(&str, &str); 9] = [
    ("(", ")"),
    ("[", "]"),
    ("{", "}"),
    ("<", ">"),
    ("«", "»"),
    ("‹", "›"),
    ("≤", "≥"),
    ("⟨", "⟩"),
    ("⟪", "⟫"),
];

/// Whether a text has anything that may be seen elsewhere than it is read.
pub fn has_rtl(text: &str) -> bool {
    let is_rtl = |c| matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN);
    text.bytes().any(|byte| byte >= FIRST_BYTE) && text.chars().any(is_rtl)
}

/// The runs of one line that is wrapped and cut already, in the order in which they are seen from left
/// to right; each keeps its style.
///
/// The line goes in the direction of its first letter, by itself: what stood before it in its
/// paragraph does not matter. Blanks at its ends stay where they are, so that it fills its columns as
/// before. A cluster stays whole.
pub fn reorder<'a, S: Copy>(runs: &[Run<'a, S>]) -> Vec<Run<'a, S>> {
    if !runs.iter().any(|run| has_rtl(run.text)) {
        return runs.to_vec();
    }
    let levels = Levels::of(runs);
    let mut letters = Letters::default();
    let mut start = 0;
    for run in runs {
        for (cluster, columns) in clusters(run.text) {
            letters.add(cluster, columns, run.style, levels.at(start));
            start += cluster.len();
        }
    }
    letters.seen()
}

/// How deep each byte of a line is in text from right to left.
struct Levels {
    /// Where the first character that is not a blank stands.
    start: usize,
    /// The levels from there to the last one.
    inner: Vec<Level>,
}

impl Levels {
    fn of<S>(runs: &[Run<'_, S>]) -> Self {
        let text: String = runs.iter().map(|run| run.text).collect();
        let start = text.len() - text.trim_start().len();
        Self {
            start,
            inner: BidiInfo::new(text.trim(), None).levels,
        }
    }

    fn at(&self, byte: usize) -> Level {
        let level = byte
            .checked_sub(self.start)
            .and_then(|at| self.inner.get(at));
        level.copied().unwrap_or_else(Level::ltr)
    }
}

/// What moves as one: a cluster, with what is drawn on it though another run has it.
struct Letters<'a, S> {
    pieces: Vec<Run<'a, S>>,
    /// Which pieces each letter has.
    spans: Vec<Range<usize>>,
    levels: Vec<Level>,
}

impl<S> Default for Letters<'_, S> {
    fn default() -> Self {
        Self {
            pieces: Vec::new(),
            spans: Vec::new(),
            levels: Vec::new(),
        }
    }
}

impl<'a, S: Copy> Letters<'a, S> {
    fn add(&mut self, cluster: &'a str, columns: usize, style: S, level: Level) {
        let at = self.pieces.len();
        let text = if level.is_rtl() {
            mirrored(cluster)
        } else {
            cluster
        };
        self.pieces.push(Run { text, style });
        match self.spans.last_mut() {
            Some(last) if columns == 0 => last.end = at + 1,
            _ => {
                self.spans.push(at..at + 1);
                self.levels.push(level);
            }
        }
    }

    fn seen(self) -> Vec<Run<'a, S>> {
        let order = BidiInfo::reorder_visual(&self.levels);
        let letters = order.into_iter().filter_map(|at| self.spans.get(at));
        let pieces = letters.filter_map(|letter| self.pieces.get(letter.clone()));
        pieces.flatten().copied().collect()
    }
}

/// The sign that is seen in text from right to left where this one is written.
fn mirrored(sign: &str) -> &str {
    let found = MIRRORED.iter().find_map(|(left, right)| {
        let other = if sign == *left { right } else { left };
        (sign == *left || sign == *right).then_some(*other)
    });
    found.unwrap_or(sign)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{has_rtl, mirrored, reorder};
    use crate::text::{Lines, Run, clusters, show, width};

    /// As in the examples of UAX 9: capital letters stand for letters from right to left.
    fn hebrew(text: &str) -> String {
        let letter = |c: char| match c {
            'A'..='Z' => char::from_u32(0x5d0 + u32::from(c) - u32::from('A')).unwrap(),
            _ => c,
        };
        text.chars().map(letter).collect()
    }

    fn latin(text: &str) -> String {
        let letter = |c: char| match c {
            '\u{5d0}'..='\u{5e9}' => char::from_u32(u32::from('A') + u32::from(c) - 0x5d0).unwrap(),
            _ => c,
        };
        text.chars().map(letter).collect()
    }

    /// What is seen of runs, each with its style.
    fn seen(runs: &[(&str, u8)]) -> Vec<(String, u8)> {
        let runs: Vec<_> = runs
            .iter()
            .map(|(text, style)| (hebrew(text), *style))
            .collect();
        let runs: Vec<_> = runs
            .iter()
            .map(|(text, style)| Run {
                text: text.as_str(),
                style: *style,
            })
            .collect();
        let mut joined: Vec<(String, u8)> = Vec::new();
        for run in reorder(&runs) {
            match joined.last_mut() {
                Some((text, style)) if *style == run.style => text.push_str(&latin(run.text)),
                _ => joined.push((latin(run.text), run.style)),
            }
        }
        joined
    }

    #[track_caller]
    fn assert_seen(read: &str, expected: &str) {
        let seen: String = seen(&[(read, 0)])
            .into_iter()
            .map(|(text, _)| text)
            .collect();
        assert_eq!(seen, expected, "{read}");
    }

    #[test]
    fn text_from_right_to_left_is_turned_round() {
        assert_seen("ABC DEF", "FED CBA");
        assert_seen("ABC, DEF!", "!FED ,CBA");
    }

    #[test]
    fn a_line_goes_in_the_direction_of_its_first_letter() {
        assert_seen("car IS A CAR there", "car RAC A SI there");
        assert_seen("IS car A", "A car SI");
        assert_seen("“IS” car", "car ”SI“");
        assert_seen("12 ABC", "CBA 12");
    }

    #[test]
    fn numbers_go_from_left_to_right() {
        assert_seen("ABC 2017 DEF", "FED 2017 CBA");
        assert_seen("ABC 12.5 DEF", "FED 12.5 CBA");
        assert_seen("on 12 ABC 34", "on 12 34 CBA");
        let arabic = "\u{661}\u{662} - \u{663}";
        let run = Run {
            text: arabic,
            style: (),
        };
        let seen: String = reorder(&[run]).iter().map(|run| run.text).collect();
        assert_eq!(seen, "\u{663} - \u{661}\u{662}");
    }

    #[test]
    fn brackets_look_the_other_way() {
        assert_seen("ABC (DEF) GH", "HG (FED) CBA");
        assert_seen("A [B] {C} <D> «E» ‹F›", "‹F› «E» <D> {C} [B] A");
        assert_seen("see (ABC) here", "see (CBA) here");
        assert_seen("ABC (nato)", "(nato) CBA");
        for sign in ["(", "]", "»", "≤"] {
            assert_eq!(mirrored(mirrored(sign)), sign);
        }
    }

    #[test]
    fn a_mark_stays_behind_the_letter_that_it_is_drawn_on() {
        assert_seen("AB\u{5b8}C", "CB\u{5b8}A");
        // Also where a run ends between the two.
        assert_eq!(
            seen(&[("AB", 1), ("\u{5b8}C", 2)]),
            [
                (String::from("C"), 2),
                (String::from("B"), 1),
                (String::from("\u{5b8}"), 2),
                (String::from("A"), 1)
            ]
        );
    }

    #[test]
    fn a_style_moves_with_its_letters() {
        assert_eq!(
            seen(&[("ABC ", 1), ("DEF", 2), (" GH", 1)]),
            [
                (String::from("HG "), 1),
                (String::from("FED"), 2),
                (String::from(" CBA"), 1)
            ]
        );
        assert_eq!(
            seen(&[("at A", 1), ("B", 2), ("C", 3)]),
            [
                (String::from("at "), 1),
                (String::from("C"), 3),
                (String::from("B"), 2),
                (String::from("A"), 1)
            ]
        );
    }

    #[test]
    fn blanks_at_the_ends_stay_there() {
        assert_seen("  AB C   ", "  C BA   ");
        assert_seen("   ", "   ");
    }

    #[test]
    fn the_mark_of_a_cut_stands_where_the_text_would_go_on() {
        assert_seen("ABC D…", "…D CBA");
        assert_seen("see ABC…", "see CBA…");
    }

    #[test]
    fn text_without_such_letters_stays_as_it_is() {
        for text in ["", "a (b) 12", "Лавров «да»", "文字 ❤\u{fe0f}"] {
            assert!(!has_rtl(text), "{text}");
        }
        assert_eq!(
            seen(&[("a (", 1), ("b)", 2)]),
            [(String::from("a ("), 1), (String::from("b)"), 2)]
        );
        // Signs of scripts from left to right whose bytes are as high.
        assert!(!has_rtl("中 € “x” ✓"));
    }

    fn sorted<'a>(runs: impl Iterator<Item = (&'a str, usize)>) -> Vec<(String, usize)> {
        // Either sign of a pair stands for both.
        let key = |text: &'a str| text.min(mirrored(text)).to_owned();
        let mut all: Vec<_> = runs
            .flat_map(|(text, style)| clusters(text).map(move |(cluster, _)| (cluster, style)))
            .map(|(cluster, style)| (key(cluster), style))
            .collect();
        all.sort();
        all
    }

    proptest! {
        #[test]
        fn all_stays_there_in_its_style_and_takes_as_many_columns(
            texts in prop::collection::vec("(\\PC|\\p{M}|[ ()«»a1אבגשםاللهم٣\u{5b8}]){0,8}", 0..5),
        ) {
            let shown: Vec<_> = texts.iter().map(|text| show(text, Lines::One)).collect();
            let runs: Vec<_> = shown
                .iter()
                .enumerate()
                .map(|(style, text)| Run { text: text.as_ref(), style })
                .collect();
            let seen = reorder(&runs);
            let columns = |runs: &[Run<'_, usize>]| runs.iter().map(|run| width(run.text)).sum::<usize>();
            prop_assert_eq!(columns(&seen), columns(&runs));
            let pieces = |runs: &[Run<'_, usize>]| sorted(runs.iter().map(|run| (run.text, run.style)).collect::<Vec<_>>().into_iter());
            prop_assert_eq!(pieces(&seen).len(), pieces(&runs).len());
            prop_assert_eq!(pieces(&seen), pieces(&runs));
        }
    }
}
