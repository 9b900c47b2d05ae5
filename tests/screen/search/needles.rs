//! What is looked for, and how it is shown.

use astana::tui::document::{self, Setting};
use astana::tui::glyphs::UNICODE;
use astana::tui::message::Msg;
use astana::tui::theme::Palette;

use super::{current, hits, search_line, type_in};
use crate::screen::Screen;

#[test]
fn a_capital_respects_case_and_names_are_found_however_they_are_written() {
    for (needle, standing) in [
        ("iran", "1/"),
        ("IRAN", "no hits"),
        ("Iran", "1/"),
        ("onal", "1/"),
        ("ÖNAL", "no hits"),
        ("türkiye", "1/"),
        ("анкара", "no hits"),
        ("ансари", "1/"),
    ] {
        let mut screen = Screen::new(100, 24);
        screen.press("/");
        type_in(&mut screen, needle);
        assert!(
            search_line(&screen).contains(standing),
            "{needle}: {}",
            screen.text()
        );
    }
}

#[test]
fn e9_what_is_typed_means_itself() {
    for needle in [".*", "[a-z]+", "(a+)+$", "\\", "m.t", "^The", "met|watch"] {
        let mut screen = Screen::new(100, 24);
        screen.press("/");
        type_in(&mut screen, needle);
        assert!(
            search_line(&screen).ends_with("no hits"),
            "{needle}: {}",
            screen.text()
        );
    }
    let mut screen = Screen::new(100, 24);
    screen.press("/");
    type_in(&mut screen, "[1");
    assert!(search_line(&screen).contains("1/"), "{}", screen.text());
}

#[test]
fn without_colour_hits_are_there_and_the_current_one_is_told_apart() {
    for keys in ["/ a s t a n a", "2 / h e space"] {
        let mut mono = Screen::builtin_with(100, 24, &UNICODE, Palette::Mono);
        mono.press(keys);
        assert!(!hits(&mono).is_empty(), "{}", mono.text());
        assert!(!current(&mono).is_empty(), "{}", mono.text());
        let marks = |ink| astana::tui::theme::Theme::new(Palette::Mono).style(ink);
        assert_ne!(marks(document::Ink::Hit), marks(document::Ink::CurrentHit));
    }
}

#[test]
fn hits_are_highlighted_in_the_list() {
    let mut screen = Screen::new(60, 30);
    screen.press("/ a s t a n a enter");
    let rows = hits(&screen).iter().filter(|hit| *hit == "Astana").count();
    assert!(rows >= 3, "{}", screen.snapshot());
}

#[test]
fn e9_e10_hostile_needles_are_searched_and_shown() {
    let long = "ceasefire ".repeat(400);
    for needle in [
        "👨\u{200d}👩\u{200d}👧",
        "e\u{301}",
        "\u{301}\u{301}",
        "\u{202e}evil",
        "ﷺ",
        "한국어",
        " ",
        "\u{200b}",
        long.as_str(),
    ] {
        for (width, height) in [(100, 24), (40, 12), (20, 5)] {
            let mut screen = Screen::new(width, height);
            screen.press("/").send(Msg::Pasted(needle.to_owned()));
            let text = screen.text();
            assert!(!text.contains('\u{202e}'), "{text}");
            screen.press("enter n N");
            screen.text();
            screen.press("2 n 1 n *");
            screen.text();
        }
    }
}

#[test]
fn the_detail_with_a_search_is_set_as_the_one_without() {
    let mut screen = Screen::builtin(60, 20);
    screen.press("/ t h e enter");
    let event = screen.app.selected_event().unwrap();
    let plain = document::event(&screen.app.timeline, event, Setting::plain(&UNICODE, 58));
    let lines = screen.text();
    assert!(lines.contains(&plain.lines[0].text()), "{lines}");
}
