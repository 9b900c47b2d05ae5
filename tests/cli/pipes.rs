//! Pipes that end early.

use std::fmt::Write;
use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;

use super::{astana, talks};

/// More than any pipe holds.
fn long() -> String {
    let mut text = talks("");
    for number in 0..4_000 {
        writeln!(
            text,
            "[[event]]\nid = \"n{number}\"\nkind = \"round\"\ntitle = \"Number {number}, a title of some length\"\n\
             start = 2018-01-01\nsummary = \"They met.\"\nsources = [\"gazette\"]"
        )
        .unwrap();
    }
    text
}

#[test]
fn b11_a_reader_who_has_seen_enough_ends_it_quietly() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("long.toml");
    std::fs::write(&file, long()).unwrap();
    let mut command = astana();
    command
        .arg("list")
        .arg(file)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let mut said = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    assert!(line.contains("First"), "{line}");
    assert_eq!(said, "");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn b11_nobody_at_the_other_end_at_all_is_no_reason_to_complain() {
    for args in [["list"].as_slice(), &["--help"], &["--version"]] {
        let mut command = astana();
        command
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        let mut said = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut said)
            .unwrap();
        assert_eq!(said, "", "{args:?}");
        assert_eq!(child.wait().unwrap().code(), Some(0), "{args:?}");
    }
}
