//! The quotes view.

use super::Screen;

#[test]
fn speakers_stand_under_those_they_speak_for_with_counts() {
    let text = Screen::new(80, 24).press("2").text();
    let iran = text.find(" Iran\n").unwrap();
    let ansari = text.find("Hossein Ansari").unwrap();
    assert!(iran < ansari, "{text}");
    assert!(text.contains("3 of 3 quotes"), "{text}");
}

#[test]
fn a_direct_quote_stands_in_quotation_marks_and_says_its_state() {
    let text = Screen::new(120, 36).press("2").text();
    assert!(text.contains("“The ceasefire holds”"), "{text}");
    assert!(text.contains("? unverified"), "{text}");
    assert!(text.contains("He asked for lists of detainees."), "{text}");
    assert!(text.contains("~ reported"), "{text}");
}

#[test]
fn enter_on_a_quote_opens_its_event() {
    let mut screen = Screen::new(80, 24);
    screen.press("2 enter j enter");
    assert_eq!(screen.selected(), "round-03");
    assert!(screen.text().contains("›1 Timeline"), "{}", screen.text());
}

#[test]
fn the_view_opens_at_the_selected_events_speaker() {
    let mut screen = Screen::new(80, 24);
    screen.press("G 2");
    assert!(
        screen.selected_line().contains("Hossein Ansari"),
        "{}",
        screen.text()
    );
    let text = screen.press("enter").text();
    assert!(text.contains("▸ 15 May 2018 · Round 3"), "{text}");
}

#[test]
fn a_verified_quote_says_on_which_line_it_stands() {
    let mut screen = Screen::builtin(120, 36);
    screen.press("2");
    screen.filter("\"terrorism. The unity\"");
    let text = screen.text();
    assert!(text.contains("✓ verified"), "{text}");
    assert!(text.contains("line 31"), "{text}");
}

#[test]
fn every_quote_can_be_reached_at_every_size() {
    for (width, height) in [(120, 36), (80, 24), (60, 20), (40, 12), (20, 5)] {
        let mut screen = Screen::builtin(width, height);
        screen.press("2");
        screen.filter("participant:russia");
        let all = screen.app.speaker_quotes().to_vec();
        screen.press("tab g");
        let mut seen = vec![screen.app.selected_quote().unwrap()];
        loop {
            let before = (screen.app.selected_quote(), screen.app.quotes.scroll);
            screen.press("j");
            let now = screen.app.selected_quote();
            if (now, screen.app.quotes.scroll) == before {
                break;
            }
            if seen.last() != now.as_ref() {
                seen.extend(now);
            }
        }
        assert_eq!(seen, all, "{width}x{height}");
    }
}
