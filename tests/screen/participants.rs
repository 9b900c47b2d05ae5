//! The participants view: the attendance matrix.

use std::fmt::Write;

use super::harness::lines;
use super::{Screen, THREE_ROUNDS};

/// A timeline of as many events, four a year, each with the participant of its number and the first.
fn many(events: usize, participants: usize) -> String {
    let mut toml = String::from(
        "[timeline]\nschema = 1\ntitle = \"Talks\"\n\
         [[kind]]\nid = \"round\"\nname = \"Round\"\nglyph = \"●\"\n\
         [[role]]\nid = \"guest\"\nname = \"Guest\"\nglyph = \"G\"\n",
    );
    for at in 0..participants {
        writeln!(
            toml,
            "[[participant]]\nid = \"p-{at}\"\nname = \"Party {at}\""
        )
        .unwrap();
    }
    for at in 0..events {
        let (year, month) = (1000 + at / 4, at % 4 * 3 + 1);
        let other = at % participants;
        writeln!(
            toml,
            "[[event]]\nid = \"e-{at}\"\nkind = \"round\"\nnumber = {}\ntitle = \"Meeting\"\n\
             start = \"{year}-{month:02}-01\"\nsummary = \"They met.\"\nparticipants = [\n\
             {{ id = \"p-0\", role = \"guest\" }}, {{ id = \"p-{other}\", role = \"guest\" }}]",
            at + 1
        )
        .unwrap();
    }
    toml
}

/// The line of the screen that begins with some text, after the mark of the selection.
fn line(screen: &Screen, begins: &str) -> String {
    let text = screen.text();
    let mut lines = text.lines();
    let found = lines.find(|line| line.trim_start_matches(['▸', ' ']).starts_with(begins));
    found.unwrap_or_default().to_owned()
}

/// The cells of the screen that are reversed.
fn reversed(screen: &Screen) -> String {
    let buffer = screen.buffer();
    let cells = buffer.content().iter();
    let cells = cells.filter(|cell| cell.modifier.contains(ratatui::style::Modifier::REVERSED));
    cells.map(ratatui::buffer::Cell::symbol).collect()
}

#[test]
fn participants_stand_under_each_role_they_had_with_a_mark_for_each_event() {
    let text = Screen::new(80, 24).press("3").text();
    for wanted in [
        "       2017 2018\n",
        "       ● ●  ◆ ●\n",
        " events▾1 2    3\n",
        " G Guarantors (2)\n▸ Iran           4 G G  G G\n  Turkey         3 G G  G ·\n",
        " O Observers (2)\n  Jordan         2 · O  · O\n  United Nations 1 O ·  · ·\n",
        " participants 3 3  2 2\n",
    ] {
        assert!(text.contains(wanted), "{wanted}\n{text}");
    }
}

#[test]
fn the_cell_says_who_led_the_delegation_and_on_which_source_it_rests() {
    let mut screen = Screen::new(80, 24);
    let text = screen.press("3").text();
    for wanted in [
        " Iran · guarantor · Round 1 · 23–24 January 2017\n",
        " led by Hossein Ansari, Deputy Minister\n",
        " The Gazette, 3 February 2017. Talks end\n",
    ] {
        assert!(text.contains(wanted), "{wanted}\n{text}");
    }
    // Without sources of its own a cell rests on those of the event.
    let text = screen.press("G").text();
    assert!(text.contains(" no head of delegation is named\n"), "{text}");
    assert!(
        text.contains(" 2 sources: The Gazette, 3 February"),
        "{text}"
    );
}

#[test]
fn a_cell_that_nobody_reported_on_says_so() {
    let mut screen = Screen::new(80, 24);
    let text = screen.press("3 j right right right").text();
    let wanted = " Turkey is not reported at Round 3 · 14–15 May 2018\n";
    assert!(text.contains(wanted), "{text}");
}

