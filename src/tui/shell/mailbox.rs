//! What reaches the loop from outside, and the threads that report it.

use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitStatus;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::{io, thread};

use super::Ending;
use crate::tui::message::Msg;
use crate::tui::update::Ready;

/// Something that reached the loop.
#[derive(Debug)]
pub(super) enum Arrival {
    /// It is the app's.
    Msg(Msg),
    /// The timeline was read, or read anew.
    Loaded(Box<Ready>),
    /// More of the timeline was read, not all of it.
    Part(Box<Ready>),
    /// The editor has ended.
    Edited(io::Result<ExitStatus>),
    /// No program has copied a text.
    Uncopied {
        /// The text.
        text: String,
        /// Which programs failed, and how; empty if there are none.
        why: String,
    },
    /// The terminal may have another size.
    Resized,
    /// The process is to stop until it is continued.
    Stop,
    /// The process was continued, after whatever happened to the terminal meanwhile.
    Continued,
    /// The program is to end.
    End(Ending),
    /// One of the threads that report can no longer do so.
    Failed(io::Error),
}

/// The way to the loop; every thread has its own.
#[derive(Debug, Clone)]
pub(super) struct Mailbox(Sender<Arrival>);

impl Mailbox {
    pub(super) fn open() -> (Self, Receiver<Arrival>) {
        let (sender, arrivals) = channel();
        (Self(sender), arrivals)
    }

    /// Hands `arrival` to the loop; lost if the loop has ended, since it concerns nobody then.
    pub(super) fn post(&self, arrival: Arrival) {
        self.0.send(arrival).ok();
    }

    /// Starts a thread that reports for as long as the process lives.
    ///
    /// If it fails or panics, the loop is told: a program that hears no keys or no signals must
    /// not go on.
    pub(super) fn start(
        &self,
        name: &str,
        report: impl FnOnce(&Self) -> io::Result<Infallible> + Send + 'static,
    ) -> io::Result<()> {
        let mailbox = self.clone();
        let panicked = io::Error::other(format!("internal error in {name}"));
        thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || {
                let outcome = catch_unwind(AssertUnwindSafe(|| report(&mailbox)));
                let Err(error) = outcome.unwrap_or(Err(panicked));
                mailbox.post(Arrival::Failed(error));
            })?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::{Arrival, Mailbox};

    #[test]
    fn the_loop_hears_of_a_reporter_that_fails_or_panics() {
        let (mailbox, arrivals) = Mailbox::open();
        mailbox
            .start("lost", |_| Err(io::Error::other("no more")))
            .unwrap();
        assert!(matches!(arrivals.recv(), Ok(Arrival::Failed(e)) if e.to_string() == "no more"));
        mailbox
            .start("broken", |_| panic!("a fault made for this test"))
            .unwrap();
        let said = "internal error in broken";
        assert!(matches!(arrivals.recv(), Ok(Arrival::Failed(e)) if e.to_string() == said));
    }
}
