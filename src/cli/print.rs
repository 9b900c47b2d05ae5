//! The only way to stdout and stderr outside the screen: nothing gets there that was not made
//! harmless.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use crate::text::{Lines, show};
use crate::tui::document::Line;

use super::{FAULT, Failure};

/// Writes data to stdout; a reader who has gone away ends it quietly.
pub(super) fn data(
    write: impl FnOnce(&mut BufWriter<io::StdoutLock<'static>>) -> io::Result<()>,
) -> Result<ExitCode, Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => Err(Failure::new(
            FAULT,
            format!("stdout cannot be written: {error}"),
        )),
    }
}

/// Says something on stderr, under the program's name.
pub(super) fn message(text: &str) {
    report(&format!("astana: {text}"));
}

/// Says something on stderr that tells by itself where it comes from.
pub(super) fn report(text: &str) {
    let text = show(text.trim_end(), Lines::Many);
    // Nobody is left to be told if stderr is gone.
    drop(writeln!(io::stderr().lock(), "{text}"));
}

/// Writes the lines of a document, without ink.
pub(super) fn lines(out: &mut impl Write, lines: &[Line]) -> io::Result<()> {
    for line in lines {
        let text = line.text();
        let text = show(&text, Lines::One);
        let left = if text.is_empty() { 0 } else { line.left };
        writeln!(out, "{:left$}{}", "", text.trim_end())?;
    }
    Ok(())
}