#[test]
fn a_cell_in_another_role_names_the_role_that_was_reported() {
    let from = "{ id = \"un\", role = \"observer\" },";
    let to = "{ id = \"un\", role = \"observer\" }, { id = \"jordan\", role = \"guarantor\" },";
    let mut screen = Screen::of(&THREE_ROUNDS.replace(from, to), 80, 24);
    let text = screen.press("3 G k").text();
    let wanted = " Jordan is reported as guarantor, not as observer, at Round 1";
    assert!(text.contains(wanted), "{text}");
    // It is one participant, whatever its roles.
    assert!(text.contains("participants 4 3  2 2\n"), "{text}");
}

#[test]
fn arrows_go_by_participant_and_by_event_and_the_crossing_stands_out() {
    let mut screen = Screen::new(80, 24);
    screen.press("3 down right");
    assert_eq!(screen.selected(), "round-02");
    assert_eq!(screen.selected_line(), "▸ Turkey         3 G G  G ·");
    assert_eq!(reversed(&screen), "●2▸ Turkey         3G");
    assert_eq!(screen.press("l l").selected(), "round-03");
    assert_eq!(screen.press("h left").selected(), "round-02");
    assert_eq!(screen.press("}").selected(), "summit-2018");
    assert_eq!(screen.press("{").selected(), "round-01");
    assert!(
        screen
            .press("end")
            .selected_line()
            .contains("United Nations")
    );
    assert!(screen.press("home").selected_line().contains("Iran"));
    assert!(
        screen
            .press("space")
            .selected_line()
            .contains("United Nations")
    );
}

#[test]
fn the_same_event_is_selected_in_every_view() {
    let mut screen = Screen::new(80, 24);
    screen.press("j j 3");
    assert_eq!(screen.selected(), "summit-2018");
    assert_eq!(reversed(&screen), "◆ ▸ Iran           4G");
    screen.press("right esc");
    assert!(
        screen.selected_line().contains("Round 3"),
        "{}",
        screen.text()
    );
}

#[test]
fn enter_opens_the_event_of_the_column() {
    let mut screen = Screen::new(80, 24);
    let text = screen.press("3 right enter").text();
    assert!(text.contains("›1 Timeline"), "{text}");
    assert!(text.contains("Second meeting"), "{text}");
    // The detail has the keys: what goes on is reading.
    screen.press("down");
    assert_eq!(screen.selected(), "round-02");
    let text = screen.press("alt-left").text();
    assert!(text.contains("›3 Participants"), "{text}");
}

#[test]
fn enter_opens_the_event_and_not_the_page_that_was_open_before() {
    let mut screen = Screen::new(120, 36);
    let page = screen.press("tab j j j j enter").text();
    assert!(page.contains("Events (1)"), "{page}");
    let text = screen.press("3 enter").text();
    assert!(text.contains("The delegations met"), "{text}");
}

#[test]
fn at_and_bang_filter_by_the_participant_of_the_row() {
    let mut screen = Screen::new(80, 24);
    let text = screen.press("3 j j @").text();
    assert!(text.contains("filter: participant:jordan"), "{text}");
    assert!(text.contains("2 of 4 events"), "{text}");
    assert!(screen.selected_line().contains("Jordan"), "{text}");
    let text = screen.press("X !").text();
    assert!(text.contains("filter: -participant:jordan"), "{text}");
    assert_eq!(line(&screen, "Jordan"), "", "{text}");
}

#[test]
fn a_row_that_the_filter_hides_comes_back_with_it() {
    let mut screen = Screen::new(80, 24);
    screen.press("3 G");
    screen.filter("participant:jordan");
    assert!(screen.selected_line().contains("Jordan"));
    screen.press("X");
    assert!(screen.selected_line().contains("United Nations"));
}

#[test]
fn comma_and_full_stop_go_along_the_events_of_the_participant() {
    let mut screen = Screen::new(80, 24);
    screen.press("3 j j .");
    assert_eq!(screen.selected(), "round-02");
    assert_eq!(screen.press(".").selected(), "round-03");
    let text = screen.press(".").text();
    assert!(text.contains("no event with Jordan after"), "{text}");
    assert_eq!(screen.press(",").selected(), "round-02");
}

