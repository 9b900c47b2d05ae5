//! JSON and `TimelineJS`: what is in them.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{HOSTILE, JSON, MD, TIMELINEJS, astana, exported, timeline_of};

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Every value of a key, at any depth.
fn values<'a>(value: &'a Value, key: &str, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(object) => {
            found.extend(object.get(key));
            object.values().for_each(|value| values(value, key, found));
        }
        Value::Array(array) => array.iter().for_each(|value| values(value, key, found)),
        _ => {}
    }
}

#[test]
fn everything_an_event_refers_to_is_in_the_same_file() {
    for filter in ["", "kind:round year:2017"] {
        let whole = read(&exported(&astana(), filter, JSON));
        let ids = |list: &str| -> BTreeSet<String> {
            let items = whole[list].as_array().unwrap().iter();
            items
                .map(|item| item["id"].as_str().unwrap().to_owned())
                .collect()
        };
        let known = ids("sources");
        let mut cited = Vec::new();
        values(&whole["events"], "sources", &mut cited);
        values(&whole["zones"], "sources", &mut cited);
        let cited = cited.iter().flat_map(|list| list.as_array().unwrap());
        let cited: BTreeSet<String> = cited.map(|id| id.as_str().unwrap().to_owned()).collect();
        assert_eq!(cited, known, "{filter}");
        for event in whole["events"].as_array().unwrap() {
            assert!(ids("kinds").contains(event["kind"].as_str().unwrap()));
            for part in event["participants"].as_array().unwrap() {
                assert!(ids("participants").contains(part["id"].as_str().unwrap()));
                assert!(ids("roles").contains(part["role"].as_str().unwrap()));
            }
            for quote in event["quotes"].as_array().unwrap() {
                assert!(ids("people").contains(quote["speaker"]["id"].as_str().unwrap()));
            }
        }
    }
}

#[test]
fn f19_a_parser_reads_every_text_as_it_was_written() {
    for text in HOSTILE {
        let written = exported(&timeline_of(text), "", JSON);
        assert!(!written.contains('<'), "{written}");
        let whole = read(&written);
        let text = text.replace("\r\n", "\n");
        for value in [
            &whole["timeline"]["title"],
            &whole["events"][0]["summary"],
            &whole["events"][0]["quotes"][0]["text"],
            &whole["zones"][0]["status"][0]["note"],
            &whole["sources"][1]["title"],
        ] {
            let value = value.as_str().unwrap().replace("\r\n", "\n");
            assert_eq!(value, text);
        }
    }
}

#[test]
fn the_filter_is_in_the_file() {
    let timeline = astana();
    assert_eq!(read(&exported(&timeline, "", JSON))["filter"], Value::Null);
    let some = read(&exported(&timeline, "participant:jordan year:2018", JSON));
    assert_eq!(some["filter"], "participant:jordan year:2018");
    assert!(some["events"].as_array().unwrap().len() < 10);
}

#[test]
fn a_slide_has_what_the_format_knows() {
    let slides = read(&exported(&astana(), "", TIMELINEJS));
    let events = slides["events"].as_array().unwrap();
    assert_eq!((events.len(), &slides["scale"]), (80, &json!("human")));
    let ids: BTreeSet<&str> = events
        .iter()
        .map(|it| it["unique_id"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), 80);
    let round = events
        .iter()
        .find(|it| it["unique_id"] == "round-06")
        .unwrap();
    assert_eq!(
        round["start_date"],
        json!({ "year": 2017, "month": 9, "day": 14 })
    );
    assert_eq!(
        round["end_date"],
        json!({ "year": 2017, "month": 9, "day": 15 })
    );
    assert_eq!(round["group"], "Round");
    let keys = [
        "unique_id",
        "group",
        "start_date",
        "end_date",
        "display_date",
        "text",
        "autolink",
    ];
    for event in events {
        let event = event.as_object().unwrap();
        assert!(
            event.keys().all(|key| keys.contains(&key.as_str())),
            "{event:?}"
        );
        // One that is equal is dropped by the program, with a word on its console.
        assert_ne!(event.get("end_date"), Some(&event["start_date"]));
        assert!(event["text"]["headline"].is_string() && event["text"]["text"].is_string());
    }
}

#[test]
fn a_date_that_is_not_sure_is_shown_in_words() {
    let slides = read(&exported(&timeline_of("plain"), "", TIMELINEJS));
    let slide = &slides["events"][0];
    assert_eq!(
        slide["display_date"],
        "some day from 20 January 2017 to 29 January 2017"
    );
    assert_eq!(
        slide["start_date"],
        json!({ "year": 2017, "month": 1, "day": 20 })
    );
}

#[test]
fn f17_a_hostile_text_is_text_in_markdown_too() {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    for text in HOSTILE {
        let written = exported(&timeline_of(text), "", MD);
        for piece in Parser::new_ext(&written, Options::all()) {
            match piece {
                Event::Html(html) | Event::InlineHtml(html) => panic!("{html} in {written}"),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    assert!(dest_url.starts_with("https://example.org/"), "{dest_url}");
                }
                Event::Start(Tag::CodeBlock(_) | Tag::Image { .. } | Tag::Table(_))
                | Event::Code(_)
                | Event::Rule => panic!("{piece:?} in {written}"),
                _ => {}
            }
        }
    }
}
