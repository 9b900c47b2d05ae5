//! The terminal: taken, written to, and given back as it was.
//!
//! There is one terminal and any thread may have to give it back, so whether it is taken is one
//! static flag. Everything goes straight to the file descriptor, past the lock of
//! [`std::io::Stdout`]: a thread that has to end the program must not wait for one that is stuck
//! in writing.

use std::io::{self, IsTerminal as _};
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::crossterm::cursor::{Hide, Show};
use ratatui::crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste,
    PopKeyboardEnhancementFlags,
};
use ratatui::crossterm::queue;
use ratatui::crossterm::style::{Attribute, Print, SetAttribute};
use ratatui::crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::io::Errno;
use rustix::stdio::stdout;
use rustix::termios::{OptionalActions, tcgetattr, tcgetwinsize, tcsetattr};

use super::ShellError;

static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether another program has the terminal for a while.
static LENT: AtomicBool = AtomicBool::new(false);

/// How the terminal is opened to read keys from.
const KEYS: OFlags = OFlags::RDONLY.union(OFlags::NOCTTY).union(OFlags::CLOEXEC);

/// Asks for presses (1000) and drags (1002), with columns beyond 223 (1006); see xterm's "Control
/// Sequences", "Mouse Tracking".
const REPORT_MOUSE: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";

/// Takes away the margins between which rows are moved (DECSTBM), should a frame have got no further than setting them.
const NO_MARGINS: &str = "\x1b[r";

/// Tells whether there is a terminal to draw on and one to read keys from; writes nothing.
///
/// The keys need not come from stdin: a timeline may be piped into it. They are then read from the
/// terminal that controls the process, if there is one.
pub(super) fn require() -> Result<(), ShellError> {
    let has_keys = io::stdin().is_terminal() || open("/dev/tty", KEYS, Mode::empty()).is_ok();
    if has_keys && io::stdout().is_terminal() {
        Ok(())
    } else {
        Err(ShellError::NoTerminal)
    }
}

/// Stops the process while it is in the background.
///
/// The kernel does so to whoever sets the modes there; they are set to what they are, so nothing
/// else comes of it. To be called before signals are heard: a process that hears them would not be
/// ended by one here, but be stopped again.
pub(super) fn await_foreground() -> Result<(), ShellError> {
    let outcome =
        tcgetattr(stdout()).and_then(|modes| tcsetattr(stdout(), OptionalActions::Now, &modes));
    match outcome {
        Err(Errno::IO) => Err(ShellError::Background),
        outcome => Ok(outcome.map_err(io::Error::from)?),
    }
}

/// The terminal is the program's for as long as this lives, unless it is given back earlier.
#[derive(Debug)]
pub(super) struct Taken;

impl Taken {
    pub(super) fn take() -> io::Result<Self> {
        let taken = Self;
        enter()?;
        Ok(taken)
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        leave();
    }
}

/// Whether the terminal is the program's at the moment.
pub(super) fn is_taken() -> bool {
    TAKEN.load(Ordering::SeqCst)
}

/// Takes the terminal; nothing happens if it is taken.
///
/// Raw mode comes first: a process continued in the background is stopped there, before it has
/// written a byte over what the user is doing.
pub(super) fn enter() -> io::Result<()> {
    if is_taken() {
        return Ok(());
    }
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    let mut bytes = Vec::new();
    queue!(bytes, EnterAlternateScreen, Hide, EnableBracketedPaste)?;
    send(&bytes)
}

/// Gives the terminal back; nothing happens if it is not taken.
///
/// Undoes also what this program never switches on, since a library, a fault or an editor may have.
/// Raw mode goes first, because that cannot block, while a terminal that is held or slow keeps the
/// bytes waiting. Errors are of no use to anybody here: what is left to do is done regardless.
pub(super) fn leave() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    disable_raw_mode().ok();
    let mut bytes = Vec::new();
    queue!(
        bytes,
        EndSynchronizedUpdate,
        Print(NO_MARGINS),
        DisableMouseCapture,
        DisableBracketedPaste,
        DisableFocusChange,
        PopKeyboardEnhancementFlags,
        SetAttribute(Attribute::Reset),
        Show,
        LeaveAlternateScreen,
    )
    .and_then(|()| send(&bytes))
    .ok();
}

/// Has the terminal report what is done with the mouse, or no longer.
///
/// Only presses and drags: moves without a button, which crossterm would ask for too, would come by the
/// hundred and mean nothing.
pub(super) fn report_mouse(on: bool) -> io::Result<()> {
    if on {
        show(REPORT_MOUSE)
    } else {
        let mut bytes = Vec::new();
        queue!(bytes, DisableMouseCapture)?;
        show(&bytes)
    }
}

/// Gives the terminal to another program for a while.
pub(super) fn lend() {
    LENT.store(true, Ordering::SeqCst);
    leave();
}

/// Takes the terminal back.
pub(super) fn take_back() -> io::Result<()> {
    LENT.store(false, Ordering::SeqCst);
    enter()
}

/// Whether another program has the terminal.
pub(super) fn is_lent() -> bool {
    LENT.load(Ordering::SeqCst)
}

/// Writes a frame, at once; drops it if the terminal is not the program's.
pub(super) fn show(frame: &[u8]) -> io::Result<()> {
    if is_taken() { send(frame) } else { Ok(()) }
}

/// The size of the terminal, in cells; zero where it does not know.
pub(super) fn size() -> io::Result<Size> {
    let size = tcgetwinsize(stdout())?;
    Ok(Size::new(size.ws_col, size.ws_row))
}

/// Writes all of `bytes`, in one call where the kernel lets it.
///
/// Other programs share the terminal and may have left it non-blocking; then this waits.
fn send(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(stdout(), bytes) {
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => await_room()?,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Whether the terminal takes what is written at once, as far as can be known; one that is held does not.
pub(super) fn has_room() -> bool {
    let at_once = Timespec::default();
    poll(
        &mut [PollFd::new(&stdout(), PollFlags::OUT)],
        Some(&at_once),
    )
    .is_ok_and(|ready| ready > 0)
}

fn await_room() -> io::Result<()> {
    match poll(&mut [PollFd::new(&stdout(), PollFlags::OUT)], None) {
        Ok(_) | Err(Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
