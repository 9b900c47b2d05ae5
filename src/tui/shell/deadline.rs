//! An end that is certain: the main thread may be busy, stuck in writing, or hung.

use std::sync::mpsc::channel;
use std::time::Duration;
use std::{process, thread};

use super::{Ending, terminal};

/// What the main thread has to end by itself.
const PATIENCE: Duration = Duration::from_secs(1);

/// What a terminal that takes no bytes has to take the last ones.
const LAST_BYTES: Duration = Duration::from_millis(250);

/// Ends the process in a second, unless it has ended before.
///
/// Exiting from here cuts nothing off but a frame.
pub(super) fn enforce(ending: Ending) -> ! {
    thread::sleep(PATIENCE);
    let (done, left) = channel();
    let leaving = thread::Builder::new().spawn(move || {
        terminal::leave();
        done.send(()).ok();
    });
    match leaving {
        Ok(_) => left.recv_timeout(LAST_BYTES).unwrap_or_default(),
        Err(_) => terminal::leave(),
    }
    process::exit(ending.exit_status().into())
}
