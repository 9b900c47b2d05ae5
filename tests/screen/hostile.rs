//! Text that wants more than to be read.

use proptest::prelude::*;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;

use super::Screen;

/// A timeline with `text` in every field that is shown.
fn timeline_of(text: &str) -> String {
    let text: String = text.chars().flat_map(escaped).collect();
    format!(
        r#"
[timeline]
schema = 1
title = "{text}"
[[kind]]
id = "round"
name = "{text}"
glyph = "●"
[[role]]
id = "guest"
name = "{text}"
glyph = "G"
[[participant]]
id = "iran"
name = "{text}"
aliases = ["{text}"]
[[person]]
id = "ansari"
name = "{text}"
participant = "iran"
title = "{text}"
[[source]]
id = "gazette"
publisher = "{text}"
author = "{text}"
title = "{text}"
[[event]]
id = "round-01"
kind = "round"
label = "{text}"
title = "{text}"
start = 2017-01-23
city = "{text}"
country = "{text}"
venue = "{text}"
summary = "{text}"
outcomes = ["{text}"]
topics = ["{text}"]
next = "{text}"
sources = ["gazette"]
participants = [{{ id = "iran", role = "guest", head = "ansari", head_title = "{text}" }}]
[[event.doubt]]
about = "{text}"
text = "{text}"
[[event.document]]
title = "{text}"
kind = "{text}"
symbol = "{text}"
points = ["{text}"]
[[event.quote]]
speaker = "ansari"
form = "indirect"
text = "{text}"
sources = ["gazette"]
title = "{text}"
"#
    )
}

fn escaped(c: char) -> Vec<char> {
    match c {
        '"' | '\\' => vec!['\\', c],
        c if c.is_control() => format!("\\u{:04x}", u32::from(c)).chars().collect(),
        c => vec![c],
    }
}

/// What a terminal would get for the screen.
fn bytes(buffer: &Buffer) -> String {
    let mut bytes = Vec::new();
    let blank = Buffer::empty(buffer.area);
    CrosstermBackend::new(&mut bytes)
        .draw(blank.diff(buffer).into_iter())
        .unwrap();
    String::from_utf8(bytes).unwrap()
}

/// The same without the sequences that the backend itself makes: CSI, parameters, final letter.
fn without_csi(text: &str) -> String {
    let mut rest = text;
    let mut out = String::new();
    while let Some(at) = rest.find("\u{1b}[") {
        out.push_str(&rest[..at]);
        let after = &rest[at + 2..];
        let end = after
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, ';' | ':' | '?')))
            .unwrap();
        rest = &after[end + 1..];
    }
    out.push_str(rest);
    out
}

const SCREENS: [&str; 11] = [
    "", "enter", "2", "2 tab", "4", "4 tab", "p", "E", "*", "2 *", "/ a",
];

fn assert_harmless(text: &str) {
    for (width, height) in [(120, 36), (60, 20), (33, 9)] {
        for keys in SCREENS {
            let mut screen = Screen::of(&timeline_of(text), width, height);
            screen.press(keys);
            let sent = without_csi(&bytes(&screen.buffer()));
            let control = sent.chars().find(|c| c.is_control() || is_bidi_control(*c));
            assert_eq!(control, None, "{keys} {width}x{height}: {sent:?}");
        }
    }
}

fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn a1_a2_a3_a4_no_control_character_from_data_reaches_the_terminal() {
    for text in [
        "\u{1b}]0;owned\u{7}",
        "\u{1b}[2J\u{1b}[31m",
        "\u{9b}31m",
        "a\u{8}\u{8}b\tc\rd\ne\u{0}\u{7f}",
        "\u{202e}drawkcab\u{2066}\u{200f}",
        "\u{61c}\u{200e}",
        "\u{1b}Ptmux;\u{1b}\\",
    ] {
        assert_harmless(text);
    }
}

#[test]
fn a1_a_control_character_is_shown_as_its_picture() {
    let screen = Screen::of(&timeline_of("yes\u{1b}no"), 120, 36);
    assert!(screen.text().contains("yes␛no"), "{}", screen.text());
}

#[test]
fn a7_a_heap_of_marks_stays_small_on_the_way_to_the_terminal() {
    let zalgo = format!("a{}", "\u{301}".repeat(5000));
    let screen = Screen::of(&timeline_of(&zalgo), 120, 36);
    assert!(bytes(&screen.buffer()).len() < 64 * 1024);
}

#[test]
fn a8_a_leading_mark_leaves_its_neighbour_alone() {
    let screen = Screen::of(&timeline_of("\u{301}\u{302}"), 120, 36);
    assert!(screen.text().contains('\u{25cc}'), "{}", screen.text());
    assert!(!screen.text().contains("│\u{301}"));
}

#[test]
fn a10_wide_glyphs_leave_the_rule_between_the_panes_whole() {
    for padding in 0..4 {
        let text = format!("{}{}", "x".repeat(padding), "文中".repeat(60));
        let screen = Screen::of(&timeline_of(&text), 120, 36);
        let buffer = screen.buffer();
        let rule = (4..34).all(|y| buffer[(54, y)].symbol() == "│");
        assert!(rule, "{}", screen.text());
        let last = buffer.area.width - 1;
        for y in 0..buffer.area.height {
            assert!(
                astana::text::width(buffer[(last, y)].symbol()) <= 1,
                "{}",
                screen.text()
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a1_no_text_at_all_harms_the_terminal(
        text in "([a-z ]|\\PC|\\p{Cc}|\\p{Cf}|\\p{Mn}|[文字🉠👨\u{200d}👩\u{200d}👧]){1,24}"
    ) {
        assert_harmless(&text);
    }
}
