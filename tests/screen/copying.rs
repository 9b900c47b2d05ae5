//! Copying what is selected, and opening its address.

use astana::tui::message::{Effect, Msg};

use super::{Screen, THREE_ROUNDS};

/// The menu's rows: what each form would copy.
fn forms(screen: &Screen) -> Vec<String> {
    let lines = screen.text();
    let lines = lines.lines().skip_while(|line| !line.contains("Copy: "));
    let rows = lines.skip(1).take_while(|line| !line.contains('─'));
    let rows = rows.map(|row| row.trim_start_matches(['▸', ' ']).trim_end().to_owned());
    rows.filter(|row| !row.is_empty()).collect()
}

/// What is copied in a form, by going to its row.
fn copied(screen: &mut Screen, form: &str) -> String {
    screen.press("y");
    let rows = forms(screen);
    let row = rows.iter().position(|row| row.starts_with(form));
    assert!(row.is_some(), "no {form} in {rows:#?}");
    for _ in 0..row.unwrap_or_default() {
        screen.press("down");
    }
    screen.press("enter");
    let Some(Effect::Copy(text)) = screen.effect.take() else {
        return String::from("nothing is copied");
    };
    text
}

#[test]
fn y_shows_every_form_that_an_event_has_and_what_each_would_copy() {
    let mut screen = Screen::new(80, 24);
    screen.press("y");
    insta::assert_snapshot!(screen.text());
}

#[test]
fn enter_copies_the_selected_form_and_closes_the_menu() {
    let mut screen = Screen::new(80, 24);
    assert_eq!(copied(&mut screen, "id"), "round-01");
    assert!(!screen.text().contains("Copy: "));
    assert_eq!(
        copied(&mut screen, "text"),
        "Round 1: First meeting\n23–24 January 2017, Astana, Kazakhstan\n\n\
         The delegations met for the first time and agreed to watch the ceasefire."
    );
    assert_eq!(copied(&mut screen, "URL"), "https://example.org/talks");
}

#[test]
fn y_twice_copies_the_text_and_esc_copies_nothing() {
    let mut screen = Screen::new(80, 24);
    screen.press("y y");
    assert!(matches!(&screen.effect, Some(Effect::Copy(text)) if text.starts_with("Round 1")));
    screen.press("y j esc");
    assert_eq!(screen.effect, None);
    assert!(!screen.text().contains("Copy: "));
    assert_eq!(screen.selected(), "round-01");
}

#[test]
fn f10_nothing_is_said_to_be_copied_until_it_is_known() {
    let mut screen = Screen::new(80, 24);
    screen.press("y y");
    assert!(!screen.text().contains("copied"));
    screen.send(Msg::Told(String::from("copied by wl-copy")));
    assert!(screen.text().contains("copied by wl-copy"));
}

#[test]
fn an_event_is_cited_by_the_sources_it_rests_on() {
    let mut screen = Screen::new(80, 24);
    assert_eq!(
        copied(&mut screen, "citation"),
        "The Gazette, “Talks end,” February 3, 2017, https://example.org/talks; \
         The Herald, “Talks go on,” May 16, 2018."
    );
    let bibtex = copied(&mut screen, "BibTeX");
    assert!(bibtex.starts_with("@online{gazette,"), "{bibtex}");
    assert!(bibtex.contains("@misc{herald,"), "{bibtex}");
    let csl: serde_json::Value = serde_json::from_str(&copied(&mut screen, "CSL-JSON")).unwrap();
    assert_eq!(csl[0]["id"], "gazette");
    assert_eq!(csl[1]["title"], "Talks go on");
    let markdown = copied(&mut screen, "Markdown");
    assert!(
        markdown.starts_with("# Round 1 · First meeting"),
        "{markdown}"
    );
}

#[test]
fn a_source_without_a_date_is_cited_by_when_it_was_read() {
    let dated = "title = \"Talks go on\"\ndate = 2018-05-16";
    let read = "title = \"Talks \\\"go\\\" on.\"\nauthor = \"A. Writer\"\naccessed = 2020-03-01";
    let mut screen = Screen::of(&THREE_ROUNDS.replace(dated, read), 80, 24);
    screen.press("4 G");
    assert_eq!(
        copied(&mut screen, "citation"),
        "A. Writer, “Talks ‘go’ on,” The Herald, accessed March 1, 2020."
    );
    let neither = read.replace("\naccessed = 2020-03-01", "");
    let mut screen = Screen::of(&THREE_ROUNDS.replace(dated, &neither), 80, 24);
    screen.press("4 G");
    assert_eq!(
        copied(&mut screen, "citation"),
        "A. Writer, “Talks ‘go’ on,” The Herald, n.d."
    );
}

