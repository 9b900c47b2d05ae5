//! Search: what is typed, kept, dropped.

mod needles;
mod views;
mod walking;

use astana::tui::app::{Focus, Overlay};
use astana::tui::message::Msg;
use ratatui::style::Modifier;

use super::Screen;

/// The text of the cells that `modifier` marks, one piece for each stretch of them in a row.
fn marked(screen: &Screen, modifier: Modifier) -> Vec<String> {
    let buffer = screen.buffer();
    let mut pieces = Vec::new();
    for row in buffer.area.rows() {
        let mut piece = String::new();
        for position in row.positions() {
            if buffer[position].style().add_modifier.contains(modifier) {
                piece.push_str(buffer[position].symbol());
            } else if !piece.is_empty() {
                pieces.push(std::mem::take(&mut piece));
            }
        }
        pieces.extend((!piece.is_empty()).then_some(piece));
    }
    pieces
}

/// The hits on the screen that are not the current one.
fn hits(screen: &Screen) -> Vec<String> {
    marked(screen, Modifier::BOLD | Modifier::UNDERLINED)
}

/// The current hit on the screen.
fn current(screen: &Screen) -> Vec<String> {
    let mut pieces = marked(screen, Modifier::BOLD | Modifier::REVERSED);
    // The selected column of the axis.
    pieces.retain(|piece| piece.chars().count() > 1);
    pieces
}

/// Types a text, blanks too.
fn type_in(screen: &mut Screen, text: &str) {
    for c in text.chars() {
        let key = astana::tui::keymap::Key::Char(c);
        screen.send(Msg::Key(key.into()));
    }
}

/// The line that says how far the search is: the one in which it is typed, else the last.
fn search_line(screen: &Screen) -> String {
    let is_typed = matches!(screen.app.overlays.last(), Some(Overlay::Search(_)));
    let text = screen.text();
    let line = text.lines().rev().nth(usize::from(is_typed));
    line.unwrap_or_default().to_owned()
}

#[test]
fn typing_jumps_to_the_first_hit_and_shows_how_many_there_are() {
    let mut screen = Screen::new(100, 30);
    screen.press("/");
    assert!(
        search_line(&screen).starts_with(" Search:"),
        "{}",
        screen.text()
    );
    screen.press("j o r d a n");
    assert_eq!(screen.selected(), "round-02");
    assert!(
        search_line(&screen).starts_with(" Search: jordan "),
        "{}",
        screen.text()
    );
    assert!(search_line(&screen).ends_with("1/3"), "{}", screen.text());
    assert_eq!(current(&screen), ["Jordan"]);
    assert_eq!(hits(&screen), ["Jordan"]);
    // The view stays in sight.
    assert!(screen.text().contains("Round 3"), "{}", screen.text());
}

#[test]
fn the_first_hit_is_looked_for_from_where_the_search_began() {
    let mut screen = Screen::new(100, 30);
    screen.press("j j / m e t");
    assert_eq!(screen.selected(), "summit-2018");
    screen.press("backspace backspace backspace c e a s e");
    assert_eq!(screen.selected(), "round-01", "round by the top");
    assert!(screen.text().contains("search: from the top again"));
    screen.press("ctrl-u m e t");
    assert_eq!(screen.selected(), "summit-2018");
}

#[test]
fn in_the_detail_the_search_begins_at_the_first_line_in_sight() {
    let mut screen = Screen::new(60, 20);
    screen.press("/ c e a s e f i r e");
    assert!(search_line(&screen).ends_with("1/4"), "{}", screen.text());
    screen.press("esc enter pgdn");
    assert!(!screen.text().contains("watch the ceasefire. ["));
    screen.press("/ c e a s e f i r e");
    assert!(search_line(&screen).ends_with("3/4"), "{}", screen.text());
    screen.press("esc G / c e a s e f i r e");
    assert!(screen.text().contains("search: from the top again"));
}

#[test]
fn escape_restores_exactly_the_place_where_the_search_began() {
    for (size, keys) in [
        ((100, 30), "j j"),
        ((60, 20), "enter j j"),
        ((40, 12), "j"),
        ((60, 20), "2 j"),
        ((60, 12), "2 enter j"),
        ((40, 12), "j enter pgdn"),
    ] {
        let mut screen = Screen::builtin(size.0, size.1);
        let before = screen.press(keys).snapshot();
        screen.press("/ l i s t s");
        assert_ne!(screen.snapshot(), before);
        assert_eq!(screen.press("esc").snapshot(), before, "{keys}");
        screen.press("/ l i s t s down down ctrl-u");
        assert!(screen.app.search.is_none());
        assert_eq!(screen.press("esc").snapshot(), before, "{keys}");
        assert_eq!(
            screen.press("/ l i ctrl-u enter").snapshot(),
            before,
            "{keys}"
        );
    }
}

#[test]
fn escape_in_a_new_search_brings_the_one_before_back() {
    let mut screen = Screen::new(100, 30);
    let before = screen.press("/ j o r d a n enter").snapshot();
    assert_eq!(screen.press("/ i r a n esc").snapshot(), before);
}

#[test]
fn enter_keeps_the_search_and_escape_drops_it_before_anything_else() {
    let mut screen = Screen::new(100, 30);
    screen.press("2 1 tab / d e t a i n e e s enter");
    assert!(screen.app.overlays.is_empty());
    assert!(!hits(&screen).is_empty());
    assert!(
        search_line(&screen).ends_with("/detainees 1/3"),
        "{}",
        screen.text()
    );
    screen.press("esc");
    assert!(hits(&screen).is_empty() && current(&screen).is_empty());
    assert_eq!(screen.app.focus, Focus::Detail);
    assert_eq!(screen.press("esc").app.focus, Focus::List);
}

#[test]
fn where_a_search_began_is_a_place_to_go_back_to() {
    let mut screen = Screen::new(100, 30);
    screen.press("j / d e t a i n e e s enter n n");
    assert_eq!(screen.selected(), "round-03");
    assert_eq!(screen.press("alt-left").selected(), "round-02");
    assert!(search_line(&screen).contains("3 hits"), "{}", screen.text());
}

#[test]
fn without_hits_nothing_moves() {
    let mut screen = Screen::new(100, 24);
    let place = screen.press("j").selected();
    screen.press("/ z z z");
    assert_eq!(screen.selected(), place);
    assert!(
        search_line(&screen).ends_with("no hits"),
        "{}",
        screen.text()
    );
    screen.press("down enter n");
    assert_eq!(screen.selected(), place);
    assert!(
        search_line(&screen).contains("search: no hits for zzz"),
        "{}",
        screen.text()
    );
    screen.press("N f3 shift-f3");
    assert_eq!(screen.selected(), place);
}

#[test]
fn the_search_can_be_walked_while_it_is_typed() {
    let mut screen = Screen::new(100, 24);
    screen.press("/ j o r d a n down");
    assert!(search_line(&screen).ends_with("2/3"), "{}", screen.text());
    screen.press("f3 up shift-f3");
    assert!(search_line(&screen).ends_with("1/3"), "{}", screen.text());
    assert!(matches!(
        screen.app.overlays.last(),
        Some(Overlay::Search(_))
    ));
}

#[test]
fn the_end_of_a_long_text_and_the_cursor_are_in_sight() {
    let mut screen = Screen::new(40, 12);
    screen.press("/");
    type_in(&mut screen, &format!("{}end", "x".repeat(60)));
    assert!(search_line(&screen).contains("xend "), "{}", screen.text());
    screen.press("left left");
    assert!(search_line(&screen).contains("xen "), "{}", screen.text());
}
