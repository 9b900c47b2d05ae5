//! iCalendar, read by a parser of it.

use icalendar::parser::{Component, read_calendar, unfold};
use proptest::prelude::*;

use super::{HOSTILE, ICS, astana, exported, timeline, timeline_of};

/// The events of a calendar as a reader has them: names and values, unescaped.
#[track_caller]
pub(super) fn read(calendar: &str) -> Vec<Vec<(String, String)>> {
    let unfolded = unfold(calendar);
    let read = read_calendar(&unfolded).unwrap();
    let events = read.components.iter();
    let events = events.filter(|component| component.name == "VEVENT");
    events.map(properties).collect()
}

fn properties(event: &Component<'_>) -> Vec<(String, String)> {
    let properties = event.properties.iter();
    let properties =
        properties.map(|property| (property.name.to_string(), property.val.to_string()));
    properties.collect()
}

fn value<'a>(event: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = event.iter().find(|(known, _)| known == name);
    found.map(|(_, value)| value.as_str())
}

#[test]
fn f18_a_parser_reads_the_events_with_their_days() {
    let events = read(&exported(&astana(), "", ICS));
    assert_eq!(events.len(), 80);
    let round = events
        .iter()
        .find(|event| value(event, "UID").is_some_and(|uid| uid.starts_with("round-06@")))
        .unwrap();
    for (name, expected) in [
        ("UID", "round-06@the-astana-process.astana"),
        ("DTSTAMP", "20261123T000000Z"),
        ("DTSTART", "20170914"),
        // The day after the last.
        ("DTEND", "20170916"),
        ("STATUS", "CONFIRMED"),
        ("TRANSP", "TRANSPARENT"),
        ("LOCATION", "Rixos hotel, Astana, Kazakhstan"),
    ] {
        assert_eq!(value(round, name), Some(expected), "{name}");
    }
    assert!(
        value(round, "SUMMARY")
            .unwrap()
            .starts_with("Round 6: Sixth International")
    );
    assert!(
        value(round, "DESCRIPTION")
            .unwrap()
            .contains("\n\nOutcomes:\n- ")
    );
}

#[test]
fn f18_lines_end_with_crlf_and_are_75_octets_at_most() {
    let calendar = exported(&astana(), "", ICS);
    let lines: Vec<&str> = calendar.split("\r\n").collect();
    assert_eq!(lines.last(), Some(&""));
    for line in lines {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
}

#[test]
fn f18_no_text_adds_an_event_or_a_property() {
    let names = |event: &[(String, String)]| -> Vec<String> {
        event.iter().map(|(name, _)| name.clone()).collect()
    };
    let plain = read(&exported(&timeline_of("plain"), "", ICS));
    for text in HOSTILE {
        let events = read(&exported(&timeline_of(text), "", ICS));
        assert_eq!(events.len(), 1, "{text}");
        assert_eq!(names(&events[0]), names(&plain[0]), "{text}");
    }
}

#[test]
fn what_is_known_to_the_month_stands_on_its_days_and_says_so() {
    let dates = [
        ("a", "2017-09~"),
        ("b", "2017-10/.."),
        ("c", "../2017-11-03"),
        ("d", "9999-12-31"),
    ];
    let events = read(&exported(&timeline(&super::events_at(&dates)), "", ICS));
    let by_id = |id: &str| {
        let uid = format!("{id}@t.astana");
        events
            .iter()
            .find(|event| value(event, "UID") == Some(&uid))
            .unwrap()
    };
    for (id, start, end, edtf, summary) in [
        (
            "a",
            "20170901",
            Some("20171001"),
            Some("2017-09~"),
            "Talks (about September 2017)",
        ),
        (
            "b",
            "20171001",
            None,
            Some("2017-10/.."),
            "Talks (from October 2017)",
        ),
        (
            "c",
            "20171103",
            Some("20171104"),
            Some("../2017-11-03"),
            "Talks (up to 3 November 2017)",
        ),
        ("d", "99991231", None, None, "Talks"),
    ] {
        let event = by_id(id);
        assert_eq!(value(event, "DTSTART"), Some(start), "{id}");
        assert_eq!(value(event, "DTEND"), end, "{id}");
        assert_eq!(value(event, "X-EDTF"), edtf, "{id}");
        assert_eq!(value(event, "SUMMARY"), Some(summary), "{id}");
        let status = if edtf.is_some() {
            "TENTATIVE"
        } else {
            "CONFIRMED"
        };
        assert_eq!(value(event, "STATUS"), Some(status), "{id}");
        // Without a date of the timeline, a stamp that depends on no clock.
        assert!(value(event, "DTSTAMP").unwrap().ends_with("T000000Z"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn f18_a_parser_reads_the_text_that_was_written(text in "[a-zЖ文😀][a-z,;:\"\\\\nЖ文😀 ]{0,120}") {
        let events = read(&exported(&timeline_of(text.trim()), "", ICS));
        let description = value(&events[0], "DESCRIPTION").unwrap();
        prop_assert!(description.contains(&format!("\n\n{}\n\nOutcomes", text.trim())), "{}", description);
        prop_assert!(value(&events[0], "SUMMARY").unwrap().starts_with(text.trim()));
    }
}
