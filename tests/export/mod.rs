//! The formats of other programs, read back by readers that are not ours.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "to the lint, only what is marked as a test is one"
)]

mod bibliography;
mod calendar;
mod markwhen;
mod page;
mod tables;
mod whole;

use astana::export::csv::Cells;
use astana::export::{
    Archive, Selection, TableName, bibtex, csl, html, ics, json, markdown, timelinejs, write_table,
};
use astana::load::{Input, load};
use astana::query::parse;
use astana::timeline::Timeline;
use proptest::prelude::*;

/// A format as a function from what is exported to bytes.
type Format = fn(&Selection<'_>) -> Vec<u8>;

macro_rules! writing {
    ($write:expr) => {
        |selection| {
            let mut out = Vec::new();
            $write(&mut out, selection).unwrap();
            out
        }
    };
}

const HTML: Format = writing!(html::write);
const TIMELINEJS: Format = writing!(timelinejs::write);
const ICS: Format = writing!(ics::write);
const JSON: Format = writing!(|out, selection| json::write(out, &Archive::of(selection)));
const MD: Format = writing!(markdown::timeline);
const BIBTEX: Format = writing!(bibtex::write);
const CSL: Format = writing!(csl::write);
const MARKWHEN: Format = writing!(astana::export::markwhen::write);

/// Every format but CSV, which has tables.
const FORMATS: [(&str, Format); 8] = [
    ("html", HTML),
    ("timelinejs", TIMELINEJS),
    ("ics", ICS),
    ("json", JSON),
    ("md", MD),
    ("bibtex", BIBTEX),
    ("csl-json", CSL),
    ("markwhen", MARKWHEN),
];

const TABLES: [TableName; 5] = [
    TableName::Events,
    TableName::Participants,
    TableName::Quotes,
    TableName::Documents,
    TableName::Sources,
];

/// The timeline that a text is, which has to be without errors.
#[track_caller]
fn timeline(text: &str) -> Timeline {
    let loaded = load(Input::text("talks.toml", text.to_owned()));
    let errors = loaded
        .diagnostics
        .iter()
        .filter(|it| it.severity() == astana::diagnostic::Severity::Error);
    assert_eq!(errors.count(), 0, "{:?}", loaded.diagnostics);
    loaded.timeline
}

fn astana() -> Timeline {
    load(Input::embedded(
        astana::builtin::DATA,
        astana::builtin::SEEDS,
    ))
    .timeline
}

/// What of a timeline fits a filter, in a format.
#[track_caller]
fn exported(timeline: &Timeline, filter: &str, format: Format) -> String {
    let (query, mistakes) = parse(filter, timeline);
    assert_eq!(mistakes, []);
    String::from_utf8(format(&Selection::of(timeline, &query))).unwrap()
}

/// A table of all of a timeline.
fn table(timeline: &Timeline, table: TableName, cells: Cells) -> String {
    let (query, _) = parse("", timeline);
    let mut out = Vec::new();
    write_table(&mut out, &Selection::of(timeline, &query), table, cells).unwrap();
    String::from_utf8(out).unwrap()
}

/// A timeline with `text` in every field that is exported, and in the addresses as far as one can
/// hold it.
fn timeline_of(text: &str) -> Timeline {
    let path: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    let (text, path) = (toml(text), toml(&path));
    let template = include_str!("hostile.toml");
    timeline(&template.replace("@text@", &text).replace("@path@", &path))
}

/// A timeline of events with these ids and dates.
fn events_at(dates: &[(&str, &str)]) -> String {
    let event = |(id, start): &(&str, &str)| {
        format!(
            "[[event]]\nid = \"{id}\"\nkind = \"round\"\ntitle = \"Talks\"\nstart = \"{start}\"\n\
             summary = \"They met.\"\n"
        )
    };
    let events: String = dates.iter().map(event).collect();
    let kind = "kind = [{ id = \"round\", name = \"Round\", glyph = \"o\" }]\n";
    format!("timeline = {{ schema = 1, title = \"T\" }}\n{kind}{events}")
}

/// A text as it stands in a string of TOML.
fn toml(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    });
    escaped.collect()
}

