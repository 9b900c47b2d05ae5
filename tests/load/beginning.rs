//! What is loaded of a timeline before the rest, to have a first screen.

use std::fs::{create_dir, write};

use astana::builtin;
use astana::load::{Input, Loaded, Reader, Share, first_screen, load, so_far};
use astana::timeline::{Event, State, Timeline};

use super::{BASE, REPORT};

fn builtin() -> Input {
    Input::embedded(builtin::DATA, builtin::SEEDS)
}

fn first(toml: &str, around: Option<&str>) -> Option<Loaded> {
    let input = Input::text("talks.toml", toml.to_owned());
    first_screen(
        input.with_seeds(&[("report.txt", REPORT)]),
        Share::ALL[0],
        around,
    )
}

/// The base with so many events more, one a day.
fn many(events: usize) -> String {
    let more = (0..events).map(|at| {
        let (year, month, day) = (2018 + at / 336, at / 28 % 12 + 1, at % 28 + 1);
        format!(
            "\n[[event]]\nid = \"event-{at}\"\nkind = \"round\"\ntitle = \"Meeting {at}\"\n\
             start = {year}-{month:02}-{day:02}\nsummary = \"They met again.\"\nsources = [\"report\"]\n"
        )
    });
    format!("{BASE}{}", more.collect::<String>())
}

/// What a reader sees of an event: all that it refers to by name.
fn told(timeline: &Timeline, event: &Event) -> Vec<String> {
    let participants = event.participants.iter().map(|part| {
        let head = part.head.map(|head| timeline[head].name.raw());
        format!("{} {head:?}", timeline[part.participant].name.raw())
    });
    let sources = event.all_sources().into_iter();
    let quotes = event.quotes.iter().map(|quote| {
        let speaker = timeline[quote.speaker].name.raw();
        format!(
            "{speaker}: {} {:?}",
            quote.text.raw(),
            timeline
                .quote_participant(quote)
                .map(|at| timeline[at].name.raw())
        )
    });
    let mut told = vec![
        format!("{} {} {}", event.id, event.title.raw(), event.start.edtf()),
        timeline[event.kind].name.raw().to_owned(),
        format!("{:?}", event.place.map(|place| timeline[place].name.raw())),
    ];
    told.extend(participants);
    told.extend(sources.map(|source| timeline[source].title.raw().to_owned()));
    told.extend(quotes);
    told
}

#[test]
fn the_first_screen_says_of_an_event_what_the_whole_timeline_says() {
    let whole = load(builtin()).timeline;
    for around in [None, Some("round-10"), Some("round-22"), Some("not-there")] {
        let part = first_screen(builtin(), Share::ALL[0], around).unwrap();
        assert!(part.diagnostics.is_empty());
        assert!(part.timeline.events().len() < whole.events().len());
        for event in part.timeline.events() {
            let same = whole.event_named(&event.id).unwrap();
            assert_eq!(told(&part.timeline, event), told(&whole, &whole[same]));
        }
    }
}

#[test]
fn the_first_screen_has_the_beginning_or_what_is_round_an_event() {
    let ids = |loaded: &Loaded| {
        let ids = loaded.timeline.events().iter();
        ids.map(|event| event.id.to_string()).collect::<Vec<_>>()
    };
    let text = many(2000);
    let beginning = ids(&first(&text, None).unwrap());
    assert_eq!(
        beginning.get(..2),
        Some(&["round-01".into(), "event-0".into()][..])
    );
    let around = ids(&first(&text, Some("event-1000")).unwrap());
    let at = around.iter().position(|id| id == "event-1000").unwrap();
    assert!(at >= 8 && around.len() - at >= 8, "{around:?}");
}

#[test]
fn of_a_quote_that_was_not_checked_yet_nothing_is_said() {
    let quoted = format!(
        "{BASE}\n[[event.quote]]\nspeaker = \"lavrentiev\"\nform = \"direct\"\n\
         text = \"We don’t need a pause\"\nsources = [\"report\"]\n"
    );
    let loaded = first(&quoted, None).unwrap();
    let states: Vec<&State> = loaded.timeline.events()[0]
        .quotes
        .iter()
        .map(|quote| &quote.state)
        .collect();
    assert_eq!(states, [&State::Pending]);
}

#[test]
fn where_no_event_is_found_there_is_no_first_screen() {
    for text in [
        "",
        "x",
        "[timeline]\nschema = 1\ntitle = \"Talks\"\n",
        "[[event]]\nid = \"a\"\n",
    ] {
        assert!(first(text, None).is_none(), "{text}");
    }
}

