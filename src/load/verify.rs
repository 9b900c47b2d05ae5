//! Verifying: do a direct quote's words stand in a source's text?
//!
//! Compared after folding what typesetting changes. Case and words are not folded: a quotation is
//! word for word or it is none.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::timeline::{Passage, Quote, Source, SourceIx, State};

use super::closest::closest;
use super::typeset::Folded;

/// So much of the texts is gone through for passages that come near to quotes that are not in them,
/// in bytes; a timeline that needs more has another problem.
const MOST_GONE_THROUGH: usize = 64 * 1024 * 1024;
/// How an omission is written.
const OMISSIONS: [&str; 2] = ["[…]", "[...]"];

/// Source texts, each folded once when the first quote asks for it.
pub(super) struct Verifier<'s> {
    sources: &'s [Source],
    folded: HashMap<SourceIx, Searched>,
    /// How much was gone through for passages that come near.
    gone_through: usize,
}

/// A source's text that quotes are searched in.
struct Searched {
    folded: Folded,
    /// Where its lines end.
    line_ends: Vec<usize>,
}

impl Searched {
    fn of(text: &str) -> Self {
        Self {
            folded: Folded::of(text),
            line_ends: memchr::memchr_iter(b'\n', text.as_bytes()).collect(),
        }
    }

    /// The line that a byte of it stands in.
    fn line(&self, at: usize) -> u32 {
        let before = self.line_ends.partition_point(|&end| end < at);
        u32::try_from(before + 1).unwrap_or(u32::MAX)
    }
}

impl<'s> Verifier<'s> {
    pub(super) fn new(sources: &'s [Source]) -> Self {
        Self {
            sources,
            folded: HashMap::new(),
            gone_through: 0,
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
            let searched = self.folded.entry(source);
            let searched = searched.or_insert_with(|| Searched::of(text));
            if let Some(found) = searched.folded.find(&parts) {
                let line = searched.line(found.first().map_or(0, |range| range.start));
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
    fn refusal(&mut self, quote: &Quote, checkable: &[SourceIx]) -> Diagnostic {
        let message = if checkable.len() == 1 {
            "this direct quote is not in its source's text"
        } else {
            "this direct quote is in none of its sources' texts"
        };
        let diagnostic = Diagnostic::new(Code::RefutedQuote, quote.at, message);
        if self.gone_through > MOST_GONE_THROUGH {
            return diagnostic.help("too many are not found to say what comes close to each");
        }
        let mut gone_through = 0;
        let texts = checkable
            .iter()
            .filter_map(|&source| self.with_text(source));
        let near = texts.filter_map(|(source, text)| {
            gone_through += text.len();
            let near = closest(quote.text.raw(), text)?;
            Some((source, near))
        });
        let near = near.max_by_key(|(_, near)| near.words);
        self.gone_through += gone_through;
        match near {
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
        .map(|part| Folded::of(part).text().trim().to_owned());
    folded.filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::typeset::Folded;
    use super::parts;

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
