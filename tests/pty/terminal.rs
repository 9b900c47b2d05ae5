//! The terminal under the program: a pseudo-terminal with an emulator behind it.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::fd::OwnedFd;
use rustix::fs::{Mode, OFlags, open};
use rustix::termios::{Action, OptionalActions, Termios, tcflow, tcgetattr, tcsetattr};

pub(super) struct Terminal {
    /// Nothing after the terminal has gone.
    ends: Option<Ends>,
    reader: Option<JoinHandle<()>>,
    seen: Arc<Mutex<Seen>>,
    /// The modes before any program could change them.
    modes_before: String,
    cooked: Termios,
}

struct Ends {
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
}

/// What came out of the program so far.
struct Seen {
    emulator: vt100::Parser,
    bytes: Vec<u8>,
    is_closing: bool,
}

impl Terminal {
    /// A terminal with `command` running on it.
    pub(super) fn with(
        command: CommandBuilder,
        columns: u16,
        rows: u16,
    ) -> (Self, Box<dyn Child + Send + Sync>) {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let modes_before = modes(&*pair.master);
        let cooked = tcgetattr(tty(&*pair.master)).unwrap();
        let (rows, columns) = emulated(columns, rows);
        let seen = Arc::new(Mutex::new(Seen {
            emulator: vt100::Parser::new(rows, columns, 0),
            bytes: Vec::new(),
            is_closing: false,
        }));
        let reader = thread::spawn({
            let source = pair.master.try_clone_reader().unwrap();
            let seen = Arc::clone(&seen);
            move || read(source, &seen)
        });
        let child = pair.slave.spawn_command(command).unwrap();
        let keyboard = pair.master.take_writer().unwrap();
        let ends = Ends {
            keyboard,
            master: pair.master,
        };
        let terminal = Self {
            ends: Some(ends),
            reader: Some(reader),
            seen,
            modes_before,
            cooked,
        };
        (terminal, child)
    }

    pub(super) fn send(&mut self, bytes: &[u8]) {
        let ends = self.ends.as_mut().expect("the terminal is there");
        ends.keyboard.write_all(bytes).unwrap();
    }

    pub(super) fn resize(&mut self, columns: u16, rows: u16) {
        let (emulated_rows, emulated_columns) = emulated(columns, rows);
        let mut seen = self.seen.lock().unwrap();
        seen.emulator.set_size(emulated_rows, emulated_columns);
        drop(seen);
        self.master().resize(size(columns, rows)).unwrap();
    }

    /// Takes no output any more.
    pub(super) fn hold_output(&mut self) {
        tcflow(tty(self.master()), Action::OOff).unwrap();
    }

    /// Has done to it what a shell does when it finds a program stopped.
    pub(super) fn scribble(&mut self) {
        tcsetattr(tty(self.master()), OptionalActions::Now, &self.cooked).unwrap();
        let mut seen = self.seen.lock().unwrap();
        seen.emulator
            .process(b"\x1b[?1049l\x1b[?25h\x1b[H\x1b[J$ somebody else was here");
    }

    /// Goes away, as if its window was closed.
    ///
    /// The reader holds the terminal too, and lets go with the next byte it reads: `provoke` is to
    /// have the program write one.
    pub(super) fn hang_up(&mut self, provoke: &[u8]) {
        self.seen.lock().unwrap().is_closing = true;
        self.send(provoke);
        self.read_to_end();
        self.ends = None;
    }

    /// Waits until no program holds the terminal, and all they have written is seen.
    pub(super) fn read_to_end(&mut self) {
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
    }

    /// Whether it has other modes than before any program.
    pub(super) fn is_raw(&self) -> bool {
        modes(self.master()) != self.modes_before
    }

    pub(super) fn screen<T>(&self, look: impl FnOnce(&vt100::Screen) -> T) -> T {
        look(self.seen.lock().unwrap().emulator.screen())
    }

    /// Everything written so far.
    pub(super) fn written(&self) -> String {
        String::from_utf8_lossy(&self.seen.lock().unwrap().bytes).into_owned()
    }

    fn master(&self) -> &dyn MasterPty {
        &*self.ends.as_ref().expect("the terminal is there").master
    }
}

fn read(mut source: Box<dyn Read + Send>, seen: &Mutex<Seen>) {
    let mut chunk = vec![0; 65536];
    while let Ok(length @ 1..) = source.read(&mut chunk) {
        let mut seen = seen.lock().unwrap();
        seen.emulator.process(&chunk[..length]);
        seen.bytes.extend(&chunk[..length]);
        if seen.is_closing {
            break;
        }
    }
}

const fn size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

/// Rows and columns of the emulator: it needs two of each, and no more than these are drawn.
fn emulated(columns: u16, rows: u16) -> (NonZeroU16, NonZeroU16) {
    let cells = |count| NonZeroU16::new(count).unwrap();
    (cells(rows.clamp(2, 500)), cells(columns.clamp(2, 1000)))
}

/// The modes as text, for comparison: read from this end, which stays when all programs are gone.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

/// The end that programs have, for what can only be done there.
fn tty(master: &dyn MasterPty) -> OwnedFd {
    open(
        master.tty_name().unwrap(),
        OFlags::RDWR | OFlags::NOCTTY,
        Mode::empty(),
    )
    .unwrap()
}
