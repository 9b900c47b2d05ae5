//! Faults on demand, so that tests can see the real program fail.

use std::str::FromStr;
use std::thread;

/// Something that goes wrong when the first key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The main thread panics.
    PanicUi,
    /// Another thread panics.
    PanicWorker,
    /// The main thread does nothing any more.
    Hang,
}

/// A text that names no fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownFault;

impl FromStr for Fault {
    type Err = UnknownFault;

    /// Reads `panic-ui`, `panic-worker` or `hang`.
    fn from_str(name: &str) -> Result<Self, UnknownFault> {
        match name {
            "panic-ui" => Ok(Self::PanicUi),
            "panic-worker" => Ok(Self::PanicWorker),
            "hang" => Ok(Self::Hang),
            _ => Err(UnknownFault),
        }
    }
}

impl Fault {
    pub(super) fn strike(self) {
        match self {
            Self::PanicUi => panic_with_controls(),
            Self::PanicWorker => {
                let worker = thread::Builder::new().name("the fault".to_owned());
                drop(worker.spawn(panic_with_controls));
            }
            Self::Hang => loop {
                thread::park();
            },
        }
    }
}

/// The message holds what data could hold: a sequence that would change the title of the window.
#[expect(clippy::panic, reason = "this is the fault that was asked for")]
fn panic_with_controls() {
    panic!("asked for \u{1b}]0;title\u{7}");
}
