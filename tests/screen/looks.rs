//! Whole screens, with their styles.

use std::collections::BTreeSet;

use astana::timeline::StatusKind;
use astana::tui::glyphs::{ASCII, UNICODE};
use astana::tui::theme::Palette;
use ratatui::style::Modifier;

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
fn the_help() {
    check("help", "?");
}

/// Each view with the keys that lead to something in it.
const VIEWS: [(&str, &str); 5] = [
    ("timeline", "j j j j j"),
    ("quotes", "j j j j j j 2 tab"),
    ("participants", "3 j l l l l"),
    ("sources", "4 s s g enter n"),
    ("zones", "5 } j j j j j j j j"),
];

#[test]
fn every_view_in_plain_characters_and_without_colour() {
    for (view, keys) in VIEWS {
        for (look, glyphs) in [("ascii", &ASCII), ("mono", &UNICODE)] {
            for (width, height) in [(120, 36), (80, 24), (40, 12)] {
                let mut screen = Screen::builtin_with(width, height, glyphs, Palette::Mono);
                screen.press(keys);
                let name = format!("{view}-{look}-{width}x{height}");
                insta::assert_snapshot!(name, screen.snapshot());
            }
        }
    }
}

/// Symbols and modifiers of all cells: what is left when colours are stripped.
fn stripped(screen: &Screen) -> Vec<(String, Modifier)> {
    let buffer = screen.buffer();
    let cells = buffer.content().iter();
    let cells = cells.map(|cell| (cell.symbol().to_owned(), cell.style().add_modifier));
    cells.collect()
}

#[test]
fn two_states_that_differ_are_told_apart_when_colours_are_stripped() {
    for (glyphs, palette) in [(&UNICODE, Palette::Auto), (&ASCII, Palette::Mono)] {
        for (what, before, then) in [
            ("which event is selected", "", "j"),
            ("which pane has the keys", "", "tab"),
            ("which link is focused", "tab j", "j"),
            ("what the filter hides on the axis", "", "p j o r d enter"),
            ("what is marked in the picker", "p", "space"),
            ("where the hit is", "/ i d l i b enter", "n"),
            ("which quote is selected", "2 tab", "j"),
            ("which cell is selected", "3", "l"),
            ("how sources are sorted", "4", "s"),
            ("which passage is read", "4 s s g enter n", "n"),
            ("what became of the zones", "5 } ", "j j j j j j j j"),
            ("which lane is selected", "L", "j"),
            ("how far the axis is zoomed", "", "+"),
        ] {
            let mut screen = Screen::builtin_with(80, 24, glyphs, palette);
            screen.press(before);
            let earlier = stripped(&screen);
            screen.press(then);
            assert_ne!(earlier, stripped(&screen), "{what}");
        }
    }
}

#[test]
fn the_states_of_quotes_and_zones_have_signs_of_their_own() {
    for glyphs in [&UNICODE, &ASCII] {
        let quotes = [
            glyphs.verified,
            glyphs.refuted,
            glyphs.unverified,
            glyphs.reported,
        ];
        let zones = StatusKind::ALL.map(|kind| glyphs.status(kind));
        for signs in [quotes.as_slice(), zones.as_slice()] {
            let apart: BTreeSet<&str> = signs.iter().copied().collect();
            assert_eq!(apart.len(), signs.len(), "{signs:?}");
        }
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
