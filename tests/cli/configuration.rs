//! The configuration is for the program in the terminal alone.

use std::fs;

use super::{Run, astana, caught, run};

#[test]
fn commands_that_print_do_not_read_the_configuration() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("astana")).unwrap();
    fs::write(folder.path().join("astana/config.toml"), "[keys\n").unwrap();
    for arguments in [&[][..], &["list"], &["stats"], &["check"], &["quotes"]] {
        let mut command = astana();
        command
            .args(arguments)
            .env("XDG_CONFIG_HOME", folder.path());
        let printed = caught(&mut command).printed();
        assert!(!printed.contains("config"), "{arguments:?}: {printed}");
    }
}

/// Runs `astana config` with these arguments, where the configuration is this text.
fn with_configuration(text: &str, arguments: &[&str]) -> Run {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("astana")).unwrap();
    fs::write(folder.path().join("astana/config.toml"), text).unwrap();
    let mut command = astana();
    command
        .arg("config")
        .args(arguments)
        .env("XDG_CONFIG_HOME", folder.path());
    caught(&mut command)
}

#[test]
fn g1_what_is_wrong_with_the_configuration_is_said_in_its_place_and_the_status_is_1() {
    let run = with_configuration(
        "theme = \"dark\"\n[keys]\nnext = \"nope\"\nfly = \"w\"\n",
        &["--check"],
    );
    assert_eq!((run.status, run.stderr.as_str()), (Some(1), ""));
    assert!(
        run.stdout.contains("config.toml:3:8: error[E021]"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout.contains("config.toml:4:1: error[E020]"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("2 errors in "), "{}", run.stdout);
    let run = with_configuration("colours = 3\n", &["--check"]);
    assert_eq!(run.status, Some(1));
    assert!(run.stdout.contains("1 warning in "), "{}", run.stdout);
}

#[test]
fn g1_a_sound_configuration_and_none_are_no_fault() {
    let said = with_configuration("mouse = true\n", &["--check"]).printed();
    assert!(said.starts_with("no problems in /"), "{said}");
    let mut command = astana();
    command.args(["config", "--check"]);
    let said = caught(&mut command).printed();
    assert_eq!(
        said,
        "no configuration in /nowhere/.config/astana/config.toml\n"
    );
}

#[test]
fn the_example_that_is_printed_is_a_configuration_without_fault() {
    let example = run(["config"]).printed();
    let said = with_configuration(&example, &["--check"]).printed();
    assert!(said.starts_with("no problems in /"), "{said}");
}
