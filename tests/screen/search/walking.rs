//! From hit to hit, and what a search survives.

use astana::tui::app::{Focus, View};

use super::{current, hits, search_line, type_in};
use crate::screen::Screen;

#[test]
fn n_goes_through_every_hit_of_an_event_and_on_to_the_next() {
    let mut screen = Screen::new(100, 24);
    screen.press("/ c e a s e f i r e enter");
    let mut places = Vec::new();
    for _ in 0..5 {
        places.push((
            screen.selected(),
            search_line(&screen)
                .split(' ')
                .next_back()
                .unwrap()
                .to_owned(),
        ));
        assert_eq!(current(&screen).concat().to_lowercase(), "ceasefire");
        screen.press("n");
    }
    let expected =
        ["1/4", "2/4", "3/4", "4/4", "1/4"].map(|at| (String::from("round-01"), at.to_owned()));
    assert_eq!(places, expected);
    screen.press("esc / h o l d s | ctrl-u j o r d a n enter n n");
    assert_eq!(screen.selected(), "round-03");
    assert_eq!(screen.press("N").selected(), "round-02");
}

#[test]
fn round_the_ends_the_search_says_so() {
    let mut screen = Screen::new(100, 24);
    screen.press("/ j o r d a n enter n n n");
    assert!(
        search_line(&screen).starts_with(" search: from the top again"),
        "{}",
        screen.text()
    );
    assert!(
        search_line(&screen).ends_with("/jordan 1/3"),
        "{}",
        screen.text()
    );
    screen.press("N");
    assert!(
        search_line(&screen).starts_with(" search: from the end again"),
        "{}",
        screen.text()
    );
    assert!(
        search_line(&screen).ends_with("/jordan 3/3"),
        "{}",
        screen.text()
    );
}

#[test]
fn n_without_a_search_says_how_to_begin_one() {
    let mut screen = Screen::new(100, 24);
    assert!(
        screen
            .press("n")
            .text()
            .contains("there is no search; / begins one")
    );
}

#[test]
fn from_another_event_n_goes_on_from_there() {
    let mut screen = Screen::new(100, 24);
    screen.press("/ j o r d a n enter G");
    assert!(
        search_line(&screen).ends_with("/jordan 3 hits"),
        "{}",
        screen.text()
    );
    screen.press("N");
    assert_eq!(screen.selected(), "round-02");
    screen.press("G n");
    assert_eq!(screen.selected(), "round-03");
    assert!(search_line(&screen).ends_with("3/3"), "{}", screen.text());
}

#[test]
fn a_search_survives_filters_views_and_sizes() {
    let mut screen = Screen::new(100, 24);
    screen.press("/ j o r d a n enter n n");
    assert!(search_line(&screen).ends_with("3/3"));
    screen.filter("participant:iran");
    assert!(search_line(&screen).ends_with("3/3"), "{}", screen.text());
    screen.filter("participant:un");
    assert!(
        search_line(&screen).ends_with("no hits"),
        "{}",
        screen.text()
    );
    screen.press("X u X");
    screen.press("2");
    assert!(
        search_line(&screen).ends_with("no hits"),
        "{}",
        screen.text()
    );
    screen.press("1");
    assert!(
        search_line(&screen).contains("/jordan "),
        "{}",
        screen.text()
    );
    for (width, height) in [(1, 1), (60, 12), (40, 12), (100, 24)] {
        screen.resize(width, height);
    }
    assert!(
        search_line(&screen).contains("/jordan "),
        "{}",
        screen.text()
    );
    assert!(!current(&screen).is_empty());
}

#[test]
fn a_hit_in_sight_stays_in_sight_when_the_screen_changes() {
    let mut screen = Screen::builtin(120, 30);
    screen.press("/ f o o t n o t e s ctrl-u h a r m f u l enter");
    assert_eq!(current(&screen).len(), 1, "{}", screen.text());
    for (width, height) in [(100, 20), (80, 24), (60, 20), (120, 40)] {
        screen.resize(width, height);
        assert!(
            !current(&screen).is_empty(),
            "{width}x{height}: {}",
            screen.text()
        );
    }
}

