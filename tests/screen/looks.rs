//! Whole screens, with their styles.

use astana::tui::glyphs::{ASCII, UNICODE};
use astana::tui::theme::Palette;

use super::Screen;

/// Compares the screen after `keys` at four sizes with what was approved.
fn check(name: &str, keys: &str) {
    for (width, height) in [(120, 36), (80, 24), (60, 20), (40, 12), (1, 1)] {
        let mut screen = Screen::builtin(width, height);
        screen.press(keys);
        insta::assert_snapshot!(format!("{name}-{width}x{height}"), screen.snapshot());
    }
}

#[test]
fn the_timeline() {
    check("timeline", "j j j j");
}

#[test]
fn the_axis_as_lanes() {
    check("lanes", "j j j j L +");
}

#[test]
fn the_detail_with_the_keys() {
    check("detail", "} j enter pgdn");
}

#[test]
fn the_quotes() {
    check("quotes", "j j j j j j 2 tab");
}

#[test]
fn the_participants() {
    check("participants", "3 j l l l l");
}

#[test]
fn the_sources() {
    check("sources", "4 j j");
}

#[test]
fn a_source_with_what_is_quoted_of_it() {
    check("source-text", "4 s s g enter n");
}

#[test]
fn a_filter_with_its_picker() {
    check("picker", "p u n i t e d enter p j o");
}

#[test]
fn a_filtered_timeline() {
    check("filtered", "p j o r d enter");
}

#[test]
fn a_search_that_is_typed() {
    check("search-typed", "j j / l a v r e n t y e v");
}

#[test]
fn a_search_that_is_kept() {
    check("search-kept", "j j 2 / i d l i b enter n");
}

#[test]
fn the_zones() {
    check("zones", "5 } j j j j j j j j");
}

#[test]
fn the_zones_with_their_history() {
    check("zones-history", "5 } } j j enter j pgdn");
}

#[test]
fn the_zones_without_braille_and_without_colour() {
    for (width, height) in [(120, 36), (80, 24), (60, 20), (40, 12)] {
        for (name, glyphs) in [("ascii", &ASCII), ("mono", &UNICODE)] {
            let mut screen = Screen::builtin_with(width, height, glyphs, Palette::Mono);
            screen.press("5 } j j j j j j j j");
            insta::assert_snapshot!(format!("zones-{name}-{width}x{height}"), screen.snapshot());
        }
    }
}

#[test]
fn the_help() {
    check("help", "?");
}

#[test]
fn plain_characters() {
    for (width, height) in [(120, 36), (80, 24), (40, 12)] {
        let mut screen = Screen::builtin_with(width, height, &ASCII, Palette::Mono);
        screen.press("j j j j j");
        insta::assert_snapshot!(format!("ascii-{width}x{height}"), screen.snapshot());
    }
}

#[test]
fn the_participants_in_plain_characters() {
    for (width, height) in [(120, 36), (80, 24), (60, 20), (40, 12)] {
        let mut screen = Screen::builtin_with(width, height, &ASCII, Palette::Mono);
        screen.filter("kind:round,summit");
        screen.press("3 j l l l l");
        let name = format!("participants-ascii-{width}x{height}");
        insta::assert_snapshot!(name, screen.snapshot());
    }
}

#[test]
fn plain_characters_of_sources() {
    for (width, height) in [(120, 36), (80, 24), (60, 20), (40, 12)] {
        let mut screen = Screen::builtin_with(width, height, &ASCII, Palette::Mono);
        screen.press("4 s s g enter n");
        let name = format!("ascii-source-text-{width}x{height}");
        insta::assert_snapshot!(name, screen.snapshot());
    }
}

#[test]
fn without_colour_every_state_is_still_there() {
    for keys in [
        "j j j",
        "2 tab",
        "3 j",
        "4",
        "p",
        "p u n i space",
        "?",
        "p j o enter",
    ] {
        let mut screen = Screen::builtin_with(80, 24, &UNICODE, Palette::Auto);
        let mut mono = Screen::builtin_with(80, 24, &UNICODE, Palette::Mono);
        screen.press(keys);
        mono.press(keys);
        assert_eq!(screen.text(), mono.text());
        let snapshot = mono.snapshot();
        for colour in ["Cyan", "Green", "Red", "Magenta", "Yellow", "Blue"] {
            assert!(
                !snapshot.contains(&format!("= {colour}")),
                "{keys}: {snapshot}"
            );
        }
        assert!(
            screen.text().contains('▸'),
            "{keys}: the selection has a mark\n{}",
            screen.text()
        );
    }
}

#[test]
fn plain_characters_are_plain_but_for_names() {
    let mut screen = Screen::builtin_with(80, 24, &ASCII, Palette::Mono);
    for keys in [
        "j", "enter G", "esc 2", "tab", "4", "tab", "p", "esc ?", "esc E", "esc 3",
    ] {
        let text = screen.press(keys).text();
        let strange = text.chars().find(|c| !c.is_ascii() && !c.is_alphabetic());
        assert_eq!(strange, None, "{keys}: {text}");
    }
}
