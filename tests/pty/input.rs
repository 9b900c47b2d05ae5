//! More keys than a hand can press, and terminals that do not keep up.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::program::{Program, assert_paced, shell};

#[test]
fn b17_a_paste_is_no_keys_however_long_and_whatever_it_holds() {
    let mut program = Program::start();
    let text = "q \u{1b}[31m\u{3}\u{1a}".repeat(100_000);
    program.send(format!("\u{1b}[200~{text}\u{1b}[201~").as_bytes());
    let before = program.frames();
    program.keys("ctrl-l");
    program.wait_until("a frame after the paste", |program| {
        program.frames() > before
    });
    program.wait_until_drawn();
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
    program.assert_given_back();
}

#[test]
fn b18_a_paste_that_comes_as_keys_does_nothing_that_cannot_be_undone() {
    let mut program = Program::start();
    program.send(b"dx\rDX\ry");
    program.keys("ctrl-c");
    assert_eq!(program.exit_status(), 0);
    program.assert_given_back();
}

#[test]
fn b19_ten_thousand_keys_are_taken_without_as_many_frames() {
    let mut program = Program::start();
    let (before, start) = (program.frames(), Instant::now());
    program.send(&[b'j'; 10_000]);
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
    assert_paced(program.frames() - before, start);
}

#[test]
fn b19_no_more_than_sixty_frames_are_drawn_in_a_second() {
    let mut program = Program::start();
    let (before, start) = (program.frames(), Instant::now());
    while start.elapsed() < Duration::from_millis(200) {
        program.keys("ctrl-l");
    }
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
    assert_paced(program.frames() - before, start);
}

#[test]
fn b20_a_signal_ends_a_program_whose_terminal_takes_no_output() {
    let mut program = Program::start();
    program.hold_output();
    program.keys("ctrl-l");
    program.signal(Signal::TERM);
    assert_eq!(program.exit_status(), 143);
    assert!(!program.is_raw());
}

#[test]
fn c15_keys_come_from_the_terminal_when_something_else_is_piped_in() {
    let mut program = Program::start_drawn(shell("echo | \"$ASTANA\""));
    program.keys("j q");
    assert_eq!(program.exit_status(), 0);
    program.assert_given_back();
}

#[test]
fn a_program_nobody_touches_writes_nothing_and_uses_no_processor() {
    let mut program = Program::start();
    let (ticks, written) = (program.process().ticks, program.written());
    let stirs = |it: &mut Program| it.process().ticks > ticks + 1 || it.written() != written;
    assert!(!program.comes_true(Duration::from_millis(500), stirs));
}