#[test]
fn the_star_searches_the_name_of_what_is_selected_as_whole_words() {
    let mut screen = Screen::new(100, 24);
    screen.press("j *");
    assert!(
        search_line(&screen).ends_with("/Round 2 2/4"),
        "{}",
        screen.text()
    );
    assert_eq!(
        screen.press("n").selected(),
        "round-03",
        "the round after it"
    );
    screen.press("2 *");
    assert!(
        search_line(&screen).contains("/Hossein Ansari 1/"),
        "{}",
        screen.text()
    );
    assert!(hits(&screen).contains(&String::from("Hossein Ansari")));
    // There is a Round 10, too.
    let mut screen = Screen::builtin(120, 24);
    screen.press("j j j *");
    assert_eq!(screen.selected_label(), "Round 1");
    let shown = hits(&screen);
    assert!(shown.iter().all(|hit| hit == "Round 1"), "{shown:?}");
    let mut typed = Screen::builtin(120, 24);
    typed.press("/");
    type_in(&mut typed, "round 1");
    let total = |screen: &Screen| {
        let line = search_line(screen);
        line.rsplit('/').next().unwrap().parse::<usize>().unwrap()
    };
    assert!(total(&screen) < total(&typed));
}

#[test]
fn quotes_are_searched_with_their_speakers_in_the_order_of_the_list() {
    let mut screen = Screen::new(100, 24);
    screen.press("2 / a n s a r i");
    assert_eq!(search_line(&screen).split(' ').next_back(), Some("1/1"));
    screen.press("ctrl-u h e space");
    assert_eq!(screen.app.view, View::Quotes);
    screen.press("ctrl-u d e t a i n e e s");
    let quote = screen.app.selected_quote().unwrap();
    assert_eq!(
        screen.app.timeline[quote].text.raw(),
        "He asked for lists of detainees."
    );
    assert_eq!(
        screen.selected(),
        "round-03",
        "one selection holds in all views"
    );
    screen.press("ctrl-u m e c h a n i s m enter");
    assert!(
        screen.selected_line().contains("Sedat Önal"),
        "{}",
        screen.text()
    );
    assert_eq!(current(&screen), ["mechanism"]);
    screen.press("n");
    assert!(screen.text().contains("search: from the top again"));
}

#[test]
fn every_hit_of_every_view_is_shown_when_n_goes_to_it() {
    for (width, height) in [(120, 30), (80, 24), (60, 20), (40, 12), (30, 7)] {
        for (keys, text) in [("", "prisoners"), ("2 g", "prisoners"), ("2 g", "sousan")] {
            let mut screen = Screen::builtin(width, height);
            screen.press(keys).press("/");
            type_in(&mut screen, text);
            screen.press("enter");
            let standing = search_line(&screen);
            let total = standing.rsplit('/').next().unwrap().trim();
            let total: usize = total
                .parse()
                .unwrap_or_else(|_| panic!("{}", screen.text()));
            assert!(total > 4);
            for number in 1..=total {
                let place = format!(" {number}/{total}");
                let here = screen.text().ends_with(&place) && !current(&screen).is_empty();
                assert!(here, "{keys}{place} {width}x{height}: {}", screen.text());
                screen.press("n");
            }
        }
    }
}

#[test]
fn where_one_pane_fits_a_hit_is_shown_in_the_detail() {
    let mut screen = Screen::new(40, 12);
    screen.press("/ w a t c h");
    assert_eq!(screen.app.focus, Focus::Detail);
    assert_eq!(current(&screen), ["watch"], "{}", screen.text());
    screen.press("esc");
    assert_eq!(screen.app.focus, Focus::List);
    screen.press("/ d e t a i n e e s enter");
    assert_eq!(current(&screen), ["Detainees"], "{}", screen.text());
    // One escape ends the search, one goes back to the list, at the event of the hit.
    screen.press("esc esc");
    assert_eq!(screen.app.focus, Focus::List);
    assert!(
        screen.selected_line().contains("Round 3"),
        "{}",
        screen.text()
    );
}