/// Texts that mean something to some format.
const HOSTILE: [&str; 17] = [
    "\u{1b}]0;owned\u{7}\u{1b}[31m\u{9b}2J\u{202e}x\u{0}y",
    "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)\" x='",
    "]]>--><!--&lt;&#60;",
    "=cmd|' /C calc'!A0",
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\\n;,:",
    "}, @comment{ \\input{/etc/passwd} %$#_&~^",
    "{unbalanced",
    "2018-01-01: an event",
    "# heading #tag !id // [x](javascript:alert(1))",
    "- 3 days: then",
    "* `code` | a | b |\n| - | - |",
    "“Ж” 文字 السلام \u{301}",
    "'=1+1",
    "[x] every 2 days: x",
    ": x",
    "after !x 3 days: then",
];

/// Whether a terminal that gets the text does nothing but show it.
fn is_harmless(text: &str) -> bool {
    let text = text.replace("\r\n", "\n");
    let is_harm = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(
                c,
                '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            )
            || matches!(c, '\u{2066}'..='\u{2069}')
    };
    !text.contains(is_harm)
}

#[test]
fn a18_no_format_carries_a_control_character() {
    for text in HOSTILE {
        let timeline = timeline_of(text);
        for (name, format) in FORMATS {
            assert!(
                is_harmless(&exported(&timeline, "", format)),
                "{name}: {text:?}"
            );
        }
        for name in TABLES {
            for cells in [Cells::Guarded, Cells::Raw] {
                let written = table(&timeline, name, cells);
                assert!(is_harmless(&written), "{name:?}: {written}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_text_at_all_is_more_than_text(
        text in r#"[ -~Ж\n\t\x{1b}\x{202e}]{1,40}|([<>&"'{}%\\#=!:;,/-]|script|2018|END:VEVENT|\r\n| ){1,20}"#
    ) {
        // A blank text is a mistake.
        prop_assume!(!text.trim().is_empty());
        let (timeline, plain) = (timeline_of(&text), timeline_of("plain"));
        for (name, format) in FORMATS {
            prop_assert!(is_harmless(&exported(&timeline, "", format)), "{}", name);
        }
        let elements = |timeline| page::elements(&exported(timeline, "", HTML));
        prop_assert_eq!(elements(&timeline), elements(&plain));
        let calendar = calendar::read(&exported(&timeline, "", ICS));
        prop_assert_eq!(calendar.len(), 1);
        let entries = bibliography::read(&exported(&timeline, "", BIBTEX));
        prop_assert_eq!(entries.len(), 3);
        prop_assert_eq!(markwhen::begun(&exported(&timeline, "", MARKWHEN)).len(), 1);
        for name in TABLES {
            let rows = tables::read(&table(&timeline, name, Cells::Guarded));
            prop_assert_eq!(rows.len(), 2 + usize::from(name == TableName::Sources));
        }
    }
}

#[test]
fn the_same_timeline_gives_the_same_bytes() {
    let (one, two) = (astana(), astana());
    for (name, format) in FORMATS {
        let first = exported(&one, "", format);
        assert!(
            !first.is_empty() && first == exported(&two, "", format),
            "{name}"
        );
    }
}

#[test]
fn d1_the_first_and_the_last_year_and_open_ends_are_exported() {
    let all = [
        ("a", "0000-01-01"),
        ("b", "9999-12-31"),
        ("c", "../2017"),
        ("d", "2017/.."),
        ("e", "2017"),
        ("f", "{2016-01,2018-05-04}"),
    ];
    let timeline = timeline(&events_at(&all));
    for (name, format) in FORMATS {
        let written = exported(&timeline, "", format);
        assert!(written.len() < 60_000, "{name}: {}", written.len());
        assert!(!written.contains("10000"), "{name}: {written}");
    }
}

#[test]
fn a_timeline_without_events_is_exported_too() {
    let timeline = timeline("timeline = { schema = 1, title = \"T\" }\n");
    for (name, format) in FORMATS {
        let written = exported(&timeline, "", format);
        assert!(!written.contains("Round"), "{name}: {written}");
    }
}

#[test]
fn a_readable_format_says_how_much_of_the_timeline_it_is() {
    let timeline = astana();
    for (name, format) in [
        ("html", HTML),
        ("md", MD),
        ("ics", ICS),
        ("timelinejs", TIMELINEJS),
        ("markwhen", MARKWHEN),
    ] {
        let all = exported(&timeline, "", format).replace("\r\n ", "");
        assert!(all.contains("80 events"), "{name}");
        let some = exported(&timeline, "kind:round date:2017-09", format).replace("\r\n ", "");
        assert!(
            some.contains("1 of 80 events: kind:round date:2017-09"),
            "{name}"
        );
        assert!(
            some.contains("Sixth") && !some.contains("Seventh International"),
            "{name}"
        );
    }
}
