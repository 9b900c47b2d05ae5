//! What the environment asks of the screen, in the bytes that a terminal gets.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// What a step takes at most, even on a machine that is busy with other things.
const PATIENCE: Duration = Duration::from_secs(10);
/// The end of a frame.
const DRAWN: &str = "\u{1b}[?2026l";

/// The program on a terminal, and the bytes that come out of it.
struct OnTerminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    output: Receiver<Vec<u8>>,
    seen: String,
}

impl OnTerminal {
    fn start(args: &[&str], environment: &[(&str, &str)]) -> Self {
        let size = PtySize {
            rows: 24,
            cols: 100,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_astana"));
        command.args(args);
        command.env_clear();
        command.env("LANG", "C.UTF-8");
        command.env("HOME", "/nowhere");
        command.env("XDG_STATE_HOME", "/dev/null");
        command.cwd("/");
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let mut source = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut chunk = vec![0; 65_536];
            while let Ok(length @ 1..) = source.read(&mut chunk) {
                if sender.send(chunk[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            child,
            master: pair.master,
            output,
            seen: String::new(),
        }
    }

    /// Takes the next bytes; whether there are any more.
    fn takes_more(&mut self) -> bool {
        match self.output.recv_timeout(PATIENCE) {
            Ok(bytes) => self.seen.push_str(&String::from_utf8_lossy(&bytes)),
            Err(error) => {
                let ended = error == std::sync::mpsc::RecvTimeoutError::Disconnected;
                assert!(ended, "nothing comes any more: {:?}", self.seen);
                return false;
            }
        }
        true
    }

    /// Everything until the program ends by itself, and its exit status.
    fn until_it_ends(mut self) -> (u32, String) {
        while self.takes_more() {}
        let status = self.child.wait().unwrap().exit_code();
        (status, std::mem::take(&mut self.seen))
    }

    /// Everything of a session in which the first screen is drawn and the program is left.
    fn session(mut self) -> String {
        while !self.seen.contains(DRAWN) {
            assert!(self.takes_more(), "it ended: {:?}", self.seen);
        }
        self.master.take_writer().unwrap().write_all(b"q").unwrap();
        let (status, seen) = self.until_it_ends();
        assert_eq!(status, 0, "{seen:?}");
        seen
    }
}

impl Drop for OnTerminal {
    /// A failed test must not leave a program behind.
    fn drop(&mut self) {
        if self.child.try_wait().unwrap().is_none() {
            self.child.kill().unwrap();
            self.child.wait().unwrap();
        }
    }
}

/// The numbers in every SGR sequence that have to do with colour.
fn colours(bytes: &str) -> Vec<String> {
    let sequences = bytes.split("\u{1b}[").skip(1);
    let sgr = sequences.filter_map(|sequence| {
        let end = sequence.find(|c: char| !matches!(c, '0'..='9' | ';' | ':'))?;
        sequence[end..].starts_with('m').then_some(&sequence[..end])
    });
    let numbers = sgr.flat_map(|sequence| sequence.split([';', ':']));
    let chosen = numbers.filter(|number| {
        let number: u32 = number.parse().unwrap_or(0);
        matches!(number, 30..=49 | 90..=107)
    });
    chosen.map(str::to_owned).collect()
}

#[test]
fn b13_no_color_means_no_colour() {
    let environment = [
        ("TERM", "xterm-256color"),
        ("COLORTERM", "truecolor"),
        ("NO_COLOR", "1"),
    ];
    let seen = OnTerminal::start(&[], &environment).session();
    assert_eq!(colours(&seen), [""; 0]);
}

#[test]
fn b13_without_no_color_there_is_colour() {
    for no_color in [&[][..], &[("NO_COLOR", "")]] {
        let environment = [&[("TERM", "xterm-256color")], no_color].concat();
        let seen = OnTerminal::start(&[], &environment).session();
        assert!(!colours(&seen).is_empty(), "{no_color:?}");
    }
}

#[test]
fn b13_a_theme_asked_for_goes_before_no_color() {
    let environment = [("TERM", "xterm-256color"), ("NO_COLOR", "1")];
    let seen = OnTerminal::start(&["--theme", "dark"], &environment).session();
    assert!(!colours(&seen).is_empty());
    let seen = OnTerminal::start(&["--theme", "mono"], &environment[..1]).session();
    assert_eq!(colours(&seen), [""; 0]);
}

#[test]
fn b13_a_terminal_that_says_it_is_dumb_gets_the_list() {
    let (status, seen) = OnTerminal::start(&[], &[("TERM", "dumb")]).until_it_ends();
    assert_eq!(status, 0);
    assert!(!seen.contains('\u{1b}'), "{seen:?}");
    assert!(seen.contains("2017-09-14/2017-09-15  round-06 "), "{seen}");
    assert!(
        seen.starts_with("astana: a terminal with TERM=dumb"),
        "{seen}"
    );
}

#[test]
fn b13_a_terminal_without_a_name_is_drawn_on() {
    let seen = OnTerminal::start(&[], &[]).session();
    assert!(seen.contains("\u{1b}[?1049h"), "{seen:?}");
}

#[test]
fn an_event_that_is_not_there_is_told_with_the_nearest_one() {
    let environment = [("TERM", "xterm-256color")];
    for (event, said) in [
        (
            "round-6",
            "astana: there is no event `round-6`; did you mean `round-06`?",
        ),
        (
            "nothing",
            "astana: there is no event `nothing`; `astana list` shows the ids",
        ),
        (
            "\u{1b}[31m\u{202e}",
            "astana: there is no event `␛[31m\u{fffd}`;",
        ),
    ] {
        let (status, seen) = OnTerminal::start(&["--event", event], &environment).until_it_ends();
        assert_eq!(status, 1, "{seen}");
        assert!(seen.starts_with(said), "{seen:?}");
        assert!(!seen.contains('\u{1b}'), "{seen:?}");
    }
}
