//! The passage of a text that comes nearest to a quote that is not in it.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{elide, fold};

/// The fewest words in a row that count as near.
const FEWEST_WORDS: usize = 3;
/// The most of a passage that is shown, in columns.
const LONGEST_PASSAGE: usize = 200;

/// A passage that shares words in a row with a quote.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Near {
    /// How many words in a row they share.
    pub(super) words: usize,
    /// The passage, as long as the quote, on one line.
    pub(super) text: String,
    /// The line of the text on which the shared words begin.
    pub(super) line: usize,
}

/// The passage round the longest run of words that `quote` and `text` share, if it is long enough
/// to mean something.
pub(super) fn closest(quote: &str, text: &str) -> Option<Near> {
    let wanted: Vec<String> = quote.unicode_words().map(fold).collect();
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, word) in wanted.iter().enumerate() {
        places.entry(word).or_default().push(at);
    }
    // For every word of the quote, how long the run is that ends with it at the word before.
    let mut runs: HashMap<usize, usize> = HashMap::new();
    let mut best = (0, 0, 0);
    let words: Vec<(usize, &str)> = text.unicode_word_indices().collect();
    for (here, (_, word)) in words.iter().enumerate() {
        let mut longer = HashMap::new();
        for &at in places.get(fold(word).as_str()).into_iter().flatten() {
            let before = at.checked_sub(1).and_then(|before| runs.get(&before));
            let run = before.copied().unwrap_or(0) + 1;
            longer.insert(at, run);
            if run > best.0 {
                best = (run, here, at);
            }
        }
        runs = longer;
    }
    let (run, here, at) = best;
    if run < FEWEST_WORDS.min(wanted.len()) || run == 0 {
        return None;
    }
    let first = here.saturating_sub(at);
    let last = (first + wanted.len() - 1).min(words.len() - 1);
    let start = words.get(first)?.0;
    let end = words.get(last).map(|(at, word)| at + word.len())?;
    let passage: Vec<&str> = text.get(start..end)?.split_whitespace().collect();
    let shared = words.get((here + 1).saturating_sub(run))?.0;
    let line = text.get(..shared)?.matches('\n').count() + 1;
    Some(Near {
        words: run,
        text: elide(&passage.join(" "), LONGEST_PASSAGE, "…").into_owned(),
        line,
    })
}

#[cfg(test)]
mod tests {
    use super::closest;

    const TEXT: &str =
        "Talks end.\n\nWe need to involve armed opposition in the\nfight against terror.";

    #[test]
    fn the_passage_with_the_longest_run_of_words_is_the_closest() {
        let near = closest("We want to involve armed opposition in the fight", TEXT).unwrap();
        assert_eq!((near.words, near.line), (7, 3));
        assert_eq!(
            near.text,
            "We need to involve armed opposition in the fight"
        );
    }

    #[test]
    fn a_word_or_two_in_common_are_not_close() {
        assert_eq!(closest("Nobody would fight against this", TEXT), None);
        assert_eq!(closest("", TEXT), None);
    }
}
