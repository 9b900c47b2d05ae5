//! The arguments: the only place that lists them.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

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
  astana talks/                            a timeline of your own
  astana list --filter '\"de-escalation\"'   events, one a line

In the program ? shows every key and q leaves."
)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) common: Common,
    /// Start at the event with this id, for instance round-06
    #[arg(long, value_name = "ID")]
    pub(super) event: Option<String>,
    /// Start in this view
    #[arg(long, value_enum, default_value_t = ViewName::Timeline)]
    pub(super) view: ViewName,
    /// Colours: for a light or a dark background, or none
    #[arg(long, value_enum, default_value_t = ThemeName::Auto)]
    pub(super) theme: ThemeName,
    /// Draw lines and marks with plain characters
    #[arg(long)]
    pub(super) ascii: bool,
}

/// What every command takes.
#[derive(Debug, clap::Args)]
pub(super) struct Common {
    /// A timeline: a TOML file, a directory of them, or - for stdin [default: the Astana process]
    pub(super) path: Option<PathBuf>,
    /// Show only what fits, for instance 'participant:iran,turkey'
    #[arg(short, long, value_name = "QUERY")]
    pub(super) filter: Option<String>,
    /// The folder of the source texts [default: seeds in or beside PATH]
    #[arg(long, value_name = "DIR")]
    pub(super) seeds: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print the events, one a line
    List(Common),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ViewName {
    Timeline,
    Quotes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ThemeName {
    Auto,
    Light,
    Dark,
    Mono,
}
