//! The axis: what stands where, what zooms it, what it follows.

use astana::tui::glyphs::ASCII;
use astana::tui::theme::Palette;
use astana::tui::update::axis_event_at;
use ratatui::layout::Position;
use ratatui::style::Modifier;

use super::{Screen, THREE_ROUNDS};

const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (60, 20), (40, 12)];

/// The labels and the row of events below them.
fn axis(screen: &Screen) -> [String; 2] {
    let text = screen.text();
    let mut lines = text
        .lines()
        .skip(1)
        .filter(|line| !line.contains("filter:"));
    [(); 2].map(|()| lines.next().unwrap().to_owned())
}

/// The column of the selected event's mark, and of the reversed cell below it.
fn marked(screen: &Screen) -> (Option<usize>, Option<usize>) {
    let [labels, _] = axis(screen);
    let mark = labels.chars().position(|c| c == '▾');
    let buffer = screen.buffer();
    let row = buffer.area.rows().nth(2).unwrap();
    let is_reversed = |position: Position| {
        let style = buffer[position].style();
        style.add_modifier.contains(Modifier::REVERSED)
    };
    (mark, row.positions().position(is_reversed))
}

/// Events of two kinds with these dates.
fn events(dates: &[&str]) -> String {
    let head = THREE_ROUNDS.split("[[event]]").next().unwrap();
    let event = |(at, dates): (usize, &&str)| {
        format!(
            "[[event]]\nid = \"e{at}\"\nkind = \"round\"\ntitle = \"Event {at}\"\n{dates}\n\
             summary = \"s\"\nsources = [\"gazette\"]\n"
        )
    };
    let all: String = dates.iter().enumerate().map(event).collect();
    format!("{head}{all}")
}

fn rows(toml: &str, width: u16) -> [String; 2] {
    axis(&Screen::of(toml, width, 20))
}

#[test]
fn the_selection_is_marked_by_a_sign_over_its_column_at_every_size() {
    for (width, height) in SIZES {
        let mut screen = Screen::builtin(width, height);
        for keys in ["j", "}", "}", "+", "+", "j", "G", "-", "0", "g"] {
            screen.press(keys);
            let (mark, reversed) = marked(&screen);
            assert!(mark.is_some(), "{keys}: {}", screen.text());
            assert_eq!(mark, reversed, "{keys}: {}", screen.text());
        }
        let mut plain = Screen::builtin_with(width, height, &ASCII, Palette::Mono);
        let [labels, events] = axis(plain.press("G"));
        assert!(labels.contains('V'), "{labels}");
        assert!(labels.is_ascii() && events.is_ascii(), "{labels}\n{events}");
    }
}

