//! The detail as a document: its links, the pages they lead to, and the way back.

use astana::tui::detail;
use astana::tui::document::Sought;
use astana::tui::subject::Subject;
use ratatui::style::Modifier;

use super::Screen;

/// The link that Enter would follow.
fn focused(screen: &Screen) -> String {
    screen.pieces(Modifier::REVERSED).join(" ")
}

/// Presses ↓ until a link is focused.
fn go_to(screen: &mut Screen, link: &str) {
    for _ in 0..200 {
        screen.press("down");
        if focused(screen) == link {
            break;
        }
    }
    assert_eq!(focused(screen), link, "{}", screen.text());
}

#[test]
fn down_goes_from_link_to_link_and_up_goes_back() {
    let mut screen = Screen::new(120, 36);
    screen.press("tab down");
    assert_eq!(focused(&screen), "Round 2");
    let mut seen = vec![focused(&screen)];
    for _ in 0..5 {
        screen.press("down");
        seen.push(focused(&screen));
    }
    assert_eq!(seen, ["Round 2", "1", "2", "ceasefire", "1", "Iran"]);
    for link in seen.iter().rev().skip(1) {
        screen.press("up");
        assert_eq!(focused(&screen), *link);
    }
}

#[test]
fn every_link_is_focused_in_sight_on_the_way_down() {
    for (width, height) in [(120, 36), (40, 12), (30, 6)] {
        let mut screen = Screen::builtin(width, height);
        screen.press("tab");
        let links = detail::sheet(&screen.app, Sought::Line(0)).unwrap().links;
        let mut focused = Vec::new();
        for _ in 0..500 {
            screen.press("down");
            let reading = screen.app.events.reading;
            if let Some(link) = reading.link.filter(|link| focused.last() != Some(link)) {
                let page = detail::page_height(&screen.app);
                let line = links[link].line();
                assert!((reading.scroll..reading.scroll + page).contains(&line));
                focused.push(link);
            }
        }
        let all: Vec<usize> = (0..links.len()).collect();
        assert_eq!(focused, all, "{width}x{height}");
    }
}

#[test]
fn a_link_that_is_scrolled_out_of_sight_loses_the_focus() {
    let mut screen = Screen::new(80, 24);
    screen.press("tab down");
    assert_eq!(focused(&screen), "Round 2");
    screen.press("pgdn");
    assert_eq!(focused(&screen), "");
}

#[test]
fn enter_without_a_link_says_how_to_get_to_one() {
    let mut screen = Screen::new(80, 24);
    let text = screen.press("tab enter").text();
    assert!(
        text.contains("no link is focused; j goes to the next"),
        "{text}"
    );
}

#[test]
fn a_participant_has_a_page_with_what_it_attended_and_what_was_said_for_it() {
    let mut screen = Screen::new(120, 36);
    screen.press("tab");
    go_to(&mut screen, "Iran");
    let page = screen.press("enter").text();
    for line in [
        "Also written: Islamic Republic of Iran",
        "G Guarantor at 4",
        "Round 1 · 23–24 January 2017 · Hossein Ansari [1]",
        "Heads of delegation",
        "Hossein Ansari · 1 event",
        "Said (2)",
        "“The ceasefire holds”",
        "Hossein Ansari, Iran · 24 January 2017 · Round 1 · unverified",
        "[1] The Gazette, 3 February 2017. Talks end",
    ] {
        assert!(page.contains(line), "{line}\n{page}");
    }
}

#[test]
fn a_person_has_a_page_with_offices_delegations_led_and_everything_said() {
    let mut screen = Screen::new(120, 36);
    screen.press("tab");
    go_to(&mut screen, "Hossein Ansari");
    let page = screen.press("enter").text();
    for line in [
        "Offices",
        "• Deputy Minister · 23 January 2017 to 14 May 2018 [1]",
        "Delegations led (1)",
        "Round 1 · 23–24 January 2017 · Iran, guarantor [1]",
        "Said (2)",
    ] {
        assert!(page.contains(line), "{line}\n{page}");
    }
}

#[test]
fn a_topic_has_a_page_with_its_events() {
    let mut screen = Screen::new(120, 36);
    screen.press("tab");
    go_to(&mut screen, "ceasefire");
    let page = screen.press("enter").text();
    assert!(page.contains("Events (1)"), "{page}");
    assert!(page.contains("Round 1 · 23–24 January 2017"), "{page}");
}

