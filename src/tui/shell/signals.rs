//! Signals, as arrivals; and the deadline of those that end the program.

use std::convert::Infallible;
use std::ffi::c_int;
use std::io;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::mailbox::{Arrival, Mailbox};
use super::{Ending, deadline, terminal};

const HEARD: [c_int; 7] = [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];

/// Signals that are heard, and kept until they are reported.
pub(super) struct Heard(Signals);

impl Heard {
    /// Hears signals from now on.
    ///
    /// To be called before the terminal is taken or measured: what comes in between is then not lost.
    pub(super) fn begin() -> io::Result<Self> {
        Ok(Self(Signals::new(HEARD)?))
    }

    /// Starts the thread that reports them.
    pub(super) fn report_to(self, mailbox: &Mailbox) -> io::Result<()> {
        mailbox.start("signals", |mailbox| report(self.0, mailbox))
    }
}

fn report(mut signals: Signals, mailbox: &Mailbox) -> io::Result<Infallible> {
    for signal in signals.forever() {
        mailbox.post(match signal {
            // What is typed at another program is that program's.
            SIGINT | SIGQUIT | SIGCONT if terminal::is_lent() => continue,
            SIGTSTP if terminal::is_lent() => {
                emulate_default_handler(SIGTSTP)?;
                continue;
            }
            SIGTSTP => Arrival::Stop,
            SIGCONT => Arrival::Continued,
            SIGWINCH => Arrival::Resized,
            ends => {
                let ending = Ending::Signal(ends);
                mailbox.post(Arrival::End(ending));
                deadline::enforce(ending)
            }
        });
    }
    Err(io::Error::other("signals are no longer heard"))
}