#[test]
fn headings_stay_in_sight_however_it_is_scrolled() {
    let mut screen = Screen::of(&many(200, 60), 80, 24);
    screen.press("3 end");
    for _ in 0..150 {
        screen.press("right");
    }
    let text = screen.text();
    assert!(text.contains(" G Guests (60)\n"), "{text}");
    assert!(line(&screen, "Party 59").contains(" 3 ·"), "{text}");
    assert!(text.contains(" of 200"), "{text}");
    assert!(text.contains("1037"), "{text}");
    // The number 151, digit by digit, ends beside the mark of the column.
    assert!(text.contains("▾1"), "{text}");
    assert!(text.contains("151/200"), "{text}");
    assert!(text.contains("not reported at Round 151"), "{text}");
}

#[test]
fn a_search_goes_by_the_names_of_the_rows_under_any_spelling() {
    let mut screen = Screen::new(80, 24);
    screen.press("3 right / t ü r k i y e");
    assert!(screen.selected_line().contains("Turkey"));
    assert!(screen.text().contains("1/1"), "{}", screen.text());
    screen.press("esc");
    assert!(screen.selected_line().contains("Iran"));
    screen.press("/ a n enter");
    let text = screen.text();
    assert!(text.contains("/an 1/2"), "{text}");
    screen.press("n");
    assert!(screen.selected_line().contains("Jordan"), "{text}");
    assert_eq!(screen.selected(), "round-02");
    // The arrows still go by row, and Esc ends the search.
    screen.press("j");
    assert!(screen.selected_line().contains("United Nations"));
    let text = screen.press("esc").text();
    assert!(text.contains("›3 Participants"), "{text}");
}

#[test]
fn counts_are_those_of_what_the_filter_shows() {
    let mut screen = Screen::new(80, 24);
    screen.press("3");
    screen.filter("year:2017");
    let text = screen.text();
    assert!(line(&screen, "Iran").ends_with("2 G G"), "{text}");
    assert!(line(&screen, "participants").ends_with(" 3 3"), "{text}");
}

#[test]
fn all_rounds_are_in_sight_at_eighty_columns_with_names() {
    let mut screen = Screen::builtin(80, 24);
    screen.press("3");
    screen.filter("kind:round");
    let iran = line(&screen, "Iran");
    assert_eq!(iran.matches(" G").count(), 22, "{iran}");
    let text = screen.text();
    assert!(text.contains("Syrian armed opposition"), "{text}");
    for year in ["2017", "2018", "2019", "2021", "2022", "2023", "2024"] {
        assert!(text.contains(year), "{year}\n{text}");
    }
}

#[test]
fn numbers_stand_in_one_line_where_there_is_room() {
    let mut screen = Screen::builtin(120, 36);
    screen.press("3");
    screen.filter("kind:round");
    let text = screen.text();
    assert!(text.contains("  9 10 11 12 13 14 15 16"), "{text}");
    assert!(
        text.contains("International Committee of the Red Cross  9"),
        "{text}"
    );
}

#[test]
fn codes_stand_for_names_on_narrow_screens() {
    let mut screen = Screen::builtin(40, 12);
    let text = screen.press("3").text();
    assert!(text.contains("▸ IRN  50 "), "{text}");
    // Few events leave room for names.
    screen.filter("kind:resolution");
    assert!(
        screen.text().contains("United Nations 1 H"),
        "{}",
        screen.text()
    );
}

#[test]
fn names_of_any_script_leave_the_columns_where_they_are() {
    for name in [
        "伊朗伊斯兰共和国外交部代表团全体成员",
        "جمهورية إيران",
        "Iran",
    ] {
        let toml = THREE_ROUNDS.replace("name = \"Iran\"", &format!("name = \"{name}\""));
        let mut screen = Screen::of(&toml, 60, 20);
        let buffer = screen.press("3").buffer();
        let columns = (0..60).filter(|&x| {
            let marks = (0..20).filter(|&y| matches!(buffer[(x, y)].symbol(), "G" | "·" | "O"));
            marks.count() >= 4
        });
        assert_eq!(columns.count(), 4, "{}", screen.text());
    }
}

