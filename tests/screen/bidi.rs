//! Text from right to left: as it is read by default, as it is seen where the program sets it.

use astana::diagnostic::Files;
use astana::text::Bidi;
use astana::tui::config;
use astana::tui::message::Msg;
use astana::tui::mouse::{Deed, Mouse};
use ratatui::layout::Position;
use ratatui::style::Modifier;

use super::harness::{Screen, lines};

/// "The first meeting", "the meeting" of it, and "Damascus".
const TITLE: &str = "الاجتماع الأول";
const FOUND: &str = "الاجتماع";
const CITY: &str = "دمشق";

/// Two events of which the first has Arabic in every column, and sources of both kinds.
fn talks() -> String {
    format!(
        r#"
[timeline]
schema = 1
title = "{TITLE}"

[[kind]]
id = "round"
name = "دورة"
glyph = "●"

[[role]]
id = "party"
name = "طرف"
glyph = "◆"

[[participant]]
id = "syria"
name = "سوريا"
code = "SYR"

[[person]]
id = "head"
name = "رئيس الوفد"
participant = "syria"

[[source]]
id = "paper"
publisher = "جريدة"
title = "{TITLE}"
date = 2017-01-24
url = "https://example.org/"

[[event]]
id = "first"
kind = "round"
title = "{TITLE}"
start = 2017-01-23
city = "{CITY}"
summary = "قالت NATO (12 دولة) نعم."
outcomes = [{{ text = "{TITLE}" }}]
sources = ["paper"]
participants = [{{ id = "syria", role = "party", head = "head" }}]

[[event.quote]]
speaker = "head"
form = "indirect"
text = "{TITLE}"
sources = ["paper"]

[[event]]
id = "second"
kind = "round"
title = "The second meeting"
start = 2017-02-15
city = "Vienna"
summary = "They met."
sources = ["paper"]
related = ["first"]
"#
    )
}

/// A screen with that line as its configuration.
fn screen(setting: &str, width: u16) -> Screen {
    let file = Files::default().add("config.toml", setting.to_owned());
    let (config, problems) = config::read(setting, file);
    assert_eq!(problems, []);
    let mut screen = Screen::of(&talks(), width, 40);
    screen.app.settings.bidi = config.bidi;
    screen
}

fn app(width: u16) -> Screen {
    screen("bidi = \"app\"\n", width)
}

/// Pure Arabic as it is seen.
fn seen(text: &str) -> String {
    text.chars().rev().collect()
}

#[track_caller]
fn assert_says(screen: &Screen, text: &str) {
    let all = screen.text();
    assert!(all.contains(text), "no {text} in\n{all}");
}

/// The line of the screen with a text in it.
#[track_caller]
fn line_with(screen: &Screen, text: &str) -> String {
    let all = lines(&screen.buffer());
    let found = all.iter().find(|line| line.contains(text));
    assert!(found.is_some(), "no {text} in\n{}", screen.text());
    found.unwrap().clone()
}

/// That the texts stand in a line in this order.
#[track_caller]
fn assert_in_order(line: &str, texts: &[&str]) {
    let mut rest = line;
    for text in texts {
        let at = rest.find(text);
        assert!(at.is_some(), "{text} is not where it should be in {line}");
        rest = &rest[at.unwrap() + text.len()..];
    }
}

#[test]
fn by_default_the_terminal_is_sent_what_is_read() {
    for setting in ["", "bidi = \"terminal\"\n"] {
        let mut screen = screen(setting, 120);
        assert_eq!(screen.app.settings.bidi, Bidi::Terminal);
        for keys in ["", "2", "3", "4"] {
            screen.press(keys);
            let all = screen.text();
            assert!(all.contains(TITLE) && !all.contains(&seen(FOUND)), "{all}");
        }
        screen.press("1");
        assert_says(&screen, "قالت NATO (12 دولة) نعم.");
    }
}

