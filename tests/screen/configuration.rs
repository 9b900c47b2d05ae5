//! Keys of one's own on the screen: what the footer, the help and the notices say.

use astana::diagnostic::Files;
use astana::tui::config;

use super::harness::Screen;

/// A screen with these entries of `[keys]`.
fn with_keys(entries: &str) -> Screen {
    let toml = format!("[keys]\n{entries}\n");
    let file = Files::default().add("config.toml", toml.clone());
    let (config, problems) = config::read(&toml, file);
    assert_eq!(problems, []);
    let mut screen = Screen::new(100, 20);
    screen.app.settings.keymap = config.keymap;
    screen
}

fn footer(screen: &Screen) -> String {
    screen
        .text()
        .lines()
        .last()
        .unwrap_or_default()
        .trim()
        .to_owned()
}

#[test]
fn keys_of_ones_own_work_and_the_others_do_not() {
    let mut screen = with_keys("next = \"m\"\nprevious = \"i\"");
    screen.press("m");
    assert_eq!(screen.selected(), "round-02");
    screen.press("j");
    assert_eq!(screen.selected(), "round-02");
    assert!(footer(&screen).starts_with("`j` does nothing here; ?"));
    screen.press("i");
    assert_eq!(screen.selected(), "round-01");
}

#[test]
fn the_footer_shows_the_keys_there_are() {
    let screen = with_keys("next = \"m\"\nprevious = \"i\"\nclose = []\nhelp = \"f9\"");
    let footer = footer(&screen);
    assert!(footer.starts_with("m i event  Enter detail"), "{footer}");
    assert!(!footer.contains("quit"), "{footer}");
    assert!(footer.contains("F9 all keys"), "{footer}");
}

#[test]
fn the_help_shows_the_keys_there_are() {
    let mut screen = with_keys("next = [\"m\", \"ctrl-s\"]\nclose = []");
    screen.press("?");
    let text = screen.text();
    let line = |what: &str| {
        let line = text.lines().find(|line| line.contains(what)).unwrap();
        line.replace('▸', "").trim().to_owned()
    };
    let next = line("go to the next row");
    assert!(next.starts_with("m Ctrl-S  "), "{next}");
    screen.press("q u i t");
    assert!(screen.text().contains("leave the program at once"));
}

#[test]
fn an_action_without_a_key_can_still_be_done_from_the_help() {
    let mut screen = with_keys("view-quotes = []");
    screen.press("? v i e w - q enter");
    assert!(footer(&screen).contains("speaker"), "{}", screen.text());
}
