//! Copying: by a program of the system where there is one, else through the terminal.
//!
//! Only a program's exit says that something was copied. A terminal does not answer, and many take less
//! than they are sent, so of that way it is said that the text was sent.

use std::convert::Infallible;
use std::io::{self, ErrorKind, Write as _};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::desktop::{Encoding, Multiplexer, Program};
use super::mailbox::{Arrival, Mailbox};
use crate::tui::message::Msg;

/// A program that takes longer has failed: its window system does not answer.
const LONGEST_WAIT: Duration = Duration::from_secs(1);
const STEP: Duration = Duration::from_millis(5);

/// The longest text that is sent through the terminal, in bytes: with it the sequence stays within
/// 100,000 bytes, the limit of xterm and hterm.
const LONGEST_SENT: usize = 74_994;

/// GNU screen passes on no more than so many bytes at a time; older ones have 256 for all of it.
const SCREEN_CHUNK: usize = 240;

/// The ways to copy.
pub(super) struct Clipboard {
    /// Where texts are handed to the thread that runs programs; none if there is none to run.
    programs: Option<Sender<String>>,
    multiplexer: Multiplexer,
}

impl Clipboard {
    /// Starts the thread that runs the programs, if there are any.
    pub(super) fn start(
        mailbox: &Mailbox,
        programs: Vec<Program>,
        multiplexer: Multiplexer,
    ) -> io::Result<Self> {
        let (asking, asked) = channel();
        let has_programs = !programs.is_empty();
        if has_programs {
            mailbox.start("clipboard", move |mailbox| {
                report(&programs, &asked, mailbox)
            })?;
        }
        Ok(Self {
            programs: has_programs.then_some(asking),
            multiplexer,
        })
    }

    /// Hands a text to the programs, which will say what came of it; gives it back if there are none.
    pub(super) fn hand_over(&self, text: String) -> Result<(), String> {
        match &self.programs {
            Some(programs) => programs.send(text).map_err(|unsent| unsent.0),
            None => Err(text),
        }
    }

    /// The bytes that have the terminal copy a text; what is wrong if it is too long.
    pub(super) fn sequence(&self, text: &str) -> Result<Vec<u8>, String> {
        if text.len() > LONGEST_SENT {
            let (length, most) = (grouped(text.len()), grouped(LONGEST_SENT));
            return Err(format!(
                "too large to send through the terminal ({length} bytes, at most {most})"
            ));
        }
        Ok(sequence(text, self.multiplexer))
    }
}

/// Copies one text after the other, and reports.
fn report(
    programs: &[Program],
    asked: &Receiver<String>,
    mailbox: &Mailbox,
) -> io::Result<Infallible> {
    loop {
        let text = asked.recv().map_err(io::Error::other)?;
        mailbox.post(match copy(programs, &text) {
            Ok(program) => Arrival::Msg(Msg::Told(format!("copied by {program}"))),
            Err(why) => Arrival::Uncopied { text, why },
        });
    }
}

/// Copies by the first program that does it, and says which; else which of those that there are failed.
fn copy(programs: &[Program], text: &str) -> Result<&'static str, String> {
    let mut failed = Vec::new();
    for program in programs {
        match run(program, text) {
            Ok(status) if status.success() => return Ok(program.name),
            Ok(status) => failed.push(format!("{} failed ({status})", program.name)),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => failed.push(format!("{} failed ({error})", program.name)),
        }
    }
    Err(failed.join(", "))
}

/// Runs a program with the text as its input, in a process group of its own: it goes on to serve the
/// clipboard when this program has been stopped or left.
fn run(program: &Program, text: &str) -> io::Result<ExitStatus> {
    let mut child = Command::new(program.name)
        .args(program.arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()?;
    let bytes = encoded(text, program.encoding);
    let (done, is_done) = channel();
    if let Some(mut input) = child.stdin.take() {
        // It may never read: then this thread is left with a pipe that breaks when the program is ended.
        thread::Builder::new().spawn(move || done.send(input.write_all(&bytes)).ok())?;
    }
    let deadline = Instant::now() + LONGEST_WAIT;
    let status = await_end(&mut child, deadline)?;
    if !status.success() {
        return Ok(status);
    }
    let left = deadline.saturating_duration_since(Instant::now()).max(STEP);
    let unread = |_| io::Error::other("it did not take the text");
    is_done.recv_timeout(left).map_err(unread)??;
    Ok(status)
}

/// Waits for a program's end, and ends it at the deadline.
fn await_end(child: &mut Child, deadline: Instant) -> io::Result<ExitStatus> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if Instant::now() >= deadline {
            child.kill()?;
            child.wait()?;
            return Err(io::Error::other("it does not end"));
        }
        thread::sleep(STEP);
    }
}

fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf16 => {
            let units = std::iter::once(0xfeff).chain(text.encode_utf16());
            units.flat_map(u16::to_le_bytes).collect()
        }
    }
}

/// OSC 52 (xterm's "Control Sequences"): the clipboard, and the text in base64.
///
/// tmux takes it itself (`set-clipboard on`), or passes it on (`allow-passthrough on`) if it stands in a
/// sequence of tmux's with every escape doubled; each ignores what is not meant for it, so it is given
/// both. screen passes on what stands in device control strings, of a bounded length each.
fn sequence(text: &str, multiplexer: Multiplexer) -> Vec<u8> {
    let plain = format!("\x1b]52;c;{}\x07", base64(text.as_bytes()));
    match multiplexer {
        Multiplexer::None => plain.into_bytes(),
        Multiplexer::Tmux => {
            let doubled = plain.replace('\x1b', "\x1b\x1b");
            format!("{plain}\x1bPtmux;{doubled}\x1b\\").into_bytes()
        }
        Multiplexer::Screen => {
            let chunks = plain.as_bytes().chunks(SCREEN_CHUNK);
            let wrapped = chunks.flat_map(|chunk| [b"\x1bP", chunk, b"\x1b\\"].concat());
            wrapped.collect()
        }
    }
}