#[test]
fn of_a_large_file_a_share_is_read_that_ends_with_a_whole_event() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("talks.toml");
    let text = many(300).replace("They met again.", "They met again in Женева.");
    write(&path, &text).unwrap();
    let [(_, end), ..] = text
        .match_indices("Женева")
        .map(|(at, _)| (at, at))
        .skip(100)
        .collect::<Vec<_>>()[..]
    else {
        panic!("the text has so many events");
    };
    for bytes in end..end + 200 {
        let mut reader = Reader::of_share(Share::of(bytes));
        let loaded = so_far(reader.read(&path, None)).unwrap();
        assert!(reader.is_cut());
        let events = loaded.timeline.events();
        assert!((100..=103).contains(&events.len()), "{}", events.len());
        for event in events.iter().skip(1) {
            assert_eq!(event.summary.raw(), "They met again in Женева.");
            assert_eq!(event.sources.len(), 1, "{}", event.id);
        }
    }
}

#[test]
fn of_a_directory_of_numbered_files_the_first_are_read_and_what_defines_their_words() {
    let folder = tempfile::tempdir().unwrap();
    let text = many(100);
    let (base, events) = text.split_at(BASE.len());
    write(folder.path().join("words.toml"), base).unwrap();
    create_dir(folder.path().join("events")).unwrap();
    for at in 0..5 {
        let name = format!("events/{}.toml", 2018 + at);
        let renamed = events.replace("\"event-", &format!("\"of-{at}0-"));
        write(folder.path().join(name), renamed).unwrap();
    }
    let of_files = |count: usize| Share::of(events.len() * count);
    let mut reader = Reader::of_share(of_files(2));
    let loaded = so_far(reader.read(folder.path(), None)).unwrap();
    assert!(reader.is_cut());
    assert_eq!(loaded.timeline.events().len(), 201);
    let mut reader = Reader::of_share(of_files(5));
    let loaded = so_far(reader.read(folder.path(), None)).unwrap();
    assert!(!reader.is_cut());
    assert_eq!(loaded.timeline.events().len(), 501);
}

#[test]
fn events_that_stand_far_down_are_found_for_the_first_screen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("talks.toml");
    let text = many(100);
    let (base, events) = text.split_at(BASE.len());
    let (words, event) = base.split_at(base.find("[[event]]").unwrap());
    let source = |at| format!("\n[[source]]\nid = \"report-{at}\"\ntitle = \"Report\"\n");
    let sources: String = (0..20_000).map(source).collect();
    write(&path, format!("{words}{sources}\n{event}{events}")).unwrap();
    let [share, ..] = Share::ALL;
    let first = |share| {
        let mut reader = Reader::of_share(share);
        let input = reader.read(&path, None);
        assert!(reader.is_cut());
        first_screen(input, share, None)
    };
    assert!(first(share).is_none());
    let loaded = first(share.seeking_event()).unwrap();
    let [event, .., last] = loaded.timeline.events() else {
        panic!("there are events");
    };
    assert_eq!(event.id.as_str(), "round-01");
    assert_eq!(last.sources.len(), 1);
}

#[test]
fn events_that_stand_in_a_later_file_are_found_for_the_first_screen() {
    let folder = tempfile::tempdir().unwrap();
    let text = many(100);
    let (base, events) = text.split_at(BASE.len());
    let (words, event) = base.split_at(base.find("[[event]]").unwrap());
    let source = |at| format!("\n[[source]]\nid = \"report-{at}\"\ntitle = \"Report\"\n");
    let sources: String = (0..2000).map(source).collect();
    write(folder.path().join("1.toml"), format!("{words}{sources}")).unwrap();
    write(
        folder.path().join("2.toml"),
        sources.replace("report-", "paper-"),
    )
    .unwrap();
    write(folder.path().join("3.toml"), format!("{event}{events}")).unwrap();
    write(
        folder.path().join("4.toml"),
        events.replace("\"event-", "\"later-"),
    )
    .unwrap();
    let share = Share::of(10_000).seeking_event();
    let mut reader = Reader::of_share(share);
    let loaded = so_far(reader.read(folder.path(), None)).unwrap();
    let events = loaded.timeline.events();
    assert!((10..101).contains(&events.len()), "{}", events.len());
    assert!(
        events
            .iter()
            .all(|event| !event.id.as_str().starts_with("later"))
    );
}

#[test]
fn what_is_no_text_or_no_file_has_no_first_screen_and_is_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path().join("talks.toml"), [0xff, 0xfe, 0x00, 0x5b]).unwrap();
    for path in [
        folder.path().join("talks.toml"),
        "/dev/zero".into(),
        "/dev/tty".into(),
        folder.path().join("none"),
    ] {
        let mut reader = Reader::of_share(Share::ALL[0]);
        assert!(
            first_screen(reader.read(&path, None), Share::ALL[0], None).is_none(),
            "{}",
            path.display()
        );
    }
}
