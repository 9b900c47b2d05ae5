//! Opening an address in the browser.

use std::io;
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::mailbox::{Arrival, Mailbox};
use crate::tui::message::Msg;

/// A program that has run for longer is the browser itself, and how it ends is nobody's concern.
const STARTING: Duration = Duration::from_secs(5);

/// Has a program open an address; says what is wrong if it does not.
///
/// No shell runs, and the address is one word that is no option: nothing in it can mean anything to
/// anybody but the browser.
pub(super) fn open(program: &'static str, url: &str, mailbox: &Mailbox) -> Result<(), String> {
    if !is_of_the_web(url) {
        return Err(format!("not opened, since it is no http or https: {url}"));
    }
    let started = Instant::now();
    let mut child =
        start(program, url).map_err(|why| format!("{program} does not start ({why}): {url}"))?;
    let (url, mailbox) = (url.to_owned(), mailbox.clone());
    let waiting = thread::Builder::new().spawn(move || {
        let ended = match child.wait() {
            Ok(status) if status.success() => return,
            Ok(status) => status.to_string(),
            Err(error) => error.to_string(),
        };
        if started.elapsed() < STARTING {
            let told = format!("{program} failed ({ended}): {url}");
            mailbox.post(Arrival::Msg(Msg::Told(told)));
        }
    });
    waiting.map(drop).map_err(|why| why.to_string())
}

/// Starts it in a process group of its own: a browser outlives the program that opened it.
fn start(program: &str, url: &str) -> io::Result<Child> {
    Command::new(program)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
}

fn is_of_the_web(url: &str) -> bool {
    ["http://", "https://"]
        .into_iter()
        .any(|scheme| url.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::open;
    use crate::tui::message::Msg;
    use crate::tui::shell::mailbox::{Arrival, Mailbox};

    #[test]
    fn f21_nothing_but_http_and_https_is_opened() {
        let (mailbox, _arrivals) = Mailbox::open();
        for url in [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "--help",
            "",
            "ftp://x",
        ] {
            assert!(open("true", url, &mailbox).is_err(), "{url}");
        }
        assert_eq!(open("true", "https://example.org", &mailbox), Ok(()));
    }

    #[test]
    fn f21_a_browser_that_fails_is_told_of_with_the_address() {
        let (mailbox, arrivals) = Mailbox::open();
        let url = "https://example.org/?a=b&c=$(x)";
        open("false", url, &mailbox).unwrap();
        let Ok(Arrival::Msg(Msg::Told(told))) = arrivals.recv() else {
            panic!("nothing was told");
        };
        assert_eq!(told, format!("false failed (exit status: 1): {url}"));
        let missing = open("astana-no-such-program", url, &mailbox).unwrap_err();
        assert!(missing.contains("does not start") && missing.ends_with(url));
    }
}
