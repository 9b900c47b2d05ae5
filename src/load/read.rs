//! Reading: paths to texts, with limits, and without waiting for anything that is no file.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fs::{self, DirEntry, File, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::{Mode, OFlags};

use crate::diagnostic::{Code, Origin};

use super::excerpt;
use super::file::{MAX_FILE_BYTES, ReadProblem, Wrong, contents, decode, said};
use super::input::{Input, Layer};
use super::seeds::Seeds;
use super::share::{Share, Shared};

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
    Reader::default().read(path, seeds)
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

/// Reads the layers of one timeline, each by [`Reader::read`], the bottom one first.
///
/// The limits are for all together, and no file is read twice: it stands in the first layer that has
/// it.
#[derive(Debug, Default)]
pub struct Reader {
    sources: Vec<(String, Cow<'static, str>)>,
    problems: Vec<ReadProblem>,
    files: usize,
    bytes: u64,
    /// Device and inode of what was read for this layer, so that a loop of links ends.
    seen: HashSet<(u64, u64)>,
    /// The same of the layers before.
    seen_before: HashSet<(u64, u64)>,
    /// Whether something of this layer was read for one before.
    is_shared: bool,
    full: bool,
    has_told_of_seeds: bool,
    /// How much is read; none for all.
    share: Option<Shared>,
    /// How often something was left out because it is more than the share.
    left_out: usize,
}

impl Reader {
    /// One that reads no more than a share, and no source texts.
    pub fn of_share(share: Share) -> Self {
        Self {
            share: Some(Shared::new(share)),
            ..Self::default()
        }
    }

    /// Whether there is more than was read.
    pub const fn is_cut(&self) -> bool {
        self.left_out > 0
    }

    /// Reads the file or directory at `path` as the next layer, as [`read`] does.
    pub fn read(&mut self, path: &Path, seeds: Option<&Path>) -> Input {
        self.seen_before.extend(self.seen.drain());
        self.is_shared = false;
        let is_directory = self.root(path);
        if let Some(folder) = seeds.filter(|folder| !folder.is_dir() && !self.has_told_of_seeds) {
            self.has_told_of_seeds = true;
            let message = "there is no such directory";
            let problem = ReadProblem::new(name(folder), Code::Unreadable, message);
            let problem = problem.help("--seeds names the folder of the source texts");
            self.problems.push(problem);
        }
        let given = || seeds.map(Path::to_owned);
        let folder = match self.share {
            Some(_) => None,
            None => given().or_else(|| seeds_folder(path, is_directory)),
        };
        let layer = Layer {
            origin: Origin::File,
            sources: std::mem::take(&mut self.sources),
            problems: std::mem::take(&mut self.problems),
            seeds: folder.map_or(Seeds::None, Seeds::Folder),
        };
        layer.into()
    }

    /// Reads what is at the path that the user has given; whether it is a directory.
    fn root(&mut self, path: &Path) -> bool {
        let Ok(root) = fs::metadata(path) else {
            // Why it cannot be looked at, reading it says too.
            self.file(path);
            return false;
        };
        let is_new = self.is_new(&root);
        if !root.is_dir() {
            if is_new {
                self.file(path);
            }
            return false;
        }
        if is_new {
            self.directory(path, &root_of(path), 0);
        }
        if self.sources.is_empty() && self.problems.is_empty() && !self.is_shared {
            let message = "there is no *.toml file in it";
            let problem = ReadProblem::new(name(path), Code::Unreadable, message);
            let problem = problem.help("a timeline is a TOML file or a directory of them");
            self.problems.push(problem);
        }
        true
    }

