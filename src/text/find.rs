//! Finding words in texts, wherever their spellings occur.

use std::cmp::Reverse;
use std::ops::Range;

use memchr::memchr_iter;
use memchr::memmem::Finder;

use super::folded::Folded;

/// What to look for: any of several folded forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forms {
    forms: Vec<Form>,
    whole_words: bool,
}

#[derive(Debug, Clone)]
struct Form {
    finder: Finder<'static>,
    /// Where capitals have to stand, and nowhere else; `None` if case makes no difference.
    capitals: Option<Vec<usize>>,
}

impl PartialEq for Form {
    fn eq(&self, other: &Self) -> bool {
        self.finder.needle() == other.finder.needle() && self.capitals == other.capitals
    }
}

impl Eq for Form {}

impl Forms {
    /// Looks for folded `forms`; for that of what was typed as it was typed if there is a capital in
    /// it, else without regard to case, as for the others.
    pub fn typed(typed: &str, forms: &[String]) -> Self {
        let typed = Folded::of(typed);
        let capitals: Vec<usize> = typed.capitals(0..typed.text().len()).collect();
        Self::of(forms, false, |form| {
            (form == typed.text() && !capitals.is_empty()).then(|| capitals.clone())
        })
    }

    /// Looks for folded `forms` as whole words: "round 1" is not in "round 10".
    pub fn whole_words(forms: &[String]) -> Self {
        Self::of(forms, true, |_| None)
    }

    fn of(
        forms: &[String],
        whole_words: bool,
        capitals: impl Fn(&str) -> Option<Vec<usize>>,
    ) -> Self {
        let forms = forms.iter().filter(|form| !form.trim().is_empty());
        let forms = forms.map(|form| Form {
            finder: Finder::new(form).into_owned(),
            capitals: capitals(form),
        });
        Self {
            forms: forms.collect(),
            whole_words,
        }
    }

    /// Whether there is nothing to look for: blanks alone are nothing.
    pub const fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// How many forms are looked for.
    pub const fn len(&self) -> usize {
        self.forms.len()
    }

    /// Where they occur in a folded text: of those that overlap the first, of those that begin
    /// together the longest.
    pub fn find<'a>(&'a self, folded: &'a Folded) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut ahead: Vec<Option<Range<usize>>> = vec![Some(0..0); self.forms.len()];
        let mut at = 0;
        std::iter::from_fn(move || {
            for (form, next) in self.forms.iter().zip(&mut ahead) {
                let is_behind = |next: &Range<usize>| next.is_empty() || next.start < at;
                if next.as_ref().is_some_and(is_behind) {
                    *next = self.next(form, folded, at);
                }
            }
            let found = ahead.iter().flatten();
            let first = found.min_by_key(|range| (range.start, Reverse(range.end)));
            let first = first.cloned()?;
            at = first.end;
            Some(first)
        })
    }

    /// How often they occur in a folded text.
    pub fn count(&self, folded: &Folded) -> usize {
        let [form] = self.forms.as_slice() else {
            return self.find(folded).count();
        };
        if let &[byte] = form.finder.needle()
            && form.capitals.is_none()
            && !self.whole_words
        {
            return count_byte(byte, folded);
        }
        let mut count = 0;
        let mut at = 0;
        while let Some(range) = self.next(form, folded, at) {
            count += 1;
            at = range.end;
        }
        count
    }

    /// The next place of a form from `from` on.
    fn next(&self, form: &Form, folded: &Folded, mut from: usize) -> Option<Range<usize>> {
        loop {
            let start = from + form.finder.find(folded.text().as_bytes().get(from..)?)?;
            let range = start..start + form.finder.needle().len();
            if self.takes(form, folded, &range) {
                return Some(range);
            }
            from = start + 1;
        }
    }

    fn takes(&self, form: &Form, folded: &Folded, range: &Range<usize>) -> bool {
        let right_case = || {
            let capitals = form.capitals.as_deref();
            capitals.is_none_or(|wanted| folded.capitals(range.clone()).eq(wanted.iter().copied()))
        };
        folded.is_between_clusters(range.start)
            && folded.is_between_clusters(range.end)
            && right_case()
            && (!self.whole_words || folded.is_whole_words(range.clone()))
    }
}

/// How often a letter occurs: one that is in every line is counted faster than it is found.
fn count_byte(byte: u8, folded: &Folded) -> usize {
    let bytes = folded.text().as_bytes();
    let mut taken_apart = 0;
    let mut last = None;
    for at in folded.inside_clusters() {
        for at in [at.saturating_sub(1), at] {
            if bytes.get(at) == Some(&byte) && last < Some(at) {
                taken_apart += 1;
                last = Some(at);
            }
        }
    }
    memchr_iter(byte, bytes).count() - taken_apart
}