#[test]
fn a_title_is_seen_from_right_to_left_in_the_list_and_in_the_detail() {
    let screen = app(120);
    let title = seen(TITLE);
    assert_eq!(
        screen.text().matches(&title).count(),
        6,
        "{}",
        screen.text()
    );
    assert!(!screen.text().contains(TITLE), "{}", screen.text());
    // Numbers and Latin words go from left to right in it, and brackets look the other way.
    let summary = format!(
        ".{} ({} 12) NATO {}",
        seen("نعم"),
        seen("دولة"),
        seen("قالت")
    );
    assert_says(&screen, &summary);
}

#[test]
fn columns_stay_where_they_are() {
    let (arabic, latin) = (app(120), screen("", 120));
    let row = line_with(&arabic, "23 Jan");
    assert_in_order(&row, &["▸", "23 Jan", "●", &seen(TITLE), "SYR"]);
    // Nothing but the letters of a cell has moved: whatever else is on the screen is in its column.
    for keys in ["1", "2", "3", "4", "L"] {
        let mut both = [app(120), screen("", 120)];
        let [moved, as_read] = both
            .each_mut()
            .map(|screen| lines(&screen.press(keys).buffer()));
        for (moved, as_read) in moved.iter().zip(as_read) {
            let marks = |line: &str| -> Vec<(usize, char)> {
                let marks = line.chars().enumerate();
                marks.filter(|(_, c)| "▸●◆│┃─━•✓~".contains(*c)).collect()
            };
            assert_eq!(marks(moved), marks(&as_read), "{moved}\n{as_read}");
        }
    }
    assert_eq!(line_with(&arabic, "15 Feb"), line_with(&latin, "15 Feb"));
}

#[test]
fn columns_of_the_other_views_stay_too() {
    let mut screen = app(120);
    screen.press("2");
    assert_in_order(&line_with(&screen, "▸"), &["▸", &seen("رئيس الوفد"), "1"]);
    screen.press("3");
    assert_in_order(&line_with(&screen, "◆ "), &["◆ ", &seen("طرفs"), " (1)"]);
    assert_in_order(&line_with(&screen, "▸"), &["▸", &seen("سوريا"), "1", "◆"]);
    assert_says(
        &screen,
        &format!(
            "{} · {} · {} · 23 January 2017",
            seen("سوريا"),
            seen("طرف"),
            seen(TITLE)
        ),
    );
    assert_says(
        &screen,
        &format!("{}, 24 January 2017. {}", seen("جريدة"), seen(TITLE)),
    );
    screen.press("4");
    let row = line_with(&screen, "▸");
    assert_in_order(&row, &["▸", "2017-01-24", &seen("جريدة"), &seen("الاجتم")]);
    screen.press("p");
    assert_in_order(
        &line_with(&screen, "SYR"),
        &["[ ]", "SYR", &seen("سوريا"), "1 event"],
    );
}

#[test]
fn what_stands_side_by_side_in_a_detail_stays_so_each_text_in_its_own_direction() {
    let screen = app(120);
    let (title, paper) = (seen(TITLE), seen("جريدة"));
    for line in [
        format!("│ 23 January 2017 · {}", seen(CITY)),
        format!("│ • {title}"),
        format!("│ ◆ {}", seen("طرفs")),
        format!("│   {} · {}", seen("سوريا"), seen("رئيس الوفد")),
        format!("│ ~ {title}"),
        format!("│ [1] {paper}, 24 January 2017. {title}"),
    ] {
        assert_says(&screen, &line);
    }
    // The number of a source belongs to the text before it.
    assert_says(&screen, &format!("│ [1] .{} (", seen("نعم")));
}

