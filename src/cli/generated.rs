//! `astana completions` and `astana man`: texts made from the command line's definition.
//!
//! They stand in `docs/generated`, where packages find them too; `tests/docs` makes them and fails when
//! they are old. So what makes them is no part of the program.

use std::io::Write;
use std::process::ExitCode;

use super::args::Shell;
use super::{Failure, USAGE, print};

/// The manual pages, the program's first and then its commands'.
const PAGES: [(&str, &str); 12] = [
    ("", include_str!("../../docs/generated/man/astana.1")),
    (
        "init",
        include_str!("../../docs/generated/man/astana-init.1"),
    ),
    (
        "list",
        include_str!("../../docs/generated/man/astana-list.1"),
    ),
    (
        "show",
        include_str!("../../docs/generated/man/astana-show.1"),
    ),
    (
        "quotes",
        include_str!("../../docs/generated/man/astana-quotes.1"),
    ),
    (
        "check",
        include_str!("../../docs/generated/man/astana-check.1"),
    ),
    (
        "export",
        include_str!("../../docs/generated/man/astana-export.1"),
    ),
    (
        "render",
        include_str!("../../docs/generated/man/astana-render.1"),
    ),
    (
        "stats",
        include_str!("../../docs/generated/man/astana-stats.1"),
    ),
    (
        "config",
        include_str!("../../docs/generated/man/astana-config.1"),
    ),
    (
        "completions",
        include_str!("../../docs/generated/man/astana-completions.1"),
    ),
    ("man", include_str!("../../docs/generated/man/astana-man.1")),
];

/// Prints what a shell reads.
pub(super) fn completions(shell: Shell) -> Result<ExitCode, Failure> {
    let text = match shell {
        Shell::Bash => include_str!("../../docs/generated/completions/astana.bash"),
        Shell::Elvish => include_str!("../../docs/generated/completions/astana.elv"),
        Shell::Fish => include_str!("../../docs/generated/completions/astana.fish"),
        Shell::Powershell => include_str!("../../docs/generated/completions/_astana.ps1"),
        Shell::Zsh => include_str!("../../docs/generated/completions/_astana"),
    };
    print::data(|out| out.write_all(text.as_bytes()))
}

/// Prints a manual page, for `man -l -`.
pub(super) fn man(command: Option<&str>) -> Result<ExitCode, Failure> {
    let wanted = command.unwrap_or_default();
    let page = PAGES.iter().find(|(name, _)| *name == wanted);
    let Some((_, page)) = page else {
        let names = PAGES
            .iter()
            .map(|(name, _)| *name)
            .filter(|name| !name.is_empty());
        let names: Vec<&str> = names.collect();
        let names = names.join(", ");
        let message = format!("there is no command `{wanted}`; there are {names}");
        return Err(Failure::new(USAGE, message));
    };
    print::data(|out| out.write_all(page.as_bytes()))
}
