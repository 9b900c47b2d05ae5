//! Terminals of any size, and of ever another.

use std::time::Instant;

use super::program::{Program, assert_paced, astana};

#[test]
fn b14_a_terminal_too_small_for_anything_is_survived() {
    for (columns, rows) in [(0, 0), (1, 1), (2, 2), (1, 24), (80, 1)] {
        let mut program = Program::spawn(astana(), columns, rows);
        program.wait_until("a frame", |program| program.frames() > 0);
        program.resize(80, 24);
        program.wait_until_drawn();
        program.resize(columns, rows);
        program.wait_until("a small frame", |program| program.frames() > 2);
        program.keys("q");
        assert_eq!(program.exit_status(), 0, "{columns} × {rows}");
    }
}

#[test]
fn b15_an_absurd_size_costs_no_more_than_a_large_one() {
    for (columns, rows) in [(5000, 5000), (u16::MAX, u16::MAX)] {
        let mut program = Program::spawn(astana(), columns, rows);
        program.wait_until_drawn();
        let memory = program.process().memory();
        assert!(memory < 400_000, "{memory} kB");
        program.keys("q");
        assert_eq!(program.exit_status(), 0);
    }
}

#[test]
fn b16_of_a_storm_of_sizes_the_last_is_drawn() {
    let mut program = Program::start();
    let (before, start) = (program.frames(), Instant::now());
    for step in 0..500 {
        program.resize(60 + step % 100, 20 + step % 30);
    }
    program.resize(101, 33);
    program.wait_until_drawn();
    assert_paced(program.frames() - before, start);
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn a_list_has_one_event_a_line_however_narrow_the_terminal() {
    for (columns, beginning) in [
        (120, "2024-12-08             assad-fall-2024-12-08"),
        (60, "2024-12-08  Fall of "),
        (20, "2024-12-08  Fall"),
    ] {
        let mut command = astana();
        command.arg("list");
        let mut program = Program::spawn(command, columns, 24);
        program.wait_until_shown("2024-12-08");
        assert_eq!(program.exit_status(), 0);
        program.screen(|screen| {
            // The last line is that of the cursor.
            let rows: Vec<String> = screen.rows(0, columns).take(23).collect();
            assert!(rows.iter().all(|row| row.starts_with("202")), "{rows:#?}");
            assert!(rows[22].starts_with(beginning), "{columns}: {rows:#?}");
        });
    }
}
