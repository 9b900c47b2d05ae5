//! Texts without what typesetting changes: white space, typographic quotation marks, apostrophes and
//! dashes, composed and decomposed letters.

use std::ops::Range;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

use super::grams::Grams;

/// How many characters an omission may stand for.
const LONGEST_OMISSION: usize = 2_000;
/// How often a text is searched from end to end before an index of it is made.
const SEARCHES: usize = 8;

/// A text with folded typesetting, and the way back from it.
pub(super) struct Folded {
    text: String,
    /// Where the way back is another than for the byte before.
    origins: Vec<Origin>,
    /// How many parts were searched for.
    searches: usize,
    grams: Option<Grams>,
}

/// What a stretch of a folded text stands for in the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Origin {
    /// Where the stretch begins in the folded text; it ends where the next one begins.
    at: u32,
    /// Where it begins in the original.
    start: u32,
    /// Where it ends there, if all of it stands for all of that; else byte stands for byte.
    end: Option<u32>,
}

impl Folded {
    pub(super) fn of(text: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            origins: Vec::new(),
            searches: 0,
            grams: None,
        };
        if is_nfc_quick(text.chars()) == IsNormalized::Yes {
            for (start, c) in text.char_indices() {
                folded.push(c, start..start + c.len_utf8());
            }
            return folded;
        }
        for (start, cluster) in text.grapheme_indices(true) {
            for c in cluster.nfc() {
                folded.push(c, start..start + cluster.len());
            }
        }
        folded
    }

    /// The folded text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    fn push(&mut self, c: char, origin: Range<usize>) {
        let folded = match c {
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => return,
            c if c.is_whitespace() => ' ',
            '‘' | '’' | '‚' | '‛' | 'ʼ' | '′' | '`' | '´' => '\'',
            '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
            '‐'..='―' | '−' => '-',
            other => other,
        };
        if folded == ' ' && self.text.ends_with(' ') {
            return;
        }
        let at = offset(self.text.len());
        let (start, end) = (offset(origin.start), offset(origin.end));
        let is_same_length = origin.len() == folded.len_utf8();
        let goes_on = self.origins.last().is_some_and(|last| match last.end {
            None => is_same_length && last.start + (at - last.at) == start,
            Some(last_end) => (last.start, last_end) == (start, end),
        });
        if !goes_on {
            let end = (!is_same_length).then_some(end);
            self.origins.push(Origin { at, start, end });
        }
        self.text.push(folded);
    }

    /// Where the parts stand one after another, each within reach of the one before, as ranges of
    /// the original.
    ///
    /// From the last part to the first, only those places are kept that the rest can follow: trying
    /// each place with each of the next part's would take for ever on a text that repeats itself.
    pub(super) fn find(&mut self, parts: &[String]) -> Option<Vec<Range<usize>>> {
        self.searches += parts.len();
        if self.grams.is_none() && self.searches > SEARCHES {
            self.grams = Some(Grams::of(&self.text));
        }
        let (first, rest) = parts.split_first()?;
        let mut followed: Vec<Vec<usize>> = Vec::with_capacity(rest.len());
        for part in rest.iter().rev() {
            let places = self.places(part, followed.last());
            followed.push(places.collect());
        }
        let mut start = self.places(first, followed.last()).next()?;
        let mut found = vec![self.origin(start..start + first.len())?];
        let mut end = start + first.len();
        for (part, places) in rest.iter().zip(followed.iter().rev()) {
            start = self.within_reach(end, places)?;
            end = start + part.len();
            found.push(self.origin(start..end)?);
        }
        Some(found)
    }

    /// Where `part` stands with one of `next` within reach behind it; anywhere, if nothing follows.
    fn places(&self, part: &str, next: Option<&Vec<usize>>) -> impl Iterator<Item = usize> {
        let known = self.grams.as_ref();
        let known = known.and_then(|grams| grams.places(&self.text, part));
        let searched = known.is_none().then(|| self.text.match_indices(part));
        let searched = searched.into_iter().flatten().map(|(start, _)| start);
        let starts = known.into_iter().flatten().chain(searched);
        starts.filter(move |start| {
            next.is_none_or(|next| self.within_reach(start + part.len(), next).is_some())
        })
    }

    /// The first of `places` from `end` on, if no more was omitted than may be.
    fn within_reach(&self, end: usize, places: &[usize]) -> Option<usize> {
        let next = *places.get(places.partition_point(|&place| place < end))?;
        // A character has one to four bytes: most are settled without counting.
        let near = match next - end {
            bytes if bytes <= LONGEST_OMISSION => true,
            bytes if bytes > 4 * LONGEST_OMISSION => false,
            _ => self.text.get(end..next)?.chars().count() <= LONGEST_OMISSION,
        };
        near.then_some(next)
    }

    /// What a range of the folded text stands for.
    fn origin(&self, range: Range<usize>) -> Option<Range<usize>> {
        let (first, first_at) = self.origin_at(range.start)?;
        let (last, last_at) = self.origin_at(range.end.checked_sub(1)?)?;
        let start = first.start as usize + first.end.map_or(first_at, |_| 0);
        let end = last.end.map(|end| end as usize);
        let end = end.unwrap_or(last.start as usize + last_at + 1);
        Some(start..end)
    }

    /// The stretch that a byte lies in, and how far in it.
    fn origin_at(&self, byte: usize) -> Option<(Origin, usize)> {
        let behind = self.origins.partition_point(|it| it.at as usize <= byte);
        let origin = *self.origins.get(behind.checked_sub(1)?)?;
        Some((origin, byte - origin.at as usize))
    }
}

/// Source texts are far shorter than 4 GiB.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Folded;

    #[test]
    fn few_ways_back_are_kept_of_plain_text() {
        assert_eq!(Folded::of("Talks in Астана,\non two days").origins.len(), 1);
        assert_eq!(Folded::of("We don’t  know").origins.len(), 4);
    }

    proptest! {
        #[test]
        fn every_character_knows_what_it_stands_for(
            text in "([ab  \n]|\\PC|\\p{M}|[’“…\u{ad}\u{301}\u{958}é\u{1100}\u{1161}\r]){0,40}"
        ) {
            let folded = Folded::of(&text);
            let mut before = 0;
            for (at, c) in folded.text().char_indices() {
                let origin = folded.origin(at..at + c.len_utf8()).unwrap();
                prop_assert!(before <= origin.start && origin.start < origin.end);
                before = origin.start;
                let original = text.get(origin).unwrap();
                prop_assert!(Folded::of(original).text().contains(c), "{:?} of {:?}", c, original);
            }
        }
    }
}
