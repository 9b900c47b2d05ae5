//! The real program with its output caught: what a pipe, a script and a terminal's log get.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "to the lint, only what is marked as a test is one"
)]

mod check;
mod configuration;
mod export;
mod formats;
mod hostile;
mod init;
mod json;
mod layers;
mod listing;
mod looks;
mod mistakes;
mod pipes;
mod render;

use std::ffi::OsStr;
use std::io::Write;
use std::process::{Command, Output, Stdio};

/// What a run of the program left.
struct Run {
    status: Option<i32>,
    stdout: String,
    stderr: String,
}

/// The program in an environment that is the same everywhere, with nothing on stdin.
fn astana() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_astana"));
    command
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("LANG", "C.UTF-8")
        .env("HOME", "/nowhere");
    command.current_dir("/").stdin(Stdio::null());
    command
}

/// Runs the program with these arguments.
fn run<A: AsRef<OsStr>>(args: impl IntoIterator<Item = A>) -> Run {
    caught(astana().args(args))
}

fn caught(command: &mut Command) -> Run {
    Run::from(command.output().unwrap())
}

/// What the program prints with these arguments over the example of the manual.
fn printed_over_the_example(args: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    crate::docs::schema_example(folder.path());
    let mut args: Vec<&OsStr> = args.iter().map(OsStr::new).collect();
    args.push(folder.path().as_os_str());
    run(args).printed()
}

/// Runs the program with these arguments and a text on stdin.
fn fed(args: &[&str], text: &str) -> Run {
    let mut command = astana();
    command
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(text.as_bytes())
        .unwrap();
    Run::from(child.wait_with_output().unwrap())
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Run {
    /// What a run that went well has printed.
    #[track_caller]
    fn printed(self) -> String {
        assert_eq!((self.status, self.stderr.as_str()), (Some(0), ""));
        self.harmless().stdout
    }

    /// What a run that failed has said; such a run prints no data.
    #[track_caller]
    fn failed(self, status: i32) -> String {
        assert_eq!(
            (self.status, self.stdout.as_str()),
            (Some(status), ""),
            "{}",
            self.stderr
        );
        self.harmless().stderr
    }

    /// The same, if a terminal that gets it does nothing but show it.
    #[track_caller]
    fn harmless(self) -> Self {
        for text in [&self.stdout, &self.stderr] {
            let harm = text.find(|c: char| (c.is_control() && c != '\n') || is_bidi_control(c));
            assert_eq!(harm, None, "{text:?}");
        }
        self
    }
}

fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A timeline of three events, one of which `broken` goes into.
fn talks(broken: &str) -> String {
    let event = |day: u8, title: &str, more: &str| {
        format!(
            "[[event]]\nid = \"e{day}\"\nkind = \"round\"\ntitle = \"{title}\"\nstart = 2017-01-{day:02}\n\
             summary = \"They met.\"\nsources = [\"gazette\"]\n{more}\n"
        )
    };
    let begin = "timeline = { schema = 1, title = \"Talks\" }\n\
        kind = [{ id = \"round\", name = \"Round\", plural = \"Rounds\", glyph = \"o\" }]\n\
        source = [{ id = \"gazette\", title = \"Talks end\", date = 2017-02-03, url = \"https://example.org\" }]\n";
    [
        begin.to_owned(),
        event(1, "First", ""),
        event(2, "Second", broken),
        event(3, "Third", ""),
    ]
    .concat()
}
