//! The sources view.

use std::fmt::Write;

use astana::tui::app::View;
use astana::tui::detail::focused;
use astana::tui::document::{Setting, Sought, page, page_outline};
use astana::tui::glyphs::UNICODE;
use astana::tui::rows::SourceRow;
use astana::tui::subject::Subject;
use proptest::prelude::*;

use super::{Screen, THREE_ROUNDS};

/// A timeline of one event whose direct quotes rest on one source with a text; on a second source rests
/// nothing.
fn quoting(quotes: &[&str]) -> String {
    let mut toml = String::from(
        r#"
[timeline]
schema = 1
title = "Talks"
[[kind]]
id = "round"
name = "Round"
glyph = "●"
[[role]]
id = "guest"
name = "Guest"
glyph = "G"
[[participant]]
id = "iran"
name = "Iran"
[[person]]
id = "ansari"
name = "Ansari"
participant = "iran"
[[source]]
id = "gazette"
publisher = "The Gazette"
title = "Talks end"
language = "en"
date = 2017-02-03
file = "text.txt"
[[source]]
id = "unused"
title = "Nobody cites this"
[[event]]
id = "round-01"
kind = "round"
number = 1
title = "First meeting"
start = 2017-01-23
summary = "They met."
sources = ["gazette"]
participants = [{ id = "iran", role = "guest", head = "ansari", sources = ["gazette"] }]
"#,
    );
    for quote in quotes {
        let quote: String = quote.chars().map(escaped).collect();
        writeln!(
            toml,
            "[[event.quote]]\nspeaker = \"ansari\"\nform = \"direct\"\nsources = [\"gazette\"]\ntext = \"{quote}\""
        )
        .unwrap();
    }
    toml
}

/// A character as it is written in a TOML string.
fn escaped(c: char) -> String {
    match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    }
}

fn read(quotes: &[&str], text: &str) -> Screen {
    let mut screen = Screen::with_text(&quoting(quotes), text, 80, 30);
    screen.press("4");
    screen
}

/// The lines from the heading of the text on.
fn text_of(screen: &mut Screen) -> String {
    let text = screen.press("enter G").text();
    let (_, text) = text.split_once("Its text").unwrap();
    text.to_owned()
}

#[test]
fn each_source_is_listed_with_how_much_rests_on_it() {
    let text = Screen::new(80, 24).press("4").text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[1..4],
        [
            "  date       publisher    title                        lang  ev del doc   q   ✓",
            "▸ 2017-02-03 The Gazette  Talks end                           3   1       1",
            "  2018-05-16 The Herald   Talks go on                         4   1       2",
        ],
        "{text}"
    );
    assert!(text.contains("2 of 2 sources"), "{text}");
}

#[test]
fn a_source_on_which_nothing_rests_says_so() {
    let mut screen = read(&[], "");
    let text = screen.press("j").text();
    assert!(screen.selected_line().contains("unused"), "{text}");
    assert!(
        text.contains("Nothing in this timeline rests on it"),
        "{text}"
    );
}

#[test]
fn a_timeline_without_sources_says_so() {
    let toml = "[timeline]\nschema = 1\ntitle = \"Talks\"\n";
    let mut screen = Screen::of(toml, 80, 24);
    let text = screen.press("4 enter j n s").text();
    assert!(text.contains("this timeline has no sources"), "{text}");
}

#[test]
fn the_view_opens_at_the_selected_events_source() {
    let mut screen = Screen::new(80, 24);
    screen.press("j j 4");
    assert!(screen.selected_line().contains("The Herald"));
    // Where the reader has gone stays where it is if the event rests on it.
    screen.press("1 j 4 k 1 4");
    assert!(screen.selected_line().contains("The Gazette"));
}