#[test]
fn a_quote_is_copied_with_its_speaker_and_cited_by_where_it_stands() {
    let mut screen = Screen::new(80, 24);
    screen.press("2 enter y");
    let rows = forms(&screen);
    assert!(!rows.iter().any(|row| row.starts_with("id")), "{rows:#?}");
    screen.press("esc");
    assert_eq!(
        copied(&mut screen, "text"),
        "“The ceasefire holds” (Hossein Ansari, Deputy Minister, 24 January 2017)"
    );
    assert_eq!(
        copied(&mut screen, "citation"),
        "Hossein Ansari, quoted in The Gazette, “Talks end,” February 3, 2017, \
         https://example.org/talks."
    );
    assert_eq!(
        copied(&mut screen, "command"),
        "astana --event round-01 --view quotes"
    );
}

#[test]
fn a_document_is_cited_by_what_it_is_and_where_it_was_made() {
    let document = "[[event.document]]\ntitle = \"Joint statement\"\nkind = \"joint statement\"\n\
                    date = 2017-01-24\nsymbol = \"A/71/1\"\nurl = \"https://example.org/a|b\"\n\n\
                    [[event.quote]]\nspeaker = \"ansari\"\nform = \"direct\"";
    let quote = "[[event.quote]]\nspeaker = \"ansari\"\nform = \"direct\"";
    let mut screen = Screen::of(&THREE_ROUNDS.replacen(quote, document, 1), 100, 40);
    screen.press("enter");
    for _ in 0..20 {
        screen.press("y");
        if screen.text().contains("Copy: Joint statement") {
            break;
        }
        screen.press("esc down");
    }
    screen.press("esc");
    assert_eq!(
        copied(&mut screen, "citation"),
        "“Joint statement,” joint statement, Astana, Kazakhstan, January 24, 2017, A/71/1, \
         https://example.org/a%7Cb."
    );
    let bibtex = copied(&mut screen, "BibTeX");
    assert_eq!(bibtex.matches("@report{round-01:document-1,").count(), 1);
    assert_eq!(bibtex.matches('@').count(), 1);
}

#[test]
fn what_has_no_citation_is_not_offered_one() {
    let mut screen = Screen::new(80, 24);
    screen.press("3 y");
    let rows = forms(&screen);
    let names = rows.iter().map(|row| row.split(' ').next().unwrap());
    assert_eq!(names.collect::<Vec<_>>(), ["text", "id", "command"]);
    assert!(rows[2].contains("--view participants -f participant:"));
}

#[test]
fn the_command_holds_the_filter_the_view_and_the_files_as_a_shell_reads_them() {
    let mut screen = Screen::new(80, 24);
    screen.app.settings.reopened_by = Some(vec![
        String::from("my talks/"),
        String::from("--seeds"),
        String::from("s"),
    ]);
    screen.filter("participant:jordan/observer \"came to\"");
    assert_eq!(
        copied(&mut screen, "command"),
        "astana 'my talks/' --seeds s --event round-02 -f 'participant:jordan/observer \"came to\"'"
    );
    screen.press("X");
    screen.filter("-kind:summit");
    screen.press("4");
    assert_eq!(
        copied(&mut screen, "command"),
        "astana 'my talks/' --seeds s --event round-01 --view sources '--filter=-kind:summit'"
    );
}

/// The screen that a command line opens, as the program reads it.
fn reopened(command: &str) -> Screen {
    let words = shell_words::split(command).unwrap();
    let mut screen = Screen::builtin(100, 40);
    let (mut view, mut words) = ("timeline", words.iter().skip(1));
    while let Some(option) = words.next() {
        let value = words.next().unwrap();
        match option.as_str() {
            "--event" => {
                let id = astana::timeline::Id::new(value).unwrap();
                screen.app.events.chosen = screen.app.timeline.event_named(&id);
            }
            "--view" => view = value,
            "-f" => screen.filter(value),
            _ => unreachable!("{option}"),
        }
    }
    let view = ["timeline", "quotes", "participants", "sources", "zones"]
        .iter()
        .position(|it| *it == view);
    screen.press(&(view.unwrap() + 1).to_string());
    screen
}