#[test]
fn a_timeline_without_participants_and_a_filter_without_events_say_so() {
    let toml = "[timeline]\nschema = 1\ntitle = \"T\"\n[[kind]]\nid = \"k\"\nname = \"K\"\nglyph = \"k\"\n\
        [[event]]\nid = \"e\"\nkind = \"k\"\ntitle = \"E\"\nstart = 2017-01-01\nsummary = \"S\"\n";
    let text = Screen::of(toml, 80, 24)
        .press("3 down right @ enter")
        .text();
    assert!(text.contains("Timeline"), "{text}");
    let text = Screen::of(toml, 80, 24).press("3").text();
    assert!(
        text.contains("no participant is reported at the listed events"),
        "{text}"
    );
    let mut screen = Screen::new(80, 24);
    screen.press("3");
    screen.filter("year:1950");
    let text = screen.press("down right enter . }").text();
    assert!(text.contains("no event fits the filter"), "{text}");
    assert!(text.contains("›3 Participants"), "{text}");
}

#[test]
fn tab_leaves_the_keys_where_they_are() {
    let mut screen = Screen::new(80, 24);
    let text = screen.press("3 tab").text();
    assert!(text.contains("no other pane"), "{text}");
    assert!(screen.press("j").selected_line().contains("Turkey"));
}

#[test]
fn the_keys_that_the_footer_and_the_help_name_are_those_of_the_view() {
    let mut screen = Screen::new(80, 24);
    let text = screen.press("3").text();
    assert!(text.contains("↑↓ row  ←→ event  Enter open"), "{text}");
    let text = screen.press("? c o l u m n").text();
    assert!(text.contains("l Right "), "{text}");
    screen.press("enter");
    assert_eq!(screen.selected(), "round-02");
}

#[test]
fn row_and_column_are_in_sight_at_every_size() {
    for (width, height) in [(120, 36), (80, 24), (60, 20), (40, 12), (26, 8), (20, 5)] {
        let mut screen = Screen::builtin(width, height);
        screen.press("3");
        for keys in [
            "end", "}", "} }", "pgup", "right", "} } } }", "home", "{", "left", "G",
        ] {
            screen.press(keys);
            let text = screen.text();
            assert!(text.contains('▸'), "{width}x{height} {keys}\n{text}");
            // The crossing is one cell beside the row's name, which ends with its count.
            let lines = lines(&screen.buffer());
            let row = lines.iter().position(|line| line.contains('▸')).unwrap();
            let y = u16::try_from(row).unwrap();
            let buffer = screen.buffer();
            let reversed = |x: &u16| {
                let style = buffer[(*x, y)].modifier;
                style.contains(ratatui::style::Modifier::REVERSED)
            };
            let cells: Vec<u16> = (0..width).filter(reversed).collect();
            let gaps = cells.windows(2).filter(|pair| pair[0] + 1 < pair[1]);
            assert_eq!(gaps.count(), 1, "{width}x{height} {keys}\n{text}");
        }
    }
}

#[test]
fn thousands_of_events_are_moved_through_and_drawn() {
    let mut screen = Screen::of(&many(2500, 300), 120, 36);
    screen.press("3");
    let last = screen.app.hits.events().len();
    screen.press("1 G 3 end");
    let text = screen.text();
    assert!(text.contains(&format!("{last}/{last}")), "{text}");
    assert!(text.contains("▸ Party 299"), "{text}");
    assert_eq!(screen.press("right").selected(), format!("e-{}", last - 1));
}

#[test]
fn what_a_cell_says_goes_on_in_the_next_line_where_there_is_one() {
    for (width, height) in [(80, 24), (40, 12)] {
        let mut screen = Screen::builtin(width, height);
        let text = screen.press("3").text();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            text.contains("Iran is reported as signatory, not as guarantor, at Moscow Dec"),
            "{text}"
        );
    }
}