#[test]
fn s_sorts_in_three_orders_and_the_selection_stays() {
    let mut screen = Screen::builtin(120, 36);
    screen.press("4 j j j");
    let selected = screen.app.selected_source();
    let first = |screen: &Screen| screen.app.source_rows()[0];
    let mut firsts = Vec::new();
    for order in ["by date", "by publisher", "by weight", "by date"] {
        assert!(screen.text().contains(order), "{order}: {}", screen.text());
        assert_eq!(screen.app.selected_source(), selected, "{order}");
        assert!(screen.text().contains('▸'), "{order}");
        firsts.push(first(&screen).source);
        screen.press("s");
    }
    assert_eq!(firsts[0], firsts[3]);
    screen.press("s");
    let weights: Vec<usize> = screen
        .app
        .source_rows()
        .iter()
        .map(SourceRow::facts)
        .collect();
    assert!(weights.is_sorted_by(|a, b| a >= b), "{weights:?}");
    assert!(weights[0] > 20, "{weights:?}");
}

#[test]
fn only_sources_can_be_sorted() {
    let text = Screen::new(80, 24).press("s").text();
    assert!(
        text.contains("only sources can be sorted; 4 shows them"),
        "{text}"
    );
}

#[test]
fn the_filter_leaves_the_sources_of_what_it_shows_and_counts_no_more() {
    let mut screen = Screen::new(80, 24);
    screen.press("4");
    screen.filter("kind:summit");
    let text = screen.text();
    assert!(text.contains("1 of 2 sources"), "{text}");
    assert!(screen.selected_line().starts_with("▸ 2018-05-16"), "{text}");
    let line = screen.selected_line();
    assert_eq!(line.split_once("go on").unwrap().1.trim(), "1", "{text}");
    screen.press("X");
    assert!(screen.text().contains("2 of 2 sources"));
    screen.filter("nothing");
    let text = screen.text();
    assert!(
        text.contains("nothing that fits the filter rests on a source"),
        "{text}"
    );
}

#[test]
fn a_filter_hides_the_selection_and_gives_it_back() {
    let mut screen = Screen::new(80, 24);
    screen.press("4 g");
    screen.filter("kind:summit");
    assert!(screen.selected_line().contains("The Herald"));
    screen.press("X");
    assert!(screen.selected_line().contains("The Gazette"));
}

#[test]
fn at_filters_by_the_publisher() {
    let mut screen = Screen::new(80, 24);
    let text = screen.press("4 g @").text();
    assert!(text.contains("filter: source:\"The Gazette\""), "{text}");
}

#[test]
fn enter_lists_what_rests_on_it_and_each_leads_there() {
    let mut screen = Screen::new(80, 50);
    let text = screen.press("4 g enter").text();
    for line in [
        " On it rest 3 events, 1 delegation, 1 quote",
        " • Round 1 · 23–24 January 2017: as a whole, 1 outcome",
        " • Round 2 · 15 February 2017: as a whole, 1 doubt",
        " • Iran at Round 1, led by Hossein Ansari",
        " ? “The ceasefire holds”",
    ] {
        assert!(text.contains(&format!("\n{line}\n")), "{line}: {text}");
    }
    screen.press("j j enter");
    assert_eq!(screen.app.view, View::Timeline);
    assert_eq!(screen.selected(), "round-02");
    assert!(screen.press("alt-left").text().contains("›4 Sources"));
}

/// Goes down until a link to something is focused.
fn focus(screen: &mut Screen, wanted: impl Fn(&Subject) -> bool) {
    let is_there = (0..100).any(|_| {
        let is_focused = focused(&screen.app).is_some_and(|subject| wanted(&subject));
        if !is_focused {
            screen.press("j");
        }
        is_focused
    });
    assert!(is_there, "{}", screen.text());
}

