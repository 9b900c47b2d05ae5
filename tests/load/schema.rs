//! One of everything that the schema knows, and what becomes of it.

use astana::load::{Input, Loaded, load};
use astana::timeline::{Form, State, StatusKind};

use super::{codes, load_with, rendered};

const WHOLE: &str = r#"
[timeline]
schema = 1
title = "The river talks"
summary = "Two rounds on the water."
language = "en"
updated = 2026-11-23

[[kind]]
id = "round"
name = "Round"
plural = "Rounds"
glyph = "●"
color = "cyan"

[[kind]]
id = "ministerial-party"
name = "Ministerial party"
glyph = "◆"

[[role]]
id = "guarantor"
name = "Guarantor"
glyph = "G"

[[role]]
id = "observer"
name = "Observer"
glyph = "O"

[[participant]]
id = "russia"
name = "Russia"
code = "RUS"
kind = "state"
aliases = ["Russian Federation", "Россия"]

[[participant]]
id = "un"
name = "United Nations"

[[person]]
id = "alexander-lavrentiev"
name = "Alexander Lavrentiev"
aliases = ["Александр Лаврентьев"]
participant = "russia"
title = "Special Representative"

[[source]]
id = "gazette"
title = "Talks end"
publisher = "The Gazette"
author = "A. Writer"
date = 2017-09-16
accessed = 2026-11-23
url = "https://example.org/a?b=c#d"
language = "en"
file = "gazette.txt"

[[place]]
id = "idlib"
name = "Idlib"
lat = 35.93
lon = 36

[[zone]]
id = "idlib"
name = "Idlib and adjoining districts"
area = ["Idlib", "Parts of Hama"]
places = ["idlib"]
sources = ["gazette"]

[[zone.status]]
date = 2017-05-04
status = "agreed"
event = "round-02"
note = "On paper."
sources = ["gazette"]

[[zone.status]]
date = "2018-03/2018-05"
status = "in-force"

[[event]]
id = "round-02"
kind = "round"
number = 2
title = "Second meeting"
start = 2017-09-14
end = 2017-09-15
city = "Astana"
country = "Kazakhstan"
venue = "A hotel"
place = "idlib"
summary = """
One sentence.
Another."""
outcomes = ["A plain outcome", { text = "One with a source", sources = ["gazette"] }]
topics = ["water"]
next = "end of October 2017"
related = ["round-01", "party"]
sources = ["gazette"]
participants = [
  { id = "russia", role = "guarantor", head = "alexander-lavrentiev", head_title = "Envoy", sources = ["gazette"] },
  { id = "un", role = "observer" },
]

[[event.doubt]]
about = "venue"
text = "Some say a palace."
sources = ["gazette"]

[[event.document]]
title = "Joint statement"
kind = "joint statement"
date = "2017-09"
symbol = "S/2017/1"
url = "http://example.org/s"
points = ["One point"]
sources = ["gazette"]

[[event.quote]]
speaker = "alexander-lavrentiev"
form = "direct"
text = "The water is clear"
sources = ["gazette"]
topics = ["water"]

[[event.quote]]
speaker = "alexander-lavrentiev"
form = "indirect"
text = "He was content."
sources = ["gazette"]
date = "2017-09-10~"
participant = "un"
title = "Guest"

[[event]]
id = "party"
kind = "ministerial-party"
title = "A party"
start = "2017-09"
summary = "They met."
sources = ["gazette"]

[[event]]
id = "round-01"
kind = "round"
number = 1
title = "First meeting"
label = "The beginning"
start = 2017-01-23
summary = "They met."
sources = ["gazette"]
"#;

fn whole() -> Loaded {
    let input = Input::text("talks.toml", WHOLE.to_owned());
    load(input.with_seeds(&[("gazette.txt", "He said: “The water is\nclear.”")]))
}

#[test]
fn a_timeline_with_one_of_everything_is_sound() {
    let loaded = whole();
    assert_eq!(codes(&loaded), [], "{}", rendered(&loaded));
}

#[test]
fn events_are_in_order_of_time_and_references_follow_them() {
    let loaded = whole();
    let timeline = &loaded.timeline;
    let ids: Vec<&str> = timeline
        .events()
        .iter()
        .map(|event| event.id.as_str())
        .collect();
    assert_eq!(ids, ["round-01", "party", "round-02"]);
    let round = timeline.events().last().unwrap();
    let related: Vec<&str> = round
        .related
        .iter()
        .map(|&other| timeline[other].id.as_str())
        .collect();
    assert_eq!(related, ["round-01", "party"]);
    let zone = timeline.zones().first().unwrap();
    let events: Vec<Option<&str>> = zone
        .history
        .iter()
        .map(|step| step.event.map(|event| timeline[event].id.as_str()))
        .collect();
    assert_eq!(events, [Some("round-02"), None]);
    let kinds: Vec<StatusKind> = zone.history.iter().map(|step| step.kind).collect();
    assert_eq!(kinds, [StatusKind::Agreed, StatusKind::InForce]);
}

