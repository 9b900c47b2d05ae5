//! Where the command line says to start.

use super::program::{Program, astana};

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
