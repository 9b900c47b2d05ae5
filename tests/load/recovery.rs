//! What a mistake costs: the item or the field it stands in, and nothing that follows from it.

use std::fs;

use astana::diagnostic::Code;
use astana::diagnostic::render::render;
use astana::load::{Input, load, read};

use super::{BASE, codes, events, load_text, load_with, only, rendered};

/// A sound event with this id, and a line of its own.
fn event(id: &str, line: &str) -> String {
    format!(
        "[[event]]\nid = \"{id}\"\nkind = \"round\"\ntitle = \"{id}\"\nstart = 2018-01-01\n\
         summary = \"They met.\"\nsources = [\"report\"]\n{line}\n"
    )
}

/// Three sound events, the one in the middle with this line.
fn around(line: &str) -> String {
    [event("a", ""), event("b", line), event("c", "")].concat()
}

#[test]
fn a_broken_item_costs_that_item() {
    for broken in [
        "[[event]]\nid = \"x\"\n",
        "[[event]]\n",
        "[[event]]\nid = 1\nkind = 2\ntitle = 3\nstart = 4\nsummary = 5\nsources = 6\n",
        "[[person]]\nname = \"Nobody\"\n",
        "[[place]]\nid = \"homs\"\nname = \"Homs\"\nlat = 200\nlon = \"east\"\n",
    ] {
        let loaded = load_with(&[&event("a", ""), broken, &event("b", "")].concat());
        assert_eq!(events(&loaded), ["round-01", "a", "b"], "{broken}");
        assert_eq!(loaded.timeline.people().len(), 1);
        assert_eq!(loaded.timeline.places().len(), 1);
        assert!(!loaded.diagnostics.is_empty());
    }
}

#[test]
fn a_broken_optional_field_costs_that_field() {
    for line in [
        "number = \"two\"",
        "end = \"later\"",
        "city = 7",
        "place = \"idlip\"",
        "topics = \"peace\"",
        "related = [\"round-1\"]",
        "outcomes = [7]",
        "participants = [{ id = \"russia\", role = \"guest\" }]",
        "doubt = [{ about = \"venue\" }]",
        "quote = [{ speaker = \"lavrentiev\", form = \"indirect\", text = \"Yes.\" }]",
    ] {
        let loaded = load_with(&around(line));
        assert_eq!(only(&loaded).code.severity().name(), "error", "{line}");
        assert_eq!(events(&loaded), ["round-01", "a", "b", "c"], "{line}");
        let hurt = &loaded.timeline.events()[2];
        assert_eq!((hurt.number, hurt.place), (None, None));
        assert!(hurt.end.is_none() && hurt.city.is_none() && hurt.topics.is_empty());
        assert!(hurt.related.is_empty() && hurt.outcomes.is_empty() && hurt.doubts.is_empty());
        assert!(hurt.participants.is_empty() && hurt.quotes.is_empty());
    }
}

#[test]
fn one_wrong_name_in_a_list_costs_that_name() {
    let line = "related = [\"a\", \"nowhere\", \"c\"]\noutcomes = [\"One.\", 2, \"Three.\"]";
    let loaded = load_with(&around(line));
    assert_eq!(codes(&loaded), [Code::UnknownReference, Code::WrongType]);
    let hurt = &loaded.timeline.events()[2];
    assert_eq!((hurt.related.len(), hurt.outcomes.len()), (2, 2));
}

#[test]
fn all_mistakes_of_an_item_are_told_at_once() {
    let loaded = load_with("[[event]]\nid = \"B C\"\nkind = 1\nstart = \"soon\"\nfoo = 1\n");
    let expected = [
        Code::BadId,
        Code::MissingKey,
        Code::MissingKey,
        Code::NoSources,
        Code::WrongType,
        Code::BadDate,
        Code::UnknownKey,
    ];
    let mut found = codes(&loaded);
    found.sort_unstable();
    let mut wanted = expected.to_vec();
    wanted.sort_unstable();
    assert_eq!(found, wanted, "{}", rendered(&loaded));
}