#[test]
fn the_command_leads_back_to_the_event_the_speaker_and_the_source() {
    for (keys, step) in [("1", "pgdn"), ("2", "down"), ("4", "1 pgdn 4")] {
        let mut exact = 0;
        let mut screen = Screen::builtin(100, 40);
        screen.press(keys);
        for _ in 0..6 {
            screen.press(step);
            let command = copied(&mut screen, "command");
            let there = copied(&mut reopened(&command), "text");
            // Sources that no event begins with are found by their publisher.
            if !command.contains("source:") {
                assert_eq!(there, copied(&mut screen, "text"), "{command}");
                exact += 1;
            }
        }
        assert!(exact > 0, "{keys}");
    }
}

#[test]
fn the_command_leads_back_to_a_quote_that_is_not_the_first_of_its_event() {
    let mut screen = Screen::new(80, 24);
    screen.press("2 G enter");
    assert_eq!(
        copied(&mut screen, "command"),
        "astana --event round-01 --view quotes -f speaker:onal"
    );
}

#[test]
fn no_command_is_offered_where_none_opens_the_timeline_again_or_it_would_hide_something() {
    let mut screen = Screen::new(80, 24);
    for origin in [
        None,
        Some(vec![String::from("a\u{1b}[201~b")]),
        Some(vec![String::from("a\u{202e}b")]),
    ] {
        screen.app.settings.reopened_by = origin;
        screen.press("y");
        assert!(!screen.text().contains("command"));
        screen.press("esc");
    }
}

#[test]
fn what_is_copied_holds_no_controls() {
    let hostile = "title = \"First\\u001b]52;c;eA==\\u0007\\u202e meeting\"";
    let mut screen = Screen::of(
        &THREE_ROUNDS.replace("title = \"First meeting\"", hostile),
        80,
        24,
    );
    for form in ["text", "Markdown", "command"] {
        let text = copied(&mut screen, form);
        let is_hidden = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!text.contains(is_hidden), "{text:?}");
    }
}

#[test]
fn a_menu_stays_as_it_is_when_the_files_change() {
    let mut screen = Screen::new(80, 24);
    screen.press("y j");
    let before = forms(&screen);
    let input = astana::load::Input::text("talks.toml", THREE_ROUNDS.replace("round-01", "other"));
    astana::tui::update::reload(&mut screen.app, astana::load::load(input));
    assert_eq!(forms(&screen), before);
    screen.press("enter");
    assert_eq!(screen.effect, Some(Effect::Copy(String::from("round-01"))));
}

#[test]
fn the_menu_fits_every_screen() {
    for (width, height) in [(120, 36), (60, 20), (40, 12), (20, 5)] {
        let mut screen = Screen::builtin(width, height);
        screen.press("y pgdn");
        assert!(screen.text().contains("CSL-JSON"), "{width}x{height}");
        screen.press("enter");
        assert!(matches!(screen.effect, Some(Effect::Copy(_))));
    }
}

#[test]
fn f21_o_opens_the_address_and_says_which() {
    let mut screen = Screen::new(80, 24);
    screen.app.settings.has_browser = true;
    screen.press("o");
    let url = "https://example.org/talks";
    assert_eq!(screen.effect, Some(Effect::OpenUrl(String::from(url))));
    assert!(screen.text().contains(&format!("opening {url}")));
}

#[test]
fn f21_o_shows_the_address_for_copying_where_there_is_no_browser() {
    let mut screen = Screen::new(80, 24);
    screen.press("o");
    assert_eq!(screen.effect, None);
    assert_eq!(forms(&screen), ["URL       https://example.org/talks"]);
    assert!(screen.text().contains("there is no browser here"));
    screen.press("enter");
    let url = String::from("https://example.org/talks");
    assert_eq!(screen.effect, Some(Effect::Copy(url)));
}

#[test]
fn f21_o_opens_nothing_where_no_address_is_known() {
    let mut screen = Screen::new(80, 24);
    screen.app.settings.has_browser = true;
    screen.press("3 o");
    assert_eq!(screen.effect, None);
    assert!(screen.text().contains("no address is known for"));
    let url = "url = \"https://example.org/talks\"";
    for other in [
        "url = \"file:///etc/passwd\"",
        "url = \"javascript:alert(1)\"",
    ] {
        let mut screen = Screen::of(&THREE_ROUNDS.replace(url, other), 80, 24);
        screen.app.settings.has_browser = true;
        screen.press("o");
        assert_eq!(screen.effect, None, "{other}");
    }
}
