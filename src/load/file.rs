//! One file: its bytes within a limit, its text, and what is said where there is none.

use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::FileExt;
use std::thread;

use crate::diagnostic::{At, Code, Diagnostic, Files, Origin};

/// The longest file that is read, in bytes.
pub const MAX_FILE_BYTES: u64 = 256 * 1024 * 1024;

/// A file of so many bytes is worth some threads.
const LARGE: usize = 512 * 1024;

/// A file or directory that could not be read.
#[derive(Debug)]
pub(crate) struct ReadProblem {
    name: String,
    pub(super) code: Code,
    pub(super) message: String,
    help: Option<String>,
}

impl ReadProblem {
    pub(super) fn new(name: impl Into<String>, code: Code, message: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            code,
            message: message.into(),
            help: None,
        }
    }

    pub(super) fn help(self, help: impl Into<String>) -> Self {
        Self {
            help: Some(help.into()),
            ..self
        }
    }

    /// The same as a diagnostic, which names it among the files.
    pub(crate) fn diagnostic(self, origin: Origin, files: &mut Files) -> Diagnostic {
        let file = files.add_from(origin, self.name, "");
        Diagnostic {
            help: self.help,
            ..Diagnostic::new(self.code, At::File(file), self.message)
        }
    }
}

/// Why an open file has no contents to give.
pub(super) enum Wrong {
    NotRegular,
    TooLarge,
    Failed(io::Error),
}

/// What is in an open file, if it is a regular one and not over `limit`.
pub(super) fn contents(file: File, limit: u64) -> Result<Vec<u8>, Wrong> {
    let metadata = file.metadata().map_err(Wrong::Failed)?;
    if !metadata.is_file() {
        return Err(Wrong::NotRegular);
    }
    if metadata.len() > limit {
        return Err(Wrong::TooLarge);
    }
    let size = usize::try_from(metadata.len()).unwrap_or(0);
    if size >= LARGE
        && let Ok(bytes) = side_by_side(&file, size)
    {
        return Ok(bytes);
    }
    let mut bytes = Vec::with_capacity(size);
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(Wrong::Failed)?;
    if bytes.len() as u64 > limit {
        Err(Wrong::TooLarge)
    } else {
        Ok(bytes)
    }
}

/// What is in a file of this size, a stretch of it read by each thread: that the system finds memory for it takes
/// longer than reading it. Fails if the file became shorter meanwhile.
fn side_by_side(file: &File, size: usize) -> io::Result<Vec<u8>> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let length = size.div_ceil(threads);
    let mut bytes = vec![0; size];
    thread::scope(|scope| {
        let stretches = bytes.chunks_mut(length).zip((0_u64..).step_by(length));
        let reading: Vec<_> = stretches
            .map(|(stretch, at)| scope.spawn(move || file.read_exact_at(stretch, at)))
            .collect();
        reading.into_iter().try_for_each(|stretch| {
            let read = stretch.join();
            read.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    })?;
    Ok(bytes)
}

/// The text of some bytes, without a byte order mark.
pub(super) fn decode(name: &str, bytes: Vec<u8>) -> Result<String, ReadProblem> {
    if bytes.len() as u64 > MAX_FILE_BYTES {
        let message = format!("this is over the limit of {} MiB", MAX_FILE_BYTES >> 20);
        return Err(ReadProblem::new(name, Code::TooLarge, message));
    }
    if matches!(bytes.as_slice(), [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) {
        let problem = ReadProblem::new(name, Code::NotUtf8, "this is UTF-16 text");
        return Err(problem.help("save it as UTF-8"));
    }
    String::from_utf8(bytes)
        .map(|text| match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        })
        .map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            let line = error
                .as_bytes()
                .iter()
                .take(at)
                .filter(|byte| **byte == b'\n')
                .count()
                + 1;
            let message =
                format!("this is not UTF-8 text: byte {at}, on line {line}, cannot be read");
            ReadProblem::new(name, Code::NotUtf8, message).help("save it as UTF-8")
        })
}

/// An error of the system in our words.
pub(super) fn said(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => String::from("there is no such file or directory"),
        io::ErrorKind::PermissionDenied => String::from("reading this is not permitted"),
        _ if error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error()) => {
            String::from("these links lead in a circle")
        }
        _ => format!("this cannot be read: {error}"),
    }
}