#[test]
fn a_link_to_a_source_that_the_filter_hides_shows_its_page() {
    let of_round_2 = "summary = \"Jordan came to watch.\"\nsources = [\"gazette\"]";
    let own = of_round_2.replace("gazette", "memo");
    let source = "[[source]]\nid = \"memo\"\ntitle = \"A memo\"\n";
    let toml = THREE_ROUNDS.replace(of_round_2, &own) + source;
    let mut screen = Screen::of(&toml, 120, 36);
    screen.filter("year:2018");
    assert!(screen.press("4").text().contains("2 of 3 sources"));
    screen.press("1 G enter");
    focus(
        &mut screen,
        |to| matches!(to, Subject::Event(at) if at.index() == 1),
    );
    screen.press("enter");
    focus(&mut screen, |to| matches!(to, Subject::Source(_)));
    let text = screen.press("enter").text();
    assert!(
        text.contains("nothing that the filter shows rests on this source; here it is"),
        "{text}"
    );
    assert!(text.contains("On it rest 1 event"), "{text}");
}

#[test]
fn a_text_is_shown_with_its_lines_numbered_and_what_is_quoted_marked() {
    let text = "Talks end\r\n\r\nAnsari said “we shall meet again” and left.\r\n";
    let mut screen = read(&["we shall meet again"], text);
    assert_eq!(
        text_of(&mut screen).lines().take(4).collect::<Vec<_>>(),
        [
            " (3 lines, 1 quote found in it)",
            " 1  Talks end",
            "",
            " 3  Ansari said [✓1 Ansari] “we shall meet again” and left.",
        ]
    );
    let snapshot = screen.snapshot();
    assert!(snapshot.contains("Green UNDERLINED"), "{snapshot}");
}

#[test]
fn a_verified_quote_leads_to_the_very_line_and_back() {
    for (width, height) in [(120, 36), (80, 24), (60, 20), (40, 12)] {
        let mut screen = Screen::builtin(width, height);
        screen.press("2");
        screen.filter("\"terrorism. The unity\"");
        let before = screen.press("tab").text();
        let text = screen.press("enter").text();
        assert!(text.contains("›4"), "{text}");
        let line = text.lines().find(|line| line.contains("[✓"));
        assert!(line.is_some_and(|line| line.contains("31  ")), "{text}");
        assert_eq!(screen.press("alt-left").text(), before);
        let text = screen.press("alt-right enter").text();
        assert_eq!(text, before, "the passage leads back to the quote");
    }
}

#[test]
fn n_goes_from_passage_to_passage_and_round() {
    let filler = "A line that nobody quotes.\n".repeat(60);
    let text = format!("first words\n{filler}second words\n{filler}third words\n");
    let mut screen = read(&["third words", "first words", "second words"], &text);
    screen.press("enter");
    for label in ["[✓1 ", "[✓2 ", "[✓3 ", "from the top again", "[✓2 "] {
        let text = screen.press("n").text();
        assert!(text.contains(label), "{label}: {text}");
    }
    assert!(screen.press("N").text().contains("[✓1 "));
    assert!(screen.press("N").text().contains("from the end again"));
    assert!(screen.text().contains("[✓3 "));
    // A search is what the keys mean if there is one.
    let text = screen.press("/ z z z enter n").text();
    assert!(text.contains("no hits for zzz"), "{text}");
}

#[test]
fn n_says_where_there_is_no_passage() {
    let text = Screen::new(80, 24).press("4 enter n").text();
    assert!(
        text.contains("no quote is found in a text of this source"),
        "{text}"
    );
    let text = Screen::new(80, 24).press("4 n").text();
    assert!(text.contains("there is no search"), "{text}");
}

#[test]
fn passages_that_overlap_have_a_label_each_and_lead_to_their_own_quotes() {
    let quotes = [
        "one two three four",
        "two three",
        "three four five",
        "one two three four",
    ];
    let mut screen = read(&quotes, "zero one two three four five six");
    let shown = text_of(&mut screen);
    assert!(
        shown.contains("zero [✓1 Ansari] [✓2 Ansari] one [✓3 Ansari] two [✓4 Ansari] three four"),
        "{shown}"
    );
    let mut reached = Vec::new();
    screen.press("g");
    for _ in quotes {
        screen.press("n enter");
        reached.push(screen.app.selected_quote().unwrap().nth);
        screen.press("alt-left");
    }
    assert_eq!(reached, [0, 3, 1, 2]);
}

