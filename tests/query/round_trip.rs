//! A filter is written as it can be read.

use astana::query::{Query, Term, Test, parse};
use astana::text::fold;
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

/// One of the terms with a field, as it may be typed.
fn with_field() -> impl Strategy<Value = Test> {
    let typed = prop::sample::select(vec![
        "participant:iran",
        "participant:iran,usa,turkey",
        "participant:iran/observer,un",
        "role:observer",
        "speaker:ansari,onal",
        "kind:round",
        "topic:detainees",
        "topic:\"a, \\\"strange\\\" topic/with: all\"",
        "topic:detainees,\"a, \\\"strange\\\" topic/with: all\"",
        "place:Astana,Sochi",
        "year:2017",
        "year:2017,2018..2019",
        "date:2017-05..2018-01",
        "date:..2017,2018-03..",
        "source:\"The Gazette\"",
        "sources:<2",
        "sources:1,3..4,>=9",
        "form:indirect",
        "state:reported,verified",
        "has:doubt,quote",
    ]);
    typed.prop_map(|typed| {
        let (query, mistakes) = parse(typed, &talks());
        assert_eq!(mistakes, [], "{typed}");
        query.terms().first().unwrap().test.clone()
    })
}

fn query() -> impl Strategy<Value = Query> {
    let test = prop_oneof![words(), with_field()];
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
    fn no_text_at_all_is_more_than_a_mistake(text in "(participant:|topic:|date:|year:|sources:|has:|iran|2017|[-,:./<>=! \"\\\\]|\\PC|\\p{Cc}){0,24}") {
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
        ("!kind:Rounds", "-kind:round"),
        ("Participant:iran/Observer", "participant:iran/observer"),
        (
            "place:astana topic:\"DETAINEES\"",
            "place:Astana topic:detainees",
        ),
        ("source:gazette", "source:\"The Gazette\""),
        (
            "year:2017..2017 date:2017-05-01..",
            "year:2017 date:2017-05-01..",
        ),
        (
            "sources:<=1 sources:>3 sources:2..2",
            "sources:<2 sources:>=4 sources:2",
        ),
        ("has:Doubts", "has:doubt"),
    ] {
        assert_eq!(parse(typed, &timeline).0.to_string(), written, "{typed}");
    }
}
