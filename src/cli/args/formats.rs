//! The values that arguments can have: formats, views, themes.

use clap::ValueEnum;

/// A format of whole timelines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ExportFormat {
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
pub(in crate::cli) enum Table {
    Events,
    Participants,
    Quotes,
    Documents,
    Sources,
}

/// A format of lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Format {
    Text,
    Json,
    Csv,
    Md,
}

/// A format of one event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum DetailFormat {
    Text,
    Json,
    Md,
}

/// A format of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum PictureFormat {
    /// What its cells say
    Text,
    /// A picture for a page
    Svg,
}

/// A format of what is not prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum DataFormat {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ViewName {
    Timeline,
    Quotes,
    Participants,
    Sources,
    Zones,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ThemeName {
    Auto,
    Light,
    Dark,
    Mono,
}

/// A shell that completes what is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Shell {
    Bash,
    Elvish,
    Fish,
    Powershell,
    Zsh,
}
