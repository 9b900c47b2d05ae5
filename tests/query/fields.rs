//! Every field: which events and which quotes it shows.

use astana::load::{Input, load};
use astana::query::{parse, select};
use astana::timeline::Timeline;

/// Two rounds and a summit that share little with each other.
const PROCESS: &str = r#"
timeline = { schema = 1, title = "Process" }
kind = [
  { id = "round", name = "Round", plural = "Rounds", glyph = "o" },
  { id = "summit", name = "Summit", plural = "Summits", glyph = "^" },
]
role = [
  { id = "guarantor", name = "Guarantor", glyph = "G" },
  { id = "observer", name = "Observer", glyph = "O" },
]
participant = [
  { id = "iran", name = "Iran" },
  { id = "jordan", name = "Jordan", code = "JOR" },
]
person = [
  { id = "ansari", name = "Hossein Jaberi Ansari", participant = "iran" },
  { id = "safadi", name = "Ayman Safadi", participant = "jordan" },
]
source = [
  { id = "tass-1", publisher = "TASS", title = "One" },
  { id = "tass-2", publisher = "TASS", title = "Two" },
  { id = "blog", title = "Blog", file = "blog.txt" },
]
place = [{ id = "astana", name = "Astana", lat = 51, lon = 71 }, { id = "idlib", name = "Idlib", lat = 36, lon = 37 }]

[[zone]]
id = "idlib-zone"
name = "Idlib and around"
places = ["idlib"]
[[zone.status]]
date = 2018-01-02
status = "agreed"
event = "two"

[[event]]
id = "one"
kind = "round"
number = 1
title = "First"
start = 2017-01-23
city = "Astana"
country = "Kazakhstan"
place = "astana"
summary = "s"
topics = ["detainees"]
outcomes = [{ text = "o", sources = ["blog"] }]
sources = ["tass-1", "tass-2"]
participants = [{ id = "iran", role = "guarantor" }, { id = "jordan", role = "observer" }]
[[event.quote]]
speaker = "ansari"
form = "direct"
text = "Peace is near."
sources = ["blog"]
topics = ["peace"]
[[event.quote]]
speaker = "safadi"
form = "indirect"
text = "He hoped."
sources = ["tass-1", "tass-2"]

[[event]]
id = "two"
kind = "round"
number = 2
title = "Second"
start = 2017-12-31
end = 2018-01-02
city = "Nur-Sultan"
place = "astana"
summary = "s"
next = "soon"
sources = ["tass-1"]
participants = [{ id = "iran", role = "observer" }, { id = "jordan", role = "guarantor" }]
[[event.doubt]]
about = "dates"
text = "t"
[[event.quote]]
speaker = "ansari"
form = "indirect"
text = "He doubted it."
sources = ["tass-1"]
date = "2018-02"

[[event]]
id = "three"
kind = "summit"
title = "Third"
start = "2018-10"
city = "Idlib"
place = "idlib"
summary = "s"
[[event.document]]
title = "d"
"#;

fn process() -> Timeline {
    let input = Input::text("process.toml", PROCESS.to_owned());
    load(input.with_seeds(&[("blog.txt", "“Peace is near.”")])).timeline
}

/// For each filter the ids of the events and the first words of the quotes that it shows.
#[track_caller]
fn show(cases: &[(&str, &[&str], &[&str])]) {
    let timeline = process();
    for (filter, events, quotes) in cases {
        let (query, mistakes) = parse(filter, &timeline);
        assert_eq!(mistakes, [], "{filter}");
        let hits = select(&timeline, &query);
        let ids = hits.events().iter().map(|&at| timeline[at].id.as_str());
        assert_eq!(ids.collect::<Vec<_>>(), *events, "{filter}");
        let said = hits.quotes().iter().map(|&at| timeline[at].text.raw());
        let said: Vec<&str> = said.map(|text| text.split_at(7).0).collect();
        assert_eq!(said, *quotes, "{filter}");
    }
}

const ANSARI: &str = "Peace i";
const SAFADI: &str = "He hope";
const LATER: &str = "He doub";

#[test]
fn who_took_part_and_as_what() {
    show(&[
        ("participant:jordan", &["one", "two"], &[SAFADI]),
        ("participant:JOR/observer", &["one"], &[SAFADI]),
        (
            "participant:jordan/guarantor,iran/guarantor",
            &["one", "two"],
            &[ANSARI],
        ),
        (
            "-participant:iran/guarantor",
            &["two", "three"],
            &[SAFADI, LATER],
        ),
        ("role:observer", &["one", "two"], &[SAFADI, LATER]),
        ("-role:observer", &["three"], &[ANSARI]),
    ]);
}

#[test]
fn who_said_what_in_which_form_and_state() {
    show(&[
        ("speaker:ansari", &["one", "two"], &[ANSARI, LATER]),
        ("speaker:jaberi", &["one", "two"], &[ANSARI, LATER]),
        ("form:direct", &["one"], &[ANSARI]),
        ("state:verified", &["one"], &[ANSARI]),
        ("state:reported", &["one", "two"], &[SAFADI, LATER]),
        // Of one and the same quote.
        ("speaker:safadi form:direct", &[], &[]),
        ("speaker:ansari form:indirect", &["two"], &[LATER]),
        ("-speaker:ansari", &["three"], &[SAFADI]),
    ]);
}

#[test]
fn what_where_and_about_what() {
    show(&[
        ("kind:round", &["one", "two"], &[ANSARI, SAFADI, LATER]),
        ("-kind:summits", &["one", "two"], &[ANSARI, SAFADI, LATER]),
        ("topic:detainees", &["one"], &[]),
        ("topic:peace", &["one"], &[ANSARI]),
        ("place:astana", &["one", "two"], &[ANSARI, SAFADI, LATER]),
        ("place:kazakhstan", &["one"], &[ANSARI, SAFADI]),
        ("place:\"nur sultan\"", &["two"], &[LATER]),
        ("-place:astana", &["three"], &[]),
        ("zone:idlib", &["two", "three"], &[LATER]),
    ]);
}

#[test]
fn days_that_overlap_a_range() {
    show(&[
        ("year:2017", &["one", "two"], &[ANSARI, SAFADI]),
        ("year:2018", &["two", "three"], &[LATER]),
        (
            "year:2017..2018",
            &["one", "two", "three"],
            &[ANSARI, SAFADI, LATER],
        ),
        ("date:2018-01-01", &["two"], &[]),
        ("date:2018-10-31", &["three"], &[]),
        ("date:..2017-06", &["one"], &[ANSARI, SAFADI]),
        ("date:2018-02-28..", &["three"], &[LATER]),
        ("date:2017-02..2017-11", &[], &[]),
    ]);
}

#[test]
fn on_what_it_rests_and_what_it_has() {
    show(&[
        ("source:tass", &["one", "two"], &[SAFADI, LATER]),
        ("source:blog", &["one"], &[ANSARI]),
        ("sources:<2", &["two", "three"], &[ANSARI, LATER]),
        ("sources:0", &["three"], &[]),
        ("sources:2..", &["one"], &[SAFADI]),
        ("has:doubt", &["two"], &[LATER]),
        ("has:document,next", &["two", "three"], &[LATER]),
        ("-has:quotes", &["three"], &[]),
    ]);
}

#[test]
fn terms_must_all_hold() {
    show(&[
        (
            "kind:round year:2018 participant:iran -has:document",
            &["two"],
            &[LATER],
        ),
        ("participant:jordan place:astana second", &["two"], &[]),
    ]);
}