#[test]
fn a_quote_with_an_omission_is_marked_in_its_parts_only() {
    let mut screen = read(
        &["We agreed […] to meet"],
        "We agreed, he said, to meet again.",
    );
    let shown = text_of(&mut screen);
    assert!(
        shown.contains(" 1  [✓1 Ansari] We agreed, he said, to meet again."),
        "{shown}"
    );
    let snapshot = screen.snapshot();
    let (_, styles) = snapshot.split_once("====").unwrap();
    let letter = styles
        .lines()
        .find_map(|line| line.strip_suffix(" = Green UNDERLINED"))
        .unwrap();
    let marked = styles.lines().find(|line| line.contains(letter)).unwrap();
    assert_eq!(
        marked.matches(letter).count(),
        "We agreed".len() + "to meet".len()
    );
}

#[test]
fn an_empty_text_says_so() {
    let shown = text_of(&mut read(&[], "\n\n"));
    assert!(shown.contains("It is empty."), "{shown}");
}

#[test]
fn nothing_harmful_in_a_text_reaches_the_screen() {
    let text = "a\u{1b}[31mred\u{7}\r\n\u{202e}dias ew\u{202c} and \u{1b}]0;owned\u{7} we said\u{0}\r\n\tcafe\u{301}";
    let mut screen = read(&["we said"], text);
    let shown = text_of(&mut screen);
    assert!(shown.contains(" 1  a␛[31mred␇\n"), "{shown}");
    assert!(shown.contains("[✓1 Ansari] we said␀"), "{shown}");
    let control = |c: char| c != '\n' && (c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c));
    assert!(!shown.contains(control), "{shown:?}");
}

#[test]
fn a_text_of_one_enormous_line_is_read_to_its_end() {
    let text = format!("{}the very end", "word ".repeat(300_000));
    let mut screen = read(&["the very end"], &text);
    screen.press("enter");
    for keys in ["pgdn", "G", "k", "n", "pgup"] {
        screen.press(keys).text();
    }
    let shown = screen.press("n").text();
    assert!(shown.contains("[✓1 Ansari] the very end"), "{shown}");
}

/// A text of lines with words of several scripts, some of them long.
fn some_text() -> impl Strategy<Value = String> {
    "(([a-z]{1,9}|[а-я]{1,5}|[文字]{1,3}|e\u{301}|\u{301}|\u{200d}|\u{202e}|[“”„«]|\r|\t|\\PC){0,2}[ \n]){0,60}"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_is_quoted_of_any_text_can_be_reached_at_any_width(
        text in some_text(),
        picks in prop::collection::vec((0_usize..400, 1_usize..60), 1..6),
        width in 20_u16..130,
    ) {
        let chars: Vec<char> = text.chars().collect();
        let quotes: Vec<String> = picks
            .iter()
            .map(|&(from, length)| chars.iter().skip(from % chars.len().max(1)).take(length).collect())
            .collect();
        let quotes: Vec<&str> = quotes.iter().map(String::as_str).collect();
        let mut screen = Screen::with_text(&quoting(&quotes), &text, width, 30);
        screen.press("4 enter");
        let source = screen.app.selected_source().unwrap();
        let timeline = screen.app.timeline.clone();
        for (quote, _) in timeline.passages(source) {
            screen.press("n");
            let text = screen.text();
            prop_assert!(text.contains("[✓"), "{:?}: {}", quote, text);
        }
        let subject = Subject::Source(source);
        let setting = Setting::plain(&UNICODE, usize::from(width));
        let whole = page(&timeline, &subject, setting);
        let outline = page_outline(&timeline, &subject, (Sought::Line(0), usize::MAX), setting);
        prop_assert_eq!(whole.lines.len(), outline.lines.len());
        prop_assert_eq!(whole.links, outline.links);
    }
}
