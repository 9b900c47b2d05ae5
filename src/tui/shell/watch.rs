//! Waiting for a change in some folders, or for somebody to ask.

use std::io::{self, Read as _};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use crate::load::Traces;

/// How often files are looked at where the system does not tell of changes.
const EVERY: Duration = Duration::from_secs(1);

/// How changes are noticed.
enum Means {
    /// The system tells of them.
    #[cfg(target_os = "linux")]
    Told(OwnedFd),
    /// By looking at the files again and again.
    Looked(Traces),
}

/// What notices changes in folders.
pub(super) struct Watch {
    folders: Vec<PathBuf>,
    means: Means,
    /// Why the system does not tell of them.
    pub(super) why_looking: Option<String>,
}

/// What ended a wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Woken {
    /// Something has changed.
    Changed,
    /// Somebody asked.
    Asked,
    /// Nothing happened in the time.
    Nothing,
}

impl Watch {
    /// Notices changes in `folders` from now on.
    pub(super) fn over(folders: Vec<PathBuf>) -> Self {
        match tell(&folders) {
            Ok(means) => Self {
                folders,
                means,
                why_looking: None,
            },
            Err(why) => Self {
                means: Means::Looked(Traces::of(&folders)),
                folders,
                why_looking: Some(why),
            },
        }
    }

    /// Waits for a change or a byte from `asked`; without a `time` for as long as it takes.
    pub(super) fn wait(&mut self, asked: &UnixStream, time: Option<Duration>) -> io::Result<Woken> {
        match &mut self.means {
            #[cfg(target_os = "linux")]
            Means::Told(changes) => {
                let [is_told, is_asked] = readable([Some(&*changes), None], asked, time)?;
                if is_asked {
                    drain(asked)?;
                    Ok(Woken::Asked)
                } else if is_told && told::is_of_interest(changes)? {
                    Ok(Woken::Changed)
                } else {
                    Ok(Woken::Nothing)
                }
            }
            Means::Looked(before) => {
                let time = time.unwrap_or(EVERY);
                let [_, is_asked] = readable([None, None], asked, Some(time))?;
                if is_asked {
                    drain(asked)?;
                    return Ok(Woken::Asked);
                }
                let now = Traces::of(&self.folders);
                if *before == now {
                    return Ok(Woken::Nothing);
                }
                *before = now;
                Ok(Woken::Changed)
            }
        }
    }
}

/// Whether there is something to read.
fn readable(
    [changes, _]: [Option<&OwnedFd>; 2],
    asked: &UnixStream,
    time: Option<Duration>,
) -> io::Result<[bool; 2]> {
    let time = time.map(Timespec::try_from).transpose();
    let time = time.map_err(io::Error::other)?;
    let asked = asked.as_fd();
    let changes = changes.map_or(asked, AsFd::as_fd);
    let mut waits = [
        PollFd::new(&changes, PollFlags::IN),
        PollFd::new(&asked, PollFlags::IN),
    ];
    match poll(&mut waits, time.as_ref()) {
        Ok(_) => Ok(waits.map(|fd| !fd.revents().is_empty())),
        Err(Errno::INTR) => Ok([false, false]),
        Err(error) => Err(error.into()),
    }
}

/// Takes what was asked: once is enough, however often.
fn drain(mut asked: &UnixStream) -> io::Result<()> {
    let mut bytes = [0; 64];
    match asked.read(&mut bytes) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(()),
        Err(error) => Err(error),
    }
}

#[cfg(target_os = "linux")]
use told::tell;

#[cfg(not(target_os = "linux"))]
fn tell(_folders: &[PathBuf]) -> Result<Means, String> {
    Err(String::from("this system does not tell of changes"))
}

/// Linux tells of changes by inotify(7).
#[cfg(target_os = "linux")]
mod told {
    use std::io;
    use std::mem::MaybeUninit;
    use std::os::fd::OwnedFd;
    use std::path::PathBuf;

    use rustix::fs::inotify::{CreateFlags, ReadFlags, Reader, WatchFlags, add_watch, init};
    use rustix::fs::statfs;
    use rustix::io::Errno;

    use super::Means;
    use crate::load::is_part;

