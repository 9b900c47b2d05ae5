//! Requests that cannot be fulfilled: what is said, and the exit status.

use super::{fed, run, talks};

#[test]
fn a_mistake_in_the_filter_is_shown_in_its_place() {
    let said = run(["--filter", "by:x participant:ira"]).failed(2);
    insta::assert_snapshot!(said, @r#"
    --filter: there is no field `by`
      |
    1 | by:x participant:ira
      | ^^
      = help: write "by:x" in quotation marks to look for these words
    --filter: `ira` fits several participants
      |
    1 | by:x participant:ira
      |                  ^^^
      = help: it may be `iran` or `iraq`
    "#);
}

#[test]
fn what_cannot_be_read_is_named() {
    let said = run(["/nowhere/at all"]).failed(1);
    let first = said.lines().next().unwrap();
    assert!(first.starts_with("/nowhere/at all: error["), "{said}");
    assert!(
        first.ends_with(": there is no such file or directory"),
        "{said}"
    );
}

#[test]
fn a_timeline_without_anything_sound_is_told_by_its_mistakes() {
    let said = fed(&["-"], "[[event]]\nid = \"x\"\nname = 1 1\n").failed(1);
    assert!(said.contains("(stdin):3:8: error["), "{said}");
    assert!(said.contains("3 | name = 1 1"), "{said}");
}

#[test]
fn an_impossible_day_is_told_once() {
    let said = fed(&["-"], "[[event]]\nid = \"x\"\nstart = 2017-02-30\n").failed(1);
    assert_eq!(said.matches("start = 2017-02-30").count(), 1, "{said}");
}

#[test]
fn an_unknown_option_or_value_is_a_usage_mistake() {
    for (args, word) in [
        (["--filtr", "x"].as_slice(), "--filter"),
        (&["--theme", "blue"], "mono"),
        (&["init", "a", "b"], "'b'"),
        (&["--filter"], "<QUERY>"),
    ] {
        let said = run(args).failed(2);
        assert!(said.starts_with("error: "), "{said}");
        assert!(said.contains(word), "{said}");
    }
}

#[test]
fn source_texts_belong_to_a_timeline_in_files() {
    let said = fed(&["-", "--seeds", "/"], "").failed(2);
    assert_eq!(
        said,
        "astana: --seeds needs a timeline in a file or directory\n"
    );
}

#[test]
fn a_broken_file_among_sound_ones_costs_itself_only() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.toml"), talks("")).unwrap();
    std::fs::write(folder.path().join("b.toml"), b"\xff\xfe").unwrap();
    let run = run([folder.path()]).harmless();
    assert_eq!((run.status, run.stdout.lines().count()), (Some(0), 3));
    assert!(
        run.stderr.starts_with("astana: 1 error in the timeline"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_date_to_start_at_that_is_none_is_a_usage_mistake() {
    let said = run(["--date", "soon"]).failed(2);
    insta::assert_snapshot!(said, @"astana: `soon` is no date; try 2017, 2018-05, 2017-09-15 or '15 sep 2017'");
    let said = run(["--date", "2017", "--event", "round-06"]).failed(2);
    assert!(said.contains("cannot be used with"), "{said}");
}
