//! markwhen: a text that <https://docs.markwhen.com> describes and people go on writing.
//!
//! It has no escapes. What its parser would take for a date, a tag, an id, a heading, a comment or a
//! link at that place is written so that it does not; the words stay readable.

use std::io::{self, Write};

use chrono::NaiveDate;
use serde_json::Value;

use crate::text::{Lines, Text, show};
use crate::timeline::{AnsiColor, Event, Id, SourceIx, Timeline, range_in_full};

use super::days;
use super::link::address;
use super::{Selection, named};

/// Writes the events under their years.
pub fn write(out: &mut impl Write, selection: &Selection<'_>) -> io::Result<()> {
    let timeline = selection.timeline();
    writeln!(out, "title: {}", value(selection.title()))?;
    let about = [selection.summary().unwrap_or_default(), &selection.scope()].join(" ");
    writeln!(out, "description: {}", value(about.trim_start()))?;
    for kind in timeline.kinds() {
        if let Some(color) = kind.color {
            writeln!(out, "#{}: {}", tag(&kind.id), css(color))?;
        }
    }
    for (year, events) in selection.years() {
        writeln!(out, "\n# {year}")?;
        for &at in events {
            event(out, timeline, &timeline[at])?;
        }
    }
    Ok(())
}

fn event(out: &mut impl Write, timeline: &Timeline, event: &Event) -> io::Result<()> {
    let place = event.whereabouts().map(|place| format!(", {place}"));
    let name = named(timeline, event) + &place.unwrap_or_default();
    let participants = event.participants.iter();
    let participants = participants.map(|part| &timeline[part.participant].id);
    let tags = std::iter::once(&timeline[event.kind].id).chain(participants);
    let tags: Vec<String> = tags.map(|id| format!(" #{}", tag(id))).collect();
    let range = range(event);
    writeln!(out, "\n{range}: {}{}", after_colon(&name), tags.concat())?;
    writeln!(out, "id: {}", event.id)?;
    if !days::are_known(event) {
        writeln!(out, "edtf: {}", value(&days::edtf(event)))?;
        let dates = range_in_full(&event.start, event.end.as_ref());
        writeln!(out, "when: {}", value(&dates))?;
    }
    for (key, text) in [
        ("city", &event.city),
        ("country", &event.country),
        ("venue", &event.venue),
    ] {
        if let Some(text) = text {
            writeln!(out, "{key}: {}", value(text.shown()))?;
        }
    }
    writeln!(out, "\n{}", line(event.summary.shown()))?;
    for outcome in &event.outcomes {
        writeln!(out, "{}", item(outcome.text.shown()))?;
    }
    for doubt in &event.doubts {
        let doubt = format!("≠ {}: {}", doubt.about.shown(), doubt.text.shown());
        writeln!(out, "{}", item(&doubt))?;
    }
    for at in event.all_sources() {
        writeln!(out, "{}", source(timeline, at))?;
    }
    Ok(())
}

/// The days it may have had; markwhen has no open ends, so these are the last that are known.
fn range(event: &Event) -> String {
    let day = |day: NaiveDate| day.format("%Y-%m-%d").to_string();
    let is_one_unit = event.end.is_none() || event.end.as_ref() == Some(&event.start);
    let written = event.start.edtf();
    let is_plain = written.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let is_season =
        written.len() == 7 && days::Precision::of(&event.start) != days::Precision::Month;
    if is_one_unit && is_plain && !is_season {
        return written.into_owned();
    }
    let (first, last) = days::bounds(event);
    let known_last = event.end.as_ref().unwrap_or(&event.start).first();
    let first = first.or(last).unwrap_or_else(|| event.first_day());
    let last = last.unwrap_or(known_last);
    if first == last {
        day(first)
    } else {
        format!("{}/{}", day(first), day(last))
    }
}

/// An id as a tag, which has no hyphen and is no number: `#syria_government`.
fn tag(id: &Id) -> String {
    let tag = id.as_str().replace('-', "_");
    if tag.bytes().all(|b| b.is_ascii_digit()) {
        format!("_{tag}")
    } else {
        tag
    }
}

/// The colours of CSS have no bright ones.
fn css(color: AnsiColor) -> &'static str {
    match color.name() {
        "bright-black" => "gray",
        name => name.strip_prefix("bright-").unwrap_or(name),
    }
}

