//! The mouse: off until it is wanted, and then what a hand expects.

use astana::tui::app::View;
use astana::tui::layout::areas;
use astana::tui::message::{Effect, Msg};
use astana::tui::mouse::{Deed, Mouse};
use ratatui::layout::Position;

use super::Screen;
use crate::screen::harness::lines;

fn point(screen: &mut Screen, deed: Deed, (x, y): (u16, u16)) {
    let at = Position::new(x, y);
    screen.send(Msg::Mouse(Mouse { at, deed }));
}

/// Where a text begins on the screen.
fn find(screen: &Screen, text: &str) -> (u16, u16) {
    let lines = lines(&screen.buffer());
    let found = lines.iter().enumerate().find_map(|(row, line)| {
        let at = line.find(text)?;
        Some((astana::text::width(&line[..at]), row))
    });
    assert!(found.is_some(), "no {text}: {}", screen.text());
    let (column, row) = found.unwrap();
    (u16::try_from(column).unwrap(), u16::try_from(row).unwrap())
}

fn click(screen: &mut Screen, text: &str) {
    let at = find(screen, text);
    click_at(screen, at);
}

#[test]
fn f2_switches_the_mouse_on_and_off_and_says_what_that_costs() {
    let mut screen = Screen::new(120, 36);
    let text = screen.press("f2").text();
    assert_eq!(screen.effect, Some(Effect::Mouse(true)));
    assert!(
        text.contains("the terminal's own selection is off"),
        "{text}"
    );
    screen.press("f2");
    assert_eq!(screen.effect, Some(Effect::Mouse(false)));
}

#[test]
fn a_click_selects_an_event_and_a_second_one_opens_it() {
    let mut screen = Screen::new(50, 20);
    click(&mut screen, "● Round 2");
    assert_eq!(screen.selected(), "round-02");
    assert!(screen.text().contains("● Round 1"));
    click(&mut screen, "● Round 2");
    assert!(screen.text().contains("Round 2 · Second meeting"));
}

#[test]
fn a_click_on_a_heading_selects_nothing() {
    let mut screen = Screen::new(120, 36);
    let (x, y) = find(&screen, "23–24 Jan");
    point(&mut screen, Deed::Press, (x, y - 1));
    assert_eq!(screen.selected(), "round-01");
}

#[test]
fn a_click_selects_a_speaker_and_a_quote() {
    let mut screen = Screen::new(120, 36);
    screen.press("2");
    click(&mut screen, "Sedat Önal  ");
    assert!(
        screen
            .text()
            .contains("He called the mechanism a beginning.")
    );
}

#[test]
fn a_click_selects_a_cell_of_the_matrix_and_a_second_one_opens_its_event() {
    let mut screen = Screen::new(80, 24);
    screen.press("3");
    let (x, y) = find(&screen, "G G  G ·");
    point(&mut screen, Deed::Press, (x + 2, y));
    assert_eq!(screen.selected(), "round-02");
    assert!(screen.selected_line().contains("Turkey"));
    click(&mut screen, "Jordan");
    assert_eq!(screen.selected(), "round-02");
    assert!(screen.selected_line().contains("Jordan"));
    click(&mut screen, "◆");
    assert_eq!(screen.selected(), "summit-2018");
    click(&mut screen, "O Observers");
    click(&mut screen, "participants");
    assert!(screen.selected_line().contains("Jordan"));
    point(&mut screen, Deed::Press, (x + 2, y));
    point(&mut screen, Deed::Press, (x + 2, y));
    assert!(
        screen.text().contains("Second meeting"),
        "{}",
        screen.text()
    );
}

#[test]
fn a_click_selects_a_source_and_a_second_one_opens_it() {
    let mut screen = Screen::new(50, 20);
    screen.press("4");
    click(&mut screen, "date");
    assert!(screen.selected_line().contains("Talks end"));
    click(&mut screen, "Talks go on");
    assert!(screen.selected_line().contains("Talks go on"));
    click(&mut screen, "Talks go on");
    let text = screen.text();
    assert!(text.contains("On it rest 4 events"), "{text}");
}

