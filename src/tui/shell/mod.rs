//! The terminal program in its surroundings: the loop, and all that can happen to it.
//!
//! The main thread owns the app and draws. Other threads only wait and report:
//!
//! ```text
//! input     keys, pastes ────────────┐
//! signals   end, stop, new size ─────┼─ mailbox ─ update, as often as needed ─ one frame
//! watchdog  terminal gone ───────────┤
//! panic     of any other thread ─────┘
//! ```
//!
//! Nothing is drawn unless something has happened: an idle program writes nothing and sleeps. What takes
//! longer than a key may is done in steps ([`Msg::Idle`]) while the mailbox is empty.
//! [`ratatui::Terminal`] is not used: its full redraw asks the terminal and waits for an answer, it
//! flushes a frame in pieces, and it writes to the terminal when it is dropped, which may be after
//! the terminal was given back.

mod browser;
mod clipboard;
mod deadline;
mod desktop;
mod editor;
mod ending;
mod fault;
mod frame;
mod input;
mod loader;
mod mailbox;
mod panic;
mod pen;
mod screen;
mod scroll;
mod signals;
mod style;
mod suspend;
mod terminal;
mod watch;
mod watchdog;

use std::process::{Child, ExitStatus};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};
use std::{io, thread};

use rustix::process::{Signal, getpid, kill_process};

use super::app::App;
use super::message::{Effect, Msg, Spot};
use super::theme::Theme;
use super::update::{is_work_left, read_on, reload, update};
use super::view::view;
use clipboard::Clipboard;
use input::Gate;
use loader::Loader;
use mailbox::{Arrival, Mailbox};
use screen::Screen;
use signals::Heard;

pub use desktop::{Desktop, Encoding, Multiplexer, Program};
pub use ending::{Ending, ShellError};
pub use fault::{Fault, UnknownFault};
pub use loader::Origin;

/// Between two frames passes at least this: sixty a second are enough for the eye.
const FRAME: Duration = Duration::from_millis(16);

/// What can be finished in this time is, before what has arrived is answered by a frame.
const HEAD_START: Duration = Duration::from_millis(4);

/// However much arrives without a break, the user sees a frame after this.
const LONGEST_BATCH: Duration = Duration::from_millis(100);

/// What there is besides the terminal.
#[derive(Default)]
pub struct Outside {
    /// The command that edits a file, as a shell would read it.
    pub editor: Option<String>,
    /// What the session offers outside the terminal.
    pub desktop: Desktop,
    /// Where the timeline is read from; none if it cannot change.
    pub origin: Option<Origin>,
    /// What a test wants to see go wrong.
    pub fault: Option<Fault>,
}

/// Shows the app on the terminal until the user, a signal or the terminal ends it.
///
/// The terminal is as it was before when this returns, whatever it returns. To be called once, on
/// the main thread: signals and panics are the shell's from here on, to the end of the process.
/// A signal gives the process a second to end; see [`Ending::exit_status`] for what to end it with.
///
/// # Errors
///
/// [`ShellError::NoTerminal`] and [`ShellError::Background`] before anything was written, or
/// [`ShellError::Failed`] if the terminal could not be set up, read or written.
pub fn run(app: &mut App, theme: &Theme, outside: Outside) -> Result<Ending, ShellError> {
    terminal::require()?;
    terminal::await_foreground()?;
    let (mailbox, arrivals) = Mailbox::open();
    panic::report_to(mailbox.clone());
    let mut signals = Some(Heard::begin()?);
    if !terminal::has_room()
        && let Some(signals) = signals.take()
    {
        // Who writes to it has to wait: a signal must end that.
        signals.report_to(&mailbox)?;
    }
    let _taken = terminal::Taken::take()?;
    let shell = Shell::begin(app, theme, outside, (mailbox, arrivals), signals);
    match shell.and_then(Shell::run) {
        Err(_) if watchdog::is_terminal_gone() => Ok(Ending::TerminalGone),
        outcome => outcome,
    }
}

struct Shell<'a> {
    app: &'a mut App,
    theme: &'a Theme,
    screen: Screen,
    mailbox: Mailbox,
    arrivals: Receiver<Arrival>,
    gate: Gate,
    loader: Option<Loader>,
    clipboard: Clipboard,
    browser: Option<&'static str>,
    editor: Option<String>,
    fault: Option<Fault>,
}

