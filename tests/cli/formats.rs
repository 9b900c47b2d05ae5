//! `list`, `show`, `quotes` and `stats` in every format, over the example of the manual.

use insta::assert_snapshot;

use super::{astana, caught, printed_over_the_example};

#[test]
fn list_in_every_format() {
    assert_snapshot!(printed_over_the_example(&["list"]), @"
    2021-03-04/2021-03-05  round-01  Round 1: First round of the river talks (Bridgetown, Borderland)
    2021-05                round-02  Round 2: Second round of the river talks
    ");
    for format in ["json", "csv", "md"] {
        let printed = printed_over_the_example(&["list", "--format", format]);
        assert_snapshot!(format!("list-{format}"), printed);
    }
}

#[test]
fn show_in_every_format() {
    for format in ["text", "json", "md"] {
        let printed = printed_over_the_example(&["show", "round-01", "--format", format]);
        assert_snapshot!(format!("show-{format}"), printed);
    }
}

#[test]
fn quotes_in_every_format() {
    for format in ["text", "json", "csv", "md"] {
        let printed = printed_over_the_example(&["quotes", "--format", format]);
        assert_snapshot!(format!("quotes-{format}"), printed);
    }
}

#[test]
fn stats_in_every_format() {
    for format in ["text", "json"] {
        let printed = printed_over_the_example(&["stats", "--format", format]);
        assert_snapshot!(format!("stats-{format}"), printed);
    }
}

#[test]
fn export_in_every_format_that_is_read_line_by_line() {
    for format in [
        "timelinejs",
        "ics",
        "json",
        "md",
        "bibtex",
        "csl-json",
        "markwhen",
    ] {
        let run = exported_from_the_example(&["export", format]);
        assert_snapshot!(format!("export-{format}"), run);
    }
    for table in ["events", "participants", "quotes", "documents", "sources"] {
        let run = exported_from_the_example(&["export", "csv", "--table", table]);
        assert_snapshot!(format!("export-csv-{table}"), run);
    }
}

/// What an export prints; some have lines that end with CR and LF.
fn exported_from_the_example(args: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    crate::docs::schema_example(folder.path());
    let run = caught(astana().args(args).arg(folder.path()));
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""));
    run.stdout.replace("\r\n", "\n")
}

#[test]
fn plain_characters_if_asked_for() {
    let printed = printed_over_the_example(&["show", "round-01", "--ascii"]);
    // What is left are characters of the data: the omission in the quote.
    assert!(printed.replace('…', "").is_ascii(), "{printed}");
}

#[test]
fn prose_is_wrapped_to_the_columns_there_are_but_addresses_are_whole() {
    let show = |columns: &str| {
        let run = caught(astana().args(["show", "round-06"]).env("COLUMNS", columns));
        run.printed()
    };
    let addresses = |printed: &str| -> Vec<String> {
        let lines = printed.lines().filter(|line| line.contains("://"));
        lines.map(|line| line.trim().to_owned()).collect()
    };
    let whole = addresses(&show("500"));
    assert!(whole.iter().any(|address| address.len() > 80), "{whole:?}");
    for (columns, most) in [("40", 40), ("72", 72), ("500", 80), ("0", 20), ("x", 80)] {
        let printed = show(columns);
        let prose = printed.lines().filter(|line| !line.contains("://"));
        let widest = prose.map(|line| line.chars().count()).max().unwrap();
        assert!((most - 8..=most).contains(&widest), "{columns}: {widest}");
        assert_eq!(addresses(&printed), whole, "{columns}");
    }
}

#[test]
fn an_event_that_is_not_there_is_told_with_the_nearest() {
    let said = super::run(["show", "round-6"]).failed(1);
    assert_eq!(
        said,
        "astana: there is no event `round-6`; did you mean `round-06`?\n"
    );
}

#[test]
fn nothing_that_fits_is_an_empty_list_and_a_word_on_stderr() {
    for (command, format, empty) in [
        ("list", "text", ""),
        ("list", "json", "[]\n"),
        ("quotes", "json", "[]\n"),
        ("quotes", "text", ""),
    ] {
        let run = super::run([command, "--filter", "zanzibar", "--format", format]);
        assert_eq!((run.status, run.stdout.as_str()), (Some(0), empty));
        assert!(run.stderr.ends_with(" fits the filter\n"), "{}", run.stderr);
    }
}