#[test]
fn a_click_follows_a_link_wherever_it_is_wrapped_to() {
    let mut screen = Screen::new(120, 36);
    click(&mut screen, "Iran · Hossein");
    assert!(
        screen.text().contains("G Guarantor at 4"),
        "{}",
        screen.text()
    );
    screen.press("alt-left");
    click(&mut screen, "Hossein Ansari, Dep");
    assert!(screen.text().contains("Delegations led (1)"));
}

#[test]
fn a_click_on_a_view_shows_it() {
    let mut screen = Screen::new(120, 36);
    click(&mut screen, "Sources");
    assert_eq!(screen.app.view, View::Sources);
    screen.resize(40, 12);
    click(&mut screen, "1");
    assert_eq!(screen.app.view, View::Timeline);
}

#[test]
fn a_click_on_a_chip_drops_it_and_u_brings_it_back() {
    let mut screen = Screen::new(120, 36);
    screen.filter("participant:iran kind:round year:2017");
    click(&mut screen, "kind:round");
    let text = screen.text();
    assert!(
        !text.contains("kind:round") && text.contains("participant:iran"),
        "{text}"
    );
    assert!(screen.press("u").text().contains("kind:round"));
}

#[test]
fn the_wheel_scrolls_what_it_is_over() {
    let mut screen = Screen::builtin(80, 24);
    let areas = areas(&screen.app).unwrap();
    let detail = areas.detail.unwrap();
    point(&mut screen, Deed::WheelDown, (detail.x + 3, detail.y + 1));
    assert_eq!(screen.app.events.reading.scroll, 3);
    assert_eq!(screen.app.selected_event().unwrap().index(), 0);
    point(&mut screen, Deed::WheelUp, (detail.x + 3, detail.y + 1));
    assert_eq!(screen.app.events.reading.scroll, 0);
    let list = areas.list.unwrap();
    point(&mut screen, Deed::WheelDown, (list.x + 3, list.y + 1));
    assert_eq!(screen.app.selected_event().unwrap().index(), 3);
}

#[test]
fn the_divider_is_dragged() {
    for keys in ["", "v"] {
        let mut screen = Screen::builtin(120, 36);
        screen.press(keys);
        let rule = areas(&screen.app).unwrap().rule.unwrap();
        let to = (rule.x + 7, rule.y + 5);
        point(&mut screen, Deed::Press, (rule.x, rule.y));
        point(&mut screen, Deed::Drag, to);
        point(&mut screen, Deed::Release, to);
        let moved = areas(&screen.app).unwrap().rule.unwrap();
        if rule.width == 1 {
            assert_eq!(moved.x, to.0);
        } else {
            assert_eq!(moved.y, to.1);
        }
        point(&mut screen, Deed::Drag, (rule.x, rule.y));
        assert_eq!(
            areas(&screen.app).unwrap().rule,
            Some(moved),
            "it was let go"
        );
    }
}

#[test]
fn a_click_over_an_open_picker_leaves_the_view_alone() {
    let mut screen = Screen::new(120, 36);
    screen.press("p");
    point(&mut screen, Deed::Press, (20, 5));
    assert_eq!(screen.selected(), "round-01");
    point(&mut screen, Deed::WheelDown, (20, 5));
    assert!(
        screen.selected_line().contains("Turkey"),
        "{}",
        screen.text()
    );
}

#[test]
fn a_click_on_the_axis_goes_there() {
    let mut screen = Screen::new(120, 36);
    let axis = areas(&screen.app).unwrap().axis;
    click_at(&mut screen, (axis.right() - 2, axis.bottom() - 1));
    assert_eq!(screen.selected(), "round-03");
    click_at(&mut screen, (axis.x + 2, axis.bottom() - 1));
    assert_eq!(screen.selected(), "round-01");
    screen.press("L");
    let (_, y) = find(&screen, "Summit");
    click_at(&mut screen, (axis.x + 30, y));
    assert_eq!(screen.selected(), "summit-2018");
}

fn click_at(screen: &mut Screen, at: (u16, u16)) {
    point(screen, Deed::Press, at);
    point(screen, Deed::Release, at);
}
