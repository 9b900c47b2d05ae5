//! The arguments: the only place that lists them.

mod formats;
mod plain;

use std::fmt;
use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand};
use ratatui::layout::Size;

use crate::tui::layout::LARGEST;

pub(super) use formats::{
    DataFormat, DetailFormat, ExportFormat, Format, PictureFormat, Shell, Table, ThemeName,
    ViewName,
};

/// Browse the history of a negotiation: who met whom, what was said, and on which sources it rests.
#[derive(Debug, Default, Parser)]
#[command(
    name = "astana",
    version,
    max_term_width = 100,
    args_conflicts_with_subcommands = true,
    after_help = "Examples:
  astana                                   the Astana process on Syria
  astana --filter participant:jordan       only what Jordan took part in
  astana init talks/                       a small timeline to start from
  astana talks/                            a timeline of your own
  astana --builtin notes.toml              your own notes over the Astana process
  astana check talks/                      what is wrong with it, and where
  astana list --filter '\"de-escalation\"'   events, one a line
  astana show round-06 --format md         one event whole, for your notes
  astana export html -o astana.html        a page to read, print and send
  astana render --view zones               one screen, without a terminal

In the program ? shows every key and q leaves.

The exit status is 0 if all went well, 1 if the data or the request is at fault, 2 for a command \
line that cannot be read or no terminal, and 128 and its number for a signal."
)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) source: Source,
    #[command(flatten)]
    pub(super) choice: Choice,
    #[command(flatten)]
    pub(super) look: Look,
    #[command(flatten)]
    pub(super) begin: Begin,
    /// Neither begin where you left this timeline last, nor remember where you leave it
    #[arg(long)]
    pub(super) no_state: bool,
}

/// Where to begin.
#[derive(Debug, Default, Args)]
pub(super) struct Begin {
    /// Start at the event with this id, for instance round-06
    #[arg(long, value_name = "ID")]
    pub(super) event: Option<String>,
    /// Start at what went on then or came next, for instance 2017-09 or '15 sep 2017'
    #[arg(long, value_name = "DATE", conflicts_with = "event")]
    pub(super) date: Option<String>,
    /// Start in this view
    #[arg(long, value_enum)]
    pub(super) view: Option<ViewName>,
}

/// Which timeline.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct Source {
    /// A timeline: a TOML file, a directory of them, or - for stdin; several are laid over each
    /// other, the first at the bottom [default: the Astana process]
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Lay every PATH over the Astana process
    #[arg(long)]
    pub(super) builtin: bool,
    /// The folder of the source texts of every PATH [default: seeds in or beside it]
    #[arg(long, value_name = "DIR")]
    pub(super) seeds: Option<PathBuf>,
}

impl Source {
    /// The files and directories: what can be read again.
    pub(super) fn on_disk(&self) -> impl Iterator<Item = &Path> {
        let paths = self.paths.iter().map(PathBuf::as_path);
        paths.filter(|path| !is_stdin(path))
    }

    /// Whether stdin is one of the layers.
    pub(super) fn has_stdin(&self) -> bool {
        self.paths.iter().any(|path| is_stdin(path))
    }

    /// Whether the Astana process is at the bottom.
    pub(super) const fn has_builtin(&self) -> bool {
        self.builtin || self.paths.is_empty()
    }

    /// The words that open the same timeline again; none for what was piped in, or if a name is no text.
    pub(super) fn reopened_by(&self) -> Option<Vec<String>> {
        let mut names = self.paths.iter().chain(&self.seeds);
        let can_be_named = !self.has_stdin() && names.all(|name| name.to_str().is_some());
        can_be_named.then(|| self.words())
    }

    fn words(&self) -> Vec<String> {
        let builtin = self.builtin.then(|| String::from("--builtin"));
        let seeds = self.seeds.iter();
        let seeds = seeds.flat_map(|seeds| [String::from("--seeds"), word(seeds)]);
        let paths = self.paths.iter().map(|path| word(path));
        builtin.into_iter().chain(seeds).chain(paths).collect()
    }
}

/// A path as an argument: one that begins like an option would be read as that.
fn word(path: &Path) -> String {
    let text = path.to_string_lossy();
    let here = if text.starts_with('-') && !is_stdin(path) {
        "./"
    } else {
        ""
    };
    format!("{here}{text}")
}

