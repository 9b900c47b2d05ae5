//! The arguments: the only place that lists them.

use std::fmt;
use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Browse the history of a negotiation: who met whom, what was said, and on which sources it rests.
#[derive(Debug, Parser)]
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

In the program ? shows every key and q leaves."
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
    /// Start at the event with this id, for instance round-06
    #[arg(long, value_name = "ID")]
    pub(super) event: Option<String>,
    /// Start at what went on then or came next, for instance 2017-09 or '15 sep 2017'
    #[arg(long, value_name = "DATE", conflicts_with = "event")]
    pub(super) date: Option<String>,
    /// Start in this view
    #[arg(long, value_enum, default_value_t = ViewName::Timeline)]
    pub(super) view: ViewName,
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
}

/// Whether a path stands for stdin.
pub(super) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// As they are typed in a shell behind the program's name; nothing for the default.
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.builtin {
            f.write_str(" --builtin")?;
        }
        if let Some(seeds) = &self.seeds {
            write!(f, " --seeds {}", quoted(seeds))?;
        }
        let mut paths = self.paths.iter();
        paths.try_for_each(|path| write!(f, " {}", quoted(path)))
    }
}

/// A path as a shell takes it for one word.
pub(super) fn quoted(path: &Path) -> String {
    shell_words::quote(&path.to_string_lossy()).into_owned()
}

/// What of it.
#[derive(Debug, Args)]
pub(super) struct Choice {
    /// Show only what fits, for instance 'participant:iran,turkey'
    #[arg(short, long, value_name = "QUERY")]
    pub(super) filter: Option<String>,
}

/// How it looks.
#[derive(Debug, Args)]
pub(super) struct Look {
    /// Colours: for a light or a dark background, or none; text that is printed has none anyway
    #[arg(long, value_enum, default_value_t = ThemeName::Auto)]
    pub(super) theme: ThemeName,
    /// Draw lines and marks with plain characters
    #[arg(long)]
    pub(super) ascii: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print the events, one a line
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
    Init {
        /// The directory to write them into; it is made if it is not there
        dir: PathBuf,
        /// Write the Astana process, with its source texts
        #[arg(long)]
        from_builtin: bool,
    },
    /// Count events, participants, quotes and sources
    Stats {
        #[command(flatten)]
        source: Source,
        /// How to write them
        #[arg(long, value_enum, default_value_t = DataFormat::Text)]
        format: DataFormat,
        #[command(flatten)]
        look: Look,
    },
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

/// A format of whole timelines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExportFormat {
    /// One page that needs nothing but itself
    Html,
    /// Slides for the timeline of Knight Lab
    Timelinejs,
    /// An iCalendar file, for calendars
    Ics,
    /// Everything, for scripts
    Json,
    /// One table, for spreadsheets
    Csv,
    /// A text with footnotes, for notes and articles
    Md,
    /// The sources and documents, for LaTeX
    Bibtex,
    /// The same, for Zotero, pandoc and citeproc
    CslJson,
    /// A text for markwhen
    Markwhen,
}

/// A table of a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Table {
    Events,
    Participants,
    Quotes,
    Documents,
    Sources,
}

/// A format of lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
    Csv,
    Md,
}

/// A format of one event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DetailFormat {
    Text,
    Json,
    Md,
}

/// A format of what is not prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DataFormat {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ViewName {
    Timeline,
    Quotes,
    Participants,
    Sources,
    Zones,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ThemeName {
    Auto,
    Light,
    Dark,
    Mono,
}
