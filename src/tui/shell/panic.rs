//! What a panic shows: never a broken terminal, never somebody's control characters.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::Write as _;
use std::panic::{PanicHookInfo, set_hook};
use std::{io, thread};

use super::mailbox::{Arrival, Mailbox};
use super::terminal;
use crate::text::{Lines, show};
use crate::tui::message::Msg;

/// Reports panics from now on, in place of the standard library.
///
/// To be called on the main thread. Its panic gives the terminal back and is printed; the process
/// then ends with 101. That of another thread leaves the terminal alone, since the program lives
/// on, and becomes a message to the app.
pub(super) fn report_to(mailbox: Mailbox) {
    let main = thread::current().id();
    set_hook(Box::new(move |panic| {
        let thread = thread::current();
        if thread.id() == main || !terminal::is_taken() {
            terminal::leave();
            print(panic);
        } else {
            let name = thread.name().unwrap_or("a thread");
            let told = format!("{name} failed: internal error{}", details(panic));
            mailbox.post(Arrival::Msg(Msg::Told(
                show(&told, Lines::One).into_owned(),
            )));
        }
    }));
}

/// If stderr takes no text, there is nowhere else to put it.
fn print(panic: &PanicHookInfo<'_>) {
    let version = env!("CARGO_PKG_VERSION");
    let mut report = format!("astana {version}: internal error{}", details(panic));
    let trace = Backtrace::capture();
    if trace.status() == BacktraceStatus::Captured {
        report = format!("{report}\n{trace}");
    }
    writeln!(io::stderr(), "{}", show(&report, Lines::Many)).ok();
}

fn details(panic: &PanicHookInfo<'_>) -> String {
    let place = panic
        .location()
        .map(|place| format!(" at {place}"))
        .unwrap_or_default();
    let message = panic.payload_as_str().unwrap_or("no message");
    format!("{place}: {message}")
}
