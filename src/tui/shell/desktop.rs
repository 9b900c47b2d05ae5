//! What the session offers outside the terminal: a clipboard, a browser.

/// A program that copies what it reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Program {
    /// Its name, looked for in `PATH`.
    pub name: &'static str,
    /// What it is told.
    pub arguments: &'static [&'static str],
    /// How it reads text.
    pub encoding: Encoding,
}

/// How a program reads text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, little endian, with a byte order mark: `clip.exe` takes anything else for the code page of
    /// the console.
    Utf16,
}

/// What stands between the program and the terminal, and has to be told what is not for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Multiplexer {
    /// Nothing.
    #[default]
    None,
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
}

/// What the session offers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Desktop {
    /// The programs that copy, the fittest first; which of them are there is seen when they are run.
    /// None where the terminal is to be asked at once.
    pub clipboard: Vec<Program>,
    /// What the terminal is behind.
    pub multiplexer: Multiplexer,
    /// The program that opens an address.
    pub browser: Option<&'static str>,
}
