//! iCalendar (RFC 5545): an all-day entry an event.
//!
//! A calendar knows days and nothing else, so an event whose days are not known stands on all those
//! that it may have had, is tentative, and says so in its summary and description.

use std::io::{self, Write};

use chrono::{Datelike, Days, NaiveDate};

use crate::text::{Lines, Text, fold, latin, show};
use crate::timeline::{Date, Event, EventIx, Form, SourceIx, Timeline, range_in_full};

use super::days;
use super::link::{address, first_address};
use super::{Selection, named};

/// The most octets of a line without its break (§3.1).
const LINE: usize = 75;

/// Writes the events as a calendar.
pub fn write(out: &mut impl Write, selection: &Selection<'_>) -> io::Result<()> {
    let mut calendar = Calendar {
        out,
        timeline: selection.timeline(),
        home: home(selection.title()),
    };
    calendar.line("BEGIN", "VCALENDAR")?;
    calendar.line("VERSION", "2.0")?;
    let product = concat!("-//astana//astana ", env!("CARGO_PKG_VERSION"), "//EN");
    calendar.line("PRODID", product)?;
    calendar.line("CALSCALE", "GREGORIAN")?;
    calendar.line("METHOD", "PUBLISH")?;
    calendar.text("X-WR-CALNAME", selection.title())?;
    let about = [selection.summary().unwrap_or_default(), &selection.scope()].join("\n");
    calendar.text("X-WR-CALDESC", about.trim_start())?;
    for &at in selection.events() {
        calendar.event(selection, at)?;
    }
    calendar.line("END", "VCALENDAR")
}

struct Calendar<'t, W> {
    out: W,
    timeline: &'t Timeline,
    /// What tells the ids of this timeline from those of others.
    home: String,
}

impl<W: Write> Calendar<'_, W> {
    fn event(&mut self, selection: &Selection<'_>, at: EventIx) -> io::Result<()> {
        let timeline = self.timeline;
        let event = &timeline[at];
        self.line("BEGIN", "VEVENT")?;
        self.line("UID", &self.uid(event))?;
        let changed = timeline.meta().updated.as_ref().map(Date::first);
        let changed = changed.unwrap_or_else(|| event.first_day());
        self.line("DTSTAMP", &format!("{}T000000Z", basic(changed)))?;
        self.days(event)?;
        self.text("SUMMARY", &summary(timeline, event))?;
        self.place(event)?;
        self.text("DESCRIPTION", &description(timeline, event))?;
        let categories = std::iter::once(&timeline[event.kind].name).chain(&event.topics);
        let categories: Vec<String> = categories.map(|text| escaped(text.shown())).collect();
        self.line("CATEGORIES", &categories.join(","))?;
        for part in &event.participants {
            let role = timeline[part.role].id.as_str();
            let name = format!("X-PARTICIPANT;X-ROLE={role}");
            self.text(&name, timeline[part.participant].name.shown())?;
        }
        let related = event.related.iter().filter(|&&to| selection.has(to));
        for &to in related {
            let uid = self.uid(&timeline[to]);
            self.line("RELATED-TO;RELTYPE=SIBLING", &uid)?;
        }
        if let Some(url) = first_address(timeline, &event.sources) {
            self.line("URL", &url)?;
        }
        self.line("TRANSP", "TRANSPARENT")?;
        self.line("END", "VEVENT")
    }

    /// The days; the end is the day after the last (§3.6.1), and none where there is none.
    fn days(&mut self, event: &Event) -> io::Result<()> {
        let (first, last) = days::bounds(event);
        let start = first.or(last).unwrap_or_else(|| event.first_day());
        self.line("DTSTART;VALUE=DATE", &basic(start))?;
        let end = last.and_then(|last| last.checked_add_days(Days::new(1)));
        if let Some(end) = end.filter(|end| end.year() <= Date::MAX.year()) {
            self.line("DTEND;VALUE=DATE", &basic(end))?;
        }
        if days::are_known(event) {
            return self.line("STATUS", "CONFIRMED");
        }
        self.text("X-EDTF", &days::edtf(event))?;
        self.line("STATUS", "TENTATIVE")
    }

    fn place(&mut self, event: &Event) -> io::Result<()> {
        let known = event.venue.as_ref().map(|venue| venue.shown().to_owned());
        let known: Vec<String> = known.into_iter().chain(event.whereabouts()).collect();
        if !known.is_empty() {
            self.text("LOCATION", &known.join(", "))?;
        }
        match event.place.map(|at| &self.timeline[at]) {
            Some(place) => self.line("GEO", &format!("{};{}", place.lat, place.lon)),
            None => Ok(()),
        }
    }

    /// The same for an event as long as its id and the timeline's title are the same, so that
    /// importing again replaces and does not double (RFC 5545 §3.8.4.7).
    fn uid(&self, event: &Event) -> String {
        format!("{}@{}.astana", event.id, self.home)
    }

    fn text(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.line(name, &escaped(text))
    }

    /// Writes a line, folded (§3.1): continued behind a break and a blank, which counts as well,
    /// never within a character.
    fn line(&mut self, name: &str, value: &str) -> io::Result<()> {
        let mut rest = format!("{name}:{value}");
        let mut room = LINE;
        while rest.len() > room {
            let at = rest.floor_char_boundary(room);
            let behind = rest.split_off(at);
            write!(self.out, "{rest}\r\n ")?;
            rest = behind;
            room = LINE - 1;
        }
        write!(self.out, "{rest}\r\n")
    }
}

