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
        "ceasefire -from:iran",
        "from",
        "there is no field `from`",
        Some("write \"from:iran\" in quotation marks to look for these words"),
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
        "ceasefire participant:turkei",
        "turkei",
        "there is no participant `turkei`",
        Some("did you mean `turkey`?"),
    );
    says(
        "participant:iran,narnia ceasefire",
        "narnia",
        "there is no participant `narnia`",
        None,
    );
}

#[test]
fn a_beginning_that_several_have_is_ambiguous() {
    says(
        "participant:ira",
        "ira",
        "`ira` fits several participants",
        Some("it may be iran or iraq"),
    );
    says(
        "participant:iran,\"united\"",
        "participant:iran,\"united\"",
        "`united` fits several participants",
        Some("it may be un or usa"),
    );
}

#[test]
fn an_empty_value_asks_for_a_name() {
    let message = "`participant:` needs a name, for instance `participant:iran`";
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
