//! The configuration is for the program in the terminal alone.

use std::fs;

use super::{astana, caught};

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
