//! Stopping and going on: by a key, by a signal, without notice, in the background.

use rustix::process::Signal;

use super::program::{Program, shell};

/// Waits for a line after the program has stopped, then brings it back.
const UNDER_A_SHELL: &str = "set -m; \"$ASTANA\"; echo stopped; read line; fg > /dev/null";

#[test]
fn b5_ctrl_z_gives_the_shell_its_terminal_back() {
    let mut program = Program::start_drawn(shell(UNDER_A_SHELL));
    program.keys("ctrl-z");
    program.wait_until_state('T');
    program.wait_until_shown("stopped");
    program.assert_given_back();
    program.keys("enter");
    program.wait_until_drawn();
    assert!(program.is_raw());
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
    program.assert_given_back();
}

#[test]
fn b5_ctrl_z_without_a_shell_to_return_to_is_refused() {
    let mut program = Program::start();
    program.keys("ctrl-z");
    program.wait_until_shown("no shell to return to");
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn b6_a_stop_by_signal_gives_the_terminal_back_until_the_program_is_continued() {
    let mut program = Program::start();
    for _ in 0..2 {
        program.signal(Signal::TSTP);
        program.wait_until_state('T');
        program.wait_until("the last bytes", |it| {
            !it.screen(vt100::Screen::alternate_screen)
        });
        program.assert_given_back();
        program.signal(Signal::CONT);
        program.wait_until_drawn();
        assert!(program.is_raw());
        assert!(program.screen(vt100::Screen::bracketed_paste));
        assert!(program.screen(vt100::Screen::hide_cursor));
    }
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
    program.assert_given_back();
}

#[test]
fn b6_after_a_stop_without_notice_everything_is_set_and_drawn_again() {
    let mut program = Program::start();
    program.signal(Signal::STOP);
    program.wait_until_state('T');
    program.scribble();
    assert!(!program.is_raw());
    program.signal(Signal::CONT);
    program.wait_until_drawn();
    assert!(program.is_raw());
    assert!(program.screen(vt100::Screen::hide_cursor));
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
    program.assert_given_back();
}

#[test]
fn b7_a_program_that_comes_back_to_another_size_is_laid_out_for_it() {
    let mut program = Program::start();
    program.signal(Signal::TSTP);
    program.wait_until_state('T');
    program.resize(100, 30);
    program.signal(Signal::CONT);
    program.wait_until_drawn();
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn b8_stopped_in_the_background_the_program_can_be_ended() {
    let mut program = Program::spawn(shell("set -m; \"$ASTANA\" & read line"), 80, 24);
    program.wait_until_state('T');
    program.signal(Signal::TERM);
    program.signal(Signal::CONT);
    program.wait_until("the end of the program", |program| {
        let process = program.process();
        process.state == 'Z' || process.name != "astana"
    });
    program.keys("enter");
    program.exit_status();
    assert!(!program.written().contains('\u{1b}'));
}

#[test]
fn b8_started_in_the_background_the_program_stops_before_it_writes() {
    let script = "set -m; \"$ASTANA\" & read line; fg > /dev/null";
    let mut program = Program::spawn(shell(script), 80, 24);
    program.wait_until_state('T');
    assert!(!program.written().contains('\u{1b}'));
    assert!(!program.is_raw());
    program.keys("enter");
    program.wait_until_drawn();
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
    program.assert_given_back();
}