#[test]
fn three_syntax_errors_in_a_file_are_told_as_three() {
    let toml = [
        event("a", "city = \"Asta"),
        event("b", "city = Astana"),
        event("c", "city"),
    ];
    let loaded = load_with(&toml.concat());
    assert_eq!(codes(&loaded), [Code::Syntax; 3], "{}", rendered(&loaded));
    assert_eq!(events(&loaded), ["round-01", "a", "b", "c"]);
    let said = rendered(&loaded);
    for message in [
        "no closing quotation mark",
        "a text must stand in quotation marks",
        "expected `=`",
    ] {
        assert!(said.contains(message), "{said}");
    }
}

#[test]
fn something_that_is_never_closed_costs_its_table() {
    for line in [
        "topics = [\"peace\", ",
        "next = \"\"\"soon\n",
        "next = '''soon\n",
        "outcomes = [{ text = \"One.\" }",
        "[event.doubt",
        "[[event.doubt]",
    ] {
        let loaded = load_with(&around(line));
        let found = codes(&loaded);
        assert!(
            found.iter().all(|code| *code == Code::Syntax),
            "{line}: {found:?}"
        );
        assert!(!found.is_empty(), "{line}");
        let found = events(&loaded);
        for id in ["round-01", "a", "c"] {
            assert!(found.contains(&id), "{line}: {found:?}");
        }
    }
}

#[test]
fn single_brackets_where_there_should_be_two_cost_one_table() {
    let lone = event("b", "").replace("[[event]]", "[event]");
    let loaded = load_with(&[event("a", ""), lone, event("c", "")].concat());
    let problem = only(&loaded);
    assert_eq!(problem.code, Code::NotAList);
    assert_eq!(
        problem.help.as_deref(),
        Some("write [[event]] with two brackets")
    );
    assert_eq!(events(&loaded), ["round-01", "a", "c"]);
}

#[test]
fn a_timeline_table_that_stands_twice_in_a_file_is_told_with_both_lines() {
    let loaded = load_with("[timeline]\nschema = 1\ntitle = \"Others\"\n");
    let problem = only(&loaded);
    assert_eq!(problem.code, Code::TimelineTable);
    assert_eq!(problem.labels.len(), 1);
    assert_eq!(loaded.timeline.meta().title.shown(), "Talks");
}

#[test]
fn a_date_that_is_no_whole_day_is_told_to_stand_in_quotation_marks() {
    let loaded = load_with(&around("end = 2018-02"));
    let problem = only(&loaded);
    assert_eq!(problem.code, Code::Syntax);
    let help = "what is not a whole day stands in quotation marks: \"2018-02\"";
    assert_eq!(problem.help.as_deref(), Some(help));
}

#[test]
fn an_unknown_name_gets_the_one_that_was_probably_meant() {
    let america = "[[participant]]\nid = \"usa\"\nname = \"United States\"\ncode = \"US\"\n\
                   aliases = [\"United States of America\"]\n\n[[person]]\nid = \"rubin\"\n\
                   name = \"Rubin\"\naliases = [\"Рубин\"]\nparticipant = \"usa\"\n";
    for (typed, meant) in [
        ("rusia", "russia"),
        ("USA", "usa"),
        ("US", "usa"),
        ("us", "usa"),
        ("United States", "usa"),
        ("united states of america", "usa"),
        ("Russian Federation", "russia"),
    ] {
        let line = format!(
            "participants = [\n  {{ id = \"{typed}\", role = \"guarantor\", head = \"rubin\" }},\n]"
        );
        let loaded = load_with(&[america, &event("a", &line)].concat());
        let problem = only(&loaded);
        assert_eq!(problem.code, Code::UnknownReference, "{typed}");
        let help = format!("did you mean `{meant}`?");
        assert_eq!(problem.help.as_deref(), Some(help.as_str()), "{typed}");
    }
    let line = "participants = [{ id = \"usa\", role = \"guarantor\", head = \"Рубин\" }]";
    let loaded = load_with(&[america, &event("a", line)].concat());
    let help = only(&loaded).help.as_deref();
    assert_eq!(help, Some("did you mean `rubin`?"));
}

