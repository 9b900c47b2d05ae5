//! The program when it fails: it does so on demand, in builds made for testing.

use rustix::process::Signal;

use super::program::{Program, astana};

fn start_with_fault(fault: &str) -> Program {
    let mut command = astana();
    command.env("ASTANA_FAULT", fault);
    Program::start_drawn(command)
}

#[test]
fn b2_a_panic_is_read_on_the_normal_screen_and_does_nothing_to_it() {
    let mut program = start_with_fault("panic-ui");
    program.keys("j");
    assert_eq!(program.exit_status(), 101);
    program.assert_given_back();
    program.wait_until_shown("internal error at src/");
    program.wait_until_shown(env!("CARGO_PKG_VERSION"));
    assert!(
        !program.written().contains("\u{1b}]"),
        "the message set the window's title"
    );
}

#[test]
fn b3_the_panic_of_a_worker_is_told_and_the_program_lives_on() {
    let mut program = start_with_fault("panic-worker");
    program.keys("j");
    program.wait_until_shown("internal error");
    assert!(program.is_raw());
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
    program.assert_given_back();
}

#[test]
fn b4_a_signal_ends_a_program_that_hangs() {
    let mut program = start_with_fault("hang");
    program.keys("j");
    program.signal(Signal::TERM);
    assert_eq!(program.exit_status(), 143);
    program.assert_given_back();
}

#[test]
fn b22_a_panic_leaves_no_frame_without_its_end() {
    let mut program = start_with_fault("panic-ui");
    program.keys("j");
    program.exit_status();
    program.assert_frames_ended();
}
