//! Reading: paths to texts, with limits, and without waiting for anything that is no file.

use std::collections::HashSet;
use std::fs::{self, File, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::{Mode, OFlags};

use crate::diagnostic::Code;

use super::file::{MAX_FILE_BYTES, ReadProblem, Wrong, contents, decode, said};
use super::input::Input;
use super::seeds::Seeds;

/// The most that is read of a timeline, in bytes.
pub const MAX_TIMELINE_BYTES: u64 = 1024 * 1024 * 1024;
/// The most files a timeline can have.
pub const MAX_FILES: usize = 10_000;
/// How deep directories are followed.
pub const MAX_DEPTH: usize = 16;

/// Reads the file or directory at `path`, and finds its source texts: in `seeds` if given, else in
/// a folder of that name inside the timeline's root, else in one beside it.
///
/// What cannot be read is part of the input: [`super::load()`] reports it.
pub fn read(path: &Path, seeds: Option<&Path>) -> Input {
    let mut reader = Reader::default();
    let metadata = fs::metadata(path).ok().filter(Metadata::is_dir);
    let is_directory = metadata.is_some();
    if let Some(root) = metadata {
        reader.seen.insert((root.dev(), root.ino()));
        reader.directory(path, &root_of(path), 0);
        if reader.sources.is_empty() && reader.problems.is_empty() {
            let problem = ReadProblem::new(
                name(path),
                Code::Unreadable,
                "there is no *.toml file in it",
            );
            reader
                .problems
                .push(problem.help("a timeline is a TOML file or a directory of them"));
        }
    } else {
        reader.file(path);
    }
    let folder = match seeds {
        Some(folder) => Some(folder.to_owned()),
        None => seeds_folder(path, is_directory),
    };
    if let Some(folder) = seeds.filter(|folder| !folder.is_dir()) {
        let problem =
            ReadProblem::new(name(folder), Code::Unreadable, "there is no such directory");
        reader
            .problems
            .push(problem.help("--seeds names the folder of the source texts"));
    }
    Input {
        sources: reader.sources,
        problems: reader.problems,
        seeds: folder.map_or(Seeds::None, Seeds::Folder),
    }
}

pub(super) fn seeds_folder(path: &Path, is_directory: bool) -> Option<PathBuf> {
    let root = if is_directory {
        path.to_owned()
    } else {
        parent(path)
    };
    let beside = root_of(&root).parent().map(|parent| parent.join("seeds"));
    let candidates = std::iter::once(root.join("seeds")).chain(beside);
    candidates.into_iter().find(|folder| folder.is_dir())
}

pub(super) fn parent(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if parent.as_os_str().is_empty() => PathBuf::from("."),
        Some(parent) => parent.to_owned(),
        None => PathBuf::from("."),
    }
}

/// The directory with all links resolved; as it is where that fails.
fn root_of(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// A path as the user would type it; bytes that are no text are replaced.
fn name(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[derive(Default)]
struct Reader {
    sources: Vec<(String, std::borrow::Cow<'static, str>)>,
    problems: Vec<ReadProblem>,
    bytes: u64,
    /// Device and inode of what was read, so that a loop of links ends.
    seen: HashSet<(u64, u64)>,
    full: bool,
}

impl Reader {
    fn problem(&mut self, path: &Path, code: Code, message: impl Into<String>) {
        self.problems
            .push(ReadProblem::new(name(path), code, message));
    }

    fn directory(&mut self, path: &Path, root: &Path, depth: usize) {
        if depth > MAX_DEPTH {
            let message = format!("directories are followed {MAX_DEPTH} deep; this one is deeper");
            self.problem(path, Code::TooLarge, message);
            return;
        }
        let entries = fs::read_dir(path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries: Vec<PathBuf> = match entries {
            Ok(entries) => entries.into_iter().map(|entry| entry.path()).collect(),
            Err(error) => {
                self.problem(path, Code::Unreadable, said(&error));
                return;
            }
        };
        entries.sort();
        for entry in entries {
            if !self.full {
                self.entry(&entry, root, depth);
            }
        }
    }

    /// Goes into directories and reads `*.toml`; hidden files and what editors leave behind are no
    /// part of a timeline, nor are the source texts.
    fn entry(&mut self, path: &Path, root: &Path, depth: usize) {
        let file_name = path
            .file_name()
            .map(|name| name.to_string_lossy())
            .unwrap_or_default();
        if file_name.starts_with('.') || file_name.starts_with('#') {
            return;
        }
        let is_toml = path
            .extension()
            .is_some_and(|extension| extension == "toml");
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => {
                let is_seeds = depth == 0 && file_name == "seeds";
                if !is_seeds && self.is_new_and_inside(path, &metadata, root) {
                    self.directory(path, root, depth + 1);
                }
            }
            Ok(metadata) if is_toml && self.is_new_and_inside(path, &metadata, root) => {
                self.file(path);
            }
            Err(error) if is_toml => self.problem(path, Code::Unreadable, said(&error)),
            _ => {}
        }
    }

    /// Whether something was not met before and lies inside the root: a link may lead anywhere.
    fn is_new_and_inside(&mut self, path: &Path, metadata: &Metadata, root: &Path) -> bool {
        if !root_of(path).starts_with(root) {
            self.problem(
                path,
                Code::Unreadable,
                "this link leads out of the directory",
            );
            return false;
        }
        self.seen.insert((metadata.dev(), metadata.ino()))
    }

    fn file(&mut self, path: &Path) {
        if self.sources.len() >= MAX_FILES {
            let message = format!("a timeline has at most {MAX_FILES} files; the rest is not read");
            self.problem(path, Code::TooLarge, message);
            self.full = true;
            return;
        }
        match read_text(path, MAX_FILE_BYTES) {
            Ok(text) => {
                self.bytes += text.len() as u64;
                if self.bytes > MAX_TIMELINE_BYTES {
                    let message = format!(
                        "a timeline has at most {} MiB; this file and the rest are not read",
                        MAX_TIMELINE_BYTES >> 20
                    );
                    self.problem(path, Code::TooLarge, message);
                    self.full = true;
                    return;
                }
                self.sources.push((name(path), text.into()));
            }
            Err(problem) if problem.code == Code::TooLarge => {
                let help = "split it into several files in one directory";
                self.problems.push(problem.help(help));
            }
            Err(problem) => self.problems.push(problem),
        }
    }
}

/// The text of a file, if it is a regular one of at most `limit` bytes.
pub(crate) fn read_text(path: &Path, limit: u64) -> Result<String, ReadProblem> {
    read_file(path, limit).and_then(|bytes| decode(&name(path), bytes))
}

/// The bytes of a regular file, at most `limit` of them: bounded by what is read, since a size can
/// lie, and opened so that a pipe or a device is noticed rather than waited for.
fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, ReadProblem> {
    let problem = |code, message: String| ReadProblem::new(name(path), code, message);
    let failed = |error: io::Error| problem(Code::Unreadable, said(&error));
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file =
        rustix::fs::open(path, flags, Mode::empty()).map_err(|errno| failed(errno.into()))?;
    contents(File::from(file), limit).map_err(|wrong| match wrong {
        Wrong::NotRegular => problem(Code::Unreadable, String::from("this is not a regular file")),
        Wrong::TooLarge => problem(
            Code::TooLarge,
            format!("this file is over the limit of {} MiB", limit >> 20),
        ),
        Wrong::Failed(error) => failed(error),
    })
}
