//! How the panes share the screen.

use super::Screen;

/// What the pane says besides the list, if both are shown.
fn has_both(screen: &Screen) -> bool {
    let text = screen.text();
    text.contains("▸") && text.contains("Round 1 · First meeting")
}

#[test]
fn v_arranges_the_panes_beside_below_and_one_at_a_time() {
    let mut screen = Screen::new(120, 36);
    assert!(screen.text().contains('│'));
    let below = screen.press("v").text();
    assert!(below.contains("layout: below"), "{below}");
    assert!(!below.contains('│') && has_both(&screen), "{below}");
    let one = screen.press("v").text();
    assert!(one.contains("layout: one pane at a time"), "{one}");
    assert!(!has_both(&screen), "{one}");
    assert!(
        screen
            .press("enter")
            .text()
            .contains("Round 1 · First meeting")
    );
    assert!(screen.press("esc v").text().contains("layout: beside"));
    assert!(has_both(&screen));
}

#[test]
fn where_one_pane_fits_v_says_so() {
    let mut screen = Screen::new(40, 12);
    let text = screen.press("v").text();
    assert!(text.contains("there is room for one pane only"), "{text}");
}

#[test]
fn a_chosen_layout_waits_while_the_screen_is_too_small_for_it() {
    let mut screen = Screen::new(80, 24);
    screen.press("v v");
    assert!(screen.text().contains('│'), "{}", screen.text());
    screen.resize(50, 24);
    assert!(!screen.text().contains('│'));
    screen.resize(80, 24);
    assert!(screen.text().contains('│'));
}
