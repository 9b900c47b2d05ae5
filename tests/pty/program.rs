//! The program under test: what the user does to it, and what can be seen of it.

use std::fs::write;
use std::ops::{Deref, DerefMut};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use super::keys;
use super::process::Process;
use super::terminal::Terminal;

/// What the main screen shows at any usual size: a word of its first line, and one of its last.
const HEADER: &str = "Timeline";
const FOOTER: &str = "?";
/// What its first line says as long as there is more to read.
const LOADING: &str = "loading";

/// What a test waits for comes within this, even on a machine that is busy with other things.
const PATIENCE: Duration = Duration::from_secs(10);
const STEP: Duration = Duration::from_millis(10);

const BEGIN_FRAME: &str = "\u{1b}[?2026h";
const END_FRAME: &str = "\u{1b}[?2026l";

/// The program alone, in an environment that is the same everywhere.
pub(super) fn astana() -> CommandBuilder {
    hermetic(CommandBuilder::new(env!("CARGO_BIN_EXE_astana")))
}

/// A shell that runs `script`, in which `$ASTANA` is the program.
pub(super) fn shell(script: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new("/bin/sh");
    command.args(["-c", script]);
    let mut command = hermetic(command);
    command.env("ASTANA", env!("CARGO_BIN_EXE_astana"));
    command
}

fn hermetic(mut command: CommandBuilder) -> CommandBuilder {
    command.env_clear();
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    // Whoever runs the tests may have a configuration; without HOME the password file tells where.
    command.env("HOME", "/nowhere");
    command.env("XDG_CONFIG_HOME", "/nowhere");
    // Where nothing can be kept, even by whoever may write anywhere.
    command.env("XDG_STATE_HOME", "/dev/null");
    command.cwd("/");
    command
}

/// Fails if there were more frames since `start` than an eye can see.
pub(super) fn assert_paced(frames: usize, start: Instant) {
    let due = start.elapsed().as_millis() / 16 + 2;
    assert!(
        frames <= usize::try_from(due).unwrap(),
        "{frames} frames, at most {due} are due"
    );
}

/// A command on a terminal; what is done to the terminal and seen on it is [`Terminal`]'s.
pub(super) struct Program {
    child: Box<dyn Child + Send + Sync>,
    terminal: Terminal,
}

impl Program {
    /// The program on a terminal of 80 columns and 24 rows, started and drawn.
    pub(super) fn start() -> Self {
        Self::start_drawn(astana())
    }

    /// A command that starts the program, when it has drawn.
    pub(super) fn start_drawn(command: CommandBuilder) -> Self {
        let mut program = Self::spawn(command, 80, 24);
        program.wait_until_drawn();
        program
    }

    /// Any command on a terminal of any size, perhaps not even running yet.
    pub(super) fn spawn(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let (terminal, child) = Terminal::with(command, columns, rows);
        Self { child, terminal }
    }

    /// The program over a timeline in a file of its own, which is there as long as the folder.
    pub(super) fn over(toml: &str, columns: u16, rows: u16) -> (Self, TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("talks.toml");
        write(&path, toml).unwrap();
        let mut command = astana();
        command.arg(&path);
        (Self::spawn(command, columns, rows), folder)
    }

    /// Presses keys, written as in the manual: `j j enter`.
    pub(super) fn keys(&mut self, chords: &str) {
        for chord in chords.split_whitespace() {
            self.send(&keys::bytes(chord.parse().unwrap()));
        }
    }

    /// Sends a signal to the program, not to the shell it may have been started by.
    pub(super) fn signal(&self, signal: Signal) {
        kill_process(Pid::from_raw(self.process().pid).unwrap(), signal).unwrap();
    }

    /// Closes the terminal; any full frame makes the terminal notice.
    pub(super) fn lose_terminal(&mut self) {
        self.terminal
            .hang_up(&keys::bytes("ctrl-l".parse().unwrap()));
    }