#[test]
fn who_refers_to_a_broken_item_makes_no_mistake() {
    let refers = "place = \"homs\"\nrelated = [\"later\"]\nparticipants = [\n\
                  { id = \"iran\", role = \"observer\", head = \"ansari\" },\n]\n\
                  [[event.document]]\ntitle = \"Statement\"\nsources = [\"page\"]\n";
    let broken = "[[place]]\nid = \"homs\"\nname = \"Homs\"\nlat = 34\n\n\
                  [[event]]\nid = \"later\"\nkind = \"round\"\nsources = [\"report\"]\n\
                  title = \"Later\"\nstart = 2019-01-01\n\n\
                  [[participant]]\nid = \"iran\"\n\n[[role]]\nid = \"observer\"\nname = \"Observer\"\n\n\
                  [[person]]\nid = \"ansari\"\nname = \" \"\n\n[[source]]\nid = \"page\"\n";
    let loaded = load_with(&[&event("a", refers), broken].concat());
    let mut found = codes(&loaded);
    found.retain(|code| !matches!(code, Code::MissingKey | Code::EmptyText));
    assert_eq!(found, [], "{}", rendered(&loaded));
    assert_eq!(events(&loaded), ["round-01", "a"]);
}

#[test]
fn an_id_that_is_none_is_told_once_and_not_where_it_is_referred_to() {
    let broken =
        "[[place]]\nid = \"Deir ez Zor\"\nname = \"Deir ez-Zor\"\nlat = 35.3\nlon = 40.1\n";
    for place in ["Deir ez Zor", "deir-ez-zor"] {
        let line = format!("place = \"{place}\"");
        let loaded = load_with(&[broken, &event("a", &line)].concat());
        assert_eq!(only(&loaded).code, Code::BadId);
    }
}

#[test]
fn an_event_of_an_unknown_kind_is_told_once() {
    let other = event("b", "").replace("\"round\"", "\"summit\"");
    let loaded = load_with(&[event("a", "related = [\"b\"]"), other].concat());
    let problem = only(&loaded);
    assert_eq!(problem.message, "unknown kind `summit`");
    assert_eq!(events(&loaded), ["round-01", "a"]);
}

#[test]
fn what_only_a_broken_item_refers_to_is_not_called_unused() {
    let page = "[[source]]\nid = \"page\"\ntitle = \"A page\"\n";
    let broken = "[[event]]\nid = \"b\"\nkind = \"round\"\nsources = [\"page\"]\n\
                  title = \"B\"\nstart = 2018-01-01\n";
    let loaded = load_with(&[page, broken].concat());
    assert_eq!(only(&loaded).code, Code::MissingKey);
}

#[test]
fn a_reference_that_leads_nowhere_does_not_make_an_event_sourceless() {
    let toml = event("a", "").replace("report", "nowhere");
    assert_eq!(only(&load_with(&toml)).code, Code::UnknownReference);
}

#[test]
fn c7_a_nesting_bomb_is_an_error_with_a_bounded_excerpt() {
    let bomb = format!(
        "[[event]]\nid = {}{}\n",
        "[".repeat(500_000),
        "]".repeat(500_000)
    );
    let loaded = load_with(&[&event("a", ""), &bomb, &*event("b", "")].concat());
    assert!(codes(&loaded).contains(&Code::Syntax));
    assert!(
        loaded.diagnostics.len() < 10,
        "{}",
        loaded.diagnostics.len()
    );
    for problem in &loaded.diagnostics {
        let said = render(problem, &loaded.files);
        assert!(said.len() < 2_000, "{} bytes: {said:.500}", said.len());
    }
    assert_eq!(events(&loaded), ["round-01", "a", "b"]);
}

#[test]
fn c8_of_two_items_with_one_id_the_first_is_kept_and_both_lines_are_told() {
    let other = event("a", "").replace("title = \"a\"", "title = \"Other\"");
    let loaded = load_with(&[event("a", ""), other].concat());
    let problem = only(&loaded);
    assert_eq!(problem.code, Code::Duplicate);
    assert_eq!(problem.labels.len(), 1);
    assert_eq!(loaded.timeline.events()[1].title.shown(), "a");
    let said = rendered(&loaded);
    assert_eq!(said.matches("id = \"a\"").count(), 2, "{said}");
}

