//! The zones view: the map follows the events.

use std::fmt::Write;

use astana::tui::app::View;
use astana::tui::glyphs::{ASCII, UNICODE};
use astana::tui::theme::Palette;
use proptest::prelude::*;

use super::{Screen, THREE_ROUNDS};

fn is_braille(c: char) -> bool {
    ('\u{2800}'..='\u{28ff}').contains(&c)
}

/// The first lines of the screen's left side: where the map stands at 120 columns.
fn map(screen: &Screen) -> String {
    let text = screen.text();
    let lines = text.lines().skip(4).take(22);
    let left = lines.map(|line| line.chars().take(54).collect::<String>());
    left.collect::<Vec<_>>().join("\n")
}

/// [`THREE_ROUNDS`] with a zone at some places, degrees north and east, agreed at the first round.
fn with_zone(places: &[(f64, f64)]) -> String {
    let mut toml = THREE_ROUNDS.to_owned();
    let ids: Vec<String> = (0..places.len()).map(|nth| format!("\"p{nth}\"")).collect();
    for (id, (lat, lon)) in ids.iter().zip(places) {
        write!(
            toml,
            "[[place]]\nid = {id}\nname = \"A town\"\nlat = {lat:.2}\nlon = {lon:.2}\n"
        )
        .unwrap();
    }
    let ids = ids.join(", ");
    write!(
        toml,
        "[[zone]]\nid = \"z\"\nname = \"The ford\"\nplaces = [{ids}]\n\
         [[zone.status]]\ndate = 2017-01-24\nstatus = \"agreed\"\nevent = \"round-01\"\n"
    )
    .unwrap();
    toml
}

#[test]
fn the_legend_says_in_words_what_every_zone_was_at_the_selected_event() {
    let mut screen = Screen::builtin(120, 36);
    let text = screen.press("5").text();
    assert!(
        text.contains("1  Idlib and adjoining districts: not yet proposed"),
        "{text}"
    );
    screen.press("t m e m o r a n d u m - 2 0 1 7 - 0 5 - 0 4 enter 5");
    assert_eq!(screen.selected(), "memorandum-2017-05-04");
    let text = screen.text();
    assert!(
        text.contains("As of 4 May 2017 · Memorandum on de-escalation areas"),
        "{text}"
    );
    assert!(
        text.contains("2◐ Northern Homs: agreed on 4 May 2017"),
        "{text}"
    );
    let text = screen.press("G").text();
    assert!(
        text.contains("4× Southern Syria: ended, 15 May 2018 – 30 July 2018"),
        "{text}"
    );
    assert!(
        text.contains("1! Idlib and adjoining districts: contested since 6"),
        "{text}"
    );
}

#[test]
fn moving_through_the_events_changes_the_zones_and_nothing_else() {
    let mut screen = Screen::builtin(120, 36);
    screen.press("t m e m o r a n d u m - 2 0 1 7 - 0 5 - 0 4 enter 5");
    let agreed = map(&screen);
    let in_force = {
        screen.press("j");
        map(&screen)
    };
    assert_ne!(agreed, in_force);
    assert!(
        agreed.contains("1◐") && in_force.contains("1●"),
        "{agreed}\n{in_force}"
    );
    let outline = |map: &str| {
        let east = map
            .lines()
            .map(|line| line.chars().skip(24).collect::<String>());
        east.collect::<Vec<_>>()
    };
    screen.press("G");
    assert_eq!(
        outline(&agreed),
        outline(&map(&screen)),
        "Syria stays where it is"
    );
    assert_eq!(screen.app.view, View::Zones);
}

#[test]
fn a_year_is_stepped_through_as_in_the_timeline() {
    let mut screen = Screen::builtin(80, 24);
    screen.press("5 } } ");
    assert!(screen.text().contains("2018 ·"), "{}", screen.text());
}

#[test]
fn towns_neighbours_and_the_scale_are_named() {
    let text = Screen::builtin(120, 36).press("5").text();
    for name in [
        "•Aleppo",
        "Damascus",
        "•Deir ez-Zor",
        "Turkey",
        "Iraq",
        "Jordan",
        "Syria",
        " km",
    ] {
        assert!(text.contains(name), "{name}\n{text}");
    }
}

#[test]
fn the_zone_that_is_read_about_stands_out_on_the_map_and_in_the_legend() {
    let mut screen = Screen::builtin(120, 36);
    screen.press("5 G enter j");
    let buffer = screen.buffer();
    let reversed =
        |cell: &ratatui::buffer::Cell| cell.modifier.contains(ratatui::style::Modifier::REVERSED);
    let marked = buffer
        .content
        .iter()
        .filter(|cell| reversed(cell) && cell.symbol() == "1");
    assert_eq!(marked.count(), 2, "{}", screen.snapshot());
}

