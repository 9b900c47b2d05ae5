//! Asking: the filter typed, chosen from all fields, taken from what is selected.

use super::Screen;

#[test]
fn a_filter_is_typed_and_filters_as_one_types() {
    let mut screen = Screen::new(100, 24);
    let text = screen.press("& k i n d : s u m m i t").text();
    assert!(text.contains("Filter: kind:summit"), "{text}");
    assert!(text.contains("1 of 4 events"), "{text}");
    let kept = screen.press("enter").text();
    assert!(
        kept.contains("filter: kind:summit ×") && !kept.contains("Filter:"),
        "{kept}"
    );
    assert_eq!(screen.selected(), "summit-2018");
    // One step of undo brings back what there was before the line was opened.
    assert!(screen.press("u").text().contains("4 of 4 events"));
}

#[test]
fn escape_puts_the_filter_back_as_it_was() {
    let mut screen = Screen::new(100, 24);
    screen.filter("participant:jordan");
    let text = screen.press("& k i n d : s u m m i t esc").text();
    assert!(
        text.contains("participant:jordan ×") && text.contains("2 of 4 events"),
        "{text}"
    );
    assert!(!text.contains("kind:summit"), "{text}");
}

#[test]
fn the_last_good_filter_stays_while_there_is_a_mistake() {
    let mut screen = Screen::new(100, 24);
    let text = screen.press("& k i n d : s u m m i t x").text();
    assert!(text.contains("there is no kind `summitx`"), "{text}");
    assert!(text.contains("1 of 4 events"), "{text}");
}

#[test]
fn a_field_that_is_being_typed_is_not_looked_for_as_a_word() {
    let mut screen = Screen::new(100, 24);
    for key in "k i n d".split(' ') {
        let text = screen.press(if key == "k" { "& k" } else { key }).text();
        assert!(text.contains("4 of 4 events"), "{text}");
    }
    // Any other word is, and so is this one once it is meant.
    assert!(screen.press("x").text().contains("0 of 4 events"));
    assert!(
        screen
            .press("backspace enter")
            .text()
            .contains("filter: kind ×")
    );
}

#[test]
fn a_mistake_is_marked_where_it_stands() {
    let mut screen = Screen::new(100, 24);
    screen.press("& k i n d : r o u n d enter & k n i d : x");
    let text = screen.text();
    let marks = text.lines().find(|line| line.contains("^^^^")).unwrap();
    let line = text.lines().find(|line| line.contains("Filter: ")).unwrap();
    assert_eq!(marks.find('^'), line.find("knid"), "{text}");
    assert!(
        text.contains("there is no field `knid`; did you mean `kind:`?"),
        "{text}"
    );
    let refused = screen.press("enter").text();
    assert!(refused.contains("this cannot be read yet"), "{refused}");
    assert!(refused.contains("Filter: kind:round knid:x"), "{refused}");
}

#[test]
fn tab_completes_fields_and_values_with_counts() {
    let mut screen = Screen::new(100, 24);
    let text = screen.press("& p a r t").text();
    assert!(text.contains("participant:"), "{text}");
    let text = screen.press("tab").text();
    assert!(text.contains("Filter: participant:"), "{text}");
    let text = screen.press("i").text();
    assert!(text.contains("iran 4"), "{text}");
    assert!(
        screen
            .press("tab")
            .text()
            .contains("Filter: participant:iran")
    );
    let text = screen.press(", tab").text();
    assert!(text.contains("Filter: participant:iran,turkey"), "{text}");
    let text = screen.press("tab").text();
    assert!(!text.contains("participant:iran,turkey "), "{text}");
    assert!(
        screen
            .press("shift-tab")
            .text()
            .contains("Filter: participant:iran,turkey")
    );
}

#[test]
fn earlier_filters_are_recalled_with_the_arrows() {
    let mut screen = Screen::new(100, 24);
    screen.press("& k i n d : r o u n d enter X & y e a r : 2 0 1 8 enter X");
    assert!(screen.press("& up").text().contains("Filter: year:2018"));
    assert!(screen.press("up").text().contains("Filter: kind:round"));
    assert!(screen.press("down").text().contains("Filter: year:2018"));
    assert!(screen.press("enter").text().contains("filter: year:2018 ×"));
}

#[test]
fn values_of_all_fields_are_chosen_in_one_place() {
    let mut screen = Screen::new(100, 30);
    let text = screen.press("f").text();
    for entry in [
        "participant  Iran",
        "role         Guarantor",
        "kind         Round",
        "year         2018",
    ] {
        assert!(text.contains(entry), "{entry}: {text}");
    }
    let text = screen.press("k i n d space").text();
    assert!(text.contains("1 marked"), "{text}");
    for _ in 0..4 {
        screen.press("backspace");
    }
    let text = screen.press("2 0 1 8 space enter").text();
    assert!(
        text.contains("kind:round ×") && text.contains("year:2018 ×"),
        "{text}"
    );
    assert_eq!(screen.selected(), "round-03");
}

#[test]
fn counts_follow_the_rest_of_the_filter() {
    let mut screen = Screen::new(100, 30);
    screen.filter("year:2018");
    let text = screen.press("f r o u n d").text();
    let round = text
        .lines()
        .find(|line| line.contains("kind         Round"))
        .unwrap();
    assert!(round.contains("1 event"), "{text}");
}

#[test]
fn what_an_event_has_is_asked_for_or_excluded() {
    let mut screen = Screen::new(100, 24);
    let text = screen.press("@").text();
    assert!(text.contains("Only what has, of Round 1"), "{text}");
    let text = screen.press("a s t a n a enter").text();
    assert!(text.contains("filter: place:Astana ×"), "{text}");
    let text = screen.press("X ! r o u n d enter").text();
    assert!(
        text.contains("filter: -kind:round ×") && text.contains("1 of 4 events"),
        "{text}"
    );
}

#[test]
fn a_speaker_is_asked_for_or_excluded_in_the_quotes() {
    let mut screen = Screen::new(100, 24);
    let text = screen.press("2 @").text();
    assert!(text.contains("filter: speaker:ansari ×"), "{text}");
    let text = screen.press("X !").text();
    assert!(text.contains("filter: -speaker:ansari ×"), "{text}");
}

#[test]
fn the_lines_that_are_typed_are_drawn_at_every_size() {
    for (width, height) in [(120, 36), (80, 24), (60, 20), (40, 12), (20, 5)] {
        for keys in [
            "& x : y",
            "& p a r t i c i p a n t :",
            "t 9",
            "t x",
            "@ x",
            "f x",
        ] {
            let mut screen = Screen::new(width, height);
            screen.press(keys);
            assert_eq!(screen.text().lines().count(), usize::from(height), "{keys}");
        }
    }
}