/// A value of the header or of a property: a string of JSON, which is one of YAML.
fn value(text: &str) -> String {
    Value::from(show(text, Lines::One).into_owned()).to_string()
}

/// A text behind an event's dates, where `[ ]` would be a box to tick.
fn after_colon(text: &str) -> String {
    let text = plain(text);
    if text.starts_with('[') {
        format!("• {text}")
    } else {
        text
    }
}

/// A text on a line of its own, where much begins something else.
fn line(text: &str) -> String {
    let text = plain(text);
    if is_harmless_at_start(&text) {
        text
    } else {
        format!("• {text}")
    }
}

/// A text as an item of a list; with a colon, the hyphen before it might make it a date.
fn item(text: &str) -> String {
    let text = plain(text);
    if text.contains(':') || text.starts_with('[') {
        format!("• {text}")
    } else {
        format!("- {text}")
    }
}

fn source(timeline: &Timeline, at: SourceIx) -> String {
    let source = &timeline[at];
    let publisher = source.publisher.as_ref().map(Text::shown);
    let title = [publisher, Some(source.title.shown())];
    let title: Vec<&str> = title.into_iter().flatten().collect();
    // Brackets would end the words of a link.
    let title = plain(&title.join(", ")).replace('[', "(").replace(']', ")");
    match source.url.as_ref().and_then(address) {
        // A bracket would end the address.
        Some(url) => {
            let url = url
                .replace('(', "%28")
                .replace(')', "%29")
                .replace(']', "%5D");
            format!("• [{title}]({url})")
        }
        None => format!("• {title}"),
    }
}

/// A text in one line, without tags, ids, links and elements of HTML.
fn plain(text: &str) -> String {
    let text = show(text, Lines::One);
    let mut plain = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.trim().chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied().unwrap_or(' ');
        let begins_word = !before.is_alphanumeric() && (next.is_alphanumeric() || next == '_');
        plain.push(match c {
            '#' if begins_word || before.is_whitespace() => '＃',
            '!' if begins_word => '！',
            '(' if before == ']' => '（',
            '<' if next.is_alphabetic() || matches!(next, '/' | '!' | '?') => '＜',
            _ => c,
        });
        before = c;
    }
    plain
}

/// Whether the beginning of a line cannot be taken for a date, a heading, a comment or an item.
///
/// What the parser takes for a date ends with a colon and begins with a digit, a sign or one of a
/// few words; every word is refused that begins like one of them.
fn is_harmless_at_start(text: &str) -> bool {
    const WORDS: [&str; 18] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "now",
        "by", "before", "after", "plus", "every",
    ];
    let begins = text.chars().next().unwrap_or(' ');
    let lower = text.to_lowercase();
    let may_be_date = !(begins.is_alphabetic() || matches!(begins, '“' | '«' | '(' | '•'))
        || lower.starts_with("to ")
        || WORDS.iter().any(|word| lower.starts_with(word));
    let is_other = matches!(begins, '#' | '/' | '-' | '[' | ' ');
    !(is_other || (may_be_date && text.contains(':')))
}

#[cfg(test)]
mod tests {
    use super::{item, line, plain, tag};
    use crate::timeline::Id;

    #[test]
    fn a_line_that_would_begin_something_else_begins_with_a_bullet() {
        for text in [
            "2018: a year",
            "May 2018: a month",
            "Now: then",
            "after !x 3 days: then",
            ": then",
            "- 3 days: then",
            "5 days: then",
            "every day: then",
            "to May: then",
            "// comment",
            "[x] done",
            "",
        ] {
            assert!(line(text).starts_with('•'), "{text}");
        }
        for text in [
            "They met: all of them.",
            "2018 was a year",
            "“2018: a year”",
        ] {
            assert_eq!(line(text), text);
        }
        assert_eq!(item("3 days: then"), "• 3 days: then");
        assert_eq!(item("then"), "- then");
    }

    #[test]
    fn no_text_has_a_tag_an_id_a_link_or_an_element() {
        assert_eq!(
            plain("#a b#c !d e! [f](javascript:g) <h> i<j 1<2 &\n# k"),
            "＃a b#c ！d e! [f]（javascript:g) ＜h> i＜j 1<2 & ＃ k"
        );
    }

    #[test]
    fn a_tag_is_a_word_and_no_number() {
        for (id, expected) in [("syria-government", "syria_government"), ("7", "_7")] {
            assert_eq!(tag(&Id::new(id).unwrap()), expected);
        }
    }
}