#[test]
fn a_hit_is_highlighted_where_it_is_seen() {
    for (setting, hit) in [("", FOUND.to_owned()), ("bidi = \"app\"\n", seen(FOUND))] {
        let mut screen = screen(setting, 120);
        let keys: Vec<_> = FOUND.chars().map(String::from).collect();
        screen.press(&format!("/ {} enter", keys.join(" ")));
        let pieces = screen.pieces(Modifier::BOLD.union(Modifier::UNDERLINED));
        assert!(pieces.contains(&hit), "{hit} is not in {pieces:?}");
    }
    // The words are together as they were without the search.
    let mut screen = app(120);
    let before = screen.text();
    let keys: Vec<_> = FOUND.chars().map(String::from).collect();
    screen.press(&format!("/ {} enter", keys.join(" ")));
    assert_eq!(
        before.matches(&seen(TITLE)).count(),
        screen.text().matches(&seen(TITLE)).count()
    );
    // How far the search is stands behind what is searched for.
    let footer = lines(&screen.buffer()).last().unwrap().clone();
    assert_in_order(&footer, &[&seen(FOUND), " 1/"]);
}

#[test]
fn a_title_that_is_cut_says_so_where_it_would_go_on() {
    let long = [TITLE; 8].join(" ");
    let toml = talks().replace(
        &format!("title = \"{TITLE}\"\nstart"),
        &format!("title = \"{long}\"\nstart"),
    );
    let mut screen = Screen::of(&toml, 50, 20);
    let cut = |screen: &Screen| line_with(screen, "23 Jan").replace('▸', " ");
    assert!(cut(&screen).trim_end().ends_with('…'), "{}", cut(&screen));
    screen.app.settings.bidi = Bidi::App;
    let line = cut(&screen);
    assert_in_order(&line, &["● …", &seen("الأول"), " ", &seen(FOUND)]);
    assert!(line.trim_end().ends_with(&seen(FOUND)), "{line}");
}

#[test]
fn what_is_typed_stays_in_the_order_of_typing() {
    let mut screen = app(120);
    screen.press("/ ا ب ج");
    assert_says(&screen, "Search: ابج");
    screen.press("esc p س ر");
    assert_says(&screen, "Participants: سر_");
    screen.press("esc & ا ب");
    assert_says(&screen, "Filter: اب");
}

#[test]
fn a_click_follows_the_link_that_is_seen_there() {
    let said = "السلام قريب";
    let text = format!("قال «{said}» ثم خرج إلى البيت ومن هناك إلى المدينة\n");
    let toml = talks()
        .replace("url = ", "file = \"text.txt\"\nurl = ")
        .replace("form = \"indirect\"", "form = \"direct\"")
        .replace(
            &format!("text = \"{TITLE}\"\nsources"),
            &format!("text = \"{said}\"\nsources"),
        );
    let screen = || {
        let mut screen = Screen::with_text(&toml, &text, 120, 40);
        screen.app.settings.bidi = Bidi::App;
        screen.press("4");
        screen
    };
    let follow = |text: &str| {
        let mut screen = screen();
        let lines = lines(&screen.buffer());
        let row = lines
            .iter()
            .position(|line| line.contains(&seen("البيت")))
            .unwrap();
        let before = lines[row].split(text).next().unwrap_or_default();
        let (x, y) = (astana::text::width(before), row);
        let at = Position::new(u16::try_from(x).unwrap(), u16::try_from(y).unwrap());
        let deed = Deed::Press;
        screen.send(Msg::Mouse(Mouse { at, deed }));
        screen.text()
    };
    let nowhere = follow(&seen("البيت"));
    assert!(nowhere.contains(&seen("خرج")), "{nowhere}");
    let quote = follow(&seen(said));
    assert!(!quote.contains(&seen("خرج")), "{quote}");
}

#[test]
fn what_is_copied_is_what_is_read() {
    let mut screen = app(120);
    screen.press("y enter");
    let copied = format!("{:?}", screen.effect);
    assert!(copied.contains(TITLE), "{copied}");
}

#[test]
fn a_problem_is_shown_in_the_lines_as_they_are_written_with_marks_below_them() {
    let toml = talks().replace("summary = ", "summery = ");
    let mut screen = Screen::of(&toml, 120, 40);
    screen.app.settings.bidi = Bidi::App;
    screen.press("E j");
    let line = line_with(&screen, "summery = ");
    assert!(
        line.contains("summery = \"قالت NATO (12 دولة) نعم.\""),
        "{line}"
    );
}
