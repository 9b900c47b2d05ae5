//! `astana init`: files to start from, and nothing that is there overwritten.

use std::fs::{self, read_to_string};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use astana::builtin;
use tempfile::TempDir;

use super::{Run, astana, caught, run};

fn init(dir: &Path) -> Run {
    run([Path::new("init"), dir])
}

fn init_from_builtin(dir: &Path) -> Run {
    run([Path::new("init"), Path::new("--from-builtin"), dir])
}

/// Every file and folder below, in order.
fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    found.sort();
    let deeper = found.iter().filter(|path| path.is_dir());
    let deeper: Vec<PathBuf> = deeper.flat_map(|folder| below(folder)).collect();
    found.extend(deeper);
    found
}

#[test]
fn the_small_timeline_is_without_fault_and_its_quote_is_verified() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("new/talks");
    let said = init(&dir).printed();
    let shown = dir.display();
    assert_eq!(
        said,
        format!(
            "{shown}/seeds/harbour-post.txt\n{shown}/talks.toml\n\
             `astana {shown}` opens it, and there e edits what is selected; `astana check {shown}` \
             checks it\n"
        )
    );
    for args in [["check"].as_slice(), &["check", "--strict"]] {
        let said = caught(astana().args(args).arg(&dir)).printed();
        assert_eq!(
            said,
            "no problems in 1 event, 1 quote, 1 of 1 direct quote verified, 1 source\n"
        );
    }
}

#[test]
fn the_small_timeline_fits_on_a_screen_and_teaches_by_comments() {
    let folder = tempfile::tempdir().unwrap();
    init(folder.path()).printed();
    let text = read_to_string(folder.path().join("talks.toml")).unwrap();
    assert!(text.lines().count() <= 42, "{}", text.lines().count());
    assert!(text.lines().all(|line| line.chars().count() <= 110));
    assert!(text.matches('#').count() >= 10);
}

#[test]
fn the_astana_process_in_files_is_what_is_embedded() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("astana");
    let said = init_from_builtin(&dir).printed();
    let files = builtin::DATA.len() + builtin::SEEDS.len();
    assert_eq!(said.lines().count(), files + 1);
    for args in [
        ["list", "--format", "json"].as_slice(),
        &["quotes", "--format", "json"],
        &["export", "json"],
        &["check", "--strict"],
    ] {
        let embedded = run(args).printed();
        let in_files = caught(astana().args(args).arg(&dir)).printed();
        assert!(embedded == in_files, "{args:?}");
    }
}

#[test]
fn what_is_there_is_named_and_nothing_is_written() {
    for name in ["talks.toml", "seeds", "seeds/harbour-post.txt"] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, "mine").unwrap();
        let before = below(folder.path());
        let said = init(folder.path()).failed(1);
        let named = format!("{} is there already", file.display());
        assert!(said.contains(&named), "{said}");
        assert!(said.contains("nothing was written"), "{said}");
        assert_eq!(read_to_string(&file).unwrap(), "mine");
        assert_eq!(below(folder.path()), before);
    }
}

#[test]
fn a_directory_that_has_a_timeline_gets_no_second_one() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mine.toml"), "").unwrap();
    let said = init_from_builtin(folder.path()).failed(1);
    assert!(said.contains("mine.toml is there already"), "{said}");
    assert_eq!(below(folder.path()), [folder.path().join("mine.toml")]);
}

#[test]
fn files_of_other_kinds_are_no_hindrance() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("notes.md"), "mine").unwrap();
    fs::create_dir(folder.path().join("seeds")).unwrap();
    init(folder.path()).printed();
    assert_eq!(below(folder.path()).len(), 4);
}

#[test]
fn what_was_made_can_be_made_once() {
    let folder = tempfile::tempdir().unwrap();
    init(folder.path()).printed();
    let said = init(folder.path()).failed(1);
    assert!(said.contains("is there already"), "{said}");
}

#[test]
fn a_link_is_not_written_through() {
    let outside = tempfile::tempdir().unwrap();
    for (name, target) in [
        ("talks.toml", outside.path().join("victim")),
        ("seeds", outside.path().to_owned()),
        ("seeds", PathBuf::from("/nowhere/at/all")),
    ] {
        let folder = tempfile::tempdir().unwrap();
        symlink(target, folder.path().join(name)).unwrap();
        let said = init(folder.path()).failed(1);
        assert!(said.contains(name), "{said}");
        assert_eq!(below(outside.path()), Vec::<PathBuf>::new());
    }
}

#[test]
fn a_file_or_a_link_to_nothing_is_no_directory_to_write_into() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("talks");
    fs::write(&file, "mine").unwrap();
    let link = folder.path().join("link");
    symlink("/nowhere/at/all", &link).unwrap();
    for (dir, named) in [(&file, &file), (&link, &link), (&file.join("below"), &file)] {
        let said = init(dir).failed(1);
        let right = format!("{} is there already, and no directory", named.display());
        assert!(said.contains(&right), "{said}");
    }
    assert_eq!(read_to_string(file).unwrap(), "mine");
}

#[test]
fn where_writing_fails_on_the_way_nothing_of_it_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new("sh");
    // The limit is that of the system for large files, and is met in one of the first.
    let script = "trap '' XFSZ; ulimit -f 16; exec \"$0\" init --from-builtin new/talks";
    command.args(["-c", script, env!("CARGO_BIN_EXE_astana")]);
    let said = caught(command.current_dir(folder.path())).failed(1);
    assert!(said.contains("cannot be written"), "{said}");
    assert!(said.contains("nothing was written"), "{said}");
    assert_eq!(below(folder.path()), Vec::<PathBuf>::new());
}

#[test]
fn a_directory_with_spaces_is_told_as_a_shell_wants_it() {
    let folder = TempDir::with_prefix("my talks").unwrap();
    let said = init(folder.path()).printed();
    let quoted = format!("`astana '{}'`", folder.path().display());
    assert!(said.contains(&quoted), "{said}");
}

#[test]
fn a13_an_escape_in_the_name_of_the_directory_is_shown_not_sent() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("talks\u{1b}[31m\n\u{202e}");
    assert!(init(&dir).printed().contains("talks␛[31m"));
    assert!(init(&dir).failed(1).contains("talks␛[31m"));
}
