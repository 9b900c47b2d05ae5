//! markwhen: there is no parser of it that is not the original, so its rules stand here, coarser than
//! they are: what might be something is.

use super::{HOSTILE, MARKWHEN, astana, exported, timeline_of};

/// Whether a line may begin an event: what stands before its first colon may be a date.
fn may_begin_event(line: &str) -> bool {
    let Some((before, _)) = line.trim_start().split_once(':') else {
        return false;
    };
    let words = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "now",
        "by",
        "before",
        "after",
        "plus",
        "every",
        "to",
    ];
    let begins = before.to_lowercase();
    let begins_word = words
        .iter()
        .any(|word| begins.starts_with(&word[..word.len().min(3)]));
    begins_word
        || begins.starts_with(|c: char| c.is_ascii_digit() || "-+!.".contains(c))
        || before.is_empty()
}

/// The lines that may begin an event.
pub(super) fn begun(written: &str) -> Vec<&str> {
    written
        .lines()
        .filter(|line| may_begin_event(line))
        .collect()
}

fn is_property(line: &str) -> bool {
    let key = line.split_once(": ").map(|(key, _)| key);
    key.is_some_and(|key| ["id", "edtf", "when", "city", "country", "venue"].contains(&key))
}

#[test]
fn the_lines_that_begin_an_event_are_those_of_the_events() {
    let written = exported(&astana(), "", MARKWHEN);
    let events = begun(&written);
    assert_eq!(events.len(), 80, "{events:#?}");
    let round = events
        .iter()
        .find(|line| line.contains("Round 6:"))
        .unwrap();
    assert!(round.starts_with("2017-09-14/2017-09-15: Round 6: Sixth International"));
    assert!(round.contains(", Astana, Kazakhstan #round #iran #russia #turkey #syria_government"));
    assert!(written.contains("\n# 2017\n") && written.contains("\nid: round-06\n"));
    assert!(written.starts_with("title: \"The Astana process\"\ndescription: \""));
}

#[test]
fn no_text_adds_an_event_a_heading_a_tag_or_a_comment() {
    for text in HOSTILE {
        let written = exported(&timeline_of(text), "", MARKWHEN);
        assert_eq!(begun(&written).len(), 1, "{written}");
        let headings = written.lines().filter(|line| line.starts_with('#'));
        assert_eq!(headings.collect::<Vec<_>>(), ["# 2017"], "{written}");
        assert!(
            !written
                .lines()
                .any(|line| line.trim_start().starts_with("//")),
            "{written}"
        );
        // Values of properties stand in quotation marks, in which nothing is looked for.
        let (_, events) = written.split_once("# 2017").unwrap();
        let free: Vec<&str> = events.lines().filter(|line| !is_property(line)).collect();
        let tags: Vec<&str> = free
            .iter()
            .flat_map(|line| line.split_whitespace())
            .filter(|word| word.starts_with('#'))
            .collect();
        assert_eq!(tags, ["#round", "#iran"], "{written}");
        for line in free {
            for word in ["](javascript", "<script", "</script", "<img"] {
                assert!(!line.contains(word), "{line}");
            }
        }
    }
}

#[test]
fn a_date_that_is_not_sure_is_its_days_and_a_property() {
    let written = exported(&timeline_of("plain"), "", MARKWHEN);
    assert!(
        written.contains("\n2017-01-20/2017-01-29: plain, plain, plain #round #iran\n"),
        "{written}"
    );
    assert!(written.contains("\nedtf: \"2017-01-2X\"\n"), "{written}");
}
