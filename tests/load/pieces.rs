//! The size of the pieces that a text is parsed in makes no difference.

use astana::diagnostic::Code;
use astana::diagnostic::render::render;
use astana::load::{Input, Loaded, load_in_pieces};
use proptest::prelude::*;

use super::{BASE, REPORT};

/// Everything that can be told of what was loaded.
fn told(loaded: &Loaded) -> String {
    let timeline = &loaded.timeline;
    let problems = loaded
        .diagnostics
        .iter()
        .map(|one| render(one, &loaded.files));
    format!(
        "{:#?}\n{:#?}\n{:#?}\n{:#?}\n{}",
        timeline.meta(),
        timeline.events(),
        timeline.people(),
        timeline.sources(),
        problems.collect::<String>()
    )
}

fn in_pieces(toml: &str, size: usize) -> String {
    let input = Input::text("talks.toml", toml.to_owned()).with_seeds(&[("report.txt", REPORT)]);
    told(&load_in_pieces(input, size))
}

#[track_caller]
fn assert_no_difference(toml: &str) {
    let whole = in_pieces(toml, usize::MAX);
    for size in [1, 50, 700] {
        assert_eq!(in_pieces(toml, size), whole, "in pieces of {size}:\n{toml}");
    }
}

/// Stretches of a file, sound and broken, that a scan for headers could stumble over.
const STRETCHES: [&str; 30] = [
    "[[event]]\nid = \"a\"\nkind = \"round\"\ntitle = \"A\"\nstart = 2018-01-01\nsummary = \"s\"\n",
    "[[event]]\nid = \"b\"\nkind = \"round\"\ntitle = \"B\"\nstart = \"2017-03\"\nsummary = \"\"\"\n[[event]]\nid = 1\n\"\"\"\n",
    "[[event]]\nid = \"c\"\nkind = \"round\"\ntitle = 'C'\nstart = 2016-01-01\nsummary = '''\n[[event]]\n'''\n",
    "[[event]] # \"\nid = \"d\"\nkind = \"round\"\ntitle = \"D # [[x]]\"\nstart = 2017-02-30\nsummary = \"s\"\n",
    "[[event]]\nid = \"e\"\nkind = \"rond\"\ntitle = \"E\"\nstart = 2017-01-01\nsummary = \"s\"\ntopics = [\n  \"x\",\n]\n",
    "[[event.quote]]\nspeaker = \"lavrentiev\"\nform = \"direct\"\ntext = \"We don't need a pause\"\nsources = [\"report\"]\n",
    "[[event.quote]]\nspeaker = \"lavrentiev\"\nform = \"direct\"\ntext = \"Never said\"\nsources = [\"report\"]\n",
    "[[event.doubt]]\nabout = \"x\"\ntext = \"[[event]]\"\n",
    "[event.doubt]\nabout = \"x\"\ntext = \"y\"\n",
    "[[person]]\nid = \"p\"\nname = \"P\"\n",
    "[[person]]\nid = \"p\"\nname = \"Q\"\n",
    "[[source]]\nid = \"s\"\ntitle = \"S\"\nurl = \"ftp://x\"\n",
    "[[participant]]\nid = \"iran\"\nname = \"Iran\"\ncode = \"RUS\"\n",
    "[[kind]]\nid = \"k\"\nname = \"K\"\nglyph = \"kk\"\n",
    "[timeline]\nschema = 2\ntitle = \"Other\"\n",
    "[event]\nid = \"lone\"\n",
    "[[\"event\"]]\nid = \"quoted\"\n",
    "[unknown]\nx = 1\n",
    "[[unknown]]\nx = 1\n",
    "[[zone.status]]\ndate = 2017-01-01\n",
    "# [[event]]\n",
    "\r\n",
    "x = 1\n",
    "title = \"unclosed\n",
    "topics = [\n",
    "]\n",
    "next = \"\"\"\n",
    "summary = \"s\"\r\ntitle = \"t\"\r\n",
    "[[event]\n",
    "x = { a = 1, b = [ { c = \"]\" } ] }\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn pieces_give_what_the_whole_gives(
        stretches in prop::collection::vec(prop::sample::select(&STRETCHES), 0..9),
        base_first in prop::bool::weighted(0.9),
    ) {
        let more = stretches.concat();
        let toml = if base_first { format!("{BASE}\n{more}") } else { format!("{more}\n{BASE}") };
        let whole = in_pieces(&toml, usize::MAX);
        for size in [1, 50, 700] {
            prop_assert_eq!(in_pieces(&toml, size), whole.clone());
        }
    }
}

#[test]
fn every_stretch_by_itself_makes_no_difference() {
    for stretch in STRETCHES {
        assert_no_difference(&format!("{BASE}\n{stretch}"));
        assert_no_difference(&format!("{stretch}\n{BASE}"));
    }
}

#[test]
fn a_file_of_many_pieces_keeps_its_order() {
    let event = |n: usize| {
        format!(
            "[[event]]\nid = \"e-{n}\"\nkind = \"round\"\ntitle = \"T\"\nlabel = \"{n}\"\n\
             start = 2020-01-01\nsummary = \"s\"\nsources = [\"report\"]\n\n"
        )
    };
    let events = (0..300).map(event).collect::<Vec<_>>().concat();
    let toml = format!("{BASE}\n{events}");
    assert_no_difference(&toml);
    let loaded = load_in_pieces(Input::text("talks.toml", toml), 1);
    let ids: Vec<&str> = loaded
        .timeline
        .events()
        .iter()
        .map(|event| event.id.as_str())
        .collect();
    let expected: Vec<String> = (0..300).map(|n| format!("e-{n}")).collect();
    assert_eq!(ids.get(1..).unwrap(), expected);
}

#[test]
fn of_many_events_each_is_resolved_and_each_mistake_told_of_once() {
    let event = |n: usize| {
        let speaker = if n % 500 == 7 { "nobody" } else { "lavrentiev" };
        let text = if n % 400 == 3 {
            "Never said"
        } else {
            "We don't need a pause"
        };
        let form = if n.is_multiple_of(3) {
            "direct"
        } else {
            "indirect"
        };
        let related = if n % 600 == 5 { "nowhere" } else { "round-01" };
        format!(
            "[[event]]\nid = \"e-{n}\"\nkind = \"round\"\ntitle = \"T {n}\"\nstart = 2020-01-01\n\
             summary = \"s {n}\"\nsources = [\"report\"]\nrelated = [\"{related}\"]\n\
             [[event.quote]]\nspeaker = \"{speaker}\"\nform = \"{form}\"\ntext = \"{text}\"\n\
             sources = [\"report\"]\n\n"
        )
    };
    let events = (0..3000).map(event).collect::<Vec<_>>().concat();
    let input = Input::text("talks.toml", format!("{BASE}\n{events}"));
    let loaded = load_in_pieces(input.with_seeds(&[("report.txt", REPORT)]), 8192);
    let count = |code| {
        loaded
            .diagnostics
            .iter()
            .filter(|one| one.code == code)
            .count()
    };
    assert_eq!(count(Code::UnknownReference), 6 + 5, "nobody and nowhere");
    // Every third of those that were never said is direct.
    assert_eq!(count(Code::RefutedQuote), 3);
    let many = loaded.timeline.events().iter().skip(1);
    let quotes = many.clone().map(|event| event.quotes.len()).sum::<usize>();
    assert_eq!(quotes, 3000 - 6);
    assert!(many.clone().all(|event| !event.sources.is_empty()));
    assert_eq!(many.filter(|event| event.related.is_empty()).count(), 5);
}