impl<'a> Shell<'a> {
    /// Draws the first frame, and then starts what it does not need.
    fn begin(
        app: &'a mut App,
        theme: &'a Theme,
        outside: Outside,
        (mailbox, arrivals): (Mailbox, Receiver<Arrival>),
        unreported: Option<Heard>,
    ) -> Result<Self, ShellError> {
        let mut screen = Screen::default();
        measure(app, &mut screen)?;
        draw(app, theme, &mut screen)?;
        if let Some(signals) = unreported {
            signals.report_to(&mailbox)?;
        }
        terminal::report_mouse(app.mouse.is_on)?;
        watchdog::watch(&mailbox)?;
        let gate = input::read(&mailbox)?;
        let more = !app.is_whole;
        let loader = outside.origin.map(|it| Loader::start(&mailbox, it, more));
        let desktop = outside.desktop;
        Ok(Self {
            app,
            theme,
            screen,
            gate,
            loader: loader.transpose()?,
            clipboard: Clipboard::start(&mailbox, desktop.clipboard, desktop.multiplexer)?,
            browser: desktop.browser,
            editor: outside.editor,
            fault: outside.fault,
            mailbox,
            arrivals,
        })
    }

    fn run(mut self) -> Result<Ending, ShellError> {
        loop {
            if let Some(ending) = self.take_what_arrived(Instant::now() + FRAME)? {
                return Ok(ending);
            }
            self.draw()?;
        }
    }

    fn draw(&mut self) -> Result<(), ShellError> {
        draw(self.app, self.theme, &mut self.screen)
    }

    /// Waits for something to arrive; takes it and all else that arrives until a frame is due.
    ///
    /// After a pause the frame is overdue, so that a single key is answered at once; a flood of
    /// keys or sizes costs one frame, not one each. While the app has something to do that takes
    /// long, it does some of it whenever nothing has arrived.
    fn take_what_arrived(&mut self, frame_due: Instant) -> Result<Option<Ending>, ShellError> {
        let mut arrived = if is_work_left(self.app) {
            self.arrived_until(Instant::now())?
        } else {
            Some(self.arrivals.recv().map_err(io::Error::other)?)
        };
        let began = Instant::now();
        loop {
            let ending = match arrived {
                Some(arrived) => self.take(arrived)?,
                None => self.update(Msg::Idle)?,
            };
            let now = Instant::now();
            if ending.is_some() || now >= began + LONGEST_BATCH {
                return Ok(ending);
            }
            let may_work = is_work_left(self.app) && now < frame_due.max(began + HEAD_START);
            arrived = self.arrived_until(if may_work { now } else { frame_due })?;
            if arrived.is_none() && !may_work {
                return Ok(None);
            }
        }
    }

