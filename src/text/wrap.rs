//! Breaking text into lines, styles kept.
//!
//! Ratatui's own wrapping panics on a wide glyph in a narrow column and may put one across the
//! edge (ratatui issue 2679), so text is wrapped here.

use super::width::clusters;

/// A stretch of text in one style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run<'a, S> {
    /// The text.
    pub text: &'a str,
    /// Its style.
    pub style: S,
}

/// Breaks runs into lines of at most `columns`; all but the first are `indent` shorter, for the
/// caller to indent.
///
/// Breaks at blanks, which go, at line feeds, and beside wide glyphs, which have no blanks between
/// them. A word that is longer than a line is broken between clusters. Runs are joined as they
/// stand: a word may consist of several. In a line narrower than a cluster, the cluster is left out.
pub fn wrap<'a, S: Copy>(
    runs: &[Run<'a, S>],
    columns: usize,
    indent: usize,
) -> Vec<Vec<Run<'a, S>>> {
    let mut breaker = Breaker {
        runs,
        columns,
        indent,
        lines: Vec::new(),
        line: Vec::new(),
        used: 0,
        word: Vec::new(),
        blanks: Vec::new(),
    };
    for (at, run) in runs.iter().enumerate() {
        breaker.take_run(at, run.text);
    }
    breaker.end_word();
    breaker.end_line();
    breaker
        .lines
        .iter()
        .map(|line| runs_of(line, runs))
        .collect()
}

/// A stretch of a run without blanks: where it stands, and the columns it takes.
#[derive(Debug, Clone, Copy)]
struct Piece {
    run: usize,
    start: usize,
    end: usize,
    width: usize,
}

/// Lines in the making.
struct Breaker<'r, 'a, S> {
    runs: &'r [Run<'a, S>],
    columns: usize,
    indent: usize,
    lines: Vec<Vec<Piece>>,
    line: Vec<Piece>,
    used: usize,
    /// Pieces that stay together, if a line can hold them.
    word: Vec<Piece>,
    /// Blanks between the line and the word.
    blanks: Vec<Piece>,
}

impl<S> Breaker<'_, '_, S> {
    /// Takes a run apart: at blanks, line feeds and wide glyphs.
    fn take_run(&mut self, run: usize, text: &str) {
        let mut start = 0;
        for (cluster, width) in clusters(text) {
            let piece = Piece {
                run,
                start,
                end: start + cluster.len(),
                width,
            };
            start = piece.end;
            match (cluster, width) {
                ("\n", _) => {
                    self.end_word();
                    self.end_line();
                }
                (" ", _) => {
                    self.end_word();
                    self.blanks.push(piece);
                }
                (_, 0) => {}
                (_, 1) => add(&mut self.word, piece),
                _ => {
                    self.end_word();
                    self.word.push(piece);
                    self.end_word();
                }
            }
        }
    }

    fn room(&self) -> usize {
        let indent = if self.lines.is_empty() {
            0
        } else {
            self.indent
        };
        self.columns.saturating_sub(indent)
    }

    /// Puts the word on this line or the next, and breaks it only if no line can hold it.
    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let width: usize = self.word.iter().map(|piece| piece.width).sum();
        if self.used > 0 && self.used + self.blanks.len() + width > self.room() {
            self.end_line();
        }
        // Their room is used again: a text has many words.
        let mut blanks = std::mem::take(&mut self.blanks);
        let mut word = std::mem::take(&mut self.word);
        for piece in blanks.drain(..).chain(word.drain(..)) {
            if self.used + piece.width <= self.room() {
                self.put(piece);
            } else {
                self.put_in_parts(piece);
            }
        }
        (self.blanks, self.word) = (blanks, word);
    }

    fn put(&mut self, piece: Piece) {
        self.used += piece.width;
        add(&mut self.line, piece);
    }

    /// Fills this line and the next ones with a piece that no line can hold.
    fn put_in_parts(&mut self, piece: Piece) {
        let text = self
            .runs
            .get(piece.run)
            .and_then(|run| run.text.get(piece.start..piece.end));
        let mut start = piece.start;
        for (cluster, width) in clusters(text.unwrap_or_default()) {
            let part = Piece {
                run: piece.run,
                start,
                end: start + cluster.len(),
                width,
            };
            start = part.end;
            if self.used > 0 && self.used + width > self.room() {
                self.end_line();
            }
            if width <= self.room() {
                self.put(part);
            }
        }
    }

    fn end_line(&mut self) {
        self.lines.push(std::mem::take(&mut self.line));
        self.used = 0;
        self.blanks.clear();
    }
}

