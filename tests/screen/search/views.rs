//! Searching in the views besides events and quotes.

use astana::query::Needle;
use astana::text::Forms;
use astana::tui::document::{self, Folding, Setting};
use astana::tui::glyphs::UNICODE;
use astana::tui::subject::Subject;

use super::{Screen, current, hits, type_in};

#[test]
fn among_sources_their_pages_and_texts_are_searched() {
    let mut screen = Screen::builtin(120, 36);
    screen.press("4 /");
    type_in(&mut screen, "kazinform");
    screen.press("enter");
    let is_current = |screen: &Screen| current(screen).contains(&String::from("Kazinform"));
    assert!(is_current(&screen), "{}", screen.text());
    let first = screen.app.selected_source();
    assert!(!hits(&screen).is_empty());
    screen.press("n n n n n n");
    assert_ne!(screen.app.selected_source(), first);
    assert!(
        current(&screen)
            .iter()
            .any(|it| it.to_lowercase().contains("kazinform"))
    );
}

#[test]
fn a_hit_in_the_text_of_a_source_is_scrolled_into_sight() {
    for (width, height) in [(120, 36), (80, 24), (40, 12)] {
        let mut screen = Screen::builtin(width, height);
        screen.press("4 /");
        type_in(&mut screen, "to resolve this acute crisis");
        screen.press("enter");
        let shown = current(&screen).join(" ");
        assert!(shown.contains("crisis"), "{}", screen.text());
    }
}

#[test]
fn the_history_of_the_zones_is_searched() {
    let mut screen = Screen::builtin(120, 36);
    screen.press("5 /");
    type_in(&mut screen, "aggression");
    screen.press("enter");
    let aggression = String::from("aggression");
    assert!(current(&screen).contains(&aggression));
    assert!(screen.text().contains("/aggression 1/2"));
    screen.press("esc");
    assert!(!current(&screen).contains(&aggression));
}

#[test]
fn the_hits_that_are_counted_in_sources_and_zones_are_those_that_are_shown() {
    let screen = Screen::builtin(80, 24);
    let timeline = &screen.app.timeline;
    for needle in ["de-escalation", "the", "[1", "лаврентьев"] {
        let found = Needle::new(needle, timeline);
        let forms = Forms::typed(needle, found.forms());
        let setting = Setting {
            forms: Some(&forms),
            ..Setting::plain(&UNICODE, 60)
        };
        for at in (0..timeline.sources().len()).step_by(13) {
            let at = astana::timeline::SourceIx::new(at);
            let all = (Folding::default(), usize::MAX);
            let folded = document::source_folded(timeline, at, &UNICODE, all).into_text();
            let sheet = document::page(timeline, &Subject::Source(at), setting);
            assert_eq!(forms.count(&folded), sheet.hits.len(), "{needle}");
        }
        let event = timeline.event_handles().nth(40).unwrap();
        let folded = document::zones_folded(timeline, event, &UNICODE);
        let sheet = document::page(timeline, &Subject::Zones(event), setting);
        assert_eq!(forms.count(&folded), sheet.hits.len(), "{needle}");
    }
}