/// Whether a path stands for stdin.
pub(super) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// As they are typed in a shell behind the program's name; nothing for the default.
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = self.words();
        let mut words = words.iter().map(|word| shell_words::quote(word));
        words.try_for_each(|word| write!(f, " {word}"))
    }
}

/// A path as a shell takes it for one word.
pub(super) fn quoted(path: &Path) -> String {
    shell_words::quote(&path.to_string_lossy()).into_owned()
}

/// What of it.
#[derive(Debug, Default, Args)]
pub(super) struct Choice {
    /// Show only what fits, for instance 'participant:iran,turkey'
    #[arg(short, long, value_name = "QUERY")]
    pub(super) filter: Option<String>,
}

/// How it looks.
#[derive(Debug, Default, Args)]
pub(super) struct Look {
    /// Colours: for a light or a dark background, or none; text that is printed has none anyway
    #[arg(long, value_enum)]
    pub(super) theme: Option<ThemeName>,
    /// Draw lines and marks with plain characters
    #[arg(long)]
    pub(super) ascii: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print the events, one a line
    #[command(after_help = "Examples:
  astana list -f 'kind:round date:2017..2018'          what fits a filter; docs/query.md has its language
  astana list --format json | jq -r '.[].id'           for scripts
  astana list talks/ --format csv > talks.csv          a timeline of your own, for a spreadsheet")]
    List {
        #[command(flatten)]
        source: Source,
        #[command(flatten)]
        choice: Choice,
        /// How to write them
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        #[command(flatten)]
        look: Look,
    },
    /// Print one event whole
    #[command(after_help = "Examples:
  astana show round-06                                 what the program shows beside the list
  astana show round-06 --format md                     with footnotes, for your notes
  astana show talks-01 talks/                          of a timeline of your own")]
    Show {
        /// The event's id, for instance round-06
        id: String,
        #[command(flatten)]
        source: Source,
        /// How to write it
        #[arg(long, value_enum, default_value_t = DetailFormat::Text)]
        format: DetailFormat,
        #[command(flatten)]
        look: Look,
    },
    /// Print what was said, in the order of dates
    #[command(after_help = "Examples:
  astana quotes -f speaker:lavrov                      what one person said
  astana quotes -f form:direct --format md             word for word, for your notes")]
    Quotes {
        #[command(flatten)]
        source: Source,
        #[command(flatten)]
        choice: Choice,
        /// How to write them
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        #[command(flatten)]
        look: Look,
    },
    /// Say what is wrong with a timeline, where, and what would be right
    ///
    /// The exit status is 1 if there are errors.
    #[command(after_help = "Examples:
  astana check talks/                                  a directory of files
  astana check --strict talks.toml && git commit       nothing doubtful gets in
  astana check --format json talks/                    for an editor")]
    Check {
        #[command(flatten)]
        source: Source,
        /// Fail on warnings too, and warn of direct quotes that no source text proves
        #[arg(long)]
        strict: bool,
        /// How to write it
        #[arg(long, value_enum, default_value_t = DataFormat::Text)]
        format: DataFormat,
        #[command(flatten)]
        look: Look,
    },
    /// Write the timeline as a page, a calendar, a table, a bibliography …
    ///
    /// The same timeline gives the same bytes. A file is written whole or not at all, and one that
    /// is there is only replaced with --force.
    #[command(after_help = "Examples:
  astana export html -o astana.html                    a page to read, print and send
  astana export ics talks/ -o talks.ics                a calendar of your own timeline
  astana export csv --table quotes -o quotes.csv       a table for a spreadsheet
  astana export bibtex -f participant:jordan           sources of what Jordan took part in

What each format holds, and what it cannot: docs/export.md")]
    Export {
        /// The format
        #[arg(value_enum)]
        format: ExportFormat,
        #[command(flatten)]
        source: Source,
        #[command(flatten)]
        choice: Choice,
        #[command(flatten)]
        target: Target,
        #[command(flatten)]
        csv: CsvOptions,
    },
    /// Make files to start from: a small timeline with comments, or the Astana process
    ///
    /// Nothing that is there is overwritten.
    #[command(after_help = "Examples:
  astana init talks                       a small timeline to change into your own
  astana init syria --from-builtin        the Astana process as files")]
    Init {
        /// The directory to write them into; it is made if it is not there
        dir: PathBuf,
        /// Write the Astana process, with its source texts
        #[arg(long)]
        from_builtin: bool,
    },
    /// Draw one screen of the program without a terminal, as text or as a picture
    ///
    /// Keys and colours are the program's own, whatever the configuration and the environment say: the
    /// same command draws the same screen everywhere.
    #[command(after_help = "Examples:
  astana render --event round-06                            what the program shows there
  astana render --view zones --format svg > zones.svg       a picture of the map
  astana render --size 80x24 --keys '/ idlib enter enter'   after these keys

Keys are written as in docs/keys.md; a word that is no key is typed letter by letter.")]
    Render(Render),
    /// Count events, participants, quotes and sources
    #[command(after_help = "Examples:
  astana stats                                         how much there is of what
  astana stats talks/ --format json                    for scripts")]
    Stats {
        #[command(flatten)]
        source: Source,
        /// How to write them
        #[arg(long, value_enum, default_value_t = DataFormat::Text)]
        format: DataFormat,
        #[command(flatten)]
        look: Look,
    },
    /// Print a configuration that explains itself, or check yours
    ///
    /// It is read from ~/.config/astana/config.toml as a rule; `mkdir -p ~/.config/astana` makes the folder.
    #[command(after_help = "Examples:
  astana config > ~/.config/astana/config.toml         begin your own: as it is, it changes nothing
  astana config --check                                what is wrong in it, and where

What each setting means: docs/config.md")]
    Config {
        /// Say what is wrong in your configuration; the exit status is 1 if something is
        #[arg(long)]
        check: bool,
    },
    /// Print what makes a shell complete commands, options and their values
    #[command(after_help = "Examples:
  astana completions bash > ~/.local/share/bash-completion/completions/astana
  astana completions zsh > ~/.zfunc/_astana            with ~/.zfunc in fpath
  astana completions fish > ~/.config/fish/completions/astana.fish")]
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Print the manual page of the program, or of one of its commands
    #[command(after_help = "Examples:
  astana man | man -l -                                read it
  astana man export > astana-export.1                  install it")]
    Man {
        /// The command, for instance export
        command: Option<String>,
    },
}

