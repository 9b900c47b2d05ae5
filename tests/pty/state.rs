//! What one session leaves to the next.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use super::program::{Program, astana};

/// A folder of states, and in it that of this program.
struct States {
    folder: TempDir,
}

impl States {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("astana/state.json")
    }

    fn write(&self, text: &str) {
        fs::create_dir_all(self.file().parent().unwrap()).unwrap();
        fs::write(self.file(), text).unwrap();
    }

    fn text(&self) -> String {
        fs::read_to_string(self.file()).unwrap()
    }

    fn command(&self, arguments: &[&str]) -> CommandBuilder {
        let mut command = astana();
        command.env("XDG_STATE_HOME", self.folder.path());
        command.args(arguments);
        command
    }

    fn open(&self, arguments: &[&str]) -> Program {
        let mut program = Program::spawn(self.command(arguments), 100, 30);
        program.wait_until_drawn();
        program
    }

    /// A session in which these keys are pressed and the program is left once it shows that.
    fn session(&self, arguments: &[&str], keys: &str, shown: &str) {
        let mut program = self.open(arguments);
        program.keys(keys);
        leave(program, shown);
    }
}

/// Leaves the program once it shows something.
fn leave(mut program: Program, shown: &str) {
    program.wait_until_shown(shown);
    program.keys("ctrl-c");
    assert_eq!(program.exit_status(), 0);
}

fn talks(folder: &Path) -> String {
    crate::docs::schema_example(folder);
    folder.to_str().unwrap().to_owned()
}

#[test]
fn a_timeline_opens_where_it_was_left() {
    let states = States::new();
    states.session(&[], "j j j", " 4/80");
    leave(states.open(&[]), " 4/80");
    states.session(&["-f", "kind:round"], "3", "›3");
    let program = states.open(&[]);
    program.screen(|screen| assert!(screen.contents().contains("›3"), "the view"));
    leave(program, "22 of 80 events");
}

#[test]
fn what_the_command_line_says_goes_before_each_part_of_it() {
    let states = States::new();
    states.session(&["-f", "kind:round", "--event", "round-02"], "2", "›2");
    leave(states.open(&["--view", "timeline"]), " 2/22");
    leave(
        states.open(&["--date", "2017-09", "--view", "timeline"]),
        " 6/22",
    );
    leave(states.open(&["-f", ""]), "80 of 80 events");
    states.session(&["-f", "kind:round"], "g", "22 of 80");
    // The filter from before would hide it.
    leave(
        states.open(&["--event", "memorandum-2017-05-04"]),
        "80 of 80 events",
    );
}

#[test]
fn each_timeline_has_its_own_place_whatever_way_its_path_is_written() {
    let states = States::new();
    let folder = tempfile::tempdir().unwrap();
    let path = talks(folder.path());
    states.session(&[], "j", " 2/80");
    states.session(&[&path], "2", "›2");
    leave(states.open(&[]), " 2/80");
    let roundabout = format!("{path}/seeds/..");
    leave(states.open(&[&roundabout]), "›2");
    assert_eq!(states.text().matches("\"timeline\":").count(), 2);
}

#[test]
fn a_chosen_arrangement_is_remembered() {
    let states = States::new();
    states.session(&[], "v", "layout: below");
    assert!(
        states.text().contains("\"layout\": \"below\""),
        "{}",
        states.text()
    );
    let program = states.open(&[]);
    program.screen(|screen| {
        let contents = screen.contents();
        assert!(!contents.contains('│'), "{contents}");
    });
    leave(program, " 1/80");
}

#[test]
fn a_broken_or_foreign_state_is_no_matter() {
    let states = States::new();
    for text in [
        "",
        "{",
        "[1, 2]",
        "\u{0}\u{1b}[31m",
        r#"{"timelines": [{"timeline": 3}]}"#,
        r#"{"timelines": [{"timeline": "builtin", "view": "nowhere", "event": "x", "filter": "(", "layout": null}]}"#,
    ] {
        states.write(text);
        let program = states.open(&[]);
        program.screen(|screen| assert!(!screen.contents().contains("1 error"), "{text}"));
        leave(program, " 1/80");
        assert!(states.text().contains("\"builtin\""), "{}", states.text());
    }
}

