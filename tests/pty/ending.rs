//! However the program ends, the terminal is as it was before.

use std::io::{Read as _, pipe};
use std::process::{Command, Stdio};

use rustix::process::Signal;

use super::program::{Program, shell};

#[test]
fn b1_after_quitting_the_terminal_is_as_it_was() {
    let mut program = Program::start();
    assert!(program.is_raw());
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
    program.assert_given_back();
}

#[test]
fn b4_a_signal_ends_the_program_with_the_status_of_the_signal() {
    for (signal, status) in [
        (Signal::TERM, 143),
        (Signal::INT, 130),
        (Signal::HUP, 129),
        (Signal::QUIT, 131),
    ] {
        let mut program = Program::start();
        program.signal(signal);
        assert_eq!(program.exit_status(), status, "{signal:?}");
        program.assert_given_back();
    }
}

#[test]
fn b9_the_program_ends_with_its_terminal() {
    let mut program = Program::start();
    program.lose_terminal();
    program.wait_until_state('Z');
    let ticks = program.process().ticks;
    assert!(ticks < 50, "{ticks} ticks");
    assert_eq!(program.exit_status(), 129);
}

/// The shell leads the session, gets the signal and keeps it, so the program gets none.
#[test]
fn b10_the_program_ends_with_its_terminal_even_if_no_signal_says_so() {
    let directory = tempfile::tempdir().unwrap();
    let status = directory.path().join("status");
    let mut command = shell("trap '' HUP; \"$ASTANA\"; echo $? > \"$STATUS\"");
    command.env("STATUS", &status);
    let mut program = Program::start_drawn(command);
    program.lose_terminal();
    program.wait_until("exit status 129", |_| {
        std::fs::read_to_string(&status).is_ok_and(|text| text == "129\n")
    });
    let ticks = program.process().ticks;
    assert!(ticks < 50, "{ticks} ticks");
}

#[test]
fn b11_a_closed_pipe_ends_a_listing_without_a_word() {
    let (reader, writer) = pipe().unwrap();
    drop(reader);
    let mut child = Command::new(env!("CARGO_BIN_EXE_astana"))
        .arg("list")
        .env_clear()
        .stdout(writer)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    assert_eq!(said, "");
    assert!(matches!(child.wait().unwrap().code(), Some(0 | 141)));
}

/// Its output is a terminal, but there is none to read keys from.
#[test]
fn b12_without_a_terminal_for_keys_nothing_is_drawn() {
    let mut command = shell("\"$ASTANA\" < /dev/null");
    command.set_controlling_tty(false);
    let mut program = Program::spawn(command, 80, 24);
    assert_eq!(program.exit_status(), 2);
    program.wait_until_shown("needs a terminal; try `astana list`");
    assert!(!program.written().contains('\u{1b}'));
}

#[test]
fn b22_every_frame_that_is_begun_is_ended() {
    let mut program = Program::start();
    program.keys("j ctrl-l q");
    program.exit_status();
    program.assert_frames_ended();
}
