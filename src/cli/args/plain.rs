//! Command lines of nothing but paths, which are most of them: read without making clap's picture of every command
//! and option, which takes as long as a tenth of the first screen.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Error, Parser, Subcommand};

use super::{Cli, Command, Source};

impl Cli {
    /// Reads the command line, whose first word is the program's name.
    ///
    /// # Errors
    ///
    /// Of clap, and what is no mistake but asks for help or the version.
    pub(in crate::cli) fn read(args: impl IntoIterator<Item = OsString>) -> Result<Self, Error> {
        let args: Vec<OsString> = args.into_iter().collect();
        match args.split_first() {
            Some((_, paths)) if paths.iter().all(is_only_a_path) => Ok(Self::of_paths(paths)),
            _ => Self::try_parse_from(args),
        }
    }

    fn of_paths(paths: &[OsString]) -> Self {
        let paths = paths.iter().map(PathBuf::from).collect();
        Self {
            source: Source {
                paths,
                ..Source::default()
            },
            ..Self::default()
        }
    }
}

/// Whether a word can be nothing but a path. What cannot be is left to clap: commands, options, what is empty or no text.
fn is_only_a_path(word: &OsString) -> bool {
    let word = word.to_str().unwrap_or_default();
    let is_command = word == "help" || Command::has_subcommand(word);
    !word.is_empty() && !word.starts_with('-') && !is_command
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use clap::{CommandFactory, Parser};
    use proptest::prelude::*;

    use super::{Cli, is_only_a_path};

    /// Every word that clap knows, and some that it does not.
    fn words() -> impl Strategy<Value = Vec<String>> {
        let mut root = Cli::command();
        root.build();
        let commands = root.get_subcommands();
        let mut known: Vec<String> = commands.map(|it| it.get_name().to_owned()).collect();
        let options = root.get_arguments().filter_map(clap::Arg::get_long);
        known.extend(options.map(|long| format!("--{long}")));
        known.extend(["", "-", "--", "-f", "lis", "a=b", "talks/", "é"].map(String::from));
        let word = prop_oneof![proptest::sample::select(known), ".{0,6}"];
        proptest::collection::vec(word, 0..4)
    }

    proptest! {
        #[test]
        fn a_command_line_of_paths_says_what_clap_would_have_read(words in words()) {
            let line = || std::iter::once("astana").chain(words.iter().map(String::as_str)).map(OsString::from);
            let read = |cli: Result<Cli, clap::Error>| match cli {
                Ok(cli) => format!("{cli:?}"),
                Err(error) => error.to_string(),
            };
            prop_assert_eq!(read(Cli::read(line())), read(Cli::try_parse_from(line())));
        }
    }

    #[test]
    fn commands_and_options_are_no_paths() {
        for word in ["list", "help", "-", "--ascii", "-f", ""] {
            assert!(!is_only_a_path(&OsString::from(word)), "{word}");
        }
        assert!(is_only_a_path(&OsString::from("talks/")));
    }
}