/// Adds a piece behind others, as one with the last where it goes on with that.
fn add(pieces: &mut Vec<Piece>, piece: Piece) {
    match pieces.last_mut() {
        Some(last) if last.run == piece.run && last.end == piece.start => {
            last.end = piece.end;
            last.width += piece.width;
        }
        _ => pieces.push(piece),
    }
}

/// The pieces of a line as runs.
fn runs_of<'a, S: Copy>(line: &[Piece], runs: &[Run<'a, S>]) -> Vec<Run<'a, S>> {
    let run_of = |piece: &Piece| {
        let run = runs.get(piece.run)?;
        Some(Run {
            text: run.text.get(piece.start..piece.end)?,
            style: run.style,
        })
    };
    line.iter().filter_map(run_of).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Run, wrap};
    use crate::text::{Lines, show, width};

    fn wrapped(text: &str, columns: usize, indent: usize) -> Vec<String> {
        let lines = wrap(&[Run { text, style: () }], columns, indent);
        lines
            .iter()
            .map(|line| line.iter().map(|run| run.text).collect())
            .collect()
    }

    #[test]
    fn lines_break_at_blanks_which_go() {
        assert_eq!(
            wrapped("the talks in Astana", 9, 0),
            ["the talks", "in Astana"]
        );
        assert_eq!(wrapped("the  talks", 5, 0), ["the", "talks"]);
        assert_eq!(wrapped("a\n\nb", 5, 0), ["a", "", "b"]);
        assert_eq!(wrapped("", 5, 0), [""]);
    }

    #[test]
    fn lines_after_the_first_are_shorter_by_the_indent() {
        assert_eq!(wrapped("one two three", 7, 2), ["one two", "three"]);
        assert_eq!(wrapped("one two three", 7, 3), ["one two", "thre", "e"]);
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken() {
        assert_eq!(
            wrapped("a https://example.org b", 10, 0),
            ["a", "https://ex", "ample.org", "b"]
        );
    }

    #[test]
    fn wide_glyphs_break_between_each_other_and_never_cross_the_edge() {
        assert_eq!(wrapped("文字文字", 5, 0), ["文字", "文字"]);
        assert_eq!(wrapped("a文", 2, 0), ["a", "文"]);
        assert_eq!(wrapped("文a", 1, 0), ["a"]);
    }

    #[test]
    fn styles_are_kept_and_a_word_of_two_styles_stays_together() {
        let runs = [
            Run {
                text: "in Asta",
                style: 1,
            },
            Run {
                text: "na now",
                style: 2,
            },
        ];
        let lines = wrap(&runs, 6, 0);
        let plain: Vec<Vec<(&str, i32)>> = lines
            .iter()
            .map(|line| line.iter().map(|run| (run.text, run.style)).collect())
            .collect();
        assert_eq!(
            plain,
            [
                vec![("in", 1)],
                vec![("Asta", 1), ("na", 2)],
                vec![("now", 2)]
            ]
        );
    }

    proptest! {
        #[test]
        fn no_line_exceeds_its_columns_and_no_cluster_is_lost(
            parts in prop::collection::vec("([a-z  ]|\\PC|\\p{M}|[文字\n]){0,12}", 0..5),
            columns in 0_usize..20,
            indent in 0_usize..6,
        ) {
            let parts: Vec<String> = parts.iter().map(|part| show(part, Lines::Many).into_owned()).collect();
            let runs: Vec<Run<'_, usize>> =
                parts.iter().enumerate().map(|(style, text)| Run { text, style }).collect();
            let lines = wrap(&runs, columns, indent);
            for (at, line) in lines.iter().enumerate() {
                let used: usize = line.iter().map(|run| width(run.text)).sum();
                let room = if at == 0 { columns } else { columns.saturating_sub(indent) };
                prop_assert!(used <= room);
            }
            if columns >= indent + 4 {
                let visible = |text: &str| -> String {
                    crate::text::clusters(text).filter(|(c, w)| *w > 0 && *c != " ").map(|(c, _)| c).collect()
                };
                let kept: String = lines.iter().flatten().map(|run| visible(run.text)).collect();
                let all: String = parts.iter().map(|part| visible(part)).collect();
                prop_assert_eq!(kept, all);
            }
        }
    }
}
