//! What is searched is what is shown: the same paragraphs, counted and highlighted.

use astana::query::Needle;
use astana::text::{Forms, fold};
use astana::tui::document::{self, Ink, Line, Setting, Sheet};
use astana::tui::glyphs::{ASCII, UNICODE};
use astana::tui::rows::Speaker;
use astana::tui::subject::Subject;

use super::Screen;

const NEEDLES: [&str; 10] = [
    "e",
    "ceasefire",
    "Astana",
    "joint statement",
    "лаврентьев",
    "[1",
    "...",
    "– ",
    "de-escalation zones",
    "nothing like it",
];

fn text(lines: &[Line]) -> Vec<String> {
    lines.iter().map(Line::text).collect()
}

/// The highlighted text, without blanks: those at the end of a line go.
fn highlighted(sheet: &Sheet) -> usize {
    let runs = sheet.lines.iter().flat_map(|line| &line.runs);
    let hits = runs.filter(|(_, ink)| matches!(ink, Ink::Hit | Ink::CurrentHit));
    hits.map(|(text, _)| fold(text).replace(' ', "").len())
        .sum()
}

#[test]
fn the_hits_that_are_counted_are_those_that_are_highlighted() {
    let screen = Screen::builtin(80, 24);
    let timeline = &screen.app.timeline;
    for needle in NEEDLES {
        let found = Needle::new(needle, timeline);
        let forms = Forms::typed(needle, found.forms());
        let mut all = 0;
        for event in timeline.event_handles() {
            let glyphs = [&UNICODE, &ASCII][event.index() % 2];
            let plain = Setting::plain(glyphs, 38);
            let setting = Setting {
                forms: Some(&forms),
                ..plain
            };
            let folded = document::event_folded(timeline, event, glyphs);
            let sheet = document::event(timeline, event, setting);
            assert_eq!(forms.count(&folded), sheet.hits.len(), "{needle}");
            let length: usize = forms
                .find(&folded)
                .map(|hit| folded.text()[hit].replace(' ', "").len())
                .sum();
            assert_eq!(highlighted(&sheet), length, "{needle}");
            assert!(sheet.hits.is_sorted(), "{needle}");
            // Highlighting moves nothing.
            let without = document::event(timeline, event, plain);
            assert_eq!(text(&sheet.lines), text(&without.lines));
            all += sheet.hits.len();
        }
        assert_eq!(all == 0, needle == "nothing like it", "{needle}: {all}");
    }
}

#[test]
fn the_hits_in_quotes_and_in_the_names_above_them_are_those_that_are_highlighted() {
    let screen = Screen::builtin(80, 24);
    let timeline = &screen.app.timeline;
    for needle in NEEDLES {
        let found = Needle::new(needle, timeline);
        let forms = Forms::typed(needle, found.forms());
        let setting = Setting {
            forms: Some(&forms),
            ..Setting::plain(&UNICODE, 38)
        };
        for at in timeline.quotes() {
            let folded = document::quote_folded(timeline, at, &UNICODE);
            let sheet = document::quote(timeline, at, setting);
            assert_eq!(forms.count(&folded), sheet.hits.len(), "{needle}");
            let speaker = Speaker::of(timeline, at);
            let folded = document::speaker_folded(timeline, speaker, &UNICODE);
            let sheet = document::speaker(timeline, speaker, setting);
            assert_eq!(forms.count(&folded), sheet.hits.len(), "{needle}");
        }
    }
}

#[test]
fn the_beginning_of_an_event_has_no_more_lines_than_are_asked_for_and_few_more() {
    let screen = Screen::builtin(80, 24);
    let timeline = &screen.app.timeline;
    let forms = Forms::typed("the", &[String::from("the")]);
    let setting = Setting {
        forms: Some(&forms),
        ..Setting::plain(&UNICODE, 60)
    };
    for event in timeline.event_handles() {
        let whole = document::event(timeline, event, setting);
        let beginning = document::page_in_sight(timeline, &Subject::Event(event), 0..10, setting);
        assert!(beginning.lines.len() < 40);
        assert_eq!(beginning.lines, whole.lines[..beginning.lines.len()]);
        assert_eq!(beginning.hits, whole.hits[..beginning.hits.len()]);
    }
}
