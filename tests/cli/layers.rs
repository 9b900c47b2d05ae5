//! Several timelines over each other, and one's own notes over the embedded one.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use tempfile::TempDir;

use super::{Run, astana, caught, fed, run, talks};

/// An event of one's own that leads to the sixth round, with a direct quote and its source text.
const NOTES: &str = r#"[[source]]
id = "my-notebook"
title = "My notebook"
file = "notebook.txt"

[[event]]
id = "my-note"
kind = "consultation"
title = "A thought about the sixth round"
start = 2017-09-16
summary = "To be compared with the fifth."
related = ["round-06"]
sources = ["my-notebook"]
participants = [{ id = "iran", role = "guarantor" }]

[[event.quote]]
speaker = "alexander-lavrentiev"
form = "direct"
text = "Nobody smiled."
sources = ["my-notebook"]
"#;

/// The notes in a folder, with their seeds.
fn notes() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("seeds")).unwrap();
    fs::write(folder.path().join("seeds/notebook.txt"), "Nobody smiled.\n").unwrap();
    let file = folder.path().join("notes.toml");
    fs::write(&file, NOTES).unwrap();
    (folder, file)
}

fn over_the_builtin(command: &str, file: &Path) -> Run {
    run([Path::new(command), Path::new("--builtin"), file])
}

#[test]
fn notes_lie_over_the_embedded_timeline_without_fault() {
    let (_folder, file) = notes();
    let embedded = run(["list"]).printed();
    let listed = over_the_builtin("list", &file).printed();
    let added: Vec<&str> = listed
        .lines()
        .filter(|line| !embedded.contains(line))
        .collect();
    assert_eq!(listed.lines().count(), embedded.lines().count() + 1);
    assert!(
        added.len() == 1 && added[0].contains("A thought"),
        "{added:?}"
    );
    let checked = caught(astana().args(["check", "--strict", "--builtin"]).arg(&file)).printed();
    assert!(checked.starts_with("no problems in "), "{checked}");
}

#[test]
fn every_command_takes_layers() {
    let (_folder, file) = notes();
    for args in [
        ["show", "my-note"].as_slice(),
        &["export", "json"],
        &["list"],
        &["quotes"],
    ] {
        let said = caught(astana().args(args).arg("--builtin").arg(&file)).printed();
        assert!(
            said.contains("my-note") || said.contains("A thought"),
            "{args:?}"
        );
    }
    let stats = over_the_builtin("stats", &file).printed();
    assert!(stats != run(["stats"]).printed());
    let opened = caught(astana().arg("--builtin").arg(&file)).printed();
    assert!(opened.contains("A thought"));
}

#[test]
fn alone_builtin_changes_nothing() {
    assert_eq!(
        run(["list", "--builtin"]).printed(),
        run(["list"]).printed()
    );
}

#[test]
fn a_conflict_is_told_with_both_places_and_the_lower_layer_wins() {
    let (_folder, file) = notes();
    fs::write(&file, NOTES.replace("my-note\"", "round-06\"")).unwrap();
    let said = over_the_builtin("check", &file);
    assert_eq!(said.status, Some(1));
    let said = said.harmless().stdout;
    let place = format!("{}:7:6: error[E005]", file.display());
    assert!(said.contains(&place), "{said}");
    assert!(said.contains("data/events/2017.toml:"), "{said}");
    let listed = over_the_builtin("list", &file);
    assert_eq!(listed.stdout, run(["list"]).printed());
    let hint = format!("`astana check --builtin {}` says what", file.display());
    assert!(listed.stderr.contains(&hint), "{}", listed.stderr);
}

#[test]
fn the_hint_names_every_layer_as_a_shell_wants_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("my notes.toml");
    fs::write(&path, talks("a = ")).unwrap();
    let shown = path.display();
    let said = run([&path, &PathBuf::from("/nowhere/else")]);
    let hint = format!("`astana check '{shown}' /nowhere/else` says what");
    assert!(said.stderr.contains(&hint), "{}", said.stderr);
}

#[test]
fn stdin_can_be_one_layer_and_is_given_once() {
    let (folder, file) = notes();
    let said = fed(&["list", "--builtin", "-"], NOTES);
    assert!(said.stdout.contains("A thought"), "{}", said.stderr);
    let mut child = astana()
        .args(["check", "--strict", "-", "--builtin"])
        .arg(&file)
        .args(["--seeds".as_ref(), folder.path().join("seeds").as_os_str()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let piped = "[timeline]\nschema = 1\ntitle = \"Piped\"\n";
    child
        .stdin
        .take()
        .unwrap()
        .write_all(piped.as_bytes())
        .unwrap();
    let said = Run::from(child.wait_with_output().unwrap()).printed();
    assert!(said.starts_with("no problems"), "{said}");
    let said = run(["list", "-", "-"]).failed(2);
    assert_eq!(said, "astana: stdin can be read once: give `-` once\n");
}

#[test]
fn seeds_are_those_of_files() {
    for args in [
        ["list", "--seeds", "x"].as_slice(),
        &["list", "--builtin", "--seeds", "x"],
    ] {
        let said = run(args).failed(2);
        assert!(
            said.contains("--seeds needs a timeline in a file"),
            "{said}"
        );
    }
}

#[test]
fn a_path_twice_and_a_file_of_a_directory_are_read_once() {
    let (folder, file) = notes();
    let once = over_the_builtin("list", &file).printed();
    for more in [file.as_path(), folder.path()] {
        for paths in [[file.as_path(), more], [more, file.as_path()]] {
            let said = caught(astana().args(["list", "--builtin"]).args(paths)).printed();
            assert_eq!(said, once);
        }
    }
}

#[test]
fn a_path_that_is_not_there_leaves_the_rest() {
    let said = over_the_builtin("list", Path::new("/nowhere/notes.toml"));
    assert_eq!(
        (said.status, said.stdout),
        (Some(0), run(["list"]).printed())
    );
    assert!(
        said.stderr.contains("1 error in the timeline"),
        "{}",
        said.stderr
    );
    let checked = over_the_builtin("check", Path::new("/nowhere/notes.toml"));
    assert!(
        checked
            .stdout
            .starts_with("/nowhere/notes.toml: error[E010]")
    );
    assert_eq!(checked.status, Some(1));
}

#[test]
fn no_layer_is_overwritten_by_an_export() {
    let (_folder, file) = notes();
    let mut command = astana();
    command.args(["export", "md", "--builtin", "--force", "-o"]);
    let said = caught(command.arg(&file).arg(&file)).failed(1);
    assert!(said.contains("is a file of the timeline itself"), "{said}");
    assert_eq!(fs::read_to_string(file).unwrap(), NOTES);
}
