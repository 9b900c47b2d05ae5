//! The filter: always in sight, never losing the reader's place.

use super::Screen;

#[test]
fn the_picker_filters_by_the_row_it_stands_on() {
    let mut screen = Screen::new(80, 24);
    let text = screen.press("p j o r d enter").text();
    assert!(text.contains("participant:jordan ×"), "{text}");
    assert!(text.contains("2 of 4 events"), "{text}");
    assert!(!text.contains("Summit"), "{text}");
}

#[test]
fn space_marks_several_and_tab_asks_for_all_of_them() {
    let mut screen = Screen::new(80, 24);
    screen.press("p t u r space backspace backspace backspace j o r space");
    assert!(
        screen.text().contains("2 marked, any of the marked"),
        "{}",
        screen.text()
    );
    let any = screen.press("enter").text();
    assert!(
        any.contains("participant:turkey,jordan ×") && any.contains("4 of 4 events"),
        "{any}"
    );
    let all = screen.press("p tab enter").text();
    assert!(
        all.contains("participant:turkey × ") && all.contains("participant:jordan ×"),
        "{all}"
    );
    assert!(all.contains("1 of 4 events"), "{all}");
}

#[test]
fn names_are_found_by_alias_and_without_accents() {
    let mut screen = Screen::new(80, 24);
    let text = screen.press("p t u r k i y e").text();
    assert!(
        text.contains("Turkey") && !text.contains("Jordan"),
        "{text}"
    );
}

#[test]
fn every_entry_says_how_much_it_would_show() {
    let mut screen = Screen::new(80, 24);
    let text = screen.press("p").text();
    assert!(text.contains("IRN  Iran"), "{text}");
    assert!(
        text.lines()
            .any(|line| line.contains("Jordan") && line.contains("2 events")),
        "{text}"
    );
    assert!(
        text.lines()
            .any(|line| line.contains("United Nations") && line.contains("1 event")),
        "{text}"
    );
}

#[test]
fn a_hidden_selection_gives_way_to_the_nearest_event_and_comes_back() {
    let mut screen = Screen::new(80, 24);
    screen.press("j j");
    assert_eq!(screen.selected(), "summit-2018");
    screen.press("p j o r d enter");
    assert_eq!(screen.selected(), "round-03");
    screen.press("backspace");
    assert_eq!(screen.selected(), "summit-2018");
}

#[test]
fn backspace_drops_the_last_part_x_all_and_u_brings_them_back() {
    let mut screen = Screen::new(80, 24);
    screen.filter("participant:iran participant:jordan");
    assert!(screen.text().contains("2 of 4 events"), "{}", screen.text());
    screen.press("backspace");
    assert!(screen.text().contains("participant:iran ×") && !screen.text().contains("jordan ×"));
    screen.press("X");
    assert!(screen.text().contains("4 of 4 events"), "{}", screen.text());
    screen.press("u");
    assert!(
        screen.text().contains("participant:iran ×"),
        "{}",
        screen.text()
    );
    screen.press("u");
    assert!(
        screen.text().contains("participant:jordan ×"),
        "{}",
        screen.text()
    );
}

#[test]
fn escape_never_drops_a_filter() {
    let mut screen = Screen::new(80, 24);
    screen.filter("participant:jordan");
    assert!(
        screen
            .press("esc esc p esc esc")
            .text()
            .contains("participant:jordan ×")
    );
}

#[test]
fn an_empty_list_says_which_key_fills_it_again() {
    let mut screen = Screen::new(80, 24);
    screen.filter("participant:jordan participant:un");
    let text = screen.text();
    assert!(text.contains("0 of 4 events"), "{text}");
    for said in [
        "no event fits the filter",
        "without participant:jordan there would be",
        "Backspace drops participant:un, X the whole filter",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    screen.press("j k G g space enter tab 2 1 backspace");
    assert!(screen.text().contains("2 of 4 events"), "{}", screen.text());
}

#[test]
fn one_filter_holds_in_every_view() {
    let mut screen = Screen::new(80, 24);
    screen.filter("participant:turkey");
    let text = screen.press("2").text();
    assert!(
        text.contains("1 of 3 quotes") && text.contains("participant:turkey ×"),
        "{text}"
    );
    assert!(
        text.contains("Sedat Önal") && !text.contains("Ansari"),
        "{text}"
    );
}

#[test]
fn more_chips_than_fit_are_counted() {
    let mut screen = Screen::new(40, 12);
    screen.filter("participant:iran participant:turkey participant:jordan");
    assert!(
        screen.text().contains("filter: participant:iran ×  +2"),
        "{}",
        screen.text()
    );
}