/// Base64 with padding (RFC 4648 §4).
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |at: usize| usize::from(group.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let digit = DIGITS.get((bits >> (18 - 6 * at)) & 63);
            let digit = digit.filter(|_| at <= group.len());
            text.push(digit.map_or('=', |&digit| char::from(digit)));
        }
    }
    text
}

/// A number with commas: "74,994".
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::{Clipboard, LONGEST_SENT, SCREEN_CHUNK, base64, copy, encoded, grouped, sequence};
    use crate::tui::shell::desktop::{Encoding, Multiplexer, Program};

    #[test]
    fn base64_is_that_of_rfc_4648() {
        for (text, expected) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(text.as_bytes()), expected, "{text}");
        }
        assert_eq!(base64(&[0xfb, 0xff, 0xfe]), "+//+");
        assert_eq!(base64("Önal".as_bytes()), "w5ZuYWw=");
    }

    #[test]
    fn f9_what_is_too_large_for_the_terminal_is_not_sent_and_the_user_is_told_how_large_it_is() {
        let clipboard = Clipboard {
            programs: None,
            multiplexer: Multiplexer::None,
        };
        let sent = clipboard.sequence(&"x".repeat(LONGEST_SENT)).unwrap();
        assert_eq!(sent.len(), 100_000);
        assert_eq!(
            clipboard.sequence(&"x".repeat(LONGEST_SENT + 1)),
            Err(String::from(
                "too large to send through the terminal (74,995 bytes, at most 74,994)"
            ))
        );
        // Bytes count, not characters.
        assert!(
            clipboard
                .sequence(&"Ж".repeat(LONGEST_SENT / 2 + 1))
                .is_err()
        );
    }

    #[test]
    fn f11_the_sequence_is_wrapped_for_tmux_and_screen_and_for_nothing_else() {
        let plain = "\x1b]52;c;Zm9v\x07";
        let sent = |multiplexer| String::from_utf8(sequence("foo", multiplexer)).unwrap();
        assert_eq!(sent(Multiplexer::None), plain);
        assert_eq!(
            sent(Multiplexer::Tmux),
            format!("{plain}\x1bPtmux;\x1b\x1b]52;c;Zm9v\x07\x1b\\")
        );
        assert_eq!(sent(Multiplexer::Screen), format!("\x1bP{plain}\x1b\\"));
    }

    #[test]
    fn f11_screen_gets_a_long_text_in_pieces_that_make_up_the_whole() {
        let text = "Astana ".repeat(200);
        let sent = String::from_utf8(sequence(&text, Multiplexer::Screen)).unwrap();
        let inner = sent.strip_prefix("\x1bP").unwrap();
        let inner = inner.strip_suffix("\x1b\\").unwrap();
        let pieces: Vec<&str> = inner.split("\x1b\\\x1bP").collect();
        assert!(pieces.len() > 5);
        assert!(pieces.iter().all(|piece| piece.len() <= SCREEN_CHUNK));
        let plain = sequence(&text, Multiplexer::None);
        assert_eq!(pieces.concat().into_bytes(), plain);
    }

    #[test]
    fn windows_is_given_utf_16_with_its_mark() {
        assert_eq!(encoded("Ж", Encoding::Utf8), "Ж".as_bytes());
        assert_eq!(encoded("Ж", Encoding::Utf16), [0xff, 0xfe, 0x16, 0x04]);
    }

    #[test]
    fn a_number_has_commas_at_its_thousands() {
        for (number, expected) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(grouped(number), expected);
        }
    }

    const fn program(name: &'static str, arguments: &'static [&'static str]) -> Program {
        Program {
            name,
            arguments,
            encoding: Encoding::Utf8,
        }
    }

    #[test]
    fn f10_only_a_program_that_ends_well_with_all_of_the_text_has_copied() {
        let missing = program("astana-no-such-program", &[]);
        let fails = program("sh", &["-c", "cat >&2; exit 3"]);
        let takes = program("cat", &[]);
        let long = "x".repeat(1_000_000);
        assert_eq!(copy(&[missing, fails, takes], &long), Ok("cat"));
        assert_eq!(
            copy(&[missing, fails], "x"),
            Err(String::from("sh failed (exit status: 3)"))
        );
        assert_eq!(copy(&[missing], "x"), Err(String::new()));
        let reads_nothing = program("true", &[]);
        assert!(copy(&[reads_nothing], &long).is_err());
    }

    #[test]
    fn a_program_that_hangs_is_ended_and_the_next_is_tried() {
        let hangs = program("sleep", &["600"]);
        let long = "x".repeat(1_000_000);
        assert_eq!(
            copy(&[hangs], &long),
            Err(String::from("sleep failed (it does not end)"))
        );
        assert_eq!(copy(&[hangs, program("cat", &[])], "x"), Ok("cat"));
    }

    #[test]
    fn a_program_may_leave_another_behind_that_serves_the_clipboard() {
        let serves = program("sh", &["-c", "cat >/dev/null; sleep 5 </dev/null & exit 0"]);
        assert_eq!(copy(&[serves], "x"), Ok("sh"));
    }
}
