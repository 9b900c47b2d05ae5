//! What a half-typed filter could go on as.

use astana::query::{Query, complete, parse};

use super::talks;

/// What is offered at the end of `text`, with the part that it takes the place of.
fn offered(text: &str) -> Vec<(String, String)> {
    let timeline = talks();
    let all = complete(text, text.len(), &Query::default(), &timeline);
    let all = all.into_iter();
    all.map(|one| (text[one.span].to_owned(), one.text))
        .collect()
}

#[track_caller]
fn offers(text: &str, part: &str, completions: &[&str]) {
    let expected = completions
        .iter()
        .map(|text| (part.to_owned(), (*text).to_owned()));
    assert_eq!(offered(text), expected.collect::<Vec<_>>(), "{text}");
}

#[test]
fn a_word_could_be_a_field() {
    offers("part", "part", &["participant:"]);
    offers("ceasefire -so", "so", &["source:", "sources:"]);
    offers("xyz", "xyz", &[]);
    assert_eq!(offered("").len(), 14);
}

#[test]
fn a_value_is_found_by_any_word_of_any_name() {
    offers("participant:islam", "islam", &["iran"]);
    offers("participant:iran,united", "united", &["un", "usa"]);
    offers("!speaker:s", "s", &["onal"]);
    offers(
        "topic:\"a",
        "\"a",
        &["\"a, \\\"strange\\\" topic/with: all\""],
    );
    offers("has:do", "do", &["doubt", "document"]);
    offers("participant:iran/", "iran/", &["iran/observer"]);
    offers("nothing:x", "x", &[]);
}

#[test]
fn values_that_show_most_come_first_with_their_counts_under_the_rest() {
    let timeline = talks();
    let (rest, _) = parse("year:2017", &timeline);
    let text = "participant:";
    let all = complete(text, text.len(), &rest, &timeline);
    let counts: Vec<_> = all
        .iter()
        .map(|one| (one.text.as_str(), one.events.unwrap()))
        .collect();
    assert_eq!(
        counts,
        [
            ("iran", 2),
            ("iraq", 1),
            ("turkey", 1),
            ("un", 1),
            ("usa", 0)
        ]
    );
}

#[test]
fn what_is_completed_can_be_read() {
    let timeline = talks();
    for field in offered("") {
        let text = field.1;
        for one in complete(&text, text.len(), &Query::default(), &timeline) {
            let whole = format!("{}{}", &text[..one.span.start], one.text);
            assert_eq!(parse(&whole, &timeline).1, [], "{whole}");
        }
    }
}
