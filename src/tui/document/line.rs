//! A line of inked text, and which parts of it are set by themselves.

use crate::text::{Run, clusters, has_rtl, reorder, width};

use super::Ink;

/// A stretch of text in one ink.
pub type Inked = (String, Ink);

/// A line that fits its pane.
///
/// It has one part or several, such as the columns of a list. Where the program sets text from right to
/// left, each part is set by itself, in the direction of its first letter, and none changes places with
/// another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Blank columns before the text.
    pub left: usize,
    /// The text.
    pub runs: Vec<Inked>,
    /// With which run each part begins, but for the first.
    pub parts: Vec<usize>,
}

impl Line {
    /// A line of one part in one ink.
    pub fn new(left: usize, text: impl Into<String>, ink: Ink) -> Self {
        Self::of(left, vec![(text.into(), ink)])
    }

    /// A line of one part.
    pub const fn of(left: usize, runs: Vec<Inked>) -> Self {
        Self {
            left,
            runs,
            parts: Vec::new(),
        }
    }

    /// A line of several parts.
    pub fn row(left: usize, parts: impl IntoIterator<Item = Vec<Inked>>) -> Self {
        let mut line = Self::of(left, Vec::new());
        for part in parts {
            line.parts.push(line.runs.len());
            line.runs.extend(part);
        }
        line
    }

    /// The same line with something before it that is a part of its own.
    #[must_use]
    pub fn behind(mut self, left: usize, mark: Inked) -> Self {
        self.runs.insert(0, mark);
        for begin in &mut self.parts {
            *begin += 1;
        }
        self.parts.insert(0, 1);
        Self { left, ..self }
    }

    /// The text without its inks.
    pub fn text(&self) -> String {
        self.runs.iter().map(|(text, _)| text.as_str()).collect()
    }

    /// The parts, in their order.
    pub fn parts(&self) -> impl Iterator<Item = &[Inked]> {
        let begins = std::iter::once(0).chain(self.parts.iter().copied());
        let ends = self.parts.iter().copied().chain([self.runs.len()]);
        begins.zip(ends).filter_map(|(begin, end)| {
            let part = self.runs.get(begin..end)?;
            (!part.is_empty()).then_some(part)
        })
    }

    /// The column in the order of reading of what is seen in a column, where the program sets text from
    /// right to left.
    pub fn read_at(&self, column: usize) -> usize {
        let mut begin = self.left;
        for part in self.parts() {
            let end = begin + runs_width(part);
            if (begin..end).contains(&column) {
                return read_at(part, begin, column);
            }
            begin = end;
        }
        column
    }
}

/// The same in a part that begins in a column: each cluster moves with the column it is read in.
fn read_at(part: &[Inked], begin: usize, column: usize) -> usize {
    if !part.iter().any(|(text, _)| has_rtl(text)) {
        return column;
    }
    let mut read = begin;
    let texts = part.iter().flat_map(|(text, _)| clusters(text));
    let clusters = texts.map(|(text, columns)| {
        let style = read;
        read += columns;
        Run { text, style }
    });
    let clusters: Vec<_> = clusters.collect();
    let mut seen = begin;
    for run in reorder(&clusters) {
        let end = seen + width(run.text);
        if (seen..end).contains(&column) {
            return run.style + (column - seen);
        }
        seen = end;
    }
    column
}

/// The columns that runs take together.
pub fn runs_width(runs: &[Inked]) -> usize {
    runs.iter().map(|(text, _)| width(text)).sum()
}

#[cfg(test)]
mod tests {
    use super::Line;
    use crate::tui::document::{Ink, Inked};

    fn plain(text: &str) -> Vec<Inked> {
        vec![(text.to_owned(), Ink::Plain)]
    }

    #[test]
    fn a_line_has_the_parts_it_was_made_of() {
        let row =
            Line::row(1, [plain("a"), Vec::new(), plain("b")]).behind(0, ("•".into(), Ink::Dim));
        let parts: Vec<_> = row.parts().map(<[Inked]>::to_vec).collect();
        assert_eq!(
            parts,
            [vec![("•".into(), Ink::Dim)], plain("a"), plain("b")]
        );
        let one = Line::new(0, "ab", Ink::Plain);
        assert_eq!(one.parts().count(), 1);
        assert_eq!(Line::default().parts().count(), 0);
    }

    #[test]
    fn what_is_seen_in_a_column_is_read_in_another_where_it_is_turned_round() {
        // Read: two columns in front, then א ב with a Latin word behind.
        let row = Line::row(1, [plain("1 "), plain("\u{5d0}\u{5d1} ab"), plain(" x")]);
        let read: Vec<_> = (0..12).map(|column| row.read_at(column)).collect();
        // Seen: `1 ab בא x`.
        assert_eq!(read, [0, 1, 2, 6, 7, 5, 4, 3, 8, 9, 10, 11]);
    }
}
