//! A filter is written as it can be read.

use astana::query::{Query, Term, Test, parse};
use astana::text::fold;
use astana::timeline::Id;
use proptest::prelude::*;

use super::talks;

/// Any words there can be something to look for in.
fn words() -> impl Strategy<Value = Test> {
    let words = "(-|:|\"|\\\\|participant:|,|[a-zé ]|\\s|\\PC){1,12}";
    let words = words.prop_filter("nothing to look for", |words| {
        !fold(words).trim().is_empty()
    });
    words.prop_map(Test::Words)
}

fn participants() -> impl Strategy<Value = Test> {
    let ids = prop::sample::subsequence(vec!["iran", "iraq", "turkey", "un", "usa"], 1..=5);
    let ids = ids.prop_shuffle();
    ids.prop_map(|ids| Test::Participant(ids.into_iter().filter_map(Id::new).collect()))
}

fn query() -> impl Strategy<Value = Query> {
    let test = prop_oneof![3 => words(), 1 => participants()];
    let term = (any::<bool>(), test).prop_map(|(not, test)| Term { not, test });
    prop::collection::vec(term, 0..5).prop_map(|terms| {
        let mut query = Query::default();
        for term in terms {
            query.add(term);
        }
        query
    })
}

proptest! {
    #[test]
    fn a_query_written_and_read_is_the_same_query(query in query()) {
        let written = query.to_string();
        let (read, mistakes) = parse(&written, &talks());
        prop_assert_eq!(mistakes, [], "{}", &written);
        prop_assert_eq!(read, query, "{}", written);
    }

    #[test]
    fn no_text_at_all_is_more_than_a_mistake(text in "(participant:|iran|[-,: \"\\\\]|\\PC|\\p{Cc}){0,24}") {
        let (query, mistakes) = parse(&text, &talks());
        for mistake in &mistakes {
            prop_assert!(text.get(mistake.span.clone()).is_some_and(|piece| !piece.is_empty()));
        }
        // What could be read can be written.
        prop_assert_eq!(parse(&query.to_string(), &talks()), (query, Vec::new()));
    }
}

#[test]
fn a_query_is_written_as_one_would_type_it() {
    let timeline = talks();
    for (typed, written) in [
        ("participant:IRN,Türkiye", "participant:iran,turkey"),
        ("participant:iran,irn", "participant:iran"),
        ("  -ceasefire   \"holds\" ", "-ceasefire holds"),
        ("\"two words\"", "\"two words\""),
        ("two\" words\"", "\"two words\""),
        ("\"-a\" -\"-a\"", "\"-a\" -\"-a\""),
        (r#""a:b" "\"" "\\""#, r#""a:b" "\"" "\\""#),
        ("twice twice", "twice"),
    ] {
        assert_eq!(parse(typed, &timeline).0.to_string(), written, "{typed}");
    }
}