/// Where the forms occur in a text: ranges of the text itself, in order, whole clusters.
///
/// What folds to nothing behind a hit, such as a mark, belongs to it.
pub fn find_all(text: &str, forms: &Forms) -> Vec<Range<usize>> {
    let (folded, origins) = Folded::with_origins(text);
    let origin = |at: usize| origins.get(at).copied();
    let ranges = forms.find(&folded).filter_map(|range| {
        let end = origin(range.end).unwrap_or(text.len());
        Some(origin(range.start)?..end)
    });
    ranges.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Forms, find_all};
    use crate::text::{Folded, clusters, fold};

    fn typed(needle: &str) -> Forms {
        Forms::typed(needle, &[fold(needle)])
    }

    fn found<'a>(needle: &str, text: &'a str) -> Vec<&'a str> {
        let ranges = find_all(text, &typed(needle));
        let found = ranges.into_iter().map(|range| text.get(range).unwrap());
        found.collect()
    }

    #[test]
    fn e10_case_accents_and_composition_make_no_difference() {
        for (needle, text, hits) in [
            ("cavusoglu", "Mr Çavuşoğlu said", vec!["Çavuşoğlu"]),
            (
                "cavus\u{327}og\u{306}lu",
                "Mr Çavuşoğlu said",
                vec!["Çavuşoğlu"],
            ),
            (
                "çavuşoğlu",
                "c\u{327}avus\u{327}og\u{306}lu!",
                vec!["c\u{327}avus\u{327}og\u{306}lu"],
            ),
            ("strasse", "Straße STRASSE", vec!["Straße", "STRASSE"]),
            ("straße", "die Strasse", vec!["Strasse"]),
            ("istanbul", "İstanbul", vec!["İstanbul"]),
            ("i\u{307}stanbul", "Istanbul", vec!["Istanbul"]),
            ("σίσυφος", "ΣΊΣΥΦΟΣ", vec!["ΣΊΣΥΦΟΣ"]),
            ("σισυφοσ", "ο Σίσυφος", vec!["Σίσυφος"]),
            (
                "don't know",
                "I don’t\u{a0} know.",
                vec!["don’t\u{a0} know"],
            ),
            ("e", "e\u{301}e", vec!["e\u{301}", "e"]),
        ] {
            assert_eq!(found(needle, text), hits, "{needle} in {text}");
        }
    }

    #[test]
    fn a_needle_with_a_capital_respects_case() {
        let text = "US, us, Us; u\u{301}s";
        assert_eq!(found("us", text), ["US", "us", "Us", "u\u{301}s"]);
        assert_eq!(found("US", text), ["US"]);
        assert_eq!(found("Us", text), ["Us"]);
        assert_eq!(found("Ç", "ç Ç C"), ["Ç", "C"]);
        // Other spellings of a name were not typed.
        let forms = Forms::typed("Jordan", &[String::from("jordan"), String::from("urdun")]);
        assert_eq!(find_all("jordan Jordan URDUN", &forms), [7..13, 14..19]);
    }

    #[test]
    fn a_cluster_is_found_whole_or_not_at_all() {
        assert_eq!(found("s", "ß s"), ["s"]);
        assert_eq!(found("s", "sß"), ["s"]);
        assert_eq!(found("ss", "sß"), ["ß"]);
        assert_eq!(found("fi", "\u{fb01}nd"), ["\u{fb01}"]);
        assert_eq!(found("👩", "👨\u{200d}👩\u{200d}👧 👩"), ["👩"]);
        assert_eq!(found("...", "wait…"), ["…"]);
    }

    #[test]
    fn e9_nothing_typed_means_anything_but_itself() {
        for needle in [
            ".*", "[a-z]", "(a+)+$", "\\d", "^", "$", "a|b", "x{2,}", "?", "+", "\\", "%s", "\"",
        ] {
            let text = format!("talks in Astana {needle} 2017");
            assert_eq!(found(needle, &text), [needle]);
            assert_eq!(
                found(needle, "talks in Astana, aaaa, dddd"),
                [""; 0],
                "{needle}"
            );
        }
    }

    #[test]
    fn e9_what_repeats_itself_is_found_in_one_go() {
        let text = "a".repeat(200_000);
        assert_eq!(found("(a+)+$", &text), [""; 0]);
        assert_eq!(found(&format!("{}b", "a".repeat(4_000)), &text), [""; 0]);
        assert_eq!(found(&"a".repeat(4_000), &text).len(), 50);
        assert_eq!(found("a", &text).len(), 200_000);
    }

    #[test]
    fn nothing_is_not_found() {
        for needle in ["", " ", "\u{301}", "\u{200b} "] {
            assert!(typed(needle).is_empty());
            assert_eq!(found(needle, "any text"), [""; 0]);
        }
    }

    #[test]
    fn of_forms_that_overlap_the_first_and_longest_is_found() {
        let forms = ["states", "united states", "united states of america"].map(String::from);
        let forms = Forms::typed("america", &forms);
        let text = "the United States of America, the states";
        assert_eq!(find_all(text, &forms), [4..28, 34..40]);
    }

    #[test]
    fn whole_words_do_not_go_on() {
        let forms = Forms::whole_words(&[String::from("round 1")]);
        assert_eq!(
            find_all("Round 1, round 10, ground 1; round 1", &forms),
            [0..7, 29..36]
        );
    }

    const TEXT: &str =
        "([a-c ß]|\\PC|\\p{M}|[İıςﬁ…\u{fdfa}\u{600}\u{200b} \n\u{a0}👨\u{200d}👩🏻한]){0,24}";

    proptest! {
        #[test]
        fn e10_any_piece_of_a_text_is_found_in_it(text in TEXT, from in 0_usize..24, most in 1_usize..8) {
            let pieces: Vec<&str> = clusters(&text).map(|(cluster, _)| cluster).collect();
            let piece: String = pieces.iter().skip(from).take(most).copied().collect();
            let forms = typed(&piece);
            let hits = find_all(&text, &forms);
            prop_assert_eq!(hits.is_empty(), forms.is_empty(), "{:?} in {:?}", piece, text);
            let mut end = 0;
            for hit in hits {
                prop_assert!(end <= hit.start);
                end = hit.end;
                let hit = text.get(hit);
                prop_assert_eq!(hit.map(fold), Some(fold(&piece)));
            }
        }

        #[test]
        fn what_is_counted_is_what_is_found(text in TEXT, needle in "[a-csk .\u{301}ß]{1,2}") {
            let forms = typed(&needle);
            prop_assert_eq!(forms.count(&Folded::of(&text)), find_all(&text, &forms).len());
        }
    }
}
