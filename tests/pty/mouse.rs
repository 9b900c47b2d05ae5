//! The mouse on a real terminal: reported only while it is wanted.

use vt100::MouseProtocolMode;

use super::program::{Program, shell};

fn mode(program: &Program) -> MouseProtocolMode {
    program.screen(vt100::Screen::mouse_protocol_mode)
}

/// Presses and lets go of the left button, as xterm reports it (1006): columns and rows from 1.
fn click(program: &mut Program, column: u16, row: u16) {
    program.send(format!("\u{1b}[<0;{column};{row}M\u{1b}[<0;{column};{row}m").as_bytes());
}

#[test]
fn the_mouse_is_reported_from_f2_on_and_a_click_selects() {
    let mut program = Program::start();
    assert_eq!(mode(&program), MouseProtocolMode::None);
    program.keys("f2");
    program.wait_until("the mouse is reported", |program| {
        mode(program) == MouseProtocolMode::ButtonMotion
    });
    program.wait_until_shown("mouse on: click");
    click(&mut program, 20, 6);
    program.wait_until_shown("2/80");
    program.keys("f2");
    program.wait_until("the mouse is let go", |program| {
        mode(program) == MouseProtocolMode::None
    });
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn the_mouse_is_given_back_at_the_end() {
    let mut program = Program::start();
    program.keys("f2 q");
    assert_eq!(program.exit_status(), 0);
    program.assert_given_back();
}

#[test]
fn the_mouse_is_taken_again_after_a_stop() {
    let mut program = Program::start_drawn(shell("set -m; \"$ASTANA\"; fg"));
    program.keys("f2");
    program.wait_until("the mouse is reported", |program| {
        mode(program) == MouseProtocolMode::ButtonMotion
    });
    program.keys("ctrl-z");
    program.wait_until("the mouse is let go and taken again", |program| {
        let written = program.written();
        written.matches("\u{1b}[?1002h").count() == 2
    });
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
    program.assert_given_back();
}