    /// Whether a file or directory was not met before.
    fn is_new(&mut self, metadata: &Metadata) -> bool {
        let key = (metadata.dev(), metadata.ino());
        let is_shared = self.seen_before.contains(&key);
        self.is_shared |= is_shared;
        !is_shared && self.seen.insert(key)
    }

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
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => {
                self.problem(path, Code::Unreadable, said(&error));
                return;
            }
        };
        entries.sort_by_cached_key(DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            if self.is_left_out(&path) {
                self.left_out += 1;
            } else if !self.full {
                let may_lead_out = !entry.file_type().is_ok_and(|kind| !kind.is_symlink());
                self.entry(&path, may_lead_out, (root, depth));
            }
        }
    }

    /// Whether nothing of a file is in the share, so that it need not even be looked at.
    fn is_left_out(&self, path: &Path) -> bool {
        let shared = self.share.as_ref();
        shared.is_some_and(|shared| is_toml(path) && shared.left(path) == 0)
    }

    /// Goes into directories and reads `*.toml`; hidden files and what editors leave behind are no
    /// part of a timeline, nor are the source texts. Only links may lead out of the root: for what is none that is
    /// not looked up, which takes longer than reading it.
    fn entry(&mut self, path: &Path, may_lead_out: bool, (root, depth): (&Path, usize)) {
        let file_name = path
            .file_name()
            .map(|name| name.to_string_lossy())
            .unwrap_or_default();
        if file_name.starts_with('.') || file_name.starts_with('#') {
            return;
        }
        let is_inside = |reader: &mut Self| !may_lead_out || reader.is_inside(path, root);
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => {
                let is_seeds = depth == 0 && file_name == "seeds";
                if !is_seeds && is_inside(self) && self.is_new(&metadata) {
                    self.directory(path, root, depth + 1);
                }
            }
            Ok(metadata) if is_toml(path) && is_inside(self) && self.is_new(&metadata) => {
                self.file(path);
            }
            Err(error) if is_toml(path) => self.problem(path, Code::Unreadable, said(&error)),
            _ => {}
        }
    }

    /// Whether what a link leads to lies inside the root; if not, that is a problem.
    fn is_inside(&mut self, path: &Path, root: &Path) -> bool {
        let is_inside = root_of(path).starts_with(root);
        if !is_inside {
            let message = "this link leads out of the directory";
            self.problem(path, Code::Unreadable, message);
        }
        is_inside
    }

    fn file(&mut self, path: &Path) {
        if self.share.is_some() {
            self.beginning(path);
            return;
        }
        if self.files >= MAX_FILES {
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
                self.files += 1;
                self.sources.push((name(path), text.into()));
            }
            Err(problem) if problem.code == Code::TooLarge => {
                let help = "split it into several files in one directory";
                self.problems.push(problem.help(help));
            }
            Err(problem) => self.problems.push(problem),
        }
    }

    /// Reads the beginning of a file; what is wrong with it is for those to say who read it all.
    fn beginning(&mut self, path: &Path) {
        let Some(shared) = &mut self.share else {
            return;
        };
        let left = shared.left(path);
        let text = open(path).and_then(|file| excerpt::of_file(&file, left, shared.seeks_event()));
        if let Ok((text, is_cut)) = text {
            self.left_out += usize::from(is_cut);
            shared.take(path, if is_cut { left } else { text.len() });
            if shared.seeks_event() && excerpt::has_event(&text) {
                shared.found_event();
            }
            self.sources.push((name(path), text.into()));
        }
    }
}

fn is_toml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "toml")
}

/// The text of a file, if it is a regular one of at most `limit` bytes.
pub(crate) fn read_text(path: &Path, limit: u64) -> Result<String, ReadProblem> {
    read_file(path, limit).and_then(|bytes| decode(&name(path), bytes))
}

/// Opens a file so that a pipe or a device is noticed rather than waited for.
fn open(path: &Path) -> io::Result<File> {
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    Ok(File::from(rustix::fs::open(path, flags, Mode::empty())?))
}

/// The bytes of a regular file, at most `limit` of them: bounded by what is read, since a size can
/// lie.
fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, ReadProblem> {
    let problem = |code, message: String| ReadProblem::new(name(path), code, message);
    let failed = |error: io::Error| problem(Code::Unreadable, said(&error));
    let file = open(path).map_err(failed)?;
    contents(file, limit).map_err(|wrong| match wrong {
        Wrong::NotRegular => problem(Code::Unreadable, String::from("this is not a regular file")),
        Wrong::TooLarge => problem(
            Code::TooLarge,
            format!("this file is over the limit of {} MiB", limit >> 20),
        ),
        Wrong::Failed(error) => failed(error),
    })
}