#[test]
fn c8_a_key_that_stands_twice_is_told_with_both_lines() {
    let loaded = load_with(&around("title = \"Other\""));
    let said = rendered(&loaded);
    assert_eq!(only(&loaded).code, Code::Syntax);
    assert!(
        said.contains("title = \"Other\"") && said.contains("title = \"b\""),
        "{said}"
    );
    assert_eq!(events(&loaded), ["round-01", "a", "b", "c"]);
}

#[test]
fn c9_an_unknown_key_is_a_warning_with_the_nearest_known_one() {
    for (line, meant) in [("sumary = \"x\"", "summary"), ("Venue = \"x\"", "venue")] {
        let loaded = load_with(&around(line));
        let problem = only(&loaded);
        assert_eq!(problem.code, Code::UnknownKey);
        let help = format!("did you mean `{meant}`?");
        assert_eq!(problem.help.as_deref(), Some(help.as_str()));
        assert_eq!(events(&loaded), ["round-01", "a", "b", "c"]);
    }
}

#[test]
fn c10_one_bad_file_of_many_leaves_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("a.toml"), BASE.replace("file = \"report.txt\"\n", "")).unwrap();
    fs::write(path("b.toml"), b"[[event]]\ntitle = \"\xff\"\n").unwrap();
    fs::write(path("c.toml"), "[[[\n").unwrap();
    fs::write(path("d.toml"), event("d", "")).unwrap();
    let loaded = load(read(folder.path(), None));
    assert_eq!(
        codes(&loaded),
        [Code::Syntax, Code::NotUtf8],
        "{}",
        rendered(&loaded)
    );
    assert_eq!(events(&loaded), ["round-01", "d"]);
}

#[test]
fn nothing_to_show_is_told_from_a_timeline_without_events() {
    assert!(load_text("").is_empty());
    assert!(load_text("[[event]]\nid = \"a\"\n").is_empty());
    assert!(load(Input::bytes("talks.toml", vec![0xff])).is_empty());
    assert!(!load_text("[timeline]\nschema = 1\ntitle = \"Soon\"\n").is_empty());
}

#[test]
fn what_stands_in_a_broken_event_is_looked_at_all_the_same() {
    let loaded = load_with(
        "[[event]]\nid = \"e\"\nkind = \"rund\"\ntitle = \"e\"\nstart = 2018-02-01\nend = 2018-01-01\n\
         related = [\"nowhere\"]\nsources = [\"report\"]\n\
         participants = [{ id = \"rusia\", role = \"guarantor\" }]\n\n\
         [[event.quote]]\nspeaker = \"nobody-known\"\nform = \"direct\"\ntext = \"We need no peace.\"\n\
         sources = [\"report\"]\n",
    );
    let mut told = codes(&loaded);
    told.sort();
    assert_eq!(
        told,
        [
            Code::MissingKey,
            Code::UnknownReference,
            Code::UnknownReference,
            Code::UnknownReference,
            Code::UnknownReference,
            Code::EndBeforeStart,
            Code::RefutedQuote,
        ],
        "{}",
        rendered(&loaded)
    );
    assert_eq!(events(&loaded), ["round-01"]);
}

#[test]
fn a_mark_that_cannot_be_used_costs_no_event() {
    let toml = BASE.replace("glyph = \"o\"", "glyph = \"●●\"");
    let loaded = load_text(&toml);
    assert_eq!(only(&loaded).code, Code::BadValue);
    assert_eq!(loaded.timeline.kinds()[0].glyph.shown(), "R");
    assert_eq!(events(&loaded), ["round-01"]);
}

#[test]
fn a_bare_word_is_told_to_stand_in_quotation_marks() {
    for word in ["Two", "true1", "infinite", "nul", "1a"] {
        let loaded = load_with(&around(&format!("city = {word}\n")));
        assert_eq!(
            only(&loaded).message,
            "a text must stand in quotation marks",
            "{word}"
        );
    }
}