#[test]
fn the_whole_span_is_in_proportion_and_as_tight_as_its_events() {
    let toml = events(&[
        "start = 2017-01-01",
        "start = 2017-01-03",
        "start = 2018-01-01",
        "start = 2020-12-31",
    ]);
    insta::assert_snapshot!(rows(&toml, 80).join("\n"), @r#"
    ▾2017              2018               2019                2020
    2──────────────────●─────────────────────────────────────────────────────────●
    "#);
}

#[test]
fn several_events_in_a_column_are_a_count_and_from_ten_on_a_plus() {
    for (count, mark) in [(1, "●"), (2, "2"), (9, "9"), (10, "+"), (40, "+")] {
        let mut dates = vec!["start = 2017-01-01"; count];
        dates.push("start = 2019-01-01");
        let [_, row] = rows(&events(&dates), 60);
        assert_eq!(
            row.trim_start_matches([' ', '─']).split('─').next(),
            Some(mark)
        );
    }
}

#[test]
fn an_event_that_lasts_has_a_bar_and_soft_ends_where_its_dates_are_not_sure() {
    let mut shown = Vec::new();
    for dates in [
        "start = 2017-03-01\nend = 2017-06-30",
        "start = \"2017-03\"\nend = \"2017-06\"",
        "start = \"2017\"",
        "start = 2017-03-01\nend = \"2017-06-30~\"",
        "start = \"2017-06-15~\"",
        "start = \"2017-06-15?\"\nend = 2017-08-01",
        "start = \"2017-06/..\"",
        "start = \"../2017-06\"",
        "start = \"2017-03-01/2017-06-30\"",
        "start = \"2017-XX\"",
        "start = \"[2017-03-01,2017-06-01]\"",
    ] {
        let toml = events(&["start = 2016-01-01", dates, "start = 2018-12-31"]);
        let [_, row] = rows(&toml, 60);
        shown.push(format!("{:42}{row}", dates.replace('\n', " ")));
    }
    insta::assert_snapshot!(shown.join("\n"), @r#"
    start = 2017-03-01 end = 2017-06-30        ●─────────────────────●━━━━━━────────────────────────────●
    start = "2017-03" end = "2017-06"          ●─────────────────────●╌━━━━╌────────────────────────────●
    start = "2017"                             ●──────────────────●╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌──────────────────●
    start = 2017-03-01 end = "2017-06-30~"     ●─────────────────────●━━━━━╌────────────────────────────●
    start = "2017-06-15~"                      ●──────────────────────────╌●╌───────────────────────────●
    start = "2017-06-15?" end = 2017-08-01     ●──────────────────────────╌●━━──────────────────────────●
    start = "2017-06/.."                       ●──────────────────────────●━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌●
    start = "../2017-06"                       2╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌━╌────────────────────────────●
    start = "2017-03-01/2017-06-30"            ●─────────────────────●━━━━━━────────────────────────────●
    start = "2017-XX"                          ●──────────────────●╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌──────────────────●
    start = "[2017-03-01,2017-06-01]"          ●─────────────────────●╌╌╌╌╌─────────────────────────────●
    "#);
}

#[test]
fn what_the_filter_hides_is_a_dim_dot_and_has_no_bar() {
    let toml = events(&[
        "start = 2017-01-01\nend = 2017-08-01",
        "start = 2018-01-01",
        "start = 2019-01-01\nend = 2019-08-01",
    ]);
    let mut screen = Screen::of(&toml, 60, 20);
    screen.filter("date:2018..2018");
    let [_, row] = axis(&screen);
    assert_eq!(row.chars().filter(|c| *c == '·').count(), 2, "{row}");
    assert!(!row.contains('━'), "{row}");
    let buffer = screen.buffer();
    let hidden = buffer.content().iter().enumerate();
    let hidden = hidden.filter(|(at, cell)| cell.symbol() == "·" && at / 60 == 3);
    for (_, cell) in hidden {
        assert!(cell.style().add_modifier.contains(Modifier::DIM));
    }
}

#[test]
fn zooming_in_names_months_then_days_and_says_the_year() {
    let mut shown = Vec::new();
    for (width, height) in SIZES {
        let mut screen = Screen::builtin(width, height);
        screen.press("t 2 0 1 8 - 0 1 enter");
        for _ in 0..4 {
            shown.extend(axis(&screen));
            screen.press("+");
        }
    }
    insta::assert_snapshot!(shown.join("\n"), @r#"
     2017        2018▾            2019           2020          2021           2022          2023           2024
    ─3●2●○5¶●243×32●─▣─2△●──●─2──2──2──2───2▲¶3─●──◇─△──▲─○─────○●────◌●─────2──────2─▲─△──●○───○2─2───△────●────────△─●2─
    ‹30     2018     ▾Feb      Mar       Apr      May       Jun       Jul       Aug       Sep       Oct       Nov      39›
    ────●━───────────▣──────────────△─────▲──────△─────●───────────────────────●━───────────▲──◇─────────────────────◌●━──
    ‹31 Jan 2018     ▾   Feb  5     10     15    20          Mar  5     10    15     20    25       Apr  5      10     46›
    ─────────────────▣━─────────────────────────────────────────────────────────△───────────────────────▲─────────────────
    ‹31 Jan 2018 28  ▾29 30 31  Feb 2   3   4  5   6   7   8   9  10  11  12  13  14 15  16  17  18  19 20  21  22  23 48›
    ─────────────────▣━━━━────────────────────────────────────────────────────────────────────────────────────────────────
     2017  2018▾        2019     2020      2021      2022     2023      2024
    △33○5335×5●▣△2●─●2─2─2─2─2─32●─◇△─▲─○───2───2───2────2▲△─●○──2△2─△──●──────△●2
    ‹30  2018  ▾Feb   Mar   Apr    May   Jun    Jul   Aug    Sep   Oct    Nov  39›
    ───●───────▣─────────△───▲────△──●────────────────●───────▲─◇──────────────2━─
    ‹31        ▾ Feb 2018                Mar     10      20        Apr     10  46›
    ───────────▣━─────────────────────────────────────△───────────────▲───────────
    ‹31     28 ▾ 30   Feb 2018     6    8    10   12   14   16   18   20   22  48›
    ───────────▣━━────────────────────────────────────────────────────────────────
    2017    ▾2018  2019   2020   2021   2022   2023   2024
    33264643▣22─3─22─2─25●─◇△▲○──○●─2━──2──2▲△●○─23─△──●────22
    ‹30 2018▾         Apr           Jul            Oct     39›
    ──●─────▣──────△──▲───△──●───────────●─────▲─◇─────────◌●─
    ‹31     ▾ Feb 2018          Mar  10     20     Apr     46›
    ────────▣━───────────────────────────△───────────▲────────
    ‹31     ▾     Feb 2018        10        15       20    48›
    ────────▣━━───────────────────────────────────────────────
    2016 ▾2018    2020     2022      2024
    5388624●222225●2▲○─2─2─2─◌2△2○4△─●──△3
    ‹30  ▾2018 Apr       Jul      Oct  39›
    ─●───▣────△─▲─△─●───────●───▲◇──────◌●
    ‹31  ▾Feb 2018    Mar          Apr 46›
    ─────▣──────────────────△───────▲─────
    ‹31  ▾   Feb 2018   10    15    20 48›
    ─────▣━───────────────────────────────
    "#);
}

#[test]
fn a_long_timeline_has_decades_and_a_short_one_only_the_steps_it_needs() {
    let windows = |toml: &str| {
        let mut screen = Screen::of(toml, 80, 20);
        let mut seen = vec![axis(&screen)];
        for _ in 0..8 {
            screen.press("+");
            let now = axis(&screen);
            if seen.last() == Some(&now) {
                assert!(screen.text().contains("no closer than a month"));
                break;
            }
            seen.push(now);
        }
        seen.len()
    };
    let years = |first: &str, last: &str| {
        let start = |day: &str| format!("start = {day}");
        windows(&events(&[&start(first), &start(last)]))
    };
    assert_eq!(years("1000-01-01", "2020-01-01"), 5);
    assert_eq!(years("2017-01-01", "2020-01-01"), 4);
    assert_eq!(years("2017-01-01", "2017-06-01"), 3);
    assert_eq!(years("2017-01-01", "2017-01-02"), 1);
}

#[test]
fn zooming_out_takes_back_what_zooming_in_did() {
    for (width, height) in SIZES {
        let mut screen = Screen::builtin(width, height);
        screen.press("} } j");
        let whole = screen.snapshot();
        let year = screen.press("+").snapshot();
        let quarter = screen.press("z").snapshot();
        assert_ne!(quarter, year);
        screen.press("=");
        assert_eq!(screen.press("-").snapshot(), quarter);
        assert_eq!(screen.press("Z").snapshot(), year);
        assert_eq!(screen.press("-").snapshot(), whole);
        assert_eq!(screen.press("+ + + 0").snapshot(), whole);
        assert!(screen.press("0").text().contains("shows the whole span"));
        assert!(screen.press("-").text().contains("shows the whole span"));
    }
}

#[test]
fn panning_moves_half_a_window_and_never_beyond_the_whole_nor_the_selection() {
    let mut screen = Screen::builtin(80, 24);
    screen.press("<");
    assert!(screen.text().contains("shows the whole span"));
    screen.press("} j + +");
    let selected = screen.selected();
    let before = axis(&screen);
    assert_eq!(axis(screen.press("> > <  <")), before, "{}", screen.text());
    screen.press(&"> ".repeat(80));
    assert!(screen.text().contains("at the end of the timeline"));
    assert!(axis(&screen)[0].starts_with(" ‹77 "), "{}", screen.text());
    assert!(!axis(&screen)[0].contains('›'), "{}", screen.text());
    assert_eq!(marked(&screen), (None, None));
    screen.press(&"< ".repeat(80));
    assert!(screen.text().contains("at the beginning of the timeline"));
    assert!(axis(&screen)[0].ends_with('›'), "{}", screen.text());
    assert_eq!(screen.selected(), selected);
}

#[test]
fn the_window_follows_the_selection_out_of_its_sight() {
    let mut screen = Screen::builtin(80, 24);
    screen.press("+ + +");
    for keys in ["}", "G", "k", "{", "g", "space", "1 2 1", "} . . ."] {
        screen.press(keys);
        let (mark, reversed) = marked(&screen);
        assert!(
            mark.is_some() && mark == reversed,
            "{keys}: {}",
            screen.text()
        );
    }
}

#[test]
fn leaving_a_search_puts_the_window_back() {
    let mut screen = Screen::builtin(80, 24);
    let before = screen.press("j + + > >").snapshot();
    screen.press("/ d e c e m b e r down down down");
    assert_eq!(screen.press("esc").snapshot(), before);
}

#[test]
fn lanes_have_a_row_for_each_kind_with_its_name() {
    let mut screen = Screen::builtin(120, 36);
    screen.press("j j j j L");
    let text = screen.text();
    let lines: Vec<&str> = text.lines().skip(1).take(11).collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
                      ▾2017       2018        2019         2020         2021        2022         2023         2024
     ● Round        ──2●─●─●──●●─●────●──●───●────●───●───●──────────────●────●─────●─────●─────●──────●──────●──────────●─
     ◇ Agreement    ─◇───◇─◇2◇──◇──────────◇────────────◇────◇─────────────────────────────────────────────────────────────
     ▲ Summit       ────────────▲────▲────▲─────▲──────▲─────────▲─────────────────────────▲───────────────────────────────
     △ Ministerial… ─△──────────△───△─△──────────────────△─────△─────────────────────────────△───────△────△────────────△─△─
    ▸○ Consultation ──○──3───○2──────────────────────────○─────────○─────○───────────────────────○──○○─────────────────────
     □ Resolution   ─□─────────────────────────────────────────────────────────────────────────────────────────────────────
     ▣ Congress     ───────────────▣───────────────────────────────────────────────────────────────────────────────────────
     ◌ Release      ─────────────────────────◌──◌─◌───◌───────────────────────◌─────◌─────◌────────────────────────────────
     × Military ev… ─────×─────×─────────────────────────────────────────────────────────────────────────────────────────×─
     ¶ Statement    ──────¶━─¶─¶━──────────────────────¶───────────────────────────────────────────────¶───────────────────
    "#);
    let row = screen.press("L").snapshot();
    let mut other = Screen::builtin(120, 36);
    assert_eq!(other.press("j j j j").snapshot(), row);
}

#[test]
fn where_there_are_more_kinds_than_rows_the_last_row_has_the_others() {
    let mut screen = Screen::builtin(80, 24);
    let lanes = |screen: &Screen| {
        let text = screen.text();
        let lines: Vec<&str> = text.lines().skip(1).take(8).collect();
        lines.join("\n")
    };
    screen.press("L");
    insta::assert_snapshot!(lanes(&screen), @r#"
                    ▾2017   2018    2019    2020   2021    2022    2023    2024
     ● Round        ─2●●●─●●●──●─●─●──●─●──●────────●──●───●───●──●───●────●─────●─
     ◇ Agreement    ◇──◇◇3─◇──────◇───────◇──◇─────────────────────────────────────
     ▲ Summit       ───────▲──▲──▲───▲───▲─────▲───────────────▲───────────────────
    ▸△ Ministerial… △──────△──△△──────────△───△──────────────────△────△─△───────△─△
     ○ Consultation ─○─3─○2───────────────○──────○──○──────────────○─2─────────────
     □ Resolution   □──────────────────────────────────────────────────────────────
     +4 kinds       ───×¶¶×¶─▣─────◌─◌◌─◌¶─────────────◌───◌───◌──────¶━──────────×
    "#);
    // Listed kinds come first: the lanes are those of what is shown.
    screen.filter("kind:statement,military");
    let text = screen.text();
    assert!(
        text.contains("× Military") && text.contains("¶ Statement"),
        "{text}"
    );
    assert!(text.contains("+4 kinds"), "{text}");
}

#[test]
fn lanes_leave_the_list_its_room() {
    for (width, height) in [(120, 36), (80, 24), (60, 20), (40, 16)] {
        let mut screen = Screen::builtin(width, height);
        screen.press("} L");
        let text = screen.text();
        let lane = text.lines().nth(2).unwrap();
        assert!(lane.contains("● Round "), "{text}");
        let mut below = text.lines().skip(height.div_ceil(3).into());
        assert!(below.any(|line| line.contains("23–24 Jan")), "{text}");
    }
    let mut low = Screen::builtin(40, 12);
    let before = axis(&low);
    assert_eq!(axis(low.press("L")), before);
    assert!(low.text().contains("lanes need a screen of 40x16"));
    // They come back with the room they need.
    let mut screen = Screen::builtin(80, 24);
    let lanes = screen.press("L").snapshot();
    screen.resize(40, 12);
    assert!(screen.text().contains(" ▾"));
    screen.resize(80, 24);
    assert_eq!(screen.snapshot(), lanes);
}

#[test]
fn lanes_are_the_timelines_own() {
    let mut screen = Screen::builtin(80, 24);
    let quotes = screen.press("2").text();
    assert!(
        screen
            .press("L")
            .text()
            .contains("lanes are shown in the timeline")
    );
    assert_eq!(screen.press("1 L 2").text(), quotes);
}

#[test]
fn without_events_or_without_room_the_keys_say_so() {
    let head = THREE_ROUNDS.split("[[event]]").next().unwrap();
    let mut empty = Screen::of(head, 80, 24);
    assert!(empty.press("+").text().contains("there are no events"));
    assert!(empty.press("L L >").text().contains("there are no events"));
    let mut low = Screen::new(80, 8);
    assert!(low.press("+").text().contains("too low for the axis"));
}

#[test]
fn one_event_and_events_on_one_day_have_an_axis() {
    for dates in [vec!["start = 2017-09-14"], vec!["start = 2017-09-14"; 3]] {
        let [labels, row] = rows(&events(&dates), 60);
        assert!(
            labels.contains("Sep 2017") || labels.contains("Aug 2017"),
            "{labels}"
        );
        let middle = row.chars().position(|c| matches!(c, '●' | '3')).unwrap();
        assert!((25..=35).contains(&middle), "{row}");
    }
}

#[test]
fn three_thousand_years_and_open_ends_are_drawn() {
    let toml = events(&[
        "start = \"../0999-05\"",
        "start = 0000-01-01",
        "start = 3000-01-01",
        "start = \"2900/..\"",
    ]);
    let mut screen = Screen::of(&toml, 80, 20);
    insta::assert_snapshot!(axis(&screen).join("\n"), @r#"
    ▾0           500          1000        1500         2000         2500
    2╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌━───────────────────────────────────────────────●╌╌●
    "#);
    screen.press("G + + + +");
    assert!(axis(&screen)[0].contains("Dec 2999"), "{}", screen.text());
}

#[test]
fn a_cell_of_the_axis_leads_to_an_event() {
    let mut screen = Screen::builtin(120, 36);
    screen.press("G");
    let (mark, _) = marked(&screen);
    let at = |screen: &Screen, x: usize, y: u16| {
        let position = Position::new(u16::try_from(x).unwrap(), y);
        let event = axis_event_at(&screen.app, position);
        event.map(|event| screen.app.timeline[event].id.to_string())
    };
    assert_eq!(at(&screen, mark.unwrap(), 2), Some(screen.selected()));
    assert_eq!(at(&screen, 119, 2), None, "the margin");
    assert_eq!(at(&screen, 20, 1), None, "the labels");
    screen.press("g L");
    // The row of rounds: whatever the column, it is one.
    for x in 17..118 {
        let id = at(&screen, x, 2).unwrap();
        assert!(id.starts_with("round-"), "{x}: {id}");
    }
    assert_eq!(at(&screen, 5, 2), None, "a name");
}
