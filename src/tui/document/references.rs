//! Numbered references: `[1]` beside what rests on a source.

use crate::timeline::{Event, SourceIx};

/// The sources of an event, numbered from 1: those of the event as a whole, then the others as
/// they are first met.
pub(super) struct References {
    sources: Vec<SourceIx>,
}

impl References {
    /// Every source that something in `event` rests on.
    pub(super) fn of(event: &Event) -> Self {
        Self {
            sources: event.all_sources(),
        }
    }

    /// The sources in the order of their numbers.
    pub(super) fn sources(&self) -> &[SourceIx] {
        &self.sources
    }

    /// The numbers of `sources` in brackets, runs of them shortened: ` [1–3,7]`; nothing for none.
    pub(super) fn mark(&self, sources: &[SourceIx]) -> String {
        let number = |source: &SourceIx| self.sources.iter().position(|known| known == source);
        let mut numbers: Vec<usize> = sources.iter().filter_map(number).map(|at| at + 1).collect();
        numbers.sort_unstable();
        numbers.dedup();
        if numbers.is_empty() {
            String::new()
        } else {
            format!(" [{}]", shortened(&numbers))
        }
    }
}

/// Ascending numbers as text, three or more in a row as a range.
fn shortened(numbers: &[usize]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for run in numbers.chunk_by(|a, b| a + 1 == *b) {
        match run {
            [first, .., last] if run.len() > 2 => parts.push(format!("{first}–{last}")),
            _ => parts.extend(run.iter().map(ToString::to_string)),
        }
    }
    parts.join(",")
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn three_numbers_in_a_row_are_a_range() {
        assert_eq!(shortened(&[1]), "1");
        assert_eq!(shortened(&[1, 2]), "1,2");
        assert_eq!(shortened(&[1, 2, 3, 5, 7, 8, 9]), "1–3,5,7–9");
    }
}
