//! The file of the configuration: where it is read from, and what a broken one costs.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use portable_pty::CommandBuilder;
use rustix::fs::{CWD, FileType, Mode, mknodat};
use tempfile::TempDir;

use super::program::{Program, astana};

/// The program with a folder of configurations in which astana's is this text.
fn with_configuration(text: &str) -> (CommandBuilder, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("astana")).unwrap();
    fs::write(folder.path().join("astana/config.toml"), text).unwrap();
    let mut command = astana();
    command.env("XDG_CONFIG_HOME", folder.path());
    (command, folder)
}

#[test]
fn keys_of_ones_own_work_from_the_start() {
    let (command, _folder) = with_configuration("[keys]\nnext = \"m\"\nclose = \"w\"\n");
    let mut program = Program::start_drawn(command);
    program.wait_until_shown(" 1/");
    program.keys("m m");
    program.wait_until_shown(" 3/");
    program.keys("w");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn g1_a_broken_configuration_is_told_of_and_listed_and_its_sound_keys_are_used() {
    let text = "[keys]\nnext = \"m\"\nlast = \"nowhere\"\n\n[colours]\n";
    let (command, _folder) = with_configuration(text);
    let mut program = Program::spawn(command, 120, 24);
    program.wait_until_shown("1 error, 1 warning in config.toml:3; E says what");
    program.wait_until_shown("1 error  ");
    program.keys("m");
    program.wait_until_shown(" 2/");
    program.keys("E");
    program.wait_until_shown("no key is called `nowhere`");
    program.wait_until_shown("config.toml:3");
    program.keys("ctrl-c");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn a_mistake_in_the_configuration_is_edited_though_the_timeline_is_in_no_file() {
    let (mut command, folder) = with_configuration("[keys]\nnext = \"m\"\nlast = \"nowhere\"\n");
    let editor = folder.path().join("vi");
    fs::write(&editor, "#!/bin/sh\necho \"at $1 of $2\"\nread answer\n").unwrap();
    fs::set_permissions(&editor, Permissions::from_mode(0o755)).unwrap();
    command.env("EDITOR", &editor);
    let mut program = Program::spawn(command, 120, 24);
    program.wait_until_shown("1 error");
    program.keys("E");
    program.wait_until_shown("no key is called `nowhere`");
    program.keys("enter");
    program.wait_until_shown("at +3 of ");
    program.send(b"\n");
    program.wait_until_shown("Problems");
    program.keys("ctrl-c");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn the_folder_of_the_home_directory_is_read_where_no_other_is_named() {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir_all(home.path().join(".config/astana")).unwrap();
    let file = home.path().join(".config/astana/config.toml");
    fs::write(file, "[keys]\nquit = \"w\"\n").unwrap();
    let mut command = astana();
    command.env_remove("XDG_CONFIG_HOME");
    command.env("HOME", home.path());
    let mut program = Program::start_drawn(command);
    program.keys("w");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn a_home_that_is_no_place_is_no_mistake() {
    for home in ["", "relative", "/dev/null"] {
        let mut command = astana();
        command.env_remove("XDG_CONFIG_HOME");
        command.env("HOME", home);
        let mut program = Program::start_drawn(command);
        program.keys("q");
        assert_eq!(program.exit_status(), 0, "{home}");
    }
}

#[test]
fn a_configuration_that_is_no_file_is_told_of_and_not_waited_for() {
    let (command, folder) = with_configuration("");
    let file = folder.path().join("astana/config.toml");
    fs::remove_file(&file).unwrap();
    mknodat(CWD, &file, FileType::Fifo, Mode::RUSR, 0).unwrap();
    let mut program = Program::spawn(command, 120, 24);
    program.wait_until_shown("1 error in config.toml; E says what");
    program.keys("E");
    program.wait_until_shown("this is not a regular file");
    program.keys("ctrl-c");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn a_configuration_over_the_limit_is_told_of() {
    let (command, folder) = with_configuration("");
    let file = folder.path().join("astana/config.toml");
    let file = fs::File::options().write(true).open(file).unwrap();
    file.set_len(1024 * 1024 + 1).unwrap();
    let mut program = Program::spawn(command, 120, 24);
    program.wait_until_shown("1 error in config.toml; E says what");
    program.keys("E");
    program.wait_until_shown("this file is over the limit of 1 MiB");
    program.keys("ctrl-c");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn the_mouse_is_on_from_the_start_if_the_configuration_says_so() {
    let (command, _folder) = with_configuration("mouse = true\n");
    let mut program = Program::start_drawn(command);
    let mode = program.screen(vt100::Screen::mouse_protocol_mode);
    assert_ne!(mode, vt100::MouseProtocolMode::None);
    program.keys("f2");
    program.wait_until_shown("mouse off");
    program.keys("q");
    assert_eq!(program.exit_status(), 0);
    program.assert_given_back();
}

#[test]
fn plain_characters_and_the_arrangement_are_the_configurations() {
    let (command, _folder) = with_configuration("ascii = true\nlayout = \"one\"\n");
    let mut program = Program::spawn(command, 120, 30);
    program.wait_until_drawn();
    let contents = program.screen(vt100::Screen::contents);
    assert!(!contents.contains(['│', '┃', '─', '●', '▸']), "{contents}");
    // Beside each other the panes have a rule between them.
    assert!(!contents.contains(" # "), "{contents}");
    program.keys("enter");
    program.wait_until_shown("Topics: ");
    program.keys("ctrl-c");
    assert_eq!(program.exit_status(), 0);
}

#[test]
fn the_colours_are_the_configurations_unless_the_command_line_says_others() {
    let has_colour = |program: &Program| {
        program.screen(|screen| {
            let (rows, columns) = screen.size();
            let cells = (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |x| (row, x)));
            let mut cells = cells.filter_map(|(row, x)| screen.cell(row, x));
            cells.any(|cell| cell.fgcolor() != vt100::Color::Default)
        })
    };
    for (arguments, coloured) in [(&[][..], false), (&["--theme", "dark"], true)] {
        let (mut command, _folder) = with_configuration("theme = \"mono\"\n");
        command.args(arguments);
        let mut program = Program::start_drawn(command);
        assert_eq!(has_colour(&program), coloured, "{arguments:?}");
        program.keys("q");
        assert_eq!(program.exit_status(), 0);
    }
}
