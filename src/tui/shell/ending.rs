//! How the terminal program ends, and what the shell it was called from is told.

use std::{error, fmt, io};

use rustix::process::Signal;

/// Why the program has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The user wanted it.
    Quit,
    /// A signal asked for it; its number.
    Signal(i32),
    /// The terminal was closed, or the connection to it.
    TerminalGone,
}

impl Ending {
    /// What to end the process with: 0, or 128 and the signal's number, as shells count.
    ///
    /// A terminal that is gone counts as the hangup it is, whether or not the signal arrived.
    pub fn exit_status(self) -> u8 {
        let signal = match self {
            Self::Quit => return 0,
            Self::Signal(number) => number,
            Self::TerminalGone => Signal::HUP.as_raw(),
        };
        u8::try_from(signal).map_or(u8::MAX, |number| number.saturating_add(128))
    }
}

/// What kept the program from running.
#[derive(Debug)]
pub enum ShellError {
    /// There is no terminal to draw on, or none to read keys from.
    NoTerminal,
    /// The terminal is somebody else's at the moment, and no shell is there that could change it.
    Background,
    /// The terminal is there and failed.
    Failed(io::Error),
}

impl From<io::Error> for ShellError {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

impl fmt::Display for ShellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTerminal => f.write_str("needs a terminal; try `astana list`"),
            Self::Background => f.write_str("needs the foreground of its terminal"),
            Self::Failed(error) => write!(f, "the terminal failed: {error}"),
        }
    }
}

impl error::Error for ShellError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::NoTerminal | Self::Background => None,
            Self::Failed(error) => Some(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Ending;

    #[test]
    fn an_ending_has_the_status_shells_give_it() {
        assert_eq!(Ending::Quit.exit_status(), 0);
        assert_eq!(Ending::Signal(15).exit_status(), 143);
        assert_eq!(Ending::TerminalGone.exit_status(), 129);
        assert_eq!(Ending::Signal(-1).exit_status(), 255);
    }
}
