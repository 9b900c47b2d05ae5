//! Reads the timeline beside the loop: what of it was not read at first, and all of it anew when its files have
//! changed.

use std::convert::Infallible;
use std::io::{self, Write as _};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::mailbox::{Arrival, Mailbox};
use super::watch::{Watch, Woken};
use crate::load::{Loaded, Progress, Share};
use crate::tui::app::App;
use crate::tui::message::Msg;
use crate::tui::update::Ready;

/// Without a further change for so long, a file is taken to be whole.
const QUIET: Duration = Duration::from_millis(100);
/// However many changes there are, what they made is shown after this.
const LONGEST_WAIT: Duration = Duration::from_secs(1);
/// What the terminal has to show the first frame.
const HEAD_START: Duration = Duration::from_millis(4);
/// Loading that takes longer is worth saying; so often is said how far it has come.
const LONG: Duration = Duration::from_millis(200);

/// Where a timeline is read from.
pub struct Origin {
    /// The shares of it to read before all of it; none if it is whole already, or small.
    pub shares: Vec<Share>,
    /// Reads a share of it; nothing if there is no event in it.
    pub part: Box<dyn Fn(Share) -> Option<Loaded> + Send + Sync>,
    /// Reads it.
    pub load: Box<dyn Fn(&Progress) -> Loaded + Send + Sync>,
    /// The folders in which changes concern it; none if it cannot change.
    pub folders: Box<dyn Fn() -> Vec<PathBuf> + Send + Sync>,
}

/// The way to ask for the timeline.
pub(super) struct Loader(UnixStream);

impl Loader {
    /// Starts the thread that watches and reads; first of all the rest, if there is `more` than was read.
    pub(super) fn start(mailbox: &Mailbox, origin: Origin, more: bool) -> io::Result<Self> {
        let (asking, asked) = UnixStream::pair()?;
        asking.set_nonblocking(true)?;
        asked.set_nonblocking(true)?;
        mailbox.start("loader", move |mailbox| {
            report(&origin, more, &asked, mailbox)
        })?;
        Ok(Self(asking))
    }

    /// Asks for the timeline as it is now.
    pub(super) fn ask(&self) {
        // A pipe that is full has been asked already.
        (&self.0).write_all(&[1]).ok();
    }
}

fn report(
    origin: &Origin,
    more: bool,
    asked: &UnixStream,
    mailbox: &Mailbox,
) -> io::Result<Infallible> {
    let mut watch = Watch::over((origin.folders)());
    if let Some(why) = &watch.why_looking {
        let told = format!("changes are looked for once a second: {why}");
        mailbox.post(Arrival::Msg(Msg::Told(told)));
    }
    if more {
        // Loading takes every processor there is: the terminal shows the first frame before.
        thread::sleep(HEAD_START);
        for part in origin
            .shares
            .iter()
            .filter_map(|share| (origin.part)(*share))
        {
            mailbox.post(Arrival::Part(Box::new(part.into())));
        }
        let loaded = load(origin, mailbox)?;
        mailbox.post(Arrival::Loaded(Box::new(loaded)));
    }
    loop {
        match watch.wait(asked, None)? {
            Woken::Nothing => continue,
            Woken::Asked => {}
            Woken::Changed => let_settle(&mut watch, asked)?,
        }
        // What changes while it is read is noticed by the new watch.
        watch = Watch::over((origin.folders)());
        let loaded = load(origin, mailbox)?;
        mailbox.post(Arrival::Loaded(Box::new(loaded)));
    }
}

/// Waits until nothing has changed for a while: a checkout of many files is one change.
fn let_settle(watch: &mut Watch, asked: &UnixStream) -> io::Result<()> {
    let began = Instant::now();
    while began.elapsed() < LONGEST_WAIT {
        if watch.wait(asked, Some(QUIET))? != Woken::Changed {
            break;
        }
    }
    Ok(())
}

/// Reads the timeline; says how far that has come as long as it takes.
fn load(origin: &Origin, mailbox: &Mailbox) -> io::Result<Ready> {
    let progress = Progress::default();
    thread::scope(|scope| {
        let (done, is_done) = channel();
        let progress = &progress;
        let loading = thread::Builder::new().spawn_scoped(scope, move || {
            let loaded = Ready::from((origin.load)(progress));
            done.send(()).ok();
            loaded
        })?;
        let mut told = None;
        while is_done.recv_timeout(LONG) == Err(RecvTimeoutError::Timeout) {
            let percent = progress.percent();
            if told.replace(percent) != Some(percent) {
                mailbox.post(Arrival::Msg(Msg::Loading(percent)));
            }
        }
        let failed = |_| io::Error::other("internal error in loading");
        loading.join().map_err(failed)
    })
}

/// Puts what was loaded in the place of what the app has, by `way`.
///
/// To free a large timeline takes longer than a frame lasts: a thread does that.
pub(super) fn replace(app: &mut App, loaded: Ready, way: fn(&mut App, Ready)) {
    let before = Arc::clone(&app.timeline);
    way(app, loaded);
    // Where no thread starts, it is freed here.
    thread::Builder::new().spawn(move || drop(before)).ok();
}
