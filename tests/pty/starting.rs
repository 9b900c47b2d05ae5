//! Where the command line says to start.

use super::program::{Program, astana};
use crate::screen::THREE_ROUNDS;

fn start(arguments: &[&str]) -> Program {
    let mut command = astana();
    command.args(arguments);
    Program::start_drawn(command)
}

#[test]
fn a_date_starts_at_what_went_on_then_or_came_next() {
    for (date, label) in [
        ("2017-09-14", "Round 6 · Sixth International Meeting"),
        ("14 sep 2017", "Round 6 · Sixth International Meeting"),
        ("1999", "Moscow Declaration"),
    ] {
        let mut program = start(&["--date", date]);
        program.wait_until_shown(label);
        program.keys("q");
        assert_eq!(program.exit_status(), 0);
    }
}

#[test]
fn a_view_is_opened_at_the_start() {
    for (view, tab) in [
        ("timeline", "›1"),
        ("quotes", "›2"),
        ("participants", "›3"),
        ("sources", "›4"),
        ("zones", "›5"),
    ] {
        let mut program = start(&["--view", view]);
        program.wait_until_shown(tab);
        program.keys("q");
        assert_eq!(program.exit_status(), 0);
    }
}

#[test]
fn a_large_timeline_is_shown_and_moved_in_before_it_is_read() {
    let meetings = (0..4000).map(|at| {
        let (year, month, day) = (2019 + at / 336, at / 28 % 12 + 1, at % 28 + 1);
        format!(
            "\n[[event]]\nid = \"meeting-{at}\"\nkind = \"round\"\ntitle = \"Meeting {at}\"\n\
             start = {year}-{month:02}-{day:02}\nsummary = \"They met.\"\nsources = [\"herald\"]\n"
        )
    });
    let toml = format!("{THREE_ROUNDS}{}", meetings.collect::<String>());
    let (mut program, _folder) = Program::over(&toml, 120, 36);
    program.wait_until_shown("so far");
    program.keys("j j");
    program.wait_until_shown("▸            Apr ◆ Summit");
    program.wait_until_shown("4004 of 4004 events");
    program.wait_until_shown("▸            Apr ◆ Summit");
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
}