    /// Waits until `is_so`; fails with `what` and the screen if that takes too long.
    pub(super) fn wait_until(&mut self, what: &str, is_so: impl Fn(&mut Self) -> bool) {
        assert!(
            self.comes_true(PATIENCE, is_so),
            "not within {PATIENCE:?}: {what}; the screen:\n{}",
            self.screen(vt100::Screen::contents)
        );
    }

    /// Whether `is_so` comes true within a time.
    pub(super) fn comes_true(
        &mut self,
        within: Duration,
        is_so: impl Fn(&mut Self) -> bool,
    ) -> bool {
        let deadline = Instant::now() + within;
        loop {
            if is_so(self) {
                return true;
            }
            if Instant::now() > deadline {
                return false;
            }
            thread::sleep(STEP);
        }
    }

    /// Waits until the main screen fills the terminal from the first line to the last, and all that there is was read.
    pub(super) fn wait_until_drawn(&mut self) {
        let is_drawn = |screen: &vt100::Screen| {
            let (_, columns) = screen.size();
            let mut rows = screen.rows(0, columns.get());
            screen.alternate_screen()
                && rows
                    .next()
                    .is_some_and(|row| row.contains(HEADER) && !row.contains(LOADING))
                && rows.last().is_some_and(|row| row.contains(FOOTER))
        };
        self.wait_until("the main screen", |program| program.screen(is_drawn));
    }

    pub(super) fn wait_until_shown(&mut self, text: &str) {
        let is_shown = |screen: &vt100::Screen| screen.contents().contains(text);
        self.wait_until(&format!("`{text}` on the screen"), |it| it.screen(is_shown));
    }

    pub(super) fn wait_until_state(&mut self, state: char) {
        let what = format!("process state {state}");
        self.wait_until(&what, |program| program.process().state == state);
    }

    /// Waits until the command has ended and everything it has written is seen; its exit status.
    pub(super) fn exit_status(&mut self) -> u32 {
        self.wait_until("the end", |program| {
            program.child.try_wait().unwrap().is_some()
        });
        self.read_to_end();
        self.child.wait().unwrap().exit_code()
    }

    /// Fails unless the terminal is as it was before the program.
    pub(super) fn assert_given_back(&self) {
        assert!(!self.is_raw(), "the modes are not what they were");
        self.screen(|screen| {
            assert!(!screen.alternate_screen(), "the alternate screen is on");
            assert!(!screen.hide_cursor(), "the cursor is hidden");
            assert!(!screen.bracketed_paste(), "bracketed paste is on");
            let mouse = screen.mouse_protocol_mode();
            assert_eq!(mouse, vt100::MouseProtocolMode::None, "the mouse is taken");
        });
        let written = self.written();
        let behind_frames = written.rsplit(END_FRAME).next().unwrap();
        assert!(behind_frames.contains("\x1b[r"), "rows have margins");
    }

    /// Fails if the terminal was told to wait for a frame and not to show it.
    pub(super) fn assert_frames_ended(&self) {
        let written = self.written();
        let mut frames = written.split(BEGIN_FRAME).skip(1);
        assert!(frames.all(|frame| frame.contains(END_FRAME)), "{written:?}");
    }

    /// How many frames were drawn so far.
    pub(super) fn frames(&self) -> usize {
        self.written().matches(BEGIN_FRAME).count()
    }

    /// The program itself, or the command if it has started no program.
    pub(super) fn process(&self) -> Process {
        let command = self.child.process_id().unwrap().cast_signed();
        Process::all()
            .find(|process| process.parent == command && process.name == "astana")
            .or_else(|| Process::find(command))
            .expect("the command was not waited for")
    }
}

impl Deref for Program {
    type Target = Terminal;

    fn deref(&self) -> &Terminal {
        &self.terminal
    }
}

impl DerefMut for Program {
    fn deref_mut(&mut self) -> &mut Terminal {
        &mut self.terminal
    }
}

impl Drop for Program {
    /// A failed test must not leave a program behind, least of all one that spins.
    fn drop(&mut self) {
        if self.child.try_wait().unwrap().is_none() {
            self.signal(Signal::KILL);
            self.child.kill().unwrap();
            self.child.wait().unwrap();
        }
    }
}