#[test]
fn a_document_has_a_page_with_its_event_and_what_it_says() {
    let mut screen = Screen::builtin(120, 36);
    screen.press("j j tab");
    go_to(&mut screen, "Security Council resolution 2336 (2016)");
    let page = screen.press("enter").text();
    assert!(
        page.contains("resolution, 31 December 2016, S/RES/2336 (2016) [1]"),
        "{page}"
    );
    assert!(
        page.contains("From: Security Council resolution 2336"),
        "{page}"
    );
    assert!(page.contains("What it says"), "{page}");
}

#[test]
fn escape_leads_from_a_page_to_the_event_and_then_to_the_list() {
    let mut screen = Screen::new(120, 36);
    screen.press("tab");
    go_to(&mut screen, "Iran");
    screen.press("enter");
    assert!(screen.text().contains("G Guarantor at 4"));
    let event = screen.press("esc").text();
    assert!(event.contains("Round 1 · First meeting"), "{event}");
    screen.press("esc down");
    assert_eq!(screen.selected(), "round-02");
}

#[test]
fn choosing_an_event_leaves_the_page() {
    let mut screen = Screen::new(120, 36);
    screen.press("tab");
    go_to(&mut screen, "Iran");
    screen.press("enter tab j");
    assert!(screen.text().contains("Round 2 · Second meeting"));
}

#[test]
fn an_event_that_the_filter_hides_is_shown_all_the_same() {
    let mut screen = Screen::new(120, 36);
    screen.filter("year:2017 -jordan");
    screen.press("tab");
    go_to(&mut screen, "Round 2");
    let text = screen.press("enter").text();
    assert!(text.contains("Round 2 · Second meeting"), "{text}");
    assert!(
        text.contains("the filter hides Round 2 in the list; here it is"),
        "{text}"
    );
    assert_eq!(screen.press("alt-left").selected(), "round-01");
    assert!(screen.text().contains("Round 1 · First meeting"));
}

#[test]
fn ten_links_deep_and_back_every_screen_is_as_it_was() {
    for (width, height) in [(120, 36), (80, 24), (40, 12)] {
        let mut screen = Screen::builtin(width, height);
        screen.filter("year:2017");
        screen.press("j j j j tab");
        let mut screens = Vec::new();
        for step in 0..10 {
            for _ in 0..step % 3 {
                screen.press("down");
            }
            let leads_on =
                |link: &Subject| !matches!(link, Subject::Source(_) | Subject::Passage(_));
            for _ in 0..100 {
                if !detail::focused(&screen.app).as_ref().is_some_and(leads_on) {
                    screen.press("down");
                }
            }
            screens.push(screen.text());
            screen.press("enter");
        }
        let deepest = screen.text();
        for before in screens.iter().rev() {
            screen.press("alt-left");
            assert_eq!(screen.text(), *before, "{width}x{height}");
        }
        for _ in 0..10 {
            screen.press("alt-right");
        }
        assert_eq!(screen.text(), deepest, "{width}x{height}");
    }
}

#[test]
fn the_focused_name_is_put_into_the_filter() {
    let mut screen = Screen::new(120, 36);
    screen.press("j tab");
    go_to(&mut screen, "Jordan");
    let text = screen.press("@").text();
    assert!(text.contains("filter: participant:jordan"), "{text}");
    assert!(text.contains("2 of 4 events"), "{text}");
}

#[test]
fn dot_goes_to_the_next_event_with_the_focused_name() {
    let mut screen = Screen::new(120, 36);
    screen.press("tab");
    go_to(&mut screen, "Turkey");
    screen.press(".");
    assert_eq!(screen.selected(), "round-02");
    assert_eq!(focused(&screen), "Turkey");
    let text = screen.press(". .").text();
    assert!(
        text.contains("there is no event with Turkey after this one"),
        "{text}"
    );
}

#[test]
fn what_was_announced_as_next_stands_beside_what_came() {
    let mut screen = Screen::builtin(120, 60);
    screen.press("t r o u n d - 0 6 enter / W h a t space c a m e enter");
    let text = screen.text();
    assert!(text.contains("Announced as next"), "{text}");
    assert!(
        text.contains("What came: Round 7 · 30–31 October 2017"),
        "{text}"
    );
}

#[test]
fn the_time_to_the_neighbours_of_the_same_kind_is_told() {
    let mut screen = Screen::builtin(120, 36);
    let text = screen.press("t r o u n d - 0 6 enter").text();
    assert!(
        text.contains("71 days after Round 5 · 45 days before Round 7"),
        "{text}"
    );
}