/// What to draw.
#[derive(Debug, Args)]
pub(super) struct Render {
    #[command(flatten)]
    pub(super) source: Source,
    #[command(flatten)]
    pub(super) choice: Choice,
    #[command(flatten)]
    pub(super) begin: Begin,
    /// Columns and rows of the screen, at most 1000x500
    #[arg(long, value_name = "COLUMNSxROWS", default_value = "120x36", value_parser = size)]
    pub(super) size: Size,
    /// Keys to press first, with blanks between them
    #[arg(
        long,
        value_name = "KEYS",
        default_value = "",
        hide_default_value = true
    )]
    pub(super) keys: String,
    /// How to write it
    #[arg(long, value_enum, default_value_t = PictureFormat::Text)]
    pub(super) format: PictureFormat,
    #[command(flatten)]
    pub(super) look: Look,
}

/// The size of a screen that memory is there for.
fn size(text: &str) -> Result<Size, String> {
    let sides = text.split_once('x');
    let side = |text: &str, most: u16| text.parse().ok().filter(|side| (1..=most).contains(side));
    let read = sides.and_then(|(width, height)| {
        Some(Size::new(
            side(width, LARGEST.width)?,
            side(height, LARGEST.height)?,
        ))
    });
    read.ok_or_else(|| format!("write columns and rows, up to {LARGEST}, for instance 120x36"))
}

/// Where to write.
#[derive(Debug, Args)]
pub(super) struct Target {
    /// Write to this file [default: stdout, as is -]
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Replace the file if it is there
    #[arg(long, requires = "output")]
    pub(super) force: bool,
}

/// How to write CSV.
#[derive(Debug, Args)]
pub(super) struct CsvOptions {
    /// The table that csv writes [default: events]
    #[arg(long, value_enum)]
    pub(super) table: Option<Table>,
    /// In csv, put no apostrophe before a cell that a spreadsheet would compute
    #[arg(long)]
    pub(super) raw: bool,
}