    /// What arrives until then, if something does.
    fn arrived_until(&self, then: Instant) -> io::Result<Option<Arrival>> {
        let time = then.saturating_duration_since(Instant::now());
        match self.arrivals.recv_timeout(time) {
            Ok(arrived) => Ok(Some(arrived)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(closed) => Err(io::Error::other(closed)),
        }
    }

    fn take(&mut self, arrived: Arrival) -> Result<Option<Ending>, ShellError> {
        match arrived {
            Arrival::Msg(msg) => {
                self.let_fault_strike(&msg);
                self.update(msg)
            }
            Arrival::Loaded(loaded) => {
                loader::replace(self.app, *loaded, reload);
                Ok(None)
            }
            Arrival::Part(part) => {
                loader::replace(self.app, *part, read_on);
                Ok(None)
            }
            Arrival::Uncopied { text, why } => self.send_to_clipboard(&text, &why),
            // Nobody waits for it any more.
            Arrival::Edited(_) => Ok(None),
            Arrival::Resized => self.measure(),
            Arrival::Stop => {
                suspend::stop()?;
                Ok(None)
            }
            Arrival::Continued => {
                suspend::resume()?;
                terminal::report_mouse(self.app.mouse.is_on)?;
                self.measure()
            }
            Arrival::End(ending) => Ok(Some(ending)),
            Arrival::Failed(error) => Err(error.into()),
        }
    }

    fn update(&mut self, msg: Msg) -> Result<Option<Ending>, ShellError> {
        let Some(effect) = update(self.app, msg) else {
            return Ok(None);
        };
        match effect {
            Effect::Quit => Ok(Some(Ending::Quit)),
            Effect::Suspend => match suspend::ask() {
                Ok(()) => Ok(None),
                Err(why) => self.update(Msg::Told(format!("not suspended: {why}"))),
            },
            Effect::Mouse(on) => match terminal::report_mouse(on) {
                Ok(()) => Ok(None),
                Err(why) => self.update(Msg::Told(format!("the mouse is as it was: {why}"))),
            },
            Effect::Redraw => {
                self.screen.forget();
                Ok(None)
            }
            Effect::Reload => {
                self.loader.iter().for_each(Loader::ask);
                Ok(None)
            }
            Effect::Edit(spot) => self.edit(&spot),
            Effect::Copy(text) => match self.clipboard.hand_over(text) {
                Ok(()) => Ok(None),
                Err(text) => self.send_to_clipboard(&text, ""),
            },
            Effect::OpenUrl(url) => self.open_url(&url),
        }
    }

    /// Sends a text to the terminal's clipboard, after programs have failed or because there are none.
    fn send_to_clipboard(&mut self, text: &str, why: &str) -> Result<Option<Ending>, ShellError> {
        let outcome = match self.clipboard.sequence(text) {
            Ok(sequence) => {
                terminal::show(&sequence)?;
                String::from("sent to the terminal's clipboard (OSC 52)")
            }
            Err(why) => why,
        };
        let failed = if why.is_empty() { "" } else { "; " };
        self.update(Msg::Told(format!("{why}{failed}{outcome}")))
    }

    /// Opens an address, which has been shown by then.
    fn open_url(&mut self, url: &str) -> Result<Option<Ending>, ShellError> {
        self.draw()?;
        let outcome = match self.browser {
            Some(program) => browser::open(program, url, &self.mailbox),
            None => Err(format!("there is no browser here: {url}")),
        };
        match outcome {
            Ok(()) => Ok(None),
            Err(why) => self.update(Msg::Told(why)),
        }
    }

    /// Lends the terminal to the user's editor until that ends.
    fn edit(&mut self, spot: &Spot) -> Result<Option<Ending>, ShellError> {
        self.gate.close()?;
        terminal::lend();
        let ended = editor::start(self.editor.as_deref(), spot).map(|child| self.await_end(child));
        let told = match ended {
            Ok(Err(ending)) => return ending.map(Some),
            Ok(Ok(status)) => editor::outcome(status),
            Err(why) => Some(why),
        };
        terminal::take_back()?;
        terminal::report_mouse(self.app.mouse.is_on)?;
        self.gate.open();
        self.screen.forget();
        self.loader.iter().for_each(Loader::ask);
        if let Some(told) = told {
            self.update(Msg::Told(told))?;
        }
        self.measure()
    }

    /// Waits for a program that has the terminal; what ends this one meanwhile, if something does.
    fn await_end(&mut self, mut child: Child) -> Result<ExitStatus, Result<Ending, ShellError>> {
        let mailbox = self.mailbox.clone();
        let waiting = thread::Builder::new().spawn(move || {
            mailbox.post(Arrival::Edited(child.wait()));
        });
        waiting.map_err(|error| Err(error.into()))?;
        loop {
            match self.arrivals.recv() {
                Ok(Arrival::Edited(status)) => {
                    return match self.let_signals_pass() {
                        Some(ending) => Err(Ok(ending)),
                        None => status.map_err(|error| Err(error.into())),
                    };
                }
                Ok(Arrival::End(ending)) => return Err(Ok(ending)),
                Ok(Arrival::Failed(error)) => return Err(Err(error.into())),
                Ok(Arrival::Loaded(loaded)) => loader::replace(self.app, *loaded, reload),
                Ok(Arrival::Part(part)) => loader::replace(self.app, *part, read_on),
                // Size and the rest are asked for when the terminal is back.
                Ok(_) => {}
                Err(closed) => return Err(Err(io::Error::other(closed).into())),
            }
        }
    }

    /// Waits until the signals that came so far have been heard: an interrupt was meant for the program
    /// that had the terminal, as long as that ran.
    ///
    /// What ends this program all the same, if something does. Signals that are pending together are heard in the order of their numbers, that of a new size
    /// after those.
    fn let_signals_pass(&self) -> Option<Ending> {
        let asked = kill_process(getpid(), Signal::WINCH);
        let latest = Instant::now() + LONGEST_BATCH;
        while asked.is_ok() {
            let left = latest.saturating_duration_since(Instant::now());
            match self.arrivals.recv_timeout(left) {
                Ok(Arrival::End(ending)) => return Some(ending),
                Ok(Arrival::Resized) | Err(_) => break,
                Ok(_) => {}
            }
        }
        None
    }

    fn measure(&mut self) -> Result<Option<Ending>, ShellError> {
        measure(self.app, &mut self.screen)?;
        Ok(None)
    }

    fn let_fault_strike(&mut self, msg: &Msg) {
        if let (Msg::Key(_), Some(fault)) = (msg, self.fault) {
            self.fault = None;
            fault.strike();
        }
    }
}

/// Reads the terminal's size and has everything laid out and drawn anew.
///
/// Also if the size is the old one: the terminal may have been smaller and larger in between,
/// and have cut what it showed.
fn measure(app: &mut App, screen: &mut Screen) -> Result<(), ShellError> {
    let size = screen.resize(terminal::size()?);
    // A new size asks for nothing outside.
    update(app, Msg::Resized(size));
    Ok(())
}

fn draw(app: &App, theme: &Theme, screen: &mut Screen) -> Result<(), ShellError> {
    let frame = screen.draw(|buffer| view(app, theme, buffer))?;
    Ok(terminal::show(&frame)?)
}
