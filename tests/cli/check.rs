//! `astana check`: what it says, and what its exit status is.

use std::fs;

use serde_json::Value;

use super::{fed, run, talks};

const UNVERIFIED: &str = "quote = [{ speaker = \"p\", form = \"direct\", text = \"Yes.\", sources = [\"gazette\"] }]\n\
                          [[person]]\nid = \"p\"\nname = \"P\"\n";

#[test]
fn the_timeline_that_comes_with_the_program_has_no_fault() {
    let printed = run(["check", "--strict"]).printed();
    assert!(printed.starts_with("no problems in "), "{printed}");
    assert!(
        printed.contains("7 of 7 direct quotes verified"),
        "{printed}"
    );
}

#[test]
fn every_mistake_is_told_in_one_go_and_what_was_checked_at_the_end() {
    let run = fed(&["check", "-"], &talks("knid = 1\nrelated = [\"e4\"]\n"));
    assert_eq!((run.status, run.stderr.as_str()), (Some(1), ""));
    insta::assert_snapshot!(run.harmless().stdout, @r#"
    (stdin):19:1: warning[W001]: an event has no key `knid`
       |
    19 | knid = 1
       | ^^^^
      = help: did you mean `kind`?

    (stdin):20:12: error[E006]: unknown event `e4`
       |
    20 | related = ["e4"]
       |            ^^^^
      = help: define it with this id in a table [[event]]

    1 error, 1 warning in 3 events, 0 quotes, 0 of 0 direct quotes verified, 1 source
    "#);
}

#[test]
fn the_status_says_whether_there_are_errors_and_strict_whether_there_is_anything() {
    for (broken, status, strictly) in [
        ("", 0, 0),
        (UNVERIFIED, 0, 1),
        ("knid = 1\n", 0, 1),
        ("related = [\"e4\"]\n", 1, 1),
    ] {
        let text = talks(broken);
        assert_eq!(fed(&["check", "-"], &text).status, Some(status), "{broken}");
        let strict = fed(&["check", "--strict", "-"], &text);
        assert_eq!(strict.status, Some(strictly), "{broken}");
    }
}

#[test]
fn strict_warns_of_what_is_else_a_note() {
    let text = talks(UNVERIFIED);
    let said = fed(&["check", "-"], &text).printed();
    assert!(said.contains(": note[N001]: "), "{said}");
    assert!(said.contains("\n1 note in "), "{said}");
    let said = fed(&["check", "--strict", "-"], &text).stdout;
    assert!(said.contains(": warning[N001]: "), "{said}");
    assert!(said.contains("\n1 warning in "), "{said}");
}

#[test]
fn json_has_every_diagnostic_with_its_place() {
    let run = fed(
        &["check", "--format", "json", "-"],
        &talks("knid = 1\nrelated = [\"e4\"]\n"),
    );
    assert_eq!(run.status, Some(1));
    let report: Value = serde_json::from_str(&run.harmless().stdout).unwrap();
    let counts = ["errors", "warnings", "notes"].map(|key| report[key].as_u64().unwrap());
    assert_eq!(counts, [1, 1, 0]);
    let warning = &report["diagnostics"][0];
    let place = ["line", "column"].map(|key| warning[key].as_u64().unwrap());
    assert_eq!(place, [19, 1]);
    for (key, value) in [
        ("severity", "warning"),
        ("code", "W001"),
        ("file", "(stdin)"),
        ("message", "an event has no key `knid`"),
        ("help", "did you mean `kind`?"),
    ] {
        assert_eq!(warning[key], value);
    }
    assert_eq!(warning.as_object().unwrap().len(), 7);
}

#[test]
fn what_cannot_be_read_or_shown_is_a_diagnostic_like_any_other() {
    for args in [
        ["check", "/nowhere"].as_slice(),
        &["check", "--format", "json", "/nowhere"],
    ] {
        let run = run(args).harmless();
        assert_eq!((run.status, run.stderr.as_str()), (Some(1), ""));
        assert!(run.stdout.contains("E010"), "{}", run.stdout);
    }
    let run = run(["check", "--format", "json", "/nowhere"]);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(report["diagnostics"][0]["line"], Value::Null);
    let run = fed(&["check", "-"], "x = \n");
    assert_eq!(run.status, Some(1));
}

#[test]
fn a_broken_file_of_a_directory_is_named_and_the_others_are_checked() {
    let folder = tempfile::tempdir().unwrap();
    crate::docs::schema_example(folder.path());
    fs::write(folder.path().join("broken.toml"), "[[event]]\nid = \"x\n").unwrap();
    let run = run(["check", folder.path().to_str().unwrap()]);
    assert_eq!(run.status, Some(1));
    let first = run.stdout.lines().next().unwrap();
    assert!(first.contains("broken.toml:2:8: error[E001]: "), "{first}");
    assert!(
        run.stdout
            .ends_with("in 2 events, 2 quotes, 1 of 1 direct quote verified, 2 sources\n")
    );
}

#[test]
fn a_file_with_very_many_mistakes_is_told_all_of_them() {
    let broken = "[[event]]\nid = \"e9\"\n".repeat(20_000);
    let run = fed(&["check", "--format", "json", "-"], &(talks("") + &broken));
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    assert!(report["errors"].as_u64().unwrap() >= 20_000);
}

#[test]
fn an_unknown_format_is_a_usage_mistake() {
    for args in [
        ["check", "--format", "csv"].as_slice(),
        &["show", "round-01", "--format", "csv"],
        &["list", "--format", "xml"],
        &["show"],
    ] {
        run(args).failed(2);
    }
}
