//! Stopping and being continued, by the user's key or by a signal.

use std::io;

use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;

use super::terminal;

/// Does what Ctrl-Z does outside of raw mode: the whole job gets the signal, this program too.
///
/// Not this program alone, because a script around the program would else keep the user waiting for a
/// shell. Refused where there is no job: whoever is in the group of the session's first process
/// has no shell that could continue it, and the kernel would not stop it either.
pub(super) fn ask() -> Result<(), String> {
    let session = getsid(None).map_err(|error| io::Error::from(error).to_string())?;
    if getpgrp() == session {
        return Err("there is no shell to return to".to_owned());
    }
    kill_current_process_group(Signal::TSTP).map_err(|error| io::Error::from(error).to_string())
}

/// Gives the terminal back and stops; comes back when the process is continued.
///
/// Does not take the terminal again: the signal that continues the process is reported as well,
/// and it is the only notice after a stop that gave none.
pub(super) fn stop() -> io::Result<()> {
    terminal::leave();
    emulate_default_handler(SIGTSTP)
}

/// Takes the terminal again, whatever was done to it meanwhile.
///
/// It is given back first, because a process that was stopped without notice still believes to
/// have the modes that its shell has changed since.
pub(super) fn resume() -> io::Result<()> {
    terminal::leave();
    terminal::enter()
}