#[test]
fn the_event_is_marked_where_it_was_if_that_is_on_the_map() {
    let toml = with_zone(&[(33.5, 36.3), (35.9, 36.6)]).replace(
        "summary = \"Jordan came",
        "place = \"p1\"\nsummary = \"Jordan came",
    );
    let toml = toml.replace("places = [\"p0\", \"p1\"]", "places = [\"p0\"]");
    let mut screen = Screen::of(&toml, 120, 36);
    assert!(map(screen.press("5")).contains("•A town"));
    assert!(
        map(screen.press("j")).contains("●A town"),
        "{}",
        screen.text()
    );
}

#[test]
fn a_timeline_without_zones_has_no_such_view() {
    let mut screen = Screen::new(120, 36);
    assert!(!screen.text().contains("Zones"));
    assert!(
        screen
            .press("5")
            .text()
            .contains("this timeline has no zones")
    );
    assert_eq!(screen.app.view, View::Timeline);
}

#[test]
fn a_filter_that_leaves_no_event_says_so() {
    let mut screen = Screen::builtin(120, 36);
    screen.press("5");
    screen.filter("year:1999");
    assert!(
        screen.text().contains("no event fits the filter"),
        "{}",
        screen.text()
    );
}

#[test]
fn a12_the_map_is_drawn_with_plain_characters_on_demand() {
    for (width, height) in [(120, 36), (80, 24), (60, 20), (40, 20)] {
        let mut screen = Screen::builtin_with(width, height, &ASCII, Palette::Mono);
        for keys in ["5", "}", "j j j j j j j j j", "}", "G"] {
            let text = screen.press(keys).text();
            assert!(text.is_ascii(), "{width}x{height} {keys}: {text}");
        }
        assert!(screen.text().contains("1!"), "{}", screen.text());
    }
}

#[test]
fn braille_is_for_the_map_alone() {
    let mut screen = Screen::builtin(120, 36);
    assert!(screen.press("5").text().contains(is_braille));
    for keys in ["1", "enter", "esc 2", "3", "4", "?", "esc p"] {
        let text = screen.press(keys).text();
        assert!(!text.contains(is_braille), "{keys}: {text}");
    }
    screen.press("esc 5");
    screen.resize(40, 12);
    assert!(
        !screen.press("enter").text().contains(is_braille),
        "the history is text"
    );
}

#[test]
fn without_room_for_a_map_the_legend_is_whole() {
    let mut screen = Screen::builtin(40, 12);
    for _ in 0..80 {
        let text = screen.press("5 j").text();
        for zone in ["1", "2", "3", "4"] {
            assert!(
                text.lines()
                    .any(|line| line.starts_with(&format!(" {zone}"))),
                "{text}"
            );
        }
        assert!(!text.contains(is_braille), "{text}");
    }
}

#[test]
fn no_state_rests_on_a_colour() {
    let mut screen = Screen::builtin_with(120, 36, &UNICODE, Palette::Auto);
    let mut mono = Screen::builtin_with(120, 36, &UNICODE, Palette::Mono);
    for keys in ["5", "}", "j j j j j j j j", "}", "G"] {
        assert_eq!(screen.press(keys).text(), mono.press(keys).text());
        assert!(!mono.snapshot().contains("= Cyan"));
    }
}

#[test]
fn zones_at_the_ends_of_the_earth_are_drawn() {
    for places in [
        vec![(90.0, 0.0)],
        vec![(-90.0, 180.0)],
        vec![(0.0, 180.0), (0.0, -180.0)],
        vec![(10.0, 10.0); 5],
        vec![(90.0, -180.0), (-90.0, 180.0)],
        vec![(0.0, -90.0), (0.0, 90.0), (0.0, 0.0), (0.0, 180.0)],
    ] {
        let mut screen = Screen::of(&with_zone(&places), 120, 36);
        let text = screen.press("5").text();
        assert!(text.contains("1◐"), "{places:?}\n{text}");
        assert!(
            text.contains("1◐ The ford: agreed on 24 January 2017"),
            "{text}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_zone_is_drawn_at_any_size(
        places in prop::collection::vec((-90.0_f64..=90.0, -180.0_f64..=180.0), 1..5),
        width in 0_u16..160,
        height in 0_u16..50,
        plain in any::<bool>(),
    ) {
        let mut screen = Screen::of(&with_zone(&places), width, height);
        if plain {
            screen.app.settings.glyphs = &ASCII;
        }
        let text = screen.press("5").text();
        if width >= 40 && height >= 12 {
            prop_assert!(text.contains("The ford: agreed"), "{}", text);
        }
        // Names of countries are as they are written.
        let is_plain = text.chars().all(|c| c.is_ascii() || c.is_alphabetic());
        prop_assert!(!plain || is_plain, "{}", text);
    }
}
