//! Moving about, and what is selected.

use astana::tui::message::Effect;

use super::Screen;

#[test]
fn j_and_the_arrow_go_to_the_next_event_and_stop_at_the_last() {
    let mut screen = Screen::new(80, 24);
    assert_eq!(screen.selected(), "round-01");
    assert_eq!(screen.press("j down").selected(), "summit-2018");
    assert_eq!(screen.press("j j j").selected(), "round-03");
    assert_eq!(screen.press("k up").selected(), "round-02");
}

#[test]
fn first_last_and_pages_stay_inside_the_list() {
    let mut screen = Screen::builtin(80, 24);
    let first = screen.selected();
    let last = screen.press("G").selected();
    assert_eq!(screen.press("j").selected(), last);
    assert_eq!(screen.press("g").selected(), first);
    assert_eq!(screen.press("k").selected(), first);
    assert_eq!(screen.press("end pgup").press("home").selected(), first);
    screen.press("space");
    assert_ne!(screen.selected(), first);
    assert_eq!(screen.press("b").selected(), first);
}

#[test]
fn braces_go_by_year() {
    let mut screen = Screen::new(80, 24);
    assert_eq!(screen.press("}").selected(), "summit-2018");
    assert_eq!(screen.press("j {").selected(), "summit-2018");
    assert_eq!(screen.press("{").selected(), "round-01");
    screen.press("{");
    assert!(
        screen.text().contains("no event in a year beyond this one"),
        "{}",
        screen.text()
    );
}

#[test]
fn the_selected_row_is_always_in_sight_with_its_year() {
    for (width, height) in [(120, 36), (80, 24), (60, 20), (40, 12), (20, 5)] {
        let mut screen = Screen::builtin(width, height);
        for key in ["j"; 30].into_iter().chain(["k"; 30]) {
            let line = screen.press(key).selected_line();
            // As much of the label as every list has room for.
            let label: String = screen.selected_label().chars().take(12).collect();
            // The narrowest screens cut the label, never the mark.
            assert!(!line.is_empty(), "{width}x{height}: {}", screen.text());
            if width >= 40 {
                assert!(line.contains(&label), "{width}x{height}: {line}");
            }
        }
    }
}

#[test]
fn under_sixty_columns_enter_opens_the_detail_and_escape_returns() {
    let mut screen = Screen::new(40, 12);
    assert!(screen.text().contains("15 Feb"));
    let detail = screen.press("enter").text();
    assert!(detail.contains("Round 1 · First meeting"), "{detail}");
    assert!(!detail.contains("15 Feb"), "{detail}");
    assert!(screen.press("esc").text().contains("15 Feb"));
}

#[test]
fn the_detail_scrolls_to_its_end_and_no_further() {
    let mut screen = Screen::new(80, 24);
    screen.press("tab G");
    let end = screen.text();
    assert!(end.contains("https://example.org/talks"), "{end}");
    assert_eq!(screen.press("j j pgdn").text(), end);
    assert!(screen.press("g").text().contains("Round 1 · First meeting"));
}

#[test]
fn the_selection_survives_views_and_sizes() {
    let mut screen = Screen::new(120, 36);
    screen.press("j j j 2 1");
    assert_eq!(screen.selected(), "round-03");
    for (width, height) in [(40, 12), (80, 24), (1, 1), (0, 0), (120, 36)] {
        screen.resize(width, height);
        assert_eq!(screen.selected(), "round-03");
    }
    assert!(screen.selected_line().contains("Round 3"));
}

#[test]
fn q_closes_what_is_open_and_then_the_program() {
    let mut screen = Screen::new(80, 24);
    screen.press("E");
    assert!(screen.text().contains("Problems"), "{}", screen.text());
    screen.press("q");
    assert_eq!(screen.effect, None);
    screen.press("q");
    assert_eq!(screen.effect, Some(Effect::Quit));
}

#[test]
fn a_key_without_meaning_says_where_the_keys_are_shown() {
    let mut screen = Screen::new(80, 24);
    assert!(
        screen
            .press("%")
            .text()
            .contains("`%` does nothing here; ? shows every key")
    );
    assert!(!screen.press("j").text().contains("does nothing"));
}

#[test]
fn help_narrows_as_one_types_and_enter_runs_what_is_selected() {
    let mut screen = Screen::new(80, 24);
    let all = screen.press("?").text();
    assert!(
        all.contains("Move") && all.contains("go to the next row"),
        "{all}"
    );
    screen.press("q u o t e s");
    let some = screen.text();
    assert!(some.contains("show the quotes, by speaker"), "{some}");
    assert!(!some.contains("go to the next row"), "{some}");
    assert!(screen.press("enter").text().contains("›2 Quotes"));
}

#[test]
fn control_z_suspends_and_control_l_redraws() {
    let mut screen = Screen::new(80, 24);
    screen.press("ctrl-z");
    assert_eq!(screen.effect, Some(Effect::Suspend));
    screen.press("ctrl-l");
    assert_eq!(screen.effect, Some(Effect::Redraw));
    screen.press("p ctrl-c");
    assert_eq!(screen.effect, Some(Effect::Quit));
}
