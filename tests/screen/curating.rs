//! Files that change while they are read: what stays, what is said, and the list of what is wrong.

use astana::load::{Input, load};
use astana::tui::update::reload;

use super::harness::{Screen, THREE_ROUNDS};

/// Has the files say something else.
fn save(screen: &mut Screen, toml: &str) {
    let input = Input::text("talks/events/2017.toml", toml.to_owned());
    reload(&mut screen.app, load(input));
}

/// The three rounds with a direct quote that its source's text does not have, and two small mistakes.
fn broken() -> String {
    let broken = THREE_ROUNDS.replace(
        "kind = \"round\"\nnumber = 1",
        "kind = \"rond\"\nnumber = 1",
    );
    assert_ne!(broken, THREE_ROUNDS);
    format!("{broken}\n[[source]]\nid = \"unused\"\ntitle = \"Nobody refers to this\"\n")
}

/// The last rows of the screen.
fn below(screen: &Screen, rows: usize) -> String {
    let text = screen.text();
    let mut lines: Vec<&str> = text.lines().rev().take(rows).collect();
    lines.reverse();
    lines.join("\n")
}

#[test]
fn f2_what_breaks_is_told_at_once_with_file_and_line() {
    let mut screen = Screen::new(120, 36);
    save(&mut screen, &broken());
    let said = below(&screen, 1);
    let line = 1 + broken()
        .lines()
        .position(|line| line.contains("\"rond\""))
        .unwrap();
    assert!(
        said.contains(&format!(
            "talks/events/2017.toml:{line}: unknown kind `rond`; the last"
        )),
        "{said}"
    );
    assert!(said.contains("E says more"), "{said}");
}

#[test]
fn what_was_said_of_errors_goes_with_them() {
    let mut screen = Screen::new(120, 36);
    save(&mut screen, &broken());
    assert!(screen.text().contains("last sound state"));
    save(&mut screen, THREE_ROUNDS);
    let text = screen.text();
    assert!(!text.contains("last sound state"), "{text}");
}

#[test]
fn a_reload_leaves_what_else_was_said() {
    let mut screen = Screen::new(120, 36);
    screen.app.notice = Some(String::from("copied"));
    save(&mut screen, THREE_ROUNDS);
    assert!(screen.text().contains("copied"));
}

#[test]
fn what_is_said_is_never_cut_where_there_are_rows_for_it() {
    for (width, height) in [(80, 24), (60, 20), (40, 12)] {
        let mut screen = Screen::new(width, height);
        save(&mut screen, &broken());
        let said = below(&screen, 3);
        let said: Vec<&str> = said.split_whitespace().collect();
        let said = said.join(" ");
        for part in [
            "unknown kind `rond`",
            "talks/events/2017.toml:",
            "E says more",
        ] {
            assert!(said.contains(part), "{part} at {width}x{height}: {said}");
        }
    }
    let mut screen = Screen::builtin(40, 12);
    let said = screen.press("e").text();
    assert!(said.contains("`astana init DIR"), "{said}");
    assert!(said.contains("--from-builtin`"), "{said}");
}

#[test]
fn an_event_that_is_cut_and_put_in_again_is_selected_again() {
    let mut screen = Screen::new(120, 36);
    screen.press("j j j");
    assert_eq!(screen.selected(), "round-03");
    let start = THREE_ROUNDS.find("[[event]]\nid = \"round-03\"").unwrap();
    let end = THREE_ROUNDS[start + 1..].find("[[event]]\n");
    let end = end.map_or(THREE_ROUNDS.len(), |at| start + 1 + at);
    let without = format!("{}{}", &THREE_ROUNDS[..start], &THREE_ROUNDS[end..]);
    save(&mut screen, &without);
    assert_ne!(screen.selected(), "round-03");
    save(
        &mut screen,
        &without.replace("First meeting", "A first meeting"),
    );
    save(&mut screen, THREE_ROUNDS);
    assert_eq!(screen.selected(), "round-03");

    save(&mut screen, &without);
    screen.press("k");
    let moved = screen.selected();
    save(&mut screen, THREE_ROUNDS);
    assert_eq!(screen.selected(), moved, "who moves on is left there");
}

#[test]
fn the_list_of_problems_begins_at_the_first_error() {
    let mut screen = Screen::new(100, 30);
    save(&mut screen, &format!("colour = 1\n{}", broken()));
    let line = screen.press("E").selected_line();
    assert!(line.contains("unknown kind `rond`"), "{line}");
}

#[test]
fn the_list_says_which_key_opens_the_editor() {
    let mut screen = Screen::new(60, 20);
    save(&mut screen, &broken());
    let text = screen.press("E").text();
    assert!(text.contains("Enter edit there"), "{text}");
}

#[test]
fn an_excerpt_fits_the_screen_with_its_marks_below_the_place() {
    let long = "word ".repeat(60);
    let toml = THREE_ROUNDS.replace(
        "title = \"First meeting\"",
        &format!("title = \"First meeting\"\nvenue = {{ a = \"{long}\", b = \"{long}\" }}"),
    );
    for (width, height) in [(120, 36), (80, 24), (60, 20), (40, 20)] {
        let mut screen = Screen::new(width, height);
        save(&mut screen, &toml);
        let text = screen.press("E").text();
        let lines: Vec<&str> = text.lines().collect();
        let at = lines
            .iter()
            .position(|line| line.contains("| venue = "))
            .unwrap_or_else(|| panic!("{width}: {text}"));
        let mark = lines[at].find("{ a").unwrap();
        assert_eq!(lines[at + 1].find('^'), Some(mark), "{width}: {text}");
        assert!(!lines[at + 2].contains('^'), "{width}: {text}");
    }
}

#[test]
fn a_row_of_the_list_keeps_its_line_where_its_message_does_not_fit() {
    let mut screen = Screen::new(40, 12);
    save(&mut screen, &broken());
    let line = screen.press("E").selected_line();
    let number = 1 + broken()
        .lines()
        .position(|line| line.contains("\"rond\""))
        .unwrap();
    assert!(line.contains(&format!("2017.toml:{number}")), "{line}");
    assert!(line.contains("unknown"), "{line}");
}

#[test]
fn what_would_be_right_is_seen_on_a_small_screen() {
    let mut screen = Screen::new(40, 12);
    save(&mut screen, &broken());
    let text = screen.press("E").text();
    assert!(text.contains("did you mean `round`?\n"), "{text}");
}
