//! How long a page and a source's text are when they are set, counted once.
//!
//! A text may have megabytes, and to count its lines takes longer than a key may take: what has been
//! counted of the text that was read last is kept, until another text is read or the pane has another
//! width.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use crate::text::{Lines, count_lines, show};
use crate::tui::glyphs::Glyphs;

use super::lists::Kept;
use super::milestones::Milestones;

/// The longest stretch of a line that is set as one paragraph, in bytes: what is long is set only where
/// it is seen.
const LONGEST: usize = 4096;

/// What has been counted of the page and of the text that were read last.
#[derive(Debug, Default)]
pub struct Lengths {
    text: RefCell<Option<Counted>>,
    /// Those of the page.
    pub(super) milestones: Milestones,
    /// What the page lists.
    pub(super) lists: Kept,
}

#[derive(Debug)]
struct Counted {
    text: Arc<str>,
    columns: usize,
    stretches: Arc<[Stretch]>,
}

/// A stretch of a text that is set as one paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Where it begins, in bytes.
    start: usize,
    end: usize,
    /// The number of the line that it begins, from 1; none if it goes on with one, or is blank.
    pub(super) number: Option<usize>,
    /// How many lines it is broken into where nothing in it is marked.
    pub(super) lines: usize,
}

impl Stretch {
    /// The bytes of the text that it is.
    pub(super) const fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

impl Lengths {
    /// The stretches of a text, set in so many columns.
    pub(super) fn of(&self, text: &Arc<str>, columns: usize, glyphs: &Glyphs) -> Arc<[Stretch]> {
        let mut kept = self.text.borrow_mut();
        let known = kept
            .as_ref()
            .filter(|known| Arc::ptr_eq(&known.text, text) && known.columns == columns);
        if let Some(known) = known {
            return Arc::clone(&known.stretches);
        }
        let stretches: Arc<[Stretch]> = counted(text, columns, glyphs).into();
        *kept = Some(Counted {
            text: Arc::clone(text),
            columns,
            stretches: Arc::clone(&stretches),
        });
        stretches
    }
}

/// The stretches of a text, set in so many columns, without keeping anything.
pub(super) fn counted(text: &str, columns: usize, glyphs: &Glyphs) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut start = 0;
    for (nth, line) in text.split_inclusive('\n').enumerate() {
        let content = line.trim_end_matches(['\n', '\r']);
        let mut number = (!content.is_empty()).then_some(nth + 1);
        for range in cut(content) {
            let shown = show(content.get(range.clone()).unwrap_or_default(), Lines::One);
            stretches.push(Stretch {
                start: start + range.start,
                end: start + range.end,
                number: number.take(),
                lines: count_lines(&glyphs.set(&shown), columns),
            });
        }
        start += line.len();
    }
    stretches
}

/// A line in stretches that are not too long: cut at blanks, which go, where there are any.
fn cut(line: &str) -> impl Iterator<Item = Range<usize>> {
    let mut rest = Some(0);
    std::iter::from_fn(move || {
        let start = rest?;
        let text = line.get(start..).unwrap_or_default();
        if text.len() <= LONGEST {
            rest = None;
            return Some(start..line.len());
        }
        let beginning = text.get(..text.floor_char_boundary(LONGEST));
        let beginning = beginning.unwrap_or(text);
        let (end, behind) = match beginning.rfind(' ') {
            Some(blank) if blank > 0 => (blank, blank + 1),
            _ => (beginning.len(), beginning.len()),
        };
        rest = Some(start + behind);
        Some(start..start + end)
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{LONGEST, Lengths, counted};
    use crate::tui::glyphs::UNICODE;

    #[test]
    fn long_lines_are_cut_at_blanks_and_nothing_else_is_lost() {
        let text = format!(
            "{}\nшаг{}\r\n\nend",
            "word ".repeat(3000),
            "文".repeat(5000)
        );
        let stretches = counted(&text, 80, &UNICODE);
        let mut kept = String::new();
        for stretch in &stretches {
            let piece = text.get(stretch.range()).unwrap();
            assert!(piece.len() <= LONGEST);
            kept.push_str(piece);
        }
        let solid = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(solid(&kept), solid(&text));
        let numbers: Vec<usize> = stretches.iter().filter_map(|it| it.number).collect();
        assert_eq!(numbers, [1, 2, 4]);
    }

    #[test]
    fn what_was_counted_is_kept_for_the_same_text_at_the_same_width() {
        let lengths = Lengths::default();
        let (one, other): (Arc<str>, Arc<str>) = ("one two".into(), "one two three".into());
        let first = lengths.of(&one, 4, &UNICODE);
        assert!(Arc::ptr_eq(&first, &lengths.of(&one, 4, &UNICODE)));
        assert_eq!(lengths.of(&one, 40, &UNICODE)[0].lines, 1);
        assert_eq!(lengths.of(&other, 4, &UNICODE)[0].lines, 4);
        assert_eq!(lengths.of(&one, 4, &UNICODE)[0].lines, 2);
    }
}
