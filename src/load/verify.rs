//! Verifying: do a direct quote's words stand in a source's text?
//!
//! Compared after folding what typesetting changes: white space, typographic quotation marks,
//! apostrophes and dashes, composed and decomposed letters. Case and words are not folded: a
//! quotation is word for word or it is none.

use std::collections::HashMap;
use std::ops::Range;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

use crate::diagnostic::{Code, Diagnostic};
use crate::timeline::{Passage, Quote, Source, SourceIx, State};

use super::closest::closest;

/// How many characters an omission may stand for.
const LONGEST_OMISSION: usize = 2_000;
/// How an omission is written.
const OMISSIONS: [&str; 2] = ["[…]", "[...]"];

/// Source texts, each folded once when the first quote asks for it.
pub(super) struct Verifier<'s> {
    sources: &'s [Source],
    folded: HashMap<SourceIx, Folded>,
}

impl<'s> Verifier<'s> {
    pub(super) fn new(sources: &'s [Source]) -> Self {
        Self {
            sources,
            folded: HashMap::new(),
        }
    }

    /// The source with its text, if it has one.
    fn with_text(&self, source: SourceIx) -> Option<(&'s Source, &'s str)> {
        let source = self.sources.get(source.index())?;
        Some((source, source.text.as_deref()?))
    }

    /// What the texts of its sources say of a direct quote; anything but proof is reported.
    pub(super) fn verify(&mut self, quote: &Quote, problems: &mut Vec<Diagnostic>) -> State {
        let checkable: Vec<SourceIx> = quote
            .sources
            .iter()
            .copied()
            .filter(|&source| self.with_text(source).is_some())
            .collect();
        if checkable.is_empty() {
            let message = "no source text to check this direct quote against";
            let diagnostic = Diagnostic::new(Code::UnverifiedQuote, quote.at, message);
            problems
                .push(diagnostic.help("give a source a `file`, or report the quote as indirect"));
            return State::Unverified;
        }
        let parts = parts(quote.text.raw());
        for &source in &checkable {
            let Some((_, text)) = self.with_text(source) else {
                continue;
            };
            let folded = self
                .folded
                .entry(source)
                .or_insert_with(|| Folded::of(text));
            if let Some(found) = folded.find(&parts) {
                let first = found.first().map_or(0, |range| range.start);
                let before = text.get(..first).unwrap_or_default();
                let line = before.matches('\n').count() + 1;
                return State::Verified(Passage {
                    source,
                    parts: found.into_boxed_slice(),
                    line,
                });
            }
        }
        problems.push(self.refusal(quote, &checkable));
        State::Refuted
    }

    /// Where the quote's words come nearest to standing.
    fn refusal(&self, quote: &Quote, checkable: &[SourceIx]) -> Diagnostic {
        let message = if checkable.len() == 1 {
            "this direct quote is not in its source's text"
        } else {
            "this direct quote is in none of its sources' texts"
        };
        let diagnostic = Diagnostic::new(Code::RefutedQuote, quote.at, message);
        let texts = checkable
            .iter()
            .filter_map(|&source| self.with_text(source));
        let near = texts.filter_map(|(source, text)| {
            let near = closest(quote.text.raw(), text)?;
            Some((source, near))
        });
        match near.max_by_key(|(_, near)| near.words) {
            Some((source, near)) => diagnostic.help(format!(
                "the closest passage, on line {} of `{}`: “{}”",
                near.line, source.id, near.text
            )),
            None => diagnostic.help("no passage comes close; is it another source's?"),
        }
    }
}

/// The folded parts between omissions; empty for a quote that says nothing.
fn parts(quote: &str) -> Vec<String> {
    let mut parts = vec![quote];
    for omission in OMISSIONS {
        parts = parts
            .into_iter()
            .flat_map(|part| part.split(omission))
            .collect();
    }
    let folded = parts
        .into_iter()
        .map(|part| Folded::of(part).text.trim().to_owned());
    folded.filter(|part| !part.is_empty()).collect()
}

/// A text with folded typesetting, and the way back from it.
struct Folded {
    text: String,
    /// For every byte of `text` the range of the original it stands for.
    origins: Vec<(u32, u32)>,
}