    /// File systems whose changes on other machines are not told: NFS, SMB, CIFS, SMB2, FUSE, 9P (statfs(2)).
    const REMOTE: [i64; 6] = [
        0x6969,
        0x517b,
        0xff53_4d42,
        0xfe53_4d42,
        0x6573_5546,
        0x0102_1997,
    ];

    /// Saved, moved in, moved away, made or deleted: what can change a timeline.
    const CHANGES: WatchFlags = WatchFlags::CLOSE_WRITE
        .union(WatchFlags::MOVE)
        .union(WatchFlags::CREATE)
        .union(WatchFlags::DELETE)
        .union(WatchFlags::ONLYDIR);

    pub(super) fn tell(folders: &[PathBuf]) -> Result<Means, String> {
        let changes = init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK);
        let changes = changes.map_err(|why| io::Error::from(why).to_string())?;
        for folder in folders {
            let is_remote = statfs(folder).is_ok_and(|of| {
                REMOTE
                    .iter()
                    .any(|kind| i128::from(*kind) == i128::from(of.f_type))
            });
            if is_remote {
                return Err(String::from("the folder may be on another machine"));
            }
            match add_watch(&changes, folder, CHANGES) {
                // What is not there any more is noticed by the folder it was in.
                Ok(_) | Err(Errno::NOENT | Errno::NOTDIR) => {}
                Err(why) => return Err(io::Error::from(why).to_string()),
            }
        }
        Ok(Means::Told(changes))
    }

    /// Takes all changes there are; whether one of them can concern a timeline.
    pub(super) fn is_of_interest(changes: &OwnedFd) -> io::Result<bool> {
        let mut buffer = [MaybeUninit::uninit(); 4096];
        let mut reader = Reader::new(changes, &mut buffer);
        let mut is_of_interest = false;
        loop {
            match reader.next() {
                Ok(event) => {
                    let was_lost = event.events().contains(ReadFlags::QUEUE_OVERFLOW);
                    let name = event.file_name().map(std::ffi::CStr::to_string_lossy);
                    is_of_interest |= was_lost || name.is_none_or(|name| is_part(&name));
                }
                Err(Errno::AGAIN) => return Ok(is_of_interest),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{rename, write};
    use std::os::unix::net::UnixStream;
    use std::time::Duration;

    use super::{Means, Watch, Woken};
    use crate::load::Traces;

    const SOON: Option<Duration> = Some(Duration::from_millis(1500));

    fn looking(folder: &std::path::Path) -> Watch {
        let folders = vec![folder.to_owned()];
        Watch {
            means: Means::Looked(Traces::of(&folders)),
            folders,
            why_looking: None,
        }
    }

    #[test]
    fn f1_a_file_that_is_saved_by_renaming_is_noticed_every_time() {
        let folder = tempfile::tempdir().unwrap();
        let (_asking, asked) = UnixStream::pair().unwrap();
        let path = folder.path().join("talks.toml");
        write(&path, "a").unwrap();
        for mut watch in [
            Watch::over(vec![folder.path().to_owned()]),
            looking(folder.path()),
        ] {
            for text in ["longer", "shorter still"] {
                let new = folder.path().join(".talks.toml.new");
                write(&new, text).unwrap();
                rename(&new, &path).unwrap();
                let mut woken = watch.wait(&asked, SOON).unwrap();
                if woken == Woken::Nothing {
                    // What was told first was of the hidden file.
                    woken = watch.wait(&asked, SOON).unwrap();
                }
                assert_eq!(woken, Woken::Changed);
            }
        }
    }

    #[test]
    fn what_an_editor_leaves_behind_is_no_change() {
        let folder = tempfile::tempdir().unwrap();
        let (_asking, asked) = UnixStream::pair().unwrap();
        for mut watch in [
            Watch::over(vec![folder.path().to_owned()]),
            looking(folder.path()),
        ] {
            for name in [".talks.toml.swp", "4913", "talks.toml~", "#talks.toml#"] {
                write(folder.path().join(name), "x").unwrap();
            }
            let short = Some(Duration::from_millis(50));
            assert_eq!(watch.wait(&asked, short).unwrap(), Woken::Nothing);
        }
    }

    #[test]
    fn f3_where_nothing_is_told_of_changes_they_are_looked_for() {
        let watch = Watch::over(vec![std::path::PathBuf::from("/proc/self/task")]);
        assert!(watch.why_looking.is_none() || matches!(watch.means, Means::Looked(_)));
    }
}
