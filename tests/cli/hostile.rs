//! Escapes in whatever the program may repeat: nothing but a terminal's own text gets out.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

use super::{astana, caught, fed, run};

const ESCAPE: &str = "\u{1b}]0;owned\u{7}\u{1b}[31m\u{9b}2J\u{202e}";

#[test]
fn a13_an_escape_in_a_file_name_is_shown_not_sent() {
    let folder = tempfile::tempdir().unwrap();
    let name = "talks\u{1b}[31m\n.toml";
    std::fs::write(folder.path().join(name), "a = ").unwrap();
    for path in [folder.path().to_owned(), folder.path().join(name)] {
        let said = run([path]).harmless().failed(1);
        assert!(said.contains("talks␛[31m"), "{said}");
    }
}

#[test]
fn a13_an_escape_in_the_name_of_a_file_that_is_not_there_is_shown_not_sent() {
    let said = run([format!("/nowhere/{ESCAPE}")]).failed(1);
    assert!(said.contains("/nowhere/␛]0;owned␇␛[31m"), "{said}");
    let said = run([OsStr::from_bytes(b"/nowhere/\xff\x1b[31m")]).failed(1);
    assert!(said.contains("␛[31m: error["), "{said}");
}

#[test]
fn a14_an_escape_in_a_line_with_a_mistake_is_shown_not_sent() {
    for text in [
        format!("a = {ESCAPE}"),
        format!("a = \"{ESCAPE}"),
        format!("{ESCAPE} = 1"),
        String::from("\"\\u001b[31mevil\" = 1"),
        String::from("\"a\\u001b[31m\" = 1\n\"a\\u001b[31m\" = 2"),
        String::from("[[event]]\n\"\\u001b]0;owned\\u0007\" = 1"),
        String::from("[[event]]\nid = \"\\u001b[31m\"\nkind = \"\\u009b2J\"\nstart = \"\\u202e\""),
    ] {
        let said = fed(&["-"], &text).failed(1);
        assert!(said.contains("(stdin)"), "{said}");
    }
}

#[test]
fn a14_a_line_with_a_mistake_is_cut() {
    let text = format!("a = [{}", "[".repeat(100_000));
    let said = fed(&["-"], &text).failed(1);
    assert!(said.len() < 2_000, "{} bytes", said.len());
}

#[test]
fn a15_an_escape_in_an_argument_is_shown_not_sent() {
    for (args, status) in [
        (["--filter", &format!("participant:{ESCAPE}")].as_slice(), 2),
        (&["--filter", &format!("{ESCAPE}:x")], 2),
        (&["--filter", &format!("\"{ESCAPE}")], 2),
        (&[&format!("--{ESCAPE}")], 2),
        (&["--theme", ESCAPE], 2),
        (&["list", "a", ESCAPE], 1),
        (&["show", "round-01", ESCAPE, ESCAPE, "-"], 1),
        (&["init", "--from-builtin", "a", ESCAPE], 2),
        (&["list", &format!("--filter={ESCAPE}"), ESCAPE], 1),
        (&["--seeds", ESCAPE, ESCAPE], 1),
    ] {
        let said = run(args).failed(status);
        assert!(!said.is_empty(), "{args:?}");
    }
}

#[test]
fn a15_an_argument_that_is_not_text_is_refused_in_text() {
    let bytes = OsStr::from_bytes(b"\xff\x1b[31m");
    run([OsStr::new("--filter"), bytes]).failed(2);
    run([OsStr::new("--theme"), bytes]).failed(2);
}

#[test]
fn a15_an_escape_in_the_environment_stays_there() {
    let mut command = astana();
    for name in [
        "TERM",
        "LANG",
        "LC_ALL",
        "NO_COLOR",
        "COLORTERM",
        "COLORFGBG",
        "COLUMNS",
        "ASTANA_FAULT",
    ] {
        command.env(name, ESCAPE);
    }
    assert!(!caught(&mut command).printed().is_empty());
    let said = caught(command.args(["--theme", "blue"])).failed(2);
    assert!(!said.contains("owned"), "{said}");
}