#[test]
fn on_one_day_the_end_then_the_number_then_the_file_decides() {
    let event = |id: &str, more: &str| {
        format!(
            "[[event]]\nid = \"{id}\"\nkind = \"round\"\ntitle = \"{id}\"\nsummary = \"s\"\nsources = [\"gazette\"]\n{more}\n"
        )
    };
    let toml = [
        WHOLE,
        &event("month", "start = \"2020-05\""),
        &event("later", "start = 2020-05-01\nend = 2020-05-03"),
        &event("second", "start = 2020-05-01\nnumber = 8"),
        &event("first", "start = 2020-05-01\nnumber = 7"),
        &event("b", "start = 2020-05-01"),
        &event("a", "start = 2020-05-01"),
    ];
    let loaded = load(Input::text("talks.toml", toml.concat()));
    let ids = loaded
        .timeline
        .events()
        .iter()
        .map(|event| event.id.as_str())
        .skip(3);
    assert_eq!(
        ids.collect::<Vec<_>>(),
        ["b", "a", "first", "second", "later", "month"]
    );
}

#[test]
fn a_quote_takes_from_event_and_speaker_what_it_does_not_say() {
    let loaded = whole();
    let timeline = &loaded.timeline;
    let round = timeline.events().last().unwrap();
    let [direct, indirect] = round.quotes.as_ref() else {
        unreachable!("two quotes: {:?}", round.quotes);
    };
    assert!(
        matches!(direct.state, State::Verified(_)),
        "{:?}",
        direct.state
    );
    assert_eq!(direct.date.edtf(), "2017-09-15");
    let name = |at| {
        timeline
            .quote_participant(at)
            .map(|who| timeline[who].name.raw())
    };
    assert_eq!(name(direct), Some("Russia"));
    assert_eq!(
        timeline.quote_title(direct).unwrap().raw(),
        "Special Representative"
    );
    assert_eq!(indirect.state.form(), Form::Indirect);
    assert_eq!(indirect.date.edtf(), "2017-09-10~");
    assert_eq!(name(indirect), Some("United Nations"));
    assert_eq!(timeline.quote_title(indirect).unwrap().raw(), "Guest");
}

#[test]
fn what_is_left_out_has_its_default() {
    let loaded = whole();
    let timeline = &loaded.timeline;
    let plurals: Vec<&str> = timeline
        .kinds()
        .iter()
        .map(|kind| kind.plural.raw())
        .collect();
    assert_eq!(plurals, ["Rounds", "Ministerial parties"]);
    let labels: Vec<String> = timeline
        .events()
        .iter()
        .map(|event| timeline.label(event))
        .collect();
    assert_eq!(labels, ["The beginning", "A party", "Round 2"]);
    let round = timeline.events().last().unwrap();
    assert_eq!(round.summary.shown(), "One sentence.\nAnother.");
    let outcomes: Vec<(&str, usize)> = round
        .outcomes
        .iter()
        .map(|one| (one.text.raw(), one.sources.len()))
        .collect();
    assert_eq!(outcomes, [("A plain outcome", 0), ("One with a source", 1)]);
}

#[test]
fn g3_a_timeline_names_no_command() {
    for table in ["hooks", "command", "editor", "keys", "config"] {
        let toml = format!("[timeline]\nschema = 1\ntitle = \"T\"\n\n[{table}]\nrun = \"true\"\n");
        let loaded = load(Input::text("talks.toml", toml));
        let told = loaded.diagnostics.iter().map(|it| it.message.as_str());
        let told: Vec<&str> = told.collect();
        assert!(told.iter().any(|it| it.contains(table)), "{told:?}");
    }
}

#[test]
fn a_reference_leads_to_its_item_in_whatever_quotation_marks_it_stands() {
    for report in [
        "\"report\"",
        "'report'",
        "\"\"\"report\"\"\"",
        "'''\nreport'''",
        "\"re\\u0070ort\"",
        "\"\"\"\\\n  report\"\"\"",
    ] {
        let loaded = load_with(&format!(
            "[[event]]\nid = 'round-02'\nkind = 'round'\ntitle = '''Second\nmeeting'''\n\
             start = 2017-02-16\nsummary = \"They met \\\"again\\\".\"\n\
             sources = [ {report}, # a comment\n{report} ]\n"
        ));
        assert!(loaded.diagnostics.is_empty(), "{}", rendered(&loaded));
        let event = loaded.timeline.events().get(1).unwrap();
        let sources = event.sources.iter();
        let sources: Vec<&str> = sources
            .map(|&source| loaded.timeline[source].id.as_str())
            .collect();
        assert_eq!(sources, ["report"], "{report}");
        assert_eq!(event.summary.raw(), "They met \"again\".");
        let title = (event.title.raw(), event.title.shown());
        assert_eq!(title, ("Second\nmeeting", "Second meeting"));
    }
}
