//! Files that change while they are shown, and the editor that changes them.

use std::ffi::OsStr;
use std::fs::{create_dir, read_to_string, rename, write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::program::{Program, astana};
use crate::screen::THREE_ROUNDS;

/// Notes: an event that comes after all others.
const NOTE: &str = r#"[[event]]
id = "my-note"
kind = "consultation"
title = "A thought of my own"
start = 2025-01-01
summary = "To be looked into."
"#;

/// A timeline in a folder of its own.
struct Talks {
    folder: TempDir,
}

impl Talks {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let talks = Self { folder };
        write(talks.file(), THREE_ROUNDS).unwrap();
        talks
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn file(&self) -> PathBuf {
        self.path().join("talks.toml")
    }

    /// Saves as vim does: another file takes the place of the old one.
    fn save(&self, text: &str) {
        let new = self.path().join("talks.toml~new");
        write(&new, text).unwrap();
        rename(new, self.file()).unwrap();
    }

    fn open(&self, editor: &str) -> Program {
        self.open_with(editor, &[])
    }

    /// Opens it with these arguments before the path.
    fn open_with(&self, editor: &str, args: &[&OsStr]) -> Program {
        let mut command = astana();
        command.env("EDITOR", editor);
        command.args(args);
        command.arg(self.path());
        Program::start_drawn(command)
    }
}

fn renamed(title: &str) -> String {
    THREE_ROUNDS.replace("Second meeting", title)
}

#[test]
fn f1_a_file_saved_by_renaming_is_shown_anew_every_time_with_the_selection_kept() {
    let talks = Talks::new();
    let mut program = talks.open("true");
    program.keys("j");
    program.wait_until_shown("Second meeting");
    for title in ["Another meeting", "A third title"] {
        let began = Instant::now();
        talks.save(&renamed(title));
        program.wait_until_shown(title);
        assert!(began.elapsed() < Duration::from_millis(1500));
        program.wait_until_shown("2/4");
    }
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn f2_a_text_with_errors_leaves_the_last_sound_state_on_the_screen_and_counts_them() {
    let talks = Talks::new();
    let mut program = talks.open("true");
    program.wait_until_shown("4 of 4 events");
    write(
        talks.file(),
        format!("{THREE_ROUNDS}\n[[event]]\nid = \"half"),
    )
    .unwrap();
    program.wait_until_shown("error");
    program.wait_until_shown("E says more");
    program.wait_until_shown("4 of 4 events");
    program.keys("E");
    program.wait_until_shown("talks.toml:");
    talks.save(&renamed("Mended"));
    program.wait_until("the errors are gone", |program| {
        program.screen(|screen| !screen.contents().contains("error"))
    });
    program.keys("q j");
    program.wait_until_shown("Mended");
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn f4_a_storm_of_changes_is_read_a_few_times_only() {
    let talks = Talks::new();
    let mut program = talks.open("true");
    let frames = program.frames();
    for nth in 0..500 {
        let text = format!("[[place]]\nid = \"p{nth}\"\nname = \"P\"\nlat = 1.0\nlon = 1.0\n");
        write(talks.path().join(format!("{nth}.toml")), text).unwrap();
    }
    talks.save(&renamed("After the storm"));
    program.keys("j");
    program.wait_until_shown("After the storm");
    assert!(program.frames() - frames < 30);
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn a_folder_that_is_made_later_is_watched_too() {
    let talks = Talks::new();
    let mut program = talks.open("true");
    let more = talks.path().join("more");
    create_dir(&more).unwrap();
    std::thread::sleep(Duration::from_millis(400));
    let event = "[[event]]\nid = \"x\"\nkind = \"round\"\ntitle = \"X\"\nstart = 2019-01-01\nsummary = \"S.\"\nsources = [\"herald\"]\n";
    write(more.join("x.toml"), event).unwrap();
    program.wait_until_shown("5 of 5 events");
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn f6_the_editor_gets_its_arguments_and_the_file_with_the_line_in_words_of_their_own() {
    let talks = Talks::new();
    let record = talks.path().join("record");
    let script = format!("printf '%s\\n' \"$@\" > '{}'", record.display());
    let mut program = talks.open(&format!("sh -c \"{}\" vim", script.replace('"', "\\\"")));
    program.keys("j e");
    program.wait_until("the editor was run", |_| record.exists());
    program.wait_until_drawn();
    let words = read_to_string(&record).unwrap();
    assert_eq!(words.trim_end(), talks.file().to_string_lossy());
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
    program.assert_given_back();
}

#[test]
fn e_has_the_editor_change_the_file_and_shows_the_change() {
    let talks = Talks::new();
    let vim = talks.path().join("vim");
    let script =
        "#!/bin/sh\necho \"line $1\"\nread answer\nsed -i 's/Second meeting/By hand/' \"$2\"\n";
    write(&vim, script).unwrap();
    make_executable(&vim);
    let mut program = talks.open(&vim.to_string_lossy());
    program.keys("j e");
    let line = THREE_ROUNDS
        .lines()
        .position(|line| line == "id = \"round-02\"")
        .unwrap();
    program.wait_until_shown(&format!("line +{}", line + 1));
    // What is typed is the editor's now, in lines.
    program.send(b"q q q\n");
    program.wait_until_shown("By hand");
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
    program.assert_given_back();
}

#[test]
fn f7_an_editor_that_is_not_there_is_named() {
    let talks = Talks::new();
    let mut program = talks.open("no-such-editor");
    program.keys("e");
    program.wait_until_shown("there is no program `no-such-editor`");
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn f8_the_embedded_timeline_says_how_to_get_files() {
    let mut program = Program::start();
    program.keys("e");
    program.wait_until_shown("`astana init DIR --from-builtin` makes files of it");
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn f8_over_the_embedded_timeline_what_is_in_a_file_is_edited_and_read_anew_and_the_rest_is_not() {
    let talks = Talks::new();
    write(talks.file(), NOTE).unwrap();
    let mut program = talks.open_with("echo at", &["--builtin".as_ref()]);
    program.keys("home e");
    program.wait_until_shown("`astana init DIR --from-builtin` makes files of it");
    program.keys("t");
    program.send(b"my-note\r");
    program.wait_until_shown("A thought of my own");
    talks.save(&NOTE.replace("A thought", "A doubt"));
    program.wait_until_shown("A doubt of my own");
    let vim = talks.path().join("vim");
    write(&vim, "#!/bin/sh\necho \"line $1\"\nread answer\n").unwrap();
    make_executable(&vim);
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
    let args = ["--builtin", "--event", "my-note"].map(OsStr::new);
    let mut program = talks.open_with(&vim.to_string_lossy(), &args);
    program.keys("e");
    program.wait_until_shown("line +2");
    program.send(b"\n");
    program.wait_until_shown("A doubt of my own");
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn f1_every_layer_is_watched() {
    let (talks, notes) = (Talks::new(), Talks::new());
    write(notes.file(), NOTE.replace("consultation", "round")).unwrap();
    let mut program = talks.open_with("true", &[notes.path().as_os_str()]);
    program.keys("home j");
    program.wait_until_shown("5 of 5 events");
    program.wait_until_shown("A thought of my own");
    notes.save(
        &NOTE
            .replace("consultation", "round")
            .replace("A thought", "A doubt"),
    );
    program.wait_until_shown("A doubt of my own");
    talks.save(&renamed("Another meeting"));
    program.wait_until_shown("Another meeting");
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn an_interrupt_while_the_editor_runs_is_the_editors() {
    let talks = Talks::new();
    let editor = talks.path().join("ed");
    write(
        &editor,
        "#!/bin/sh\ntrap 'echo kept; exit 0' INT\necho ready\nread answer\n",
    )
    .unwrap();
    make_executable(&editor);
    let mut program = talks.open(&editor.to_string_lossy());
    program.keys("e");
    program.wait_until_shown("ready");
    program.keys("ctrl-c");
    program.wait_until_drawn();
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn an_editor_that_fails_is_told() {
    let talks = Talks::new();
    let mut program = talks.open("false");
    program.keys("e");
    program.wait_until_shown("the editor ended with exit status 1");
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn enter_on_a_problem_leads_to_its_line() {
    let talks = Talks::new();
    let broken = THREE_ROUNDS.replace("kind = \"summit\"", "kind = \"sumit\"");
    write(talks.file(), &broken).unwrap();
    let editor = talks.path().join("nano");
    write(&editor, "#!/bin/sh\necho \"at $1\"\nread answer\n").unwrap();
    make_executable(&editor);
    let mut program = talks.open(&editor.to_string_lossy());
    program.keys("E enter");
    let line = broken
        .lines()
        .position(|line| line.contains("\"sumit\""))
        .unwrap()
        + 1;
    program.wait_until_shown(&format!("at +{line},8"));
    program.send(b"\n");
    program.wait_until_shown("Problems");
    program.keys("ctrl-c");
    assert_eq!(program.exit_status(), 0);
}

pub(super) fn make_executable(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let permissions = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(path, permissions).unwrap();
}

#[test]
fn f5_a_file_that_becomes_a_pipe_is_an_error_and_nothing_is_waited_for() {
    let talks = Talks::new();
    let mut program = talks.open("true");
    let pipe = talks.path().join("pipe~");
    let made = std::process::Command::new("/usr/bin/mkfifo")
        .arg(&pipe)
        .status();
    assert!(made.unwrap().success());
    rename(pipe, talks.file()).unwrap();
    program.wait_until_shown("E says more");
    program.keys("E");
    program.wait_until_shown("this is not a regular file");
    talks.save(&renamed("A file again"));
    program.keys("q j");
    program.wait_until_shown("A file again");
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
}
