//! Going to a place by its name, along a thread, and back to where one was.

use super::Screen;

#[test]
fn t_goes_to_a_date_a_number_an_id_or_a_label() {
    for (typed, event) in [
        ("2018", "summit-2018"),
        ("2018-05", "round-03"),
        ("2017-01-24", "round-01"),
        ("2 4 space j a n space 2 0 1 7", "round-01"),
        ("f e b space 2 0 1 7", "round-02"),
        ("3", "round-03"),
        ("round-02", "round-02"),
        ("ROUND-02", "round-02"),
        ("r o u n d space 3", "round-03"),
        ("2030", "round-03"),
    ] {
        let mut screen = Screen::new(80, 24);
        let keys = if typed.contains(' ') {
            typed.to_owned()
        } else {
            let keys: Vec<String> = typed.chars().map(String::from).collect();
            keys.join(" ")
        };
        screen.press("t").press(&keys).press("enter");
        assert_eq!(screen.selected(), event, "{typed}");
    }
}

#[test]
fn where_t_leads_is_shown_while_it_is_typed() {
    let mut screen = Screen::new(80, 24);
    let text = screen.press("t 3").text();
    assert!(
        text.contains("Go to: 3") && text.contains("Round 3 · "),
        "{text}"
    );
    let text = screen.press("backspace x x").text();
    assert!(
        text.contains("nothing of that date, number or id"),
        "{text}"
    );
    let text = screen.press("enter").text();
    assert!(text.contains("`xx` is no date, number or id"), "{text}");
    assert!(!screen.press("esc").text().contains("Go to:"));
}

#[test]
fn an_event_that_the_filter_hides_is_said_to_be() {
    let mut screen = Screen::new(80, 24);
    screen.filter("kind:summit");
    let text = screen.press("t r o u n d - 0 1 enter").text();
    assert!(text.contains("the filter hides Round 1"), "{text}");
    assert_eq!(screen.selected(), "summit-2018");
    screen.press("X");
    assert_eq!(screen.selected(), "round-01");
}

#[test]
fn a_full_stop_and_a_comma_go_along_a_kind() {
    let mut screen = Screen::new(80, 24);
    assert_eq!(screen.press(". .").selected(), "round-03");
    let text = screen.press(".").text();
    assert!(text.contains("there is no round after this one"), "{text}");
    assert_eq!(screen.press(",").selected(), "round-02");
}

#[test]
fn going_back_restores_selection_view_scroll_and_filter() {
    let mut screen = Screen::new(80, 24);
    screen.press("t r o u n d - 0 2 enter enter j j");
    let before = screen.text();
    screen.press("p j o r d enter 2");
    assert!(screen.text().contains("›2 Quotes"));
    screen.press("ctrl-o");
    assert!(
        screen.text().contains("participant:jordan"),
        "{}",
        screen.text()
    );
    screen.press("alt-left");
    assert_eq!(screen.text(), before);
    screen.press("alt-right");
    assert!(
        screen.text().contains("participant:jordan"),
        "{}",
        screen.text()
    );
    screen.press("alt-right");
    assert!(screen.text().contains("›2 Quotes"), "{}", screen.text());
    let text = screen.press("alt-right").text();
    assert!(text.contains("there is no place after this one"), "{text}");
}

#[test]
fn a_quote_leads_to_its_event_and_back() {
    let mut screen = Screen::new(80, 24);
    screen.press("2 enter");
    let before = screen.text();
    screen.press("enter");
    assert!(screen.text().contains("›1 Timeline"));
    assert_eq!(screen.press("ctrl-o").text(), before);
}