#[test]
fn what_is_no_longer_there_costs_only_itself() {
    let states = States::new();
    states.write(
        r#"{"timelines": [{"timeline": "builtin", "view": "quotes", "event": "gone", "filter": "by:nobody", "layout": "askew"}]}"#,
    );
    let mut program = states.open(&[]);
    program.wait_until_shown("›2");
    leave(program, "357 of 357 quotes");
}

#[test]
fn no_state_is_neither_read_nor_written_if_nobody_wants_it() {
    let states = States::new();
    states.session(&["--no-state"], "j j", " 3/80");
    assert!(!states.file().exists());
    states.session(&[], "j", " 2/80");
    let before = states.text();
    states.session(&["--no-state"], "j j", " 3/80");
    assert_eq!(states.text(), before);
}

#[test]
fn the_state_is_its_users_alone_and_nothing_else_is_left_beside_it() {
    let states = States::new();
    states.session(&[], "j", " 2/80");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&states.file()), 0o600);
    assert_eq!(mode(states.file().parent().unwrap()), 0o700);
    let folder = fs::read_dir(states.file().parent().unwrap()).unwrap();
    assert_eq!(folder.count(), 1);
}

#[test]
fn a_state_that_cannot_be_written_keeps_nobody_from_leaving() {
    let states = States::new();
    fs::create_dir_all(states.file()).unwrap();
    fs::write(states.file().join("in the way"), "").unwrap();
    let mut program = states.open(&[]);
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
    let said = program.written();
    assert!(!said.contains("astana:"), "{said}");
}

#[test]
fn the_latest_two_hundred_timelines_are_remembered() {
    let states = States::new();
    let entry = |at: usize| {
        format!(
            r#"{{"timeline": "/t/{at}", "view": "timeline", "event": null, "filter": "", "layout": null}}"#
        )
    };
    let entries: Vec<String> = (0..200).map(entry).collect();
    states.write(&format!("{{\"timelines\": [{}]}}", entries.join(",")));
    states.session(&[], "j", " 2/80");
    let text = states.text();
    assert_eq!(text.matches("\"timeline\":").count(), 200);
    assert!(!text.contains("\"/t/0\"") && text.contains("\"/t/1\""));
    assert!(text.contains("\"builtin\""));
}

#[test]
fn the_home_directory_is_used_where_no_other_is_named_and_is_never_made() {
    let home = tempfile::tempdir().unwrap();
    for (home, kept) in [
        (home.path().to_owned(), true),
        (home.path().join("gone"), false),
    ] {
        let mut command = astana();
        command.env_remove("XDG_STATE_HOME");
        command.env("HOME", &home);
        let mut program = Program::start_drawn(command);
        program.keys("q");
        assert_eq!(program.exit_status(), 0);
        let file = home.join(".local/state/astana/state.json");
        assert_eq!(file.exists(), kept, "{}", home.display());
    }
}

#[test]
fn a_program_that_a_signal_ends_leaves_the_state_as_it_was() {
    let states = States::new();
    let mut program = states.open(&[]);
    program.keys("j");
    program.wait_until_shown(" 2/80");
    program.signal(rustix::process::Signal::TERM);
    assert_eq!(program.exit_status(), 143);
    assert!(!states.file().exists());
}

#[test]
fn g5_a_session_leaves_no_log_and_no_file_but_its_state() {
    let home = tempfile::tempdir().unwrap();
    let mut command = astana();
    for name in ["XDG_STATE_HOME", "XDG_CONFIG_HOME"] {
        command.env_remove(name);
    }
    command.env("HOME", home.path());
    command.env("TMPDIR", home.path());
    command.cwd(home.path());
    let mut program = Program::start_drawn(command);
    program.keys("j 2 / d enter ctrl-c");
    assert_eq!(program.exit_status(), 0);
    assert_eq!(
        files_below(home.path()),
        [home.path().join(".local/state/astana/state.json")]
    );
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let files = entries.flat_map(|path| {
        if path.is_dir() {
            files_below(&path)
        } else {
            vec![path]
        }
    });
    files.collect()
}
