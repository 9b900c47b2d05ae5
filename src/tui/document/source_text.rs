//! A source's text, with what of it is quoted marked.
//!
//! What is quoted is known as byte ranges of the text as it stands in its file. It is cut there first,
//! and each piece is then made harmless by itself. Every quote has a label before it, even where
//! another covers it: the label is where the link to the quote begins.

use std::ops::Range;

use crate::text::{Lines, plural, show};
use crate::timeline::{QuoteIx, SourceIx, Timeline};
use crate::tui::subject::Subject;

use super::lengths::Stretch;
use super::paragraph::Paragraph;
use super::{Ink, Page};

/// Columns between the numbers of the lines and the text.
const GAP: usize = 2;

/// What stands before somebody's words; the label comes before that.
const OPENING: [char; 7] = ['“', '„', '«', '‘', '‚', '"', '\''];

/// Writes the text of a source that has one.
pub(super) fn write(timeline: &Timeline, at: SourceIx, page: &mut Page<'_>) {
    let Some(text) = &timeline[at].text else {
        return;
    };
    let marks = Marks::of(timeline, at, text);
    let lines = text.lines().count();
    page.heading(&heading(lines, marks.labels.len()));
    if text.trim().is_empty() {
        page.paragraph(0, 0, &[("It is empty.", Ink::Dim)]);
        return;
    }
    if page.is_full() {
        return;
    }
    let digits = lines.to_string().len();
    let writer = Writer {
        timeline,
        text,
        digits,
        marks,
    };
    for stretch in page.stretches(digits + GAP, text).iter() {
        if page.is_full() {
            break;
        }
        writer.stretch(*stretch, page);
    }
}

fn heading(lines: usize, quotes: usize) -> String {
    let lines = plural(lines, "line");
    match quotes {
        0 => format!("Its text ({lines})"),
        _ => format!(
            "Its text ({lines}, {} found in it)",
            plural(quotes, "quote")
        ),
    }
}

/// A stretch of the text that stands in a quote, by the quote's number.
struct Part {
    range: Range<usize>,
    number: usize,
}

/// Where quotes stand in the text.
struct Marks {
    /// The quotes in the order in which they begin, each with the place of its label.
    labels: Vec<(usize, QuoteIx)>,
    /// Their parts, in the order in which they begin.
    parts: Vec<Part>,
    /// What parts cover, in order and without overlaps.
    covered: Vec<Range<usize>>,
}

impl Marks {
    fn of(timeline: &Timeline, source: SourceIx, text: &str) -> Self {
        let found = timeline.passages(source).map(|(quote, passage)| {
            let parts = passage.parts.iter();
            let parts = parts.map(|part| whole_characters(part, text));
            (quote, parts.collect())
        });
        let mut found: Vec<(QuoteIx, Vec<Range<usize>>)> = found.collect();
        found.sort_by_key(|(quote, parts)| (parts.first().map(|part| part.start), *quote));
        let mut marks = Self {
            labels: Vec::with_capacity(found.len()),
            parts: Vec::new(),
            covered: Vec::new(),
        };
        for (number, (quote, parts)) in found.into_iter().enumerate() {
            let first = parts.first().map_or(0, |part| part.start);
            marks.labels.push((label_place(text, first), quote));
            let parts = parts.into_iter();
            marks
                .parts
                .extend(parts.map(|range| Part { range, number }));
        }
        marks
            .parts
            .sort_by_key(|part| (part.range.start, part.number));
        for Part { range, .. } in &marks.parts {
            match marks.covered.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => marks.covered.push(range.clone()),
            }
        }
        marks
    }

    /// Whether a quote or a label stands in a range.
    fn touch(&self, range: &Range<usize>) -> bool {
        let at = self
            .covered
            .partition_point(|known| known.end <= range.start);
        let next = self.covered.get(at);
        next.is_some_and(|known| known.start < range.end) || self.labels_in(range).next().is_some()
    }

    /// The parts of quotes that stand in a range.
    fn parts_in(&self, range: &Range<usize>) -> impl Iterator<Item = &Part> {
        let before = self
            .parts
            .partition_point(|part| part.range.start < range.end);
        let parts = self.parts.iter().take(before);
        parts.filter(|part| range.start < part.range.end)
    }

    /// The labels in a range: the quote's number, from 0, the label's place, and the quote.
    fn labels_in(
        &self,
        range: &Range<usize>,
    ) -> impl Iterator<Item = (usize, usize, QuoteIx)> + Clone {
        let first = self
            .labels
            .partition_point(|(place, _)| *place < range.start);
        let end = self.labels.partition_point(|(place, _)| *place < range.end);
        let labels = self.labels.iter().enumerate().take(end).skip(first);
        labels.map(|(number, &(place, quote))| (number, place, quote))
    }
}

