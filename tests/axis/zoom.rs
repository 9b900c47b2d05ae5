//! Zooming and panning: the selection stays in its place, and what was zoomed in zooms out again.

use astana::tui::app::App;
use astana::tui::axis::{Scale, Window};
use astana::tui::layout::{areas, axis_areas};
use proptest::prelude::*;

use super::toml;
use crate::screen::Screen;

/// A screen over events in 28 years, some of them close to each other.
fn screen(width: u16) -> Screen {
    let days = (0..60_u32).map(|at| {
        let year = 1995 + at * at % 29;
        format!("start = {year}-{:02}-{:02}", at % 12 + 1, at % 27 + 1)
    });
    Screen::of(&toml(&days.collect::<Vec<_>>()), width, 24)
}

fn width(app: &App) -> usize {
    let areas = axis_areas(app, areas(app).unwrap().axis).unwrap();
    areas.columns.width.into()
}

/// The column of the selected event, beyond the columns if it is out of sight.
fn column(app: &App) -> i64 {
    let (first, _) = app.axis.index.days(app.selected_event().unwrap());
    Scale::new(app.axis.window().unwrap(), width(app)).column(first)
}

fn in_sight(app: &App) -> bool {
    (0..i64::try_from(width(app)).unwrap()).contains(&column(app))
}

/// Whether a window begins and ends within the whole.
fn is_within(window: Window, whole: Window) -> bool {
    window.within(whole) == window
}

fn keys() -> impl Strategy<Value = Vec<&'static str>> {
    let keys = vec![
        "j", "k", "}", "{", "g", "G", "space", "b", "+", "-", "0", "<", ">", "z", "Z", "L",
    ];
    prop::collection::vec(prop::sample::select(keys), 0..24)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn zooming_in_and_out_again_is_the_identity(keys in keys(), width in 20_u16..160, times in 1..5_usize) {
        let mut screen = screen(width);
        screen.press(&keys.join(" "));
        screen.app.notice = None;
        let (before, look) = (screen.app.axis.sight, screen.text());
        let mut done = 0;
        for _ in 0..times {
            let window = screen.app.axis.window();
            screen.press("+");
            done += usize::from(screen.app.axis.window() != window);
        }
        for _ in 0..done {
            screen.press("-");
        }
        prop_assert_eq!(screen.app.axis.sight, before);
        screen.app.notice = None;
        // What is said of a limit takes several rows of a narrow screen, for which the list makes room.
        let rows = if width < 60 { 3 } else { 23 };
        let look: Vec<&str> = look.lines().take(rows).collect();
        let text = screen.text();
        prop_assert_eq!(text.lines().take(rows).collect::<Vec<_>>(), look);
    }

    #[test]
    fn zooming_in_keeps_the_selection_in_its_column(keys in keys(), width in 20_u16..160) {
        let mut screen = screen(width);
        screen.press(&keys.join(" "));
        let (before, was_in_sight) = (column(&screen.app), in_sight(&screen.app));
        screen.press("+");
        if was_in_sight {
            prop_assert_eq!(column(&screen.app), before);
        }
    }

    #[test]
    fn zooming_out_keeps_the_selection_in_its_column_unless_it_reaches_an_end(
        keys in keys(),
        width in 20_u16..160,
    ) {
        let mut screen = screen(width);
        screen.press("+ + +").press(&keys.join(" ")).press("j");
        let (before, was_in_sight) = (column(&screen.app), in_sight(&screen.app));
        screen.press("-");
        let whole = screen.app.axis.index.whole().unwrap();
        let window = screen.app.axis.window().unwrap();
        let at_an_end = [true, false].into_iter().any(|forward| {
            let edge = (0..8).fold(window, |window, _| window.panned(forward)).within(whole);
            edge == window
        });
        if was_in_sight && !at_an_end {
            prop_assert_eq!(column(&screen.app), before);
        }
    }

    #[test]
    fn the_window_stays_within_the_whole_and_follows_a_selection_that_moves(
        keys in keys(),
        width in 20_u16..160,
    ) {
        let mut screen = screen(width);
        for key in keys {
            let (before, was_in_sight) = (screen.app.selected_event(), in_sight(&screen.app));
            screen.press(key);
            let (window, whole) = (screen.app.axis.window().unwrap(), screen.app.axis.index.whole());
            prop_assert!(is_within(window, whole.unwrap()));
            let moved = screen.app.selected_event() != before;
            match key {
                "<" | ">" => prop_assert!(!moved),
                _ if moved || was_in_sight => prop_assert!(in_sight(&screen.app), "{}", key),
                _ => {}
            }
        }
    }
}