impl Folded {
    fn of(text: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            origins: Vec::new(),
        };
        if is_nfc_quick(text.chars()) == IsNormalized::Yes {
            for (start, c) in text.char_indices() {
                folded.push(c, (offset(start), offset(start + c.len_utf8())));
            }
            return folded;
        }
        for (start, cluster) in text.grapheme_indices(true) {
            let origin = (offset(start), offset(start + cluster.len()));
            for c in cluster.nfc() {
                folded.push(c, origin);
            }
        }
        folded
    }

    fn push(&mut self, c: char, origin: (u32, u32)) {
        let c = match c {
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => return,
            c if c.is_whitespace() => ' ',
            '‘' | '’' | '‚' | '‛' | 'ʼ' | '′' | '`' | '´' => '\'',
            '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
            '‐'..='―' | '−' => '-',
            other => other,
        };
        if c == ' ' && self.text.ends_with(' ') {
            return;
        }
        self.text.push(c);
        self.origins.resize(self.text.len(), origin);
    }

    /// Where the parts stand one after another, each within reach of the one before, as ranges of
    /// the original.
    ///
    /// From the last part to the first, only those places are kept that the rest can follow: trying
    /// each place with each of the next part's would take for ever on a text that repeats itself.
    fn find(&self, parts: &[String]) -> Option<Vec<Range<usize>>> {
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
        let starts = self.text.match_indices(part).map(|(start, _)| start);
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

    fn origin(&self, range: Range<usize>) -> Option<Range<usize>> {
        let (start, _) = *self.origins.get(range.start)?;
        let (_, end) = *self.origins.get(range.end.checked_sub(1)?)?;
        Some(start as usize..end as usize)
    }
}

/// Source texts are far shorter than 4 GiB.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Folded, parts};

    fn found(quote: &str, text: &str) -> Option<Vec<String>> {
        let ranges = Folded::of(text).find(&parts(quote))?;
        Some(
            ranges
                .into_iter()
                .map(|range| text.get(range).unwrap().to_owned())
                .collect(),
        )
    }

    #[test]
    fn e4_typesetting_makes_no_difference() {
        let text = "He said: “We don’t\u{a0}know –\n  yet,” and co\u{ad}operated. Cafe\u{301}.";
        for quote in [
            "We don't know - yet",
            "We don’t know — yet,”",
            "cooperated",
            "Café.",
        ] {
            assert!(found(quote, text).is_some(), "{quote}");
        }
        assert_eq!(found("don't know", text).unwrap(), ["don’t\u{a0}know"]);
    }

    #[test]
    fn e6_words_and_letters_do() {
        let text = "The unity of all Syrians";
        for quote in [
            "the unity",
            "unity of Syrians",
            "The un\u{456}ty",
            "unity of all Syrians.",
        ] {
            assert_eq!(found(quote, text), None, "{quote}");
        }
    }

    #[test]
    fn e5_a_quote_without_words_is_not_found() {
        for quote in ["", " \n", "[…]", "[...] […]"] {
            assert_eq!(found(quote, "some text"), None, "{quote:?}");
        }
    }

    #[test]
    fn parts_round_an_omission_stand_in_order_and_within_reach() {
        let text = "One thing. Another thing. The last thing.";
        assert_eq!(
            found("One […] Another [...] last", text).unwrap(),
            ["One", "Another", "last"]
        );
        assert_eq!(found("last […] One", text), None);
        let far = |blanks: usize| format!("One {} two", "x".repeat(blanks));
        assert!(found("One […] two", &far(1_990)).is_some());
        assert!(found("One […] two", &far(2_100)).is_none());
    }

    #[test]
    fn an_earlier_place_that_leads_nowhere_gives_way_to_a_later_one() {
        let text = format!(
            "We agreed. {} We went home and we agreed.",
            "x ".repeat(2_000)
        );
        assert_eq!(found("We […] agreed", &text).unwrap(), ["We", "agreed"]);
        assert!(found("We […] home […] agreed", &text).is_some());
    }

    #[test]
    fn a_text_that_repeats_itself_is_searched_in_one_go() {
        let text = "a ".repeat(20_000);
        let many = "a […] ".repeat(40);
        assert_eq!(found(&format!("{many}a"), &text).unwrap().len(), 41);
        assert_eq!(found(&format!("{many}b"), &text), None);
    }
}
