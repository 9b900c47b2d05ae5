//! What is said of a filter that cannot be read.

use astana::query::{Mistake, parse};

use super::talks;

/// The only mistake in a filter, with the piece of the filter it is about.
#[track_caller]
fn mistake(filter: &str) -> (&str, Mistake) {
    let (_, mistakes) = parse(filter, &talks());
    let [mistake] = mistakes
        .try_into()
        .unwrap_or_else(|all| panic!("{filter}: {all:?}"));
    (&filter[mistake.span.clone()], mistake)
}

/// One mistake: the filter, the piece it is about, what is said, and what would be right.
#[track_caller]
fn says(filter: &str, piece: &str, message: &str, help: Option<&str>) {
    let (found, mistake) = mistake(filter);
    assert_eq!(found, piece, "{filter}");
    assert_eq!(mistake.message, message, "{filter}");
    assert_eq!(mistake.help.as_deref(), help, "{filter}");
}

#[test]
fn an_unknown_field_is_named() {
    says(
        "ceasefire -by:iran",
        "by",
        "there is no field `by`",
        Some("write \"by:iran\" in quotation marks to look for these words"),
    );
    says(
        "particpant:iran",
        "particpant",
        "there is no field `particpant`",
        Some("did you mean `participant:`?"),
    );
}

#[test]
fn a_colon_with_nothing_before_it_is_shown() {
    says(
        "ceasefire -:holds",
        ":",
        "a field's name is missing before the colon",
        Some("write \":holds\" in quotation marks to look for these words"),
    );
}

#[test]
fn an_unknown_participant_is_named_with_the_nearest_one() {
    says(
        "ceasefire participant:tukey",
        "tukey",
        "there is no participant `tukey`",
        Some("did you mean `turkey`?"),
    );
    says(
        "participant:iran,narnia ceasefire",
        "narnia",
        "there is no participant `narnia`",
        Some("there are iran, iraq, turkey, un, usa"),
    );
}

#[test]
fn a_beginning_that_several_have_is_ambiguous() {
    says(
        "participant:ira",
        "ira",
        "`ira` fits several participants",
        Some("it may be `iran` or `iraq`"),
    );
    says(
        "participant:iran,\"united\"",
        "\"united\"",
        "`united` fits several participants",
        Some("it may be `un` or `usa`"),
    );
}

#[test]
fn an_empty_value_asks_for_a_name() {
    let message = "`participant:` needs a value, for instance participant:iran,turkey or participant:jordan/observer";
    for term in [
        "participant:",
        "-participant:\"\"",
        "participant:iran,",
        "participant:,iran",
        "participant:\" \"",
    ] {
        says(&format!("{term} ceasefire"), term, message, None);
    }
}

#[test]
fn a_term_without_anything_to_look_for_is_a_mistake() {
    for term in ["\"\"", "-", "\" \"", "-\"\"", "\u{301}"] {
        says(
            &format!("ceasefire {term}"),
            term,
            "there is nothing to look for",
            None,
        );
    }
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_shown() {
    for (filter, piece) in [
        ("talks \"no shelling", "\"no shelling"),
        ("participant:\"united n", "\"united n"),
        ("\"ends in \\\"", "\"ends in \\\""),
        ("\"", "\""),
    ] {
        says(
            filter,
            piece,
            "this quotation mark is never closed",
            Some("add a \" at the end of the phrase"),
        );
    }
}

#[test]
fn every_mistake_is_told_and_the_rest_is_read() {
    let text = "from:iran ceasefire participant:ira \"open";
    let (query, mistakes) = parse(text, &talks());
    assert_eq!(query.to_string(), "ceasefire");
    let pieces: Vec<&str> = mistakes
        .iter()
        .map(|mistake| &text[mistake.span.clone()])
        .collect();
    assert_eq!(pieces, ["from", "ira", "\"open"]);
}

/// A term, the piece of it that is wrong, what is said and what would be right.
const MISTAKES: &[(&str, &str, &str, &str)] = &[
    (
        "kind:rund",
        "rund",
        "there is no kind `rund`",
        "did you mean `round`?",
    ),
    ("kind:x", "x", "there is no kind `x`", "there are round"),
    (
        "participant:iran/host",
        "iran/host",
        "there is no role `host`",
        "there are observer",
    ),
    (
        "speaker:Pushkin",
        "Pushkin",
        "there is no speaker `Pushkin`",
        "there are ansari, onal",
    ),
    (
        "state:verifed",
        "verifed",
        "there is no state `verifed`",
        "did you mean `verified`?",
    ),
    (
        "year:17",
        "17",
        "`17` is not a year",
        "write four digits, or two years with .. between them: 2017..2019",
    ),
    (
        "year:2019..2017",
        "2019..2017",
        "this range is empty: it ends before it begins",
        "did you mean `2017..2019`?",
    ),
    (
        "date:2017-13",
        "2017-13",
        "`2017-13` is not a date",
        "write 2017, 2017-05 or 2017-05-04, or a range: 2017-05..2018-01, ..2017",
    ),
    (
        "date:..",
        "..",
        "`..` is not a date",
        "write 2017, 2017-05 or 2017-05-04, or a range: 2017-05..2018-01, ..2017",
    ),
    (
        "date:2018..2017-06",
        "2018..2017-06",
        "this range is empty: it ends before it begins",
        "did you mean `2017-06..2018`?",
    ),
    (
        "sources:few",
        "few",
        "`few` is not a number of sources",
        "write a number, or a comparison: <2, >=3, 2..4",
    ),
    (
        "sources:4..2",
        "4..2",
        "this range is empty: it ends before it begins",
        "did you mean `2..4`?",
    ),
    (
        "sources:<0",
        "<0",
        "nothing rests on fewer than no sources",
        "did you mean `<1`?",
    ),
    (
        "has:wings",
        "wings",
        "nothing can have `wings`",
        "it is one of doubt, document, quote, outcome, next, source",
    ),
];

#[test]
fn every_kind_of_value_has_its_own_mistake() {
    for (term, piece, message, help) in MISTAKES {
        says(term, piece, message, Some(help));
    }
}
