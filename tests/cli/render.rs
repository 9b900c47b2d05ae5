//! `astana render`: a screen on paper.

use roxmltree::Document;

use super::{fed, run, talks};

/// The width of a cell in a picture, its height, and what is free around them.
const CELL: (usize, usize) = (8, 17);
const MARGIN: usize = 8;

#[test]
fn a_screen_is_drawn_as_text_of_the_size_asked_for() {
    let drawn = run(["render", "--event", "round-06", "--size", "80x24"]).printed();
    let lines: Vec<&str> = drawn.lines().collect();
    assert_eq!(lines.len(), 24);
    assert!(lines[0].contains("1 Timeline"), "{drawn}");
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("▸      14–15 Sep ● Round 6"))
    );
    assert!(lines[23].contains("24/80"), "{drawn}");
    assert!(lines.iter().all(|line| line.chars().count() <= 80));
}

#[test]
fn keys_are_pressed_and_words_typed_before_it_is_drawn() {
    let drawn = |keys: &str| run(["render", "--size", "100x24", "--keys", keys]).printed();
    assert!(drawn("j j").contains(" 3/80"));
    assert!(drawn("2").contains("›2 Quotes"));
    let found = drawn("/ detainees enter");
    assert!(found.contains("detainees"), "{found}");
    assert!(!found.contains("searching"), "{found}");
}

#[test]
fn a_filter_a_view_and_plain_characters_are_drawn_as_the_program_draws_them() {
    let args = [
        "render",
        "-f",
        "kind:round",
        "--view",
        "participants",
        "--ascii",
    ];
    let drawn = run(args).printed();
    assert!(drawn.contains("3 Participants"), "{drawn}");
    assert!(drawn.contains("22 of 80 events"), "{drawn}");
    assert!(!drawn.contains(['│', '─', '●']), "{drawn}");
}

#[test]
fn what_cannot_be_drawn_is_told() {
    for (args, said) in [
        (["--size", "80"], "for instance 120x36"),
        (["--size", "0x24"], "for instance 120x36"),
        (["--size", "1001x24"], "up to 1000x500"),
        (["--size", "80x"], "for instance 120x36"),
        (["--keys", "j q"], "astana: `q` leads out of the screen"),
        (["--keys", "r ctrl-z"], "`ctrl-z` leads out of the screen"),
    ] {
        let message = run(["render"].iter().chain(&args)).failed(2);
        assert!(message.to_lowercase().contains(said), "{args:?}: {message}");
    }
}

#[test]
fn neither_environment_nor_configuration_changes_what_is_drawn() {
    let args = ["render", "--format", "svg"];
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("astana")).unwrap();
    let file = folder.path().join("astana/config.toml");
    std::fs::write(file, "[keys]\nnext = \"m\"\n").unwrap();
    let mut command = super::astana();
    command.args(args).env("XDG_CONFIG_HOME", folder.path());
    command
        .env("NO_COLOR", "1")
        .env("LANG", "ru_RU.KOI8-R")
        .env("COLORFGBG", "0;15");
    assert_eq!(super::caught(&mut command).printed(), run(args).printed());
}

#[test]
fn a_picture_says_what_the_text_says_cell_by_cell() {
    for view in ["timeline", "quotes", "participants", "sources", "zones"] {
        let with = |format| {
            let args = [
                "render", "--view", view, "--size", "90x30", "--format", format,
            ];
            run(args).printed()
        };
        let (text, svg) = (with("text"), with("svg"));
        assert_eq!(text_of(&svg), text, "{view}");
    }
}

#[test]
fn a_picture_holds_what_data_says_as_text_only() {
    let hostile = "\"</text><script>alert(1)</script> & \\\"so\\\" \\u001b[31m\"";
    let hostile = talks("").replace("\"Second\"", hostile);
    let args = [
        "render", "-", "--event", "e2", "--size", "120x24", "--format", "svg",
    ];
    let svg = fed(&args, &hostile).printed();
    let document = Document::parse(&svg).unwrap();
    let mut names: Vec<&str> = document
        .descendants()
        .map(|node| node.tag_name().name())
        .collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names, ["", "rect", "style", "svg", "text"]);
    assert!(text_of(&svg).contains("</text><script>alert(1)</script> & \"so\" ␛[31m"));
}

#[test]
fn a_picture_needs_nothing_from_elsewhere_and_suits_light_and_dark() {
    let svg = run(["render", "--format", "svg"]).printed();
    let own = svg.replace("http://www.w3.org/2000/svg", "");
    for word in ["http", "url(", "@import", "href", "<script", "font-face"] {
        assert!(!own.contains(word), "{word}");
    }
    assert!(svg.contains("prefers-color-scheme: dark"));
    for theme in ["light", "dark"] {
        let svg = run(["render", "--format", "svg", "--theme", theme]).printed();
        assert!(!svg.contains("prefers-color-scheme"), "{theme}");
    }
    let mono = run(["render", "--format", "svg", "--theme", "mono"]).printed();
    for colour in ["red", "green", "magenta", "cyan"] {
        assert!(svg.contains(&format!("class=\"{colour}")), "{colour}");
        assert!(!mono.contains(&format!("class=\"{colour}")), "{colour}");
    }
}

/// What a picture says, put back into cells.
fn text_of(svg: &str) -> String {
    let document = Document::parse(svg).unwrap();
    let height: usize = document
        .root_element()
        .attribute("height")
        .unwrap()
        .parse()
        .unwrap();
    let mut rows = vec![String::new(); (height - 2 * MARGIN) / CELL.1];
    for text in document
        .descendants()
        .filter(|node| node.has_tag_name("text"))
    {
        let number = |name| text.attribute(name).unwrap().parse::<usize>().unwrap();
        let said = text.text().unwrap();
        let (column, row) = (
            (number("x") - MARGIN) / CELL.0,
            (number("y") - MARGIN) / CELL.1,
        );
        let has_gap = said.starts_with(' ') || said.ends_with(' ') || said.contains("  ");
        assert!(
            !has_gap,
            "renderers differ in what they make of blanks: {said:?}"
        );
        let width = astana::text::width(said);
        assert_eq!(number("textLength"), width * CELL.0, "{said}");
        let line = &mut rows[row];
        let gap = column.checked_sub(astana::text::width(line)).unwrap();
        line.extend(std::iter::repeat_n(' ', gap));
        line.push_str(said);
    }
    let rows: Vec<&str> = rows.iter().map(|row| row.trim_end()).collect();
    rows.join("\n") + "\n"
}
