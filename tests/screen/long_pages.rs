//! Pages on which hundreds of facts stand: what is asked for is set from a milestone on, and is the same.

use std::fmt::Write;

use astana::text::Forms;
use astana::timeline::{ParticipantIx, PersonIx, SourceIx, Timeline};
use astana::tui::app::View;
use astana::tui::document::{
    Folding, Lengths, Line, Setting, Sought, is_uncounted, page, page_count_on, page_in_sight,
    page_outline, source_folded,
};
use astana::tui::glyphs::UNICODE;
use astana::tui::subject::Subject;
use astana::tui::update::is_work_left;

use super::{Screen, THREE_ROUNDS};

/// So many meetings more, each with a delegation and every third with a quote, all on one source.
const MEETINGS: usize = 200;

fn talks() -> String {
    let mut toml = THREE_ROUNDS.to_owned();
    for nth in 0..MEETINGS {
        let words = "and so on ".repeat(nth % 7);
        let day = 1 + nth % 28;
        write!(
            toml,
            r#"
[[event]]
id = "meeting-{nth}"
kind = "round"
title = "Meeting {nth} {words}"
start = 2019-03-{day:02}
summary = "They met."
topics = ["ceasefire"]
sources = ["herald"]
participants = [{{ id = "iran", role = "guarantor", head = "ansari", sources = ["herald"] }}]
"#
        )
        .unwrap();
        if nth % 3 == 0 {
            write!(
                toml,
                r#"
[[event.quote]]
speaker = "ansari"
form = "indirect"
text = "He spoke {words}on the talks."
sources = ["herald"]
"#
            )
            .unwrap();
        }
    }
    toml
}

fn screen() -> Screen {
    Screen::of(&talks(), 100, 30)
}

/// Every page of such talks that is long.
fn long_pages(timeline: &Timeline) -> Vec<Subject> {
    let source = timeline
        .sources()
        .iter()
        .position(|it| it.id.as_str() == "herald");
    let iran = timeline
        .participants()
        .iter()
        .position(|it| it.id.as_str() == "iran");
    let ansari = timeline
        .people()
        .iter()
        .position(|it| it.id.as_str() == "ansari");
    vec![
        Subject::Source(SourceIx::new(source.unwrap())),
        Subject::Participant(ParticipantIx::new(iran.unwrap())),
        Subject::Person(PersonIx::new(ansari.unwrap())),
        Subject::Topic("ceasefire".into()),
    ]
}

/// Counts a page to its end, as is done while nothing else happens.
fn count(timeline: &Timeline, of: &Subject, setting: Setting<'_>) {
    page_in_sight(timeline, of, 0..20, setting);
    assert!(is_uncounted(of, &setting));
    while is_uncounted(of, &setting) {
        page_count_on(timeline, of, setting);
    }
}

fn text(lines: &[Line]) -> Vec<String> {
    lines.iter().map(Line::text).collect()
}

#[test]
fn every_part_of_a_long_page_is_what_it_is_on_the_whole_page() {
    let screen = screen();
    let timeline = &screen.app.timeline;
    let forms = Forms::typed("on the", &["on the".into()]);
    for of in long_pages(timeline) {
        for forms in [None, Some(&forms)] {
            let plain = Setting {
                forms,
                ..Setting::plain(&UNICODE, 60)
            };
            let whole = page(timeline, &of, plain);
            let lengths = Lengths::default();
            let setting = Setting {
                lengths: Some(&lengths),
                ..plain
            };
            count(timeline, &of, setting);
            for from in (0..whole.lines.len()).step_by(53) {
                let until = (from + 30).min(whole.lines.len());
                let part = page_in_sight(timeline, &of, from..until, setting);
                let lines = &part.lines_from(from)[..until - from];
                assert_eq!(lines, &whole.lines[from..until], "{of:?} {from}");
                let part = page_outline(timeline, &of, (Sought::Line(from), until), setting);
                for (at, link) in part.numbered_links() {
                    assert_eq!(Some(link), whole.links.get(at));
                }
                assert_eq!(part.links_before(from), whole.links_before(from));
                assert_eq!(part.hits_before(from), whole.hits_before(from));
            }
            for hit in (0..whole.hits.len()).step_by(17) {
                let part = page_outline(timeline, &of, (Sought::Hit(hit), usize::MAX), setting);
                assert_eq!(part.hit(hit), whole.hit(hit));
            }
            let end = page_outline(timeline, &of, (Sought::End, usize::MAX), setting);
            assert_eq!(end.length(), whole.length());
            assert!(end.link(0).is_none(), "the beginning is left out");
            assert!(text(&whole.lines).len() > MEETINGS);
        }
    }
}

#[test]
fn a_long_page_is_the_same_for_a_search_in_however_many_parts_it_is_folded() {
    let screen = screen();
    let timeline = &screen.app.timeline;
    if let Some(&Subject::Source(at)) = long_pages(timeline).first() {
        let fold_on = |before, more| source_folded(timeline, at, &UNICODE, (before, more));
        let whole = fold_on(Folding::default(), usize::MAX);
        assert!(!whole.is_part());
        let whole = whole.into_text();
        for more in [0, 100, 5000] {
            let mut folding = fold_on(Folding::default(), more);
            let mut parts = 1;
            while folding.is_part() {
                folding = fold_on(folding, more);
                parts += 1;
            }
            assert!(parts > 3, "{parts}");
            assert!(folding.into_text() == whole, "{more}");
        }
    }
}

/// Draws the screen, and lets the app do what it left for later.
fn draw_and_rest(screen: &mut Screen) -> String {
    let text = screen.text();
    while is_work_left(&screen.app) {
        screen.pause();
    }
    text
}

#[test]
fn a_long_page_is_counted_while_nothing_else_happens() {
    let mut screen = screen();
    screen.press("4 j enter");
    assert!(!is_work_left(&screen.app), "it has not been drawn yet");
    screen.text();
    assert!(is_work_left(&screen.app));
    draw_and_rest(&mut screen);
    screen.press("j");
    screen.text();
    assert!(!is_work_left(&screen.app));
}

#[test]
fn keys_on_a_long_page_do_the_same_whether_it_was_counted_or_not() {
    for (open, view) in [
        ("4 j enter", View::Sources),
        ("4 j enter / m e e t i n g enter", View::Sources),
        (
            "g enter down down down down down down enter",
            View::Timeline,
        ),
    ] {
        let (mut hasty, mut patient) = (screen(), screen());
        hasty.press(open);
        patient.press(open);
        assert_eq!(patient.app.view, view);
        let is_long = draw_and_rest(&mut patient).contains("Meeting 0");
        assert!(is_long, "{}", patient.text());
        let keys =
            "G up up pgup n down down N g pgdn pgdn down n n G down k k enter alt-left G pgup";
        for key in keys.split(' ') {
            hasty.app.lengths = Lengths::default();
            hasty.press(key);
            patient.press(key);
            assert_eq!(hasty.text(), draw_and_rest(&mut patient), "{open} {key}");
        }
    }
}
