//! Source texts, confined to the seeds folder.

use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use rustix::fs::{CWD, Mode, OFlags, ResolveFlags};
use rustix::io::Errno;

use crate::diagnostic::Code;

use super::file::{Wrong, contents, decode, said};

/// The longest source text that is read, in bytes.
pub const MAX_SEED_BYTES: u64 = 16 * 1024 * 1024;

/// Where source texts are.
#[derive(Debug)]
pub(super) enum Seeds {
    /// Nowhere.
    None,
    /// In the program, by name.
    Embedded(&'static [(&'static str, &'static str)]),
    /// In a folder.
    Folder(PathBuf),
}

/// Why there is no source text: a code and a sentence.
pub(super) type Refusal = (Code, String);

impl Seeds {
    /// The text that a source's `file` names.
    ///
    /// A path that could leave the folder is not even looked at; the system then makes sure that
    /// no link on the way leads out of it.
    pub(super) fn text(&self, file: &str) -> Result<Arc<str>, Refusal> {
        if leaves_the_folder(file) {
            return Err(outside());
        }
        match self {
            Self::None => Err((
                Code::Unreadable,
                String::from("there is no seeds folder to find it in"),
            )),
            Self::Embedded(texts) => texts
                .iter()
                .find(|(name, _)| *name == file)
                .map(|(_, text)| Arc::from(*text))
                .ok_or_else(|| {
                    (
                        Code::Unreadable,
                        String::from("there is no such source text"),
                    )
                }),
            Self::Folder(folder) => read_beneath(folder, file),
        }
    }
}

fn outside() -> Refusal {
    let message = "this leads out of the seeds folder, or over a link";
    (Code::OutsideSeeds, message.to_owned())
}

fn leaves_the_folder(file: &str) -> bool {
    let strange = file.is_empty() || file.starts_with('~') || file.contains(['\0', '\\', ':']);
    strange
        || !Path::new(file)
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
}

fn read_beneath(folder: &Path, file: &str) -> Result<Arc<str>, Refusal> {
    let unreadable = |message: String| (Code::Unreadable, message);
    let opened = open_beneath(folder, file).map_err(|errno| match errno {
        Errno::XDEV | Errno::LOOP => outside(),
        Errno::NOENT => unreadable(format!("there is no such file in {}", folder.display())),
        other => unreadable(said(&io::Error::from(other))),
    })?;
    let bytes = contents(File::from(opened), MAX_SEED_BYTES).map_err(|wrong| match wrong {
        Wrong::NotRegular => unreadable(String::from("this is not a regular file")),
        Wrong::TooLarge => {
            let message = format!("a source text has at most {} MiB", MAX_SEED_BYTES >> 20);
            (Code::TooLarge, message)
        }
        Wrong::Failed(error) => unreadable(said(&error)),
    })?;
    let text = decode(file, bytes).map_err(|problem| (problem.code, problem.message))?;
    Ok(text.into())
}

const FLAGS: OFlags = OFlags::RDONLY
    .union(OFlags::NONBLOCK)
    .union(OFlags::NOCTTY)
    .union(OFlags::CLOEXEC);

/// Opens a path below a folder, following no link: in one step where the kernel can (Linux 5.6),
/// else component by component, so that a directory swapped for a link meanwhile is noticed too.
fn open_beneath(folder: &Path, file: &str) -> Result<OwnedFd, Errno> {
    let folder = rustix::fs::openat(
        CWD,
        folder,
        OFlags::DIRECTORY | OFlags::CLOEXEC,
        Mode::empty(),
    )?;
    let confined = ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS | ResolveFlags::NO_SYMLINKS;
    match rustix::fs::openat2(&folder, file, FLAGS, Mode::empty(), confined) {
        Err(Errno::NOSYS | Errno::PERM) => open_step_by_step(folder, Path::new(file)),
        opened => opened,
    }
}

fn open_step_by_step(folder: OwnedFd, file: &Path) -> Result<OwnedFd, Errno> {
    let mut at = folder;
    let mut components = file.components().peekable();
    while let Some(component) = components.next() {
        let kind = if components.peek().is_some() {
            OFlags::DIRECTORY
        } else {
            FLAGS
        };
        let flags = kind | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        at = rustix::fs::openat(&at, component.as_os_str(), flags, Mode::empty())?;
    }
    Ok(at)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::{CWD, Errno, Mode, OFlags, Path, leaves_the_folder, open_step_by_step};

    #[test]
    fn e1_a_path_that_could_leave_the_folder_is_refused_by_its_text() {
        for file in [
            "../a",
            "/etc/passwd",
            "a/../b",
            "~/a",
            "file:///a",
            "",
            ".",
            "./a",
            "a\\b",
            "a\0b",
        ] {
            assert!(leaves_the_folder(file), "{file}");
        }
        for file in ["a.txt", "2017/a.txt", "Лаврентьев.txt", "a..b"] {
            assert!(!leaves_the_folder(file), "{file}");
        }
    }

    #[test]
    fn e2_step_by_step_no_link_is_followed_either() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("real")).unwrap();
        std::fs::write(folder.path().join("real/a.txt"), "text").unwrap();
        symlink("real", folder.path().join("link")).unwrap();
        symlink("real/a.txt", folder.path().join("a.txt")).unwrap();
        let open = |file: &str| {
            let flags = OFlags::DIRECTORY | OFlags::CLOEXEC;
            let root = rustix::fs::openat(CWD, folder.path(), flags, Mode::empty()).unwrap();
            open_step_by_step(root, Path::new(file)).map(drop)
        };
        assert_eq!(open("real/a.txt"), Ok(()));
        assert_eq!(open("a.txt"), Err(Errno::LOOP));
        assert!(open("link/a.txt").is_err());
    }
}
