//! Rules that hold whatever is pressed at whatever size.

use astana::tui::keymap::{Action, Chord, Key};
use astana::tui::layout::areas;
use astana::tui::message::Msg;
use astana::tui::mouse::{Deed, Mouse};
use proptest::prelude::*;
use ratatui::layout::{Position, Size};

use super::{Screen, THREE_ROUNDS};
use crate::screen::harness::lines;

fn chord() -> impl Strategy<Value = Chord> {
    let named = prop::sample::select(vec![
        Key::Enter,
        Key::Esc,
        Key::Tab,
        Key::Backspace,
        Key::Delete,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::Home,
        Key::End,
        Key::PageUp,
        Key::PageDown,
        Key::F(1),
        Key::F(3),
    ]);
    let letters = prop::sample::select(
        "jkgGb hlpuXE?12345s{}qtürn/N*v,.@!+-0<>L"
            .chars()
            .collect::<Vec<_>>(),
    );
    prop_oneof![named, letters.prop_map(Key::Char)].prop_map(Chord::from)
}

fn mouse() -> impl Strategy<Value = Mouse> {
    let deed = prop::sample::select(vec![
        Deed::Press,
        Deed::Drag,
        Deed::Release,
        Deed::WheelDown,
        Deed::WheelUp,
    ]);
    let mouse = |(x, y, deed)| Mouse {
        at: Position::new(x, y),
        deed,
    };
    (0_u16..140, 0_u16..40, deed).prop_map(mouse)
}

fn message() -> impl Strategy<Value = Msg> {
    prop_oneof![
        12 => chord().prop_map(Msg::Key),
        4 => prop::sample::select(Action::ALL).prop_map(Msg::Do),
        2 => (0_u16..140, 0_u16..40).prop_map(|(width, height)| Msg::Resized(Size { width, height })),
        4 => mouse().prop_map(Msg::Mouse),
        1 => ".{0,20}".prop_map(Msg::Pasted),
        1 => ".{0,20}".prop_map(Msg::Told),
    ]
}

/// [`THREE_ROUNDS`] with a zone, so that there is a map.
fn with_zone() -> String {
    format!(
        "{THREE_ROUNDS}\n[[place]]\nid = \"ford\"\nname = \"Ford\"\nlat = 33.5\nlon = 36.3\n\
         [[zone]]\nid = \"z\"\nname = \"Zone\"\nplaces = [\"ford\"]\n"
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn update_and_view_never_panic_and_the_selection_stays_in_sight(
        messages in prop::collection::vec(message(), 1..40)
    ) {
        let mut screen = Screen::of(&with_zone(), 80, 24);
        for msg in messages {
            screen.send(msg);
            let buffer = screen.buffer();
            let text = lines(&buffer).join("\n");
            prop_assert!(!text.contains(char::is_control) || text.contains('\n'));
            if let Some(event) = screen.app.selected_event() {
                prop_assert!(screen.app.hits.shows(event));
            }
            let list = areas(&screen.app).and_then(|areas| areas.list);
            if list.is_some_and(|list| list.height > 1) && !screen.app.hits.events().is_empty() && screen.app.overlays.is_empty()
                && screen.app.view == astana::tui::app::View::Timeline
            {
                prop_assert!(text.contains('▸'), "{}", text);
            }
            let rows = screen.app.grid().rows().len();
            let is_matrix = screen.app.view == astana::tui::app::View::Participants;
            let is_matrix = is_matrix && list.is_some_and(|list| list.height > 6);
            if rows > 0 && is_matrix && screen.app.overlays.is_empty() {
                prop_assert!(text.contains('▸') && text.contains('▾'), "{}", text);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_way_through_the_embedded_timeline_panics_or_leaves_the_list(
        messages in prop::collection::vec(message(), 1..40)
    ) {
        let mut screen = Screen::builtin(80, 24);
        for msg in messages {
            screen.send(msg);
            screen.buffer();
            if let Some(event) = screen.app.selected_event() {
                prop_assert!(screen.app.hits.shows(event));
            }
        }
    }
}

#[test]
fn b14_every_view_draws_at_every_small_size() {
    for keys in [
        "",
        "enter",
        "2",
        "2 tab",
        "4",
        "4 tab",
        "p",
        "?",
        "E",
        "p i r a n enter",
        "/ a",
        "/ a enter n",
        "2 / h e",
        "*",
        "3",
        "3 G } }",
        "3 & i r",
        "3 @",
        "L",
        "+ +",
        "L + + + >",
        "5",
        "5 tab j",
    ] {
        let mut screen = Screen::of(&with_zone(), 0, 0);
        screen.press(keys);
        for width in 0..42 {
            for height in 0..16 {
                screen.resize(width, height);
                screen.buffer();
            }
        }
    }
}

#[test]
fn under_twenty_by_five_one_line_says_so() {
    for (width, height) in [(19, 5), (20, 4), (30, 2)] {
        let text = Screen::new(width, height).text();
        assert!(text.starts_with("too small"), "{width}x{height}: {text}");
        assert_eq!(text.trim_end().lines().count(), 1);
    }
    assert!(Screen::new(20, 5).text().contains("4/4"));
}

#[test]
fn an_enormous_screen_is_drawn() {
    let mut screen = Screen::builtin(1000, 500);
    assert!(screen.press("j").text().contains("Round 2"));
}