/// A range at whose ends characters of the text begin: the loader's ranges are such ones.
fn whole_characters(range: &Range<usize>, text: &str) -> Range<usize> {
    text.floor_char_boundary(range.start)..text.ceil_char_boundary(range.end)
}

/// Where the label of what begins at `start` stands: before a mark that opens it.
fn label_place(text: &str, start: usize) -> usize {
    let before = text
        .get(..start)
        .and_then(|before| before.chars().next_back());
    match before {
        Some(mark) if OPENING.contains(&mark) => start - mark.len_utf8(),
        _ => start,
    }
}

struct Writer<'t> {
    timeline: &'t Timeline,
    text: &'t str,
    /// The columns that the number of the last line takes.
    digits: usize,
    marks: Marks,
}

impl<'t> Writer<'t> {
    fn stretch(&self, stretch: Stretch, page: &mut Page<'_>) {
        let range = stretch.range();
        let mut paragraph = Paragraph::new(self.digits + GAP, 0);
        if self.marks.touch(&range) {
            paragraph = self.marked(&range, paragraph, page);
        } else {
            let text = || show(self.text.get(range.clone()).unwrap_or_default(), Lines::One);
            if page.pass(stretch.lines, &text) {
                return;
            }
            paragraph = paragraph.text(text(), Ink::Plain);
        }
        if let Some(number) = stretch.number {
            paragraph = paragraph.beside(format!("{number:>digits$}", digits = self.digits));
        }
        page.write(&paragraph);
    }

    /// Adds a stretch in which quotes stand, cut where they and their labels begin and end.
    fn marked<'p>(
        &self,
        range: &Range<usize>,
        mut paragraph: Paragraph<'p>,
        page: &Page<'_>,
    ) -> Paragraph<'p>
    where
        't: 'p,
    {
        let parts: Vec<&Part> = self.marks.parts_in(range).collect();
        let labels = self.marks.labels_in(range);
        let ends = parts
            .iter()
            .flat_map(|part| [part.range.start, part.range.end]);
        let places = labels.clone().map(|(_, place, _)| place);
        let cuts = ends
            .chain(places)
            .map(|at| at.clamp(range.start, range.end));
        let mut cuts: Vec<usize> = cuts.chain([range.start, range.end]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        for &[from, to] in cuts.array_windows() {
            for (number, _, quote) in labels.clone().filter(|(_, place, _)| *place == from) {
                let name = self.timeline[self.timeline[quote].speaker].name.shown();
                let label = format!("[{}{} {name}]", page.glyphs().verified, number + 1);
                paragraph = paragraph
                    .link(label, Ink::Good, Subject::Quote(quote))
                    .joined()
                    .text(" ", Ink::Plain)
                    .joined();
            }
            let text = show(self.text.get(from..to).unwrap_or_default(), Lines::One);
            // Where quotes overlap, the words belong to the one that began last.
            let over = parts
                .iter()
                .filter(|part| part.range.start <= from && to <= part.range.end);
            let last = over.max_by_key(|part| (part.range.start, part.number));
            let quote = last.and_then(|part| self.marks.labels.get(part.number));
            paragraph = match quote {
                Some(&(_, quote)) => paragraph.more(text, Ink::Passage, Subject::Quote(quote)),
                None => paragraph.text(text, Ink::Plain),
            };
            // It is one text, however often it is cut.
            paragraph = paragraph.joined();
        }
        paragraph
    }
}
