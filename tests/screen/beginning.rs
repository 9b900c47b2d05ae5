//! The first screen, while the rest of the timeline is being read.

use astana::load::{Input, load, so_far};
use astana::tui::app::View;
use astana::tui::memory::{Memory, Wanted};
use astana::tui::message::Msg;
use astana::tui::update::{read_on, reload};

use super::THREE_ROUNDS;
use super::harness::{Screen, lines};

/// Three rounds and then many meetings, by their years from the last to the first: what is read later comes before.
fn talks() -> String {
    let meetings = (0..300).map(|at| {
        let (year, month, day) = (2016 - at / 28, at % 12 + 1, at % 28 + 1);
        format!(
            "\n[[event]]\nid = \"meeting-{at}\"\nkind = \"round\"\ntitle = \"Meeting {at}\"\n\
             start = {year}-{month:02}-{day:02}\nsummary = \"They met.\"\nsources = [\"herald\"]\n"
        )
    });
    format!("{THREE_ROUNDS}{}", meetings.collect::<String>())
}

fn input(toml: &str) -> Input {
    Input::text("talks.toml", toml.to_owned())
}

/// The screen without its header: that counts what there is.
fn in_sight(screen: &Screen) -> Vec<String> {
    let lines = lines(&screen.buffer());
    let list = lines
        .iter()
        .skip(3)
        .map(|line| line.chars().take(50).collect::<String>());
    list.collect()
}

#[test]
fn the_header_says_how_far_reading_is_until_all_is_there() {
    let talks = talks();
    let mut screen = Screen::beginning(&talks, 120, 36);
    let header = |screen: &Screen| lines(&screen.buffer())[0].clone();
    assert!(
        header(&screen).ends_with("loading 0%  36 events so far"),
        "{}",
        header(&screen)
    );
    screen.send(Msg::Loading(41));
    assert!(header(&screen).ends_with("loading 41%  36 events so far"));
    screen.resize(40, 12);
    assert!(
        header(&screen).ends_with("loading 41%  36…"),
        "{}",
        header(&screen)
    );
    screen.resize(120, 36);
    reload(&mut screen.app, load(input(&talks)));
    assert!(
        header(&screen).ends_with("   304 of 304 events"),
        "{}",
        header(&screen)
    );
}

/// What is selected, as the list has it, and in which view.
fn here(screen: &Screen) -> (String, String, View) {
    let line = screen.selected_line().chars().take(40).collect();
    (screen.selected(), line, screen.app.view)
}

#[test]
fn what_is_read_later_moves_nothing_that_is_selected_or_in_sight() {
    let talks = talks();
    for keys in [
        "",
        "j",
        "G",
        "j j j pgdn",
        "3 j l",
        "2 j",
        "/ m e e t enter n n",
        "tab j j",
    ] {
        let mut screen = Screen::beginning(&talks, 100, 24);
        screen.press(keys);
        let before = here(&screen);
        let row = |screen: &Screen| in_sight(screen).iter().position(|line| line.contains('▸'));
        let at = row(&screen);
        let cut = talks.rfind("\n[[event]]\nid = \"meeting-100").unwrap();
        read_on(
            &mut screen.app,
            so_far(input(talks.get(..cut).unwrap())).unwrap(),
        );
        assert_eq!(here(&screen), before, "{keys}");
        assert_eq!(row(&screen), at, "{keys}");
        reload(&mut screen.app, load(input(&talks)));
        assert_eq!(here(&screen), before, "{keys}");
        assert_eq!(row(&screen), at, "{keys}");
        assert!(screen.app.is_whole && screen.app.loading.is_none());
    }
}

fn memory() -> (Memory, Wanted) {
    let memory = Memory {
        view: View::Quotes,
        event: Some(String::from("meeting-200")),
        filter: String::from("kind:round"),
        layout: None,
    };
    let wanted = Wanted {
        view: true,
        event: true,
        filter: true,
    };
    (memory, wanted)
}

#[test]
fn where_the_reader_was_the_last_time_is_gone_to_once_it_is_there() {
    let talks = talks();
    let mut screen = Screen::beginning(&talks, 100, 24);
    screen.app.awaited = Some(memory());
    read_on(&mut screen.app, so_far(input(&talks)).unwrap());
    assert_eq!(screen.selected(), "meeting-28");
    reload(&mut screen.app, load(input(&talks)));
    assert_eq!(screen.selected(), "meeting-200");
    assert_eq!(screen.app.view, View::Quotes);
    assert_eq!(screen.app.query.to_string(), "kind:round");
}

#[test]
fn who_presses_a_key_before_is_left_where_they_are() {
    let talks = talks();
    let mut screen = Screen::beginning(&talks, 100, 24);
    screen.app.awaited = Some(memory());
    screen.press("j");
    let before = screen.selected();
    reload(&mut screen.app, load(input(&talks)));
    assert_eq!(
        (screen.selected(), screen.app.view),
        (before, View::Timeline)
    );
}

#[test]
fn who_only_leaves_is_still_where_they_were_the_last_time() {
    let mut screen = Screen::beginning(&talks(), 100, 24);
    screen.app.awaited = Some(memory());
    screen.press("q");
    assert!(screen.app.awaited.is_some());
}

#[test]
fn of_what_was_not_read_yet_it_is_not_said_that_there_is_none() {
    let mut screen = Screen::beginning(&talks(), 120, 36);
    screen.press("5");
    assert_eq!(
        screen.app.notice.as_deref(),
        Some("the zones are not read yet")
    );
    let without_quotes = talks().replace("[[event.quote]]", "[[event.doubt]]");
    let mut screen = Screen::beginning(&without_quotes, 120, 36);
    screen.press("2");
    assert!(screen.text().contains("nothing to show here was read yet"));
    reload(&mut screen.app, load(input(&without_quotes)));
    assert!(screen.text().contains("this timeline has no quotes"));
}

#[test]
fn a_timeline_with_errors_takes_the_place_of_its_beginning_too() {
    let talks = talks();
    let mut screen = Screen::beginning(&talks, 120, 36);
    let broken = format!("{talks}\n[[event]]\nid = \"lost\"\n");
    reload(&mut screen.app, load(input(&broken)));
    let header = lines(&screen.buffer())[0].clone();
    assert!(header.contains("errors  304 of 304 events"), "{header}");
    assert_eq!(screen.app.notice, None);
}
