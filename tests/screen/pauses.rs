//! What takes longer than a key may goes on between keys: nothing comes out differently for it.

use astana::tui::message::Msg;
use astana::tui::update::is_work_left;

use super::Screen;

#[path = "../../benches/generate.rs"]
mod generate;

/// More events than are counted or read in one step.
const EVENTS: usize = 300;

fn screen() -> Screen {
    Screen::of(&generate::timeline(EVENTS), 100, 24)
}

/// Presses keys as fast as nobody can: there is no pause between them.
fn press_at_once(screen: &mut Screen, keys: &str) {
    press(screen, keys, Screen::send_without_pause);
}

/// Presses keys; what is no key is pasted, with blanks for its underscores.
fn press(screen: &mut Screen, keys: &str, send: impl Fn(&mut Screen, Msg)) {
    for key in keys.split_whitespace() {
        let msg = key.parse().map(Msg::Key);
        send(
            screen,
            msg.unwrap_or_else(|_| Msg::Pasted(key.replace('_', " "))),
        );
    }
}

/// Lets the app do all that is left to do; in how many steps.
fn rest(screen: &mut Screen) -> usize {
    let mut steps = 0;
    while is_work_left(&screen.app) {
        screen.pause();
        steps += 1;
    }
    steps
}

/// Presses keys at once, and with pauses between them: the screen comes out the same.
#[track_caller]
fn assert_haste_makes_no_difference(keys: &str) {
    let (mut hasty, mut patient) = (screen(), screen());
    press_at_once(&mut hasty, keys);
    rest(&mut hasty);
    press(&mut patient, keys, Screen::send);
    assert_eq!(hasty.text(), patient.text(), "{keys}");
}

#[test]
fn a_search_shows_its_first_hit_at_once_and_how_many_there_are_once_they_are_counted() {
    let mut screen = screen();
    press_at_once(&mut screen, "/ ceasefire");
    assert_eq!(screen.selected(), "event-0");
    assert!(screen.text().contains("searching"), "{}", screen.text());
    assert!(rest(&mut screen) > 1);
    assert!(!screen.text().contains("searching"), "{}", screen.text());
    assert!(screen.text().contains(" 1/"), "{}", screen.text());
}

#[test]
fn the_way_to_a_hit_that_is_far_off_is_gone_while_nothing_is_pressed() {
    let mut screen = screen();
    press_at_once(&mut screen, "/ Meeting_290 enter");
    assert_eq!(screen.selected(), "event-0");
    assert!(rest(&mut screen) > 1);
    assert_eq!(screen.selected(), "event-290");
    assert_eq!(screen.press("ctrl-o").selected(), "event-0");
}

#[test]
fn whoever_goes_elsewhere_meanwhile_is_not_called_back() {
    let mut screen = screen();
    press_at_once(&mut screen, "/ Meeting_290 enter j j");
    assert!(rest(&mut screen) > 1);
    assert_eq!(screen.selected(), "event-2");
}

#[test]
fn keys_pressed_while_hits_are_counted_lead_where_they_lead_afterwards() {
    for keys in [
        "/ Meeting_29 enter n n N",
        "/ Meeting_29 down down up enter",
        "/ nowhere enter n",
        "/ ceasefire enter N N",
        "2 / detainees enter n n",
    ] {
        let (mut hasty, mut patient) = (screen(), screen());
        press_at_once(&mut hasty, keys);
        rest(&mut hasty);
        press(&mut patient, keys, Screen::send);
        for said in [Screen::selected, standing] {
            assert_eq!(said(&hasty), said(&patient), "{keys}");
        }
    }
}

/// How far the search is, without what is said beside it.
fn standing(screen: &Screen) -> String {
    let text = screen.text();
    text.split("  ")
        .last()
        .unwrap_or_default()
        .trim()
        .to_owned()
}

#[test]
fn a_view_changed_while_hits_are_counted_counts_its_own() {
    let mut screen = screen();
    press_at_once(&mut screen, "/ ceasefire enter 2");
    assert!(screen.text().contains("searching"), "{}", screen.text());
    rest(&mut screen);
    let counted = screen.text();
    assert!(!counted.contains("searching"), "{counted}");
    screen.press("1 2");
    assert_eq!(screen.text(), counted);
}

#[test]
fn a_filter_by_words_holds_once_all_texts_are_read() {
    let mut screen = screen();
    press_at_once(&mut screen, "& Meeting_290");
    assert!(screen.text().contains("searching"), "{}", screen.text());
    assert!(
        !screen.text().contains(" 2 of 300 events"),
        "{}",
        screen.text()
    );
    assert!(rest(&mut screen) > 0);
    let read = screen.text();
    assert!(read.contains(" 2 of 300 events"), "{read}");
    assert!(!read.contains("searching"), "{read}");
}

#[test]
fn a_filter_accepted_before_the_texts_are_read_is_no_other() {
    assert_haste_makes_no_difference("& Meeting_290 enter");
    assert_haste_makes_no_difference("& Meeting_290 enter ctrl-o");
    assert_haste_makes_no_difference("& Meeting_290 esc j");
    assert_haste_makes_no_difference("& speaker:person-3 enter u");
}

#[test]
fn the_picker_says_that_it_is_counting_and_offers_everything_in_the_end() {
    let mut screen = screen();
    press_at_once(&mut screen, "f gazette");
    let text = screen.text();
    assert!(text.contains("searching"), "{text}");
    assert!(!text.contains("nothing fits"), "{text}");
    assert!(rest(&mut screen) > 1);
    let text = screen.text();
    assert!(text.contains("The Gazette"), "{text}");
    assert!(!text.contains("searching"), "{text}");
}

#[test]
fn what_the_picker_applies_is_chosen_from_everything() {
    assert_haste_makes_no_difference("f gazette enter");
    assert_haste_makes_no_difference("p t i a down enter f");
    assert_haste_makes_no_difference("@ down enter");
}

#[test]
fn a_search_begun_is_counted_on_when_what_opened_over_it_is_closed() {
    assert_haste_makes_no_difference("/ ceasefire enter f esc");
    assert_haste_makes_no_difference("/ ceasefire enter & speaker:person-3 enter n");
}