/// A text as a value (§3.3.11): no control character, breaks as `\n`.
fn escaped(text: &str) -> String {
    let text = show(text, Lines::Many);
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// A day in the basic format (§3.3.4).
fn basic(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// A title in plain letters and hyphens, at most 48 of them.
fn home(title: &str) -> String {
    let plain = latin(&fold(title));
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let mut home = words.join("-");
    home.truncate(48);
    match home.trim_end_matches('-') {
        "" => String::from("timeline"),
        home => home.to_owned(),
    }
}

/// Label and title; when, where that is not just the days of the entry.
fn summary(timeline: &Timeline, event: &Event) -> String {
    let name = named(timeline, event);
    if days::are_known(event) {
        name
    } else {
        let dates = range_in_full(&event.start, event.end.as_ref());
        format!("{name} ({dates})")
    }
}

fn description(timeline: &Timeline, event: &Event) -> String {
    let mut parts = Vec::new();
    if !days::are_known(event) {
        let dates = range_in_full(&event.start, event.end.as_ref());
        parts.push(format!(
            "When: {dates}. The calendar shows every day that this may mean."
        ));
    }
    parts.push(event.summary.shown().to_owned());
    let outcomes = event.outcomes.iter();
    let outcomes = outcomes.map(|outcome| outcome.text.shown().to_owned());
    parts.extend(list("Outcomes", outcomes));
    parts.extend(list("Documents", documents(event)));
    parts.extend(list("Participants", participants(timeline, event)));
    parts.extend(list("Quotes", quotes(timeline, event)));
    let doubts = event.doubts.iter();
    let doubts = doubts.map(|doubt| format!("{}: {}", doubt.about.shown(), doubt.text.shown()));
    parts.extend(list("Sources disagree, or do not say", doubts));
    let next = event.next.iter().map(|next| next.shown().to_owned());
    parts.extend(list("Announced as next", next));
    let sources = event.all_sources().into_iter();
    parts.extend(list("Sources", sources.map(|at| source(timeline, at))));
    parts.join("\n\n")
}

/// Lines under a title; nothing if there are none.
fn list(title: &str, lines: impl Iterator<Item = String>) -> Option<String> {
    let lines: Vec<String> = lines.map(|line| format!("\n- {line}")).collect();
    (!lines.is_empty()).then(|| format!("{title}:{}", lines.concat()))
}

fn documents(event: &Event) -> impl Iterator<Item = String> {
    event.documents.iter().map(|document| {
        let url = document.url.as_ref().and_then(address);
        let url = url.map(|url| format!(", {url}")).unwrap_or_default();
        format!("{}{}{url}", document.title.shown(), document.facts())
    })
}

fn participants(timeline: &Timeline, event: &Event) -> impl Iterator<Item = String> {
    event.participants.iter().map(|part| {
        let name = timeline[part.participant].name.shown();
        let role = timeline[part.role].name.shown().to_lowercase();
        let head = part.head.map(|head| &timeline[head].name);
        let led = head.into_iter().chain(timeline.head_title(part));
        let led: Vec<&str> = led.map(Text::shown).collect();
        if led.is_empty() {
            format!("{name}, {role}")
        } else {
            format!("{name}, {role}: {}", led.join(", "))
        }
    })
}

fn quotes(timeline: &Timeline, event: &Event) -> impl Iterator<Item = String> {
    event.quotes.iter().map(|quote| {
        let (name, date) = (timeline[quote.speaker].name.shown(), quote.date.in_full());
        let (text, state) = (quote.text.shown(), quote.state.name());
        match quote.state.form() {
            Form::Direct => format!("{name}, {date}: “{text}” ({state})"),
            Form::Indirect => format!("{name}, {date}: {text} ({state})"),
        }
    })
}

/// Publisher, date, title, address.
fn source(timeline: &Timeline, at: SourceIx) -> String {
    let source = &timeline[at];
    let publisher = source.publisher.as_ref().map(|it| it.shown().to_owned());
    let date = source.date.as_ref().map(Date::in_full);
    let title = Some(source.title.shown().to_owned());
    let known = publisher.into_iter().chain(date).chain(title);
    let known = known.chain(source.url.as_ref().and_then(address));
    known.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Calendar, Timeline, escaped, home};

    fn folded(name: &str, value: &str) -> String {
        let timeline = Timeline::default();
        let mut out = Vec::new();
        let mut calendar = Calendar {
            out: &mut out,
            timeline: &timeline,
            home: String::new(),
        };
        calendar.line(name, value).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn f18_what_has_a_meaning_is_escaped_and_breaks_are_two_letters() {
        assert_eq!(
            escaped("a\\b;c,d\r\ne\u{7}:\"f\""),
            "a\\\\b\\;c\\,d\\ne␇:\"f\""
        );
    }

    #[test]
    fn a_home_is_a_title_in_plain_letters() {
        assert_eq!(home("The Astana process"), "the-astana-process");
        assert_eq!(home("Переговоры: Астана"), "peregovory-astana");
        assert_eq!(home("…"), "timeline");
        assert!(home(&"long title ".repeat(20)).len() <= 48);
    }

    proptest! {
        #[test]
        fn f18_lines_are_folded_at_75_octets_between_characters(text in "[a-zЖ文😀 ]{0,200}") {
            let lines = folded("X", &text);
            let unbroken = lines.strip_suffix("\r\n").unwrap();
            prop_assert!(unbroken.split("\r\n").all(|line| line.len() <= 75));
            prop_assert_eq!(unbroken.replace("\r\n ", ""), format!("X:{text}"));
        }
    }
}
