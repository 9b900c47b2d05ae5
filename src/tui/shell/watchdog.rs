//! Notices that the terminal is gone.
//!
//! The hangup signal does not always come: not if `nohup` or `sudo` started the process, or if a shell
//! between it and the terminal keeps the signal. Reading tells nobody either: the library reads the
//! end of the input over and over, at the cost of a whole processor.

use std::convert::Infallible;
use std::io;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::stdio::stdout;

use super::mailbox::{Arrival, Mailbox};
use super::{Ending, deadline};

/// Starts the thread that waits for the terminal to go.
pub(super) fn watch(mailbox: &Mailbox) -> io::Result<()> {
    mailbox.start("watchdog", report)
}

fn report(mailbox: &Mailbox) -> io::Result<Infallible> {
    while !hung_up(None)? {}
    mailbox.post(Arrival::End(Ending::TerminalGone));
    deadline::enforce(Ending::TerminalGone)
}

/// Whether an error of the terminal is only a consequence of its being gone.
pub(super) fn is_terminal_gone() -> bool {
    hung_up(Some(&Timespec::default())).unwrap_or(false)
}

/// Waits for nothing but the hangup, which is reported without being asked for; hence it sleeps
/// however much is typed.
fn hung_up(timeout: Option<&Timespec>) -> io::Result<bool> {
    let stdout = stdout();
    let mut terminal = [PollFd::new(&stdout, PollFlags::empty())];
    match poll(&mut terminal, timeout) {
        Ok(_) => Ok(terminal.iter().any(|fd| {
            let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
            fd.revents().intersects(gone)
        })),
        Err(Errno::INTR) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
