//! What leaves the program for the clipboard and the browser.

use std::fs::{read_to_string, write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use portable_pty::CommandBuilder;
use tempfile::TempDir;

use super::program::{Program, astana, shell};
use super::watching::make_executable;

/// A folder of programs, the only one that is looked in before those of the system.
struct Programs(TempDir);

impl Programs {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A program that does this.
    fn with(self, name: &str, script: &str) -> Self {
        let file = self.0.path().join(name);
        write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
        make_executable(&file);
        self
    }

    fn record(&self) -> PathBuf {
        self.0.path().join("record")
    }

    /// A script that notes arguments and input.
    const NOTE: &str =
        "{ echo \"$@\"; cat; } > \"${0%/*}/noting\" && mv \"${0%/*}/noting\" \"${0%/*}/record\"";

    fn start(&self, variables: &[(&str, &str)]) -> Program {
        Program::start_drawn(self.command(variables))
    }

    fn command(&self, variables: &[(&str, &str)]) -> CommandBuilder {
        let mut command = astana();
        command.env("PATH", format!("{}:/usr/bin:/bin", self.0.path().display()));
        for (name, value) in variables {
            command.env(name, value);
        }
        command
    }
}

/// The id of the first event, copied.
fn copy_id(program: &mut Program) {
    program.keys("y down");
    program.wait_until_shown("Copy: ");
    program.keys("enter");
}

fn noted(path: &Path) -> String {
    read_to_string(path).unwrap()
}

fn leave(mut program: Program) {
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
    program.assert_given_back();
}

/// The texts sent through the terminal, as a terminal reads them.
fn sent(program: &Program) -> Vec<String> {
    let written = program.written();
    let pieces = written.split("\u{1b}]52;c;").skip(1);
    let texts = pieces.map(|piece| {
        STANDARD
            .decode(piece.split('\u{7}').next().unwrap())
            .unwrap()
    });
    texts.map(|text| String::from_utf8(text).unwrap()).collect()
}

#[test]
fn the_sessions_program_copies_and_is_named() {
    let programs = Programs::new().with("wl-copy", Programs::NOTE);
    let mut program = programs.start(&[("WAYLAND_DISPLAY", "wayland-0")]);
    copy_id(&mut program);
    program.wait_until_shown("copied by wl-copy");
    let id = noted(&programs.record());
    let id = id.strip_prefix("--type text/plain\n").unwrap();
    assert!(!id.is_empty() && !id.contains(['\n', ' ']), "{id:?}");
    assert_eq!(sent(&program), [""; 0]);
    leave(program);
}

#[test]
fn f10_without_a_program_the_text_is_sent_to_the_terminal_and_not_said_to_be_copied() {
    let programs = Programs::new();
    let mut program = programs.start(&[]);
    copy_id(&mut program);
    program.wait_until_shown("sent to the terminal's clipboard (OSC 52)");
    let texts = sent(&program);
    assert_eq!(texts.len(), 1);
    assert!(!texts[0].is_empty() && !texts[0].contains(' '), "{texts:?}");
    program.screen(|screen| assert!(!screen.contents().contains("copied")));
    leave(program);
}

#[test]
fn f10_a_program_that_fails_is_named_and_the_text_sent_to_the_terminal() {
    let programs = Programs::new().with("wl-copy", "exit 1");
    let mut program = programs.start(&[("WAYLAND_DISPLAY", "wayland-0")]);
    copy_id(&mut program);
    program.wait_until_shown("wl-copy failed (exit status: 1); sent to the terminal's clipboard");
    assert_eq!(sent(&program).len(), 1);
    leave(program);
}

#[test]
fn a_program_that_hangs_blocks_no_key() {
    let programs = Programs::new().with("wl-copy", "exec sleep 100");
    let mut program = programs.start(&[("WAYLAND_DISPLAY", "wayland-0")]);
    copy_id(&mut program);
    let began = Instant::now();
    program.keys("?");
    program.wait_until_shown("Keys: ");
    assert!(began.elapsed() < Duration::from_millis(900));
    program.wait_until_shown("wl-copy failed (it does not end); sent");
    program.keys("esc");
    program.wait_until_drawn();
    leave(program);
}

#[test]
fn over_ssh_the_terminal_at_the_other_end_is_meant() {
    let programs = Programs::new().with("wl-copy", Programs::NOTE);
    let mut program =
        programs.start(&[("WAYLAND_DISPLAY", "wayland-0"), ("SSH_TTY", "/dev/pts/9")]);
    copy_id(&mut program);
    program.wait_until_shown("sent to the terminal's clipboard (OSC 52)");
    assert!(!programs.record().exists());
    leave(program);
}

#[test]
fn f11_in_tmux_and_screen_the_sequence_is_wrapped() {
    for (variable, begin, end) in [
        ("TMUX", "\u{1b}Ptmux;\u{1b}\u{1b}]52;c;", "\u{7}\u{1b}\\"),
        ("STY", "\u{1b}P\u{1b}]52;c;", "\u{7}\u{1b}\\"),
    ] {
        let mut program = Programs::new().start(&[(variable, "x")]);
        copy_id(&mut program);
        program.wait_until_shown("sent to the terminal's clipboard");
        let written = program.written();
        let (_, rest) = written.split_once(begin).unwrap();
        let (text, _) = rest.split_once(end).unwrap();
        assert!(STANDARD.decode(text).is_ok(), "{text}");
        leave(program);
    }
}

#[test]
fn f21_the_browser_is_given_the_address_in_one_word_and_no_shell_reads_it() {
    let note = "echo \"$#:$1\" > \"${0%/*}/noting\" && mv \"${0%/*}/noting\" \"${0%/*}/record\"";
    let programs = Programs::new().with("xdg-open", note);
    let talks = programs.0.path().join("talks.toml");
    let hostile = "https://example.org/$(echo$IFS);$HOME&a='b'";
    let text = crate::screen::THREE_ROUNDS.replace("https://example.org/talks", hostile);
    write(&talks, text).unwrap();
    let mut command = programs.command(&[("DISPLAY", ":0")]);
    command.arg(&talks);
    let mut program = Program::start_drawn(command);
    program.keys("o");
    program.wait_until("the browser was run", |_| programs.record().exists());
    assert_eq!(noted(&programs.record()), format!("1:{hostile}\n"));
    program.wait_until_shown("opening https://example.org/$(echo$IFS)");
    leave(program);
}

#[test]
fn the_copied_command_opens_what_was_copied() {
    let programs = Programs::new();
    let mut program = programs.start(&[]);
    program.keys("j j j y down down");
    program.wait_until_shown("Copy: ");
    program.keys("enter");
    program.wait_until_shown("sent to the terminal's clipboard");
    let command = sent(&program).remove(0);
    let (_, id) = command.split_once("--event ").unwrap();
    leave(program);
    let rest = command.strip_prefix("astana ").unwrap();
    let mut program = Program::start_drawn(shell(&format!("\"$ASTANA\" {rest}")));
    program.keys("y down");
    program.wait_until_shown("Copy: ");
    program.wait_until_shown(id);
    program.keys("esc");
    program.wait_until("the menu is closed", |program| {
        program.screen(|screen| !screen.contents().contains("Copy: "))
    });
    leave(program);
}
