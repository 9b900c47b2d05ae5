//! An index of a text: many quotes are looked up in it, and not searched for from end to end each.

use std::ops::Range;

/// How many bytes are looked up at once.
const GRAM: usize = 8;
/// Every so many bytes of the text stand in the index.
const STEP: usize = 8;
/// What stands in the text so often is faster searched for: one place in so many bytes.
const RARE: usize = 64;

/// Which bytes stand at every eighth place of a text.
pub(super) struct Grams {
    /// Ascending.
    sorted: Vec<(u64, u32)>,
}

impl Grams {
    pub(super) fn of(text: &str) -> Self {
        let places = (0_u32..).step_by(STEP);
        let grams = text.as_bytes().chunks_exact(STEP).zip(places);
        let mut sorted: Vec<(u64, u32)> = grams
            .filter_map(|(gram, at)| Some((gram_at(gram, 0)?, at)))
            .collect();
        sorted.sort_unstable();
        Self { sorted }
    }

    /// Where `part` stands in the text that this is the index of, as `str::match_indices` finds it;
    /// nothing if it is too short to be looked up, or what it consists of stands everywhere.
    pub(super) fn places(&self, text: &str, part: &str) -> Option<Vec<usize>> {
        // Wherever it stands, one of its first bytes stands at a place that is in the index.
        let grams = (0..STEP).map(|before| {
            let gram = gram_at(part.as_bytes(), before)?;
            Some((before, self.range(gram)))
        });
        let grams: Vec<(usize, Range<usize>)> = grams.collect::<Option<_>>()?;
        let candidates: usize = grams.iter().map(|(_, range)| range.len()).sum();
        if candidates > text.len() / RARE + STEP {
            return None;
        }
        let mut places = Vec::new();
        for (before, range) in grams {
            for (_, at) in self.sorted.get(range).unwrap_or_default() {
                let place = (*at as usize).checked_sub(before);
                let stands_at =
                    |place: &usize| text.get(*place..).is_some_and(|it| it.starts_with(part));
                places.extend(place.filter(stands_at));
            }
        }
        places.sort_unstable();
        let mut end = 0;
        places.retain(|&place| {
            let is_behind = place >= end;
            if is_behind {
                end = place + part.len();
            }
            is_behind
        });
        Some(places)
    }

    fn range(&self, gram: u64) -> Range<usize> {
        let start = self.sorted.partition_point(|(it, _)| *it < gram);
        let rest = self.sorted.get(start..).unwrap_or_default();
        start..start + rest.partition_point(|(it, _)| *it == gram)
    }
}

fn gram_at(text: &[u8], at: usize) -> Option<u64> {
    let bytes = text.get(at..at + GRAM)?;
    Some(u64::from_le_bytes(bytes.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Grams;

    proptest! {
        #[test]
        fn what_is_looked_up_is_what_is_searched_for(
            text in "([abж ]|abab|ж ж ){0,200}",
            from in 0_usize..100,
            length in 1_usize..40,
        ) {
            let part: String = text.chars().skip(from).take(length).collect();
            let searched: Vec<usize> = text.match_indices(&part).map(|(at, _)| at).collect();
            if let Some(places) = Grams::of(&text).places(&text, &part) {
                prop_assert_eq!(places, searched);
            }
            let missing = format!("{part}cccccccc");
            let places = Grams::of(&text).places(&text, &missing);
            prop_assert_eq!(places.unwrap_or_default(), [0_usize; 0]);
        }
    }

    #[test]
    fn what_is_short_or_stands_everywhere_is_not_looked_up() {
        let text = "abcdefgh".repeat(200);
        let grams = Grams::of(&text);
        assert_eq!(grams.places(&text, "abcdefgh"), None);
        assert_eq!(grams.places(&text, &"abcdefgh".repeat(3)), None);
        assert_eq!(
            grams.places(&text, "not to be found in it"),
            Some(Vec::new())
        );
    }
}
