//! BibTeX and CSL-JSON, read by a parser of the one and by the shape of the other.

use std::collections::BTreeSet;

use biblatex::{Bibliography, ChunksExt, DateValue, PermissiveType};
use serde_json::Value;

use super::{BIBTEX, CSL, HOSTILE, astana, exported, timeline_of};

#[track_caller]
pub(super) fn read(text: &str) -> Bibliography {
    let read = Bibliography::parse(text);
    assert!(read.is_ok(), "{read:?}: {text}");
    read.unwrap()
}

#[test]
fn a_parser_reads_the_sources_and_the_documents() {
    let timeline = astana();
    let entries = read(&exported(&timeline, "", BIBTEX));
    assert!(entries.len() > timeline.sources().len() / 2);
    let source = entries.get("tass-2016-12-20").unwrap();
    assert_eq!(
        source.title().unwrap().format_verbatim(),
        "Iranian, Russian, Turkish top diplomats agree to help solve Syrian crisis"
    );
    assert_eq!(source.url().unwrap(), "https://tass.com/world/920991");
    let PermissiveType::Typed(date) = source.date().unwrap() else {
        panic!("the date is no date");
    };
    let DateValue::At(day) = date.value else {
        panic!("{date:?}");
    };
    assert_eq!((day.year, day.month, day.day), (2016, Some(11), Some(19)));
    let documents = entries
        .iter()
        .filter(|entry| entry.key.contains(":document-"));
    let written: usize = timeline
        .events()
        .iter()
        .map(|event| event.documents.len())
        .sum();
    assert_eq!(documents.count(), written);
}

#[test]
fn no_text_adds_an_entry_or_a_field_and_every_text_is_read_as_it_was() {
    for text in HOSTILE {
        let timeline = timeline_of(text);
        let written = exported(&timeline, "", BIBTEX);
        let entries = read(&written);
        let keys: BTreeSet<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
        let expected = BTreeSet::from(["gazette", "mail", "round-01:document-1"]);
        assert_eq!(keys, expected, "{text}");
        let title = entries
            .get("gazette")
            .unwrap()
            .title()
            .unwrap()
            .format_verbatim();
        let shown = timeline.sources()[0].title.shown();
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(plain(&title), plain(shown), "{written}");
    }
}

#[test]
fn braces_balance_in_every_entry() {
    for text in HOSTILE {
        let written = exported(&timeline_of(text), "", BIBTEX);
        let mut depth = 0;
        for c in written.chars() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            assert!(depth >= 0, "{written}");
        }
        assert_eq!(depth, 0, "{written}");
    }
}

fn items(text: &str) -> Vec<Value> {
    serde_json::from_str(text).unwrap()
}

#[test]
fn an_item_has_what_the_schema_of_csl_allows_and_asks_for() {
    let types = ["webpage", "document"];
    let keys = BTreeSet::from([
        "id",
        "type",
        "title",
        "container-title",
        "publisher",
        "author",
        "issued",
        "accessed",
        "event-title",
        "event-date",
        "event-place",
        "genre",
        "number",
        "URL",
        "language",
        "custom",
    ]);
    let mut ids = BTreeSet::new();
    for item in items(&exported(&astana(), "", CSL)) {
        let item = item.as_object().unwrap();
        assert!(ids.insert(item["id"].as_str().unwrap().to_owned()));
        assert!(types.contains(&item["type"].as_str().unwrap()));
        assert!(
            item.keys().all(|key| keys.contains(key.as_str())),
            "{item:?}"
        );
        assert!(!item.values().any(Value::is_null), "{item:?}");
        for key in ["issued", "accessed", "event-date"] {
            if let Some(date) = item.get(key) {
                assert_date(date);
            }
        }
    }
}

/// One or two lists of year, month and day, as numbers.
#[track_caller]
fn assert_date(date: &Value) {
    let parts = date["date-parts"].as_array().unwrap();
    assert!((1..=2).contains(&parts.len()), "{date}");
    for part in parts {
        let numbers: Vec<u64> = part
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it.as_u64().unwrap())
            .collect();
        assert!((1..=3).contains(&numbers.len()), "{date}");
        assert!(
            numbers[0] <= 9999 && numbers[1..].iter().all(|it| (1..=31).contains(it)),
            "{date}"
        );
    }
}

#[test]
fn a_date_that_is_not_sure_is_circa_and_kept_as_written() {
    let items = items(&exported(&timeline_of("plain"), "", CSL));
    let document = items
        .iter()
        .find(|item| item["id"] == "round-01:document-1")
        .unwrap();
    assert_eq!(
        document["issued"],
        serde_json::json!({ "date-parts": [[2017]], "circa": true })
    );
    assert_eq!(document["custom"], serde_json::json!({ "issued": "2017~" }));
    assert_eq!(
        document["event-date"],
        serde_json::json!({ "date-parts": [[2017, 1, 20], [2017, 1, 29]] })
    );
    let source = items.iter().find(|item| item["id"] == "gazette").unwrap();
    assert_eq!(
        source["accessed"],
        serde_json::json!({ "date-parts": [[2017, 2]] })
    );
    assert_eq!(
        source["author"],
        serde_json::json!([{ "literal": "plain" }])
    );
}
