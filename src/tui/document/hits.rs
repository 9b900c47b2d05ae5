//! What is searched for in the texts of a paragraph, as it is set.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::{Forms, Run, find_all};

use super::{Ink, Inked};

/// What a stretch of text is, and of which of its paragraph's texts and of the document's hits and links
/// it is a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) ink: Ink,
    pub(super) text: usize,
    pub(super) hit: Option<usize>,
    pub(super) link: Option<usize>,
}

impl Style {
    pub(super) const fn plain(ink: Ink) -> Self {
        Self {
            ink,
            text: 0,
            hit: None,
            link: None,
        }
    }
}

/// A stretch of text as it is set.
pub(super) type Set<'a> = (Cow<'a, str>, Style);

pub(super) fn joined(runs: &[Set<'_>]) -> String {
    runs.iter().map(|(text, _)| text.as_ref()).collect()
}

pub(super) fn without_hits<'r>(runs: &'r [Set<'_>]) -> Vec<Run<'r, Style>> {
    let runs = runs.iter().map(|(text, style)| Run {
        text: text.as_ref(),
        style: *style,
    });
    runs.collect()
}

/// The runs taken apart where hits begin and end, and how many hits there are; they are numbered
/// from `number` on. A hit may go over several runs.
pub(super) fn with_hits<'r>(
    runs: &'r [Set<'_>],
    forms: &Forms,
    number: usize,
) -> (Vec<Run<'r, Style>>, usize) {
    let hits = find_all(&joined(runs), forms);
    if hits.is_empty() {
        return (without_hits(runs), 0);
    }
    let mut parts = Vec::new();
    let mut start = 0;
    for (text, style) in runs {
        let end = start + text.len();
        let mut add = |range: Range<usize>, hit| {
            let text = text.get(range.start - start..range.end - start);
            parts.extend(text.filter(|text| !text.is_empty()).map(|text| Run {
                text,
                style: Style { hit, ..*style },
            }));
        };
        let mut at = start;
        let first = hits.partition_point(|hit| hit.end <= start);
        let here = hits.iter().enumerate().skip(first);
        for (nth, hit) in here.take_while(|(_, hit)| hit.start < end) {
            let (from, to) = (hit.start.max(start), hit.end.min(end));
            add(at..from, None);
            add(from..to, Some(number + nth));
            at = to;
        }
        add(at..end, None);
        start = end;
    }
    (parts, hits.len())
}

/// A text in one ink, but for its hits.
pub fn highlighted(text: &str, ink: Ink, forms: &Forms) -> Vec<Inked> {
    let runs = [(Cow::Borrowed(text), Style::plain(ink))];
    let (runs, _) = with_hits(&runs, forms, 0);
    let runs = runs.into_iter().map(|run| {
        let ink = run.style.hit.map_or(run.style.ink, |_| Ink::Hit);
        (run.text.to_owned(), ink)
    });
    runs.collect()
}

#[cfg(test)]
mod tests {
    use super::highlighted;
    use crate::text::{Forms, fold};
    use crate::tui::document::{Ink, Inked};

    fn inked(runs: &[(&str, Ink)]) -> Vec<Inked> {
        runs.iter()
            .map(|(text, ink)| ((*text).to_owned(), *ink))
            .collect()
    }

    #[test]
    fn hits_side_by_side_are_several() {
        assert_eq!(
            highlighted("xaa", Ink::Plain, &Forms::typed("a", &[fold("a")])),
            inked(&[("x", Ink::Plain), ("a", Ink::Hit), ("a", Ink::Hit)])
        );
    }
}
